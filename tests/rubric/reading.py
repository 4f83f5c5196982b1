"""A page of the layout JSON read as a page editor looks at it: stories with their head, legs and photos, and who owns every cell.

Nothing here asks the program: cells, rects and frames of docs/layout-json.md are all there is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

Json = dict[str, Any]
Cell = tuple[int, int]
FURNITURE = ("nameplate", "ear", "folio_line", "credits", "imprint")
TEXT = ("body", "quote", "verse", "table", "editor_note", "end_note", "jump_line")
WHITE = ""
"""Owner of white between stories."""


@dataclass(frozen=True)
class Block:
    """A block of whole columns and rows, columns and rows from 0."""

    column: int
    row: int
    columns: int
    rows: int

    @property
    def right(self) -> int:
        return self.column + self.columns

    @property
    def foot(self) -> int:
        return self.row + self.rows

    @property
    def area(self) -> int:
        return self.columns * self.rows

    @property
    def middle(self) -> tuple[float, float]:
        return self.column + self.columns / 2, self.row + self.rows / 2

    def cells(self) -> Iterator[Cell]:
        return ((c, r) for c in range(self.column, self.right) for r in range(self.row, self.foot))

    def common_columns(self, other: "Block") -> int:
        return min(self.right, other.right) - max(self.column, other.column)

    def common_rows(self, other: "Block") -> int:
        return min(self.foot, other.foot) - max(self.row, other.row)


@dataclass(frozen=True)
class Head:
    """A headline as it stands, with whose it is. `box`: the box it stands in."""

    story: str
    rank: int
    block: Block
    size: float
    font: str
    lines: tuple[str, ...]
    width: float
    height: float
    box: str = ""

    @property
    def longest(self) -> float:
        """Of its lines, at its size, in points: a Latin letter is half a 字."""
        return max((sum(0.5 if c.isascii() else 1.0 for c in line) for line in self.lines), default=0.0) * self.size

    @property
    def vertical(self) -> bool:
        """竖题: its lines are too long to lie, and it is taller than wide."""
        return self.height > self.width and self.longest > 1.1 * self.width


@dataclass(frozen=True)
class Picture:
    """A photo: the rows of the picture and those of picture, caption and their white."""

    story: str
    block: Block
    whole: Block
    width: float
    caption: Json | None
    rect: tuple[float, ...]


@dataclass(frozen=True)
class Leg:
    """A strip of one story's text in one column, with its runs of lines and its subheads from top to foot."""

    story: str
    number: int
    block: Block
    frames: tuple[Json, ...]
    box: str = ""

    @cached_property
    def runs(self) -> tuple[int, ...]:
        """Rows of each run of text that no subhead and no white parts."""
        groups = groupby(self.frames, key=lambda f: f["kind"] == "subhead")
        return tuple(sum(f["cells"][3] for f in frames) for subhead, frames in groups if not subhead)


@dataclass(frozen=True)
class Story:
    """A story as it stands on the page. `box`: the box of briefs it stands in, or its own frame."""

    id: str
    rank: int
    order: int
    head: Head | None
    legs: tuple[Leg, ...]
    pictures: tuple[Picture, ...]
    box: str
    json: Json

    @property
    def brief(self) -> bool:
        return bool(self.box) and self.box != self.id


@dataclass(frozen=True, eq=False)
class PageRead:
    """One page of the layout JSON."""

    json: Json
    diagnostics: tuple[Json, ...] = ()

    @property
    def number(self) -> int:
        return int(self.json["number"])

    @property
    def frames(self) -> list[Json]:
        return list(self.json["frames"])

    @cached_property
    def columns(self) -> int:
        return int(self.json["grid"]["columns"])

    @cached_property
    def area(self) -> Block:
        """The type area without nameplate, folio line and credits."""
        rows = self.json["grid"]["rows"]
        furniture = [block_of(f) for f in self.frames if f.get("cells") and (f["kind"] in FURNITURE or self._margin(f))]
        top = max((b.foot for b in furniture if b.row < rows / 2), default=0)
        foot = min((b.row for b in furniture if b.row >= rows / 2), default=rows)
        return Block(0, top, self.columns, foot - top)

    def _margin(self, frame: Json) -> bool:
        """White or a rule over the whole width at the page's first or last row: the page ends before it."""
        _, row, columns, rows = frame["cells"]
        return frame["kind"] in ("gap", "rule") and columns == self.columns and (row == 0 or row + rows == self.json["grid"]["rows"])

    @cached_property
    def boxes(self) -> dict[str, list[float]]:
        """Boxes and tints by whose they are: a box of briefs has a name of its own, a boxed story its story's."""
        return {f.get("story") or f["id"]: f["rect"] for f in self.frames if f["kind"] in ("box", "tint") and f["rect"][3] - f["rect"][1] > 30}

    def box_of(self, frame: Json) -> str:
        """The box a frame stands in by its middle."""
        x, y = (frame["rect"][0] + frame["rect"][2]) / 2, (frame["rect"][1] + frame["rect"][3]) / 2
        return next((name for name, r in self.boxes.items() if r[0] - 1 <= x <= r[2] + 1 and r[1] - 8 <= y <= r[3] + 1), "")

    @cached_property
    def owners(self) -> dict[Cell, str]:
        """Every covered cell of the area with its story or box; WHITE for white between stories."""
        return {cell: self.owner(f) for f in self.frames if f.get("cells") and f["kind"] not in FURNITURE for cell in block_of(f).cells()}

    def owner(self, frame: Json) -> str:
        """The story or the box of briefs a frame belongs to; white by its name or by where it stands."""
        names = {s["id"] for s in self.json["stories"]} | set(self.boxes)
        box = self.box_of(frame)
        own = frame.get("story") or frame["id"].split(".")[0]
        return box or (own if own in names else WHITE if frame["kind"] == "gap" else own)

    def at(self, column: int, row: int) -> str | None:
        """Who owns a cell; None where nobody does."""
        return self.owners.get((column, row))

    @cached_property
    def kinds(self) -> dict[Cell, str]:
        """What stands in every covered cell."""
        return {cell: f["kind"] for f in self.frames if f.get("cells") for cell in block_of(f).cells()}

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """Headlines, and the heads of boxes, which are heads to the eye."""
        of_boxes = [f for f in self.frames if f["kind"] == "standing_head" and not f["copy"] and f.get("cells")]
        return tuple(self._head(f) for f in [*(f for f in self.frames if f["kind"] == "headline" and f.get("cells")), *of_boxes])

    def _head(self, f: Json) -> Head:
        x0, y0, x1, y1 = f["rect"]
        lines = tuple(f.get("set", ()))
        return Head(f.get("story", f["id"]), f.get("rank", 9), block_of(f), f.get("size", 0.0), f.get("font", ""), lines, x1 - x0, y1 - y0, self.box_of(f))

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(self._picture(f) for f in self.frames if f["kind"] == "figure" and f.get("cells"))

    def _picture(self, f: Json) -> Picture:
        parts = [block_of(g) for g in self.frames if g.get("cells") and (g["id"] == f["id"] or g["id"].startswith(f["id"] + "."))]
        top, foot = min(p.row for p in parts), max(p.foot for p in parts)
        block = block_of(f)
        caption = next((g for g in self.frames if g["kind"] == "caption" and g["id"].startswith(f["id"] + ".")), None)
        whole = Block(block.column, top, block.columns, foot - top)
        return Picture(f.get("story", f["id"]), block, whole, f["rect"][2] - f["rect"][0], caption, tuple(f["rect"]))

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        return tuple(self._story(i, s) for i, s in enumerate(self.json["stories"]))

    def _story(self, order: int, json: Json) -> Story:
        name = json["id"]
        head = next((h for h in self.heads if h.story == name), None)
        box = head.box if head else name if name in self.boxes else ""
        pictures = tuple(p for p in self.pictures if p.story == name)
        return Story(name, json["rank"], order, head, tuple(self._legs(name, box)), pictures, box, json)

    def _legs(self, name: str, box: str) -> Iterator[Leg]:
        running = [f for f in self.frames if f.get("story") == name and f["kind"] in (*TEXT, "subhead") and f.get("cells") and f.get("leg") is not None]
        for number, frames in groupby(running, key=lambda f: f["leg"]):
            own = tuple(frames)
            blocks = [block_of(f) for f in own]
            top, foot = min(b.row for b in blocks), max(b.foot for b in blocks)
            yield Leg(name, number, Block(blocks[0].column, top, max(b.columns for b in blocks), foot - top), own, box)

    @property
    def full(self) -> bool:
        """Filled exactly: no cell of the page without a frame, nothing over, nothing short, no white deeper than two rows."""
        bare = any(self.kinds.get((c, r)) is None for c in range(self.columns) for r in range(self.json["grid"]["rows"]))
        misfit = any(s["over_chars"] or s["short_lines"] for s in self.json["stories"])
        return not bare and not misfit and not any(f["kind"] == "gap" and f["cells"][3] > 2 for f in self.frames if f.get("cells"))


def block_of(frame: Json) -> Block:
    return Block(*frame["cells"])


def read_pages(layout: Json) -> list[PageRead]:
    """All pages, each with what was found on it."""
    found = layout["diagnostics"]
    return [PageRead(page, tuple(d for d in found if d.get("page") in (None, page["number"]))) for page in layout["pages"]]
