"""The whole way from finished pages to the plant's file: marks, drawing, finish, preflight, manifest."""

from dataclasses import dataclass, replace
from typing import Any

from paperlayout.diag import Severity
from paperlayout.draw.content import Manner
from paperlayout.draw.images import Develop
from paperlayout.draw.pdf import DocumentInfo, draw_pdf
from paperlayout.draw.tags import reading
from paperlayout.issue.house import PressProfile
from paperlayout.kit import Kit
from paperlayout.page import Page
from paperlayout.press.icc import condition
from paperlayout.press.manifest import manifest
from paperlayout.press.marks import SLUG, with_marks
from paperlayout.press.preflight import Expected, Report, preflight
from paperlayout.press.standard import STANDARDS, Job, finish


@dataclass(frozen=True, slots=True)
class Pressed:
    """What goes to the plant: the file, what preflight found in it, and the manifest."""

    data: bytes
    report: Report
    manifest: dict[str, Any]


def press_file(pages: tuple[Page, ...], info: DocumentInfo, kit: Kit, photos: Develop, press: PressProfile) -> Pressed:
    """The plant's file of an edition's pages. Raises IssueError when the plant's profile cannot be used, and what developing photos raises."""
    printing = condition(press)
    marked = press.marks == "full"
    manner = Manner(slug=SLUG if marked else 0.0, overprint=press.overprint_black)
    sheets = tuple(with_marks(page, slug_line(page, len(pages), info), kit) for page in pages) if marked else pages
    read = reading(sheets)
    drawn = draw_pdf(sheets, info, kit.book, photos, manner, read)
    data = finish(drawn, Job(pages, info, read, STANDARDS[press.standard], printing, manner.margin, press.trapped))
    report = _heard(preflight(data, tuple(Expected(page.number, page.size) for page in pages), press), kit.house.silenced)
    return Pressed(data, report, manifest(data, pages, info, press, printing, report))


def _heard(report: Report, silenced: frozenset[str]) -> Report:
    """The report without the warnings the house has turned off; what is an error stays."""
    kept = tuple(found for found in report.diagnostics if found.severity is Severity.ERROR or found.code not in silenced)
    return replace(report, diagnostics=kept)


def slug_line(page: Page, count: int, info: DocumentInfo) -> str:
    """What stands beside the control strip: paper, date, page."""
    date = f"{info.date.year}年{info.date.month}月{info.date.day}日"
    name = f" {page.name}" if page.name else ""
    return f"{info.subject} {date} 第{page.label}版{name} 共{count}版".strip()
