"""Bases of 注音: kept on one line, and spread where the annotation is wider (typesetting §6.7)."""

from paperlayout.text.composition import KeptTogether
from paperlayout.text.tokens import Token


def tie_up(tokens: list[Token], tie: KeptTogether) -> None:
    """Ties the tokens of a base to each other; what they lack in width stands between them, and half as much at either end (1 : 2 : 1)."""
    inside = [at for at, token in enumerate(tokens) if tie.start <= token.start < tie.end]
    for at in inside[1:]:
        tokens[at] = tokens[at]._replace(before="fixed" if tokens[at].space else "join")
    width = sum(tokens[at].width + (tokens[at].space if n else 0.0) for n, at in enumerate(inside))
    each = max(0.0, tie.least - width) / (2 * len(inside)) if inside else 0.0
    for at in inside if each else ():
        tokens[at] = tokens[at]._replace(width=tokens[at].width + 2 * each, pad=each, after=each)
