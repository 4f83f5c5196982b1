"""Writing on proofs, in the paper's own faces."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from paperlayout.geometry import Point, Rect
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.page import BLACK, GlyphRun, Ink, Outline, Rule, Tint
from paperlayout.setting.horizontal import StyledText, display_width, ink_of, set_display
from paperlayout.units import Pt

NOTE, SMALL, LABEL, TITLE, STAMP = Type("song-400", 7.5), Type("hei-400", 5), Type("hei-400", 7), Type("hei-700", 11), Type("hei-900", 26)
GETA = "〓"
"""What compositors set for a character they do not have."""


@dataclass(frozen=True)
class ProofPen:
    """Draws type and lines of a proof; on a gray one red is black."""

    kit: Kit
    gray: bool

    @cached_property
    def red(self) -> Ink:
        return BLACK if self.gray else ink_of(self.kit, "red")

    def width(self, text: str, voice: Type) -> Pt:
        """How wide a line is."""
        return display_width(self.kit.book, (StyledText(self._known(text, voice), voice),))

    def line(self, text: str, voice: Type, at: Point, anchor: float = 0.0, ink: Ink = BLACK) -> Iterator[GlyphRun]:
        """A line of type on its baseline; `anchor` 0 starts at the point, 0.5 is centred on it, 1 ends there."""
        runs = set_display(self.kit, (StyledText(self._known(text, voice), voice),), at, anchor)
        return (replace(run, ink=ink) for run in runs)

    def wrapped(self, text: str, voice: Type, width: Pt) -> Iterator[str]:
        """A text in lines no wider than so much; breaks stand anywhere, as on a slip of paper."""
        line = ""
        for char in text:
            if line and self.width(line + char, voice) > width:
                yield line
                line = ""
            line += char
        if line:
            yield line

    def fitted(self, text: str, voice: Type, width: Pt) -> Type:
        """The voice, smaller where a line would be too wide in it."""
        wide = self.width(text, voice)
        return voice if wide <= width else replace(voice, size=voice.size * width / wide)

    def box(self, rect: Rect, weight: Pt = 0.5, ink: Ink = BLACK) -> Outline:
        return Outline(rect, weight, ink)

    def bar(self, rect: Rect) -> Tint:
        """A red bar."""
        return Tint(rect.corners(), self.red)

    def rule(self, x0: Pt, y0: Pt, x1: Pt, y1: Pt, weight: Pt = 0.25) -> Rule:
        return Rule(Point(x0, y0), Point(x1, y1), weight)

    def _known(self, text: str, voice: Type) -> str:
        """The text with 〓 where no face has a character: an old proof may hold one."""
        return "".join(char if self.kit.book.find(voice.face, char) else GETA for char in text)
