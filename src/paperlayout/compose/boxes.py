"""Boxes: items set as one block of their own measure, each kind drawn by its own module."""

from collections.abc import Callable, Iterator

from paperlayout.compose.advert import advert_frames
from paperlayout.compose.briefs import briefs_frames
from paperlayout.compose.picture_news import picture_news_frames
from paperlayout.compose.story_box import story_box_frames
from paperlayout.grid import Grid
from paperlayout.kit import Kit
from paperlayout.page import Frame
from paperlayout.plan.page_plan import BoxSlot
from paperlayout.story.measured import BoxKind, MeasuredBox

Draw = Callable[[MeasuredBox, BoxSlot, Grid, Kit], Iterator[Frame]]

KINDS: dict[BoxKind, Draw] = {
    "briefs": briefs_frames, "story": story_box_frames, "broken": story_box_frames, "notice": story_box_frames,
    "picture": picture_news_frames, "advert": advert_frames,
}  # fmt: skip


def box_frames(box: MeasuredBox, slot: BoxSlot, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """The frames of a box at its place, ground first."""
    return KINDS[box.kind](box, slot, grid, kit)
