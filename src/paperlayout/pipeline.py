"""The program on one screen: every stage is one call, named as the newsroom names it."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from paperlayout.catalogue.book import tell
from paperlayout.check.blocks import odd_blocks
from paperlayout.check.contradictions import contradictions
from paperlayout.check.ear import crowded_ear
from paperlayout.check.faults import better_way, page_faults
from paperlayout.check.fit import misfits
from paperlayout.check.glyphs import missing_glyphs
from paperlayout.check.heads import long_heads
from paperlayout.check.jumps import told_jumps
from paperlayout.check.lines import overfull_lines
from paperlayout.check.photos import coarse_photos
from paperlayout.check.pins import odd_boxes, unused_fields
from paperlayout.check.switch import as_wanted
from paperlayout.check.typography import finished_page
from paperlayout.check.vertical import flattened_heads, vertical_heads
from paperlayout.compose.page import compose_page
from paperlayout.diag import Diagnostic, IssueError, Origin, Severity
from paperlayout.edition import Edition, run_on
from paperlayout.fonts.book import FontBook
from paperlayout.grid import Grid
from paperlayout.issue.content import FRONT, Issue, PageCopy, Photo
from paperlayout.issue.house import PressProfile
from paperlayout.kinds.table import KINDS
from paperlayout.kit import Kit
from paperlayout.loading.load import load_issue
from paperlayout.measure import measure
from paperlayout.page import Page
from paperlayout.photo.document import is_document, look_at_document
from paperlayout.photo.faults import PhotoFault
from paperlayout.photo.open import PhotoFacts, look
from paperlayout.plan.assign.allot import allotted
from paperlayout.plan.assign.jump import Jumps, jumps
from paperlayout.plan.kept_layout import NOTHING_KEPT, KeptLayout, KeptPage, kept_page
from paperlayout.plan.page import FittedPage, choose_layout, good_layouts, relayout, without_conflicts
from paperlayout.plan.row_counts import row_counts
from paperlayout.story.copy import Copy
from paperlayout.story.copydesk import corrected

if TYPE_CHECKING:
    from paperlayout.draw.images import Develop
    from paperlayout.draw.pdf import DocumentInfo
    from paperlayout.photo.pixels import Darkroom
    from paperlayout.press.finish import Pressed


@dataclass(slots=True)
class Timings:
    """Seconds of each stage in order, for --timings."""

    stages: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages[stage] = self.stages.get(stage, 0.0) + time.perf_counter() - start


def open_kit(issue: Issue) -> Kit:
    """Faces and photos of an issue.

    Raises IssueError with one finding for each photo that cannot be used.
    """
    facts: dict[Path, PhotoFacts] = {}
    faults: list[Diagnostic] = []
    for file, origin, looked in all_pictures(issue):
        try:
            facts[file] = looked(file)
        except PhotoFault as fault:
            faults.append(fault.told(origin))
    if faults:
        raise IssueError(faults)
    return Kit(issue.house, FontBook(), facts)


class OpenedIssue(NamedTuple):
    """A file to be opened, where it was asked for, and how it is looked at."""

    file: Path
    origin: Origin | None
    look: Callable[[Path], PhotoFacts]


def all_pictures(issue: Issue) -> Iterator[OpenedIssue]:
    """Every picture file of an issue: photos and their groups, adverts, which may be PDF."""
    for photo in all_photos(issue):
        yield from (OpenedIssue(file, photo.origin, look) for file in photo.files)
    for item in (item for page in issue.pages for item in page.others):
        yield from (OpenedIssue(file, item.origin, look_at_document if is_document(file) else look) for file in item.files)


def all_photos(issue: Issue) -> Iterator[Photo]:
    """Every photo of an issue once for each place it is given."""
    for page in issue.pages:
        yield from page.every_photo


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page made up: its dummy, the page itself, and what is to be said of it."""

    fitted: FittedPage
    page: Page
    diagnostics: tuple[Diagnostic, ...]


def make_page(issue: Issue, number: int, kit: Kit, timed: Timings, kept: KeptPage | None = None) -> MadePage:
    """One page of an issue, from its copy to the finished page; cut as it was kept if that still fits."""
    with timed("plan"):
        page, front = issue.pages[number - 1], number == FRONT
        again = relayout(*next(measured(page, front, kit, timed, kept.rows)), kept) if kept else None
        fitted = choose_layout(measured(page, front, kit, timed), again, kept, partial(without_pins, page, front, kit))
    with timed("compose"):
        composed = compose_page(issue, number, fitted, kit)
        found = as_wanted(findings(composed, fitted, kit), issue.house)
    return MadePage(fitted, replace(composed, diagnostics=found), found)


def without_pins(page: PageCopy, front: bool, kit: Kit, grid: Grid) -> FittedPage | None:
    """A page that cannot be made up with its pins, without those that are to blame."""
    return without_conflicts(page, lambda loose: measure(loose, grid, kit, front), grid)


PageMaker = Callable[[Issue, int, Kit, Timings, KeptPage | None], MadePage]
"""Makes up one page; the preview has one that keeps the pages nothing was changed on."""


def make_up(
    issue: Issue, kit: Kit, timed: Timings | None = None, chosen: Sequence[int] = (), make: PageMaker = make_page, *, kept: KeptLayout = NOTHING_KEPT
) -> Edition:
    """The whole program as a function: an issue as written becomes an edition, of the chosen pages only where there are any, cut as they were kept.

    Raises IssueError when characters are missing from every face or the issue asks for what make-up cannot do.
    """
    timed = timed or Timings()
    with_jumps = arranged(issue, kit, kept)
    numbers = chosen or range(FRONT, len(with_jumps.issue.pages) + FRONT)
    before = checked_before(issue, with_jumps, kit)
    made = {number: make(with_jumps.issue, number, kit, timed, kept.page(number)) for number in numbers}
    over = frozenset(number for number, one in made.items() if one.fitted.plan.over_rows or one.fitted.refused)
    if over and (again := arranged(issue, kit, kept, over)).issue != with_jumps.issue:
        changed = [number for number in numbers if again.issue.pages[number - 1] != with_jumps.issue.pages[number - 1]]
        anew = made | {number: make(again.issue, number, kit, timed, kept.page(number)) for number in changed}
        if misfit_rows(anew) < misfit_rows(made):
            made, with_jumps, before = anew, again, checked_before(issue, again, kit)
    found = (*before, *(d for one in made.values() for d in one.diagnostics))
    return Edition(with_jumps.whole, run_on(one.page for one in made.values()), tuple(one.fitted for one in made.values()), found)


def misfit_rows(made: Mapping[int, MadePage]) -> int:
    """The rows by which pages are over or short; a pin that was refused counts as one."""
    return sum(one.fitted.plan.over_rows + one.fitted.plan.short_rows + len(one.fitted.refused) for one in made.values())


def checked_before(written: Issue, with_jumps: Jumps, kit: Kit) -> tuple[Diagnostic, ...]:
    """What is to be said before anything is set. Raises IssueError when there is an error among it."""
    found = (*shared_out(written, with_jumps.issue), *told_jumps(with_jumps), *beforehand(with_jumps.issue, kit))
    if any(d.severity is Severity.ERROR for d in found):
        raise IssueError(found)
    return as_wanted(found, written.house)


def arranged(issue: Issue, kit: Kit, kept: KeptLayout = NOTHING_KEPT, over: frozenset[int] = frozenset()) -> Jumps:
    """分版、转版: the issue with every story on its page, and those cut in two that go on on another; `over`: pages that turned out to be over."""
    return jumps(allotted(issue, kit.photos), kit, over, kept.cuts)


def alternatives(issue: Issue, kit: Kit, numbers: Sequence[int], timed: Timings) -> dict[int, tuple[KeptPage, ...]]:
    """The good make-ups of each page, best first, as they would be kept."""
    found: dict[int, tuple[KeptPage, ...]] = {}
    for number in numbers:
        with timed("plan"):
            pages = good_layouts(measured(issue.pages[number - 1], number == FRONT, kit, timed))
        kept = (kept_page(number, f.grid.rows, f.copy, f.plan, chosen=True) for f in pages)
        found[number] = tuple(page for page in kept if page)
    return found


def kept_of(edition: Edition, before: KeptLayout = NOTHING_KEPT) -> KeptLayout:
    """The dummies of an edition as they are kept; pages that were not made up, or do not fit as they are pinned, as before; pages there are no more, not."""
    kept = KeptLayout(tuple(page for page in before.pages if page.number <= len(edition.issue.pages)))
    for page, fitted in zip(edition.pages, edition.fitted, strict=True):
        if fitted.refused:
            continue
        old = before.page(page.number)
        now = kept_page(page.number, fitted.grid.rows, fitted.copy, fitted.plan, chosen=old is not None and old.chosen)
        kept = kept.with_page(now.as_cheap_as(old)) if now else kept
    return kept


def beforehand(issue: Issue, kit: Kit) -> Iterator[Diagnostic]:
    """All that can be said before anything is set."""
    yield from unused_fields(issue)
    yield from contradictions(issue)
    yield from odd_boxes(issue, kit.house.grid(), kit)
    yield from crowded_ear(issue, kit)
    yield from vertical_heads(issue)
    yield from missing_glyphs(issue, kit.book)
    yield from refused(issue)


def findings(page: Page, fitted: FittedPage, kit: Kit) -> Iterator[Diagnostic]:
    """All that is to be said of a finished page."""
    yield from misfits(page, fitted)
    yield from long_heads(page.number, fitted)
    yield from flattened_heads(page.number, fitted)
    yield from overfull_lines(page, fitted)
    yield from odd_blocks(page.number, fitted)
    yield from coarse_photos(page)
    for kind in KINDS:
        yield from kind.check(page, fitted.plan)
    yield from page_faults(page.number, fitted)
    yield from better_way(page.number, fitted)
    yield from finished_page(page, kit.composition.level)


def shared_out(written: Issue, issue: Issue) -> Iterator[Diagnostic]:
    """How copy without a page was shared out, when it was."""
    if any(page.loose and page.ranked for page in written.pages) and len(issue.pages) > 1:
        counts = "、".join(f"{n} 版 {len(p.stories)} 篇" for n, p in enumerate(issue.pages, FRONT))
        yield tell("S412", issue.origin, count=len(issue.pages), pages=counts)


def refused(issue: Issue) -> Iterator[Diagnostic]:
    """Pages there is nothing to make up of."""
    for number, page in enumerate(issue.pages, FRONT):
        if not page.ranked:
            yield tell("S411", page.origin or issue.origin, page=number)


def measured(page: PageCopy, front: bool, kit: Kit, timed: Timings, first: int | None = None) -> Iterator[tuple[Grid, Copy]]:
    """The page's copy measured on each grid the house allows, nominal first; or the one of so many rows."""
    for grid in row_counts(kit.house, front, first):
        with timed("measure"):
            copy = measure(page, grid, kit, front)
        yield grid, copy


def load(path: Path, timed: Timings) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with its copy corrected, and what is to be said of it.

    Raises IssueError when it cannot be read.
    """
    with timed("load"):
        loaded = load_issue(path)
    with timed("correct"):
        issue, said = corrected(loaded.issue)
    return issue, as_wanted((*loaded.diagnostics, *said), issue.house)


def proofread(issue: Issue) -> tuple[Diagnostic, ...]:
    """What a proofreader asks about the copy and photos: for `check`, `preview` and `press`; making up needs none of it."""
    from paperlayout.check.copy import read_over  # the rules and word lists load only for the verbs that ask

    return as_wanted(read_over(issue, all_photos(issue)), issue.house)


def pdf(edition: Edition, kit: Kit, timed: Timings, develop: "Develop | None" = None) -> bytes:
    """The edition as a PDF; `develop` stands in for the darkroom where photos are kept developed.

    Raises IssueError with one finding for each photo that turns out to be broken only now that its pixels are read.
    """
    from paperlayout.draw.pdf import draw_pdf  # reportlab and Pillow load only when there is something to draw

    with timed("draw"):
        return draw_pdf(edition.pages, document_info(edition.issue), kit.book, develop or darkroom(edition.issue, kit).develop)


def press(edition: Edition, kit: Kit, profile: PressProfile, timed: Timings) -> "Pressed":
    """付印: the edition as the plant's file, looked over.

    Raises IssueError when photos or the plant's colour profile cannot be used.
    """
    from paperlayout.press.finish import press_file  # pikepdf loads only when something goes to press

    with timed("press"):
        return press_file(edition.pages, document_info(edition.issue), kit, darkroom(edition.issue, kit, profile).develop, profile)


def darkroom(issue: Issue, kit: Kit, profile: PressProfile | None = None) -> "Darkroom":
    """Where an issue's photos are developed for a plant (the first of the house when none is named), and kept from run to run.

    Raises IssueError when the plant's profile cannot be used.
    """
    from paperlayout.photo.image_cache import ImageCache
    from paperlayout.photo.pixels import Darkroom
    from paperlayout.press.icc import printing_condition

    plant, figures = profile or kit.house.press[0], kit.house.look.figures
    if plant.icc:
        printing_condition(plant)
    image_cache = ImageCache(issue.file.resolve().parent / "build" / ".cache" / "photos")
    return Darkroom(Path(), plant.icc, plant.image_ppi or figures.ppi, plant.ink_limit, figures.gray, image_cache)


def document_info(issue: Issue) -> "DocumentInfo":
    """What the PDF says of itself."""
    from paperlayout.draw.pdf import DocumentInfo

    imprint = issue.house.imprint
    title = f"{imprint.name} {issue.date.isoformat()}" + (f" 第{issue.number}期" if issue.number else "")
    author = imprint.publisher or imprint.name
    return DocumentInfo(title=title.strip(), author=author, subject=imprint.name, language="zh-CN", date=issue.date)


__all__ = ["NOTHING_KEPT", "FittedPage", "Timings", "allotted", "arranged", "load", "make_up", "open_kit", "pdf", "proofread"]
