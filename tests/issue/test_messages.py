"""Findings as the contract wants them said."""

import json
from pathlib import Path

import pytest

from paperlayout.cli.messages import format_diagnostics, width
from paperlayout.diag import Diagnostic, Fix, Origin, Severity

HERE = Path("/报社")
ISSUE = "文章:\n  - 文件: 稿件/02.md\n    标提: 职工健康服务点增至12个\n"
PLACE = Origin("/报社/issue.yaml", 3, 5, 3, 7)
FINDING = Diagnostic("S203", "没有“标提”这个字段，是不是“标题”？", "改成 标题:", PLACE, fix=Fix(PLACE, "标题"))


def said(one: Diagnostic, style: str, text: str = ISSUE, lang: str = "zh") -> str:
    return format_diagnostics([one], style, lambda file: text, HERE, lang)


def test_text_as_in_the_contract() -> None:
    assert said(FINDING, "text") == (
        "issue.yaml:3:5 错误 S203 没有“标提”这个字段，是不是“标题”？\n"
        "  2 │   - 文件: 稿件/02.md\n"
        "  3 │     标提: 职工健康服务点增至12个\n"
        "    │     ~~~~\n"
        "  办法：改成 标题:\n"
    )


def test_short_and_english() -> None:
    assert said(FINDING, "short") == "issue.yaml:3:5: 错误 S203 没有“标提”这个字段，是不是“标题”？\n"
    assert said(FINDING, "short", lang="en").startswith("issue.yaml:3:5: error S203 ")


def test_json() -> None:
    one = json.loads(said(FINDING, "json"))[0]
    assert one == {
        "code": "S203", "severity": "error", "message": FINDING.message, "hint": "改成 标题:", "file": "issue.yaml", "line": 3, "column": 5, "end_line": 3,
        "end_column": 7, "page": None, "story": None,
        "fix": {"file": "issue.yaml", "range": {"line": 3, "column": 5, "end_line": 3, "end_column": 7}, "text": "标题"},
    }  # fmt: skip
    assert json.loads(format_diagnostics([], "json")) == []


def test_github_escapes() -> None:
    one = Diagnostic("Y100", "100%\n坏", "", Origin("甲,乙.yaml", 2, 1), Severity.NOTE)
    assert said(one, "github") == "::notice file=甲%2C乙.yaml,line=2,col=1,title=Y100::100%25%0A坏\n"


@pytest.mark.parametrize("column", [1, 5, 40, 300, 601])
def test_the_mark_stands_under_the_place(column: int) -> None:
    line = "工会“SHOW”，".ljust(8, "甲") * 75
    text = said(Diagnostic("C310", "甲", "", Origin("/报社/a", 1, column, 1, column + 2)), "text", line)
    shown, mark = (part.partition("│ ")[2] for part in text.splitlines()[1:3])
    before = mark.index("~")
    place = next((i for i in range(len(shown) + 1) if width(shown[:i]) == before), None)
    assert place is not None and shown[place : place + 2].removesuffix("…") == line[column - 1 : column + 1]


def test_a_place_without_a_file_or_line() -> None:
    assert said(Diagnostic("L201", "超版", page=2), "text") == "错误 L201 第 2 版：超版\n"
    assert format_diagnostics([FINDING], "text", lambda file: None, HERE).count("\n") == 2
    assert said(Diagnostic("F100", "甲", "", Origin("/别处/a.yaml")), "short").startswith("/别处/a.yaml:1:1: ")


def test_hostile_text_cannot_steer_the_terminal() -> None:
    one = Diagnostic("S203", "没有“\x1b[31m\n甲”", "", Origin("/报社/a", 1, 1))
    assert "\x1b" not in said(one, "text", "\x1b[2J甲\n") and said(one, "short").count("\n") == 1


def test_a_finding_of_a_page_says_which() -> None:
    assert said(Diagnostic("L313", "通线", page=3), "short") == "错误 L313 第 3 版：通线\n"
    assert said(Diagnostic("L313", "通线", page=3), "short", lang="en").startswith("error L313 page 3: ")
