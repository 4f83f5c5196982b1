"""The finished file looked over as the plant would: its papers, then every page mark by mark, and how much ink lies where."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Page, Pdf

from paperlayout.catalogue.book import finding, sentence, tell
from paperlayout.diag import Diagnostic, Said
from paperlayout.geometry import Point, Rect, Size
from paperlayout.issue.house import PressProfile
from paperlayout.press.conformance import Conformance, document_faults, page_box, page_faults
from paperlayout.press.graphics_state import PaintedObject
from paperlayout.press.ink_colour import INKS, LEAST
from paperlayout.press.inkmap import InkMap, InkWindow
from paperlayout.press.rules import SeenObject, fault, faults, image_space
from paperlayout.press.scan import Scanner
from paperlayout.press.standard import STANDARDS
from paperlayout.press.textwidth import Font
from paperlayout.units import POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class PlacedImage:
    """A picture as it stands in the file: its box on the trimmed page, pixels an inch, and the plates it prints on."""

    box: Rect
    ppi: float
    space: str


@dataclass(frozen=True, slots=True)
class PageReport:
    """What was found on one page: the sheet, the plates that print, the heaviest window, pictures in the order they are painted."""

    number: int
    trim: Size
    sheet: Size
    plates: tuple[str, ...]
    heaviest: InkWindow
    images: tuple[PlacedImage, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a file."""

    diagnostics: tuple[Diagnostic, ...]
    pages: tuple[PageReport, ...]
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A page as it should be: its number in the paper and its size."""

    number: int
    size: Size


@dataclass(slots=True)
class _Tally:
    """Faults of one page: where the first of each sort is, and how many there are."""

    first: dict[Said, Point | None] = field(default_factory=dict)
    count: Counter[Said] = field(default_factory=Counter)

    def add(self, told: Said, at: Point | None) -> None:
        self.first.setdefault(told, at)
        self.count[told] += 1


def preflight(data: bytes, expected: tuple[Expected, ...], press: PressProfile) -> Report:
    """The file looked over."""
    with Pdf.open(io.BytesIO(data)) as file:
        conformance = Conformance(file, data, STANDARDS[press.standard], press.standard)
        found = [finding(told, None) for told in dict.fromkeys(document_faults(conformance))]
        if len(file.pages) != len(expected):
            found.append(tell("P105.count", None, wanted=len(expected), found=len(file.pages)))
        fonts: dict[Any, Font] = {}
        pages = []
        for page, wanted in zip(file.pages, expected, strict=False):
            report, told = _page(page, wanted, press, fonts)
            pages.append(report)
            found += told
        return Report(tuple(found), tuple(pages), tuple(sorted({font.name for font in fonts.values()}, key=lambda name: name.rpartition("+")[::-1])))


def _page(page: Page, wanted: Expected, press: PressProfile, fonts: dict[Any, Font]) -> tuple[PageReport, list[Diagnostic]]:
    tally = _Tally()
    for told in page_faults(page, wanted.size):
        tally.add(told, None)
    trim = page_box(page, "/TrimBox") or page_box(page, "/MediaBox") or Rect(0, 0, wanted.size.width, wanted.size.height)
    sheet = page_box(page, "/MediaBox") or trim
    size = Size(trim.width, trim.height)
    marks = tuple(mark for mark in Scanner(trim, fonts).marks(page) if _on_page(mark.box, size))
    ink = _inked(marks, size, press, tally)
    for at in ink.unread:
        tally.add(fault("P304"), at)
    heaviest = ink.heaviest()
    if heaviest.ink > press.ink_limit + 0.5:
        tally.add(fault("P303", ink=f"{heaviest.ink:.0f}", most=f"{press.ink_limit:.0f}"), heaviest.middle)
    report = PageReport(wanted.number, size, Size(sheet.width, sheet.height), plates_of(marks), heaviest, tuple(_images(marks)))
    return report, list(_diagnostics(tally, wanted.number))


def _inked(marks: Iterable[PaintedObject], size: Size, press: PressProfile, tally: _Tally) -> InkMap:
    """Every mark judged over what is below it, then printed."""
    ink = InkMap(size)
    for mark in marks:
        for told in faults(SeenObject(mark, ink, press)):
            tally.add(told, Point(mark.box.x0, mark.box.y0))
        ink.add(mark)
    return ink


def _on_page(box: Rect, size: Size) -> bool:
    return box.x0 < size.width and box.x1 > 0 and box.y0 < size.height and box.y1 > 0


def _images(marks: Iterable[PaintedObject]) -> Iterator[PlacedImage]:
    return (PlacedImage(mark.box, mark.ppi, image_space(mark.image)) for mark in marks if mark.kind == "image" and mark.image is not None)


def plates_of(marks: tuple[PaintedObject, ...]) -> tuple[str, ...]:
    """The plates a page prints on: the process inks in their order, then named inks."""
    paints = [mark.paint for mark in marks if mark.kind != "image"]
    printed = [max((paint.inks[n] for paint in paints), default=0.0) > LEAST for n in range(4)]
    for mark in marks:
        if mark.kind == "image" and mark.image is not None:
            printed = [True] * 4 if "CMYK" in str(mark.image.get("/ColorSpace", "")) else [*printed[:3], True]
    spots = {paint.spot: None for paint in paints if paint.spot and paint.share}
    return (*(ink for ink, on in zip(INKS, printed, strict=True) if on), *spots)


def _diagnostics(tally: _Tally, page: int) -> Iterator[Diagnostic]:
    for told, at in tally.first.items():
        yield finding(Said(told.key, (*told.values, ("place", _place(at, tally.count[told])))), None, page=page)


def _place(at: Point | None, count: int) -> Said:
    """A place as one finds it with a ruler, and how many more there are."""
    if at is None:
        return sentence("P201.times", count=count) if count > 1 else sentence("P201.whole")
    x, y = f"{at.x / POINTS_PER_MM:.0f}", f"{at.y / POINTS_PER_MM:.0f}"
    return sentence("P201.among", x=x, y=y, count=count) if count > 1 else sentence("P201.at", x=x, y=y)
