"""Characters that no face has: found before anything is set, named by code point and place."""

from collections.abc import Iterator

from paperlayout.diag import Diagnostic, Origin
from paperlayout.fonts.book import FontBook
from paperlayout.issue.model import Article, Issue, Photo

SPACES = frozenset(" \u00a0\u3000\u2060\u200b\ufeff\t\u00ad")
REFERENCE = "song-400"


def missing_glyphs(issue: Issue, book: FontBook) -> Iterator[Diagnostic]:
    """One error for each character of the copy that not even the last fallback has."""
    for text, origin in copy_of(issue):
        for i, char in enumerate(text):
            if char not in SPACES and not "\ufe00" <= char <= "\ufe0f" and book.find(REFERENCE, char) is None:
                yield Diagnostic(
                    "T101",
                    f"字库里没有“{char}”（U+{ord(char):04X}）",
                    "改用通用规范字，或用括注说明字形；确需此字请告诉维护人员补字",
                    _at(origin, i),
                )


def _at(origin: Origin | None, index: int) -> Origin | None:
    return Origin(origin.file, origin.line, origin.column + index) if origin else None


def copy_of(issue: Issue) -> Iterator[tuple[str, Origin | None]]:
    """All copy of an issue with its places."""
    for page in issue.pages:
        for article in (*page.lead, *page.articles, *(a for b in page.briefs for a in b.items)):
            yield from _of_article(article)
        for photo in page.photos:
            yield from _of_photo(photo)
    for text in (issue.slogan, issue.ear, *issue.guide):
        yield text.value, text.origin


def _of_article(article: Article) -> Iterator[tuple[str, Origin | None]]:
    for text in (article.title, article.kicker, article.deck, article.standing_head, article.author, article.source):
        yield text.value, text.origin
    for block in article.body:
        yield block.text, block.origin
    for photo in article.photos:
        yield from _of_photo(photo)


def _of_photo(photo: Photo) -> Iterator[tuple[str, Origin | None]]:
    for text in (photo.title, photo.caption, photo.credit):
        yield text.value, text.origin
