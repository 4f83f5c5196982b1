"""What a brief in a box has no place for."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.issue.content import Article
from paperlayout.issue.placing import LABELS
from paperlayout.kinds.briefs.item import Briefs

OF_A_BRIEF = ("jump", "fit")
"""The pins that act on a brief."""
UNUSED = {"kicker": "引题", "deck": "副题", "standing_head": "栏目", "author": "作者"}
"""Copy that a brief in a box has no place for."""


def unused_copy(box: Briefs, number: int) -> Iterator[Diagnostic]:
    """S401 for pins of a brief, an error S402 for copy of it that would not reach the page."""
    for article in box.items:
        for pin in article.placing.written:
            if pin.name not in OF_A_BRIEF and not (pin.name == "page" and article.placing.page == number):
                yield tell("S401", pin.origin or article.origin, page=number, label=LABELS[pin.name])
        yield from _copy(article, number)


def _copy(article: Article, number: int) -> Iterator[Diagnostic]:
    for name, label in UNUSED.items():
        text = getattr(article, name)
        if text:
            yield tell("S402", text.origin or article.origin, page=number, story=article.id, label=label)
    if article.data:
        yield tell("S402.data", article.data[0].number.origin or article.origin, page=number, story=article.id)
