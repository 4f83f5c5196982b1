"""Single rules of marks and blocks: corrected copy keeps its marks, tables that are too wide are named, blocks are cut where they may be."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.bench import flow, kit, manuscript, rows
from paperlayout.compose.body import rows_of
from paperlayout.diag import Origin
from paperlayout.issue.content import Article, CopyBlock, InlineMark, Issue, PageCopy, Text
from paperlayout.issue.inline import read_marks
from paperlayout.issue.manuscript import read_body
from paperlayout.issue.prices import TextPrices
from paperlayout.story.copydesk import corrected
from paperlayout.story.legs import fit_legs
from paperlayout.story.measured import Choice, Flow, FlowItem, Unbroken
from paperlayout.story.rows import extent


def marked(text: str) -> dict[str, str]:
    line = read_marks(text, None)
    return {line.text[m.start : m.end]: m.kind for m in line.marks}


def test_marks_are_read() -> None:
    assert marked("有**粗**字和[点]{着重}、[江湾]{专名}、[歌]{书名}、[字]{注音:zì}。") == {
        "粗": "strong", "点": "emphasis", "江湾": "name", "歌": "title", "字": "ruby",
    }  # fmt: skip


def test_syllables_go_over_their_characters() -> None:
    line = read_marks("[江湾]{注音：jiāng wān}", None)
    assert [(m.start, m.end, m.value) for m in line.marks] == [(0, 1, "jiāng"), (1, 2, "wān")]


@given(st.text(alphabet="甲乙[]{}*着重专名:注音a \n", max_size=30))
def test_no_copy_is_lost(typed: str) -> None:
    """Whatever is typed: all but the marks themselves stays, in order, and every character knows its column."""
    line = read_marks(typed.replace("\n", ""), Origin("f", 1, 1))
    assert len(line.columns) == len(line.text)
    assert "".join(typed.replace("\n", "")[c] for c in line.columns) == line.text
    kept = set(range(len(typed.replace("\n", "")))) - set(line.columns)
    assert all(typed.replace("\n", "")[at] in "[]{}*着重专名:注音a " for at in kept)
    assert [c for c in line.text if c in "甲乙"] == [c for c in typed if c in "甲乙"] or "注音" in typed


def test_corrected_copy_keeps_its_marks() -> None:
    copy = read_body([Text('他说:"[先问]{着重}"...然后[江湾]{专名},走了', Origin("f", 3, 7))]).blocks
    issue = Issue(__file__, kit().house, None, pages=(PageCopy(lead=(Article(id="a", title=Text("题"), body=copy),)),))  # type: ignore[arg-type]
    block = corrected(issue)[0].pages[0].lead[0].body[0]
    assert block.text == "他说：“先问”……然后江湾，走了"
    assert [block.text[m.start : m.end] for m in block.marks] == ["先问", "江湾"]
    assert block.at(block.text.index("江")) == Origin("f", 3, 26)


def test_cells_are_corrected_one_by_one() -> None:
    copy = manuscript(":::表\n甲 | 乙 , 丙\n（一） | 二\n:::").blocks
    issue = Issue(__file__, kit().house, None, pages=(PageCopy(lead=(Article(id="a", title=Text("题"), body=copy),)),))  # type: ignore[arg-type]
    assert corrected(issue)[0].pages[0].lead[0].body[0].text == "甲\t乙，丙\n（一）\t二"


def test_parts_of_a_block_keep_their_places() -> None:
    block = CopyBlock("paragraph", "本报讯江湾", Origin("f", 2, 5), (InlineMark(0, 4, "strong"), InlineMark(3, 5, "name")))
    part = block.part(3, 5)
    assert (part.text, part.marks, part.at(1)) == ("江湾", (InlineMark(0, 1, "strong"), InlineMark(0, 2, "name")), Origin("f", 2, 9))


def test_lines_of_a_block_know_their_line() -> None:
    block = read_body([Text(":::诗", Origin("f", 4, 5)), Text("甲乙", Origin("f", 5, 5)), Text("  丙", Origin("f", 6, 5)), Text(":::")]).blocks[0]
    assert block.text == "甲乙\n丙"
    assert (block.at(1), block.at(3)) == (Origin("f", 5, 6), Origin("f", 6, 7))


def test_a_table_says_how_much_too_wide_it_is() -> None:
    typed = ":::表\n奖项 | 单位 | 票数\n一等奖 | 江湾区临河镇纺织机械厂 | 1200\n:::"
    assert flow(typed, 13).blocks[0].over == pytest.approx(3 + 11 + 2 + 2 - 13, abs=0.6)
    assert flow(typed, 30).blocks[0].over == 0


@given(
    st.lists(st.text(alphabet="甲乙丙丁，。（）", min_size=1, max_size=24).filter(lambda t: t.strip("，。（）")), min_size=1, max_size=8), st.integers(11, 20)
)
def test_verse_is_centred_and_whole(lines: list[str], measure: int) -> None:
    found = [row.line for row in rows(":::诗\n" + "\n".join(lines) + "\n:::", measure) if row.kind == "verse" and row.line]
    assert "".join(line.text for line in found) == "".join(lines)
    left, right = min(line.pieces[0].x for line in found), max(extent(line) for line in found)
    assert left >= -0.001 and right <= measure + 0.001
    assert left == pytest.approx(measure - right, abs=0.501)


@given(st.lists(st.text(alphabet="赵钱孙李周吴郑王", min_size=2, max_size=5), min_size=1, max_size=20), st.integers(11, 20))
def test_names_stand_in_columns(names: list[str], measure: int) -> None:
    found = [row.line for row in rows(":::名单\n" + " ".join(names) + "\n:::", measure) if row.line]
    assert "".join(line.text for line in found).replace(" ", "") == "".join(names)
    starts: set[float] = set()
    for line in found:
        at = 0
        for name in line.text.split(" "):
            starts.add(round(line.pieces[at].x, 3))
            at += len(name)
        assert line.pieces[-1].x + 1 <= measure + 0.001
    assert len(starts) == min(len(names), max(len(line.text.split(" ")) for line in found))


BLOCK = FlowItem("block", (Choice(6, 0.0, Unbroken.ROWS, above=1, below=1), Choice(5, 0.5, Unbroken.ROWS, above=1), Choice(4, 1.5, Unbroken.ROWS)), frozenset((2,)))
LINES = FlowItem("paragraph", (Choice(4, 0.0),))


@pytest.mark.parametrize(
    ("legs", "rows", "cost"),
    [
        ([14], 6, 0.0),
        ([7, 7], 6, TextPrices().parted),
        ([4, 8], 4, 1.5),
        ([4, 9], None, math.inf),
        ([6, 6], 4, 1.5 + TextPrices().parted),
        ([5, 7], None, math.inf),
    ],
)  # fmt: skip
def test_a_block_is_cut_only_where_it_may_be(legs: list[int], rows: int | None, cost: float) -> None:
    """White never stands at the edge of a leg, and 4 rows that may be parted after the second are parted there or not at all."""
    fit = fit_legs([LINES, BLOCK, LINES], legs, math.inf, TextPrices())
    assert (fit.picks[1].lines if fit else None, fit.cost if fit else math.inf) == (rows, cost)


@pytest.mark.parametrize("typed", [":::表\n|\n:::", ":::表\n|---|\n:::", ":::名单\n、\n:::", ":::诗\n\n:::", ":::诗"])
def test_a_fence_with_nothing_in_it_is_nothing(typed: str) -> None:
    assert manuscript(typed).blocks == ()


def test_the_lines_beside_an_initial_stay_together() -> None:
    opening = FlowItem("paragraph", (Choice(6, 0.0),), whole=3)
    assert fit_legs([opening], [2, 4], math.inf, TextPrices()) is None
    assert fit_legs([opening], [3, 3], math.inf, TextPrices()) is not None


def test_an_ornament_keeps_off_the_edges_of_a_leg() -> None:
    items = [LINES, FlowItem("break", (Choice(1, 0.0, Unbroken.BREAK),)), LINES]
    assert fit_legs(items, [9], math.inf, TextPrices()).cost == 0  # type: ignore[union-attr]
    assert fit_legs(items, [5, 4], math.inf, TextPrices()).cost > 50  # type: ignore[union-attr]


def test_verse_is_parted_by_two_lines_of_a_stanza_or_between_stanzas() -> None:
    typed = ":::诗\n一一一\n二二二\n三三三\n四四四\n\n五五五\n六六六\n七七七\n:::"
    assert flow(typed).items[0].cuts == {2, 5}


def test_a_small_table_is_never_parted() -> None:
    assert not flow(":::表\n" + "甲 | 1\n" * 7 + ":::").items[0].cuts
    assert flow(":::表\n" + "甲 | 1\n" * 9 + ":::").items[0].cuts == {4, 5}


MANUSCRIPT = st.lists(
    st.sampled_from([
        ":::诗", ":::名单", ":::表", ":::", ":::诗歌", "", "---", "> 提要一句。", "- 一条，[江湾]{专名}的。", "张三 李四 王小五", "甲 | 12 | 丙", "| 甲 |", "|---|---|",
        "平平仄仄平平仄，", "**粗**的[翀翀]{注音:chōng chōng}和[点]{着重}", "一句话说得很长，长到一行里放不下，要转到下一行去，还没有完。", "一等奖：", "|", "ABC WTO 2024",
    ]), max_size=14,
)  # fmt: skip


@given(MANUSCRIPT, st.integers(8, 16), st.sampled_from((0, 2, 3)))
def test_whatever_is_typed_is_set(lines: list[str], measure: int, initial: int) -> None:
    """No manuscript is refused, and all its copy stands in its rows."""
    typed = "\n".join(lines)
    found = flow(typed, measure, initial)
    assert all(
        len(rows_of(Flow((block,), (item,)), (choice,))) == choice.lines
        for block, item in zip(found.blocks, found.items, strict=True)
        for choice in item.choices
    )
    stood = "".join(row.line.text for row in rows(typed, measure, initial) if row.line)
    assert sorted("".join(stood.split())) == sorted("".join("".join(b.text for b in manuscript(typed).blocks).split()))
