"""What the search has been told: what stories really cost in their legs, where that was much more than their area promised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from paperlayout.plan.block.figures import Corner


class RealCost(NamedTuple):
    """What a story turned out to cost in a block once its legs were broken."""

    item: int
    columns: int
    rows: int
    corner: Corner
    corner_rows: int
    cost: float


NO_COSTS: frozenset[RealCost] = frozenset()


@dataclass(frozen=True, slots=True)
class Learned:
    """Real costs by item and columns."""

    costs: Mapping[tuple[int, int], frozenset[RealCost]] = field(default_factory=dict)

    def about(self, item: int, columns: int) -> frozenset[RealCost]:
        """What is known of a story over so many columns."""
        return self.costs.get((item, columns), NO_COSTS)

    def with_costs(self, more: Iterable[RealCost]) -> "Learned":
        """The same and more."""
        costs = dict(self.costs)
        for one in more:
            costs[one.item, one.columns] = costs.get((one.item, one.columns), NO_COSTS) | {one}
        return Learned(costs)

    def news(self, before: "Learned") -> int:
        """The items, as bits, of which more is known than before."""
        items = 0
        for (item, columns), costs in self.costs.items():
            if costs != before.about(item, columns):
                items |= 1 << item
        return items


NOTHING_LEARNED = Learned()
