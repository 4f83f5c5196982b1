"""In which language and colour the command speaks, and what `rules` tells."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from paperlayout.catalogue.book import all_rules
from paperlayout.cli.main import cli

SLIP = "日期: 2021-06-15\n头条:\n  标题：工会\n  正文: 甲。\n"
ESCAPE = "\x1b["


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    return CliRunner(env={"NO_COLOR": None, "FORCE_COLOR": None, "PAPERLAYOUT_LANG": None, "TERM": "xterm"} | (env or {})).invoke(cli, [str(a) for a in arguments], color=True)


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    file = tmp_path / "issue.yaml"
    file.write_text(SLIP, encoding="utf-8")
    return file


@pytest.mark.parametrize("verb", ["check", "build"])
def test_english(verb: str, slip: Path) -> None:
    said = run(verb, slip, "--lang", "en").output
    assert "issue.yaml:3:5 error Y101 the colon is the full-width “：”" in said and "  cure: put a half-width colon" in said
    assert run(verb, slip, env={"PAPERLAYOUT_LANG": "en"}).output == said
    assert "错误 Y101 冒号是全角" in run(verb, slip, "--lang", "zh", env={"PAPERLAYOUT_LANG": "en"}).output


@pytest.mark.parametrize("style", ["text", "short", "json", "github"])
def test_every_format_in_english(style: str, slip: Path) -> None:
    said = run("check", slip, "--lang", "en", "--format", style).stdout
    assert "the colon is the full-width" in said and "冒号" not in said


@pytest.mark.parametrize(
    ("options", "env", "coloured"),
    [
        ((), {}, False), (("--color", "always"), {}, True), (("--color", "never"), {"FORCE_COLOR": "1"}, False), ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), (("--color", "always"), {"NO_COLOR": "1"}, True), ((), {"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
)  # fmt: skip
def test_colour(options: tuple[str, ...], env: dict[str, str], coloured: bool, slip: Path) -> None:
    """CliRunner is no terminal, so `auto` is plain unless it is forced."""
    said = run("check", slip, *options, env=env).stdout
    assert (ESCAPE in said) is coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", said) == run("check", slip, "--color", "never").stdout


@pytest.mark.parametrize("style", ["short", "json", "github"])
def test_what_machines_read_is_never_coloured(style: str, slip: Path) -> None:
    assert ESCAPE not in run("check", slip, "--color", "always", "--format", style).stdout


def test_a_rule_has_a_page_in_both_languages() -> None:
    chinese, english = run("rules", "Y101"), run("rules", "y101", "--lang", "en")
    assert chinese.exit_code == english.exit_code == 0
    assert chinese.stdout.startswith("Y101  错误  字段名后是全角冒号\n") and "标题：职工之家揭牌" in chinese.stdout
    assert english.stdout.startswith("Y101  error  full-width colon") and "cure: " in english.stdout


def test_what_may_be_turned_off_says_how() -> None:
    assert "检查: {C310: 关}" in run("rules", "C310").stdout and "检查" not in run("rules", "L201").stdout


def test_the_list_and_a_family() -> None:
    everything, copy = run("rules").stdout, run("rules", "C3").stdout
    assert len(re.findall(r"^  [A-Z]\d{3}  ", everything, re.M)) == len(all_rules())
    assert "C301" in copy and "C110" not in copy and "Y101" not in copy


def test_rules_for_machines() -> None:
    rules = json.loads(run("rules", "--format", "json").stdout)
    assert {rule["code"] for rule in rules} == {rule.code for rule in all_rules()} and all(rule["why"] for rule in rules)


def test_an_unknown_rule_is_wrong_use_with_a_suggestion() -> None:
    done = run("rules", "L20l")
    assert done.exit_code == 2 and "是不是 L20" in done.stderr
    assert run("rules", "呜").exit_code == 2


@pytest.mark.parametrize("rule", [rule.code for rule in all_rules()])
def test_every_page_can_be_read(rule: str) -> None:
    for lang in ("zh", "en"):
        done = run("rules", rule, "--lang", lang)
        assert done.exit_code == 0 and done.stdout.startswith(rule) and not re.search(r"\{[a-z_]+\}", done.stdout)
