"""What each price of make-up does: every weight in turn made smaller and larger, the same pages made up, the rubric asked.

python tests/bench/tune_weights.py [--pages 24] [--weights tombstone,seam_per_share] [--factors 0.5,2]

The table it prints was the ground for plan/judge/weights.py: a price stays where pages lose points both ways, or where the pictures (bench_pages.py --worst) say so.
Prices are changed in the running process only.
"""

import argparse
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import gettempdir

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.bench_pages import Job, month, run_issue
from paperlayout.plan.judge.weights import WEIGHTS, Weights


@dataclass(frozen=True)
class Trial:
    """One weight at one value over some pages."""

    weight: str
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
    object.__setattr__(WEIGHTS, trial.weight, trial.value)
    try:
        made = [run_issue(Job("one", number, "jd", trial.cache, 30.0)) for number in range(trial.pages)]
    finally:
        object.__setattr__(WEIGHTS, trial.weight, getattr(Weights(), trial.weight))
    pages = [page for one in made for page in one.pages]
    return Outcome(
        statistics.fmean(p.score for p in pages) if pages else 0.0,
        statistics.fmean(sum(p.faults.values()) for p in pages) if pages else 0.0,
        sum(one.outcome != "made" for one in made),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--weights", default=",".join(field.name for field in fields(Weights)))
    parser.add_argument("--factors", default="0.5,2")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    cache = Path(gettempdir()) / "paperlayout-bench"
    cache.mkdir(parents=True, exist_ok=True)
    month(cache)
    names = args.weights.split(",")
    now = {name: getattr(WEIGHTS, name) for name in names}
    trials = [Trial(names[0], now[names[0]], args.pages, cache)]
    trials += [Trial(name, now[name] * float(factor), args.pages, cache) for name in names for factor in args.factors.split(",")]
    print(f"{'weight':32} {'value':>7} {'points':>7} {'faults':>7} misfits")
    with ProcessPoolExecutor(args.workers) as pool:
        for number, (trial, outcome) in enumerate(zip(trials, pool.map(tried, trials), strict=True)):
            name = trial.weight if number else "(as they are)"
            print(f"{name:32} {trial.value:7.2f} {outcome.score:7.2f} {outcome.faults:7.2f} {outcome.misfits:4}", flush=True)


if __name__ == "__main__":
    main()
