"""Briefs as readers get them outside the page: each an article under the head of its box."""

from collections.abc import Iterator

from paperlayout.issue.content import Article
from paperlayout.issue.house import House
from paperlayout.kinds.briefs.dateline import dated
from paperlayout.kinds.briefs.item import Briefs


def exported_briefs(box: Briefs, house: House) -> Iterator[tuple[Article, str]]:
    """The briefs with the dateline they have on the page, and the head of their box."""
    return ((item, box.title.value or house.look.boxes.title) for item in dated(box, house).items)
