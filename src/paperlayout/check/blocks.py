"""Blocks that could not be set as asked: tables wider than their column, initials that were not dropped."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.issue.content import Article
from paperlayout.plan.page import FittedPage
from paperlayout.story.measured import Flow, SetBlock


def odd_blocks(number: int, fitted: FittedPage) -> Iterator[Diagnostic]:
    """L330 for tables that are too wide, L331 for initials that found no place."""
    for story in fitted.copy.stories:
        yield from (_wide(block, number, story.id) for block in story.flow.blocks if block.over)
        yield from _undropped(story.article, story.flow, number)
    for slot in fitted.plan.boxes:
        for part in slot.variant.texts:
            yield from (_wide(block, number, part.article.id) for block in part.flow.blocks if block.over)
            yield from _undropped(part.article, part.flow, number)


def _wide(block: SetBlock, page: int, story: str) -> Diagnostic:
    return tell("L330", block.block.origin, page=page, story=story, out=f"{block.over:.1f}")


def _undropped(article: Article, flow: Flow, page: int) -> Iterator[Diagnostic]:
    if article.initial and not any(block.initial for block in flow.blocks):
        where = article.body[0].origin if article.body else article.origin
        yield tell("L331", where, page=page, story=article.id)
