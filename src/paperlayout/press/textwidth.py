"""How far text runs in a file's fonts: code lengths and widths, as far as they are told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Object

UNTOLD_WIDTH = 500.0
"""Width in thousandths of a glyph whose font does not say."""


@dataclass(frozen=True, slots=True)
class Font:
    """What is needed of a font to know how far its text runs: code length, widths by code, its name."""

    name: str
    two_bytes: bool
    widths: dict[int, float] = field(hash=False)
    default: float

    def codes(self, text: bytes) -> list[int]:
        """The character codes of a string."""
        return [int.from_bytes(text[i : i + 2], "big") for i in range(0, len(text), 2)] if self.two_bytes else list(text)

    def width(self, codes: list[int]) -> float:
        """Their width together in thousandths of the size."""
        return sum(self.widths.get(code, self.default) for code in codes)


UNKNOWN = Font("", False, {}, UNTOLD_WIDTH)


def font_of(font: Object) -> Font:
    """A font as far as the run of its text goes."""
    name = str(font.get("/BaseFont", "/")).lstrip("/")
    if str(font.get("/Subtype")) == "/Type0":
        inner = font.DescendantFonts[0]
        return Font(name, True, dict(_cid_widths(inner.get("/W", ()))), float(inner.get("/DW", 1000)))
    first = int(font.get("/FirstChar", 0))
    return Font(name, False, {first + i: float(width) for i, width in enumerate(font.get("/Widths", ()))}, UNTOLD_WIDTH)


def _cid_widths(array: Any) -> Iterator[tuple[int, float]]:
    """The two forms a W array has: first id and a list, or first id, last id and one width (ISO 32000-1, 9.7.4.3)."""
    values, at = list(array), 0
    while at + 1 < len(values):
        first = int(values[at])
        if isinstance(values[at + 1], int | float) or not hasattr(values[at + 1], "__iter__"):
            yield from ((code, float(values[at + 2])) for code in range(first, int(values[at + 1]) + 1))
            at += 3
        else:
            yield from ((first + i, float(width)) for i, width in enumerate(values[at + 1]))
            at += 2
