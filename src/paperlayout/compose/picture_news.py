"""图片新闻 in its block: picture with its tab, caption, head below, text in even legs (house-style §11)."""

from collections.abc import Iterator

from paperlayout.compose.body import LegFrame, rows_of, strip_frames
from paperlayout.compose.figure import FigurePlace, photo_frames
from paperlayout.compose.frames import gap_frame, owner_of, rules_frame
from paperlayout.compose.ground import leg_rule
from paperlayout.compose.story_box import hanging_tab
from paperlayout.geometry import Point
from paperlayout.grid import Block, Grid
from paperlayout.heads.frames import head_frames
from paperlayout.kit import Kit
from paperlayout.page import Frame
from paperlayout.plan.page_plan import BoxSlot
from paperlayout.story.measured import MeasuredBox, MeasuredStory
from paperlayout.story.picture_news import SetPicture

LABEL = "图片新闻"


def picture_news_frames(box: MeasuredBox, slot: BoxSlot, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """The frames of the block from the picture down."""
    content, block = slot.variant.content, slot.block
    assert isinstance(content, SetPicture)
    story, area = owner_of(box, content.article, content.text), grid.cells(block)
    picture = Block(block.column, block.row, block.columns, content.variant.rows)
    place = FigurePlace(picture, area.x0, area.x1, content.variant.caption_rows, content.variant.stacked)
    head = Block(block.column, block.row + content.head_row, block.columns, content.head.rows)
    yield from head_frames(content.head, content.article, box.rank, head, grid.cells(head), kit)
    yield from _text(story, content, Block(block.column, head.foot, block.columns, content.height), grid, kit)
    yield from photo_frames(story, content.photo, place, grid, kit)
    yield hanging_tab(f"{box.id}.tab", story, Point(area.x0, grid.ink_top(block.row)), area.width, kit, LABEL)


def _text(story: MeasuredStory, content: SetPicture, block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
    rows, start = rows_of(content.text.flow, content.text.picks), 0
    room, size = content.room, kit.house.look.grid.size
    for leg, lines in enumerate(content.legs):
        first, after = room.first_column(leg), room.first_column(leg + 1)
        x = grid.x(block.column) + room.left(leg, size)
        cells = Block(block.column + first, block.row, after - first, lines)
        yield from strip_frames(story, rows[start : start + lines], LegFrame(x, room.measure * size, block.row, leg, cells), grid, kit)
        start += lines
        if lines < block.rows:
            yield gap_frame(f"{story.id}.white{leg + 1}", Block(cells.column, cells.foot, cells.columns, block.rows - lines), grid)
    gutters = [grid.x(block.column) + room.left(leg, size) - room.gap / 2 for leg in range(1, len(content.legs))]
    if gutters:
        yield rules_frame([leg_rule(x, block.row, block.foot - 1, grid, kit) for x in gutters], story.id)
