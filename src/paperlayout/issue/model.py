"""An issue as the editor wrote it: copy, photos and pins, each with the place it was written at."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from paperlayout.diag import Origin
from paperlayout.issue.house import House

BlockKind = Literal["paragraph", "subhead", "quote", "list", "break"]
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


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a manuscript's body: a paragraph, subhead, quote or list entry."""

    kind: BlockKind
    text: str
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Placing:
    """Pins: where the editor wants an item, and how. None means the program chooses."""

    page: int | None = None
    position: Position | None = None
    columns: int | None = None
    full_width: bool = False
    priority: Priority | None = None
    style: Style | None = None
    jump: int | bool | None = None
    beside: str | None = None
    fit: Fit | None = None
    together: bool | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo or drawing with its caption; `group` holds further photos under the same caption.

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
    placing: Placing = Placing()
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Article:
    """A story's copy. `dateline` and `source` are None when the field was not given, empty when it was emptied."""

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
    editor_note: Text = NO_TEXT
    end_note: Text = NO_TEXT
    placing: Placing = Placing()
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Briefs:
    """Short items under one box head (简讯集纳). `title` empty: the house style's."""

    items: tuple[Article, ...]
    title: Text = NO_TEXT
    dateline: Text | None = None
    placing: Placing = Placing()
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Staff:
    """Who made the page: responsible editor, designer, proofreader."""

    editor: Text = NO_TEXT
    designer: Text = NO_TEXT
    proofreader: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class PageCopy:
    """The copy given for one page; `lead` holds the articles of first rank in order."""

    name: Text = NO_TEXT
    lead: tuple[Article, ...] = ()
    articles: tuple[Article, ...] = ()
    photos: tuple[Photo, ...] = ()
    briefs: tuple[Briefs, ...] = ()
    staff: Staff = Staff()
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of the paper as written. `pages` is one entry when the editor named no pages."""

    file: Path
    house: House
    date: datetime.date
    number: int | None = None
    total: int | None = None
    pages: tuple[PageCopy, ...] = ()
    staff: Staff = Staff()
    notice: Text = NO_TEXT
    ear: Text = NO_TEXT
    guide: tuple[Text, ...] = ()
    slogan: Text = NO_TEXT
    origin: Origin | None = field(default=None, compare=False)
