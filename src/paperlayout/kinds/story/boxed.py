"""A story as one block of its own measure: 加框, 底纹 (house-style §11) or 破栏 (make-up §1.2), in every width and a range of heights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from paperlayout.grid import Grid
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variant import HeadVariant
from paperlayout.heads.variants import head_variants
from paperlayout.issue.content import NO_TEXT, Article, Photo
from paperlayout.kinds.story.compose import BoxFigure, BoxLeg, SetStory
from paperlayout.kinds.story.data_strip import strip_lines
from paperlayout.kit import Kit
from paperlayout.story.body import measure_body
from paperlayout.story.box import BoxStyle, BoxText, BoxVariant, MeasuredBox, PictureArea
from paperlayout.story.elasticity import held_flow, held_heads, held_sizes
from paperlayout.story.evenly import even_legs
from paperlayout.story.figure import ratios, side_by_side, variants_over
from paperlayout.story.measured import FigureVariant
from paperlayout.story.room import BoxRoom, broken_room, padded_room

HEADS, SIZES = 5, 5
"""Settings of the head, and heights of each photo, that are tried."""
LONG_LEG, SHORT_LEG = 36, 8
"""Rows from which on a leg grows gray, and below which it is a stump."""
FOOT = 1
"""Rows of white at the foot of a box with a frame or ground."""


@dataclass(frozen=True, slots=True)
class BoxCopy:
    """A story on its way into a block: article with photos, rank, turn on the page, front page or not, and its ground."""

    article: Article
    photos: tuple[Photo, ...]
    rank: int
    turn: int
    front: bool
    ground: BoxStyle

    @property
    def framed(self) -> bool:
        return self.ground != "none"


@dataclass(frozen=True, slots=True)
class _PhotoSpot:
    """Where a photo stands among the legs: at their top or at their foot."""

    leg: int
    legs: int
    at_foot: bool


def measure_story_box(copy: BoxCopy, grid: Grid, kit: Kit, widths: Sequence[int] = ()) -> MeasuredBox:
    """The story at every width it may take, which may be given."""
    article, pins = copy.article, copy.article.placing
    best: dict[tuple[int, int], BoxVariant[SetStory]] = {}
    for room in _rooms(copy, widths or _widths(copy, grid.columns), grid, kit):
        for variant in _settings(copy, room, grid, kit):
            key = (variant.columns, variant.rows)
            if key not in best or variant.cost < best[key].cost:
                best[key] = variant
    chars = sum(len(b.text) for b in article.body)
    variants = tuple(best[key] for key in sorted(best))
    label = "加框稿" if copy.framed else "破栏稿"
    return MeasuredBox(
        id=article.id, label=label, rank=copy.rank, title=article.name, variants=variants, chars=chars, placing=pins, framed=copy.framed,
        origin=article.origin, title_origin=article.title.origin,
    )  # fmt: skip


def _widths(copy: BoxCopy, columns: int) -> Sequence[int]:
    """The width the editor asked for, else all that are not a ribbon."""
    pins = copy.article.placing
    pinned = columns if pins.full_width else pins.columns
    return [pinned] if pinned else range(1 if columns <= NARROW_PAGE else 2, columns + 1)


def _rooms(copy: BoxCopy, widths: Sequence[int], grid: Grid, kit: Kit) -> Iterator[BoxRoom]:
    if not copy.framed:
        room = broken_room(copy.article.placing.columns or grid.columns, copy.article.placing.legs or 0, grid, kit)
        yield from (room,) if room else ()
        return
    padding, legs = kit.house.look.story_boxes.padding, copy.article.placing.legs
    for width in widths:
        yield (broken_room(width, legs, grid, kit, padding) if legs else None) or padded_room(width, padding, grid, kit)


NARROW_PAGE = 4


def _settings(copy: BoxCopy, room: BoxRoom, grid: Grid, kit: Kit) -> Iterator[BoxVariant[SetStory]]:
    """The block in one width: heads, photos and even legs, each with a row more of white or without."""
    flow = held_flow(measure_body(copy.article, room.measure, kit), copy.article.placing.fit)
    heads = _heads(copy, room, grid, kit)
    strip_rows = _strip_rows(copy, room, kit)
    for spots, sizes in _arranged(copy, room, grid, kit):
        placed = sum(_spot_cost(photo, spot, room.legs, kit) for photo, spot in zip(copy.photos, spots, strict=True))
        taken = tuple(sum(_rows(v) for s, v in zip(spots, sizes, strict=True) if s.leg <= leg < s.leg + s.legs) for leg in range(room.legs))
        for even, head, white in product(even_legs(flow.items, taken, kit, flow.movable), heads, (0, 1)):
            top = head.rows + white + strip_rows
            text = BoxText(copy.article, flow, even.picks)
            figures, legs = _stood(copy, (spots, sizes), even.legs, top, even.height)
            content = SetStory(
                copy.article, copy.ground, room, head, head.rows if strip_rows else None, strip_rows, figures, legs, text, top, top + even.height
            )
            cost = even.cost + head.cost + sum(v.cost for v in sizes) + placed + white * kit.prices.boxes.white + _shape_cost(copy, room, even.height, kit)
            areas = tuple(_area(f, room) for f in figures)
            rows = content.foot + (FOOT if copy.framed else 0)
            yield BoxVariant(room.columns, rows, cost, content, head=head, head_rows=head.rows, pictures=areas, texts=(text,))


def _rows(variant: FigureVariant) -> int:
    """Rows a photo takes of a leg: picture, caption, and a row of white."""
    return variant.rows + variant.caption_rows + 1


def _heads(copy: BoxCopy, room: BoxRoom, grid: Grid, kit: Kit) -> Sequence[HeadVariant]:
    """The head over the block: in a box in the middle of the inner width, its 栏目 on the frame; else as any story's."""
    style, grid_style = kit.house.look.story_boxes, kit.house.look.grid
    article, width, above = copy.article, grid.width(room.columns), None
    if copy.framed:
        above = kit.house.look.heads.tab_height + style.tab_below if article.standing_head else style.head_above
        article, width = replace(article, standing_head=NO_TEXT), room.width(grid_style.size)
    place = HeadPlace(max(copy.rank, 2), room.columns, width, grid.leading, grid.ink_drop, False, copy.turn, copy.front, above, copy.framed)
    return held_heads(head_variants(article, (place,), kit), article.placing.fit)[:HEADS]


def _strip_rows(copy: BoxCopy, room: BoxRoom, kit: Kit) -> int:
    """Rows the data strip takes; numbers that do not fit side by side stand on a second line."""
    style = kit.house.look.story_boxes
    return style.strip_rows * len(strip_lines(len(copy.article.data), room.columns, style.numbers_a_column)) if copy.article.data else 0


def _arranged(copy: BoxCopy, room: BoxRoom, grid: Grid, kit: Kit) -> Iterator[tuple[tuple[_PhotoSpot, ...], tuple[FigureVariant, ...]]]:
    """The places of the photos with their sizes."""
    size = kit.house.look.grid.size
    for spots in _spots(len(copy.photos), room.legs):
        sizes = []
        for photo, spot in zip(copy.photos, spots, strict=True):
            found = held_sizes(variants_over(photo, (spot.legs, room.over(spot.legs, size)), grid, kit), photo.placing.fit or copy.article.placing.fit)
            sizes.append(sorted(found, key=lambda v: v.cost)[:SIZES])
        for chosen in islice(product(*sizes), SIZES * SIZES):
            yield spots, chosen


def _spots(photos: int, legs: int) -> Iterator[tuple[_PhotoSpot, ...]]:
    """The first photo over all legs or over the right ones, the second at the foot of the left ones, more of them one under another over all legs."""
    if not photos:
        yield ()
        return
    wide, half = _PhotoSpot(0, legs, False), max(1, legs // 2)
    firsts = [wide] + ([_PhotoSpot(legs - m, m, False) for m in sorted({half, legs - half, legs - 1})] if legs > 1 else [])
    for first in firsts:
        second = _PhotoSpot(0, half, True) if legs > 1 else wide
        yield (first, second, *(wide for _ in range(photos - 2)))[:photos]


def _spot_cost(photo: Photo, spot: _PhotoSpot, legs: int, kit: Kit) -> float:
    """How far a photo's width is from what an editor would give it: half the box, one leg for a tall one, none a stamp."""
    tall = side_by_side(ratios(photo, kit)) < TALL
    ideal = 1 if tall or legs < STAMP_LEGS else max(2, round(legs / 2))
    return kit.prices.boxes.photo_width_per_leg * abs(spot.legs - ideal) + (kit.prices.boxes.photo_stamp if ideal > spot.legs == 1 else 0.0)


TALL, STAMP_LEGS = 1.05, 3
"""A photo is tall below this shape; from so many legs on a wide one in a single leg is a stamp."""


def _stood(
    copy: BoxCopy, arranged: tuple[tuple[_PhotoSpot, ...], tuple[FigureVariant, ...]], legs: tuple[int, ...], top: int, height: int
) -> tuple[tuple[BoxFigure, ...], tuple[BoxLeg, ...]]:
    """Photos and legs at their rows, counted from the block's top; photos over all legs stand highest."""
    starts = [top] * len(legs)
    figures: dict[int, BoxFigure] = {}
    order = sorted(range(len(copy.photos)), key=lambda i: (arranged[0][i].at_foot, -arranged[0][i].legs, i))
    for i in order:
        spot, variant = arranged[0][i], arranged[1][i]
        if spot.at_foot:
            figures[i] = BoxFigure(copy.photos[i], spot.leg, spot.legs, top + height - _rows(variant) + 1, variant, True)
            continue
        row = max(starts[spot.leg : spot.leg + spot.legs])
        figures[i] = BoxFigure(copy.photos[i], spot.leg, spot.legs, row, variant, False)
        starts[spot.leg : spot.leg + spot.legs] = [row + _rows(variant)] * spot.legs
    return tuple(figures[i] for i in sorted(figures)), tuple(BoxLeg(n, start, rows) for n, (start, rows) in enumerate(zip(starts, legs, strict=True)))


def _area(figure: BoxFigure, room: BoxRoom) -> PictureArea:
    first = room.first_column(figure.leg)
    return PictureArea(first, figure.row, room.first_column(figure.leg + figure.legs) - first, figure.variant.rows)


def _shape_cost(copy: BoxCopy, room: BoxRoom, height: int, kit: Kit) -> float:
    """A block as wide as an editor would make it, with legs neither gray nor stumpy."""
    prices = kit.prices.boxes
    legs = prices.long_leg_per_row * max(0, height - LONG_LEG) + prices.short_leg_per_row * max(0, SHORT_LEG - height)
    ideal = max(2, round(kit.house.look.grid.columns / (2 if copy.rank <= 2 else 2.5)))
    return legs + (prices.width_per_column * abs(room.columns - ideal) if copy.article.placing.columns is None and not copy.article.placing.full_width else 0.0)
