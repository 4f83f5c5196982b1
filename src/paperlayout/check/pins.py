"""Fields that have no effect where they stand: named, so that no pin and no copy is lost in silence."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.grid import Grid
from paperlayout.issue.content import FRONT, Issue, Item, PageCopy
from paperlayout.issue.placing import LABELS, WITH_A_STORY, PinName
from paperlayout.kinds.story.measure import rank_articles
from paperlayout.kinds.table import kind_of
from paperlayout.kit import Kit
from paperlayout.story.room import broken_room

BOXED = {"boxed": "加框", "tinted": "底纹"}


def unused_fields(issue: Issue) -> Iterator[Diagnostic]:
    """S401 for pins, an error S402 for copy that would not reach the page."""
    if issue.guide and issue.ear:
        yield tell("S402.ear", issue.ear.origin, page=FRONT)
    for number, page in enumerate(issue.pages, FRONT):
        yield from _homeless(page, number)
        parted = tuple(p for a in page.stories if a.jump for p in a.photos)
        for photo in (*page.photos, *(p for a in page.stories for p in a.photos)):
            alone = photo in page.photos and photo.is_news
            ear: tuple[PinName, ...] = ("position",) if photo in page.photos and photo.placing.position == "ear" else ()
            sent: tuple[PinName, ...] = ("page",) if photo in parted else ()
            yield from _pins(photo, number, photo.pins if alone else (*WITH_A_STORY, *ear, *sent))
            if photo.body and not alone:
                yield tell("S402.photobody", photo.body[0].origin or photo.origin, page=number, story=photo.id)
        for item in page.others:
            in_the_ear = item.placing.position == "ear"
            yield from _pins(item, number, tuple(pin for pin in item.pins if not (in_the_ear and pin == "position")))
        for item in page.blocks:
            yield from kind_of(item).unused(item, number)


def odd_boxes(issue: Issue, grid: Grid, kit: Kit) -> Iterator[Diagnostic]:
    """S405 for a lead in a box, S406 for a 破栏 measure that does not read, an error S402 for numbers outside a box."""
    for number, page in enumerate(issue.pages, FRONT):
        yield from _unreadable_measures(page, number, grid, kit)
        for one in rank_articles(page):
            article, pins = one.article, one.article.placing
            where = pins.origin or article.origin
            label = BOXED.get(pins.style or "", "破栏" if pins.legs else "")
            if one.rank == 1 and label:
                yield tell("S405", where, page=number, story=article.id, title=article.name, label=label)
            elif pins.legs and pins.columns and broken_room(pins.columns, pins.legs, grid, kit) is None:
                yield tell("S406", where, page=number, story=article.id, title=article.name, columns=pins.columns, legs=pins.legs)
            if article.data and (one.rank == 1 or pins.style not in BOXED):
                yield tell("S402.data", article.data[0].number.origin or article.origin, page=number, story=article.id)


def _unreadable_measures(page: PageCopy, number: int, grid: Grid, kit: Kit) -> Iterator[Diagnostic]:
    """S406 for blocks other than stories."""
    for item in page.blocks:
        pins = item.placing
        if pins.legs and pins.columns and broken_room(pins.columns, pins.legs, grid, kit) is None:
            yield tell("S406", pins.origin or item.origin, page=number, story=item.id, title=item.name, columns=pins.columns, legs=pins.legs)


def _homeless(page: PageCopy, number: int) -> Iterator[Diagnostic]:
    """Photos that go with what has no place for one: a brief in a box, or another photo."""
    ids = {article.id for article in page.ranked}
    lost = [photo for photo in page.photos if photo.placing.beside and photo.placing.beside not in ids]
    lost += [photo for article in page.every_article if article.id not in ids for photo in article.photos]
    for photo in lost:
        yield tell("S402.photo", photo.origin, page=number)


def _pins(item: Item, number: int, used: tuple[PinName, ...]) -> Iterator[Diagnostic]:
    for pin in item.placing.written:
        if pin.name not in used and not (pin.name == "page" and item.placing.page == number):
            yield tell("S401", pin.origin or item.origin, page=number, label=LABELS[pin.name])
