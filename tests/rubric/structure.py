"""断版, 通线, 田字, 咬合: how the blocks of a page are cut (R4, R5, R12).

A boundary is where the owner of two neighbouring cells differs; white between stories belongs to the boundary it lies in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rubric.faults import Fault
from rubric.reading import PageRead

SOFT_SEAM, HARD_SEAM = 0.6, 0.85
ARM = 5
"""Rows a gutter must run on both sides of a through cut to make a cross with it."""
ENOUGH_STORIES = 4


@dataclass(frozen=True)
class Run:
    """Rows from `start` up to `end` in which the gutter right of a column is a boundary."""

    column: int
    start: int
    end: int

    @property
    def rows(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Cut:
    """A place between rows where every column changes its owner: the first row after what is above, and the row where what is below begins."""

    start: int
    end: int


def runs(page: PageRead) -> list[Run]:
    """All boundaries that run along gutters."""
    return [run for column in range(page.columns - 1) for run in _runs_of(column, page)]


def _runs_of(column: int, page: PageRead) -> Iterator[Run]:
    start = end = None
    for row in range(page.area.row, page.area.foot):
        left, right = page.at(column, row) or "", page.at(column + 1, row) or ""
        if left != right:
            start, end = row if start is None else start, row + 1
        elif left and start is not None and end is not None:
            yield Run(column, start, end)
            start = end = None
    if start is not None and end is not None:
        yield Run(column, start, end)


def changes(column: int, page: PageRead) -> list[tuple[int, int]]:
    """Where one owner ends in a column and where the next begins, from the top."""
    found, owner, last = [], "", page.area.row
    for row in range(page.area.row, page.area.foot):
        here = page.at(column, row) or ""
        if here and owner and here != owner:
            found.append((last + 1, row))
        if here:
            owner, last = here, row
    return found


def cuts(page: PageRead) -> list[Cut]:
    """通线: where all columns change owner in the same rows."""
    spans = [changes(column, page) for column in range(page.columns)]
    through = [y for y in range(page.area.row + 1, page.area.foot) if all(any(a <= y <= b for a, b in own) for own in spans)]
    starts = [y for y in through if y - 1 not in through]
    return [Cut(y, next(z for z in range(y, page.area.foot + 1) if z + 1 not in through)) for y in starts]


def strips(cut: Cut, page: PageRead) -> bool:
    """Whether the cut lies under one full-width story that stands at the page's top, or over one that stands at its foot."""
    above = {page.at(c, r) for c in range(page.columns) for r in range(page.area.row, cut.start)} - {"", None}
    below = {page.at(c, r) for c in range(page.columns) for r in range(cut.end, page.area.foot)} - {"", None}
    return len(above) == 1 or len(below) == 1


def longest_seam(page: PageRead) -> float:
    """The longest run along a gutter as a share of the page's height."""
    return max((run.rows for run in runs(page)), default=0) / page.area.rows


def seam(page: PageRead) -> Iterator[Fault]:
    """R4 断版: a gutter clear over more than 0.6 of the height; over 0.85 it cuts the page in two."""
    for run in runs(page):
        share = run.rows / page.area.rows
        if share > SOFT_SEAM:
            yield Fault("R4", f"gutter {run.column + 1} is clear over {share:.2f} of the height", share <= HARD_SEAM)


def through_cuts(page: PageRead) -> Iterator[Fault]:
    """R5 通线: a cut clear across; one is allowed under a full-width lead or over a strip at the foot."""
    found = cuts(page)
    exempt = next((cut for cut in found if strips(cut, page)), None)
    yield from (Fault("R5", f"cut across above row {cut.end}") for cut in found if cut != exempt)


def cross(page: PageRead) -> Iterator[Fault]:
    """田字: a cut clear across that a gutter crosses (R4 with R5)."""
    for cut in cuts(page):
        for run in runs(page):
            if run.start <= cut.start - ARM and run.end >= cut.end + ARM:
                yield Fault("cross", f"gutter {run.column + 1} crosses the cut above row {cut.end}")


def interlock(page: PageRead) -> bool:
    """咬合: a story that is no rectangle, a cut that ends inside a gutter's run, or two gutters that part at different heights."""
    return any(_bent(name, page) for name in set(page.owners.values()) - {""}) or _staggered(page)


def _bent(name: str, page: PageRead) -> bool:
    """Whether a story's outline has more than four corners, beyond a row or two."""
    own = [cell for cell, owner in page.owners.items() if owner == name]
    columns = {c for c, _ in own}
    tops = [min(r for c, r in own if c == column) for column in columns]
    feet = [max(r for c, r in own if c == column) for column in columns]
    return max(tops) - min(tops) > 2 or max(feet) - min(feet) > 2


def _staggered(page: PageRead) -> bool:
    """Whether a cut ends at a gutter that runs on above and below it while the other side has none there."""
    for run in runs(page):
        left, right = changes(run.column, page), changes(run.column + 1, page)
        for one, other in ((left, right), (right, left)):
            for a, b in one:
                if run.start + 3 < a and b < run.end - 3 and not any(c <= b and d >= a for c, d in other):
                    return True
    return False


def no_interlock(page: PageRead) -> Iterator[Fault]:
    """R12: a page of four stories or more that is nothing but a stack or a grid."""
    if len({page.owner(f) for f in page.frames if f["kind"] == "headline"}) >= ENOUGH_STORIES and not interlock(page):
        yield Fault("R12", "nothing interlocks")
