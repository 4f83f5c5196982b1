"""Dressing a dummy: of the ways each story can be set in its block, those that go together on the page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.judge.rules import REFINEMENT
from paperlayout.plan.page_plan import Fault, PagePlan, Slot

PASSES = 2
"""How often every story that is part of a fault is tried in another setting."""
SETTINGS = 4


@dataclass(frozen=True, slots=True)
class _PageTrial:
    """A page with its settings: price of the settings, of the faults of dress, and those faults."""

    view: PlanView
    settings: float
    faults: tuple[Fault, ...]

    @property
    def plan(self) -> PagePlan:
        return self.view.plan

    @property
    def cost(self) -> float:
        return self.settings + sum(f.cost for f in self.faults)


def refined(settings: Sequence[Sequence[Slot]], view: PlanView, structure: tuple[Fault, ...]) -> PagePlan:
    """The page with each story in the best of its settings. `structure`: the faults it has in any."""
    trial = _trial(view, math.inf)
    assert trial is not None
    for _ in range(PASSES):
        before = trial.cost
        for at in _suspects(trial):
            trial = _changed(trial, at, settings[at])
        if trial.cost == before:
            break
    return replace(trial.plan, cost=trial.cost + sum(f.cost for f in structure), faults=(*structure, *trial.faults))


def _trial(view: PlanView, bound: float) -> _PageTrial | None:
    """The page judged by how it is dressed; None as soon as it turns out to cost as much as the bound, since no fault of dress costs less than nothing."""
    settings = sum(s.cost for s in view.plan.slots) + sum(b.cost for b in view.plan.boxes)
    faults: list[Fault] = []
    for rule in REFINEMENT:
        if settings + sum(f.cost for f in faults) >= bound:
            return None
        faults.extend(rule(view))
    trial = _PageTrial(view, settings, tuple(faults))
    return trial if trial.cost < bound else None


def _suspects(trial: _PageTrial) -> list[int]:
    """The slots of stories that are part of a fault; all of them where a fault names none."""
    named = {owner for fault in trial.faults for owner in fault.owners}
    everyone = any(not fault.owners for fault in trial.faults)
    return [at for at, slot in enumerate(trial.plan.slots) if everyone or slot.owner in named]


def _changed(trial: _PageTrial, at: int, settings: Sequence[Slot]) -> _PageTrial:
    """The page with one story in the setting that makes the page cheapest."""
    slots, best = trial.plan.slots, trial
    for setting in settings[:SETTINGS]:
        if setting is not slots[at]:
            plan = replace(trial.plan, slots=(*slots[:at], setting, *slots[at + 1 :]))
            best = _trial(trial.view.in_other_settings(plan), best.cost) or best
    return best
