"""Faces inside the PDF: one Type 0 font per face and document, whose codes are the face's own glyph ids."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.draw.objects import LEVEL, PdfArray, PdfDictionary, PdfFile, Reference, Value, array, dictionary, name, number, string
from paperlayout.fonts.book import FontBook
from paperlayout.fonts.face import Face
from paperlayout.memo import remembered

EM = 1000  # PDF measures glyphs in thousandths of an em
NOTDEF = 0
SYMBOLIC = 4  # ISO 32000-1, 9.8.2: the glyphs are outside the standard Latin set
GENRE_FLAGS = {"song": 2, "kai": 8, "brush": 8}  # serif, script
NAMES_PER_BLOCK = 100  # a CMap section holds no more

CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


@dataclass(frozen=True, slots=True)
class Program:
    """A subset face as it goes into the file: compressed, its length before, and the tag that tells subsets apart."""

    data: bytes
    length: int
    tag: str


@remembered(8)
def program(face: Face, glyphs: frozenset[int]) -> Program:
    """The subset of a face with these glyphs. Kept, since a page drawn again mostly needs the same."""
    cut = face.subset(glyphs)
    digest = hashlib.sha256(repr(sorted(glyphs)).encode("ascii")).digest()
    return Program(zlib.compress(cut, LEVEL), len(cut), "".join(chr(ord("A") + byte % 26) for byte in digest[:6]))


class EmbeddedFace:
    """A face in use in a document: `glyph` notes what is drawn with it, `add_to` puts that much of it into the file."""

    def __init__(self, key: str, face: Face) -> None:
        self.key, self.face = key, face
        self._texts: dict[int, str] = {}
        self._widths: dict[int, float] = {}

    def note(self, glyph: int, text: str) -> None:
        """A glyph is drawn that stands for this copy. The first copy a glyph stood for is what a reader of the file will find."""
        if not self._texts.get(glyph):
            self._texts[glyph] = text

    def width(self, glyph: int) -> float:
        """A glyph's width in thousandths, just as the file states it, so that the pen here and in the viewer agree."""
        found = self._widths.get(glyph)
        if found is None:
            found = self._widths[glyph] = round(self.face.advance(glyph) * EM, 2)
        return found

    def add_to(self, file: PdfFile) -> Reference:
        """The font with its subset, widths and text."""
        subset = program(self.face, frozenset(self._texts) | {NOTDEF})
        base = name(f"{subset.tag}+{self.face.ps_name.replace(' ', '')}")
        system = dictionary(Registry=string("Adobe"), Ordering=string("Identity"), Supplement=0)
        cid_font = dictionary(
            Type="/Font", Subtype="/CIDFontType2", BaseFont=base, CIDSystemInfo=system, CIDToGIDMap="/Identity", DW=EM, W=self._width_array(),
            FontDescriptor=file.add(f"{self.key}.descriptor", self._descriptor(file, base, subset)),
        )  # fmt: skip
        type0 = dictionary(
            Type="/Font", Subtype="/Type0", BaseFont=base, Encoding="/Identity-H",
            DescendantFonts=array(file.add(f"{self.key}.cid", cid_font)),
            ToUnicode=file.add_flate(f"{self.key}.unicode", self._to_unicode().encode("ascii")),
        )  # fmt: skip
        return file.add(self.key, type0)

    def _descriptor(self, file: PdfFile, base: str, subset: Program) -> PdfDictionary:
        face, entries = self.face, dictionary(Filter="/FlateDecode", Length1=subset.length)
        return dictionary(
            Type="/FontDescriptor", FontName=base, Flags=SYMBOLIC | GENRE_FLAGS.get(face.id.partition("-")[0], 0), ItalicAngle=0,
            FontBBox=array(*(round(edge * EM) for edge in face.bbox)), Ascent=round(face.ascent * EM), Descent=round(face.descent * EM),
            CapHeight=round(face.cap_height * EM), StemV=round(50 + (face.weight / 65) ** 2),
            FontFile2=file.add_stream(f"{self.key}.program", subset.data, entries),
        )  # fmt: skip

    def _width_array(self) -> PdfArray:
        """Runs of neighbouring ids that are not one em wide: first id, then their widths."""
        entries: list[Value] = []
        narrow = sorted(glyph for glyph in self._texts if self.width(glyph) != EM)
        for run in _runs(narrow):
            entries += [run[0], array(*(number(self.width(glyph)) for glyph in run))]
        return array(*entries)

    def _to_unicode(self) -> str:
        texts = sorted((glyph, text) for glyph, text in self._texts.items() if text and glyph != NOTDEF)
        lines = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in texts]
        blocks = (lines[at : at + NAMES_PER_BLOCK] for at in range(0, len(lines), NAMES_PER_BLOCK))
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return CMAP_HEAD + body + CMAP_FOOT


def _runs(ids: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for one in ids:
        if run and one != run[-1] + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


class Faces:
    """The faces a document uses, in the order of their first use."""

    def __init__(self, book: FontBook) -> None:
        self._book = book
        self._used: dict[str, EmbeddedFace] = {}

    def use(self, face_id: str) -> EmbeddedFace:
        """The face of that id, ready to be drawn with."""
        found = self._used.get(face_id)
        if found is None:
            found = self._used[face_id] = EmbeddedFace(f"F{len(self._used) + 1}", self._book.face(face_id))
        return found

    def add_to(self, file: PdfFile) -> dict[str, Reference]:
        """All faces put into the file, by resource name."""
        return {face.key: face.add_to(file) for face in self._used.values()}
