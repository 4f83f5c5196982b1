"""Points, sizes and rectangles in points; y runs down from the page's top left corner."""

from dataclasses import dataclass

from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the page."""

    x: Pt
    y: Pt


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height."""

    width: Pt
    height: Pt


@dataclass(frozen=True, slots=True)
class Insets:
    """White inside the four edges of a box."""

    top: Pt = 0.0
    right: Pt = 0.0
    bottom: Pt = 0.0
    left: Pt = 0.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A box by its edges: left, top, right, bottom."""

    x0: Pt
    y0: Pt
    x1: Pt
    y1: Pt

    @property
    def width(self) -> Pt:
        return self.x1 - self.x0

    @property
    def height(self) -> Pt:
        return self.y1 - self.y0

    def inset(self, by: Insets) -> "Rect":
        """The box that is left inside the insets."""
        return Rect(self.x0 + by.left, self.y0 + by.top, self.x1 - by.right, self.y1 - by.bottom)

    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Top left, top right, bottom right, bottom left."""
        return (Point(self.x0, self.y0), Point(self.x1, self.y0), Point(self.x1, self.y1), Point(self.x0, self.y1))
