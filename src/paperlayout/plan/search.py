"""The search for the page: every way to cut it into its stories and boxes, as cost curves; then the best trees (make-up §4.1)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

import numpy as np

from paperlayout.plan.curves import HEAD_LEFT, HEAD_RIGHT, INF, Costs, Curve, nothing, side, stack
from paperlayout.plan.figures import Corner
from paperlayout.plan.leaf import Leaf, Mode, Text
from paperlayout.plan.model import Block, Kind, Tree
from paperlayout.plan.pins import FREE, Pins, central
from paperlayout.plan.tree import Standing, standings
from paperlayout.plan.weights import WEIGHTS
from paperlayout.story.model import BoxVariant, Copy, MeasuredBox

CORNER_SHARE = 0.75
"""A corner is at most this share of the height of the block that wraps it."""
ROWS_OVER_CORNER = 3
WRAPS_FROM_ROWS = 40
"""A story wraps a corner only when it has text enough to be seen on both sides (prototype)."""
EPSILON = 24.0
"""Trees dearer than the best by more than this are not looked at."""
KEPT, WAYS, CUTS = 12, 4, 24
"""Trees kept of a block, of each of its parts, and cuts followed."""
WHOLE, OF_EACH_WAY, FAR = 64, 4, 40.0
"""Trees kept of the page, first cuts followed of each kind and width, and what they may cost more than the cheapest."""
WIDER = 4
"""Times as many cuts are followed, and as dear ones, where a story must stand in the centre: which cut brings it there no price tells."""
APART = 3
"""Rows by which two heights of the same cut differ that are both worth a look."""
ALL_SETS, ONE_HOLE = 5, 8
"""Up to so many stories every set is looked at, and every set of neighbouring rank with one hole; beyond, neighbouring ranks only (make-up §4.1.4)."""
NO_CORNER = Corner()


class Costed(NamedTuple):
    """A tree with its price."""

    cost: float
    tree: Tree


class State(NamedTuple):
    """A set of items at a width, with the height asked for and the flags it shows; None: whatever is cheapest.

    Where it stands on the page is kept only of sets with an item that is pinned to the centre.
    """

    items: int
    columns: int
    rows: int
    flags: int | None = None
    column: int = 0
    row: int = 0


class Cut(NamedTuple):
    """One way to divide a state: price, kind, the states of its parts, the white between them, and the corner that is left."""

    cost: float
    kind: Kind
    first: State
    second: State
    gap: int = 0
    left: bool = False


class RealCost(NamedTuple):
    """What a story turned out to cost in a block once its legs were broken."""

    rows: int
    corner: Corner
    corner_rows: int
    cost: float


class Search:
    """The search over one page: items are the stories by rank, then the boxes."""

    def __init__(self, copy: Copy, columns: int, rows: int, mode: Mode = "exact", pins: Pins = FREE, shape: Tree | None = None, cut: int = 0):  # noqa: PLR0913
        """`shape`: a tree whose cuts are kept, only their heights are open. `cut`: the story that may be cut in the mode "over"."""
        self.copy, self.columns, self.rows, self.pins = copy, columns, rows, pins
        self._shape = {part.items: part for part in _nodes(shape)} if shape else None
        self.stories = (1 << len(copy.stories)) - 1
        self.all = (1 << len(copy.stories) + len(copy.boxes)) - 1
        self.cut = cut
        self._vertical = [s.vertical for s in copy.stories]
        self.texts = [Text.of(s, mode if i == cut or mode == "short" else "exact", columns * rows) for i, s in enumerate(copy.stories)]
        self._leaves: dict[tuple[int, int, Corner], Leaf] = {}
        self._areas: dict[tuple[int, int, int], tuple[Costs, Costs]] = {}
        self._real: dict[tuple[int, int], list[RealCost]] = {}
        self._seams: Costs = np.maximum(0.0, np.arange(rows + 1) - WEIGHTS.seam_free_share * rows) * WEIGHTS.seam_per_row
        self._parted: dict[int, tuple[tuple[int, int], ...]] = {}
        self._curves: dict[tuple[int, int], Curve] = {}
        self._locks: dict[tuple[int, int, Corner], tuple[Costs, Costs]] = {}
        self._trees: dict[State, tuple[Costed, ...]] = {}

    def _forget(self, item: int) -> None:
        """Drops all that was worked out with an item."""
        bit = 1 << item
        self._curves = {key: curve for key, curve in self._curves.items() if not key[0] & bit}
        self._trees = {state: trees for state, trees in self._trees.items() if not state.items & bit}
        self._locks = {key: lock for key, lock in self._locks.items() if key[0] != item}

    def best(self) -> tuple[Costed, ...]:
        """The cheapest trees that fill the page exactly."""
        return self.trees(State(self.all, self.columns, self.rows))

    def within(self, tree: Tree) -> "Search":
        """A search that keeps the cuts of a tree and leaves their heights open; it knows what this one has found out of its stories."""
        other = Search.__new__(Search)
        other.__dict__.update(self.__dict__)
        other._shape = {part.items: part for part in _nodes(tree)}
        other._curves, other._locks, other._trees = {}, self._locks, {}
        return other

    def learn(self, standing: Standing, corner: Corner, cost: float) -> bool:
        """Takes note of what a story really costs in a block once its legs are broken; True when that is news."""
        known = self._real.setdefault((standing.item, standing.block.columns), [])
        told = RealCost(standing.block.rows, corner, standing.corner.rows if standing.corner else 0, cost)
        if told in known:
            return False
        known.append(told)
        self._forget(standing.item)
        return True

    # -- items

    def box(self, item: int) -> MeasuredBox | None:
        """The box behind an item, None for a story."""
        at = item - len(self.copy.stories)
        return self.copy.boxes[at] if at >= 0 else None

    def box_variant(self, item: int, columns: int, rows: int) -> BoxVariant:
        """The box in one size."""
        box = self.box(item)
        assert box is not None
        return next(v for v in box.variants if (v.columns, v.rows) == (columns, rows))

    def leaf(self, item: int, columns: int, corner: Corner = NO_CORNER) -> Leaf:
        """The story as a leaf of this width."""
        key = (item, columns, corner)
        if key not in self._leaves:
            self._leaves[key] = Leaf(self.copy.stories[item], item, columns, corner, self.columns, self.texts[item])
        return self._leaves[key]

    def areas(self, item: int, columns: int, corner: int = 0) -> tuple[Costs, Costs]:
        """Costs by area: with a photo or text at the upper right, and with the head reaching there. A corner costs the same on either side."""
        key = (item, columns, corner)
        if key not in self._areas:
            leaf = self.leaf(item, columns, Corner(corner))
            most = columns * self.rows
            self._areas[key] = (leaf.area_costs(most, open_right=True), leaf.area_costs(most, open_right=False))
        return self._areas[key]

    def flags(self, item: int) -> tuple[int, int]:
        """The flags of a story alone, with its upper right open and with the head reaching there; a 竖题 is no bare head on either side."""
        return (0, HEAD_RIGHT) if self._vertical[item] else (HEAD_LEFT, HEAD_LEFT | HEAD_RIGHT)

    def gap(self, below: int) -> int:
        """Rows between a block and the one below: one with the rule in its middle, two when a head follows (house-style §5)."""
        box = self.box(below.bit_length() - 1) if below.bit_count() == 1 else None
        return 1 if box and box.framed else 2

    def cells(self, item: int) -> Iterator[int]:
        """The least and the most cells an item can take at each width it can have, alone in its block."""
        for columns in range(1, self.columns + 1):
            curve = self.curve(1 << item, columns)
            if not curve.empty:
                yield curve.first * columns
                yield curve.last * columns

    # -- curves

    def curve(self, items: int, columns: int) -> Curve:
        """Least cost of every height for a set of items at a width, by flags."""
        key = (items, columns)
        if key not in self._curves:
            costs = nothing(self.rows)
            if items.bit_count() == 1:
                self._single(items.bit_length() - 1, columns, costs)
            else:
                for first, second in self._splits(items):
                    self._stack(first, second, columns, costs)
                    self._side(first, second, columns, costs)
                    self._lock(first, second, columns, costs)
            self._curves[key] = Curve.of(costs)
        return self._curves[key]

    def _single(self, item: int, columns: int, costs: Costs) -> None:
        box = self.box(item)
        if box is not None:
            for v in box.variants:
                if v.columns == columns and v.rows <= self.rows:
                    costs[0, v.rows] = min(costs[0, v.rows], v.cost)
            return
        if columns not in self.copy.stories[item].columns:
            return
        leaf = self.leaf(item, columns)
        heights = np.arange(leaf.least_rows, self.rows + 1)
        for flag, areas in zip(self.flags(item), self.areas(item, columns), strict=True):
            costs[flag, leaf.least_rows :] = areas[heights * columns]
        for full in leaf.full_heights(self.rows):
            flag = HEAD_LEFT * full.head_left | HEAD_RIGHT * full.head_right
            costs[flag, full.rows] = min(costs[flag, full.rows], full.cost)
        for known in self._real.get((item, columns), ()):
            if not known.corner.columns:
                own = costs[:, known.rows]
                own[own < INF] = np.maximum(own[own < INF], known.cost)

    def _splits(self, items: int) -> tuple[tuple[int, int], ...]:
        """Ways to part a set: the first part has the story of highest rank; a part of boxes alone may be either, as may parts with pins."""
        if self._shape is not None:
            return ((self._shape[items].parts[0].items, self._shape[items].parts[1].items),) if items in self._shape else ()
        if items not in self._parted:
            self._parted[items] = tuple(self._parts(items))
        return self._parted[items]

    def _parts(self, items: int) -> Iterator[tuple[int, int]]:
        low = items & -items
        rest = items ^ low
        second = rest
        while second:
            first = items ^ second
            if self._near(first) and self._near(second):
                yield first, second
                if not second & self.stories or items & self.pins.touched:
                    yield second, first
            second = (second - 1) & rest

    def _may(self, kind: Kind, first: int, second: int) -> bool:
        """Whether pins and shape let two sets be parted so."""
        if self._shape is not None and self._shape[first | second].kind != kind:
            return False
        if kind == "stack":
            return not (first & self.pins.above or second & self.pins.below)
        return kind == "lock" or not (first & self.pins.left or second & self.pins.right)

    def _widths(self, first: int, second: int, columns: int) -> Iterable[int]:
        """The columns the first of two sets side by side may take."""
        return range(1, columns) if self._shape is None else (self._shape[first | second].parts[0].columns,)

    def _near(self, items: int) -> bool:
        """Whether a set is one of those that are looked at: its stories of neighbouring rank."""
        told = items & self.stories
        if not told or self.stories.bit_length() <= ALL_SETS:
            return True
        holes = told.bit_length() - (told & -told).bit_length() + 1 - told.bit_count()
        return holes == 0 or (self.stories.bit_length() <= ONE_HOLE and holes == 1)

    def _stack(self, first: int, second: int, columns: int, costs: Costs) -> None:
        if self._may("stack", first, second):
            stack(costs, self.curve(first, columns), self.curve(second, columns), self.gap(second), self._cut_cost(columns))

    def _cut_cost(self, columns: int) -> float:
        return WEIGHTS.full_cut if columns == self.columns else WEIGHTS.cut

    def _side(self, first: int, second: int, columns: int, costs: Costs) -> None:
        if not self._may("side", first, second):
            return
        for width in self._widths(first, second, columns):
            left = self.curve(first, width)
            if not left.empty:
                side(costs, left, self.curve(second, columns - width), self._seams, WEIGHTS.side_tombstone)

    def _wraps(self, first: int, columns: int) -> int | None:
        """The story that may wrap a corner, if the first part is one."""
        item = first.bit_length() - 1
        if first.bit_count() != 1 or self.box(item) or columns < 3 or columns not in self.copy.stories[item].columns:
            return None
        return item if self.texts[item].rows >= WRAPS_FROM_ROWS else None

    def _corners(self, first: int, second: int, columns: int) -> Iterator[tuple[int, Corner, Curve]]:
        """The story of the first part with each corner it may leave to the second, and the curve of the second there."""
        item = self._wraps(first, columns)
        if item is None or not self._may("lock", first, second):
            return
        for corner in self._corner_sizes(first, second, columns):
            inner = self.curve(second, corner.columns)
            if not inner.empty:
                yield item, corner, inner

    def _corner_sizes(self, first: int, second: int, columns: int) -> Iterator[Corner]:
        """The corners the first part may leave to the second, as pins and shape let it."""
        right = not (first & self.pins.wraps_right or second & self.pins.in_right_corner)
        left = not (first & self.pins.wraps_left or second & self.pins.in_left_corner)
        if self._shape is not None:
            node = self._shape[first | second]
            if left if node.left else right:
                yield Corner(node.parts[1].columns, node.left)
            return
        for width in range(1, columns // 2 + 1):
            if right:
                yield Corner(width)
            if left:
                yield Corner(width, left=True)

    def _lock(self, first: int, second: int, columns: int, costs: Costs) -> None:
        gap = self.gap(second)
        for item, corner, inner in self._corners(first, second, columns):
            last = min(inner.last, self.rows - gap)
            if inner.first > last:
                continue
            for flag, outer in zip(self.flags(item), self._wrapping(item, columns, corner), strict=True):
                sums = outer[:, inner.first + gap : last + gap + 1] + inner.least[inner.first : last + 1]
                np.minimum(costs[flag], sums.min(axis=1) + corner_price(corner), out=costs[flag])

    def _wrapping(self, item: int, columns: int, corner: Corner) -> tuple[Costs, Costs]:
        """What the story costs by its height and the height of the corner it leaves, with its upper right open and with the head reaching there."""
        key = (item, columns, corner)
        if key not in self._locks:
            height, inner = np.ogrid[: self.rows + 1, : self.rows + 1]
            least = self.leaf(item, columns, corner).least_rows
            fits = (height >= least + inner + ROWS_OVER_CORNER) & (inner <= CORNER_SHARE * height)
            area = np.where(fits, height * columns - inner * corner.columns, 0)
            found = [np.where(fits, areas[area], INF) for areas in self.areas(item, columns, corner.columns)]
            for known in self._real.get((item, columns), ()):
                if known.corner == corner:
                    for costs in found:
                        costs[known.rows, known.corner_rows] = max(costs[known.rows, known.corner_rows], known.cost)
            self._locks[key] = (found[0], found[1])
        return self._locks[key]

    # -- the best trees behind a state

    def trees(self, state: State) -> tuple[Costed, ...]:
        """The cheapest trees of a state, each cut in its best heights."""
        if state not in self._trees:
            self._trees[state] = self._item(state) if state.items.bit_count() == 1 else self._composed(state)
        return self._trees[state]

    def _item(self, state: State) -> tuple[Costed, ...]:
        if self._astray(state):
            return ()
        cost = self._promised(state)
        return (Costed(cost, Tree("item", state.columns, state.rows, state.items.bit_length() - 1)),) if cost < INF else ()

    def _promised(self, state: State) -> float:
        """The price of a state by its curve."""
        curve = self.curve(state.items, state.columns)
        return float(curve.least[state.rows] if state.flags is None else curve.costs[state.flags, state.rows])

    def _composed(self, state: State) -> tuple[Costed, ...]:
        cuts = sorted(self._cuts(state), key=lambda c: c.cost)
        whole = state.items == self.all
        if state.items & self.pins.centre:
            near = [cut for cut in cuts[: WIDER * (3 * CUTS if whole else CUTS)] if cut.cost <= cuts[0].cost + WIDER * EPSILON]
        else:
            near = _of_each_way(cuts) if whole else [cut for cut in cuts[:CUTS] if cut.cost <= cuts[0].cost + EPSILON]
        found = sorted((tree for cut in near for tree in self._expanded(cut, state)), key=lambda t: t.cost)
        return tuple(islice(_distinct(found), WHOLE if whole else KEPT))

    def _expanded(self, cut: Cut, state: State) -> Iterator[Costed]:
        first, second = self._located(cut.first, state.column, state.row), self._second(cut, state)
        lock = cut.kind == "lock"
        own = self._wrapped(first) if lock else self.trees(first)
        inner = self.trees(second)
        if own and inner:
            rest = cut.cost - (0.0 if lock else self._promised(first)) - self._promised(second)
            for a, b in product(own[:WAYS], inner[:WAYS]):
                yield Costed(rest + a.cost + b.cost, Tree(cut.kind, state.columns, state.rows, -1, (a.tree, b.tree), cut.gap, cut.left))

    def _wrapped(self, state: State) -> tuple[Costed, ...]:
        """The story that wraps a corner, whose price is in that of the cut."""
        return () if self._astray(state) else (Costed(0.0, Tree("item", state.columns, state.rows, state.items.bit_length() - 1)),)

    def _second(self, cut: Cut, state: State) -> State:
        """The second part of a cut at its place: below the first, at its right, or in its lower corner."""
        row = state.row + state.rows - cut.second.rows
        return self._located(cut.second, state.column if cut.kind == "stack" or cut.left else state.column + state.columns - cut.second.columns, row)

    def _located(self, state: State, column: int, row: int) -> State:
        return state._replace(column=column, row=row) if state.items & self.pins.centre else state

    def _astray(self, state: State) -> bool:
        """Whether an item alone is pinned to the centre and stands elsewhere."""
        block = Block(state.column, state.row, state.columns, state.rows)
        return bool(state.items & self.pins.centre) and not central(block, Block(0, 0, self.columns, self.rows))

    def _cuts(self, state: State) -> Iterator[Cut]:
        """Every way to cut a state, each in its best heights."""
        for first, second in self._splits(state.items):
            yield from self._stack_cuts(first, second, state)
            yield from self._side_cuts(first, second, state)
            yield from self._lock_cuts(first, second, state)

    def _stack_cuts(self, first: int, second: int, state: State) -> Iterator[Cut]:
        if not self._may("stack", first, second):
            return
        above, below = self.curve(first, state.columns), self.curve(second, state.columns)
        gap, price = self.gap(second), self._cut_cost(state.columns)
        if above.empty or below.empty:
            return
        upper = above.least if state.flags is None else above.costs[state.flags]
        heights = np.arange(max(above.first, state.rows - gap - below.last), min(above.last, state.rows - gap - below.first) + 1)
        if not heights.size:
            return
        for at, cost in _lowest(upper[heights] + below.least[state.rows - gap - heights]):
            high = int(heights[at])
            low = State(second, state.columns, state.rows - gap - high)
            yield Cut(cost + price, "stack", State(first, state.columns, high, state.flags), low, gap)

    def _side_cuts(self, first: int, second: int, state: State) -> Iterator[Cut]:
        if not self._may("side", first, second):
            return
        for width in self._widths(first, second, state.columns):
            left, right = self.curve(first, width), self.curve(second, state.columns - width)
            if not (left.first <= state.rows <= left.last and right.first <= state.rows <= right.last):
                continue
            for a, b in product(range(4), repeat=2):
                if state.flags is not None and (a & HEAD_LEFT | b & HEAD_RIGHT) != state.flags:
                    continue
                cost = float(left.costs[a, state.rows] + right.costs[b, state.rows] + self._seams[state.rows])
                if a & HEAD_RIGHT and b & HEAD_LEFT:
                    cost += WEIGHTS.side_tombstone
                if cost < INF:
                    yield Cut(cost, "side", State(first, width, state.rows, a), State(second, state.columns - width, state.rows, b))

    def _lock_cuts(self, first: int, second: int, state: State) -> Iterator[Cut]:
        gap = self.gap(second)
        for item, corner, inner in self._corners(first, second, state.columns):
            last = min(inner.last, self.rows - gap)
            if inner.first > last:
                continue
            for flag, outer in zip(self.flags(item), self._wrapping(item, state.columns, corner), strict=True):
                if state.flags in (None, flag):
                    sums = outer[state.rows, inner.first + gap : last + gap + 1] + inner.least[inner.first : last + 1]
                    for at, cost in _lowest(sums):
                        low = State(second, corner.columns, inner.first + at)
                        yield Cut(cost + corner_price(corner), "lock", State(first, state.columns, state.rows, flag), low, gap, corner.left)


def _of_each_way(cuts: Sequence[Cut]) -> list[Cut]:
    """The cheapest first cuts of a page of each kind and width, so that a page that is dearer but has no seam is looked at too."""
    taken: dict[tuple[Kind, int, bool], int] = {}
    found = []
    for cut in cuts:
        way = (cut.kind, cut.second.columns if cut.kind != "stack" else 0, cut.left)
        taken[way] = taken.get(way, 0) + 1
        if taken[way] <= OF_EACH_WAY and cut.cost <= cuts[0].cost + FAR:
            found.append(cut)
    return found


def _distinct(found: Iterable[Costed]) -> Iterator[Costed]:
    """Of trees that put every item in the same place, the first."""
    seen: set[frozenset[Standing]] = set()
    for one in found:
        places = frozenset(standings(one.tree))
        if places not in seen:
            seen.add(places)
            yield one


def corner_price(corner: Corner) -> float:
    """What it costs to lock a corner: less than nothing, and least at the right, where the second strongest place of the lower page is (区序)."""
    return (WEIGHTS.interlock_left if corner.left else 0.0) - WEIGHTS.interlock


def _nodes(tree: Tree) -> Iterator[Tree]:
    """A tree and all parts of it that are cut again."""
    if tree.kind != "item":
        yield tree
        for part in tree.parts:
            yield from _nodes(part)


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
