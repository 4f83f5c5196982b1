"""The ways to set an article's head: across its span, or down its first column where the article asks for that (竖题)."""

from collections.abc import Sequence

from paperlayout.heads.horizontal import horizontal_variants
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variant import HeadVariant
from paperlayout.heads.vertical import vertical_variants
from paperlayout.issue.content import Article
from paperlayout.kit import Kit


def head_variants(article: Article, places: Sequence[HeadPlace], kit: Kit, beside: int = 0) -> tuple[HeadVariant, ...]:
    """Ways to set the article's head at each of its places, from the narrowest: for each place and number of rows the cheapest, cheapest first.

    A 竖题 stands in the narrowest place alone and needs as many of the `beside` rows of text at its side as it has itself; else the head runs across.
    """
    if article.placing.style == "vertical-head" and (found := tuple(v for v in vertical_variants(article, places[0], kit) if v.rows <= beside)):
        return found
    return tuple(variant for place in places for variant in horizontal_variants(article, place, kit))
