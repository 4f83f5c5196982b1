"""What the items of one page cost in blocks of their own. No cut and nothing learned changes these tables: all searches of the page share them."""

from typing import assert_never

import numpy as np

from paperlayout.plan.block.block_cost import BlockCost
from paperlayout.plan.block.figures import Corner
from paperlayout.plan.block.story_block import StoryBlock
from paperlayout.plan.block.text_slack import Ending, TextSlack
from paperlayout.plan.costs import INF, Costs
from paperlayout.plan.mode import EXACT, CutStory, Exact, LeaveShort, Mode
from paperlayout.plan.search.curves import HEAD_LEFT, HEAD_RIGHT, nothing
from paperlayout.story.box import BoxContent, BoxVariant, MeasuredBox
from paperlayout.story.copy import Copy

CORNER_SHARE = 0.75
"""A corner is at most this share of the height of the block that wraps it."""
ROWS_OVER_CORNER = 3
WRAPS_FROM_ROWS = 40
"""A story wraps a corner only when it has text enough to be seen on both sides (prototype)."""
LEAST_WRAPPING = 3
"""Columns of a story that wraps a corner."""
NO_CORNER = Corner()


class BlockTables:
    """The tables of one page's items, each worked out once: the stories by rank, then the boxes."""

    def __init__(self, copy: Copy, columns: int, rows: int, mode: Mode = EXACT):
        self.copy, self.columns, self.rows = copy, columns, rows
        self.stories = (1 << len(copy.stories)) - 1
        self.all = (1 << len(copy.stories) + len(copy.boxes)) - 1
        self._framed = frozenset(1 << len(copy.stories) + i for i, box in enumerate(copy.boxes) if box.framed)
        self._vertical = [s.vertical for s in copy.stories]
        self._texts = [TextSlack.of(s, _ending(mode, i), columns * rows, copy.prices.text) for i, s in enumerate(copy.stories)]
        self._blocks: dict[tuple[int, int, Corner], BlockCost] = {}
        self._areas: dict[tuple[int, int, int], tuple[Costs, Costs]] = {}
        self._alone: dict[tuple[int, int], Costs] = {}
        self._wrapping: dict[tuple[int, int, int], tuple[Costs, Costs]] = {}

    # -- items

    def box(self, item: int) -> MeasuredBox | None:
        """The box behind an item, None for a story."""
        at = item - len(self.copy.stories)
        return self.copy.boxes[at] if at >= 0 else None

    def box_variant(self, item: int, columns: int, rows: int) -> BoxVariant[BoxContent]:
        """The box in one size."""
        box = self.box(item)
        assert box is not None
        return next(v for v in box.variants if (v.columns, v.rows) == (columns, rows))

    def block(self, item: int, columns: int, corner: Corner = NO_CORNER) -> BlockCost:
        """The prices of the story in a block of this width."""
        key = (item, columns, corner)
        if key not in self._blocks:
            story, text = self.copy.stories[item], self._texts[item]
            block = StoryBlock(
                item=item, story=story, text=text, columns=columns, corner=corner, page_columns=self.columns, prices=self.copy.prices
            )
            self._blocks[key] = BlockCost(block)
        return self._blocks[key]

    def flags(self, item: int) -> tuple[int, int]:
        """The flags of a story alone, with its upper right open and with the head reaching there; a 竖题 is no bare head on either side."""
        return (0, HEAD_RIGHT) if self._vertical[item] else (HEAD_LEFT, HEAD_LEFT | HEAD_RIGHT)

    def gap(self, below: int) -> int:
        """Rows between a block and the one below: one with the rule in its middle, two when a head follows (house-style §5)."""
        return 1 if below in self._framed else 2

    def may_wrap(self, item: int, columns: int) -> bool:
        """Whether an item at a width may leave a lower corner to others."""
        if self.box(item) or columns < LEAST_WRAPPING or columns not in self.copy.stories[item].columns:
            return False
        return self._texts[item].rows >= WRAPS_FROM_ROWS

    # -- tables

    def areas(self, item: int, columns: int, corner_columns: int = 0) -> tuple[Costs, Costs]:
        """Costs by area: with a photo or text at the upper right, and with the head reaching there. A corner costs the same on either side."""
        key = (item, columns, corner_columns)
        if key not in self._areas:
            cost = self.block(item, columns, Corner(corner_columns))
            most = columns * self.rows
            self._areas[key] = (cost.area_costs(most, open_right=True), cost.area_costs(most, open_right=False))
        return self._areas[key]

    def alone(self, item: int, columns: int) -> Costs:
        """Costs of an item alone at a width, by flags and height."""
        key = (item, columns)
        if key not in self._alone:
            box = self.box(item)
            self._alone[key] = self._story(item, columns) if box is None else self._box(box, columns)
        return self._alone[key]

    def _box(self, box: MeasuredBox, columns: int) -> Costs:
        costs = nothing(self.rows)
        for v in box.variants:
            if v.columns == columns and v.rows <= self.rows:
                costs[0, v.rows] = min(costs[0, v.rows], v.cost)
        return costs

    def _story(self, item: int, columns: int) -> Costs:
        costs = nothing(self.rows)
        if columns not in self.copy.stories[item].columns:
            return costs
        cost = self.block(item, columns)
        least = cost.block.least_rows
        heights = np.arange(least, self.rows + 1)
        for flag, areas in zip(self.flags(item), self.areas(item, columns), strict=True):
            costs[flag, least:] = areas[heights * columns]
        for full in cost.full_heights(self.rows):
            flag = HEAD_LEFT * full.head_left | HEAD_RIGHT * full.head_right
            costs[flag, full.rows] = min(costs[flag, full.rows], full.cost)
        return costs

    def wrapping(self, item: int, columns: int, corner_columns: int) -> tuple[Costs, Costs]:
        """What the story costs by its height and the height of the corner it leaves, with its upper right open and with the head reaching there."""
        key = (item, columns, corner_columns)
        if key not in self._wrapping:
            height, inner = np.ogrid[: self.rows + 1, : self.rows + 1]
            least = self.block(item, columns, Corner(corner_columns)).block.least_rows
            fits = (height >= least + inner + ROWS_OVER_CORNER) & (inner <= CORNER_SHARE * height)
            area = np.where(fits, height * columns - inner * corner_columns, 0)
            open_right, headed = self.areas(item, columns, corner_columns)
            self._wrapping[key] = (np.where(fits, open_right[area], INF), np.where(fits, headed[area], INF))
        return self._wrapping[key]


def _ending(mode: Mode, story: int) -> Ending:
    """How the text of a story may end."""
    match mode:
        case Exact():
            return "exact"
        case CutStory():
            return "over" if story == mode.story else "exact"
        case LeaveShort():
            return "short"
        case _:
            assert_never(mode)
