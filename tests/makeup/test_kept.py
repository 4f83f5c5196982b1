"""The kept make-up: written and read back, the same page for the same copy, the same cuts after an edit, and never a trap."""

import json
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import fields, replace
from itertools import count
from math import isfinite
from typing import Any, NoReturn

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from makeup.pages import Made, made
from makeup.test_edits import lengthened
from paperlayout.issue.prices import Prices, RulePrices
from paperlayout.kit import Kit
from paperlayout.pipeline import Timings, alternatives, kept_of, make_up
from paperlayout.plan import page as page_module
from paperlayout.plan.kept_layout import FORMAT, MIGRATIONS, BadKept, KeptLayout, KeptPage, NewerKept, kept_layout_of, kept_layout_text, migrated, prices_digest
from paperlayout.plan.makeup import Makeup
from paperlayout.plan.tree import CutTree, ItemTree, Lock, Side, Stack, Tree, topology

PAGES = ["sample", "six-stories", "three-stories", "one-story"]


def shape(tree: Tree | None) -> object:
    assert tree is not None
    return topology(tree)


@pytest.mark.parametrize("name", PAGES)
def test_kept_and_read_back_it_is_the_same_page(name: str) -> None:
    first = made(name)
    kept = kept_of(first.edition)
    assert kept_layout_of(kept_layout_text(kept)) == kept
    again = make_up(first.edition.issue, first.kit, kept=kept)
    assert again.pages == first.edition.pages


@pytest.mark.parametrize("by", [20, -20, 60, -60])
def test_after_a_small_edit_the_page_is_cut_the_same_way(by: int) -> None:
    first = made("sample")
    after = make_up(lengthened(first.edition.issue, by), first.kit, kept=kept_of(first.edition))
    (plan,) = after.plans
    assert (plan.over_rows, plan.short_rows) == (0, 0)
    assert shape(plan.tree) == shape(first.edition.plans[0].tree)


def test_other_stories_make_a_new_page() -> None:
    first, other = made("six-stories"), made("three-stories")
    after = make_up(other.edition.issue, other.kit, kept=kept_of(first.edition))
    assert after.pages == other.edition.pages


def test_a_page_that_does_not_fit_is_not_kept() -> None:
    first = made("sample")
    over = make_up(lengthened(first.edition.issue, 3000), first.kit)
    assert kept_of(over) == KeptLayout()
    assert kept_of(over, kept_of(first.edition)) == kept_of(first.edition)


def test_ways_differ_and_the_best_is_what_is_built() -> None:
    first = made("six-stories")
    (pages,) = alternatives(first.edition.issue, first.kit, [1], Timings()).values()
    assert len(pages) >= 2
    assert len({page.tree for page in pages}) == len(pages)
    assert [page.cost for page in pages] == sorted(page.cost for page in pages)
    second = make_up(first.edition.issue, first.kit, kept=KeptLayout((pages[1],)))
    assert second.pages != first.edition.pages
    assert kept_of(second, KeptLayout((pages[1],))).pages[0].chosen


def priced(first: Made, factor: float) -> Kit:
    """The kit of the same house with the prices of its page rules so many times as high."""
    look = first.kit.house.look
    rules = RulePrices(*(factor * getattr(look.prices.rules, price.name) for price in fields(RulePrices)))
    return replace(first.kit, house=replace(first.kit.house, look=replace(look, prices=replace(look.prices, rules=rules))))


def no_search(*_: object, **__: object) -> NoReturn:
    pytest.fail("the page was searched for")


@pytest.mark.parametrize("factor", [0.2, 9.0])
def test_at_other_prices_the_kept_page_stays_and_its_cost_is_taken_anew(factor: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dearer prices are no wear and cheaper ones hide none: what an edit adds is added to the cost at today's."""
    first = made("six-stories")
    kept, kit = kept_of(first.edition), priced(first, factor)
    monkeypatch.setattr(page_module, "best_page", no_search)
    monkeypatch.setattr(Makeup, "page_plans", no_search)
    again = make_up(first.edition.issue, kit, kept=kept)
    (before,), (after,) = kept.pages, kept_of(again, kept).pages
    assert after.tree == before.tree and not again.fitted[0].better
    assert (before.prices, after.prices) == ("", prices_digest(kit.prices)) and after.cost == round(again.plans[0].cost, 2) != before.cost
    assert kept_of(make_up(first.edition.issue, kit, kept=KeptLayout((after,)))).pages == (after,)
    assert kept_of(make_up(first.edition.issue, first.kit, kept=KeptLayout((after,))), KeptLayout((after,))) == kept


def test_a_page_that_has_worn_is_told_at_the_prices_it_was_kept_with_alone() -> None:
    first = made("six-stories")
    kit = priced(first, 2.0)
    worst = alternatives(first.edition.issue, kit, [1], Timings())[1][-1]
    kept = replace(worst, cost=worst.cost - 60)
    assert make_up(first.edition.issue, kit, kept=KeptLayout((kept,))).fitted[0].better > 0
    assert make_up(first.edition.issue, kit, kept=KeptLayout((replace(kept, prices=""),))).fitted[0].better == 0


def test_prices_are_known_by_a_digest_unless_they_are_built_in() -> None:
    """Editors' files hold it: it is the same on every machine and tomorrow."""
    assert prices_digest(Prices()) == "" and "prices" not in kept_layout_text(kept_of(made("one-story").edition))
    dearer = [prices_digest(Prices(rules=RulePrices(tombstone=price))) for price in (14, 14.0, 15.0)]
    assert dearer[0] == dearer[1] != dearer[2] and {len(one) for one in dearer} == {12}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2, "pages": []}', '{"format": 1, "pages": [{}]}', "\x00", "[" * 5000])
def test_what_is_no_kept_make_up_is_refused(text: str) -> None:
    with pytest.raises(BadKept):
        kept_layout_of(text)


def test_every_older_version_has_its_step() -> None:
    """A file of any version is read: the step from each to the next is there."""
    assert set(MIGRATIONS) == set(range(1, FORMAT))


STEPS = {
    1: lambda told: {"format": 1, "leaves": told["pages"]},
    2: lambda told: {**told, "leaves": [f"第{leaf}版" for leaf in told["leaves"]]},
}


@pytest.mark.parametrize("told", [{"format": 1, "pages": [1, 2]}, {"format": 2, "leaves": [1, 2]}, {"format": 3, "leaves": ["第1版", "第2版"]}])
def test_an_older_version_is_told_as_the_current_one_step_by_step(told: dict[str, object]) -> None:
    assert migrated(told, STEPS, 3) == {"format": 3, "leaves": ["第1版", "第2版"]}


@pytest.mark.parametrize("version", [0, -1, "1", None, 1.5, [1]])
def test_what_is_no_version_is_refused(version: object) -> None:
    with pytest.raises(BadKept) as caught:
        migrated({"format": version, "pages": []}, STEPS, 3)
    assert not isinstance(caught.value, NewerKept)


def test_a_newer_version_is_known_for_what_it_is() -> None:
    with pytest.raises(NewerKept):
        migrated({"format": 4, "pages": []}, STEPS, 3)
    with pytest.raises(NewerKept):
        kept_layout_of(json.dumps({"format": FORMAT + 1, "pages": "told otherwise"}))


def test_a_kept_make_up_of_another_size_is_left_alone() -> None:
    first = made("three-stories")
    kept = kept_of(first.edition)
    wrong = KeptLayout(tuple(replace(page, tree=page.tree._replace(rows=page.tree.rows - 3)) for page in kept.pages))
    assert make_up(first.edition.issue, first.kit, kept=wrong).pages == first.edition.pages


STACK = Stack(4, 32, ItemTree(4, 20, 0), ItemTree(4, 10, 1), gap=2)
SIDE = Side(6, 30, ItemTree(4, 30, 0), ItemTree(2, 30, 1))
LOCK = Lock(6, 30, 0, ItemTree(2, 10, 1), gap=2, at_left=False)
WITHIN = Stack(6, 40, SIDE, ItemTree(6, 8, 2), gap=2)


def kept_as(tree: Tree) -> KeptLayout:
    names = tuple(f"a{n + 1}" for n in range(3 if tree is WITHIN else 2))
    return KeptLayout((KeptPage(1, 92, names, tree, 10.0),))


@pytest.mark.parametrize("tree", [STACK, SIDE, LOCK, WITHIN, LOCK._replace(at_left=True), LOCK._replace(inner=ItemTree(5, 27, 1))])
def test_parts_that_make_their_whole_are_read(tree: Tree) -> None:
    assert kept_layout_of(kept_layout_text(kept_as(tree))) == kept_as(tree)


def with_cut(tree: CutTree, part: int | None = None, **by: int) -> str:
    """版样.json with the sizes of a cut, or of one of its parts, larger or smaller."""
    told = json.loads(kept_layout_text(kept_as(tree)))
    cut = told["pages"][0]["tree"]
    block = cut if part is None else cut["parts"][part]
    block.update({name: block[name] + more for name, more in by.items()})
    return json.dumps(told)


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize("tree", [STACK, SIDE], ids=["stack", "side"])
def test_a_cut_whose_parts_do_not_make_the_whole_is_refused(tree: CutTree, by: int) -> None:
    wrong = [with_cut(tree, part, **{side: by}) for part in (None, 0, 1) for side in ("columns", "rows")]
    wrong += [with_cut(tree, gap=by)] if tree is STACK else []
    for one in wrong:
        with pytest.raises(BadKept):
            kept_layout_of(one)


@pytest.mark.parametrize("wrong", [(0, {"rows": 1}), (0, {"columns": -1}), (1, {"columns": 4}), (1, {"rows": 18}), (None, {"gap": 18})])
def test_a_corner_stands_inside_the_story_that_wraps_it(wrong: tuple[int | None, dict[str, int]]) -> None:
    part, by = wrong
    with pytest.raises(BadKept):
        kept_layout_of(with_cut(LOCK, part, **by))


def test_a_corner_is_wrapped_by_one_story_alone() -> None:
    for first in (1, SIDE):
        told = json.loads(kept_layout_text(kept_as(LOCK)))
        parts = told["pages"][0]["tree"]["parts"]
        parts[0] = parts[1] if first == 1 else json.loads(kept_layout_text(kept_as(SIDE)))["pages"][0]["tree"]
        with pytest.raises(BadKept):
            kept_layout_of(json.dumps(told))


# -- files that are nearly what they should be


@st.composite
def cut(draw: st.DrawFn, columns: int, rows: int, depth: int, names: Iterator[str]) -> dict[str, Any]:
    """A block of a page as 版样.json tells it: an item, or two blocks that make it up."""
    kinds = ["item"] + ["stack"] * (depth > 0 and rows > 3) + ["side"] * (depth > 0 and columns > 1) + ["lock"] * (depth > 0 and columns > 1 and rows > 3)
    kind, size = draw(st.sampled_from(kinds)), {"columns": columns, "rows": rows}
    if kind == "item":
        return {"item": next(names), **size}
    gap, low, narrow = draw(st.integers(0, 1)) if kind != "side" else 0, draw(st.integers(1, max(1, rows - 3))), draw(st.integers(1, max(1, columns - 1)))
    first, second = {
        "stack": ((columns, low), (columns, rows - gap - low)),
        "side": ((narrow, rows), (columns - narrow, rows)),
        "lock": ((columns, rows), (narrow, low)),
    }[kind]
    parts = [draw(cut(*first, 0 if kind == "lock" else depth - 1, names)), draw(cut(*second, depth - 1, names))]
    return {"cut": kind, **size, "gap": gap} | ({"left": True} if kind == "lock" and draw(st.booleans()) else {}) | {"parts": parts}


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """版样.json of some pages."""
    pages = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        rows, names = draw(st.integers(4, 92)), (f"{number}.{n}" for n in count(1))
        page = {"number": number, "rows": rows, "cost": draw(st.floats(0, 1e4)), "chosen": draw(st.booleans())}
        jumps = draw(st.dictionaries(st.text("甲a1", min_size=1), st.integers(1, 40), max_size=2))
        page |= {"prices": "0a1b2c3d4e5f"} if draw(st.booleans()) else {}
        pages.append(page | ({"cuts": jumps} if jumps else {}) | {"tree": draw(cut(draw(st.integers(1, 8)), rows, 4, names))})
    return {"format": FORMAT, "pages": pages}


ODD = (
    None, True, False, -1, 0, 1, 2, 3, 12, 66, 10**30, -(10**9), 0.5, -0.5, 1e308, float("nan"), float("inf"),
    "", "12", "nan", "1e999", "甲", "stack", "side", "lock", [], [[]], [{}], {}, {"甲": 1}, {"item": "甲", "columns": 1, "rows": 4},
)  # fmt: skip
"""What may stand where something else belongs."""


def places(told: Any) -> Iterator[tuple[Any, Any]]:
    """Every value inside a value: what holds it, and under which key or number."""
    for key, value in told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ():
        yield told, key
        yield from places(value)


@st.composite
def spoilt(draw: st.DrawFn, whole: st.SearchStrategy[dict[str, Any]]) -> str:
    """A file with one or two of its values made something else, taken away or set twice; one in ten is torn."""
    told = deepcopy(draw(whole))
    for _ in range(draw(st.integers(1, 2))):
        holder, key = draw(st.sampled_from(list(places(told.get("pages"))) or [(told, "pages")]))
        match draw(st.sampled_from(["other"] * 3 + ["gone", "twin"])):
            case "other":
                holder[key] = deepcopy(draw(st.sampled_from(ODD)))
            case "gone":
                holder.pop(key, None) if isinstance(holder, dict) else holder.pop(key)
            case "twin" if isinstance(holder, list):
                holder.append(deepcopy(holder[key]))
    text = json.dumps(told, ensure_ascii=False)
    return text[: draw(st.integers(0, len(text)))] if draw(st.sampled_from(range(10))) == 9 else text


@given(files())
def test_what_is_read_is_what_was_written(told: dict[str, Any]) -> None:
    assert json.loads(kept_layout_text(kept_layout_of(json.dumps(told)))) == told


@settings(max_examples=300)
@given(spoilt(files()))
@example('{"format": 1, "pages": [{"number": 1, "rows": 66, "cost": NaN, "chosen": false, "tree": {"item": "a1", "columns": 6, "rows": 66}}]}')
def test_any_text_is_read_or_refused(text: str) -> None:
    """And what is read of a spoilt file is a kept make-up like any other."""
    with suppress(BadKept):
        kept = kept_layout_of(text)
        assert kept_layout_of(kept_layout_text(kept)) == kept and all(isfinite(page.cost) for page in kept.pages)


@settings(max_examples=15)
@given(st.data())
def test_a_spoilt_file_never_spoils_the_page(data: st.DataObject) -> None:
    first = made("three-stories")
    text = data.draw(spoilt(st.just(json.loads(kept_layout_text(kept_of(first.edition))))))
    with suppress(BadKept):
        after = make_up(first.edition.issue, first.kit, kept=kept_layout_of(text))
        assert Made(after, first.kit).errors == []
