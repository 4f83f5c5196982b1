"""Vertical lines (竖排): what stands in each cell, how long it is, and what blank it may lose at its top or foot (typesetting §7.6).

Classes, marks in pairs and the ends of a line are those of horizontal composition, left read as top and right as foot. Copy stays copy: a cell knows the
characters the editor wrote, and `printed` what stands for them in a vertical line (“ ” ‘ ’ are printed as 『 』 「 」, GB/T 15834 5.2.3).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from paperlayout.text.classes import HALF_CONNECTORS, LATIN_TOKEN, PAUSES, WIDE_SIGNS
from paperlayout.text.composition import Composition, Metrics, Span
from paperlayout.text.squeeze import STYLES, squeeze
from paperlayout.text.tokens import Token, tokenise

Form = Literal["upright", "mark", "turned", "rotated", "side"]
"""upright: as in a horizontal line · mark: the face's vertical form of a pause, at the upper right · turned: its vertical form of a bracket or dash,
a quarter round · rotated: the horizontal glyphs laid on their side · side: 纵中横, side by side in one cell."""

PRINTED = {"“": "『", "”": "』", "‘": "「", "’": "」"}
FIXED = frozenset("：；？！")
"""Marks that keep their whole cell (CLREQ)."""
TYPED_SPACE = {" ": 0.5, "\u3000": 1.0}
"""Blanks that part the halves of a head, in em; between Latin words the face's own space stands."""

_PARTS = re.compile(r"(\u3000|(?<![!-~]) | (?![!-~]))")
_UPRIGHT = re.compile(r"\d|[A-Za-z]|(?=\w*[A-Z])[A-Z\d]{2,4}")
_SIDE = re.compile(r"\d{2,3}|\d{1,2}[%‰°]")
LONG_NUMBER = re.compile(r"(?<![\dA-Za-z])\d{4,}(?![\dA-Za-z])")
"""Figures that lie on their side in a vertical line; Han numerals read better (GB/T 15835)."""


@dataclass(frozen=True, slots=True)
class VerticalCell:
    """One cell of a vertical line: its copy, how it stands, its length in em, the blanks it may still lose, and how far its top blank is gone."""

    text: str
    form: Form
    length: float
    top: float = 0.0
    bottom: float = 0.0
    raised: float = 0.0

    @property
    def printed(self) -> str:
        """The characters that stand for the copy."""
        return PRINTED.get(self.text, self.text)


def vertical_cells(text: str, metrics: Metrics, rules: Composition) -> tuple[VerticalCell, ...]:
    """The cells of a line before its ends are trimmed."""
    cells: list[VerticalCell] = []
    for part in _PARTS.split(text):
        if part in TYPED_SPACE:
            cells.append(VerticalCell(part, "upright", TYPED_SPACE[part]))
        elif part:
            cells += _part(part, metrics, rules)
    return tuple(cells)


def trimmed(cells: tuple[VerticalCell, ...], rules: Composition) -> tuple[VerticalCell, ...]:
    """The line without the blanks at its top and foot."""
    style, ends = STYLES[rules.style], list(cells)
    if ends and style.start and rules.line_start == "half":
        ends[0] = replace(ends[0], length=ends[0].length - ends[0].top, top=0.0, raised=ends[0].raised + ends[0].top)
    if ends and style.end and rules.line_end == "half":
        ends[-1] = replace(ends[-1], length=ends[-1].length - ends[-1].bottom, bottom=0.0)
    return tuple(ends)


def _part(text: str, metrics: Metrics, rules: Composition) -> Iterator[VerticalCell]:
    tokens = [_fixed(token) for token in tokenise((Span(text),), metrics, rules)]
    for natural, token in zip(tokens, squeeze(list(tokens), rules), strict=True):
        if token.before in ("word", "hardword"):
            yield VerticalCell(" ", "upright", token.space)
        yield from _cells(token, natural.left - token.left)


def _fixed(token: Token) -> Token:
    return token._replace(width=1.0, left=0.0, right=0.0) if token.text in FIXED else token


def _cells(token: Token, raised: float) -> Iterator[VerticalCell]:
    """The cells of one token."""
    text, cls = token.text, token.cls
    if cls in LATIN_TOKEN and text not in WIDE_SIGNS:
        yield from _latin(token)
    elif cls == "EX" and len(text) > 1:  # two marks share a cell as they do in a horizontal line
        yield from (VerticalCell(text[i : i + 2], "side" if i + 1 < len(text) else "mark", 1.0) for i in range(0, len(text), 2))
    elif cls in ("INTER", "SOL") or (cls == "CONN" and text[0] in HALF_CONNECTORS):
        yield VerticalCell(text, "rotated", token.width)
    elif cls in ("OP", "CL", "DASH", "ELL", "CONN"):
        yield VerticalCell(text, "turned", token.width, token.left, token.right, raised)
    else:
        yield VerticalCell(text, "mark" if cls in PAUSES else "upright", token.width, token.left, token.right, raised)


def _latin(token: Token) -> Iterator[VerticalCell]:
    """A letter, an acronym of up to four and a figure stand upright, numbers of two or three side by side, all else on its side."""
    if _UPRIGHT.fullmatch(token.text):
        yield from (VerticalCell(char, "upright", 1.0) for char in token.text)
    elif _SIDE.fullmatch(token.text):
        yield VerticalCell(token.text, "side", 1.0)
    else:
        yield VerticalCell(token.text, "rotated", token.width)
