"""Vertical heads (竖题) as the editor asked for them: more than one a page, in a story too narrow, with long figures."""

from collections.abc import Iterator

from paperlayout.diag import Diagnostic, Severity
from paperlayout.issue.model import FRONT, Article, Issue
from paperlayout.story.model import LEAST_COLUMNS
from paperlayout.text.vertical import LONG_NUMBER


def vertical_heads(issue: Issue) -> Iterator[Diagnostic]:
    """S403 for every 竖题 after a page's first, S404 for one without a column beside it, C140 for figures that lie on their side."""
    for number, page in enumerate(issue.pages, FRONT):
        asked = [a for a in (*page.lead, *page.articles) if a.placing.style == "vertical-head"]
        for article in asked[1:]:
            yield _warning("S403", f"这一版已有竖排标题，《{article.name}》又是一个", "一版只用一个竖排标题，其余删去“样式”", article, number)
        for article in asked:
            if article.placing.columns is not None and article.placing.columns < LEAST_COLUMNS:
                hint = f"栏数写 {LEAST_COLUMNS} 或更多，或删去“样式”"
                yield _warning("S404", f"《{article.name}》只占一栏，竖排标题旁边没有正文，改排成横题", hint, article, number)
            for text in (article.title, article.kicker, article.deck):
                yield from (
                    _warning("C140", f"竖排标题里的“{long.group()}”横躺着", "竖排时四位以上的数字用汉字，例如二〇二五年", article, number)
                    for long in LONG_NUMBER.finditer(text.value)
                )


def _warning(code: str, message: str, hint: str, article: Article, page: int) -> Diagnostic:
    return Diagnostic(code, message, hint, article.placing.origin or article.origin, Severity.WARNING, page, article.id)
