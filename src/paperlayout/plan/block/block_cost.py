"""A leaf: one story in a block of so many columns. Its cost for every area at once, then real blocks with real legs."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from paperlayout.grid import Block
from paperlayout.heads.variant import HeadVariant
from paperlayout.plan.block.block_area import LEAST_LEG, SHORT_LEG, BlockArea
from paperlayout.plan.block.figures import Arrangement, Corner, Spot, arrangements
from paperlayout.plan.judge.weights import WEIGHTS
from paperlayout.plan.page_plan import Slot
from paperlayout.plan.search.curves import INF, Costs
from paperlayout.story.legs import fit_legs
from paperlayout.story.measured import EMPTY, Choice, FigureVariant, FlowItem, MeasuredStory

TRIES, MOST_TRIES = 40, 160
"""Settings that are tried in one block, and how many while none has found its legs."""
KEPT = 5
SLACK = 18
"""Rows by which a story's text may be tightened or loosened at most."""
ROWS_PER_COLUMN = 14.0
"""A story of t rows looks right over √(t / 14) columns: 30 rows in two legs of 15, 120 in three of 40."""
LEAD_SHARE, LEAD_OFF, OFF = 0.83, 5.0, 2.5
"""Share of the page's columns a lead would take; the price of each column off the ideal, of a lead and of others."""

Mode = Literal["exact", "over", "short"]
"""What make-up may do to a page: fill it exactly; cut the lead from its end; leave rows empty under any story."""


@dataclass(frozen=True, slots=True)
class Text:
    """The flow as make-up sees it: items, nominal rows, and the price of so many rows more or fewer, from `low` rows off the nominal on.

    `plain` is the same from SLACK rows off on, without blank, cut or empty rows.
    """

    items: tuple[FlowItem, ...]
    rows: int
    low: int
    slack: Costs
    plain: Costs

    @classmethod
    def of(cls, story: MeasuredStory, mode: Mode, most: int) -> "Text":
        items = story.flow.items
        rows = story.flow.lines
        slack = slack_costs(items, story.flow.movable)
        if mode == "exact":
            blank = _shifted(slack, 1) + WEIGHTS.blank_row
            return cls(items, rows, -SLACK, np.minimum(slack, blank), slack)
        low, high = (-max(rows, SLACK), SLACK) if mode == "over" else (-SLACK, max(most, SLACK))
        wide = np.full(high - low + 1, INF)
        wide[-SLACK - low : SLACK - low + 1] = slack
        step = np.arange(low, high + 1)
        misfit = WEIGHTS.misfit_per_row * np.abs(step)
        wide = np.minimum(wide, np.where((step < 0) == (mode == "over"), misfit, INF))
        return cls(items, rows, low, wide, slack)

    def prices(self, off: NDArray[np.int64]) -> Costs:
        """The price of each number of rows off the nominal."""
        at = off - self.low
        inside = (at >= 0) & (at < len(self.slack))
        found: Costs = np.where(inside, self.slack[np.clip(at, 0, len(self.slack) - 1)], INF)
        return found

    def items_for(self, rows: int) -> tuple[FlowItem, ...]:
        """The items as they are set in so many rows: cut, or with empty rows at the end, where the text alone cannot fill them."""
        off = rows - self.rows
        if abs(off) <= SLACK:
            if self.plain[off + SLACK] < INF:
                return self.items
            if off > -SLACK and self.plain[off - 1 + SLACK] < INF:
                return (*self.items, FlowItem("paragraph", (Choice(1, WEIGHTS.blank_row, EMPTY),)))
        if off < 0:
            return cut(self.items, -off)
        return (*self.items, FlowItem("paragraph", tuple(Choice(n, WEIGHTS.misfit_per_row * n, EMPTY) for n in range(1, off + SLACK))))


def cut(items: Sequence[FlowItem], over: int) -> tuple[FlowItem, ...]:
    """The items without so many rows at the end; the last paragraph may give way by some more."""
    kept = list(items)
    while over > 0 and kept:
        last = kept.pop()
        rows = last.nominal.lines
        if rows > over and last.kind == "paragraph":
            left = range(rows - over, max(0, rows - over - SLACK // 2), -1)
            kept.append(replace(last, choices=tuple(Choice(n, WEIGHTS.misfit_per_row * (rows - over - n), last.nominal.layout) for n in left)))
        elif rows > over:
            kept.append(FlowItem("paragraph", (Choice(rows - over, WEIGHTS.misfit_per_row, EMPTY),)))
        over -= rows
    return tuple(kept)


def slack_costs(items: Sequence[FlowItem], movable: int | None = None) -> Costs:
    """Least price of d rows more than nominal at index d + SLACK, with so many paragraphs moved at most."""
    costs = np.full((1 + (movable or 0), 2 * SLACK + 1), INF)
    costs[0, SLACK] = 0.0
    for item in items:
        base = item.nominal.lines
        following = np.full_like(costs, INF)
        for choice in item.choices:
            moved = int(movable is not None and item.moves(choice))
            if moved < len(costs):
                np.minimum(following[moved:], _shifted(costs[: len(costs) - moved], choice.lines - base) + choice.cost, out=following[moved:])
        costs = following
    least: Costs = costs.min(axis=0)
    return least


def _shifted(costs: Costs, by: int) -> Costs:
    out = np.full_like(costs, INF)
    if by >= 0:
        out[..., by:] = costs[..., : costs.shape[-1] - by]
    else:
        out[..., :by] = costs[..., -by:]
    return out


@dataclass(frozen=True, slots=True)
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
        return self.arrangements[0].full is not None

    @property
    def cheapest(self) -> Arrangement:
        """The arrangement that costs least."""
        return min(self.arrangements, key=lambda a: a.cost)

    def pick(self, index: int) -> tuple[HeadVariant, tuple[FigureVariant, ...]]:
        """The head and the photos' sizes behind one entry."""
        shape = (len(self.heads), *(len(v) for v in self.variants))
        at = np.unravel_index(index, shape)
        return self.heads[at[0]], tuple(v[i] for v, i in zip(self.variants, at[1:], strict=True))


@dataclass(frozen=True, slots=True)
class AllSizes:
    """The tables of a leaf one after another: area, cost, rows and least as in each, the price of the cheapest arrangement; where each begins."""

    area: NDArray[np.int64]
    cost: Costs
    rows: NDArray[np.int64]
    least: NDArray[np.int64]
    arranged: Costs
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, tables: Sequence[Sizes]) -> "AllSizes":
        """The tables put together."""
        lengths = [len(t.area) for t in tables]
        arranged = np.repeat([t.cheapest.cost for t in tables], lengths)
        starts = np.cumsum([0, *lengths[:-1]])
        area, cost, rows, least = (np.concatenate([getattr(t, name) for t in tables]) for name in ("area", "cost", "rows", "least"))
        return cls(area, cost, rows, least, arranged, starts)


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
    return Sizes(tuple(group), heads, variants, area.ravel(), cost.ravel(), rows.ravel(), least.ravel())


class Candidate(NamedTuple):
    """A way to fill a block exactly, before its legs are broken."""

    cost: float
    slack_cost: float
    arrangement: Arrangement
    head: HeadVariant
    variants: tuple[FigureVariant, ...]


class FullHeight(NamedTuple):
    """A height at which a photo reaches from the head or the top to the foot of its story, its price, and where the head shows: at the left, at the right."""

    rows: int
    cost: float
    head_left: bool
    head_right: bool


class Leaf:
    """One story over so many columns, leaving a lower corner to others."""

    def __init__(self, story: MeasuredStory, index: int, columns: int, corner: Corner, page_columns: int, text: Text):
        self.story, self.index, self.columns, self.corner, self.text = story, index, columns, corner, text
        self.vertical = story.vertical
        self.width_cost = self._width_cost(page_columns)
        self._slots: dict[tuple[int, int], tuple[Slot, ...]] = {}
        self._first: dict[tuple[int, int], Candidate | None] = {}

    def _width_cost(self, page_columns: int) -> float:
        """How far so many columns are from what an editor would give the story."""
        if self.story.rank == 1:
            return LEAD_OFF * abs(self.columns - max(1, round(LEAD_SHARE * page_columns)))
        ideal = min(page_columns - 1.0, max(1.0, math.sqrt(self.text.rows / ROWS_PER_COLUMN)) + (0.5 if self.story.rank == 2 else 0.0))
        return OFF * max(0.0, abs(self.columns - ideal) - 0.5)

    @cached_property
    def sizes(self) -> tuple[Sizes, ...]:
        groups: dict[tuple[object, ...], list[Arrangement]] = {}
        for a in arrangements(self.story, self.columns, self.corner):
            key = (a.beside, a.head_column, a.full, *((s.columns, s.extra_rows) for s in a.spots))
            groups.setdefault(key, []).append(a)
        found = (sizes_of(self.story, self.columns, g, self.corner.columns > 0) for g in groups.values())
        return tuple(s for s in found if s is not None)

    @cached_property
    def _all_sizes(self) -> AllSizes:
        return AllSizes.of(self.sizes)

    def area_costs(self, most: int, *, open_right: bool) -> Costs:
        """Least cost at which the story fills each area up to `most`. `open_right`: not the head, but a photo or text stands at its upper right."""
        tables = [t for t in self.sizes if not t.full and (t.arrangements[0].beside > 0 or self.vertical) == open_right]
        levels = np.unique(np.concatenate([t.least for t in tables])) if tables else np.zeros(1, dtype=np.int64)
        base = np.full((len(levels), most + 1), INF)
        for sizes in tables:
            fits = sizes.area <= most
            at = np.searchsorted(levels, sizes.least)
            np.minimum.at(base, (at[fits], sizes.area[fits]), sizes.cost[fits] + sizes.arrangements[0].cost + self.width_cost)
        costs = np.full_like(base, INF)
        sized = np.flatnonzero(base.min(axis=0, initial=INF) < INF)
        first, last = (int(sized[0]), int(sized[-1])) if sized.size else (1, 0)
        for d, price in enumerate(self.text.slack):
            shift = self.text.rows + d + self.text.low
            if price < INF and self._least_text() <= shift <= most - first:
                own = costs[:, first + shift : last + shift + 1]
                np.minimum(own, base[:, first : first + own.shape[1]] + price, out=own)
        least: Costs = np.where(self._has_rows(levels[:, None], np.arange(most + 1)), costs, INF).min(axis=0, initial=INF)
        return least

    def _least_text(self, covered: int = 0) -> int:
        """The fewest rows of text that reach into every leg; a 竖题 may fill its column, a photo as high as the text covers some."""
        return LEAST_LEG * (self.columns - covered - self.vertical)

    def _has_rows(self, least: NDArray[np.int64], area: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether a block of an area has the rows that head, photo and legs need; a 竖题 leaves legs, or is as high as the block."""
        rows = area // self.columns
        if not self.vertical:
            return rows >= least
        fits: NDArray[np.bool_] = (rows >= least + LEAST_LEG) | ((rows == least) & (area % self.columns == 0))
        return fits

    def full_heights(self, most: int) -> Iterator[FullHeight]:
        """The heights up to `most` at which a photo is as high as the text beside it."""
        for sizes in self.sizes:
            if not sizes.full:
                continue
            first = sizes.arrangements[0]
            text = sizes.rows * self.columns - sizes.area
            total = sizes.cost + self.text.prices(text - self.text.rows)
            best = np.full(most + 1, INF)
            fits = (sizes.rows <= most) & (text >= self._least_text(first.full.columns if first.full else 0))
            np.minimum.at(best, sizes.rows[fits], total[fits])
            right = first.head_column > 0 or not first.beside
            for rows in np.flatnonzero(best < INF):
                yield FullHeight(int(rows), float(best[rows]) + first.cost + self.width_cost, not first.head_column, right)

    @cached_property
    def least_rows(self) -> int:
        """The lowest block that leaves text under the lowest head, or beside a 竖题 as high."""
        return min((h.rows for h in self.story.heads_for(self.columns)), default=0) + (0 if self.vertical else LEAST_LEG)

    def slots(self, rows: int, corner_rows: int) -> tuple[Slot, ...]:
        """The best real settings of the story in a block of so many rows, cheapest first."""
        key = (rows, corner_rows)
        if key not in self._slots:
            self._slots[key] = tuple(sorted(self._fit(rows, corner_rows), key=lambda s: s.cost)[:KEPT])
        return self._slots[key]

    def draft(self, block: Block, corner: Block | None) -> Slot | None:
        """The story in its cheapest head, its photos and legs left open."""
        found = self._cheapest(block.rows, corner.rows if corner else 0)
        if found is None:
            return None
        head = Block(found.arrangement.head_column, 0, found.head.columns, found.head.rows)
        return Slot(self.index, self.story.rank, block, corner, found.head, head, (), (), (), found.cost)

    def promised(self, rows: int, corner_rows: int) -> float:
        """What the block costs by its area alone, before its legs are broken."""
        found = self._cheapest(rows, corner_rows)
        return found.cost if found else INF

    def _fit(self, rows: int, corner_rows: int) -> Iterator[Slot]:
        found = 0
        tries = 0
        seen: dict[tuple[Spot, ...], int] = {}
        for candidate in self._candidates(rows, corner_rows):
            if seen.get(candidate.arrangement.spots, 0) >= 2:
                continue
            for slot in self._realise(candidate, rows, corner_rows):
                tries += 1
                if slot is not None:
                    found += 1
                    seen[candidate.arrangement.spots] = seen.get(candidate.arrangement.spots, 0) + 1
                    yield slot
                    break
            if found > KEPT or tries >= (TRIES if found else MOST_TRIES):
                return

    def _area(self, rows: int, corner_rows: int) -> int:
        return self.columns * rows - self.corner.columns * corner_rows

    def _candidates(self, rows: int, corner_rows: int) -> list[Candidate]:
        """Ways to fill the block by area, cheapest first."""
        area = self._area(rows, corner_rows)
        return sorted((c for sizes in self.sizes for c in self._of_sizes(sizes, rows, area)), key=lambda c: c.cost)

    def _cheapest(self, rows: int, corner_rows: int) -> Candidate | None:
        """The first of the candidates."""
        key = (rows, corner_rows)
        if key not in self._first:
            self._first[key] = self._found(rows, self._area(rows, corner_rows))
        return self._first[key]

    def _found(self, rows: int, area: int) -> Candidate | None:
        if not self.sizes:
            return None
        every = self._all_sizes
        slack = self.text.prices(area - self.text.rows - every.area)
        bare = np.where(((every.rows == 0) & (every.least <= rows)) | (every.rows == rows), every.cost + slack, INF)
        total = np.where(bare < INF, bare + every.arranged + self.width_cost, INF)
        at = int(total.argmin())
        if total[at] >= INF:
            return None
        of = int(np.searchsorted(every.starts, at, side="right")) - 1
        head, variants = self.sizes[of].pick(at - int(every.starts[of]))
        return Candidate(float(total[at]), float(slack[at]), self.sizes[of].cheapest, head, variants)

    def _of_sizes(self, sizes: Sizes, rows: int, area: int) -> Iterator[Candidate]:
        slack = self.text.prices(area - self.text.rows - sizes.area)
        total = np.where(sizes.rows == rows if sizes.full else sizes.least <= rows, sizes.cost + slack, INF)
        for i in np.argsort(total, kind="stable")[:MOST_SIZES]:
            if total[i] >= INF:
                return
            head, variants = sizes.pick(int(i))
            for a in sizes.arrangements:
                yield Candidate(float(total[i]) + a.cost + self.width_cost, float(slack[i]), a, head, variants)

    def _realise(self, c: Candidate, rows: int, corner_rows: int) -> Iterator[Slot | None]:
        corner = None
        if self.corner.columns:
            corner = Block(0 if self.corner.left else self.columns - self.corner.columns, rows - corner_rows, self.corner.columns, corner_rows)
        ground = BlockArea(self.columns, rows, Block(c.arrangement.head_column, 0, c.head.columns, c.head.rows), corner)
        spots, variants = self._flush(c, ground)
        for figures in ground.figures(spots, variants):
            legs = ground.legs(figures)
            strips = [leg.rows for leg in legs or ()]
            items = self.text.items_for(sum(strips))
            fit = fit_legs(items, strips, INF, self.story.flow.movable) if legs else None
            if legs is None or fit is None:
                yield None
                continue
            lost = WEIGHTS.misfit_per_row * (self.text.rows - sum(strips)) if items is not self.text.items and sum(strips) < self.text.rows else 0.0
            short = WEIGHTS.short_leg * sum(rows < SHORT_LEG for rows in strips)
            cost = c.cost - c.slack_cost + fit.cost + lost + short
            yield Slot(self.index, self.story.rank, Block(0, 0, self.columns, rows), corner, c.head, ground.head, figures, legs, fit.picks, cost)


    def _flush(self, c: Candidate, ground: BlockArea) -> tuple[list[Spot], list[FigureVariant]]:
        """The photos, one at the foot without text over it a row taller, so that its top is level with the text beside it."""
        spots, variants = list(c.arrangement.spots), list(c.variants)
        for i, (spot, variant) in enumerate(zip(spots, variants, strict=True)):
            if spot.anchor == "foot" and variant.rows + spot.extra_rows == ground.rows - ground.top(spot.column):
                taller = (v for v in self.story.figures[spot.figure].of_width(spot.columns) if v.rows == variant.rows + 1)
                spots[i] = spot._replace(anchor="full", extra_rows=spot.extra_rows - 1, above=0)
                variants[i] = next(taller, variant)
        return spots, variants


MOST_SIZES = 10
"""Sizes of head and photos that are tried of one arrangement."""
