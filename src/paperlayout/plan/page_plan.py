"""The dummy: blocks, legs, figures and heads as integers of the page grid, columns and rows from 0 at the type area's top left."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from paperlayout.grid import Block
from paperlayout.heads.variant import HeadVariant
from paperlayout.plan.tree import Tree
from paperlayout.story.box import BoxContent, BoxVariant
from paperlayout.story.measured import Choice, FigureVariant

Anchor = Literal["top", "middle", "foot", "beside", "full", "tower"]


class Owner(NamedTuple):
    """Who a cell, a head or a picture belongs to: a story or a box, by its number among its own."""

    kind: Literal["story", "box"]
    number: int


class Leg(NamedTuple):
    """A strip of rows in one column that takes text."""

    column: int
    row: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedFigure:
    """A photo in a story's block: the rows of the picture itself; caption and white follow from the variant and anchor."""

    index: int
    block: Block
    picture: Block
    anchor: Anchor
    variant: FigureVariant


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a story stands: its block, and from its upper left the lower corner it leaves to others, head, figures, legs; and how each item is set."""

    story: int
    rank: int
    block: Block
    corner: Block | None
    head: HeadVariant
    head_block: Block
    figures: tuple[PlacedFigure, ...]
    legs: tuple[Leg, ...]
    picks: tuple[Choice, ...]
    cost: float

    @property
    def owner(self) -> Owner:
        """The story as an owner of cells."""
        return Owner("story", self.story)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxSlot:
    """Where a box stands; a framed one is set apart from its neighbours by its ground."""

    box: int
    rank: int
    block: Block
    variant: BoxVariant[BoxContent]
    cost: float
    framed: bool = True

    @property
    def owner(self) -> Owner:
        """The box as an owner of cells."""
        return Owner("box", self.box)


class Fault(NamedTuple):
    """A page rule broken: its name, its price, and who is involved. A slight one has a price but is nothing to report."""

    rule: str
    cost: float
    owners: tuple[Owner, ...] = ()
    slight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """The dummy of one page. `over_rows` > 0: the story `cut` is cut by so many rows; `short_rows` > 0: so many rows stand empty.

    `tree` is how the page is cut.
    """

    rows: int
    area: Block
    slots: tuple[Slot, ...]
    boxes: tuple[BoxSlot, ...]
    cost: float
    faults: tuple[Fault, ...] = ()
    over_rows: int = 0
    short_rows: int = 0
    cut: int = 0
    front: bool = True
    tree: Tree | None = None
