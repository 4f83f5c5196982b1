"""小样: every story by itself on A4, its body cut from the press pages at 100 %, every line numbered, with white beside it to write in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paperlayout.geometry import Point, Rect, Size
from paperlayout.page import TEXT_KINDS, DrawnItem, Frame, Page, PlacedStory
from paperlayout.press.proof.changes import LABELS
from paperlayout.press.proof.forms import ENTRY, ENTRY_LEADING, ProofJob
from paperlayout.press.proof.furniture import BOX_HEAD, EVERY, HEAD, SIDE, change_marks, head_line, sign_off
from paperlayout.press.proof.pen import SMALL
from paperlayout.press.proof.sheet import PAPERS, PlacedPage, ProofSheet
from paperlayout.units import Pt, mm

STRIPS = 2
"""Strips of copy side by side on a sheet."""
NUMBERS = mm(8)
"""Room for line numbers before a strip."""


@dataclass(frozen=True, slots=True)
class GalleyRun:
    """An unbroken run of body lines on a page: the page's index, its box, and how many lines it has."""

    page: int
    rect: Rect
    lines: int

    @property
    def row(self) -> Pt:
        return self.rect.height / self.lines

    def part(self, first: int, count: int) -> Rect:
        """Some of its lines."""
        return Rect(self.rect.x0, self.rect.y0 + first * self.row, self.rect.x1, self.rect.y0 + (first + count) * self.row)


@dataclass(frozen=True, slots=True)
class GalleyPiece:
    """A piece of a run on a sheet: its box on the page, where it stands, and the number of its first line in the story."""

    run: GalleyRun
    rect: Rect
    at: Point
    first: int


def galley(job: ProofJob) -> tuple[ProofSheet, ...]:
    """The sheets of all stories."""
    return tuple(sheet for story in _stories(job.pages) for sheet in _of_story(job, story))


def _stories(pages: Sequence[Page]) -> Iterator[PlacedStory]:
    """Every story once, however many pages it runs over."""
    seen: set[str] = set()
    for page in pages:
        for story in page.stories:
            if story.id not in seen:
                seen.add(story.id)
                yield story


def _of_story(job: ProofJob, story: PlacedStory) -> Iterator[ProofSheet]:
    size = PAPERS["A4"]
    frames = [(index, frame) for index, page in enumerate(job.pages) for frame in page.frames if frame.story == story.id]
    parts = [one for page in job.pages for one in page.stories if one.id == story.id]
    runs = [GalleyRun(index, frame.rect, len(frame.set)) for index, frame in frames if frame.kind in TEXT_KINDS and frame.set]
    head = list(_head(job, [frame for _, frame in frames], size))
    top = HEAD + mm(2) + len(head) * ENTRY_LEADING
    sheets = list(_flowed(runs, size, top))
    for at, cuts in enumerate(sheets or [[]]):
        items: list[DrawnItem] = list(_headed(job, head)) if at == 0 else []
        placed = [_placed(cut, job.pages[cut.run.page]) for cut in cuts]
        for cut, here in zip(cuts, placed, strict=True):
            items += [*_numbers(job, cut), *change_marks(job.pen, job.changes, job.pages[cut.run.page], here)]
        what = f"《{story.title}》 {at + 1}/{max(1, len(sheets))}" if story.title else f"{story.id} {at + 1}/{max(1, len(sheets))}"
        note = f"{sum(part.chars for part in parts)} 字，{sum(part.lines for part in parts)} 行"
        furniture = (*head_line(job.pen, job.slip, what, size, 1.0), *sign_off(job.pen, job.slip, size, note))
        yield ProofSheet(what, size, tuple(placed), (*items, *furniture))


def _head(job: ProofJob, frames: Sequence[Frame], size: Size) -> Iterator[str]:
    """Heads, bylines, captions of a story as lines to be read."""
    for frame in frames:
        text = "".join(frame.set) or frame.text or ""
        if frame.copy and text and frame.kind not in TEXT_KINDS:
            label = LABELS.get(frame.kind, "")
            yield from job.pen.wrapped(f"〔{label}〕{text}".replace("\n", ""), ENTRY, size.width - 2 * SIDE)


def _headed(job: ProofJob, lines: Sequence[str]) -> Iterator[DrawnItem]:
    for at, line in enumerate(lines):
        yield from job.pen.line(line, ENTRY, Point(SIDE, HEAD + mm(2) + at * ENTRY_LEADING))


def _flowed(runs: Sequence[GalleyRun], size: Size, top: Pt) -> Iterator[list[GalleyPiece]]:
    """The runs in strips, sheet after sheet; a run that does not fit goes on in the next strip, at a whole line."""
    foot, pitch = size.height - BOX_HEAD - mm(6), (size.width - SIDE) / STRIPS
    cuts: list[GalleyPiece] = []
    strip, y, number = 0, top, 1
    for run in runs:
        done = 0
        while done < run.lines:
            fits = int((foot - y) / run.row + 1e-6)
            if fits < 1:
                strip, y = strip + 1, top
                if strip == STRIPS:
                    yield cuts
                    cuts, strip, top = [], 0, HEAD + mm(2)
                    y = top
                continue
            count = min(fits, run.lines - done)
            cuts.append(GalleyPiece(run, run.part(done, count), Point(SIDE + NUMBERS + strip * pitch, y), number))
            done, number, y = done + count, number + count, y + count * run.row
    if cuts:
        yield cuts


def _placed(cut: GalleyPiece, page: Page) -> PlacedPage:
    at = Point(cut.at.x - cut.rect.x0, cut.at.y - cut.rect.y0)
    window = Rect(cut.at.x - 1, cut.at.y, cut.at.x + cut.rect.width + 1, cut.at.y + cut.rect.height)
    return PlacedPage(cut.run.page, at, 1.0, window, page.size.height)


def _numbers(job: ProofJob, cut: GalleyPiece) -> Iterator[DrawnItem]:
    """Every fifth line's number, counted through the story, and the first of each strip."""
    count = round(cut.rect.height / cut.run.row)
    for nth in range(count):
        number = cut.first + nth
        if number % EVERY == 0 or number == 1:
            yield from job.pen.line(str(number), SMALL, Point(cut.at.x - 8, cut.at.y + (nth + 0.7) * cut.run.row), 1.0)
