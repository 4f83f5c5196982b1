"""The search for the page: every way to cut it into its stories and boxes, as cost curves (make-up §4.1)."""

from collections.abc import Iterator, Mapping

import numpy as np

from paperlayout.plan.block.figures import Corner
from paperlayout.plan.costs import INF, Costs
from paperlayout.plan.mode import EXACT, Mode
from paperlayout.plan.search.block_tables import BlockTables
from paperlayout.plan.search.curves import Curve, nothing, side, stack
from paperlayout.plan.search.cuts import FreeCuts, KeptCuts
from paperlayout.plan.search.learned import NOTHING_LEARNED, Learned
from paperlayout.plan.search.pins import FREE, Pins
from paperlayout.plan.tree import Tree
from paperlayout.story.copy import Copy

CurveKey = tuple[int, int]
"""A set of items, as bits, and its columns."""


class Search:
    """The cost curves of one page under some cuts, by what was learned of its stories. `curves`: those that are known already."""

    def __init__(self, tables: BlockTables, cuts: FreeCuts | KeptCuts, learned: Learned = NOTHING_LEARNED, curves: Mapping[CurveKey, Curve] | None = None):
        self.tables, self.cuts, self.learned = tables, cuts, learned
        self.columns, self.rows, self.all = tables.columns, tables.rows, tables.all
        self.prices = tables.copy.prices.planner
        self.seams: Costs = np.maximum(0.0, np.arange(self.rows + 1) - self.prices.seam_free_share * self.rows) * self.prices.seam_per_row
        self._curves: dict[CurveKey, Curve] = dict(curves or {})
        self._wrapping: dict[tuple[int, int, Corner], tuple[Costs, Costs]] = {}

    @classmethod
    def of(cls, copy: Copy, columns: int, rows: int, *, pins: Pins = FREE, mode: Mode = EXACT) -> "Search":
        """The search over every cut of a page."""
        tables = BlockTables(copy, columns, rows, mode)
        return cls(tables, FreeCuts(tables.stories, pins))

    def within(self, tree: Tree, learned: Learned = NOTHING_LEARNED) -> "Search":
        """A search that keeps the cuts of a tree and leaves their heights open."""
        return Search(self.tables, KeptCuts(tree, self.cuts.pins), learned)

    def knowing(self, learned: Learned) -> "Search":
        """The same search with more learned: the curves of sets it is not about stay."""
        news = learned.news(self.learned)
        return Search(self.tables, self.cuts, learned, {key: curve for key, curve in self._curves.items() if not key[0] & news})

    def cells(self, item: int) -> Iterator[int]:
        """The least and the most cells an item can take at each width it can have, alone in its block."""
        for columns in range(1, self.columns + 1):
            curve = self.curve(1 << item, columns)
            if not curve.empty:
                yield curve.first * columns
                yield curve.last * columns

    def curve(self, items: int, columns: int) -> Curve:
        """Least cost of every height for a set of items at a width, by flags."""
        key = (items, columns)
        if key not in self._curves:
            costs = self._alone(items.bit_length() - 1, columns) if items.bit_count() == 1 else self._divided(items, columns)
            self._curves[key] = Curve.of(costs)
        return self._curves[key]

    def _alone(self, item: int, columns: int) -> Costs:
        """An item alone: where a story turned out dearer than its area promised, at its real cost."""
        costs = self.tables.alone(item, columns)
        known = [real for real in self.learned.about(item, columns) if not real.corner.columns]
        costs = costs.copy() if known else costs
        for real in known:
            own = costs[:, real.rows]
            own[own < INF] = np.maximum(own[own < INF], real.cost)
        return costs

    def _divided(self, items: int, columns: int) -> Costs:
        """The cheapest of all cuts."""
        costs = nothing(self.rows)
        for first, second in self.cuts.splits(items):
            self._stack(first, second, columns, costs)
            self._side(first, second, columns, costs)
            self._lock(first, second, columns, costs)
        return costs

    def _stack(self, first: int, second: int, columns: int, costs: Costs) -> None:
        if self.cuts.may("stack", first, second):
            stack(costs, self.curve(first, columns), self.curve(second, columns), self.tables.gap(second), self.cut_cost(columns))

    def cut_cost(self, columns: int) -> float:
        """The price of one block over another across so many columns."""
        return self.prices.full_cut if columns == self.columns else self.prices.cut

    def corner_price(self, corner: Corner) -> float:
        """What it costs to lock a corner: less than nothing, and least at the right, where the second strongest place of the lower page is (区序)."""
        return (self.prices.interlock_left if corner.left else 0.0) - self.prices.interlock

    def _side(self, first: int, second: int, columns: int, costs: Costs) -> None:
        if not self.cuts.may("side", first, second):
            return
        for width in self.cuts.widths(first, second, columns):
            left = self.curve(first, width)
            if not left.empty:
                right = self.curve(second, columns - width)
                if left.first <= right.last and right.first <= left.last:
                    side(costs, left, right, self.seams, self.prices.side_tombstone)

    def _lock(self, first: int, second: int, columns: int, costs: Costs) -> None:
        gap = self.tables.gap(second)
        for item, corner, inner in self.corners(first, second, columns):
            last = min(inner.last, self.rows - gap)
            if inner.first > last:
                continue
            for flag, outer in zip(self.tables.flags(item), self.wrapping(item, columns, corner), strict=True):
                sums = outer[:, inner.first + gap : last + gap + 1] + inner.least[inner.first : last + 1]
                np.minimum(costs[flag], sums.min(axis=1) + self.corner_price(corner), out=costs[flag])

    def corners(self, first: int, second: int, columns: int) -> Iterator[tuple[int, Corner, Curve]]:
        """The story of the first part with each corner it may leave to the second, and the curve of the second there."""
        item = first.bit_length() - 1
        if first.bit_count() != 1 or not self.tables.may_wrap(item, columns) or not self.cuts.may("lock", first, second):
            return
        for corner in self.cuts.corners(first, second, columns):
            inner = self.curve(second, corner.columns)
            if not inner.empty:
                yield item, corner, inner

    def wrapping(self, item: int, columns: int, corner: Corner) -> tuple[Costs, Costs]:
        """What the story costs by its height and the height of the corner it leaves, with its upper right open and with the head reaching there."""
        key = (item, columns, corner)
        if key not in self._wrapping:
            promised = self.tables.wrapping(item, columns, corner.columns)
            known = [real for real in self.learned.about(item, columns) if real.corner == corner]
            found = (promised[0].copy(), promised[1].copy()) if known else promised
            for real in known:
                for costs in found:
                    costs[real.rows, real.corner_rows] = max(costs[real.rows, real.corner_rows], real.cost)
            self._wrapping[key] = found
        return self._wrapping[key]
