"""The house's options of composition: what each changes in a line, and that 稿纸式 keeps every Han in its cell."""

from itertools import pairwise

import pytest
from fake import FakeMetrics
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import COPY, squeezed

from paperlayout.text.composition import Composition, Paragraph, Penalties, Span
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import HOUSE, Broken, compose, prepare, set_lines
from paperlayout.text.prefix_sums import lay_out

TEN = "一二三四五六七八九十"


def broken(text: str, measure: float, rules: Composition, indent: float = 0.0) -> Broken:
    return compose(Paragraph((Span(text),), indent), measure, FakeMetrics(), rules, 0)


def lines(text: str, measure: float, rules: Composition = HOUSE, indent: float = 0.0) -> tuple[SetLine, ...]:
    found = broken(text, measure, rules, indent)
    return set_lines(found, found.best)


def natural(text: str, rules: Composition) -> float:
    return sum(token.width + token.space for token in lay_out((Span(text),), FakeMetrics(), rules).tokens)


def edge(line: SetLine) -> float:
    return line.pieces[-1].x + line.pieces[-1].width


def test_an_end_mark_keeps_its_cell_where_there_is_room() -> None:
    rules = Composition(line_end="allow")
    whole, trimmed = lines(TEN + "甲，乙丙丁", 12, rules)[0], lines(TEN + "甲乙，丙丁", 12.5, rules)[0]
    assert (whole.pieces[-1].form, edge(whole), whole.adjust.used) == ("full", 12.0, ())
    assert (trimmed.pieces[-1].form, edge(trimmed)) == ("half", 12.5)
    assert lines(TEN + "甲，乙丙丁", 12)[0].pieces[-1].form == "half"


def test_the_soft_floor_leaves_white_while_milder_means_are_left() -> None:
    text = "一二，三四五六2021七八\u2060九\u2060十丙丁戊己庚"
    hard, soft = dict(lines(text, 13)[0].adjust.used), dict(lines(text, 13, Composition(soft_floor=0.25))[0].adjust.used)
    assert hard == {"S4": pytest.approx(0.5)} and soft == {"S4": pytest.approx(0.25), "S5": pytest.approx(0.25)}
    tight = dict(lines("一二，三四五六七八九十甲乙，丙丁戊己庚", 13, Composition(soft_floor=0.25))[0].adjust.used)
    assert tight == {"S4": pytest.approx(0.25), "S4b": pytest.approx(0.25)}


def test_tight_closes_marks_back_to_back_into_one_cell() -> None:
    assert natural("字”“字", Composition()) == 3.5 and natural("字”“字", Composition(tight=True)) == 3.0
    assert natural("字。“字", Composition(tight=True)) == 3.5


def test_numbers_may_have_a_gap_of_their_own() -> None:
    assert natural("有12人WiFi好", Composition(digit_gap=0.125)) == pytest.approx(4 + 1 + 2 + 2 * 0.125 + 2 * 0.25 - 1)
    assert natural("有12人WiFi好", Composition(latin_gap=0, digit_gap=0)) == 6.0


def test_an_ellipsis_may_be_kept_from_starting_a_line() -> None:
    text = TEN + "……甲乙丙"
    assert lines(text, 10)[1].text.startswith("……")
    assert not any(line.text.startswith("…") for line in lines(text, 10, Composition(ellipsis_start=False)))


def test_one_pause_may_hang_and_no_run_of_marks() -> None:
    rules = Composition(hang=True, rescue=0.0)
    hung = lines(TEN + "，甲乙丙丁", 10, rules)[0]
    assert (hung.text[-1], hung.adjust.hung, edge(hung)) == ("，", 0.5, 10.5)
    for run in ("”。", "？！", "》，", "）"):
        assert not any(line.adjust.hung for line in lines(f"{TEN}{run}甲乙丙丁", 10, rules))


def test_words_break_at_soft_hyphens_only_and_show_one() -> None:
    text = "工会的国际化inter\u00adnational工作"
    first, second = lines(text, 9)[:2]
    assert (first.pieces[-1].text, edge(first)) == ("inter-", pytest.approx(9.0))
    assert second.text.startswith("national") and first.text.endswith("inter")
    assert not any(piece.text.endswith("-") for line in lines(text, 20) for piece in line.pieces)


def test_soft_hyphens_below_each_other_cost_more() -> None:
    text = "甲乙丙inter\u00adnationalized\u00adisation丁戊"
    dear = Composition(penalties=Penalties(hyphens_running=5000))
    assert broken(text, 6.5, dear).best.cost > broken(text, 6.5, Composition()).best.cost


def test_contrast_evens_neighbours_out() -> None:
    text = f"{TEN}甲乙，{TEN}丙“丁”{TEN}2021年，{TEN}{TEN}"
    for measure in (9, 11, 13):
        plain, even = (broken(text, measure, Composition(penalties=Penalties(contrast=price))) for price in (0, 1000))
        assert _roughest(even) <= _roughest(plain) + 1e-9


def _roughest(found: Broken) -> float:
    stretches = [line.adjust.stretch for line in set_lines(found, found.best)[:-1]]
    return max((abs(a - b) for a, b in pairwise(stretches)), default=0.0)


@pytest.mark.parametrize("cluster", ["葛\U000e0100", "辻\ufe00", "𠮷", "𬸚", "👨‍👩‍👧", "🇨🇳", "👷🏽"])
def test_a_cluster_is_one_han(cluster: str) -> None:
    strip = prepare(Paragraph((Span(f"一{cluster}二"),)), FakeMetrics()).strip
    assert [(token.text, token.width) for token in strip.tokens] == [("一", 1.0), (cluster, 1.0), ("二", 1.0)]


GRID = Composition(grid=True)


def test_in_cells_marks_are_whole_and_blank_cells_stand_at_the_end() -> None:
    first, second, _ = lines("一二《三》“四”五六七，八九十甲乙丙丁戊己庚辛壬", 8, GRID)
    assert [piece.x for piece in first.pieces] == [float(cell) for cell in range(8)]
    assert (first.text, second.text[0]) == ("一二《三》“四”", "五")
    pushed = lines("一二三四五六七“八九十”", 8, Composition(grid=True))[0]
    assert pushed.text == "一二三四五六七" and edge(pushed) == 7.0 and not pushed.adjust.stretch


def test_in_cells_latin_runs_are_padded_to_whole_cells() -> None:
    assert natural("有123人", GRID) == 4.0 and natural("有12人", GRID) == 4.0
    assert natural("有12人", Composition(grid=True, latin_gap=0)) == 3.0
    pieces = lines("甲·乙有123人好", 12, GRID)[0].pieces
    assert [piece.x for piece in pieces] == [0, 1.25, 2, 3, 4.25, 6, 7]


@settings(max_examples=40)
@given(st.text("工会职工大新时代，。、；：“”《》（）", min_size=20, max_size=90), st.integers(8, 20))
def test_in_cells_every_han_stands_in_a_cell(text: str, measure: int) -> None:
    for line in lines(text, measure, GRID, 2.0):
        if not line.adjust.used:
            assert all(piece.x == pytest.approx(round(piece.x), abs=1e-6) for piece in line.pieces if piece.form == "full")


@settings(max_examples=40)
@given(COPY, st.integers(9, 20))
def test_in_cells_nothing_is_lost(text: str, measure: int) -> None:
    assert squeezed("".join(line.text for line in lines(text, measure, GRID, 2.0))) == squeezed(text)
