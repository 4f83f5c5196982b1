"""An issue as the editor wrote it: copy, photos and pins, each with the place it was written at."""

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from paperlayout.diag import Origin
from paperlayout.issue.house import House

BlockKind = Literal["paragraph", "subhead", "quote", "list", "break", "verse", "names", "table", "summary", "editor_note", "end_note", "jump_line"]
MarkKind = Literal["strong", "emphasis", "name", "title", "ruby"]
Position = Literal["lead", "anchor", "ear", "top-left", "top-right", "centre", "bottom-left", "bottom-right", "foot"]
Priority = Literal["lead", "major", "normal", "filler"]
Style = Literal["plain", "boxed", "tinted", "vertical-head"]
Fit = Literal["none", "slight", "auto"]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of copy and where it was written."""

    value: str
    origin: Origin | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        return bool(self.value)


NO_TEXT = Text("")


def spoken(head: Text) -> str:
    """A head as it is spoken of: without the editor's break marks, `//` as the slash it stands for."""
    return head.value.replace("//", "\0").replace("/", "").replace("\0", "/")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block's plain text that is marked: 粗, 着重, 专名, 书名 or 注音, whose annotation is the value."""

    start: int
    end: int
    kind: MarkKind
    value: str = ""

    def clipped(self, start: int, end: int) -> "Mark":
        """The mark as it stands in a part of its text; empty when none of it does."""
        return replace(self, start=max(0, self.start - start), end=max(0, min(self.end, end) - start))


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a manuscript's body: a paragraph, subhead, quote or list entry, or a fenced block with its lines (table cells parted by tabs).

    `columns` has the column of every character less that of `origin` where marks were taken out.
    """

    kind: BlockKind
    text: str
    origin: Origin | None = field(default=None, compare=False)
    marks: tuple[Mark, ...] = ()
    columns: tuple[int, ...] = field(default=(), compare=False)

    def at(self, offset: int) -> Origin | None:
        """Where a character of the text was written."""
        if self.origin is None:
            return None
        column = self.columns[min(offset, len(self.columns) - 1)] if self.columns else offset
        return Origin(self.origin.file, self.origin.line + self.text.count("\n", 0, offset), self.origin.column + column)

    def part(self, start: int, end: int) -> "Block":
        """Some of the block's text with its marks."""
        marks = tuple(m for mark in self.marks if (m := mark.clipped(start, end)).start < m.end)
        columns = self.columns or tuple(range(len(self.text)))
        return replace(self, text=self.text[start:end], marks=marks, columns=columns[start:end])


PinName = Literal["page", "position", "columns", "priority", "style", "jump", "beside", "fit", "together"]
"""The pins by the fields of a placing; `columns` stands for full_width and legs too."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One pin as it was written: which, the words behind it, and where its name stands."""

    name: PinName
    words: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Placing:
    """Pins: where the editor wants an item, and how. None means the program chooses. `legs`: 破栏, its columns set in so many legs.

    `written` are the pins in the editor's words.
    """

    page: int | None = None
    position: Position | None = None
    columns: int | None = None
    full_width: bool = False
    legs: int | None = None
    priority: Priority | None = None
    style: Style | None = None
    jump: int | bool | None = None
    beside: str | None = None
    fit: Fit | None = None
    together: bool | None = None
    origin: Origin | None = field(default=None, compare=False)
    written: tuple[Pin, ...] = field(default=(), compare=False)

    def at(self, name: PinName) -> Origin | None:
        """Where a pin was written; the item's place when that is not known."""
        return next((pin.origin for pin in self.written if pin.name == name), self.origin)

    @property
    def jump_page(self) -> int | None:
        """The page the editor sends the rest of the story to."""
        return None if isinstance(self.jump, bool) else self.jump


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo or drawing with its caption; `group` holds further photos under the same caption, `body` the text of a 图片新闻.

    `focus` is the point that must not be cropped away, as shares of width and height.
    """

    id: str
    file: Path
    title: Text = NO_TEXT
    caption: Text = NO_TEXT
    credit: Text = NO_TEXT
    focus: tuple[float, float] = (0.5, 0.5)
    crop: tuple[float, float] | None = None
    alt: str = ""
    illustration: bool = False
    group: tuple[Path, ...] = ()
    body: tuple[Block, ...] = ()
    placing: Placing = Placing()
    origin: Origin | None = field(default=None, compare=False)

    @property
    def files(self) -> tuple[Path, ...]:
        """The photo's file, and those of its group."""
        return (self.file, *self.group)


@dataclass(frozen=True, slots=True)
class Datum:
    """A number of a data strip: the numeral, what it counts, its unit."""

    number: Text
    name: Text = NO_TEXT
    unit: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Advert:
    """An advert of a fixed size: a picture or PDF over so many columns and rows; `caption` is a label such as 公益广告."""

    id: str
    file: Path
    rows: int
    caption: Text = NO_TEXT
    alt: str = ""
    placing: Placing = Placing()
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Jump:
    """转版: the page a part of a story goes on on, or the one it comes from.

    `subheads` and `standing_head` are those of the whole story, so that subheads stand alike on both pages.
    """

    to: int | None = None
    from_page: int | None = None
    subheads: tuple[str, ...] = ()
    standing_head: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A story's copy, or a part of it when it jumps. `initial` is how many lines deep its first 字 stands.

    `dateline` and `source` are None when the field was not given, empty when it was emptied.
    """

    id: str
    title: Text
    kicker: Text = NO_TEXT
    deck: Text = NO_TEXT
    summary: Text = NO_TEXT
    standing_head: Text = NO_TEXT
    author: Text = NO_TEXT
    source: Text = NO_TEXT
    dateline: Text | None = None
    body: tuple[Block, ...] = ()
    photos: tuple[Photo, ...] = ()
    data: tuple[Datum, ...] = ()
    editor_note: Text = NO_TEXT
    end_note: Text = NO_TEXT
    initial: int = 0
    placing: Placing = Placing()
    jump: Jump | None = None
    origin: Origin | None = field(default=None, compare=False)

    @property
    def continued(self) -> bool:
        """Whether it is the rest of a story that begins on another page."""
        return self.jump is not None and self.jump.from_page is not None

    @property
    def name(self) -> str:
        """The title as it is spoken of: without the editor's break marks, `//` as the slash it stands for."""
        return spoken(self.title)


@dataclass(frozen=True, slots=True)
class Briefs:
    """Short items under one box head (简讯集纳). `title` empty: the house style's; `id` is the box's own name."""

    items: tuple[Article, ...]
    title: Text = NO_TEXT
    dateline: Text | None = None
    placing: Placing = Placing()
    id: str = "briefs1"
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Staff:
    """Who made the page: responsible editor, designer, proofreader."""

    editor: Text = NO_TEXT
    designer: Text = NO_TEXT
    proofreader: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class PageCopy:
    """The copy given for one page; `lead` holds the articles of first rank in order. `loose`: given without a page, to be shared out."""

    name: Text = NO_TEXT
    lead: tuple[Article, ...] = ()
    articles: tuple[Article, ...] = ()
    photos: tuple[Photo, ...] = ()
    briefs: tuple[Briefs, ...] = ()
    adverts: tuple[Advert, ...] = ()
    notices: tuple[Text, ...] = ()
    staff: Staff = Staff()
    loose: bool = False
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """One entry of 本期导读: its words, or the id of what it points to, whose page and, without words, whose title the program fills in."""

    text: Text = NO_TEXT
    target: str = ""


FRONT = 1
"""The front page's number; it alone has the nameplate."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of the paper as written. `pages` begins with the copy given without a page, if there is any; `page_count` is asked for or open."""

    file: Path
    house: House
    date: datetime.date
    number: int | None = None
    total: int | None = None
    page_count: int | None = None
    pages: tuple[PageCopy, ...] = ()
    staff: Staff = Staff()
    ear: Text = NO_TEXT
    guide: tuple[GuideEntry, ...] = ()
    slogan: Text = NO_TEXT
    origin: Origin | None = field(default=None, compare=False)
