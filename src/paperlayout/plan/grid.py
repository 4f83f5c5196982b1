"""The grids a page may be made up on: the house's rows, nominal first, each with its leading (the outer choice of the fit)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.issue.house import GridStyle
from paperlayout.plan.page_plan import Block


@dataclass(frozen=True, slots=True)
class RowCount:
    """One choice of rows a page: leading in points, rows its 报头 or 报眉 takes, and the block that copy may fill."""

    rows: int
    leading: float
    top: int
    area: Block


def row_counts(style: GridStyle, top_height: float, first: int | None = None) -> Iterator[RowCount]:
    """Every number of rows the house allows, the nominal first, under a 报头 or 报眉 so high. The last row is the credits' or the 地线's.

    After the nominal comes what is furthest from it: a row more or fewer mostly gives the same page again. `first`: the rows a page was kept with,
    which come before all others.
    """
    for rows in sorted(range(style.fewest_rows, style.most_rows + 1), key=lambda r: (r != first, r != style.rows, -abs(r - style.rows), r)):
        leading = style.height / rows
        top = math.ceil(top_height / leading - 1e-6)
        yield RowCount(rows, leading, top, Block(0, top, style.columns, rows - 1 - top))
