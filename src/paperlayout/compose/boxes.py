"""Boxes: items set as one block of their own measure, each kind drawn by its own module."""

from collections.abc import Callable, Iterator

from paperlayout.compose.briefs import briefs_frames
from paperlayout.compose.sheet import Sheet
from paperlayout.kit import Kit
from paperlayout.page import Frame
from paperlayout.plan.model import BoxSlot
from paperlayout.story.model import BoxKind, MeasuredBox

Draw = Callable[[MeasuredBox, BoxSlot, Sheet, Kit], Iterator[Frame]]

KINDS: dict[BoxKind, Draw] = {"briefs": briefs_frames}


def box_frames(box: MeasuredBox, slot: BoxSlot, sheet: Sheet, kit: Kit) -> Iterator[Frame]:
    """The frames of a box at its place, ground first."""
    return KINDS[box.kind](box, slot, sheet, kit)
