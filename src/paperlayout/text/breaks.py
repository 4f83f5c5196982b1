"""Step 4: where a line may end: kinsoku (避头尾) by level, inseparable pairs, and what a poor break costs (typesetting §2)."""

from collections.abc import Sequence

from paperlayout.text.classes import HAN, LATIN_TOKEN, MEASURE_WORDS, PAUSES, QUALIFIERS
from paperlayout.text.composition import Composition, Level, Penalties
from paperlayout.text.tokens import Token

_ALWAYS_START = frozenset(("SFX", "NS", "LCL"))
_ALWAYS_END = frozenset(("PFX", "LOP"))
_BASIC_START = PAUSES | _ALWAYS_START | {"CL", "CONN", "INTER"}
_BASIC_END = _ALWAYS_END | {"OP"}

NEVER_STARTS: dict[Level, frozenset[str]] = {
    "none": frozenset(),
    "basic": _BASIC_START,
    "gb": _BASIC_START | {"SOL"},  # GB/T 15834 5.1.9
    "strict": _BASIC_START | {"SOL", "DASH", "ELL"},
    "css-loose": frozenset(("PI", "ST", "EX", "CL", "INTER", "SOL", "LCL")),
    "css-normal": (_BASIC_START | {"SOL", "ELL"}) - {"CONN"},
    "css-strict": _BASIC_START | {"SOL", "ELL"},
}
CSS_LOOSE_STARTS = frozenset("：；・･！？")
"""What CSS line-break: loose lets start a line though its class may not."""
NEVER_ENDS: dict[Level, frozenset[str]] = {
    "none": frozenset(),
    "basic": _BASIC_END,
    "gb": _BASIC_END | {"SOL"},
    "strict": _BASIC_END | {"SOL"},
    "css-loose": frozenset(("OP", "LOP")),
    "css-normal": _BASIC_END,
    "css-strict": _BASIC_END,
}
_RUNT_SPAN = 8  # a last line with more tokens cannot be a runt
_TIED = frozenset(("join", "hardword", "fixed"))


def break_costs(tokens: list[Token], rules: Composition) -> list[float | None]:
    """The cost of starting a line with each token; None where no line may start."""
    never_starts, never_ends = starts_banned(rules), NEVER_ENDS[rules.level]
    excepted = CSS_LOOSE_STARTS if rules.level == "css-loose" else frozenset()
    costs: list[float | None] = [0.0] * len(tokens)
    last = ""
    for at, token in enumerate(tokens):
        cls = token.cls
        if not (cls == last == "ID" and not token.before):
            banned = cls in never_starts and token.text[0] not in excepted
            if banned or last in never_ends or token.before in _TIED:
                costs[at] = None
            else:
                costs[at] = _cost(tokens[at - 1], token, rules.penalties) if at else None
        last = cls
    if tokens:
        costs[0] = None
    return costs


def starts_banned(rules: Composition) -> frozenset[str]:
    """The classes that may not start a line by these rules."""
    banned = NEVER_STARTS[rules.level]
    return banned if rules.ellipsis_start else banned | {"ELL"}


def _cost(before: Token, after: Token, penalties: Penalties) -> float | None:
    """The cost of a break that kinsoku allows; None inside what Latin setting keeps whole."""
    if after.cls == "CONT" or after.before == "soft":
        return penalties.hyphen
    if before.cls in LATIN_TOKEN and after.cls in LATIN_TOKEN and after.before not in ("word", "wide", "allow"):
        return None
    if after.cls == "DASH":
        return penalties.dash_start
    if after.cls == "ELL":
        return penalties.ellipsis_start
    if before.cls == "NUM" and after.cls in HAN and after.text in MEASURE_WORDS:
        return penalties.number_unit
    if after.cls == "NUM" and before.text in QUALIFIERS:
        return penalties.before_number
    if penalties.date and after.cls == "NUM" and before.text in ("年", "月"):
        return penalties.date
    return 0.0


def runt_cost(tokens: Sequence[Token], first: int, penalties: Penalties) -> float:
    """单字不成行: the cost of a last line from `first` on that holds one Han or only marks."""
    if first == 0 or len(tokens) - first > _RUNT_SPAN:
        return 0.0
    words = [token for token in tokens[first:] if token.cls in HAN or token.cls in LATIN_TOKEN]
    if not words:
        return penalties.lone_mark
    if len(words) == 1:
        return 0.0 if words[0].width > 1.0 else penalties.runt
    return penalties.two_han if len(words) == 2 else 0.0
