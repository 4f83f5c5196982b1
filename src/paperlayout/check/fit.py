"""Over and short: what does not fit on a page, in characters and lines, where it stops, and how to cure it."""

import math
from collections.abc import Iterator

from paperlayout.catalogue.book import finding, sentence, tell
from paperlayout.compose.page import over_chars
from paperlayout.diag import Diagnostic, Said
from paperlayout.page import TEXT_KINDS, Page
from paperlayout.plan.page import Fitted
from paperlayout.story.model import MeasuredStory


def misfits(page: Page, fitted: Fitted) -> Iterator[Diagnostic]:
    """L201 for copy that cannot be placed, L202 for a page that cannot be filled."""
    plan = fitted.plan
    if not fitted.copy.stories:
        yield from _blocks(page, fitted)
        return
    lead = fitted.copy.stories[0]
    if plan.over_rows and not plan.slots and (stuck := tuple(_stuck(page, fitted))):
        yield from stuck
    elif plan.over_rows and not plan.slots:
        yield tell("L201.much", lead.origin, page=page.number, rows=plan.over_rows)
    elif plan.over_rows:
        yield _over(lead, page, plan.over_rows)
    elif plan.short_rows:
        yield _short(lead, page, fitted)


def _blocks(page: Page, fitted: Fitted) -> Iterator[Diagnostic]:
    """A page of nothing but blocks that do not make a page."""
    if fitted.copy.boxes and not fitted.plan.boxes:
        yield tell("L201.blocks", fitted.copy.boxes[0].origin, page=page.number)


def _stuck(page: Page, fitted: Fitted) -> Iterator[Diagnostic]:
    """What alone keeps a page from being made up, however much is cut: photos taller than the page, columns that were asked for."""
    most = fitted.rows.area.rows
    for story in fitted.copy.stories:
        for figure in story.figures:
            if all(variant.rows + variant.caption_rows > most for variant in figure.variants):
                yield tell("L201.figure", figure.photo.origin, page=page.number, story=story.id, name=figure.photo.file.name)
        pins = story.article.placing
        if pins.columns or pins.full_width:
            yield tell("L201.pins", pins.origin or story.origin, page=page.number, story=story.id, title=story.article.name)
    for box in fitted.copy.boxes:
        least = min((v.rows for v in box.variants), default=0)
        if not box.variants or least > most:
            columns = min((v.columns for v in box.variants), default=1)
            yield tell("L201.box", box.origin, page=page.number, story=box.id, title=box.title, columns=columns, rows=least)


def _over(lead: MeasuredStory, page: Page, rows: int) -> Diagnostic:
    chars = over_chars(lead, page.frames)
    placed = [f for f in page.frames if f.story == lead.id and f.kind in TEXT_KINDS and f.text]
    tail = (placed[-1].text or "").replace("\n", "")[-12:] if placed else ""
    where = sentence("L201.from", tail=tail) if tail else sentence("L201.nowhere")
    photo = [sentence("L201.onephoto" if len(lead.figures) > 1 else "L201.photo")] if lead.figures else []
    cures = (sentence("L201.cut", chars=chars), sentence("L201.move"), *photo)
    return tell("L201", lead.origin, page=page.number, story=lead.id, title=lead.article.name, chars=chars, rows=rows, where=where, cures=cures)


def _short(lead: MeasuredStory, page: Page, fitted: Fitted) -> Diagnostic:
    rows = fitted.plan.short_rows
    chars = rows * math.floor(page.grid.column / page.grid.body_size)
    said = Said("L202", (("page", page.number), ("rows", rows), ("chars", chars), ("cures", tuple(_fillers(rows, chars)))))
    return finding(said, lead.origin, page=page.number, story=lead.id)


TALLEST_FILLER = 26
"""Rows of a picture two columns wide that still looks like one."""


def _fillers(rows: int, chars: int) -> Iterator[Said]:
    """What could fill so many rows, nearest first."""
    photo = math.ceil(rows / 2)
    if photo <= TALLEST_FILLER:
        yield sentence("L202.photo", rows=photo)
        yield sentence("L202.brief", chars=max(60, chars - 60))
        yield sentence("L202.lead", chars=chars)
    else:
        yield sentence("L202.stories", chars=chars, count=max(1, round(chars / 800)))
        yield sentence("L202.photos")
