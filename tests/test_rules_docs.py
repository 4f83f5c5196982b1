"""The rule book (docs/rules) is true: every § and R that the source mentions is there, every number and price is the program's, every miniature shows its rule."""

import ast
import io
import pkgutil
import re
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from importlib import import_module

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "docs"))

import pictures
import rule_lines
from draw_rules import MOST_BYTES
from rule_pages import CASES

import paperlayout
from paperlayout.check.typography import finished_page
from paperlayout.edition import FAULT_CODES
from paperlayout.issue.house import Heads, Look
from paperlayout.issue.prices import RulePrices
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.judge.rules import faults_of
from paperlayout.text.composition import Composition, Penalties
from paperlayout.text.prefix_sums import SHRINK_WEIGHTS

BOOK = ROOT / "docs" / "rules"
PAGES = {"make-up": "make-up.md", "house-style": "house-style.md", "typesetting": "typesetting.md"}
FINISHED = {"hole": "L349", "bad_edges": "L347", "off_grid": "L348"}
"""Rules of finished pages and the codes that tell them."""
REFERENCE = re.compile(r"(house-style|typesetting|make-up),? ((?:§[\d.]*\d|R\d+)(?:(?:, | and | to )(?:§[\d.]*\d|R\d+))*)", re.IGNORECASE)
NUMBER = re.compile(r"`([A-Za-z_][\w.]*)` (\d+(?:\.\d+)?)(?:–(\d+(?:\.\d+)?))?")


def said(source: str) -> Iterator[str]:
    """The docstrings and comments of a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value
    yield from (token.string for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type == tokenize.COMMENT)


@cache
def sayings() -> tuple[tuple[str, str], ...]:
    """Every docstring and comment of the source, with its file."""
    files = sorted((ROOT / "src").rglob("*.py"))
    return tuple((file.name, text) for file in files for text in said(file.read_text(encoding="utf-8")))


@cache
def anchors(page: str) -> frozenset[str]:
    """The anchors of a page's headings."""
    return frozenset(re.findall(r"^#+ .*\{ #(\S+) \}$", (BOOK / page).read_text(encoding="utf-8"), re.MULTILINE))


def anchor_of(mark: str) -> str:
    """§3.4 is s3-4, R4 is r4."""
    return "s" + mark[1:].replace(".", "-") if mark.startswith("§") else mark.lower()


def references() -> Iterator[tuple[str, str, str]]:
    """File, page and anchor of everything the source refers to."""
    for file, text in sayings():
        for family, marks in REFERENCE.findall(text):
            yield from ((file, PAGES[family.lower()], anchor_of(mark)) for mark in re.split(", | and | to ", marks))
        yield from ((file, "make-up.md", anchor_of(mark)) for mark in re.findall(r"\bR[1-9]\d?\b", text))


def test_every_reference_of_the_source_is_in_the_book() -> None:
    found = list(references())
    assert len(found) > 90
    assert [place for place in found if place[2] not in anchors(place[1])] == []


def test_every_section_sign_of_the_source_names_its_page() -> None:
    for file, text in sayings():
        assert "§" not in REFERENCE.sub("", text), f"{file}: {text}"


@cache
def entries() -> dict[str, str]:
    """What the book says of each rule, by the name of its fault."""
    parts = re.split(r"^#### (?=.*`)", (BOOK / "make-up.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {re.findall(r"`(\w+)`", part)[0]: re.split("^##", part, flags=re.MULTILINE)[0] for part in parts}


@pytest.mark.parametrize("rule", sorted(FAULT_CODES | FINISHED))
def test_every_rule_has_its_entry(rule: str) -> None:
    entry = entries()[rule]
    assert entry.splitlines()[0].endswith(f"`{rule}` · {(FAULT_CODES | FINISHED)[rule]} {{ #{rule} }}")
    for part in ("**判据**", "**价**", "**出处**", f"](pictures/{rule}-good.png)", f"](pictures/{rule}-bad.png)"):
        assert entry.count(part) == 1, part


def test_every_fault_the_rules_find_has_its_code() -> None:
    sources = (file.read_text(encoding="utf-8") for file in (ROOT / "src" / "paperlayout" / "plan").rglob("rules_*.py"))
    assert {name for source in sources for name in re.findall(r'Fault\(\s*"(\w+)"', source)} == set(FAULT_CODES)


def test_every_rule_from_1_to_23_has_a_heading() -> None:
    assert {f"r{n}" for n in range(1, 24)} <= anchors("make-up.md")
    assert set(entries()) == set(FAULT_CODES | FINISHED)


def numeric(value: object) -> bool:
    """Whether a constant is a number, or some."""
    return all(isinstance(part, int | float) for part in value) if isinstance(value, tuple) else isinstance(value, int | float)


@cache
def constants() -> dict[str, set[object]]:
    """Every constant of the package that is a number, or some, by its name, and by its module and name."""
    found: dict[str, set[object]] = {}
    for module in (import_module(m.name) for m in pkgutil.walk_packages(paperlayout.__path__, "paperlayout.") if not m.name.endswith("__main__")):
        for name in (n for n in vars(module) if n.isupper() and numeric(getattr(module, n))):
            value = getattr(module, name)
            found.setdefault(name, set()).add(value)
            found.setdefault(f"{module.__name__.rpartition('.')[2]}.{name}", set()).add(value)
    return found


def value_of(name: str) -> object:
    """A number of the program by the name the book has for it: a constant, or a number of the house style, its prices among them."""
    if name.rpartition(".")[2].isupper():
        (value,) = constants()[name]
        return value
    first, _, rest = name.partition(".")
    value = Penalties() if first == "penalties" else Composition() if first == "composition" and not hasattr(Look().composition, rest) else getattr(Look(), first)
    for part in rest.split("."):
        value = getattr(value, part)
    return value


@pytest.mark.parametrize("page", [*PAGES.values(), "index.md"])
def test_every_number_is_the_programs(page: str) -> None:
    quoted = NUMBER.findall((BOOK / page).read_text(encoding="utf-8"))
    assert quoted
    for name, low, high in quoted:
        assert value_of(name) == ((float(low), float(high)) if high else float(low)), name


def test_every_price_of_a_rule_is_quoted() -> None:
    quoted = {name for name, _, _ in NUMBER.findall((BOOK / "make-up.md").read_text(encoding="utf-8"))}
    assert {f"prices.rules.{field.name}" for field in fields(RulePrices)} <= quoted


def test_the_ladder_of_heads_is_the_programs() -> None:
    lines = [line for line in (BOOK / "house-style.md").read_text(encoding="utf-8").splitlines() if re.match(r"\| \d \|", line)]
    table = {
        (int(cells[0]), 6 - at): tuple(map(float, cell.split("–")))
        for cells in ([c.strip() for c in line.strip("|").split("|")] for line in lines)
        for at, cell in enumerate(cells[1:]) if cell
    }  # fmt: skip
    assert table == {(rung.rank, rung.columns): (rung.least, rung.most) for rung in Heads().ladder}


def test_the_stages_of_squeezing_are_the_programs() -> None:
    rows = re.findall(r"^\| (S\d) \|.*\| (\d+) \|$", (BOOK / "typesetting.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name: float(price) for name, price in rows} == {name: price for name, price in SHRINK_WEIGHTS.items() if not name.endswith("b")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_miniature_shows_its_rule(case) -> None:  # type: ignore[no-untyped-def]
    assert faults_of(PlanView(case.good, RulePrices())) == ()
    assert case.rule in {fault.rule for fault in faults_of(PlanView(case.bad, RulePrices()))}


def test_miniatures_of_lines_show_their_rules() -> None:
    for case in rule_lines.cases(pictures.kit()):
        assert [found.code for found in finished_page(case.good, "gb")] == []
        assert {found.code for found in finished_page(case.bad, "gb")} == {case.code}
        assert FINISHED[case.rule] == case.code


def test_the_pictures_are_drawn() -> None:
    drawn = pictures.of_rules()
    assert set(drawn) == {f"{rule}-{side}.png" for rule in FAULT_CODES | FINISHED for side in ("good", "bad")}
    for rule in FAULT_CODES | FINISHED:
        assert drawn[f"{rule}-good.png"] != drawn[f"{rule}-bad.png"]
    assert max(map(len, drawn.values())) <= MOST_BYTES
