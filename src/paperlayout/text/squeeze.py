"""Step 3: static squeeze (标点挤压) of adjacent marks, before breaking because it moves the break (typesetting §3.1, §3.2)."""

from dataclasses import dataclass

from paperlayout.text.classes import RIGHT_BLANK
from paperlayout.text.composition import Composition, StyleName
from paperlayout.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Style:
    """A punctuation style: classes set solid everywhere, whether pairs close up, whether marks lose their blank at the line's edges."""

    solid: frozenset[str] = frozenset()
    pairs: bool = True
    start: bool = True
    end: bool = True


STYLES: dict[StyleName, Style] = {
    "quanjiao": Style(),
    "kaiming": Style(solid=frozenset(("OP", "CL", "PI"))),
    "banjiao": Style(solid=RIGHT_BLANK | {"OP"}),
    "hangmobanjiao": Style(pairs=False, start=False),
    "plain": Style(pairs=False, start=False, end=False),
}

_MARKS_AFTER = ("OP", "CL", "PI", "ST", "EX")
_FIRST_YIELDS = frozenset((a, b) for a in RIGHT_BLANK for b in _MARKS_AFTER) | {("CL", "INTER")}
_SECOND_YIELDS = frozenset((("OP", "OP"), ("INTER", "OP")))
_BLANK_BEFORE = frozenset(("wide", "fixed", "slogan"))  # a set blank before an opening mark is white enough


def squeeze(tokens: list[Token], rules: Composition) -> list[Token]:
    """The tokens with the blanks between adjacent marks taken out, and all blanks of the classes the style sets solid."""
    style = STYLES[rules.style]
    for at, token in enumerate(tokens):
        if not (token.left or token.right):
            continue
        if token.cls in style.solid:
            tokens[at] = _trim(token, left=True, right=True)
        elif style.pairs:
            tokens[at] = _beside(tokens, at, rules)
    return tokens


def _beside(tokens: list[Token], at: int, rules: Composition) -> Token:
    """The token with the blank it loses to its neighbour; `tight` closes ”“ and 》《 up to one em (typesetting §3.2)."""
    token = tokens[at]
    if token.right and at + 1 < len(tokens):
        after = tokens[at + 1]
        yields = (token.cls, after.cls) in _FIRST_YIELDS and not after.space
        return _trim(token, right=True) if yields or after.before == "slogan" else token
    if token.left and at:
        closed = (tokens[at - 1].cls, token.cls) in _SECOND_YIELDS and not token.space
        tight = rules.tight and tokens[at - 1].cls == "CL" and not token.space
        return _trim(token, left=True) if closed or tight or token.before in _BLANK_BEFORE else token
    return token


def _trim(token: Token, *, left: bool = False, right: bool = False) -> Token:
    gone = (token.left if left else 0.0) + (token.right if right else 0.0)
    return token._replace(width=token.width - gone, left=0.0 if left else token.left, right=0.0 if right else token.right)
