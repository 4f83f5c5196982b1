"""稿纸式: tokens brought to whole cells, so that every Han stands in a cell of its own (typesetting §5.1, CLREQ grid alignment)."""

from collections.abc import Iterator, Sequence
from math import ceil

from paperlayout.text.classes import HALF_CELL, HAN, LATIN_TOKEN
from paperlayout.text.tokens import Token

_EPS = 1e-6
_CENTRED = HALF_CELL | {"CONN"}


def in_cells(tokens: list[Token], *, gapless: bool) -> list[Token]:
    """The tokens with interpuncts and solidi in the middle of a cell, and Latin runs padded to whole cells; `gapless`: by nothing where they fit."""
    centred = [_centred(token) if token.cls in _CENTRED and token.width < 1.0 else token for token in tokens]
    for first, after in _latin_runs(centred):
        _pad(centred, first, after, gapless=gapless)
    return centred


def _centred(token: Token) -> Token:
    side = (1.0 - token.width) / 2
    return token._replace(width=1.0, left=side, right=side)


def _latin_runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last-plus-one of each run of Latin words and numbers."""
    first = -1
    for at, token in enumerate(tokens):
        latin = token.cls in LATIN_TOKEN
        if latin and first < 0:
            first = at
        elif not latin and first >= 0:
            yield first, at
            first = -1
    if first >= 0:
        yield first, len(tokens)


def _pad(tokens: list[Token], first: int, after: int, *, gapless: bool) -> None:
    """The white that a run lacks to whole cells goes beside it where it meets Han, at most half a cell a side."""
    width = sum(token.width for token in tokens[first:after]) + sum(token.space for token in tokens[first + 1 : after])
    lacking = ceil(width - _EPS) - width
    if lacking < _EPS:
        lacking = 0.0 if gapless else 1.0
    sides = [at for at in (first, after) if 0 < at < len(tokens) and (tokens[at - 1] if at == first else tokens[at]).cls in HAN]
    for at in sides:
        if tokens[at].before in ("", "latin", "allow"):
            tokens[at] = tokens[at]._replace(before="latin", space=min(0.5, lacking / len(sides)))
