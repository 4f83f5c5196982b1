"""Fields that have no effect where they stand: named, so that no pin and no copy is lost in silence."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.grid import Grid
from paperlayout.issue.content import FRONT, Article, Issue, PageCopy, PinName, Placing
from paperlayout.kit import Kit
from paperlayout.measure import is_picture_news, rank_articles
from paperlayout.story.room import broken_room

LABELS: dict[PinName, str] = {
    "page": "版", "position": "位置", "columns": "栏数", "priority": "重要性", "style": "样式", "jump": "转版", "beside": "随文", "fit": "伸缩",
    "together": "同版",
}  # fmt: skip
OF_BRIEFS: tuple[PinName, ...] = ("page", "position", "columns", "jump", "beside", "fit", "together")
OF_PICTURE_NEWS: tuple[PinName, ...] = ("page", "position", "columns", "priority", "jump", "beside", "fit", "together")
OF_PHOTOS: tuple[PinName, ...] = ("columns", "jump", "beside", "fit")
OF_ADVERTS: tuple[PinName, ...] = ("page", "position", "columns", "jump")
OF_A_BRIEF: tuple[PinName, ...] = ("jump", "fit")
"""The pins that act on what is no article of its own; whether it may jump is told elsewhere (S414)."""
UNUSED_IN_BRIEFS = {"kicker": "引题", "deck": "副题", "standing_head": "栏目", "author": "作者"}
"""Copy that a brief in a box has no place for."""
BOXED = {"boxed": "加框", "tinted": "底纹"}


def unused_fields(issue: Issue) -> Iterator[Diagnostic]:
    """S401 for pins, an error S402 for copy that would not reach the page."""
    if issue.guide and issue.ear:
        yield tell("S402.ear", issue.ear.origin, page=FRONT)
    for number, page in enumerate(issue.pages, FRONT):
        yield from _briefs(page, number)
        yield from _homeless(page, number)
        parted = tuple(p for a in (*page.lead, *page.articles) if a.jump for p in a.photos)
        for photo in (*page.photos, *(p for a in (*page.lead, *page.articles) for p in a.photos)):
            alone = photo in page.photos and is_picture_news(photo)
            ear: tuple[PinName, ...] = ("position",) if photo in page.photos and photo.placing.position == "ear" else ()
            sent: tuple[PinName, ...] = ("page",) if photo in parted else ()
            yield from _pins(photo.placing, photo.origin, number, OF_PICTURE_NEWS if alone else (*OF_PHOTOS, *ear, *sent))
            if photo.body and not alone:
                yield tell("S402.photobody", photo.body[0].origin or photo.origin, page=number, story=photo.id)
        for advert in page.adverts:
            yield from _pins(advert.placing, advert.origin, number, OF_ADVERTS)


def odd_boxes(issue: Issue, grid: Grid, kit: Kit) -> Iterator[Diagnostic]:
    """S405 for a lead in a box, S406 for a 破栏 measure that does not read, an error S402 for numbers outside a box."""
    for number, page in enumerate(issue.pages, FRONT):
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


def _briefs(page: PageCopy, number: int) -> Iterator[Diagnostic]:
    for box in page.briefs:
        yield from _pins(box.placing, box.origin, number, OF_BRIEFS)
        for article in box.items:
            if page.lead or page.articles:
                yield from _pins(article.placing, article.origin, number, OF_A_BRIEF)
                yield from _copy(article, number)
                if article.data:
                    yield tell("S402.data", article.data[0].number.origin or article.origin, page=number, story=article.id)


def _homeless(page: PageCopy, number: int) -> Iterator[Diagnostic]:
    """Photos that go with what has no place for one: a brief in a box, or another photo."""
    briefs = tuple(a for b in page.briefs for a in b.items)
    told = (*page.lead, *page.articles) or briefs
    ids = {article.id for article in told}
    lost = [photo for photo in page.photos if photo.placing.beside and photo.placing.beside not in ids]
    lost += [photo for article in briefs if article.id not in ids for photo in article.photos]
    for photo in lost:
        yield tell("S402.photo", photo.origin, page=number)


def _pins(placing: Placing, origin: Origin | None, number: int, used: tuple[PinName, ...]) -> Iterator[Diagnostic]:
    for pin in placing.written:
        if pin.name not in used and not (pin.name == "page" and placing.page == number):
            yield tell("S401", pin.origin or origin, page=number, label=LABELS[pin.name])


def _copy(article: Article, number: int) -> Iterator[Diagnostic]:
    for name, label in UNUSED_IN_BRIEFS.items():
        text = getattr(article, name)
        if text:
            yield tell("S402", text.origin or article.origin, page=number, story=article.id, label=label)
