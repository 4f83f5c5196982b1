"""Blocks that could not be set as asked: tables wider than their column, initials that were not dropped."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
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
    return tell("L330", block.block.origin, page=page, story=story, out=f"{block.over:.1f}")


def _dropped(flow: Flow) -> bool:
    return any(block.initial for block in flow.blocks)


def _undropped(story: MeasuredStory, page: int) -> Diagnostic:
    where = story.article.body[0].origin if story.article.body else story.origin
    return tell("L331", where, page=page, story=story.id)
