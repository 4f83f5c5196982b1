"""报眼: the short story or the photo beside the nameplate, measured for its one column (house-style §9)."""

import math
from dataclasses import dataclass, replace

from paperlayout.heads.small import flush_left, small_head
from paperlayout.heads.variant import HeadLine
from paperlayout.issue.content import Article, Issue, PageCopy, Photo
from paperlayout.kit import Kit
from paperlayout.story.body import measure_body
from paperlayout.story.figure import crop_share, variants_over
from paperlayout.story.measured import Flow
from paperlayout.units import Pt

EarItem = Article | Photo

HEAD_TOP = 15.0
HEAD_STEP = 1.2
BELOW_HEAD = 20.0
"""From the ear's top to the first baseline of its head, from one line of the head to the next in em, and from the head to the first line of the body."""
LEAST_HEAD = 13.0
"""A head smaller than this is set in two lines."""


def ear_item(issue: Issue) -> EarItem | None:
    """What is pinned to the ear: the first of the front page's stories and photos that is."""
    return item_for_ear(issue.pages[0]) if issue.pages and not issue.guide and not issue.ear else None


def item_for_ear(page: PageCopy) -> EarItem | None:
    """The page's first story or photo that is pinned to the ear."""
    items: tuple[EarItem, ...] = (*page.stories, *page.photos)
    return next((item for item in items if item.placing.position == "ear"), None)


def without(page: PageCopy, item: EarItem | None) -> PageCopy:
    """The page's copy less what stands in the ear."""
    if item is None:
        return page
    lead, articles = (tuple(a for a in part if a is not item) for part in (page.lead, page.articles))
    return replace(page, lead=lead, articles=articles, photos=tuple(p for p in page.photos if p is not item))


@dataclass(frozen=True, slots=True)
class EarStory:
    """A short story for the ear: head lines, its flow in rows of body, the first row's baseline below the ear's top, and the rows there is room for."""

    article: Article
    head: tuple[HeadLine, ...]
    flow: Flow
    first: Pt
    room: int

    @property
    def over(self) -> int:
        """Rows that do not fit."""
        return max(0, self.flow.lines - self.room)


def measure_ear(article: Article, kit: Kit) -> EarStory:
    """The story over the ear's column."""
    style, grid = kit.house.look.nameplate, kit.house.look.grid
    width, voice = grid.chars * grid.size, kit.house.look.voices.ear_head
    lines = small_head(article.title.value, voice, width, LEAST_HEAD, kit)
    head = tuple(flush_left(line, HEAD_TOP + i * HEAD_STEP * line.type.size, kit) for i, line in enumerate(lines))
    first = head[-1].baseline + BELOW_HEAD
    return EarStory(article, head, measure_body(article, grid.chars, kit), first, math.floor((style.foot - style.name_top - first) / style.info_leading) + 1)


def ear_crop(photo: Photo, kit: Kit) -> float:
    """The share of a photo that would fall away in the ear."""
    facts, box = kit.photos[photo.file], ear_box(photo, kit)
    return crop_share(facts.width / facts.height, box.width / box.height)


@dataclass(frozen=True, slots=True)
class EarBox:
    """The picture's part of the ear, and the rows of its caption."""

    width: Pt
    height: Pt
    caption_rows: int


def ear_box(photo: Photo, kit: Kit) -> EarBox:
    """The room of a picture in the ear over its caption."""
    style, grid = kit.house.look.nameplate, kit.house.grid()
    width, leading = grid.column, grid.leading
    rows = max((v.caption_rows for v in variants_over(photo, (1, width), grid, kit)), default=1)
    return EarBox(width, style.foot - style.name_top - rows * leading, rows)
