"""A block of one story: so many columns, a lower corner left to others, and what its width alone decides."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paperlayout.grid import Block
from paperlayout.issue.prices import Prices
from paperlayout.plan.block.block_area import LEAST_LEG
from paperlayout.plan.block.figures import Corner
from paperlayout.plan.block.text_slack import TextSlack
from paperlayout.story.measured import MeasuredStory

ROWS_PER_COLUMN = 14.0
"""A story of t rows looks right over √(t / 14) columns: 30 rows in two legs of 15, 120 in three of 40."""
LEAD_SHARE = 0.83
"""Share of the page's columns a lead would take."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoryBlock:
    """A story (the page's `item`) over so many of the page's columns, leaving a lower corner to others."""

    item: int
    story: MeasuredStory
    text: TextSlack
    columns: int
    corner: Corner
    page_columns: int
    prices: Prices

    @property
    def vertical(self) -> bool:
        """Whether its head is a 竖题."""
        return self.story.vertical

    @property
    def width_cost(self) -> float:
        """How far so many columns are from what an editor would give the story."""
        if self.story.rank == 1:
            return self.prices.planner.lead_width_per_column * abs(self.columns - max(1, round(LEAD_SHARE * self.page_columns)))
        ideal = min(self.page_columns - 1.0, max(1.0, math.sqrt(self.text.rows / ROWS_PER_COLUMN)) + (0.5 if self.story.rank == 2 else 0.0))
        return self.prices.planner.width_per_column * max(0.0, abs(self.columns - ideal) - 0.5)

    @property
    def least_rows(self) -> int:
        """The lowest block that leaves text under the lowest head, or beside a 竖题 as high."""
        return min((h.rows for h in self.story.heads_for(self.columns)), default=0) + (0 if self.vertical else LEAST_LEG)

    def least_text(self, covered: int = 0) -> int:
        """The fewest rows of text that reach into every leg; a 竖题 may fill its column, a photo as high as the text covers some."""
        return LEAST_LEG * (self.columns - covered - self.vertical)

    def has_rows(self, least: NDArray[np.int64], area: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether a block of an area has the rows that head, photo and legs need; a 竖题 leaves legs, or is as high as the block."""
        rows = area // self.columns
        if not self.vertical:
            return rows >= least
        fits: NDArray[np.bool_] = (rows >= least + LEAST_LEG) | ((rows == least) & (area % self.columns == 0))
        return fits

    def area(self, rows: int, corner_rows: int) -> int:
        """Its cells at a height, less its corner."""
        return self.columns * rows - self.corner.columns * corner_rows

    def corner_at(self, rows: int, corner_rows: int) -> Block | None:
        """The corner it leaves at a height, from its own upper left."""
        if not self.corner.columns:
            return None
        column = 0 if self.corner.left else self.columns - self.corner.columns
        return Block(column, rows - corner_rows, self.corner.columns, corner_rows)
