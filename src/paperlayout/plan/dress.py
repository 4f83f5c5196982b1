"""Dressing a dummy: of the ways each story can be set in its block, those that go together on the page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paperlayout.plan.dummy import Dummy
from paperlayout.plan.model import BoxSlot, Fault, PagePlan, Slot
from paperlayout.plan.rules import DRESS

Option = Slot | BoxSlot
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


def dressed(options: Sequence[Sequence[Option]], dummy: Dummy, structure: tuple[Fault, ...]) -> PagePlan:
    """The page in the best settings, story by story. `structure`: the faults it has in any."""
    by_story = {found[0].story: found for found in options if isinstance(found[0], Slot)}
    first = _worn(dummy, math.inf)
    assert first is not None
    worn = first
    for _ in range(PASSES):
        before = worn.cost
        for story in _suspects(worn):
            worn = _changed(worn, by_story[story])
        if worn.cost == before:
            break
    return replace(worn.plan, cost=worn.cost + sum(f.cost for f in structure), faults=(*structure, *worn.faults))


def _worn(dummy: Dummy, bound: float) -> _Worn | None:
    """The page judged by how it is dressed; None as soon as it turns out to cost as much as the bound."""
    settings = sum(s.cost for s in dummy.plan.slots) + sum(b.cost for b in dummy.plan.boxes)
    faults: list[Fault] = []
    for rule in DRESS:
        if settings + sum(f.cost for f in faults) >= bound:
            return None
        faults.extend(rule(dummy))
    worn = _Worn(dummy, settings, tuple(faults))
    return worn if worn.cost < bound else None


def _suspects(worn: _Worn) -> list[int]:
    """Stories that are part of a fault; all of them where a fault names none."""
    named = {story for fault in worn.faults for story in fault.stories if story < len(worn.plan.slots)}
    everyone = any(not fault.stories for fault in worn.faults)
    return [s.story for s in worn.plan.slots if everyone or s.story in named]


def _changed(worn: _Worn, options: Sequence[Option]) -> _Worn:
    """The page with one story in the setting that makes the page cheapest."""
    slots, story = worn.plan.slots, next(o.story for o in options if isinstance(o, Slot))
    at = next(i for i, s in enumerate(slots) if s.story == story)
    best = worn
    for option in options[:SETTINGS]:
        if isinstance(option, Slot) and option is not slots[at]:
            plan = replace(worn.plan, slots=(*slots[:at], option, *slots[at + 1 :]))
            best = _worn(worn.dummy.in_other_settings(plan), best.cost) or best
    return best
