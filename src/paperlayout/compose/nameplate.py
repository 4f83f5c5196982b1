"""报头: the paper's name in brush, date and imprint, and what stands in the ear; double rule at the foot (house-style §9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from paperlayout.compose.frames import furniture_frame
from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.heads.wording import in_one_line
from paperlayout.issue.calendar import lunar, weekday
from paperlayout.issue.content import FRONT, Article, GuideEntry, Issue, Photo, Text
from paperlayout.issue.house import Type
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.page import DrawnItem, Frame, Glyph, GlyphRun, Rule, Tint
from paperlayout.setting.horizontal import StyledText, display_width, ink_of, set_copy, set_display
from paperlayout.story.ear import ear_item
from paperlayout.text.composition import Paragraph, Span
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import compose, set_lines
from paperlayout.units import ROMAN_BASELINE, Pt


@dataclass(frozen=True, slots=True)
class NameplatePanel:
    """A part of the nameplate: left and right edge, and the top all distances are measured from."""

    x0: Pt
    x1: Pt
    top: Pt

    def at(self, y: Pt, x: Pt = 0.0) -> Point:
        return Point(self.x0 + x, self.top + y)

    def end(self, y: Pt) -> Point:
        return Point(self.x1, self.top + y)


def nameplate_frame(issue: Issue, grid: Grid, rows: int, kit: Kit) -> Frame:
    """The whole nameplate as one frame of furniture."""
    columns = grid.columns
    guide = bool(issue.guide or issue.ear or ear_item(issue))
    info_columns = 1 if guide or columns < 4 else 2
    name_columns = columns - info_columns - guide
    name = NameplatePanel(grid.left, grid.x(name_columns - 1) + grid.column, grid.top)
    info = NameplatePanel(grid.x(name_columns), grid.x(name_columns + info_columns - 1) + grid.column, grid.top)
    items = [*_name(issue, name, kit), *_info(issue, info, info_columns > 1, kit), *_double_rule(grid, kit)]
    if guide:
        items += _guide(issue, NameplatePanel(grid.x(columns - 1), grid.right, grid.top), kit)
    area = Rect(grid.left, grid.top, grid.right, grid.slot(rows))
    return furniture_frame("nameplate", "nameplate", area, Block(0, 0, columns, rows), items)


def _double_rule(grid: Grid, kit: Kit) -> Iterator[Rule]:
    """文武线: thick over thin."""
    style = kit.house.look.nameplate
    thick = grid.top + style.double_rule + style.thick / 2
    thin = grid.top + style.double_rule + style.thick + style.between + style.thin / 2
    for y, weight in ((thick, style.thick), (thin, style.thin)):
        yield Rule(Point(grid.left, y), Point(grid.right, y), weight, ink_of(kit, "red"))


def _name(issue: Issue, panel: NameplatePanel, kit: Kit) -> Iterator[DrawnItem]:
    """The name with equal gaps of ink between its characters, its first ink on the left margin; pinyin below, slogan at the right."""
    style, imprint = kit.house.look.nameplate, kit.house.imprint
    right = panel.x1 - (style.name_end if issue.slogan else style.name_margin)
    if imprint.name:
        yield from _spaced_by_ink(imprint.name, panel.x0, right, panel, kit)
    if imprint.pinyin:
        yield from set_display(kit, (StyledText(imprint.pinyin, style.pinyin),), panel.at(style.foot))
    if issue.slogan:
        x, first = panel.x1 - style.slogan_inset, panel.top + style.slogan_top + style.slogan.size * ROMAN_BASELINE
        for i, char in enumerate(issue.slogan.value):
            yield from set_display(kit, (StyledText(char, style.slogan),), Point(x, first + i * style.slogan_pitch), 0.5)


def _spaced_by_ink(name: str, left: Pt, right: Pt, panel: NameplatePanel, kit: Kit) -> Iterator[GlyphRun]:
    style = kit.house.look.nameplate
    name = "".join(name.split())
    sorts = [found for char in name if (found := kit.book.find(style.name_face, char)) is not None]
    boxes = [kit.book.face(s.face_id).extents(s.glyph) for s in sorts]
    size = min(style.name_size, style.name_height / (max(b.y1 for b in boxes) - min(b.y0 for b in boxes)))
    inks = [(b.x1 - b.x0) * size for b in boxes]
    size *= min(1.0, (right - left) * 0.94 / sum(inks))
    inks = [(b.x1 - b.x0) * size for b in boxes]
    gap = min(style.name_gap, (right - left - sum(inks)) / max(1, len(inks) - 1))
    baseline = panel.top + style.name_top + max(b.y1 for b in boxes) * size
    x = left
    for char, sort, box, ink in zip(name, sorts, boxes, inks, strict=True):
        yield GlyphRun(sort.face_id, size, Point(x - box.x0 * size, baseline), (Glyph(sort.glyph, 0.0, char),), ink=ink_of(kit, "red"))
        x += ink + gap


def _hairline(panel: NameplatePanel, y: Pt, kit: Kit) -> Rule:
    return Rule(panel.at(y), panel.end(y), kit.house.look.rules.column, ink_of(kit, "black"))


def _sides(panel: NameplatePanel, kit: Kit) -> Iterator[Rule]:
    """The hairline in the gutter left of a panel."""
    style = kit.house.look.nameplate
    x = panel.x0 - kit.house.look.grid.column_gap / 2
    yield Rule(Point(x, panel.top + style.name_top), Point(x, panel.top + style.foot), kit.house.look.rules.column, ink_of(kit, "black"))


def _info(issue: Issue, panel: NameplatePanel, wide: bool, kit: Kit) -> Iterator[DrawnItem]:
    """Date and imprint: in one column, or date left and imprint right where there is no ear."""
    yield from _sides(panel, kit)
    if not wide:
        yield from _date(issue, panel, kit)
        yield _hairline(panel, kit.house.look.nameplate.info_rule, kit)
        yield from _facts(issue, panel, kit.house.look.nameplate.info_baseline, kit)
        yield from _foot_line(issue, panel, kit)
        return
    gap = kit.house.look.grid.column_gap
    middle = (panel.x0 + panel.x1) / 2
    date, facts = NameplatePanel(panel.x0, middle - gap / 2, panel.top), NameplatePanel(middle + gap / 2, panel.x1, panel.top)
    yield from _large_date(issue, date, kit)
    yield from _sides(facts, kit)
    yield from _spread_facts(issue, facts, kit)


def _date(issue: Issue, panel: NameplatePanel, kit: Kit) -> Iterator[DrawnItem]:
    style = kit.house.look.nameplate
    moon = lunar(issue.date)
    yield from _line(f"{issue.date.year}年{issue.date.month}月", style.month, panel.at(style.month_baseline), kit)
    yield from _line(weekday(issue.date), style.month, panel.end(style.month_baseline), kit, 1.0)
    yield from _line(str(issue.date.day), style.day, panel.at(style.day_baseline, -2), kit)
    for text, y in zip((f"农历{moon.year_name}", f"{moon.month}{moon.day}"), style.lunar_baselines, strict=True):
        yield from _line(text, style.lunar, panel.end(y), kit, 1.0)


def _large_date(issue: Issue, panel: NameplatePanel, kit: Kit) -> Iterator[DrawnItem]:
    """The date with a column to itself: the numeral of the day grows to fill it."""
    style = kit.house.look.nameplate
    moon = lunar(issue.date)
    numeral = Type(style.day.face, style.day.size * style.large_day, 0.0, style.day.ink)
    middle = (panel.x0 + panel.x1) / 2
    yield from _line(f"{issue.date.year}年{issue.date.month}月", style.month, panel.at(style.month_baseline), kit)
    yield from _line(weekday(issue.date), style.month, panel.end(style.month_baseline), kit, 1.0)
    yield from _line(str(issue.date.day), numeral, Point(middle, panel.top + style.large_day_baseline), kit, 0.5)
    yield _hairline(panel, style.foot - style.large_day_rule, kit)
    yield from _line(f"农历{moon.year_name}", style.lunar, panel.at(style.foot), kit)
    yield from _line(f"{moon.month}{moon.day}", style.lunar, panel.end(style.foot), kit, 1.0)


def imprint_facts(issue: Issue, kit: Kit) -> list[tuple[str, str]]:
    """What the imprint says, label and value; what the paper has not given is left out."""
    imprint = kit.house.imprint
    number = f"第{issue.number}期" if issue.number else ""
    total = f"总第{issue.total}期" if issue.total else ""
    said = [
        ("主管", imprint.supervisor), ("主办", imprint.publisher), ("国内统一刊号", imprint.cn), ("准印证号", imprint.permit),
        ("期号", f"{number}（{total}）" if number and total else number or total), ("印刷", imprint.printer),
        ("印数", imprint.print_run), ("定价", imprint.price), ("网址", imprint.website),
    ]  # fmt: skip
    return [(label, value) for label, value in said if value]


def _facts(issue: Issue, panel: NameplatePanel, y: Pt, kit: Kit) -> Iterator[DrawnItem]:
    style = kit.house.look.nameplate
    said = imprint_facts(issue, kit)
    step = min(style.info_leading, (style.foot - style.info_leading - y) / max(1, len(said) - 1))
    for i, (label, value) in enumerate(said):
        yield from _fact(label, value, panel, y + i * step, kit)


def _fact(label: str, value: str, panel: NameplatePanel, y: Pt, kit: Kit) -> Iterator[DrawnItem]:
    style = kit.house.look.nameplate
    yield from _label(label, panel, y, kit)
    yield from _line(value, fitted(value, style.value, panel.x1 - panel.x0 - style.value_indent, kit), panel.at(y, style.value_indent), kit)


def _label(label: str, panel: NameplatePanel, y: Pt, kit: Kit) -> Iterator[DrawnItem]:
    """A label spread over four 字."""
    voice = kit.house.look.nameplate.label
    tracking = voice.size * (4 - len(label)) / (len(label) - 1) if 1 < len(label) < 4 else 0.0
    yield from _line(label, replace(voice, tracking=tracking), panel.at(y), kit)


def _spread_facts(issue: Issue, panel: NameplatePanel, kit: Kit) -> Iterator[DrawnItem]:
    """The imprint with a column to itself: its rows spread from the first line of the date to the foot, a hairline between each two."""
    style, imprint = kit.house.look.nameplate, kit.house.imprint
    contact = (("地址", imprint.address), ("电话", imprint.phone), ("邮箱", imprint.email))
    said = [*imprint_facts(issue, kit), *((label, value) for label, value in contact if value)]
    rows = len(said) + (2 if imprint.audience else 1)
    step = (style.foot - style.month_baseline) / max(1, rows - 1)
    room = panel.x1 - panel.x0 - style.value_indent
    large = replace(style.value, size=min(style.value_spread, max(style.value.size, step * 0.4)))
    voice = min((fitted(value, large, room, kit) for _, value in said), key=lambda v: v.size, default=large)
    for i in range(1, rows):
        yield _hairline(panel, style.month_baseline + (i - 0.5) * step - 0.35 * voice.size, kit)
    for i, (label, value) in enumerate(said):
        baseline = style.month_baseline + i * step
        yield from _label(label, panel, baseline, kit)
        yield from _line(value, voice, panel.at(baseline, style.value_indent), kit)
    if imprint.audience:
        yield from _line(imprint.audience, replace(style.audience, size=voice.size), panel.at(style.foot - step), kit)
    yield from _line(f"今日{len(issue.pages)}版", replace(style.page_count, size=voice.size), panel.end(style.foot), kit, 1.0)


def fitted(text: str, voice: Type, width: Pt, kit: Kit) -> Type:
    """The voice, smaller where the line would not fit the width."""
    natural = display_width(kit.book, (StyledText(text, voice),))
    return voice if natural <= width else replace(voice, size=voice.size * width / natural)


def _foot_line(issue: Issue, panel: NameplatePanel, kit: Kit) -> Iterator[DrawnItem]:
    style, pages = kit.house.look.nameplate, len(issue.pages)
    if kit.house.imprint.audience:
        yield from _line(kit.house.imprint.audience, style.audience, panel.at(style.foot), kit)
    yield from _line(f"今日{pages}版", style.page_count, panel.end(style.foot), kit, 1.0)


def _guide(issue: Issue, panel: NameplatePanel, kit: Kit) -> Iterator[DrawnItem]:
    """报眼: 本期导读 where the issue gives entries, else its notice."""
    style = kit.house.look.nameplate
    yield from _sides(panel, kit)
    entries = ear_entries(issue, kit)
    top = style.name_top
    if issue.guide:
        bar = Rect(panel.x0, panel.top + top, panel.x1, panel.top + top + style.bar_height)
        yield Tint(bar.corners(), ink_of(kit, "red"))
        yield from _line("本期导读", style.bar, Point(panel.x0 + 8, bar.y1 - 5.2), kit)
        top += style.bar_height
    for i, entry in enumerate(entries):
        y = top + i * entry.height
        if entry.number:
            yield from _line(entry.number, style.guide_page, panel.at(y + 31), kit)
        if i:
            yield _hairline(panel, y + 4, kit)
        for n, line in enumerate(entry.lines):
            yield from set_copy(kit, line, panel.at(y + FIRST_LINE + n * style.info_leading, entry.indent), style.guide.size)


FIRST_LINE = 19.0
"""From the top of an entry of the ear to its first baseline."""
NUMERAL = 22.0
"""Room for the page numeral before a guide entry (house-style §9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarEntry:
    """One entry of the guide, or the ear's notice: page numeral, set lines, and the height it has."""

    text: Text
    number: str
    lines: tuple[SetLine, ...]
    indent: Pt
    height: Pt

    def crowded(self, leading: Pt) -> bool:
        """Whether its lines run out of its height."""
        return FIRST_LINE + (len(self.lines) - 1) * leading > self.height


def ear_entries(issue: Issue, kit: Kit) -> list[EarEntry]:
    """What stands in the ear, broken into lines."""
    style, column = kit.house.look.nameplate, kit.house.grid().column
    entries = issue.guide or ((GuideEntry(issue.ear),) if issue.ear else ())
    room = style.foot - style.name_top - (style.bar_height if issue.guide else 0.0)
    found = []
    for entry in entries:
        number, words = guide_words(entry, issue)
        indent = NUMERAL if number else 0.0
        lines = ear_lines(words, (column - indent) / style.guide.size, kit)
        height = min(style.guide_step, room / len(entries)) if issue.guide else room
        found.append(EarEntry(text=entry.text, number=number, lines=lines, indent=indent, height=height))
    return found


def guide_words(entry: GuideEntry, issue: Issue) -> tuple[str, str]:
    """Page number and words of an entry: those of what it points to, its title where no words are given."""
    for number, page in enumerate(issue.pages, FRONT) if entry.target else ():
        for item in (*page.every_article, *page.photos, *page.others):
            if item.id == entry.target:
                title = in_one_line(item.title.value) if isinstance(item, Article | Photo) else item.name
                return str(number), entry.text.value or title
    return _entry(entry.text.value)


def _entry(text: str) -> tuple[str, str]:
    """A guide entry: its page number, if it begins with one, and its words."""
    found = re.match(r"第?(\d{1,2})版?[\s:：]+(.+)", text)
    return (found[1], found[2]) if found else ("", text)


def ear_lines(text: str, measure: float, kit: Kit) -> tuple[SetLine, ...]:
    """Copy broken for the ear."""
    broken = compose(Paragraph((Span(text, "ear"),), 0.0, None, "left"), measure, VoiceMetrics(kit), kit.composition)
    return set_lines(broken, broken.best)


def _line(text: str, voice: Type, at: Point, kit: Kit, anchor: float = 0.0) -> tuple[GlyphRun, ...]:
    return set_display(kit, (StyledText(text, voice),), at, anchor)
