"""From a save to new pixels on the screen, measured in the browser, with the share of every stage.

python tests/bench/bench_preview.py [saves] [seconds of storm]

Prints, for the sample (one page) and for an issue of four pages with one edited: the first page after the start, the median from save to pixels, its
shares and its ratio to the goal (1.5 s, 300 ms, 500 ms). Then ten saves a second for so many seconds: what the processes hold before and after.
"""

import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "preview")]

from served import Served, served  # noqa: E402

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
ISSUES = {"one page": ("issues", "2021-06", 0.3), "four pages": ("tests/pages", "four-pages", 0.5)}
FIRST = 1.5
STAGES = ("load", "correct", "open", "measure", "plan", "compose", "compare", "draw", "tell")
TIMES = """async digest => {
  const marks = Object.fromEntries(['heard', 'decoded', 'swapped', 'shown'].map(name => [name, performance.getEntriesByName(name).at(-1)?.startTime]));
  const picture = performance.getEntriesByType('resource').filter(one => one.name.includes('/picture/' + digest) && !one.name.includes('-20.jpg')).at(-1);
  return { origin: performance.timeOrigin, ...marks, asked: picture.requestStart, got: picture.responseEnd, raster: picture.serverTiming[0]?.duration ?? 0 };
}"""


CHARACTERS = "好的一年是在人有我他这中大来上国个到说们为子和你地出道也时会生要着得家学对过"


def edited(text: str) -> Callable[[int], str]:
    """The text with one more character in a paragraph in its middle, each time another."""
    middle = len(text) // 2
    found = re.compile("[\\u4e00-\\u9fff]{12}").search(text, middle)
    assert found
    return lambda number: text[: found.end()] + CHARACTERS[number % len(CHARACTERS)] + text[found.end() :]


def wait(page: Page, build: int) -> None:
    page.locator(f'body[data-build="{build}"]').wait_for(state="attached", timeout=60_000)


def one_save(page: Page, running: Served, text: str, build: int) -> dict[str, float]:
    """Milliseconds of each stage of one save."""
    start = time.time() * 1000
    running.save(text)
    wait(page, build)
    state = running.state()
    digest = next(p["digest"] for p in state["pages"] if p["changed"] or (p["number"] == state["pages"][0]["number"] and len(state["pages"]) == 1))
    times = page.evaluate(TIMES, digest)
    spent = {stage: state["seconds"].get(stage, 0.0) * 1000 for stage in STAGES}
    heard = times["origin"] + times["heard"]
    watch = state["heard"] * 1000 - start
    return {
        "watch": watch, **spent, "tell the browser": heard - start - watch - sum(spent.values()), "raster": times["raster"],
        "transfer": times["got"] - times["heard"] - times["raster"], "decode": times["decoded"] - times["got"], "swap": times["shown"] - times["decoded"],
        "total": times["origin"] + times["shown"] - start,
    }  # fmt: skip


def latency(name: str, saves: int, browser_page: Callable[[], Page]) -> None:
    folder, issue, goal = ISSUES[name]
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "paper"
        shutil.copytree(ROOT / folder, copy)
        file = copy / issue / "issue.yaml"
        page = browser_page()
        start = time.perf_counter()
        with served(file) as running:
            page.goto(running.url, wait_until="commit")
            wait(page, 1)
            first = time.perf_counter() - start
            change = edited(file.read_text(encoding="utf-8"))
            turn_to_edited(page, running, change)
            rows = [one_save(page, running, change(number), number + 1) for number in range(2, saves + 2)]
        page.close()
    print(f"\n{name}: first page {first:.2f} s ({first / FIRST:.2f} of the goal)")
    total = statistics.median(row["total"] for row in rows)
    for stage in rows[0]:
        spent = statistics.median(row[stage] for row in rows)
        print(f"  {stage:17} {spent:7.1f} ms  {100 * spent / total:5.1f} %")
    print(f"  best {min(row['total'] for row in rows):.0f} ms; median {total / 1000 / goal:.2f} of the goal of {goal * 1000:.0f} ms")


def turn_to_edited(page: Page, running: Served, change: Callable[[int], str]) -> None:
    """A first edit warms the caches and shows which page it is on."""
    running.save(change(1))
    wait(page, 2)
    changed = [p["number"] for p in running.state()["pages"] if p["changed"]]
    if changed:
        page.keyboard.press(str(changed[0]))
        page.locator(f'.sheet[data-page="{changed[0]}"][data-digest]').wait_for()
        page.wait_for_timeout(300)


def held(running: Served) -> dict[str, float]:
    """MiB of each process, and the server's open files."""
    pids = {"server": running.process.pid, **running.workers()}
    found = {role: resident(pid) for role, pid in pids.items()}
    return {**found, "files": float(len(os.listdir(f"/proc/{running.process.pid}/fd")))}


def resident(pid: int) -> float:
    (line,) = [line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def storm(seconds: float, browser_page: Callable[[], Page]) -> None:
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "paper"
        shutil.copytree(ROOT / "issues", copy)
        file = copy / "2021-06" / "issue.yaml"
        with served(file) as running:
            page = browser_page()
            page.goto(running.url, wait_until="commit")
            wait(page, 1)
            change = edited(file.read_text(encoding="utf-8"))
            blow(running, change, 5)
            before, builds = held(running), running.state()["build"]
            blow(running, change, seconds)
            last = running.wait(lambda state: not state["busy"])
            wait(page, last["build"])
            after = held(running)
            page.close()
    print(f"\n{seconds:.0f} s of ten saves a second: {last['build'] - builds} builds shown")
    for what in before:
        print(f"  {what:8} {before[what]:7.1f} → {after[what]:7.1f}  ({after[what] / before[what]:.2f} x)")


def blow(running: Served, change: Callable[[int], str], seconds: float) -> None:
    for number in range(int(seconds * 10)):
        running.save(change(number))
        time.sleep(0.1)


def main(saves: int, seconds: float) -> None:
    print(json.dumps({"load before": os.getloadavg()[0], "cores": os.cpu_count()}))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name in ISSUES:
            latency(name, saves, lambda: browser.new_page(viewport={"width": 1440, "height": 900}))
        storm(seconds, lambda: browser.new_page(viewport={"width": 1440, "height": 900}))
        browser.close()


if __name__ == "__main__":
    arguments = [float(one) for one in sys.argv[1:]]
    main(int(arguments[0]) if arguments else 15, arguments[1] if len(arguments) > 1 else 30.0)
