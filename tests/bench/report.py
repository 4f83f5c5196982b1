"""What many issues came to, as a table for the terminal."""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bench.making import Made, PageMade

Json = dict[str, Any]
WORST = 10


def reported(found: Sequence[Made]) -> str:
    """The whole report."""
    kinds = {"one-page issues": [m for m in found if m.name[0] == "p"], "four-page issues": [m for m in found if m.name[0] == "f"]}
    return "\n".join(
        line for name, own in kinds.items() if own for line in (f"== {len(own)} {name}", *_fill(own), *_rubric(own), *_times(own), *_hard(own), "")
    )


def _fill(own: Sequence[Made]) -> Iterator[str]:
    outcomes = Counter(m.outcome for m in own)
    yield "outcome: " + ", ".join(f"{name} {count}" for name, count in outcomes.most_common())
    pages = [p for m in own for p in m.pages]
    full = sum(p.full for p in pages)
    feasible = [m for m in own if m.outcome == "made"]
    exact = sum(all(p.full for p in m.pages) for m in feasible)
    yield f"exactly filled: {full} of {len(pages)} pages made up, {_share(sum(bool(m.pages) and all(p.full for p in m.pages) for m in own), len(own))} of all issues"
    yield f"check says it fits: {_share(len(feasible), len(own))} of the issues; of those exactly filled {_share(exact, len(feasible))}"
    said = Counter(text.split()[0] for m in own for text in m.said)
    if said:
        yield "said: " + ", ".join(f"{code} {count}" for code, count in sorted(said.items()))
    for low in (0.86, 0.92, 0.98, 1.02):
        high = {0.86: 0.92, 0.92: 0.98, 0.98: 1.02, 1.02: 1.06}[low]
        there = [m for m in own if low <= m.load < high]
        if there:
            yield f"  load {low:.2f}–{high:.2f}: {_share(sum(m.outcome == 'made' for m in there), len(there))} of {len(there)} fit"
    yield from (f"  does not fit: {m.name} {m.stories} stories {m.load:.2f}: {m.outcome} {'; '.join(m.said)[:110]}" for m in own if m.outcome != "made")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none"


def _rubric(own: Sequence[Made]) -> Iterator[str]:
    pages = [(m, p) for m in own if m.outcome == "made" for p in m.pages]
    if not pages:
        return
    scores = [p.score for _, p in pages]
    low = sum(s < 70 for s in scores)
    yield f"rubric: median {statistics.median(scores):.1f}, mean {statistics.mean(scores):.1f}, under 70 {_share(low, len(scores))}, 90 and more {_share(sum(s >= 90 for s in scores), len(scores))}"
    groups = {g: statistics.mean(p.groups[g] for _, p in pages) for g in pages[0][1].groups}
    yield "  mean by group: " + "  ".join(f"{g} {value:.1f}" for g, value in groups.items())
    yield "  by stories: " + "  ".join(
        f"{n}: {statistics.median(p.score for _, p in pages if p.stories == n):.0f}" for n in sorted({p.stories for _, p in pages})
    )
    faults = sum((Counter(p.faults) for _, p in pages), Counter[str]())
    yield "  faults a page: " + "  ".join(f"{rule} {count / len(pages):.2f}" for rule, count in sorted(faults.items(), key=lambda item: -item[1]))
    worst = sorted(pages, key=lambda pair: pair[1].score)[:WORST]
    yield "  worst: " + "  ".join(f"{m.name}/{p.number} {p.score:.0f}" for m, p in worst)


def _times(own: Sequence[Made]) -> Iterator[str]:
    yield "planning, seconds a page (median / 95 of 100 / worst), by stories:"
    counts = sorted({m.stories // len(m.pages) for m in own if m.pages})
    for count in counts:
        there = sorted(m.planning / len(m.pages) for m in own if m.pages and m.stories // len(m.pages) == count)
        late = sum(m.outcome == "late" and not m.pages and m.stories == count for m in own)
        yield f"  {count:>2}: {statistics.median(there):6.2f} {_of_100(there, 95):6.2f} {there[-1]:6.2f}   ({len(there)} issues{f', {late} out of time' if late else ''})"
    few = sorted(m.planning / len(m.pages) for m in own if m.pages and m.stories <= 10 * len(m.pages))
    if few:
        yield f"  up to 10: {statistics.median(few):.2f} {_of_100(few, 95):.2f} {few[-1]:.2f}; a whole issue with reading and composing {statistics.median(m.seconds for m in own if m.pages):.2f}"


def _of_100(ordered: Sequence[float], share: int) -> float:
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def _hard(own: Sequence[Made]) -> Iterator[str]:
    hard = [(m, p, fault) for m in own if m.outcome == "made" for p in m.pages for fault in p.hard]
    lost = [(m, text) for m in own for text in m.lost]
    yield f"hard: {len(hard)} on {len({(m.name, p.number) for m, p, _ in hard})} pages that are said to fit; copy lost in {len({m.name for m, _ in lost})} issues"
    yield from (f"  {name}: {count}" for name, count in Counter(f.split()[0] for _, _, f in hard).most_common())
    yield from (f"  {m.name}/{p.number}: {fault}" for m, p, fault in hard[:30])
    yield from (f"  {m.name}: {text}" for m, text in lost[:20])


def compared(old: Sequence[Json], new: Sequence[Json]) -> str:
    """Two runs over the same issues: what became of each page."""
    before = {m["name"]: m for m in old}
    pairs = [(before[m["name"]], m) for m in new if m["name"] in before]
    rows = [f"== against the earlier run, {len(pairs)} issues in both"]
    for name, read in (("fit", _fits), ("score", _score), ("planning", lambda m: m["planning"] if m["pages"] else None)):
        both = [(a, b) for a, b in ((read(x), read(y)) for x, y in pairs) if a is not None and b is not None]
        if both:
            rows.append(f"{name}: mean {statistics.mean(a for a, _ in both):.3f} before, {statistics.mean(b for _, b in both):.3f} now; "
                        f"better in {sum(b > a for a, b in both)}, worse in {sum(b < a for a, b in both)}")  # fmt: skip
    drops = sorted(((_score(b) or 0) - (_score(a) or 0), b["name"]) for a, b in pairs if a["pages"] and b["pages"])
    rows.append("largest drops: " + "  ".join(f"{name} {drop:+.0f}" for drop, name in drops[:8] if drop < 0))
    rows.append("no longer fit: " + " ".join(b["name"] for a, b in pairs if a["outcome"] == "made" != b["outcome"]))
    return "\n".join(rows)


def _fits(made: Json) -> float:
    return float(made["outcome"] == "made")


def _score(made: Json) -> float | None:
    return min(p["score"] for p in made["pages"]) if made["pages"] else None


__all__ = ["PageMade", "compared", "reported"]
