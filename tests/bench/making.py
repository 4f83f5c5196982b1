"""One issue through the public pipeline: what came of it, as plain data that travels between processes."""

import contextlib
import gc
import signal
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rubric.gates import hard_faults
from rubric.reading import read_pages
from rubric.score import Score, score_page

from bench.account import lost_and_found
from bench.issues import GivenIssue
from bench.manuscript import PAPER, yaml_of
from bench.pictures import draw_pictures
from paperlayout.diag import IssueError
from paperlayout.edition import Edition, layout
from paperlayout.kit import Kit
from paperlayout.pipeline import Timings, load, make_up, open_kit, pdf

SHORT_OR_OVER = ("L201", "L202", "L203")


@dataclass(frozen=True)
class PageMade:
    """A page as it came out: whether it is full, what the rubric says, and what must never be."""

    number: int
    stories: int
    load: float
    full: bool
    score: float
    groups: dict[str, float]
    faults: dict[str, int]
    hard: list[str]


@dataclass(frozen=True)
class Made:
    """An issue as it came out. `outcome`: made, misfit (the program says it does not fit), refused, late (out of time) or broken (a fault of ours)."""

    name: str
    stories: int
    load: float
    outcome: str
    said: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    pages: list[PageMade] = field(default_factory=list)
    seconds: float = 0.0
    planning: float = 0.0
    topology: list[list[Any]] = field(default_factory=list)

    def json(self) -> dict[str, Any]:
        return asdict(self)


class Late(BaseException):
    """Out of time. No Exception, so that no except clause of the program catches it."""


@contextlib.contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raises Late in the main thread after so many CPU seconds: other programs on the machine do not make it late."""

    def late(_signal: int, _frame: object) -> None:
        raise Late

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """As the command runs: without collecting, which between issues it makes up for."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@dataclass(slots=True)
class Clock(Timings):
    """The pipeline's timings with the CPU seconds of the whole, which a shared core does not stretch."""

    cpu: float = 0.0

    @contextlib.contextmanager
    def whole(self) -> Iterator[None]:
        start = time.process_time()
        try:
            with self("whole"):
                yield
        finally:
            self.cpu += time.process_time() - start

    @property
    def planning(self) -> float:
        """CPU seconds of planning: its share of the wall time of the whole."""
        return (self.stages.get("plan", 0.0) - self.stages.get("measure", 0.0)) / max(self.stages.get("whole", 0.0), 1e-9) * self.cpu


def written(given: GivenIssue, folder: Path, look: str = "") -> Path:
    """The issue as a folder beside its paper.yaml, which may have a line of 样式, and pictures."""
    draw_pictures(folder / "图片")
    (folder / "paper.yaml").write_text(f"{PAPER}样式:\n  {look}\n" if look else PAPER, encoding="utf-8")
    place = folder / given.name
    place.mkdir(parents=True, exist_ok=True)
    (place / "issue.yaml").write_text(yaml_of(given), encoding="utf-8")
    return place


def made(given: GivenIssue, folder: Path, limit: float, look: str = "") -> Made:
    """The issue made up within so many seconds."""
    count = sum(p.count for p in given.pages)
    timed = Clock()
    try:
        with uncollected(), bounded(limit), timed.whole():
            edition, _ = edition_of(written(given, folder, look), timed)
    except Late:
        return Made(given.name, count, given.load, "late", seconds=timed.cpu)
    except IssueError as why:
        return Made(given.name, count, given.load, "refused", [f"{d.code} {d.message}" for d in why.diagnostics])
    except Exception as why:  # whatever it is, the run goes on and the table shows it
        return Made(given.name, count, given.load, "broken", [f"{type(why).__name__}: {why}"])
    return _told(given, edition, timed)


def edition_of(place: Path, timed: Timings) -> tuple[Edition, Kit]:
    """The issue in a folder, made up."""
    issue, _ = load(place, timed)
    kit = open_kit(issue)
    return make_up(issue, kit, timed), kit


def _told(given: GivenIssue, edition: Edition, timed: Clock) -> Made:
    json = layout(edition)
    errors = [f"{d['code']} {d['message']}" for d in json["diagnostics"] if d["severity"] == "error"]
    pages = [_page(given, page, json) for page in read_pages(json)]
    stands = any(f["kind"] == "body" for page in json["pages"] for f in page["frames"])
    lost = list(lost_and_found(given, json)) if stands or not errors else []
    outcome = "misfit" if any(e.startswith(SHORT_OR_OVER) for e in errors) else "made"
    return Made(given.name, sum(p.count for p in given.pages), given.load, outcome, errors, lost, pages, timed.cpu, timed.planning, topology(json))


def _page(given: GivenIssue, page: Any, json: dict[str, Any]) -> PageMade:
    scored: Score = score_page(page)
    source = given.pages[page.number - 1] if not given.flat and page.number <= len(given.pages) else None
    count = source.count if source else len(page.stories)
    counted: dict[str, int] = {}
    for fault in scored.faults:
        counted[fault.rule] = counted.get(fault.rule, 0) + 1
    hard = [str(fault) for fault in hard_faults(page)]
    return PageMade(page.number, count, source.load if source else given.load, page.full, scored.total, scored.groups, counted, hard)


def topology(json: dict[str, Any]) -> list[list[Any]]:
    """Which story stands in which block: page by page its stories from the left and the top, each with its columns and corners. No rows: those give."""
    found = []
    for number, page in enumerate(json["pages"], 1):
        blocks = []
        for story in page["stories"]:
            own = [f["cells"] for f in page["frames"] if f.get("story") == story["id"] and f.get("cells")]
            if own:
                left, right = min(c[0] for c in own), max(c[0] + c[2] for c in own)
                blocks.append([left, min(c[1] for c in own), story["id"], right, sum(map(len, story["polygons"]))])
        found += [[number, left, name, right, corners] for left, _, name, right, corners in sorted(blocks)]
    return found


def drawn(given: GivenIssue, folder: Path, file: Path, scale: float) -> None:
    """The issue's pages as PNG files, one beside the other."""
    import pypdfium2

    edition, kit = edition_of(written(given, folder), Timings())
    for number, page in enumerate(pypdfium2.PdfDocument(pdf(edition, kit, Timings())), 1):
        page.render(scale=scale).to_pil().save(file.with_name(f"{file.name}-{number}.png"))
