"""An issue as the editor wrote it: copy, photos and pins, each with the place it was written at."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, Self, TypeVar

from paperlayout.diag import Origin
from paperlayout.issue.house import House
from paperlayout.issue.placing import PINS, RELEASABLE, WITH_A_STORY, PinName, Placing

BlockKind = Literal["paragraph", "subhead", "quote", "list", "break", "verse", "names", "table", "summary", "editor_note", "end_note", "jump_line"]
MarkKind = Literal["strong", "emphasis", "name", "title", "ruby"]


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
class InlineMark:
    """A stretch of a block's plain text that is marked: 粗, 着重, 专名, 书名 or 注音, whose annotation is the value."""

    start: int
    end: int
    kind: MarkKind
    value: str = ""

    def clipped(self, start: int, end: int) -> "InlineMark":
        """The mark as it stands in a part of its text; empty when none of it does."""
        return replace(self, start=max(0, self.start - start), end=max(0, min(self.end, end) - start))


@dataclass(frozen=True, slots=True)
class CopyBlock:
    """One piece of a manuscript's body: a paragraph, subhead, quote or list entry, or a fenced block with its lines (table cells parted by tabs).

    `columns` has the column of every character less that of `origin` where marks were taken out.
    """

    kind: BlockKind
    text: str
    origin: Origin | None = field(default=None, compare=False)
    marks: tuple[InlineMark, ...] = ()
    columns: tuple[int, ...] = field(default=(), compare=False)

    def at(self, offset: int) -> Origin | None:
        """Where a character of the text was written."""
        if self.origin is None:
            return None
        column = self.columns[min(offset, len(self.columns) - 1)] if self.columns else offset
        return Origin(self.origin.file, self.origin.line + self.text.count("\n", 0, offset), self.origin.column + column)

    def part(self, start: int, end: int) -> "CopyBlock":
        """Some of the block's text with its marks."""
        marks = tuple(m for mark in self.marks if (m := mark.clipped(start, end)).start < m.end)
        columns = self.columns or tuple(range(len(self.text)))
        return replace(self, text=self.text[start:end], marks=marks, columns=columns[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Whatever an editor puts on a page: a story, a photo, or one of the kinds that stand as one block (`kinds`). `id`: given or made."""

    id: str
    placing: Placing = Placing()
    origin: Origin | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """How messages speak of it."""
        return self.id

    @property
    def articles(self) -> tuple["Article", ...]:
        """The articles it holds; a story is one."""
        return ()

    @property
    def heads(self) -> tuple[Text, ...]:
        """Heads of its own, over what it holds."""
        return ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """Copy of its own that is no head and stands in no article, such as a label."""
        return ()

    @property
    def prefixes(self) -> tuple[Text, ...]:
        """Copy that is set before the articles it holds, such as the dateline of briefs."""
        return ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The picture files it is made of."""
        return ()

    @property
    def pins(self) -> tuple[PinName, ...]:
        """The pins that act on it; any other is told to have no effect."""
        return PINS

    @property
    def releasable(self) -> tuple[PinName, ...]:
        """Of its pins those a page may be tried without."""
        return RELEASABLE

    def pinned(self, placing: Placing) -> Self:
        """The same with other pins."""
        return replace(self, placing=placing)

    def with_articles(self, change: "Callable[[Article], Article]") -> Self:
        """The same with each article it holds changed."""
        return self


ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Item):
    """A photo or drawing with its caption; `group` holds further photos under the same caption, `body` the text of a 图片新闻.

    `focus` is the point that must not be cropped away, as shares of width and height.
    """

    file: Path
    title: Text = NO_TEXT
    caption: Text = NO_TEXT
    credit: Text = NO_TEXT
    focus: tuple[float, float] = (0.5, 0.5)
    crop: tuple[float, float] | None = None
    alt: str = ""
    illustration: bool = False
    group: tuple[Path, ...] = ()
    body: tuple[CopyBlock, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The photo's file, and those of its group."""
        return (self.file, *self.group)

    @property
    def is_news(self) -> bool:
        """图片新闻: it has a title of its own and goes with no article."""
        return bool(self.title) and not self.placing.beside

    @property
    def name(self) -> str:
        """How it is spoken of."""
        return spoken(self.title) or self.file.name

    @property
    def pins(self) -> tuple[PinName, ...]:
        """The pins that act on it."""
        return ("page", "position", "columns", "priority", "jump", "beside", "fit", "together") if self.is_news else WITH_A_STORY

    @property
    def releasable(self) -> tuple[PinName, ...]:
        """The pins a page may be tried without."""
        return RELEASABLE if self.is_news else ("columns", "fit")


@dataclass(frozen=True, slots=True)
class Datum:
    """A number of a data strip: the numeral, what it counts, its unit."""

    number: Text
    name: Text = NO_TEXT
    unit: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Jump:
    """转版: the page a part of a story goes on on, or the one it comes from.

    `subheads` and `standing_head` are those of the whole story, so that subheads stand alike on both pages.
    """

    to: int | None = None
    from_page: int | None = None
    subheads: tuple[str, ...] = ()
    standing_head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Item):
    """A story's copy, or a part of it when it jumps. `initial` is how many lines deep its first 字 stands.

    `dateline` and `source` are None when the field was not given, empty when it was emptied.
    """

    title: Text
    kicker: Text = NO_TEXT
    deck: Text = NO_TEXT
    summary: Text = NO_TEXT
    standing_head: Text = NO_TEXT
    author: Text = NO_TEXT
    source: Text = NO_TEXT
    dateline: Text | None = None
    body: tuple[CopyBlock, ...] = ()
    photos: tuple[Photo, ...] = ()
    data: tuple[Datum, ...] = ()
    editor_note: Text = NO_TEXT
    end_note: Text = NO_TEXT
    initial: int = 0
    jump: Jump | None = None

    @property
    def continued(self) -> bool:
        """Whether it is the rest of a story that begins on another page."""
        return self.jump is not None and self.jump.from_page is not None

    @property
    def name(self) -> str:
        """The title as it is spoken of: without the editor's break marks, `//` as the slash it stands for."""
        return spoken(self.title)

    @property
    def articles(self) -> tuple["Article", ...]:
        """Itself."""
        return (self,)

    def with_articles(self, change: "Callable[[Article], Article]") -> "Article":
        """Itself changed."""
        return change(self)


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
    others: tuple[Item, ...] = ()
    staff: Staff = Staff()
    loose: bool = False
    origin: Origin | None = field(default=None, compare=False)

    @property
    def stories(self) -> tuple[Article, ...]:
        """The articles given as stories of the page, leads first."""
        return (*self.lead, *self.articles)

    @property
    def ranked(self) -> tuple[Article, ...]:
        """The articles that are made up as stories: those of a page of briefs alone are."""
        return self.stories or tuple(article for item in self.others for article in item.articles)

    @property
    def blocks(self) -> tuple[Item, ...]:
        """The others that stand as blocks of their own: all but those whose articles are made up as stories."""
        return self.others if self.stories else tuple(item for item in self.others if not item.articles)

    @property
    def every_article(self) -> tuple[Article, ...]:
        """All articles: stories, and those in others, such as briefs."""
        return (*self.stories, *(article for item in self.others for article in item.articles))

    @property
    def every_photo(self) -> tuple[Photo, ...]:
        """All photos: the page's own, and those of its articles."""
        return (*self.photos, *(photo for article in self.every_article for photo in article.photos))

    def items(self) -> tuple[Item, ...]:
        """All that the editor put on the page: stories, photos, others."""
        return (*self.stories, *self.photos, *self.others)

    def of(self, kind: type[ItemT]) -> tuple[ItemT, ...]:
        """The others of one kind."""
        return tuple(item for item in self.others if isinstance(item, kind))


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
