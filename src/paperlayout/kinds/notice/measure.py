"""更正、启事: a small boxed notice of one or two columns (house-style §11)."""

import re
from dataclasses import replace

from paperlayout.grid import Grid
from paperlayout.issue.content import Article, Block, Text
from paperlayout.kinds.story.boxed import BoxCopy, measure_story_box
from paperlayout.kit import Kit
from paperlayout.story.box import MeasuredBox

TITLE = "启事"
LONGEST_TITLE = 14
SENTENCE = re.compile(r"[。；！？]")
WIDEST = 2
RANK = 4


def notice_article(notice: Text, name: str) -> Article:
    """The notice as an article: its first line is the title where it is short and no sentence, else it is called 启事."""
    lines = notice.value.split("\n")
    titled = len(lines) > 1 and len(lines[0]) <= LONGEST_TITLE and not SENTENCE.search(lines[0])
    title = Text(lines[0] if titled else TITLE, notice.origin)
    body = tuple(Block("paragraph", line, notice.origin) for line in (lines[1:] if titled else lines))
    return Article(name, title, body=body, origin=notice.origin)


def measure_notice(notice: Text, name: str, grid: Grid, kit: Kit) -> MeasuredBox:
    """The notice in one column and in two."""
    copy = BoxCopy(notice_article(notice, name), (), RANK, 0, False, "black_frame")
    box = measure_story_box(copy, grid, kit, range(1, min(WIDEST, grid.columns) + 1))
    return replace(box, kind="notice")
