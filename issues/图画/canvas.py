"""The drawing board: filled vector shapes on a supersampled Pillow image."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from palette import Ink
from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
SCALE = 3  # supersampling: drawn three times too large, reduced with Lanczos
LIGHTEST = 249

Point = tuple[float, float]
Disc = tuple[float, float, float]


def arc(cx: float, cy: float, r: Point, span: Point) -> list[Point]:
    """Points along an elliptical arc, degrees clockwise from the right."""
    steps = max(8, int(abs(span[1] - span[0]) / 3))
    angles = (math.radians(span[0] + (span[1] - span[0]) * i / steps) for i in range(steps + 1))
    return [(cx + r[0] * math.cos(a), cy + r[1] * math.sin(a)) for a in angles]


def smooth(points: Sequence[Point], closed: bool = True) -> list[Point]:
    """A Catmull-Rom curve through the points, as a fine polyline."""
    count = len(points)
    out: list[Point] = []
    for i in range(count if closed else count - 1):
        if closed:
            a, b, c, d = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            a, b, c, d = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, count - 1)]
        out.extend(_spline(a, b, c, d, step / 12) for step in range(12))
    return out if closed else [*out, points[-1]]


def _spline(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def one(p: float, q: float, r: float, s: float) -> float:
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)

    return one(a[0], b[0], c[0], d[0]), one(a[1], b[1], c[1], d[1])


@dataclass(frozen=True, slots=True)
class Board:
    """A sheet to draw on, seen through a movable local coordinate system."""

    image: Image.Image
    origin: Point = (0.0, 0.0)
    zoom: Point = (1.0, 1.0)
    turn: float = 0.0

    def at(self, x: float, y: float, zoom: float = 1.0, flip: bool = False, turn: float = 0.0) -> Board:
        """The same sheet with its origin moved, enlarged, mirrored and turned."""
        sign = -1.0 if flip else 1.0
        mirrored = self.zoom[0] < 0
        return replace(
            self, origin=self.place((x, y)), zoom=(self.zoom[0] * zoom * sign, self.zoom[1] * zoom), turn=self.turn + (-turn if mirrored else turn)
        )

    def place(self, p: Point) -> Point:
        """A local point on the sheet, in final pixels."""
        x, y = p[0] * self.zoom[0], p[1] * self.zoom[1]
        c, s = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        return self.origin[0] + x * c - y * s, self.origin[1] + x * s + y * c

    def poly(self, points: Sequence[Point], ink: Ink, alpha: float = 1.0) -> None:
        """A filled polygon."""
        placed = [(x * SCALE, y * SCALE) for x, y in map(self.place, points)]
        if alpha >= 1.0:
            ImageDraw.Draw(self.image).polygon(placed, fill=ink)
        else:
            self._veil(placed, ink, alpha)

    def _veil(self, placed: Sequence[Point], ink: Ink, alpha: float) -> None:
        left, top = (max(0, int(min(p[k] for p in placed))) for k in (0, 1))
        right, bottom = (min(self.image.size[k], int(max(p[k] for p in placed)) + 2) for k in (0, 1))
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in placed], fill=round(alpha * 255))
        self.image.paste(ink, (left, top, right, bottom), mask)

    def blob(self, points: Sequence[Point], ink: Ink, alpha: float = 1.0) -> None:
        """A filled shape with a smooth closed outline through the points."""
        self.poly(smooth(points), ink, alpha)

    def oval(self, cx: float, cy: float, rx: float, ry: float, ink: Ink, alpha: float = 1.0) -> None:
        """A filled ellipse."""
        self.poly(arc(cx, cy, (rx, ry), (0, 360)), ink, alpha)

    def disc(self, cx: float, cy: float, r: float, ink: Ink, alpha: float = 1.0) -> None:
        """A filled circle."""
        self.oval(cx, cy, r, r, ink, alpha)

    def box(self, x0: float, y0: float, x1: float, y1: float, ink: Ink, r: float = 0.0) -> None:
        """A filled rectangle, its corners rounded by r."""
        if r <= 0:
            self.poly([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], ink)
            return
        corners = ((x1 - r, y0 + r, -90), (x1 - r, y1 - r, 0), (x0 + r, y1 - r, 90), (x0 + r, y0 + r, 180))
        self.poly([p for cx, cy, a in corners for p in arc(cx, cy, (r, r), (a, a + 90))], ink)

    def line(self, points: Sequence[Point], width: float, ink: Ink) -> None:
        """A stroke with round joints and ends."""
        self.limb([(x, y, width / 2) for x, y in points], ink)

    def limb(self, discs: Sequence[Disc], ink: Ink) -> None:
        """A tapering rounded chain: the hull of each pair of neighbouring discs."""
        for x, y, r in discs:
            self.disc(x, y, r, ink)
        for (x0, y0, r0), (x1, y1, r1) in itertools.pairwise(discs):
            gap = math.hypot(x1 - x0, y1 - y0)
            if gap <= abs(r0 - r1):
                continue
            base, open_ = math.atan2(y1 - y0, x1 - x0), math.acos((r0 - r1) / gap)
            first, last = (x0, y0, r0), (x1, y1, r1)
            sides = ((1, (first, last)), (-1, (last, first)))
            hull = [(x + r * math.cos(base + s * open_), y + r * math.sin(base + s * open_)) for s, ends in sides for x, y, r in ends]
            self.poly(hull, ink)

    def word(self, text: str, x: float, y: float, size: float, ink: Ink, face: str = "hei-700") -> None:
        """Lettering centred on a point; size is the em height in local units."""
        face_file = ImageFont.truetype(str(FONTS / f"{face}.ttf"), round(size * abs(self.zoom[1]) * SCALE), layout_engine=ImageFont.Layout.BASIC)
        px, py = self.place((x, y))
        ImageDraw.Draw(self.image).text((px * SCALE, py * SCALE), text, font=face_file, fill=ink, anchor="mm")

    def hang(self, picture: Image.Image, quad: Sequence[Point]) -> None:
        """Another sheet hung in perspective on the four corners (from top left, clockwise)."""
        corners = [(x * SCALE, y * SCALE) for x, y in map(self.place, quad)]
        left, top = (int(min(p[k] for p in corners)) for k in (0, 1))
        right, bottom = (int(max(p[k] for p in corners)) + 2 for k in (0, 1))
        local = [(x - left, y - top) for x, y in corners]
        w, h = picture.size
        coeffs = _homography(local, [(0, 0), (w, 0), (w, h), (0, h)])
        area = (right - left, bottom - top)
        warped = picture.transform(area, Image.Transform.PERSPECTIVE, coeffs, Image.Resampling.BICUBIC)
        mask = Image.new("L", area, 0)
        ImageDraw.Draw(mask).polygon(local, fill=255)
        self.image.paste(warped, (left, top), mask)


def sheet(width: float, height: float, ground: Ink, zoom: float = 1.0) -> Board:
    """An empty sheet of the given size, fully inked with its ground; zoom is final pixels to the unit."""
    return Board(Image.new("RGB", (round(width * zoom * SCALE), round(height * zoom * SCALE)), ground), zoom=(zoom, zoom))


def save(board: Board, path: Path, quality: int = 92) -> None:
    """The sheet reduced to its final size and written without metadata, as a JPEG or, by its name, a PNG."""
    size = (board.image.width // SCALE, board.image.height // SCALE)
    reduced = board.image.resize(size, Image.Resampling.LANCZOS)
    tinted = reduced.point([min(level, LIGHTEST) for level in range(256)] * 3)  # Lanczos overshoots to bare paper along edges
    if path.suffix == ".png":
        tinted.save(path, "PNG", optimize=True)
    else:
        tinted.save(path, "JPEG", quality=quality, subsampling=0, optimize=True)


def _homography(source: Sequence[Point], target: Sequence[Point]) -> list[float]:
    """The eight coefficients that take each source corner to its target corner."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for i in range(8):
        pivot = max(range(i, 8), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for j in range(8):
            if j != i:
                rows[j] = [a - rows[j][i] * b for a, b in zip(rows[j], rows[i], strict=True)]
    return [row[8] for row in rows]
