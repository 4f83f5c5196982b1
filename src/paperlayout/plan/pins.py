"""The editor's pins as filters on the cuts of a page: which part of a cut may hold a story that was asked for a place."""

from collections.abc import Sequence
from dataclasses import dataclass

from paperlayout.issue.model import Placing, Position
from paperlayout.plan.model import Block


@dataclass(frozen=True, slots=True)
class Pins:
    """Items, as bits, that may not stand in a part of a cut. `touched` are all items that are pinned to a place."""

    above: int = 0
    below: int = 0
    left: int = 0
    right: int = 0
    wraps_right: int = 0
    wraps_left: int = 0
    in_right_corner: int = 0
    in_left_corner: int = 0

    @property
    def touched(self) -> int:
        return self.above | self.below | self.left | self.right


FREE = Pins()

KEPT_FROM: dict[Position, tuple[str, ...]] = {
    "lead": ("below", "right", "in_right_corner", "in_left_corner"),
    "top-left": ("below", "right", "in_right_corner", "in_left_corner"),
    "top-right": ("below", "left", "in_right_corner", "in_left_corner"),
    "bottom-left": ("above", "right", "wraps_left", "in_right_corner"),
    "bottom-right": ("above", "left", "wraps_right", "in_left_corner"),
    "anchor": ("above",),
    "foot": ("above",),
}
"""The parts of a cut an item keeps out of, by the place it is pinned to. A story that wraps a lower corner owns the three others."""


def pins_of(placings: Sequence[Placing]) -> Pins:
    """The pins of a page's items in order."""
    masks: dict[str, int] = {}
    for item, placing in enumerate(placings):
        for part in KEPT_FROM.get(placing.position, ()) if placing.position else ():
            masks[part] = masks.get(part, 0) | 1 << item
    return Pins(**masks)


def central(block: Block, area: Block) -> bool:
    """中部: the block's middle stands in the middle half of the page, across and down."""
    across = (block.column + block.columns / 2 - area.column) / area.columns
    down = (block.row + block.rows / 2 - area.row) / area.rows
    return 0.25 <= across <= 0.75 and 0.25 <= down <= 0.75
