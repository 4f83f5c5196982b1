"""The pages all make-up tests look at: the sample issue and every issue under tests/pages, each made up once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from conftest import ROOT, SAMPLE

from paperlayout.diag import Severity
from paperlayout.edition import Edition, layout
from paperlayout.issue.content import Article, Photo
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.kinds.notice.item import Notice
from paperlayout.kit import Kit
from paperlayout.page import Page
from paperlayout.pipeline import Timings, load, make_up, open_kit

FOLDERS = {"sample": SAMPLE} | {file.parent.name: file.parent for file in sorted((ROOT / "tests" / "pages").glob("*/issue.yaml"))}


PAGES = {"four-pages": 4}
"""Issues of more than one page."""
ISSUES = [name if number == 1 else f"{name}/{number}" for name in FOLDERS for number in range(1, PAGES.get(name, 1) + 1)]
"""Every page: an issue's name is its front page, four-pages/2 its second."""


@dataclass(frozen=True)
class Made:
    """One issue made up: the edition, its kit, one of its pages, and the same as layout JSON."""

    edition: Edition
    kit: Kit
    number: int = 1

    @property
    def page(self) -> Page:
        return self.edition.pages[self.number - 1]

    @property
    def json(self) -> dict[str, Any]:
        return layout(self.edition)["pages"][self.number - 1]

    @property
    def errors(self) -> list[str]:
        own = [d for d in self.edition.diagnostics if d.page in (None, self.number)]
        return [f"{d.code} {d.message}" for d in own if d.severity is Severity.ERROR]

    @property
    def copies(self) -> Iterator[tuple[str, str]]:
        """Every story of the page by its id, with the copy the editor wrote for it."""
        return copies(self.edition, self.number)


@cache
def edition(name: str) -> tuple[Edition, Kit]:
    """An issue made up, once a run."""
    issue, _ = load(FOLDERS[name], Timings())
    kit = open_kit(issue)
    return make_up(issue, kit), kit


def made(name: str) -> Made:
    """A page by its name in ISSUES."""
    folder, _, number = name.partition("/")
    return Made(*edition(folder), int(number or 1))


def title_copy(title: str) -> str:
    """A title without the editor's marks of its breaks."""
    return re.sub(r"(?<!/)/(?!/)", "", title).replace("//", "/")


def article_copy(article: Article, dateline: str, photos: tuple[Photo, ...] = ()) -> str:
    """What of an article must stand on the page, in order."""
    said = article.dateline.value if article.dateline is not None else dateline
    head = [article.standing_head.value, article.kicker.value, title_copy(article.title.value), article.deck.value, article.author.value]
    head += [text.value for datum in article.data for text in (datum.number, datum.name, datum.unit)]
    before = [article.summary.value, f"编者按：{article.editor_note.value}" if article.editor_note else ""]
    after = [f"编后：{article.end_note.value}" if article.end_note else ""]
    source = f"（{article.source.value}）" if article.source else ""
    body = [*before, said, *(block.text for block in article.body), source, *after]
    captions = [text.value for photo in photos for text in (photo.title, photo.caption, photo.credit)]
    return "".join((*head, *body, *captions))


def copies(edition: Edition, number: int = 1) -> Iterator[tuple[str, str]]:
    """Every story of a page by its id, with the copy the editor wrote for it."""
    page = edition.issue.pages[number - 1]
    articles = (*page.lead, *page.articles)
    pictures = [p for p in page.photos if p.title and not p.placing.beside]
    loose = {p: p.placing.beside or articles[0].id for p in page.photos if p not in pictures} if articles else {}
    for article in articles:
        yield article.id, article_copy(article, "", (*article.photos, *(p for p in loose if loose[p] == article.id)))
    for photo in pictures:
        told = "".join(block.text for block in photo.body)
        yield photo.id, title_copy(photo.title.value) + told + photo.caption.value + photo.credit.value
    for notice in page.of(Notice):
        yield notice.id, notice.text.value
    for box in page.of(Briefs):
        dateline = box.dateline.value if box.dateline is not None else edition.issue.house.dateline
        yield from ((brief.id, article_copy(brief, dateline)) for brief in box.items)
