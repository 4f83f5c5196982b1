"""The dateline of briefs: the house's, where copy brings none of its own."""

import re
from dataclasses import replace

from paperlayout.issue.content import Article, Text
from paperlayout.issue.house import House
from paperlayout.kinds.briefs.item import Briefs


def dated(briefs: Briefs, house: House) -> Briefs:
    """The briefs with the house's dateline where none is given; an empty one stays empty, and copy that begins with one of its own gets no second."""
    given = briefs.dateline if briefs.dateline is not None else Text(house.dateline)
    return briefs.with_articles(lambda a: a if a.dateline is not None or _has_dateline(a) else replace(a, dateline=given))


OWN_DATELINE = re.compile(r"(?:本[报刊]|据?(?:新华社|中新社|人民网)|据)[^，。：]{0,24}?[讯电](?![话视脑子影台动力])")
"""本报北京1月20日讯, 据新华社石家庄1月15日电, 新华社北京电: how agency copy and our own from elsewhere begin."""


def _has_dateline(article: Article) -> bool:
    return bool(article.body) and OWN_DATELINE.match(article.body[0].text) is not None
