"""Adverts that come as PDF: their size, and their first page as pixels (the only user of pypdfium2)."""

from pathlib import Path
from typing import TYPE_CHECKING

from paperlayout.photo.faults import PhotoFault
from paperlayout.photo.open import PhotoFacts

if TYPE_CHECKING:
    import pypdfium2
    from PIL import Image

MARK = b"%PDF"
POINTS_PER_INCH = 72
FINE = 100
"""Facts are whole numbers: a page is told in hundredths of a point."""


def is_document(file: Path) -> bool:
    """Whether a file is a PDF, by how it begins."""
    with file.open("rb") as stream:
        return MARK in stream.read(1024)


def look_at_document(file: Path) -> PhotoFacts:
    """The shape of a PDF's first page. Raises PhotoFault."""
    document = _opened(file)
    try:
        width, height = document[0].get_size()
    finally:
        document.close()
    return PhotoFacts(round(width * FINE), round(height * FINE), "RGB", "PDF")


def page_image(file: Path, width: float, ppi: float) -> "Image.Image":
    """The first page so many points wide on the sheet, at so many pixels an inch. Raises PhotoFault."""
    document = _opened(file)
    try:
        page = document[0]
        scale = width / page.get_size()[0] * ppi / POINTS_PER_INCH
        image: Image.Image = page.render(scale=scale).to_pil()
    finally:
        document.close()
    return image.convert("RGB")


def _opened(file: Path) -> "pypdfium2.PdfDocument":
    import pypdfium2  # only issues with such an advert need it

    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError:
        raise PhotoFault("F333", f"PDF {file.name} 打不开，可能不完整或加了密码", "请重新导出 PDF，不要加密") from None
    if len(document) == 0:
        document.close()
        raise PhotoFault("F333", f"PDF {file.name} 里没有页", "请重新导出 PDF")
    return document
