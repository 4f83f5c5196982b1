"""图片新闻: a photo with a headline below it, and its text in even legs or its caption (house-style §11, target of the inside page)."""

from collections.abc import Iterator
from dataclasses import replace

from paperlayout.grid import Grid
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variants import head_variants
from paperlayout.issue.content import NO_TEXT, Article, CopyBlock, Photo
from paperlayout.issue.placing import Placing
from paperlayout.kinds.picture_news.compose import SetPicture
from paperlayout.kit import Kit
from paperlayout.story.body import measure_body
from paperlayout.story.box import BoxText, BoxVariant, MeasuredBox, PictureArea
from paperlayout.story.elasticity import held_flow, held_heads, held_sizes
from paperlayout.story.evenly import EvenLegs, even_legs
from paperlayout.story.figure import caption_copy, caption_lines, credit_text, variants_over
from paperlayout.story.measured import Flow
from paperlayout.story.room import BoxRoom, broken_room, padded_room

HEADS = 4
ABOVE_HEAD = 16.0
"""White between the picture's foot, or its caption's row, and the ink of the head, in points."""
IDEAL_SHARE = 0.5
"""Share of the page's columns it would take."""
LEAST_TEXT = 2
"""Rows of text in a leg below the head."""


def measure_picture_news(photo: Photo, rank: int, grid: Grid, kit: Kit, front: bool) -> MeasuredBox:
    """The photo at every width, its text below in even legs. A caption too long for a row or two is set as its text."""
    pins = photo.placing
    pinned = grid.columns if pins.full_width else pins.columns
    widths = [pinned] if pinned else range(1 if grid.columns <= NARROW_PAGE else 2, grid.columns + 1)
    best: dict[tuple[int, int], BoxVariant[SetPicture]] = {}
    for width in widths:
        shown, article = _told(photo, grid.width(width), kit)
        place = HeadPlace(rank, width, grid.width(width), grid.leading, grid.ink_drop, False, 1, front, ABOVE_HEAD)
        for variant in _settings(shown, article, place, grid, kit):
            key = (variant.columns, variant.rows)
            if key not in best or variant.cost < best[key].cost:
                best[key] = variant
    chars = sum(len(b.text) for b in photo.body)
    name = photo.title.value.replace("/", "")
    return MeasuredBox(
        id=photo.id, label="图片新闻", rank=rank, title=name, variants=tuple(best[key] for key in sorted(best)), chars=chars, placing=pins,
        framed=False, always_told=True, origin=photo.origin, title_origin=photo.title.origin,
    )  # fmt: skip


NARROW_PAGE = 4
LONG_CAPTION, MOST_CAPTION = 2, 45
"""Lines of a caption from which on it is set as text, and 字 from which on it is though one line holds them: under the head it is read."""


def _told(photo: Photo, width: float, kit: Kit) -> tuple[Photo, Article]:
    """The photo as it is captioned, without the title that stands as its head, and its text as an article."""
    shown = replace(photo, title=NO_TEXT, alt=photo.alt or caption_copy(photo))
    article = Article(id=photo.id, title=photo.title, body=photo.body, placing=Placing(fit=photo.placing.fit), origin=photo.origin)
    if photo.body or (len(photo.caption.value) < MOST_CAPTION and len(caption_lines(shown, width, kit)) < LONG_CAPTION):
        return shown, article
    credit = replace(photo.credit, value=credit_text(photo)) if photo.credit else NO_TEXT
    body = (CopyBlock("paragraph", photo.caption.value, photo.caption.origin),)
    return replace(shown, caption=NO_TEXT, credit=NO_TEXT), replace(article, body=body, source=credit)


def _settings(photo: Photo, article: Article, place: HeadPlace, grid: Grid, kit: Kit) -> Iterator[BoxVariant[SetPicture]]:
    prices = kit.prices.picture_news
    off = 0.0 if photo.placing.columns or photo.placing.full_width else prices.width_per_column * abs(place.columns - max(2, round(grid.columns * IDEAL_SHARE)))
    heads = held_heads(head_variants(article, (place,), kit), photo.placing.fit)[:HEADS]
    for room, text, even in _texts(article, place.columns, grid, kit):
        for variant in held_sizes(variants_over(photo, (place.columns, place.width), grid, kit), photo.placing.fit):
            for head in heads:
                content = SetPicture(photo, article, variant, head, room, even.legs, even.height, replace(text, picks=even.picks))
                rows = content.head_row + head.rows + even.height
                area = PictureArea(0, 0, place.columns, variant.rows)
                cost = variant.cost + head.cost + even.cost + off + prices.fewer_legs * (place.columns - room.legs)
                texts = (content.text,) if article.body else ()
                yield BoxVariant(place.columns, rows, cost, content, head=head, pictures=(area,), texts=texts)


def _texts(article: Article, columns: int, grid: Grid, kit: Kit) -> Iterator[tuple[BoxRoom, BoxText, EvenLegs]]:
    """The text in as many legs as it fills, each at least a few rows; nothing to set is one way too."""
    if not article.body:
        yield padded_room(columns, 0.0, grid, kit), BoxText(article, Flow((), ()), ()), EvenLegs(0, (), (), 0.0)
        return
    for legs in range(columns, 0, -1):
        room = padded_room(columns, 0.0, grid, kit) if legs == columns else broken_room(columns, legs, grid, kit)
        if room is None:
            continue
        flow = held_flow(measure_body(article, room.measure, kit), article.placing.fit)
        found = [e for e in even_legs(flow.items, (0,) * legs, kit, flow.movable) if min(e.legs) >= LEAST_TEXT or legs == 1]
        yield from ((room, BoxText(article, flow, e.picks), e) for e in found)
        if found:
            return
