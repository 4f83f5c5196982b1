"""Pins a page cannot be made up with: which one it is, found by making up the page without each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from paperlayout.diag import Origin
from paperlayout.issue.content import Article, PageCopy, Photo, Pin, PinName, Placing, spoken

T = TypeVar("T")

MOST_TRIED, MOST_PUT_BACK = 6, 10
"""Pins that are let go one by one; and put back one by one where none alone is to blame."""
RELEASED: tuple[PinName, ...] = ("position", "columns", "fit")
"""Pins a page may be tried without, those that bind it most first.

Not 样式 and 重要性, which change how much copy there is (a box takes more room than its story): a page that is over for them is over. An advert's
size was sold and stays.
"""


@dataclass(frozen=True, slots=True)
class PinRef:
    """A pin of one item, with the item's name and title."""

    item: str
    title: str
    pin: Pin
    origin: Origin | None = None


def bonds(page: PageCopy) -> tuple[PinRef, ...]:
    """The pins of a page that could be let go, those that bind most first."""
    return tuple(sorted(_bonds(page), key=lambda bond: RELEASED.index(bond.pin.name)))


def _bonds(page: PageCopy) -> Iterator[PinRef]:
    articles = (*page.lead, *page.articles) or tuple(a for box in page.briefs for a in box.items)
    for article in articles:
        yield from _of(article.id, article.name, article.placing, RELEASED)
    for photo in (*page.photos, *(p for a in articles for p in a.photos)):
        own: tuple[PinName, ...] = RELEASED if photo.title and not photo.placing.beside else ("columns", "fit")
        yield from _of(photo.id, spoken(photo.title) or photo.file.name, photo.placing, own)
    for box in page.briefs if page.lead or page.articles else ():
        yield from _of(box.id, spoken(box.title) or "简讯", box.placing, ("position", "columns", "fit"))
    for advert in page.adverts:
        yield from _of(advert.id, advert.caption.value or advert.file.name, advert.placing, ("position",))


def _of(item: str, title: str, placing: Placing, names: tuple[PinName, ...]) -> Iterator[PinRef]:
    for pin in placing.written:
        if pin.name in names and placing.position != "ear":
            yield PinRef(item, title, pin, pin.origin)


@dataclass(frozen=True, slots=True)
class Release(Generic[T]):
    """The pins a page had to be made up without, and the page."""

    bonds: tuple[PinRef, ...]
    made: T


def find_conflicts(page: PageCopy, make: Callable[[PageCopy], T | None]) -> Release[T] | None:
    """The page without the pins that keep it from being made up, one if one is enough; None when it is not for its pins."""
    held = bonds(page)
    free = make(released(page, held)) if held else None
    if free is None:
        return None
    for bond in held[:MOST_TRIED] if len(held) > 1 else ():
        found = make(released(page, (bond,)))
        if found is not None:
            return Release((bond,), found)
    return _fewer(page, make, Release(held, free)) if len(held) > 1 else Release(held, free)


def _fewer(page: PageCopy, make: Callable[[PageCopy], T | None], release: Release[T]) -> Release[T]:
    """Of several pins those that cannot be put back, one after another, those that bind least first."""
    for bond in release.bonds[: -MOST_PUT_BACK - 1 : -1]:
        rest = tuple(b for b in release.bonds if b != bond)
        found = make(released(page, rest))
        release = Release(rest, found) if found is not None else release
    return release


def released(page: PageCopy, let_go: tuple[PinRef, ...]) -> PageCopy:
    """The page without some of its pins."""

    def loose(item: str, placing: Placing) -> Placing:
        for bond in let_go:
            placing = _without(placing, bond.pin.name) if bond.item == item else placing
        return placing

    def photo(one: Photo) -> Photo:
        return replace(one, placing=loose(one.id, one.placing))

    def article(one: Article) -> Article:
        return replace(one, placing=loose(one.id, one.placing), photos=tuple(map(photo, one.photos)))

    return replace(
        page, lead=tuple(map(article, page.lead)), articles=tuple(map(article, page.articles)), photos=tuple(map(photo, page.photos)),
        briefs=tuple(replace(b, placing=loose(b.id, b.placing), items=tuple(map(article, b.items))) for b in page.briefs),
        adverts=tuple(replace(a, placing=loose(a.id, a.placing)) for a in page.adverts),
    )  # fmt: skip


def _without(placing: Placing, name: PinName) -> Placing:
    left = tuple(pin for pin in placing.written if pin.name != name)
    match name:
        case "position":
            return replace(placing, position=None, written=left)
        case "columns":
            return replace(placing, columns=None, full_width=False, legs=None, written=left)
        case _:
            return replace(placing, fit=None, written=left)
