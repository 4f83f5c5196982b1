"""What `press` costs over `build` for four broadsheet pages, with and without photos, in one process.

python tests/bench/bench_press.py [runs]

Prints least CPU seconds of so many runs (other programs on the machine do not count), the cost over drawing the same pages for the screen, and the ratio.
The aim: 0.5 s for four pages without photos.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

from press.pages import four_pages  # noqa: E402

from paperlayout.draw.content import Manner  # noqa: E402
from paperlayout.draw.pdf import draw_pdf  # noqa: E402
from paperlayout.draw.tags import reading  # noqa: E402
from paperlayout.issue.house import PressProfile  # noqa: E402
from paperlayout.page import Page, Picture  # noqa: E402
from paperlayout.pipeline import Timings, darkroom, document_info, load, make_up, open_kit  # noqa: E402
from paperlayout.press.finish import press_file  # noqa: E402
from paperlayout.press.icc import printing_condition  # noqa: E402
from paperlayout.press.preflight import Expected, preflight  # noqa: E402
from paperlayout.press.standard import STANDARDS, FinishJob, finish  # noqa: E402

AIM = 0.5


def least(act: Callable[[], object], runs: int) -> float:
    """Seconds of CPU, the first run left out."""
    act()
    return min(timed(act) for _ in range(runs))


def timed(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def bare(page: Page) -> Page:
    """The page without its photos."""
    return replace(page, frames=tuple(replace(f, items=tuple(i for i in f.items if not isinstance(i, Picture))) for f in page.frames))


def importing(module: str) -> float:
    """Seconds of CPU a fresh process takes to load a module, beyond what drawing has loaded."""
    script = f"import time, paperlayout.draw.pdf, paperlayout.pipeline\nstart = time.process_time()\nimport {module}\nprint(time.process_time() - start)"
    return min(float(subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout) for _ in range(3))


def main(runs: int) -> None:
    print(f"loading what press needs beyond build: {importing('paperlayout.press.finish'):.3f} s")
    issue, _ = load(ROOT / "issues" / "2021-06", Timings())
    kit = open_kit(issue)
    whole = four_pages(make_up(issue, kit))
    info, press = document_info(issue), PressProfile()
    photos = darkroom(issue, kit).develop
    for label, pages in (("without photos", tuple(map(bare, whole))), ("with 12 photos", whole)):
        read = reading(pages)
        drawn = draw_pdf(pages, info, kit.book, photos, Manner(), read)
        job = FinishJob(pages, info, read, STANDARDS["x4"], printing_condition(press))
        file = finish(drawn, job)
        expected = tuple(Expected(page.number, page.size) for page in pages)
        build = least(lambda pages=pages: draw_pdf(pages, info, kit.book, photos), runs)
        pressed = least(lambda pages=pages: press_file(pages, info, kit, photos, press), runs)
        parts = {
            "tags": least(lambda pages=pages: reading(pages), runs),
            "finish": least(lambda drawn=drawn, job=job: finish(drawn, job), runs),
            "preflight": least(lambda file=file, expected=expected: preflight(file, expected, press), runs),
        }
        print(f"four pages {label}: build draws in {build:.3f} s, press takes {pressed:.3f} s: {pressed - build:+.3f} s, {pressed / build:.2f} x (aim {AIM} s)")
        print("   of which " + ", ".join(f"{name} {seconds:.3f} s" for name, seconds in parts.items()) + f"; {len(drawn):,} bytes drawn, {len(file):,} finished")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
