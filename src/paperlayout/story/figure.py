"""Photos in the sizes they can take: whole columns wide, whole rows high, cropped no more than the house allows."""

import math
from dataclasses import dataclass

from paperlayout.issue.model import Photo
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.setting import UNPRINTED, Voiced, display_width
from paperlayout.story.model import FigureVariant, MeasuredFigure
from paperlayout.text.paragraph import Broken, Paragraph, SetLine, Span, compose, set_lines
from paperlayout.units import Pt

CROP_COST = 25.0
STAMP_COST, LEAST_ROWS, FEWEST_ROWS = 2.0, 9, 4
"""A picture of fewer rows shrinks to a stamp."""
ASKED_FOR = 0.04
"""How far a shape the editor asked for may be missed, for the sake of whole rows; the nearest number of rows is always allowed."""


@dataclass(frozen=True, slots=True)
class GridSteps:
    """Column width, gap and leading of the page's grid, and the ink that a picture of whole rows leaves free above and below."""

    column: Pt
    gap: Pt
    leading: Pt
    ink_loss: Pt

    def width(self, columns: int) -> Pt:
        return columns * self.column + (columns - 1) * self.gap

    def picture_height(self, rows: int) -> Pt:
        """From the ink top of the first row to the ink foot of the last (house-style §7)."""
        return rows * self.leading - self.ink_loss


def measure_figure(photo: Photo, columns: int, grid: GridSteps, kit: Kit) -> MeasuredFigure:
    """The photo at every width up to so many columns, in its own shape or the one the editor asked for."""
    facts = kit.photos[photo.file]
    width, height = photo.crop or (facts.width, facts.height)
    pinned = columns if photo.placing.full_width else photo.placing.columns
    widths = [w for w in ([pinned] if pinned else range(1, columns + 1)) if w <= columns]
    variants = [v for w in widths for v in _of_width(photo, width / height, w, grid, kit)]
    return MeasuredFigure(photo, width / height, tuple(variants))


def _of_width(photo: Photo, ratio: float, columns: int, grid: GridSteps, kit: Kit) -> list[FigureVariant]:
    width = grid.width(columns)
    limit = kit.house.look.figures.crop
    caption = caption_rows(photo, width, grid.leading, kit)
    ideal = (width / ratio + grid.ink_loss) / grid.leading
    nearest = max(FEWEST_ROWS, round(ideal))
    found = []
    for rows in range(max(FEWEST_ROWS, math.floor(ideal * (1 - limit))), math.ceil(ideal * (1 + limit) + 1)):
        crop = crop_share(ratio, width / grid.picture_height(rows))
        if crop <= (min(limit, ASKED_FOR) if photo.crop else limit) or (photo.crop and rows == nearest and crop <= limit):
            stamp = STAMP_COST * max(0, LEAST_ROWS - rows)
            found.append(FigureVariant(columns, rows, caption, crop, CROP_COST * crop * crop / limit + stamp))
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
    credit = display_width(kit.book, (Voiced(credit_text(photo), voices.photo_credit),))
    return style.caption_indent + (end + 2) * voices.caption.size + credit <= width
