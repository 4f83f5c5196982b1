"""Blocks that could not be set as asked: tables wider than their column, initials that were not dropped."""

from collections.abc import Iterator

from paperlayout.diag import Diagnostic, Severity
from paperlayout.plan.page import Fitted
from paperlayout.story.model import Flow, MeasuredStory, SetBlock


def odd_blocks(number: int, fitted: Fitted) -> Iterator[Diagnostic]:
    """L330 for tables that are too wide, L331 for initials that found no place."""
    for story in fitted.copy.stories:
        yield from (_wide(block, number, story.id) for block in story.flow.blocks if block.over)
        if story.article.initial and not _dropped(story.flow):
            yield _undropped(story, number)
    for slot in fitted.plan.boxes:
        for part in slot.variant.texts:
            yield from (_wide(block, number, part.article.id) for block in part.flow.blocks if block.over)


def _wide(block: SetBlock, page: int, story: str) -> Diagnostic:
    told = f"表格比栏宽多出 {block.over:.1f} 字，有的格已折行"
    return Diagnostic("L330", told, "缩短最宽的格，或减少一栏", block.block.origin, Severity.WARNING, page, story)


def _dropped(flow: Flow) -> bool:
    return any(block.initial for block in flow.blocks)


def _undropped(story: MeasuredStory, page: int) -> Diagnostic:
    told = "首字没有下沉：第一段要以汉字开头、没有电头，而且比首字深"
    where = story.article.body[0].origin if story.article.body else story.origin
    return Diagnostic("L331", told, "删去 首字:，或改写第一段", where, Severity.WARNING, page, story.id)
