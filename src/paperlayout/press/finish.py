"""The whole way from finished pages to the plant's file: marks, drawing, finish, preflight, manifest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Severity
from paperlayout.draw.content import Manner
from paperlayout.draw.images import Develop
from paperlayout.draw.pdf import DocumentInfo, draw_pdf
from paperlayout.draw.tags import reading
from paperlayout.issue.house import PressProfile
from paperlayout.kit import Kit
from paperlayout.page import Page, Picture
from paperlayout.press.icc import printing_condition
from paperlayout.press.manifest import manifest
from paperlayout.press.marks import SLUG, with_marks
from paperlayout.press.preflight import Expected, Report, preflight
from paperlayout.press.standard import STANDARDS, FinishJob, finish


@dataclass(frozen=True, slots=True)
class Pressed:
    """What goes to the plant: the file, what preflight found in it, and the manifest."""

    data: bytes
    report: Report
    manifest: dict[str, Any]


def press_file(pages: tuple[Page, ...], info: DocumentInfo, kit: Kit, photos: Develop, press: PressProfile) -> Pressed:
    """The plant's file of an edition's pages. Raises IssueError when the plant's profile cannot be used, and what developing photos raises."""
    printing = printing_condition(press)
    marked = press.marks == "full"
    manner = Manner(slug=SLUG if marked else 0.0, overprint=press.overprint_black)
    sheets = tuple(with_marks(page, slug_line(page, len(pages), info), kit) for page in pages) if marked else pages
    read = reading(sheets)
    drawn = draw_pdf(sheets, info, kit.book, photos, manner, read)
    data = finish(drawn, FinishJob(pages, info, read, STANDARDS[press.standard], printing, manner.margin, press.trapped))
    report = preflight(data, tuple(Expected(page.number, page.size) for page in pages), press)
    report = _heard(replace(report, diagnostics=(*report.diagnostics, *undescribed(pages))), kit.house.silenced)
    return Pressed(data, report, manifest(data, pages, info, press, printing, report))


def undescribed(pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """P112: pictures of which a reader who cannot see them learns nothing, not even from the title of their story."""
    for page in pages:
        titled = {story.id for story in page.stories if story.title}
        untitled = (frame for frame in page.frames if frame.story not in titled)
        origins = {item.origin: None for frame in untitled for item in frame.items if isinstance(item, Picture) and not item.alt}
        yield from (tell("P112", origin, page=page.number) for origin in origins)


def _heard(report: Report, silenced: frozenset[str]) -> Report:
    """The report without what the house has turned off; errors stay."""
    kept = tuple(found for found in report.diagnostics if found.severity is Severity.ERROR or found.code not in silenced)
    return replace(report, diagnostics=kept)


def slug_line(page: Page, count: int, info: DocumentInfo) -> str:
    """What stands beside the control strip: paper, date, page."""
    date = f"{info.date.year}年{info.date.month}月{info.date.day}日"
    name = f" {page.name}" if page.name else ""
    return f"{info.subject} {date} 第{page.label}版{name} 共{count}版".strip()
