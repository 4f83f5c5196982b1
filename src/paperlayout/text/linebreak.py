"""Step 5: total-fit line breaking (typesetting §5.3): the cheapest layouts of a paragraph with its best number of lines, one fewer and one more."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, sqrt

from paperlayout.text.breaks import runt_cost
from paperlayout.text.fit import BAD_STRETCH, EPS, GAPLESS, LineFit, Stages, fit_line, shrink_badness, stages_of, stretch_badness
from paperlayout.text.prefix_sums import SHRINK_WEIGHTS, STRETCH_WEIGHTS, PrefixSums

CONTRAST = 0.1  # em a gap by which one line may be looser than the one above
OVERFULL = 1e12  # demerits of an em that sticks out; above every legal layout


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to break a paragraph: the token index after each line, its demerits, its largest E3 stretch and its largest rescue tracking in em."""

    ends: tuple[int, ...]
    cost: float
    loosest: float = 0.0
    tightest: float = 0.0
    overfull: float = 0.0


@dataclass(frozen=True, slots=True)
class LastLineTail:
    """What stands after the last line's text: a signature of `width` em, which takes a line of its own when it finds no room."""

    width: float = 0.0
    gap: float = 0.0
    lines: int = 0

    def own_lines(self, free: float) -> int:
        """The lines the signature adds when the text leaves `free` em in its last line."""
        return 0 if self.lines == 0 or free + EPS >= self.width + self.gap else self.lines


@dataclass(frozen=True, slots=True)
class BreakTask:
    """A strip to be broken at a measure, both in em."""

    strip: PrefixSums
    measure: float
    indent: float
    looseness: int
    tail: LastLineTail = LastLineTail()

    def slack(self, first: int, after: int) -> float:
        """What a line of these tokens leaves free in the measure."""
        return self.measure - self.strip.width.between(first, after) - (0.0 if first else self.indent)


@dataclass(frozen=True, slots=True)
class AttemptLimits:
    """How far one attempt may go; a paragraph that finds no way tries the next."""

    stretch: float
    hang: bool = False
    overfull: bool = False

    def complete(self, cost: float) -> bool:
        """Whether no looser attempt can be cheaper than `cost`."""
        return cost <= (1.0 + stretch_badness(self.stretch + 2 * EPS)) ** 2


ATTEMPTS = (AttemptLimits(0.25), AttemptLimits(0.5), AttemptLimits(0.5, hang=True), AttemptLimits(inf, hang=True))
LAST_RESORT = AttemptLimits(inf, hang=True, overfull=True)

Node = dict[int, tuple[float, int]]  # number of lines so far: cost, index of the line's start among the starts


def break_lines(task: BreakTask, attempts: tuple[AttemptLimits, ...] = ATTEMPTS) -> tuple[Layout, ...]:
    """The best layouts by number of lines, ascending; empty when the attempts find no way."""
    found: dict[int, Layout] = {}
    for limits in attempts:
        if limits.hang and not limits.overfull and found:
            break
        for layout in _BreakSearch(task, limits).layouts():
            known = found.get(len(layout.ends))
            if known is None or layout.cost < known.cost:
                found[len(layout.ends)] = layout
        if found and limits.complete(min(layout.cost for layout in found.values())):
            break
    return _near_best(found, task.looseness)


def _near_best(found: dict[int, Layout], looseness: int) -> tuple[Layout, ...]:
    if not found:
        return ()
    best = min(found.values(), key=lambda layout: (layout.cost, len(layout.ends)))
    near = (way for _, way in sorted(found.items()) if abs(len(way.ends) - len(best.ends)) <= looseness)
    return tuple(way for way in near if way is best or way.loosest <= BAD_STRETCH + EPS)


def line_fit(task: BreakTask, first: int, after: int, *, hang: bool) -> LineFit:
    """The fit of one line; the last line is never stretched."""
    slack = task.slack(first, after)
    if after == len(task.strip.tokens) and slack >= -EPS:
        return LineFit()
    return fit_line(task.strip, first, after, slack, hang=hang or task.strip.rules.hang)


class _BreakSearch:
    """One pass of dynamic programming over (break, number of lines)."""

    def __init__(self, task: BreakTask, limits: AttemptLimits) -> None:
        self.task, self.strip, self.limits = task, task.strip, limits
        self.shrink: Stages = stages_of(self.strip.shrink, SHRINK_WEIGHTS)
        self.stretch: Stages = stages_of(self.strip.stretch, STRETCH_WEIGHTS)
        self.hang = limits.hang or self.strip.rules.hang
        self.starts, self.low = [0], 0
        self.nodes: list[Node] = [{0: (0.0, -1)}]
        self.opened: list[dict[int, float]] = [{}]  # the stretch of the line that ends a node's cheapest way, if contrast counts
        self.edge = list(self.strip.width.start)  # a line's left edge on the strip, the first one before its indent
        if self.edge:
            self.edge[0] -= task.indent
        self.give = self._give()

    def _give(self) -> tuple[list[float], list[float]]:
        """The running sums of all stages of shrinking together."""
        size = len(self.strip.tokens)
        starts = [start for _, start, _ in self.shrink] or [[0.0] * size]
        ends = [end for _, _, end in self.shrink] or [[0.0] * (size + 1)]
        return list(map(sum, zip(*starts, strict=True))), list(map(sum, zip(*ends, strict=True)))

    def layouts(self) -> Iterator[Layout]:
        """The cheapest layout for each number of lines that reaches the paragraph's end."""
        if self._forward():
            for lines, (cost, start) in sorted(self._finish().items()):
                yield self._trace(lines, cost, start)

    def _forward(self) -> bool:
        """Reaches every legal break; False when the active starts run out."""
        cost, low, ends = self.strip.break_cost, 0, self.strip.width.end
        for stop in self.strip.stops:
            low = self._leave(low, stop)
            if low == len(self.starts):
                return False
            node, opened = self._reach(low, stop, ends[stop], 1.0 + (cost[stop] or 0.0))
            if node:
                self._admit(stop, node, opened)
        self.low = self._leave(low, len(self.strip.tokens))
        return True

    def _leave(self, low: int, stop: int) -> int:
        """The first start whose line to `stop` still fits when all stages give their most."""
        give_start, give_end = self.give
        room = self.task.measure + EPS + give_end[stop] + (0.5 if self.hang else 0.0) - self.strip.width.end[stop]
        last = len(self.starts) - (1 if self.limits.overfull else 0)
        while low < last and room + self.edge[self.starts[low]] - give_start[self.starts[low]] < 0:
            low += 1
        return low

    def _reach(self, low: int, stop: int, right: float, base: float) -> tuple[Node, dict[int, float]]:  # noqa: C901 - the hot loop, in one piece
        """The cheapest ways to end a line at `stop`, by number of lines, and how far each opens its gaps."""
        starts, nodes, edge, limit = self.starts, self.nodes, self.edge, self.limits.stretch + EPS
        gap_start, gap_end = self.strip.gaps.start, self.strip.gaps.end[stop]
        stretch, room, bad = self.stretch, self.task.measure - right, BAD_STRETCH + EPS
        keeps, running, rules = self.strip.keeps[stop - 1], self._running_hyphen(stop), self.strip.rules.penalties
        node: Node = {}
        opened: dict[int, float] = {}
        for index in range(low, len(starts)):
            first = starts[index]
            slack = room + edge[first]
            widened = 0.0
            if keeps and slack >= keeps - EPS:
                slack = max(0.0, slack - keeps)
            if slack < -EPS:
                badness = self._shrink(-slack, first, stop)
                if badness == inf:
                    continue
            elif slack <= EPS:
                badness = 0.0
            else:
                badness = 0.0
                for weight, start, end in stretch:
                    most = end[stop] - start[first]
                    if most > EPS:
                        part = slack / most if slack < most else 1.0
                        badness += weight * part * part
                        slack -= part * most
                if slack > EPS:
                    gaps = gap_end - gap_start[first]
                    widened = slack / gaps if gaps else self._widened(slack, first, stop)
                    if widened > limit:
                        break
                    badness += 1e5 * widened * widened * widened if widened < inf else GAPLESS
                    if bad < widened < inf:
                        badness += 1000.0
            demerits = base + badness
            if running and self.strip.tokens[first].before == "soft":
                demerits += running
            demerits *= demerits
            for lines, (cost, _) in nodes[index].items():
                total = cost + demerits
                if rules.contrast and abs(widened - self.opened[index].get(lines, widened)) > CONTRAST:
                    total = cost + (base + badness + rules.contrast) ** 2
                known = node.get(lines + 1)
                if known is None or total < known[0]:
                    node[lines + 1] = (total, index)
                    opened[lines + 1] = widened
        return node, opened

    def _running_hyphen(self, stop: int) -> float:
        """What a soft hyphen at `stop` costs more when the line above ends with one as well."""
        return self.strip.rules.penalties.hyphens_running if self.strip.tokens[stop].before == "soft" else 0.0

    def _shrink(self, need: float, first: int, stop: int) -> float:
        """The badness of a line that is `need` em too long; its last mark hangs by the house's rule, or when nothing else helps."""
        give_start, give_end = self.give
        lacking = need - (give_end[stop] - give_start[first])
        if lacking <= EPS and not self.strip.rules.hang:
            return shrink_badness(need, first, stop, self.shrink)
        if self.hang:
            fit = fit_line(self.strip, first, stop, -need, hang=True)
            if not fit.overfull:
                return fit.badness + (self.strip.rules.penalties.hang if fit.hung else 0.0)
        if self.limits.overfull and first == self.starts[-1]:
            return sqrt(OVERFULL * (1.0 + lacking))
        return inf

    def _widened(self, slack: float, first: int, stop: int) -> float:
        """The stretch per gap of a line in which no gap qualifies: all gaps take part; inf when there is none."""
        gaps = self.strip.any_gaps.between(first, stop)
        return slack / gaps if gaps else inf

    def _admit(self, stop: int, node: Node, opened: dict[int, float]) -> None:
        """Makes a reached break a start, with only the numbers of lines that may still matter."""
        if len(node) > 1:
            best = min(node, key=lambda lines: node[lines][0])
            node = {lines: way for lines, way in node.items() if abs(lines - best) <= self.task.looseness}
        self.starts.append(stop)
        self.nodes.append(node)
        self.opened.append(opened)

    def _finish(self) -> Node:
        """Ends the paragraph: the last line is not stretched, a runt is dear, a signature may take a line of its own."""
        size = len(self.strip.tokens)
        final: Node = {}
        for index in range(self.low, len(self.starts)):
            first = self.starts[index]
            slack = self.task.slack(first, size)
            badness = 0.0 if slack >= -EPS else self._shrink(-slack, first, size)
            if badness == inf:
                continue
            own = self.task.tail.own_lines(slack)
            demerits = (1.0 + badness + runt_cost(self.strip.tokens, first, self.strip.rules.penalties)) ** 2 + own
            for lines, (cost, _) in self.nodes[index].items():
                if cost + demerits < final.get(lines + 1 + own, (inf, 0))[0]:
                    final[lines + 1 + own] = (cost + demerits, index)
        return final

    def _trace(self, lines: int, cost: float, index: int) -> Layout:
        """The layout that ends with a line from start `index`."""
        size = len(self.strip.tokens)
        own = self.task.tail.own_lines(self.task.slack(self.starts[index], size))
        ends, at = [size] * (1 + own), lines - own
        while index > 0:
            at -= 1
            ends.insert(0, self.starts[index])
            index = self.nodes[index][at][1]
        fits = [line_fit(self.task, first, after, hang=self.limits.hang) for first, after in zip([0, *ends[:-1]], ends, strict=True) if first < after]
        return Layout(
            tuple(ends), cost, max(fit.stretch for fit in fits), max(fit.tracking for fit in fits), max(fit.overfull for fit in fits)
        )  # fmt: skip
