"""报眼: a short story or a photo in the column beside the nameplate (house-style §9)."""

from collections.abc import Iterator

from paperlayout.compose.body import rows_of
from paperlayout.compose.figure import MARK, crop_box, illustration_mark
from paperlayout.geometry import Point, Rect
from paperlayout.grid import Grid
from paperlayout.heads.wording import in_one_line
from paperlayout.issue.content import Article, Issue, Photo
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Outline, Picture, PlacedStory
from paperlayout.setting.horizontal import StyledText, ink_of, set_copy, set_display
from paperlayout.story.ear import ear_box, ear_item, measure_ear
from paperlayout.story.figure import caption_copy, caption_lines, credit_fits, credit_text
from paperlayout.units import Pt

RANK = 4


def ear_frames(issue: Issue, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """The ear as one frame, if the editor pinned something there."""
    item = ear_item(issue)
    x0, top = grid.x(grid.columns - 1), grid.top + kit.house.look.nameplate.name_top
    area = Rect(x0, top, grid.right, grid.top + kit.house.look.nameplate.foot)
    if isinstance(item, Article):
        yield _story(item, area, kit)
    elif isinstance(item, Photo):
        yield from _photo(item, area, kit)


def ear_story(issue: Issue, frames: tuple[Frame, ...]) -> Iterator[PlacedStory]:
    """What stands in the ear, as the page's other stories are told."""
    item = ear_item(issue)
    own = [frame.rect for frame in frames if item and frame.kind == "ear"]
    if item and own:
        whole = Rect(own[0].x0, own[0].y0, own[0].x1, own[-1].y1)
        title = in_one_line(item.title.value)
        yield PlacedStory(id=item.id, rank=RANK, title=title, chars=sum(len(b.text) for b in item.body), polygons=(whole.corners(),))


def _story(article: Article, area: Rect, kit: Kit) -> Frame:
    ear, style = measure_ear(article, kit), kit.house.look.nameplate
    items: list[DrawnItem] = [item for line in ear.head for item in set_display(kit, line.parts, Point(area.x0, area.y0 + line.baseline))]
    texts = [line.text for line in ear.head]
    ends = [len(texts) - 1]
    for n, row in enumerate(rows_of(ear.flow, [i.nominal for i in ear.flow.items])[: ear.room]):
        at = Point(area.x0, area.y0 + ear.first + n * style.info_leading)
        if row.line:
            items += set_copy(kit, row.line, at, kit.house.look.voices.body.size)
            ends += [len(texts)] if row.line.ends_paragraph else []
            texts.append(row.line.text)
    body = kit.house.look.voices.body
    return Frame(
        id=f"{article.id}.ear", kind="ear", rect=area, items=tuple(items), story=article.id, rank=RANK, text=_joined(texts, ends), copy=True,
        set=tuple(texts), ends=tuple(ends), size=body.size, face=body.face, origin=article.origin,
    )  # fmt: skip


def _joined(lines: list[str], ends: list[int]) -> str:
    return "".join(line + ("\n" if i in ends else "") for i, line in enumerate(lines)).removesuffix("\n")


def _photo(photo: Photo, area: Rect, kit: Kit) -> Iterator[Frame]:
    """The picture, and below it caption and credit."""
    box, facts, style = ear_box(photo, kit), kit.photos[photo.file], kit.house.look.figures
    picture = Rect(area.x0, area.y0, area.x1, area.y0 + box.height)
    crop = crop_box(facts.width / facts.height, picture.width / picture.height, photo.focus)
    mark = illustration_mark(picture, kit) if photo.illustration else []
    shown = Picture(picture, str(photo.file), crop, photo.alt or caption_copy(photo), origin=photo.origin)
    ppi = round(facts.width * crop.width / (picture.width / 72))
    yield Frame(
        id=f"{photo.id}.ear", kind="ear", rect=picture, items=(shown, Outline(picture, style.border, ink_of(kit, "black")), *mark),
        story=photo.id, rank=RANK, text=MARK if mark else None, ppi=ppi, origin=photo.origin,
    )  # fmt: skip
    lines, baseline = caption_lines(photo, box.width, kit), picture.y1 + style.caption_leading
    said: list[DrawnItem] = []
    for n, line in enumerate(lines):
        said += set_copy(kit, line, Point(area.x0, baseline + n * style.caption_leading), kit.house.look.voices.caption.size)
    if photo.credit:
        down: Pt = style.caption_leading * (len(lines) - (1 if credit_fits(photo, lines, box.width, kit) else 0))
        said += set_display(kit, (StyledText(credit_text(photo), kit.house.look.voices.photo_credit),), Point(area.x1, baseline + down), 1.0)
    text = "".join(line.text for line in lines) + credit_text(photo)
    if text:
        below = Rect(area.x0, picture.y1, area.x1, area.y1)
        yield Frame(
            id=f"{photo.id}.ear.caption", kind="ear", rect=below, items=tuple(said), story=photo.id, rank=RANK, text=text, copy=True, origin=photo.origin,
        )  # fmt: skip
