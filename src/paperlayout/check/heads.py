"""Heads too long for the width they got: set smaller than the house's least size, and told by how many characters (typesetting §7.5)."""

from collections.abc import Iterator

from paperlayout.diag import Diagnostic, Severity
from paperlayout.plan.page import Fitted


def long_heads(number: int, fitted: Fitted) -> Iterator[Diagnostic]:
    """L211 for each head that had to leave its rung of the ladder."""
    for slot in fitted.plan.slots:
        head, story = slot.head, fitted.copy.stories[slot.story]
        if head.over:
            message = f"标题太长：在 {head.columns} 栏里多 {head.over} 字，只好缩到 {head.size:g} 点"
            yield Diagnostic(
                "L211", message, f"删去 {head.over} 字，或写“栏数”让它宽一些", story.article.title.origin, Severity.WARNING, page=number, story=story.id
            )
