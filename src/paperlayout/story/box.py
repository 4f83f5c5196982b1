"""Boxes: items set as one block of their own measure, measured beforehand in every size they can take."""

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass, field
from typing import Generic, Literal, Protocol, TypeVar

from paperlayout.diag import Origin
from paperlayout.grid import Block, Grid
from paperlayout.heads.variant import HeadVariant
from paperlayout.issue.content import Article
from paperlayout.issue.placing import Placing
from paperlayout.kit import Kit
from paperlayout.page import Frame
from paperlayout.story.measured import Choice, Flow


@dataclass(frozen=True, slots=True)
class BoxText:
    """Copy set in a box: an article, its flow at the box's measure, and how each item is set."""

    article: Article
    flow: Flow
    picks: tuple[Choice, ...]

    @property
    def lines(self) -> int:
        return sum(p.set_lines for p in self.picks)


@dataclass(frozen=True, slots=True)
class PictureArea:
    """A picture in a box, in whole columns and rows from the box's upper left, for the rules of balance and dominance."""

    column: int
    row: int
    columns: int
    rows: int


class BoxContent(Protocol):
    """The setting of a box in one size: a type of its own for each kind, which knows how it is drawn."""

    def frames(self, box: "MeasuredBox", block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
        """The frames of the box at its place, ground first."""
        ...


C = TypeVar("C", bound=BoxContent, covariant=True)


@dataclass(frozen=True, slots=True)
class BoxVariant(Generic[C]):
    """One way to set a box: columns, rows, cost, its head (`head_rows`: its rows if it stands at the top), its pictures.

    `content` is the setting itself; planning only hands it on. `texts` is the copy in it.
    """

    columns: int
    rows: int
    cost: float
    content: C
    _: KW_ONLY
    head: HeadVariant | None = None
    head_rows: int = 0
    pictures: tuple[PictureArea, ...] = ()
    texts: tuple[BoxText, ...] = ()


BoxStyle = Literal["red_frame", "black_frame", "blush", "tint", "none"]
"""The frame or ground of a block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredBox:
    """An item set as one block of its own measure: 简讯集纳, a boxed or 破栏 story, 图片新闻, an advert, a notice.

    `label` is its kind as reports name it. A `framed` one is parted from its neighbours by its own frame or ground; the others need rules like stories.
    One `always_told` is a story of its page even without copy of its own.
    """

    id: str
    label: str
    rank: int
    title: str
    variants: tuple[BoxVariant[BoxContent], ...]
    chars: int = 0
    placing: Placing = Placing()
    framed: bool = True
    always_told: bool = False
    origin: Origin | None = field(default=None, compare=False)
    title_origin: Origin | None = field(default=None, compare=False)
