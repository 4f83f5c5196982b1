"""The dummy of one page: the best trees made real, judged by the page rules; over and short found when nothing fits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from paperlayout.plan.grid import RowCount
from paperlayout.plan.leaf import EMPTY, INF, Mode
from paperlayout.plan.model import Block, BoxSlot, PagePlan, Slot
from paperlayout.plan.rules import faults
from paperlayout.plan.search import Search, Tree, leaves
from paperlayout.story.model import Copy

COMBINATIONS = 30
"""Settings of the stories of one tree that are judged together."""
GOOD_ENOUGH = 24.0
OTHER_ROWS = 6.0
"""What a page must gain before another leading than the nominal is taken."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A page's dummy with the rows and the measured copy it was made for."""

    rows: RowCount
    copy: Copy
    plan: PagePlan


def plan_page(copy: Copy, area: Block, mode: Mode = "exact") -> PagePlan | None:
    """The best dummy that fills the area exactly; None when there is none."""
    search = Search(copy, area.columns, area.rows, mode)
    best: PagePlan | None = None
    seen: set[Tree] = set()
    for _ in range(ROUNDS):
        trees = [t.tree for t in search.best() if t.tree not in seen]
        seen.update(trees)
        for tree in trees:
            best = _better(_real(tree, search, area, mode), best)
        if not trees or not _learned(trees, search):
            break
    return best


def _better(plans: Iterable[PagePlan], best: PagePlan | None) -> PagePlan | None:
    """The cheapest once the page rules have had their say; they only add, so a plan that is dearer without them is not put to them."""
    for plan in plans:
        if best is None or plan.cost < best.cost:
            found = faults(plan)
            cost = plan.cost + sum(f.cost for f in found)
            if best is None or cost < best.cost:
                best = replace(plan, cost=cost, faults=found)
    return best


ROUNDS = 4
"""How often the search is told what its stories really cost in their legs."""
SURPRISE = 3.0


def _learned(trees: Sequence[Tree], search: Search) -> bool:
    """Whether a story of these trees costs so much more in its legs than its area promised that the search must hear of it."""
    news = False
    for tree in trees:
        for part, _, _, corner in leaves(tree):
            if search.box(part.item) is None:
                leaf = search.leaf(part.item, part.columns, corner[0])
                slots = leaf.slots(part.rows, corner[1])
                promised = leaf.promised(part.rows, corner[1])
                real = slots[0].cost if slots else INF
                if real > promised + SURPRISE:
                    news |= search.learn((part.item, part.columns, part.rows, corner[0], corner[1]), real)
    return news


def _real(tree: Tree, search: Search, area: Block, mode: Mode) -> Iterator[PagePlan]:
    """A tree's stories in their real legs, in the best combinations, before the page rules are asked."""
    choices: list[Sequence[Slot | BoxSlot]] = []
    for part, column, row, corner in leaves(tree, area.column, area.row):
        block = Block(column, row, part.columns, part.rows)
        found = _boxed(part, block, search) if search.box(part.item) else _stories(part, block, corner, search)
        if not found:
            return
        choices.append(found)
    for combination in islice(product(*choices), COMBINATIONS):
        slots = tuple(sorted((s for s in combination if isinstance(s, Slot)), key=lambda s: s.story))
        boxes = tuple(s for s in combination if isinstance(s, BoxSlot))
        cost = sum(s.cost for s in combination)
        over, short = misfit_rows(search.copy, slots, mode)
        yield PagePlan(area.rows, area, slots, boxes, cost, (), over, short)


def _boxed(part: Tree, block: Block, search: Search) -> Sequence[BoxSlot]:
    variant = search.box_variant(part.item, part.columns, part.rows)
    return (BoxSlot(part.item - len(search.copy.stories), block, variant, variant.cost),)


def _stories(part: Tree, block: Block, corner: Sequence[int], search: Search) -> Sequence[Slot]:
    leaf = search.leaf(part.item, part.columns, corner[0])
    return [replace(s, block=block) for s in leaf.slots(part.rows, corner[1])]


def fit_page(choices: Iterable[tuple[RowCount, Copy]]) -> Fitted:
    """The dummy of a page: on the nominal rows if it fits well, on others the house allows if not, else cut or left short by the least."""
    nominal: tuple[RowCount, Copy] | None = None
    best: Fitted | None = None
    for rows, copy in choices:
        nominal = nominal or (rows, copy)
        plan = plan_page(copy, rows.area)
        if plan and (best is None or plan.cost < best.plan.cost - OTHER_ROWS):
            best = Fitted(rows, copy, plan)
        if best and best.plan.cost < GOOD_ENOUGH * (1 + len(copy.stories) / 2):
            return best
    if best:
        return best
    assert nominal is not None
    return Fitted(*nominal, misfit(nominal[1], nominal[0].area))


def misfit_rows(copy: Copy, slots: Sequence[Slot], mode: Mode) -> tuple[int, int]:
    """Rows of the lead that were cut, and rows of the page that stand empty."""
    if mode == "exact" or not slots:
        return 0, 0
    empty = sum(p.lines for s in slots for p in s.picks if p.layout == EMPTY)
    copied = [p.lines for p in slots[0].picks if p.layout != EMPTY]
    whole = len(copied) >= len(copy.stories[0].flow.items) and copied[-1] >= least_lines(copy)
    return (0 if mode == "short" or whole else max(1, copy.stories[0].flow.lines - sum(copied))), empty


def least_lines(copy: Copy) -> int:
    """The fewest lines the lead's last block takes when it is whole."""
    return min(c.lines for c in copy.stories[0].flow.items[-1].choices)


MODES: tuple[Mode, ...] = ("over", "short")


def misfit(copy: Copy, area: Block) -> PagePlan:
    """The page that comes nearest: the lead cut, or rows left empty, by the fewest rows."""
    found = [p for mode in MODES if (p := plan_page(copy, area, mode)) is not None]
    if found:
        return min(found, key=lambda p: (p.over_rows + p.short_rows, p.cost))
    return PagePlan(area.rows, area, (), (), 0.0, (), over_rows=sum(s.flow.lines for s in copy.stories))
