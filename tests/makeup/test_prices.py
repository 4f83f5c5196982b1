"""Prices of make-up are the house's: each is asked for, paper.yaml reaches each, and two papers in one process have each their own."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLE, copied

from makeup.pages import FOLDERS
from makeup.test_allot import article
from makeup.test_allot import issue as loose
from makeup.test_jump import sent
from makeup.test_rules import BROKEN, UNSHOWN
from makeup.test_search import AREA, copy_of
from paperlayout.edition import layout
from paperlayout.issue.content import Article, CopyBlock, Issue, Text
from paperlayout.issue.house import House
from paperlayout.issue.look import change, leaves
from paperlayout.issue.prices import Prices, RulePrices
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.kinds.briefs.measure import measure_briefs
from paperlayout.kit import Kit
from paperlayout.measure import measure
from paperlayout.pipeline import Timings, arranged, kept_of, load, make_up, open_kit
from paperlayout.plan.assign.allot import allotted, misfit
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.judge.rules import faults_of
from paperlayout.plan.makeup import Makeup
from paperlayout.story.copy import Copy

LOOKING = ROOT / "tests" / "pages" / "looking"


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


class AskedPrices:
    """The prices of a house, or a group of them, that note by dotted name which are asked for."""

    def __init__(self, prices: object, asked: set[str], prefix: str = "") -> None:
        self._prices, self._asked, self._prefix = prices, asked, prefix
        parts = {field.name: getattr(prices, field.name) for field in fields(prices)}  # type: ignore[arg-type]
        self._groups = {name: AskedPrices(part, asked, f"{prefix}{name}.") for name, part in parts.items() if is_dataclass(part)}

    def __getattr__(self, name: str) -> Any:
        if name in self._groups:
            return self._groups[name]
        found = getattr(self._prices, name)
        self._asked.add(f"{self._prefix}{name}")
        return found


def told(asked: set[str], house: House) -> House:
    """The house with prices that note in `asked` which of them are asked for."""
    return replace(house, look=replace(house.look, prices=AskedPrices(house.look.prices, asked)))


def opened(folder: Path, asked: set[str]) -> tuple[Issue, Kit]:
    issue, _ = load(folder, Timings())
    kit = open_kit(issue)
    house = told(asked, kit.house)
    return replace(issue, house=house), replace(kit, house=house)


def asked_of_rules(asked: set[str]) -> None:
    prices = AskedPrices(Prices(), asked).rules
    for page in BROKEN.values():
        faults_of(PlanView(page, prices))


def asked_of_a_kept_page(asked: set[str]) -> None:
    issue, kit = opened(SAMPLE, set())
    kept = kept_of(make_up(issue, kit))
    make_up(*opened(SAMPLE, asked), kept=kept)


def asked_of_a_short_page(asked: set[str]) -> None:
    issue, kit = opened(FOLDERS["one-story"], asked)
    page = issue.pages[0]
    lead = replace(page.lead[0], body=page.lead[0].body[:3])
    make_up(replace(issue, pages=(replace(page, lead=(lead,)),)), kit)


def asked_of_verse_among_briefs(asked: set[str]) -> None:
    _, kit = opened(SAMPLE, asked)
    bodies = [CopyBlock("verse", "夜色渐深灯未熄\n" * 3), CopyBlock("paragraph", "走廊上也站着听课的职工。" * 12)]
    briefs = tuple(Article(id=f"b{n}", title=Text("夜校"), body=(body,)) for n, body in enumerate(bodies))
    measure_briefs(Briefs(id="briefs1", items=briefs), kit.house.grid(), kit)


def asked_of_loose_copy(asked: set[str]) -> None:
    filler = Briefs(id="briefs1", items=(article(60, 300), article(61, 300)))
    short = (article(n, 300, standing="职工之声" if n > 11 else "") for n in range(14))
    shared = loose([*short], lead=0, briefs=(filler,), count=4)
    allotted(replace(shared, house=told(asked, shared.house)), {})


def asked_of_a_jump(asked: set[str]) -> None:
    issue, kit = sent(3), opened(FOLDERS["four-pages"], asked)[1]
    arranged(replace(issue, house=kit.house), kit)


LOOKED_AT = (FOLDERS["four-pages"], SAMPLE, ROOT / "tests" / "vertical", LOOKING / "verse-page", LOOKING / "law-page")
"""Pages that are made up to see which prices they ask for."""
ELSEWHERE: dict[Callable[[set[str]], None], set[str]] = {
    asked_of_rules: {"rules.broken_measures", "rules.empty_quadrant", "rules.photo_astray", "rules.photos_in_a_stack"},
    asked_of_a_kept_page: {"planner.offered", "planner.worn"},
    asked_of_a_short_page: {"planner.filler_per_row", "text.misfit_per_row"},
    asked_of_verse_among_briefs: {"briefs.bad_cut", "briefs.ragged_per_row"},
    asked_of_loose_copy: {
        "assign.over", "assign.under", "assign.stray_per_page", "assign.stray_filler_share", "assign.parted", "assign.leaderless", "assign.crowded", "assign.clash",
    },
    asked_of_a_jump: {"assign.stay"},
}  # fmt: skip
"""The prices those pages have no use for, and what asks for them."""


@pytest.mark.slow
def test_pages_ask_for_every_price_but_those_of_rarer_cases() -> None:
    asked: set[str] = set()
    for folder in LOOKED_AT:
        make_up(*opened(folder, asked))
    assert {name for name, _ in leaves(Prices())} - asked == set().union(*ELSEWHERE.values())


@pytest.mark.parametrize("case", ELSEWHERE, ids=lambda case: case.__name__)
def test_a_price_of_a_rarer_case_is_asked_for_there(case: Callable[[set[str]], None]) -> None:
    asked: set[str] = set()
    case(asked)
    assert ELSEWHERE[case] <= asked


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
