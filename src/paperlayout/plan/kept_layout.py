"""版样: how the pages of an issue were cut, kept beside it, so that after an edit the page stays the page it was."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite
from typing import Any, assert_never

from paperlayout.issue.look import leaves
from paperlayout.issue.prices import Prices
from paperlayout.plan.page_plan import PagePlan
from paperlayout.plan.tree import CutTree, ItemTree, Lock, Side, Stack, Tree, renamed, standings, topology
from paperlayout.story.copy import Copy

Told = dict[str, Any]
"""What 版样.json says, before it is made a make-up of."""
FORMAT = 1
"""The version that is written. A change of it adds its step to MIGRATIONS and a file as it was to the frozen ones of the tests."""
BUILT_IN = Prices()
DIGEST = 12
"""Characters of a digest of prices."""
MIGRATIONS: Mapping[int, Callable[[Told], Told]] = {}
"""By version: what a file of that version tells, told as the next version does."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One page's dummy as kept: its number and rows, its items by name in the tree's order, the tree, what it cost, and whether the editor chose it.

    `cuts` are the stories that go on on another page, and after how many blocks of their body; `prices` is the digest of those it cost so much at.
    """

    number: int
    rows: int
    items: tuple[str, ...]
    tree: Tree
    cost: float
    chosen: bool = False
    cuts: tuple[tuple[str, int], ...] = ()
    prices: str = ""

    def cost_at(self, prices: Prices) -> float:
        """What it cost at these prices; at others than it was kept with that is not known, and no page is too dear."""
        return self.cost if prices_digest(prices) == self.prices else inf

    def as_cheap_as(self, old: "KeptPage | None") -> "KeptPage":
        """With the cost of the page as it was first cut this way at these prices, so that wear adds up over many edits."""
        same = old is not None and old.prices == self.prices and old.items == self.items and topology(old.tree) == topology(self.tree)
        return replace(self, cost=min(old.cost, self.cost)) if old and same else self

    def tree_for(self, copy: Copy) -> Tree | None:
        """The tree with the items of the copy as it is now; None when other items stand on the page."""
        now = {name: at for at, name in enumerate(item_names(copy))}
        return renamed(self.tree, [now[name] for name in self.items]) if sorted(now) == sorted(self.items) else None


@dataclass(frozen=True, slots=True)
class KeptLayout:
    """The kept dummies of an issue."""

    pages: tuple[KeptPage, ...] = ()

    def page(self, number: int) -> KeptPage | None:
        return next((page for page in self.pages if page.number == number), None)

    @property
    def cuts(self) -> dict[str, int]:
        """After how many blocks each story is cut that goes on on another page."""
        return dict(cut for page in self.pages for cut in page.cuts)

    def without(self, numbers: Sequence[int]) -> "KeptLayout":
        """The same without some pages."""
        return KeptLayout(tuple(page for page in self.pages if page.number not in numbers))

    def with_page(self, page: KeptPage) -> "KeptLayout":
        """The same with one page in place of the one of its number."""
        others = [p for p in self.pages if p.number != page.number]
        return KeptLayout(tuple(sorted((*others, page), key=lambda p: p.number)))


NOTHING_KEPT = KeptLayout()


class BadKept(ValueError):
    """版样.json does not hold what it should."""


class NewerKept(BadKept):
    """版样.json was written by a later paperlayout, in a version not known here."""


def prices_digest(prices: Prices) -> str:
    """A short name for the prices of a house; none for the built-in ones."""
    if prices == BUILT_IN:
        return ""
    told = repr(sorted((name, float(price)) for name, price in leaves(prices)))
    return hashlib.sha256(told.encode()).hexdigest()[:DIGEST]


def item_names(copy: Copy) -> tuple[str, ...]:
    """The items of a page's copy by name, stories before boxes."""
    return (*(s.id for s in copy.stories), *(b.id for b in copy.boxes))


def kept_page(number: int, rows: int, copy: Copy, plan: PagePlan, chosen: bool = False) -> KeptPage | None:
    """A page's dummy to be kept; None when the page does not fit yet."""
    if plan.tree is None or plan.over_rows or plan.short_rows:
        return None
    order = [standing.item for standing in standings(plan.tree)]
    tree = renamed(plan.tree, [order.index(item) for item in range(len(order))])
    return KeptPage(number, rows, tuple(item_names(copy)[item] for item in order), tree, round(plan.cost, 2), chosen, _cuts(copy), prices_digest(copy.prices))


def _cuts(copy: Copy) -> tuple[tuple[str, int], ...]:
    return tuple((s.id, len(s.article.body)) for s in copy.stories if s.article.jump and s.article.jump.to)


def kept_layout_text(kept: KeptLayout) -> str:
    """版样.json."""
    return json.dumps({"format": FORMAT, "pages": [_page(page) for page in kept.pages]}, ensure_ascii=False, indent=1) + "\n"


def _page(page: KeptPage) -> dict[str, Any]:
    told = {"number": page.number, "rows": page.rows, "cost": page.cost, "chosen": page.chosen}
    prices = {"prices": page.prices} if page.prices else {}  # files of a house with the built-in ones stay as they were
    return told | prices | ({"cuts": dict(page.cuts)} if page.cuts else {}) | {"tree": _tree(page.tree, page.items)}


def _tree(tree: Tree, items: Sequence[str]) -> dict[str, Any]:
    size = {"columns": tree.columns, "rows": tree.rows}
    match tree:
        case ItemTree():
            return {"item": items[tree.item], **size}
        case Stack():
            return {"cut": "stack", **size, "gap": tree.gap, "parts": [_tree(tree.above, items), _tree(tree.below, items)]}
        case Side():
            return {"cut": "side", **size, "gap": 0, "parts": [_tree(tree.left, items), _tree(tree.right, items)]}
        case Lock():
            left = {"left": True} if tree.at_left else {}
            return {"cut": "lock", **size, "gap": tree.gap, **left, "parts": [{"item": items[tree.item], **size}, _tree(tree.inner, items)]}
        case _:
            assert_never(tree)


def kept_layout_of(text: str) -> KeptLayout:
    """The kept dummies of 版样.json, of this version or an older one.

    Raises BadKept when the text is something else.
    """
    try:
        return KeptLayout(tuple(_read_page(page) for page in migrated(json.loads(text))["pages"]))
    except NewerKept:
        raise
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, AttributeError) as fault:
        raise BadKept(str(fault)) from fault


def migrated(told: Told, migrations: Mapping[int, Callable[[Told], Told]] = MIGRATIONS, current: int = FORMAT) -> Told:
    """What a file tells, told as the current version does: one step a version.

    Raises NewerKept for a version after the current one, BadKept for what is none.
    """
    version = told["format"]
    if not isinstance(version, int) or version < 1:
        raise BadKept(f"format {version}")
    if version > current:
        raise NewerKept(f"format {version}")
    for step in range(version, current):
        told = migrations[step](told) | {"format": step + 1}
    return told


def _read_page(told: Mapping[str, Any]) -> KeptPage:
    items: list[str] = []
    tree = _read_tree(told["tree"], items)
    cost = float(told["cost"])
    if not isfinite(cost):
        raise BadKept(f"cost {cost}")  # no page is as cheap as that: the kept one would never be used, and never be replaced
    cuts, prices = _read_cuts(told.get("cuts", {})), str(told.get("prices", ""))
    return KeptPage(int(told["number"]), int(told["rows"]), tuple(items), tree, cost, bool(told["chosen"]), cuts, prices)


def _read_cuts(told: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    if not isinstance(told, Mapping):
        raise BadKept("cuts")
    return tuple((str(story), int(blocks)) for story, blocks in told.items())


def _read_tree(told: Mapping[str, Any], items: list[str]) -> Tree:
    columns, rows = int(told["columns"]), int(told["rows"])
    if "item" in told:
        items.append(str(told["item"]))
        return ItemTree(columns, rows, len(items) - 1)
    cut = _read_cut(told, columns, rows, [_read_tree(part, items) for part in told["parts"]])
    if not _adds_up(cut):
        raise BadKept(f"sizes of a {cut.kind}")
    return cut


def _read_cut(told: Mapping[str, Any], columns: int, rows: int, parts: Sequence[Tree]) -> CutTree:
    gap = int(told["gap"])
    match told["cut"], parts:
        case "stack", (above, below):
            return Stack(columns, rows, above, below, gap)
        case "side", (left, right):
            return Side(columns, rows, left, right)
        case "lock", (ItemTree(columns=own, rows=high, item=item), inner) if (own, high) == (columns, rows):
            return Lock(columns, rows, item, inner, gap, at_left=bool(told.get("left")))
        case _:
            raise BadKept(f"cut {told['cut']}")


def _adds_up(tree: CutTree) -> bool:
    """Whether the parts of a cut make the whole."""
    match tree:
        case Stack(columns, rows, above, below, gap):
            return above.columns == below.columns == columns and above.rows + gap + below.rows == rows
        case Side(columns, rows, left, right):
            return left.rows == right.rows == rows and left.columns + right.columns == columns
        case Lock():
            return tree.inner.columns < tree.columns and tree.inner.rows + tree.gap < tree.rows
        case _:
            assert_never(tree)
