"""The headline (主题) across its span, in every wording and size its place allows: even lines, an equal-measure pair, and a last resort where nothing fits."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paperlayout.heads.ladder import OFF_LADDER_STEPS, descending, headline_voice, rung, rung_sizes
from paperlayout.heads.line import condensed, natural, quarter_points, spaced, uneven
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.wording import by_sense, headline_wordings
from paperlayout.issue.house import HeadSize, Type
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText
from paperlayout.units import Pt

PAIR_FROM = 1.15
"""From this ratio of widths on two lines are a pair; less is two even lines."""
WIDEST_PAIR, IDEAL_PAIR, NARROWEST_PAIR = 0.92, 0.68, 0.5
"""Shares of its span that an equal-measure pair may take, and would; one narrower floats in white."""
PAIR_STEP = 4.0
"""Points from one size of the light line to the next."""
WIDEST_CENTRED = 0.96
"""Share of its span that a centred line may take."""
IDEAL_CENTRED, IDEAL_FLUSH = 0.74, 0.84
"""Share of its span that a line would take."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline in one size: its lines, steps down from the largest, cost, and how many 字 it is too long for its place."""

    lines: tuple[StyledText, ...]
    steps: int
    cost: float
    over: int = 0

    @property
    def size(self) -> Pt:
        return max(line.type.size for line in self.lines)


def headlines(parts: tuple[str, ...], place: HeadPlace, kit: Kit) -> Iterator[Headline]:
    """Every way to set a headline that its editor parted so; the last resort where there is none."""
    sizes = rung(kit.house.look.heads, place)
    found = False
    for lines in headline_wordings(parts, sizes.lines, kit):
        for headline in _worded(lines, sizes, place, kit):
            found = True
            unbroken = len(lines) == 1 < len(parts)
            yield replace(headline, cost=headline.cost + kit.prices.heads.unbroken) if unbroken else headline
    if not found:
        yield squeezed(parts, sizes, place, kit)


def _worded(lines: tuple[str, ...], sizes: HeadSize, place: HeadPlace, kit: Kit) -> Iterator[Headline]:
    """One wording as a pair, where the lead is wide enough for one, and in one size."""
    if place.centred and place.rank == 1 and len(lines) == 2 and place.columns >= kit.house.look.heads.pair_from_columns:
        yield from equal_pairs(lines, place, kit)
    yield from even_lines(lines, sizes, place, kit)


def equal_pairs(lines: tuple[str, ...], place: HeadPlace, kit: Kit) -> Iterator[Headline]:
    """An equal-measure pair: the short line grows until both have one measure (house-style §4)."""
    heads, voices, prices = kit.house.look.heads, kit.house.look.voices, kit.prices.heads
    widths = [natural(line, voices.head_light, kit) for line in lines]
    long_, short = (0, 1) if widths[0] >= widths[1] else (1, 0)
    if widths[short] == 0 or widths[long_] / widths[short] <= PAIR_FROM:
        return
    low, high = heads.pair_light
    for step, size in enumerate(descending(high, low, PAIR_STEP)):
        measure = widths[long_] * size
        if measure > place.width * WIDEST_PAIR:
            continue
        if measure < place.width * NARROWEST_PAIR:
            return
        light = StyledText(lines[long_], replace(voices.head_light, size=size))
        heavy = grown_line(lines[short], measure, size * heads.pair_ratio, kit)
        if heavy.type.tracking > heads.tracking * heavy.type.size:
            return
        cost = step * prices.step + prices.fill_per_share * abs(measure / place.width - IDEAL_PAIR)
        yield Headline((light, heavy) if long_ == 0 else (heavy, light), step, cost)


def grown_line(text: str, measure: Pt, largest: Pt, kit: Kit) -> StyledText:
    """The short line of a pair, in the size and with the tracking that bring it to its measure."""
    voice = kit.house.look.voices.head_heavy
    size = quarter_points(min(largest, measure / natural(text, voice, kit)))
    tracking = max(0.0, (measure - natural(text, voice, kit) * size) / max(1, len(text) - 1))
    return StyledText(text, replace(voice, size=size, tracking=tracking))


def even_lines(lines: tuple[str, ...], sizes: HeadSize, place: HeadPlace, kit: Kit) -> Iterator[Headline]:
    """All lines in one size, from the largest of the rung down, where the longest line fits."""
    heads, own = kit.house.look.heads, headline_voice(place, kit)
    longest = max(natural(line, own, kit) for line in lines)
    room = place.width * (WIDEST_CENTRED if place.centred else 1.0)
    for step, size in enumerate(rung_sizes(sizes)):
        voice = condensed(own, longest * size, room, heads.condensed)
        if longest * size * voice.stretch > room + 1e-6:
            continue
        fill = longest * size * voice.stretch / place.width
        voice = replace(spaced(voice, lines, size, (heads.least_fill - fill) * place.width, heads), size=size)
        cost = _even_cost(lines, voice, (step, fill), place, kit)
        yield Headline(tuple(StyledText(line, voice) for line in lines), step, cost)


def _even_cost(lines: Sequence[str], voice: Type, sized: tuple[int, float], place: HeadPlace, kit: Kit) -> float:
    """Price of lines of one size, so many steps down, the longest filling such a share: smaller, more, too narrow for their span, of different length."""
    prices, (step, share) = kit.prices.heads, sized
    return (
        prices.condensed * (voice.stretch < 1)
        + step * prices.even_step
        + (len(lines) - 1) * prices.line
        + prices.fill_per_share * max(0.0, kit.house.look.heads.least_fill - share)
        + prices.off_ideal_per_share * abs(share - (IDEAL_CENTRED if place.centred else IDEAL_FLUSH))
        + prices.uneven_per_share * uneven([natural(line, voice, kit) for line in lines])
    )


def squeezed(parts: tuple[str, ...], sizes: HeadSize, place: HeadPlace, kit: Kit) -> Headline:
    """A headline too long for its rung: as many lines as it has words for, in the size that fits, at a price that keeps it a last resort."""
    voice = headline_voice(place, kit)
    whole = "".join(parts)
    lines = by_sense(whole, sizes.lines, kit)[-1] if len(parts) == 1 else parts
    size = min(quarter_points(place.width / max(natural(line, voice, kit) for line in lines)), sizes.least)
    over = max(1, math.ceil(natural(whole, voice, kit) - sizes.lines * (place.width / sizes.least)))
    set_lines = tuple(StyledText(line, replace(voice, size=size)) for line in lines)
    return Headline(set_lines, OFF_LADDER_STEPS, kit.prices.heads.off_ladder + sizes.least - size, over)
