"""The sheet: columns and rows of the grid as points on the page, and the ink edges everything is aligned to (house-style §1)."""

from dataclasses import dataclass

from paperlayout.geometry import Rect
from paperlayout.issue.house import House
from paperlayout.page import PageGrid
from paperlayout.plan.page_plan import Block
from paperlayout.story.figure import GridSteps
from paperlayout.units import Pt

ROMAN_BASELINE = 0.88
"""The baseline stands 0.88 em below the top of the em box in all our faces."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page's grid in points. Columns and rows count from 0."""

    left: Pt
    top: Pt
    column: Pt
    gap: Pt
    leading: Pt
    rows: int
    columns: int
    size: Pt
    ascent: float
    descent: float

    @classmethod
    def of(cls, house: House, rows: int) -> "Sheet":
        """The house's type area cut into so many rows, centred between the side margins."""
        grid = house.look.grid
        column = grid.chars * grid.size
        width = grid.columns * column + (grid.columns - 1) * grid.column_gap
        return cls(
            (house.trim.width - width) / 2,
            grid.top,
            column,
            grid.column_gap,
            grid.height / rows,
            rows,
            grid.columns,
            grid.size,
            grid.ink_ascent,
            grid.ink_descent,
        )

    @property
    def right(self) -> Pt:
        return self.x(self.columns - 1) + self.column

    @property
    def step(self) -> Pt:
        return self.column + self.gap

    def x(self, column: int) -> Pt:
        """Left edge of a column."""
        return self.left + column * self.step

    def width(self, columns: int) -> Pt:
        return columns * self.column + (columns - 1) * self.gap

    def slot(self, row: int) -> Pt:
        """Top of a row's cell: T(r)."""
        return self.top + row * self.leading

    def baseline(self, row: int) -> Pt:
        """B(r)."""
        return self.slot(row) + (self.leading - self.size) / 2 + ROMAN_BASELINE * self.size

    def ink_top(self, row: int) -> Pt:
        """I(r)."""
        return self.baseline(row) - self.ascent * self.size

    def ink_foot(self, row: int) -> Pt:
        """F(r)."""
        return self.baseline(row) + self.descent * self.size

    def cells(self, block: Block) -> Rect:
        """From column edge to column edge, from the top of the first cell to the foot of the last."""
        return Rect(self.x(block.column), self.slot(block.row), self.x(block.right - 1) + self.column, self.slot(block.foot))

    def picture(self, block: Block) -> Rect:
        """From the ink top of the first row to the ink foot of the last."""
        return Rect(self.x(block.column), self.ink_top(block.row), self.x(block.right - 1) + self.column, self.ink_foot(block.foot - 1))

    def steps(self) -> GridSteps:
        """What measuring needs to know of the grid."""
        return GridSteps(self.column, self.gap, self.leading, self.leading - (self.ascent + self.descent) * self.size)

    def grid(self) -> PageGrid:
        return PageGrid(self.columns, self.rows, self.column, self.gap, self.leading, self.size, self.baseline(0))

    def type_area(self) -> Rect:
        return Rect(self.left, self.top, self.right, self.top + self.rows * self.leading)
