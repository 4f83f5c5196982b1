"""报眉 of inside pages: page numeral, section, date, editors and the paper's small name over a rule; 地线 at the foot (house-style §10)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from paperlayout.compose.credits import staff_names
from paperlayout.compose.frames import furniture_frame
from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.issue.calendar import weekday
from paperlayout.issue.content import Issue, Staff
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, GlyphRun, Rule, cells_of
from paperlayout.setting.horizontal import StyledText, display_width, ink_of, set_display
from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class _FolioBand:
    """The band of the 报眉: left and right margin, its rule, and whether the outer edge is the left one (even pages)."""

    x0: Pt
    x1: Pt
    y: Pt
    even: bool

    def at(self, inset: Pt, rise: Pt, *, outer: bool) -> Point:
        """So far from the outer or the inner edge, so high above the rule."""
        left = outer == self.even
        return Point(self.x0 + inset if left else self.x1 - inset, self.y - rise)

    def anchor(self, *, outer: bool) -> float:
        """Type at the left edge starts at its point, at the right edge it ends there."""
        return 0.0 if outer == self.even else 1.0

    @property
    def middle(self) -> Pt:
        return (self.x0 + self.x1) / 2


def folio_frame(issue: Issue, number: int, staff: Staff, rows: int, grid: Grid, kit: Kit) -> Frame:
    """The whole 报眉 as one frame of furniture: numeral and accent at the outer edge, small name at the inner one."""
    style = kit.house.look.folio
    line = _FolioBand(grid.left, grid.right, grid.top + style.rule_drop, number % 2 == 0)
    date = f"{issue.date.year}年{issue.date.month}月{issue.date.day}日　{weekday(issue.date)}"
    dated = set_display(kit, (StyledText(date, style.date),), Point(line.middle, line.y - style.date_rise), 0.5)
    room = (line.x1 - line.x0 - display_width(kit.book, (StyledText(date, style.date),))) / 2 - style.gap
    outer, inner = _outer(issue, number, line, room, kit), _inner(issue, staff, line, room, kit)
    parts = [*outer, *dated, *inner] if line.even else [*inner, *dated, *outer]
    area = Rect(grid.left, grid.top - style.above, grid.right, grid.slot(rows))
    return furniture_frame("folio", "folio_line", area, Block(0, 0, grid.columns, rows), (*_rules(line, grid, kit), *parts))


def _rules(line: _FolioBand, grid: Grid, kit: Kit) -> tuple[DrawnItem, DrawnItem]:
    """The rule over the full width, the accent under it one column wide at the outer edge, their tops level."""
    style = kit.house.look.folio
    edge = line.at(0.0, 0.0, outer=True).x
    y = line.y + (style.accent - style.rule) / 2
    accent = Rule(Point(edge, y), Point(edge + (grid.column if line.even else -grid.column), y), style.accent, ink_of(kit, "red"))
    return Rule(Point(line.x0, line.y), Point(line.x1, line.y), style.rule, ink_of(kit, "black")), accent


def _outer(issue: Issue, number: int, line: _FolioBand, room: Pt, kit: Kit) -> Sequence[GlyphRun]:
    """Page numeral at the edge, section name beside it."""
    style = kit.house.look.folio
    anchor = line.anchor(outer=True)
    numeral = set_display(kit, (StyledText(str(number), style.number),), line.at(0.0, style.number_rise, outer=True), anchor)
    section = issue.pages[number - 1].name.value
    if not section:
        return numeral
    indent = max(style.section_indent, display_width(kit.book, (StyledText(str(number), style.number),)) + style.gap)
    voice = _within(section, style.section, room - indent, kit)
    named = set_display(kit, (StyledText(section, voice),), line.at(indent, style.section_rise, outer=True), anchor)
    return (*numeral, *named) if line.even else (*named, *numeral)


def _inner(issue: Issue, staff: Staff, line: _FolioBand, room: Pt, kit: Kit) -> Sequence[GlyphRun]:
    """The paper's small name at the margin, the editors before it."""
    style, paper = kit.house.look.folio, "".join(kit.house.imprint.name.split())
    anchor = line.anchor(outer=False)
    voice = _within(paper, style.name, room, kit)
    named = set_display(kit, (StyledText(paper, voice),), line.at(0.0, style.name_rise, outer=False), anchor) if paper else ()
    made_by = "　".join(staff_names(issue, staff, _LABELS))
    if not made_by:
        return named
    inset = max(style.staff_inset, display_width(kit.book, (StyledText(paper, voice),)) + style.gap) if paper else 0.0
    small = _within(made_by, style.staff, room - inset, kit)
    editors = set_display(kit, (StyledText(made_by, small),), line.at(inset, style.date_rise, outer=False), anchor)
    return (*editors, *named) if line.even else (*named, *editors)


_LABELS = ("责任编辑", "版式", "校对")


def _within(text: str, voice: Type, room: Pt, kit: Kit) -> Type:
    """The voice, smaller where the text would run into its neighbour."""
    wide = display_width(kit.book, (StyledText(text, voice),))
    return voice if wide <= room or wide <= 0 else replace(voice, size=voice.size * room / wide, tracking=voice.tracking * room / wide)


def foot_frame(grid: Grid, kit: Kit) -> Frame:
    """地线: the rule that closes an inside page, in its last row."""
    rules, row = kit.house.look.rules, grid.rows - 1
    y = grid.slot(row) + rules.credits_drop
    line = Rule(Point(grid.left, y), Point(grid.right, y), rules.credits, ink_of(kit, "black"))
    block = Block(0, row, grid.columns, 1)
    return Frame(id="foot", kind="rule", rect=grid.cells(block), cells=cells_of(block), items=(line,))

