"""Pins that contradict each other or the page they stand on: told before anything is planned, for no page can honour them all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import FRONT, Issue, Item, PageCopy, Photo
from paperlayout.issue.placing import FOOT, POSITIONS, TOP, PinName, Placing, one_place
from paperlayout.story.ear import item_for_ear, without

ABOUT_THE_CENTRE = 3
"""Items a page must have for one of them to touch neither its head nor its foot."""


@dataclass(frozen=True, slots=True)
class PinnedItem:
    """An item of a page as it is spoken of, with its pins; `wraps`: it may leave a corner to another."""

    id: str
    title: str
    placing: Placing
    origin: Origin | None
    wraps: bool = False

    @staticmethod
    def of(item: Item) -> "PinnedItem":
        """An item that is no story."""
        acting = item.placing if "together" in item.pins else replace(item.placing, together=None)
        return PinnedItem(item.id, item.name, acting, item.origin)

    def at(self, name: PinName) -> Origin | None:
        return self.placing.at(name) or self.origin


def contradictions(issue: Issue) -> Iterator[Diagnostic]:
    """S408 for each pin that cannot be honoured whatever the copy."""
    columns = issue.house.look.grid.columns
    for number, page in enumerate(issue.pages, FRONT):
        items = pinned_items(without(page, item_for_ear(page)) if number == FRONT else page)
        yield from _two_leads(page, number)
        yield from _same_place(items, number)
        yield from _too_wide(items, number, columns)
        if len(items) < ABOUT_THE_CENTRE:
            yield from (tell("S408.centre", i.at("position"), page=number, story=i.id, title=i.title) for i in items if i.placing.position == "centre")
    yield from _astray(issue)


def pinned_items(page: PageCopy) -> tuple[PinnedItem, ...]:
    """All that stands on a page by itself."""
    return (
        *(PinnedItem(a.id, a.name, a.placing, a.origin, a.placing.style not in ("boxed", "tinted") and not a.placing.legs) for a in page.ranked),
        *(PinnedItem.of(photo) for photo in page.photos if photo.is_news),
        *(PinnedItem.of(item) for item in page.blocks),
    )


def _two_leads(page: PageCopy, number: int) -> Iterator[Diagnostic]:
    for article in (*page.lead[1:], *page.articles) if page.lead else ():
        if article.placing.position == "lead":
            origin = article.placing.at("position") or article.origin
            yield tell("S408.lead", origin, page=number, story=article.id, title=article.name, other=page.lead[0].name)


def _same_place(items: tuple[PinnedItem, ...], number: int) -> Iterator[Diagnostic]:
    taken: dict[str, PinnedItem] = {}
    for item in items:
        position, place = item.placing.position, one_place(item.placing.position)
        if position is None or place is None:
            continue
        first = taken.setdefault(place, item)
        if first is not item and first.placing.position:
            asked, held = POSITIONS[position], POSITIONS[first.placing.position]
            yield tell("S408.place", item.at("position"), page=number, story=item.id, title=item.title, asked=asked, other=first.title, held=held)


def _too_wide(items: tuple[PinnedItem, ...], number: int, columns: int) -> Iterator[Diagnostic]:
    """Two items that share the head or the foot of the page and are wider than it together; a story may wrap another at the foot."""
    for a, b in combinations(items, 2):
        wide = [_columns(i, columns) for i in (a, b)]
        if not all(wide) or sum(wide) <= columns or {a.placing.position, b.placing.position} & {None, "centre", "ear"}:
            continue
        top = {a.placing.position, b.placing.position} <= set(TOP) and a.placing.position != b.placing.position
        foot = {a.placing.position, b.placing.position} <= set(FOOT)
        outer = a if wide[0] >= wide[1] else b
        if top or (foot and not (outer.wraps and 2 * min(wide) <= max(wide))):
            edge = "上" if top else "下"
            yield tell("S408.wide", b.at("position"), page=number, story=b.id, title=b.title, other=a.title, edge=edge, wide=sum(wide), columns=columns)


def _columns(item: PinnedItem, columns: int) -> int:
    return item.placing.width(columns) or 0


def _astray(issue: Issue) -> Iterator[Diagnostic]:
    """Items on another page than the one they, or those they belong with, are bound to."""
    where: dict[str, int] = {}
    met: tuple[str, int] | None = None
    told = [(number, item) for number, page in enumerate(issue.pages, FRONT) for item in _bound(page)]
    for number, item in told:
        where.setdefault(item.id, number)
    for number, item in told:
        pins = item.placing
        if pins.page and pins.page != number:
            yield tell("S408.page", item.at("page"), page=number, story=item.id, title=item.title, asked=pins.page, here=number)
        if pins.beside and where.get(pins.beside, number) != number:
            yield tell("S408.beside", item.at("beside"), page=number, story=item.id, title=item.title, other=pins.beside, here=number, there=where[pins.beside])
        if pins.together:
            met = met or (item.title, number)
            if met[1] != number:
                yield tell("S408.together", item.at("together"), page=number, story=item.id, title=item.title, other=met[0], here=number, there=met[1])


def _bound(page: PageCopy) -> Iterator[PinnedItem]:
    """The items of a page in the editor's hand, the rests of stories that jump left out; photos too, which may go with a story."""
    rests = {a.id for a in page.articles if a.continued}
    yield from (item for item in pinned_items(page) if item.id not in rests)
    yield from (_photo(p) for p in page.photos if not p.is_news and p.placing.beside)


def _photo(photo: Photo) -> PinnedItem:
    return PinnedItem(photo.id, photo.caption.value or photo.file.name, Placing(beside=photo.placing.beside, written=photo.placing.written), photo.origin)
