"""Imposition: finished pages put side by side as they stand on the printed sheet, 通版 joined into a double page or cut into two single ones."""

import hashlib
import io
import re
import uuid
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from paperlayout.geometry import Point, Rect, Size
from paperlayout.press.xmp import ACCESSIBLE

SHEET = 4
"""Pages on a sheet that is folded once."""
INSTANCE = re.compile(rb"(<xmpMM:InstanceID>uuid:)[0-9a-f-]+")


@dataclass(frozen=True, slots=True)
class PagePair:
    """Two pages side by side by their numbers; None is blank paper."""

    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class PagePiece:
    """What of a page stands where: its index, the part of the trimmed page that shows, and where that part's upper left stands on the sheet (y down)."""

    page: int
    shows: Rect
    at: Point


@dataclass(frozen=True, slots=True)
class ImposedSheet:
    """A sheet made of pieces of finished pages."""

    size: Size
    pieces: tuple[PagePiece, ...]


def printed_sheets(count: int) -> tuple[PagePair, ...]:
    """The printed sheets of so many pages, front and then back: 4|1 2|3 for four, 8|1 2|7 6|3 4|5 for eight. What is missing to whole sheets is blank."""
    if count == 1:
        return (PagePair(None, 1),)
    full = -(-count // SHEET) * SHEET
    found = (pair for i in range(full // SHEET) for pair in (PagePair(full - 2 * i, 1 + 2 * i), PagePair(2 + 2 * i, full - 1 - 2 * i)))
    return tuple(PagePair(*(n if n and n <= count else None for n in (pair.left, pair.right))) for pair in found)


def imposed(data: bytes) -> bytes:
    """A finished file's pages two by two as they are printed, at 100 %; the same file gives the same bytes."""
    with Pdf.open(io.BytesIO(data)) as source:
        sizes = [_size(page) for page in source.pages]
        return _made(source, [_side_by_side(pair, sizes) for pair in printed_sheets(len(sizes))])


def joined(data: bytes, left: int, right: int) -> bytes:
    """通版: two pages of a finished file, counted from 0, as one double page."""
    with Pdf.open(io.BytesIO(data)) as source:
        sizes = [_size(page) for page in source.pages]
        return _made(source, [_side_by_side(PagePair(left + 1, right + 1), sizes)])


def _side_by_side(pair: PagePair, sizes: list[Size]) -> ImposedSheet:
    """Two pages that touch. A blank one is as large as the other."""
    known = [sizes[n - 1] for n in (pair.left, pair.right) if n]
    pieces, x = [], 0.0
    for n in (pair.left, pair.right):
        size = sizes[n - 1] if n else known[0]
        if n:
            pieces.append(PagePiece(n - 1, Rect(0, 0, size.width, size.height), Point(x, 0)))
        x += size.width
    return ImposedSheet(Size(x, max(size.height for size in known)), tuple(pieces))


def _size(page: Page) -> Size:
    x0, y0, x1, y1 = map(float, page.trimbox)
    return Size(x1 - x0, y1 - y0)


def _made(source: Pdf, spreads: list[ImposedSheet]) -> bytes:
    """A new file of the sheets, with the source's information and printing condition. It is no longer read as text in order, so it carries no tags."""
    with Pdf.new() as file:
        forms = {index: file.copy_foreign(form_of(source.pages[index])) for index in sorted({p.page for s in spreads for p in s.pieces})}
        for spread in spreads:
            _add(file, spread, forms, [_size(page) for page in source.pages])
        intents = [intent for intent in source.Root.get(Name.OutputIntents, Array()) if intent.get(Name.S) == Name("/GTS_PDFX")]
        if intents:
            file.Root.OutputIntents = Array([file.copy_foreign(_whole(source, intent)) for intent in intents])
        for key, value in source.docinfo.items():
            file.docinfo[key] = value
        if Name.Metadata in source.Root:
            packet = _without_reading(source.Root.Metadata.read_bytes(), spreads)
            file.Root.Metadata = file.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
        out = io.BytesIO()
        file.save(out, force_version=source.pdf_version, deterministic_id=True, fix_metadata_version=False)
        return out.getvalue()


def _without_reading(packet: bytes, spreads: list[ImposedSheet]) -> bytes:
    """What the source says of itself in XMP, less that it can be read aloud, and under an instance of its own."""
    instance = uuid.UUID(bytes=hashlib.sha256(packet + repr(spreads).encode()).digest()[:16], version=4)
    own = INSTANCE.sub(rb"\g<1>" + str(instance).encode(), packet)
    return own.replace(ACCESSIBLE.encode(), b"")


def _whole(source: Pdf, intent: Object) -> Object:
    """An output intent as an object that can be copied to another file."""
    return intent if intent.is_indirect else source.make_indirect(intent)


def form_of(page: Page) -> Object:
    """A page as a picture in itself, clipped to its trim, whose lower left is the trim's. Marks of its reading are void there and left out of account."""
    form = page.as_form_xobject()
    trim = [float(edge) for edge in page.trimbox]
    form.BBox = Array(trim)
    form.Matrix = Array([1, 0, 0, 1, -trim[0], -trim[1]])
    for key in (Name.StructParents, Name.Group):
        if key in form:
            del form[key]
    return form


def _add(file: Pdf, spread: ImposedSheet, forms: dict[int, Object], sizes: list[Size]) -> None:
    page = file.add_blank_page(page_size=(spread.size.width, spread.size.height))
    page.obj.Resources = Dictionary(XObject=Dictionary({f"/P{piece.page + 1}": forms[piece.page] for piece in spread.pieces}))
    drawn = (_drawn(piece, spread.size.height, sizes[piece.page].height) for piece in spread.pieces)
    page.obj.Contents = file.make_stream("\n".join(drawn).encode("ascii"))
    page.obj.TrimBox = page.obj.BleedBox = page.obj.MediaBox


def _drawn(piece: PagePiece, height: float, page_height: float) -> str:
    """The operators that show a piece; y is turned up here."""
    shows, at = piece.shows, piece.at
    foot = height - at.y - shows.height
    box = f"{at.x:.3f} {foot:.3f} {shows.width:.3f} {shows.height:.3f} re W n"
    return f"q {box} 1 0 0 1 {at.x - shows.x0:.3f} {foot - (page_height - shows.y1):.3f} cm /P{piece.page + 1} Do Q"
