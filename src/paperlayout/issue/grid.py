"""The arithmetic of the 版心格: columns, characters, rows and gap that fit a trim."""

import math
from dataclasses import dataclass

from paperlayout.geometry import Size
from paperlayout.issue.house import GridStyle
from paperlayout.issue.values import BadValue
from paperlayout.units import Pt, mm

SIDE = mm(14)  # house-style §1: 14.4 mm at the sides, 16.9 mm above and below
HEAD = mm(16.5)
LEADING = 1.5
LEAST_LEADING = 1.15
LEAST_GAP = 0.5  # 字; narrower and the columns read as one
EASY_GAP = 1.0
WIDEST_GAP = 3.0
GAP_STEP = 0.25
COLUMNS = 6
LARGE_TRIM = mm(380)  # a broadsheet is read at arm's length: 五号; smaller trims take 小五
LEAST_CHARS = 10


@dataclass(frozen=True, slots=True)
class GridWish:
    """What paper.yaml asks of the grid; None leaves it to the trim. `rows` is fewest, nominal, most; `margins` above and below, and at the sides."""

    columns: int | None = None
    chars: int | None = None
    size: Pt | None = None
    rows: tuple[int, int, int] | None = None
    margins: tuple[Pt, Pt] | None = None


def derive(trim: Size, wish: GridWish) -> GridStyle:
    """The grid of a trim: whole characters in equal columns, whole rows, the type area in the middle.

    Raises BadValue with the arithmetic when the columns leave no gap.
    """
    head, side = wish.margins or (HEAD, SIDE)
    size = wish.size or (10.5 if trim.width >= LARGE_TRIM else 9.0)
    width, height = trim.width - 2 * side, trim.height - 2 * head
    columns = wish.columns or _columns(width, size, wish.chars)
    chars = wish.chars or max(int((width - (columns - 1) * EASY_GAP * size) / columns / size), 1)
    gap = _gap(width, columns, chars, size, exact=wish.margins is not None)
    fewest, rows, most = wish.rows or _rows(height, size)
    leading = _leading(height, rows, most, size) if wish.rows else LEADING * size
    return GridStyle(
        columns=columns, chars=chars, size=size, rows=rows, fewest_rows=fewest, most_rows=most, height=rows * leading,
        top=round((trim.height - rows * leading) / 2, 2), column_gap=gap,
    )  # fmt: skip


def _columns(width: Pt, size: Pt, chars: int | None) -> int:
    """As many columns up to six as leave each the characters asked for, or enough to read well."""
    least = (chars or LEAST_CHARS) * size
    gap = (LEAST_GAP if chars else EASY_GAP) * size
    return max(min(COLUMNS, int((width + gap) / (least + gap))), 1)


def _gap(width: Pt, columns: int, chars: int, size: Pt, *, exact: bool) -> Pt:
    """What the columns leave, shared out; without given margins in quarter 字, the rest going to the margins."""
    left = width - columns * chars * size
    gaps = max(columns - 1, 1)
    if left < 0 or (columns > 1 and left / gaps < LEAST_GAP * size):
        raise BadValue("S221", _arithmetic(width, columns, chars, size), _cure(width, columns, size))
    if exact:
        return left / gaps
    return min(math.floor(left / gaps / size / GAP_STEP + 1e-9) * GAP_STEP, WIDEST_GAP) * size


def _arithmetic(width: Pt, columns: int, chars: int, size: Pt) -> str:
    taken = columns * chars * size
    sum_ = f"{columns} 栏 × {chars} 字 × {size:g} 点 = {taken:g} 点，版心宽 {width:.1f} 点"
    if taken > width:
        return f"{sum_}，放不下"
    gap = (width - taken) / max(columns - 1, 1)
    return f"{sum_}，只剩 {width - taken:.1f} 点分给 {columns - 1} 条栏距，每条 {gap / size:.2f} 字，不到 {LEAST_GAP:g} 字"


def _cure(width: Pt, columns: int, size: Pt) -> str:
    most = int((width - (columns - 1) * LEAST_GAP * size) / columns / size)
    return f"{columns} 栏时每栏最多 {most} 字；或减少基本栏、缩小字号、收窄边距" if most > 0 else "减少基本栏或缩小字号"


def _rows(height: Pt, size: Pt) -> tuple[int, int, int]:
    rows = int(height / (LEADING * size))
    if rows < 10:
        raise BadValue("S221.rows", rows=rows)
    return (rows - 2, rows, rows + 2)


def _leading(height: Pt, rows: int, most: int, size: Pt) -> Pt:
    """The leading of so many rows, in quarter points; never so tight that lines run together at the most rows."""
    leading = min(math.floor(height / rows * 4) / 4, 2 * LEADING * size)
    if leading * rows / most < LEAST_LEADING * size:
        raise BadValue("S221.leading", rows=most, leading=f"{leading * rows / most:.2f}", size=f"{size:g}", most=int(height / LEAST_LEADING / size))
    return leading


def grid_fault(grid: GridStyle, trim: Size) -> str | None:
    """What is wrong with a grid whose numbers were set one by one."""
    if not (grid.columns and grid.chars):
        return "栏数、每栏字数不能是 0"
    width = grid.columns * grid.chars * grid.size + (grid.columns - 1) * grid.column_gap
    if width > trim.width:
        return f"版心宽 {width:.1f} 点，比开本的 {trim.width:.1f} 点还宽"
    if grid.columns > 1 and grid.column_gap < LEAST_GAP * grid.size:
        return f"栏距 {grid.column_gap:g} 点不到半个字（{LEAST_GAP * grid.size:g} 点）"
    if grid.top + grid.height > trim.height:
        return f"版心到 {grid.top + grid.height:.1f} 点，比开本的 {trim.height:.1f} 点还高"
    if not 0 < grid.fewest_rows <= grid.rows <= grid.most_rows:
        return f"行数不成范围：{grid.fewest_rows} ≤ {grid.rows} ≤ {grid.most_rows} 不成立"
    if grid.height / grid.most_rows < LEAST_LEADING * grid.size:
        return f"{grid.most_rows} 行时行距只有 {grid.height / grid.most_rows:.2f} 点，字号 {grid.size:g} 点排不开"
    return None
