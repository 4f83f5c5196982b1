"""A boxed, tinted or 破栏 story in its block: ground, tab, head, data strip, photos and even legs on the page's rows (house-style §11)."""

from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.compose.body import LegFrame, rows_of, strip_frames
from paperlayout.compose.figure import FigurePlace, photo_frames
from paperlayout.compose.frames import box_frame, gap_frame, owner_of, rules_frame
from paperlayout.compose.ground import box_rect, ground_items, leg_rule
from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.heads.frames import head_frames, tab
from paperlayout.heads.line import tab_type
from paperlayout.heads.variant import HeadVariant
from paperlayout.issue.content import Article, Photo
from paperlayout.kinds.story.data_strip import strip_frame
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Rule, with_paragraph
from paperlayout.setting.horizontal import display_width, set_display
from paperlayout.story.box import BoxStyle, BoxText, MeasuredBox
from paperlayout.story.measured import FigureVariant, MeasuredStory
from paperlayout.story.room import BoxRoom
from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class BoxFigure:
    """A photo in a block: its first leg and how many it covers, its first row in the block, its size, and which side its white row is on."""

    photo: Photo
    leg: int
    legs: int
    row: int
    variant: FigureVariant
    white_above: bool

    @property
    def foot(self) -> int:
        """The row after its caption."""
        return self.row + self.variant.rows + self.variant.caption_rows


@dataclass(frozen=True, slots=True)
class BoxLeg:
    """A leg of a block: its number, first row and rows."""

    leg: int
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class SetStory:
    """A story in a block of one size: ground, room, head, where the data strip begins (None: there is none), photos, legs, and where all text ends."""

    article: Article
    ground: BoxStyle
    room: BoxRoom
    head: HeadVariant
    strip: int | None
    strip_rows: int
    figures: tuple[BoxFigure, ...]
    legs: tuple[BoxLeg, ...]
    text: BoxText
    top: int
    foot: int

    def frames(self, box: MeasuredBox, block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
        """The frames of the block, ground first."""
        story = owner_of(box, self.article, self.text)
        left = grid.x(block.column) + self.room.padding
        inner = Rect(left, grid.slot(block.row), left + self.room.width(kit.house.look.grid.size), grid.slot(block.foot))
        yield from _ground(story, self, block, inner, grid, kit)
        head = Block(block.column, block.row, block.columns, self.head.rows)
        yield from head_frames(self.head, self.article, box.rank, head, Rect(inner.x0, inner.y0, inner.x1, grid.slot(head.foot)), kit)
        if self.strip is not None:
            rows = Block(block.column, block.row + self.strip, block.columns, self.strip_rows)
            yield strip_frame(story, self.room.columns, rows, Rect(inner.x0, grid.slot(rows.row), inner.x1, grid.slot(rows.foot)), kit)
        yield from _legs(story, self, block, grid, kit)
        for figure in self.figures:
            yield from photo_frames(story, figure.photo, figure_place(figure, self, block, grid, kit), grid, kit)
        yield from _white(story, self, block, grid)
        yield from _rules(story, self, block, grid, kit)


def _ground(story: MeasuredStory, content: SetStory, block: Block, inner: Rect, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """Ground, frame, and the 栏目 hanging from the frame."""
    if content.ground == "none":
        return
    ground = box_rect(block, grid, kit)
    yield box_frame(story, ground, ground_items(ground, content.ground, kit))
    if story.article.standing_head:
        yield hanging_tab(f"{story.id}.standing_head", story, Point(inner.x0, ground.y0), inner.width, kit)


def hanging_tab(name: str, story: MeasuredStory, corner: Point, room: Pt, kit: Kit, text: str = "") -> Frame:
    """A tab whose upper left corner is given; its text is the story's 栏目, or a label that is not copy."""
    heads, label = kit.house.look.heads, text or story.article.standing_head.value
    line = tab_type(label, room, kit)
    width = display_width(kit.book, (line,))
    at = Point(corner.x + heads.tab_padding, corner.y + heads.tab_baseline)
    items: tuple[DrawnItem, ...] = (tab(at, width, kit), *set_display(kit, (line,), at))
    rect = Rect(corner.x, corner.y, at.x + width + heads.tab_padding, corner.y + heads.tab_height)
    frame = Frame(id=name, kind="standing_head", rect=rect, items=items, story=story.id, rank=story.rank, copy=not text)
    return with_paragraph(frame, (label,), line.type.face, line.type.size)


def page_columns(content: SetStory, block: Block, leg: int, legs: int) -> tuple[int, int]:
    """First column and columns of the page that stand for some legs of a block."""
    first, after = content.room.first_column(leg), content.room.first_column(leg + legs)
    return block.column + first, after - first


def figure_place(figure: BoxFigure, content: SetStory, block: Block, grid: Grid, kit: Kit) -> FigurePlace:
    """A photo over the legs it covers."""
    size, (column, columns) = kit.house.look.grid.size, page_columns(content, block, figure.leg, figure.legs)
    x = grid.x(block.column) + content.room.left(figure.leg, size)
    cells = Block(column, block.row + figure.row, columns, figure.variant.rows)
    over = content.room.over(figure.legs, size)
    return FigurePlace(block=cells, x0=x, x1=x + over, caption_rows=figure.variant.caption_rows, stacked=figure.variant.stacked)


def _legs(story: MeasuredStory, content: SetStory, block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
    rows, start = rows_of(content.text.flow, content.text.picks), 0
    size = kit.house.look.grid.size
    for leg in content.legs:
        column, columns = page_columns(content, block, leg.leg, 1)
        first = block.row + leg.row
        x = grid.x(block.column) + content.room.left(leg.leg, size)
        cells = Block(column, first, columns, leg.rows)
        strip = LegFrame(x=x, width=content.room.measure * size, row=first, leg=leg.leg, cells=cells)
        yield from strip_frames(story, rows[start : start + leg.rows], strip, grid, kit)
        start += leg.rows


def _white(story: MeasuredStory, content: SetStory, block: Block, grid: Grid) -> Iterator[Frame]:
    """The cells of the block that nothing stands in, as white that is meant: leg by leg, run by run."""
    above = content.head.rows + content.strip_rows
    for leg in content.legs:
        column, columns = page_columns(content, block, leg.leg, 1)
        taken = {*range(leg.row, leg.row + leg.rows)}
        for figure in content.figures:
            if figure.leg <= leg.leg < figure.leg + figure.legs:
                taken |= {*range(figure.row, figure.foot)}
        free = [row for row in range(above, block.rows) if row not in taken]
        for n, run in enumerate(_runs(free)):
            yield gap_frame(f"{story.id}.white{leg.leg + 1}-{n + 1}", Block(column, block.row + run[0], columns, len(run)), grid)


def _runs(rows: list[int]) -> Iterator[list[int]]:
    """Unbroken runs of rows."""
    run: list[int] = []
    for row in rows:
        if run and row != run[-1] + 1:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _rules(story: MeasuredStory, content: SetStory, block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """Between the legs, where no photo crosses."""
    size, found = kit.house.look.grid.size, list[Rule]()
    for gutter in range(1, content.room.legs):
        x = grid.x(block.column) + content.room.left(gutter, size) - content.room.gap / 2
        crossed = {r for f in content.figures if f.leg < gutter < f.leg + f.legs for r in range(f.row - f.white_above, f.foot + (not f.white_above))}
        rows = [r for r in range(content.top, content.foot) if r not in crossed]
        found += [leg_rule(x, block.row + run[0], block.row + run[-1], grid, kit) for run in _runs(rows)]
    if found:
        yield rules_frame(found, story.id)
