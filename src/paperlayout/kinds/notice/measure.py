"""更正、启事: a small boxed notice of one or two columns (house-style §11)."""

import re
from dataclasses import replace

from paperlayout.grid import Grid
from paperlayout.issue.content import Article, CopyBlock, Text
from paperlayout.issue.house import House
from paperlayout.kinds.notice.item import Notice
from paperlayout.kinds.story.boxed import BoxCopy, measure_story_box
from paperlayout.kit import Kit
from paperlayout.story.box import MeasuredBox

TITLE = "启事"
LONGEST_TITLE = 14
SENTENCE = re.compile(r"[。；！？]")
WIDEST = 2
RANK = 4


def notice_article(notice: Notice) -> Article:
    """The notice as an article: its first line is the title where it is short and no sentence, else it is called 启事."""
    lines = notice.text.value.split("\n")
    titled = len(lines) > 1 and len(lines[0]) <= LONGEST_TITLE and not SENTENCE.search(lines[0])
    title = Text(lines[0] if titled else TITLE, notice.text.origin)
    body = tuple(CopyBlock("paragraph", line, notice.text.origin) for line in (lines[1:] if titled else lines))
    return Article(id=notice.id, title=title, body=body, placing=notice.placing, origin=notice.origin)


def measure_notice(notice: Notice, grid: Grid, kit: Kit) -> MeasuredBox:
    """The notice in one column and in two, or as wide as the editor asked."""
    copy = BoxCopy(notice_article(notice), (), RANK, 0, False, "black_frame")
    asked = notice.placing.width(grid.columns)
    box = measure_story_box(copy, grid, kit, (asked,) if asked else range(1, min(WIDEST, grid.columns) + 1))
    return replace(box, label="启事")


def notice_load(notice: Notice, house: House) -> float:
    """The cells it takes of a page, head and frame included."""
    return len(notice.text.value) / house.look.grid.chars + 10
