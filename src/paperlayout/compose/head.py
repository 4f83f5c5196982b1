"""Heads: tab, kicker, main lines, deck and byline of a story at their place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.heads.variant import Divider, HeadLine, HeadVariant, VerticalLine
from paperlayout.kit import Kit
from paperlayout.page import Cells, Frame, Item, Rule, Tint
from paperlayout.plan.page_plan import Slot
from paperlayout.setting.horizontal import ink_of, set_display
from paperlayout.setting.vertical import set_vertical
from paperlayout.story.measured import MeasuredStory
from paperlayout.units import Pt

BAR_WIDTH = 2.6


def head_frames(story: MeasuredStory, slot: Slot, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """The frames of a story's head, from the tab down."""
    block = slot.head_block.at(slot.block)
    yield from head_in(story, slot.head, block, grid.cells(block), kit)


def head_in(story: MeasuredStory, head: HeadVariant, block: Block, area: Rect, kit: Kit) -> Iterator[Frame]:
    """The frames of a head in an area of the page, which stands for some cells."""
    for kind, group in groupby(head.lines, key=lambda line: line.kind):
        lines = list(group)
        items = tuple(item for line in lines for item in line_items(line, area, head.centred, kit))
        if kind == "kicker" and not head.centred and (bar := kicker_bar(lines, area, kit)):
            items = (bar, *items)
        whole = kind == "headline"
        if whole and head.divider:
            items = (divider_rule(head.divider, area, kit), *items)
        yield Frame(
            f"{story.id}.{kind}", kind, area if whole else band(lines, area), cells_of(block) if whole else None, items, story.id, story.rank,
            "".join(line.text for line in lines), not story.article.continued, None, tuple(line.text for line in lines), (len(lines) - 1,),
            lines[0].type.size, lines[0].type.face, None, story.origin,
        )  # fmt: skip


def cells_of(block: Block) -> Cells:
    return Cells(block.column, block.row, block.columns, block.rows)


def band(lines: Sequence[HeadLine | VerticalLine], area: Rect) -> Rect:
    """The box of lines that are not the main head, by their em boxes."""
    boxes = [line.box for line in lines]
    return Rect(area.x0 + min(b.x0 for b in boxes), area.y0 + min(b.y0 for b in boxes), area.x0 + max(b.x1 for b in boxes), area.y0 + max(b.y1 for b in boxes))


def divider_rule(divider: Divider, area: Rect, kit: Kit) -> Rule:
    """The red rule between a vertical head and its deck."""
    x = area.x0 + divider.left
    return Rule(Point(x, area.y0 + divider.top), Point(x, area.y0 + divider.foot), divider.weight, ink_of(kit, "red"))


def line_items(line: HeadLine | VerticalLine, area: Rect, centred: bool, kit: Kit) -> tuple[Item, ...]:
    """A head line's glyphs, with the tab or the bar that belongs to it."""
    if isinstance(line, VerticalLine):
        return set_vertical(kit, line.cells, line.type, Point(area.x0 + line.middle, area.y0 + line.top))
    at = Point(area.x0 + line.left, area.y0 + line.baseline)
    if line.kind == "standing_head":
        return (tab(at, line.width, kit), *set_display(kit, line.parts, at))
    if line.kind == "kicker" and not centred:
        return set_display(kit, tuple(replace(p, type=replace(p.type, ink="red")) for p in line.parts), at)
    return set_display(kit, line.parts, at)


def kicker_bar(lines: Sequence[HeadLine | VerticalLine], area: Rect, kit: Kit) -> Tint | None:
    """The red bar before a kicker, as high as all its lines."""
    level = [line for line in lines if isinstance(line, HeadLine)]
    if not level:
        return None
    first, last, size = level[0].baseline, level[-1].baseline, level[0].type.size
    return Tint(Rect(area.x0, area.y0 + first - 0.86 * size, area.x0 + BAR_WIDTH, area.y0 + last + 0.1 * size).corners(), ink_of(kit, "red"))


def tab(at: Point, width: Pt, kit: Kit) -> Tint:
    """栏目: the red tab under a standing head whose type starts at a point."""
    heads = kit.house.look.heads
    top = at.y - heads.tab_baseline
    return Tint(Rect(at.x - heads.tab_padding, top, at.x + width + heads.tab_padding, top + heads.tab_height).corners(), ink_of(kit, "red"))
