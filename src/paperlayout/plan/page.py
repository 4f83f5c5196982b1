"""The dummy of one page: the best trees made real, judged by the page rules; over and short found when nothing fits."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from paperlayout.issue.model import PageCopy, Placing
from paperlayout.plan.curves import INF
from paperlayout.plan.dress import Option, dressed
from paperlayout.plan.dummy import BOX
from paperlayout.plan.figures import Corner
from paperlayout.plan.fit import Cure, cures, nearest, verdict
from paperlayout.plan.grid import RowCount
from paperlayout.plan.kept import KeptPage, renamed
from paperlayout.plan.leaf import Leaf, Mode
from paperlayout.plan.model import Block, BoxSlot, PagePlan, Slot, Tree
from paperlayout.plan.pins import honoured, pins_of
from paperlayout.plan.released import Bond, guilty
from paperlayout.plan.rules import HEADS, STRUCTURE, judged
from paperlayout.plan.search import ONE_HOLE, Search
from paperlayout.plan.tree import Standing, standings
from paperlayout.plan.weights import WEIGHTS
from paperlayout.story.model import EMPTY, Copy, MeasuredBox, MeasuredStory

ROUNDS, MOST_ROUNDS, FEW_ROUNDS = 3, 8, 3
"""How often the search is told what its stories really cost in their legs; how often at most while no page has come of it: on the nominal rows, on others."""
SURPRISE = 3.0
REGRET = 8.0
"""A page that costs so much more than its draft promised is searched for again."""
MADE = 24
"""Drafts of one search that are made real."""
HOPELESS = 12.0
"""A draft so much dearer than the best page is not made real."""
GOOD_PAGE, GOOD_STORY = 20.0, 8.0
"""A page that costs no more than this, and this for each story, is taken without a look at other leadings."""
OTHER_ROWS = 6.0
"""What a page must gain before another leading than the nominal is taken."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A page's dummy with the rows and the measured copy it was made for; `better` is what another make-up would save, where a kept
    one has worn badly; `cures` would make a page fit that does not; `refused` are pins it had to be made up without.
    """

    rows: RowCount
    copy: Copy
    plan: PagePlan
    better: float = 0.0
    cures: tuple[Cure, ...] = ()
    refused: tuple[Bond, ...] = ()

    def named(self, owner: int) -> MeasuredStory | MeasuredBox:
        """The story or box a fault names by its owner."""
        return self.copy.boxes[owner - BOX] if owner >= BOX else self.copy.stories[owner]


@dataclass(frozen=True, slots=True)
class Draft:
    """A tree with what its page will cost at least: its stories as promised, where its blocks and heads stand."""

    cost: float
    tree: Tree


def searched(search: Search, drawn: Sequence[Draft], area: Block, mode: Mode, most: int = 1, rounds: int = MOST_ROUNDS) -> tuple[PagePlan, ...]:
    """The best of the drafts made real, one of each topology, `most` of them or more; drawn again while they turn out much dearer than promised."""
    best: dict[Tree, PagePlan] = {}
    seen: set[Tree] = set()
    for turn in range(rounds):
        fresh = [d for d in drawn if d.tree not in seen][: MADE + 4 * (most - 1)]
        seen.update(d.tree for d in fresh)
        for plan in _made(fresh, search, area, mode, HOPELESS if most == 1 else INF):
            assert plan.tree is not None
            topology = plan.tree.topology
            if topology not in best or plan.cost < best[topology].cost:
                best[topology] = plan
        cheapest = min((p.cost for p in best.values()), default=INF)
        content = cheapest < WEIGHTS.cross and (turn + 1 >= ROUNDS or (fresh and cheapest <= fresh[0].cost + REGRET))
        if not fresh or content or not _learned([d.tree for d in fresh], search):
            break
        drawn = drafts(search, area)
    return tuple(sorted(best.values(), key=lambda p: p.cost))


def drafts(search: Search, area: Block) -> tuple[Draft, ...]:
    """The trees of a search by what their pages will cost at least."""
    found = []
    for tree in search.best():
        plan = _draft(tree.tree, search, area)
        if plan is not None:
            found.append(Draft(plan.cost + judged(plan, (*STRUCTURE, *HEADS)).cost, tree.tree))
    return tuple(sorted(found, key=lambda d: d.cost))


def _draft(tree: Tree, search: Search, area: Block) -> PagePlan | None:
    """A tree as a page whose stories have their heads, but no photos and legs yet."""
    slots: list[Slot] = []
    boxes: list[BoxSlot] = []
    for standing in standings(tree, area.column, area.row):
        if search.box(standing.item):
            boxes.append(_box_slot(standing, search))
        elif slot := _leaf(standing, search).draft(standing.block, standing.corner):
            slots.append(slot)
        else:
            return None
    slots.sort(key=lambda s: s.story)
    return PagePlan(area.rows, area, tuple(slots), tuple(boxes), sum(s.cost for s in slots) + sum(b.cost for b in boxes), front=search.copy.front, tree=tree)


def placings(copy: Copy) -> tuple[Placing, ...]:
    """The pins of the page's items in order."""
    return (*(s.article.placing for s in copy.stories), *(b.placing for b in copy.boxes))


def _made(drawn: Sequence[Draft], search: Search, area: Block, mode: Mode, hopeless: float) -> Iterator[PagePlan]:
    """Drafts made real, the cheapest first and each only while it could still win."""
    best = INF
    for draft in drawn:
        if draft.cost > best + hopeless:
            return
        made = _real(draft.tree, search, area)
        if made is not None:
            best = min(best, made.cost)
            over, short = misfit_rows(search.copy, made.slots, mode, search.cut)
            yield replace(made, over_rows=over, short_rows=short, cut=search.cut)


def _real(tree: Tree, search: Search, area: Block) -> PagePlan | None:
    """A tree as a page with every story in its legs, dressed; None when a story finds no legs."""
    options = []
    for standing in standings(tree, area.column, area.row):
        found = _settings(standing, search)
        if not found:
            return None
        options.append(found)
    slots = tuple(sorted((o[0] for o in options if isinstance(o[0], Slot)), key=lambda s: s.story))
    boxes = tuple(sorted((o[0] for o in options if isinstance(o[0], BoxSlot)), key=lambda b: b.box))
    plan = PagePlan(area.rows, area, slots, boxes, 0.0, front=search.copy.front, tree=tree)
    return dressed(options, replace(plan, faults=judged(plan, STRUCTURE).faults))


def _settings(standing: Standing, search: Search) -> tuple[Option, ...]:
    """The ways an item is really set where it stands."""
    if search.box(standing.item):
        return (_box_slot(standing, search),)
    rows = standing.corner.rows if standing.corner else 0
    return tuple(replace(s, block=standing.block) for s in _leaf(standing, search).slots(standing.block.rows, rows))


def _box_slot(standing: Standing, search: Search) -> BoxSlot:
    box, block = search.box(standing.item), standing.block
    assert box is not None
    variant = search.box_variant(standing.item, block.columns, block.rows)
    return BoxSlot(standing.item - len(search.copy.stories), box.rank, block, variant, variant.cost, box.framed)


def _leaf(standing: Standing, search: Search) -> Leaf:
    return search.leaf(standing.item, standing.block.columns, _corner(standing))


def _corner(standing: Standing) -> Corner:
    corner = standing.corner
    return Corner(corner.columns, corner.column == 0) if corner else Corner()


def _learned(trees: Sequence[Tree], search: Search) -> bool:
    """Whether a story of these trees costs so much more in its legs than its area promised that the search must hear of it."""
    news = False
    for tree in trees:
        for standing in standings(tree):
            if search.box(standing.item) is None:
                corner, block = _corner(standing), standing.block
                rows = standing.corner.rows if standing.corner else 0
                leaf = search.leaf(standing.item, block.columns, corner)
                slots = leaf.slots(block.rows, rows)
                real = slots[0].cost if slots else INF
                if real > leaf.promised(block.rows, rows) + SURPRISE:
                    news |= search.learn(standing, corner, real)
    return news


Unpinned = Callable[[RowCount], Fitted | None]
"""Makes up a page without the pins that keep it from being made up, on some rows; None when it is not for its pins."""


def unpinned(page: PageCopy, measured: Callable[[PageCopy], Copy], rows: RowCount) -> Fitted | None:
    """The page without the pins it cannot be made up with."""

    def make(loose: PageCopy) -> Fitted | None:
        copy = measured(loose)
        plan = _quickly(rows, copy, "exact", 0)
        return Fitted(rows, copy, plan) if plan else None

    release = guilty(page, make)
    return replace(release.made, refused=release.bonds) if release else None


def fit_page(
    choices: Iterable[tuple[RowCount, Copy]], again: Fitted | None = None, kept: KeptPage | None = None, unpinned: Unpinned | None = None
) -> Fitted:
    """The dummy of a page: the one that was kept, `again` with its copy as it is now; the best there is where none was, or it does not fit any more."""
    if again is None or kept is None:
        return best_page(choices, unpinned)
    if again.plan.cost <= kept.cost + OFFERED:
        return again
    other = best_page(choices)
    saved = again.plan.cost - other.plan.cost if not (other.plan.over_rows or other.plan.short_rows) else 0.0
    return replace(again, better=saved if saved > OFFERED else 0.0)


OFFERED = 12.0
"""What another make-up must save before it is offered in place of a kept one, and what a kept one may grow dearer before one is looked for."""


def best_page(choices: Iterable[tuple[RowCount, Copy]], unpinned: Unpinned | None = None) -> Fitted:
    """The best dummy: on the nominal rows if it fits well, on others the house allows if not, else without a pin, else cut or left short by the least."""
    nominal: tuple[RowCount, Copy] | None = None
    best: Fitted | None = None
    promise = INF
    for rows, copy in choices:
        rounds = FEW_ROUNDS if nominal else MOST_ROUNDS
        nominal = nominal or (rows, copy)
        search = Search(copy, rows.area.columns, rows.area.rows, pins=pins_of(placings(copy)))
        if verdict(search) is not None:
            continue
        drawn = drafts(search, rows.area)
        if drawn and drawn[0].cost < promise - OTHER_ROWS:
            plan = polished(searched(search, drawn, rows.area, "exact", rounds=rounds), search, rows.area)
            if plan and (best is None or plan.cost < best.plan.cost - OTHER_ROWS):
                best, promise = Fitted(rows, copy, plan), drawn[0].cost
        if best and best.plan.cost < GOOD_PAGE + GOOD_STORY * len(copy.stories):
            return best
    assert nominal is not None
    if best is None or best.plan.cost >= WEIGHTS.cross:
        best = min((f for f in (best, _in_another_order(*nominal)) if f), key=lambda f: f.plan.cost, default=None)
    return best or (unpinned(nominal[0]) if unpinned else None) or _misfit(*nominal)


def polished(plans: Sequence[PagePlan], search: Search, area: Block) -> PagePlan | None:
    """The best of some dummies, the first few with their cuts at other heights too."""
    found = list(plans)
    for plan in plans[:POLISHED]:
        if plan.tree:
            within = search.within(plan.tree)
            found += searched(within, drafts(within, area), area, "exact", rounds=FEW_ROUNDS)
    return min(found, key=lambda p: p.cost, default=None)


POLISHED = 4
"""Dummies whose cuts are tried at other heights."""


def _in_another_order(rows: RowCount, copy: Copy) -> Fitted | None:
    """A page of many stories, of which the search looks at neighbours only, with those of one rank in another order: long ones first, or last.

    The other order only finds the tree; the page is made of the copy as it is, so that it is the same page when it is made again.
    """
    if len(copy.stories) <= ONE_HOLE:
        return None
    found = (p for longest_first in (-1, 1) if (p := _ordered(rows, copy, longest_first)))
    return min((Fitted(rows, copy, plan) for plan in found), key=lambda f: f.plan.cost, default=None)


def _ordered(rows: RowCount, copy: Copy, longest_first: int) -> PagePlan | None:
    order = sorted(range(len(copy.stories)), key=lambda i: (copy.stories[i].rank, longest_first * copy.stories[i].flow.lines))
    other = replace(copy, stories=tuple(copy.stories[i] for i in order))
    search = Search(other, rows.area.columns, rows.area.rows, pins=pins_of(placings(other)))
    plans = searched(search, drafts(search, rows.area), rows.area, "exact", rounds=FEW_ROUNDS)
    if not plans or plans[0].tree is None:
        return None
    tree = renamed(plans[0].tree, [*order, *range(len(order), len(order) + len(copy.boxes))])
    own = Search(copy, rows.area.columns, rows.area.rows, pins=pins_of(placings(copy)), shape=tree)
    return _real(tree, own, rows.area)


def _misfit(rows: RowCount, copy: Copy) -> Fitted:
    """The page that comes nearest, and what would make it fit."""
    plan = partial(_quickly, rows)
    near = nearest(copy, rows.area, plan)
    return Fitted(rows, copy, near, cures=cures(copy, near, plan) if copy.stories else ())


def _quickly(rows: RowCount, trial: Copy, mode: Mode, cut: int) -> PagePlan | None:
    """The best dummy of a copy that is only tried, in a few rounds."""
    search = Search(trial, rows.area.columns, rows.area.rows, mode, pins_of(placings(trial)), cut=cut)
    found = () if mode == "exact" and verdict(search) else searched(search, drafts(search, rows.area), rows.area, mode, rounds=FEW_ROUNDS)
    return next(iter(found), None)


def refitted(rows: RowCount, copy: Copy, kept: KeptPage) -> Fitted | None:
    """The kept dummy with the copy as it is now: to the row as it was, else cut the same way at other heights; None when neither fills the page."""
    tree, area = kept.tree_for(copy), rows.area
    if tree is None or (tree.columns, tree.rows) != (area.columns, area.rows):
        return None
    search = Search(copy, area.columns, area.rows, pins=pins_of(placings(copy)), shape=tree)
    same = _real(tree, search, area) if _possible(tree, search, area) else None
    if same and same.cost <= kept.cost + WORN:
        return Fitted(rows, copy, same)
    others = searched(search, drafts(search, area), area, "exact")
    best = min((p for p in (same, *others) if p), key=lambda p: p.cost, default=None)
    return Fitted(rows, copy, best) if best else None


WORN = 6.0
"""What an edit may add to the cost of a kept page before other heights of its cuts are looked at."""


def _possible(tree: Tree, search: Search, area: Block) -> bool:
    """Whether every item can be had in the size the tree gives it, and stands where it is pinned to now."""
    pinned = placings(search.copy)
    for standing in standings(tree, area.column, area.row):
        if not honoured(pinned[standing.item].position, standing, area):
            return False
        box, block = search.box(standing.item), standing.block
        if box and (standing.corner or not any((v.columns, v.rows) == (block.columns, block.rows) for v in box.variants)):
            return False
        if not box and block.columns not in search.copy.stories[standing.item].columns:
            return False
    return True


MOST_ALTERNATIVES = 12


def alternatives(choices: Iterable[tuple[RowCount, Copy]]) -> tuple[Fitted, ...]:
    """Good dummies of a page, the best first, each cut in a way of its own; on the rows that suit the page best."""
    best = best_page(choices)
    search = Search(best.copy, best.rows.area.columns, best.rows.area.rows, pins=pins_of(placings(best.copy)))
    found = searched(search, drafts(search, best.rows.area), best.rows.area, "exact", MOST_ALTERNATIVES)
    own = () if best.plan.over_rows or best.plan.short_rows else (best.plan,)
    found = tuple(sorted((*own, *found), key=lambda p: p.cost))
    return tuple(Fitted(best.rows, best.copy, plan) for plan in _unlike(found)[:MOST_ALTERNATIVES])


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


def misfit_rows(copy: Copy, slots: Sequence[Slot], mode: Mode, cut: int) -> tuple[int, int]:
    """Rows of the story that may be cut that were, and rows of the page that stand empty."""
    if mode == "exact" or not slots:
        return 0, 0
    empty = sum(p.lines for s in slots for p in s.picks if p.layout == EMPTY)
    story = copy.stories[cut]
    copied = [p.lines for p in next(s for s in slots if s.story == cut).picks if p.layout != EMPTY]
    whole = len(copied) >= len(story.flow.items) and copied[-1] >= min(c.lines for c in story.flow.items[-1].choices)
    return (0 if mode == "short" or whole else max(1, story.flow.lines - sum(copied))), empty
