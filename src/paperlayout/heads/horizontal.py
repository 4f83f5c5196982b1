"""A head across its span: tab, kicker, headline, deck and byline one below another, from ink to ink, in whole rows."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paperlayout.heads.headline import Headline, headlines
from paperlayout.heads.line import hung, narrowed, tab_type
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variant import HeadLine, HeadVariant, LineKind, cheapest_by_rows
from paperlayout.heads.wording import lines_within, title_lines
from paperlayout.issue.content import Article
from paperlayout.issue.house import Heads, Type
from paperlayout.kit import Kit
from paperlayout.memo import remembered
from paperlayout.setting.horizontal import StyledText, display_width, ink_span
from paperlayout.units import Pt

WRAPPED_GAP = 0.3
"""White between two lines of a kicker or deck, in em."""
KICKER_SHARE, LEAST_KICKER = 0.42, 13.0
DECK_SHARE, LEAST_DECK = 0.40, 12.0
"""Kicker and deck take at most this share of the headline's size, but no less than so many points."""
SPARE_ROWS = 3
"""Rows of white a head may take more than it needs."""
BELOW_SHARE = 0.6
"""Share of the white left over that goes below a head."""


@dataclass(frozen=True, slots=True)
class StackedLine:
    """A line on its way into the stack: its width, ink above and below its baseline, white before it."""

    kind: LineKind
    parts: tuple[StyledText, ...]
    width: Pt
    top: Pt
    foot: Pt
    before: Pt


@remembered(4096, owner=2)
def horizontal_variants(article: Article, place: HeadPlace, kit: Kit) -> tuple[HeadVariant, ...]:
    """Ways to set the article's head across a place: the cheapest for each number of rows, cheapest first."""
    return cheapest_by_rows(_variants(article, place, kit))


def _variants(article: Article, place: HeadPlace, kit: Kit) -> Iterator[HeadVariant]:
    titles = title_lines(article.title.value)
    for parts in (("".join(titles),), titles) if article.continued else (titles,):
        for headline in headlines(parts, place, kit):
            yield from stacked_head(article, headline, place, kit)


def stacked_head(article: Article, headline: Headline, place: HeadPlace, kit: Kit) -> Iterator[HeadVariant]:
    """The whole head from ink to ink in whole rows; the white left over is shared above and below."""
    heads, prices = kit.house.look.heads, kit.prices.heads
    bands = list(_bands(article, headline, place, kit))
    ink = sum(b.before + b.top + b.foot for b in bands)
    low, high = heads.lead_below if place.rank == 1 and place.top_of_page and place.front else heads.below
    above = first_white(article, place, heads)
    least = math.ceil((above + ink + low - place.ink_drop) / place.leading)
    for rows in range(least, least + 1 + SPARE_ROWS):
        spare = rows * place.leading + place.ink_drop - above - ink - low
        below = min(high - low, spare * BELOW_SHARE)
        lines = tuple(_placed(bands, above + spare - below, place, kit))
        cost = headline.cost + prices.row * (rows - least) ** 2 + prices.slack_per_point * max(0.0, spare - (high - low))
        fill = max(line.width for line in lines if line.kind == "headline") / place.width
        yield HeadVariant(place.columns, rows, cost, headline.size, headline.steps, lines, over=headline.over, fill=fill, centred=place.centred)


def first_white(article: Article, place: HeadPlace, heads: Heads) -> Pt:
    """White above the first ink of a head: below the nameplate for the lead and what is pinned beside it, the drop to ink for a head in a row of others."""
    if place.above is not None:
        return place.above
    if place.top_of_page and place.front:
        return heads.tab_above if article.standing_head else heads.lead_above
    return heads.above


def _bands(article: Article, headline: Headline, place: HeadPlace, kit: Kit) -> Iterator[StackedLine]:
    """The lines from the tab down; the tab is as high as its ground."""
    heads, voices = kit.house.look.heads, kit.house.look.voices
    before = 0.0
    if article.standing_head:
        tab = (tab_type(article.standing_head.value, place.width, kit),)
        yield StackedLine("standing_head", tab, display_width(kit.book, tab), heads.tab_baseline, heads.tab_height - heads.tab_baseline, before)
        before = heads.tab_below
    if article.kicker:
        kicker = replace(voices.kicker, size=min(voices.kicker.size, max(LEAST_KICKER, headline.size * KICKER_SHARE)))
        yield from _wrapped("kicker", article.kicker.value, kicker, (before, place.width - hung("kicker", kit)), kit)
        before = heads.kicker_below
    for line in headline.lines:
        yield _band("headline", line, before, kit)
        before = heads.line_gap * headline.size
    if article.deck:
        deck = replace(voices.deck, size=min(voices.deck.size, max(LEAST_DECK, headline.size * DECK_SHARE)))
        yield from _wrapped("deck", article.deck.value, deck, (heads.deck_above, place.width), kit)
    if article.author:
        yield from _wrapped("byline", article.author.value, voices.byline, (heads.deck_above, place.width), kit)


def _wrapped(kind: LineKind, text: str, voice: Type, room: tuple[Pt, Pt], kit: Kit) -> Iterator[StackedLine]:
    """A line that goes with a headline, in as many lines as its room asks for."""
    before, width = room
    lines = lines_within(text, voice, width, kit)
    voice = min((narrowed(line, voice, width, kit) for line in lines), key=lambda v: v.size)
    for line in lines:
        yield _band(kind, StyledText(line, voice), before, kit)
        before = WRAPPED_GAP * voice.size


def _band(kind: LineKind, line: StyledText, before: Pt, kit: Kit) -> StackedLine:
    span, size = ink_span(kit.book, line.type.face, line.text), line.type.size
    return StackedLine(kind, (line,), display_width(kit.book, (line,)), span.top * size, span.foot * size, before)


def _placed(bands: Sequence[StackedLine], y: Pt, place: HeadPlace, kit: Kit) -> Iterator[HeadLine]:
    for band in bands:
        y += band.before + band.top
        left = (place.width - band.width) / 2 if place.centred else hung(band.kind, kit)
        yield HeadLine(band.kind, band.parts, y, left, band.width)
        y += band.foot
