"""What is allotted: copy in units that go to one page as a whole, and the cells each takes of it, as measured by ideal heads and photos."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from paperlayout.issue.content import FRONT, Article, Item, PageCopy, Photo
from paperlayout.issue.house import House
from paperlayout.issue.placing import RANKS, Placing, one_place
from paperlayout.kinds.table import kind_of
from paperlayout.story.load import text_rows

HEAD_CELLS = {1: 48.0, 2: 20.0, 3: 10.0, 4: 8.0}
"""Columns × rows of an ideal head by rank."""
LEAD_PHOTO, PHOTO = 3, 2
"""Columns of an ideal photo: the lead's first, all others; a tall one takes one less."""
LEAST_LEAD = 300
"""Characters of a story that can lead a page."""
LEAVING = 0.4
"""Share of its text that a story with a page to jump to leaves to that page, until it is cut."""
SMALLER = 0.5
"""Share of its load that a photo gives up when it is set small."""


class PixelSides(Protocol):
    """A photo's sides in pixels."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Allotment:
    """Copy that goes to one page as a whole: a story with its photos, a 图片新闻, or briefs of one box. `load` in cells of column × row.

    `pictures` is the load of its photos, `leaving` what of it will jump to another page and is not in its load, `loose` its photos that were written
    apart from it, `places` what it takes of its page by its pins.
    """

    item: Item
    order: int
    rank: int
    load: float
    photos: int
    page: int | None
    company: str = ""
    leads: bool = False
    pictures: float = 0.0
    leaving: float = 0.0
    loose: tuple[Photo, ...] = ()
    places: tuple[str, ...] = ()


def load_of(page: PageCopy, house: House, sizes: Mapping[Path, PixelSides], tight: bool = False) -> float:
    """The cells that a page's copy takes; `tight`: with its photos small."""
    shared = sum(u.load - tight * SMALLER * u.pictures for u in allotments(page, house, sizes))
    return shared + sum(kind_of(item).load(item, house) for item in page.others if not item.articles)


def allotments(page: PageCopy, house: House, sizes: Mapping[Path, PixelSides]) -> Iterator[Allotment]:
    """The copy of a page in the editor's order, photos with the stories they go with."""
    articles = page.stories
    first = articles[0].id if articles else ""
    first_of = {p.id: p.placing.beside or ("" if page.loose and p.placing.page else first) for p in page.photos}
    alone = [p for p in page.photos if p.is_news]
    apart = {a.id: tuple(p for p in page.photos if p not in alone and first_of[p.id] == a.id) for a in articles}
    with_story = {a.id: (*a.photos, *apart[a.id]) for a in articles}
    for order, article in enumerate(articles):
        lead = order < len(page.lead)
        rank = 1 if lead or article.placing.position == "lead" else RANKS[article.placing.priority or "normal"]
        text, pictures = _text_load(article, house), _pictures_load(rank, with_story[article.id], house, sizes)
        leaving = LEAVING * text if article.placing.jump_page and article.jump is None else 0.0
        chars = sum(len(b.text) for b in article.body)
        yield Allotment(
            article, order, rank, text + HEAD_CELLS[rank] + pictures - leaving, len(with_story[article.id]), _page(article.placing, lead),
            article.standing_head.value, chars >= LEAST_LEAD, pictures, leaving, apart[article.id], _place(article.placing, lead and order == 0),
        )  # fmt: skip
    for order, photo in enumerate(alone, len(articles)):
        pictures = _photo_load(photo, LEAD_PHOTO, house, sizes)
        yield Allotment(photo, order, 3, pictures + 12, 1, photo.placing.page, pictures=pictures, places=_place(photo.placing))
    for order, item in enumerate((item for item in page.others if item.articles), len(articles) + len(alone)):
        yield Allotment(item, order, 4, kind_of(item).load(item, house), 0, item.placing.page, places=_place(item.placing))


def _page(placing: Placing, lead: bool) -> int | None:
    return placing.page or (FRONT if lead or placing.position == "ear" else None)


def _place(placing: Placing, lead: bool = False) -> tuple[str, ...]:
    """The place an item holds alone on its page."""
    place = one_place(placing.position or ("lead" if lead else None))
    return (place,) if place else ()


def _text_load(article: Article, house: House) -> float:
    text = text_rows(article.body, house.look.grid.chars) + 2 + (article.jump is not None)
    return text + 2 * math.sqrt(text / 14)


def _pictures_load(rank: int, photos: Sequence[Photo], house: House, sizes: Mapping[Path, PixelSides]) -> float:
    return sum(_photo_load(p, LEAD_PHOTO if i == 0 and rank == 1 else PHOTO, house, sizes) for i, p in enumerate(photos))


def _photo_load(photo: Photo, columns: int, house: House, sizes: Mapping[Path, PixelSides]) -> float:
    grid, facts = house.look.grid, sizes[photo.file]
    ratio = facts.width / facts.height
    columns = photo.placing.columns or max(1, columns - (ratio < 1))
    width = columns * grid.chars * grid.size + (columns - 1) * grid.column_gap
    return columns * (width / ratio / (grid.height / grid.rows) + 2)
