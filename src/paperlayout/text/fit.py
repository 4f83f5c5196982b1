"""How one line is brought to the measure: the stages it uses, and how bad that is (typesetting §3.4, §3.5, §5.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf

from paperlayout.text.prefix_sums import SHRINK_WEIGHTS, STRETCH_WEIGHTS, PrefixSums, RunningSum

EPS = 1e-7
BAD_STRETCH = 0.25  # JLREQ's cap of a quarter em
GAPLESS = 10000.0

Stages = tuple[tuple[float, list[float], list[float]], ...]


@dataclass(frozen=True, slots=True)
class LineFit:
    """What a line uses: em by stage, the stretch of each E3 gap, the rescue tracking of each Han gap, and what sticks out all the same."""

    used: tuple[tuple[str, float], ...] = ()
    stretch: float = 0.0
    tracking: float = 0.0
    hung: float = 0.0
    overfull: float = 0.0
    badness: float = 0.0
    kept: float = 0.0  # what the last mark keeps of its blank at the measure's edge


def stages_of(runnings: dict[str, RunningSum], weights: dict[str, float]) -> Stages:
    """The stages as plain lists, for the inner loop."""
    return tuple((weights[name], running.start, running.end) for name, running in runnings.items())


def shrink_badness(need: float, first: int, after: int, stages: Stages) -> float:
    """The badness of taking `need` out of a line, stage by stage; inf when the stages hold less."""
    badness = 0.0
    for weight, start, end in stages:
        most = end[after] - start[first]
        if most > EPS:
            if need <= most:
                return badness + weight * (need / most) ** 2
            badness += weight
            need -= most
    return badness if need <= EPS else inf


def stretch_badness(stretch: float) -> float:
    """The badness of a stretch per gap: cubic, and worse beyond a quarter em."""
    return 1e5 * stretch**3 + (1000.0 if stretch > BAD_STRETCH + EPS else 0.0)


def fit_line(strip: PrefixSums, first: int, after: int, slack: float, *, hang: bool = False) -> LineFit:
    """The fit of tokens first to after-1 with `slack` em left in the measure, or lacking when negative; `hang` lets its last mark stand outside."""
    kept = strip.keeps[after - 1]
    if kept and slack >= kept - EPS:
        return replace(_stretched(strip, first, after, max(0.0, slack - kept)), kept=kept)
    if slack >= -EPS:
        return _stretched(strip, first, after, slack) if slack > EPS else LineFit()
    inside = _shrunk(strip, first, after, -slack)
    hung = strip.hangs[after - 1] if hang else 0.0
    if not hung:
        return inside
    outside = replace(fit_line(strip, first, after, slack + hung), hung=hung)
    price = strip.rules.penalties.hang
    return outside if (outside.overfull, outside.badness + price) < (inside.overfull, inside.badness) else inside


def _staged(runnings: Iterable[tuple[str, RunningSum]], first: int, after: int, need: float) -> tuple[dict[str, float], float]:
    """How much each stage gives of `need`, and what is still needed."""
    used: dict[str, float] = {}
    for name, running in runnings:
        most = running.between(first, after)
        if most > EPS and need > EPS:
            used[name] = min(most, need)
            need -= used[name]
    return used, max(0.0, need)


def _cost(used: dict[str, float], runnings: dict[str, RunningSum], weights: dict[str, float], line: tuple[int, int]) -> float:
    return sum(weights[name] * (amount / runnings[name].between(*line)) ** 2 for name, amount in used.items())


def _shrunk(strip: PrefixSums, first: int, after: int, need: float) -> LineFit:
    used, left = _staged(strip.shrink.items(), first, after, need)
    gaps = sum(strip.trackable[first + 1 : after])
    tracking = used.get("S7", 0.0) / gaps if gaps else 0.0
    badness = _cost(used, strip.shrink, SHRINK_WEIGHTS, (first, after))
    return LineFit(tuple(used.items()), tracking=tracking, overfull=left if left > EPS else 0.0, badness=badness)


def _stretched(strip: PrefixSums, first: int, after: int, slack: float) -> LineFit:
    used, left = _staged(strip.stretch.items(), first, after, slack)
    badness = _cost(used, strip.stretch, STRETCH_WEIGHTS, (first, after))
    gaps = strip.gaps.between(first, after) or strip.any_gaps.between(first, after)
    if left <= EPS:
        return LineFit(tuple(used.items()), badness=badness)
    if strip.rules.grid and not strip.latin.between(first, after):  # cells stay cells; the blank ones stand at the line's end
        return LineFit(badness=badness + (stretch_badness(left / gaps) if gaps else GAPLESS))
    if not gaps:
        return LineFit(tuple(used.items()), stretch=left, badness=badness + GAPLESS)
    return LineFit((*used.items(), ("E3", left)), stretch=left / gaps, badness=badness + stretch_badness(left / gaps))
