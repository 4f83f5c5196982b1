"""Steps 2 to 4 in one: a paragraph's tokens as an endless strip, with running sums of its widths and of all that may give or stretch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add, sub

from paperlayout.text.breaks import break_costs
from paperlayout.text.classes import HAN, LATIN_TOKEN, PAUSES
from paperlayout.text.composition import Composition, KeptTogether, Metrics, Span
from paperlayout.text.grid import in_cells
from paperlayout.text.squeeze import STYLES, squeeze
from paperlayout.text.ties import tie_up
from paperlayout.text.tokens import Token, tokenise, with_latin_gaps

SHRINK_WEIGHTS = {"S1": 10.0, "S2": 10.0, "S3": 20.0, "S4": 30.0, "S5": 30.0, "S3b": 40.0, "S4b": 60.0, "S6": 80.0, "S7": 300.0}
"""Typesetting §3.4 in the order of use. S2 is void outside 稿纸式, where interpuncts are half; S3b and S4b are what `soft_floor` holds back."""
STRETCH_WEIGHTS = {"E1": 10.0, "E2": 10.0}
LEFT_STAGE = {"OP": "S3", "INTER": "S2", "SOL": "S2", "CONN": "S2"}
RIGHT_STAGE = {"CL": "S3", "PI": "S4", "ST": "S6", "EX": "S6", "INTER": "S2", "SOL": "S2", "CONN": "S2"}
_HELD_BACK = {"S3": "S3b", "S4": "S4b"}
GRID_GAP = 0.5  # E2 in 稿纸式

_NO_STRETCH_AFTER = frozenset(("OP", "CONN", "INTER", "SOL", "PFX", "LOP"))
_NO_STRETCH_BEFORE = PAUSES | {"CL", "CONN", "INTER", "SOL", "SFX", "LCL", "CONT"}


@dataclass(frozen=True, slots=True)
class RunningSum:
    """A running sum over tokens. A line of tokens i to j-1 holds `end[j] - start[i]`: what vanishes at its edges is left out."""

    start: list[float]
    end: list[float]

    def between(self, first: int, after: int) -> float:
        """The sum over one line."""
        return self.end[after] - self.start[first]


@dataclass(frozen=True, slots=True)
class PrefixSums:
    """A paragraph before it is broken: its tokens, what a break before each costs, and the running sums."""

    tokens: tuple[Token, ...]
    rules: Composition
    break_cost: list[float | None]
    stops: list[int]  # where a line may start, ascending
    lead: list[float]  # what vanishes of the token's width and its space when it starts a line
    trail: list[float]  # what vanishes of its width when it ends one
    width: RunningSum  # natural, line edges trimmed
    shrink: dict[str, RunningSum]  # the stages that hold anything, in their order
    stretch: dict[str, RunningSum]
    gaps: RunningSum  # E3: how many gaps may stretch
    any_gaps: RunningSum
    stretchy: list[int]  # 1 where the gap before the token is one of `gaps`
    keeps: list[float]  # what the token keeps of its blank at a line's end with room for it; all nothing unless `line_end` allows it
    latin: RunningSum  # how many Latin tokens
    hangs: list[float]  # how far the token may stand outside the measure when it ends a line
    trackable: list[int]  # 1 where the gap before the token lies between two Han


def lay_out(spans: tuple[Span, ...], metrics: Metrics, rules: Composition, *, ties: tuple[KeptTogether, ...] = (), paragraph_start: bool = True) -> PrefixSums:
    """The strip of a paragraph or of a signature."""
    rules = rules.in_force
    tokens = with_latin_gaps(tokenise(spans, metrics, rules), rules)
    tokens = squeeze(in_cells(tokens, gapless=not rules.latin_gap) if rules.grid else tokens, rules)
    for tie in ties:
        tie_up(tokens, tie)
    return prefix_sums(tokens, rules, paragraph_start=paragraph_start)


def prefix_sums(tokens: Sequence[Token], rules: Composition, *, paragraph_start: bool = True) -> PrefixSums:
    """The strip of tokens that are squeezed already."""
    style, costs = STYLES[rules.style], break_costs(list(tokens), rules)
    stretchy, trackable = _stretchy(tokens), _trackable(tokens)
    trim_left = style.start and rules.line_start == "half"
    lead = [token.space + token.left if trim_left else token.space for token in tokens]
    if lead and rules.paragraph_start == "full":
        lead[0] = tokens[0].space
    trim_right = style.end and rules.line_end != "full"
    trail = [(token.right if trim_right else 0.0) - token.hyphen for token in tokens]
    nothing = [0.0] * len(tokens)
    return PrefixSums(
        tokens=tuple(tokens), rules=rules, break_cost=costs, stops=[at for at, cost in enumerate(costs) if cost is not None],
        lead=lead, trail=trail, width=_running([token.width + token.space for token in tokens], lead, trail),
        shrink=_shrink(tokens, rules, trackable), stretch=_stretch(tokens, rules),
        gaps=_running(stretchy, stretchy, nothing), any_gaps=_running([1] * len(tokens), [1] * len(tokens), nothing),
        keeps=[token.right for token in tokens] if trim_right and rules.line_end == "allow" else nothing,
        latin=_running([int(token.cls in LATIN_TOKEN) for token in tokens], nothing, nothing),
        stretchy=stretchy, trackable=trackable, hangs=_hangs(tokens),
    )  # fmt: skip


def _running(each: Sequence[float], lead: Sequence[float], trail: Sequence[float]) -> RunningSum:
    sums = list(accumulate(each, initial=0.0))
    return RunningSum(start=list(map(add, sums, lead)), end=[0.0, *map(sub, sums[1:], trail)])


def _hangs(tokens: Sequence[Token]) -> list[float]:
    """悬挂: one pause or stop may hang, never one of a run of marks."""
    hangs = [0.0] * len(tokens)
    for at, token in enumerate(tokens):
        if token.cls in ("PI", "ST") and at and tokens[at - 1].cls not in RIGHT_STAGE and not (at + 1 < len(tokens) and tokens[at + 1].cls in RIGHT_STAGE):
            hangs[at] = token.width - token.right
    return hangs


def space_shrink(token: Token, rules: Composition) -> tuple[str, float]:
    """The stage in which the blank before a token gives way, and by how much at most."""
    if token.before in ("word", "hardword"):
        return "S1", max(0.0, token.space - rules.word_space_min)
    least = rules.latin_gap_min if token.space == rules.latin_gap else min(rules.latin_gap_min, token.space / 2)
    return ("S5", max(0.0, token.space - least)) if token.before == "latin" else ("", 0.0)


def space_stretch(token: Token, rules: Composition) -> tuple[str, float]:
    """The stage in which the blank before a token opens before all other gaps, and by how much at most."""
    if token.before in ("word", "hardword"):
        return "E1", max(0.0, rules.word_space_max - token.space)
    most = GRID_GAP if rules.grid else rules.latin_gap_max if token.space == rules.latin_gap else token.space * 4 / 3
    return ("E2", max(0.0, most - token.space)) if token.before == "latin" else ("", 0.0)


def _shrink(tokens: Sequence[Token], rules: Composition, trackable: Sequence[int]) -> dict[str, RunningSum]:
    """What each stage may take from a line (typesetting §3.4)."""
    size = len(tokens)
    lead = {stage: [0.0] * size for stage in SHRINK_WEIGHTS}
    trail = {stage: [0.0] * size for stage in SHRINK_WEIGHTS}
    for at, token in enumerate(tokens):
        if token.left:
            for stage, part in staged_blank(token.left, LEFT_STAGE[token.cls], rules):
                lead[stage][at] = part
        if token.right:
            for stage, part in staged_blank(token.right, RIGHT_STAGE[token.cls], rules):
                trail[stage][at] = part
        if token.space:
            stage, most = space_shrink(token, rules)
            if stage:
                lead[stage][at] = most
    if not rules.squeeze_stops:
        trail["S6"] = [0.0] * size
    lead["S7"] = [rules.rescue * flag for flag in trackable]
    return {s: _running(list(map(add, lead[s], trail[s])), lead[s], trail[s]) for s in SHRINK_WEIGHTS if any(lead[s]) or any(trail[s])}


def staged_blank(blank: float, stage: str, rules: Composition) -> tuple[tuple[str, float], ...]:
    """A mark's blank by the stages in which it gives way: the part above the soft floor first."""
    held = min(blank, rules.soft_floor) if stage in _HELD_BACK else 0.0
    return ((stage, blank - held), (_HELD_BACK[stage], held)) if held else ((stage, blank),)


def _stretch(tokens: Sequence[Token], rules: Composition) -> dict[str, RunningSum]:
    """What Latin word spaces and Latin gaps may open before the gaps between Han do."""
    lead = {stage: [0.0] * len(tokens) for stage in STRETCH_WEIGHTS}
    for at, token in enumerate(tokens):
        if token.space:
            stage, most = space_stretch(token, rules)
            if stage:
                lead[stage][at] = most
    return {stage: _running(each, each, [0.0] * len(tokens)) for stage, each in lead.items() if any(each)}


def _flags(tokens: Sequence[Token], holds: Callable[[Token, Token], bool]) -> list[int]:
    """1 where the gap before a token has the quality; always between plain Han."""
    flags = [1] * len(tokens)
    for at in range(1, len(tokens)):
        before, after = tokens[at - 1], tokens[at]
        if not (before.cls == after.cls == "ID" and not after.before):
            flags[at] = int(holds(before, after))
    if flags:
        flags[0] = 0
    return flags


def _stretchy(tokens: Sequence[Token]) -> list[int]:
    """E3: white goes between Han, marks hug their text."""
    return _flags(tokens, _may_stretch)


def _may_stretch(before: Token, after: Token) -> bool:
    if before.cls in _NO_STRETCH_AFTER or after.cls in _NO_STRETCH_BEFORE:
        return False
    return after.before in ("", "slogan", "wide", "join", "allow") and not before.cls == after.cls == "ELL"


def _trackable(tokens: Sequence[Token]) -> list[int]:
    return _flags(tokens, lambda before, after: before.cls in HAN and after.cls in HAN and not after.space)
