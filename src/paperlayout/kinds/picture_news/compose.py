"""图片新闻 in its block: picture with its tab, caption, head below, text in even legs (house-style §11)."""

from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.compose.body import LegFrame, rows_of, strip_frames
from paperlayout.compose.figure import FigurePlace, photo_frames
from paperlayout.compose.frames import gap_frame, owner_of, rules_frame
from paperlayout.compose.ground import leg_rule
from paperlayout.geometry import Point
from paperlayout.grid import Block, Grid
from paperlayout.heads.frames import head_frames
from paperlayout.heads.variant import HeadVariant
from paperlayout.issue.content import Article, Photo
from paperlayout.kinds.story.compose import hanging_tab
from paperlayout.kit import Kit
from paperlayout.page import Frame
from paperlayout.story.box import BoxText, MeasuredBox
from paperlayout.story.measured import FigureVariant, MeasuredStory
from paperlayout.story.room import BoxRoom

LABEL = "图片新闻"


@dataclass(frozen=True, slots=True)
class SetPicture:
    """图片新闻 in one size: photo with its size, head, and the legs of its text below, if it has one."""

    photo: Photo
    article: Article
    variant: FigureVariant
    head: HeadVariant
    room: BoxRoom
    legs: tuple[int, ...]
    height: int
    text: BoxText

    @property
    def head_row(self) -> int:
        """The head's first row from the block's top."""
        return self.variant.rows + self.variant.caption_rows

    def frames(self, box: MeasuredBox, block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
        """The frames of the block from the picture down."""
        story, area = owner_of(box, self.article, self.text), grid.cells(block)
        picture = Block(block.column, block.row, block.columns, self.variant.rows)
        place = FigurePlace(block=picture, x0=area.x0, x1=area.x1, caption_rows=self.variant.caption_rows, stacked=self.variant.stacked)
        head = Block(block.column, block.row + self.head_row, block.columns, self.head.rows)
        yield from head_frames(self.head, self.article, box.rank, head, grid.cells(head), kit)
        yield from _text(story, self, Block(block.column, head.foot, block.columns, self.height), grid, kit)
        yield from photo_frames(story, self.photo, place, grid, kit)
        yield hanging_tab(f"{box.id}.tab", story, Point(area.x0, grid.ink_top(block.row)), area.width, kit, LABEL)


def _text(story: MeasuredStory, content: SetPicture, block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
    rows, start = rows_of(content.text.flow, content.text.picks), 0
    room, size = content.room, kit.house.look.grid.size
    for leg, lines in enumerate(content.legs):
        first, after = room.first_column(leg), room.first_column(leg + 1)
        x = grid.x(block.column) + room.left(leg, size)
        cells = Block(block.column + first, block.row, after - first, lines)
        strip = LegFrame(x=x, width=room.measure * size, row=block.row, leg=leg, cells=cells)
        yield from strip_frames(story, rows[start : start + lines], strip, grid, kit)
        start += lines
        if lines < block.rows:
            yield gap_frame(f"{story.id}.white{leg + 1}", Block(cells.column, cells.foot, cells.columns, block.rows - lines), grid)
    gutters = [grid.x(block.column) + room.left(leg, size) - room.gap / 2 for leg in range(1, len(content.legs))]
    if gutters:
        yield rules_frame([leg_rule(x, block.row, block.foot - 1, grid, kit) for x in gutters], story.id)
