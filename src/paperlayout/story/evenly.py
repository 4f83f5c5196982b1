"""Copy in even legs: every height at which a flow fills the legs of a block, the right ones at most a row shorter."""

from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.kit import Kit
from paperlayout.memo import remembered
from paperlayout.story.legs import fit_legs
from paperlayout.story.measured import Choice, FlowItem

SLACK = 9
"""Rows by which the text of a box may be tightened or loosened at most."""
LEAST_LEG = 3
"""Rows a leg beside a picture must keep."""
INF = 1e9


@dataclass(frozen=True, slots=True)
class EvenLegs:
    """A flow in legs of one height: rows from their common top to their common foot, rows of text in each, how the items are set, the price."""

    height: int
    legs: tuple[int, ...]
    picks: tuple[Choice, ...]
    cost: float


@remembered(512, owner=2)
def even_legs(items: tuple[FlowItem, ...], taken: tuple[int, ...], kit: Kit, movable: int | None = None) -> tuple[EvenLegs, ...]:
    """The cheapest setting for each height. `taken` are the rows that pictures take of each leg, `movable` the paragraphs that may give way."""
    prices, best = kit.prices.text, dict[int, EvenLegs]()
    for rows in _totals(items):
        legs = _shared(rows, taken)
        fit = fit_legs(items, legs, INF, prices, movable) if legs else None
        if fit is None:
            continue
        height = legs[0] + taken[0]
        short = sum(height - t - own for t, own in zip(taken, legs, strict=True))
        found = EvenLegs(height, legs, fit.picks, fit.cost + prices.shorter_leg * short)
        if height not in best or found.cost < best[height].cost:
            best[height] = found
    return tuple(sorted(best.values(), key=lambda e: e.height))


def _totals(items: tuple[FlowItem, ...]) -> Iterator[int]:
    """The sums of rows the items can have, not too far from their nominal."""
    nominal = sum(i.nominal.lines for i in items)
    least, most = (sum(f(c.lines for c in i.choices) for i in items) for f in (min, max))
    yield from range(max(least, nominal - SLACK), min(most, nominal + SLACK) + 1)


def _shared(rows: int, taken: tuple[int, ...]) -> tuple[int, ...]:
    """Rows shared over the legs so that they end level, the left ones a row lower at most; none when a leg would be a stump."""
    n = len(taken)
    height = -(-(rows + sum(taken)) // n)
    spare = n * height - sum(taken) - rows
    legs = tuple(height - t - (i >= n - spare) for i, t in enumerate(taken))
    least = LEAST_LEG if any(taken) else 1
    return legs if min(legs) >= least else ()
