"""What a process holds that makes up one issue after another through the library: after the first ten, and after all.

python tests/bench/bench_memory.py [issues]

Small front pages of three to five stories drawn by lot from real news, each made up and drawn once; the corpus stays in a process of its own. Prints resident MiB and CPU seconds
as they grow, and the ratio of the last to that after ten, whose goal is 1.2.
"""

import gc
import json
import subprocess
import sys
import time
from itertools import count, islice
from pathlib import Path
from tempfile import gettempdir

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.corpus import news
from bench.lots import one_page
from bench.making import written

FEW, GOAL = 10, 1.2
TOLD = (1, 2, 5, FEW, 20, 30, 40, 50, 60, 70, 80, 90)
MOST_STORIES = 5

MEASURED = """
import sys, bench.bench_memory
bench.bench_memory.measured(sys.argv[1:])
"""


def issues(total: int, cache: Path) -> list[str]:
    """The folders of so many small issues, written."""
    cache.mkdir(parents=True, exist_ok=True)
    month = news(cache)
    drawn = (one_page(month, "memory", number) for number in count() if 3 + number % 10 <= MOST_STORIES)
    return [str(written(given, cache / "memory")) for given in islice(drawn, total)]


def resident() -> float:
    """MiB this process holds."""
    gc.collect()
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def measured(folders: list[str]) -> None:
    """Makes them up one after another; a line of JSON now and then: how many, MiB, CPU seconds."""
    import paperlayout

    for number, folder in enumerate(folders, 1):
        paperlayout.render_pdf(paperlayout.make_up(paperlayout.load_issue(folder)))
        if number in TOLD or number == len(folders):
            print(json.dumps([number, resident(), time.process_time()]), flush=True)


def main(total: int) -> None:
    folders = issues(total, Path(gettempdir()) / "paperlayout-bench")
    command = [sys.executable, "-c", MEASURED, *folders]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=Path(__file__).resolve().parents[1])
    held = {number: (mib, seconds) for number, mib, seconds in map(json.loads, done.stdout.splitlines())}
    for number, (mib, seconds) in held.items():
        print(f"{number:4} issues {mib:7.1f} MiB {seconds:7.1f} s")
    print(f"{held[max(held)][0] / held[FEW][0]:.2f} x what the first {FEW} take (goal {GOAL})")


if __name__ == "__main__":
    main(max(FEW, int(sys.argv[1])) if len(sys.argv) > 1 else 100)
