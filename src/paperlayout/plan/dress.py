"""Dressing a dummy: of the ways each story can be set in its block, those that go together on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paperlayout.plan.model import BoxSlot, Fault, PagePlan, Slot
from paperlayout.plan.rules import DRESS, judged

Option = Slot | BoxSlot
PASSES = 2
"""How often every story that is part of a fault is tried in another setting."""
SETTINGS = 4


@dataclass(frozen=True, slots=True)
class _Worn:
    """A page with its settings: price of the settings, of the faults of dress, and those faults."""

    plan: PagePlan
    settings: float
    faults: tuple[Fault, ...]

    @property
    def cost(self) -> float:
        return self.settings + sum(f.cost for f in self.faults)


def dressed(options: Sequence[Sequence[Option]], plan: PagePlan) -> PagePlan:
    """The page in the best settings, story by story; `plan` comes judged by its structure."""
    by_story = {found[0].story: found for found in options if isinstance(found[0], Slot)}
    worn = _worn(plan)
    for _ in range(PASSES):
        before = worn.cost
        for story in _suspects(worn):
            worn = min((worn, *_others(worn, by_story[story])), key=lambda w: w.cost)
        if worn.cost == before:
            break
    structure = sum(f.cost for f in plan.faults)
    return replace(worn.plan, cost=worn.cost + structure, faults=(*plan.faults, *worn.faults))


def _worn(plan: PagePlan) -> _Worn:
    settings = sum(s.cost for s in plan.slots) + sum(b.cost for b in plan.boxes)
    return _Worn(plan, settings, judged(plan, DRESS).faults)


def _suspects(worn: _Worn) -> list[int]:
    """Stories that are part of a fault; all of them where a fault names none."""
    named = {story for fault in worn.faults for story in fault.stories if story < len(worn.plan.slots)}
    everyone = any(not fault.stories for fault in worn.faults)
    return [s.story for s in worn.plan.slots if everyone or s.story in named]


def _others(worn: _Worn, options: Sequence[Option]) -> Iterator[_Worn]:
    """The page with one story in each of its other settings that is not dearer than all faults together."""
    slots = list(worn.plan.slots)
    faults = worn.cost - worn.settings
    at = next(i for i, s in enumerate(slots) if isinstance(options[0], Slot) and s.story == options[0].story)
    for option in options[:SETTINGS]:
        if isinstance(option, Slot) and option is not slots[at] and option.cost - slots[at].cost < faults:
            yield _worn(replace(worn.plan, slots=(*slots[:at], option, *slots[at + 1 :])))
