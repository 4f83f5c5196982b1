"""Lines that could not be brought to the measure: what sticks out of its column, where it was written, and the cure."""

from collections.abc import Iterator, Sequence

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import Article
from paperlayout.page import Frame, GlyphRun, Page
from paperlayout.plan.page import FittedPage
from paperlayout.story.measured import Choice, Flow
from paperlayout.text.paragraph import Broken, set_lines
from paperlayout.text.tokens import Token

LEAST = 0.05
"""Em that may stick out unseen."""


def overfull_lines(page: Page, fitted: FittedPage) -> Iterator[Diagnostic]:
    """L210: a line of a body, a caption or the ear that no break, squeeze or hanging mark could bring to the measure."""
    for slot in fitted.plan.slots:
        story = fitted.copy.stories[slot.story]
        yield from _of_flow(story.article, story.flow, slot.picks, (page.number, story.id))
    for box in fitted.plan.boxes:
        for part in box.variant.texts:
            yield from _of_flow(part.article, part.flow, part.picks, (page.number, part.article.id))
    for frame in page.frames:
        if frame.kind in ("caption", "ear"):
            yield from _of_frame(frame, page.number)


def _of_flow(article: Article, flow: Flow, picks: Sequence[Choice], where: tuple[int, str]) -> Iterator[Diagnostic]:
    for set_block, pick in zip(flow.blocks, picks, strict=False):
        broken = set_block.broken
        if broken is None or pick.layout is None:
            continue
        layout = broken.layouts[pick.layout]
        firsts = (0, *layout.ends[:-1])
        for line, first, after in zip(set_lines(broken, layout), firsts, layout.ends, strict=False):
            if line.adjust.overfull > LEAST and first < after:
                token = _culprit(broken, first, after)
                culprit = token.text if token.width > broken.measure else line.text.strip()
                yield _told(culprit, line.adjust.overfull, set_block.block.at(_offset(set_block.block.text, broken, token)), where)
            elif line.adjust.overfull > LEAST:
                yield _told(line.text, line.adjust.overfull, article.source.origin, where)


def _culprit(broken: Broken, first: int, after: int) -> Token:
    """The token that is too wide for the measure by itself, or the line's first."""
    line = broken.tokens[first:after]
    widest = max(line, key=lambda token: token.width)
    return widest if widest.width > broken.measure else line[0]


def _offset(text: str, broken: Broken, token: Token) -> int:
    """Where in the block's text a token stands; what was broken may have a dateline before it, or lack an initial."""
    whole = "".join(span.text for span in broken.paragraph.spans)
    before = whole.find(text)
    return max(0, token.start - before if before >= 0 else token.start + max(0, text.find(whole)))


def _of_frame(frame: Frame, number: int) -> Iterator[Diagnostic]:
    """What of a small text starts right of its frame."""
    for run in frame.items:
        if isinstance(run, GlyphRun) and run.glyphs and run.at.x + run.glyphs[-1].x > frame.rect.x1 + LEAST * run.size:
            out = (run.at.x + run.glyphs[-1].x - frame.rect.x1) / run.size
            text = "".join(glyph.text for glyph in run.glyphs)
            yield _told(text, out, frame.origin or run.origin, (number, frame.story or ""))


def _told(text: str, out: float, origin: Origin | None, where: tuple[int, str]) -> Diagnostic:
    shown = text if len(text) <= 24 else f"{text[:20]}……"
    return tell("L210", origin, page=where[0], story=where[1] or None, text=shown, out=f"{out:.1f}")
