"""Pages that nothing was changed on: kept as they were made up, with the places they were written at brought up to date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.model import Article, Issue, PageCopy
from paperlayout.kit import Kit
from paperlayout.page import Page
from paperlayout.pipeline import Made, Timings, make_page
from paperlayout.plan.kept import KeptPage, kept_page


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that a page is made up from: its copy, the issue round it, and what other pages may say of themselves on it."""

    copy: PageCopy
    issue: Issue
    others: tuple[Any, ...]
    kit: Kit

    @staticmethod
    def of(issue: Issue, number: int, kit: Kit) -> "Grounds":
        """The grounds of one page."""
        return Grounds(issue.pages[number - 1], replace(issue, pages=(), house=kit.house), tuple(_outline(page) for page in issue.pages), kit)


def _outline(page: PageCopy) -> tuple[Any, ...]:
    articles = (*page.lead, *page.articles, *(item for box in page.briefs for item in box.items))
    return (page.name, page.staff, tuple(_mention(article) for article in articles))


def _mention(article: Article) -> tuple[Any, ...]:
    return (article.id, article.title, article.placing)


class KeptPages:
    """Makes up pages and keeps the last make-up of each."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Grounds, Made]] = {}

    def make(self, issue: Issue, number: int, kit: Kit, timed: Timings, kept: KeptPage | None = None) -> Made:
        """The page made up: kept if it stands on the same grounds as before, else anew, cut as it was if it can be."""
        grounds = Grounds.of(issue, number, kit)
        old = self._kept.get(number)
        made = moved(old[1], old[0].copy, grounds.copy) if old and old[0] == grounds else None
        before = old[1].fitted if old else None
        cut = kept_page(number, before.rows.rows, before.copy, before.plan) if before else None
        made = made or make_page(issue, number, kit, timed, cut or kept)
        self._kept[number] = (grounds, made)
        return made


def moved(made: Made, before: PageCopy, now: PageCopy) -> Made | None:
    """A page whose copy is the same but may stand elsewhere in its file; None when the places do not match up."""
    old, new = list(_origins(before)), list(_origins(now))
    if old == new:
        return made
    if len(old) != len(new):
        return None
    places = dict(zip(old, new, strict=True))
    found = tuple(_told(one, places) for one in made.diagnostics)
    return replace(made, page=_page(made.page, places, found), diagnostics=found)


def _page(page: Page, places: Mapping[Origin, Origin], found: tuple[Diagnostic, ...]) -> Page:
    frames = tuple(replace(f, origin=places.get(f.origin, f.origin)) if f.origin else f for f in page.frames)
    return replace(page, frames=frames, diagnostics=found)


def _told(one: Diagnostic, places: Mapping[Origin, Origin]) -> Diagnostic:
    return replace(one, origin=places.get(one.origin, one.origin)) if one.origin else one


def _origins(value: Any) -> Iterator[Origin]:
    """Every place inside a value, in the order of its fields."""
    if isinstance(value, Origin):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _origins(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _origins(getattr(value, one.name))
