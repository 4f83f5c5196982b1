"""The best trees behind the curves: which cuts the cheapest prices stand for, followed down to the items (make-up §4.1)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

import numpy as np

from paperlayout.grid import Block
from paperlayout.plan.costs import INF, Costs
from paperlayout.plan.search.curves import HEAD_LEFT, HEAD_RIGHT
from paperlayout.plan.search.pins import central
from paperlayout.plan.search.search import Search
from paperlayout.plan.tree import ItemTree, Kind, Lock, Side, Stack, Standing, Tree, standings

KEPT, WAYS, CUTS = 12, 4, 24
"""Trees kept of a block, of each of its parts, and cuts followed."""
WHOLE, OF_EACH_WAY = 64, 4
"""Trees kept of the page, and first cuts followed of each kind and width."""
WIDER = 4
"""Times as many cuts are followed, and as dear ones, where a story must stand in the centre: which cut brings it there no price tells."""
APART = 3
"""Rows by which two heights of the same cut differ that are both worth a look."""


class CostedTree(NamedTuple):
    """A tree with its price."""

    cost: float
    tree: Tree


class SearchState(NamedTuple):
    """A set of items at a width, with the height asked for and the flags it shows; None: whatever is cheapest.

    Where it stands on the page is kept only of sets with an item that is pinned to the centre.
    """

    items: int
    columns: int
    rows: int
    flags: int | None = None
    column: int = 0
    row: int = 0


class Division(NamedTuple):
    """One way to divide a state: price, kind, the states of its parts, the white between them, and the corner that is left."""

    cost: float
    kind: Kind
    first: SearchState
    second: SearchState
    gap: int = 0
    left: bool = False


def best_trees(search: Search) -> tuple[CostedTree, ...]:
    """The cheapest trees that fill the page exactly."""
    return _Trees(search).trees(SearchState(search.all, search.columns, search.rows))


class _Trees:
    """The trees of every state of one search, each worked out once."""

    def __init__(self, search: Search):
        self.search = search
        self._known: dict[SearchState, tuple[CostedTree, ...]] = {}

    def trees(self, state: SearchState) -> tuple[CostedTree, ...]:
        """The cheapest trees of a state, each cut in its best heights."""
        if state not in self._known:
            self._known[state] = self._item(state) if state.items.bit_count() == 1 else self._composed(state)
        return self._known[state]

    def _item(self, state: SearchState) -> tuple[CostedTree, ...]:
        if self._astray(state):
            return ()
        cost = self._promised(state)
        return (CostedTree(cost, ItemTree(state.columns, state.rows, state.items.bit_length() - 1)),) if cost < INF else ()

    def _promised(self, state: SearchState) -> float:
        """The price of a state by its curve."""
        curve = self.search.curve(state.items, state.columns)
        return float(curve.least[state.rows] if state.flags is None else curve.costs[state.flags, state.rows])

    def _composed(self, state: SearchState) -> tuple[CostedTree, ...]:
        cuts = sorted(self._cuts(state), key=lambda c: c.cost)
        whole, prices = state.items == self.search.all, self.search.prices
        if state.items & self.search.cuts.pins.centre:
            near = [cut for cut in cuts[: WIDER * (3 * CUTS if whole else CUTS)] if cut.cost <= cuts[0].cost + WIDER * prices.near]
        else:
            near = _of_each_way(cuts, prices.far) if whole else [cut for cut in cuts[:CUTS] if cut.cost <= cuts[0].cost + prices.near]
        found = sorted((tree for cut in near for tree in self._expanded(cut, state)), key=lambda t: t.cost)
        return tuple(islice(_distinct(found), WHOLE if whole else KEPT))

    def _expanded(self, cut: Division, state: SearchState) -> Iterator[CostedTree]:
        """The trees of a cut: its parts each in their best ways."""
        first, second = self._located(cut.first, state.column, state.row), self._second(cut, state)
        if cut.kind == "lock":
            yield from self._locked(cut, first, second)
            return
        own, others = self.trees(first), self.trees(second)
        if own and others:
            rest = cut.cost - self._promised(first) - self._promised(second)
            for a, b in product(own[:WAYS], others[:WAYS]):
                yield CostedTree(rest + a.cost + b.cost, _divided(cut, state, a.tree, b.tree))

    def _locked(self, cut: Division, outer: SearchState, inner: SearchState) -> Iterator[CostedTree]:
        """The trees of a story that wraps a corner, whose own price is in that of the cut."""
        if self._astray(outer):
            return
        rest = cut.cost - self._promised(inner)
        item = outer.items.bit_length() - 1
        for one in self.trees(inner)[:WAYS]:
            yield CostedTree(rest + one.cost, Lock(outer.columns, outer.rows, item, one.tree, gap=cut.gap, at_left=cut.left))

    def _second(self, cut: Division, state: SearchState) -> SearchState:
        """The second part of a cut at its place: below the first, at its right, or in its lower corner."""
        row = state.row + state.rows - cut.second.rows
        return self._located(cut.second, state.column if cut.kind == "stack" or cut.left else state.column + state.columns - cut.second.columns, row)

    def _located(self, state: SearchState, column: int, row: int) -> SearchState:
        return state._replace(column=column, row=row) if state.items & self.search.cuts.pins.centre else state

    def _astray(self, state: SearchState) -> bool:
        """Whether an item alone is pinned to the centre and stands elsewhere."""
        block = Block(state.column, state.row, state.columns, state.rows)
        return bool(state.items & self.search.cuts.pins.centre) and not central(block, Block(0, 0, self.search.columns, self.search.rows))

    def _cuts(self, state: SearchState) -> Iterator[Division]:
        """Every way to cut a state, each in its best heights."""
        for first, second in self.search.cuts.splits(state.items):
            yield from self._stack_cuts(first, second, state)
            yield from self._side_cuts(first, second, state)
            yield from self._lock_cuts(first, second, state)

    def _stack_cuts(self, first: int, second: int, state: SearchState) -> Iterator[Division]:
        if not self.search.cuts.may("stack", first, second):
            return
        above, below = self.search.curve(first, state.columns), self.search.curve(second, state.columns)
        gap, price = self.search.tables.gap(second), self.search.cut_cost(state.columns)
        if above.empty or below.empty:
            return
        upper = above.least if state.flags is None else above.costs[state.flags]
        heights = np.arange(max(above.first, state.rows - gap - below.last), min(above.last, state.rows - gap - below.first) + 1)
        if not heights.size:
            return
        for at, cost in _lowest(upper[heights] + below.least[state.rows - gap - heights]):
            high = int(heights[at])
            low = SearchState(second, state.columns, state.rows - gap - high)
            yield Division(cost + price, "stack", SearchState(first, state.columns, high, state.flags), low, gap)

    def _side_cuts(self, first: int, second: int, state: SearchState) -> Iterator[Division]:
        if not self.search.cuts.may("side", first, second):
            return
        for width in self.search.cuts.widths(first, second, state.columns):
            left, right = self.search.curve(first, width), self.search.curve(second, state.columns - width)
            if not (left.first <= state.rows <= left.last and right.first <= state.rows <= right.last):
                continue
            for a, b in product(range(4), repeat=2):
                if state.flags is not None and (a & HEAD_LEFT | b & HEAD_RIGHT) != state.flags:
                    continue
                cost = float(left.costs[a, state.rows] + right.costs[b, state.rows] + self.search.seams[state.rows])
                if a & HEAD_RIGHT and b & HEAD_LEFT:
                    cost += self.search.prices.side_tombstone
                if cost < INF:
                    yield Division(cost, "side", SearchState(first, width, state.rows, a), SearchState(second, state.columns - width, state.rows, b))

    def _lock_cuts(self, first: int, second: int, state: SearchState) -> Iterator[Division]:
        gap = self.search.tables.gap(second)
        for item, corner, inner in self.search.corners(first, second, state.columns):
            last = min(inner.last, self.search.rows - gap)
            if inner.first > last:
                continue
            for flag, outer in zip(self.search.tables.flags(item), self.search.wrapping(item, state.columns, corner), strict=True):
                if state.flags in (None, flag):
                    sums = outer[state.rows, inner.first + gap : last + gap + 1] + inner.least[inner.first : last + 1]
                    for at, cost in _lowest(sums):
                        high, low = SearchState(first, state.columns, state.rows, flag), SearchState(second, corner.columns, inner.first + at)
                        yield Division(cost + self.search.corner_price(corner), "lock", high, low, gap, corner.left)


def _divided(cut: Division, state: SearchState, first: Tree, second: Tree) -> Stack | Side:
    """A block in two parts, one above the other or side by side."""
    if cut.kind == "stack":
        return Stack(state.columns, state.rows, first, second, cut.gap)
    return Side(state.columns, state.rows, first, second)


def _of_each_way(cuts: Sequence[Division], far: float) -> list[Division]:
    """The cheapest first cuts of a page of each kind and width, so that a page that is dearer but has no seam is looked at too."""
    taken: dict[tuple[Kind, int, bool], int] = {}
    found = []
    for cut in cuts:
        way = (cut.kind, cut.second.columns if cut.kind != "stack" else 0, cut.left)
        taken[way] = taken.get(way, 0) + 1
        if taken[way] <= OF_EACH_WAY and cut.cost <= cuts[0].cost + far:
            found.append(cut)
    return found


def _distinct(found: Iterable[CostedTree]) -> Iterator[CostedTree]:
    """Of trees that put every item in the same place, the first."""
    seen: set[frozenset[Standing]] = set()
    for one in found:
        places = frozenset(standings(one.tree))
        if places not in seen:
            seen.add(places)
            yield one


def _lowest(costs: Costs) -> Iterator[tuple[int, float]]:
    """The cheapest entry, and the cheapest well apart from it."""
    at = int(costs.argmin())
    if costs[at] >= INF:
        return
    yield at, float(costs[at])
    others = costs.copy()
    others[max(0, at - APART + 1) : at + APART] = INF
    other = int(others.argmin())
    if others[other] < INF:
        yield other, float(others[other])
