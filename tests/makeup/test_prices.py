"""Prices of make-up are the house's: each is asked for, paper.yaml reaches each, and two papers in one process have each their own."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from conftest import ROOT, copied

from makeup.pages import FOLDERS
from makeup.test_rules import BROKEN, UNSHOWN
from makeup.test_search import AREA, copy_of
from paperlayout.edition import layout
from paperlayout.issue.content import Issue
from paperlayout.issue.look import change, leaves
from paperlayout.issue.prices import Prices, RulePrices
from paperlayout.kit import Kit
from paperlayout.measure import measure
from paperlayout.pipeline import Timings, arranged, load, make_up, open_kit
from paperlayout.plan.assign.allot import misfit
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.judge.rules import faults_of
from paperlayout.plan.makeup import Makeup
from paperlayout.story.copy import Copy

SOURCES = [file for file in (ROOT / "src").rglob("*.py") if file.name != "prices.py"]


def made(issue: Path) -> str:
    """The layout of an issue as it is made up with its paper's prices."""
    found, _ = load(issue, Timings())
    return str(layout(make_up(found, open_kit(found)))["pages"])


def test_two_papers_in_one_process_have_each_their_own_pages(tmp_path: Path) -> None:
    for name in ("plain", "changed"):
        (tmp_path / name).mkdir()
    plain, changed = copied(tmp_path / "plain"), copied(tmp_path / "changed")
    paper = tmp_path / "changed" / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "样式:\n  prices: {heads: {fill-per-share: 0}, photos.crop: 0}\n", encoding="utf-8")
    before = made(plain)
    assert made(changed) != before
    assert made(plain) == before


@pytest.mark.parametrize("name", [name for name, _ in leaves(Prices())])
def test_every_price_is_asked_for(name: str) -> None:
    asked = re.compile(rf"\b(?:prices|rates|photos|boxes|assign|planner|heads|rules|text|briefs)\.{name.rpartition('.')[2]}\b")
    assert any(asked.search(file.read_text(encoding="utf-8")) for file in SOURCES)


@pytest.mark.parametrize("rule", sorted(BROKEN.keys() - UNSHOWN))
def test_a_rule_costs_what_its_house_says(rule: str) -> None:
    """Twice as much in a house where all prices are twice as high."""
    twice = RulePrices(*(2 * getattr(RulePrices(), field.name) for field in fields(RulePrices)))
    own, dear = ([f.cost for f in faults_of(PlanView(BROKEN[rule], prices)) if f.rule == rule] for prices in (RulePrices(), twice))
    assert own and dear == pytest.approx([2 * cost for cost in own])


@pytest.fixture(scope="module")
def four_pages() -> tuple[Issue, Kit]:
    issue, _ = load(FOLDERS["four-pages"], Timings())
    kit = open_kit(issue)
    return arranged(issue, kit).issue, kit


def dearer(kit: Kit, name: str) -> Kit:
    """The kit of a house with one price more than doubled."""
    look = kit.house.look
    return replace(kit, house=replace(kit.house, look=change(look, f"prices.{name}", f"{2 * dict(leaves(look.prices))[name] + 1}")))


def measured(issue: Issue, kit: Kit) -> Iterator[Copy]:
    return (measure(page, kit.house.grid(), kit, number == 1) for number, page in enumerate(issue.pages, 1))


def costs_of(copy: Copy) -> Iterator[float]:
    """The prices of everything measured on a page."""
    for story in copy.stories:
        yield from (head.cost for head in story.heads)
        yield from (choice.cost for item in story.flow.items for choice in item.choices)
        yield from (variant.cost for figure in story.figures for variant in figure.variants)
    yield from (variant.cost for box in copy.boxes for variant in box.variants)


@pytest.mark.parametrize(
    "name", ["heads.line", "text.loosened", "text.shorter_leg", "text.widow", "photos.crop", "boxes.white", "briefs.gap", "picture_news.width_per_column"]
)
def test_what_is_measured_costs_what_its_house_says(four_pages: tuple[Issue, Kit], name: str) -> None:
    issue, kit = four_pages
    costs = [[cost for copy in measured(issue, own) for cost in costs_of(copy)] for own in (kit, dearer(kit, name))]
    assert costs[0] != costs[1]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("planner.full_cut", [110, 12]), ("planner.interlock", [110, 12]), ("planner.width_per_column", [110, 12]),
        ("planner.lead_width_per_column", [110, 12]), ("planner.seam_per_row", [60, 30]), ("rules.seam_per_share", [60, 30]),
        ("photos.narrower_per_column", [50, 40, 30]), ("heads.beside", [50, 40, 30]),
    ],
)  # fmt: skip
def test_a_page_costs_what_its_house_says(name: str, lines: list[int]) -> None:
    copy = copy_of(lines)
    assert price(copy, name, 1.0) != price(copy, name, 9.0)


def price(copy: Copy, name: str, factor: float) -> list[float]:
    """What the good pages of a copy cost at so many times one price."""
    group, _, own = name.partition(".")
    prices = getattr(Prices(), group)
    changed = replace(Prices(), **{group: replace(prices, **{own: factor * getattr(prices, own)})})
    return [plan.cost for plan in Makeup(replace(copy, prices=changed), AREA).page_plans(most=3)]


def test_a_page_over_costs_what_its_house_says() -> None:
    prices = Prices().assign
    assert misfit(110.0, 100.0, replace(prices, over=2 * prices.over)) == pytest.approx(2 * misfit(110.0, 100.0, prices))
    assert misfit(80.0, 100.0, replace(prices, under=2 * prices.under)) == pytest.approx(2 * misfit(80.0, 100.0, prices))
