"""转版: stories their editors send on to another page, and leads too long for their own, are cut in two where both pages come nearest to full."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from paperlayout.issue.content import FRONT, Article, Issue, PageCopy
from paperlayout.kit import Kit
from paperlayout.plan.assign.allot import capacity, misfit
from paperlayout.plan.assign.allotment import load_of
from paperlayout.story.body import measure_body
from paperlayout.story.jump import LEAST_LINES, cut_in_two, cuts

NO_CUTS: Mapping[str, int] = MappingProxyType({})
Reason = Literal["page", "same", "back", "empty", "box", "short", "paragraphs"]
"""Why a story cannot jump: no such page, its own, one before it, no story there, a block of its own, too short, no paragraph ends at the right place."""


@dataclass(frozen=True, slots=True)
class Jumped:
    """A story that goes on on another page, by the program's own choice or the editor's; characters on either."""

    article: Article
    page: int
    to: int
    chars: int
    rest: int
    automatic: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """A jump that cannot be, and why; `lines` of its body."""

    article: Article
    page: int
    reason: Reason
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Jumps:
    """An issue with its stories cut where they go on on another page, the same with all of them whole, and what became of each."""

    issue: Issue
    whole: Issue
    jumped: tuple[Jumped, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class JumpCut:
    """One way to cut a story: after how many blocks, both pages as they would be, and how far they would be from full."""

    to: int
    blocks: int
    pages: tuple[PageCopy, ...]
    price: float
    chars: int


MOST = 1.08
"""How full a page may be of copy that was sent there by the program; photos give way for the rest."""
SURE = 1.25
"""A page whose copy takes so much of it even with small photos cannot be filled (of eight sample pages none held more than 1.19); below that make-up tells."""


def jumps(issue: Issue, kit: Kit, over: Collection[int] = (), before: Mapping[str, int] = NO_CUTS) -> Jumps:
    """The issue with every story cut that its editor sent on, then every first story that is too long for its page.

    `over` are pages known to be over, `before` the blocks after which stories were cut when the make-up was kept.
    """
    whole = issue
    jumped: list[Jumped] = []
    refused: list[Refused] = []
    for number, article in [(n, a) for n, page in enumerate(issue.pages, FRONT) for a in _stories(page)]:
        if article.placing.jump_page is None or article.jump:
            continue
        reason, ways = _asked(issue, number, article, kit)
        if reason:
            refused.append(Refused(article, number, reason, measure_body(article, kit.house.look.grid.chars, kit).lines))
        else:
            issue = _sent(issue, number, article, _best(ways, before.get(article.id), kit.prices.assign.stay), jumped)
    for number in range(FRONT, len(issue.pages) + FRONT):
        long = _overlong(issue, number, number in over, before, kit)
        if long and (ways := _relief(issue, number, long, kit)):
            issue = _sent(issue, number, long, _best(ways, before.get(long.id), kit.prices.assign.stay), jumped, automatic=True)
    return Jumps(issue, whole, tuple(jumped), tuple(refused))


def _stories(page: PageCopy) -> tuple[Article, ...]:
    return page.stories


def _asked(issue: Issue, number: int, article: Article, kit: Kit) -> tuple[Reason | None, Sequence[JumpCut]]:
    """The ways to send a story to the page its editor named; or why there are none."""
    to = article.placing.jump_page
    assert to is not None
    if to > len(issue.pages):
        return "page", ()
    if to <= number:
        return "same" if to == number else "back", ()
    if not _stories(issue.pages[to - FRONT]):
        return "empty", ()
    if _of_its_own(article, issue.pages[number - FRONT]):
        return "box", ()
    ways = tuple(_ways(issue, number, article, to, kit))
    if ways:
        return None, ways
    flow = measure_body(article, kit.house.look.grid.chars, kit)
    return "short" if flow.lines < 2 * LEAST_LINES else "paragraphs", ()


def _of_its_own(article: Article, page: PageCopy) -> bool:
    """Whether a story is set as a block of its own, or in the ear, where it is never parted; the page's first story is in none."""
    pins = article.placing
    if pins.position == "ear":
        return True
    return article != _stories(page)[0] and (pins.style in ("boxed", "tinted") or pins.legs is not None)


def _ways(issue: Issue, number: int, article: Article, to: int, kit: Kit) -> Iterator[JumpCut]:
    """Every way to cut a story for a page."""
    for cut in cuts(article, measure_body(article, kit.house.look.grid.chars, kit)):
        parts = cut_in_two(article, cut.blocks, number, to)
        pages = list(issue.pages)
        pages[number - FRONT] = _replaced(pages[number - FRONT], article, parts.first)
        pages[to - FRONT] = replace(pages[to - FRONT], articles=(*pages[to - FRONT].articles, parts.rest))
        prices = kit.prices.assign
        price = sum(misfit(load_of(pages[n - FRONT], kit.house, kit.photos), capacity(kit.house, n), prices) for n in (number, to))
        yield JumpCut(to, cut.blocks, tuple(pages), price, sum(len(b.text) for b in parts.first.body))


def _replaced(page: PageCopy, old: Article, new: Article) -> PageCopy:
    lead, articles = (tuple(new if a is old else a for a in part) for part in (page.lead, page.articles))
    return replace(page, lead=lead, articles=articles)


def _sent(issue: Issue, number: int, article: Article, way: JumpCut, jumped: list[Jumped], automatic: bool = False) -> Issue:
    whole = sum(len(b.text) for b in article.body)
    jumped.append(Jumped(article, number, way.to, way.chars, whole - way.chars, automatic))
    return replace(issue, pages=way.pages)


def _best(ways: Sequence[JumpCut], before: int | None, stay: float) -> JumpCut:
    """The way that fills both pages best; the one of before while it is nearly as good."""
    best = min(ways, key=lambda w: w.price)
    return next((w for w in ways if w.blocks == before and w.to == best.to and w.price <= best.price + stay), best)


def _overlong(issue: Issue, number: int, over: bool, before: Mapping[str, int], kit: Kit) -> Article | None:
    """The first story of a page that is over, if it may jump."""
    page = issue.pages[number - FRONT]
    first = next((a for a in _stories(page) if a.placing.position != "ear"), None)
    if first is None or first.placing.jump is not None or first.jump is not None:
        return None
    room = capacity(kit.house, number)
    full = load_of(page, kit.house, kit.photos) > room if over or first.id in before else load_of(page, kit.house, kit.photos, tight=True) > SURE * room
    return first if full else None


def _relief(issue: Issue, number: int, article: Article, kit: Kit) -> tuple[JumpCut, ...]:
    """The ways to relieve a page: onto a later one that has stories, and room for what comes."""
    later = [n for n in range(number + 1, len(issue.pages) + FRONT) if _stories(issue.pages[n - FRONT])]
    return tuple(way for to in later for way in _ways(issue, number, article, to, kit) if _has_room(way, to, kit))


def _has_room(way: JumpCut, to: int, kit: Kit) -> bool:
    return load_of(way.pages[to - FRONT], kit.house, kit.photos) <= MOST * capacity(kit.house, to)
