"""The layout JSON keeps its contract, and docs/layout-json.md tells all of it."""

import json
import re
from typing import Any, get_args

import pytest
from conftest import ROOT

from makeup.pages import ISSUES, made
from paperlayout.edition import FAULT_CODES, layout
from paperlayout.page import FrameKind
from paperlayout.plan.judge.rules import RULES

DOCS = (ROOT / "docs" / "layout-json.md").read_text(encoding="utf-8")
PAGE = ["number", "label", "name", "size", "type_area", "grid", "frames", "stories", "fill", "faults"]
GRID = ["columns", "rows", "column", "column_gap", "leading", "body_size", "first_baseline"]
STORY = ["id", "rank", "title", "chars", "part", "lines", "over_chars", "short_lines", "polygons", "jump_to", "jump_from"]
FRAME = {"id", "kind", "story", "rank", "rect", "cells", "origin", "text", "copy", "leg", "lines", "set", "ends", "size", "font", "ppi"}


@pytest.fixture(params=ISSUES)
def written(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The layout JSON of each issue as a script would read it."""
    return json.loads(json.dumps(layout(made(request.param).edition), ensure_ascii=False, allow_nan=False))


def test_it_holds_what_the_contract_names(written: dict[str, Any]) -> None:
    assert set(written) >= {"format", "issue", "date", "pages", "diagnostics"} and written["format"] == 1
    for page in written["pages"]:
        assert set(page) >= set(PAGE) and set(page["grid"]) >= set(GRID)
        assert all(set(story) >= set(STORY) for story in page["stories"])
        assert all({"id", "kind", "rect", "copy"} <= set(frame) for frame in page["frames"])
        assert {"blank_cells", "elastic"} <= set(page["fill"])


def test_every_name_in_it_is_documented(written: dict[str, Any]) -> None:
    told = set(re.findall(r"`([a-z_.]+?)(?:\[\])?`", DOCS))
    assert names(written) - {part for name in told for part in name.split(".")} == set()


def names(value: Any) -> set[str]:
    """All keys in a JSON value."""
    if isinstance(value, dict):
        return set(value) | {name for v in value.values() for name in names(v)}
    return {name for v in value for name in names(v)} if isinstance(value, list) else set()


def test_kinds_and_faults_are_documented(written: dict[str, Any]) -> None:
    for page in written["pages"]:
        assert {f"`{frame['kind']}`" for frame in page["frames"]} <= set(re.findall(r"`[a-z_]+`", DOCS))
    assert set(re.findall(r"\| (L3\d\d) \| `(\w+)`", DOCS)) == {(code, rule) for rule, code in FAULT_CODES.items()}


def test_the_table_of_kinds_is_whole() -> None:
    told = {name for row in DOCS.partition("| `kind` | 是什么 |")[2].partition("\n\n")[0].splitlines() for name in re.findall(r"`([a-z_]+)`", row.rpartition(" | ")[0])}
    assert told == set(get_args(FrameKind)) - {"tint", "imprint"}


def test_every_fault_a_rule_can_find_has_a_code() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src" / "paperlayout" / "plan" / "judge").glob("rules_*.py"))
    assert set(re.findall(r'Fault\(\s*"(\w+)"', source)) == set(FAULT_CODES) and RULES


def test_lines_agree_with_the_text(written: dict[str, Any]) -> None:
    for frame in written["pages"][0]["frames"]:
        assert set(frame) <= FRAME
        if "set" in frame:
            assert frame["lines"] == len(frame["set"])
            assert all(0 <= i < frame["lines"] for i in frame["ends"]) and frame["ends"] == sorted(set(frame["ends"]))
            if frame["kind"] == "body":
                assert frame["text"] == "".join(line + "\n" * (i in frame["ends"]) for i, line in enumerate(frame["set"])).removesuffix("\n")


def test_it_says_nothing_of_the_machine(written: dict[str, Any]) -> None:
    assert str(ROOT) not in json.dumps(written, ensure_ascii=False)
    assert {str(f.get("origin", "issue.yaml:1:1")).partition(":")[0] for f in written["pages"][0]["frames"]} == {"issue.yaml"}
