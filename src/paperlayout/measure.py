"""算篇幅 for one page: every article, photo and box of its copy, measured on a grid."""

from collections.abc import Iterator, Sequence

from paperlayout.grid import Grid
from paperlayout.issue.content import PageCopy
from paperlayout.issue.placing import RANKS
from paperlayout.kinds.picture_news.measure import measure_picture_news
from paperlayout.kinds.story.boxed import BoxCopy, measure_story_box
from paperlayout.kinds.story.measure import measure_story, rank_articles, story_grounds
from paperlayout.kinds.table import KINDS
from paperlayout.kit import Kit
from paperlayout.story.box import MeasuredBox
from paperlayout.story.copy import Copy
from paperlayout.story.ear import item_for_ear, without


def measure(page: PageCopy, grid: Grid, kit: Kit, front: bool = True) -> Copy:
    """The page's copy in whole lines of the grid; heads as they stand on the front page, or inside."""
    page = without(page, item_for_ear(page)) if front else page
    ranked = rank_articles(page)
    grounds = story_grounds(ranked, grid, kit)
    stories = tuple(measure_story(r, grid, kit, (turn, front)) for turn, r in enumerate(ranked) if r.article.id not in grounds)
    boxed = [BoxCopy(r.article, r.photos, r.rank, turn, front, grounds[r.article.id]) for turn, r in enumerate(ranked) if r.article.id in grounds]
    return Copy(stories, tuple(_boxes(page, boxed, grid, kit, front)), page.staff, kit.house.look.inks.red, kit.prices, front)


def _boxes(page: PageCopy, boxed: Sequence[BoxCopy], grid: Grid, kit: Kit, front: bool) -> Iterator[MeasuredBox]:
    """All items of a page set as one block: stories, 图片新闻, and those of the kinds in the table, in its order."""
    yield from (measure_story_box(copy, grid, kit) for copy in boxed)
    for photo in page.photos:
        if photo.is_news:
            yield measure_picture_news(photo, RANKS[photo.placing.priority or "normal"], grid, kit, front)
    for kind in KINDS:
        yield from (kind.measure(item, grid, kit) for item in page.blocks if isinstance(item, kind.item))
