"""Briefs as readers get them outside the page: each an article under the head of its box."""

from collections.abc import Iterator
from dataclasses import replace

from paperlayout.issue.content import Article, Text
from paperlayout.issue.house import House
from paperlayout.kinds.briefs.item import Briefs


def exported_briefs(box: Briefs, house: House) -> Iterator[tuple[Article, str]]:
    """The briefs with the dateline the house gives them, and the head of their box."""
    dateline = box.dateline if box.dateline is not None else Text(house.dateline)
    for item in box.items:
        yield item if item.dateline is not None else replace(item, dateline=dateline), box.title.value or house.look.boxes.title
