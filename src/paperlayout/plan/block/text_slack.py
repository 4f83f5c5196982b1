"""The text of a story as make-up sees it: how many rows it may be tightened or loosened by, cut or left short, and at what price."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from paperlayout.issue.prices import TextPrices
from paperlayout.plan.costs import INF, Costs
from paperlayout.story.measured import Choice, FlowItem, MeasuredStory, Unbroken

SLACK = 18
"""Rows by which a story's text may be tightened or loosened at most."""

Ending = Literal["exact", "over", "short"]
"""How a story's text may end: with its last leg full; cut; with rows left empty under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSlack:
    """A story's items, their nominal rows, and the price of so many rows more or fewer, from `low` rows off the nominal on.

    `plain` is the same from SLACK rows off on, without blank, cut or empty rows.
    """

    items: tuple[FlowItem, ...]
    rows: int
    low: int
    slack: Costs
    plain: Costs
    rates: TextPrices

    @classmethod
    def of(cls, story: MeasuredStory, ending: Ending, most: int, prices: TextPrices) -> "TextSlack":
        """The text of a story on a page of `most` cells."""
        items, rows = story.flow.items, story.flow.lines
        plain = slack_costs(items, story.flow.movable)
        if ending == "exact":
            blank = _shifted(plain, 1) + prices.blank_row
            return cls(items=items, rows=rows, low=-SLACK, slack=np.minimum(plain, blank), plain=plain, rates=prices)
        low, high = (-max(rows, SLACK), SLACK) if ending == "over" else (-SLACK, max(most, SLACK))
        slack = np.full(high - low + 1, INF)
        slack[-SLACK - low : SLACK - low + 1] = plain
        off = np.arange(low, high + 1)
        misfit = prices.misfit_per_row * np.abs(off)
        slack = np.minimum(slack, np.where((off < 0) == (ending == "over"), misfit, INF))
        return cls(items=items, rows=rows, low=low, slack=slack, plain=plain, rates=prices)

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
                return (*self.items, FlowItem("paragraph", (Choice(1, self.rates.blank_row, Unbroken.EMPTY),)))
        if off < 0:
            return shortened_items(self.items, -off, self.rates.misfit_per_row)
        return (*self.items, FlowItem("paragraph", tuple(Choice(n, self.rates.misfit_per_row * n, Unbroken.EMPTY) for n in range(1, off + SLACK))))


def shortened_items(items: Sequence[FlowItem], over: int, price: float) -> tuple[FlowItem, ...]:
    """The items without so many rows at the end; the last paragraph may give way by some more, each at a price."""
    kept = list(items)
    while over > 0 and kept:
        last = kept.pop()
        rows = last.nominal.lines
        if rows > over and last.kind == "paragraph":
            left = range(rows - over, max(0, rows - over - SLACK // 2), -1)
            kept.append(replace(last, choices=tuple(Choice(n, price * (rows - over - n), last.nominal.setting) for n in left)))
        elif rows > over:
            kept.append(FlowItem("paragraph", (Choice(rows - over, price, Unbroken.EMPTY),)))
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
