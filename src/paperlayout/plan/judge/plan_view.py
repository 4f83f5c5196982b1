"""A dummy read as the page rules read it: heads and pictures at their places on the page, and who owns each cell."""

from functools import cached_property
from typing import NamedTuple

from paperlayout.grid import Block
from paperlayout.issue.prices import RulePrices
from paperlayout.plan.page_plan import BoxSlot, Owner, PagePlan, Slot
from paperlayout.units import Pt

Cell = Owner | None
"""Who owns a cell; None: the white between blocks."""


def bits(row: int, rows: int) -> int:
    """Rows as the bits of a number."""
    return ((1 << rows) - 1) << row


class PlacedHead(NamedTuple):
    """A head at its place: owner, rank, its block, main size and face, whether it runs down the page, whether a frame or ground sets it apart."""

    owner: Owner
    rank: int
    block: Block
    size: Pt
    face: str
    vertical: bool = False
    framed: bool = False


class PlacedPicture(NamedTuple):
    """A picture at its place, and the story or box it belongs to."""

    owner: Owner
    block: Block

    @property
    def cells(self) -> int:
        return self.block.columns * self.block.rows


class PlanView:
    """A dummy with what the rules ask of it, worked out once, and their prices."""

    def __init__(self, plan: PagePlan, prices: RulePrices):
        self.plan, self.area, self.prices = plan, plan.area, prices

    @cached_property
    def heads(self) -> tuple[PlacedHead, ...]:
        return (*(_head(s) for s in self.plan.slots), *(h for b in self.plan.boxes if (h := _box_head(b))))

    @cached_property
    def bare_heads(self) -> tuple[PlacedHead, ...]:
        """Heads that nothing but white sets apart from their neighbours."""
        return tuple(h for h in self.heads if not h.framed)

    @cached_property
    def pictures(self) -> tuple[PlacedPicture, ...]:
        stories = [PlacedPicture(s.owner, f.picture.at(s.block)) for s in self.plan.slots for f in s.figures]
        boxes = [PlacedPicture(b.owner, Block(p.column, p.row, p.columns, p.rows).at(b.block)) for b in self.plan.boxes for p in b.variant.pictures]
        return (*stories, *boxes)

    @cached_property
    def owners(self) -> list[list[Cell]]:
        return owners(self.plan)

    @cached_property
    def text(self) -> list[int]:
        """By column of the area: the rows that stories stand on, as the bits of a number."""
        columns = [0] * self.area.columns
        for slot in self.plan.slots:
            row = slot.block.row - self.area.row
            for column in range(slot.block.columns):
                corner = slot.corner if slot.corner and slot.corner.column <= column < slot.corner.right else None
                columns[slot.block.column - self.area.column + column] |= bits(row, corner.row if corner else slot.block.rows)
        return columns

    def in_other_settings(self, plan: PagePlan) -> "PlanView":
        """The dummy of a page whose blocks stand just so, and which differs in how they are set."""
        other = PlanView(plan, self.prices)
        other.owners, other.text = self.owners, self.text
        return other

    @property
    def cells(self) -> int:
        return self.area.columns * self.area.rows

    def across(self, block: Block) -> float:
        """Where the middle of a block stands across the page, 0 to 1."""
        return (block.column + block.columns / 2 - self.area.column) / self.area.columns

    def down(self, block: Block) -> float:
        """Where the middle of a block stands down the page, 0 to 1."""
        return (block.row + block.rows / 2 - self.area.row) / self.area.rows


def _head(slot: Slot) -> PlacedHead:
    line = next((line for line in slot.head.lines if line.kind == "headline"), None)
    face = line.type.face if line else ""
    return PlacedHead(slot.owner, slot.rank, slot.head_block.at(slot.block), slot.head.size, face, slot.head.vertical)


def _box_head(slot: BoxSlot) -> PlacedHead | None:
    variant = slot.variant
    if not (variant.head and variant.head_rows):
        return None
    block = Block(slot.block.column, slot.block.row, variant.columns, variant.head_rows)
    return PlacedHead(slot.owner, slot.rank, block, variant.head.size, "", framed=slot.framed)


def owners(plan: PagePlan) -> list[list[Cell]]:
    """By column and row of the area: the story or box that owns the cell, or the white between."""
    cells: list[list[Cell]] = [[None] * plan.area.rows for _ in range(plan.area.columns)]
    blocks = [(s.block, s.owner, s.corner.at(s.block) if s.corner else None) for s in plan.slots]
    for block, owner, corner in [*blocks, *((b.block, b.owner, None) for b in plan.boxes)]:
        for column in range(block.column, block.right):
            foot = corner.row if corner and corner.column <= column < corner.right else block.foot
            top = block.row - plan.area.row
            cells[column - plan.area.column][top : foot - plan.area.row] = [owner] * (foot - block.row)
    return cells
