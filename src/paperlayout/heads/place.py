"""Where a head stands: all that its size and its white depend on besides its words."""

from dataclasses import dataclass

from paperlayout.units import Pt

CENTRED_FROM = 4
"""Columns from which on the lead's head stands in the middle."""


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """Where a head stands: rank, columns, width in points, grid row height, ink rise of the first body row, at the page's top, its turn, front page or not.

    `above` is the white above a head that follows something of its own block; a `boxed` one stands in the middle; a `continued` one repeats the head of
    a story that jumped.
    """

    rank: int
    columns: int
    width: Pt
    leading: Pt
    ink_drop: Pt
    top_of_page: bool
    turn: int = 0
    front: bool = True
    above: Pt | None = None
    boxed: bool = False
    continued: bool = False

    @property
    def centred(self) -> bool:
        """The lead of the front page and heads in boxes stand in the middle of their span; every other is flush left (house-style §12)."""
        return self.boxed or (self.front and self.rank == 1 and self.columns >= CENTRED_FROM)
