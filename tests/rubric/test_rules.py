"""Each predicate of the rubric on pages made by hand: those it passes and those it must find fault with. A case file is called like its predicate."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from rubric.faults import Fault
from rubric.gates import GATES, head_below_text, subhead_at_foot
from rubric.maps import drawn
from rubric.reading import PageRead, read_pages
from rubric.score import MOST, RULES, score_page

CASES = Path(__file__).parent / "cases"
PREDICATES: dict[str, Callable[[PageRead], Iterator[Fault]]] = {f.__name__: f for f in (*RULES, *GATES, head_below_text, subhead_at_foot)}
GOOD = (CASES / "good.txt").read_text(encoding="utf-8").partition("\n")[2]


@dataclass(frozen=True)
class Case:
    """A page by its map, the predicate it is for, and what that must find: nothing, a fault, a soft fault."""

    predicate: str
    told: str
    map: str

    @property
    def page(self) -> PageRead:
        return read_pages(drawn(re.sub("^good$", GOOD, self.map, flags=re.MULTILINE)))[0]


def cases() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.txt")):
        for section in file.read_text(encoding="utf-8").split("# ")[1:]:
            told, _, text = section.partition("\n")
            yield Case(file.stem, told, text)


@pytest.mark.parametrize("case", [c for c in cases() if c.predicate != "good"], ids=lambda c: f"{c.predicate}: {c.told}")
def test_predicate(case: Case) -> None:
    found = [str(fault) for fault in PREDICATES[case.predicate](case.page)]
    if case.told.startswith("passes"):
        assert found == []
    else:
        assert case.told.startswith("fails") and found
        assert all("(soft)" in fault for fault in found) == case.told.startswith("fails softly"), found


def test_every_predicate_has_a_page_that_passes_and_one_that_fails() -> None:
    there = {(c.predicate, c.told.split(maxsplit=1)[0].rstrip(":")) for c in cases()}
    assert there == {(name, told) for name in PREDICATES for told in ("passes", "fails")} | {("good", "passes")}


def test_a_page_without_fault_has_all_points() -> None:
    score = score_page(read_pages(drawn(GOOD))[0])
    assert [str(f) for f in score.faults] == []
    assert (score.groups, score.total) == (MOST, 100.0)


LOST = {
    "hole": "A", "uneven_feet": "A", "off_the_grid": "A", "tombstone": "B", "stacked_heads": "B", "text_under_its_head": "B", "alike": "B", "seam": "C",
    "through_cuts": "C", "cross": "C", "no_interlock": "C", "weak_lead": "D", "size_inversion": "D", "rank_and_place": "D", "reading_order": "E",
    "out_from_under": "E", "leg_length": "E", "leg_ends": "E", "jump_lines": "E", "photo_with_its_story": "F", "no_dominant": "F", "densities": "F",
    "cropped": "F", "off_centre": "G", "empty_quarters": "G", "gray_windows": "G", "line_ends": "H", "datelines": "H", "furniture": "I",
}  # fmt: skip


@pytest.mark.parametrize("predicate", LOST)
def test_a_fault_costs_points_of_its_group(predicate: str) -> None:
    case = next(c for c in cases() if c.predicate == predicate and c.told.startswith("fails"))
    assert score_page(case.page).groups[LOST[predicate]] < MOST[LOST[predicate]]


@pytest.mark.parametrize("gate", [g.__name__ for g in GATES])
def test_a_gate_leaves_forty_points(gate: str) -> None:
    case = next(c for c in cases() if c.predicate == gate and c.told.startswith("fails"))
    assert score_page(case.page).total <= 40
