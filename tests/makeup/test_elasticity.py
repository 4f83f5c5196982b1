"""伸缩: what a story may not do to fill its page it does not do, in a block of its own or not; and what it may, it may."""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makeup.pages import edition
from makeup.test_boxes import grid
from makeup.test_pins import built, errors, pinned
from paperlayout.issue.placing import Fit
from paperlayout.issue.prices import TextPrices
from paperlayout.measure import measure
from paperlayout.plan.block.text_slack import SLACK, slack_costs
from paperlayout.plan.costs import INF
from paperlayout.story.copy import Copy
from paperlayout.story.elasticity import LEAVES, held_flow, held_heads, held_sizes
from paperlayout.story.legs import fit_legs
from paperlayout.story.measured import Choice, FigureVariant, Flow, FlowItem, MeasuredStory, Unbroken


@cache
def copy() -> Copy:
    whole, kit = edition("six-stories")
    return measure(whole.issue.pages[0], grid(), kit)


def story(name: str) -> MeasuredStory:
    return next(s for s in copy().stories if s.id == name)


def test_the_copy_can_give_way() -> None:
    """Or the tests below could not fail."""
    assert any(len(item.choices) > 1 for item in story("a2").flow.items)
    assert {h.steps for h in story("a2").heads} > {0} and len(story("a2").figures[0].variants) > 6


def test_nothing_gives_way_where_it_may_not() -> None:
    flow = held_flow(story("a1").flow, "none")
    assert all(item.choices == (item.nominal,) for item in flow.items) and flow.lines == story("a1").flow.lines
    assert {h.steps for h in held_heads(story("a1").heads, "none")} == {0}


def test_auto_holds_nothing_back() -> None:
    for fit in ("auto", None):
        assert held_flow(story("a1").flow, fit) is story("a1").flow and held_heads(story("a1").heads, fit) == story("a1").heads


def test_a_head_too_long_for_its_width_keeps_the_nearest_size() -> None:
    heads = tuple(replace(h, steps=h.steps + 1) if h.columns == 1 else h for h in story("a2").heads)
    assert {(h.columns, h.steps) for h in held_heads(heads, "none", (1,)) if h.columns == 1} == {(1, 1)}
    assert 1 not in {h.columns for h in held_heads(heads, "none", (1, 2))}


SIZES = tuple(FigureVariant(columns, rows, 1, crop, crop) for columns in (2, 3) for rows, crop in ((9, 0.1), (10, 0.03), (11, 0.05), (12, 0.12)))


def test_photos_are_cropped_by_the_least_or_by_a_little() -> None:
    assert [(v.columns, v.crop) for v in held_sizes(SIZES, "none")] == [(2, 0.03), (3, 0.03)]
    assert [v.crop for v in held_sizes(SIZES, "slight")] == [0.03, 0.05] * 2
    odd = (FigureVariant(2, 9, 1, 0.12, 1.0), FigureVariant(2, 10, 1, 0.14, 2.0))
    assert held_sizes(odd, "slight") == odd[:1]
    assert held_sizes(SIZES, "auto") == SIZES


def paragraph(lines: int) -> FlowItem:
    return FlowItem("paragraph", (Choice(lines, 0.0), Choice(lines + 1, 1.0, 1), Choice(lines - 1, 1.2, 2)))


@given(st.lists(st.integers(3, 9), min_size=3, max_size=9), st.integers(-5, 5), st.integers(1, 3), st.sampled_from([None, 0, 1, 2, 3]))
def test_no_more_paragraphs_are_moved_than_may_be(lengths: list[int], off: int, legs: int, movable: int | None) -> None:
    items = [paragraph(lines) for lines in lengths]
    total = sum(lengths) + off
    strips = [b - a for a, b in pairwise(round(total * n / legs) for n in range(legs + 1))]
    fit = fit_legs(items, strips, INF, TextPrices(), movable)
    can = abs(off) <= (len(items) if movable is None else min(movable, len(items)))
    assert (fit is not None) == can
    if fit:
        assert sum(p.lines for p in fit.picks) == total
        assert movable is None or sum(p.setting != 0 for p in fit.picks) <= movable
    assert (slack_costs(items, movable)[off + SLACK] < INF) == can


def test_what_may_be_moved_is_what_is_cheapest() -> None:
    dear = FlowItem("paragraph", (Choice(6, 0.0), Choice(7, 9.0, 1)))
    fit = fit_legs([dear, paragraph(6), dear], [19], INF, TextPrices(), 1)
    assert fit is not None and [p.setting for p in fit.picks] == [0, 1, 0]


@pytest.mark.parametrize("fit", ["none", "slight"])
def test_a_page_is_made_up_within_its_stories_leave(fit: Fit, tmp_path: Path) -> None:
    words = {"none": "不许", "slight": "微调"}[fit]
    made = built(pinned(tmp_path, {"a2": f"伸缩: {words}", "a3": f"伸缩: {words}; 样式: 加框"}))
    assert errors(made.diagnostics) == []
    (fitted,) = made.fitted
    slot = next(s for s in fitted.plan.slots if fitted.copy.stories[s.story].id == "a2")
    leave, whole = LEAVES[fit], story("a2")
    assert sum(p.setting != i.nominal.setting for p, i in zip(slot.picks, whole.flow.items, strict=False)) <= leave.paragraphs
    assert [p.setting for p in slot.picks[len(whole.flow.items) :]] in ([], [Unbroken.EMPTY])
    assert slot.head.steps <= leave.steps
    for figure in slot.figures:
        least = min(v.crop for v in whole.figures[figure.index].of_width(figure.variant.columns))
        assert figure.variant.crop <= max(least, leave.crop)
    box = next(b for b in fitted.copy.boxes if b.id == "a3")
    for variant in box.variants:
        for text in variant.texts:
            assert sum(p.setting != i.nominal.setting for p, i in zip(text.picks, text.flow.items, strict=True)) <= leave.paragraphs


def test_a_story_held_too_tight_for_its_page_is_named(tmp_path: Path) -> None:
    """Its text, to the line, fills no block of the columns that are asked for."""
    made = built(pinned(tmp_path, {"a2": "伸缩: 不许; 栏数: 5", "a3": "伸缩: 不许; 栏数: 4", "a4": "伸缩: 不许; 栏数: 5", "a5": "伸缩: 不许; 栏数: 4", "a6": "伸缩: 不许; 栏数: 3"}))
    told = errors(made.diagnostics)
    assert [d.code for d in told] == ["L203"] and "《" in told[0].message


def test_a_flow_says_how_many_may_move() -> None:
    assert held_flow(Flow((), (paragraph(5),)), "slight").movable == 2 and held_flow(Flow((), ()), "none").movable == 0
