"""Cost curves on slicing trees with corner interlock: for every set of stories and width, the least cost of every height (make-up §4.1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

import numpy as np

from paperlayout.plan.leaf import INF, Costs, Leaf, Mode, Text
from paperlayout.story.model import BoxVariant, Copy, MeasuredBox

TOMBSTONE = 20.0
SEAM = 0.35
FULL_CUT, CUT = 3.0, 0.5
INTERLOCK = 3.0
CORNER_SHARE = 0.75
WRAPS_FROM_ROWS = 40
"""A story wraps a corner only when it has text enough to be seen on both sides (prototype)."""
EPSILON = 20.0
KEPT = 12
CANDIDATES = 30


LeafKey = tuple[int, int, int, int, int]
"""A story in a block: item, columns, rows, and the columns and rows of the corner it leaves."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A way to cut a block: one item, one above another, side by side, or a story round a corner."""

    kind: Literal["item", "stack", "side", "lock"]
    columns: int
    rows: int
    item: int = -1
    parts: tuple["Tree", ...] = ()
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Costed:
    """A tree with its price."""

    cost: float
    tree: Tree


@dataclass(frozen=True, slots=True)
class _Cut:
    """One way to divide a state: its price and the states of its parts."""

    cost: float
    kind: Literal["stack", "side", "lock"]
    first: tuple[int, int, int, int]
    second: tuple[int, int, int, int]
    gap: int = 0


class Search:
    """The search over one page: items are the stories by rank, then the boxes."""

    def __init__(self, copy: Copy, columns: int, rows: int, mode: Mode = "exact"):
        self.copy, self.columns, self.rows = copy, columns, rows
        self.count = len(copy.stories) + len(copy.boxes)
        self.texts = [Text.of(s, mode if i == 0 or mode == "short" else "exact", columns * rows) for i, s in enumerate(copy.stories)]
        self._leaves: dict[tuple[int, int, int], Leaf] = {}
        self._curves: dict[tuple[int, int], Costs] = {}
        self._areas: dict[tuple[int, int, int], tuple[Costs, Costs]] = {}
        self._real: dict[LeafKey, float] = {}
        self.trees = cache(self._trees)

    def learn(self, key: "LeafKey", cost: float) -> bool:
        """Takes note of what a story really costs in a block once its legs are broken; True when that is news."""
        if self._real.get(key) == cost:
            return False
        self._real[key] = cost
        self._curves.clear()
        self.trees = cache(self._trees)
        return True

    def best(self) -> tuple[Costed, ...]:
        """The cheapest trees that fill the page exactly."""
        full = (1 << self.count) - 1
        curve = self.curve(full, self.columns)[:, self.rows]
        if curve.min() >= INF:
            return ()
        found = [t for f in range(4) if curve[f] <= curve.min() + EPSILON for t in self.trees(full, self.columns, f, self.rows)]
        return tuple(sorted(found, key=lambda t: t.cost)[: 2 * KEPT])

    def box(self, item: int) -> MeasuredBox | None:
        """The box behind an item, None for a story."""
        at = item - len(self.copy.stories)
        return self.copy.boxes[at] if at >= 0 else None

    def box_variant(self, item: int, columns: int, rows: int) -> BoxVariant:
        """The box in one size."""
        box = self.box(item)
        assert box is not None
        return next(v for v in box.variants if (v.columns, v.rows) == (columns, rows))

    def leaf(self, item: int, columns: int, corner: int = 0) -> Leaf:
        """The story as a leaf of this width."""
        key = (item, columns, corner)
        if key not in self._leaves:
            self._leaves[key] = Leaf(self.copy.stories[item], item, columns, corner, self.columns, self.texts[item])
        return self._leaves[key]

    def areas(self, item: int, columns: int, corner: int = 0) -> tuple[Costs, Costs]:
        """Costs by area: with a photo at the upper right, and with the head reaching there."""
        key = (item, columns, corner)
        if key not in self._areas:
            leaf = self.leaf(item, columns, corner)
            most = columns * self.rows
            self._areas[key] = (leaf.area_costs(most, open_right=True), leaf.area_costs(most, open_right=False))
        return self._areas[key]

    def gap(self, below: int) -> int:
        """Rows between a block and the one below: one with the rule in its middle, two when a head follows (house-style §5)."""
        box = self.box(below.bit_length() - 1) if below.bit_count() == 1 else None
        return 1 if box and box.framed else 2

    # -- curves: rows 0–3 are the flags: 2 × bare head at the upper left + bare head at the upper right

    def curve(self, items: int, columns: int) -> Costs:
        """Least cost of every height for a set of items at a width, by flags."""
        key = (items, columns)
        if key not in self._curves:
            curve = np.full((4, self.rows + 1), INF)
            self._curves[key] = curve
            if items.bit_count() == 1:
                self._single(items.bit_length() - 1, columns, curve)
            else:
                for first, second in self._splits(items):
                    self._stack(first, second, columns, curve)
                    self._side(first, second, columns, curve)
                    self._lock(first, second, columns, curve)
        return self._curves[key]

    def _single(self, item: int, columns: int, curve: Costs) -> None:
        box = self.box(item)
        if box is not None:
            for v in box.variants:
                if v.columns == columns and v.rows <= self.rows:
                    curve[0, v.rows] = min(curve[0, v.rows], v.cost)
            return
        if columns not in self.copy.stories[item].columns:
            return
        least = self.leaf(item, columns).least_rows
        flags = self.flags(item)
        for flag, areas in zip(flags, self.areas(item, columns), strict=True):
            heights = np.arange(least, self.rows + 1)
            curve[flag, least:] = areas[heights * columns]
        for key, cost in self._real.items():
            if key[:2] == (item, columns) and key[3] == 0:
                own = curve[flags[0] : flags[1] + 1, key[2]]
                worse = own < INF
                own[worse] = np.maximum(own[worse], cost)

    def flags(self, item: int) -> tuple[int, int]:
        """The flags of a story alone, with its upper right open and with the head reaching there; a 竖题 is no bare head on either side."""
        return (0, 1) if self.copy.stories[item].vertical else (2, 3)

    def _splits(self, items: int) -> Iterator[tuple[int, int]]:
        low = items & -items
        rest = items ^ low
        second = rest
        while second:
            first = items ^ second
            if self._near(first) and self._near(second):
                yield first, second
            second = (second - 1) & rest

    def _near(self, items: int) -> bool:
        """All sets up to five items; beyond, sets of neighbouring rank with one hole at most (make-up §4.1.4)."""
        span = items.bit_length() - (items & -items).bit_length() + 1
        holes = span - items.bit_count()
        return self.count <= 5 or holes == 0 or (self.count <= 8 and holes == 1)

    def _stack(self, first: int, second: int, columns: int, curve: Costs) -> None:
        above, below = self.curve(first, columns), self.curve(second, columns).min(axis=0)
        gap, price = self.gap(second), self._cut_cost(columns)
        for rows in np.nonzero(below < INF)[0]:
            shift = int(rows) + gap
            if shift <= self.rows:
                np.minimum(curve[:, shift:], above[:, : self.rows + 1 - shift] + (below[rows] + price), out=curve[:, shift:])

    def _cut_cost(self, columns: int) -> float:
        return FULL_CUT if columns == self.columns else CUT

    @cached_property
    def _seams(self) -> Costs:
        seams: Costs = np.maximum(0.0, np.arange(self.rows + 1) - 0.5 * self.rows) * SEAM
        return seams

    def _side(self, first: int, second: int, columns: int, curve: Costs) -> None:
        for width in range(1, columns):
            left, right = self.curve(first, width), self.curve(second, columns - width)
            if left.min() >= INF or right.min() >= INF:
                continue
            for a in range(4):
                for b in range(4):
                    price = TOMBSTONE if a & 1 and b & 2 else 0.0
                    flag = (a & 2) | (b & 1)
                    np.minimum(curve[flag], left[a] + right[b] + self._seams + price, out=curve[flag])

    def _wraps(self, first: int, columns: int) -> int | None:
        """The story that may wrap a corner, if the first part is one."""
        item = first.bit_length() - 1
        if first.bit_count() != 1 or self.box(item) or columns < 3 or columns not in self.copy.stories[item].columns:
            return None
        return item if self.texts[item].rows >= WRAPS_FROM_ROWS else None

    def _lock(self, first: int, second: int, columns: int, curve: Costs) -> None:
        item = self._wraps(first, columns)
        if item is None:
            return
        for width in range(1, columns // 2 + 1):
            inner = self.curve(second, width).min(axis=0)
            for rows in np.nonzero(inner < INF)[0]:
                for flag, costs in self._locked(item, columns, width, int(rows), self.gap(second)):
                    np.minimum(curve[flag], costs + (inner[rows] - INTERLOCK), out=curve[flag])

    def _locked(self, item: int, columns: int, width: int, rows: int, gap: int) -> Iterator[tuple[int, Costs]]:
        corner = rows + gap
        least = max(self.leaf(item, columns, width).least_rows + corner + 3, int(corner / CORNER_SHARE))
        if least > self.rows:
            return
        heights = np.arange(least, self.rows + 1)
        for flag, areas in zip(self.flags(item), self.areas(item, columns, width), strict=True):
            costs = np.full(self.rows + 1, INF)
            costs[least:] = areas[heights * columns - corner * width]
            for key, cost in self._real.items():
                if key[:2] == (item, columns) and key[3:] == (width, corner):
                    costs[key[2]] = max(costs[key[2]], cost)
            yield flag, costs

    # -- the best trees behind a state

    def _trees(self, items: int, columns: int, flag: int, rows: int) -> tuple[Costed, ...]:
        if items.bit_count() == 1:
            cost = float(self.curve(items, columns)[flag, rows])
            return (Costed(cost, Tree("item", columns, rows, items.bit_length() - 1)),) if cost < INF else ()
        best = float(self.curve(items, columns)[flag, rows])
        cuts = sorted((c for c in self._cuts(items, columns, flag, rows) if c.cost <= best + EPSILON), key=lambda c: c.cost)
        found: list[Costed] = []
        for cut in cuts[:CANDIDATES]:
            found += self._expanded(cut, columns, rows)
        return tuple(sorted(found, key=lambda t: t.cost)[:KEPT])

    def _expanded(self, cut: _Cut, columns: int, rows: int) -> list[Costed]:
        if cut.kind == "lock":
            item = cut.first[0].bit_length() - 1
            wrapping: tuple[Costed, ...] = (Costed(0.0, Tree("item", columns, rows, item)),)
            rest = cut.cost - float(self.curve(cut.second[0], cut.second[1])[cut.second[2], cut.second[3]])
        else:
            wrapping = self.trees(*cut.first)
            rest = cut.cost - sum(float(self.curve(s[0], s[1])[s[2], s[3]]) for s in (cut.first, cut.second))
        inner = self.trees(*cut.second)
        return [Costed(rest + a.cost + b.cost, Tree(cut.kind, columns, rows, -1, (a.tree, b.tree), cut.gap)) for a in wrapping[:4] for b in inner[:4]]

    def _cuts(self, items: int, columns: int, flag: int, rows: int) -> Iterator[_Cut]:
        for first, second in self._splits(items):
            yield from self._stack_cuts((first, second), columns, flag, rows)
            yield from self._side_cuts((first, second), columns, flag, rows)
            yield from self._lock_cuts((first, second), columns, flag, rows)

    def _stack_cuts(self, sets: tuple[int, int], columns: int, flag: int, rows: int) -> Iterator[_Cut]:
        above, below = self.curve(sets[0], columns)[flag], self.curve(sets[1], columns)
        gap = self.gap(sets[1])
        for low in np.nonzero(below.min(axis=0) < INF)[0]:
            high = rows - gap - int(low)
            if high > 0 and above[high] < INF:
                under = int(np.argmin(below[:, low]))
                cost = float(above[high] + below[under, low]) + self._cut_cost(columns)
                yield _Cut(cost, "stack", (sets[0], columns, flag, high), (sets[1], columns, under, int(low)), gap)

    def _side_cuts(self, sets: tuple[int, int], columns: int, flag: int, rows: int) -> Iterator[_Cut]:
        for width in range(1, columns):
            left, right = self.curve(sets[0], width), self.curve(sets[1], columns - width)
            for a in (flag & 2, (flag & 2) | 1):
                for b in (flag & 1, (flag & 1) | 2):
                    cost = float(left[a, rows] + right[b, rows] + self._seams[rows]) + (TOMBSTONE if a & 1 and b & 2 else 0.0)
                    if cost < INF:
                        yield _Cut(cost, "side", (sets[0], width, a, rows), (sets[1], columns - width, b, rows))

    def _lock_cuts(self, sets: tuple[int, int], columns: int, flag: int, rows: int) -> Iterator[_Cut]:
        item = self._wraps(sets[0], columns)
        if item is None or flag not in self.flags(item):
            return
        gap = self.gap(sets[1])
        for width in range(1, columns // 2 + 1):
            inner = self.curve(sets[1], width)
            for low in np.nonzero(inner.min(axis=0) < INF)[0]:
                under = int(np.argmin(inner[:, low]))
                for f, costs in self._locked(item, columns, width, int(low), gap):
                    if f == flag and costs[rows] < INF:
                        cost = float(costs[rows] + inner[under, low]) - INTERLOCK
                        yield _Cut(cost, "lock", (sets[0], columns, flag, rows), (sets[1], width, under, int(low)), gap)


def leaves(tree: Tree, column: int = 0, row: int = 0) -> Iterator[tuple[Tree, int, int, Sequence[int]]]:
    """The items of a tree with their place: tree, column, row, and the columns and rows of the corner they leave."""
    match tree.kind:
        case "item":
            yield tree, column, row, (0, 0)
        case "stack":
            first, second = tree.parts
            yield from leaves(first, column, row)
            yield from leaves(second, column, row + first.rows + tree.gap)
        case "side":
            first, second = tree.parts
            yield from leaves(first, column, row)
            yield from leaves(second, column + first.columns, row)
        case "lock":
            first, second = tree.parts
            yield first, column, row, (second.columns, second.rows + tree.gap)
            yield from leaves(second, column + tree.columns - second.columns, row + tree.rows - second.rows)
