"""Measured stories: what make-up knows of the copy. Whole lines and columns, and the set type that `compose` places later."""

from dataclasses import dataclass, field
from typing import Literal

from paperlayout.diag import Origin
from paperlayout.issue.model import Article, Block, Photo, Staff
from paperlayout.page import Ink
from paperlayout.setting import Voiced
from paperlayout.text.paragraph import Broken
from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to set a paragraph or subhead: how many lines, at what cost, and which layout of the composer."""

    lines: int
    cost: float
    layout: int = 0


@dataclass(frozen=True, slots=True)
class FlowItem:
    """A paragraph or subhead in the flow of a story, with the line counts it can take."""

    kind: Literal["paragraph", "subhead"]
    choices: tuple[Choice, ...]

    @property
    def nominal(self) -> Choice:
        """The cheapest way."""
        return min(self.choices, key=lambda c: c.cost)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of a head: its parts, the baseline below the head's top, and whether it is centred or starts at a point."""

    kind: Literal["standing_head", "kicker", "headline", "deck", "byline"]
    parts: tuple[Voiced, ...]
    baseline: Pt
    left: Pt
    width: Pt

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.parts)


@dataclass(frozen=True, slots=True)
class HeadVariant:
    """One way to set a head over so many columns: whole rows, cost, main size, steps down from the ideal, and the set lines."""

    columns: int
    rows: int
    cost: float
    size: Pt
    steps: int
    lines: tuple[HeadLine, ...]


@dataclass(frozen=True, slots=True)
class FigureVariant:
    """One way to set a photo: columns, rows of the picture, rows of its caption, share cropped away, cost."""

    columns: int
    rows: int
    caption_rows: int
    crop: float
    cost: float


@dataclass(frozen=True, slots=True)
class MeasuredFigure:
    """A photo with the sizes it can take."""

    photo: Photo
    ratio: float
    variants: tuple[FigureVariant, ...]

    def of_width(self, columns: int) -> tuple[FigureVariant, ...]:
        return tuple(v for v in self.variants if v.columns == columns)


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block of copy, broken into lines at one measure (paragraphs), or as lines of display type (subheads)."""

    block: Block
    broken: Broken | None = None
    subhead: tuple["SubheadLine", ...] = ()


@dataclass(frozen=True, slots=True)
class SubheadLine:
    """A centred line of a subhead with its baseline below the top of the subhead's first row."""

    parts: tuple[Voiced, ...]
    baseline: Pt


@dataclass(frozen=True, slots=True)
class Flow:
    """A story's body at one measure: what is set, and the same as items for make-up."""

    blocks: tuple[SetBlock, ...]
    items: tuple[FlowItem, ...]

    @property
    def lines(self) -> int:
        """Rows the body takes when nothing is tightened or loosened."""
        return sum(i.nominal.lines for i in self.items)


@dataclass(frozen=True, slots=True)
class MeasuredStory:
    """An article ready for make-up: its flow at the base measure, heads by columns, figures."""

    id: str
    rank: int
    article: Article
    flow: Flow
    heads: tuple[HeadVariant, ...]
    figures: tuple[MeasuredFigure, ...]
    columns: tuple[int, ...]
    chars: int
    origin: Origin | None = field(default=None, compare=False)

    def heads_over(self, columns: int) -> tuple[HeadVariant, ...]:
        return tuple(h for h in self.heads if h.columns == columns)


@dataclass(frozen=True, slots=True)
class BriefPart:
    """One brief in a box: its flow at the box's measure, head line, rows of each leg, and its choice of lines."""

    article: Article
    flow: Flow
    head: tuple[HeadLine, ...]
    head_rows: int
    legs: tuple[int, ...]
    picks: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class BoxVariant:
    """One way to set the 简讯 box: columns, rows, cost, blank rows added between briefs."""

    columns: int
    rows: int
    cost: float
    parts: tuple[BriefPart, ...]
    padding: Pt
    measure: int


@dataclass(frozen=True, slots=True)
class MeasuredBox:
    """简讯集纳: several briefs under one box head, laid out as one block."""

    id: str
    rank: int
    title: str
    tagline: str
    variants: tuple[BoxVariant, ...]
    chars: int
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of one page, measured."""

    stories: tuple[MeasuredStory, ...]
    boxes: tuple[MeasuredBox, ...]
    staff: Staff
    red: Ink
