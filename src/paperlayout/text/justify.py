"""Step 6: setting a line: its adjustment is spread over blanks and gaps, and every piece gets its place (typesetting §3.4, §3.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from paperlayout.text.classes import LATIN_TOKEN, WIDE_SIGNS
from paperlayout.text.fit import EPS, Fit
from paperlayout.text.strip import RIGHT_STAGE, Strip, space_shrink, space_stretch
from paperlayout.text.tokens import Token

Form = Literal["full", "half", "latin", "dash"]
_SPACE_TEXT = {"word": " ", "hardword": " ", "slogan": " ", "wide": "\u3000"}


@dataclass(frozen=True, slots=True)
class Piece:
    """What the caller draws as one: a Han or mark, a Latin word, a number, a dash; `x` in em from the measure's left edge."""

    text: str
    voice: str
    x: float
    form: Form
    width: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with its pieces in place; `text` is its copy without the typed spaces that were dropped."""

    pieces: tuple[Piece, ...]
    text: str
    ends_paragraph: bool
    adjust: Fit


@dataclass(frozen=True, slots=True)
class Placement:
    """One line of a strip to be set: tokens first to after-1 from `x` on, with its fit; `full_end` keeps the last mark's blank."""

    strip: Strip
    first: int
    after: int
    x: float
    fit: Fit
    full_end: bool = False

    def share(self, stage: str) -> float:
        """The part of a stage's capacity that the line uses."""
        amount = dict(self.fit.used).get(stage, 0.0)
        running = self.strip.shrink.get(stage) or self.strip.stretch.get(stage)
        return amount / running.between(self.first, self.after) if amount and running else 0.0


def place(line: Placement) -> tuple[Piece, ...]:
    """The pieces of one line."""
    pieces: list[Piece] = []
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
        pieces.extend(_pieces(token, x, left, right))
        x += left + token.width - token.left - token.right + right
    return tuple(pieces)


def line_text(strip: Strip, first: int, after: int) -> str:
    """The copy of a line, with the blanks that stay."""
    tokens = strip.tokens[first:after]
    return "".join(_SPACE_TEXT.get(token.before, "") + token.text if at else token.text for at, token in enumerate(tokens))


def _space(token: Token, strip: Strip, shares: dict[str, float]) -> float:
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
    left = token.left * (1.0 - shares.get("S3", 0.0))
    if at == line.first:
        left = token.left + token.space - line.strip.lead[at]
    right = token.right * (1.0 - shares.get(RIGHT_STAGE.get(token.cls, ""), 0.0))
    if at == line.after - 1:
        right = token.right if line.full_end else token.right - line.strip.trail[at]
    return left, right


def _pieces(token: Token, x: float, left: float, right: float) -> Iterator[Piece]:
    """A token as pieces; a mark that lost any of its blank is drawn by its half-width form, its ink in half an em at x."""
    text, cls, voice = token.text, token.cls, token.voice
    if cls in LATIN_TOKEN and text[0] not in WIDE_SIGNS:
        yield Piece(text, voice, x, "latin", token.width)
    elif cls == "DASH":
        yield Piece(text, voice, x, "dash", token.width)
    elif cls == "ELL":
        yield from (Piece(char, voice, x + at, "full", 1.0) for at, char in enumerate(text))
    elif cls == "EX" and len(text) > 1:
        for at, char in enumerate(text):
            full = at == len(text) - 1 and right > 0.5 - EPS
            yield Piece(char, voice, x + 0.5 * at, "full" if full else "half", 1.0 if full else 0.5)
    elif left + token.width - token.left - token.right + right > 1.0 - EPS:
        yield Piece(text, voice, x, "full", 1.0)
    else:
        yield Piece(text, voice, x + left, "half", 0.5)
