"""Page rules (make-up §2): each is one function that finds faults on a dummy; the planner adds their price, `check` prints them."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate, combinations, pairwise

from paperlayout.plan.model import Block, Fault, PagePlan, Slot

Rule = Callable[[PagePlan], Iterator[Fault]]

LONGEST_RUN = 48
AIM_RUN = 34


def heads(plan: PagePlan) -> list[tuple[int, Block, Slot]]:
    """Head blocks at their place on the page."""
    return [(s.story, moved(s.head_block, s.block), s) for s in plan.slots]


def moved(block: Block, by: Block) -> Block:
    """A block of a story at its place on the page."""
    return Block(block.column + by.column, block.row + by.row, block.columns, block.rows)


def pictures(plan: PagePlan) -> list[tuple[int, Block]]:
    """Pictures at their place on the page."""
    return [(s.story, moved(f.picture, s.block)) for s in plan.slots for f in s.figures]


def tombstone(plan: PagePlan) -> Iterator[Fault]:
    """碰题 (R2): two headlines side by side at the same height read as one; hardly so when one of them runs down the page."""
    for (i, a, first), (j, b, second) in combinations(heads(plan), 2):
        if a.right == b.column or b.right == a.column:
            overlap = min(a.foot, b.foot) - max(a.row, b.row)
            if overlap > 0.3 * min(a.rows, b.rows):
                ratio = max(first.head.size, second.head.size) / min(first.head.size, second.head.size)
                across = first.head.vertical != second.head.vertical
                yield Fault("tombstone", 2.0 if across else 20.0 if ratio < 1.6 else 6.0, (i, j), across)


def stacked_heads(plan: PagePlan) -> Iterator[Fault]:
    """叠题 (R3): one headline right above another."""
    for (i, a, _), (j, b, _) in combinations(heads(plan), 2):
        share = a.column < b.right and b.column < a.right
        if share and 0 <= max(b.row - a.foot, a.row - b.foot) < 3:
            yield Fault("stacked_heads", 12.0, (i, j))


def seam(plan: PagePlan) -> Iterator[Fault]:
    """断版 (R4): a gutter clear over more than 0.6 of the page."""
    owner = owners(plan)
    for column in range(plan.area.columns - 1):
        longest = run = 0
        for left, right in zip(owner[column], owner[column + 1], strict=True):
            run = run + 1 if left != right else 0
            longest = max(longest, run)
        share = longest / plan.area.rows
        if share > 0.6:
            yield Fault("seam", 40 * (share - 0.6) + 1, ())


def through_cut(plan: PagePlan) -> Iterator[Fault]:
    """通线 (R5): a cut clear across the page."""
    owner = owners(plan)
    rows = [r for r in range(plan.area.rows) if all(owner[c][r] < 0 for c in range(plan.area.columns))]
    cuts = sum(1 for r in rows if r - 1 not in rows)
    if cuts:
        yield Fault("through_cut", 5.0 * cuts)


def owners(plan: PagePlan) -> list[list[int]]:
    """By column and row of the area: the story or box that owns the cell, -1 for the white between."""
    cells = [[-1] * plan.area.rows for _ in range(plan.area.columns)]
    blocks = [(s.block, s.story, moved(s.corner, s.block) if s.corner else None) for s in plan.slots]
    for block, owner, corner in [*blocks, *((b.block, 100 + b.box, None) for b in plan.boxes)]:
        for column in range(block.column, block.right):
            foot = corner.row if corner and corner.column <= column else block.foot
            for row in range(block.row, foot):
                cells[column - plan.area.column][row - plan.area.row] = owner
    return cells


def size_inversion(plan: PagePlan) -> Iterator[Fault]:
    """R13: a story of lower rank with a larger head."""
    for a, b in combinations(plan.slots, 2):
        if a.story < b.story and b.head.size > a.head.size:
            yield Fault("size_inversion", 3.0 + 0.2 * (b.head.size - a.head.size), (a.story, b.story))
    for a in plan.slots[:1]:
        others = [s.head.size for s in plan.slots[1:] if not s.head.vertical]  # 1.6 × any other horizontal head (house-style §4)
        if others and a.head.size < 1.6 * max(others):
            yield Fault("weak_lead", 4.0 * (1.6 - a.head.size / max(others)) + 1, (a.story,))


def balance(plan: PagePlan) -> Iterator[Fault]:
    """轻重 (R15): heads and photos weigh about the middle of the page."""
    weights = [(b, 1.0) for _, b in pictures(plan)] + [(h, 1.0) for _, h, _ in heads(plan)] + [(b.block, 0.45) for b in plan.boxes]
    mass = sum(b.columns * b.rows * w for b, w in weights)
    if not mass:
        return
    x = sum(b.columns * b.rows * w * (b.column + b.columns / 2 - plan.area.column) for b, w in weights) / mass / plan.area.columns
    y = sum(b.columns * b.rows * w * (b.row + b.rows / 2 - plan.area.row) for b, w in weights) / mass / plan.area.rows
    price = 25 * max(0.0, abs(x - 0.5) - 0.06) + 15 * max(0.0, y - 0.52) + 10 * max(0.0, 0.22 - y)
    if price > 0.5:
        yield Fault("balance", price)


def photo_share(plan: PagePlan) -> Iterator[Fault]:
    """R16: pictures take 12 to 26 % of the area."""
    found = pictures(plan)
    if not found:
        return
    share = sum(b.columns * b.rows for _, b in found) / (plan.area.columns * plan.area.rows)
    least = 0.05 + 0.04 * min(3, len(found))
    off = max(0.0, least - share, share - 0.27)
    if off:
        yield Fault("photo_share", 90 * off)


def dominant(plan: PagePlan) -> Iterator[Fault]:
    """R22: one picture at least twice the next."""
    areas = sorted((b.columns * b.rows for _, b in pictures(plan)), reverse=True)
    if len(areas) > 1 and areas[0] < 1.8 * areas[1]:
        yield Fault("no_dominant_photo", 8.0 * (1.8 - areas[0] / areas[1]) + 1)


def lead_photo(plan: PagePlan) -> Iterator[Fault]:
    """The largest photo is the lead's, if the lead has one."""
    largest = {story: max(b.columns * b.rows for s, b in pictures(plan) if s == story) for story, _ in pictures(plan)}
    lead = min(largest, default=0)
    for story, area in largest.items():
        if lead == 0 and story != lead and area > largest[lead]:
            yield Fault("lead_photo_small", 4.0 + 4.0 * (area / largest[lead] - 1), (lead, story))


def subheads_in_a_row(plan: PagePlan) -> Iterator[Fault]:
    """Subheads of neighbouring legs at one height read across (碰题 of subheads)."""
    for slot in plan.slots:
        for (c, r), (d, q) in combinations(subhead_places(slot), 2):
            if abs(c - d) == 1 and abs(r - q) < 4:
                yield Fault("subheads_in_a_row", 2.0, (slot.story,))


def subhead_places(slot: Slot) -> Iterator[tuple[int, int]]:
    """Column and row of each subhead in its story's block."""
    ends = list(accumulate((leg.rows for leg in slot.legs), initial=0))
    for at in _subhead_rows(slot):
        leg = bisect_right(ends, at) - 1
        yield slot.legs[leg].column, slot.legs[leg].row + at - ends[leg]


def same_row(plan: PagePlan) -> Iterator[Fault]:
    """Pictures stand on a falling line: none beside or right under another (house-style §7)."""
    for (i, a), (j, b) in combinations(pictures(plan), 2):
        apart = abs((a.row + a.foot) - (b.row + b.foot)) / 2
        beside = abs((a.column + a.right) - (b.column + b.right)) / 2
        if apart < 8:
            yield Fault("photos_in_a_row", 4.0, (i, j))
        if beside < 0.6 and max(b.row - a.foot, a.row - b.foot) < 12:
            yield Fault("photos_in_a_stack", 4.0, (i, j))


def beside_the_lead(plan: PagePlan) -> Iterator[Fault]:
    """R14: the lead owns the top of the page; another head up there competes with it and crowds the nameplate."""
    for slot in plan.slots[1:]:
        if slot.block.row == plan.area.row:
            yield Fault("beside_the_lead", 6.0, (slot.story,))


def gray_run(plan: PagePlan) -> Iterator[Fault]:
    """R11: a leg without subhead or picture grows gray."""
    for slot in plan.slots:
        for run in text_runs(slot):
            if run > AIM_RUN:
                yield Fault("gray_run", 0.2 * (run - AIM_RUN) + 0.6 * max(0, run - LONGEST_RUN), (slot.story,), run <= LONGEST_RUN)


def text_runs(slot: Slot) -> Iterator[int]:
    """Rows of each unbroken run of text in the story's legs; a subhead parts a run."""
    marks = sorted(_subhead_rows(slot))
    start = 0
    for leg in slot.legs:
        inside = [m for m in marks if start < m < start + leg.rows]
        edges = [start, *inside, start + leg.rows]
        yield from (b - a for a, b in pairwise(edges))
        start += leg.rows


def _subhead_rows(slot: Slot) -> Iterator[int]:
    at = 0
    for pick in slot.picks:
        if pick.layout == SUBHEAD:
            yield at
        at += pick.lines


SUBHEAD = -2
"""Layout number of a subhead's choices: it has no lines of the composer."""

RULES: tuple[Rule, ...] = (
    tombstone,
    stacked_heads,
    seam,
    through_cut,
    size_inversion,
    balance,
    photo_share,
    dominant,
    lead_photo,
    same_row,
    subheads_in_a_row,
    beside_the_lead,
    gray_run,
)


def faults(plan: PagePlan) -> tuple[Fault, ...]:
    """Every fault of a dummy."""
    return tuple(fault for rule in RULES for fault in rule(plan))
