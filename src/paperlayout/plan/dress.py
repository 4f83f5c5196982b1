"""Dressing a dummy: of the ways each story can be set in its block, those that go together on the page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paperlayout.plan.dummy import Dummy
from paperlayout.plan.model import Fault, PagePlan, Slot
from paperlayout.plan.rules import DRESS

PASSES = 2
"""How often every story that is part of a fault is tried in another setting."""
SETTINGS = 4


@dataclass(frozen=True, slots=True)
class _Worn:
    """A page with its settings: price of the settings, of the faults of dress, and those faults."""

    dummy: Dummy
    settings: float
    faults: tuple[Fault, ...]

    @property
    def plan(self) -> PagePlan:
        return self.dummy.plan

    @property
    def cost(self) -> float:
        return self.settings + sum(f.cost for f in self.faults)


def dressed(settings: Sequence[Sequence[Slot]], dummy: Dummy, structure: tuple[Fault, ...]) -> PagePlan:
    """The page with each story in the best of its settings. `structure`: the faults it has in any."""
    worn = _worn(dummy, math.inf)
    assert worn is not None
    for _ in range(PASSES):
        before = worn.cost
        for at in _suspects(worn):
            worn = _changed(worn, at, settings[at])
        if worn.cost == before:
            break
    return replace(worn.plan, cost=worn.cost + sum(f.cost for f in structure), faults=(*structure, *worn.faults))


def _worn(dummy: Dummy, bound: float) -> _Worn | None:
    """The page judged by how it is dressed; None as soon as it turns out to cost as much as the bound, since no fault of dress costs less than nothing."""
    settings = sum(s.cost for s in dummy.plan.slots) + sum(b.cost for b in dummy.plan.boxes)
    faults: list[Fault] = []
    for rule in DRESS:
        if settings + sum(f.cost for f in faults) >= bound:
            return None
        faults.extend(rule(dummy))
    worn = _Worn(dummy, settings, tuple(faults))
    return worn if worn.cost < bound else None


def _suspects(worn: _Worn) -> list[int]:
    """The slots of stories that are part of a fault; all of them where a fault names none."""
    named = {story for fault in worn.faults for story in fault.stories}
    everyone = any(not fault.stories for fault in worn.faults)
    return [at for at, slot in enumerate(worn.plan.slots) if everyone or slot.story in named]


def _changed(worn: _Worn, at: int, settings: Sequence[Slot]) -> _Worn:
    """The page with one story in the setting that makes the page cheapest."""
    slots, best = worn.plan.slots, worn
    for setting in settings[:SETTINGS]:
        if setting is not slots[at]:
            plan = replace(worn.plan, slots=(*slots[:at], setting, *slots[at + 1 :]))
            best = _worn(worn.dummy.in_other_settings(plan), best.cost) or best
    return best
