"""Where the photos of a story may stand in its block: under the head, in mid-leg, at the foot, beside the head (house-style §7)."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperlayout.plan.judge.weights import WEIGHTS
from paperlayout.plan.page_plan import Anchor
from paperlayout.story.measured import MeasuredFigure, MeasuredStory

BOUND = 11.0
"""Arrangements dearer than this are looked at only when there is no other; photos must stand somewhere."""
BEAM = 200
MOST = 48
MOST_OPENED, LEAST_OPENED = 4, 3
"""Arrangements that are tried with a 旁题 too, and the columns such a story needs."""


class Spot(NamedTuple):
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

    spots: tuple[Spot, ...]
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
    def full(self) -> Spot | None:
        """The photo that reaches to the block's foot beside the text, which only one height allows."""
        return next((s for s in self.spots if s.anchor in ("tower", "full")), None)


class Corner(NamedTuple):
    """The corner a block leaves to others: so many columns at its lower right or left."""

    columns: int = 0
    left: bool = False


def arrangements(story: MeasuredStory, columns: int, corner: Corner) -> tuple[Arrangement, ...]:
    """The sensible arrangements in a block so wide that leaves a corner, cheapest first."""
    spots = [sorted(_spots(i, f, story, columns, corner), key=lambda s: s.cost) for i, f in enumerate(story.figures)]
    placed = _placed(spots, BOUND) or _placed(spots, math.inf)
    widest = widest_photo(story.flow.lines, columns)
    plain = sorted((a._replace(cost=a.cost + _over_text(a, widest)) for a in placed), key=lambda a: a.cost)
    return (*plain, *(a for arrangement in plain[:MOST_OPENED] for a in _opened(arrangement, story, columns)))


def _over_text(arrangement: Arrangement, widest: int) -> float:
    """Price of photos wider than goes with the text. It shuts none out: on a page poor in text only they can fill it."""
    return WEIGHTS.photo_over_text * sum(max(0, s.columns - widest) for s in arrangement.spots)


def _opened(arrangement: Arrangement, story: MeasuredStory, columns: int) -> Iterator[Arrangement]:
    """旁题: the same with the head over all columns but the last."""
    if story.vertical or story.rank == 1 or columns < LEAST_OPENED or any(s.anchor in ("top", "beside", "tower", "full") for s in arrangement.spots):
        return
    yield arrangement._replace(open=1, cost=arrangement.cost + WEIGHTS.head_beside)


def _placed(spots: Sequence[Sequence[Spot]], bound: float) -> tuple[Arrangement, ...]:
    """The cheapest ways to place all photos at no more than the bound, photo after photo; of each step only so many are followed."""
    beam = [Arrangement((), 0.0)]
    for n, own in enumerate(spots):
        still = sum(later[0].cost for later in spots[n + 1 :] if later)
        beam = sorted((a for begun in beam for a in _with_one_more(begun, own, bound - still)), key=lambda a: a.cost)[:BEAM]
    return tuple(beam[:MOST])


def _with_one_more(begun: Arrangement, own: Sequence[Spot], bound: float) -> Iterator[Arrangement]:
    for spot in own:
        if begun.cost + spot.cost > bound:
            return
        if not any(_clash(spot, other) for other in begun.spots):
            cost = begun.cost + spot.cost + sum(_together(spot, other) for other in begun.spots)
            if cost <= bound:
                yield Arrangement((*begun.spots, spot), cost)


def _clash(a: Spot, b: Spot) -> bool:
    share = a.column < b.right and b.column < a.right
    tops = {a.anchor, b.anchor} <= {"top", "beside"}
    full = "full" in (a.anchor, b.anchor) or "tower" in (a.anchor, b.anchor)
    return share and (a.anchor == b.anchor or tops or full)


def _together(a: Spot, b: Spot) -> float:
    """Price of two photos beside or above each other, or alike in width (three sizes on a falling diagonal)."""
    share = a.column < b.right and b.column < a.right
    same_row = a.anchor == b.anchor
    near = a.column <= b.right and b.column <= a.right
    cost = 2.0 if a.columns == b.columns else 0.0
    cost += 3.0 if same_row else 0.0
    cost += 2.5 if share else 0.0
    cost += 1.5 if near and not share and {a.anchor, b.anchor} == {"middle", "foot"} else 0.0
    cost += 2.5 if b.columns < a.columns and b.figure == 0 else 0.0
    return cost


def _spots(index: int, figure: MeasuredFigure, story: MeasuredStory, columns: int, corner: Corner) -> Iterator[Spot]:
    for width in sorted({v.columns for v in figure.variants if v.columns <= columns}):
        caption = figure.of_width(width)[0].caption_rows
        fit = _width_cost(index, figure.ratio, width, columns, story.rank)
        if not story.vertical:
            yield from _top(index, width, columns, caption, fit)
            yield from _beside(index, width, columns, caption, fit, story)
            if not corner.columns:
                yield from _full(index, width, columns, caption, fit, story.rank)
        elif width < columns:  # beside a 竖题, from the block's top; over the first column the text above it would be read after the text below
            yield from _top(index, width, columns, caption, fit)
        first, after = (corner.columns, columns) if corner.left else (0, columns - corner.columns)
        for column in range(first, after - width + 1):
            yield Spot(index, width, "foot", column, caption + 1, fit + (0.0 if column == 0 else 0.8) + (2.5 if index == 0 else 0.0), 1)
        if (width <= 2 and width < columns) or columns == width == 1:
            for column in range(0, columns - width + 1):
                yield Spot(index, width, "middle", column, caption + 2, fit + 0.6 + (2.4 if width == 2 else 0.0) + (3.0 if index == 0 else 0.0), 1)


def _top(index: int, width: int, columns: int, caption: int, fit: float) -> Iterator[Spot]:
    """Under the head: at the right edge, or inside with text on both sides; over the whole width when the story is as narrow."""
    extra = caption + 1
    if width == columns:
        yield Spot(index, width, "top", 0, extra, fit + 1.0)
        return
    yield Spot(index, width, "top", columns - width, extra, fit)
    for column in range(1, columns - width):
        yield Spot(index, width, "top", column, extra, fit + 1.5)


def _beside(index: int, width: int, columns: int, caption: int, fit: float, story: MeasuredStory) -> Iterator[Spot]:
    lead = story.rank == 1
    if index == 0 and width < columns and columns - width >= (3 if lead else 1):
        narrow = 10.0 if columns - width < width else 0.0
        yield Spot(index, width, "beside", columns - width, caption + 1 + story.air, fit + narrow + (6.0 if lead else 0.5), story.air)


def _full(index: int, width: int, columns: int, caption: int, fit: float, rank: int) -> Iterator[Spot]:
    """As high as the text: under the head at its right, or from the block's top at either side of head and text."""
    if index or width >= columns or columns - width < (3 if rank == 1 else 1):
        return
    yield Spot(index, width, "full", columns - width, caption, fit + WEIGHTS.photo_full_height)
    if rank > 1:
        yield Spot(index, width, "tower", columns - width, caption, fit + WEIGHTS.photo_full_height)
        yield Spot(index, width, "tower", 0, caption, fit + WEIGHTS.photo_full_height + 0.5)


WIDE_PHOTOS = ((25, 2), (60, 3))
"""A story of fewer lines than the first number carries a photo of so many columns: a larger one leaves legs of three lines under it (R16)."""


def widest_photo(lines: int, columns: int) -> int:
    """The columns of the widest photo that goes with so many lines of text in a block so wide."""
    return next((widest for most, widest in WIDE_PHOTOS if lines < most), columns)


def _width_cost(index: int, ratio: float, width: int, columns: int, rank: int) -> float:
    """How far a photo's width is from what an editor would give it: half the block for the first, less for the others, one or two columns for a tall one."""
    if ratio < 1.05:
        ideal = 2 if rank == 1 and index == 0 and columns >= 5 else 1
        return 2.2 * (width - ideal) ** 2
    ideal = max(1, round(columns / 2)) if index == 0 else max(1, round(columns / 3))
    stamp = 4.0 if width == 1 and columns >= 3 else 0.0
    return (1.8 if width > ideal else 2.4) * abs(width - ideal) + stamp
