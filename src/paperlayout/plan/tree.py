"""A page cut into blocks: one item, one above another, side by side, or a story that wraps a block in its lower corner (咬合)."""

from collections.abc import Iterator
from typing import NamedTuple

from paperlayout.plan.model import Block, Tree


class Standing(NamedTuple):
    """Where an item of a tree stands, and the corner it leaves to others, counted from its own upper left."""

    item: int
    block: Block
    corner: Block | None = None


def standings(tree: Tree, column: int = 0, row: int = 0) -> Iterator[Standing]:
    """The items of a tree at their places, first part first."""
    match tree.kind:
        case "item":
            yield Standing(tree.item, Block(column, row, tree.columns, tree.rows))
        case "stack":
            first, second = tree.parts
            yield from standings(first, column, row)
            yield from standings(second, column, row + first.rows + tree.gap)
        case "side":
            first, second = tree.parts
            yield from standings(first, column, row)
            yield from standings(second, column + first.columns, row)
        case "lock":
            outer, inner = tree.parts
            rows = inner.rows + tree.gap
            corner = Block(0 if tree.left else tree.columns - inner.columns, tree.rows - rows, inner.columns, rows)
            yield Standing(outer.item, Block(column, row, tree.columns, tree.rows), corner)
            yield from standings(inner, column + corner.column, row + tree.rows - inner.rows)
