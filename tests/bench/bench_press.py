"""What `press` costs over `build` for four broadsheet pages, with and without photos, in one process.

python tests/bench/bench_press.py [runs]

Prints medians of the parts, the cost over drawing the same pages for the screen, and the ratio. The aim: 0.5 s for four pages without photos.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

from paperlayout.draw.content import Manner  # noqa: E402
from paperlayout.draw.pdf import draw_pdf  # noqa: E402
from paperlayout.draw.tags import reading  # noqa: E402
from paperlayout.issue.house import PressProfile  # noqa: E402
from paperlayout.page import Page, Picture  # noqa: E402
from paperlayout.pipeline import Timings, darkroom, document_info, load, make_up, open_kit  # noqa: E402
from paperlayout.press.icc import condition  # noqa: E402
from paperlayout.press.plant import press_file  # noqa: E402
from paperlayout.press.preflight import Expected, preflight  # noqa: E402
from paperlayout.press.standard import STANDARDS, Job, finish  # noqa: E402
from press.pages import four_pages  # noqa: E402

AIM = 0.5


def median(act: Callable[[], object], runs: int) -> float:
    """Seconds, the first run left out."""
    act()
    walls = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        walls.append(time.perf_counter() - start)
    return statistics.median(walls)


def bare(page: Page) -> Page:
    """The page without its photos."""
    return replace(page, frames=tuple(replace(f, items=tuple(i for i in f.items if not isinstance(i, Picture))) for f in page.frames))


def main(runs: int) -> None:
    issue, _ = load(ROOT / "issues" / "2021-06", Timings())
    kit = open_kit(issue)
    whole = four_pages(make_up(issue, kit))
    info, press = document_info(issue), PressProfile()
    photos = darkroom(issue, kit).develop
    for label, pages in (("without photos", tuple(map(bare, whole))), ("with 12 photos", whole)):
        read = reading(pages)
        drawn = draw_pdf(pages, info, kit.book, photos, Manner(), read)
        job = Job(pages, info, read, STANDARDS["x4"], condition(press))
        file = finish(drawn, job)
        expected = tuple(Expected(page.number, page.size) for page in pages)
        build = median(lambda pages=pages: draw_pdf(pages, info, kit.book, photos), runs)
        pressed = median(lambda pages=pages: press_file(pages, info, kit, photos, press), runs)
        parts = {
            "tags": median(lambda pages=pages: reading(pages), runs),
            "finish": median(lambda drawn=drawn, job=job: finish(drawn, job), runs),
            "preflight": median(lambda file=file, expected=expected: preflight(file, expected, press), runs),
        }
        print(f"four pages {label}: build draws in {build:.3f} s, press takes {pressed:.3f} s: {pressed - build:+.3f} s, {pressed / build:.2f} x (aim {AIM} s)")
        print("   of which " + ", ".join(f"{name} {seconds:.3f} s" for name, seconds in parts.items()) + f"; {len(drawn):,} bytes drawn, {len(file):,} finished")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
