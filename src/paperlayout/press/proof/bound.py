"""The sheets of a proof as one PDF: the furniture is drawn as pages are, and the press file's pages are put under it as they are."""

import io

from pikepdf import Dictionary, Object, Pdf
from pikepdf import Page as SheetOfPdf

from paperlayout.draw.pdf import DocumentInfo, draw_pdf
from paperlayout.fonts.book import FontBook
from paperlayout.geometry import Rect
from paperlayout.grid import Grid
from paperlayout.page import Frame, Page, Picture
from paperlayout.photo.recipe import Pixels
from paperlayout.press.impose import form_of
from paperlayout.press.proof.sheet import PlacedPage, ProofSheet

NO_GRID = Grid(columns=1, rows=1, column=0.0, column_gap=0.0, leading=0.0, body_size=0.0)


def bound(data: bytes, sheets: tuple[ProofSheet, ...], info: DocumentInfo, book: FontBook) -> bytes:
    """The proof of a press file; the same file and sheets give the same bytes."""
    furniture = draw_pdf(tuple(_as_page(number, sheet) for number, sheet in enumerate(sheets, 1)), info, book, _no_photos)
    with Pdf.open(io.BytesIO(data)) as source, Pdf.open(io.BytesIO(furniture)) as file:
        used = sorted({placed.page for sheet in sheets for placed in sheet.placed})
        forms = {index: file.copy_foreign(form_of(source.pages[index])) for index in used}
        for page, sheet in zip(file.pages, sheets, strict=True):
            if sheet.placed:
                _put_under(file, page, sheet, forms)
        out = io.BytesIO()
        file.save(out, deterministic_id=True, compress_streams=True)
        return out.getvalue()


def _as_page(number: int, sheet: ProofSheet) -> Page:
    whole = Rect(0, 0, sheet.size.width, sheet.size.height)
    furniture = Frame(id="proof", kind="rule", rect=whole, items=sheet.items)
    return Page(number=number, label=sheet.name, name="", size=sheet.size, type_area=whole, grid=NO_GRID, frames=(furniture,))


def _no_photos(picture: Picture) -> Pixels:
    raise AssertionError(f"a proof's furniture has no photos, {picture.file} is one")


def _put_under(file: Pdf, page: SheetOfPdf, sheet: ProofSheet, forms: dict[int, Object]) -> None:
    """The press pages first, then what was drawn."""
    page.contents_coalesce()
    under = "\n".join(_shown(placed, sheet) for placed in sheet.placed)
    drawn = page.obj.Contents.read_bytes()
    page.obj.Contents = file.make_stream(under.encode("ascii") + b"\n" + drawn)
    page.obj.Resources.XObject = Dictionary({f"/P{index + 1}": forms[index] for index in sorted({placed.page for placed in sheet.placed})})


def _shown(placed: PlacedPage, sheet: ProofSheet) -> str:
    """The operators that show a press page in its window. The form's origin is the trimmed page's lower left."""
    box, height = placed.window, sheet.size.height
    clip = f"{box.x0:.3f} {height - box.y1:.3f} {box.width:.3f} {box.height:.3f} re W n"
    return f"q {clip} {placed.scale:.6f} 0 0 {placed.scale:.6f} {placed.at.x:.3f} {height - placed.foot:.3f} cm /P{placed.page + 1} Do Q"
