"""Over and short: what does not fit on a page, in characters and lines, where it stops, and how to cure it; pins it cannot be made up with."""

import math
from collections.abc import Iterator
from functools import reduce

from paperlayout.catalogue.book import finding, sentence, tell
from paperlayout.compose.page import over_chars
from paperlayout.diag import Diagnostic, Said
from paperlayout.issue.placing import LABELS, POSITIONS
from paperlayout.page import TEXT_KINDS, Page
from paperlayout.plan.fit import Cure
from paperlayout.plan.kept_layout import item_names
from paperlayout.plan.page import FittedPage
from paperlayout.plan.pin_conflicts import PinRef
from paperlayout.plan.search.pins import honoured
from paperlayout.plan.tree import standings
from paperlayout.story.measured import MeasuredStory


def misfits(page: Page, fitted: FittedPage) -> Iterator[Diagnostic]:
    """L201 for copy that cannot be placed, L202 for a page that cannot be filled, L203 for pins that keep it from being made up."""
    plan = fitted.plan
    if fitted.refused:
        yield _refused(page, fitted)
    if not fitted.copy.stories:
        yield from _blocks(page, fitted)
        return
    lead = fitted.copy.stories[0]
    if plan.over_rows and not plan.slots and (stuck := tuple(_stuck(page, fitted))):
        yield from stuck
    elif plan.over_rows and not plan.slots:
        yield tell("L201.much", lead.origin, page=page.number, rows=plan.over_rows)
    elif plan.over_rows:
        yield _over(fitted.copy.stories[plan.cut], page, fitted)
    elif plan.short_rows:
        yield _short(lead, page, fitted)


def _blocks(page: Page, fitted: FittedPage) -> Iterator[Diagnostic]:
    """A page of nothing but blocks that do not make a page."""
    if fitted.copy.boxes and not fitted.plan.boxes:
        yield tell("L201.blocks", fitted.copy.boxes[0].origin, page=page.number)


def _stuck(page: Page, fitted: FittedPage) -> Iterator[Diagnostic]:
    """What alone keeps a page from being made up, however much is cut: photos taller than the page, columns that were asked for."""
    most = fitted.grid.area.rows
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


def _refused(page: Page, fitted: FittedPage) -> Diagnostic:
    """A pin the page cannot be made up with; several where none alone is to blame."""
    first = fitted.refused[0]
    told = [sentence("L203.pin", title=b.title, label=LABELS[b.pin.name], words=b.pin.words) for b in fitted.refused]
    if len(told) > 1:
        pins = reduce(lambda a, b: sentence("L203.and", one=a, other=b), told)
        return tell("L203.all", first.origin, page=page.number, story=first.item, pins=pins)
    place = _place(first, fitted) if first.pin.name == "position" else ""
    label, words = LABELS[first.pin.name], first.pin.words
    cure = sentence("L203.place", label=label, words=words, asked=place) if place else sentence("L203.delete", label=label, words=words)
    return tell("L203", first.origin, page=page.number, story=first.item, pin=told[0], cure=cure)


def _place(ref: PinRef, fitted: FittedPage) -> str:
    """The name of the place where an item stands now that it may stand where it will."""
    plan, at = fitted.plan, item_names(fitted.copy).index(ref.item)
    standing = next(s for s in standings(plan.tree, plan.area.column, plan.area.row) if s.item == at) if plan.tree else None
    return next((POSITIONS[p] for p in POSITIONS if standing and p not in ("lead", "anchor") and honoured(p, standing, plan.area)), "")


def _over(story: MeasuredStory, page: Page, fitted: FittedPage) -> Diagnostic:
    chars = over_chars(story, page.frames)
    placed = [f for f in page.frames if f.story == story.id and f.kind in TEXT_KINDS and f.text]
    tail = (placed[-1].text or "").replace("\n", "")[-12:] if placed else ""
    where = sentence("L201.from", tail=tail) if tail else sentence("L201.nowhere")
    told = tuple(_cure(cure, fitted, page, chars) for cure in fitted.cures)
    rows = fitted.plan.over_rows
    return tell("L201", story.origin, page=page.number, story=story.id, title=story.article.name, chars=chars, rows=rows, where=where, cures=told)


def _short(lead: MeasuredStory, page: Page, fitted: FittedPage) -> Diagnostic:
    rows = fitted.plan.short_rows
    chars = rows * _line(page)
    cures = tuple(_cure(cure, fitted, page, chars) for cure in fitted.cures) or (sentence("L202.stories", chars=chars, count=max(1, round(chars / 800))),)
    return finding(Said("L202", (("page", page.number), ("rows", rows), ("chars", chars), ("cures", cures))), lead.origin, page=page.number, story=lead.id)


def _line(page: Page) -> int:
    """Characters of a line of the base column."""
    return math.floor(page.grid.column / page.grid.body_size)


def _cure(cure: Cure, fitted: FittedPage, page: Page, chars: int) -> Said:
    """A cure that was tried, said to the editor."""
    stories = fitted.copy.stories
    title = stories[cure.story].article.name if cure.story < len(stories) else ""
    match cure.kind:
        case "cut":
            return sentence("L201.cut", chars=chars)
        case "move":
            return sentence("L201.move", title=title)
        case "drop":
            return sentence("L201.drop", title=title, name=stories[cure.story].figures[cure.photo].photo.file.name)
        case "photo":
            return sentence("L202.photo", title=title, rows=cure.rows)
        case "more":
            return sentence("L202.more", title=title, chars=cure.rows * _line(page))
        case _:
            return sentence("L202.brief", chars=cure.rows * _line(page))
