"""分版: copy given without pages is shared out over the issue's pages, by the editor's pins, by rank, kinds and load."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from paperlayout.issue.house import House
from paperlayout.issue.model import FRONT, Advert, Article, Block, Briefs, Issue, PageCopy, Photo, Placing, Position

FULL = 0.97
"""Share of a page that copy is allotted to, as measured by ideal heads and photos; the rest is the planner's to play with."""
ONE_PAGE = 1.25
"""Copy for no more than this stays on one page, and is told if it is over."""
RANKS = {"lead": 1, "major": 2, None: 3, "normal": 3, "filler": 4}
HEAD_CELLS = {1: 48.0, 2: 20.0, 3: 10.0, 4: 8.0}
"""Columns × rows of an ideal head by rank."""
LEAD_PHOTO, PHOTO = 3, 2
"""Columns of an ideal photo: the lead's first, all others; a tall one takes one less."""
LEAST_LEAD = 300
"""Characters of a story that can lead a page."""
OVER, UNDER, STRAY, PARTED, LEADERLESS, CROWDED, CLASH = 400.0, 150.0, 1.5, 6.0, 10.0, 1.5, 200.0
"""Prices: a page over or under by its square, a page off the editor's order, a 栏目 on two pages, a page without a lead, a photo off the average,
two items pinned to one place of one page."""
ONE_PLACE: dict[Position, str] = {
    "lead": "top-left", "top-left": "top-left", "top-right": "top-right", "bottom-left": "bottom-left", "bottom-right": "bottom-right", "anchor": "anchor",
}  # fmt: skip
"""Places that hold one item of a page."""
LEAVING = 0.4
"""Share of its text that a story with a page to jump to leaves to that page, until it is cut."""
SMALLER = 0.5
"""Share of its load that a photo gives up when it is set small."""
TURNS = 40
NEAR = 2
"""Pages by which a story is moved at once, and by which two that change places are apart at most."""


class Sized(Protocol):
    """A photo's sides in pixels."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Unit:
    """Copy that goes to one page as a whole: a story with its photos, a 图片新闻, or briefs of one box. `load` in cells of column × row.

    `pictures` is the load of its photos, `leaving` what of it will jump to another page and is not in its load, `loose` its photos that were written
    apart from it, `places` what it takes of its page by its pins.
    """

    item: Article | Photo | Briefs
    order: int
    rank: int
    load: float
    photos: int
    page: int | None
    company: str = ""
    leads: bool = False
    pictures: float = 0.0
    leaving: float = 0.0
    loose: tuple[Photo, ...] = ()
    places: tuple[str, ...] = ()


def allotted(issue: Issue, sizes: Mapping[Path, Sized]) -> Issue:
    """The issue with every story on a page; unchanged when the editor named pages for all of them."""
    loose = next((page for page in issue.pages if page.loose), None)
    if loose is None:
        return issue
    named = tuple(page for page in issue.pages if not page.loose)
    units = tuple(_units(loose, issue.house, sizes))
    count = _pages(units, named, issue)
    if count == 1 and not named:
        return replace(issue, pages=(replace(loose, loose=False),))
    pages = _with_furniture([*named, *(PageCopy(origin=loose.origin) for _ in range(count - len(named)))], loose, units)
    rooms = [
        Room(capacity(issue.house, n), load_of(page, issue.house, sizes) + _arriving(units, n), tuple(_places(page))) for n, page in enumerate(pages, FRONT)
    ]
    bundles = bound(units, named)
    settled = _Board([_as_one([units[i] for i in bundle.units], bundle.page) for bundle in bundles], rooms).settled()
    at_page = {i: at for bundle, at in zip(bundles, settled, strict=True) for i in bundle.units}
    places = [at_page[i] for i in range(len(units))]
    return replace(issue, pages=tuple(_with(page, [u for u, at in zip(units, places, strict=True) if at == n]) for n, page in enumerate(pages)))


def load_of(page: PageCopy, house: House, sizes: Mapping[Path, Sized], tight: bool = False) -> float:
    """The cells that a page's copy takes; `tight`: with its photos small."""
    return sum(u.load - tight * SMALLER * u.pictures for u in _units(page, house, sizes)) + _furniture_load(page, house)


def misfit(load: float, room: float) -> float:
    """How bad it is that copy takes so much of a page."""
    off = load / room - FULL
    return (OVER if off > 0 else UNDER) * off * off


def _arriving(units: Sequence[Unit], page: int) -> float:
    """What stories that are to jump to a page will bring there, as far as can be said before they are cut."""
    return sum(u.leaving for u in units if isinstance(u.item, Article) and u.item.placing.jump_page == page)


@dataclass(frozen=True, slots=True)
class Room:
    """What a page has for units: its cells, those that are taken already, and the places that are."""

    cells: float
    taken: float
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """Units, by their numbers, that share a page, and the page if they are pinned to one."""

    units: tuple[int, ...]
    page: int | None


def bound(units: Sequence[Unit], named: Sequence[PageCopy]) -> tuple[Bundle, ...]:
    """The units in bundles: 同版 items together, and a story with what goes 随文 with it; those the editor put on several pages stay apart."""
    groups = [{i} for i in range(len(units))]
    for a, b in _ties(units):
        first, second = next(g for g in groups if a in g), next(g for g in groups if b in g)
        if first is not second:
            groups = [g for g in groups if g is not first and g is not second] + [first | second]
    found: list[Bundle] = []
    for group in sorted(groups, key=min):
        pages = {i: units[i].page or _page_of(units[i], named) for i in sorted(group)}
        on: list[int | None] = list(dict.fromkeys(page for page in pages.values() if page)) or [None]
        found += [Bundle(tuple(i for i in pages if (pages[i] or on[0]) == page), page) for page in on]
    return tuple(found)


def _ties(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs of units that must share a page."""
    at = {unit.item.id: i for i, unit in enumerate(units)}
    together = [i for i, unit in enumerate(units) if unit.item.placing.together]
    yield from ((together[0], i) for i in together[1:])
    yield from ((at[unit.item.placing.beside], i) for i, unit in enumerate(units) if unit.item.placing.beside in at)


def _page_of(unit: Unit, named: Sequence[PageCopy]) -> int | None:
    """The named page that holds what a unit must stand with."""
    pins = unit.item.placing
    for number, page in enumerate(named, FRONT):
        for article in (*page.lead, *page.articles):
            if article.id == pins.beside or (pins.together and article.placing.together):
                return number
    return None


def _as_one(units: Sequence[Unit], page: int | None) -> Unit:
    """Units that share a page as one."""
    first = units[0]
    return replace(
        first, rank=min(u.rank for u in units), load=sum(u.load for u in units), photos=sum(u.photos for u in units), page=page,
        company=next((u.company for u in units if u.company), ""), leads=any(u.leads for u in units), places=tuple(p for u in units for p in u.places),
    )  # fmt: skip


def _places(page: PageCopy) -> Iterator[str]:
    """The places that items of a page hold; its lead, where it begins."""
    leads = [a.placing.position or "lead" for a in page.lead[:1]]
    items: tuple[Article | Photo | Briefs | Advert, ...] = (*page.lead[1:], *page.articles, *page.photos, *page.briefs, *page.adverts)
    positions = [*leads, *(i.placing.position for i in items)]
    yield from (ONE_PLACE[p] for p in positions if p in ONE_PLACE)


def _with_furniture(pages: list[PageCopy], loose: PageCopy, units: Sequence[Unit]) -> list[PageCopy]:
    """The pages with the issue's adverts, each on the page it names, else the last, its notice on the last, and photos that go with no loose story.

    Such a photo stands on the page it names or that of the story it names, else on the front page, where it goes with the lead.
    """
    where = {a.id: n for n, page in enumerate(pages) for a in (*page.lead, *page.articles)}
    taken = {photo.id for unit in units for photo in (*unit.loose, *([unit.item] if isinstance(unit.item, Photo) else []))}
    for photo in (p for p in loose.photos if p.id not in taken):
        at = where.get(photo.placing.beside or "", min(photo.placing.page or FRONT, len(pages)) - FRONT)
        pages[at] = replace(pages[at], photos=(*pages[at].photos, photo))
    last = len(pages)
    for advert in loose.adverts:
        at = min(advert.placing.page or last, last) - 1
        pages[at] = replace(pages[at], adverts=(*pages[at].adverts, advert))
    pages[-1] = replace(pages[-1], notices=(*pages[-1].notices, *loose.notices))
    return pages


def _furniture_load(page: PageCopy, house: House) -> float:
    """Cells that adverts and notices take of a page."""
    grid = house.look.grid
    sold = sum((grid.columns if a.placing.full_width else a.placing.columns or grid.columns) * (a.rows + 1) for a in page.adverts)
    return sold + sum(len(notice.value) / grid.chars + 10 for notice in page.notices)


def capacity(house: House, number: int) -> float:
    """The cells that copy may fill on a page of that number."""
    grid = house.look.grid
    top = house.look.nameplate.height if number == FRONT else house.look.folio.height
    return grid.columns * (grid.rows - 1 - math.ceil(top * grid.rows / grid.height))


def _pages(units: Sequence[Unit], named: Sequence[PageCopy], issue: Issue) -> int:
    """How many pages the issue has: as many as are named, pinned or asked for; else as many sides of whole sheets as the copy fills best."""
    pinned = max((*(u.page for u in units if u.page), *(a.placing.page for p in issue.pages for a in p.adverts if a.placing.page)), default=0)
    if named or issue.page_count:
        return max(len(named), issue.page_count or 0, pinned)
    front, inside = capacity(issue.house, FRONT), capacity(issue.house, FRONT + 1)
    load = sum(u.load for u in units) / FULL
    if load <= ONE_PAGE * front and pinned <= 1:
        return 1
    sides: list[int] = [n for n in (1, *range(2, 65, 2)) if n >= pinned]
    return min(sides, key=lambda n: abs(front + (n - 1) * inside - load))


def _units(page: PageCopy, house: House, sizes: Mapping[Path, Sized]) -> Iterator[Unit]:
    """The copy of a page in the editor's order, photos with the stories they go with."""
    articles = (*page.lead, *page.articles)
    first = articles[0].id if articles else ""
    first_of = {p.id: p.placing.beside or ("" if page.loose and p.placing.page else first) for p in page.photos}
    alone = [p for p in page.photos if p.title and not p.placing.beside]
    apart = {a.id: tuple(p for p in page.photos if p not in alone and first_of[p.id] == a.id) for a in articles}
    with_story = {a.id: (*a.photos, *apart[a.id]) for a in articles}
    for order, article in enumerate(articles):
        lead = order < len(page.lead)
        rank = 1 if lead or article.placing.position == "lead" else RANKS[article.placing.priority]
        text, pictures = _text_load(article, house), _pictures_load(rank, with_story[article.id], house, sizes)
        leaving = LEAVING * text if article.placing.jump_page and article.jump is None else 0.0
        chars = sum(len(b.text) for b in article.body)
        yield Unit(
            article, order, rank, text + HEAD_CELLS[rank] + pictures - leaving, len(with_story[article.id]), _page(article.placing, lead),
            article.standing_head.value, chars >= LEAST_LEAD, pictures, leaving, apart[article.id], _place(article.placing, lead and order == 0),
        )  # fmt: skip
    for order, photo in enumerate(alone, len(articles)):
        pictures = _photo_load(photo, LEAD_PHOTO, house, sizes)
        yield Unit(photo, order, 3, pictures + 12, 1, photo.placing.page, pictures=pictures, places=_place(photo.placing))
    for order, briefs in enumerate(page.briefs, len(articles) + len(alone)):
        load = 6 + sum(_text_rows(a.body, house.look.grid.chars - 1) + 6 for a in briefs.items)
        yield Unit(briefs, order, 4, load, 0, briefs.placing.page, places=_place(briefs.placing))


def _page(placing: Placing, lead: bool) -> int | None:
    return placing.page or (FRONT if lead or placing.position == "ear" else None)


def _place(placing: Placing, lead: bool = False) -> tuple[str, ...]:
    """The place an item holds alone on its page."""
    position = placing.position or ("lead" if lead else None)
    return (ONE_PLACE[position],) if position in ONE_PLACE else ()


def _text_load(article: Article, house: House) -> float:
    text = _text_rows(article.body, house.look.grid.chars) + 2 + (article.jump is not None)
    return text + 2 * math.sqrt(text / 14)


def _pictures_load(rank: int, photos: Sequence[Photo], house: House, sizes: Mapping[Path, Sized]) -> float:
    return sum(_photo_load(p, LEAD_PHOTO if i == 0 and rank == 1 else PHOTO, house, sizes) for i, p in enumerate(photos))


def _text_rows(body: Sequence[Block], chars: int) -> float:
    """Rows of a column that copy takes; half a row is lost at the end of each paragraph."""
    return sum(2.5 if b.kind == "subhead" else max(1.0, (len(b.text) + 2) / chars + 0.5) for b in body)


def _photo_load(photo: Photo, columns: int, house: House, sizes: Mapping[Path, Sized]) -> float:
    grid, facts = house.look.grid, sizes[photo.file]
    ratio = facts.width / facts.height
    columns = photo.placing.columns or max(1, columns - (ratio < 1))
    width = columns * grid.chars * grid.size + (columns - 1) * grid.column_gap
    return columns * (width / ratio / (grid.height / grid.rows) + 2)


@dataclass(slots=True)
class _Board:
    """The units on their pages: first in the editor's order, then moved and swapped while that makes the issue better."""

    units: Sequence[Unit]
    rooms: Sequence[Room]

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
        pages: list[list[Unit]] = [[] for _ in self.rooms]
        for unit, at in zip(self.units, places, strict=True):
            pages[at].append(unit)
        filled = sum(self._fill(n, page) for n, page in enumerate(pages))
        return filled + self._disorder(places) + PARTED * _parted(self.units, places) + _photo_spread(pages)

    def _fill(self, number: int, page: Sequence[Unit]) -> float:
        room = self.rooms[number]
        load = room.taken + sum(u.load for u in page)
        leaderless = LEADERLESS if not room.taken and not any(u.leads for u in page) else 0.0
        held = [*room.places, *(place for u in page for place in u.places)]
        return misfit(load, room.cells) + leaderless + CLASH * (len(held) - len(set(held)))

    def _disorder(self, places: Sequence[int]) -> float:
        """How far stories stand from where the editor's order would put them."""
        whole = sum(u.load for u in self.units) or 1.0
        so_far = price = 0.0
        for unit, at in zip(self.units, places, strict=True):
            wanted = (so_far + unit.load / 2) / whole * len(self.rooms) - 0.5
            price += STRAY * max(0.0, abs(at - wanted) - 0.5) * (0.3 if unit.rank == 4 else 1.0)
            so_far += unit.load
        return price


def _parted(units: Sequence[Unit], places: Sequence[int]) -> int:
    """On how many pages too many the companies stand."""
    company: dict[str, set[int]] = {}
    for unit, at in zip(units, places, strict=True):
        if unit.company:
            company.setdefault(unit.company, set()).add(at)
    return sum(len(at) - 1 for at in company.values())


def _photo_spread(pages: Sequence[Sequence[Unit]]) -> float:
    counts = [sum(u.photos for u in page) for page in pages]
    average = sum(counts) / len(counts)
    return CROWDED * sum(max(0.0, abs(c - average) - 1) for c in counts)


def _with(page: PageCopy, units: Iterable[Unit]) -> PageCopy:
    """A page with the units it was allotted, those of higher rank first."""
    told = sorted(units, key=lambda u: (u.rank, u.order))
    articles = [u.item for u in told if isinstance(u.item, Article)]
    lead = tuple(u.item for u in told if isinstance(u.item, Article) and u.rank == 1)
    return replace(
        page,
        lead=(*page.lead, *lead),
        articles=(*page.articles, *(a for a in articles if a not in lead)),
        photos=(*page.photos, *(u.item for u in told if isinstance(u.item, Photo)), *(_beside(p, u.item) for u in told for p in u.loose)),
        briefs=(*page.briefs, *(u.item for u in told if isinstance(u.item, Briefs))),
    )


def _beside(photo: Photo, item: Article | Photo | Briefs) -> Photo:
    """A photo written apart from its story, bound to it now that other stories may stand before it."""
    return photo if photo.placing.beside else replace(photo, placing=replace(photo.placing, beside=item.id))
