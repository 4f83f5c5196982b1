"""The room for text inside a block: legs of equal measure in whole 字, with what is left over in the padding or, 破栏, between the legs (make-up §1.2)."""

from dataclasses import dataclass

from paperlayout.grid import Grid
from paperlayout.kit import Kit
from paperlayout.units import Pt

CLOSE = 1e-6
LEAST_MEASURE, MOST_MEASURE = 10, 28
"""字 of a leg that reads well (make-up R17)."""


@dataclass(frozen=True, slots=True)
class BoxRoom:
    """Legs inside a block of so many columns: how many, each so many 字 wide, the padding at both sides and the gap between legs in points."""

    columns: int
    legs: int
    measure: int
    padding: Pt
    gap: Pt

    def over(self, legs: int, size: Pt) -> Pt:
        """Width over so many legs with the gaps between them."""
        return legs * self.measure * size + (legs - 1) * self.gap

    def width(self, size: Pt) -> Pt:
        """Width over all legs."""
        return self.over(self.legs, size)

    def left(self, leg: int, size: Pt) -> Pt:
        """A leg's left edge from the block's."""
        return self.padding + leg * (self.measure * size + self.gap)

    def first_column(self, leg: int) -> int:
        """The block's columns are shared over the legs: the first of a leg's."""
        return leg * self.columns // self.legs


def padded_room(columns: int, padding: Pt, grid: Grid, kit: Kit) -> BoxRoom:
    """A leg in each column at the page's own gap; what is left over of whole 字 goes into the padding, both sides alike."""
    size, width = kit.house.look.grid.size, grid.width(columns)
    measure = int(((width - 2 * padding - (columns - 1) * grid.column_gap) / columns + CLOSE) // size)
    inner = columns * measure * size + (columns - 1) * grid.column_gap
    return BoxRoom(columns, columns, measure, (width - inner) / 2, grid.column_gap)


def broken_room(columns: int, legs: int, grid: Grid, kit: Kit, padding: Pt = 0.0) -> BoxRoom | None:
    """破栏: fewer legs than columns, what is left over of whole 字 between them; None when a line would be too short or too long to read."""
    size, width = kit.house.look.grid.size, grid.width(columns) - 2 * padding
    if not 0 < legs < columns:
        return None
    measure = int(((width - (legs - 1) * grid.column_gap) / legs + CLOSE) // size)
    if not LEAST_MEASURE <= measure <= MOST_MEASURE:
        return None
    spare = width - legs * measure * size
    return BoxRoom(columns, legs, measure, padding, spare / (legs - 1)) if legs > 1 else BoxRoom(columns, 1, measure, padding + spare / 2, 0.0)
