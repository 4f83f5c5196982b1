"""Fields this version reads but does not act on: named, so that no pin is lost in silence."""

from collections.abc import Iterator

from paperlayout.diag import Diagnostic, Origin, Severity
from paperlayout.issue.model import Article, Issue, PageCopy, Placing

UNUSED_PINS = {"position": "位置", "style": "样式", "jump": "转版", "fit": "伸缩", "together": "同版"}
UNUSED_IN_BRIEFS = {"kicker": "引题", "deck": "副题", "standing_head": "栏目", "author": "作者"}
"""Copy that a brief in a box has no place for."""


def unused_fields(issue: Issue) -> Iterator[Diagnostic]:
    """S401 for pins, an error S402 for copy that would not reach the page."""
    if issue.guide and issue.ear:
        yield _lost("报眼", issue.ear.origin)
    for page in issue.pages:
        for article in (*page.lead, *page.articles):
            yield from _pins(article.placing, article.origin, ("style",))
        yield from _briefs(page)
        yield from _homeless(page)
        for photo in (*page.photos, *(p for a in (*page.lead, *page.articles) for p in a.photos)):
            yield from _pins(photo.placing, photo.origin)


def _briefs(page: PageCopy) -> Iterator[Diagnostic]:
    for box in page.briefs:
        yield from _pins(box.placing, box.origin)
        for article in box.items:
            yield from _pins(article.placing, article.origin)
            if page.lead or page.articles:
                yield from _copy(article, UNUSED_IN_BRIEFS)


def _homeless(page: PageCopy) -> Iterator[Diagnostic]:
    """Photos that go with what has no place for one: a brief in a box, or another photo."""
    briefs = tuple(a for b in page.briefs for a in b.items)
    told = (*page.lead, *page.articles) or briefs
    ids = {article.id for article in told}
    lost = [photo for photo in page.photos if photo.placing.beside and photo.placing.beside not in ids]
    lost += [photo for article in briefs if article.id not in ids for photo in article.photos]
    for photo in lost:
        yield Diagnostic("S402", "简讯框里不能配照片，这张照片排不上", "把这一条写成“文章”，或把照片给别的文章", photo.origin)


def _pins(placing: Placing, origin: Origin | None, used: tuple[str, ...] = ()) -> Iterator[Diagnostic]:
    for name, label in UNUSED_PINS.items():
        if getattr(placing, name) is not None and name not in used:
            yield Diagnostic(
                "S401", f"“{label}”这一版程序还不能用，版面由程序安排", f"删去“{label}”，或先用“栏数”“重要性”", placing.origin or origin, Severity.WARNING
            )


def _copy(article: Article, unused: dict[str, str]) -> Iterator[Diagnostic]:
    for name, label in unused.items():
        text = getattr(article, name)
        if text:
            yield _lost(label, text.origin or article.origin)


def _lost(label: str, origin: Origin | None) -> Diagnostic:
    return Diagnostic("S402", f"“{label}”还不能排上版面，这段文字会丢", f"暂时把“{label}”的文字并入正文", origin)
