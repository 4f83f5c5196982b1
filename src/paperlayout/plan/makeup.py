"""画版: one page on one grid while it is made up: the best trees drafted, the drafts that could win made real, the search told what they really cost."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar, assert_never

from paperlayout.grid import Block
from paperlayout.issue.placing import Placing
from paperlayout.issue.prices import Prices
from paperlayout.plan.block.block_fill import BlockFill
from paperlayout.plan.block.figures import Corner
from paperlayout.plan.costs import INF
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.judge.refine import refined
from paperlayout.plan.judge.rules import HEADS, STRUCTURE, faults_of
from paperlayout.plan.mode import EXACT, CutStory, Exact, LeaveShort, Mode
from paperlayout.plan.page_plan import BoxSlot, Fault, PagePlan, Slot
from paperlayout.plan.search.learned import Learned, RealCost
from paperlayout.plan.search.pins import honoured, pins_of
from paperlayout.plan.search.search import Search
from paperlayout.plan.search.trees import best_trees
from paperlayout.plan.tree import Standing, Tree, standings, topology
from paperlayout.story.copy import Copy
from paperlayout.story.measured import Unbroken

T = TypeVar("T")

ROUNDS, MOST_ROUNDS, FEW_ROUNDS = 3, 8, 3
"""How often the search is told what its stories really cost in their legs; how often at most while no page has come of it; and where others are at hand."""
MADE = 24
"""Drafts of one search that are made real."""
POLISHED = 4
"""Pages whose cuts are tried at other heights."""


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A tree with what its page will cost at least: its stories as promised, where its blocks and heads stand."""

    cost: float
    tree: Tree
    view: PlanView
    structure: tuple[Fault, ...]


class Searched(NamedTuple):
    """What came of a search: pages, the best first, and what was learned on the way."""

    plans: tuple[PagePlan, ...]
    learned: Learned


class Makeup:
    """A page's copy on one grid, with every draft and page worked out once. `shape`: a tree whose cuts are kept."""

    def __init__(self, copy: Copy, area: Block, mode: Mode = EXACT, shape: Tree | None = None):
        self.copy, self.area, self.mode, self.prices = copy, area, mode, copy.prices
        every = Search.of(copy, area.columns, area.rows, pins=pins_of(placings(copy)), mode=mode)
        self.tables = every.tables
        self.search = every.within(shape) if shape else every
        self._drafted: dict[Tree, PageDraft | None] = {}
        self._page_plans: dict[Tree, PagePlan | None] = {}
        self._fills: dict[tuple[int, int, Corner], BlockFill] = {}

    def best(self) -> PagePlan | None:
        """The best page there is in a few rounds."""
        return next(iter(self.page_plans(FEW_ROUNDS)), None)

    def page_plans(self, rounds: int = MOST_ROUNDS, most: int = 1) -> tuple[PagePlan, ...]:
        """Good pages, the best first, one of each topology, `most` of them or more."""
        return self._searched(self.search, rounds, most).plans

    def polished(self, rounds: int = MOST_ROUNDS) -> PagePlan | None:
        """The best page, when the cuts of the first few were tried at other heights too."""
        first = self._searched(self.search, rounds)
        plans, learned = list(first.plans), first.learned
        for plan in first.plans[:POLISHED]:
            if plan.tree:
                more = self._searched(self.search.within(plan.tree, learned), FEW_ROUNDS)
                plans, learned = [*plans, *more.plans], more.learned
        return min(plans, key=lambda p: p.cost, default=None)

    def _searched(self, search: Search, rounds: int, most: int = 1) -> Searched:
        """The pages of a search, which is told what they cost and asked again while they turn out much dearer than promised."""
        best: dict[Tree, PagePlan] = {}
        seen: set[Tree] = set()
        for turn in range(rounds):
            fresh = [d for d in self._drafts(search) if d.tree not in seen][: MADE + 4 * (most - 1)]
            seen.update(d.tree for d in fresh)
            _keep_cheapest(best, self._made(fresh, self.prices.planner.hopeless if most == 1 else INF))
            if not fresh or _content(best.values(), fresh[0], turn, self.prices):
                break
            learned = search.learned.with_costs(self._surprises([d.tree for d in fresh]))
            if learned == search.learned:
                break
            search = search.knowing(learned)
        return Searched(tuple(sorted(best.values(), key=lambda p: p.cost)), search.learned)

    def _drafts(self, search: Search) -> tuple[PageDraft, ...]:
        """The trees of a search by what their pages will cost at least."""
        found = (self._draft(tree.tree) for tree in best_trees(search))
        return tuple(sorted((d for d in found if d), key=lambda d: d.cost))

    def _draft(self, tree: Tree) -> PageDraft | None:
        if tree not in self._drafted:
            slots = self._story_slots(tree, lambda fill, standing: fill.draft(standing.block, standing.corner))
            self._drafted[tree] = _judged(PlanView(self._plan(tree, slots), self.prices.rules), tree) if slots is not None else None
        return self._drafted[tree]

    def _plan(self, tree: Tree, slots: Sequence[Slot]) -> PagePlan:
        """A tree as a page with its stories in these slots."""
        boxes = sorted((self._box_slot(s) for s in self._standings(tree) if self.tables.box(s.item)), key=lambda b: b.box)
        cost = sum(s.cost for s in slots) + sum(b.cost for b in boxes)
        cut = self.mode.story if isinstance(self.mode, CutStory) else 0
        return PagePlan(rows=self.area.rows, area=self.area, slots=tuple(slots), boxes=tuple(boxes), cost=cost, front=self.copy.front, cut=cut, tree=tree)

    def _story_slots(self, tree: Tree, set_: Callable[[BlockFill, Standing], T | None]) -> list[T] | None:
        """What comes of each story where it stands, in order; None when one cannot be set."""
        found: list[T] = []
        for standing in sorted(s for s in self._standings(tree) if not self.tables.box(s.item)):
            one = set_(self._fill(standing), standing)
            if not one:
                return None
            found.append(one)
        return found

    def _made(self, drawn: Sequence[PageDraft], hopeless: float) -> Iterator[PagePlan]:
        """Drafts made real, the cheapest first and each only while it could still win."""
        best = INF
        for draft in drawn:
            if draft.cost > best + hopeless:
                return
            made = self.page_plan(draft.tree)
            if made is not None:
                best = min(best, made.cost)
                yield made

    def page_plan(self, tree: Tree) -> PagePlan | None:
        """A tree as a page with every story in its legs, refined; None when a story finds no legs."""
        if tree not in self._page_plans:
            self._page_plans[tree] = self._real(tree)
        return self._page_plans[tree]

    def _real(self, tree: Tree) -> PagePlan | None:
        draft, settings = self._draft(tree), self._story_slots(tree, _settings)
        if draft is None or settings is None:
            return None
        plan = self._plan(tree, [own[0] for own in settings])
        made = refined(settings, draft.view.in_other_settings(plan), draft.structure)
        over, short = self._misfit_rows(made.slots)
        return replace(made, over_rows=over, short_rows=short)

    def _box_slot(self, standing: Standing) -> BoxSlot:
        box, block = self.tables.box(standing.item), standing.block
        assert box is not None
        variant = self.tables.box_variant(standing.item, block.columns, block.rows)
        at = standing.item - len(self.copy.stories)
        return BoxSlot(box=at, rank=box.rank, block=block, variant=variant, cost=variant.cost, framed=box.framed)

    def _fill(self, standing: Standing) -> BlockFill:
        key = (standing.item, standing.block.columns, _corner(standing))
        if key not in self._fills:
            self._fills[key] = BlockFill(self.tables.block(*key))
        return self._fills[key]

    def _standings(self, tree: Tree) -> list[Standing]:
        return standings(tree, self.area.column, self.area.row)

    def _surprises(self, trees: Sequence[Tree]) -> Iterator[RealCost]:
        """Stories of these trees that cost so much more in their legs than their area promised that the search must hear of it."""
        for tree in trees:
            for standing in standings(tree):
                if self.tables.box(standing.item) is None:
                    fill, block, corner_rows = self._fill(standing), standing.block, standing.corner_rows
                    slots = fill.slots(block.rows, corner_rows)
                    real = slots[0].cost if slots else INF
                    if real > fill.cost.promised(block.rows, corner_rows) + self.prices.planner.surprise:
                        yield RealCost(standing.item, block.columns, block.rows, _corner(standing), corner_rows, real)

    def _misfit_rows(self, slots: Sequence[Slot]) -> tuple[int, int]:
        """Rows of the story that may be cut that were, and rows of the page that stand empty."""
        empty = sum(p.lines for s in slots for p in s.picks if p.setting is Unbroken.EMPTY)
        match self.mode:
            case Exact():
                return 0, 0
            case LeaveShort():
                return 0, empty
            case CutStory():
                return self._rows_cut(self.mode.story, slots), empty
            case _:
                assert_never(self.mode)

    def _rows_cut(self, number: int, slots: Sequence[Slot]) -> int:
        """Rows a story lost at its end; none on a page without stories."""
        if not slots:
            return 0
        flow = self.copy.stories[number].flow
        copied = [p.lines for slot in slots if slot.story == number for p in slot.picks if p.setting is not Unbroken.EMPTY]
        whole = len(copied) >= len(flow.items) and copied[-1] >= min(c.lines for c in flow.items[-1].choices)
        return 0 if whole else max(1, flow.lines - sum(copied))

    def possible(self, tree: Tree) -> bool:
        """Whether every item can be had in the size the tree gives it, and stands where it is pinned to now."""
        pinned = placings(self.copy)
        for standing in self._standings(tree):
            if not honoured(pinned[standing.item].position, standing, self.area):
                return False
            box, block = self.tables.box(standing.item), standing.block
            if box and (standing.corner or not any((v.columns, v.rows) == (block.columns, block.rows) for v in box.variants)):
                return False
            if not box and block.columns not in self.copy.stories[standing.item].columns:
                return False
        return True


def _judged(view: PlanView, tree: Tree) -> PageDraft:
    structure, heads = faults_of(view, STRUCTURE), faults_of(view, HEADS)
    return PageDraft(view.plan.cost + sum(f.cost for f in (*structure, *heads)), tree, view, structure)


def _keep_cheapest(best: dict[Tree, PagePlan], plans: Iterable[PagePlan]) -> None:
    """Of pages that are cut alike the cheapest, by their topology."""
    for plan in plans:
        assert plan.tree is not None
        cuts = topology(plan.tree)
        if cuts not in best or plan.cost < best[cuts].cost:
            best[cuts] = plan


def _content(plans: Iterable[PagePlan], promised: PageDraft, turn: int, prices: Prices) -> bool:
    """Whether a page has come of the search that is nearly as cheap as was promised, or as good as some rounds can make it."""
    cheapest = min((p.cost for p in plans), default=INF)
    return cheapest < prices.rules.cross and (turn + 1 >= ROUNDS or cheapest <= promised.cost + prices.planner.regret)


def _settings(fill: BlockFill, standing: Standing) -> tuple[Slot, ...]:
    """The ways a story is really set where it stands."""
    return tuple(replace(s, block=standing.block) for s in fill.slots(standing.block.rows, standing.corner_rows))


def _corner(standing: Standing) -> Corner:
    corner = standing.corner
    return Corner(corner.columns, corner.column == 0) if corner else Corner()


def placings(copy: Copy) -> tuple[Placing, ...]:
    """The pins of the page's items in order."""
    return (*(s.article.placing for s in copy.stories), *(b.placing for b in copy.boxes))
