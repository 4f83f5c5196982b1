"""Pages that nothing was changed on: kept as they were made up."""

from dataclasses import dataclass, replace
from typing import Any

from paperlayout.issue.model import Article, Issue, PageCopy
from paperlayout.kit import Kit
from paperlayout.pipeline import Made, Timings, make_page


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

    def make(self, issue: Issue, number: int, kit: Kit, timed: Timings) -> Made:
        """The page made up: kept if it stands on the same grounds as before, else anew."""
        grounds = Grounds.of(issue, number, kit)
        old = self._kept.get(number)
        if old is None or old[0] != grounds:
            old = self._kept[number] = (grounds, make_page(issue, number, kit, timed))
        return old[1]
