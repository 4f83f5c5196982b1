"""A page cut into blocks: one item, one above another, side by side, or a story that wraps a block in its lower corner (咬合)."""

from typing import NamedTuple

from paperlayout.grid import Block
from paperlayout.plan.page_plan import Tree


class Standing(NamedTuple):
    """Where an item of a tree stands, and the corner it leaves to others, counted from its own upper left."""

    item: int
    block: Block
    corner: Block | None = None

    @property
    def corner_rows(self) -> int:
        """The rows of the corner it leaves."""
        return self.corner.rows if self.corner else 0


def standings(tree: Tree, column: int = 0, row: int = 0) -> list[Standing]:
    """The items of a tree at their places, first part first."""
    found: list[Standing] = []
    _stand(tree, column, row, found)
    return found


def _stand(tree: Tree, column: int, row: int, found: list[Standing]) -> None:
    if tree.kind == "item":
        found.append(Standing(tree.item, Block(column, row, tree.columns, tree.rows)))
        return
    first, second = tree.parts
    if tree.kind == "lock":
        rows = second.rows + tree.gap
        corner = Block(0 if tree.left else tree.columns - second.columns, tree.rows - rows, second.columns, rows)
        found.append(Standing(first.item, Block(column, row, tree.columns, tree.rows), corner))
        _stand(second, column + corner.column, row + tree.rows - second.rows, found)
        return
    _stand(first, column, row, found)
    if tree.kind == "stack":
        _stand(second, column, row + first.rows + tree.gap, found)
    else:
        _stand(second, column + first.columns, row, found)
