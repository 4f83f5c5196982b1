"""Where the photos of a story may stand in its block: under the head, in mid-leg, at the foot, beside the head (house-style §7)."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperlayout.issue.prices import PhotoPrices, Prices
from paperlayout.plan.page_plan import Anchor
from paperlayout.story.measured import MeasuredStory

BEAM = 200
MOST = 48
MOST_OPENED, LEAST_OPENED = 4, 3
"""Arrangements that are tried with a 旁题 too, and the columns such a story needs."""


class FigureSpot(NamedTuple):
    """A photo's place in a block: which photo, columns, anchor, first column; rows of white and caption that come with it, of which `above` the picture."""

    figure: int
    columns: int
    anchor: Anchor
    column: int
    extra_rows: int
    cost: float
    above: int = 0

    @property
    def right(self) -> int:
        return self.column + self.columns


class Arrangement(NamedTuple):
    """Places for all photos of a story; `open` columns at the head's right are text up to the block's top (旁题)."""

    spots: tuple[FigureSpot, ...]
    cost: float
    open: int = 0

    @property
    def beside(self) -> int:
        """Columns that are taken from the head."""
        return self.open + sum(s.columns for s in self.spots if s.anchor in ("beside", "tower"))

    @property
    def head_column(self) -> int:
        """Where the head begins: after a photo that stands at its left."""
        return next((s.right for s in self.spots if s.anchor == "tower" and s.column == 0), 0)

    @property
    def full(self) -> FigureSpot | None:
        """The photo that reaches to the block's foot beside the text, which only one height allows."""
        return next((s for s in self.spots if s.anchor in ("tower", "full")), None)


class Corner(NamedTuple):
    """The corner a block leaves to others: so many columns at its lower right or left."""

    columns: int = 0
    left: bool = False


def arrangements(story: MeasuredStory, columns: int, corner: Corner, prices: Prices) -> tuple[Arrangement, ...]:
    """The sensible arrangements in a block so wide that leaves a corner, cheapest first."""
    photos = prices.photos
    spots = [sorted(_spots(i, story, columns, corner, photos), key=lambda s: s.cost) for i in range(len(story.figures))]
    placed = _placed(spots, photos.most, photos) or _placed(spots, math.inf, photos)
    widest = widest_photo(story.flow.lines, columns)
    plain = sorted((a._replace(cost=a.cost + photos.over_text_per_column * _over_text(a, widest)) for a in placed), key=lambda a: a.cost)
    return (*plain, *(a for arrangement in plain[:MOST_OPENED] for a in _opened(arrangement, story, columns, prices.heads.beside)))


def _over_text(arrangement: Arrangement, widest: int) -> int:
    """Columns of photos wider than goes with the text. Their price shuts none out: on a page poor in text only they can fill it."""
    return sum(max(0, s.columns - widest) for s in arrangement.spots)


def _opened(arrangement: Arrangement, story: MeasuredStory, columns: int, price: float) -> Iterator[Arrangement]:
    """旁题: the same with the head over all columns but the last."""
    if story.vertical or story.rank == 1 or columns < LEAST_OPENED or any(s.anchor in ("top", "beside", "tower", "full") for s in arrangement.spots):
        return
    yield arrangement._replace(open=1, cost=arrangement.cost + price)


def _placed(spots: Sequence[Sequence[FigureSpot]], bound: float, prices: PhotoPrices) -> tuple[Arrangement, ...]:
    """The cheapest ways to place all photos at no more than the bound, photo after photo; of each step only so many are followed."""
    beam = [Arrangement((), 0.0)]
    for n, own in enumerate(spots):
        still = sum(later[0].cost for later in spots[n + 1 :] if later)
        beam = sorted((a for begun in beam for a in _with_one_more(begun, own, bound - still, prices)), key=lambda a: a.cost)[:BEAM]
    return tuple(beam[:MOST])


def _with_one_more(begun: Arrangement, own: Sequence[FigureSpot], bound: float, prices: PhotoPrices) -> Iterator[Arrangement]:
    for spot in own:
        if begun.cost + spot.cost > bound:
            return
        if not any(_clash(spot, other) for other in begun.spots):
            cost = begun.cost + spot.cost + sum(_together(spot, other, prices) for other in begun.spots)
            if cost <= bound:
                yield Arrangement((*begun.spots, spot), cost)


def _clash(a: FigureSpot, b: FigureSpot) -> bool:
    share = a.column < b.right and b.column < a.right
    tops = {a.anchor, b.anchor} <= {"top", "beside"}
    full = "full" in (a.anchor, b.anchor) or "tower" in (a.anchor, b.anchor)
    return share and (a.anchor == b.anchor or tops or full)


def _together(a: FigureSpot, b: FigureSpot, prices: PhotoPrices) -> float:
    """Price of two photos beside or above each other, or alike in width (three sizes on a falling diagonal)."""
    share = a.column < b.right and b.column < a.right
    same_row = a.anchor == b.anchor
    near = a.column <= b.right and b.column <= a.right
    cost = prices.alike if a.columns == b.columns else 0.0
    cost += prices.level if same_row else 0.0
    cost += prices.same_columns if share else 0.0
    cost += prices.stepped if near and not share and {a.anchor, b.anchor} == {"middle", "foot"} else 0.0
    cost += prices.outgrown if b.columns < a.columns and b.figure == 0 else 0.0
    return cost


class _Shot(NamedTuple):
    """A photo over so many columns of a block so wide: which photo, the rows of its caption, the price of its width."""

    figure: int
    width: int
    columns: int
    caption: int
    fit: float

    def at(self, anchor: Anchor, column: int, extra_rows: int, cost: float, above: int = 0) -> FigureSpot:
        """The photo at one of its places."""
        return FigureSpot(self.figure, self.width, anchor, column, extra_rows, cost, above)


def _spots(index: int, story: MeasuredStory, columns: int, corner: Corner, prices: PhotoPrices) -> Iterator[FigureSpot]:
    figure = story.figures[index]
    for width in sorted({v.columns for v in figure.variants if v.columns <= columns}):
        caption = figure.of_width(width)[0].caption_rows
        shot = _Shot(index, width, columns, caption, _width_cost(index, figure.ratio, width, columns, story.rank, prices))
        if not story.vertical:
            yield from _top(shot, prices)
            yield from _beside(shot, story, prices)
            if not corner.columns:
                yield from _full(shot, story.rank, prices)
        elif width < columns:  # beside a 竖题, from the block's top; over the first column the text above it would be read after the text below
            yield from _top(shot, prices)
        yield from _low(shot, corner, prices)


def _low(shot: _Shot, corner: Corner, prices: PhotoPrices) -> Iterator[FigureSpot]:
    """At the foot, and in mid-leg where it is no wider than two columns."""
    columns, width, first = shot.columns, shot.width, shot.figure == 0
    start, after = (corner.columns, columns) if corner.left else (0, columns - corner.columns)
    for column in range(start, after - width + 1):
        cost = shot.fit + (0.0 if column == 0 else prices.foot_inside) + (prices.foot_first if first else 0.0)
        yield shot.at("foot", column, shot.caption + 1, cost, 1)
    if (width <= 2 and width < columns) or columns == width == 1:
        cost = shot.fit + prices.middle + (prices.middle_wide if width == 2 else 0.0) + (prices.middle_first if first else 0.0)
        yield from (shot.at("middle", column, shot.caption + 2, cost, 1) for column in range(0, columns - width + 1))


def _top(shot: _Shot, prices: PhotoPrices) -> Iterator[FigureSpot]:
    """Under the head: at the right edge, or inside with text on both sides; over the whole width when the story is as narrow."""
    extra, right = shot.caption + 1, shot.columns - shot.width
    if right == 0:
        yield shot.at("top", 0, extra, shot.fit + prices.top_whole)
        return
    yield shot.at("top", right, extra, shot.fit)
    yield from (shot.at("top", column, extra, shot.fit + prices.top_inside) for column in range(1, right))


def _beside(shot: _Shot, story: MeasuredStory, prices: PhotoPrices) -> Iterator[FigureSpot]:
    lead, left = story.rank == 1, shot.columns - shot.width
    if shot.figure == 0 and left >= (3 if lead else 1):
        narrow = prices.beside_narrow if left < shot.width else 0.0
        cost = shot.fit + narrow + (prices.beside_lead if lead else prices.beside_head)
        yield shot.at("beside", left, shot.caption + 1 + story.air, cost, story.air)


def _full(shot: _Shot, rank: int, prices: PhotoPrices) -> Iterator[FigureSpot]:
    """As high as the text: under the head at its right, or from the block's top at either side of head and text."""
    right, cost = shot.columns - shot.width, shot.fit + prices.full_height
    if shot.figure or right < (3 if rank == 1 else 1):
        return
    yield shot.at("full", right, shot.caption, cost)
    if rank > 1:
        yield shot.at("tower", right, shot.caption, cost)
        yield shot.at("tower", 0, shot.caption, cost + prices.tower_left)


WIDE_PHOTOS = ((25, 2), (60, 3))
"""A story of fewer lines than the first number carries a photo of so many columns: a larger one leaves legs of three lines under it (R16)."""


def widest_photo(lines: int, columns: int) -> int:
    """The columns of the widest photo that goes with so many lines of text in a block so wide."""
    return next((widest for most, widest in WIDE_PHOTOS if lines < most), columns)


def _width_cost(index: int, ratio: float, width: int, columns: int, rank: int, prices: PhotoPrices) -> float:
    """How far a photo's width is from what an editor would give it: half the block for the first, less for the others, one or two columns for a tall one."""
    if ratio < 1.05:
        ideal = 2 if rank == 1 and index == 0 and columns >= 5 else 1
        return prices.tall_width * (width - ideal) ** 2
    ideal = max(1, round(columns / 2)) if index == 0 else max(1, round(columns / 3))
    stamp = prices.one_column if width == 1 and columns >= 3 else 0.0
    return (prices.wider_per_column if width > ideal else prices.narrower_per_column) * abs(width - ideal) + stamp
