"""What each price of make-up does: every one in turn made smaller and larger, the same pages made up, the rubric asked.

python tests/bench/tune_weights.py [--pages 24] [--prices rules.tombstone,photos] [--factors 0.5,2]

Prices are named as paper.yaml names them, a group stands for all in it. The table it prints was the ground for issue/prices.py: a price stays where pages
lose points both ways, or where the pictures (bench_pages.py --worst) say so. Prices are changed in the paper.yaml of the trial only.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import gettempdir

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.bench_pages import Job, month, run_issue
from paperlayout.issue.look import leaves
from paperlayout.issue.prices import Prices

BUILT_IN: dict[str, float] = dict(leaves(Prices()))
"""Every price by its name below `prices`."""


@dataclass(frozen=True)
class Trial:
    """One price at one value over some pages."""

    price: str
    value: float
    pages: int
    cache: Path


@dataclass(frozen=True)
class Outcome:
    """The mean points, how many faults a page, and how many pages did not fit."""

    score: float
    faults: float
    misfits: int


def tried(trial: Trial) -> Outcome:
    """The pages made up with one price changed."""
    job = Job("one", 0, "jd", trial.cache, 30.0, f"prices.{trial.price}: {trial.value!r}")
    made = [run_issue(replace(job, number=number)) for number in range(trial.pages)]
    pages = [page for one in made for page in one.pages]
    return Outcome(
        statistics.fmean(p.score for p in pages) if pages else 0.0,
        statistics.fmean(sum(p.faults.values()) for p in pages) if pages else 0.0,
        sum(one.outcome != "made" for one in made),
    )


def named(asked: Sequence[str]) -> list[str]:
    """The prices that are asked for by name or by group."""
    return [name for name in BUILT_IN if any(name == one or name.startswith(f"{one}.") for one in asked)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--prices", default=",".join(BUILT_IN))
    parser.add_argument("--factors", default="0.5,2")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    cache = Path(gettempdir()) / "paperlayout-bench"
    cache.mkdir(parents=True, exist_ok=True)
    month(cache)
    names = named(args.prices.split(","))
    trials = [Trial(names[0], BUILT_IN[names[0]], args.pages, cache)]
    trials += [Trial(name, BUILT_IN[name] * float(factor), args.pages, cache) for name in names for factor in args.factors.split(",")]
    print(f"{'price':36} {'value':>7} {'points':>7} {'faults':>7} misfits")
    with ProcessPoolExecutor(args.workers) as pool:
        for number, (trial, outcome) in enumerate(zip(trials, pool.map(tried, trials), strict=True)):
            name = trial.price if number else "(as they are)"
            print(f"{name:36} {trial.value:7.2f} {outcome.score:7.2f} {outcome.faults:7.2f} {outcome.misfits:4}", flush=True)


if __name__ == "__main__":
    main()
