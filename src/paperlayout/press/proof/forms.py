"""The press pages on sheets of paper: whole pages made to fit, double pages as they are printed, and tiles at 100 % to be pasted together."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.geometry import Point, Rect, Size
from paperlayout.issue.house import Type
from paperlayout.page import DrawnItem, Page, Picture
from paperlayout.press.impose import printed_sheets
from paperlayout.press.proof.changes import CopyChange
from paperlayout.press.proof.furniture import BOX_HEAD, FOOT, HEAD, SIDE, OuterSides, change_marks, head_line, letter, rulers, sign_off
from paperlayout.press.proof.pen import LABEL, ProofPen
from paperlayout.press.proof.sheet import FULL, PAPERS, PlacedPage, ProofSheet, ProofSlip
from paperlayout.units import Pt, mm

OVERLAP = mm(10)
"""Tiles share so much with their neighbours."""
ENTRY, ENTRY_LEADING = Type("song-400", 9), 13.0
"""How the 核红单 is set."""
TILE_MARGIN = mm(9)


@dataclass(frozen=True, slots=True)
class ProofJob:
    """All that laying out a proof needs: the pages, what is said on every sheet, what changed, and the pen."""

    pages: tuple[Page, ...]
    slip: ProofSlip
    changes: tuple[CopyChange, ...]
    pen: ProofPen


def whole(job: ProofJob, paper: str) -> tuple[ProofSheet, ...]:
    """Every page on a sheet of its own."""
    return tuple(_fitted(job, paper, (index,)) for index in range(len(job.pages)))


def spreads(job: ProofJob, paper: str) -> tuple[ProofSheet, ...]:
    """Pages side by side as they stand on the printed sheet: 4|1 and 2|3."""
    return tuple(_fitted(job, paper, tuple(n - 1 for n in (pair.left, pair.right) if n)) for pair in printed_sheets(len(job.pages)))


def _fitted(job: ProofJob, paper: str, indices: tuple[int, ...]) -> ProofSheet:
    """Pages side by side, made to fit between the furniture; on paper laid across when they are wider than high."""
    pages = [job.pages[index] for index in indices]
    width, height = sum(page.size.width for page in pages), max(page.size.height for page in pages)
    fit = _paper(paper, width, height)
    size, scale = fit.size, fit.scale
    left, top = (size.width - width * scale) / 2, HEAD + (size.height - HEAD - FOOT - height * scale) / 2
    placed: list[PlacedPage] = []
    items: list[DrawnItem] = []
    for index, page in zip(indices, pages, strict=True):
        window = Rect(left, top, left + page.size.width * scale, top + page.size.height * scale)
        here = PlacedPage(index, Point(left, top), scale, window, page.size.height)
        placed.append(here)
        outer = OuterSides(index == indices[0], index == indices[-1])
        items += [job.pen.box(window, 0.25), *rulers(job.pen, page, here, outer), *change_marks(job.pen, job.changes, page, here)]
        left = window.x1
    what = "　".join(_named(page) for page in pages)
    furniture = (*head_line(job.pen, job.slip, what, size, scale), *sign_off(job.pen, job.slip, size, _counted(job, pages)))
    return ProofSheet(what, size, tuple(placed), (*items, *furniture))


@dataclass(frozen=True, slots=True)
class _SheetFit:
    """A sheet and the scale at which a page fits on it."""

    size: Size
    scale: float


def _paper(paper: str, width: Pt, height: Pt) -> _SheetFit:
    if paper == FULL:
        return _SheetFit(Size(width + 2 * SIDE, height + HEAD + FOOT), 1.0)
    sheet = PAPERS[paper]
    if width > height:
        sheet = Size(sheet.height, sheet.width)
    return _SheetFit(sheet, min(1.0, (sheet.width - 2 * SIDE) / width, (sheet.height - HEAD - FOOT) / height))


def _named(page: Page) -> str:
    return f"第{page.label}版 {page.name}".strip()


def _counted(job: ProofJob, pages: list[Page]) -> str:
    """What stands on the pages, and how much of it changed."""
    stories = sum(1 for page in pages for story in page.stories if story.title)
    chars = sum(story.chars for page in pages for story in page.stories)
    photos = sum(isinstance(item, Picture) for page in pages for frame in page.frames for item in frame.items)
    numbers = {page.number for page in pages}
    changed = sum(any(line.page in numbers for line in change.lines) for change in job.changes)
    return f"{stories} 篇 {chars} 字，图片 {photos} 张" + (f"；与上一次校样相比改动 {changed} 处，左边划红线，见核红单" if changed else "")


def tiles(job: ProofJob, paper: str) -> tuple[ProofSheet, ...]:
    """Every page in pieces at 100 %, row by row, with a strip in common to paste them by."""
    return tuple(sheet for index, page in enumerate(job.pages) for sheet in _tiles(job, paper, index, page))


def _tiles(job: ProofJob, paper: str, index: int, page: Page) -> Iterator[ProofSheet]:
    size = PAPERS.get(paper, PAPERS["A3"])
    room = Size(size.width - 2 * TILE_MARGIN, size.height - 2 * TILE_MARGIN)
    columns, rows = (_count(page.size.width, room.width), _count(page.size.height, room.height))
    for row in range(rows):
        for column in range(columns):
            yield _tile(job, index, size, (row, rows), (column, columns))


def _count(length: Pt, room: Pt) -> int:
    return max(1, math.ceil((length - OVERLAP) / (room - OVERLAP)))


def _tile(job: ProofJob, index: int, size: Size, row: tuple[int, int], column: tuple[int, int]) -> ProofSheet:
    page = job.pages[index]
    window = Rect(TILE_MARGIN, TILE_MARGIN, size.width - TILE_MARGIN, size.height - TILE_MARGIN)
    at = Point(TILE_MARGIN - column[0] * (window.width - OVERLAP), TILE_MARGIN - row[0] * (window.height - OVERLAP))
    placed = PlacedPage(index, at, 1.0, window, page.size.height)
    what = f"{_named(page)}　拼贴第 {row[0] + 1} 排第 {column[0] + 1} 张，共 {row[1]}×{column[1]} 张，搭接 {OVERLAP / mm(1):.0f} 毫米，100%"
    said = f"{job.slip.paper}　{job.slip.date}　{what}　{job.slip.stage}　第 {job.slip.revision} 次　付印文件 {job.slip.digest[:16]}"
    items: list[DrawnItem] = [*rulers(job.pen, page, placed), *change_marks(job.pen, job.changes, page, placed)]
    items += job.pen.line(said, job.pen.fitted(said, LABEL, window.width), Point(TILE_MARGIN, size.height - mm(4)))
    if column[0] < column[1] - 1:
        items.append(job.pen.rule(window.x1 - OVERLAP, 0, window.x1 - OVERLAP, TILE_MARGIN / 2))
        items.append(job.pen.rule(window.x1 - OVERLAP, size.height - TILE_MARGIN / 2, window.x1 - OVERLAP, size.height))
    if row[0] < row[1] - 1:
        items.append(job.pen.rule(0, window.y1 - OVERLAP, TILE_MARGIN / 2, window.y1 - OVERLAP))
        items.append(job.pen.rule(size.width - TILE_MARGIN / 2, window.y1 - OVERLAP, size.width, window.y1 - OVERLAP))
    return ProofSheet(what, size, (placed,), tuple(items))


def change_list(job: ProofJob, paper: str) -> tuple[ProofSheet, ...]:
    """核红单: every change with its place, what stood there and what stands there now."""
    size = PAPERS["A4"] if paper in (FULL, "A2", "A3") else PAPERS[paper]
    foot, first = size.height - BOX_HEAD - mm(8), HEAD + mm(4)
    sheets: list[ProofSheet] = []
    items: list[DrawnItem] = []
    y = first
    for change in job.changes:
        lines = list(_entry(job, change, size.width - 2 * SIDE))
        if y + len(lines) * ENTRY_LEADING > foot and items:
            sheets.append(_list_sheet(job, size, items, len(sheets)))
            items, y = [], first
        for line in lines:
            items += job.pen.line(line, ENTRY, Point(SIDE, y))
            y += ENTRY_LEADING
        y += ENTRY_LEADING / 2
    if items:
        sheets.append(_list_sheet(job, size, items, len(sheets)))
    return tuple(sheets)


def _list_sheet(job: ProofJob, size: Size, items: list[DrawnItem], at: int) -> ProofSheet:
    what = f"核红单 第 {at + 1} 页"
    note = f"与第 {job.slip.revision - 1} 次校样相比，共改动 {len(job.changes)} 处"
    return ProofSheet(what, size, (), (*head_line(job.pen, job.slip, what, size, 1.0), *items, *sign_off(job.pen, job.slip, size, note)))


def _entry(job: ProofJob, change: CopyChange, width: Pt) -> Iterator[str]:
    """A change as it is listed."""
    head = f"{change.number}　{_place(job, change)}　{f'《{change.title}》' if change.title else ''}{change.label}"
    yield from job.pen.wrapped(head, ENTRY, width)
    for label, text in (("原：", change.before), ("改：", change.after)):
        if text:
            yield from job.pen.wrapped(f"　　{label}{text}", ENTRY, width)


def _place(job: ProofJob, change: CopyChange) -> str:
    """Where a change stands, as the rulers name it: 01 版 B37."""
    if not change.lines:
        return "已不在版上"
    line = change.lines[0]
    page = next(page for page in job.pages if page.number == line.page)
    grid, area = page.grid, page.type_area
    column = min(grid.columns - 1, max(0, int((line.rect.x0 - area.x0 + grid.column_gap / 2) / (grid.column + grid.column_gap))))
    row = max(0, int((line.rect.y0 - area.y0 + grid.leading / 2) / grid.leading)) + 1
    return f"{page.label}版 {letter(column)}{row}"
