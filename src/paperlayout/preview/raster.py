"""Pages as pixels: drawings kept open, images kept and patched where the page changed."""

import time

from paperlayout.draw.png import Image, PixelBox, RasterPage, encoded
from paperlayout.preview.protocol import TILE, Raster, RasterOrder, Tile

MOST_SHEETS = 12
MOST_PIXELS = 24_000_000
"""Pixels of images kept for patching: four broadsheet pages at 150 %."""


class Rasteriser:
    """Gives image files of pages."""

    def __init__(self) -> None:
        self._sheets: dict[str, RasterPage] = {}
        self._images: dict[tuple[str, float], Image] = {}

    def raster(self, order: RasterOrder) -> Raster:
        """The image that is asked for; empty if its PDF is no longer here."""
        start = time.perf_counter()
        sheet = self._sheet(order)
        if sheet is None:
            return Raster(b"")
        image = sheet.window(order.scale, tile_box(order.tile)) if order.tile else self._whole(sheet, order)
        return Raster(encoded(image, "JPEG"), time.perf_counter() - start)

    def _sheet(self, order: RasterOrder) -> RasterPage | None:
        found = self._sheets.pop(order.digest, None)
        if found is None and order.pdf:
            found = RasterPage(order.pdf)
        if found is not None:
            self._sheets[order.digest] = found
        while len(self._sheets) > MOST_SHEETS:
            self._sheets.pop(next(iter(self._sheets))).close()
        return found

    def _whole(self, sheet: RasterPage, order: RasterOrder) -> Image:
        """The page's image: the one that is kept, else that of the page it was, patched, else a new one."""
        image = self._images.pop((order.digest, order.scale), None)
        if image is None and order.base:
            image = self._patched(sheet, order, self._images.pop((order.base, order.scale), None))
        if image is None:
            image = sheet.whole(order.scale)
        self._images[order.digest, order.scale] = image
        while sum(one.width * one.height for one in self._images.values()) > MOST_PIXELS and len(self._images) > 1:
            self._images.pop(next(iter(self._images)))
        return image

    @staticmethod
    def _patched(sheet: RasterPage, order: RasterOrder, image: Image | None) -> Image | None:
        if image is not None:
            for rect in order.changed:
                sheet.patch(image, order.scale, rect)
        return image


def tile_box(tile: Tile) -> PixelBox:
    """The pixels of a tile; at the page's right and foot it goes beyond, into white."""
    x, y = tile.column * TILE, tile.row * TILE
    return PixelBox(x, y, x + TILE, y + TILE)
