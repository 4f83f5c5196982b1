"""The warm build: faces open, measured stories kept, and only the pages whose ink changed drawn again."""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from paperlayout.atomic import put
from paperlayout.diag import Diagnostic, IssueError, Severity
from paperlayout.draw.images import Develop
from paperlayout.edition import Edition
from paperlayout.fonts.book import FontBook
from paperlayout.issue.content import Issue
from paperlayout.kept_file import KeptBefore, kept_before, kept_file, set_aside
from paperlayout.kit import Kit
from paperlayout.page import Page, Picture
from paperlayout.parallel import planned
from paperlayout.photo.pixels import Darkroom
from paperlayout.photo.recipe import Pixels
from paperlayout.pipeline import Timings, all_pictures, arranged, darkroom, kept_of, load, make_up, open_kit, pdf, proofread
from paperlayout.plan.kept_layout import NOTHING_KEPT, KeptLayout, kept_layout_text
from paperlayout.preview.changes import changed_ink, same_ink
from paperlayout.preview.origins import Origins
from paperlayout.preview.page_cache import PageCache, PageDivision
from paperlayout.preview.payload import Payload, Source, problems
from paperlayout.preview.places import files_of
from paperlayout.preview.protocol import Built, BuiltPage, EditionReport

DIGEST = 20
"""Characters of a page's digest; it is also its address and ETag."""
MOST_PRINTS = 64
"""Developed photos kept: more than an issue has."""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells that a file on the disk is still the same."""

    file: str
    changed: int
    size: int

    @staticmethod
    def of(file: str) -> "FileStamp":
        """The stamp of a file; of one that is not there, nothing but its name."""
        try:
            found = os.stat(file)
        except OSError:
            return FileStamp(file, 0, -1)
        return FileStamp(file, found.st_mtime_ns, found.st_size)


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as it was last drawn, with the stamps of its photos."""

    page: Page
    photos: tuple[FileStamp, ...]
    digest: str


class DevelopedPhotos:
    """Developed photos, kept for as long as their file, crop, box and the way they are developed stay the same."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Darkroom, Picture, FileStamp], Pixels] = {}

    def of(self, darkroom: Darkroom) -> Develop:
        """Develops as the darkroom does."""
        return lambda picture: self._developed(darkroom, picture)

    def _developed(self, darkroom: Darkroom, picture: Picture) -> Pixels:
        key = (darkroom, picture, FileStamp.of(picture.file))
        found = self._kept.pop(key, None) or darkroom.develop(picture)
        self._kept[key] = found  # last in use, last to go
        while len(self._kept) > MOST_PRINTS:
            self._kept.pop(next(iter(self._kept)))
        return found


class Builder:
    """Makes up one issue again and again."""

    def __init__(self) -> None:
        self._book, self._prints, self._page_cache, self._payload = FontBook(), DevelopedPhotos(), PageCache(), Payload()
        self._kept = NOTHING_KEPT
        self._kit: Kit | None = None
        self._photos: tuple[FileStamp, ...] = ()
        self._drawn: dict[int, DrawnPage] = {}
        self._edition: Edition | None = None
        self._files: tuple[str, ...] = ()

    def build(self, path: str) -> Built:
        """The issue as it stands on the disk now."""
        timed, origins = Timings(), None
        try:
            issue, notes = load(Path(path), timed)
            self._files = files_of(issue)
            with timed("open"):
                kit, origins = self._opened(issue), Origins(issue)
            before = self._before(issue)
            kept = before.kept if self._edition else self._begun(issue, kit, before.kept)
            edition = make_up(origins.issue, kit, timed, make=self._page_cache.make, kept=kept)
            pages = self._pages(edition, kit, timed)
        except IssueError as fault:
            found = origins.told(fault.diagnostics) if origins else fault.diagnostics
            return Built((), EditionReport("", problems(found, Path(path))), files_named(self._files, found), timed.stages)
        self._edition = edition
        self._keep(edition, issue, before.kept)
        with timed("proofread"):
            said = (*notes, *before.said, *proofread(issue))
        with timed("tell"):
            told = self._payload.tell(Source(edition, origins, issue, said))
        return Built(pages, told, self._files, _own(timed.stages))

    def pdf(self) -> bytes:
        """The last edition as one document; empty when there is none yet."""
        if self._edition is None or self._kit is None:
            return b""
        return pdf(self._edition, self._kit, Timings())

    @staticmethod
    def _begun(issue: Issue, kit: Kit, kept: KeptLayout) -> KeptLayout:
        """The first time nothing is kept warm yet: several pages are planned by several processes."""
        shared = arranged(issue, kit, kept).issue
        return planned(shared, range(1, len(shared.pages) + 1), kept)

    def _before(self, issue: Issue) -> KeptBefore:
        """The make-up kept beside the issue; where the folder takes no file, as it was last shown."""
        before = kept_before(issue)
        return before if before.kept != NOTHING_KEPT or before.said else KeptBefore(self._kept)

    def _keep(self, edition: Edition, issue: Issue, before: KeptLayout) -> None:
        """Keeps the make-up beside the issue as `build` does, so that `build` gives the pages that were shown."""
        if any(one.severity is Severity.ERROR for one in edition.diagnostics):
            return
        self._kept = kept_of(edition, before)
        if [(PageDivision.of(page), page.prices) for page in self._kept.pages] != [(PageDivision.of(page), page.prices) for page in before.pages]:
            with contextlib.suppress(OSError):  # a folder that cannot be written to keeps none
                set_aside(issue)
                put(kept_file(issue), kept_layout_text(self._kept).encode())

    def _opened(self, issue: Issue) -> Kit:
        """The kit of before if house style and photos are the same, since what was measured is kept under it."""
        stamps = tuple(FileStamp.of(str(opened.file)) for opened in all_pictures(issue))
        if self._kit is None or self._kit.house != issue.house or self._photos != stamps:
            self._kit = replace(open_kit(issue), book=self._book)
            self._photos = stamps
        return self._kit

    def _pages(self, edition: Edition, kit: Kit, timed: Timings) -> tuple[BuiltPage, ...]:
        built = tuple(self._page(edition, page, kit, timed) for page in edition.pages)
        self._drawn = {number: drawn for number, drawn in self._drawn.items() if number <= len(built)}
        return built

    def _page(self, edition: Edition, page: Page, kit: Kit, timed: Timings) -> BuiltPage:
        """A page, drawn only if its ink is not that of before."""
        with timed("compare"):
            photos = tuple(FileStamp.of(item.file) for frame in page.frames for item in frame.items if isinstance(item, Picture))
            last = self._drawn.get(page.number)
            fresh = BuiltPage(page.number, page.label, page.name, page.size, last.digest if last else "")
            if last and last.photos == photos and same_ink(last.page, page):
                return fresh
        data = draw_alone(edition, page, kit, self._prints, timed)
        digest = hashlib.sha256(data).hexdigest()[:DIGEST]
        with timed("compare"):
            places = changed_ink(last.page, page) if last and last.photos == photos else None
        self._drawn[page.number] = DrawnPage(page, photos, digest)
        return replace(fresh, digest=digest, pdf=data, base=last.digest if last and places is not None else None, changed=places or ())


def draw_alone(edition: Edition, page: Page, kit: Kit, prints: DevelopedPhotos, timed: Timings) -> bytes:
    """The PDF of one page of an edition; it looks the same as in the whole."""
    alone = replace(edition, pages=(page,))
    return pdf(alone, kit, timed, prints.of(darkroom(edition.issue, kit)))


def _own(stages: dict[str, float]) -> dict[str, float]:
    """The time of each stage, planning without the measuring done inside it."""
    return {**stages, "plan": stages.get("plan", 0.0) - stages.get("measure", 0.0)} if "plan" in stages else stages


def files_named(files: tuple[str, ...], found: Iterable[Diagnostic]) -> tuple[str, ...]:
    """The files of the last good build and those that findings name."""
    return tuple(sorted({*files, *(one.origin.file for one in found if one.origin)}))
