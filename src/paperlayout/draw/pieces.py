"""A frame's items as stretches that are read in one go: lines of furniture, paragraphs of copy, rows of a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from paperlayout.page import DrawnItem, Frame, GlyphRun

RUBY = 0.6
"""注音 is set in less than this share of its line's size; it is seen, not read out: a voice says the character once."""
NEAR = 1.0
"""Points within which type stands on one line, or under one another."""


@dataclass(frozen=True, slots=True)
class FramePiece:
    """A stretch of a frame's items: the paragraph of the frame they belong to, or None for what is not read."""

    items: tuple[DrawnItem, ...]
    paragraph: int | None
    said: str = ""


def lines_of(items: tuple[DrawnItem, ...]) -> Iterator[tuple[DrawnItem, ...]]:
    """Type as the lines it stands in, or the columns where one 字 stands under another."""
    line: list[GlyphRun] = []
    for run in items:
        if not isinstance(run, GlyphRun):
            continue
        if line and abs(line[-1].at.y - run.at.y) >= NEAR and abs(line[-1].at.x - run.at.x) >= NEAR:
            yield tuple(line)
            line = []
        line.append(run)
    if line:
        yield tuple(line)


def by_paragraph(frame: Frame) -> Iterator[FramePiece]:
    """A frame's items as they are drawn, parted where the paragraph changes."""
    row = frame.rect.height / len(frame.set)

    def paragraph(item: DrawnItem) -> int | None:
        if not isinstance(item, GlyphRun) or (frame.size and item.size < RUBY * frame.size):
            return None
        line = min(max(int((item.at.y - frame.rect.y0) / row), 0), len(frame.set) - 1)
        return sum(end < line for end in frame.ends)

    for number, items in groupby(frame.items, key=paragraph):
        yield FramePiece(tuple(items), number, _row_said(frame, number) if frame.kind == "table" and number is not None else "")


def _row_said(frame: Frame, number: int) -> str:
    """A row of a table or name list with a space between its cells, which only white parts on the page."""
    lines = (line for at, line in enumerate(frame.set) if sum(end < at for end in frame.ends) == number)
    return " ".join(" ".join(lines).split())
