"""The copy of an issue in reading order, each stretch with what it is: what the proofreader's rules read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from paperlayout.diag import Fix, Origin
from paperlayout.issue.content import FRONT, NO_TEXT, Article, CopyBlock, Issue, PageCopy, Photo, Text

Role = Literal["head", "subhead", "body", "set", "caption", "line"]
"""head: title, kicker, deck; body: running text; set: verse, names, tables, as typed; line: names of authors and the like."""


@dataclass(frozen=True, slots=True)
class CopyPassage:
    """A stretch of copy: its text, what it is, and where it belongs."""

    block: CopyBlock
    role: Role
    page: int | None
    story: str | None = None

    @property
    def text(self) -> str:
        return self.block.text

    def at(self, start: int, end: int) -> Origin | None:
        """Where some of its characters were written."""
        first = self.block.at(start)
        last = self.block.at(max(start, end - 1))
        return Origin(first.file, first.line, first.column, last.line, last.column + 1) if first and last else None

    def fix(self, start: int, end: int, text: str) -> Fix | None:
        """Other characters in their place; None where what was typed has marks between them."""
        place = self.at(start, end)
        if place is None or end <= start or place.line != place.end_line or (place.end_column or 0) - place.column != end - start:
            return None
        return Fix(place, text)


def passages(issue: Issue) -> Iterator[CopyPassage]:
    """All copy of an issue that is printed from the editor's own words, page by page."""
    unplaced = len(issue.pages) > 1 and issue.pages[0].loose  # copy without a page comes before the pages and is shared out among them
    for number, page in enumerate(issue.pages, FRONT - unplaced):
        yield from _of_page(page, number if number >= FRONT else None)
    for text in (issue.ear, issue.slogan, *(entry.text for entry in issue.guide)):
        yield from _plain(text, "line", FRONT, None)


def _of_page(page: PageCopy, number: int | None) -> Iterator[CopyPassage]:
    for article in page.every_article:
        yield from of_article(article, number)
    for photo in page.photos:
        yield from _of_photo(photo, number, None)
    for item in page.others:
        for head in item.heads:
            yield from _plain(head, "head", number, None)
        for text in item.texts:
            yield from _plain(text, "line", number, None)


def of_article(article: Article, number: int | None) -> Iterator[CopyPassage]:
    """The copy of one story."""
    for text in (article.kicker, article.title, article.deck):
        yield from _plain(text, "head", number, article.id)
    for text in (article.summary, article.editor_note):
        yield from _plain(text, "body", number, article.id)
    for block in article.body:
        yield CopyPassage(block, _role(block), number, article.id)
    yield from _plain(article.end_note, "body", number, article.id)
    numbers = (text for datum in article.data for text in (datum.number, datum.name, datum.unit))
    for text in (article.author, article.source, article.dateline or NO_TEXT, article.standing_head, *numbers):
        yield from _plain(text, "line", number, article.id)
    for photo in article.photos:
        yield from _of_photo(photo, number, article.id)


def _role(block: CopyBlock) -> Role:
    return "body" if block.kind in ("paragraph", "quote", "list") else "subhead" if block.kind == "subhead" else "set"


def _of_photo(photo: Photo, number: int | None, story: str | None) -> Iterator[CopyPassage]:
    yield from _plain(photo.title, "head", number, story)
    yield from _plain(photo.caption, "caption", number, story)
    yield from _plain(photo.credit, "line", number, story)
    for block in photo.body:
        yield CopyPassage(block, _role(block), number, story)


def _plain(text: Text, role: Role, number: int | None, story: str | None) -> Iterator[CopyPassage]:
    if text:
        yield CopyPassage(CopyBlock("paragraph", text.value, text.origin), role, number, story)
