"""How a block is filled for real: the candidates of its area tried one after another, photos at their rows, text broken into legs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from paperlayout.grid import Block
from paperlayout.plan.block.block_area import SHORT_LEG, BlockArea
from paperlayout.plan.block.block_cost import BlockCost, Candidate
from paperlayout.plan.block.figures import FigureSpot
from paperlayout.plan.costs import INF
from paperlayout.plan.page_plan import Leg, PlacedFigure, Slot
from paperlayout.story.legs import fit_legs
from paperlayout.story.measured import FigureVariant

TRIES, MOST_TRIES = 40, 160
"""Settings that are tried in one block, and how many while none has found its legs."""
KEPT, OF_ONE_ARRANGEMENT = 5, 2
"""Settings kept of one block, and made of one arrangement of its photos."""


class BlockFill:
    """The real settings of one block, each height worked out once."""

    def __init__(self, cost: BlockCost):
        self.cost, self.block = cost, cost.block
        self._slots: dict[tuple[int, int], tuple[Slot, ...]] = {}

    def slots(self, rows: int, corner_rows: int) -> tuple[Slot, ...]:
        """The best real settings of the story in a block of so many rows, cheapest first."""
        key = (rows, corner_rows)
        if key not in self._slots:
            self._slots[key] = tuple(sorted(self._found(rows, corner_rows), key=lambda s: s.cost)[:KEPT])
        return self._slots[key]

    def draft(self, block: Block, corner: Block | None) -> Slot | None:
        """The story in its cheapest head, its photos and legs left open."""
        found = self.cost.cheapest(block.rows, corner.rows if corner else 0)
        if found is None:
            return None
        head = _head_block(found)
        return Slot(
            story=self.block.item, rank=self.block.story.rank, block=block, corner=corner, head=found.sized.head, head_block=head,
            figures=(), legs=(), picks=(), cost=found.cost,
        )  # fmt: skip

    def _found(self, rows: int, corner_rows: int) -> Iterator[Slot]:
        """Settings of the cheapest candidates, until enough are found or tried."""
        corner = self.block.corner_at(rows, corner_rows)
        made: Counter[tuple[FigureSpot, ...]] = Counter()
        tries = 0
        for candidate in self.cost.candidates(rows, corner_rows):
            spots = candidate.arrangement.spots
            if made[spots] >= OF_ONE_ARRANGEMENT:
                continue
            for slot in self._tried(candidate, BlockArea(self.block.columns, rows, _head_block(candidate), corner)):
                tries += 1
                if slot is not None:
                    made[spots] += 1
                    yield slot
                    break
            if made.total() > KEPT or tries >= (TRIES if made else MOST_TRIES):
                return

    def _tried(self, candidate: Candidate, area: BlockArea) -> Iterator[Slot | None]:
        """A candidate with its photos at each height they can have; None where the text finds no legs."""
        for figures in area.figures(*self.flush(candidate, area)):
            legs = area.legs(figures)
            yield self._set(candidate, area, figures, legs) if legs else None

    def _set(self, candidate: Candidate, area: BlockArea, figures: tuple[PlacedFigure, ...], legs: tuple[Leg, ...]) -> Slot | None:
        story, text, prices = self.block.story, self.block.text, self.block.prices.text
        rows = [leg.rows for leg in legs]
        items = text.items_for(sum(rows))
        fit = fit_legs(items, rows, INF, prices, story.flow.movable)
        if fit is None:
            return None
        lost = prices.misfit_per_row * (text.rows - sum(rows)) if items is not text.items and sum(rows) < text.rows else 0.0
        cost = candidate.cost - candidate.slack_cost + fit.cost + lost + prices.short_leg * _short_legs(rows)
        return Slot(
            story=self.block.item, rank=story.rank, block=Block(0, 0, area.columns, area.rows), corner=area.corner, head=candidate.sized.head,
            head_block=area.head, figures=figures, legs=legs, picks=fit.picks, cost=cost,
        )  # fmt: skip

    def flush(self, candidate: Candidate, area: BlockArea) -> tuple[list[FigureSpot], list[FigureVariant]]:
        """The photos, one at the foot without text over it a row taller, so that its top is level with the text beside it."""
        spots, variants = list(candidate.arrangement.spots), list(candidate.sized.variants)
        for i, (spot, variant) in enumerate(zip(spots, variants, strict=True)):
            if spot.anchor == "foot" and variant.rows + spot.extra_rows == area.rows - area.top(spot.column):
                taller = (v for v in self.block.story.figures[spot.figure].of_width(spot.columns) if v.rows == variant.rows + 1)
                spots[i] = spot._replace(anchor="full", extra_rows=spot.extra_rows - 1, above=0)
                variants[i] = next(taller, variant)
        return spots, variants


def _head_block(candidate: Candidate) -> Block:
    head = candidate.sized.head
    return Block(candidate.arrangement.head_column, 0, head.columns, head.rows)


def _short_legs(rows: Sequence[int]) -> int:
    return sum(leg < SHORT_LEG for leg in rows)
