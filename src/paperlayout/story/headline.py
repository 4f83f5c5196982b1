"""Heads in every size and number of lines that the ladder allows over so many columns, measured from ink to ink."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from paperlayout.issue.content import Article
from paperlayout.issue.house import Heads, HeadSize, Type
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText, display_width, ink_span
from paperlayout.story.measured import HeadLine, HeadVariant
from paperlayout.text.words import break_by_sense
from paperlayout.units import Pt

STEP_COST = 2.0
LINE_COST = 1.0
ROW_COST, SPARE_ROWS = 2.0, 3
"""Price of the first row of white that a head takes more than it needs, growing by the square; and how many it may take."""
FILL_COST = 45.0
OFF_LADDER_COST = 12.0
CONDENSED_COST = 2.0
LEAST_PAIR = 0.5
"""An equal-measure pair narrower than this share of its span floats in white."""
UNBROKEN_COST = 20.0
"""A head the editor gave a break to reads worse in one line."""


@dataclass(frozen=True, slots=True)
class MainLine:
    """One line of the main head with its type."""

    text: str
    type: Type
    indent: Pt = 0.0


@dataclass(frozen=True, slots=True)
class MainHead:
    """The main head in one size: its lines, steps down from the largest, cost, and how many 字 it is too long for its place."""

    lines: tuple[MainLine, ...]
    steps: int
    cost: float
    over: int = 0

    @property
    def size(self) -> Pt:
        return max(line.type.size for line in self.lines)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a head stands: rank, columns, width in points, grid row height, ink rise of the first body row, at the page's top, its turn, front page or not.

    `above` is the white above a head that follows something of its own block; a `boxed` one stands in the middle; a `continued` one repeats the head of
    a story that jumped.
    """

    rank: int
    columns: int
    width: Pt
    leading: Pt
    ink_drop: Pt
    top_of_page: bool
    turn: int = 0
    front: bool = True
    above: Pt | None = None
    boxed: bool = False
    continued: bool = False

    @property
    def centred(self) -> bool:
        """The lead of the front page and heads in boxes stand in the middle of their span; every other is flush left (house-style §12)."""
        return self.boxed or (self.front and self.rank == 1 and self.columns >= 4)


def title_lines(title: str) -> tuple[str, ...]:
    """The editor's own breaks: `/` parts lines, `//` is a literal slash."""
    return tuple(p.replace("\0", "/").strip() for p in title.replace("//", "\0").split("/") if p.strip())


@lru_cache(maxsize=4096)
def head_variants(article: Article, place: Place, kit: Kit) -> tuple[HeadVariant, ...]:
    """Ways to set the article's head at a place: the cheapest for each number of rows, cheapest first."""
    centred = place.centred
    best: dict[int, HeadVariant] = {}
    titles = title_lines(article.title.value)
    for parts in (("".join(titles),), titles) if article.continued else (titles,):
        for main in main_heads(parts, place, centred, kit):
            for variant in stacked(article, main, place, centred, kit):
                if variant.rows not in best or variant.cost < best[variant.rows].cost:
                    best[variant.rows] = variant
    return tuple(sorted(best.values(), key=lambda v: (v.cost, v.rows)))


def main_heads(parts: tuple[str, ...], place: Place, centred: bool, kit: Kit) -> Iterator[MainHead]:
    """The main head in one line, in an equal-measure pair, and in lines of one size."""
    heads = kit.house.look.heads
    rung = ladder(heads, place)
    whole = "".join(parts)
    found = False
    for lines in wordings(parts, whole, rung.lines, kit):
        marked = UNBROKEN_COST if len(parts) > 1 and len(lines) == 1 else 0.0
        if place.centred and place.rank == 1 and len(lines) == 2 and place.columns >= heads.pair_from_columns:
            for pair in pairs(lines, place, kit):
                found = True
                yield pair
        for head in equal_size(lines, rung, place, centred, kit):
            found = True
            yield replace(head, cost=head.cost + marked)
    if not found:
        yield squeezed(parts, rung, place, kit)


SMALL = 4
"""Heads of this rank are small in a box too."""


def ladder(heads: Heads, place: Place) -> HeadSize:
    """The rung of the head ladder for a rank and width; the next narrower one where the house names none."""
    if place.boxed and place.rank < SMALL:
        return min(heads.boxed, key=lambda h: abs(h.columns - place.columns))
    ladder = heads.continued if place.continued else heads.ladder if place.front else (*heads.inside, *(h for h in heads.ladder if h.rank > 1))
    rungs = [h for h in ladder if h.rank == place.rank] or list(ladder)
    exact = [h for h in rungs if h.columns == place.columns]
    return exact[0] if exact else min(rungs, key=lambda h: (abs(h.columns - place.columns), h.columns))


def wordings(parts: tuple[str, ...], whole: str, most: int, kit: Kit) -> Iterator[tuple[str, ...]]:
    """The head in one line, in the editor's lines, or broken by sense when the editor marked nothing."""
    yield (whole,)
    if len(parts) > 1:
        yield parts
        return
    for n in range(2, most + 1):
        lines = break_by_sense(whole, n, kit.house.words)
        if len(lines) == n:
            yield lines


def face_of(place: Place, kit: Kit) -> Type:
    """The main face of a rank: the lead in heavy Song, inside in Hei, the second in the other, others in Song and Hei by turns (house-style §4)."""
    voices = kit.house.look.voices
    if place.boxed:
        return voices.head_box
    other = voices.head_third_other if place.turn % 2 else voices.head_third
    first, second = (voices.head_heavy, voices.head_second) if place.front else (voices.head_inside, voices.head_second_inside)
    return {1: first, 2: second}.get(place.rank, other)


def pairs(lines: tuple[str, ...], place: Place, kit: Kit) -> Iterator[MainHead]:
    """An equal-measure pair: the short line grows until both have one measure (house-style §4)."""
    heads, voices = kit.house.look.heads, kit.house.look.voices
    widths = [natural(line, voices.head_light, kit) for line in lines]
    long_, short = (0, 1) if widths[0] >= widths[1] else (1, 0)
    if widths[short] == 0 or widths[long_] / widths[short] <= 1.15:
        return
    low, high = heads.pair_light
    for step, size in enumerate(_descending(high, low, 4.0)):
        measure = widths[long_] * size
        if measure > place.width * 0.92:
            continue
        if measure < place.width * LEAST_PAIR:
            return
        light = replace(voices.head_light, size=size)
        big, tracking = grown(lines[short], measure, size * heads.pair_ratio, kit)
        if tracking > heads.tracking * big:
            return
        heavy = replace(voices.head_heavy, size=big, tracking=tracking)
        pair = [MainLine(lines[long_], light), MainLine(lines[short], heavy)]
        cost = step * STEP_COST + FILL_COST * abs(measure / place.width - 0.68)
        yield MainHead(tuple(pair if long_ == 0 else reversed(pair)), step, cost)


def grown(text: str, measure: Pt, largest: Pt, kit: Kit) -> tuple[Pt, Pt]:
    """Size and tracking that bring a short line to a measure."""
    voice = kit.house.look.voices.head_heavy
    size = min(largest, measure / natural(text, voice, kit))
    size = math.floor(size * 4) / 4
    gaps = max(1, len(text) - 1)
    return size, max(0.0, (measure - natural(text, voice, kit) * size) / gaps)


def natural(text: str, voice: Type, kit: Kit) -> float:
    """Width of a line of display type in em of its size."""
    return display_width(kit.book, (StyledText(text, replace(voice, size=1.0, tracking=0.0)),))


def equal_size(lines: tuple[str, ...], rung: HeadSize, place: Place, centred: bool, kit: Kit) -> Iterator[MainHead]:
    """All lines in one size, from the largest of the rung down, where the longest line fits."""
    heads = kit.house.look.heads
    voice = face_of(place, kit)
    longest = max(natural(line, voice, kit) for line in lines)
    room = place.width * (0.96 if centred else 1.0)
    least_fill, ideal = heads.least_fill, 0.74 if centred else 0.84
    for step, size in enumerate(_descending(rung.most, rung.least, max(1, round((rung.most - rung.least) / 3)))):
        voice = condensed(face_of(place, kit), longest * size, room, heads.condensed)
        fill = longest * size * voice.stretch / place.width
        if longest * size * voice.stretch > room + 1e-6:
            continue
        voice = spaced(voice, lines, size, least_fill - fill, place, heads)
        cost = (
            CONDENSED_COST * (voice.stretch < 1)
            + step * STEP_COST * 0.7
            + (len(lines) - 1) * LINE_COST
            + FILL_COST * max(0.0, least_fill - fill)
            + 6 * abs(fill - ideal)
        )
        cost += uneven(lines, voice, kit)
        yield MainHead(tuple(MainLine(line, replace(voice, size=size)) for line in lines), step, cost)


def condensed(voice: Type, width: Pt, room: Pt, least: float) -> Type:
    """The voice, narrowed within the house's limit where that lets a line in that is a little too long (长字)."""
    stretch = room / width if least <= room / width < 1 else 1.0
    return replace(voice, stretch=stretch)


def spaced(voice: Type, lines: tuple[str, ...], size: Pt, missing: float, place: Place, heads: Heads) -> Type:
    """The voice with the white between its characters that a head of two to four 字 needs to hold its width (加空)."""
    short = max(len(line) for line in lines)
    if len(lines) > 1 or not 2 <= short <= heads.short_chars or missing <= 0:
        return voice
    return replace(voice, tracking=min(heads.short_tracking * size * (5 - short), missing * place.width / (short - 1)))


def uneven(lines: tuple[str, ...], voice: Type, kit: Kit) -> float:
    """Price of lines of very different length in one size."""
    widths = [natural(line, voice, kit) for line in lines]
    return 30.0 * max(0.0, (max(widths) - min(widths)) / max(widths) - 0.15)


def squeezed(parts: tuple[str, ...], rung: HeadSize, place: Place, kit: Kit) -> MainHead:
    """A head too long for its rung: as many lines as it has words for, in the size that fits, at a price that keeps it a last resort."""
    voice = face_of(place, kit)
    whole = "".join(parts)
    lines = break_by_sense(whole, rung.lines, kit.house.words) if len(parts) == 1 else parts
    size = math.floor(place.width / max(natural(line, voice, kit) for line in lines) * 4) / 4
    size = min(size, rung.least)
    over = max(1, math.ceil(natural(whole, voice, kit) - rung.lines * (place.width / rung.least)))
    return MainHead(tuple(MainLine(line, replace(voice, size=size)) for line in lines), 9, OFF_LADDER_COST + rung.least - size, over)


def _descending(high: float, low: float, step: float) -> Iterator[float]:
    size = high
    while size > low - 0.01:
        yield size
        size -= step


KICKER_BAR = 8.0
"""White for the red bar before a kicker that starts flush left (house-style §3)."""


def hung(kind: str, kit: Kit) -> Pt:
    """Where the type of a flush-left line starts: a tab is padded, a kicker follows its bar."""
    return {"standing_head": kit.house.look.heads.tab_padding, "kicker": KICKER_BAR}.get(kind, 0.0)


@dataclass(frozen=True, slots=True)
class _Band:
    """A line on its way into the stack: its width, ink above and below its baseline, white before it."""

    kind: str
    parts: tuple[StyledText, ...]
    width: Pt
    top: Pt
    foot: Pt
    before: Pt


def stacked(article: Article, main: MainHead, place: Place, centred: bool, kit: Kit) -> Iterator[HeadVariant]:
    """The whole head from ink to ink in whole rows; the white left over is shared above and below."""
    heads = kit.house.look.heads
    bands = list(_bands(article, main, place, kit))
    ink = sum(b.before + b.top + b.foot for b in bands)
    low, high = heads.lead_below if place.rank == 1 and place.top_of_page and place.front else heads.below
    above = first_white(article, place, heads)
    least = math.ceil((above + ink + low - place.ink_drop) / place.leading)
    for rows in range(least, least + 1 + SPARE_ROWS):
        spare = rows * place.leading + place.ink_drop - above - ink - low
        below = min(high - low, spare * 0.6)
        lines = tuple(_placed(bands, above + spare - below, place, centred, kit))
        cost = main.cost + ROW_COST * (rows - least) ** 2 + 0.08 * max(0.0, spare - (high - low))
        fill = max(line.width for line in lines if line.kind == "headline") / place.width
        yield HeadVariant(place.columns, rows, cost, main.size, main.steps, lines, over=main.over, fill=fill, centred=centred)


def first_white(article: Article, place: Place, heads: Heads) -> Pt:
    """White above the first ink of a head: below the nameplate for the lead and what is pinned beside it, the drop to ink for a head in a row of others."""
    if place.above is not None:
        return place.above
    if place.top_of_page and place.front:
        return heads.tab_above if article.standing_head else heads.lead_above
    return heads.above


def _bands(article: Article, main: MainHead, place: Place, kit: Kit) -> Iterator[_Band]:
    heads, voices = kit.house.look.heads, kit.house.look.voices
    before = 0.0
    if article.standing_head:
        voice = narrowed(article.standing_head.value, voices.tab, place.width - 2 * heads.tab_padding, kit)
        tab = (StyledText(article.standing_head.value, voice),)
        yield _Band("standing_head", tab, display_width(kit.book, tab), heads.tab_baseline, heads.tab_height - heads.tab_baseline, before)
        before = heads.tab_below
    if article.kicker:
        kicker = replace(voices.kicker, size=min(voices.kicker.size, max(13.0, main.size * 0.42)))
        yield from _wrapped("kicker", article.kicker.value, kicker, (before, place.width - hung("kicker", kit)), kit)
        before = heads.kicker_below
    for line in main.lines:
        yield _band("headline", line.text, line.type, before, kit)
        before = heads.line_gap * main.size
    if article.deck:
        deck = replace(voices.deck, size=min(voices.deck.size, max(12.0, main.size * 0.40)))
        yield from _wrapped("deck", article.deck.value, deck, (heads.deck_above, place.width), kit)
    if article.author:
        yield from _wrapped("byline", article.author.value, voices.byline, (heads.deck_above, place.width), kit)


WRAPPED_GAP = 0.3
"""White between two lines of a kicker or deck, in em."""


def _wrapped(kind: str, text: str, voice: Type, room: tuple[Pt, Pt], kit: Kit) -> Iterator[_Band]:
    """A line that goes with a head, in as many lines as its room asks for, broken by sense."""
    before, width = room
    lines: tuple[str, ...] = (text,)
    while max(display_width(kit.book, (StyledText(line, voice),)) for line in lines) > width:
        again = break_by_sense(text, len(lines) + 1, kit.house.words)
        if len(again) == len(lines):
            break
        lines = again
    voice = min((narrowed(line, voice, width, kit) for line in lines), key=lambda v: v.size)
    for line in lines:
        yield _band(kind, line, voice, before, kit)
        before = WRAPPED_GAP * voice.size


def narrowed(text: str, voice: Type, width: Pt, kit: Kit) -> Type:
    """The voice, in the size at which the line fits the width where its own does not."""
    wide = display_width(kit.book, (StyledText(text, voice),))
    return voice if wide <= width else replace(voice, size=math.floor(voice.size * width / wide * 4) / 4, tracking=voice.tracking * width / wide)


def _band(kind: str, text: str, voice: Type, before: Pt, kit: Kit) -> _Band:
    span = ink_span(kit.book, voice.face, text)
    parts = (StyledText(text, voice),)
    return _Band(kind, parts, display_width(kit.book, parts), span.top * voice.size, span.foot * voice.size, before)


def _placed(bands: list[_Band], y: Pt, place: Place, centred: bool, kit: Kit) -> Iterator[HeadLine]:
    for band in bands:
        y += band.before + band.top
        left = (place.width - band.width) / 2 if centred else hung(band.kind, kit)
        yield HeadLine(band.kind, band.parts, y, left, band.width)  # type: ignore[arg-type]
        y += band.foot
