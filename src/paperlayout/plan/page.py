"""The dummy of one page: the best trees made real, judged by the page rules; over and short found when nothing fits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from paperlayout.plan.grid import RowCount
from paperlayout.plan.leaf import EMPTY, Trim
from paperlayout.plan.model import Block, BoxSlot, PagePlan, Slot
from paperlayout.plan.rules import faults
from paperlayout.plan.search import Search, Tree, leaves
from paperlayout.story.model import Copy

COMBINATIONS = 30
"""Settings of the stories of one tree that are judged together."""
GOOD_ENOUGH = 24.0
STEP = 12
OTHER_ROWS = 6.0
"""What a page must gain before another leading than the nominal is taken."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A page's dummy with the rows and the measured copy it was made for."""

    rows: RowCount
    copy: Copy
    plan: PagePlan


def plan_page(copy: Copy, area: Block, trim: Trim | None = None) -> PagePlan | None:
    """The best dummy that fills the area exactly; None when there is none."""
    search = Search(copy, area.columns, area.rows, trim)
    plans = [plan for tree in search.best() for plan in _real(tree.tree, search, area, trim or Trim())]
    return min(plans, key=lambda p: p.cost, default=None)


def _real(tree: Tree, search: Search, area: Block, trim: Trim) -> Iterator[PagePlan]:
    """A tree's stories in their real legs, in the best combinations."""
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
        over, short = misfit_rows(search.copy, slots, trim)
        plan = PagePlan(area.rows, area, slots, boxes, cost, (), over, short)
        found_faults = faults(plan)
        yield replace(plan, cost=cost + sum(f.cost for f in found_faults), faults=found_faults)


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


def misfit_rows(copy: Copy, slots: Sequence[Slot], trim: Trim) -> tuple[int, int]:
    """Rows of the lead that were really cut, and rows that really stand empty."""
    if not slots or not (trim.over or trim.short):
        return 0, 0
    placed = sum(p.lines for p in slots[0].picks if p.layout != EMPTY)
    empty = sum(p.lines for p in slots[0].picks if p.layout == EMPTY)
    return (max(1, copy.stories[0].flow.lines - placed) if trim.over else 0), empty


def misfit(copy: Copy, area: Block) -> PagePlan:
    """The page that comes nearest: the lead cut, or rows left empty after it, by the fewest rows."""
    for trim in _trims(free_rows(copy, area)):
        plan = plan_page(copy, area, trim)
        if plan:
            return _tightened(copy, area, plan, trim)
    return PagePlan(area.rows, area, (), (), 0.0, (), over_rows=sum(s.flow.lines for s in copy.stories))


def free_rows(copy: Copy, area: Block) -> int:
    """Load check: rows of one column that the copy leaves free, by its usual sizes; less than nothing when it is too much."""
    used = 0
    for story in copy.stories:
        head = min((h.rows * h.columns for h in story.heads if h.columns >= min(3, area.columns)), default=0)
        photos = sum(min(((v.rows + 2) * v.columns for v in f.variants), default=0) for f in story.figures)
        used += story.flow.lines + head + photos
    used += sum(min((v.rows * v.columns for v in box.variants), default=0) for box in copy.boxes)
    return area.columns * area.rows - used


def _trims(free: int) -> Iterator[Trim]:
    """Cuts or gaps from small to large, of the kind the load check expects first."""
    most = max(48, abs(free) + 8 * STEP)
    expected = [Trim(short=n) if free > 0 else Trim(over=n) for n in range(max(4, abs(free) // 2 - 4 * STEP), most, STEP)]
    small = [Trim(over=n) if free > 0 else Trim(short=n) for n in range(4, 48, STEP)]
    yield from expected[:2]
    yield from small
    yield from expected[2:]


def _tightened(copy: Copy, area: Block, plan: PagePlan, trim: Trim) -> PagePlan:
    """The same kind of misfit with the fewest rows, by halving."""
    over = trim.over > 0
    low, high = 0, plan.over_rows or plan.short_rows
    while high - low > 2:
        middle = (low + high) // 2
        found = plan_page(copy, area, Trim(over=middle) if over else Trim(short=middle))
        rows = (found.over_rows or found.short_rows) if found else high
        if found and rows < high:
            high, plan = rows, found
        else:
            low = middle
    return plan
