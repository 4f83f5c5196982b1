"""The faces the paper owns: opened when first asked for, and for every character the face that has it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from paperlayout import resources
from paperlayout.fonts.face import HALF, Face, ShapedGlyph
from paperlayout.memo import Memo

# Who steps in for a character a face lacks, before LAST, which has the whole repertoire and ends every chain.
# The trimmed song, hei and kai faces hold the same 8105 characters, so weights cannot help each other out; the brush has 6763.
STAND_INS: dict[str, tuple[str, ...]] = {"brush-400": ("kai-400",)}
LAST = "song-400"


class FontMissing(LookupError):
    """A face id that the paper does not own."""


@dataclass(frozen=True, slots=True)
class FaceGlyph:
    """A glyph and the face it is taken from."""

    face_id: str
    glyph: int


class FontBook:
    """The paper's faces by id, such as song-400; the id is the file's name without .ttf."""

    def __init__(self, folder: Path | None = None) -> None:
        self.memo = Memo()
        self._folder = folder
        self._faces: dict[str, Face] = {}
        self._found: dict[tuple[str, str, bool], FaceGlyph | None] = {}

    @cached_property
    def _paths(self) -> dict[str, Path]:
        folder = self._folder or resources.folder("fonts")
        return {path.stem: path for path in sorted(folder.glob("*.ttf"))}

    def ids(self) -> tuple[str, ...]:
        """The ids of all faces, in alphabetical order."""
        return tuple(self._paths)

    def face(self, face_id: str) -> Face:
        """The face of that id, opened on first use. Raises FontMissing."""
        found = self._faces.get(face_id)
        if found is None:
            found = self._faces[face_id] = self._open(face_id)
        return found

    def _open(self, face_id: str) -> Face:
        path = self._paths.get(face_id)
        if path is None:
            raise FontMissing(f"no face {face_id}; there are {', '.join(self._paths) or 'none at all'}")
        return Face(face_id, path)

    def find(self, face_id: str, char: str, half: bool = False) -> FaceGlyph | None:
        """The glyph of a character, or of a mark's half-width form, from the face or its stand-ins; None when no face has it."""
        key = (face_id, char, half)
        if key not in self._found:
            self._found[key] = self._search(face_id, chr(HALF + ord(char)) if half else char)
        return self._found[key]

    def _search(self, face_id: str, char: str) -> FaceGlyph | None:
        for candidate in (face_id, *STAND_INS.get(face_id, ()), LAST):
            if glyph := self.face(candidate).glyph(char):
                return FaceGlyph(candidate, glyph)
        return None

    def upright(self, face_id: str, text: str, form: bool = False) -> tuple[str, tuple[ShapedGlyph, ...]] | None:
        """The cell of a vertical line with the face it is taken from; with `form`, from one that has vertical forms. None when no face has it."""
        for candidate in (face_id, *STAND_INS.get(face_id, ()), LAST):
            face = self.face(candidate)
            if all(face.glyph(char) for char in text) and (face.has_vertical_forms or not form):
                return candidate, face.shape(text, vertical=True)
        return None

    def measure(self, face_id: str, text: str) -> float:
        """The natural width of a Latin word or number in em; characters the face lacks are measured in their stand-ins."""
        face = self.face(face_id)
        if all(face.glyph(char) for char in text):
            return sum(shaped.advance for shaped in face.shape(text))
        places = (self.find(face_id, char) for char in text)
        return sum(self.face(place.face_id).advance(place.glyph) for place in places if place)
