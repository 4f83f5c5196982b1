"""What a story's block costs by its area, at every height at once, before its legs are broken."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paperlayout.plan.block.figures import Arrangement, arrangements
from paperlayout.plan.block.sizes import AllSizes, Sized, Sizes, sizes_of
from paperlayout.plan.block.story_block import StoryBlock
from paperlayout.plan.costs import INF, Costs

MOST_SIZES = 10
"""Sizes of head and photos that are tried of one arrangement."""


class Candidate(NamedTuple):
    """A way to fill a block exactly by its area: its price, that of the text's slack in it, where the photos stand, the sizes."""

    cost: float
    slack_cost: float
    arrangement: Arrangement
    sized: Sized


class FullHeight(NamedTuple):
    """A height at which a photo reaches from the head or the top to the foot of its story, its price, and where the head shows: at the left, at the right."""

    rows: int
    cost: float
    head_left: bool
    head_right: bool


class BlockCost:
    """The prices of one block: what its area costs, and the candidates behind them."""

    def __init__(self, block: StoryBlock):
        self.block = block
        self.width_cost = block.width_cost
        self._cheapest: dict[tuple[int, int], Candidate | None] = {}

    @cached_property
    def sizes(self) -> tuple[Sizes, ...]:
        """The tables of sizes, one for arrangements of the same widths."""
        block = self.block
        groups: dict[tuple[object, ...], list[Arrangement]] = {}
        for a in arrangements(block.story, block.columns, block.corner, block.prices):
            key = (a.beside, a.head_column, a.full, *((s.columns, s.extra_rows) for s in a.spots))
            groups.setdefault(key, []).append(a)
        found = (sizes_of(block.story, block.columns, g, block.corner.columns > 0) for g in groups.values())
        return tuple(s for s in found if s is not None)

    @cached_property
    def _all_sizes(self) -> AllSizes | None:
        return AllSizes.of(self.sizes) if self.sizes else None

    # -- curves

    def area_costs(self, most: int, *, open_right: bool) -> Costs:
        """Least cost at which the story fills each area up to `most`. `open_right`: not the head, but a photo or text stands at its upper right."""
        tables = [t for t in self.sizes if not t.full and (t.arrangements[0].beside > 0 or self.block.vertical) == open_right]
        levels = np.unique(np.concatenate([t.least for t in tables])) if tables else np.zeros(1, dtype=np.int64)
        costs = self._with_text(self._without_text(tables, levels, most))
        least: Costs = np.where(self.block.has_rows(levels[:, None], np.arange(most + 1)), costs, INF).min(axis=0, initial=INF)
        return least

    def _without_text(self, tables: Sequence[Sizes], levels: NDArray[np.int64], most: int) -> Costs:
        """Least cost of head and photos by the rows they need and the area they take."""
        costs = np.full((len(levels), most + 1), INF)
        for sizes in tables:
            fits = sizes.area <= most
            at = np.searchsorted(levels, sizes.least)
            np.minimum.at(costs, (at[fits], sizes.area[fits]), sizes.cost[fits] + sizes.arrangements[0].cost + self.width_cost)
        return costs

    def _with_text(self, base: Costs) -> Costs:
        """The same with the text added, at every number of rows it can be set in."""
        text, most = self.block.text, base.shape[1] - 1
        costs = np.full_like(base, INF)
        sized = np.flatnonzero(base.min(axis=0, initial=INF) < INF)
        first, last = (int(sized[0]), int(sized[-1])) if sized.size else (1, 0)
        for d, price in enumerate(text.slack):
            rows = text.rows + d + text.low
            if price < INF and self.block.least_text() <= rows <= most - first:
                own = costs[:, first + rows : last + rows + 1]
                np.minimum(own, base[:, first : first + own.shape[1]] + price, out=own)
        return costs

    def full_heights(self, most: int) -> Iterator[FullHeight]:
        """The heights up to `most` at which a photo is as high as the text beside it."""
        block = self.block
        for sizes in self.sizes:
            first = sizes.arrangements[0]
            if first.full is None:
                continue
            text = sizes.rows * block.columns - sizes.area
            total = sizes.cost + block.text.prices(text - block.text.rows)
            best = np.full(most + 1, INF)
            fits = (sizes.rows <= most) & (text >= block.least_text(first.full.columns))
            np.minimum.at(best, sizes.rows[fits], total[fits])
            right = first.head_column > 0 or not first.beside
            for rows in np.flatnonzero(best < INF):
                yield FullHeight(int(rows), float(best[rows]) + first.cost + self.width_cost, not first.head_column, right)

    # -- one height

    def promised(self, rows: int, corner_rows: int) -> float:
        """What the block costs at a height by its area alone."""
        found = self.cheapest(rows, corner_rows)
        return found.cost if found else INF

    def cheapest(self, rows: int, corner_rows: int) -> Candidate | None:
        """The first of the candidates."""
        key = (rows, corner_rows)
        if key not in self._cheapest:
            self._cheapest[key] = self._found(rows, self.block.area(rows, corner_rows))
        return self._cheapest[key]

    def _found(self, rows: int, area: int) -> Candidate | None:
        every = self._all_sizes
        if every is None:
            return None
        slack = self.block.text.prices(area - self.block.text.rows - every.area)
        bare = np.where(((every.rows == 0) & (every.least <= rows)) | (every.rows == rows), every.cost + slack, INF)
        total = np.where(bare < INF, bare + every.arranged + self.width_cost, INF)
        at = int(total.argmin())
        if total[at] >= INF:
            return None
        arrangement, sized = every.pick(at)
        return Candidate(float(total[at]), float(slack[at]), arrangement, sized)

    def candidates(self, rows: int, corner_rows: int) -> list[Candidate]:
        """Ways to fill the block by its area, cheapest first."""
        area = self.block.area(rows, corner_rows)
        return sorted((c for sizes in self.sizes for c in self._of_sizes(sizes, rows, area)), key=lambda c: c.cost)

    def _of_sizes(self, sizes: Sizes, rows: int, area: int) -> Iterator[Candidate]:
        slack = self.block.text.prices(area - self.block.text.rows - sizes.area)
        total = np.where(sizes.rows == rows if sizes.full else sizes.least <= rows, sizes.cost + slack, INF)
        for i in np.argsort(total, kind="stable")[:MOST_SIZES]:
            if total[i] >= INF:
                return
            sized = sizes.pick(int(i))
            for a in sizes.arrangements:
                yield Candidate(float(total[i]) + a.cost + self.width_cost, float(slack[i]), a, sized)
