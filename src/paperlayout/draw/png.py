"""A page as pixels, drawn by pdfium from the very PDF; the only user of pypdfium2."""

import io
import math
from dataclasses import dataclass
from typing import Any, Literal

import pypdfium2 as pdfium
import pypdfium2.raw as c_api

from paperlayout.geometry import Rect, Size
from paperlayout.units import Pt

Image = Any
"""A picture as pypdfium2 hands it over: an RGB image of Pillow, which photo/ alone may import."""
WHITE = 0xFFFFFFFF
FLAGS = c_api.FPDF_ANNOT
QUALITY = {"JPEG": {"quality": 90, "subsampling": 0}, "PNG": {"compress_level": 6}}
"""Full colour resolution: red type on white bleeds with less."""
EDGE = 3
"""Pixels drawn round a patch and thrown away: pdfium smooths the edge of what it clips."""


@dataclass(frozen=True, slots=True)
class PixelBox:
    """A part of an image in whole pixels: left, top, right, bottom."""

    x0: int
    y0: int
    x1: int
    y1: int

    def grown(self, by: int, width: int, height: int) -> "PixelBox":
        """The box with a margin, as far as the image goes."""
        return PixelBox(max(0, self.x0 - by), max(0, self.y0 - by), min(width, self.x1 + by), min(height, self.y1 + by))


class RasterPage:
    """One page of a PDF, opened to be drawn as pixels at any scale (pixels a point). Close it when done."""

    def __init__(self, pdf: bytes, index: int = 0) -> None:
        self._document = pdfium.PdfDocument(pdf)
        self._page = self._document[index]
        width, height = self._page.get_size()
        self.size = Size(width, height)

    def close(self) -> None:
        """Gives back what pdfium holds."""
        self._page.close()
        self._document.close()

    def whole(self, scale: float) -> Image:
        """The page as one image."""
        width, height = self.pixels(scale)
        return self._drawn(scale, PixelBox(0, 0, width, height), (width, height), PixelOffset(0, 0))

    def window(self, scale: float, box: PixelBox) -> Image:
        """A part of the page as an image of its own."""
        return self._drawn(scale, PixelBox(0, 0, box.x1 - box.x0, box.y1 - box.y0), (box.x1 - box.x0, box.y1 - box.y0), PixelOffset(box.x0, box.y0))

    def patch(self, image: Image, scale: float, rect: Rect) -> None:
        """Draws a part of the page anew on an image of the page as it was. The pixels are those that `whole` would give."""
        box = pixel_box(rect, scale, *image.size)
        if box.x0 >= box.x1 or box.y0 >= box.y1:
            return
        drawn = self._drawn(scale, box.grown(EDGE, *image.size), image.size, PixelOffset(0, 0))
        image.paste(drawn.crop((box.x0, box.y0, box.x1, box.y1)), (box.x0, box.y0))

    def pixels(self, scale: float) -> tuple[int, int]:
        """Width and height of the whole page at a scale."""
        return max(1, round(self.size.width * scale)), max(1, round(self.size.height * scale))

    def _drawn(self, scale: float, clip: PixelBox, size: tuple[int, int], origin: "PixelOffset") -> Image:
        bitmap = pdfium.PdfBitmap.new_native(*size, c_api.FPDFBitmap_BGRx)
        try:
            c_api.FPDFBitmap_FillRect(bitmap, clip.x0, clip.y0, clip.x1 - clip.x0, clip.y1 - clip.y0, WHITE)
            matrix = c_api.FS_MATRIX(scale, 0, 0, scale, -origin.x, -origin.y)
            c_api.FPDF_RenderPageBitmapWithMatrix(bitmap, self._page, matrix, c_api.FS_RECTF(clip.x0, clip.y0, clip.x1, clip.y1), FLAGS)
            return bitmap.to_pil().convert("RGB").copy()
        finally:
            bitmap.close()


@dataclass(frozen=True, slots=True)
class PixelOffset:
    """The pixel of the page that stands at an image's top left."""

    x: int
    y: int


def pixel_box(rect: Rect, scale: float, width: int, height: int) -> PixelBox:
    """The whole pixels a rectangle of the page touches, inside an image of that size."""
    x0, y0 = math.floor(rect.x0 * scale), math.floor(rect.y0 * scale)
    x1, y1 = math.ceil(rect.x1 * scale), math.ceil(rect.y1 * scale)
    return PixelBox(min(max(0, x0), width), min(max(0, y0), height), max(0, min(width, x1)), max(0, min(height, y1)))


def encoded(image: Image, kind: Literal["JPEG", "PNG"]) -> bytes:
    """An image as the bytes of a file."""
    stream = io.BytesIO()
    image.save(stream, kind, **QUALITY[kind])
    return stream.getvalue()


def png(pdf: bytes, index: int = 0, ppi: Pt = 144) -> bytes:
    """A page of a PDF as a PNG file of so many pixels an inch."""
    sheet = RasterPage(pdf, index)
    try:
        return encoded(sheet.whole(ppi / 72), "PNG")
    finally:
        sheet.close()
