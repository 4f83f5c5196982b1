"""Pages that nothing was changed on: kept as they were made up."""

from dataclasses import dataclass, replace
from typing import Any

from paperlayout.issue.content import Article, Issue, Item, PageCopy, Photo
from paperlayout.kit import Kit
from paperlayout.pipeline import MadePage, Timings, make_page
from paperlayout.plan.kept_layout import KeptPage, kept_page
from paperlayout.plan.tree import Tree


@dataclass(frozen=True, slots=True)
class PageInputs:
    """All that a page is made up from: its copy, the issue round it, and what other pages may say of themselves on it."""

    copy: PageCopy
    issue: Issue
    others: tuple[Any, ...]
    kit: Kit

    @staticmethod
    def of(issue: Issue, number: int, kit: Kit) -> "PageInputs":
        """The grounds of one page."""
        return PageInputs(issue.pages[number - 1], replace(issue, pages=(), house=kit.house), tuple(_outline(page) for page in issue.pages), kit)


def _outline(page: PageCopy) -> tuple[Any, ...]:
    items: tuple[Item, ...] = (*page.every_article, *page.photos, *page.others)
    return (page.name, page.staff, tuple(_mention(item) for item in items))


def _mention(item: Item) -> tuple[Any, ...]:
    return (item.id, item.title if isinstance(item, Article | Photo) else item.name, item.placing)


@dataclass(frozen=True, slots=True)
class PageDivision:
    """How a page is cut: rows and tree."""

    rows: int
    items: tuple[str, ...]
    tree: Tree

    @staticmethod
    def of(kept: KeptPage | None) -> "PageDivision | None":
        """The cut of a kept dummy; what it cost is another matter."""
        return PageDivision(kept.rows, kept.items, kept.tree) if kept else None


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page as it was last made up: on which grounds, cut as it was asked to be and as it came out."""

    grounds: PageInputs
    cuts: tuple[PageDivision | None, PageDivision | None]
    made: MadePage


MOST_STANDINGS = 3
"""Of one page: a page that is over may be made up twice in a build, the second time with a story that goes on elsewhere."""


class PageCache:
    """Makes up pages and keeps the last make-ups of each."""

    def __init__(self) -> None:
        self._standing: dict[int, tuple[CachedPage, ...]] = {}

    def make(self, issue: Issue, number: int, kit: Kit, timed: Timings, kept: KeptPage | None = None) -> MadePage:
        """The page made up: as it stands if nothing it stands on has changed, else anew."""
        grounds, asked = PageInputs.of(issue, number, kit), PageDivision.of(kept)
        self._let_go_of_all_but(kit)
        before = self._standing.get(number, ())
        found = next((one for one in before if asked in one.cuts and one.grounds == grounds), None)
        if found is None:
            made = make_page(issue, number, kit, timed, kept)
            fitted = made.fitted
            came_out = PageDivision.of(kept_page(number, fitted.grid.rows, fitted.copy, fitted.plan))
            found = CachedPage(grounds, (asked, came_out), made)
        self._standing[number] = (found, *(one for one in before if one is not found))[:MOST_STANDINGS]
        return found.made

    def _let_go_of_all_but(self, kit: Kit) -> None:
        """Lets pages of another kit go: what an old kit remembers must not outlive it, nor a page that there is no more hold it."""
        self._standing = {number: own for number, pages in self._standing.items() if (own := tuple(one for one in pages if one.grounds.kit is kit))}
