"""Step 2: which of two meanings an ambiguous character has (typesetting §1.3): Chinese mark or Latin one."""

import re
from collections.abc import Iterator

from paperlayout.text.classes import HAN, RIGHT_BLANK, Class, char_class

_AMBIGUOUS = re.compile("[“”‘’—―…⋯·/‐–~-]")
_QUOTES = frozenset("“”‘’")
_SKIPPED = _QUOTES | {" ", "\u00a0"}
_SPACES = frozenset((" ", "\u00a0"))
_CHINESE: frozenset[str] = HAN | RIGHT_BLANK | {"OP", "DASH", "ELL", "CONN", "INTER", "SOL", "PFX", "SFX", "IDSP"}
_LETTERS: frozenset[str] = frozenset(("LATIN", "DIGIT", "SIGN", "LOP", "LCL"))
_TEMPERATURE = re.compile(r"-\d[\d.]*[℃℉°%％]")


def resolve(text: str) -> list[Class]:
    """The class of every code point of a paragraph, ambiguous ones decided by pairing, then neighbours, then the paragraph's language."""
    classes = list(map(char_class, text))
    chinese = "ID" in classes
    if _QUOTES.intersection(text):
        _resolve_quotes(text, classes, chinese)
    for match in _AMBIGUOUS.finditer(text):
        char, at = match.group(), match.start()
        if char not in _QUOTES:
            decided = _resolve_mark(text, classes, at, chinese)
            if decided is not None:
                classes[at] = decided
    return classes


def _resolve_mark(text: str, classes: list[Class], at: int, chinese: bool) -> Class | None:
    """A dash, ellipsis, interpunct, solidus or hyphen in its place; None where the table's class stands."""
    char = text[at]
    before, after = _class_at(text, at - 1), _class_at(text, at + 1)
    if char in "—―":
        return _em_dash(text, at)
    if char in "…⋯":
        return _ellipsis(text, at, chinese)
    if char == "·":
        return "LATIN" if before in _LETTERS and after in _LETTERS and (not chinese or "LATIN" in (before, after)) else "INTER"
    if char == "/":
        if before in _LETTERS and after in _LETTERS:
            return "SOL_LATIN"
        return "SOL" if before in _CHINESE or after in _CHINESE else "LATIN"
    return _hyphen(text, at, before, after)


def _em_dash(text: str, at: int) -> Class:
    """破折号 when two stand together, else a connector, else Latin between letters."""
    first = at
    while first and text[first - 1] in "—―":
        first -= 1
    paired = (at - first) % 2 == 1 or _char_at(text, at + 1) in ("—", "―")
    if paired:
        return "DASH"
    around = (_class_at(text, _skip(text, at, -1, _SPACES)), _class_at(text, _skip(text, at, 1, _SPACES)))
    return "LATIN" if around == ("LATIN", "LATIN") else "CONN"


def _ellipsis(text: str, at: int, chinese: bool) -> Class:
    """省略号, or the single Latin one after a word with no Chinese on its right."""
    if _char_at(text, at - 1) in ("…", "⋯") or _char_at(text, at + 1) in ("…", "⋯"):
        return "ELL"
    before, after = _class_at(text, at - 1), _class_at(text, _skip(text, at, 1, _SPACES))
    latin = before in _LETTERS and after not in _CHINESE and (after is not None or not chinese)
    return "LATIN_ELLIPSIS" if latin else "ELL"


def _hyphen(text: str, at: int, before: Class | None, after: Class | None) -> Class:
    """A connector beside Han and in ranges of digits; Latin in words and telephone numbers; a sign before a temperature."""
    if text[at] == "-" and after == "DIGIT" and before not in _LETTERS and _TEMPERATURE.match(text, at):
        return "SIGN"
    if before == "DIGIT" and after == "DIGIT":
        return "LATIN" if text[at] == "-" else "CONN"
    if before in _CHINESE or after in _CHINESE:
        return "CONN"
    if text[at] in "‐–" and not (before in _LETTERS and after in _LETTERS):
        return "CONN"
    return "LATIN"


def _resolve_quotes(text: str, classes: list[Class], chinese: bool) -> None:
    """“ ” ‘ ’: Chinese marks or Latin ones, pair by pair; apostrophes first."""
    apostrophes = {at for at in _places(text, "’") if _class_at(text, at - 1) == "LATIN" and _class_at(text, at + 1) == "LATIN"}
    for at in apostrophes:
        classes[at] = "APOSTROPHE"
    for opening, closing in quote_pairs(text, apostrophes):
        if _latin_pair(text, opening, closing, chinese):
            for place in (opening, closing):
                if place is not None:
                    lone = opening is None and text[place] == "’"
                    classes[place] = "APOSTROPHE" if lone else "LATIN_QUOTE"


def quote_pairs(text: str, skipped: set[int]) -> Iterator[tuple[int | None, int | None]]:
    """The quotation marks of a paragraph by pairs; the place that lacks its partner is paired with None."""
    waiting: list[int] = []
    for at, char in enumerate(text):
        if char not in _QUOTES or at in skipped:
            continue
        if char in "“‘":
            waiting.append(at)
        elif waiting and text[waiting[-1]] == ("“" if char == "”" else "‘"):
            yield waiting.pop(), at
        else:
            yield None, at
    for at in waiting:
        yield at, None


def _latin_pair(text: str, opening: int | None, closing: int | None, chinese: bool) -> bool:
    first = opening if opening is not None else closing
    last = closing if closing is not None else opening
    assert first is not None and last is not None
    before, after = _class_at(text, _skip(text, first, -1, _SKIPPED)), _class_at(text, _skip(text, last, 1, _SKIPPED))
    outside = all(side in _LETTERS or (side is None and not chinese) for side in (before, after))
    return outside and not any(char_class(char) in HAN for char in text[first + 1 : last])


def _skip(text: str, at: int, step: int, skipped: frozenset[str]) -> int:
    at += step
    while 0 <= at < len(text) and text[at] in skipped:
        at += step
    return at


def _char_at(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else ""


def _class_at(text: str, at: int) -> Class | None:
    return char_class(text[at]) if 0 <= at < len(text) else None


def _places(text: str, char: str) -> Iterator[int]:
    return (at for at, found in enumerate(text) if found == char)
