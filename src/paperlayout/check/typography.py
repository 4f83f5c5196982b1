"""Page rules that composing keeps by itself, looked at once more on the finished page: lines' edges (R18), holes (R1), the baseline grid (R23)."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.page import TEXT_KINDS, Frame, GlyphRun, Page
from paperlayout.text.breaks import NEVER_ENDS, NEVER_STARTS
from paperlayout.text.classes import char_class
from paperlayout.text.composition import Level

SET_BY_PARAGRAPHS = ("body", "quote")
CLOSE = 0.3
"""Points by which a baseline may stand off the grid (R23)."""


def finished_page(page: Page, level: Level) -> Iterator[Diagnostic]:
    """Everything these rules find on a page, its lines held to the house's level of 避头尾."""
    yield from bad_edges(page, level)
    yield from off_grid(page)
    if page.blank_cells and not any(story.short_lines for story in page.stories):
        yield tell("L349", None, page=page.number, cells=page.blank_cells)


def bad_edges(page: Page, level: Level) -> Iterator[Diagnostic]:
    """R18: no mark at a line's start that closes, none at its end that opens, and no last line of one character."""
    for frame in page.frames:
        if frame.kind in SET_BY_PARAGRAPHS:
            for number, line in enumerate(frame.set):
                year = line[:1] == "’" and line[1:3].strip().isdigit()  # ’97 is no closing mark
                bad = line and ((char_class(line[0]) in NEVER_STARTS[level] and not year) or char_class(line[-1]) in NEVER_ENDS[level])
                if bad or _lonely(frame, number):
                    yield tell("L347", frame.origin, page=page.number, story=frame.story, text=line[:12])


def _lonely(frame: Frame, number: int) -> bool:
    """Whether a line is the last of a paragraph with one character in it, and another line before it."""
    bare = frame.set[number].strip("，。、；：？！”’）》")
    return number in frame.ends and number > 0 and number - 1 not in frame.ends and len(bare) == 1


def off_grid(page: Page) -> Iterator[Diagnostic]:
    """R23: every line of body text stands on the page's baselines."""
    grid = page.grid
    for frame in page.frames:
        if frame.kind not in TEXT_KINDS or frame.kind == "subhead":
            continue
        runs = (item for item in frame.items if isinstance(item, GlyphRun) and item.size == grid.body_size)
        off = max((abs((run.at.y - grid.first_baseline + grid.leading / 2) % grid.leading - grid.leading / 2) for run in runs), default=0.0)
        if off > CLOSE:
            yield tell("L348", frame.origin, page=page.number, story=frame.story, points=round(off, 2))
