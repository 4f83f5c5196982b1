"""Vertical heads (竖题) as the editor asked for them: more than one a page, in a story too narrow, with long figures."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import FRONT, Article, Issue
from paperlayout.plan.page import FittedPage
from paperlayout.story.measured import LEAST_COLUMNS
from paperlayout.text.vertical import LONG_NUMBER


def vertical_heads(issue: Issue) -> Iterator[Diagnostic]:
    """S403 for every 竖题 after a page's first, S404 for one without a column beside it, C140 for figures that lie on their side."""
    for number, page in enumerate(issue.pages, FRONT):
        asked = [a for a in page.stories if a.placing.style == "vertical-head"]
        for article in asked[1:]:
            yield tell("S403", _place(article), page=number, story=article.id, title=article.name)
        for article in asked:
            if article.placing.columns is not None and article.placing.columns < LEAST_COLUMNS:
                yield tell("S404", _place(article), page=number, story=article.id, title=article.name, least=LEAST_COLUMNS)
            for text in (article.title, article.kicker, article.deck):
                for long in LONG_NUMBER.finditer(text.value):
                    yield tell("C140", _place(article), page=number, story=article.id, number=long.group())


def flattened_heads(number: int, fitted: FittedPage) -> Iterator[Diagnostic]:
    """S404 for a 竖题 that was set across because its story is shorter than its head."""
    for story in fitted.copy.stories:
        wide = story.article.placing.columns is None or story.article.placing.columns >= LEAST_COLUMNS
        if story.article.placing.style == "vertical-head" and wide and not story.vertical:
            yield tell("S404.short", _place(story.article), page=number, story=story.id, title=story.article.name, rows=story.flow.lines)


def _place(article: Article) -> Origin | None:
    return article.placing.origin or article.origin
