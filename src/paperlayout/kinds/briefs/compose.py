"""The 简讯 box: ground, box head, and each brief in even legs of the box's own measure, on the page's rows (house-style §11)."""

from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.compose.body import LegFrame, rows_of, strip_frames
from paperlayout.compose.frames import box_frame, gap_frame, owner_of, rules_frame
from paperlayout.compose.ground import box_rect, leg_rule
from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.heads.variant import HeadLine
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Rule, Tint, cells_of, with_paragraph
from paperlayout.setting.horizontal import StyledText, ink_of, set_display
from paperlayout.story.box import BoxText, MeasuredBox
from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class BriefPart:
    """One brief in a box: its text, head lines, rows of its head and of each leg."""

    text: BoxText
    head: tuple[HeadLine, ...]
    head_rows: int
    legs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SetBriefs:
    """A 简讯 box in one size: its briefs, padding at the sides, and the measure of its legs in 字."""

    parts: tuple[BriefPart, ...]
    padding: Pt
    measure: int

    def frames(self, box: MeasuredBox, block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
        """The frames of a box, ground first."""
        style = kit.house.look.boxes
        ground = box_rect(block, grid, kit)
        top = Rule(Point(ground.x0, ground.y0), Point(ground.x1, ground.y0), style.top_rule, ink_of(kit, "red"))
        yield box_frame(box, ground, (Tint(ground.corners(), ink_of(kit, "black"), style.tint), top))
        yield _box_head(box, block, self.padding, ground, grid, kit)
        row = block.row + style.head_rows
        spare = block.rows - style.head_rows - sum(p.head_rows + max(p.legs) for p in self.parts)
        gaps = len(self.parts) - 1
        for i, part in enumerate(self.parts):
            yield from _brief_frames(box, part, (block, row), self, grid, kit)
            row += part.head_rows + max(part.legs)
            if i < gaps:
                white = spare // gaps
                yield _between(f"{box.id}.rule{i + 1}", Block(block.column, row, block.columns, white), self.padding, grid, kit)
                row += white


def _box_head(box: MeasuredBox, at: Block, padding: float, ground: Rect, grid: Grid, kit: Kit) -> Frame:
    style, voices = kit.house.look.boxes, kit.house.look.voices
    block = Block(at.column, at.row, at.columns, style.head_rows)
    scale = grid.leading * kit.house.look.grid.rows / kit.house.look.grid.height
    top = grid.slot(block.row)
    left, right = ground.x0 + padding, ground.x1 - padding
    rule_y = top + style.head_rule * scale
    items: list[DrawnItem] = [
        *set_display(kit, (StyledText(box.title, voices.box_head),), Point(left, top + style.head_baseline * scale)),
        Rule(Point(left, rule_y), Point(right, rule_y), kit.house.look.rules.box_head, ink_of(kit, "black")),
    ]
    frame = Frame(
        id=f"{box.id}.head", kind="standing_head", rect=grid.cells(block), cells=cells_of(block), items=tuple(items), story=box.id, rank=box.rank,
        origin=box.origin,
    )  # fmt: skip
    return with_paragraph(frame, (box.title,), voices.box_head.face, voices.box_head.size)


def _between(name: str, block: Block, padding: float, grid: Grid, kit: Kit) -> Frame:
    area = grid.cells(block)
    y = (area.y0 + area.y1) / 2
    rule = Rule(Point(area.x0 + padding, y), Point(area.x1 - padding, y), kit.house.look.boxes.rule, ink_of(kit, "black"))
    return gap_frame(name, block, grid, (rule,))


def _brief_frames(box: MeasuredBox, part: BriefPart, at: tuple[Block, int], content: SetBriefs, grid: Grid, kit: Kit) -> Iterator[Frame]:
    block, row = at
    article = part.text.article
    story = owner_of(box, article, part.text)
    head = Block(block.column, row, block.columns, part.head_rows)
    left, top = grid.x(block.column) + content.padding, grid.slot(row)
    items = tuple(item for line in part.head for item in set_display(kit, line.parts, Point(left, top + line.baseline)))
    frame = Frame(
        id=f"{article.id}.headline", kind="headline", rect=grid.cells(head), cells=cells_of(head), items=items, story=article.id, rank=box.rank, copy=True,
        origin=article.title.origin,
    )  # fmt: skip
    yield with_paragraph(frame, [line.text for line in part.head], part.head[0].type.face, part.head[0].type.size)
    rows = rows_of(part.text.flow, part.text.picks)
    width = content.measure * kit.house.look.grid.size
    first, start = row + part.head_rows, 0
    for n, lines in enumerate(part.legs):
        cells = Block(block.column + n, first, 1, lines)
        strip = LegFrame(x=left + n * (width + grid.column_gap), width=width, row=first, leg=n, cells=cells)
        yield from strip_frames(story, rows[start : start + lines], strip, grid, kit)
        start += lines
        if lines < max(part.legs):
            yield gap_frame(f"{article.id}.gap{n}", Block(cells.column, first + lines, 1, max(part.legs) - lines), grid)
    if len(part.legs) > 1:
        yield _leg_rules(article.id, (left, width), Block(block.column, first, len(part.legs), max(part.legs)), grid, kit)


def _leg_rules(name: str, legs: tuple[float, float], block: Block, grid: Grid, kit: Kit) -> Frame:
    left, width = legs
    xs = [left + n * width + (n - 0.5) * grid.column_gap for n in range(1, block.columns)]
    return rules_frame([leg_rule(x, block.row, block.foot - 1, grid, kit) for x in xs], name)
