"""Heads too long for the width they got: set smaller than the house's least size, and told by how many characters (typesetting §7.5)."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.kinds.picture_news.compose import SetPicture
from paperlayout.kinds.story.compose import SetStory
from paperlayout.plan.page import FittedPage


def long_heads(number: int, fitted: FittedPage) -> Iterator[Diagnostic]:
    """L211 for each head that had to leave its rung of the ladder."""
    for slot in fitted.plan.slots:
        head, story = slot.head, fitted.copy.stories[slot.story]
        if head.over:
            where = story.article.title.origin
            yield tell("L211", where, page=number, story=story.id, columns=head.columns, over=head.over, size=f"{head.size:g}")
    for box in fitted.plan.boxes:
        content = box.variant.content
        if isinstance(content, SetStory | SetPicture) and content.head.over:
            head, where, size = content.head, content.article.title.origin, f"{content.head.size:g}"
            yield tell("L211", where, page=number, story=content.article.id, columns=head.columns, over=head.over, size=size)
