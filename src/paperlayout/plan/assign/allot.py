"""分版: copy given without pages is shared out over the issue's pages, by the editor's pins, by rank, kinds and load."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from paperlayout.issue.content import FRONT, Article, Issue, Item, PageCopy, Photo
from paperlayout.issue.house import House
from paperlayout.issue.placing import one_place
from paperlayout.issue.prices import AssignPrices
from paperlayout.plan.assign.allotment import Allotment, PixelSides, allotments, load_of
from paperlayout.plan.assign.groups import as_one, grouped

FULL = 0.97
"""Share of a page that copy is allotted to, as measured by ideal heads and photos; the rest is the planner's to play with."""
ONE_PAGE = 1.25
"""Copy for no more than this stays on one page, and is told if it is over."""
TURNS = 40
NEAR = 2
"""Pages by which a story is moved at once, and by which two that change places are apart at most."""


def allotted(issue: Issue, sizes: Mapping[Path, PixelSides]) -> Issue:
    """The issue with every story on a page; unchanged when the editor named pages for all of them."""
    loose = next((page for page in issue.pages if page.loose), None)
    if loose is None:
        return issue
    named = tuple(page for page in issue.pages if not page.loose)
    units = tuple(allotments(loose, issue.house, sizes))
    count = _pages(units, named, issue)
    if count == 1 and not named:
        return replace(issue, pages=(replace(loose, loose=False),))
    pages = _with_furniture([*named, *(PageCopy(origin=loose.origin) for _ in range(count - len(named)))], loose, units)
    rooms = [
        PageRoom(capacity(issue.house, n), load_of(page, issue.house, sizes) + _arriving(units, n), tuple(_places(page))) for n, page in enumerate(pages, FRONT)
    ]
    groups = grouped(units, named)
    settled = _Board([as_one([units[i] for i in group.units], group.page) for group in groups], rooms, issue.house.look.prices.assign).settled()
    at_page = {i: at for group, at in zip(groups, settled, strict=True) for i in group.units}
    places = [at_page[i] for i in range(len(units))]
    return replace(issue, pages=tuple(_with(page, [u for u, at in zip(units, places, strict=True) if at == n]) for n, page in enumerate(pages)))


def misfit(load: float, room: float, prices: AssignPrices) -> float:
    """How bad it is that copy takes so much of a page."""
    off = load / room - FULL
    return (prices.over if off > 0 else prices.under) * off * off


def _arriving(units: Sequence[Allotment], page: int) -> float:
    """What stories that are to jump to a page will bring there, as far as can be said before they are cut."""
    return sum(u.leaving for u in units if isinstance(u.item, Article) and u.item.placing.jump_page == page)


@dataclass(frozen=True, slots=True)
class PageRoom:
    """What a page has for units: its cells, those that are taken already, and the places that are."""

    cells: float
    taken: float
    places: tuple[str, ...] = ()


def _places(page: PageCopy) -> Iterator[str]:
    """The places that items of a page hold; its lead, where it begins."""
    first = page.lead[:1]
    positions = [*(a.placing.position or "lead" for a in first), *(item.placing.position for item in page.items()[len(first) :])]
    yield from (place for position in positions if (place := one_place(position)))


def _with_furniture(pages: list[PageCopy], loose: PageCopy, units: Sequence[Allotment]) -> list[PageCopy]:
    """The pages with what holds no articles, such as adverts, each on the page it names, else the last, and photos that go with no loose story.

    Such a photo stands on the page it names or that of the story it names, else on the front page, where it goes with the lead.
    """
    where = {a.id: n for n, page in enumerate(pages) for a in page.stories}
    taken = {photo.id for unit in units for photo in (*unit.loose, *([unit.item] if isinstance(unit.item, Photo) else []))}
    for photo in (p for p in loose.photos if p.id not in taken):
        at = where.get(photo.placing.beside or "", min(photo.placing.page or FRONT, len(pages)) - FRONT)
        pages[at] = replace(pages[at], photos=(*pages[at].photos, photo))
    last = len(pages)
    for item in (item for item in loose.others if not item.articles):
        at = min(item.placing.page or last, last) - 1
        pages[at] = replace(pages[at], others=(*pages[at].others, _renumbered(item, pages[at])))
    return pages


def _renumbered(item: Item, page: PageCopy) -> Item:
    """An item given without a page, under another number where its page has one of its name."""
    taken = {other.id for other in page.others}
    if item.id not in taken:
        return item
    stem = item.id.rstrip("0123456789")
    return replace(item, id=next(name for number in count(2) if (name := f"{stem}{number}") not in taken))


def capacity(house: House, number: int) -> float:
    """The cells that copy may fill on a page of that number."""
    grid = house.look.grid
    top = house.look.nameplate.height if number == FRONT else house.look.folio.height
    return grid.columns * (grid.rows - 1 - math.ceil(top * grid.rows / grid.height))


def _pages(units: Sequence[Allotment], named: Sequence[PageCopy], issue: Issue) -> int:
    """How many pages the issue has: as many as are named, pinned or asked for; else as many sides of whole sheets as the copy fills best."""
    pinned = max((*(u.page for u in units if u.page), *(i.placing.page for p in issue.pages for i in p.others if not i.articles and i.placing.page)), default=0)
    if named or issue.page_count:
        return max(len(named), issue.page_count or 0, pinned)
    front, inside = capacity(issue.house, FRONT), capacity(issue.house, FRONT + 1)
    load = sum(u.load for u in units) / FULL
    if load <= ONE_PAGE * front and pinned <= 1:
        return 1
    sides: list[int] = [n for n in (1, *range(2, 65, 2)) if n >= pinned]
    return min(sides, key=lambda n: abs(front + (n - 1) * inside - load))


@dataclass(slots=True)
class _Board:
    """The units on their pages: first in the editor's order, then moved and swapped while that makes the issue better."""

    units: Sequence[Allotment]
    rooms: Sequence[PageRoom]
    prices: AssignPrices

    def settled(self) -> list[int]:
        """The page index of each unit."""
        places = self._in_order()
        best = self._price(places)
        for _ in range(TURNS):
            price, trial = min(((self._price(t), t) for t in self._neighbours(places)), default=(best, places))
            if price >= best - 1e-9:
                break
            places, best = trial, price
        return places

    def _in_order(self) -> list[int]:
        """Pinned units on their pages; the rest by rank and order, page after page as each fills."""
        places = [min(u.page, len(self.rooms)) - 1 if u.page else -1 for u in self.units]
        loads = [room.taken + sum(u.load for u, at in zip(self.units, places, strict=True) if at == n) for n, room in enumerate(self.rooms)]
        held = [{*room.places, *(p for u, at in zip(self.units, places, strict=True) if at == n for p in u.places)} for n, room in enumerate(self.rooms)]
        for index in sorted((i for i, at in enumerate(places) if at < 0), key=lambda i: (self.units[i].rank == 4, self.units[i].order)):
            unit = self.units[index]
            free = [n for n in range(len(loads)) if not held[n].intersection(unit.places)] or list(range(len(loads)))
            at = next((n for n in free if loads[n] + unit.load / 2 <= self.rooms[n].cells * FULL), None)
            at = at if at is not None else min(free, key=lambda n: loads[n] / self.rooms[n].cells)
            places[index] = at
            loads[at] += unit.load
            held[at].update(unit.places)
        return places

    def _neighbours(self, places: list[int]) -> Iterator[list[int]]:
        """Every move of one free unit, and every swap of two."""
        free = [i for i, u in enumerate(self.units) if not u.page]
        for i in free:
            for page in range(max(0, places[i] - NEAR), min(len(self.rooms), places[i] + NEAR + 1)):
                if page != places[i]:
                    yield [*places[:i], page, *places[i + 1 :]]
        for n, i in enumerate(free):
            for j in free[n + 1 :]:
                if 0 < abs(places[i] - places[j]) <= NEAR:
                    swapped = list(places)
                    swapped[i], swapped[j] = places[j], places[i]
                    yield swapped

    def _price(self, places: Sequence[int]) -> float:
        pages: list[list[Allotment]] = [[] for _ in self.rooms]
        for unit, at in zip(self.units, places, strict=True):
            pages[at].append(unit)
        filled = sum(self._fill(n, page) for n, page in enumerate(pages))
        return filled + self._disorder(places) + self.prices.parted * _parted(self.units, places) + self.prices.crowded * _photo_spread(pages)

    def _fill(self, number: int, page: Sequence[Allotment]) -> float:
        room = self.rooms[number]
        load = room.taken + sum(u.load for u in page)
        leaderless = self.prices.leaderless if not room.taken and not any(u.leads for u in page) else 0.0
        held = [*room.places, *(place for u in page for place in u.places)]
        return misfit(load, room.cells, self.prices) + leaderless + self.prices.clash * (len(held) - len(set(held)))

    def _disorder(self, places: Sequence[int]) -> float:
        """How far stories stand from where the editor's order would put them."""
        whole = sum(u.load for u in self.units) or 1.0
        so_far = price = 0.0
        for unit, at in zip(self.units, places, strict=True):
            wanted = (so_far + unit.load / 2) / whole * len(self.rooms) - 0.5
            stray = self.prices.stray_per_page * max(0.0, abs(at - wanted) - 0.5)
            price += stray * (self.prices.stray_filler_share if unit.rank == 4 else 1.0)
            so_far += unit.load
        return price


def _parted(units: Sequence[Allotment], places: Sequence[int]) -> int:
    """On how many pages too many the companies stand."""
    company: dict[str, set[int]] = {}
    for unit, at in zip(units, places, strict=True):
        if unit.company:
            company.setdefault(unit.company, set()).add(at)
    return sum(len(at) - 1 for at in company.values())


def _photo_spread(pages: Sequence[Sequence[Allotment]]) -> float:
    """How many photos too many or too few the pages have."""
    counts = [sum(u.photos for u in page) for page in pages]
    average = sum(counts) / len(counts)
    return sum(max(0.0, abs(c - average) - 1) for c in counts)


def _with(page: PageCopy, units: Iterable[Allotment]) -> PageCopy:
    """A page with the units it was allotted, those of higher rank first."""
    told = sorted(units, key=lambda u: (u.rank, u.order))
    articles = [u.item for u in told if isinstance(u.item, Article)]
    lead = tuple(u.item for u in told if isinstance(u.item, Article) and u.rank == 1)
    return replace(
        page,
        lead=(*page.lead, *lead),
        articles=(*page.articles, *(a for a in articles if a not in lead)),
        photos=(*page.photos, *(u.item for u in told if isinstance(u.item, Photo)), *(_beside(p, u.item) for u in told for p in u.loose)),
        others=(*page.others, *(u.item for u in told if not isinstance(u.item, Article | Photo))),
    )


def _beside(photo: Photo, item: Item) -> Photo:
    """A photo written apart from its story, bound to it now that other stories may stand before it."""
    return photo if photo.placing.beside else replace(photo, placing=replace(photo.placing, beside=item.id))
