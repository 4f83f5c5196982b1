"""The page grid: whole columns and rows, and where they are in points (house-style §1). The one grid of measuring, planning, composing and the layout JSON."""

from dataclasses import dataclass
from typing import NamedTuple

from paperlayout.geometry import Rect
from paperlayout.units import ROMAN_BASELINE, Pt


class Block(NamedTuple):
    """A block of whole columns and rows, counted from 0."""

    column: int
    row: int
    columns: int
    rows: int

    @property
    def right(self) -> int:
        """The column after its last."""
        return self.column + self.columns

    @property
    def foot(self) -> int:
        """The row after its last."""
        return self.row + self.rows

    def overlaps(self, other: "Block") -> bool:
        """Whether the two share a cell."""
        return self.column < other.right and other.column < self.right and self.row < other.foot and other.row < self.foot

    def at(self, by: "Block") -> "Block":
        """A block that was counted from another's upper left, at its place on the page."""
        return Block(self.column + by.column, self.row + by.row, self.columns, self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One page's grid: columns and rows of body text in points, from the type area's upper left; the rows that 报头 or 报眉 take at its head.

    `column` is a column's width, `leading` a row's height; `ink_ascent` and `ink_descent` are how far body type reaches over and under its baseline, in em.
    The last row is the credits' or the 地线's.
    """

    columns: int
    rows: int
    column: Pt
    column_gap: Pt
    leading: Pt
    body_size: Pt
    left: Pt = 0.0
    top: Pt = 0.0
    ink_ascent: float = 0.0
    ink_descent: float = 0.0
    furniture_rows: int = 0

    @property
    def area(self) -> Block:
        """The block that copy may fill: what the furniture at head and foot leaves."""
        return Block(0, self.furniture_rows, self.columns, self.rows - 1 - self.furniture_rows)

    @property
    def right(self) -> Pt:
        """The right edge of the type area."""
        return self.x(self.columns - 1) + self.column

    @property
    def step(self) -> Pt:
        """From one column's edge to the next one's."""
        return self.column + self.column_gap

    @property
    def first_baseline(self) -> Pt:
        """B(0)."""
        return self.baseline(0)

    @property
    def ink_drop(self) -> Pt:
        """From the top of a row to the ink top of its text: the em box stands in the middle of the row."""
        return (self.leading - self.body_size) / 2 + (ROMAN_BASELINE - self.ink_ascent) * self.body_size

    @property
    def ink_loss(self) -> Pt:
        """What a picture of whole rows leaves free above and below, since it reaches from ink to ink (house-style §7)."""
        return self.leading - (self.ink_ascent + self.ink_descent) * self.body_size

    def x(self, column: int) -> Pt:
        """Left edge of a column."""
        return self.left + column * self.step

    def width(self, columns: int) -> Pt:
        """So many columns with the gaps between."""
        return columns * self.column + (columns - 1) * self.column_gap

    def picture_height(self, rows: int) -> Pt:
        """From the ink top of the first row to the ink foot of the last (house-style §7)."""
        return rows * self.leading - self.ink_loss

    def slot(self, row: int) -> Pt:
        """Top of a row's cell: T(r)."""
        return self.top + row * self.leading

    def baseline(self, row: int) -> Pt:
        """B(r)."""
        return self.slot(row) + (self.leading - self.body_size) / 2 + ROMAN_BASELINE * self.body_size

    def ink_top(self, row: int) -> Pt:
        """I(r)."""
        return self.baseline(row) - self.ink_ascent * self.body_size

    def ink_foot(self, row: int) -> Pt:
        """F(r)."""
        return self.baseline(row) + self.ink_descent * self.body_size

    def cells(self, block: Block) -> Rect:
        """From column edge to column edge, from the top of the first cell to the foot of the last."""
        return Rect(self.x(block.column), self.slot(block.row), self.x(block.right - 1) + self.column, self.slot(block.foot))

    def picture(self, block: Block) -> Rect:
        """From the ink top of the first row to the ink foot of the last."""
        return Rect(self.x(block.column), self.ink_top(block.row), self.x(block.right - 1) + self.column, self.ink_foot(block.foot - 1))

    def type_area(self) -> Rect:
        """版心."""
        return Rect(self.left, self.top, self.right, self.top + self.rows * self.leading)
