"""The ground of one story: a block with its head and the corner it leaves, where photos are put and strips for text remain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from paperlayout.grid import Block
from paperlayout.plan.block.figures import FigureSpot
from paperlayout.plan.page_plan import Leg, PlacedFigure
from paperlayout.story.measured import FigureVariant

LEAST_LEG, SHORT_LEG = 3, 5
"""Rows a leg has at least; and below which it is short, and dear (R11)."""
LEAST_ABOVE_PHOTO = 6
MIDDLES = (0.5, 0.42, 0.58, 0.35, 0.65)
"""Heights at which a photo in mid-leg is tried, as shares of the room it has."""


@dataclass(frozen=True, slots=True)
class BlockArea:
    """A story's block, from its own upper left: columns, rows, head, and the corner left to others."""

    columns: int
    rows: int
    head: Block
    corner: Block | None

    def figures(self, spots: Sequence[FigureSpot], variants: Sequence[FigureVariant]) -> Iterator[tuple[PlacedFigure, ...]]:
        """The photos at their rows; those in mid-leg at a few heights, the middle first."""
        pairs = list(zip(spots, variants, strict=True))
        fixed = [self._fixed(s, v) for s, v in pairs if s.anchor != "middle"]
        floating = [(s, v) for s, v in pairs if s.anchor == "middle"]
        if self._collide([f.block for f in fixed]) or any(f.anchor == "beside" and f.block.rows < self.head.rows for f in fixed):
            return
        if not all(self._foot_is_right(f) for f in fixed):
            return
        for shares in product(MIDDLES, repeat=len(floating)):
            placed = self._with_floating(fixed, floating, shares)
            if placed:
                yield tuple(sorted(placed, key=lambda f: f.index))
            elif not floating:
                yield ()

    def _foot_is_right(self, figure: PlacedFigure) -> bool:
        """Only a photo as high as the text reaches the foot: white under another's caption would end a row above every other foot (house-style §12)."""
        if figure.anchor in ("full", "tower"):
            return figure.block.foot == self.rows
        return figure.anchor == "foot" or figure.block.foot < self.rows

    def top(self, column: int) -> int:
        """The first row under the head, or of the block beside it."""
        return self.head.rows if column < self.head.right else 0

    def _fixed(self, spot: FigureSpot, variant: FigureVariant) -> PlacedFigure:
        height = variant.rows + spot.extra_rows
        top = self.top(spot.column)
        row = {"top": top, "full": top, "beside": 0, "tower": 0}.get(spot.anchor, self.rows - height)
        return _placed(spot, variant, row)

    def _with_floating(
        self, fixed: Sequence[PlacedFigure], floating: Sequence[tuple[FigureSpot, FigureVariant]], shares: Sequence[float]
    ) -> list[PlacedFigure] | None:
        figures = list(fixed)
        for (spot, variant), share in zip(floating, shares, strict=True):
            row = self._middle(spot, variant.rows + spot.extra_rows, share, figures)
            if row is None:
                return None
            figures.append(_placed(spot, variant, row))
            if self._collide([f.block for f in figures]):
                return None
        return figures

    def _others(self, figures: Sequence[PlacedFigure]) -> list[Block]:
        return [f.block for f in figures] + ([self.corner] if self.corner else [])

    def _collide(self, blocks: Sequence[Block]) -> bool:
        every = [*blocks, self.head, *([self.corner] if self.corner else [])]
        return any(a.overlaps(b) for i, a in enumerate(every) for b in every[:i])

    def _middle(self, spot: FigureSpot, height: int, share: float, figures: Sequence[PlacedFigure]) -> int | None:
        """The row of a photo in mid-leg at a share of its room; None when it has none."""
        top = self.top(spot.column)
        foot = self.rows
        for block in self._others(figures):
            if block.column < spot.right and spot.column < block.right:
                if block.row <= top + 2:
                    top = max(top, block.foot)
                else:
                    foot = min(foot, block.row)
        free = foot - top - height - 2 * LEAST_ABOVE_PHOTO
        return top + LEAST_ABOVE_PHOTO + round(free * share) if free >= 0 else None

    def legs(self, figures: Sequence[PlacedFigure]) -> tuple[Leg, ...] | None:
        """The strips that are left for text, in reading order; None when one is too short to read."""
        taken = [self.head, *self._others(figures)]
        legs = [leg for column in range(self.columns) for leg in self._strips(column, taken)]
        fills = self.head.rows == self.rows and bool(legs) and legs[0].column == self.head.right  # a 竖题 as high as its text, which begins beside it
        begins = fills or (bool(legs) and legs[0].column < self.head.right)  # text begins under its head
        return tuple(legs) if begins and all(leg.rows >= LEAST_LEG for leg in legs) else None

    def _strips(self, column: int, taken: Sequence[Block]) -> Iterator[Leg]:
        row = 0
        for block in sorted((b for b in taken if b.column <= column < b.right), key=lambda b: b.row):
            if block.row > row:
                yield Leg(column, row, block.row - row)
            row = max(row, block.foot)
        if row < self.rows:
            yield Leg(column, row, self.rows - row)


def _placed(spot: FigureSpot, variant: FigureVariant, row: int) -> PlacedFigure:
    block = Block(spot.column, row, spot.columns, variant.rows + spot.extra_rows)
    picture = Block(spot.column, row + spot.above, spot.columns, variant.rows)
    return PlacedFigure(index=spot.figure, block=block, picture=picture, anchor=spot.anchor, variant=variant)
