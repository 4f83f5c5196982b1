"""The catalogue of messages: nothing the program says is missing in it, and both languages say the same."""

import re
from string import Formatter

import pytest
from conftest import ROOT

from paperlayout.catalogue.book import FAMILIES, all_rules, in_language, rule_of, sentence, tell
from paperlayout.catalogue.entry import CatalogueRule
from paperlayout.diag import Diagnostic, Origin, Severity

SOURCE = ROOT / "src" / "paperlayout"
CODE = re.compile(r'"([YSFTLCP]\d{3})(?:\.[a-z]+)?"')
RULES = {rule.code: rule for rule in all_rules()}
HAN = re.compile("[\u4e00-\u9fff]")


def used() -> set[str]:
    """Every code that stands in the program outside the catalogue."""
    files = (file for file in SOURCE.rglob("*.py") if file.parent.name != "catalogue")
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}


def test_every_code_has_a_page() -> None:
    missing = sorted(used() - RULES.keys())
    assert not missing, f"write an entry for {missing} in src/paperlayout/catalogue/: name, why, and the ways it is said"


def test_no_page_is_left_over() -> None:
    assert not sorted(RULES.keys() - used() - set(re.findall(r'"([A-Z]\d{3})', (SOURCE / "issue" / "source.py").read_text())))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_both_languages_say_the_same(rule: CatalogueRule) -> None:
    assert rule.code[0] in FAMILIES and rule_of(rule.code) is rule
    for one in (rule.title, rule.why):
        assert HAN.search(one.zh) and re.search("[a-z]", one.en)
    for way in rule.ways:
        for both in (way.message, way.hint):
            assert _holes(both.en) <= _holes(both.zh), both  # what is found fills the Chinese holes
            assert bool(both.zh) == bool(both.en), both


def _holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_codes_and_ways_are_named_once() -> None:
    codes = [rule.code for rule in all_rules()]
    assert len(codes) == len(set(codes))
    for rule in all_rules():
        names = [way.name for way in rule.ways]
        assert len(names) == len(set(names)), rule.code


def test_a_finding_is_said_in_either_language() -> None:
    cures = (sentence("L201.cut", chars=86), sentence("L201.move", title="乙"))
    one = tell("L201", Origin("a.yaml"), title="甲", chars=86, rows=5, where=sentence("L201.from", tail="起"), cures=cures)
    assert (one.message, one.hint) == ("《甲》超版 86 字（5 行），从“……起”以后排不下", "删去 86 字；或把《乙》移到别的版")
    english = in_language(one, "en")
    assert (english.message, english.hint) == (
        "《甲》 is over by 86 characters (5 lines), from after “……起” on", "cut 86 characters; or move 《乙》 to another page",
    )  # fmt: skip
    assert in_language(one, "zh") is one


def test_a_finding_made_without_the_catalogue_keeps_its_words() -> None:
    one = Diagnostic("C110", "“职工,”：汉字旁的标点用全角（已改）", severity=Severity.NOTE)
    assert in_language(one, "en").message == "half-width marks beside Chinese: “职工,”：汉字旁的标点用全角（已改）"
    assert in_language(Diagnostic("X999", "甲"), "en").message == "甲"


def test_braces_in_the_editors_words_are_only_words() -> None:
    assert "{0} {title}" in tell("S203.near", None, name="{0} {title}", near="标题").message
