"""Which cuts of a page are looked at: all that go with rank and pins, or those of a tree that is kept, at any height."""

from collections.abc import Iterable, Iterator

from paperlayout.plan.block.figures import Corner
from paperlayout.plan.search.pins import Pins
from paperlayout.plan.tree import CutTree, Kind, Lock, Side, Tree, cuts_of, items_of, split

ALL_SETS, ONE_HOLE = 5, 8
"""Up to so many stories every set is looked at, and every set of neighbouring rank with one hole; beyond, neighbouring ranks only (make-up §4.1.4)."""

Split = tuple[int, int]
"""The two parts of a set of items, as bits."""


class FreeCuts:
    """Every cut that parts stories of neighbouring rank from the rest, as pins let it. `stories`: the stories of the page as bits."""

    def __init__(self, stories: int, pins: Pins):
        self.stories, self.pins = stories, pins
        self._splits: dict[int, tuple[Split, ...]] = {}

    def splits(self, items: int) -> tuple[Split, ...]:
        """Ways to part a set: the first part has the story of highest rank; a part of boxes alone may be either, as may parts with pins."""
        if items not in self._splits:
            self._splits[items] = tuple(self._parts(items))
        return self._splits[items]

    def _parts(self, items: int) -> Iterator[Split]:
        low = items & -items
        rest = items ^ low
        second = rest
        while second:
            first = items ^ second
            if self._near(first) and self._near(second):
                yield first, second
                if not second & self.stories or items & self.pins.touched:
                    yield second, first
            second = (second - 1) & rest

    def _near(self, items: int) -> bool:
        """Whether a set is one of those that are looked at: its stories of neighbouring rank."""
        told = items & self.stories
        if not told or self.stories.bit_length() <= ALL_SETS:
            return True
        holes = told.bit_length() - (told & -told).bit_length() + 1 - told.bit_count()
        return holes == 0 or (self.stories.bit_length() <= ONE_HOLE and holes == 1)

    def may(self, kind: Kind, first: int, second: int) -> bool:
        """Whether two sets may be parted so."""
        return self.pins.allow(kind, first, second)

    def widths(self, first: int, second: int, columns: int) -> Iterable[int]:
        """The columns the first of two sets side by side may take."""
        return range(1, columns)

    def corners(self, first: int, second: int, columns: int) -> Iterator[Corner]:
        """The corners the first part may leave to the second."""
        sides = [left for left in (False, True) if self.pins.allow_corner(first, second, left)]
        for width in range(1, columns // 2 + 1):
            yield from (Corner(width, left) for left in sides)


class KeptCuts:
    """The cuts of a tree, as pins let them."""

    def __init__(self, tree: Tree, pins: Pins):
        self.pins = pins
        self._cuts: dict[int, CutTree] = {items_of(cut): cut for cut in cuts_of(tree)}

    def splits(self, items: int) -> tuple[Split, ...]:
        """The one way the tree parts a set."""
        return (split(self._cuts[items]),) if items in self._cuts else ()

    def may(self, kind: Kind, first: int, second: int) -> bool:
        """Whether the tree parts two sets so."""
        return self._cuts[first | second].kind == kind and self.pins.allow(kind, first, second)

    def widths(self, first: int, second: int, columns: int) -> Iterable[int]:
        """The columns the first of two sets side by side has."""
        cut = self._cuts[first | second]
        return (cut.left.columns,) if isinstance(cut, Side) else ()

    def corners(self, first: int, second: int, columns: int) -> Iterator[Corner]:
        """The corner the first part leaves to the second."""
        cut = self._cuts[first | second]
        if isinstance(cut, Lock) and self.pins.allow_corner(first, second, cut.at_left):
            yield Corner(cut.inner.columns, cut.at_left)
