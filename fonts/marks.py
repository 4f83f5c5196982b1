"""The marks a newspaper needs and a typeface lacks: half-width punctuation, whole-em quotes and dashes, Latin quotes."""

from collections.abc import Iterable

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HALF = 0xF0000  # half-width form of a mark
LATIN = 0x100000  # proportional form of a quote or dash, for Latin words

OPENING = "“‘（《〈「『【〖〔［｛〘〚〝｟"
CLOSING = "”’）》〉」』】〗〕］｝〙〛〞〟｠，、；：。．！？"
CENTRED = "·–/-"
RAISED = "·–-"  # Latin faces draw them for lower-case letters; between Han they belong at mid-height
NARROW = "“”‘’"
QUOTE_BEARING = 60  # white between a quote drawn narrow by its designer and the words it encloses
MARGIN = 10  # white kept at the edges of a half cell by a mark too wide or off centre for it
CENTRE = 380  # half the height of the em box, -120 to 880


class Marks:
    """A typeface on the bench: draws its marks anew and maps them."""

    def __init__(self, font: TTFont) -> None:
        self.font, self.glyphs, self.cmap = font, font.getGlyphSet(), dict(font.getBestCmap())
        self.em: int = font["head"].unitsPerEm

    def ink(self, glyph: str) -> tuple[float, float, float, float]:
        """The box of a glyph's ink in font units, as the glyf table counts it: over control points too."""
        pen = ControlBoundsPen(self.glyphs)
        self.glyphs[glyph].draw(pen)
        return pen.bounds or (0, 0, 0, 0)

    def advance(self, glyph: str) -> int:
        """The width of a glyph's cell in font units."""
        return int(self.font["hmtx"].metrics[glyph][0])

    def put(self, name: str, outline: DecomposingRecordingPen, move: Transform, advance: int) -> None:
        """Draw an outline, moved, as glyph `name`; a glyph of that name is replaced."""
        pen = TTGlyphPen(None)
        outline.replay(TransformPen(pen, move))
        glyph = pen.glyph()
        self.font["glyf"][name] = glyph
        glyph.recalcBounds(self.font["glyf"])
        self.font["hmtx"].metrics[name] = (advance, glyph.xMin)
        if "vmtx" in self.font:
            self.font["vmtx"].metrics[name] = (self.em, CENTRE + self.em // 2 - glyph.yMax)

    def outline(self, glyph: str) -> DecomposingRecordingPen:
        """A glyph's contours, composites taken apart."""
        pen = DecomposingRecordingPen(self.glyphs)
        self.glyphs[glyph].draw(pen)
        return pen

    def map(self, code: int, glyph: str) -> None:
        """Let a code point stand for a glyph in every Unicode table that can hold it."""
        self.cmap[code] = glyph
        for table in self.font["cmap"].tables:
            if table.isUnicode() and (table.format == 12 or (table.format == 4 and code <= 0xFFFF)):
                table.cmap[code] = glyph

    def half_forms(self) -> None:
        """Half-width forms at HALF + code point, and full forms whose ink stands in the same half of their cell."""
        for char in OPENING + CLOSING:
            if glyph := self.cmap.get(ord(char)):
                self._halve(char, glyph)
        for char in CENTRED:
            if glyph := self.cmap.get(ord(char)) or self.cmap.get(ord("．")):
                ink = self.ink(glyph)
                lift = CENTRE - (ink[1] + ink[3]) / 2 if char in RAISED else 0
                self._add(HALF + ord(char), f"half{ord(char):04X}", self.outline(glyph), _centred(ink, self.em // 2).translate(0, lift))

    def _halve(self, char: str, glyph: str) -> None:
        opening, half, outline = char in OPENING, self.em // 2, self.outline(glyph)
        move = _into_half(self.ink(glyph), self.advance(glyph), opening, half)
        if char in NARROW and self.advance(glyph) < self.em:
            self._add(LATIN + ord(char), f"latin{ord(char):04X}", outline, Transform(), self.advance(glyph))
        self._add(HALF + ord(char), f"half{ord(char):04X}", outline, move)
        full = Transform().translate(half if opening else 0, 0).transform(move)
        if full != Transform() or self.advance(glyph) != self.em:
            self.put(glyph, outline, full, self.em)

    def _add(self, code: int, name: str, outline: DecomposingRecordingPen, move: Transform, advance: int = 0) -> None:
        self.put(name, outline, move, advance or self.em // 2)
        self.map(code, name)

    def dashes(self, vertical: Iterable[tuple[str, str]]) -> None:
        """Give a face without them the unbroken 2-em dash, its ligature, and dashes for vertical lines; `vertical` are the forms to keep."""
        dash = self.cmap[ord("—")]
        if ord("⸺") not in self.cmap:
            self._add(ord("⸺"), "twoemdash", self.outline(dash), Transform(2, 0, 0, 1, 0, 0), 2 * self.em)
        long = self.cmap[ord("⸺")]
        pairs = [*vertical]
        if "vmtx" in self.font:
            pairs += [(dash, "dash.vert"), (long, "long.vert")]
            self._upright(dash, "dash.vert", self.em)
            self._upright(long, "long.vert", 2 * self.em)
        self.finish()
        rules = "".join(f"  sub {flat} by {upright};\n" for flat, upright in pairs)
        turned = f"feature vert {{\n{rules}}} vert;\n" if rules else ""
        features = f"languagesystem DFLT dflt;\nfeature ccmp {{ sub {dash} {dash} by {long}; }} ccmp;\n{turned}"
        addOpenTypeFeaturesFromString(self.font, features, tables=["GSUB"])

    def _upright(self, flat: str, name: str, length: int) -> None:
        middle = (self.ink(flat)[1] + self.ink(flat)[3]) / 2
        turn = Transform().translate(self.em / 2, CENTRE).rotate(-1.5707963267948966).translate(-length / 2, -middle)
        self.put(name, self.outline(flat), turn, self.em)
        top = CENTRE + length // 2
        self.font["vmtx"].metrics[name] = (length, top - self.font["glyf"][name].yMax)

    def ellipsis(self) -> None:
        """Space the three dots of a narrow … over one em, at mid-height."""
        glyph = self.cmap[ord("…")]
        if self.advance(glyph) == self.em:
            return
        dot = self.cmap[ord("．")]
        left, bottom, right, top = self.ink(dot)
        pen = DecomposingRecordingPen(self.glyphs)
        for place in (1, 3, 5):
            move = (1, 0, 0, 1, round(self.em * place / 6 - (left + right) / 2), round(CENTRE - (bottom + top) / 2))
            self.glyphs[dot].draw(TransformPen(pen, move))
        self.put(glyph, pen, Transform(), self.em)

    def finish(self) -> None:
        """Make the list of glyphs whole again after glyphs were added."""
        order = list(self.font["glyf"].glyphs)
        self.font.setGlyphOrder(order)
        self.font["glyf"].glyphOrder = order


def _into_half(ink: tuple[float, float, float, float], advance: int, opening: bool, half: int) -> Transform:
    if advance > half:
        shift = half - advance if opening else 0
    else:
        shift = half - QUOTE_BEARING - ink[2] if opening else QUOTE_BEARING - ink[0]
    if ink[0] + shift >= 0 and ink[2] + shift <= half:
        return Transform(1, 0, 0, 1, shift, 0)
    return _centred(ink, half)


def _centred(ink: tuple[float, float, float, float], cell: int) -> Transform:
    scale = min(1.0, (cell - 2 * MARGIN) / (ink[2] - ink[0]))
    return Transform(scale, 0, 0, 1, round(cell / 2 - scale * (ink[0] + ink[2]) / 2), 0)
