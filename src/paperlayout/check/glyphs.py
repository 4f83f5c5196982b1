"""Characters that no face has: found before anything is set, named by code point and place."""

from collections.abc import Iterator
from dataclasses import astuple

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.fonts.book import FontBook
from paperlayout.issue.content import NO_TEXT, Article, CopyBlock, Issue, Photo, Staff, Text

SPACES = frozenset("\n \u00a0\u3000\u2060\u200b\ufeff\t\u00ad")
REFERENCE = "song-400"


def missing_glyphs(issue: Issue, book: FontBook) -> Iterator[Diagnostic]:
    """One error for each character of the copy that not even the last fallback has."""
    for block in blocks_of(issue):
        for i, char in enumerate(block.text):
            if char not in SPACES and not _selects(char) and book.find(REFERENCE, char) is None:
                yield tell("T401", block.at(i), char=char, number=f"{ord(char):04X}")


def _selects(char: str) -> bool:
    """Whether a character only selects a variant of the one before it."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def blocks_of(issue: Issue) -> Iterator[CopyBlock]:
    """All copy of an issue as blocks, which know the place of every character."""
    for page in issue.pages:
        for article in page.every_article:
            yield from _of_article(article)
        for photo in page.photos:
            yield from _of_photo(photo)
        own = (text for item in page.others for text in (*item.texts, *item.heads, *item.prefixes))
        for text in (*own, *_staff(page.staff)):
            yield _plain(text)
    for text in (issue.slogan, issue.ear, *(entry.text for entry in issue.guide), *_staff(issue.staff)):
        yield _plain(text)
    house = issue.house
    lines = (value for value in astuple(house.imprint) if isinstance(value, str))
    for line in (*lines, house.dateline, house.look.boxes.title):
        yield _plain(Text(line, house.origin))


def _staff(staff: Staff) -> tuple[Text, ...]:
    return (staff.editor, staff.designer, staff.proofreader)


def _of_article(article: Article) -> Iterator[CopyBlock]:
    heads = (article.title, article.kicker, article.deck, article.standing_head, article.author, article.source, article.dateline or NO_TEXT)
    numbers = (text for datum in article.data for text in (datum.number, datum.name, datum.unit))
    for text in (*heads, *numbers, article.summary, article.editor_note, article.end_note):
        yield _plain(text)
    for block in article.body:
        yield block
        yield from (CopyBlock("paragraph", mark.value, block.at(mark.start), columns=(0,)) for mark in block.marks)
    for photo in article.photos:
        yield from _of_photo(photo)


def _plain(text: Text) -> CopyBlock:
    return CopyBlock("paragraph", text.value, text.origin)


def _of_photo(photo: Photo) -> Iterator[CopyBlock]:
    for text in (photo.title, photo.caption, photo.credit):
        yield _plain(text)
    yield from photo.body
