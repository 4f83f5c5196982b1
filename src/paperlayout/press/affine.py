"""The plane a PDF is drawn on: transformations, boxes round points, areas. y runs up."""

from dataclasses import dataclass
from typing import Any

from paperlayout.geometry import Rect


@dataclass(frozen=True, slots=True)
class Matrix:
    """A PDF transformation (ISO 32000-1, 8.3.4)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: "Matrix") -> "Matrix":
        """This transformation, then another."""
        return Matrix(
            self.a * after.a + self.b * after.c, self.a * after.b + self.b * after.d, self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d, self.e * after.a + self.f * after.c + after.e, self.e * after.b + self.f * after.d + after.f,
        )  # fmt: skip

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)


def matrix(values: Any) -> Matrix:
    return Matrix(*(float(v) for v in values))


def bounding_box(corners: list[tuple[float, float]]) -> Rect:
    """The box of points, y still up."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def enlarged(box: Rect, by: float) -> Rect:
    return Rect(box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by)


def overlap(box: Rect, clip: Rect) -> Rect | None:
    cut = Rect(max(box.x0, clip.x0), max(box.y0, clip.y0), min(box.x1, clip.x1), min(box.y1, clip.y1))
    return cut if cut.x1 > cut.x0 and cut.y1 > cut.y0 else None


def area(corners: list[tuple[float, float]]) -> float:
    """The area of a polygon."""
    following = (*corners[1:], corners[0])
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(corners, following, strict=True))) / 2
