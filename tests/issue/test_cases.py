"""A mistake is a file: cases/<rule>.yaml as the editor wrote it, cases/<rule>.txt what the editor is told."""

from pathlib import Path

import pytest
import yaml

from paperlayout.cli.messages import format_diagnostics
from paperlayout.diag import Diagnostic, IssueError
from paperlayout.issue import source
from paperlayout.loading.load import load_issue

CASES = Path(__file__).parent / "cases"
RULES = sorted(path.stem for path in CASES.glob("*.yaml") if path.stem != "paper")


def told(path: Path) -> tuple[Diagnostic, ...]:
    try:
        return load_issue(path).diagnostics
    except IssueError as error:
        return error.diagnostics


@pytest.mark.parametrize("rule", RULES)
def test_the_editor_is_told(rule: str) -> None:
    found = told(CASES / f"{rule}.yaml")
    said = "".join(format_diagnostics([one], "short", base=CASES) + (f"    {one.hint}\n" if one.hint else "") for one in found)
    expected = CASES / f"{rule}.txt"
    if not expected.exists():  # to accept a new wording, delete the .txt; the run that writes it still fails
        expected.write_text(said, encoding="utf-8")
        pytest.fail(f"wrote {expected.name}: read it")
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_the_parser_in_python_says_the_same(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = told(CASES / f"{rule}.yaml")
    monkeypatch.setattr(source, "LOADER", yaml.SafeLoader)
    assert told(CASES / f"{rule}.yaml") == compiled


def test_no_expectation_is_left_over() -> None:
    assert sorted(path.stem for path in CASES.glob("*.txt")) == RULES


@pytest.mark.parametrize("rule", RULES)
def test_places_lie_in_the_file(rule: str) -> None:
    lines = (CASES / f"{rule}.yaml").read_bytes().decode().split("\n")
    for one in told(CASES / f"{rule}.yaml"):
        assert one.origin and one.origin.line <= len(lines)
        assert one.origin.column <= len(lines[one.origin.line - 1]) + 1
