"""Text in its legs: full to the last row or not at all, and never dearer than need be. Held against every way there is."""

from itertools import accumulate, product

from hypothesis import assume, example, given
from hypothesis import strategies as st
from pytest import approx

from paperlayout.issue.prices import TextPrices
from paperlayout.plan.block.text_slack import SLACK, shortened_items, slack_costs
from paperlayout.plan.costs import INF
from paperlayout.story.legs import LegFit, fit_legs
from paperlayout.story.measured import Choice, FlowItem, Unbroken

COSTS = st.sampled_from([0.5, 1.2, 1.5, 3.0])
PARAGRAPHS = st.builds(
    lambda lines, less, more: FlowItem("paragraph", (Choice(lines, 0.0, 0), *less, *more)),
    st.integers(1, 9), st.lists(st.builds(Choice, st.integers(1, 9), COSTS, st.just(1)), max_size=1), st.lists(st.builds(Choice, st.integers(2, 10), COSTS, st.just(2)), max_size=1),
)  # fmt: skip
SUBHEADS = st.builds(lambda rows, white: FlowItem("subhead", (Choice(rows, 0.0, Unbroken.SUBHEAD), Choice(rows + 1, white, Unbroken.SUBHEAD))), st.integers(2, 3), COSTS)
QUESTIONS = st.builds(lambda lines: FlowItem("paragraph", (Choice(lines, 0.0, 0),), introduces=True), st.integers(1, 3))
FLOWS = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, SUBHEADS, QUESTIONS), min_size=1, max_size=6)
PRICES = TextPrices()
LEGS = st.lists(st.integers(3, 14), min_size=1, max_size=4)


def price(items: list[FlowItem], picks: tuple[Choice, ...], legs: list[int]) -> float:
    """What a setting costs, counted row by row: which leg each row of each item stands in."""
    leg_of = [leg for leg, rows in enumerate(legs) for _ in range(rows)]
    place_of = [row for rows in legs for row in range(rows)]
    total, at = 0.0, 0
    for item, pick in zip(items, picks, strict=True):
        total += pick.cost
        rows = range(at, at + pick.lines)
        at += pick.lines
        inside = [leg_of[r] for r in rows]
        if item.kind == "subhead":
            if len(set(inside)) > 1:
                return INF
            if leg_of[at : at + 2] != [inside[0]] * min(2, max(1, len(leg_of) - at)):
                return INF
            total += 0.0 if place_of[rows[0]] >= 2 or rows[0] == 0 else PRICES.stranded
            continue
        if item.introduces and leg_of[at : at + 2] != [inside[-1]] * min(2, max(1, len(leg_of) - at)):
            total += PRICES.stranded
        if len(set(inside)) > 1:
            total += PRICES.orphan * (place_of[rows[0]] == legs[inside[0]] - 1)
            total += PRICES.widow * (place_of[rows[-1]] == 0)
    return total


def cheapest(items: list[FlowItem], legs: list[int]) -> float:
    """The least price over every choice of every item."""
    ways = (picks for picks in product(*(i.choices for i in items)) if sum(p.lines for p in picks) == sum(legs))
    return min((price(items, picks, legs) for picks in ways), default=INF)


CUT = [FlowItem("paragraph", (Choice(3, 0.0),)), FlowItem("subhead", (Choice(3, 0.0, Unbroken.SUBHEAD),)), FlowItem("paragraph", (Choice(4, 0.0),))]


@given(FLOWS, LEGS)
@example(CUT, [5, 5])
@example([*CUT[:2], FlowItem("paragraph", (Choice(1, 0.0),))], [7])
@example([FlowItem("paragraph", (Choice(1, 0.0),), introduces=True), FlowItem("paragraph", (Choice(1, 0.0),))], [2])
def test_the_legs_are_full_and_no_setting_is_cheaper(items: list[FlowItem], legs: list[int]) -> None:
    found = fit_legs(items, legs, INF, PRICES)
    least = cheapest(items, legs)
    if found is None:
        assert least >= INF
        return
    assert sum(pick.lines for pick in found.picks) == sum(legs)
    assert all(pick in item.choices for item, pick in zip(items, found.picks, strict=True))
    assert found.cost == approx(least)
    assert found.cost == approx(price(items, found.picks, legs))


@given(FLOWS, st.data())
def test_a_flow_that_can_fill_its_legs_does(items: list[FlowItem], data: st.DataObject) -> None:
    """Legs cut from the nominal setting are always filled, unless only by cutting a subhead."""
    rows = sum(i.nominal.lines for i in items)
    assume(rows >= 6)
    first = data.draw(st.integers(3, rows - 3))
    legs = [first, rows - first]
    assert fit_legs(items, legs, INF, PRICES) is not None or cheapest(items, legs) >= INF


@given(FLOWS, LEGS)
@example(CUT, [5, 5])
@example([*CUT[:2], FlowItem("paragraph", (Choice(1, 0.0),))], [7])
@example([FlowItem("paragraph", (Choice(1, 0.0),), introduces=True), FlowItem("paragraph", (Choice(1, 0.0),))], [2])
def test_no_subhead_is_cut(items: list[FlowItem], legs: list[int]) -> None:
    found = fit_legs(items, legs, INF, PRICES)
    if found:
        ends = set(accumulate(legs))
        assert not any(start < end < start + rows for start, rows in subheads(items, found) for end in ends)


def subheads(items: list[FlowItem], found: LegFit) -> list[tuple[int, int]]:
    starts = [0, *accumulate(p.lines for p in found.picks)]
    return [(start, pick.lines) for start, item, pick in zip(starts, items, found.picks, strict=False) if item.kind == "subhead"]


def test_a_limit_is_kept() -> None:
    items = [FlowItem("paragraph", (Choice(5, 0.0), Choice(6, 2.0)))]
    assert fit_legs(items, [6], 3.0, PRICES) == LegFit((Choice(6, 2.0),), 2.0)
    assert fit_legs(items, [6], 2.0, PRICES) is None
    assert fit_legs(items, [7], INF, PRICES) is None


def test_a_lonely_line_is_dearer_than_a_loose_paragraph() -> None:
    """The break that leaves a last line alone gives way to a paragraph a line longer and one a line shorter."""
    items = [FlowItem("paragraph", (Choice(6, 0.0), Choice(7, 1.2, 1))), FlowItem("paragraph", (Choice(6, 0.0), Choice(5, 1.2, 1)))]
    found = fit_legs(items, [7, 5], INF, PRICES)
    assert found and [p.lines for p in found.picks] == [7, 5] and found.cost == approx(2.4)


@given(FLOWS)
def test_slack_costs_are_the_least_for_each_difference(items: list[FlowItem]) -> None:
    nominal = sum(i.nominal.lines for i in items)
    wanted = [INF] * (2 * SLACK + 1)
    for picks in product(*(i.choices for i in items)):
        by = sum(p.lines for p in picks) - nominal
        if abs(by) <= SLACK:
            wanted[by + SLACK] = min(wanted[by + SLACK], sum(p.cost for p in picks))
    found = [min(float(c), INF) for c in slack_costs(items)]
    assume(all(abs(c.lines - i.nominal.lines) * len(items) <= SLACK for i in items for c in i.choices))  # beyond, sums may pass the table's edge and come back
    assert found == approx(wanted)


@given(FLOWS, st.integers(1, 12))
def test_cutting_takes_rows_from_the_end(items: list[FlowItem], rows: int) -> None:
    whole = sum(i.nominal.lines for i in items)
    kept = shortened_items(items, rows, PRICES.misfit_per_row)
    left = sum(i.nominal.lines for i in kept)
    assert kept[:-1] == tuple(items[: len(kept)])[:-1]
    assert left <= max(0, whole - rows)
    assert left == max(0, whole - rows) or any(i.kind == "subhead" for i in items), "only a subhead goes whole"
