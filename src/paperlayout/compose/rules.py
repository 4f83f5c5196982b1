"""Rules: between the legs of a story, between stories side by side and one above the other (house-style §8)."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from paperlayout.compose.frames import rules_frame
from paperlayout.geometry import Point
from paperlayout.grid import Block, Grid
from paperlayout.kit import Kit
from paperlayout.page import Frame, Rule
from paperlayout.plan.judge.plan_view import Cell, owners
from paperlayout.plan.page_plan import Owner, PagePlan, Slot
from paperlayout.setting.horizontal import ink_of
from paperlayout.story.box import MeasuredBox


def rule_frames(plan: PagePlan, boxes: Sequence[MeasuredBox], grid: Grid, kit: Kit) -> Iterator[Frame]:
    """All rules of a page but those inside boxes."""
    rules = [rule for slot in plan.slots for rule in _legs(slot, grid, kit)]
    framed = frozenset(Owner("box", i) for i, box in enumerate(boxes) if box.framed)
    rules += _side_by_side(plan, framed, grid, kit)
    rules += _cutoffs(plan, framed, grid, kit)
    if rules:
        yield rules_frame(rules)


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Unbroken runs of sorted rows, as first and last."""
    start = None
    for i, row in enumerate(rows):
        if start is None:
            start = row
        if i + 1 == len(rows) or rows[i + 1] != row + 1:
            yield start, row
            start = None


def _legs(slot: Slot, grid: Grid, kit: Kit) -> Iterator[Rule]:
    """Between the legs of one story: from ink top to ink foot, parted where a picture or the head crosses the gutter."""
    figures, head = [f.block.at(slot.block) for f in slot.figures], _head(slot).at(slot.block)
    crossing = [*figures, head, *(gutter for f in figures if (gutter := _beside_head(f, head)))]
    corner = slot.corner.at(slot.block) if slot.corner else None
    for column in range(slot.block.column, slot.block.right - 1):
        rows = [r for r in range(slot.block.row, slot.block.foot) if not any(_crosses(b, column, r) for b in crossing) and not _in_corner(corner, column, r)]
        yield from (_upright(column, first, last, kit.house.look.rules.column, grid, kit) for first, last in _runs(rows))


def _head(slot: Slot) -> Block:
    """The head; a 竖题 keeps the rule off the gutter at its right too, since it divides nothing (house-style §4)."""
    head = slot.head_block
    return Block(head.column, head.row, head.columns + 1, head.rows) if slot.head.vertical else head


def _beside_head(figure: Block, head: Block) -> Block | None:
    """The gutter between a head and the photo beside it, which no rule parts: they belong together."""
    column = {head.right: head.right - 1, head.column - figure.columns: head.column - 1}.get(figure.column)
    return Block(column, head.row, 2, head.rows) if column is not None and figure.row < head.foot and head.row < figure.foot else None


def _crosses(block: Block, column: int, row: int) -> bool:
    return block.column <= column < block.right - 1 and block.row <= row < block.foot


def _in_corner(corner: Block | None, column: int, row: int) -> bool:
    return corner is not None and corner.column <= column + 1 and column < corner.right and row >= corner.row


def _upright(column: int, first: int, last: int, weight: float, grid: Grid, kit: Kit) -> Rule:
    x = grid.x(column + 1) - grid.column_gap / 2
    return Rule(Point(x, grid.ink_top(first)), Point(x, grid.ink_foot(last)), weight, ink_of(kit, "black"))


def _side_by_side(plan: PagePlan, framed: frozenset[Owner], grid: Grid, kit: Kit) -> Iterator[Rule]:
    """Between two items side by side; a framed box needs none, its frame or ground is divider enough."""
    cells = owners(plan)
    for column in range(plan.area.columns - 1):
        pairs = zip(cells[column], cells[column + 1], strict=True)
        rows = [r + plan.area.row for r, (a, b) in enumerate(pairs) if a and b and a != b and not {a, b} & framed]
        bridged = sorted({*rows, *_bridges(rows, cells[column], cells[column + 1], plan.area.row)})
        yield from (_upright(column + plan.area.column, first, last, kit.house.look.rules.story, grid, kit) for first, last in _runs(bridged))


def _bridges(rows: list[int], left: list[Cell], right: list[Cell], top: int) -> Iterator[int]:
    """Rows of white on one side of a gutter that part one rule in two: the rule runs on beside them."""
    for above, below in pairwise(rows):
        white = range(above + 1, below)
        if 0 < len(white) <= 2 and all((left[r - top] is None) != (right[r - top] is None) for r in white):
            yield from white


def _cutoffs(plan: PagePlan, framed: frozenset[Owner], grid: Grid, kit: Kit) -> Iterator[Rule]:
    """Above each item that has another over it, in the middle of the white; neighbours at one height share a rule. The frame of a box above is rule enough."""
    unframed = [*(s.block for s in plan.slots), *(b.block for b in plan.boxes if b.owner not in framed)]
    blocks = sorted((b for b in unframed if b.row > plan.area.row), key=lambda b: (b.row, b.column))
    under = _framed_above(plan, framed)
    places = sorted({(block.row, column) for block in blocks for column in range(block.column, block.right)} - under)
    for row, columns in groupby(places, key=lambda place: place[0]):
        y = grid.slot(row - 2) + grid.leading / 2
        for first, last in _runs([column for _, column in columns]):
            yield Rule(Point(grid.x(first), y), Point(grid.x(last) + grid.column, y), kit.house.look.rules.cutoff, ink_of(kit, "black"))


def _framed_above(plan: PagePlan, framed: frozenset[Owner]) -> set[tuple[int, int]]:
    """Row and column of the places that have nothing but white between them and a framed box over them."""
    found = set()
    for column, owned in enumerate(owners(plan), plan.area.column):
        above: Cell = None
        for row, owner in enumerate(owned, plan.area.row):
            if above in framed and owner not in (None, above):
                found.add((row, column))
            above = owner or above
    return found
