"""Page rules of structure: seams, cuts, crosses, interlock, balance (make-up §2, R4, R5, R12, R15, R17, R20)."""

from collections.abc import Iterator
from itertools import groupby, pairwise, product

from paperlayout.grid import Block
from paperlayout.plan.judge.plan_view import Cell, PlanView, bits
from paperlayout.plan.judge.rules_text import subhead_places
from paperlayout.plan.page_plan import Fault, Owner

LONGEST_SEAM = 0.6
LARGEST_GRAY = 0.2
MOST_BOXES = 2
MOST_MEASURES = 2
OFF_LINE = 2
"""Rows by which two cuts at the sides of a gutter may differ and still read as one line."""
RAIL = 4
"""So many blocks of one width under one another are a rail."""
MOST_WHITE = 2
"""Rows of white between two blocks at most."""
FROM_STORIES = 4
"""Pages of fewer stories need no interlock."""


def seam(view: PlanView) -> Iterator[Fault]:
    """断版 (R4): a gutter clear over more than 0.6 of the page."""
    for left, right in pairwise(view.owners):
        longest = run = 0
        for a, b in zip(left, right, strict=True):
            run = run + 1 if a != b else 0
            longest = max(longest, run)
        share = longest / view.area.rows
        if share > LONGEST_SEAM:
            yield Fault("seam", view.prices.seam + view.prices.seam_per_share * (share - LONGEST_SEAM))


def through_cut(view: PlanView) -> Iterator[Fault]:
    """通线 (R5): a cut clear across the page; one under a full-width lead or over a full-width foot strip is allowed."""
    cuts = _clear_rows(view)
    free = 1 if any(_full_width(view, row - 1) or _full_width(view, row + 2) for row in cuts) else 0
    if len(cuts) > free:
        yield Fault("through_cut", view.prices.through_cut * (len(cuts) - free))


def _clear_rows(view: PlanView) -> list[int]:
    """The first row of each cut that runs right across."""
    clear = [all(column[row] is None for column in view.owners) for row in range(view.area.rows)]
    return [row for row in range(1, view.area.rows) if clear[row] and not clear[row - 1]]


def _full_width(view: PlanView, row: int) -> bool:
    """Whether one story or box owns the whole row."""
    return row < view.area.rows and len({column[row] for column in view.owners}) == 1


def rail(view: PlanView) -> Iterator[Fault]:
    """R4: four items and more of one width under one another are a rail beside the page and not a part of it; a 简讯 box holds them better."""
    items = [*((s.block, s.owner) for s in view.plan.slots), *((b.block, b.owner) for b in view.plan.boxes)]
    for _, group in groupby(sorted(items, key=_place), key=lambda item: (item[0].column, item[0].columns)):
        run: list[tuple[Block, Owner]] = []
        for item in (*group, None):
            if item and run and item[0].row - run[-1][0].foot <= MOST_WHITE:
                run.append(item)
                continue
            if len(run) >= RAIL:
                yield Fault("rail", view.prices.rail + view.prices.rail_per_story * (len(run) - RAIL), tuple(owner for _, owner in run))
            run = [item] if item else []


def _place(item: tuple[Block, Owner]) -> tuple[int, int, int]:
    return item[0].column, item[0].columns, item[0].row


def cross(view: PlanView) -> Iterator[Fault]:
    """田字: a gutter and a cut that cross, so that four blocks meet at a point, or nearly: a cut a row or two off on the other side reads as one line."""
    last = view.area.rows - 1
    for left, right in pairwise(view.owners):
        for (a, b), (c, d) in product(_white_runs(left), _white_runs(right)):
            top, foot = min(a, c), max(b, d)
            if abs(a - c) > OFF_LINE or top == 0 or foot == last:
                continue
            above, below = (left[top - 1], right[top - 1]), (left[foot + 1], right[foot + 1])
            if above[0] != above[1] and below[0] != below[1] and None not in (*above, *below):
                yield Fault("cross", view.prices.cross)


def _white_runs(column: list[Cell]) -> Iterator[tuple[int, int]]:
    """First and last row of each run of white in a column."""
    start = None
    for row, owner in enumerate(column):
        if owner is None and start is None:
            start = row
        elif owner is not None and start is not None:
            yield start, row - 1
            start = None
    if start is not None:
        yield start, len(column) - 1


def no_interlock(view: PlanView) -> Iterator[Fault]:
    """咬合 (R12): a page of four stories and more is no mere pile: a story wraps a corner, or a cut meets a seam in a T."""
    plan = view.plan
    if len(plan.slots) + len(plan.boxes) < FROM_STORIES or any(slot.corner for slot in plan.slots):
        return
    if not any(_ends_in_a_story(view, row) for row in range(1, view.area.rows)):
        yield Fault("no_interlock", view.prices.no_interlock)


def _ends_in_a_story(view: PlanView, row: int) -> bool:
    """Whether a cut at a row stops at the side of a story that runs on."""
    white = [column[row] is None and column[row - 1] is not None for column in view.owners]
    return any(white) and not all(white)


def balance(view: PlanView) -> Iterator[Fault]:
    """轻重 (R15): heads and photos weigh about the middle of the page."""
    boxes = [b.block for b in view.plan.boxes if not b.variant.pictures]
    weights = [*((p.block, 1.0) for p in view.pictures), *((h.block, 1.0) for h in view.heads), *((b, 0.45) for b in boxes)]
    mass = sum(b.columns * b.rows * w for b, w in weights)
    if not mass:
        return
    x = sum(b.columns * b.rows * w * view.across(b) for b, w in weights) / mass
    y = sum(b.columns * b.rows * w * view.down(b) for b, w in weights) / mass
    price = (
        view.prices.balance_across_per_share * max(0.0, abs(x - 0.5) - 0.06)
        + view.prices.balance_down_per_share * max(0.0, y - 0.52)
        + view.prices.balance_up_per_share * max(0.0, 0.24 - y)
    )
    if price > 0.5:
        yield Fault("balance", price, slight=0.38 <= x <= 0.62 and 0.24 <= y <= 0.55)


def empty_quadrant(view: PlanView) -> Iterator[Fault]:
    """R15: each quarter of the page has a head, a picture or a box."""
    shown = _shown(view)
    middle = (view.area.column + view.area.columns / 2, view.area.row + view.area.rows / 2)
    for right in (False, True):
        for low in (False, True):
            if not any((b.right > middle[0] if right else b.column < middle[0]) and (b.foot > middle[1] if low else b.row < middle[1]) for b in shown):
                yield Fault("empty_quadrant", view.prices.empty_quadrant)


def _shown(view: PlanView) -> list[Block]:
    """Whatever is no mere text: heads, subheads, pictures, boxes."""
    subheads = [Block(column, row, 1, 2).at(s.block) for s in view.plan.slots for column, row in subhead_places(s)]
    return [*(h.block for h in view.heads), *subheads, *(p.block for p in view.pictures), *(b.block for b in view.plan.boxes)]


def gray_field(view: PlanView) -> Iterator[Fault]:
    """R15: no rectangle of mere text takes more than a fifth of the page."""
    share = _largest_gray(view) / view.cells
    if share > LARGEST_GRAY:
        yield Fault("gray_field", view.prices.gray_field + view.prices.gray_field_per_share * (share - LARGEST_GRAY))


def _largest_gray(view: PlanView) -> int:
    """Cells of the largest rectangle of mere text; a column's rows are the bits of a number."""
    area = view.area
    gray = list(view.text)
    for block in _shown(view):
        rows = bits(block.row - area.row, block.rows)
        for column in range(block.column - area.column, block.right - area.column):
            gray[column] &= ~rows
    largest = 0
    for first in range(area.columns):
        rows = gray[first]
        for after in range(first + 1, area.columns + 1):
            largest = _largest_over(rows, after - first, largest)
            rows &= gray[after] if after < area.columns else 0
    return largest


def _largest_over(gray: int, width: int, largest: int) -> int:
    """Cells of the longest run of ones over so many columns, where they are more than those of the largest known."""
    rows = largest // width + 1
    runs = _runs(gray, rows)
    while runs:
        largest = width * rows
        rows += 1
        runs &= runs >> 1
    return largest


def _runs(ones: int, rows: int) -> int:
    """Where so many ones in a row begin."""
    done = 1
    while done < rows and ones:
        step = min(done, rows - done)
        ones &= ones >> step
        done += step
    return ones


def too_many_boxes(view: PlanView) -> Iterator[Fault]:
    """R20: two boxes or grounds a page at most."""
    framed = [b for b in view.plan.boxes if b.framed]
    if len(framed) > MOST_BOXES:
        yield Fault("too_many_boxes", view.prices.too_many_boxes * (len(framed) - MOST_BOXES), tuple(b.owner for b in framed))


def broken_measures(view: PlanView) -> Iterator[Fault]:
    """破栏 (R17): two stories at most are set in a measure of their own without a frame."""
    broken = [b for b in view.plan.boxes if not b.framed and b.variant.head_rows and not b.variant.pictures]
    if len(broken) > MOST_MEASURES:
        yield Fault("broken_measures", view.prices.broken_measures * (len(broken) - MOST_MEASURES))
