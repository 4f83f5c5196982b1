"""The body of a story in its legs: runs of lines and subheads, row by row on the grid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from paperlayout.compose.head import cells_of
from paperlayout.compose.sheet import Sheet
from paperlayout.geometry import Point, Rect
from paperlayout.issue.model import Block as CopyBlock
from paperlayout.kit import Kit
from paperlayout.page import Frame, Item
from paperlayout.plan.model import Block, Leg, Slot
from paperlayout.setting import set_copy, set_display
from paperlayout.story.body import subhead_rows
from paperlayout.story.model import Choice, Flow, MeasuredStory, SetBlock
from paperlayout.text.paragraph import SetLine, set_lines
from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a flow: a line of a paragraph, a row of a subhead, or white."""

    kind: Literal["body", "subhead", "gap"]
    item: int
    source: SetBlock | None = None
    line: SetLine | None = None
    number: int = 0
    of: int = 1


@dataclass(frozen=True, slots=True)
class Strip:
    """Where a leg's rows stand: left edge, width and measure in points, first row, its number in the story."""

    x: Pt
    width: Pt
    row: int
    leg: int
    cells: Block


def rows_of(flow: Flow, picks: Sequence[Choice]) -> list[Row]:
    """The flow as rows, each item set as the dummy chose."""
    rows: list[Row] = []
    for i, pick in enumerate(picks):
        source = flow.blocks[i] if i < len(flow.blocks) and pick.layout != -1 else None
        if source is None:
            rows += [Row("gap", i)] * pick.lines
        elif source.broken is None:
            rows += [Row("subhead", i, source, None, n, pick.lines) for n in range(pick.lines)]
        else:
            lines = set_lines(source.broken, source.broken.layouts[pick.layout])
            rows += [Row("body", i, source, line) for line in lines[: pick.lines]]
    return rows


def body_frames(story: MeasuredStory, slot: Slot, sheet: Sheet, kit: Kit) -> Iterator[Frame]:
    """The frames of a story's legs in reading order."""
    rows = rows_of(story.flow, slot.picks)
    at = 0
    for number, leg in enumerate(slot.legs):
        placed = Leg(leg.column + slot.block.column, leg.row + slot.block.row, leg.rows)
        strip = Strip(sheet.x(placed.column), sheet.column, placed.row, number, Block(placed.column, placed.row, 1, placed.rows))
        yield from strip_frames(story, rows[at : at + leg.rows], strip, sheet, kit)
        at += leg.rows


def strip_frames(story: MeasuredStory, rows: Sequence[Row], strip: Strip, sheet: Sheet, kit: Kit, prefix: str = "") -> Iterator[Frame]:
    """A leg's rows as frames: unbroken runs of lines, subheads, white."""
    row = strip.row
    runs = [list(g) for _, g in groupby(rows, key=lambda r: (r.kind, r.item if r.kind != "body" else -1))]
    for n, run in enumerate(runs):
        block = Block(strip.cells.column, row, strip.cells.columns, len(run))
        name = f"{story.id}.{prefix}{run[0].kind}{strip.leg + 1}-{n + 1}"
        match run[0].kind:
            case "body":
                yield _lines_frame(name, story, run, (strip, block), sheet, kit)
            case "subhead":
                yield _subhead_frame(name, story, run, (strip, block), sheet, kit)
            case "gap":
                yield gap_frame(name, block, sheet)
        row += len(run)


def gap_frame(name: str, block: Block, sheet: Sheet) -> Frame:
    """White that is meant."""
    return Frame(name, "gap", sheet.cells(block), cells_of(block))


def _box(strip: Strip, block: Block, sheet: Sheet) -> Rect:
    return Rect(strip.x, sheet.slot(block.row), strip.x + strip.width, sheet.slot(block.foot))


def _lines_frame(name: str, story: MeasuredStory, run: Sequence[Row], where: tuple[Strip, Block], sheet: Sheet, kit: Kit) -> Frame:
    strip, block = where
    items: list[Item] = []
    size = kit.house.look.voices.body.size
    for i, row in enumerate(run):
        assert row.line is not None
        items += set_copy(kit, row.line, Point(strip.x, sheet.baseline(block.row + i)), size)
    lines = [r.line for r in run if r.line]
    ends = tuple(i for i, line in enumerate(lines) if line.ends_paragraph)
    return Frame(
        name, "body", _box(strip, block, sheet), cells_of(block), tuple(items), story.id, story.rank, paragraphs(lines), True,
        strip.leg, tuple(line.text for line in lines), ends, size, kit.house.look.voices.body.face, None, first_origin(run),
    )  # fmt: skip


def paragraphs(lines: Sequence[SetLine]) -> str:
    """The copy of a run of lines, a line break after each paragraph that ends in it."""
    return "".join(line.text + ("\n" if line.ends_paragraph else "") for line in lines).removesuffix("\n")


def first_origin(run: Sequence[Row]):  # type: ignore[no-untyped-def]
    """Where the first line's paragraph was written."""
    source = run[0].source
    block: CopyBlock | None = source.block if source else None
    return block.origin if block else None


def _subhead_frame(name: str, story: MeasuredStory, run: Sequence[Row], where: tuple[Strip, Block], sheet: Sheet, kit: Kit) -> Frame:
    strip, block = where
    source = run[0].source
    assert source is not None
    style = kit.house.look.subheads
    white = run[0].of - subhead_rows(len(source.subhead), style)
    top = sheet.slot(block.row - run[0].number + white)
    scale = sheet.leading * kit.house.look.grid.rows / kit.house.look.grid.height
    middle = strip.x + strip.width / 2
    items = tuple(item for line in source.subhead for item in set_display(kit, line.parts, Point(middle, top + line.baseline * scale), 0.5))
    lines = tuple("".join(p.text for p in line.parts) for line in source.subhead)
    voice = source.subhead[-1].parts[0].type
    return Frame(
        name, "subhead", _box(strip, block, sheet), cells_of(block), items, story.id, story.rank, "".join(lines), True,
        strip.leg, lines, (len(lines) - 1,), voice.size, voice.face, None, source.block.origin,
    )  # fmt: skip
