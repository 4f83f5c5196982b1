"""Colours of a file as ink: the plates a colour prints on, and how much of each."""

from dataclasses import dataclass, replace
from typing import Any

from pikepdf import Array, Dictionary, Object

INKS = ("青", "品红", "黄", "黑")
UNKNOWN = (0.0, 0.0, 0.0, 0.5)
"""Ink of a colour that cannot be told: neither white nor black."""
LEAST = 0.004
"""Less of an ink than this is none: what an eight-bit plate cannot hold."""


@dataclass(frozen=True, slots=True)
class InkColour:
    """A colour: its space, cyan, magenta, yellow and black from 0 to 1, and its share of a plate of its own, by name."""

    space: str
    inks: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    spot: str = ""
    share: float = 0.0

    def black(self) -> "InkColour":
        """Solid black in this space: what a page begins with."""
        return replace(self, inks=(0.0, 0.0, 0.0, 1.0))

    @property
    def planes(self) -> tuple[float, float, float, float, float]:
        """All plates, that of a spot ink last."""
        return (*self.inks, self.share)

    @property
    def total(self) -> float:
        """All ink together in per cent."""
        return 100 * sum(self.planes)

    @property
    def is_white(self) -> bool:
        return max(self.planes) < LEAST

    @property
    def is_black(self) -> bool:
        """Solid black and nothing else."""
        return self.inks[3] > 1 - LEAST and max(self.inks[:3]) < LEAST and not self.share

    @property
    def plates(self) -> int:
        """How many plates must meet for it to look right. Yellow does not count: nobody sees where it ends."""
        cyan, magenta, _, black = self.inks
        return sum(ink > LEAST for ink in (cyan, magenta, black, self.share))


PAPER = InkColour("/DeviceGray")
PRINTABLE = ("/DeviceCMYK", "/DeviceGray", "/Separation", "/DeviceN")
REGISTRATION = "All"


class Spaces:
    """The colour spaces of one page's resources."""

    def __init__(self, resources: Object) -> None:
        self._named: Object = resources.get("/ColorSpace", Dictionary())

    def named(self, name: str) -> InkColour:
        """The colour a space begins with."""
        space = self._named.get(name, name)
        if not isinstance(space, Array):
            return InkColour(str(space)).black() if str(space) == "/DeviceCMYK" else InkColour(str(space))
        if str(space[0]) == "/Separation":
            spot = str(space[1]).lstrip("/")
            return InkColour("/Separation", spot=spot, share=1.0)
        return InkColour(str(space[0]))

    def paint(self, before: InkColour, values: Any) -> InkColour:
        """The colour of these components in the space of the one before."""
        numbers = tuple(float(v) for v in values if not isinstance(v, Object))
        if before.space == "/DeviceCMYK" and len(numbers) == 4:
            return InkColour(before.space, (numbers[0], numbers[1], numbers[2], numbers[3]))
        if before.space == "/DeviceGray" and len(numbers) == 1:
            return InkColour(before.space, (0.0, 0.0, 0.0, 1 - numbers[0]))
        if before.space == "/Separation" and len(numbers) == 1:
            return self._tint(before, numbers[0])
        return InkColour(before.space, UNKNOWN)

    def _tint(self, before: InkColour, share: float) -> InkColour:
        """A spot ink has a plate of its own, but for the four process inks by their names."""
        if before.spot in PROCESS:
            inks = [0.0, 0.0, 0.0, 0.0]
            inks[PROCESS.index(before.spot)] = share
            return InkColour(before.space, (inks[0], inks[1], inks[2], inks[3]), before.spot)
        return InkColour(before.space, spot=before.spot, share=share)


PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

