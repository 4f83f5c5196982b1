"""The editor's pins as filters on the cuts of a page: which part of a cut may hold a story that was asked for a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from paperlayout.grid import Block
from paperlayout.issue.placing import Placing, Position
from paperlayout.plan.tree import Kind, Standing


@dataclass(frozen=True, slots=True)
class Pins:
    """Items, as bits, that may not stand in a part of a cut, and those that belong in the `centre`. `touched` are all that keep out of some part."""

    above: int = 0
    below: int = 0
    left: int = 0
    right: int = 0
    wraps_right: int = 0
    wraps_left: int = 0
    in_right_corner: int = 0
    in_left_corner: int = 0
    centre: int = 0

    @property
    def touched(self) -> int:
        return self.above | self.below | self.left | self.right

    def allow(self, kind: Kind, first: int, second: int) -> bool:
        """Whether two sets may be parted so."""
        match kind:
            case "stack":
                return not (first & self.above or second & self.below)
            case "side":
                return not (first & self.left or second & self.right)
            case "lock":
                return True
            case _:
                assert_never(kind)

    def allow_corner(self, first: int, second: int, left: bool) -> bool:
        """Whether the first set may wrap the second in its lower left corner, or in its right one."""
        if left:
            return not (first & self.wraps_left or second & self.in_left_corner)
        return not (first & self.wraps_right or second & self.in_right_corner)


FREE = Pins()

KEPT_FROM: dict[Position, tuple[str, ...]] = {
    "lead": ("below", "right", "in_right_corner", "in_left_corner"),
    "top-left": ("below", "right", "in_right_corner", "in_left_corner"),
    "top-right": ("below", "left", "in_right_corner", "in_left_corner"),
    "bottom-left": ("above", "right", "wraps_left", "in_right_corner"),
    "bottom-right": ("above", "left", "wraps_right", "in_left_corner"),
    "anchor": ("above",),
    "foot": ("above",),
    "centre": ("centre",),
}
"""The parts of a cut an item keeps out of, by the place it is pinned to; no cut alone tells where the centre is.

A story that wraps a lower corner owns the three others.
"""


def pins_of(placings: Sequence[Placing]) -> Pins:
    """The pins of a page's items in order."""
    masks: dict[str, int] = {}
    for item, placing in enumerate(placings):
        for part in KEPT_FROM.get(placing.position, ()) if placing.position else ():
            masks[part] = masks.get(part, 0) | 1 << item
    return Pins(**masks)


def central(block: Block, area: Block) -> bool:
    """中部: the block touches neither head nor foot of the page, and its middle stands in the middle half of it across and down."""
    across = (block.column + block.columns / 2 - area.column) / area.columns
    down = (block.row + block.rows / 2 - area.row) / area.rows
    return area.row < block.row and block.foot < area.foot and 0.25 <= across <= 0.75 and 0.25 <= down <= 0.75


def honoured(position: Position | None, standing: Standing, area: Block) -> bool:
    """Whether an item stands where it was asked for; one that leaves its own corner to others does not stand in it."""
    block, corner = standing.block, standing.corner
    left, right = block.column == area.column, block.right == area.right
    top, foot = block.row == area.row, block.foot == area.foot
    match position:
        case "lead" | "top-left":
            return top and left
        case "top-right":
            return top and right
        case "bottom-left":
            return foot and left and not (corner and corner.column == 0)
        case "bottom-right":
            return foot and right and not (corner and corner.column > 0)
        case "anchor" | "foot":
            return foot
        case "centre":
            return central(block, area)
        case _:
            return True
