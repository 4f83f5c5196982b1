"""The pages of an edition bound into one PDF."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.draw.bookmarks import add_bookmarks, bookmarks
from paperlayout.draw.colour import Plates, graphics_states
from paperlayout.draw.content import ContentStream, Manner, Supplies
from paperlayout.draw.embed import Faces
from paperlayout.draw.images import Develop, Images
from paperlayout.draw.objects import PdfArray, PdfDictionary, PdfFile, Reference, array, dictionary, numbers, string
from paperlayout.draw.tags import Reading
from paperlayout.fonts.book import FontBook
from paperlayout.geometry import Size
from paperlayout.page import Page, Picture

VERSION = (1, 6)  # what PDF/X-4 is built on
PROGRAM = "paperlayout"


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the file says of itself. `date` is the issue's; the document is dated to its midnight in Beijing."""

    title: str
    author: str
    subject: str
    language: str
    date: datetime.date


@dataclass(frozen=True, slots=True)
class _Resources:
    """What is already in the file for pages to refer to."""

    fonts: dict[str, Reference]
    images: dict[str, Reference]
    spots: dict[str, Reference]
    states: Reference


BOUND = Manner()
"""Pages as they are read on screen: nothing round them."""


def draw_pdf(
    pages: tuple[Page, ...], info: DocumentInfo, book: FontBook, photos: Develop, manner: Manner = BOUND, reading: Reading | None = None
) -> bytes:  # fmt: skip
    """The pages as one PDF; the same pages give the same bytes.

    `photos` gives a picture's pixels. With a `reading`, what is drawn carries the marks its elements refer to.
    """
    supplies = Supplies(Faces(book), Plates(), Images(_pictures(pages), photos))
    passages = reading.pages if reading else (None,) * len(pages)
    sheets = [ContentStream(page, supplies, manner, marked) for page, marked in zip(pages, passages, strict=True)]
    file = PdfFile(VERSION, info.language)
    fonts, spots, images = supplies.faces.add_to(file), supplies.plates.add_to(file), supplies.images.add_to(file)
    resources = _Resources(fonts, images, spots, file.add("states", graphics_states()))
    for index, (page, sheet) in enumerate(zip(pages, sheets, strict=True)):
        contents = file.add_flate(f"content.{index}", sheet.operators())
        file.add_page(contents, _used(resources, sheet), boxes(page.size, manner))
    _describe(file, pages, info, manner.margin)
    return file.finished()


def _pictures(pages: tuple[Page, ...]) -> Iterator[Picture]:
    return (item for page in pages for frame in page.frames for item in frame.items if isinstance(item, Picture))


def boxes(size: Size, manner: Manner) -> dict[str, PdfArray]:
    """The sheet, the part ink may reach, and the page as it is trimmed."""
    edges = {"MediaBox": 0.0, "BleedBox": manner.slug, "TrimBox": manner.margin}
    width, height = size.width + 2 * manner.margin, size.height + 2 * manner.margin
    return {name: numbers(edge, edge, width - edge, height - edge) for name, edge in edges.items()}


def _used(resources: _Resources, sheet: ContentStream) -> PdfDictionary:
    """The part of the document's supplies that one page draws from."""
    fonts = {key: reference for key, reference in resources.fonts.items() if key in sheet.fonts}
    images = {key: reference for key, reference in resources.images.items() if key in sheet.images}
    entries = dictionary(ExtGState=resources.states, Font=dictionary(**fonts), XObject=dictionary(**images))
    if resources.spots:
        entries["ColorSpace"] = dictionary(**resources.spots)
    return entries


def _describe(file: PdfFile, pages: tuple[Page, ...], info: DocumentInfo, margin: float) -> None:
    """Title, dates, page labels and bookmarks."""
    dated = string(f"D:{info.date:%Y%m%d}000000+08'00'")
    said = {"Title": string(info.title), "Author": string(info.author), "Subject": string(info.subject)}
    made = {"Creator": string(PROGRAM), "Producer": string(PROGRAM), "CreationDate": dated, "ModDate": dated, "Trapped": "/False"}
    file.set_info(dictionary(**said, **made))
    labels = [entry for index, page in enumerate(pages) for entry in (index, dictionary(P=string(page.label)))]
    file.set_catalog("ViewerPreferences", dictionary(DisplayDocTitle="true"))
    file.set_catalog("PageLabels", dictionary(Nums=array(*labels)))
    file.set_catalog("Outlines", add_bookmarks(file, bookmarks(pages, margin)))
