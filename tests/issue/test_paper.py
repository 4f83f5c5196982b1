"""paper.yaml and the arithmetic of the grid."""

from dataclasses import replace

import pytest

from paperlayout.geometry import Size
from paperlayout.issue import look, values
from paperlayout.issue.grid import GridWish, derive
from paperlayout.issue.house import BROADSHEET, GridStyle, House
from paperlayout.units import mm

HEAD = "日期: 2021-06-15\n"
ISSUE = HEAD + "头条: {标题: 甲, 正文: 甲。}\n"


@pytest.fixture
def house(load):
    def of(paper: str) -> House:
        return load(ISSUE, paper).issue.house

    return of


def test_a_broadsheet_has_the_built_in_grid() -> None:
    trim = values.trim("对开")
    assert derive(trim, GridWish()) == GridStyle()
    assert derive(trim, GridWish(columns=6, chars=15, size=10.5, rows=(90, 92, 94))) == GridStyle()


def test_an_empty_paper_is_the_broadsheet(house) -> None:
    built = house("# 空\n")
    assert replace(built, file=None) == BROADSHEET
    assert replace(house("开本: 对开\n"), file=None) == BROADSHEET


@pytest.mark.parametrize("size", ["四开", "A3", "280mm 400mm", "对开", "210mm 297mm", "400×560"])
def test_the_grid_of_any_trim(house, size: str) -> None:
    built = house(f"开本: {size}\n")
    grid = built.look.grid
    width = grid.columns * grid.chars * grid.size + (grid.columns - 1) * grid.column_gap
    assert mm(12) <= (built.trim.width - width) / 2 <= mm(25)
    assert 0.5 * grid.size <= grid.column_gap <= 3 * grid.size
    assert grid.height == pytest.approx(grid.rows * 1.5 * grid.size)
    assert mm(12) <= grid.top and grid.top + grid.height <= built.trim.height - mm(12)
    assert built.look.voices.body.size == grid.size


def test_the_grid_as_asked(house) -> None:
    grid = house("开本: A3\n基本栏: 5\n版心格: {字数: 15, 字号: 小五, 行数: 84-90}\n").look.grid
    assert (grid.columns, grid.chars, grid.size, grid.fewest_rows, grid.rows, grid.most_rows) == (5, 15, 9, 84, 87, 90)
    margins = house("版心边距: 16mm 20mm\n基本栏: 6\n版心格: {字数: 14}\n").look.grid
    assert 6 * 14 * 10.5 + 5 * margins.column_gap == pytest.approx(mm(390 - 40))


def test_columns_that_leave_no_gap_are_shown_the_sum(faults) -> None:
    found = faults(ISSUE, "基本栏: 6\n版心格:\n  字数: 16\n")
    assert [(one.code, one.origin.line) for one in found] == [("S221", 2)]
    assert found[0].message.startswith("6 栏 × 16 字 × 10.5 点 = 1008 点，版心宽 1026.1 点，只剩 18.1 点分给 5 条栏距，每条 0.35 字")
    assert "最多 15 字" in found[0].hint
    fits = derive(BROADSHEET.trim, GridWish(columns=6, chars=15))
    assert fits.column_gap == 15.75


def test_too_small_a_page() -> None:
    with pytest.raises(values.BadValue):
        derive(Size(mm(100), mm(60)), GridWish())


def test_imprint_words_and_dateline(house) -> None:
    built = house("报名: 甲报\n准印证: 沪1号\n投稿邮箱: a@b.cn\n印数: 2000份\n电头: 本刊讯\n词表: 劳模工匠 定向赛\n")
    imprint = built.imprint
    assert (imprint.name, imprint.permit, imprint.email, imprint.print_run) == ("甲报", "沪1号", "a@b.cn", "2000份")
    assert (built.dateline, built.words) == ("本刊讯", ("劳模工匠", "定向赛"))


def test_fonts_and_colours(house) -> None:
    style = house("字体: {正文: kai-400, 标题: hei-900, 报名: song-900}\n颜色: {红: 专色 PANTONE 185 C}\n").look
    assert (style.voices.body.face, style.voices.head_heavy.face, style.nameplate.name_face) == ("kai-400", "hei-900", "song-900")
    assert (style.inks.red.spot, style.inks.red.magenta) == ("PANTONE 185 C", 100)
    red = house("颜色: {红: C0 M95 Y90 K5}\n").look.inks.red
    assert (red.cyan, red.magenta, red.yellow, red.black, red.spot) == (0, 95, 90, 5, None)
    both = house("颜色:\n  红: {配方: 0/90/80/0, 专色: 大红}\n").look.inks.red
    assert (both.magenta, both.spot) == (90, "大红")


TYPED = {"face": "kai-400", "name_face": "kai-400", "ink": "red"}


def test_every_number_and_face_of_the_look_can_be_changed(house) -> None:
    for name, old in look.names().items():
        if isinstance(old, bool):
            typed = "否" if old else "是"
        elif isinstance(old, tuple):
            typed = " ".join(f"{value + 1:g}" for value in old)
        elif isinstance(old, int | float):
            typed = f"{old + 1:g}"
        else:
            typed = TYPED.get(name.rpartition(".")[2], "甲")
        changed = dict(look.leaves(look.change(BROADSHEET.look, name, typed)))
        expected = tuple(value + 1 for value in old) if isinstance(old, tuple) else old + 1 if isinstance(old, int | float) else typed
        expected = not old if isinstance(old, bool) else expected
        if name.startswith(("heads.ladder", "heads.inside", "heads.boxed", "heads.continued")) and name.endswith(("rank", "columns")):
            continue  # the entry is named by these two
        assert changed[name] == (expected if isinstance(expected, str) else pytest.approx(expected)), name


def test_look_by_dotted_name_or_nested(house) -> None:
    style = house("样式:\n  voices.body.size: 五号\n  heads: {ladder: {1x6: {most: 80}}, pair-light: 40 50}\n  figures.border: 0.2mm\n  prices: {rules: {tombstone: 14}, heads.even-step: 3}\n").look
    assert style.voices.body.size == 10.5 and style.heads.pair_light == (40, 50)
    assert next(step.most for step in style.heads.ladder if (step.rank, step.columns) == (1, 6)) == 80
    assert style.figures.border == pytest.approx(mm(0.2))
    assert style.prices.rules.tombstone == 14 and style.prices.heads.even_step == 3


@pytest.mark.parametrize(
    ("line", "code", "word"),
    [
        ("voices.body.szie: 10", "S222", "voices.body.size"), ("prices.rules.tombston: 9", "S222", "prices.rules.tombstone"),
        ("prices.rules.tombstone: -9", "S223", "25"), ("voices.body.size: 大", "S217", "五号"), ("voices.body.face: sung-400", "S225", "song-400"),
        ("voices.body.size: 0", "S223", "0"), ("heads.pair_light: 3", "S223", "2 个数"), ("boxes.foot: -3", "S223", "0"),
        ("grid.column_gap: 2", "S221", "半个字"),
        ("grid.columns: 9", "S221", "还宽"),
    ],
)  # fmt: skip
def test_a_wrong_change_of_the_look(faults, line: str, code: str, word: str) -> None:
    found = faults(ISSUE, f"样式:\n  {line}\n")
    assert [one.code for one in found] == [code]
    assert word in found[0].message + found[0].hint and found[0].origin.file.endswith("paper.yaml")


def test_faults_of_the_paper_and_the_issue_come_together(faults) -> None:
    found = faults("日期: 某日\n" + ISSUE.removeprefix(HEAD), "报名: 甲\n报民: 乙\n署名位置: 文末\n")
    assert [(one.code, str(one.severity)) for one in found] == [("S202", "error"), ("S203", "error"), ("S220", "note")]
