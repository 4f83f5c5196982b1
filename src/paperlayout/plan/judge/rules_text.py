"""Page rules of text in its legs: order, length, what stands at their edges (make-up §2, R7, R10, R11)."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, combinations, pairwise

from paperlayout.plan.block.block_area import SHORT_LEG
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.page_plan import Fault, Slot
from paperlayout.story.measured import Unbroken

LONGEST_RUN, AIM_RUN = 48, 34
"""Rows of text without subhead or picture that are never to be passed, and from which on they grow gray (house-style §14, point 16)."""


def reading_order(view: PlanView) -> Iterator[Fault]:
    """R7: legs are read from left to right, parts of one leg from top to foot."""
    for slot in view.plan.slots:
        places = [(leg.column, leg.row) for leg in slot.legs]
        if places != sorted(places):
            yield Fault("reading_order", view.prices.cross, (slot.owner,))


def lost_thread(view: PlanView) -> Iterator[Fault]:
    """R7: the next leg begins beside the one before, not under its foot across a picture or another story, where nobody looks for it."""
    for slot in view.plan.slots:
        drops = [b.row - a.row - a.rows for a, b in pairwise(slot.legs) if b.column > a.column]
        price = sum(view.prices.lost_thread + view.prices.lost_thread_per_row * drop for drop in drops if drop > 0)
        if price:
            yield Fault("lost_thread", price, (slot.owner,))


def short_leg(view: PlanView) -> Iterator[Fault]:
    """R11: no leg of fewer than five lines. Priced where legs are broken; told here."""
    for slot in view.plan.slots:
        if any(leg.rows < SHORT_LEG for leg in slot.legs):
            yield Fault("short_leg", 0.0, (slot.owner,))


def gray_run(view: PlanView) -> Iterator[Fault]:
    """R11: a leg without subhead or picture grows gray."""
    for slot in view.plan.slots:
        for run in text_runs(slot):
            if run > AIM_RUN:
                price = view.prices.gray_run_per_row * (run - AIM_RUN) + view.prices.gray_run_long_per_row * max(0, run - LONGEST_RUN)
                yield Fault("gray_run", price, (slot.owner,), run <= LONGEST_RUN)


def text_runs(slot: Slot) -> Iterator[int]:
    """Rows of each unbroken run of text in the story's legs; a subhead parts a run."""
    marks = sorted(_subhead_rows(slot))
    start = 0
    for leg in slot.legs:
        inside = [m for m in marks if start < m < start + leg.rows]
        yield from (b - a for a, b in pairwise([start, *inside, start + leg.rows]))
        start += leg.rows


def subheads_in_a_row(view: PlanView) -> Iterator[Fault]:
    """Subheads of neighbouring legs at one height read across (碰题 of subheads)."""
    for slot in view.plan.slots:
        for (c, r), (d, q) in combinations(subhead_places(slot), 2):
            if abs(c - d) == 1 and abs(r - q) < 4:
                yield Fault("subheads_in_a_row", view.prices.subheads_in_a_row, (slot.owner,))


def stranded_subhead(view: PlanView) -> Iterator[Fault]:
    """R10: a subhead has two lines of text over it and under it in its leg. Priced where legs are broken; told here."""
    for slot in view.plan.slots:
        places = list(subhead_places(slot))
        tops = {(leg.column, leg.row) for leg in slot.legs[1:]}
        if any((column, row) in tops or (column, row - 1) in tops for column, row in places):
            yield Fault("stranded_subhead", 0.0, (slot.owner,))


def lonely_line(view: PlanView) -> Iterator[Fault]:
    """R10: no paragraph's last line alone at a leg's top, no first line alone at a foot. Priced where legs are broken; told here."""
    for slot in view.plan.slots:
        ends = set(accumulate(leg.rows for leg in slot.legs[:-1]))
        at = 0
        for pick in slot.picks:
            if pick.lines > 1 and (at + 1 in ends or at + pick.lines - 1 in ends) and pick.layout is not None:
                yield Fault("lonely_line", 0.0, (slot.owner,))
            at += pick.lines


def subhead_places(slot: Slot) -> Iterator[tuple[int, int]]:
    """Column and row of each subhead in its story's block."""
    ends = list(accumulate((leg.rows for leg in slot.legs), initial=0))
    for at in _subhead_rows(slot):
        leg = bisect_right(ends, at) - 1
        yield slot.legs[leg].column, slot.legs[leg].row + at - ends[leg]


def _subhead_rows(slot: Slot) -> Iterator[int]:
    at = 0
    for pick in slot.picks:
        if pick.setting is Unbroken.SUBHEAD:
            yield at
        at += pick.lines
