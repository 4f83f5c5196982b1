"""What an editor gives for an issue, and how full that makes its pages.

Load (make-up §4.1.7) = (body lines + ideal heads + ideal photos + white between stories) / (columns x rows), all in cells of the house's page, by the plain
sums of this module and `corpus`, never by the program's own measuring: so the same issues come out whatever the planner is.

    body    one cell a line of 15 字 (briefs: 14), subheads two or three
    heads   lead 6 columns x 10 rows, second 3 x 5, others 2 x 4; kicker and deck two rows each over the same columns, a standing head two,
            a byline one; a box's head 2 x 3 and each of its briefs 2 x 3 with the rule
    photos  the lead's first over three columns, others over two, in their own ratio, with two rows for caption and white
    white   a row over every story but the first, as wide as its head
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.corpus import Story, paragraph_lines
from bench.pictures import RATIOS

COLUMNS, COLUMN, GAP, LEADING = 6, 157.5, 15.75, 15.75
FRONT_ROWS, INSIDE_ROWS = 80, 89
HEAD_CELLS = {1: (6, 10), 2: (3, 5), 3: (2, 4)}
VERTICAL_HEAD = 20
BOX_MEASURE = 14


@dataclass(frozen=True)
class Shot:
    """A photo given with a story."""

    picture: str
    caption: str
    credit: str = ""

    @property
    def ratio(self) -> float:
        return RATIOS[self.picture]

    def cells(self, columns: int) -> int:
        width = columns * COLUMN + (columns - 1) * GAP
        return columns * (math.ceil(width / self.ratio / LEADING) + 2)


@dataclass(frozen=True)
class Given:
    """A story as the editor gives it for a page."""

    story: Story
    kicker: str = ""
    deck: str = ""
    standing_head: str = ""
    priority: str = ""
    vertical: bool = False
    shots: tuple[Shot, ...] = ()


@dataclass(frozen=True)
class GivenPage:
    """The copy of one page in order of rank, and its briefs."""

    stories: tuple[Given, ...]
    briefs: tuple[Story, ...] = ()
    rows: int = FRONT_ROWS
    name: str = ""

    @property
    def load(self) -> float:
        return self.cells / (COLUMNS * self.rows)

    @property
    def cells(self) -> int:
        return sum(_cells(g, min(i + 1, 3)) for i, g in enumerate(self.stories)) + box_cells(self.briefs)

    @property
    def count(self) -> int:
        """Stories as an editor counts them: a brief is one too."""
        return len(self.stories) + len(self.briefs)


@dataclass(frozen=True)
class GivenIssue:
    """One issue: what makes it come out again, and its pages. `flat`: its copy is given without pages, with their number or not even that."""

    name: str
    pages: tuple[GivenPage, ...]
    flat: bool = False
    told_pages: bool = True
    target: float = field(default=0.0, compare=False)

    @property
    def load(self) -> float:
        return sum(p.cells for p in self.pages) / sum(COLUMNS * p.rows for p in self.pages)


def _cells(given: Given, rank: int) -> int:
    columns, rows = HEAD_CELLS[rank]
    rows += 2 * bool(given.kicker) + 2 * bool(given.deck) + 2 * bool(given.standing_head) + bool(given.story.byline)
    head = VERTICAL_HEAD if given.vertical else columns * rows
    photos = sum(shot.cells(3 if rank == 1 and i == 0 else 2) for i, shot in enumerate(given.shots))
    return head + given.story.lines + photos + (0 if rank == 1 else columns)


def box_cells(briefs: Sequence[Story]) -> int:
    return 8 + sum(6 + sum(paragraph_lines(p, BOX_MEASURE, 5) for p in brief.body) for brief in briefs) if briefs else 0
