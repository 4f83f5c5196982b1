"""A page cut into blocks: one item, one above another, side by side, or a story that wraps a block in its lower corner (咬合)."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, assert_never

from paperlayout.grid import Block

Kind = Literal["stack", "side", "lock"]
"""The ways to cut a block."""


class ItemTree(NamedTuple):
    """A block of one item."""

    columns: int
    rows: int
    item: int


class Side(NamedTuple):
    """Two blocks side by side."""

    columns: int
    rows: int
    left: "Tree"
    right: "Tree"

    @property
    def kind(self) -> Kind:
        return "side"


class Stack(NamedTuple):
    """One block above another, with so many rows of white between."""

    columns: int
    rows: int
    above: "Tree"
    below: "Tree"
    gap: int

    @property
    def kind(self) -> Kind:
        return "stack"


class Lock(NamedTuple):
    """A story (`item`) over the whole block that wraps another in its lower right corner, or the left, with so many rows of white over that."""

    columns: int
    rows: int
    item: int
    inner: "Tree"
    gap: int
    at_left: bool

    @property
    def kind(self) -> Kind:
        return "lock"


CutTree = Side | Stack | Lock
Tree = ItemTree | CutTree
"""A block of whole columns and rows, and how it is cut. No two kinds have as many fields: trees of different kinds are never equal."""


def split(tree: CutTree) -> tuple[int, int]:
    """The items of the two parts of a cut, as bits."""
    match tree:
        case Stack():
            return items_of(tree.above), items_of(tree.below)
        case Side():
            return items_of(tree.left), items_of(tree.right)
        case Lock():
            return 1 << tree.item, items_of(tree.inner)
        case _:
            assert_never(tree)


def items_of(tree: Tree) -> int:
    """The set of a tree's items, as bits."""
    if isinstance(tree, ItemTree):
        return 1 << tree.item
    first, second = split(tree)
    return first | second


def cuts_of(tree: Tree) -> Iterator[CutTree]:
    """A tree and all parts of it that are cut again."""
    match tree:
        case ItemTree():
            return
        case Stack():
            parts: tuple[Tree, ...] = (tree.above, tree.below)
        case Side():
            parts = (tree.left, tree.right)
        case Lock():
            parts = (tree.inner,)
        case _:
            assert_never(tree)
    yield tree
    for part in parts:
        yield from cuts_of(part)


def topology(tree: Tree) -> Tree:
    """The same cuts, whatever their heights."""
    match tree:
        case ItemTree():
            return tree._replace(rows=0)
        case Stack():
            return tree._replace(rows=0, above=topology(tree.above), below=topology(tree.below))
        case Side():
            return tree._replace(rows=0, left=topology(tree.left), right=topology(tree.right))
        case Lock():
            return tree._replace(rows=0, inner=topology(tree.inner))
        case _:
            assert_never(tree)


def renamed(tree: Tree, items: Sequence[int]) -> Tree:
    """The tree with other numbers for its items."""
    match tree:
        case ItemTree():
            return tree._replace(item=items[tree.item])
        case Stack():
            return tree._replace(above=renamed(tree.above, items), below=renamed(tree.below, items))
        case Side():
            return tree._replace(left=renamed(tree.left, items), right=renamed(tree.right, items))
        case Lock():
            return tree._replace(item=items[tree.item], inner=renamed(tree.inner, items))
        case _:
            assert_never(tree)


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
    match tree:
        case ItemTree():
            found.append(Standing(tree.item, Block(column, row, tree.columns, tree.rows)))
        case Stack():
            _stand(tree.above, column, row, found)
            _stand(tree.below, column, row + tree.above.rows + tree.gap, found)
        case Side():
            _stand(tree.left, column, row, found)
            _stand(tree.right, column + tree.left.columns, row, found)
        case Lock():
            corner = _corner(tree)
            found.append(Standing(tree.item, Block(column, row, tree.columns, tree.rows), corner))
            _stand(tree.inner, column + corner.column, row + tree.rows - tree.inner.rows, found)
        case _:
            assert_never(tree)


def _corner(tree: Lock) -> Block:
    rows = tree.inner.rows + tree.gap
    return Block(0 if tree.at_left else tree.columns - tree.inner.columns, tree.rows - rows, tree.inner.columns, rows)
