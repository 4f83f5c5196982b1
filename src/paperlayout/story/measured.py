"""Measured stories: what make-up knows of the copy. Whole lines and columns, and the set type that `compose` places later."""

from dataclasses import KW_ONLY, dataclass, field
from enum import Enum
from typing import Literal, NewType

from paperlayout.diag import Origin
from paperlayout.heads.variant import HeadVariant
from paperlayout.issue.content import Article, CopyBlock, InlineMark, Photo
from paperlayout.setting.horizontal import StyledText
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import Broken
from paperlayout.units import Em, Pt

LayoutNumber = NewType("LayoutNumber", int)
"""Which of the layouts a paragraph was broken into (`Broken.layouts`)."""


class Unbroken(Enum):
    """Rows that the composer does not break."""

    EMPTY = "white without copy"
    SUBHEAD = "the lines of a subhead"
    ROWS = "verse, names, a table: rows of its own"
    BREAK = "a row of white with its ornament"


Setting = LayoutNumber | Unbroken


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to set a piece of the flow: how many lines, at what cost, how they are set, and the white rows in it above and below."""

    lines: int
    cost: float
    setting: Setting = LayoutNumber(0)
    _: KW_ONLY
    above: int = 0
    below: int = 0

    @property
    def layout(self) -> LayoutNumber | None:
        """Its layout, if it is broken."""
        return None if isinstance(self.setting, Unbroken) else self.setting

    @property
    def set_lines(self) -> int:
        """The rows copy stands in."""
        return self.lines - self.above - self.below


@dataclass(frozen=True, slots=True)
class FlowItem:
    """A piece of a story's flow, with the line counts it can take.

    A block of rows may be cut after the rows in `cuts` only; the first `whole` lines of a paragraph stay together. A paragraph that `introduces` the next,
    as a question its answer, has the beginning of it below in its leg.
    """

    kind: Literal["paragraph", "subhead", "block", "break", "jump_line"]
    choices: tuple[Choice, ...]
    cuts: frozenset[int] = frozenset()
    whole: int = 0
    introduces: bool = False

    @property
    def nominal(self) -> Choice:
        """The cheapest way."""
        return min(self.choices, key=lambda c: c.cost)

    def moves(self, choice: Choice) -> bool:
        """Whether a way to set a paragraph tightens or loosens it."""
        return self.kind == "paragraph" and choice.setting != self.nominal.setting


@dataclass(frozen=True, slots=True)
class FigureVariant:
    """One way to set a photo: columns, rows of the picture, rows of its caption, share cropped away, cost; a group's photos stand side by side or stacked."""

    columns: int
    rows: int
    caption_rows: int
    crop: float
    cost: float
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class MeasuredFigure:
    """A photo with the sizes it can take."""

    photo: Photo
    ratio: float
    variants: tuple[FigureVariant, ...]

    def of_width(self, columns: int) -> tuple[FigureVariant, ...]:
        return tuple(v for v in self.variants if v.columns == columns)


@dataclass(frozen=True, slots=True)
class Initial:
    """首字下沉: its copy, how many lines deep, and those lines set beside it."""

    text: str
    depth: int
    lines: tuple[SetLine, ...]


@dataclass(frozen=True, slots=True)
class FixedRow:
    """A row of verse, of a name list or of a table: its line (None: white), its entry, the rules at its top and foot, whether it `heads` a group of names."""

    line: SetLine | None
    entry: int
    above: Pt = 0.0
    below: Pt = 0.0
    heads: bool = False


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block of copy at one measure: broken into lines, as rows that are fixed (verse, names, tables), or as lines of display type (subheads).

    `inset` is the left indent of all lines, `white` the blank rows above and below, `marks` are counted from the start of what was broken,
    `over` is how many em a table is too wide.
    """

    block: CopyBlock
    broken: Broken | None = None
    _: KW_ONLY
    subhead: tuple["SubheadLine", ...] = ()
    inset: Em = Em(0.0)
    initial: Initial | None = None
    rows: tuple[FixedRow, ...] = ()
    marks: tuple[InlineMark, ...] = ()
    over: Em = Em(0.0)
    white: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class SubheadLine:
    """A centred line of a subhead with its baseline below the top of the subhead's first row."""

    parts: tuple[StyledText, ...]
    baseline: Pt


@dataclass(frozen=True, slots=True)
class Flow:
    """A story's body at one measure: what is set, and the same as items for make-up; how many paragraphs may be tightened or loosened, None: all."""

    blocks: tuple[SetBlock, ...]
    items: tuple[FlowItem, ...]
    movable: int | None = None

    @property
    def lines(self) -> int:
        """Rows the body takes when nothing is tightened or loosened."""
        return sum(i.nominal.lines for i in self.items)


LEAST_COLUMNS = 2
"""A 竖题 needs text at its side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredStory:
    """An article ready for make-up: its flow at the base measure, heads by columns, figures; rows of white over a photo beside its head, under the 报头."""

    id: str
    rank: int
    article: Article
    flow: Flow
    heads: tuple[HeadVariant, ...] = ()
    figures: tuple[MeasuredFigure, ...] = ()
    columns: tuple[int, ...] = ()
    chars: int = 0
    origin: Origin | None = field(default=None, compare=False)
    air: int = 0

    @property
    def vertical(self) -> bool:
        """Whether its head is a 竖题: all variants of one head stand the same way."""
        return bool(self.heads) and self.heads[0].vertical

    def heads_over(self, columns: int) -> tuple[HeadVariant, ...]:
        return tuple(h for h in self.heads if h.columns == columns)

    def heads_for(self, columns: int, beside: int = 0) -> tuple[HeadVariant, ...]:
        """The heads for a block of so many columns with a photo of `beside` columns next to the head; a 竖题 stands in the block's first column alone."""
        if not self.vertical:
            return self.heads_over(columns - beside)
        return self.heads if columns >= LEAST_COLUMNS and not beside else ()
