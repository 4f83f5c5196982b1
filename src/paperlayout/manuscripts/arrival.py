"""A manuscript as it arrived, before anybody has sorted it: its lines with what the file itself says of each, and the pictures in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from paperlayout.diag import Diagnostic, Origin

Shape = Literal["plain", "title", "subtitle", "heading", "caption", "quote", "list", "fence", "picture"]
EDGES = " \t　\u00a0\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class ManuscriptPicture:
    """A picture of a manuscript: `data` when it was embedded, else the name of its file."""

    suffix: str
    data: bytes = field(default=b"", repr=False)
    name: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ManuscriptLine:
    """One paragraph. `size` in points where the file gives one (0: not), `strong`: all of it is bold, `gap`: a blank line stood before it.

    A line of shape `fence` holds a whole table, its rows parted by line breaks and its cells by tabs.
    """

    text: str
    origin: Origin
    shape: Shape = "plain"
    level: int = 0
    size: float = 0.0
    centred: bool = False
    strong: bool = False
    indented: bool = False
    gap: bool = False
    picture: ManuscriptPicture | None = None

    @property
    def bare(self) -> str:
        """The copy without the marks of bold."""
        return self.text.replace("**", "") or self.text

    def said(self, text: str) -> "ManuscriptLine":
        """The same line with other copy."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A manuscript file: its lines, and what there is to say about reading it."""

    file: str
    lines: tuple[ManuscriptLine, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def renumbered(lines: Iterable[ManuscriptLine], file: str) -> tuple[ManuscriptLine, ...]:
    """Lines placed as those of another file: its name, and their own numbers."""
    return tuple(replace(line, origin=replace(line.origin, file=file)) for line in lines)
