"""A leaf: one story in a block of so many columns. Its cost for every area at once, then real blocks with real legs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from paperlayout.plan.figures import Arrangement, Spot, arrangements
from paperlayout.plan.ground import LEAST_LEG, Ground
from paperlayout.plan.model import Block, Slot
from paperlayout.story.legs import fit_legs
from paperlayout.story.model import Choice, FigureVariant, FlowItem, HeadVariant, MeasuredStory

INF = 1e9
TRIES = 90
KEPT = 6
EMPTY = -1
"""Layout number of rows that stand empty."""
SLACK = 18
"""Rows by which a story's text may be tightened or loosened at most."""
BLANK_ROW = 10.0
"""Price of one blank row at the end of a story, the most that is no hole (make-up R1)."""
MISFIT = 2.0
"""Price of a row that is cut or left empty when a page cannot be filled: far above what any honest fit costs."""
IDEAL_COLUMNS = {1: (0.83, 5.0), 2: (0.5, 3.0), 3: (0.34, 2.5), 4: (0.34, 2.0)}
"""Share of the page's columns a rank would take, and the price of each column off it."""

Costs = NDArray[np.float64]


Mode = Literal["exact", "over", "short"]
"""What make-up may do to a page: fill it exactly; cut the lead from its end; leave rows empty under any story."""


@dataclass(frozen=True, slots=True)
class Text:
    """The flow as make-up sees it: items, nominal rows, and the price of so many rows more or fewer, from `low` rows off the nominal on."""

    items: tuple[FlowItem, ...]
    rows: int
    low: int
    slack: Costs

    @classmethod
    def of(cls, story: MeasuredStory, mode: Mode, most: int) -> "Text":
        items = story.flow.items
        rows = story.flow.lines
        slack = slack_costs(items)
        if mode == "exact":
            blank = _shifted(slack, 1) + BLANK_ROW
            return cls(items, rows, -SLACK, np.minimum(slack, blank))
        low, high = (-max(rows, SLACK), SLACK) if mode == "over" else (-SLACK, max(most, SLACK))
        wide = np.full(high - low + 1, INF)
        wide[-SLACK - low : SLACK - low + 1] = slack
        step = np.arange(low, high + 1)
        misfit = MISFIT * np.abs(step)
        wide = np.minimum(wide, np.where((step < 0) == (mode == "over"), misfit, INF))
        return cls(items, rows, low, wide)

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
            plain = slack_costs(self.items)
            if plain[off + SLACK] < INF:
                return self.items
            if off > -SLACK and plain[off - 1 + SLACK] < INF:
                return (*self.items, FlowItem("paragraph", (Choice(1, BLANK_ROW, EMPTY),)))
        return cut(self.items, -off) if off < 0 else (*self.items, FlowItem("paragraph", tuple(Choice(n, MISFIT * n, EMPTY) for n in range(1, off + SLACK))))


def cut(items: Sequence[FlowItem], over: int) -> tuple[FlowItem, ...]:
    """The items without so many rows at the end; the last paragraph may give way by some more."""
    kept = list(items)
    while over > 0 and kept:
        last = kept.pop()
        rows = last.nominal.lines
        if rows > over and last.kind == "paragraph":
            left = range(rows - over, max(0, rows - over - SLACK // 2), -1)
            kept.append(replace(last, choices=tuple(Choice(n, MISFIT * (rows - over - n), last.nominal.layout) for n in left)))
        elif rows > over:
            kept.append(FlowItem("paragraph", (Choice(rows - over, MISFIT, EMPTY),)))
        over -= rows
    return tuple(kept)


def slack_costs(items: Sequence[FlowItem]) -> Costs:
    """Least price of d rows more than nominal at index d + SLACK."""
    costs = np.full(2 * SLACK + 1, INF)
    costs[SLACK] = 0.0
    for item in items:
        base = item.nominal.lines
        ways = [(c.lines - base, c.cost) for c in item.choices]
        costs = np.min([_shifted(costs, by) + price for by, price in ways], axis=0)
    return costs


def _shifted(costs: Costs, by: int) -> Costs:
    out = np.full_like(costs, INF)
    if by >= 0:
        out[by:] = costs[: len(costs) - by]
    else:
        out[:by] = costs[-by:]
    return out


@dataclass(frozen=True, slots=True)
class Sizes:
    """All sizes of head and photos for arrangements of the same widths: parallel arrays of area and cost, and what they stand for."""

    arrangements: tuple[Arrangement, ...]
    heads: tuple[HeadVariant, ...]
    variants: tuple[tuple[FigureVariant, ...], ...]
    area: NDArray[np.int64]
    cost: Costs

    def pick(self, index: int) -> tuple[HeadVariant, tuple[FigureVariant, ...]]:
        """The head and the photos' sizes behind one entry."""
        shape = (len(self.heads), *(len(v) for v in self.variants))
        at = np.unravel_index(index, shape)
        return self.heads[at[0]], tuple(v[i] for v, i in zip(self.variants, at[1:], strict=True))


def sizes_of(story: MeasuredStory, columns: int, group: Sequence[Arrangement]) -> Sizes | None:
    """The table of sizes for arrangements that share head width, photo widths and white."""
    first = group[0]
    heads = story.heads_for(columns, first.beside)
    variants = tuple(story.figures[s.figure].of_width(s.columns) for s in first.spots)
    if not heads or not all(variants):
        return None
    area = np.array([h.rows * h.columns for h in heads], dtype=np.int64)
    cost = np.array([h.cost for h in heads])
    for spot, sizes in zip(first.spots, variants, strict=True):
        area = np.add.outer(area, np.array([(v.rows + spot.extra_rows) * spot.columns for v in sizes], dtype=np.int64))
        cost = np.add.outer(cost, np.array([v.cost for v in sizes]))
    return Sizes(tuple(group), heads, variants, area.ravel(), cost.ravel())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to fill a block exactly, before its legs are broken."""

    cost: float
    slack_cost: float
    arrangement: Arrangement
    head: HeadVariant
    variants: tuple[FigureVariant, ...]


class Leaf:
    """One story over so many columns, leaving a corner of `corner` columns at its lower right to others."""

    def __init__(self, story: MeasuredStory, index: int, columns: int, corner: int, page_columns: int, text: Text):
        self.story, self.index, self.columns, self.corner, self.text = story, index, columns, corner, text
        share, price = IDEAL_COLUMNS[min(story.rank, 4)]
        self.width_cost = price * abs(columns - max(1, round(share * page_columns)))
        self._slots: dict[tuple[int, int], tuple[Slot, ...]] = {}

    @cached_property
    def sizes(self) -> tuple[Sizes, ...]:
        groups: dict[tuple[object, ...], list[Arrangement]] = {}
        for a in arrangements(self.story, self.columns, self.corner):
            key = (a.beside, *((s.columns, s.extra_rows) for s in a.spots))
            groups.setdefault(key, []).append(a)
        found = (sizes_of(self.story, self.columns, g) for g in groups.values())
        return tuple(s for s in found if s is not None)

    def area_costs(self, most: int, *, open_right: bool) -> Costs:
        """Least cost at which the story fills each area up to `most`. `open_right`: not the head, but a photo or text stands at its upper right."""
        base = np.full(most + 1, INF)
        for sizes in self.sizes:
            if (sizes.arrangements[0].beside > 0 or self.story.vertical) == open_right:
                fits = sizes.area <= most
                np.minimum.at(base, sizes.area[fits], sizes.cost[fits] + sizes.arrangements[0].cost + self.width_cost)
        costs = np.full(most + 1, INF)
        for d, price in enumerate(self.text.slack):
            shift = self.text.rows + d + self.text.low
            if price < INF and 0 <= shift <= most:
                np.minimum(costs[shift:], base[: most + 1 - shift] + price, out=costs[shift:])
        return costs

    @cached_property
    def least_rows(self) -> int:
        """The lowest block that leaves text under the lowest head."""
        return min((h.rows for h in self.story.heads_for(self.columns)), default=0) + LEAST_LEG

    def slots(self, rows: int, corner_rows: int) -> tuple[Slot, ...]:
        """The best real settings of the story in a block of so many rows, cheapest first."""
        key = (rows, corner_rows)
        if key not in self._slots:
            self._slots[key] = tuple(sorted(self._fit(rows, corner_rows), key=lambda s: s.cost)[:KEPT])
        return self._slots[key]

    def promised(self, rows: int, corner_rows: int) -> float:
        """What the block costs by its area alone, before its legs are broken."""
        found = self._candidates(self.columns * rows - self.corner * corner_rows)
        return found[0].cost if found else INF

    def _fit(self, rows: int, corner_rows: int) -> Iterator[Slot]:
        found = 0
        tries = 0
        seen: dict[tuple[Spot, ...], int] = {}
        for candidate in self._candidates(self.columns * rows - self.corner * corner_rows):
            if seen.get(candidate.arrangement.spots, 0) >= 2:
                continue
            for slot in self._realise(candidate, rows, corner_rows):
                tries += 1
                if slot is not None:
                    found += 1
                    seen[candidate.arrangement.spots] = seen.get(candidate.arrangement.spots, 0) + 1
                    yield slot
                    break
            if found >= 2 * KEPT or tries >= TRIES:
                return

    def _candidates(self, area: int) -> list[Candidate]:
        found: list[Candidate] = []
        for sizes in self.sizes:
            slack = self.text.prices(area - self.text.rows - sizes.area)
            total = sizes.cost + slack
            order = np.argsort(total, kind="stable")[:10]
            for i in order:
                if total[i] >= INF:
                    break
                head, variants = sizes.pick(int(i))
                found += [Candidate(float(total[i]) + a.cost + self.width_cost, float(slack[i]), a, head, variants) for a in sizes.arrangements]
        return sorted(found, key=lambda c: c.cost)

    def _realise(self, c: Candidate, rows: int, corner_rows: int) -> Iterator[Slot | None]:
        corner = Block(self.columns - self.corner, rows - corner_rows, self.corner, corner_rows) if self.corner else None
        ground = Ground(self.columns, rows, Block(0, 0, c.head.columns, c.head.rows), corner)
        for figures in ground.figures(c.arrangement.spots, c.variants):
            legs = ground.legs(figures)
            strips = [leg.rows for leg in legs or ()]
            items = self.text.items_for(sum(strips))
            fit = fit_legs(items, strips, INF) if legs else None
            if legs is None or fit is None:
                yield None
                continue
            lost = MISFIT * (self.text.rows - sum(strips)) if items is not self.text.items and sum(strips) < self.text.rows else 0.0
            cost = c.cost - c.slack_cost + fit.cost + lost
            yield Slot(self.index, Block(0, 0, self.columns, rows), corner, c.head, ground.head, figures, legs, fit.picks, cost)
