"""Sets type in glyphs: composed lines of copy, and single lines of display type (heads, tabs, furniture)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paperlayout.fonts.book import FontBook
from paperlayout.geometry import Point
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.memo import remembered
from paperlayout.page import Glyph, GlyphRun, Ink
from paperlayout.text.classes import char_class
from paperlayout.text.justify import LinePiece, SetLine
from paperlayout.units import Em, Pt

HALF_IN_DISPLAY = frozenset("“”‘’（）《》〈〉「」『』【】〔〕，、；：。！？·")
"""Marks that take half a 字 in heads and furniture (house-style §4)."""
DASH = "——"
UNPRINTED = str.maketrans({"\t": " ", "\n": " ", "\u200b": None, "\u2060": None, "\ufeff": None, "\u00ad": None})
"""Characters of copy that only say where a line may break."""


@dataclass(frozen=True, slots=True)
class GlyphCell:
    """One glyph ready to stand: face, glyph id, pen offset and advance in em, and its copy."""

    face: str
    glyph: int
    dx: Em
    advance: Em
    text: str


@dataclass(frozen=True, slots=True)
class StyledText:
    """A stretch of display type in one voice."""

    text: str
    type: Type


class MissingGlyph(LookupError):
    """A character that no face has; `check.glyphs` finds these before anything is set."""


def latin(book: FontBook, face: str, text: str) -> Iterator[GlyphCell]:
    """A Latin word or number, shaped in its own face, each missing character from the fallback chain."""
    primary = book.face(face)
    if all(primary.glyph(c) for c in text):
        for s in primary.shape(text):
            yield GlyphCell(face, s.glyph, Em(s.dx), Em(s.advance), s.text)
        return
    for char in text:
        yield single(book, face, char)


def single(book: FontBook, face: str, char: str, *, half: bool = False) -> GlyphCell:
    """One character on its own advance; `half` asks for the half-width form of a mark."""
    found = book.find(face, char, half)
    if found is None:
        raise MissingGlyph(f"U+{ord(char[0]):04X}")
    return GlyphCell(found.face_id, found.glyph, Em(0.0), Em(book.face(found.face_id).advance(found.glyph)), char)


def full(book: FontBook, face: str, char: str) -> GlyphCell:
    """One Han character or full-width mark in a cell of one em, centred when the face draws it narrower."""
    sort = single(book, face, char)
    return GlyphCell(sort.face, sort.glyph, Em((1 - sort.advance) / 2), Em(1.0), char)


def half(book: FontBook, face: str, char: str) -> GlyphCell:
    """A mark in a cell of half an em."""
    try:
        sort = single(book, face, char, half=True)
    except MissingGlyph:
        sort = single(book, face, char)
    return GlyphCell(sort.face, sort.glyph, Em((0.5 - sort.advance) / 2) if sort.advance < 0.5 else Em(0.0), Em(0.5), char)


def dash(book: FontBook, face: str, text: str) -> Iterator[GlyphCell]:
    """A 破折号 as one unbroken rule two em wide."""
    shaped = book.face(face).shape(text)
    if len(shaped) == 1:
        yield GlyphCell(face, shaped[0].glyph, Em(0.0), Em(2.0), text)
    else:
        yield from (full(book, face, c) for c in text)


@remembered(4096)
def glyph_cells(book: FontBook, face: str, text: str) -> tuple[GlyphCell, ...]:
    """The glyphs of a line of display type: Han on the em, marks on half an em, Latin as shaped. A head is measured in dozens of sizes, but shaped once."""
    return tuple(_display_sorts(book, face, text))


def _display_sorts(book: FontBook, face: str, text: str) -> Iterator[GlyphCell]:
    text, i = text.translate(UNPRINTED), 0
    while i < len(text):
        j = i
        while j < len(text) and (text[j].isascii() or char_class(text[j]) == "LATIN"):  # é and ō are Latin too
            j += 1
        if j > i:
            yield from latin(book, face, text[i:j])
            i = j
        elif text.startswith(DASH, i):
            yield from dash(book, face, DASH)
            i += 2
        else:
            j = i + 1
            while j < len(text) and char_class(text[j]) == "COMB":
                j += 1
            yield half(book, face, text[i]) if text[i] in HALF_IN_DISPLAY else full(book, face, text[i:j])
            i = j


def display_width(book: FontBook, parts: Sequence[StyledText]) -> Pt:
    """The width of a line of display type without the tracking after its last character."""
    total, tracking = 0.0, 0.0
    for part in parts:
        for sort in glyph_cells(book, part.type.face, part.text):
            total += sort.advance * part.type.size * part.type.stretch + part.type.tracking
            tracking = part.type.tracking
    return total - tracking


def set_display(kit: Kit, parts: Sequence[StyledText], at: Point, anchor: float = 0.0) -> tuple[GlyphRun, ...]:
    """A line of display type. `anchor` 0 starts at the point, 0.5 is centred on it, 1 ends there."""
    pen = at.x - anchor * display_width(kit.book, parts)
    runs: list[GlyphRun] = []
    for part in parts:
        placed = []
        for sort in glyph_cells(kit.book, part.type.face, part.text):
            placed.append((sort, pen))
            pen += sort.advance * part.type.size * part.type.stretch + part.type.tracking
        runs.extend(runs_of(placed, part.type.size, at.y, ink_of(kit, part.type.ink), part.type.stretch))
    return tuple(runs)


def ink_of(kit: Kit, name: str) -> Ink:
    """An ink of the house by name."""
    found: Ink = getattr(kit.house.look.inks, name)
    return found


def runs_of(placed: Sequence[tuple[GlyphCell, Pt]], size: Pt, baseline: Pt, ink: Ink, stretch: float = 1.0) -> list[GlyphRun]:
    """Neighbouring glyphs of one face become one run."""
    runs: list[GlyphRun] = []
    start = 0
    for end in range(1, len(placed) + 1):
        if end == len(placed) or placed[end][0].face != placed[start][0].face:
            group = placed[start:end]
            x0 = group[0][1] + group[0][0].dx * size * stretch
            glyphs = tuple(Glyph(s.glyph, x + s.dx * size * stretch - x0, s.text) for s, x in group)
            runs.append(GlyphRun(group[0][0].face, size, Point(x0, baseline), glyphs, ink=ink, stretch=stretch))
            start = end
    return runs


def set_copy(kit: Kit, line: SetLine, at: Point, size: Pt | None = None) -> tuple[GlyphRun, ...]:
    """A composed line of copy; `at` is the left end of its measure on the baseline."""
    runs: list[GlyphRun] = []
    pieces = line.pieces
    start = 0
    for end in range(1, len(pieces) + 1):
        if end == len(pieces) or pieces[end].voice != pieces[start].voice:
            voice = kit.voice(pieces[start].voice)
            em = size or voice.size
            placed = [(sort, at.x + x * em) for piece in pieces[start:end] for sort, x in _piece(kit.book, voice.face, piece)]
            runs.extend(runs_of(placed, em, at.y, ink_of(kit, voice.ink)))
            start = end
    return tuple(runs)


def _piece(book: FontBook, face: str, piece: LinePiece) -> Iterator[tuple[GlyphCell, Em]]:
    match piece.form:
        case "full":
            sorts: Iterator[GlyphCell] = iter([full(book, face, piece.text)])
        case "half":
            sorts = iter([half(book, face, piece.text)])
        case "dash":
            sorts = dash(book, face, piece.text)
        case _:
            sorts = latin(book, face, piece.text)
    x = Em(piece.x)
    for sort in sorts:
        yield sort, x
        x = Em(x + sort.advance)


@dataclass(frozen=True, slots=True)
class InkSpan:
    """Top and foot of the ink of a line of display type, in em above and below the baseline."""

    top: Em
    foot: Em


@remembered(4096)
def ink_span(book: FontBook, face: str, text: str) -> InkSpan:
    """How far the ink of a line reaches above and below its baseline."""
    boxes = [book.face(s.face).extents(s.glyph) for s in glyph_cells(book, face, text)]
    inked = [b for b in boxes if b.y1 > b.y0]
    if not inked:
        return InkSpan(Em(0.84), Em(0.08))
    return InkSpan(Em(max(b.y1 for b in inked)), Em(-min(b.y0 for b in inked)))
