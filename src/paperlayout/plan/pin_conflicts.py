"""Pins a page cannot be made up with: which one it is, found by making up the page without each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from paperlayout.diag import Origin
from paperlayout.issue.content import Article, ItemT, PageCopy
from paperlayout.issue.placing import RELEASABLE, Pin

T = TypeVar("T")

MOST_TRIED, MOST_PUT_BACK = 6, 10
"""Pins that are let go one by one; and put back one by one where none alone is to blame."""


@dataclass(frozen=True, slots=True)
class PinRef:
    """A pin of one item, with the item's name and title."""

    item: str
    title: str
    pin: Pin
    origin: Origin | None = None


def pin_refs(page: PageCopy) -> tuple[PinRef, ...]:
    """The pins of a page that could be let go, those that bind most first."""
    return tuple(sorted(_pin_refs(page), key=lambda ref: RELEASABLE.index(ref.pin.name)))


def _pin_refs(page: PageCopy) -> Iterator[PinRef]:
    photos = (*page.photos, *(photo for article in page.ranked for photo in article.photos))
    for item in (*page.ranked, *photos, *page.blocks):
        for pin in item.placing.written:
            if pin.name in item.releasable and item.placing.position != "ear":
                yield PinRef(item.id, item.name, pin, pin.origin)


@dataclass(frozen=True, slots=True)
class Release(Generic[T]):
    """The pins a page had to be made up without, and the page."""

    pin_refs: tuple[PinRef, ...]
    made: T


def find_conflicts(page: PageCopy, make: Callable[[PageCopy], T | None]) -> Release[T] | None:
    """The page without the pins that keep it from being made up, one if one is enough; None when it is not for its pins."""
    held = pin_refs(page)
    free = make(released(page, held)) if held else None
    if free is None:
        return None
    for ref in held[:MOST_TRIED] if len(held) > 1 else ():
        found = make(released(page, (ref,)))
        if found is not None:
            return Release((ref,), found)
    return _fewer(page, make, Release(held, free)) if len(held) > 1 else Release(held, free)


def _fewer(page: PageCopy, make: Callable[[PageCopy], T | None], release: Release[T]) -> Release[T]:
    """Of several pins those that cannot be put back, one after another, those that bind least first."""
    for ref in release.pin_refs[: -MOST_PUT_BACK - 1 : -1]:
        rest = tuple(b for b in release.pin_refs if b != ref)
        found = make(released(page, rest))
        release = Release(rest, found) if found is not None else release
    return release


def released(page: PageCopy, let_go: tuple[PinRef, ...]) -> PageCopy:
    """The page without some of its pins."""

    def loose(item: ItemT) -> ItemT:
        placing = item.placing
        for ref in let_go:
            placing = placing.without(ref.pin.name) if ref.item == item.id else placing
        return item.pinned(placing)

    def article(one: Article) -> Article:
        return replace(loose(one), photos=tuple(map(loose, one.photos)))

    return replace(
        page, lead=tuple(map(article, page.lead)), articles=tuple(map(article, page.articles)), photos=tuple(map(loose, page.photos)),
        others=tuple(loose(item).with_articles(article) for item in page.others),
    )  # fmt: skip
