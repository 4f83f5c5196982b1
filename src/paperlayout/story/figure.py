"""Photos in the sizes they can take: whole columns wide, whole rows high, cropped no more than the house allows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paperlayout.grid import Grid
from paperlayout.issue.content import Photo
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.setting.horizontal import UNPRINTED, StyledText, display_width
from paperlayout.story.measured import FigureVariant, MeasuredFigure
from paperlayout.text.composition import Paragraph, Span
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import Broken, compose, set_lines
from paperlayout.units import Pt

LEAST_ROWS, FEWEST_ROWS = 9, 4
"""Rows of a picture below which it shrinks to a stamp, and that it has at least."""
ASKED_FOR = 0.04
"""How far a shape the editor asked for may be missed, for the sake of whole rows; the nearest number of rows is always allowed."""


def measure_figure(photo: Photo, grid: Grid, kit: Kit) -> MeasuredFigure:
    """The photo at every width up to the page's, in its own shape or the one the editor asked for."""
    pinned = grid.columns if photo.placing.full_width else photo.placing.columns
    widths = [pinned] if pinned else range(1, grid.columns + 1)
    variants = [v for w in widths if w <= grid.columns for v in variants_over(photo, (w, grid.width(w)), grid, kit)]
    return MeasuredFigure(photo, side_by_side(ratios(photo, kit)), tuple(variants))


def ratios(photo: Photo, kit: Kit) -> tuple[float, ...]:
    """Width to height of the photo, and of each of its group; the shape the editor asked for, if he did."""
    if photo.crop:
        return (photo.crop[0] / photo.crop[1],) * len(photo.files)
    return tuple(kit.photos[file].width / kit.photos[file].height for file in photo.files)


def side_by_side(shapes: Sequence[float]) -> float:
    """The shape of photos side by side at one height."""
    return sum(shapes)


def stacked(shapes: Sequence[float]) -> float:
    """The shape of photos one above another at one width."""
    return 1 / sum(1 / shape for shape in shapes)


def variants_over(photo: Photo, span: tuple[int, Pt], grid: Grid, kit: Kit) -> list[FigureVariant]:
    """The photo in every height over so many columns or legs, which are so many points wide; a group side by side and stacked."""
    shapes = ratios(photo, kit)
    caption = caption_rows(photo, span[1], grid.leading, kit)
    white = kit.house.look.figures.group_gap * (len(shapes) - 1)
    group, asked = len(shapes) > 1, photo.crop is not None
    row = _heights(_Shape(side_by_side(shapes), span[1] - white, 0.0, group, asked), span[0], caption, grid, kit)
    if not group:
        return row
    column = _heights(_Shape(stacked(shapes), span[1], white, group, asked), span[0], caption, grid, kit)
    return [*row, *(replace(v, stacked=True) for v in column)]


@dataclass(frozen=True, slots=True)
class _Shape:
    """The shape of what is shown, its width in points, the white between the photos of a stack; a group or one photo; asked for by the editor or its own."""

    ratio: float
    width: Pt
    white: Pt
    grouped: bool
    asked: bool


WIDE, TALL = 3.2, 0.85
"""A group flatter or taller than these is an odd shape for a page."""


def _heights(shape: _Shape, columns: int, caption: int, grid: Grid, kit: Kit) -> list[FigureVariant]:
    limit, prices = kit.house.look.figures.crop, kit.prices.photos
    ideal = (shape.width / shape.ratio + shape.white + grid.ink_loss) / grid.leading
    odd = prices.flat_group * max(0.0, shape.ratio - WIDE) + prices.tall_group * max(0.0, TALL - shape.ratio) if shape.grouped else 0.0
    nearest = max(FEWEST_ROWS, round(ideal))
    found = []
    for rows in range(max(FEWEST_ROWS, math.floor(ideal * (1 - limit))), math.ceil(ideal * (1 + limit) + 1)):
        crop = crop_share(shape.ratio, shape.width / (grid.picture_height(rows) - shape.white))
        if crop <= (min(limit, ASKED_FOR) if shape.asked else limit) or (shape.asked and rows == nearest and crop <= limit):
            stamp = prices.stamp_per_row * max(0, LEAST_ROWS - rows)
            found.append(FigureVariant(columns, rows, caption, crop, prices.crop * crop * crop / limit + stamp + odd))
    return found


def crop_share(photo: float, box: float) -> float:
    """The share of a photo that falls away when it fills a box of another ratio."""
    return 1 - min(photo, box) / max(photo, box)


def caption_rows(photo: Photo, width: Pt, leading: Pt, kit: Kit) -> int:
    """Rows of the page grid a caption takes, credit included."""
    lines = caption_lines(photo, width, kit)
    if not lines and not photo.credit:
        return 0
    rows = len(lines) + (0 if credit_fits(photo, lines, width, kit) else 1)
    return math.ceil(rows * kit.house.look.figures.caption_leading / leading) if rows > 1 else 1


def caption_copy(photo: Photo) -> str:
    """What stands under the photo: its title, then its caption."""
    return "　".join(t.value for t in (photo.title, photo.caption) if t)


def caption_lines(photo: Photo, width: Pt, kit: Kit) -> tuple[SetLine, ...]:
    """The caption's lines beside its marker; of several, none much shorter than the others."""
    text = caption_copy(photo)
    if not text.translate(UNPRINTED).strip():
        return ()
    style = kit.house.look.figures
    measure = (width - style.caption_indent) / kit.house.look.voices.caption.size
    broken = _caption(text, measure, kit)
    lines = len(broken.best.ends)
    narrower = measure
    while lines > 1 and narrower > measure / 2:
        narrower -= 1
        again = _caption(text, narrower, kit)
        if len(again.best.ends) > lines:
            break
        broken = again
    return set_lines(broken, broken.best)


def _caption(text: str, measure: float, kit: Kit) -> Broken:
    return compose(Paragraph((Span(text, "caption"),), 0.0, None, "left"), measure, VoiceMetrics(kit), kit.composition, 0)


def credit_text(photo: Photo) -> str:
    """The credit as it is printed: a bare name is followed by 摄."""
    name = photo.credit.value
    return name if not name or photo.illustration or name[-1] in "摄图绘影供" else f"{name}　摄"


def credit_fits(photo: Photo, lines: tuple[SetLine, ...], width: Pt, kit: Kit) -> bool:
    """Whether the credit stands on the caption's last row with two 字 of white between them."""
    if not photo.credit:
        return True
    if not lines:
        return False
    voices, style = kit.house.look.voices, kit.house.look.figures
    end = lines[-1].pieces[-1].x + lines[-1].pieces[-1].width
    credit = display_width(kit.book, (StyledText(credit_text(photo), voices.photo_credit),))
    return style.caption_indent + (end + 2) * voices.caption.size + credit <= width
