"""Marks of a draft page: where copy stops that does not fit, or rows that stand empty, with the amount, in red."""

from collections.abc import Iterator

from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Outline, Rule
from paperlayout.plan.page_plan import PagePlan, Slot
from paperlayout.setting.horizontal import StyledText, ink_of, set_display
from paperlayout.story.measured import Unbroken

NOTE = Type("hei-700", 10, 0.0, "red")
NOTE_DROP = 40.0
"""The note stands below the type area, in the margin, so that it overprints nothing."""
MARK = 7.0


def draft_frames(plan: PagePlan, over_chars: int, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """The marks of a page that is over or short; none on a page that fits."""
    if not plan.slots or not (plan.over_rows or plan.short_rows):
        return
    if plan.over_rows:
        note = f"草样：超版 {over_chars} 字（{plan.over_rows} 行），从红框处起未排"
        items = [*_stop(next(s for s in plan.slots if s.story == plan.cut), grid, kit)]
    else:
        note = f"草样：排不满，红框内还空 {plan.short_rows} 行"
        items = [item for slot in plan.slots for item in _empty(slot, grid, kit)]
    at = Point(grid.left, grid.top + (grid.rows - 1) * grid.leading + NOTE_DROP)
    items += set_display(kit, (StyledText(note, NOTE),), at)
    yield Frame(id="draft", kind="rule", rect=Rect(grid.left, at.y - NOTE.size, grid.right, at.y + 2), items=tuple(items), text=note)


def _stop(slot: Slot, grid: Grid, kit: Kit) -> Iterator[DrawnItem]:
    """A red box with a cross in the gutter beside the last line that was set."""
    leg = slot.legs[-1]
    x = grid.x(leg.column + slot.block.column) + grid.column + 2
    y = grid.ink_foot(leg.row + slot.block.row + leg.rows - 1) - MARK
    red = ink_of(kit, "red")
    yield Outline(Rect(x, y, x + MARK, y + MARK), 1.0, red)
    yield Rule(Point(x, y + MARK / 2), Point(x + MARK, y + MARK / 2), 1.0, red)
    yield Rule(Point(x + MARK / 2, y), Point(x + MARK / 2, y + MARK), 1.0, red)


def _empty(slot: Slot, grid: Grid, kit: Kit) -> Iterator[DrawnItem]:
    """Red boxes round the empty rows at the end of a story."""
    rows = sum(p.lines for p in slot.picks if p.setting is Unbroken.EMPTY)
    for leg in reversed(slot.legs):
        if not rows:
            return
        taken = min(rows, leg.rows)
        block = Block(leg.column + slot.block.column, leg.row + slot.block.row + leg.rows - taken, 1, taken)
        yield Outline(grid.picture(block), 1.0, ink_of(kit, "red"))
        rows -= taken
