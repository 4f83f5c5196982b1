"""竖题: heads that run down the first column of their story, their lines from right to left, a deck at the left behind a red rule (house-style §4)."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from paperlayout.issue.content import Article
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.setting.vertical import display_cells, vertical_length
from paperlayout.story.headline import LINE_COST, OFF_LADDER_COST, ROW_COST, STEP_COST, Place, face_of, hung, narrowed, title_lines
from paperlayout.story.measured import Divider, HeadLine, HeadVariant, VerticalLine
from paperlayout.text.words import break_by_sense
from paperlayout.units import Pt

LENGTH_COST = 3.0
"""Price of each row beyond the lengths the house allows."""
LONGER_DECK_COST = 2.0
"""Price of a deck that reaches further down than the main lines."""
MOST_WHITE, WHITE_COST = 5, 0.8
"""Rows of white that may stand under a vertical head, so that it is as high as its text; the price of the first, growing by the square."""
BEARING = 0.03
"""From the edge of the em box to the ink of a Han character in a display face, in em."""
SMALLEST = 8.0
MOST_SQUEEZED_LINES = 4


@dataclass(frozen=True, slots=True)
class Stick:
    """One line of a vertical head before it has a place."""

    line: VerticalLine
    drop: Pt = 0.0

    @property
    def width(self) -> Pt:
        return self.line.type.size

    @property
    def foot(self) -> Pt:
        return self.drop + self.line.length


@dataclass(frozen=True, slots=True)
class Wording:
    """The main head and what goes with it, broken into lines."""

    main: tuple[str, ...]
    kicker: tuple[str, ...]
    deck: tuple[str, ...]


def vertical_variants(article: Article, place: Place, kit: Kit) -> tuple[HeadVariant, ...]:
    """Ways to set the article's head down one column: the cheapest for each number of rows, cheapest first."""
    found = _short(_regular(article, place, kit), place, kit) or _squeezed(article, place, kit)
    style = kit.house.look.vertical_heads
    most = (style.large_rows if place.rank == 1 else style.rows)[1]
    best: dict[int, HeadVariant] = {}
    for variant in found:
        for white in range(max(0, min(MOST_WHITE, most - variant.rows)) + 1):
            longer = replace(variant, rows=variant.rows + white, cost=variant.cost + WHITE_COST * white**2)
            if longer.rows not in best or longer.cost < best[longer.rows].cost:
                best[longer.rows] = longer
    return tuple(sorted(best.values(), key=lambda v: (v.cost, v.rows)))


def lengths(place: Place, kit: Kit) -> tuple[int, int]:
    """Fewest and most rows of a head."""
    style = kit.house.look.vertical_heads
    return style.large_rows if place.rank == 1 else style.rows


def _short(variants: Iterable[HeadVariant], place: Place, kit: Kit) -> list[HeadVariant]:
    """Those that are not longer than the house allows."""
    return [v for v in variants if v.rows <= lengths(place, kit)[1]]


def sizes(place: Place, kit: Kit) -> tuple[Pt, Pt]:
    """The least and the largest size of the main lines: larger for the lead, whose head is the largest of its page."""
    style = kit.house.look.vertical_heads
    return style.large if place.rank == 1 else style.sizes


def _regular(article: Article, place: Place, kit: Kit) -> Iterator[HeadVariant]:
    style = kit.house.look.vertical_heads
    least, most = sizes(place, kit)
    for wording in wordings(article, style.most_lines, kit):
        for step in range(int((most - least) / style.step) + 1):
            yield from _set(article, wording, (most - step * style.step, step), place, kit)


def _squeezed(article: Article, place: Place, kit: Kit) -> list[HeadVariant]:
    """A head too long or too wide for the house's sizes: in more lines or the first smaller size, at a price that keeps it a last resort."""
    least, size = sizes(place, kit)[0], sizes(place, kit)[0]
    ways, found = tuple(wordings(article, MOST_SQUEEZED_LINES, kit)), list[HeadVariant]()
    while size >= SMALLEST and not _short(found, place, kit):
        found = [v for w in ways for v in _set(article, w, (size, 9), place, kit)] or found
        size -= kit.house.look.vertical_heads.step
    return [replace(v, cost=v.cost + OFF_LADDER_COST + least - v.size) for v in _short(found, place, kit) or found]


def wordings(article: Article, most: int, kit: Kit) -> Iterator[Wording]:
    """The main head in the editor's lines, or in one and more lines broken by sense; kicker and deck in one to three."""
    parts = title_lines(article.title.value)
    mains = (parts,) if len(parts) > 1 else _breaks("".join(parts), most, kit)
    for main, kicker, deck in product(mains, _breaks(article.kicker.value, 2, kit), _breaks(article.deck.value, 3, kit)):
        yield Wording(main, kicker, deck)


def _breaks(text: str, most: int, kit: Kit) -> tuple[tuple[str, ...], ...]:
    if not text:
        return ((),)
    found = (break_by_sense(text, n, kit.house.words) for n in range(1, most + 1))
    return tuple(dict.fromkeys(found))


def _set(article: Article, wording: Wording, size: tuple[Pt, int], place: Place, kit: Kit) -> Iterator[HeadVariant]:
    """The wording in one size, in as many rows as it takes and one more; nothing when the column is too narrow."""
    shortest, longest = lengths(place, kit)
    points, step = size
    main, small = list(_main(wording, points, place, kit)), list(_small(wording, kit))
    placed = placed_lines(main, small, place, kit)
    if placed is None:
        return
    above, top = _tab(article, place, kit)
    foot = max(s.foot for s in (*main, *small)) - BEARING * points
    below, foot = _byline(article, top + foot, place, kit)
    lines: tuple[HeadLine | VerticalLine, ...] = (*above, *(replace(x, top=x.top + top) for x in placed), *below)
    divider = _divider(placed, main, top, kit) if small else None
    low, high = kit.house.look.heads.below
    least = math.ceil((foot + low - place.ink_drop) / place.leading)
    for rows in (least, least + 1):
        white = rows * place.leading + place.ink_drop - foot
        cost = step * STEP_COST * 0.7 + (len(main) + len(small)) * LINE_COST + (rows - least) * ROW_COST + 0.08 * max(0.0, white - high)
        cost += uneven(main) + LONGER_DECK_COST * (max(s.foot for s in (*main, *small)) > max(s.foot for s in main))
        cost += LENGTH_COST * max(0, shortest - rows, rows - longest)
        yield HeadVariant(1, rows, cost, points, step, lines, divider)


def uneven(main: list[Stick]) -> float:
    """Price of main lines of very different length."""
    lengths = [stick.line.length for stick in main]
    return 12.0 * max(0.0, (max(lengths) - min(lengths)) / max(lengths) - 0.15)


def _main(wording: Wording, size: Pt, place: Place, kit: Kit) -> Iterator[Stick]:
    style = kit.house.look.vertical_heads
    voice = replace(face_of(place, kit), size=size, tracking=(style.pitch - 1) * size)
    for n, text in enumerate(wording.main):
        yield Stick(_line("headline", text, voice, kit), style.drop * size * (n > 0) - BEARING * size)


def _small(wording: Wording, kit: Kit) -> Iterator[Stick]:
    """Kicker and deck, from right to left."""
    voice = kit.house.look.voices.vertical_deck
    voice = replace(voice, tracking=(kit.house.look.vertical_heads.deck_pitch - 1) * voice.size)
    yield from (Stick(_line("kicker", text, voice, kit)) for text in wording.kicker)
    yield from (Stick(_line("deck", text, voice, kit)) for text in wording.deck)


def _line(kind: str, text: str, voice: Type, kit: Kit) -> VerticalLine:
    cells = display_cells(kit.book, voice.face, text)
    return VerticalLine(kind, text, cells, voice, 0.0, 0.0, vertical_length(cells, voice))  # type: ignore[arg-type]


def placed_lines(main: list[Stick], small: list[Stick], place: Place, kit: Kit) -> tuple[VerticalLine, ...] | None:
    """The lines at their places in the order of reading, kicker first: flush with the column's right edge when a deck fills the left, else in its middle.

    In a narrow column the white gives way; None when that is not enough.
    """
    white = whites(main, small, kit)
    solid = sum(s.width for s in (*main, *small))
    give = min(1.0, (place.width - solid) / sum(white)) if sum(white) else 1.0
    if give < kit.house.look.vertical_heads.least_white or solid > place.width:
        return None
    right = place.width if small else (place.width + solid + give * sum(white)) / 2
    lines: list[VerticalLine] = []
    for stick, gap in zip((*main, *small), (*white, 0.0), strict=True):
        lines.append(replace(stick.line, middle=right - stick.width / 2, top=stick.drop + place.ink_drop))
        right -= stick.width + give * gap
    order = {"kicker": 0, "headline": 1, "deck": 2}
    return tuple(sorted(lines, key=lambda x: order[x.kind]))


def whites(main: list[Stick], small: list[Stick], kit: Kit) -> list[Pt]:
    """The white between neighbouring lines, from right to left; that between head and deck holds the rule."""
    style, size = kit.house.look.vertical_heads, main[0].width
    between = [size * (style.gap[0] if small else style.gap[1])] * (len(main) - 1)
    return between + ([style.rule_before + style.rule_after] + [style.deck_gap * small[0].width] * (len(small) - 1) if small else [])


def _divider(placed: tuple[VerticalLine, ...], main: list[Stick], top: Pt, kit: Kit) -> Divider:
    """The red rule, as long as the main lines."""
    style = kit.house.look.vertical_heads
    right = min(x.box.x0 for x in placed if x.kind == "headline")
    left = max(x.box.x1 for x in placed if x.kind != "headline")
    start = min(x.top for x in placed if x.kind != "headline") + top
    foot = start + max(s.foot for s in main) - BEARING * main[0].width
    return Divider(right - (right - left) * style.rule_before / (style.rule_before + style.rule_after), start, foot, style.rule)


def _tab(article: Article, place: Place, kit: Kit) -> tuple[tuple[HeadLine, ...], Pt]:
    """The tab across the top of the column, and where the vertical lines begin below it."""
    heads, text = kit.house.look.heads, article.standing_head.value
    if not text:
        return (), 0.0
    voice = narrowed(text, kit.house.look.voices.tab, place.width - 2 * heads.tab_padding, kit)
    parts = (StyledText(text, voice),)
    line = HeadLine("standing_head", parts, place.ink_drop + heads.tab_baseline, hung("standing_head", kit), display_width(kit.book, parts))
    return (line,), heads.tab_height + heads.tab_below


def _byline(article: Article, foot: Pt, place: Place, kit: Kit) -> tuple[tuple[HeadLine, ...], Pt]:
    """The byline under the vertical lines, and the foot of the whole head."""
    foot, text = foot + place.ink_drop, article.author.value
    if not text:
        return (), foot
    voice = narrowed(text, kit.house.look.voices.byline, place.width, kit)
    parts = (StyledText(text, voice),)
    baseline = foot + kit.house.look.heads.deck_above + 0.85 * voice.size
    width = display_width(kit.book, parts)
    return (HeadLine("byline", parts, baseline, (place.width - width) / 2, width),), baseline + 0.1 * voice.size
