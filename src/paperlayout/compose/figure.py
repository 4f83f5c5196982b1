"""Pictures with their captions: ink-aligned with the text beside them (house-style §7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from paperlayout.compose.frames import gap_frame
from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.issue.content import Photo
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Outline, Picture, Tint, cells_of, with_paragraph
from paperlayout.plan.page_plan import PlacedFigure, Slot
from paperlayout.setting.horizontal import StyledText, ink_of, set_copy, set_display
from paperlayout.story.figure import caption_copy, caption_lines, credit_fits, credit_text, ratios
from paperlayout.story.measured import MeasuredStory
from paperlayout.units import Pt

MARK = "示意图"
MARK_BASELINE = 9.2


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlace:
    """Where a photo stands: the cells of the picture, left and right edge in points, the rows of its caption, and how its group stands."""

    block: Block
    x0: Pt
    x1: Pt
    caption_rows: int
    stacked: bool = False

    @property
    def caption(self) -> Block:
        return Block(self.block.column, self.block.foot, self.block.columns, self.caption_rows)

    def picture(self, grid: Grid) -> Rect:
        """From ink top to ink foot."""
        return Rect(self.x0, grid.ink_top(self.block.row), self.x1, grid.ink_foot(self.block.foot - 1))


def figure_frames(story: MeasuredStory, slot: Slot, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """The frames of a story's photos: picture, caption, credit, white."""
    for placed in slot.figures:
        photo = story.figures[placed.index].photo
        block = placed.picture.at(slot.block)
        box = grid.cells(block)
        place = FigurePlace(block=block, x0=box.x0, x1=box.x1, caption_rows=placed.variant.caption_rows, stacked=placed.variant.stacked)
        yield from photo_frames(story, photo, place, grid, kit)
        yield from _white(f"{story.id}.{photo.id}", placed, placed.block.at(slot.block), block, grid)


def photo_frames(story: MeasuredStory, photo: Photo, place: FigurePlace, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """Picture, caption and credit of a photo at its place."""
    name = f"{story.id}.{photo.id}"
    yield picture_frame(name, story, photo, place, grid, kit)
    yield from caption_frames(name, story, photo, place, grid, kit)


def picture_frame(name: str, story: MeasuredStory, photo: Photo, place: FigurePlace, grid: Grid, kit: Kit) -> Frame:
    """The picture of a photo, or the pictures of a group, in its box."""
    box = place.picture(grid)
    items: list[DrawnItem] = []
    finest = []
    for file, part in zip(photo.files, parts_of(box, ratios(photo, kit), place.stacked, kit), strict=True):
        facts = kit.photos[file]
        crop = crop_box(facts.width / facts.height, part.width / part.height, photo.focus)
        items.append(Picture(part, str(file), crop, photo.alt or caption_copy(photo), origin=photo.origin))
        items.append(Outline(part, kit.house.look.figures.border, ink_of(kit, "black")))
        finest.append(round(facts.width * crop.width / (part.width / 72)))
    if photo.illustration:
        items += illustration_mark(box, kit)
    return Frame(
        id=name, kind="figure", rect=box, cells=cells_of(place.block), items=tuple(items), story=story.id, rank=story.rank,
        text=MARK if photo.illustration else None, ppi=min(finest), origin=photo.origin,
    )  # fmt: skip


def parts_of(box: Rect, shapes: Sequence[float], stacked: bool, kit: Kit) -> tuple[Rect, ...]:
    """The boxes of a group's photos: side by side at one height, or stacked at one width, with a thin white gap."""
    gap = kit.house.look.figures.group_gap
    shares = [1 / shape for shape in shapes] if stacked else list(shapes)
    room = (box.height if stacked else box.width) - gap * (len(shapes) - 1)
    starts = [*accumulate((room * share / sum(shares) + gap for share in shares), initial=box.y0 if stacked else box.x0)]
    if stacked:
        return tuple(Rect(box.x0, a, box.x1, b - gap) for a, b in pairwise(starts))
    return tuple(Rect(a, box.y0, b - gap, box.y1) for a, b in pairwise(starts))


def crop_box(photo: float, box: float, focus: tuple[float, float]) -> Rect:
    """The part of a photo that fills a box of another ratio, as near the middle of the focus as the edges allow."""
    width, height = min(1.0, box / photo), min(1.0, photo / box)
    x = min(max(focus[0] - width / 2, 0.0), 1 - width)
    y = min(max(focus[1] - height / 2, 0.0), 1 - height)
    return Rect(x, y, x + width, y + height)


def illustration_mark(box: Rect, kit: Kit) -> list[DrawnItem]:
    """示意图 in the lower right corner: not a photograph."""
    style, voice = kit.house.look.figures, kit.house.look.voices.illustration
    area = Rect(box.x1 - style.mark_width, box.y1 - style.mark_height, box.x1, box.y1)
    at = Point((area.x0 + area.x1) / 2, area.y0 + MARK_BASELINE)
    return [Tint(area.corners(), ink_of(kit, "black")), *set_display(kit, (StyledText(MARK, voice),), at, 0.5)]


def caption_frames(name: str, story: MeasuredStory, photo: Photo, place: FigurePlace, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """Caption and credit in the rows below the picture."""
    if not place.caption_rows:
        return
    width = place.x1 - place.x0
    lines = caption_lines(photo, width, kit)
    voices, style = kit.house.look.voices, kit.house.look.figures
    cells = place.caption
    first = grid.baseline(cells.row) - style.caption_rise
    area = Rect(place.x0, grid.slot(cells.row), place.x1, grid.slot(cells.foot))
    items: list[DrawnItem] = [_marker(area.x0, first, kit)] if lines else []
    for i, line in enumerate(lines):
        items += set_copy(kit, line, Point(area.x0 + style.caption_indent, first + i * style.caption_leading), voices.caption.size)
    caption = Frame(
        id=f"{name}.caption", kind="caption", rect=area, cells=cells_of(cells), items=tuple(items), story=story.id, rank=story.rank, copy=bool(lines),
        origin=photo.caption.origin,
    )  # fmt: skip
    yield with_paragraph(caption, [line.text for line in lines], voices.caption.face, voices.caption.size)
    if photo.credit:
        down = len(lines) - 1 if credit_fits(photo, lines, width, kit) else len(lines)
        at = Point(area.x1, first + down * style.caption_leading)
        credit = set_display(kit, (StyledText(credit_text(photo), voices.photo_credit),), at, 1.0)
        box = Rect(credit[0].at.x, at.y - voices.photo_credit.size, area.x1, at.y + 2)
        yield Frame(
            id=f"{name}.credit", kind="photo_credit", rect=box, items=credit, story=story.id, rank=story.rank, text=credit_text(photo), copy=True,
            size=voices.photo_credit.size, face=voices.photo_credit.face, origin=photo.credit.origin,
        )  # fmt: skip


def _marker(x: float, baseline: float, kit: Kit) -> Tint:
    """The red triangle that points down from the picture to its caption."""
    style = kit.house.look.figures
    top = baseline - 7.4
    points = (Point(x, top), Point(x + style.marker_width, top), Point(x + style.marker_width / 2, top + style.marker_height))
    return Tint(points, ink_of(kit, "red"))


def _white(name: str, placed: PlacedFigure, whole: Block, picture: Block, grid: Grid) -> Iterator[Frame]:
    foot = picture.foot + placed.variant.caption_rows
    if picture.row > whole.row:
        yield gap_frame(f"{name}.above", Block(whole.column, whole.row, whole.columns, picture.row - whole.row), grid)
    if whole.foot > foot:
        yield gap_frame(f"{name}.below", Block(whole.column, foot, whole.columns, whole.foot - foot), grid)
