"""One line of a head, running across or down: how wide it is, and what is done to its type so that it fits its room."""

import math
from collections.abc import Sequence
from dataclasses import replace

from paperlayout.issue.house import Heads, Type
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.units import Em, Pt

KICKER_BAR = 8.0
"""White for the red bar before a kicker that starts flush left (house-style §3)."""
UNEVEN_FROM = 0.15
"""Lines that differ by less than this share of the longest look even."""


def natural(text: str, voice: Type, kit: Kit) -> float:
    """Width of a line of display type in em of its size."""
    return display_width(kit.book, (StyledText(text, replace(voice, size=1.0, tracking=0.0)),))


def quarter_points(size: Pt) -> Pt:
    """A size cut down to whole quarters of a point."""
    return math.floor(size * 4) / 4


def fitting_size(text: str, voice: Type, width: Pt, kit: Kit) -> Pt:
    """The voice's own size, or the largest quarter point at which the line fits the width."""
    return min(voice.size, quarter_points(width / natural(text, voice, kit)))


def narrowed(text: str, voice: Type, width: Pt, kit: Kit) -> Type:
    """The voice, in the size at which the line fits the width where its own does not."""
    wide = display_width(kit.book, (StyledText(text, voice),))
    return voice if wide <= width else replace(voice, size=quarter_points(voice.size * width / wide), tracking=voice.tracking * width / wide)


def condensed(voice: Type, width: Pt, room: Pt, least: float) -> Type:
    """The voice, narrowed within the house's limit where that lets a line in that is a little too long (长字)."""
    stretch = room / width if least <= room / width < 1 else 1.0
    return replace(voice, stretch=stretch)


def spaced(voice: Type, lines: Sequence[str], size: Pt, missing: Pt, heads: Heads) -> Type:
    """The voice with the white between its characters that a head of two to four 字 needs to hold its width, `missing` by so much (加空)."""
    short = max(len(line) for line in lines)
    if len(lines) > 1 or not 2 <= short <= heads.short_chars or missing <= 0:
        return voice
    return replace(voice, tracking=min(heads.short_tracking * size * (5 - short), missing / (short - 1)))


def tab_type(label: str, room: Pt, kit: Kit) -> StyledText:
    """栏目名 as its tab carries it, smaller where the room between the tab's paddings asks for it."""
    return StyledText(label, narrowed(label, kit.house.look.voices.tab, room - 2 * kit.house.look.heads.tab_padding, kit))


def hung(kind: str, kit: Kit) -> Pt:
    """Where the type of a flush-left line starts: a tab is padded, a kicker follows its bar."""
    return {"standing_head": kit.house.look.heads.tab_padding, "kicker": KICKER_BAR}.get(kind, 0.0)


def uneven(lengths: Sequence[Em | Pt]) -> float:
    """By what share of the longest line the shortest is too short to look even with it."""
    return max(0.0, (max(lengths) - min(lengths)) / max(lengths) - UNEVEN_FROM)
