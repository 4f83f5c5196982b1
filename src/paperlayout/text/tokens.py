"""Step 2 continued: clusters of code points as tokens, the indivisible pieces of a line, with their widths and removable blanks."""

import re
from collections.abc import Iterator
from math import ceil
from typing import Literal, NamedTuple

from paperlayout.text.classes import (
    EXCLAMATIONS,
    FLAG_LETTERS,
    HALF_CELL,
    HALF_CONNECTORS,
    HAN,
    LATIN_TOKEN,
    OPENERS,
    RIGHT_BLANK,
    WIDE_SIGNS,
    WORD,
    Class,
)  # fmt: skip
from paperlayout.text.composition import Composition, Metrics, Span
from paperlayout.text.resolve import resolve

Before = Literal["", "word", "hardword", "latin", "slogan", "wide", "fixed", "join", "allow", "soft"]

_NUMBER = re.compile(r"[-+]?[¥$€£]?\d[\d.,:/-]*[%‰°]?")
_ADDRESS = re.compile(r"://|^www\.|@")
_PARTS = {True: re.compile(r"(?<=[/.?&=_@-])(?=\w{2})"), False: re.compile(r"(?<=\w{3}-)(?=\w{3})")}
_TYPED = frozenset(("SP", "NBSP", "IDSP", "WJ", "ZWSP", "SHY"))
_JOINER = "\u200d"
_FLAG = re.compile(f"[{FLAG_LETTERS[0]}-{FLAG_LETTERS[1]}]{{2}}")


class Token(NamedTuple):
    """One indivisible piece of a line.

    `left` and `right` are the blanks that may be removed, `space` the blank before it, of kind `before`.
    `hyphen` is what a soft hyphen adds when the line ends here.
    `pad` and `after` are white inside its width, before and after its ink, that never goes.
    """

    text: str
    cls: Class
    voice: str
    width: float
    left: float
    right: float
    before: Before
    space: float
    start: int
    hyphen: float = 0.0
    pad: float = 0.0
    after: float = 0.0


class _CharacterStream(NamedTuple):
    """The character stream over all spans: voices never disturb classes."""

    text: str
    classes: list[Class]
    ends: list[int]
    spans: tuple[Span, ...]
    slogans: list[tuple[int, int]]


def tokenise(spans: tuple[Span, ...], metrics: Metrics, rules: Composition) -> list[Token]:
    """The tokens of a paragraph, each knowing the blank before it."""
    copy = _read(spans, rules)
    tokens: list[Token] = []
    typed: set[str] = set()
    which, limit = 0, copy.ends[0] if copy.ends else 0
    gap, last = 0.0, ""
    for start, end, cls in _clusters(copy):
        while start >= limit:
            gap = copy.spans[which].gap_after or gap
            which += 1
            limit = copy.ends[which]
        if cls in _TYPED:
            typed.add(cls)
            continue
        if cls == "ID" and last == "ID" and not typed and not gap and end - start == 1:
            tokens.append(Token(copy.text[start:end], cls, copy.spans[which].voice, 1.0, 0.0, 0.0, "", 0.0, start))
            continue
        blank = _Blank("fixed", ceil(gap) if rules.grid else gap) if gap else _blank(typed, last, cls, slogan=_slogan(copy, start))
        if blank.kind == "soft":
            tokens[-1] = tokens[-1]._replace(hyphen=metrics.width("-", tokens[-1].voice))
        for token in _make(copy.text[start:end], cls, copy.spans[which].voice, start, metrics):
            tokens.append(_spaced(token, blank, metrics, rules) if tokens else token)
            blank = _NO_BLANK
        typed.clear()
        gap, last = 0.0, cls
    return tokens


def _read(spans: tuple[Span, ...], rules: Composition) -> _CharacterStream:
    text = "".join(span.text for span in spans)
    ends, at = [], 0
    for span in spans:
        at += len(span.text)
        ends.append(at)
    return _CharacterStream(text, resolve(text), ends, spans, _quoted(text) if rules.slogan_space and " " in text else [])


def _quoted(text: str) -> list[tuple[int, int]]:
    """The insides of quotations and titles, where a typed space parts two halves of a slogan."""
    waiting: list[tuple[str, int]] = []
    inside: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if char in OPENERS:
            waiting.append((OPENERS[char], at))
        elif waiting and char == waiting[-1][0]:
            inside.append((waiting.pop()[1], at))
    return inside


def _slogan(copy: _CharacterStream, at: int) -> bool:
    return any(first < at <= last for first, last in copy.slogans)


def _clusters(copy: _CharacterStream) -> Iterator[tuple[int, int, Class]]:
    """Start, end and class of every cluster: marks of several code points, Latin runs of one voice, bases with their combining marks."""
    text, classes = copy.text, copy.classes
    count, combining = len(text), "COMB" in classes or bool(_FLAG.search(text))
    voice_ends = set(copy.ends)
    at = 0
    while at < count:
        cls = classes[at]
        end = at + 1
        if cls == "ID" and not combining:
            yield at, end, cls
            at = end
            continue
        if cls in WORD:
            while end < count and (classes[end] in WORD or classes[end] == "COMB") and end not in voice_ends:
                end += 1
            cls = _word_class(text[at:end])
        elif cls in ("DASH", "ELL"):
            end += text[at] != "⸺" and end < count and classes[end] == cls
        elif cls == "EX":
            while end < count and classes[end] == cls:
                end += 1
        if combining and cls not in _TYPED:
            end = _with_marks(text, classes, end)
        yield at, end, cls if cls != "COMB" else "ID"
        at = end


def _with_marks(text: str, classes: list[Class], end: int) -> int:
    """Past the second letter of a flag, the combining marks and selectors of a base, and what a joiner ties to it."""
    if _FLAG.match(text, end - 1):
        end += 1
    while end < len(text) and classes[end] == "COMB":
        end += 2 if text[end] == _JOINER and end + 1 < len(text) else 1
    return end


def _word_class(text: str) -> Class:
    if any(char.isalpha() for char in text):
        return "LAT"
    if _NUMBER.fullmatch(text) or any(char.isdigit() for char in text):
        return "NUM"
    if all(char in "%‰°" for char in text):
        return "SFX"
    if text[0] in ",.;:!?)]}>\"'":
        return "LCL"
    if text[-1] in "([{<":
        return "LOP"
    return "PFX" if text[-1] in "¥$€£#@" else "LAT"


class _Blank(NamedTuple):
    kind: Before
    width: float = 0.0


_NO_BLANK = _Blank("")


def _blank(typed: set[str], last: str, cls: str, *, slogan: bool) -> _Blank:
    """What a typed space becomes between two tokens: kept between Latin words and in slogans, else dropped or left to the Latin gap."""
    if not typed:
        return _NO_BLANK
    if "IDSP" in typed:
        return _Blank("wide", 1.0)
    latin = last in LATIN_TOKEN and cls in LATIN_TOKEN
    if "NBSP" in typed and latin:
        return _Blank("hardword")
    if "SP" in typed and latin:
        return _Blank("word")
    if "SP" in typed and slogan and last not in LATIN_TOKEN and cls not in LATIN_TOKEN:
        return _Blank("slogan")
    if "SHY" in typed and last in ("LAT", "CONT") and cls == "LAT":
        return _Blank("soft")
    if "WJ" in typed:
        return _Blank("join")
    return _Blank("allow") if "ZWSP" in typed else _NO_BLANK


def _spaced(token: Token, blank: _Blank, metrics: Metrics, rules: Composition) -> Token:
    """The token with the width of the blank before it."""
    if blank.kind in ("word", "hardword"):
        return token._replace(before=blank.kind, space=metrics.word_space(token.voice))
    if blank.kind == "slogan":
        return token._replace(before="slogan", space=ceil(rules.slogan_space) if rules.grid else rules.slogan_space)
    return token._replace(before=blank.kind, space=blank.width) if blank.kind else token


def with_latin_gaps(tokens: list[Token], rules: Composition) -> list[Token]:
    """The tokens with 中西文间距 wherever Han meets a Latin word or number."""
    digit_gap = rules.latin_gap if rules.digit_gap is None else rules.digit_gap
    last = ""
    for at, token in enumerate(tokens):
        cls = token.cls
        if cls != last and token.before in ("", "allow", "join") and at:
            meets = (last in HAN and cls in _GAP_BEFORE) or (cls in HAN and last in _GAP_AFTER)
            if meets:
                tied: Before = "fixed" if token.before == "join" else "latin"
                tokens[at] = token._replace(before=tied, space=digit_gap if "NUM" in (last, cls) else rules.latin_gap)
        last = cls
    return tokens


_GAP_BEFORE = LATIN_TOKEN - {"SFX", "LCL", "CONT"}
_GAP_AFTER = LATIN_TOKEN - {"PFX", "LOP"}


def _make(text: str, cls: Class, voice: str, start: int, metrics: Metrics) -> Iterator[Token]:
    """The token of a cluster; an address or a long hyphenated word gives one a part."""
    if cls in ("LAT", "NUM") or (cls in LATIN_TOKEN and text not in WIDE_SIGNS):
        parts = _PARTS[bool(_ADDRESS.search(text))].split(text) if cls == "LAT" else [text]
        for part in parts:
            yield Token(part, cls, voice, metrics.width(part, voice), 0.0, 0.0, "", 0.0, start)
            cls, start = "CONT", start + len(part)
        return
    text = EXCLAMATIONS.get(text, text) if cls == "EX" else "——" if text == "⸺" else text
    width, left, right = _extent(text, cls)
    yield Token(text, cls, voice, width, left, right, "", 0.0, start)


def _extent(text: str, cls: Class) -> tuple[float, float, float]:
    """Natural width and removable blanks of a Han or mark (typesetting §1.1)."""
    if cls == "OP":
        return 1.0, 0.5, 0.0
    if cls == "EX" and len(text) > 1:  # GB/T 15834 5.1.2: two marks stand in one cell, three in two
        odd = len(text) % 2
        return (len(text) + odd) / 2, 0.0, 0.5 * odd
    if cls in RIGHT_BLANK:
        return 1.0, 0.0, 0.5
    if cls in ("DASH", "ELL"):
        return float(len(text)), 0.0, 0.0
    if cls in HALF_CELL or (cls == "CONN" and text[0] in HALF_CONNECTORS):
        return 0.5, 0.0, 0.0
    return 1.0, 0.0, 0.0
