"""Real news cut into stories: the month of People's Daily as articles with head, deck, byline, subheads and body, lengths as they are.

The corpus has no mark between articles. A short line without a stop after a finished paragraph is a head when a deck, a byline or a dateline follows it,
and a subhead of the story it stands in otherwise. Heads that carry no story are kept aside: kickers, captions and subheads are taken from them.
"""

import math
import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from text.news import corpus

from paperlayout.fonts.book import FontBook

CHARS = 15
"""字 in a column of the house's grid."""
SUBHEAD = "## "
ENDED = re.compile("[。！？”’）…』：；]$")
STOP = re.compile("[。；！？…：，、）]")
BYLINE = re.compile("^(本报|新华社|人民日报)?(通讯员|记者|评论员)")
DATELINE = re.compile("^(本报|新华社|据新华社|据|中新社)?.{0,12}(讯|电|消息)|报道：")
ODD = re.compile("[＊○△▲●＝＞∶／－＋［］①-⑦⑵ⅡⅢ〈〉]")
TABLE = re.compile("[0-9.]{6}|、.*、")
TIDIED = (("———", "——"), ("『", "“"), ("』", "”"), ("（附图片1张）", ""), ("（图片）", ""), ("（附图片2张）", ""))


@dataclass(frozen=True)
class Story:
    """A story as it was printed. Lines of the body that begin with `## ` are its subheads."""

    title: str
    deck: str
    byline: str
    body: tuple[str, ...]

    @cached_property
    def chars(self) -> int:
        return sum(len(line.removeprefix(SUBHEAD)) for line in self.body)

    @cached_property
    def lines(self) -> int:
        """Rows at the base measure: what `ems` say, paragraph by paragraph, and two or three rows for a subhead."""
        return sum(subhead_rows(line.removeprefix(SUBHEAD)) if line.startswith(SUBHEAD) else paragraph_lines(line, CHARS) for line in self.body)


@dataclass(frozen=True)
class News:
    """Stories of a month and the heads without a story, both in the order of the paper. `left_out` counts stories with characters our faces lack."""

    stories: tuple[Story, ...]
    heads: tuple[str, ...]
    left_out: int


def ems(text: str) -> float:
    """Natural width in 字: Latin letters and digits are half as wide."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def paragraph_lines(text: str, measure: int, before: int = 2) -> int:
    """Lines of a paragraph with so many 字 before it."""
    return math.ceil((ems(text) + before) / measure)


def subhead_rows(text: str) -> int:
    """House style §6: two rows in one line of eleven 字, three else."""
    return 2 if ems(text) <= 11 else 3


def news(folder: Path) -> News:
    """The month's stories; fetched into the folder when they are not there. Raises text.news.Unreachable."""
    return _cut(tuple(line for given in corpus(folder) if (line := _tidied(given.text))))


def _tidied(text: str) -> str:
    for old, new in TIDIED:
        text = text.replace(old, new)
    return text.strip()


@cache
def _cut(lines: tuple[str, ...]) -> News:
    starts = [i for i, (before, line) in enumerate(pairwise(lines), 1) if ENDED.search(before) and _is_head(line) and _opens(lines, i)]
    found = [_story(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]
    whole = [s for s in found if s.chars >= 90 and not ODD.search(s.title + s.deck + "".join(s.body)) and min(len(b) for b in s.body) > 3]
    printable = [s for s in whole if _printable(s)]
    heads = dict.fromkeys(line for line in lines if _is_head(line) and not TABLE.search(line) and not ODD.search(line) and _has_glyphs(line))
    return News(tuple(printable), tuple(heads), len(whole) - len(printable))


def _is_head(line: str) -> bool:
    return 6 <= len(line) <= 30 and not STOP.search(line[-1]) and not BYLINE.search(line) and not line.startswith(("（", "“", "——"))


def _opens(lines: tuple[str, ...], at: int) -> bool:
    """Whether a story begins here: a deck, a byline or a dateline follows."""
    after = lines[at + 1 : at + 3]
    return len(after) == 2 and (_is_head(after[0]) or _is_byline(after[0]) or bool(DATELINE.search(after[0][:60])))


def _is_byline(line: str) -> bool:
    return len(line) <= 16 and not ENDED.search(line) and (bool(BYLINE.search(line)) or len(line) <= 4)


def _story(lines: tuple[str, ...]) -> Story:
    title, *rest = lines
    deck = rest.pop(0) if len(rest) > 1 and _is_head(rest[0]) else ""
    byline = rest.pop(0) if len(rest) > 1 and _is_byline(rest[0]) else ""
    body = [line for line in rest if len(line) >= 20 or (_is_head(line) and len(line) <= 22)]
    marked = [SUBHEAD + line if len(line) < 20 and not ENDED.search(line) else line for line in body]
    while marked and marked[-1].startswith(SUBHEAD):
        marked.pop()
    return Story(title, deck, byline if len(byline) > 4 else "", tuple(_separated(marked)))


def _separated(body: list[str]) -> list[str]:
    """Without subheads that follow one another, and none before the first paragraph."""
    return [line for before, line in pairwise(["## ", *body]) if not (before.startswith(SUBHEAD) and line.startswith(SUBHEAD))]


def _printable(story: Story) -> bool:
    return all(map(_has_glyphs, (story.title, story.deck, story.byline, *story.body)))


@cache
def _has_glyphs(text: str) -> bool:
    """Whether the song face, which has the whole repertoire, has every character."""
    face = _book().face("song-400")
    return all(face.glyph(char) for char in text)


@cache
def _book() -> FontBook:
    return FontBook()
