"""What holds for any copy at any measure: nothing lost, no mark where it may not stand, edges exact."""

import pytest
from fake import FakeMetrics
from hypothesis import given, settings
from hypothesis import strategies as st

from paperlayout.text.breaks import NEVER_ENDS, runt_cost, starts_banned
from paperlayout.text.composition import Align, Composition, Paragraph, Penalties, Span
from paperlayout.text.fit import GAPLESS
from paperlayout.text.justify import SetLine
from paperlayout.text.linebreak import BreakTask, Layout, line_fit
from paperlayout.text.paragraph import Broken, compose, set_lines

HAN = st.text("工会职代表大新时劳动模范", min_size=1, max_size=9)
CHUNK = st.one_of(
    HAN,
    HAN.map(lambda han: han + "，"),
    st.builds(lambda han, stop: han + stop, HAN, st.sampled_from(["。", "、", "；", "：", "！", "？", "？！", "！！！", "——", "……", "·"])),
    st.builds(lambda pair, han: pair[0] + han + pair[1], st.sampled_from(["“”", "‘’", "《》", "（）", "【】"]), HAN),
    HAN.map(lambda han: f"“{han} {han}‘{han}’。”"),
    st.sampled_from(
        ["2021", "100%", "38℃", "¥99", "3.5", " SHOW ", "WiFi", "of the people", "12,345", "3～5", "1—5月", "A/B", "co\u00adop", "https://www.acftu.org/a"]
    ),
)
COPY = st.lists(CHUNK, min_size=1, max_size=24).map("".join)
NOISE = st.text("工会“”‘’《》（），。、！？—…·/％℃々 a1%-\u3000\u2060\u200d👷", max_size=40)
RULES = st.builds(
    Composition,
    style=st.sampled_from(["quanjiao", "quanjiao", "kaiming", "banjiao", "hangmobanjiao", "plain"]),
    level=st.sampled_from(["basic", "gb", "strict", "css-normal"]),
    rescue=st.sampled_from([0.05, 0.0]), squeeze_stops=st.booleans(), hang=st.booleans(),
    line_start=st.sampled_from(["half", "full"]), line_end=st.sampled_from(["half", "full", "allow"]), paragraph_start=st.sampled_from(["half", "full"]),
    soft_floor=st.sampled_from([0.0, 0.25]), tight=st.booleans(), digit_gap=st.sampled_from([None, 0.0, 0.125]), ellipsis_start=st.booleans(),
    penalties=st.sampled_from([Penalties(), Penalties(contrast=40.0)]),
)  # fmt: skip
MEASURES = st.one_of(st.integers(9, 28).map(float), st.floats(9, 28))


def squeezed(text: str) -> str:
    """The copy without spaces and soft hyphens, which are set or not as the line asks."""
    return "".join(text.split()).replace("\u00ad", "")


def rebuilt_cost(broken: Broken, layout: Layout) -> float:
    """The demerits of a layout added up line by line from what each line uses."""
    task = BreakTask(broken.strip, broken.measure, broken.paragraph.indent, 0)
    count, cost = len(broken.tokens), 0.0
    for first, after in zip((0, *layout.ends[:-1]), layout.ends, strict=True):
        breaking = (broken.strip.break_cost[after] or 0.0) if after < count else runt_cost(broken.tokens, first, broken.strip.rules.penalties)
        cost += (1.0 + line_fit(task, first, after, hang=False).badness + breaking) ** 2
    return cost


def assert_edges(line: SetLine, measure: float) -> None:
    last = line.pieces[-1]
    if not line.adjust.overfull and not line.adjust.hung and line.adjust.badness < GAPLESS:
        assert last.x + last.width == pytest.approx(measure, abs=0.01)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(COPY, MEASURES, RULES)
def test_every_layout_is_sound(text: str, measure: float, rules: Composition) -> None:
    broken = compose(Paragraph((Span(text),)), measure, FakeMetrics(), rules)
    assert broken.best in broken.layouts
    for layout in broken.layouts:
        lines = set_lines(broken, layout)
        assert len(lines) == len(layout.ends)
        assert squeezed("".join(line.text for line in lines)) == squeezed(text)
        assert not any(broken.tokens[end].cls in starts_banned(rules) for end in layout.ends[:-1])
        assert not any(broken.tokens[end - 1].cls in NEVER_ENDS[rules.level] for end in layout.ends[:-1])
        for line in lines[:-1]:
            assert_edges(line, measure)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(COPY, MEASURES)
def test_the_search_counts_what_setting_uses(text: str, measure: float) -> None:
    broken = compose(Paragraph((Span(text),)), measure, FakeMetrics())
    for layout in broken.layouts:
        if not layout.overfull and not any(line.adjust.hung for line in set_lines(broken, layout)):
            assert rebuilt_cost(broken, layout) == pytest.approx(layout.cost, rel=1e-6)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(NOISE, st.floats(3, 12))
def test_noise_is_never_lost(text: str, measure: float) -> None:
    broken = compose(Paragraph((Span(text[:7], "strong"), Span(text[7:])), signature=Span("（总工会）")), measure, FakeMetrics())
    for layout in broken.layouts:
        lines = set_lines(broken, layout)
        assert len(lines) == len(layout.ends)
        assert squeezed("".join(line.text for line in lines)).replace("\u2060", "") == squeezed(text).replace("\u2060", "") + "（总工会）"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(COPY, MEASURES, RULES, st.sampled_from(["justify", "left", "centre", "right"]))
def test_the_pen_never_moves_back(text: str, measure: float, rules: Composition, align: Align) -> None:
    broken = compose(Paragraph((Span(text),), align=align), measure, FakeMetrics(), rules)
    for line in set_lines(broken, broken.best):
        assert line.pieces[0].x >= 0
        for before, after in zip(line.pieces, line.pieces[1:], strict=False):
            assert after.x >= before.x + before.width - rules.rescue - 1e-6
