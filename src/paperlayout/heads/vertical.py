"""竖题: heads that run down the first column of their story, their lines from right to left, a deck at the left behind a red rule (house-style §4)."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from paperlayout.heads.ladder import OFF_LADDER_STEPS, headline_voice, vertical_rows, vertical_sizes
from paperlayout.heads.line import hung, narrowed, tab_type, uneven
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variant import Divider, HeadLine, HeadVariant, LineKind, VerticalLine, cheapest_by_rows
from paperlayout.heads.wording import VerticalWording, vertical_wordings
from paperlayout.issue.content import Article
from paperlayout.issue.house import Type
from paperlayout.issue.prices import HeadPrices
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.setting.vertical import display_cells, vertical_length
from paperlayout.units import Pt

BEARING = 0.03
"""From the edge of the em box to the ink of a Han character in a display face, in em."""
MOST_WHITE = 5
"""Rows of white that may stand under a vertical head, so that it is as high as its text."""
SMALLEST = 8.0
MOST_SQUEEZED_LINES = 4


@dataclass(frozen=True, slots=True)
class UnplacedLine:
    """One line of a vertical head before it has a place."""

    line: VerticalLine
    drop: Pt = 0.0

    @property
    def width(self) -> Pt:
        return self.line.type.size

    @property
    def foot(self) -> Pt:
        return self.drop + self.line.length


def vertical_variants(article: Article, place: HeadPlace, kit: Kit) -> tuple[HeadVariant, ...]:
    """Ways to set the article's head down one column: the cheapest for each number of rows, cheapest first."""
    found = _short(_regular(article, place, kit), place, kit) or _squeezed(article, place, kit)
    return cheapest_by_rows(longer for variant in found for longer in _lengthened(variant, vertical_rows(place, kit)[1], kit.prices.heads.white))


def _lengthened(variant: HeadVariant, most: int, price: float) -> Iterator[HeadVariant]:
    """A head with no white under it, and with each number of rows of it that it may have."""
    for white in range(max(0, min(MOST_WHITE, most - variant.rows)) + 1):
        yield replace(variant, rows=variant.rows + white, cost=variant.cost + price * white**2)


def _short(variants: Iterable[HeadVariant], place: HeadPlace, kit: Kit) -> list[HeadVariant]:
    """Those that are not longer than the house allows."""
    return [v for v in variants if v.rows <= vertical_rows(place, kit)[1]]


def _regular(article: Article, place: HeadPlace, kit: Kit) -> Iterator[HeadVariant]:
    style = kit.house.look.vertical_heads
    least, most = vertical_sizes(place, kit)
    for wording in vertical_wordings(article, style.most_lines, kit):
        for step in range(int((most - least) / style.step) + 1):
            yield from _set(article, wording, (most - step * style.step, step), place, kit)


def _squeezed(article: Article, place: HeadPlace, kit: Kit) -> list[HeadVariant]:
    """A head too long or too wide for the house's sizes: in more lines or the first smaller size, at a price that keeps it a last resort."""
    least = size = vertical_sizes(place, kit)[0]
    ways, found = tuple(vertical_wordings(article, MOST_SQUEEZED_LINES, kit)), list[HeadVariant]()
    while size >= SMALLEST and not _short(found, place, kit):
        found = [v for w in ways for v in _set(article, w, (size, OFF_LADDER_STEPS), place, kit)] or found
        size -= kit.house.look.vertical_heads.step
    return [replace(v, cost=v.cost + kit.prices.heads.off_ladder + least - v.size) for v in _short(found, place, kit) or found]


def _set(article: Article, wording: VerticalWording, size: tuple[Pt, int], place: HeadPlace, kit: Kit) -> Iterator[HeadVariant]:
    """The wording in one size, in as many rows as it takes and one more; nothing when the column is too narrow."""
    points, step = size
    main, small = list(_main(wording, points, place, kit)), list(_small(wording, kit))
    placed = placed_lines(main, small, place, kit)
    if placed is None:
        return
    tab, top = _tab(article, place, kit)
    foot = max(s.foot for s in (*main, *small)) - BEARING * points
    byline, foot = _byline(article, top + foot, place, kit)
    lines: tuple[HeadLine | VerticalLine, ...] = (*tab, *(replace(x, top=x.top + top) for x in placed), *byline)
    divider = _divider(placed, main, top, kit) if small else None
    (low, high), prices = kit.house.look.heads.below, kit.prices.heads
    least = math.ceil((foot + low - place.ink_drop) / place.leading)
    shortest, longest = vertical_rows(place, kit)
    for rows in (least, least + 1):
        slack = rows * place.leading + place.ink_drop - foot - high
        cost = _cost((main, small), step, rows - least, slack, prices) + prices.length_per_row * max(0, shortest - rows, rows - longest)
        yield HeadVariant(1, rows, cost, points, step, lines, divider)


def _cost(sticks: tuple[list[UnplacedLine], list[UnplacedLine]], step: int, more: int, slack: Pt, prices: HeadPrices) -> float:
    """Price of a size so many steps down with so many rows more than it takes, and white beyond what the house allows."""
    main, small = sticks
    return (
        step * prices.even_step
        + (len(main) + len(small)) * prices.line
        + more * prices.row
        + prices.slack_per_point * max(0.0, slack)
        + prices.uneven_vertical_per_share * uneven([stick.line.length for stick in main])
        + prices.longer_deck * (max(s.foot for s in (*main, *small)) > max(s.foot for s in main))
    )


def _main(wording: VerticalWording, size: Pt, place: HeadPlace, kit: Kit) -> Iterator[UnplacedLine]:
    style = kit.house.look.vertical_heads
    voice = replace(headline_voice(place, kit), size=size, tracking=(style.pitch - 1) * size)
    for n, text in enumerate(wording.headline):
        yield UnplacedLine(_line("headline", text, voice, kit), style.drop * size * (n > 0) - BEARING * size)


def _small(wording: VerticalWording, kit: Kit) -> Iterator[UnplacedLine]:
    """Kicker and deck, from right to left."""
    voice = kit.house.look.voices.vertical_deck
    voice = replace(voice, tracking=(kit.house.look.vertical_heads.deck_pitch - 1) * voice.size)
    yield from (UnplacedLine(_line("kicker", text, voice, kit)) for text in wording.kicker)
    yield from (UnplacedLine(_line("deck", text, voice, kit)) for text in wording.deck)


def _line(kind: LineKind, text: str, voice: Type, kit: Kit) -> VerticalLine:
    cells = display_cells(kit.book, voice.face, text)
    return VerticalLine(kind, text, cells, voice, 0.0, 0.0, vertical_length(cells, voice))


def placed_lines(main: list[UnplacedLine], small: list[UnplacedLine], place: HeadPlace, kit: Kit) -> tuple[VerticalLine, ...] | None:
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


def whites(main: list[UnplacedLine], small: list[UnplacedLine], kit: Kit) -> list[Pt]:
    """The white between neighbouring lines, from right to left; that between head and deck holds the rule."""
    style, size = kit.house.look.vertical_heads, main[0].width
    between = [size * (style.gap[0] if small else style.gap[1])] * (len(main) - 1)
    return between + ([style.rule_before + style.rule_after] + [style.deck_gap * small[0].width] * (len(small) - 1) if small else [])


def _divider(placed: tuple[VerticalLine, ...], main: list[UnplacedLine], top: Pt, kit: Kit) -> Divider:
    """The red rule, as long as the main lines."""
    style = kit.house.look.vertical_heads
    right = min(x.box.x0 for x in placed if x.kind == "headline")
    left = max(x.box.x1 for x in placed if x.kind != "headline")
    start = min(x.top for x in placed if x.kind != "headline") + top
    foot = start + max(s.foot for s in main) - BEARING * main[0].width
    return Divider(right - (right - left) * style.rule_before / (style.rule_before + style.rule_after), start, foot, style.rule)


def _tab(article: Article, place: HeadPlace, kit: Kit) -> tuple[tuple[HeadLine, ...], Pt]:
    """The tab across the top of the column, and where the vertical lines begin below it."""
    heads, text = kit.house.look.heads, article.standing_head.value
    if not text:
        return (), 0.0
    parts = (tab_type(text, place.width, kit),)
    line = HeadLine("standing_head", parts, place.ink_drop + heads.tab_baseline, hung("standing_head", kit), display_width(kit.book, parts))
    return (line,), heads.tab_height + heads.tab_below


def _byline(article: Article, foot: Pt, place: HeadPlace, kit: Kit) -> tuple[tuple[HeadLine, ...], Pt]:
    """The byline under the vertical lines, and the foot of the whole head."""
    foot, text = foot + place.ink_drop, article.author.value
    if not text:
        return (), foot
    voice = narrowed(text, kit.house.look.voices.byline, place.width, kit)
    parts = (StyledText(text, voice),)
    baseline = foot + kit.house.look.heads.deck_above + 0.85 * voice.size
    width = display_width(kit.book, parts)
    return (HeadLine("byline", parts, baseline, (place.width - width) / 2, width),), baseline + 0.1 * voice.size
