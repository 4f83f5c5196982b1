"""Heads of short items, a brief or the story in the ear: flush left on one line, smaller if it must be, then on two lines."""

from dataclasses import replace

from paperlayout.heads.line import fitting_size
from paperlayout.heads.variant import HeadLine
from paperlayout.heads.wording import head_lines, in_one_line
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.units import Pt


def small_head(title: str, voice: Type, width: Pt, least: Pt, kit: Kit) -> tuple[StyledText, ...]:
    """A title in the voice's size or the largest that fits the width: on one line, or parted where that line were smaller than `least`."""
    whole = in_one_line(title)
    lines = (whole,) if fitting_size(whole, voice, width, kit) >= least else head_lines(title, kit)
    size = min(fitting_size(line, voice, width, kit) for line in lines)
    return tuple(StyledText(line, replace(voice, size=size)) for line in lines)


def flush_left(line: StyledText, baseline: Pt, kit: Kit) -> HeadLine:
    """A line of such a head on its baseline."""
    return HeadLine("headline", (line,), baseline, 0.0, display_width(kit.book, (line,)))
