"""Whole issues by lot from real news: how many are exactly filled, what the rubric gives them, and how long make-up takes.

python tests/bench/bench_pages.py [--one 300] [--four 60] [--edits 20] [--seed jd] [--only N..M] [--json out.json] [--compare old.json] [--worst K --into FOLDER]

300 one-page issues of 3 to 12 stories and 60 of four pages, at loads of 0.86 to 1.04 (how the load is reckoned: issues.py, how they are drawn: lots.py). The seed makes them out again, so
two runs can be compared. Two processes make them up; each page has so many CPU seconds, and times are CPU seconds.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.corpus import News, news
from bench.issues import GivenIssue
from bench.lots import four_pages, one_page
from bench.making import Made, drawn, made
from bench.report import compared, reported
from bench.stability import Edited, edited, stability_told

Json = dict[str, Any]
DRAW: dict[str, Callable[[News, str, int], GivenIssue]] = {"one": one_page, "four": four_pages}


@dataclass(frozen=True)
class Job:
    """One issue to make up: of which kind, its number, where, how long it may take, and what of the look is changed, as a line of 样式."""

    kind: str
    number: int
    seed: str
    cache: Path
    limit: float
    look: str = ""

    @property
    def folder(self) -> Path:
        """Where the issue is written: for each look a place of its own, since the paper.yaml there is its own."""
        return self.cache / self.seed / self.look.replace(": ", "=")


@cache
def month(folder: Path) -> News:
    """The month's news, once a process."""
    return news(folder)


def run_issue(job: Job) -> Made:
    given = DRAW[job.kind](month(job.cache), job.seed, job.number)
    return made(given, job.folder, job.limit * (len(given.pages)), job.look)


def run_edits(job: Job) -> list[Edited]:
    given = DRAW[job.kind](month(job.cache), job.seed, job.number)
    return edited(given, job.cache / job.seed, job.limit)


def jobs(args: argparse.Namespace) -> list[Job]:
    first, _, last = (args.only or "").partition("..")
    wanted = range(int(first), int(last or first) + 1) if args.only else None
    counts = {"one": args.one, "four": args.four}
    return [
        Job(kind, n, args.seed, args.cache, args.limit) for kind, count in counts.items() for n in (range(count) if wanted is None else wanted) if n < count
    ]


def told(found: Iterable[Made], total: int) -> Iterator[Made]:
    """The same, with a line of progress for each on stderr."""
    start = time.monotonic()
    for number, one in enumerate(found, 1):
        scores = " ".join(f"{p.score:.0f}" for p in one.pages)
        print(f"{number}/{total} {one.name} {one.stories} stories {one.load:.2f} {one.outcome} {scores} {one.planning:.2f} s", file=sys.stderr)
        yield one
    print(f"{time.monotonic() - start:.0f} s in all", file=sys.stderr)


def draw_worst(found: Sequence[Made], args: argparse.Namespace) -> None:
    """PNGs of the pages with the fewest points."""
    args.into.mkdir(parents=True, exist_ok=True)
    ranked = sorted((m for m in found if m.pages), key=lambda m: min(p.score for p in m.pages))
    for one in ranked[: args.worst]:
        kind = "one" if one.name.startswith("p") else "four"
        given = DRAW[kind](month(args.cache), args.seed, int(one.name[1:]))
        drawn(given, args.cache / args.seed, args.into / f"{min(p.score for p in one.pages):03.0f}-{one.name}", args.scale)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--one", type=int, default=300, help="one-page issues")
    parser.add_argument("--four", type=int, default=60, help="four-page issues")
    parser.add_argument("--edits", type=int, default=0, help="of the one-page issues, how many are edited")
    parser.add_argument("--seed", default="jd")
    parser.add_argument("--only", help="numbers N..M of each kind")
    parser.add_argument("--limit", type=float, default=30.0, help="CPU seconds an issue may take, for each of its pages")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--cache", type=Path, default=Path(gettempdir()) / "paperlayout-bench", help="where the corpus and the issues are kept")
    parser.add_argument("--json", type=Path, help="write what came of every issue")
    parser.add_argument("--compare", type=Path, help="an earlier --json")
    parser.add_argument("--worst", type=int, default=0, help="draw the pages with the fewest points")
    parser.add_argument("--into", type=Path, default=Path("worst"))
    parser.add_argument("--scale", type=float, default=0.7)
    return parser.parse_args()


def main() -> None:
    args = arguments()
    args.cache.mkdir(parents=True, exist_ok=True)
    month(args.cache)  # fetched before there are two to fetch it
    work = jobs(args)
    with ProcessPoolExecutor(args.workers) as pool:
        found = list(told(pool.map(run_issue, work), len(work)))
        changed = [e for own in pool.map(run_edits, [j for j in work if j.kind == "one"][: args.edits]) for e in own]
    print(reported(found))
    if changed:
        print(stability_told(changed))
    if args.json:
        args.json.write_text(json.dumps([m.json() for m in found], ensure_ascii=False, indent=1), encoding="utf-8")
    if args.compare:
        print(compared(json.loads(args.compare.read_text(encoding="utf-8")), [m.json() for m in found]))
    if args.worst:
        draw_worst(found, args)


if __name__ == "__main__":
    main()
