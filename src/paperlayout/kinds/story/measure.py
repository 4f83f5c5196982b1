"""文章: an article ranked on its page and measured: body at the base measure, heads over every number of columns, photos."""

from collections.abc import Sequence
from dataclasses import dataclass

from paperlayout.grid import Grid
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variants import head_variants
from paperlayout.issue.content import Article, PageCopy, Photo
from paperlayout.issue.placing import FOOT, RANK_OF, RANKS, TOP
from paperlayout.kit import Kit
from paperlayout.story.body import measure_body
from paperlayout.story.box import BoxStyle
from paperlayout.story.elasticity import held_figure, held_flow, held_heads
from paperlayout.story.figure import measure_figure
from paperlayout.story.measured import LEAST_COLUMNS, MeasuredStory
from paperlayout.story.room import broken_room


@dataclass(frozen=True, slots=True)
class RankedArticle:
    """An article with its rank on the page and the photos that go with it."""

    article: Article
    rank: int
    photos: tuple[Photo, ...]


def story_grounds(ranked: Sequence[RankedArticle], grid: Grid, kit: Kit) -> dict[str, BoxStyle]:
    """The stories set as blocks of their own, with their ground: the first box of a page is red, of tinted ones the first blush where there is no box.

    The lead is never one of them: it carries the page.
    """
    found: dict[str, BoxStyle] = {}
    for one in ranked:
        pins = one.article.placing
        if one.rank == 1:
            continue
        if pins.style == "boxed":
            found[one.article.id] = "black_frame" if "red_frame" in found.values() else "red_frame"
        elif pins.style == "tinted":
            found[one.article.id] = "tint" if {"red_frame", "blush"} & set(found.values()) else "blush"
        elif pins.legs and pins.columns and broken_room(pins.columns, pins.legs, grid, kit):
            found[one.article.id] = "none"
    return found


def rank_articles(page: PageCopy) -> tuple[RankedArticle, ...]:
    """Articles in order of rank: the lead, then by the editor's priority and order. Photos without a story of their own go with the lead."""
    articles = page.ranked
    ranks = [_rank(a, i, page) for i, a in enumerate(articles)]
    if articles and 1 not in ranks:
        own = [i for i, a in enumerate(articles) if not a.continued and a.placing.position not in FOOT] or range(len(articles))
        ranks[min(own, key=lambda i: ranks[i])] = 1
    order = sorted(range(len(articles)), key=lambda i: (ranks[i], i))
    first = articles[order[0]].id if order else ""
    return tuple(RankedArticle(articles[i], ranks[i], (*articles[i].photos, *_loose_photos(page, articles[i].id, first))) for i in order)


def _loose_photos(page: PageCopy, article: str, first: str) -> tuple[Photo, ...]:
    """The page's photos that go with an article: those pinned to it, and with the first article those pinned to none."""
    return tuple(p for p in page.photos if not p.is_news and (p.placing.beside or first) == article)


def _rank(article: Article, index: int, page: PageCopy) -> int:
    if article.placing.priority:
        return RANKS[article.placing.priority]
    if article.placing.position in RANK_OF:
        return RANK_OF[article.placing.position]
    if page.lead:
        return 1 if index == 0 else 2 if index < len(page.lead) or index == 1 else 3
    asked = any(a.placing.priority == "lead" or a.placing.position == "lead" for a in page.articles)
    return min(index + 1 + asked, 3)


def measure_story(ranked: RankedArticle, grid: Grid, kit: Kit, turn: tuple[int, bool] = (0, True)) -> MeasuredStory:
    """One article: body at the base measure, heads over every number of columns, its photos. `turn`: its number on the page, and if that is the front one."""
    article = ranked.article
    columns = grid.columns
    widths = (columns,) if article.placing.full_width else (article.placing.columns,) if article.placing.columns else tuple(range(1, columns + 1))
    top = ranked.rank == 1 or article.placing.position in TOP
    places = [HeadPlace(ranked.rank, w, grid.width(w), grid.leading, grid.ink_drop, top, *turn, continued=article.continued) for w in range(1, columns + 1)]
    fit = article.placing.fit
    flow = held_flow(measure_body(article, kit.house.look.grid.chars, kit, lede=turn[1] and ranked.rank == 1 and _has_lede(article)), fit)
    heads = head_variants(article, places, kit, flow.lines if max(widths) >= LEAST_COLUMNS else 0)
    if heads and heads[0].vertical:
        widths = tuple(w for w in widths if w >= LEAST_COLUMNS)
    heads = held_heads(heads, fit, widths)
    figures = tuple(held_figure(measure_figure(p, grid, kit), p.placing.fit or fit) for p in ranked.photos)
    chars = sum(len(b.text) for b in article.body)
    air = UNDER_NAMEPLATE if turn[1] and ranked.rank == 1 else 0
    return MeasuredStory(
        id=article.id, rank=ranked.rank, article=article, flow=flow, heads=heads, figures=figures, columns=widths, chars=chars, origin=article.origin, air=air
    )


UNDER_NAMEPLATE = 1
"""Rows of white between the red rule of the 报头 and a photo beside the lead's head: 13 pt are kept free (house-style §5)."""


LONGEST_LEDE = 220
"""导语: at most 15 rows of 15 字 (house-style §3)."""


def _has_lede(article: Article) -> bool:
    kinds = [b.kind for b in article.body]
    return not article.summary and not article.editor_note and kinds[:2] == ["paragraph", "subhead"] and len(article.body[0].text) <= LONGEST_LEDE
