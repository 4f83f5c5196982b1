"""A made-up page: frames with their items at absolute points. The only thing drawing, layout JSON and export read."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from typing import Literal

from paperlayout.diag import Diagnostic, Origin
from paperlayout.geometry import Point, Rect, Size
from paperlayout.grid import Block, Grid
from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour by its CMYK recipe in per cent; `spot` names a plate of its own that prints instead of the recipe."""

    name: str
    cyan: float
    magenta: float
    yellow: float
    black: float
    spot: str | None = None


BLACK = Ink("black", 0, 0, 0, 100)
PAPER = Ink("paper", 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a run: its id in the face, the pen's distance from the run's start, and the copy it stands for (may be empty).

    In a vertical line `y` is how far below the run's start the pen stands.
    """

    id: int
    x: Pt
    text: str
    y: Pt = 0.0


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face and size on one baseline. `face` is a face id such as song-400; `at` is the pen's start.

    `turned`: the baseline runs down the page, the glyphs lie on their right side (Latin words in a vertical line).
    """

    face: str
    size: Pt
    at: Point
    glyphs: tuple[Glyph, ...]
    _: KW_ONLY
    ink: Ink = BLACK
    stretch: float = 1.0
    turned: bool = False
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; at least 0.25 pt."""

    start: Point
    end: Point
    weight: Pt
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Outline:
    """The four edges of a box as one stroke, centred on the edge."""

    rect: Rect
    weight: Pt
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Tint:
    """A flat area: a polygon in one ink at a share of 0 to 1."""

    points: tuple[Point, ...]
    ink: Ink = BLACK
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo in its box. `crop` is the part of the photo that shows, as shares of its width and height."""

    rect: Rect
    file: str
    crop: Rect
    alt: str = ""
    _: KW_ONLY
    origin: Origin | None = field(default=None, compare=False)


DrawnItem = GlyphRun | Rule | Outline | Tint | Picture

FrameKind = Literal[
    "nameplate", "ear", "folio_line", "headline", "kicker", "deck", "summary", "standing_head", "byline", "body", "subhead",
    "quote", "verse", "table", "figure", "caption", "photo_credit", "editor_note", "end_note", "gap", "rule", "box", "tint",
    "jump_line", "credits", "imprint", "advert", "data",
]  # fmt: skip


TEXT_KINDS: tuple[FrameKind, ...] = ("body", "subhead", "quote", "verse", "table", "summary", "editor_note", "end_note")
"""What a story's body stands in."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A place on the page grid: first column and row (0-based), then how many of each. Parts of a column are allowed inside boxes."""

    column: int
    row: int
    columns: int
    rows: int


def cells_of(block: Block) -> Cells:
    """A block of the grid as cells of a frame."""
    return Cells(block.column, block.row, block.columns, block.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A piece of the page that means one thing, with what is drawn in it. Fields as in the layout JSON of docs/layout-json.md."""

    id: str
    kind: FrameKind
    rect: Rect
    cells: Cells | None = None
    items: tuple[DrawnItem, ...] = ()
    story: str | None = None
    rank: int | None = None
    text: str | None = None
    copy: bool = False
    leg: int | None = None
    set: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()
    size: Pt | None = None
    face: str | None = None
    ppi: int | None = None
    origin: Origin | None = field(default=None, compare=False)
    ruby: tuple[tuple[str, str], ...] = ()


def with_paragraph(frame: Frame, lines: Sequence[str], face: str, size: Pt) -> Frame:
    """A frame with the one paragraph that is set in it, line by line: a part of a head, a subhead, a caption, a label."""
    return replace(frame, text="".join(lines) or None, set=tuple(lines), ends=(len(lines) - 1,), face=face, size=size)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedStory:
    """How a story, or the part of it that jumps to or from the page, stands there: characters and lines, what is over or short, its outline."""

    id: str
    rank: int
    title: str
    chars: int = 0
    lines: int = 0
    part: tuple[int, int] = (0, 0)
    over_chars: int = 0
    short_lines: int = 0
    polygons: tuple[tuple[Point, ...], ...] = ()
    jump_to: int | None = None
    jump_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Elastic:
    """What the fit cost: how far leading, photos, heads and paragraphs moved from their nominal values."""

    leading: Pt = 0.0
    photo_crop_max: float = 0.0
    headline_steps: int = 0
    loose_paragraphs: int = 0
    blank_lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, ready to draw. Frames stand in reading order inside a story; what lies under text comes before it."""

    number: int
    label: str
    name: str
    size: Size
    type_area: Rect
    grid: Grid
    frames: tuple[Frame, ...]
    stories: tuple[PlacedStory, ...] = ()
    blank_cells: int = 0
    elastic: Elastic = Elastic()
    diagnostics: tuple[Diagnostic, ...] = ()
