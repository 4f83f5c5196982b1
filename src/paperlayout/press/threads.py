"""How stories run on: an article thread leads a reader from leg to leg and from page to page (ISO 32000-1, 12.4.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from paperlayout.geometry import Rect
from paperlayout.page import TEXT_KINDS, Frame, Page
from paperlayout.units import Pt

HEAD_KINDS = ("kicker", "headline", "deck", "byline", "standing_head", "summary")


@dataclass(frozen=True, slots=True)
class ThreadBead:
    """A part of a story that is read in one go: the page's index and its box there."""

    page: int
    box: Rect


@dataclass(frozen=True, slots=True)
class Thread:
    """A story by its beads in reading order."""

    title: str
    beads: tuple[ThreadBead, ...]


def threads(pages: tuple[Page, ...]) -> tuple[Thread, ...]:
    """The thread of every story that runs over more than one leg."""
    titles = {story.id: story.title for page in pages for story in page.stories}
    found = (Thread(title, tuple(_beads(pages, story))) for story, title in titles.items())
    return tuple(thread for thread in found if len(thread.beads) > 1)


def _beads(pages: tuple[Page, ...], story: str) -> Iterator[ThreadBead]:
    """A story's head, then leg by leg; what stands between two runs of a leg is part of it."""
    for index, page in enumerate(pages):
        own = [frame for frame in page.frames if frame.story == story and (frame.kind in TEXT_KINDS or frame.kind in HEAD_KINDS)]
        for _, frames in groupby(own, key=lambda frame: frame.leg):
            yield ThreadBead(index, _round(list(frames)))


def _round(frames: list[Frame]) -> Rect:
    boxes = [frame.rect for frame in frames]
    return Rect(min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))


def add_threads(file: Pdf, pages: tuple[Page, ...], margin: Pt) -> None:
    """The threads put into the file, and on each page the beads that stand there."""
    sheets = [page.obj for page in file.pages]
    on_page: list[list[Object]] = [[] for _ in sheets]
    made = []
    for thread in threads(pages):
        head = file.make_indirect(Dictionary(Type=Name.Thread, I=Dictionary(Title=String(thread.title))))
        beads = [_bead(file, bead, sheets[bead.page], pages[bead.page].size.height + margin, margin) for bead in thread.beads]
        for bead, before, after in zip(beads, (beads[-1], *beads), (*beads[1:], beads[0]), strict=False):
            bead.V, bead.N = before, after
        head.F, beads[0].T = beads[0], head
        for bead, placed in zip(beads, thread.beads, strict=True):
            on_page[placed.page].append(bead)
        made.append(head)
    for sheet, standing in zip(sheets, on_page, strict=True):
        if standing:
            sheet.B = Array(standing)
    if made:
        file.Root.Threads = file.make_indirect(Array(made))


def _bead(file: Pdf, bead: ThreadBead, sheet: Object, top: Pt, margin: Pt) -> Object:
    box = (margin + bead.box.x0, top - bead.box.y1, margin + bead.box.x1, top - bead.box.y0)
    return file.make_indirect(Dictionary(Type=Name.Bead, P=sheet, R=Array([round(edge, 3) for edge in box])))
