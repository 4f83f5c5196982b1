"""Sheets of a proof, and what is said on them. Lengths in points of the sheet, y down."""

from dataclasses import dataclass
from typing import Literal

from paperlayout.geometry import Point, Rect, Size
from paperlayout.page import DrawnItem
from paperlayout.units import Pt, mm

Stage = Literal["小样", "大样", "清样", "付印"]
STAGES: tuple[Stage, ...] = ("小样", "大样", "清样", "付印")
PAPERS = {"A2": Size(mm(420), mm(594)), "A3": Size(mm(297), mm(420)), "A4": Size(mm(210), mm(297)), "B4": Size(mm(257), mm(364))}
"""Sheets a printer takes, upright; B4 as in JIS, which Chinese printers mean."""
FULL = "原大"
"""Not a sheet: as large as the page at 100 % with its furniture."""


@dataclass(frozen=True, slots=True)
class ProofSlip:
    """What tells one proof from another: paper, date, stage, revision, time (empty: to be written by hand), and the press file's SHA-256."""

    paper: str
    date: str
    stage: Stage
    revision: int
    time: str
    digest: str


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A press page on a sheet: its index, where the trimmed page's upper left stands, its scale, the part of the sheet it shows in, and the page's height."""

    page: int
    at: Point
    scale: float
    window: Rect
    height: Pt

    @property
    def foot(self) -> Pt:
        """Where the trimmed page ends on the sheet."""
        return self.at.y + self.height * self.scale

    def point(self, on_page: Point) -> Point:
        """A place on the page as it stands on the sheet."""
        return Point(self.at.x + on_page.x * self.scale, self.at.y + on_page.y * self.scale)

    def shows(self, place: Point) -> bool:
        """Whether a place on the sheet lies in the window."""
        return self.window.x0 <= place.x <= self.window.x1 and self.window.y0 <= place.y <= self.window.y1


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """One sheet of paper: its size, its bookmark, the press pages on it, and what is drawn over them."""

    name: str
    size: Size
    placed: tuple[PlacedPage, ...]
    items: tuple[DrawnItem, ...]
