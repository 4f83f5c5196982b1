"""What travels between the server and its workers: orders one way, results the other."""

from dataclasses import dataclass
from typing import Any

from paperlayout.geometry import Rect, Size

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """Make up the issue as it now stands on the disk."""

    issue: str


@dataclass(frozen=True, slots=True)
class PdfOrder:
    """The last edition as one PDF, for the editor to keep."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of an edition. `digest` names its drawing; `pdf` is there only when the drawing is new.

    `base` is the drawing it differs from in `changed` only; None when nothing is known of that.
    """

    number: int
    label: str
    name: str
    size: Size
    digest: str
    pdf: bytes | None = None
    base: str | None = None
    changed: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionReport:
    """What the browser is told beside the drawings: title and problems, the story table, the layout with its places (JSON text)."""

    title: str
    problems: tuple[Json, ...]
    stories: tuple[Json, ...] = ()
    layout: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build. No pages: the issue could not be read, and the problems say why."""

    pages: tuple[BuiltPage, ...]
    told: EditionReport
    files: tuple[str, ...]
    seconds: dict[str, float]


TILE = 1024
"""Pixels along a tile's edges."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A square of a page's pixels by its column and row."""

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class RasterOrder:
    """Pixels of a page at a scale: the whole, or a tile of it. Without `pdf` the worker is thought to have it still."""

    digest: str
    scale: float
    pdf: bytes | None = None
    tile: Tile | None = None
    base: str | None = None
    changed: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class Raster:
    """An image file; empty when the worker has to be given the PDF again."""

    data: bytes
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Crash:
    """A fault of ours inside a worker: its kind, and how it came about."""

    kind: str
    trace: str


Order = BuildOrder | PdfOrder | RasterOrder
