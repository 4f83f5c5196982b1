"""Cost curves: what a set of stories costs in every height of whole rows, and how curves combine one above another and side by side (make-up §4.1)."""

from dataclasses import dataclass

import numpy as np

from paperlayout.plan.costs import INF, Costs

HEAD_LEFT, HEAD_RIGHT = 2, 1
"""Flags of a block: a bare head stands at its upper left, at its upper right. Two of them beside each other are a 碰题."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Least cost by flags and height; the cheapest of all flags; the first and last height that can be had (first > last: none)."""

    costs: Costs
    least: Costs
    first: int
    last: int

    @classmethod
    def of(cls, costs: Costs) -> "Curve":
        least = costs.min(axis=0)
        heights = np.flatnonzero(least < INF)
        return cls(costs, least, int(heights[0]), int(heights[-1])) if heights.size else cls(costs, least, 1, 0)

    @property
    def empty(self) -> bool:
        return self.first > self.last

    @property
    def by_side(self) -> Costs:
        """Least cost by what stands at the upper left (0: no bare head, 1: one), at the upper right, and by height."""
        return self.costs.reshape(2, 2, -1)


def nothing(rows: int) -> Costs:
    """The costs of what cannot be done at any height."""
    return np.full((4, rows + 1), INF)


def stack(out: Costs, above: Curve, below: Curve, gap: int, price: float) -> None:
    """Takes into `out` what it costs to set one set over another with `gap` rows of white between: min-plus convolution of the heights that can be had."""
    rows = out.shape[1] - 1
    start = above.first + below.first + gap
    if above.empty or below.empty or start > rows:
        return
    upper = above.costs[:, above.first : above.last + 1]
    lower = below.least[below.first : below.last + 1]
    if upper.shape[1] < len(lower):
        sums = _min_plus(lower[None, :], upper)
    else:
        sums = _min_plus(upper, lower[None, :])
    high = min(sums.shape[1], rows + 1 - start)
    np.minimum(out[:, start : start + high], sums[:, :high] + price, out=out[:, start : start + high])


def _min_plus(long: Costs, short: Costs) -> Costs:
    """The least sum of two entries for every sum of their indices, row by row."""
    width = short.shape[1]
    padded = np.full((long.shape[0], long.shape[1] + 2 * (width - 1)), INF)
    padded[:, width - 1 : width - 1 + long.shape[1]] = long
    count = long.shape[1] + width - 1
    row, step = padded.strides
    windows: Costs = np.ndarray((padded.shape[0], count, width), padded.dtype, padded, strides=(row, step, step))
    sums: Costs = (windows + short[:, None, ::-1]).min(axis=2)
    return sums


def side(out: Costs, left: Curve, right: Curve, seams: Costs, tombstone: float) -> None:
    """Takes into `out` what it costs to set two sets side by side at a height both can have. `seams` prices the gutter between them by its length."""
    heights = slice(max(left.first, right.first), min(left.last, right.last) + 1)
    a, b = left.by_side[:, :, heights], right.by_side[:, :, heights]
    apart, clash = np.minimum(b[0], b[1]), np.minimum(b[0], b[1] + tombstone)
    sums = np.minimum(a[:, 0, None] + apart, a[:, 1, None] + clash) + seams[heights]
    found = out.reshape(2, 2, -1)[:, :, heights]
    np.minimum(found, sums, out=found)
