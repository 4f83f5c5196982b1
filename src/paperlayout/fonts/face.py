"""One opened face: glyphs, widths, ink, shaped words and the subset that goes into a PDF. Lengths in em, y up."""

import itertools
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb  # type: ignore[import-untyped]

from paperlayout.memo import Memo, remembered

HALF = 0xF0000  # the half-width form of a mark is mapped at this + its code point
LATIN = 0x100000  # the proportional form of a quote or dash; U+201C itself is the Chinese quote, 1 em wide
QUOTES = "‘’“”—…"
BRACKET = "（"

# What a PDF viewer does not read from an embedded TrueType program: it gets widths, names and text from the PDF.
LEFT_OUT = ("GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post", "BASE", "vhea", "vmtx", "kern")


PRIVATE = (0xF0000, 0x10FFFF)
"""The private planes, where half-width marks stand."""


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


@dataclass(frozen=True, slots=True)
class GlyphBox:
    """The box of a glyph's ink from the pen on the baseline; all 0 when blank."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class ShapedGlyph:
    """A glyph of a shaped word: how far the pen goes on (down, in a vertical line), its shift, and the characters it stands for."""

    glyph: int
    advance: float
    dx: float
    dy: float
    text: str


class Face:
    """One opened face. `ascent` and `descent` are those of the em box; `bbox` is the ink of all glyphs together."""

    def __init__(self, face_id: str, path: Path) -> None:
        self.id, self.path, self.memo = face_id, path, Memo()
        self._face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(self._face)
        self.upem = int(self._face.upem)
        self.ps_name = str(self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face_id)
        self._read_tables()
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._extents: dict[int, GlyphBox] = {}

    def _read_tables(self) -> None:
        os2 = bytes(self._face.reference_table("OS/2").data)
        head = bytes(self._face.reference_table("head").data)
        (self.weight,) = struct.unpack_from(">H", os2, 4)
        ascent, descent = struct.unpack_from(">hh", os2, 68)
        (cap_height,) = struct.unpack_from(">h", os2, 88)
        x0, y0, x1, y1 = struct.unpack_from(">4h", head, 36)
        em = self.upem
        self.ascent, self.descent, self.cap_height = ascent / em, descent / em, cap_height / em
        self.bbox = (x0 / em, y0 / em, x1 / em, y1 / em)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character the face has, its own half-width forms left out."""
        return frozenset(chr(code) for code in self._face.unicodes if not PRIVATE[0] <= code <= PRIVATE[1])

    def glyph(self, char: str) -> int:
        """The glyph of one character, 0 when the face has none. With a variation selector: of its variant, or the common form."""
        found = self._glyphs.get(char)
        if found is None:
            variant = self._font.get_variation_glyph(ord(char[0]), ord(char[1])) if len(char) > 1 else None
            found = self._glyphs[char] = int(variant or self._font.get_nominal_glyph(ord(char[0])) or 0)
        return found

    def advance(self, glyph: int) -> float:
        """The width of a glyph's cell in a horizontal line."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self._font.get_glyph_h_advance(glyph) / self.upem
        return found

    def extents(self, glyph: int) -> GlyphBox:
        """The ink of a glyph."""
        found = self._extents.get(glyph)
        if found is None:
            found = self._extents[glyph] = self._ink(glyph)
        return found

    def _ink(self, glyph: int) -> GlyphBox:
        box = self._font.get_glyph_extents(glyph)
        if box is None:
            return GlyphBox(0.0, 0.0, 0.0, 0.0)
        em, left, top = self.upem, box.x_bearing, box.y_bearing
        return GlyphBox(left / em, (top + box.height) / em, (left + box.width) / em, top / em)

    @remembered(1 << 14)
    def shape(self, text: str, vertical: bool = False) -> tuple[ShapedGlyph, ...]:
        """A Latin word or number with kerning and Latin quotes, a dash —— as one rule, or a vertical line with upright forms."""
        latin = not vertical and is_latin(text)
        buffer = hb.Buffer()
        buffer.add_str(self._latin_quotes(text) if latin else text)
        buffer.direction = "ttb" if vertical else "ltr"
        buffer.script, buffer.language = ("Latn", "en") if latin else ("Hani", "zh-Hans")
        hb.shape(self._font, buffer)
        return tuple(self._placed(buffer, text, vertical))

    def _latin_quotes(self, text: str) -> str:
        forms = {ord(char): LATIN + ord(char) for char in QUOTES if self.glyph(chr(LATIN + ord(char)))}
        return text.translate(forms)

    def _placed(self, buffer: hb.Buffer, text: str, vertical: bool) -> Iterable[ShapedGlyph]:
        infos, positions, em = buffer.glyph_infos, buffer.glyph_positions or (), self.upem  # None for an empty line
        starts = sorted({info.cluster for info in infos}) + [len(text)]
        ends = dict(itertools.pairwise(starts))
        for info, place in zip(infos, positions, strict=True):
            source = text[info.cluster : ends.pop(info.cluster, info.cluster)]
            advance = -place.y_advance if vertical else place.x_advance
            yield ShapedGlyph(info.codepoint, advance / em, place.x_offset / em, place.y_offset / em, source)

    @property
    def has_vertical_forms(self) -> bool:
        """Whether brackets turn in a vertical line; the brush has no such forms."""
        return self.shape(BRACKET, vertical=True)[0].glyph != self.glyph(BRACKET)

    def subset(self, glyphs: frozenset[int]) -> bytes:
        """A TrueType program with these glyphs under their own ids, for embedding. Same glyphs, same bytes."""
        wanted = hb.SubsetInput()
        flags = hb.SubsetFlags
        wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.RETAIN_GIDS
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update({_tag(name) for name in LEFT_OUT})
        return bytes(wanted.subset(self._face).blob.data)


def is_latin(text: str) -> bool:
    """Whether a token is set as Latin: it has a letter or digit from before the CJK blocks and no Han."""
    return any(char.isalnum() for char in text) and all(char < "⺀" for char in text)
