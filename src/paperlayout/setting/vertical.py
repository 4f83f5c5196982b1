"""Sets vertical lines (竖排) in glyphs: upright cells, figures side by side, Latin words on their side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from paperlayout.fonts.book import FontBook
from paperlayout.geometry import Point
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.memo import remembered
from paperlayout.page import Glyph, GlyphRun, Ink
from paperlayout.setting.horizontal import UNPRINTED, GlyphCell, MissingGlyph, glyph_cells, half, ink_of, latin, runs_of
from paperlayout.text.composition import Composition
from paperlayout.text.vertical import VerticalCell, trimmed, vertical_cells
from paperlayout.units import ROMAN_BASELINE, Em, Pt

CENTRAL = 0.38
"""From the top of the em box to the baseline, and from the baseline up to the middle of the em box, in em, in all our faces."""
DISPLAY = Composition(style="banjiao")
"""Marks in heads take half a cell (house-style §4)."""


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """Widths of Latin in one face, for the cells of a vertical line."""

    book: FontBook
    face: str

    def width(self, text: str, voice: str) -> Em:
        return Em(self.book.measure(self.face, text))

    def word_space(self, voice: str) -> Em:
        return Em(self.book.measure(self.face, " "))


@remembered(1024)
def display_cells(book: FontBook, face: str, text: str) -> tuple[VerticalCell, ...]:
    """A vertical line of display type as cells."""
    return trimmed(vertical_cells(text.translate(UNPRINTED), FaceMetrics(book, face), DISPLAY), DISPLAY)


def vertical_length(cells: Sequence[VerticalCell], type_: Type) -> Pt:
    """From the top of the first cell to the foot of the last."""
    return sum(cell.length for cell in cells) * type_.size + type_.tracking * (len(cells) - 1)


def set_vertical(kit: Kit, cells: Sequence[VerticalCell], type_: Type, at: Point) -> tuple[GlyphRun, ...]:
    """A vertical line; `at` is the middle of its top, the type's tracking parts the cells.

    A glyph carries the editor's character also where another is printed (“ for 『), so that search and copying find the copy.
    """
    ink, y = ink_of(kit, type_.ink), at.y
    runs: list[GlyphRun] = []
    for cell in cells:
        for run in _cell(kit.book, cell, type_, Point(at.x, y), ink):
            if runs and _continues(runs[-1], run, cell):
                runs[-1] = _joined(runs[-1], run)
            else:
                runs.append(run)
        y += cell.length * type_.size + type_.tracking
    return tuple(runs)


def _continues(above: GlyphRun, below: GlyphRun, cell: VerticalCell) -> bool:
    return cell.form not in ("side", "rotated") and not above.turned and above.stretch == 1.0 and above.face == below.face


def _joined(above: GlyphRun, below: GlyphRun) -> GlyphRun:
    dx, dy = below.at.x - above.at.x, below.at.y - above.at.y
    return replace(above, glyphs=above.glyphs + tuple(replace(g, x=g.x + dx, y=g.y + dy) for g in below.glyphs))


def _cell(book: FontBook, cell: VerticalCell, type_: Type, top: Point, ink: Ink) -> Iterator[GlyphRun]:
    match cell.form:
        case "side":
            yield from _side(book, cell.text, type_, top, ink)
        case "rotated":
            placed = list(_along(latin(book, type_.face, cell.text) if cell.text.isascii() else glyph_cells(book, type_.face, cell.text), type_.size))
            for run in runs_of(placed, type_.size, 0.0, ink):
                yield replace(run, at=Point(top.x - CENTRAL * type_.size, top.y + run.at.x), turned=True)
        case _:
            yield _upright(book, cell, type_, top, ink)


def _along(sorts: Iterable[GlyphCell], size: Pt) -> Iterator[tuple[GlyphCell, Pt]]:
    pen = 0.0
    for sort in sorts:
        yield sort, pen
        pen += sort.advance * size


def _side(book: FontBook, text: str, type_: Type, top: Point, ink: Ink) -> Iterator[GlyphRun]:
    """纵中横: narrowed to one em where its own width is more."""
    size = type_.size
    sorts = list(latin(book, type_.face, text) if text.isascii() else (half(book, type_.face, char) for char in text))
    wide = sum(sort.advance for sort in sorts)
    stretch = min(1.0, 1 / wide)
    left = top.x - wide * stretch * size / 2
    for run in runs_of(list(_along(iter(sorts), size)), size, top.y + ROMAN_BASELINE * size, ink):
        glyphs = tuple(replace(g, x=g.x * stretch) for g in run.glyphs)
        yield replace(run, at=Point(left + run.at.x * stretch, run.at.y), glyphs=glyphs, stretch=stretch)


def _upright(book: FontBook, cell: VerticalCell, type_: Type, top: Point, ink: Ink) -> GlyphRun:
    form = cell.form in ("mark", "turned")
    found = book.upright(type_.face, cell.printed, form) or book.upright(type_.face, cell.printed)
    if found is None:
        raise MissingGlyph(" ".join(f"U+{ord(char):04X}" for char in cell.text))
    face, shaped = found
    size, pen = type_.size, top.y - cell.raised * type_.size
    glyphs: list[tuple[Point, int, str]] = []
    for part in shaped:
        glyphs.append((Point(top.x + part.dx * size, pen - part.dy * size), part.glyph, cell.text if len(shaped) == 1 else part.text))
        pen += part.advance * size
    start = glyphs[0][0]
    return GlyphRun(face, size, start, tuple(Glyph(glyph, at.x - start.x, text, at.y - start.y) for at, glyph, text in glyphs), ink=ink)
