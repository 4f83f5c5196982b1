"""Pictures with their captions: ink-aligned with the text beside them (house-style §7)."""

from collections.abc import Iterator

from paperlayout.compose.body import gap_frame
from paperlayout.compose.head import cells_of
from paperlayout.compose.sheet import Sheet
from paperlayout.geometry import Point, Rect
from paperlayout.issue.model import Photo
from paperlayout.kit import Kit
from paperlayout.page import Frame, Item, Outline, Picture, Tint
from paperlayout.plan.dummy import moved
from paperlayout.plan.model import Block, PlacedFigure, Slot
from paperlayout.setting import Voiced, ink_of, set_copy, set_display
from paperlayout.story.figure import caption_copy, caption_lines, credit_fits, credit_text
from paperlayout.story.model import MeasuredStory

MARK = "示意图"
MARK_BASELINE = 9.2


def figure_frames(story: MeasuredStory, slot: Slot, sheet: Sheet, kit: Kit) -> Iterator[Frame]:
    """The frames of a story's photos: picture, caption, credit, white."""
    for placed in slot.figures:
        figure = story.figures[placed.index]
        block = moved(placed.picture, slot.block)
        box = sheet.picture(block)
        name = f"{story.id}.{figure.photo.id}"
        yield _picture_frame(name, story, placed, figure.photo, (block, box), kit)
        yield from _caption_frames(name, story, figure.photo, (block, placed), sheet, kit)
        yield from _white(name, placed, moved(placed.block, slot.block), block, sheet)


def _picture_frame(name: str, story: MeasuredStory, placed: PlacedFigure, photo: Photo, where: tuple[Block, Rect], kit: Kit) -> Frame:
    block, box = where
    facts = kit.photos[photo.file]
    crop = crop_box(facts.width / facts.height, box.width / box.height, photo.focus)
    items: list[Item] = [
        Picture(box, str(photo.file), crop, photo.alt or caption_copy(photo), photo.origin),
        Outline(box, kit.house.look.figures.border, ink_of(kit, "black")),
    ]
    if photo.illustration:
        items += _mark(box, kit)
    ppi = round(facts.width * crop.width / (box.width / 72))
    return Frame(
        name, "figure", box, cells_of(block), tuple(items), story.id, story.rank, MARK if photo.illustration else None, False, ppi=ppi, origin=photo.origin
    )


def crop_box(photo: float, box: float, focus: tuple[float, float]) -> Rect:
    """The part of a photo that fills a box of another ratio, as near the middle of the focus as the edges allow."""
    width, height = min(1.0, box / photo), min(1.0, photo / box)
    x = min(max(focus[0] - width / 2, 0.0), 1 - width)
    y = min(max(focus[1] - height / 2, 0.0), 1 - height)
    return Rect(x, y, x + width, y + height)


def _mark(box: Rect, kit: Kit) -> list[Item]:
    """示意图 in the lower right corner: not a photograph."""
    style, voice = kit.house.look.figures, kit.house.look.voices.illustration
    area = Rect(box.x1 - style.mark_width, box.y1 - style.mark_height, box.x1, box.y1)
    at = Point((area.x0 + area.x1) / 2, area.y0 + MARK_BASELINE)
    return [Tint(area.corners(), ink_of(kit, "black")), *set_display(kit, (Voiced(MARK, voice),), at, 0.5)]


def _caption_frames(name: str, story: MeasuredStory, photo: Photo, where: tuple[Block, PlacedFigure], sheet: Sheet, kit: Kit) -> Iterator[Frame]:
    block, placed = where
    rows = placed.variant.caption_rows
    if not rows:
        return
    width = sheet.width(block.columns)
    lines = caption_lines(photo, width, kit)
    voices, style = kit.house.look.voices, kit.house.look.figures
    first = sheet.baseline(block.foot) - style.caption_rise
    cells = Block(block.column, block.foot, block.columns, rows)
    area = sheet.cells(cells)
    items: list[Item] = [_marker(area.x0, first, kit)] if lines else []
    for i, line in enumerate(lines):
        items += set_copy(kit, line, Point(area.x0 + style.caption_indent, first + i * style.caption_leading), voices.caption.size)
    texts = tuple(line.text for line in lines)
    yield Frame(
        f"{name}.caption", "caption", area, cells_of(cells), tuple(items), story.id, story.rank, "".join(texts) or None, bool(lines),
        None, texts, (len(texts) - 1,), voices.caption.size, voices.caption.face, None, photo.caption.origin,
    )  # fmt: skip
    if photo.credit:
        down = len(lines) - 1 if credit_fits(photo, lines, width, kit) else len(lines)
        at = Point(area.x1, first + down * style.caption_leading)
        credit = set_display(kit, (Voiced(credit_text(photo), voices.photo_credit),), at, 1.0)
        box = Rect(credit[0].at.x, at.y - voices.photo_credit.size, area.x1, at.y + 2)
        yield Frame(
            f"{name}.credit", "photo_credit", box, None, credit, story.id, story.rank, credit_text(photo), True,
            size=voices.photo_credit.size, face=voices.photo_credit.face, origin=photo.credit.origin,
        )  # fmt: skip


def _marker(x: float, baseline: float, kit: Kit) -> Tint:
    """The red triangle that points down from the picture to its caption."""
    style = kit.house.look.figures
    top = baseline - 7.4
    points = (Point(x, top), Point(x + style.marker_width, top), Point(x + style.marker_width / 2, top + style.marker_height))
    return Tint(points, ink_of(kit, "red"))


def _white(name: str, placed: PlacedFigure, whole: Block, picture: Block, sheet: Sheet) -> Iterator[Frame]:
    foot = picture.foot + placed.variant.caption_rows
    if picture.row > whole.row:
        yield gap_frame(f"{name}.above", Block(whole.column, whole.row, whole.columns, picture.row - whole.row), sheet)
    if whole.foot > foot:
        yield gap_frame(f"{name}.below", Block(whole.column, foot, whole.columns, whole.foot - foot), sheet)
