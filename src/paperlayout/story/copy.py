"""算篇幅 done: the copy of one page, as make-up knows it."""

from dataclasses import dataclass

from paperlayout.issue.content import Staff
from paperlayout.issue.prices import Prices
from paperlayout.page import Ink
from paperlayout.story.box import MeasuredBox
from paperlayout.story.measured import MeasuredStory


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of one page, measured, with the prices it is made up at. `front`: under the nameplate."""

    stories: tuple[MeasuredStory, ...]
    boxes: tuple[MeasuredBox, ...]
    staff: Staff
    red: Ink
    prices: Prices
    front: bool = True
