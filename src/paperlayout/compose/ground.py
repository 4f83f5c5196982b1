"""What stands under and between the copy of a box: ground, frame, and the rules between its legs (house-style §8, §11)."""

from paperlayout.geometry import Insets, Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Outline, Rule, Tint
from paperlayout.setting.horizontal import ink_of
from paperlayout.story.box import BoxStyle
from paperlayout.units import Pt


def box_rect(block: Block, grid: Grid, kit: Kit) -> Rect:
    """The box's ground: a little above the ink of its first row, a foot below the ink of its last."""
    style = kit.house.look.boxes
    edges = grid.cells(block)
    return Rect(edges.x0, grid.ink_top(block.row) - style.top_gap, edges.x1, grid.ink_foot(block.foot - 1) + style.foot)


def ground_items(rect: Rect, ground: BoxStyle, kit: Kit) -> tuple[DrawnItem, ...]:
    """The ground and the frame of a box; the frame's outside edge is the ground's."""
    style = kit.house.look.story_boxes
    if ground == "tint":
        return (Tint(rect.corners(), ink_of(kit, "black"), style.tint),)
    blush = Tint(rect.corners(), ink_of(kit, "red"), style.blush)
    if ground == "blush":
        return (blush,)
    red = ground == "red_frame"
    weight = style.frame if red else style.plain_frame
    frame = Outline(rect.inset(Insets(weight / 2, weight / 2, weight / 2, weight / 2)), weight, ink_of(kit, "red" if red else "black"))
    return (blush, frame) if red else (frame,)


def leg_rule(x: Pt, first: int, last: int, grid: Grid, kit: Kit) -> Rule:
    """Between two legs, from ink top to ink foot."""
    return Rule(Point(x, grid.ink_top(first)), Point(x, grid.ink_foot(last)), kit.house.look.rules.column, ink_of(kit, "black"))
