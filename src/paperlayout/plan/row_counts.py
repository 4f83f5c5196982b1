"""The grids a page may be made up on: the house's rows, nominal first, each with its leading (the outer choice of the fit)."""

from collections.abc import Iterator

from paperlayout.grid import Grid
from paperlayout.issue.house import House


def row_counts(house: House, front: bool, first: int | None = None) -> Iterator[Grid]:
    """A grid for every number of rows the house allows, the nominal first, under the 报头 of a front page or the 报眉 of another.

    After the nominal comes what is furthest from it: a row more or fewer mostly gives the same page again. `first`: the rows a page was kept with,
    which come before all others.
    """
    style = house.look.grid
    for rows in sorted(range(style.fewest_rows, style.most_rows + 1), key=lambda r: (r != first, r != style.rows, -abs(r - style.rows), r)):
        yield house.grid(rows, house.furniture(front))
