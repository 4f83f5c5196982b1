"""Step 6: setting a line: its adjustment is spread over blanks and gaps, and every piece gets its place (typesetting §3.4, §3.5)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from paperlayout.text.classes import HALF_CELL, LATIN_TOKEN, WIDE_SIGNS
from paperlayout.text.fit import EPS, LineFit
from paperlayout.text.prefix_sums import LEFT_STAGE, RIGHT_STAGE, PrefixSums, space_shrink, space_stretch, staged_blank
from paperlayout.text.tokens import Token

Form = Literal["full", "half", "latin", "dash"]
OUTSIDE = -1
_SPACE_TEXT = {"word": " ", "hardword": " ", "slogan": " ", "wide": "\u3000"}


@dataclass(frozen=True, slots=True)
class LinePiece:
    """What the caller draws as one: a Han or mark, a Latin word, a number, a dash; `x` in em from the measure's left edge.

    `start` is where it stands in the paragraph's copy; below 0 for what does not belong to it.
    """

    text: str
    voice: str
    x: float
    form: Form
    width: float
    start: int = OUTSIDE


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with its pieces in place; `text` is its copy without the typed spaces that were dropped."""

    pieces: tuple[LinePiece, ...]
    text: str
    ends_paragraph: bool
    adjust: LineFit

    def moved(self, by: float, places: int = 0) -> "SetLine":
        """The line so many em further right, its pieces counted from so many characters further on in the copy."""
        return replace(self, pieces=tuple(replace(p, x=p.x + by, start=p.start + places) for p in self.pieces))


@dataclass(frozen=True, slots=True)
class Placement:
    """One line of a strip to be set: tokens first to after-1 from `x` on, with its fit; `full_end` keeps the last mark's blank."""

    strip: PrefixSums
    first: int
    after: int
    x: float
    fit: LineFit
    full_end: bool = False

    def share(self, stage: str) -> float:
        """The part of a stage's capacity that the line uses."""
        amount = dict(self.fit.used).get(stage, 0.0)
        running = self.strip.shrink.get(stage) or self.strip.stretch.get(stage)
        return amount / running.between(self.first, self.after) if amount and running else 0.0


def place(line: Placement) -> tuple[LinePiece, ...]:
    """The pieces of one line."""
    pieces: list[LinePiece] = []
    x = line.x
    shares = {stage: line.share(stage) for stage in (*line.strip.shrink, *line.strip.stretch)}
    gaps = line.strip.gaps.between(line.first, line.after)
    for at in range(line.first, line.after):
        token = line.strip.tokens[at]
        if at > line.first:
            x += _space(token, line.strip, shares)
            x += line.fit.stretch if line.strip.stretchy[at] or not gaps else 0.0
            x -= line.fit.tracking if line.strip.trackable[at] else 0.0
        left, right = _blanks(line, at, shares)
        if token.hyphen and at == line.after - 1:
            token = token._replace(text=token.text + "-", width=token.width + token.hyphen)
        pieces.extend(_pieces(token, x, left, right))
        x += left + token.width - token.left - token.right + right
    return tuple(pieces)


def line_text(strip: PrefixSums, first: int, after: int) -> str:
    """The copy of a line; a typed blank that falls to a line end is copy all the same and stays at the end of its line."""
    tokens = strip.tokens[first:after]
    end = _SPACE_TEXT.get(strip.tokens[after].before, "") if after < len(strip.tokens) else ""
    return "".join(_SPACE_TEXT.get(token.before, "") + token.text if at else token.text for at, token in enumerate(tokens)) + end


def _space(token: Token, strip: PrefixSums, shares: dict[str, float]) -> float:
    """The set width of the blank before a token."""
    if not token.space:
        return 0.0
    shrink, give = space_shrink(token, strip.rules)
    stretch, more = space_stretch(token, strip.rules)
    return token.space - give * shares.get(shrink, 0.0) + more * shares.get(stretch, 0.0)


def _blanks(line: Placement, at: int, shares: dict[str, float]) -> tuple[float, float]:
    """What is left of a token's own blanks: none at a trimmed edge, less where its stage gave way."""
    token = line.strip.tokens[at]
    if not (token.left or token.right):
        return 0.0, 0.0
    left = _kept(token.left, LEFT_STAGE.get(token.cls, ""), line.strip, shares)
    if at == line.first:
        left = token.left + token.space - line.strip.lead[at]
    right = _kept(token.right, RIGHT_STAGE.get(token.cls, ""), line.strip, shares)
    if at == line.after - 1:
        right = token.right if line.full_end or line.fit.kept else token.right - line.strip.trail[at]
    return left, right


def _kept(blank: float, stage: str, strip: PrefixSums, shares: dict[str, float]) -> float:
    """What a mark's blank measures after its stages gave way."""
    if not blank or not shares:
        return blank
    return blank - sum(part * shares.get(name, 0.0) for name, part in staged_blank(blank, stage, strip.rules))


def _pieces(token: Token, x: float, left: float, right: float) -> Iterator[LinePiece]:
    """A token as pieces; a mark that lost any of its blank is drawn by its half-width form, its ink in half an em at x."""
    text, cls, voice, start = token.text, token.cls, token.voice, token.start
    x += token.pad
    if cls in LATIN_TOKEN and text[0] not in WIDE_SIGNS:
        yield LinePiece(text, voice, x, "latin", token.width - token.pad - token.after, start)
    elif cls == "DASH":
        yield LinePiece(text, voice, x, "dash", token.width - token.pad - token.after, start)
    elif cls == "ELL":
        yield from (LinePiece(char, voice, x + at, "full", 1.0, start + at) for at, char in enumerate(text))
    elif cls == "EX" and len(text) > 1:
        for at, char in enumerate(text):
            full = at == len(text) - 1 and right > 0.5 - EPS
            yield LinePiece(char, voice, x + 0.5 * at, "full" if full else "half", 1.0 if full else 0.5, start + at)
    elif _fills_cell(token, left, right):
        yield LinePiece(text, voice, x, "full", 1.0, start)
    else:
        yield LinePiece(text, voice, x + left, "half", 0.5, start)


def _fills_cell(token: Token, left: float, right: float) -> bool:
    """Whether a mark is drawn by its full-width form; those in the middle of a cell have none."""
    core = token.width - token.left - token.right
    return core > 1.0 - EPS or (token.cls not in _CENTRED and left + core + right > 1.0 - EPS)


_CENTRED = HALF_CELL | {"CONN"}
