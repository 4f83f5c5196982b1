"""Tables of the sizes of head and photos in a block: what area they take together and what they cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paperlayout.heads.variant import HeadVariant
from paperlayout.plan.block.block_area import LEAST_LEG
from paperlayout.plan.block.figures import Arrangement
from paperlayout.plan.costs import Costs
from paperlayout.story.measured import FigureVariant, MeasuredStory


class Sized(NamedTuple):
    """A head and photos in one size each."""

    head: HeadVariant
    variants: tuple[FigureVariant, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sizes:
    """All sizes of head and photos for arrangements of the same widths: parallel arrays of area and cost, and what they stand for.

    `rows` is the one height of a block whose photo reaches to its foot, 0 where any height will do; `least` the rows that head and tallest photo need.
    """

    arrangements: tuple[Arrangement, ...]
    heads: tuple[HeadVariant, ...]
    variants: tuple[tuple[FigureVariant, ...], ...]
    area: NDArray[np.int64]
    cost: Costs
    rows: NDArray[np.int64]
    least: NDArray[np.int64]

    @property
    def full(self) -> bool:
        """Whether a photo reaches to the block's foot."""
        return self.arrangements[0].full is not None

    @property
    def cheapest(self) -> Arrangement:
        """The arrangement that costs least."""
        return min(self.arrangements, key=lambda a: a.cost)

    def pick(self, index: int) -> Sized:
        """The head and the photos' sizes behind one entry."""
        shape = (len(self.heads), *(len(v) for v in self.variants))
        at = np.unravel_index(index, shape)
        return Sized(self.heads[at[0]], tuple(v[i] for v, i in zip(self.variants, at[1:], strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AllSizes:
    """The tables of a block one after another: area, cost, rows and least as in each, the price of the cheapest arrangement; where each begins."""

    tables: tuple[Sizes, ...]
    area: NDArray[np.int64]
    cost: Costs
    rows: NDArray[np.int64]
    least: NDArray[np.int64]
    arranged: Costs
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, tables: tuple[Sizes, ...]) -> "AllSizes":
        """The tables put together; there is one at least."""
        lengths = [len(t.area) for t in tables]
        return cls(
            tables=tables,
            area=np.concatenate([t.area for t in tables]),
            cost=np.concatenate([t.cost for t in tables]),
            rows=np.concatenate([t.rows for t in tables]),
            least=np.concatenate([t.least for t in tables]),
            arranged=np.repeat([t.cheapest.cost for t in tables], lengths),
            starts=np.cumsum([0, *lengths[:-1]]),
        )

    def pick(self, index: int) -> tuple[Arrangement, Sized]:
        """The cheapest arrangement behind one entry, with its sizes."""
        of = int(np.searchsorted(self.starts, index, side="right")) - 1
        return self.tables[of].cheapest, self.tables[of].pick(index - int(self.starts[of]))


def sizes_of(story: MeasuredStory, columns: int, group: Sequence[Arrangement], cornered: bool) -> Sizes | None:
    """The table of sizes for arrangements that share head width, photo widths and white; a `cornered` block is higher than its area tells."""
    first = group[0]
    heads = story.heads_for(columns, first.beside)
    variants = tuple(story.figures[s.figure].of_width(s.columns) for s in first.spots)
    if not heads or not all(variants):
        return None
    area = np.array([h.rows * h.columns for h in heads], dtype=np.int64)
    cost = np.array([h.cost for h in heads])
    head_rows = np.array([h.rows for h in heads], dtype=np.int64)
    under = 0 * head_rows if story.vertical or first.beside else head_rows
    tallest = 0 * head_rows
    rows = np.array([h.rows if first.full and first.full.anchor == "full" else 0 for h in heads], dtype=np.int64)
    for spot, sizes in zip(first.spots, variants, strict=True):
        heights = np.array([v.rows + spot.extra_rows for v in sizes], dtype=np.int64)
        area = np.add.outer(area, heights * spot.columns)
        cost = np.add.outer(cost, np.array([v.cost for v in sizes]))
        rows = np.add.outer(rows, heights if spot == first.full else 0 * heights)
        head_rows, under = np.add.outer(head_rows, 0 * heights), np.add.outer(under, 0 * heights)
        tallest = np.maximum.outer(tallest, heights)
    text = 0 if story.vertical else LEAST_LEG
    least = head_rows + text if cornered else np.maximum(head_rows + text, under + tallest)
    return Sizes(
        arrangements=tuple(group), heads=heads, variants=variants, area=area.ravel(), cost=cost.ravel(), rows=rows.ravel(), least=least.ravel()
    )
