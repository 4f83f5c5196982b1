"""Measured heads: the lines of a head at their places, and the ways to set it that planning chooses from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from paperlayout.geometry import Rect
from paperlayout.issue.house import Type
from paperlayout.setting.horizontal import StyledText
from paperlayout.text.vertical import VerticalCell
from paperlayout.units import Pt

LineKind = Literal["standing_head", "kicker", "headline", "deck", "byline"]


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of a head: its parts, the baseline below the head's top, and whether it is centred or starts at a point."""

    kind: LineKind
    parts: tuple[StyledText, ...]
    baseline: Pt
    left: Pt
    width: Pt

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.parts)

    @property
    def type(self) -> Type:
        return self.parts[0].type

    @property
    def box(self) -> Rect:
        """Its em boxes, from the head's upper left."""
        size = max(p.type.size for p in self.parts)
        return Rect(self.left, self.baseline - size, self.left + self.width, self.baseline + 0.2 * size)


@dataclass(frozen=True, slots=True)
class VerticalLine:
    """A line of a vertical head (竖题): its copy, the same in cells, its middle from the head's left edge, its top below the head's, its length."""

    kind: LineKind
    text: str
    cells: tuple[VerticalCell, ...]
    type: Type
    middle: Pt
    top: Pt
    length: Pt

    @property
    def box(self) -> Rect:
        """Its em boxes, from the head's upper left."""
        half = self.type.size / 2
        return Rect(self.middle - half, self.top, self.middle + half, self.top + self.length)


@dataclass(frozen=True, slots=True)
class Divider:
    """The red rule between a vertical head and its deck: from the head's left edge, its top and foot below the head's, its weight."""

    left: Pt
    top: Pt
    foot: Pt
    weight: Pt


@dataclass(frozen=True, slots=True)
class HeadVariant:
    """One way to set a head over so many columns: whole rows, cost, main size, steps down, the set lines, how many 字 it is too long,
    and what share of its width its main line fills.
    """

    columns: int
    rows: int
    cost: float
    size: Pt
    steps: int
    lines: tuple[HeadLine | VerticalLine, ...]
    divider: Divider | None = None
    over: int = 0
    fill: float = 1.0
    centred: bool = False

    @property
    def vertical(self) -> bool:
        """竖题: the main lines run down the first column of the story."""
        return any(isinstance(line, VerticalLine) for line in self.lines)


def cheapest_by_rows(variants: Iterable[HeadVariant]) -> tuple[HeadVariant, ...]:
    """The cheapest variant for each number of rows, cheapest first."""
    best: dict[int, HeadVariant] = {}
    for variant in variants:
        if variant.rows not in best or variant.cost < best[variant.rows].cost:
            best[variant.rows] = variant
    return tuple(sorted(best.values(), key=lambda v: (v.cost, v.rows)))
