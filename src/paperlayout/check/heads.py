"""Heads too long for the width they got: set smaller than the house's least size, and told by how many characters (typesetting §7.5)."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.heads.variant import HeadVariant
from paperlayout.plan.page import FittedPage


def long_heads(number: int, fitted: FittedPage) -> Iterator[Diagnostic]:
    """L211 for each head that had to leave its rung of the ladder."""
    for slot in fitted.plan.slots:
        story = fitted.copy.stories[slot.story]
        yield from _long_head(number, story.id, slot.head, story.article.title.origin)
    for placed in fitted.plan.boxes:
        box, head = fitted.copy.boxes[placed.box], placed.variant.head
        if head:
            yield from _long_head(number, box.id, head, box.title_origin)


def _long_head(number: int, story: str, head: HeadVariant, where: Origin | None) -> Iterator[Diagnostic]:
    if head.over:
        yield tell("L211", where, page=number, story=story, columns=head.columns, over=head.over, size=f"{head.size:g}")
