"""What make-up may do to a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exact:
    """Fill it exactly."""


@dataclass(frozen=True, slots=True)
class CutStory:
    """Cut one story from its end."""

    story: int


@dataclass(frozen=True, slots=True)
class LeaveShort:
    """Leave rows empty under any story."""


Mode = Exact | CutStory | LeaveShort
EXACT, LEAVE_SHORT = Exact(), LeaveShort()
