"""Which sizes and faces a head may take: by its rank and columns, on the front page, inside, in a box, over the rest of a jump, down a column (竖题)."""

from collections.abc import Iterator

from paperlayout.heads.place import HeadPlace
from paperlayout.issue.house import Heads, HeadSize, Type
from paperlayout.kit import Kit
from paperlayout.units import Pt

SMALL = 4
"""Heads of this rank are small in a box too."""
OFF_LADDER_STEPS = 9
"""How many steps down a head smaller than its rung counts."""
RUNG_STEPS = 3
"""Steps from the largest size of a rung to its least; none is finer than a point."""


def rung(heads: Heads, place: HeadPlace) -> HeadSize:
    """The rung of the head ladder for a rank and width; the next narrower one where the house names none."""
    if place.boxed and place.rank < SMALL:
        return min(heads.boxed, key=lambda h: abs(h.columns - place.columns))
    ladder = heads.continued if place.continued else heads.ladder if place.front else (*heads.inside, *(h for h in heads.ladder if h.rank > 1))
    rungs = [h for h in ladder if h.rank == place.rank] or list(ladder)
    exact = [h for h in rungs if h.columns == place.columns]
    return exact[0] if exact else min(rungs, key=lambda h: (abs(h.columns - place.columns), h.columns))


def rung_sizes(rung: HeadSize) -> Iterator[Pt]:
    """The sizes of a rung, the largest first."""
    return descending(rung.most, rung.least, max(1, round((rung.most - rung.least) / RUNG_STEPS)))


def descending(high: Pt, low: Pt, step: Pt) -> Iterator[Pt]:
    """Sizes from the largest to the least."""
    size = high
    while size > low - 0.01:
        yield size
        size -= step


def headline_voice(place: HeadPlace, kit: Kit) -> Type:
    """The main face of a rank: the lead in heavy Song, inside in Hei, the second in the other, others in Song and Hei by turns (house-style §4)."""
    voices = kit.house.look.voices
    if place.boxed:
        return voices.head_box
    other = voices.head_third_other if place.turn % 2 else voices.head_third
    first, second = (voices.head_heavy, voices.head_second) if place.front else (voices.head_inside, voices.head_second_inside)
    return {1: first, 2: second}.get(place.rank, other)


def vertical_sizes(place: HeadPlace, kit: Kit) -> tuple[Pt, Pt]:
    """The least and the largest size of vertical main lines: larger for the lead, whose head is the largest of its page."""
    style = kit.house.look.vertical_heads
    return style.large if place.rank == 1 else style.sizes


def vertical_rows(place: HeadPlace, kit: Kit) -> tuple[int, int]:
    """Fewest and most rows of a vertical head."""
    style = kit.house.look.vertical_heads
    return style.large_rows if place.rank == 1 else style.rows
