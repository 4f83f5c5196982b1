"""The search over small made-up pages: every tree fills the page, every dummy stands on real cells, and the price is the one promised."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from paperlayout.grid import Block
from paperlayout.heads.variant import HeadVariant
from paperlayout.issue.content import Article, Photo, Staff, Text
from paperlayout.issue.prices import Prices
from paperlayout.page import BLACK
from paperlayout.plan.block.figures import Corner
from paperlayout.plan.costs import INF
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.judge.rules import STRUCTURE, faults_of
from paperlayout.plan.makeup import Makeup
from paperlayout.plan.page_plan import Owner, PagePlan, Slot
from paperlayout.plan.search.learned import RealCost
from paperlayout.plan.search.search import Search
from paperlayout.plan.search.trees import best_trees
from paperlayout.plan.tree import ItemTree, Lock, Side, Stack, Standing, Tree, standings
from paperlayout.story.box import BoxVariant, MeasuredBox
from paperlayout.story.copy import Copy
from paperlayout.story.measured import Choice, FigureVariant, Flow, FlowItem, MeasuredFigure, MeasuredStory

COLUMNS, ROWS = 4, 36
AREA = Block(0, 0, COLUMNS, ROWS)


def paragraph(lines: int) -> FlowItem:
    return FlowItem("paragraph", (Choice(lines, 0.0, 0), Choice(lines + 1, 1.5, 1), *([Choice(lines - 1, 1.7, 2)] if lines > 3 else [])))


def story(number: int, lines: int, photo: bool) -> MeasuredStory:
    """So many lines in paragraphs of six, heads of a few rows over every width, and perhaps a photo."""
    items = tuple(paragraph(min(6, lines - at)) for at in range(0, lines, 6))
    heads = [
        HeadVariant(w, rows + (1 if w < 3 else 0), 0.7 * abs(rows - 4), 40.0 - 8 * number, rows - 3, ()) for w in range(1, COLUMNS + 1) for rows in (3, 4, 5)
    ]
    figures = [MeasuredFigure(Photo(id="p1", file=Path("p.jpg")), 1.4, tuple(FigureVariant(w, 6 * w + d, 1, 0.0, 0.5 * abs(d)) for w in (1, 2, 3) for d in (-1, 0, 1)))]
    article = Article(id=f"a{number}", title=Text(f"第{number}篇"))
    return MeasuredStory(
        id=article.id, rank=number, article=article, flow=Flow((), items), heads=tuple(heads), figures=tuple(figures if photo else []),
        columns=tuple(range(1, COLUMNS + 1)), chars=lines * 15,
    )  # fmt: skip


def box(rows: int) -> MeasuredBox:
    variants = tuple(BoxVariant(w, rows // w + d, 1.0 * d, None) for w in (1, 2) for d in (0, 1, 2))  # type: ignore[type-var]
    return MeasuredBox(id="briefs1", label="简讯框", rank=4, title="简讯", variants=variants, chars=100)


def copy_of(lines: list[int], boxed: int = 0, photo: bool = True) -> Copy:
    stories = tuple(story(i + 1, n, photo and i == 0) for i, n in enumerate(lines))
    return Copy(stories, (box(boxed),) if boxed else (), Staff(), BLACK, Prices())


def plan_page(copy: Copy, area: Block) -> PagePlan | None:
    """The best dummy that fills the area exactly."""
    return next(iter(Makeup(copy, area).page_plans()), None)


@st.composite
def copies(draw: st.DrawFn) -> Copy:
    """One to four stories, perhaps a box, that come near to filling the page."""
    shares = draw(st.lists(st.integers(2, 6), min_size=1, max_size=4))
    boxed = draw(st.sampled_from([0, 0, 14, 18]))
    photo = draw(st.booleans())
    room = COLUMNS * ROWS - boxed - (24 if photo else 0)
    lines = sorted((max(8, round(room * s / sum(shares)) - 13 + draw(st.integers(-2, 2))) for s in shares), reverse=True)
    return copy_of(lines, boxed, photo)


FIVE = copy_of([24, 12, 10, 9, 8], 14)


def cells(block: Block) -> set[tuple[int, int]]:
    return {(c, r) for c in range(block.column, block.right) for r in range(block.row, block.foot)}


def blocks(tree: Tree) -> Iterator[tuple[Standing, set[tuple[int, int]]]]:
    """Each item of a tree with the cells it owns: its block without the corner it leaves."""
    for standing in standings(tree):
        yield standing, cells(standing.block) - (cells(standing.corner.at(standing.block)) if standing.corner else set())


def check_tree(tree: Tree, copy: Copy) -> None:
    owned = list(blocks(tree))
    assert sorted(part.item for part, _ in owned) == list(range(len(copy.stories) + len(copy.boxes)))
    taken: set[tuple[int, int]] = set()
    for _, own in owned:
        assert not taken & own
        taken |= own
    assert taken <= cells(AREA)
    white = cells(AREA) - taken
    for column in range(COLUMNS):
        rows = {r for c, r in white if c == column}
        assert not any({r, r + 1, r + 2} <= rows for r in rows), "more than the two rows between stories"
        assert ROWS - 1 not in rows and 0 not in rows, "white at the head or foot of the page"


@settings(max_examples=60)
@given(copies())
def test_trees_fill_the_page_without_overlap_at_the_price_of_the_curve(copy: Copy) -> None:
    check_search(copy)
    event("fits" if best_trees(Search.of(copy, COLUMNS, ROWS)) else "does not fit")


def check_search(copy: Copy) -> None:
    """What must hold of the trees that are found, and that none are found only where the curve says so."""
    search = Search.of(copy, COLUMNS, ROWS)
    promised = float(search.curve(search.all, COLUMNS).least[ROWS])
    found = best_trees(search)
    assert bool(found) == (promised < INF)
    if found:
        assert found[0].cost == pytest.approx(promised)
        assert [t.cost for t in found] == sorted(t.cost for t in found)
    for tree in found:
        check_tree(tree.tree, copy)
        for part, _ in blocks(tree.tree):
            if search.tables.box(part.item):
                assert (part.block.columns, part.block.rows) in {(v.columns, v.rows) for v in copy.boxes[0].variants}


def test_five_stories_and_a_box_are_made_up() -> None:
    check_search(FIVE)
    assert best_trees(Search.of(FIVE, COLUMNS, ROWS))


def check_plan(plan: PagePlan, copy: Copy) -> None:
    """Every slot's head, photos, corner and legs are its block, cell for cell, and its text fills the legs."""
    for slot in plan.slots:
        parts = [
            slot.head_block,
            *(f.block for f in slot.figures),
            *(Block(leg.column, leg.row, 1, leg.rows) for leg in slot.legs),
            *([slot.corner] if slot.corner else []),
        ]
        own = [cells(part.at(slot.block)) for part in parts]
        assert sum(len(part) for part in own) == len(set().union(*own)), "two parts of a story overlap"
        assert set().union(*own) == cells(slot.block)
        assert sum(p.lines for p in slot.picks) == sum(leg.rows for leg in slot.legs)
        for figure in slot.figures:
            under_head = figure.block.column < slot.head_block.right
            assert figure.anchor != "foot" or figure.block.row > slot.head_block.rows * under_head, "a row lower than the text beside it"
        assert {f.index for f in slot.figures} == set(range(len(copy.stories[slot.story].figures)))
    standing = [cells(s.block) - (cells(s.corner.at(s.block)) if s.corner else set()) for s in plan.slots] + [cells(b.block) for b in plan.boxes]
    assert sum(len(own) for own in standing) == len(set().union(*standing)) and set().union(*standing) <= cells(AREA)
    assert plan.cost == pytest.approx(sum(s.cost for s in (*plan.slots, *plan.boxes)) + sum(f.cost for f in plan.faults))
    assert not any(f.rule == "cross" for f in plan.faults)


@settings(max_examples=40)
@given(copies())
def test_dummies_stand_on_real_cells(copy: Copy) -> None:
    plan = plan_page(copy, AREA)
    event("made up" if plan else "not made up")
    if plan:
        check_plan(plan, copy)


@settings(max_examples=30)
@given(copies())
def test_a_draft_promises_the_cheapest_candidate_and_stands_as_the_page_does(copy: Copy) -> None:
    makeup = Makeup(copy, AREA)
    for plan in makeup.page_plans():
        assert plan.tree is not None
        draft = makeup._draft(plan.tree)
        assert draft is not None
        assert (draft.view.owners, draft.view.text) == (PlanView(plan, copy.prices.rules).owners, PlanView(plan, copy.prices.rules).text)
        assert draft.structure == plan.faults[: len(draft.structure)] == faults_of(PlanView(plan, copy.prices.rules), STRUCTURE)
        for standing in makeup._standings(plan.tree):
            if not makeup.tables.box(standing.item):
                cost = makeup._fill(standing).cost
                assert cost.cheapest(standing.block.rows, standing.corner_rows) == cost.candidates(standing.block.rows, standing.corner_rows)[0]


def test_boxes_come_in_their_own_order_however_the_page_is_cut() -> None:
    copy = replace(copy_of([30]), boxes=(box(12), box(24), box(16)))
    plan = plan_page(copy, AREA)
    assert plan is not None and plan.tree is not None
    assert [s.item for s in standings(plan.tree)] == [0, 2, 1, 3], "the tree has them in another"
    assert [b.box for b in plan.boxes] == [0, 1, 2]
    assert [fault.owners for fault in plan.faults if fault.rule == "too_many_boxes"] == [tuple(Owner("box", n) for n in range(3))]


def test_what_a_corner_really_costs_is_news_to_every_search_within_another() -> None:
    """Searches of one page share their tables, which nothing changes; what one has learned is handed to the next."""
    every = Search.of(copy_of([110, 12], photo=False), COLUMNS, ROWS)
    corner = Corner(1)
    tree = Lock(COLUMNS, ROWS, 0, ItemTree(1, 16, 1), gap=2, at_left=False)
    first = every.within(tree)
    before = first.curve(every.all, COLUMNS)
    real = RealCost(0, COLUMNS, ROWS, corner, 18, 99.0)
    learned = first.learned.with_costs([real])
    assert learned.with_costs([real]) == learned, "it is known"
    told, other = first.knowing(learned), every.within(tree, learned)
    assert [s.wrapping(0, COLUMNS, corner)[1][ROWS, 18] == 99.0 for s in (first, told, other)] == [False, True, True]
    assert told.curve(every.all, COLUMNS).costs.tolist() == other.curve(every.all, COLUMNS).costs.tolist() != before.costs.tolist()
    assert told.curve(0b10, 1) is first.curve(0b10, 1), "nothing new of the other story"


def test_a_page_with_a_photo_and_a_box_is_made_up() -> None:
    copy = copy_of([36, 22], 14)
    plan = plan_page(copy, AREA)
    assert plan is not None
    check_plan(plan, copy)
    box_slot = plan.boxes[0]
    assert box_slot.variant in copy.boxes[0].variants
    assert (box_slot.block.columns, box_slot.block.rows) == (box_slot.variant.columns, box_slot.variant.rows)


def test_one_story_that_fits_to_the_row_is_left_alone() -> None:
    """Nominal text under its dearest-free head, no photo: nothing gives way."""
    copy = copy_of([COLUMNS * (ROWS - 4)], photo=False)
    plan = plan_page(copy, AREA)
    assert plan is not None
    (slot,) = plan.slots
    assert (slot.head.rows, {p.cost for p in slot.picks}) == (4, {0.0})


def test_trees_of_different_kinds_are_never_equal() -> None:
    kinds = [ItemTree, Side, Stack, Lock]
    assert set(kinds) == set(get_args(Tree))
    assert len({len(kind._fields) for kind in kinds}) == len(kinds), "trees are keys, and tuples: equal fields would make a side a stack"


def test_no_text_is_no_page_and_too_much_is_none() -> None:
    assert plan_page(copy_of([8], photo=False), AREA) is None
    assert plan_page(copy_of([COLUMNS * ROWS + 30], photo=False), AREA) is None


def test_the_same_copy_gives_the_same_dummy() -> None:
    def blocks_of(plan: PagePlan | None) -> list[tuple[Slot, Block]]:
        assert plan is not None
        return [(slot, slot.block) for slot in plan.slots]

    assert blocks_of(plan_page(copy_of([36, 22], 14), AREA)) == blocks_of(plan_page(copy_of([36, 22], 14), AREA))
