"""The JSON Schema: real issues pass, slips fail, and what the schema takes is what the loader takes."""

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml
from conftest import ROOT

from paperlayout.cli.messages import format_diagnostics
from paperlayout.diag import Diagnostic, IssueError, Origin, Severity
from paperlayout.issue import fields, values
from paperlayout.loading.load import load_issue
from paperlayout.loading.schema import ITEMS, LISTS, VALUES, issue_schema, paper_schema
from paperlayout.loading.workbench import LEVELS, SETTINGS, laid_over, merged, short_pattern, tasks

ISSUES = sorted({*(ROOT / "issues").glob("*/issue.yaml"), *(ROOT / "tests" / "pages").glob("*/issue.yaml"), *(ROOT / "tests").glob("*/demo/issue.yaml")})
PAPERS = sorted({*(ROOT / "issues").glob("paper.yaml"), *(ROOT / "tests").glob("*/paper.yaml"), *(ROOT / "tests" / "pages").glob("*/paper.yaml")})


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors' language server reads it: no dates, no sexagesimal numbers, no 是 for true."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:int", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:float")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def faults(text: str, schema: dict[str, Any]) -> list[str]:
    found = jsonschema.Draft7Validator(schema).iter_errors(yaml.load(text, Loader=Loader))
    return [f"{list(e.absolute_path)}: {e.message[:120]}" for e in found]


@pytest.mark.parametrize("schema", [issue_schema(), paper_schema()], ids=["issue", "paper"])
def test_the_schemas_are_draft_07(schema: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("file", ISSUES, ids=lambda f: f.parent.name)
def test_real_issues_pass(file: Path) -> None:
    """Every field the loader knows, and none that it does not."""
    try:
        unknown = {d.code for d in load_issue(file).diagnostics} & UNKNOWN
    except IssueError as error:
        unknown = {d.code for d in error.diagnostics} & UNKNOWN
    assert bool(faults(file.read_text(encoding="utf-8"), issue_schema())) == bool(unknown)


UNKNOWN = {"S203", "S205"}


def test_every_kind_of_value_has_a_schema() -> None:
    assert set(get_args(fields.FieldKind)) - {"choice", "items"} <= {*VALUES, *LISTS}
    assert {field.name for table in fields.TABLES for field in table.fields if field.kind == "items"} == set(ITEMS)


@pytest.mark.parametrize("file", PAPERS, ids=lambda f: f"{f.parent.name}/paper")
def test_real_papers_pass(file: Path) -> None:
    assert faults(file.read_text(encoding="utf-8"), paper_schema()) == []


def test_there_are_real_issues_to_try() -> None:
    assert len(ISSUES) >= 3 and PAPERS


CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def test_what_the_loader_takes_without_a_word_passes() -> None:
    """Every well-formed case: the schema never finds fault where the program does not."""
    tried = 0
    for file in CASES:
        try:
            if load_issue(file).diagnostics:
                continue
        except IssueError:
            continue
        tried += 1
        assert faults(file.read_text(encoding="utf-8"), issue_schema()) == [], file.name
    assert tried


HEAD = "日期: 2021-06-15\n"


@pytest.mark.parametrize("text", [
    "头条: {标提: 甲}", "头条:\n  标题: 甲\n  栏数: 很多", "日期: 六月", "文章:\n  - 标题: 甲\n    位置: 左边", "照片:\n  - {文件: a.jpg, 裁切: 宽}",
    "照片:\n  - {文件: a.jpg, 焦点: 左}", "版面:\n  - {标题: 甲}", "期号: 多", "文章: 甲",
])  # fmt: skip
def test_slips_fail(text: str) -> None:
    assert faults(text if text.startswith("日期") else HEAD + text, issue_schema())


@pytest.mark.parametrize("text", [
    "头条: {title: 甲, 栏数: 3栏, body: 乙}", "头条: [{标题: 甲, 正文: 乙}]", "文章: {标题: 甲, 正文: 乙, 栏数: 通栏}", "备注: 随便\nx-y: {a: 1}", "照片: {文件: [a.jpg, b.jpg]}",
    "简讯: {栏题: 动态, 条目: [{标题: 甲, 正文: 乙}]}", "简讯: [{标题: 甲, 正文: 乙}]", "头条: {标题: 2021, 正文: 是, 转版: 否, 首字: 3}", "期号: 第６期", "头条:", "文章:\n", "导读: [一, 二]",
])  # fmt: skip
def test_what_an_editor_may_write_passes(text: str) -> None:
    assert faults(HEAD + text, issue_schema()) == []


READERS = {
    "number": (values.number, ["3", "３", "三", "十二", "3栏", "第6期", "一百零五", " 7 "], ["", "多", "3.5", "第期", "x"]),
    "date": (values.date, ["2021-06-15", "2021/6/5", "2021年6月15日", "２０２１-06-15", "2021.6.15"], ["6月15日", "2021-06", "今天"]),
    "columns": (values.columns, ["2", "2栏", "通栏", "full", "两栏", "三破二", "4破3"], ["半栏", "很宽"]),
    "jump": (values.jump, ["2", "2版", "否", "第3版"], ["后面"]),
    "ratio": (values.ratio, ["3:2", "3：2", "16x9", "1.5/1", "4×3"], ["宽", "3", "3:"]),
    "point": (values.point, ["60% 30%", "60％，30％", "中心", "0% 100%"], ["左上", "60 30", "60%"]),
}


@pytest.mark.parametrize("kind", READERS)
def test_the_schema_takes_what_the_reader_takes(kind: str) -> None:
    reader, good, bad = READERS[kind]
    check = jsonschema.Draft7Validator(VALUES[kind])
    for text in good:
        reader(text.strip())
        assert check.is_valid(text), text
    for text in bad:
        assert text == "" or not check.is_valid(text), text
        with pytest.raises(values.BadValue):
            reader(text)


def test_every_field_is_offered_in_chinese_and_taken_in_every_spelling() -> None:
    schema = issue_schema()
    places = {fields.ISSUE: schema, **{t: schema["definitions"][n] for n, t in (("article", fields.ARTICLE), ("photo", fields.PHOTO), ("box", fields.BRIEFS), ("page", fields.PAGE), ("advert", fields.ADVERT), ("datum", fields.DATUM), ("guide", fields.GUIDE))}}
    for table, place in places.items():
        offered = {name for name, one in place["properties"].items() if not one.get("doNotSuggest")}
        assert offered == {field.chinese for field in table.fields}
        assert set(place["properties"]) == set(table.spellings())
        for field in table.fields:
            assert place["properties"][field.chinese]["description"] == field.doc and "$ref" not in place["properties"][field.chinese]


# -- VS Code


def test_the_problem_matchers_read_what_is_printed() -> None:
    for severity, (level, _) in zip((Severity.ERROR, Severity.WARNING, Severity.NOTE), LEVELS, strict=True):
        one = Diagnostic("L201", "超版 86 字：从“……”起", "删", Origin("稿件 一/01：头.yaml", 12, 3), severity)
        for lang in ("zh", "en"):
            line = format_diagnostics([one], "short", base=Path("/x"), lang=lang).rstrip("\n")
            found = [re.match(short_pattern(w), line) for _, w in LEVELS]
            assert [bool(m) for m in found] == [name == level for name, _ in LEVELS]
            (match,) = (m for m in found if m)
            assert match.groups()[:3] == ("稿件 一/01：头.yaml", "12", "3") and match[5] == "L201"
    assert re.match(short_pattern("错误"), r"C:\报纸\issue.yaml:3:1: 错误 S203 没有")[1] == r"C:\报纸\issue.yaml"  # type: ignore[index]


def test_what_the_folder_had_stays() -> None:
    own = {"editor.fontSize": 18, "[yaml]": {"editor.tabSize": 4}, "yaml.schemas": {"./mine.json": "*.yml"}}
    made = {laid.name: laid for laid in laid_over({"settings.json": json.dumps(own), "tasks.json": json.dumps({"tasks": [{"label": "排版", "command": "mine"}]})})}
    settings = json.loads(made["settings.json"].text)
    assert settings["editor.fontSize"] == 18 and settings["[yaml]"]["editor.tabSize"] == 4 and settings["[yaml]"]["editor.wordWrap"] == "on"
    assert set(settings["yaml.schemas"]) == {"./mine.json", *SETTINGS["yaml.schemas"]}
    assert [(t["label"], t["command"]) for t in json.loads(made["tasks.json"].text)["tasks"]] == [("排版", "mine"), *((name, "paperlayout") for name in ("检查", "预览", "校样", "付印", "导出数字报"))]
    assert merged(settings, SETTINGS) == settings, "twice is once"


def test_settings_with_comments_are_left_alone() -> None:
    made = {laid.name: laid for laid in laid_over({"settings.json": "{ // mine\n}"})}
    assert made["settings.json"].kept is None


def test_tasks_call_verbs_that_there_are() -> None:
    from paperlayout.cli.main import VERBS

    for task in tasks()["tasks"]:
        command = getattr(import_module(VERBS[task["args"][0]][0]), VERBS[task["args"][0]][1])
        options = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in task["args"] if word.startswith("--")} <= options, task["label"]
