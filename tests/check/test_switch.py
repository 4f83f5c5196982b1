"""检查 and 人名职务 of paper.yaml."""

from pathlib import Path

import pytest

from paperlayout.cli.check import inspected
from paperlayout.diag import Diagnostic, Findings, Severity
from paperlayout.issue.house import Graded, Person
from paperlayout.issue.paper import load_house

from .lint import written


def house(folder: Path, text: str):
    (folder / "paper.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    return load_house(folder / "paper.yaml", "paper.yaml", findings), [(one.code, one.origin.line if one.origin else 0) for one in findings]


def test_rules_are_turned_off_and_graded(tmp_path: Path) -> None:
    read, said = house(tmp_path, "检查:\n  C310 数字间空格: 关\n  c375: 错误\n  L310: 警告\n  C301: 开\n")
    assert read.graded == (Graded("C310", None), Graded("C375", Severity.ERROR), Graded("L310", Severity.WARNING)) and said == []


@pytest.mark.parametrize("line", ["C999: 关", "L201: 关", "Y101: 提示", "C310: 也许", "甲: 关", "C310: [关]"])
def test_what_cannot_be_turned_off_is_told(line: str, tmp_path: Path) -> None:
    read, said = house(tmp_path, f"检查:\n  {line}\n")
    assert read.graded == () and said == [("S227", 2)]


@pytest.mark.parametrize(
    "text",
    ["人名职务:\n  李明: 区总工会主席\n  王红: [甲, 乙]\n", "人名职务:\n  - 李明 区总工会主席\n  - 王红：甲；乙\n", "people:\n  - {李明: 区总工会主席}\n  - {王红: 甲；乙}\n"],
)
def test_people(text: str, tmp_path: Path) -> None:
    read, said = house(tmp_path, text)
    assert read.people == (Person("李明", ("区总工会主席",)), Person("王红", ("甲", "乙"))) and said == []


@pytest.mark.parametrize("line", ["李明:", "A1: 主席", "李: 主席"])
def test_people_that_cannot_be_read(line: str, tmp_path: Path) -> None:
    read, said = house(tmp_path, f"人名职务:\n  {line}\n")
    assert read.people == () and said == [("S230", 2)]


def levels(found: tuple[Diagnostic, ...]) -> dict[str, str]:
    return {one.code: str(one.severity) for one in found if one.code[0] == "C"}


def test_check_tells_as_the_paper_wants(tmp_path: Path) -> None:
    body = "新馆座落于嘉定,5 月 25 日与6月10日。"
    assert levels(inspected(written(tmp_path, body)).found) == {"C110": "note", "C375": "warning", "C310": "note"}
    graded = inspected(written(tmp_path, body, "检查: {C310: 关, C375: 错误, C110: 关}\n"))
    assert levels(graded.found) == {"C375": "error"} and graded.status == 1


def test_an_error_is_told_whatever_the_paper_says(tmp_path: Path) -> None:
    found = inspected(written(tmp_path, "短。", "检查: {L310: 关}\n")).found
    assert [one.code for one in found if one.severity is Severity.ERROR] == ["L202"]


def test_the_copy_is_read_over_although_a_photo_is_missing(tmp_path: Path) -> None:
    file = written(tmp_path, "6月15日（星期三）座落于嘉定。")
    file.write_text(file.read_text(encoding="utf-8") + "照片: {文件: 没有.jpg}\n", encoding="utf-8")
    assert [one.code for one in inspected(file).found] == ["F301", "C375", "C340"]
    file.write_text(file.read_text(encoding="utf-8").replace("日期: 2021-06-15", "日期: 六月"), encoding="utf-8")
    assert [one.code for one in inspected(file).found] == ["S202", "F301", "C375"]
