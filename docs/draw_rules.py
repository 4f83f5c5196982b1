"""Draws the miniature pages of the rule book: a dummy as page items, drawn by the program itself as PDF and then as pixels."""

import datetime
import io
from collections.abc import Iterator
from itertools import groupby, pairwise

from PIL import Image

from paperlayout.draw.pdf import DocumentInfo, draw_pdf
from paperlayout.draw.png import png
from paperlayout.geometry import Point, Rect, Size
from paperlayout.grid import Block, Grid
from paperlayout.issue.house import Type
from paperlayout.issue.prices import RulePrices
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Ink, Outline, Page, Rule, Tint
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.judge.rules_text import subhead_places
from paperlayout.plan.page_plan import BoxSlot, Leg, PagePlan, Slot
from paperlayout.setting.horizontal import StyledText, set_display
from paperlayout.story.measured import Unbroken

SHRUNK = 4 / 15.75
"""Points of a miniature for each of a broadsheet."""
COLUMN, GAP, ROW, BODY = 157.5 * SHRUNK, 15.75 * SHRUNK, 4.0, 10.5 * SHRUNK
MARGIN, NAMEPLATE_ROWS, FOLIO_ROWS, BRIEF_ROWS = 11.0, 11, 2, 11
PPI = 108
"""Rows of four points are then six whole pixels."""
MOST_BYTES = 20 * 1024
"""A picture is no larger."""
GRAYS, REDS = 20, 8
"""Colours of a picture: from white to black, and from the red of a mark to white and to black."""
BLACK, GRAY = Ink("black", 0, 0, 0, 100), Ink("gray", 0, 0, 0, 45)
MARK = Ink("red", 0, 95, 90, 0)
HEADS = (
    "劳模风采", "工匠进校园", "职工书屋上新", "暑期托管班开班", "清凉送到工地上", "全区职工运动会开幕", "快递小哥有了新的驿站", "党史学习教育走深又走实",
    "区总工会慰问高温一线职工", "职工健康服务点增至十二个", "新就业形态劳动者集中入会啦",
)  # fmt: skip
"""Heads of four 字 and more, by length."""


class Miniature:
    """A dummy page as frames: where its columns and rows stand, and what is drawn there."""

    def __init__(self, plan: PagePlan, kit: Kit) -> None:
        self.plan, self.kit, self.view = plan, kit, PlanView(plan, RulePrices())
        head = (NAMEPLATE_ROWS if plan.front else FOLIO_ROWS) * ROW
        self.grid = Grid(
            columns=plan.area.columns, rows=plan.area.rows, column=COLUMN, column_gap=GAP, leading=ROW, body_size=BODY, left=MARGIN, top=MARGIN + head
        )
        self.size = Size(self.grid.right + MARGIN, self.grid.slot(self.grid.rows) + MARGIN)

    def page(self, number: int, marks: tuple[Block, ...], numbered: int | None) -> Page:
        """The miniature as a page of its own."""
        items = [*self._sheet(), *self._rules()]
        for placed in self.plan.boxes:
            items += self._box(placed)
        for slot in self.plan.slots:
            items += [*self._story(slot), *(self._numbers(slot) if slot.story == numbered else ())]
        for block in marks:
            items += self._mark(block)
        whole = Rect(0, 0, self.size.width, self.size.height)
        frame = Frame(id="miniature", kind="rule", rect=whole, items=tuple(items))
        return Page(number=number, label=f"{number:02}", name="", size=self.size, type_area=self.grid.type_area(), grid=self.grid, frames=(frame,))

    def _sheet(self) -> Iterator[DrawnItem]:
        """The trimmed edge, and the nameplate or the folio line."""
        yield Outline(Rect(0.25, 0.25, self.size.width - 0.25, self.size.height - 0.25), 0.5, GRAY)
        right, foot = self.grid.right, self.grid.top - 1.4 * ROW
        if not self.plan.front:
            yield Rule(Point(MARGIN, foot + ROW), Point(right, foot + ROW), 0.5, BLACK)
            return
        yield from set_display(self.kit, (StyledText("嘉定工会", Type("brush-400", 34, 4)),), Point(MARGIN, foot - 9))
        for n in range(4):
            yield Rule(Point(right - COLUMN, foot - 8 - 7 * n), Point(right - 9 * (n % 2), foot - 8 - 7 * n), 1.0, GRAY)
        yield Rule(Point(MARGIN, foot), Point(right, foot), 1.2, BLACK)

    def _rules(self) -> Iterator[DrawnItem]:
        """Hairlines between neighbours, and above a block that something stands over."""
        for column, (left, right) in enumerate(pairwise(self.view.owners)):
            apart = [a != b and None not in (a, b) for a, b in zip(left, right, strict=True)]
            for row, rows in _runs(apart):
                strip = self.grid.cells(Block(column, row, 1, rows))
                yield Rule(Point(strip.x1 + GAP / 2, strip.y0), Point(strip.x1 + GAP / 2, strip.y1), 0.4, BLACK)
        for block in (s.block for s in self.plan.slots):
            if block.row:
                rect = self.grid.cells(block)
                yield Rule(Point(rect.x0, rect.y0 - ROW), Point(rect.x1, rect.y0 - ROW), 0.4, BLACK)

    def _story(self, slot: Slot) -> Iterator[DrawnItem]:
        yield from self._head(slot)
        for figure in slot.figures:
            yield from self._photo(figure.picture.at(slot.block), bool(figure.variant.caption_rows))
        for leg, start, lines in _lines(slot):
            yield from self._line(Block(leg.column, leg.row + start, 1, 1).at(slot.block), lines)
        for column, row in subhead_places(slot):
            rect = self.grid.cells(Block(column, row, 1, 2).at(slot.block))
            yield _bar(Rect(rect.x0 + 0.25 * COLUMN, rect.y0 + 0.3 * ROW, rect.x1 - 0.25 * COLUMN, rect.y1 - 0.3 * ROW))

    def _head(self, slot: Slot) -> Iterator[DrawnItem]:
        """The head in its own size and face, in the middle of its rows; the lead's in the middle of its span."""
        size, rect = slot.head.size * SHRUNK, self.grid.cells(slot.head_block.at(slot.block))
        if slot.head.vertical or not size:
            return
        text = head_text(slot, rect.width, size)
        voice = StyledText(text, Type(slot.head.lines[0].type.face, size))
        middle = rect.y0 + rect.height / 2 + 0.36 * size
        anchor = 0.5 if slot.rank == 1 and slot.head_block.columns > 3 else 0.0
        yield from set_display(self.kit, (voice,), Point(rect.x0 + anchor * rect.width, middle), anchor)

    def _photo(self, block: Block, caption: bool) -> Iterator[DrawnItem]:
        """A photo as it is drawn on a dummy: its ground, crossed."""
        rect = self.grid.cells(block)
        yield _bar(rect, 0.22)
        yield Outline(rect, 0.4, GRAY)
        yield Rule(Point(rect.x0, rect.y0), Point(rect.x1, rect.y1), 0.4, GRAY)
        yield Rule(Point(rect.x0, rect.y1), Point(rect.x1, rect.y0), 0.4, GRAY)
        if caption:
            y = rect.y1 + 0.75 * ROW
            yield Rule(Point(rect.x0, y), Point(rect.x0 + min(0.7 * rect.width, 1.4 * COLUMN), y), 1.1, BLACK)

    def _line(self, block: Block, part: tuple[float, float]) -> Iterator[DrawnItem]:
        """A line of text: from which share of its measure to which."""
        rect = self.grid.cells(block)
        y = rect.y0 + ROW / 2
        yield Rule(Point(rect.x0 + part[0] * rect.width, y), Point(rect.x0 + part[1] * rect.width, y), 1.1, GRAY)

    def _box(self, placed: BoxSlot) -> Iterator[DrawnItem]:
        rect, variant = self.grid.cells(placed.block), placed.variant
        if placed.framed:
            yield _bar(rect, 0.08)
            yield Rule(Point(rect.x0, rect.y0), Point(rect.x1, rect.y0), 1.6, BLACK)
        assert variant.head is not None
        size = variant.head.size * SHRUNK
        text, inset = ("工会简讯", BODY) if placed.framed else (_text_of(round(0.8 * rect.width / size)), 0.0)
        yield from set_display(self.kit, (StyledText(text, Type("song-900", size)),), Point(rect.x0 + inset, rect.y0 + 2.3 * ROW))
        for column in range(placed.block.columns):
            for row in range(variant.head_rows, placed.block.rows - 1):
                turn = (row - variant.head_rows) % BRIEF_ROWS
                part = (0.12 if turn == 0 else 0.03, 0.55 if turn == BRIEF_ROWS - 2 else 0.97)
                if turn < BRIEF_ROWS - 1:
                    yield from self._line(Block(column, row, 1, 1).at(placed.block), part)

    def _numbers(self, slot: Slot) -> Iterator[DrawnItem]:
        """The number of each leg at its top, in the order they are read."""
        for number, leg in enumerate(slot.legs, 1):
            rect = self.grid.cells(Block(leg.column, leg.row, 1, leg.rows).at(slot.block))
            yield Tint(_corners(Rect(rect.x0, rect.y0 + 1, rect.x0 + 14, rect.y0 + 15)), MARK)
            yield from set_display(self.kit, (StyledText(str(number), Type("hei-700", 12, 0.0, "paper")),), Point(rect.x0 + 7, rect.y0 + 12.2), 0.5)

    def _mark(self, block: Block) -> Iterator[DrawnItem]:
        rect = self.grid.cells(block)
        if not block.columns:
            yield Rule(Point(rect.x0 - GAP / 2, rect.y0), Point(rect.x0 - GAP / 2, rect.y1), 3.0, MARK)
        elif not block.rows:
            yield Rule(Point(rect.x0, rect.y0), Point(rect.x1, rect.y0), 3.0, MARK)
        else:
            yield Outline(Rect(rect.x0 - 2, rect.y0 - 2, rect.x1 + 2, rect.y1 + 2), 2.0, MARK)


def _runs(flags: list[bool]) -> Iterator[tuple[int, int]]:
    """First place and length of each run of True."""
    at = 0
    for flag, group in groupby(flags):
        length = len(list(group))
        if flag:
            yield at, length
        at += length


def _lines(slot: Slot) -> Iterator[tuple[Leg, int, tuple[float, float]]]:
    """Leg, row in it, and span of each line of text: first lines of paragraphs are set in, last lines are short."""
    places = [(leg, row) for leg in slot.legs for row in range(leg.rows)]
    at = 0
    for number, pick in enumerate(slot.picks):
        for line in range(pick.lines) if pick.setting is not Unbroken.SUBHEAD else ():
            if at + line < len(places):
                last = line == pick.lines - 1 and pick.lines > 1
                yield *places[at + line], (2 / 15 if line == 0 else 0.0, 0.25 + 0.13 * (number * 3 % 5) if last else 1.0)
        at += pick.lines


def head_text(slot: Slot, width: float, size: float) -> str:
    """A head of as many 字 as fill its share of the span."""
    return _text_of(round(slot.head.fill * width / size))


def _text_of(length: int) -> str:
    return HEADS[max(0, min(length - len(HEADS[0]), len(HEADS) - 1))]


def _bar(rect: Rect, share: float = 1.0) -> Tint:
    return Tint(_corners(rect), BLACK, share)


def _corners(rect: Rect) -> tuple[Point, ...]:
    return Point(rect.x0, rect.y0), Point(rect.x1, rect.y0), Point(rect.x1, rect.y1), Point(rect.x0, rect.y1)


def drawn(pages: tuple[Page, ...], kit: Kit) -> tuple[bytes, ...]:
    """The pages as PNG files."""
    info = DocumentInfo("", "", "", "zh-CN", datetime.date(2021, 6, 15))
    pdf = draw_pdf(pages, info, kit.book, lambda picture: None)  # type: ignore[arg-type, return-value]
    return tuple(_small(png(pdf, index, PPI)) for index in range(len(pages)))


def _small(picture: bytes) -> bytes:
    """The picture in few colours."""
    stream = io.BytesIO()
    Image.open(io.BytesIO(picture)).quantize(palette=_palette(), dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _palette() -> Image.Image:
    red, palette = (230, 50, 45), Image.new("P", (1, 1))
    grays = [(round(255 * n / (GRAYS - 1)),) * 3 for n in range(GRAYS)]
    reds = [tuple(round(r + (end - r) * n / REDS) for r in red) for end in (255, 0) for n in range(REDS)]
    palette.putpalette([part for colour in (*grays, *reds) for part in colour])
    return palette
