"""算篇幅 done: the copy of one page, as make-up knows it."""

from dataclasses import dataclass

from paperlayout.issue.content import Staff
from paperlayout.page import Ink
from paperlayout.story.box import MeasuredBox
from paperlayout.story.measured import MeasuredStory


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of one page, measured. `front`: under the nameplate."""

    stories: tuple[MeasuredStory, ...]
    boxes: tuple[MeasuredBox, ...]
    staff: Staff
    red: Ink
    front: bool = True
