"""Fields this version reads but does not act on: named, so that no pin is lost in silence."""

from collections.abc import Iterator

from paperlayout.diag import Diagnostic, Origin, Severity
from paperlayout.issue.model import Article, Issue, Placing

UNUSED_PINS = {"position": "位置", "style": "样式", "jump": "转版", "fit": "伸缩", "together": "同版"}
VERTICAL = "vertical-head"
"""The one style an article may have; photos and briefs have no head to set down the page."""
UNUSED_COPY = {"editor_note": "编者按", "end_note": "编后", "summary": "提要"}


def unused_fields(issue: Issue) -> Iterator[Diagnostic]:
    """S401 for pins, an error S402 for copy that would not reach the page."""
    for page in issue.pages:
        for article in (*page.lead, *page.articles):
            yield from _pins(article.placing, article.origin, VERTICAL)
            yield from _copy(article)
        for article in (a for b in page.briefs for a in b.items):
            yield from _pins(article.placing, article.origin)
            yield from _copy(article)
        for photo in (*page.photos, *(p for a in (*page.lead, *page.articles) for p in a.photos)):
            yield from _pins(photo.placing, photo.origin)


def _pins(placing: Placing, origin: Origin | None, used: str | None = None) -> Iterator[Diagnostic]:
    for name, label in UNUSED_PINS.items():
        if getattr(placing, name) not in (None, used):
            yield Diagnostic(
                "S401", f"“{label}”这一版程序还不能用，版面由程序安排", f"删去“{label}”，或先用“栏数”“重要性”", placing.origin or origin, Severity.WARNING
            )


def _copy(article: Article) -> Iterator[Diagnostic]:
    for name, label in UNUSED_COPY.items():
        text = getattr(article, name)
        if text:
            yield Diagnostic("S402", f"“{label}”还不能排上版面，这段文字会丢", f"暂时把“{label}”的文字并入正文", text.origin or article.origin)
