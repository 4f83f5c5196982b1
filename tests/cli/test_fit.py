"""fit: the lines of a text, as the contract's JSON and for people."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from paperlayout.cli.main import cli

COPY = "推出“党史故事 100 讲”专题栏目，利用微信号、抖音等各种新载体，宣讲党的历史，宣传 WiFi and SHOW 精神。\n\n目前，首批4个职工健康服务点陆续投入试运营，覆盖12.5万人。"
CLOSING = "，。、；：？！）》”’"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["fit", *(str(a) for a in arguments)])


def fitted(*arguments: str | Path) -> dict:
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.mark.parametrize("measure", [8, 9, 11, 13, 15, 16.5, 28])
def test_every_character_stands_once_and_in_order(measure: float) -> None:
    found = fitted(COPY, "--measure", measure)
    assert list(found) == ["measure", "indent", "lines", "ends", "chars"]
    assert (found["measure"], found["indent"]) == (measure, 2)
    assert "".join("".join(found["lines"]).split()) == "".join(COPY.split())
    assert found["chars"] == len("".join(found["lines"]))
    assert not any(line[0] in CLOSING for line in found["lines"])


def test_spaces_between_han_and_latin_go_and_those_of_latin_stay() -> None:
    joined = "".join(fitted(COPY, "--measure", 60)["lines"])
    assert "“党史故事100讲”" in joined and "宣传WiFi and SHOW精神" in joined


@pytest.mark.parametrize("measure", [5, 6, 7, 8, 9])
def test_spaces_between_latin_words_stay_at_the_end_of_a_line_too(measure: int) -> None:
    found = fitted("the history of the people", "--measure", measure, "--indent", 0)
    assert "".join(found["lines"]) == "the history of the people"


def test_ends_are_the_last_lines_of_paragraphs() -> None:
    found = fitted(COPY, "--measure", 13)
    assert len(found["ends"]) == 2 and found["ends"][-1] == len(found["lines"]) - 1
    assert found["lines"][found["ends"][0]].endswith("精神。")


def test_the_indent_takes_room() -> None:
    assert len(fitted("字" * 28, "--measure", 15)["lines"]) == 2
    assert len(fitted("字" * 30, "--measure", 15)["lines"]) == 3
    assert len(fitted("字" * 30, "--measure", 15, "--indent", 0)["lines"]) == 2


def test_a_file_is_read_and_text_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text("\ufeff职工之家\n", encoding="utf-8")
    assert fitted("稿.txt")["lines"] == ["职工之家"]
    assert "稿" in "".join(fitted("稿.txt", "--text")["lines"])


def test_safe_fixes_are_made_unless_raw() -> None:
    assert "".join(fitted("工会,很好")["lines"]) == "工会，很好"
    assert "".join(fitted("工会,很好", "--raw")["lines"]) == "工会,很好"


def test_for_people_a_line_is_a_line_and_the_count_is_said() -> None:
    done = run("职工之家" * 8, "--measure", 15)
    assert done.exit_code == 0 and len(done.stdout.splitlines()) == 3
    assert "3 行" in done.stderr and "32 字" in done.stderr


EXPLAINED = """\
1  一二三，四五六七八九十甲乙，  14 字  逗号后挤 0.5 字；行末标点占半字
2  丁戊己庚辛                     5 字  末行
"""


def test_explain_is_a_table_with_a_legend() -> None:
    done = run("一二三，四五六七八九十甲乙，丁戊己庚辛", "--measure", 13, "--indent", 0, "--explain")
    assert done.exit_code == 0
    table, legend, rest = done.stdout.rpartition("挤：")
    assert table == EXPLAINED and legend and "\n" not in rest.rstrip()


@pytest.mark.parametrize(("copy", "said"), [
    ("一二三四五六七八九十甲乙丙丁戊己", "恰好"),
    ("一二三四五六七八九十甲乙“丙”丁戊己", "字间拉 0.09 字"),
    ("一二三四五六七八九十甲乙丙。", "末行；字间紧 0.04 字；行末标点占半字"),
    ("一二三四“五六”七八九十甲，丙丁戊己", "引号旁挤 0.5 字；行末标点占半字"),
    ("“二三四五六七八九十甲乙丙，丁戊己庚辛", "行首标点占半字；行末标点占半字"),
])  # fmt: skip
def test_explain_says_how_a_line_was_fitted(copy: str, said: str) -> None:
    found = fitted(copy, "--measure", 13, "--indent", 0, "--explain")
    assert len(found["adjust"]) == len(found["lines"])
    assert found["adjust"][0]["account"] == said


def test_without_explain_the_contract_has_no_more_fields() -> None:
    assert set(fitted("工会")) == {"measure", "indent", "lines", "ends", "chars"}


def test_fixes_are_told_and_raw_makes_none() -> None:
    assert "第 1 段第 3 字“,”改为“，”" in run("工会,很好").stderr
    assert "C110" not in run("工会,很好", "--raw").stderr


def test_copy_too_long_for_a_file_name_is_copy() -> None:
    assert len(fitted("工会" * 300)["lines"]) > 30


def test_a_measure_under_four_is_wrong_use() -> None:
    done = run("字", "--measure", 3)
    assert done.exit_code == 2 and "至少 4 字" in done.output


def test_a_file_that_is_not_text_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"\xff\xff\x00")
    assert run(tmp_path / "x.txt").exit_code == 2
