"""提要, 编者按 and 编后: copy that stands before or after the body, set in and in 楷, parted from it by a blank row (make-up §1.3)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from paperlayout.issue.content import Article, BlockKind, CopyBlock, InlineMark, Text
from paperlayout.issue.prices import TextPrices
from paperlayout.story.measured import Choice, FlowItem, LayoutNumber, SetBlock

LABELS: dict[BlockKind, str] = {"editor_note": "编者按", "end_note": "编后"}
VOICES: dict[BlockKind, str] = {"summary": "summary", "editor_note": "note", "end_note": "note"}
NOTES = frozenset(VOICES)
LABEL_END = "：:　 "
KEPT_LINES = 2
"""A note is never cut closer than this to its first or last line."""


def before(article: Article) -> tuple[CopyBlock, ...]:
    """What stands before the body: the summary, then the editor's note."""
    return (*_paragraphs(article.summary, "summary"), *_paragraphs(article.editor_note, "editor_note"))


def after(article: Article) -> tuple[CopyBlock, ...]:
    """What stands after the body."""
    return tuple(_paragraphs(article.end_note, "end_note"))


def _paragraphs(text: Text, kind: BlockKind) -> Iterator[CopyBlock]:
    for number, line in enumerate(text.value.split("\n") if text else ()):
        label = LABELS.get(kind, "") if number == 0 else ""
        yield _labelled(line, label, CopyBlock(kind, line, text.origin))


def _labelled(line: str, label: str, block: CopyBlock) -> CopyBlock:
    """The first paragraph with its label in heavy type; one the editor typed is not put twice."""
    if not label:
        return block
    if not line.startswith(label):
        line = f"{label}：{line}"
    end = len(label) + (line[len(label) : len(label) + 1] in LABEL_END)
    return replace(block, text=line, marks=(InlineMark(0, end, "strong"),))


def with_white(blocks: tuple[SetBlock, ...]) -> tuple[SetBlock, ...]:
    """The blocks with a blank row where a note meets the body or another kind of note."""
    kinds = [b.block.kind for b in blocks]
    parted = [a != b and bool({a, b} & NOTES) for a, b in pairwise(kinds)]
    found = []
    for i, block in enumerate(blocks):
        ends = kinds[i] == "end_note"
        above = int(ends and i > 0 and parted[i - 1])
        below = int(kinds[i] in NOTES and not ends and i < len(parted) and parted[i])
        found.append(replace(block, white=(above, below)) if above or below else block)
    return tuple(found)


def note_item(block: SetBlock, prices: TextPrices) -> FlowItem:
    """The row counts of a note: as broken, with its white or without it at the edge of a leg."""
    assert block.broken is not None
    best = block.broken.best
    at, lines = LayoutNumber(block.broken.layouts.index(best)), len(best.ends)
    above, below = block.white
    choices = [Choice(lines + above + below, 0.0, at, above=above, below=below)]
    if above or below:
        choices.append(Choice(lines, prices.lost_white, at))
    return FlowItem("block", tuple(choices), frozenset(range(KEPT_LINES, lines - KEPT_LINES + 1)))
