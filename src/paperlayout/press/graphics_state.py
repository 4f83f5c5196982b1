"""What a page's drawing leaves on it: one mark after another, and the graphics state they are made in."""

from dataclasses import dataclass
from typing import Literal

from pikepdf import Object

from paperlayout.geometry import Rect
from paperlayout.press.affine import Matrix
from paperlayout.press.ink_colour import InkColour
from paperlayout.units import Pt

Kind = Literal["type", "line", "area", "image"]


@dataclass(frozen=True, slots=True)
class PaintedObject:
    """One thing painted: the part of the trimmed page it shows on (y down), its colour, whether it overprints; size is that of type or the weight of a line.

    `cover` is the share of the box that is painted; `whole` where a picture would be without its clip, and `ppi` its pixels an inch.
    """

    kind: Kind
    box: Rect
    paint: InkColour
    overprint: bool
    size: Pt = 0.0
    cover: float = 1.0
    font: str = ""
    image: Object | None = None
    whole: Rect | None = None
    ppi: float = 0.0
    see_through: str = ""


@dataclass(slots=True)
class GraphicsState:
    """The graphics state as far as print cares."""

    ctm: Matrix
    clip: Rect
    fill: InkColour
    stroke: InkColour
    over_fill: bool = False
    over_stroke: bool = False
    mode: int = 0
    weight: float = 1.0
    font: str = ""
    size: float = 0.0
    stretch: float = 1.0
    spacing: float = 0.0
    word: float = 0.0
    rise: float = 0.0
    render: int = 0
    leading: float = 0.0
    see_through: str = ""


def transparency(state: Object) -> str:
    """What lets the ground show through in a graphics state, or nothing."""
    if min(float(state.get("/ca", 1)), float(state.get("/CA", 1))) < 1:
        return "alpha"
    if str(state.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        return "blend"
    return "mask" if str(state.get("/SMask", "/None")) != "/None" else ""
