"""How much ink lies where: photos, grounds and what prints over them, added up plate by plate in windows of 15 mm² (ISO 12647-3).

Nothing is rendered: a photo is brought down to the cells of the map, a ground covers cells by its area, type on a ground counts with the most of a window that
type of its size covers. Type on bare paper is not added up; it has no more ink than its own colour. The tests hold the figure to Ghostscript's plates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import Any

from pikepdf import Array, Name, Object, Pdf, PdfError, PdfImage, Stream, UnsupportedImageTypeError

from paperlayout.geometry import Point, Rect, Size
from paperlayout.press.graphics_state import PaintedObject
from paperlayout.press.ink_colour import InkColour
from paperlayout.units import Pt, mm

CELL: Pt = mm(sqrt(15) / 2)
"""Two cells by two are a window."""
SMALL: Pt = 9.0
SMALL_COVER, COVER_STEP = 0.7, 0.02
"""What the heaviest type, 黑体 Black, may cover of a window: seven tenths in 9 pt, and more the larger it is, for a window is only 11 pt wide (measured)."""
Cell = list[float]


@dataclass(frozen=True, slots=True)
class InkWindow:
    """The heaviest window: its middle on the trimmed page and its ink in per cent."""

    middle: Point
    ink: float


@dataclass(frozen=True, slots=True)
class _InkedArea:
    """Where there is ink under what comes later, and how much at most."""

    box: Rect
    ink: float


MOST = 400.0
ALL = 0.999


class InkMap:
    """The ink of one page. Marks are added in the order they are painted."""

    def __init__(self, size: Size) -> None:
        self._columns, self._rows = ceil(size.width / CELL), ceil(size.height / CELL)
        self._cells: dict[tuple[int, int], Cell] = {}
        self._grounds: list[_InkedArea] = []
        self.unread: list[Point] = []
        self._heaviest = InkWindow(Point(0, 0), 0.0)

    def add(self, mark: PaintedObject) -> None:
        """One mark painted over what is there."""
        if mark.kind == "image" and isinstance(mark.image, Stream):
            self._image(mark, mark.image)
        elif mark.kind == "area":
            self._grounds.append(_InkedArea(mark.box, mark.paint.total))
            self._flat(mark, mark.cover)
        elif mark.kind == "type":
            self._take(InkWindow(_middle(mark.box), mark.paint.total))
            self._type(mark)
        elif self._ground(mark.box):
            self._flat(mark, mark.cover)

    def _type(self, mark: PaintedObject) -> None:
        """Type on a ground. On a light one, small type has less ink in any window than the type alone has in a stroke."""
        cover = type_cover(mark.size)
        if self._ground(mark.box) > 100 * (1 - cover):
            self._flat(mark, cover)

    def ink_under(self, box: Rect) -> InkColour:
        """The ink in the middle of a box, as a colour."""
        middle = _middle(box)
        c, m, y, k, s = self._cells.get((floor(middle.x / CELL), floor(middle.y / CELL)), NONE)
        return InkColour("", (c, m, y, k), "", s)

    def heaviest(self) -> InkWindow:
        """The window with the most ink. No window has more than its heaviest cell, so only those round heavy cells are looked at."""
        totals = {place: sum(cell) for place, cell in self._cells.items()}
        for (x, y), total in sorted(totals.items(), key=lambda entry: -entry[1]):
            if 100 * total <= self._heaviest.ink:
                break
            for left, top in ((x, y), (x - 1, y), (x, y - 1), (x - 1, y - 1)):
                if 0 <= left < self._columns - 1 and 0 <= top < self._rows - 1:
                    four = (totals.get(place, 0.0) for place in ((left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)))
                    self._take(InkWindow(Point((left + 1) * CELL, (top + 1) * CELL), 25 * sum(four)))
        return self._heaviest

    def _take(self, window: InkWindow) -> None:
        """A window that was measured."""
        if window.ink > self._heaviest.ink:
            self._heaviest = window

    def _ground(self, box: Rect) -> float:
        """The most ink that may lie under a box, in per cent."""
        under = (g.ink for g in self._grounds if g.box.x0 < box.x1 and box.x0 < g.box.x1 and g.box.y0 < box.y1 and box.y0 < g.box.y1)
        return max(under, default=0.0)

    def _flat(self, mark: PaintedObject, cover: float) -> None:
        planes = mark.paint.planes
        for place, share in self._covered(mark.box):
            self._print(place, planes, share * cover, mark.overprint)

    def _image(self, mark: PaintedObject, image: Stream) -> None:
        whole = mark.whole or mark.box
        self._grounds.append(_InkedArea(mark.box, MOST))
        columns, rows = max(1, round(whole.width / CELL)), max(1, round(whole.height / CELL))
        plates = reduced(image, columns, rows)
        if plates is None:
            self.unread.append(Point(mark.box.x0, mark.box.y0))
            return
        if whole == mark.box:
            self._take(_heaviest_of(plates, columns, whole))
        for (x, y), share in self._covered(mark.box):
            column = min(max(int(((x + 0.5) * CELL - whole.x0) / whole.width * columns), 0), columns - 1)
            row = min(max(int(((y + 0.5) * CELL - whole.y0) / whole.height * rows), 0), rows - 1)
            self._print((x, y), plates[row * columns + column], share, False)

    def _covered(self, box: Rect) -> Iterator[tuple[tuple[int, int], float]]:
        """The cells a box covers, and the share of each."""
        columns = [(x, _overlap(box.x0, box.x1, x)) for x in range(max(0, floor(box.x0 / CELL)), min(self._columns, ceil(box.x1 / CELL)))]
        for y in range(max(0, floor(box.y0 / CELL)), min(self._rows, ceil(box.y1 / CELL))):
            height = _overlap(box.y0, box.y1, y)
            yield from (((x, y), width * height) for x, width in columns)

    def _print(self, place: tuple[int, int], planes: tuple[float, ...], share: float, over: bool) -> None:
        if share > ALL and not over:
            self._cells[place] = list(planes)
            return
        cell = self._cells.setdefault(place, [0.0] * 5)
        for plane, ink in enumerate(planes):
            if ink or not over:
                cell[plane] += (ink - cell[plane]) * share


def _overlap(start: float, end: float, cell: int) -> float:
    """How much of a row or column of cells a stretch covers."""
    return (min(end, (cell + 1) * CELL) - max(start, cell * CELL)) / CELL


def type_cover(size: Pt) -> float:
    """The share of a window that type of a size may cover."""
    return min(1.0, SMALL_COVER + COVER_STEP * max(0.0, size - SMALL))


NONE: Cell = [0.0] * 5


def _heaviest_of(plates: tuple[tuple[float, ...], ...], columns: int, box: Rect) -> InkWindow:
    """The heaviest window of a picture on its own cells, which begin at its edges as the page's do not."""
    totals = list(map(sum, plates))
    rows = len(totals) // columns
    right, down = (1 if columns > 1 else 0), (columns if rows > 1 else 0)
    places = (y * columns + x for y in range(max(1, rows - 1)) for x in range(max(1, columns - 1)))
    fours = ((totals[at] + totals[at + right] + totals[at + down] + totals[at + right + down], at) for at in places)
    most, at = max(fours)
    across, along = box.width / columns, box.height / rows
    return InkWindow(Point(box.x0 + (at % columns + 1) * across, box.y0 + (at // columns + 1) * along), 25 * most)


def _middle(box: Rect) -> Point:
    return Point((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)


def reduced(image: Stream, columns: int, rows: int) -> tuple[tuple[float, ...], ...] | None:
    """An image brought down to so many columns and rows of ink, row by row; None when it cannot be read or is not in printing inks."""
    if str(image.get("/ColorSpace")) not in DEVICE_INKS:
        return None
    kept = {key: image[key] for key in KEPT if key in image}
    with Pdf.new() as holder:  # a copy without masks and Decode, which versions of pikepdf treat differently
        try:
            bare = Stream(holder, image.read_raw_bytes(), {"/Type": Name.XObject, "/Subtype": Name.Image, **kept})
            picture = PdfImage(bare).as_pil_image()
            picture.draft(picture.mode, (columns * 4, rows * 4))
            small = (picture.convert("L") if picture.mode == "1" else picture).resize((columns, rows), BOX)
        except (PdfError, UnsupportedImageTypeError, OSError, ValueError, NotImplementedError):
            return None
    turned, levels, bands = _turned(image, picture), small.tobytes(), len(small.getbands())
    return tuple(_inks(levels[at : at + bands], turned) for at in range(0, len(levels), bands))


KEPT = ("/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/Filter", "/DecodeParms")
DEVICE_INKS = ("/DeviceCMYK", "/DeviceGray")


BOX = 4
"""Pillow's number for the plain mean of an area."""


def _turned(image: Object, picture: Any) -> bool:
    """Whether the file means the opposite of what was read: a CMYK JPEG with Adobe's marker is turned on reading, and by Decode in the file."""
    decode = image.get("/Decode")
    by_file = isinstance(decode, Array) and len(decode) > 0 and float(decode[0]) > 0.5
    by_reader = picture.mode == "CMYK" and "adobe" in picture.info
    return by_file != by_reader


def _inks(levels: bytes, turned: bool) -> tuple[float, ...]:
    """The ink of one pixel: four plates, or a grey whose light is not ink."""
    if len(levels) == 4:
        return (*((255 - v if turned else v) / 255 for v in levels), 0.0)
    return (0.0, 0.0, 0.0, (levels[0] if turned else 255 - levels[0]) / 255, 0.0)
