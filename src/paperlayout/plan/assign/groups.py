"""Units that must share a page: 同版 items, and a story with what goes 随文 with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paperlayout.issue.content import FRONT, PageCopy
from paperlayout.plan.assign.allotment import Allotment


@dataclass(frozen=True, slots=True)
class Group:
    """Units, by their numbers, that share a page, and the page if they are pinned to one."""

    units: tuple[int, ...]
    page: int | None


def grouped(units: Sequence[Allotment], named: Sequence[PageCopy]) -> tuple[Group, ...]:
    """The allotments in groups: 同版 items together, and a story with what goes 随文 with it; those the editor put on several pages stay apart."""
    groups = [{i} for i in range(len(units))]
    for a, b in _ties(units):
        first, second = next(g for g in groups if a in g), next(g for g in groups if b in g)
        if first is not second:
            groups = [g for g in groups if g is not first and g is not second] + [first | second]
    found: list[Group] = []
    for group in sorted(groups, key=min):
        pages = {i: units[i].page or _page_of(units[i], named) for i in sorted(group)}
        on: list[int | None] = list(dict.fromkeys(page for page in pages.values() if page)) or [None]
        found += [Group(tuple(i for i in pages if (pages[i] or on[0]) == page), page) for page in on]
    return tuple(found)


def _ties(units: Sequence[Allotment]) -> Iterator[tuple[int, int]]:
    """Pairs of units that must share a page."""
    at = {unit.item.id: i for i, unit in enumerate(units)}
    together = [i for i, unit in enumerate(units) if unit.item.placing.together]
    yield from ((together[0], i) for i in together[1:])
    yield from ((at[unit.item.placing.beside], i) for i, unit in enumerate(units) if unit.item.placing.beside in at)


def _page_of(unit: Allotment, named: Sequence[PageCopy]) -> int | None:
    """The named page that holds what a unit must stand with."""
    pins = unit.item.placing
    for number, page in enumerate(named, FRONT):
        for article in page.stories:
            if article.id == pins.beside or (pins.together and article.placing.together):
                return number
    return None


def as_one(units: Sequence[Allotment], page: int | None) -> Allotment:
    """Units that share a page as one."""
    first = units[0]
    return replace(
        first, rank=min(u.rank for u in units), load=sum(u.load for u in units), photos=sum(u.photos for u in units), page=page,
        company=next((u.company for u in units if u.company), ""), leads=any(u.leads for u in units), places=tuple(p for u in units for p in u.places),
    )  # fmt: skip
