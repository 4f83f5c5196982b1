"""Which characters of a copy a face has not itself, and who steps in for them."""

from collections import Counter
from dataclasses import dataclass

from paperlayout.check.glyphs import SPACES
from paperlayout.fonts.book import FontBook


@dataclass(frozen=True, slots=True)
class Coverage:
    """A face against a copy: how many different characters were asked for, those a stand-in gives (by its face), and those nobody has."""

    face: str
    asked: int
    lent: tuple[tuple[str, str], ...]
    missing: str


def coverage(text: str, face: str, book: FontBook) -> Coverage:
    """How far a face covers a text; the most frequent characters come first."""
    counts = Counter(char for char in text if char not in SPACES)
    lent: dict[str, str] = {}
    missing = ""
    for char, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        placed = book.find(face, char)
        if placed is None:
            missing += char
        elif placed.face_id != face:
            lent[placed.face_id] = lent.get(placed.face_id, "") + char
    return Coverage(face, len(counts), tuple(sorted(lent.items())), missing)
