"""The credits row at the page's foot: who made it, page number, and where the paper is to be reached (house-style §10)."""

from collections.abc import Iterator

from paperlayout.compose.frames import furniture_frame
from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.issue.content import Issue, Staff
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Rule
from paperlayout.setting.horizontal import StyledText, ink_of, set_display


def credits_frame(issue: Issue, staff: Staff, number: int, grid: Grid, kit: Kit) -> Frame:
    """The whole row as one frame of furniture."""
    row = grid.rows - 1
    rules, voices = kit.house.look.rules, kit.house.look.voices
    top = grid.slot(row)
    y = top + rules.credits_baseline
    drop = top + rules.credits_drop
    items: list[DrawnItem] = [Rule(Point(grid.left, drop), Point(grid.right, drop), rules.credits, ink_of(kit, "black"))]
    middle = (grid.left + grid.right) / 2
    items += set_display(kit, (StyledText("　　".join(_left(issue, staff, kit)), voices.credits),), Point(grid.left, y))
    items += set_display(kit, (StyledText(str(number), voices.credits_page),), Point(middle, y), 0.5)
    items += set_display(kit, (StyledText("　　".join(_right(kit)), voices.credits),), Point(grid.right, y), 1.0)
    return furniture_frame("credits", "credits", Rect(grid.left, top, grid.right, y + 3), Block(0, row, grid.columns, 1), items)


def staff_names(issue: Issue, staff: Staff, labels: tuple[str, str, str], between: str = " ") -> list[str]:
    """Who made the page, each with what he did; where the page names nobody, the issue's staff."""
    named = (
        staff.editor or issue.staff.editor,
        staff.designer or issue.staff.designer,
        staff.proofreader or issue.staff.proofreader,
    )
    return [f"{label}{between}{text.value}" for label, text in zip(labels, named, strict=True) if text]


def _left(issue: Issue, staff: Staff, kit: Kit) -> list[str]:
    """The staff where it is named, else the paper and its date."""
    named, date = staff_names(issue, staff, ("责任编辑", "版式设计", "校对"), "　"), issue.date
    return named or [s for s in (kit.house.imprint.name, f"{date.year}年{date.month}月{date.day}日") if s]


def _right(kit: Kit) -> Iterator[str]:
    imprint = kit.house.imprint
    said = [f"{label}　{value}" for label, value in (("投稿邮箱", imprint.email), ("联系电话", imprint.phone), ("地址", imprint.address)) if value]
    yield from said or [s for s in (imprint.publisher and f"{imprint.publisher}主办",) if s]
