"""The search for the page: every way to cut it into its stories and boxes, as cost curves (make-up §4.1)."""

from collections.abc import Iterable, Iterator
from copy import copy as copy_of
from typing import NamedTuple

import numpy as np

from paperlayout.plan.block.block_cost import BlockCost
from paperlayout.plan.block.figures import Corner
from paperlayout.plan.block.story_block import StoryBlock
from paperlayout.plan.block.text_slack import Mode, TextSlack
from paperlayout.plan.costs import INF, Costs
from paperlayout.plan.judge.weights import WEIGHTS
from paperlayout.plan.page_plan import Kind, Tree
from paperlayout.plan.search.curves import HEAD_LEFT, HEAD_RIGHT, Curve, nothing, side, stack
from paperlayout.plan.search.pins import FREE, Pins
from paperlayout.plan.search.tree import Standing
from paperlayout.story.measured import BoxVariant, Copy, MeasuredBox

CORNER_SHARE = 0.75
"""A corner is at most this share of the height of the block that wraps it."""
ROWS_OVER_CORNER = 3
WRAPS_FROM_ROWS = 40
"""A story wraps a corner only when it has text enough to be seen on both sides (prototype)."""
ALL_SETS, ONE_HOLE = 5, 8
"""Up to so many stories every set is looked at, and every set of neighbouring rank with one hole; beyond, neighbouring ranks only (make-up §4.1.4)."""
NO_CORNER = Corner()


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
        self._framed = frozenset(1 << len(copy.stories) + i for i, box in enumerate(copy.boxes) if box.framed)
        self._vertical = [s.vertical for s in copy.stories]
        self.texts = [TextSlack.of(s, mode if i == cut or mode == "short" else "exact", columns * rows) for i, s in enumerate(copy.stories)]
        self._blocks: dict[tuple[int, int, Corner], BlockCost] = {}
        self._areas: dict[tuple[int, int, int], tuple[Costs, Costs]] = {}
        self._real: dict[tuple[int, int], list[RealCost]] = {}
        self.seams: Costs = np.maximum(0.0, np.arange(rows + 1) - WEIGHTS.seam_free_share * rows) * WEIGHTS.seam_per_row
        self._parted: dict[int, tuple[tuple[int, int], ...]] = {}
        self._curves: dict[tuple[int, int], Curve] = {}
        self._locks: dict[tuple[int, int, Corner], tuple[Costs, Costs]] = {}

    def within(self, tree: Tree) -> "Search":
        """A search that keeps the cuts of a tree and leaves their heights open; it knows what this one has found out of its stories."""
        other = copy_of(self)
        other._shape, other._curves = {part.items: part for part in _nodes(tree)}, {}
        return other

    def learn(self, standing: Standing, corner: Corner, cost: float) -> bool:
        """Takes note of what a story really costs in a block once its legs are broken; True when that is news."""
        known = self._real.setdefault((standing.item, standing.block.columns), [])
        told = RealCost(standing.block.rows, corner, standing.corner_rows, cost)
        if told in known:
            return False
        known.append(told)
        self._curves = {key: curve for key, curve in self._curves.items() if not key[0] >> standing.item & 1}
        self._locks.pop((standing.item, standing.block.columns, corner), None)  # shared by all searches within this one's trees
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

    def block(self, item: int, columns: int, corner: Corner = NO_CORNER) -> BlockCost:
        """The prices of the story in a block of this width."""
        key = (item, columns, corner)
        if key not in self._blocks:
            story, text = self.copy.stories[item], self.texts[item]
            self._blocks[key] = BlockCost(StoryBlock(item=item, story=story, text=text, columns=columns, corner=corner, page_columns=self.columns))
        return self._blocks[key]

    def areas(self, item: int, columns: int, corner: int = 0) -> tuple[Costs, Costs]:
        """Costs by area: with a photo or text at the upper right, and with the head reaching there. A corner costs the same on either side."""
        key = (item, columns, corner)
        if key not in self._areas:
            cost = self.block(item, columns, Corner(corner))
            most = columns * self.rows
            self._areas[key] = (cost.area_costs(most, open_right=True), cost.area_costs(most, open_right=False))
        return self._areas[key]

    def flags(self, item: int) -> tuple[int, int]:
        """The flags of a story alone, with its upper right open and with the head reaching there; a 竖题 is no bare head on either side."""
        return (0, HEAD_RIGHT) if self._vertical[item] else (HEAD_LEFT, HEAD_LEFT | HEAD_RIGHT)

    def gap(self, below: int) -> int:
        """Rows between a block and the one below: one with the rule in its middle, two when a head follows (house-style §5)."""
        return 1 if below in self._framed else 2

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
                for first, second in self.splits(items):
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
        cost = self.block(item, columns)
        least = cost.block.least_rows
        heights = np.arange(least, self.rows + 1)
        for flag, areas in zip(self.flags(item), self.areas(item, columns), strict=True):
            costs[flag, least:] = areas[heights * columns]
        for full in cost.full_heights(self.rows):
            flag = HEAD_LEFT * full.head_left | HEAD_RIGHT * full.head_right
            costs[flag, full.rows] = min(costs[flag, full.rows], full.cost)
        for known in self._real.get((item, columns), ()):
            if not known.corner.columns:
                own = costs[:, known.rows]
                own[own < INF] = np.maximum(own[own < INF], known.cost)

    def splits(self, items: int) -> tuple[tuple[int, int], ...]:
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

    def may(self, kind: Kind, first: int, second: int) -> bool:
        """Whether pins and shape let two sets be parted so."""
        if self._shape is not None and self._shape[first | second].kind != kind:
            return False
        if kind == "stack":
            return not (first & self.pins.above or second & self.pins.below)
        return kind == "lock" or not (first & self.pins.left or second & self.pins.right)

    def widths(self, first: int, second: int, columns: int) -> Iterable[int]:
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
        if self.may("stack", first, second):
            stack(costs, self.curve(first, columns), self.curve(second, columns), self.gap(second), self.cut_cost(columns))

    def cut_cost(self, columns: int) -> float:
        """The price of one block over another across so many columns."""
        return WEIGHTS.full_cut if columns == self.columns else WEIGHTS.cut

    def _side(self, first: int, second: int, columns: int, costs: Costs) -> None:
        if not self.may("side", first, second):
            return
        for width in self.widths(first, second, columns):
            left = self.curve(first, width)
            if not left.empty:
                right = self.curve(second, columns - width)
                if left.first <= right.last and right.first <= left.last:
                    side(costs, left, right, self.seams, WEIGHTS.side_tombstone)

    def _wraps(self, first: int, columns: int) -> int | None:
        """The story that may wrap a corner, if the first part is one."""
        item = first.bit_length() - 1
        if first.bit_count() != 1 or self.box(item) or columns < 3 or columns not in self.copy.stories[item].columns:
            return None
        return item if self.texts[item].rows >= WRAPS_FROM_ROWS else None

    def corners(self, first: int, second: int, columns: int) -> Iterator[tuple[int, Corner, Curve]]:
        """The story of the first part with each corner it may leave to the second, and the curve of the second there."""
        item = self._wraps(first, columns)
        if item is None or not self.may("lock", first, second):
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
        for item, corner, inner in self.corners(first, second, columns):
            last = min(inner.last, self.rows - gap)
            if inner.first > last:
                continue
            for flag, outer in zip(self.flags(item), self.wrapping(item, columns, corner), strict=True):
                sums = outer[:, inner.first + gap : last + gap + 1] + inner.least[inner.first : last + 1]
                np.minimum(costs[flag], sums.min(axis=1) + corner_price(corner), out=costs[flag])

    def wrapping(self, item: int, columns: int, corner: Corner) -> tuple[Costs, Costs]:
        """What the story costs by its height and the height of the corner it leaves, with its upper right open and with the head reaching there."""
        key = (item, columns, corner)
        if key not in self._locks:
            height, inner = np.ogrid[: self.rows + 1, : self.rows + 1]
            least = self.block(item, columns, corner).block.least_rows
            fits = (height >= least + inner + ROWS_OVER_CORNER) & (inner <= CORNER_SHARE * height)
            area = np.where(fits, height * columns - inner * corner.columns, 0)
            found = [np.where(fits, areas[area], INF) for areas in self.areas(item, columns, corner.columns)]
            for known in self._real.get((item, columns), ()):
                if known.corner == corner:
                    for costs in found:
                        costs[known.rows, known.corner_rows] = max(costs[known.rows, known.corner_rows], known.cost)
            self._locks[key] = (found[0], found[1])
        return self._locks[key]


def corner_price(corner: Corner) -> float:
    """What it costs to lock a corner: less than nothing, and least at the right, where the second strongest place of the lower page is (区序)."""
    return (WEIGHTS.interlock_left if corner.left else 0.0) - WEIGHTS.interlock


def _nodes(tree: Tree) -> Iterator[Tree]:
    """A tree and all parts of it that are cut again."""
    if tree.kind != "item":
        yield tree
        for part in tree.parts:
            yield from _nodes(part)
