"""Over and short: the page that comes nearest when none fits, and what would make it fit, each cure tried before it is offered."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal

from paperlayout.grid import Block
from paperlayout.issue.content import Photo
from paperlayout.plan.mode import EXACT, LEAVE_SHORT, CutStory, Mode
from paperlayout.plan.page_plan import PagePlan
from paperlayout.plan.search.search import Search
from paperlayout.story.copy import Copy
from paperlayout.story.measured import Choice, FigureVariant, FlowItem, MeasuredFigure, MeasuredStory

CureKind = Literal["cut", "drop", "move", "photo", "more", "brief"]
Plan = Callable[[Copy, Mode], PagePlan | None]
"""Makes up a copy in a mode."""

MOST_CURES, MOST_TRIED = 3, 5
LARGE_CUT = 0.4
"""A lead that would lose more than this share of its lines is not what is wrong; longer stories are tried in its place."""
OTHERS_CUT = 2
FILLER_COLUMNS, FILLER_ROWS = 2, (8, 26)
"""A picture that fills a hole: its columns, and between how many rows it still looks like one."""
SPREAD = 2
"""Rows by which a filler may be larger or smaller than the hole."""


@dataclass(frozen=True, slots=True)
class Cure:
    """Something that was tried and makes the page fit: cut a story by rows, drop its photo, move it away; or a photo, lines or a brief more."""

    kind: CureKind
    story: int
    rows: int = 0
    photo: int = 0


def verdict(search: Search) -> Literal["over", "short"] | None:
    """Whether a page is over or short whatever is done with it, by the least and the most cells its items can take; None when that does not tell."""
    least = most = 0
    for item in range(search.all.bit_length()):
        cells = list(search.cells(item))
        if not cells:
            return "over"
        least += min(cells)
        most += max(cells)
    page = search.columns * search.rows
    white = WHITE_ROWS * search.columns * (search.all.bit_length() - 1)
    return "over" if least > page else "short" if most + white < page else None


WHITE_ROWS = 2
"""Rows of white over a block at most."""


def nearest_page(copy: Copy, area: Block, plan: Plan) -> PagePlan:
    """The page that comes nearest: a story cut, or rows left empty, by the fewest rows."""
    found = [p for p in (plan(copy, CutStory(0)), plan(copy, LEAVE_SHORT)) if p is not None]
    lines = copy.stories[0].flow.lines if copy.stories else 0
    if not found or min(_misfit(p) for p in found) > LARGE_CUT * lines:
        longest = sorted(range(1, len(copy.stories)), key=lambda i: -copy.stories[i].flow.lines)
        found += [p for i in longest[:OTHERS_CUT] if (p := plan(copy, CutStory(i))) is not None]
    if found:
        return min(found, key=lambda p: (_misfit(p), p.cost))
    over = sum(s.flow.lines for s in copy.stories)
    return PagePlan(rows=area.rows, area=area, slots=(), boxes=(), cost=0.0, over_rows=over, front=copy.front)


def _misfit(plan: PagePlan) -> int:
    return plan.over_rows + plan.short_rows


def cures(copy: Copy, misfit: PagePlan, plan: Plan) -> tuple[Cure, ...]:
    """Up to three ways to make the page fit, smallest first."""
    tried = islice(_over_cures(copy, misfit) if misfit.over_rows else _short_cures(copy, misfit), MOST_TRIED)
    own = [Cure("cut", misfit.cut, misfit.over_rows)] if misfit.over_rows and misfit.slots else []
    return (*own, *islice((t.cure for t in tried if plan(t.copy, EXACT)), MOST_CURES - len(own)))


@dataclass(frozen=True, slots=True)
class _CureTrial:
    """A cure, and the copy as it would be."""

    cure: Cure
    copy: Copy


def _over_cures(copy: Copy, misfit: PagePlan) -> Iterator[_CureTrial]:
    """Stories and photos that could go, those nearest to what is over first."""
    if len(copy.stories) > 1:
        movable = sorted(range(1, len(copy.stories)), key=lambda i: abs(copy.stories[i].flow.lines - misfit.over_rows))
        for i in movable[:2]:
            yield _CureTrial(Cure("move", i, copy.stories[i].flow.lines), replace(copy, stories=(*copy.stories[:i], *copy.stories[i + 1 :])))
    for i, story in enumerate(copy.stories):
        for n in range(len(story.figures) - 1, -1, -1):
            without = replace(story, figures=(*story.figures[:n], *story.figures[n + 1 :]))
            yield _CureTrial(Cure("drop", i, 0, n), _with(copy, i, without))


def _short_cures(copy: Copy, misfit: PagePlan) -> Iterator[_CureTrial]:
    """What could fill the hole: a photo, lines more in a story, a brief."""
    hole, lead, price = misfit.short_rows, copy.stories[0], copy.prices.planner.filler_per_row
    rows = math.ceil(hole / FILLER_COLUMNS) - 3
    if FILLER_ROWS[0] <= rows <= FILLER_ROWS[1]:
        for i, story in enumerate(copy.stories[:2]):
            yield _CureTrial(Cure("photo", i, rows), _with(copy, i, replace(story, figures=(*story.figures, _filler(rows, price)))))
    yield _CureTrial(Cure("more", 0, hole), _with(copy, 0, _longer(lead, hole, price)))
    last = copy.stories[-1]
    lines = hole - 6
    if lines >= 5 and not last.vertical:
        brief = replace(last, id=f"{last.id}+", figures=(), flow=replace(last.flow, items=(_lines(lines, price),)))
        yield _CureTrial(Cure("brief", len(copy.stories), lines), replace(copy, stories=(*copy.stories, brief)))


def _with(copy: Copy, index: int, story: MeasuredStory) -> Copy:
    return replace(copy, stories=(*copy.stories[:index], story, *copy.stories[index + 1 :]))


def _longer(story: MeasuredStory, lines: int, price: float) -> MeasuredStory:
    return replace(story, flow=replace(story.flow, items=(*story.flow.items, _lines(lines, price))))


def _lines(lines: int, price: float) -> FlowItem:
    """Text that is not there yet, in about so many rows; the price of each off."""
    return FlowItem("paragraph", tuple(Choice(n, price * abs(n - lines)) for n in range(max(1, lines - SPREAD), lines + SPREAD + 1)))


def _filler(rows: int, price: float) -> MeasuredFigure:
    """A photo that is not there yet, in about so many rows; the price of each off."""
    variants = tuple(FigureVariant(FILLER_COLUMNS, n, 1, 0.0, price * abs(n - rows)) for n in range(rows - SPREAD, rows + SPREAD + 1))
    return MeasuredFigure(Photo(id="filler", file=Path()), 1.5, variants)
