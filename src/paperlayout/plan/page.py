"""The page's dummy: on the rows that suit it, as it was kept or anew; over and short found when nothing fits."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from paperlayout.grid import Block, Grid
from paperlayout.issue.content import PageCopy
from paperlayout.plan.fit import Cure, cures, nearest_page, verdict
from paperlayout.plan.kept_layout import KeptPage
from paperlayout.plan.makeup import FEW_ROUNDS, MOST_ROUNDS, Makeup
from paperlayout.plan.mode import EXACT, Mode
from paperlayout.plan.page_plan import Owner, PagePlan
from paperlayout.plan.pin_conflicts import PinRef, find_conflicts
from paperlayout.plan.search.cuts import ONE_HOLE
from paperlayout.plan.tree import renamed
from paperlayout.story.box import MeasuredBox
from paperlayout.story.copy import Copy
from paperlayout.story.measured import MeasuredStory


@dataclass(frozen=True, slots=True)
class FittedPage:
    """A page's dummy with the rows and the measured copy it was made for; `better` is what another make-up would save, where a kept
    one has worn badly; `cures` would make a page fit that does not; `refused` are pins it had to be made up without.
    """

    grid: Grid
    copy: Copy
    plan: PagePlan
    better: float = 0.0
    cures: tuple[Cure, ...] = ()
    refused: tuple[PinRef, ...] = ()

    def named(self, owner: Owner) -> MeasuredStory | MeasuredBox:
        """The story or box a fault names by its owner."""
        return self.copy.boxes[owner.number] if owner.kind == "box" else self.copy.stories[owner.number]


WithoutConflicts = Callable[[Grid], FittedPage | None]
"""Makes up a page without the pins that keep it from being made up, on some rows; None when it is not for its pins."""


def without_conflicts(page: PageCopy, measured: Callable[[PageCopy], Copy], grid: Grid) -> FittedPage | None:
    """The page without the pins it cannot be made up with."""

    def make(loose: PageCopy) -> FittedPage | None:
        copy = measured(loose)
        plan = _quickly(grid, copy, EXACT)
        return FittedPage(grid, copy, plan) if plan else None

    release = find_conflicts(page, make)
    return replace(release.made, refused=release.pin_refs) if release else None


def choose_layout(
    choices: Iterable[tuple[Grid, Copy]], again: FittedPage | None = None, kept: KeptPage | None = None, without_conflicts: WithoutConflicts | None = None
) -> FittedPage:
    """The dummy of a page: the one that was kept, `again` with its copy as it is now; the best there is where none was, or it does not fit any more."""
    if again is None or kept is None:
        return best_page(choices, without_conflicts)
    offered = again.copy.prices.planner.offered
    if again.plan.cost <= kept.cost_at(again.copy.prices) + offered:
        return again
    other = best_page(choices)
    saved = again.plan.cost - other.plan.cost if not (other.plan.over_rows or other.plan.short_rows) else 0.0
    return replace(again, better=saved if saved > offered else 0.0)


def best_page(choices: Iterable[tuple[Grid, Copy]], without_conflicts: WithoutConflicts | None = None) -> FittedPage:
    """The best dummy: on the nominal rows if it fits well, on others the house allows if not, else without a pin, else cut or left short by the least.

    Of other rows one page is looked at: of 300 random pages the first other saves 5 where all four save 7, at a quarter of the time.
    """
    nominal: tuple[Grid, Copy] | None = None
    best: FittedPage | None = None
    for grid, copy in choices:
        found = _on(grid, copy, FEW_ROUNDS if best else MOST_ROUNDS)
        if found and (best is None or found.plan.cost < best.plan.cost - copy.prices.planner.other_rows):
            best = found
        if best and (_good(best) or (nominal and best.plan.cost < copy.prices.rules.cross)):
            return best
        nominal = nominal or (grid, copy)
    assert nominal is not None
    if best is None or best.plan.cost >= nominal[1].prices.rules.cross:
        best = min((f for f in (best, _in_another_order(*nominal)) if f), key=lambda f: f.plan.cost, default=None)
    return best or (without_conflicts(nominal[0]) if without_conflicts else None) or _misfit(*nominal)


def _good(fitted: FittedPage) -> bool:
    prices = fitted.copy.prices.planner
    return fitted.plan.cost < prices.good_page + prices.good_story * len(fitted.copy.stories)


def _on(grid: Grid, copy: Copy, rounds: int) -> FittedPage | None:
    """The best dummy on some rows."""
    makeup = Makeup(copy, grid.area)
    plan = makeup.polished(rounds) if verdict(makeup.search) is None else None
    return FittedPage(grid, copy, plan) if plan else None


def _in_another_order(grid: Grid, copy: Copy) -> FittedPage | None:
    """A page of many stories, of which the search looks at neighbours only, with those of one rank in another order: long ones first, or last.

    The other order only finds the tree; the page is made of the copy as it is, so that it is the same page when it is made again.
    """
    if len(copy.stories) <= ONE_HOLE:
        return None
    found = (p for longest_first in (-1, 1) if (p := _ordered(grid, copy, longest_first)))
    return min((FittedPage(grid, copy, plan) for plan in found), key=lambda f: f.plan.cost, default=None)


def _ordered(grid: Grid, copy: Copy, longest_first: int) -> PagePlan | None:
    order = sorted(range(len(copy.stories)), key=lambda i: (copy.stories[i].rank, longest_first * copy.stories[i].flow.lines))
    plan = Makeup(replace(copy, stories=tuple(copy.stories[i] for i in order)), grid.area).best()
    if plan is None or plan.tree is None:
        return None
    tree = renamed(plan.tree, [*order, *range(len(order), len(order) + len(copy.boxes))])
    return Makeup(copy, grid.area, shape=tree).page_plan(tree)


def _misfit(grid: Grid, copy: Copy) -> FittedPage:
    """The page that comes nearest, and what would make it fit."""
    plan = partial(_quickly, grid)
    near = nearest_page(copy, grid.area, plan)
    return FittedPage(grid, copy, near, cures=cures(copy, near, plan) if copy.stories else ())


def _quickly(grid: Grid, trial: Copy, mode: Mode) -> PagePlan | None:
    """The best dummy of a copy that is only tried, in a few rounds."""
    makeup = Makeup(trial, grid.area, mode)
    return None if mode == EXACT and verdict(makeup.search) else makeup.best()


def relayout(grid: Grid, copy: Copy, kept: KeptPage) -> FittedPage | None:
    """The kept dummy with the copy as it is now: to the row as it was, else cut the same way at other heights; None when neither fills the page."""
    tree, area = kept.tree_for(copy), grid.area
    if tree is None or (tree.columns, tree.rows) != (area.columns, area.rows):
        return None
    makeup = Makeup(copy, area, shape=tree)
    same = makeup.page_plan(tree) if makeup.possible(tree) else None
    if same and same.cost <= kept.cost_at(copy.prices) + copy.prices.planner.worn:
        return FittedPage(grid, copy, same)
    best = min((p for p in (same, *makeup.page_plans()) if p), key=lambda p: p.cost, default=None)
    return FittedPage(grid, copy, best) if best else None


MOST_ALTERNATIVES = 12


def good_layouts(choices: Iterable[tuple[Grid, Copy]]) -> tuple[FittedPage, ...]:
    """Good dummies of a page, the best first, each cut in a way of its own; on the rows that suit the page best."""
    best = best_page(choices)
    found = Makeup(best.copy, best.grid.area).page_plans(most=MOST_ALTERNATIVES)
    own = () if best.plan.over_rows or best.plan.short_rows else (best.plan,)
    found = tuple(sorted((*own, *found), key=lambda p: p.cost))
    return tuple(FittedPage(best.grid, best.copy, plan) for plan in _unlike(found)[:MOST_ALTERNATIVES])


UNLIKE_SHARE, SHIFT = 0.34, 8
"""Two make-ups differ when this share of the items stands in other columns, or so many rows higher or lower."""


def _unlike(plans: Sequence[PagePlan]) -> list[PagePlan]:
    """Of dummies, cheapest first, those that a reader would tell from all before them."""
    kept: list[PagePlan] = []
    for plan in plans:
        if all(_moves(plan, other) >= UNLIKE_SHARE * len(_blocks(plan)) for other in kept):
            kept.append(plan)
    return kept


def _blocks(plan: PagePlan) -> list[Block]:
    return [*(s.block for s in plan.slots), *(b.block for b in plan.boxes)]


def _moves(a: PagePlan, b: PagePlan) -> int:
    """How many items stand elsewhere."""
    pairs = zip(_blocks(a), _blocks(b), strict=True)
    return sum((p.column, p.columns) != (q.column, q.columns) or abs(p.row - q.row) > SHIFT for p, q in pairs)
