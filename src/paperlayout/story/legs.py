"""Leg breaking: the text of a story in its legs, with no subhead at a foot or top and no lonely line, filling them exactly."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from paperlayout.issue.prices import TextPrices
from paperlayout.story.measured import Choice, FlowItem


@dataclass(frozen=True, slots=True)
class LegFit:
    """How each item of a flow is set so that the legs are full, and what it costs."""

    picks: tuple[Choice, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class _Edges:
    """For each row of the flow: the nearest leg end at or before it, and after it."""

    before: tuple[int, ...]
    after: tuple[int, ...]

    @classmethod
    def of(cls, legs: Sequence[int]) -> "_Edges":
        total = sum(legs)
        ends, at = [0], 0
        for rows in legs:
            at += rows
            ends.append(at)
        before, after = [0] * (total + 1), [0] * (total + 1)
        for a, b in itertools.pairwise(ends):
            for row in range(a, b):
                before[row], after[row] = a, b
        before[total] = after[total] = total
        return cls(tuple(before), tuple(after))

    def begun(self, row: int) -> int:
        """Where the text from a row on has begun to be read: two lines on, or one if it has no more."""
        return row + 1 if row + 1 == len(self.after) - 1 else row + 2


def fit_legs(items: Sequence[FlowItem], legs: Sequence[int], limit: float, prices: TextPrices, movable: int | None = None) -> LegFit | None:
    """The cheapest setting of the items that fills the legs to the last row; None when there is none below the limit.

    `movable`: so many paragraphs may be tightened or loosened; None: all of them.
    """
    total = sum(legs)
    edges = _Edges.of(legs)
    room = _room_after(items)
    stride = total + 1
    ends = stride * (1 + (movable or 0))
    trail: list[dict[int, _Step]] = []
    costs = {0: 0.0}
    for item, (least, most) in zip(items, room, strict=True):
        following: dict[int, float] = {}
        back: dict[int, _Step] = {}
        ways = [(choice, choice.lines + (stride if movable is not None and item.moves(choice) else 0)) for choice in item.choices]
        for before, cost in costs.items():
            at = before % stride
            for choice, step in ways:
                end = at + choice.lines
                after = before + step
                if end + least > total or end + most < total or after >= ends:
                    continue
                price = cost + choice.cost + _price(item, choice, at, edges, prices)
                if price < following.get(after, limit):
                    following[after] = price
                    back[after] = _Step(before, choice)
        costs = following
        trail.append(back)
    best = min((at for at in costs if at % stride == total), key=lambda at: costs[at], default=None)
    return None if best is None else LegFit(_picks(trail, best), costs[best])


class _Step(NamedTuple):
    """How a row of the flow was reached: from which row, and how the item between is set. Rows count anew, by a stride, for each paragraph that was moved."""

    before: int
    choice: Choice


def _room_after(items: Sequence[FlowItem]) -> list[tuple[int, int]]:
    """Fewest and most rows that follow each item."""
    room = []
    least = most = 0
    for item in reversed(items):
        room.append((least, most))
        least += min(c.lines for c in item.choices)
        most += max(c.lines for c in item.choices)
    return room[::-1]


def _picks(trail: Sequence[dict[int, _Step]], end: int) -> tuple[Choice, ...]:
    picks = []
    for back in reversed(trail):
        end, choice = back[end]
        picks.append(choice)
    return tuple(reversed(picks))


def _price(item: FlowItem, choice: Choice, at: int, edges: _Edges, prices: TextPrices) -> float:
    """What it costs that an item stands from row `at` on."""
    end = at + choice.lines
    match item.kind:
        case "subhead":
            return _subhead(at, end, edges, prices)
        case "block":
            return _block(item, choice, at, edges, prices)
        case "jump_line":
            return _jump_line(at, end, edges)
        case "break":
            return prices.stranded if edges.before[at] == at or edges.before[end] == end else 0.0
        case _:
            if edges.after[at] < at + item.whole:
                return math.inf
            return _paragraph(at, end, edges, prices) + (prices.stranded if item.introduces and edges.after[end - 1] < edges.begun(end) else 0.0)


def _block(item: FlowItem, choice: Choice, at: int, edges: _Edges, prices: TextPrices) -> float:
    """A block is cut only where it may be, and its white never stands at the edge of a leg."""
    end = at + choice.lines
    if (choice.above and edges.before[at] == at) or (choice.below and edges.before[end] == end):
        return math.inf
    cut, cost = edges.after[at], 0.0
    while cut < end:
        if cut - at - choice.above not in item.cuts:
            return math.inf
        cut, cost = edges.after[cut], cost + prices.parted
    return cost


def _subhead(at: int, end: int, edges: _Edges, prices: TextPrices) -> float:
    """A subhead is never parted nor at a leg's foot, where fewer than two lines of its text follow it; at a leg's top only for want of another way."""
    if edges.after[at] < edges.begun(end):
        return math.inf
    return 0.0 if at == 0 or edges.before[at] <= at - 2 else prices.stranded


def _jump_line(at: int, end: int, edges: _Edges) -> float:
    """A jump line has two lines of its story beside it in its leg."""
    lonely = edges.after[at] < end + 2 if at == 0 else edges.before[at] > at - 2
    return math.inf if lonely else 0.0


def _paragraph(at: int, end: int, edges: _Edges, prices: TextPrices) -> float:
    cost = 0.0
    cut = edges.after[at]
    while cut < end:
        if cut - at == 1:
            cost += prices.orphan
        if end - cut == 1:
            cost += prices.widow
        cut = edges.after[cut]
    return cost
