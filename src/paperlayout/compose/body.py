"""The body of a story in its legs: runs of lines and subheads, row by row on the grid."""

from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from itertools import groupby
from typing import Literal

from paperlayout.compose.frames import gap_frame
from paperlayout.compose.marks import MIDDLE, LineStand, rubies, ruby_runs, square, underlines
from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.issue.content import BlockKind, CopyBlock
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, FrameKind, Rule, cells_of, with_paragraph
from paperlayout.plan.page_plan import Leg, Slot
from paperlayout.setting.horizontal import StyledText, ink_of, set_copy, set_display
from paperlayout.story.body import subhead_rows
from paperlayout.story.initial import initial_size
from paperlayout.story.measured import Choice, Flow, Initial, LayoutNumber, MeasuredStory, SetBlock, Unbroken
from paperlayout.text.fit import LineFit
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import set_lines
from paperlayout.units import ROMAN_BASELINE, Pt

Kind = Literal["body", "quote", "verse", "table", "summary", "editor_note", "end_note", "jump_line", "subhead", "gap"]


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One row of a flow: a line of copy, a row of a subhead, or white, in which an ornament may stand."""

    kind: Kind
    item: int
    source: SetBlock | None = None
    line: SetLine | None = None
    _: KW_ONLY
    number: int = 0
    of: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LegFrame:
    """Where a leg's rows stand: left edge, width and measure in points, first row, its number in the story."""

    x: Pt
    width: Pt
    row: int
    leg: int
    cells: Block


def rows_of(flow: Flow, picks: Sequence[Choice]) -> list[FlowRow]:
    """The flow as rows, each item set as the dummy chose."""
    return [row for item, pick in enumerate(picks) for row in _rows(flow, item, pick)]


def _rows(flow: Flow, item: int, pick: Choice) -> list[FlowRow]:
    match pick.setting:
        case Unbroken.EMPTY:
            return [FlowRow("gap", item)] * pick.lines
        case Unbroken.SUBHEAD:
            return [FlowRow("subhead", item, flow.blocks[item], number=n, of=pick.lines) for n in range(pick.lines)]
        case Unbroken.BREAK:
            return [FlowRow("gap", item, flow.blocks[item])]
        case Unbroken.ROWS:
            return _between_white(item, flow.blocks[item], pick, [row.line for row in flow.blocks[item].rows])
        case layout:
            return _between_white(item, flow.blocks[item], pick, _lines(flow.blocks[item], layout)[: pick.lines])


def _between_white(item: int, source: SetBlock, pick: Choice, lines: Sequence[SetLine | None]) -> list[FlowRow]:
    """A block's lines, and the white rows that were chosen with it."""
    kind, white = KINDS.get(source.block.kind, "body"), FlowRow("gap", item)
    rows = [FlowRow(kind, item, source, line, number=n, of=pick.lines) for n, line in enumerate(lines)]
    return [*[white] * pick.above, *rows, *[white] * pick.below]


KINDS: dict[BlockKind, Kind] = {
    "quote": "quote", "verse": "verse", "names": "table", "table": "table", "summary": "summary", "editor_note": "editor_note", "end_note": "end_note",
    "jump_line": "jump_line",
}  # fmt: skip


def _lines(source: SetBlock, layout: LayoutNumber) -> list[SetLine]:
    """The lines of a broken block in their places, the initial's copy in the first of those beside it."""
    assert source.broken is not None
    lines = [line.moved(source.inset) for line in set_lines(source.broken, source.broken.layouts[layout])]
    if source.initial:
        first, *others = source.initial.lines
        lines = [replace(first, text=source.initial.text + first.text), *others, *lines]
    return lines


def body_frames(story: MeasuredStory, slot: Slot, grid: Grid, kit: Kit) -> Iterator[Frame]:
    """The frames of a story's legs in reading order."""
    rows = rows_of(story.flow, slot.picks)
    at = 0
    for number, leg in enumerate(slot.legs):
        placed = Leg(leg.column + slot.block.column, leg.row + slot.block.row, leg.rows)
        cells = Block(placed.column, placed.row, 1, placed.rows)
        strip = LegFrame(x=grid.x(placed.column), width=grid.column, row=placed.row, leg=number, cells=cells)
        yield from strip_frames(story, rows[at : at + leg.rows], strip, grid, kit)
        at += leg.rows


def strip_frames(story: MeasuredStory, rows: Sequence[FlowRow], strip: LegFrame, grid: Grid, kit: Kit, prefix: str = "") -> Iterator[Frame]:
    """A leg's rows as frames: unbroken runs of lines, subheads, white."""
    row = strip.row
    runs = [list(g) for _, g in groupby(rows, key=lambda r: (r.kind, r.item if r.kind != "body" else -1))]
    for n, run in enumerate(runs):
        block = Block(strip.cells.column, row, strip.cells.columns, len(run))
        name = f"{story.id}.{prefix}{run[0].kind}{strip.leg + 1}-{n + 1}"
        match run[0].kind:
            case "subhead":
                yield _subhead_frame(name, story, run, (strip, block), grid, kit)
            case "gap":
                yield gap_frame(name, block, grid, _ornament(run[0], strip, block, grid, kit))
            case _:
                yield _lines_frame(name, story, run, (strip, block), grid, kit)
        row += len(run)


def _ornament(row: FlowRow, strip: LegFrame, block: Block, grid: Grid, kit: Kit) -> tuple[DrawnItem, ...]:
    """The ornament of a break, centred in its row."""
    if row.source is None:
        return ()
    style, size = kit.house.look.blocks, kit.house.look.voices.body.size
    y = grid.baseline(block.row) - MIDDLE * size
    xs = (strip.x + strip.width / 2 + (n - (style.ornaments - 1) / 2) * style.ornament_step * size for n in range(style.ornaments))
    return tuple(square(Point(x, y), style.ornament * size, kit) for x in xs)


def _box(strip: LegFrame, block: Block, grid: Grid) -> Rect:
    return Rect(strip.x, grid.slot(block.row), strip.x + strip.width, grid.slot(block.foot))


def _lines_frame(name: str, story: MeasuredStory, run: Sequence[FlowRow], where: tuple[LegFrame, Block], grid: Grid, kit: Kit) -> Frame:
    strip, block = where
    size = kit.house.look.voices.body.size
    stands = [LineStand(Point(strip.x, grid.baseline(block.row + i)), size) for i in range(len(run))]
    lines = [r.line or BLANK for r in run]
    set_, ends = tuple(line.text for line in lines), tuple(i for i, line in enumerate(lines) if line.ends_paragraph and line.text)
    return Frame(
        id=name, kind=KIND_OF[run[0].kind], rect=_box(strip, block, grid), cells=cells_of(block),
        items=tuple(_items(run, stands, (strip, block), grid, kit)), story=story.id, rank=story.rank, text=copy_of_lines(lines),
        copy=run[0].kind != "jump_line", leg=strip.leg, set=set_, ends=ends, size=size, face=_face(run[0], kit), origin=first_origin(run), ruby=_rubies(run),
    )  # fmt: skip


BLANK = SetLine((), "", True, LineFit())
"""A blank row between two stanzas."""
KIND_OF: dict[Kind, FrameKind] = {
    "body": "body", "quote": "quote", "verse": "verse", "table": "table", "summary": "summary", "editor_note": "editor_note", "end_note": "end_note",
    "jump_line": "jump_line",
}  # fmt: skip


def _face(row: FlowRow, kit: Kit) -> str:
    voices = kit.house.look.voices
    own = {"quote": voices.quote, "verse": voices.verse, "summary": voices.summary, "editor_note": voices.note, "end_note": voices.note,
           "jump_line": voices.jump_line}  # fmt: skip
    return own.get(row.kind, voices.body).face


def _rubies(run: Sequence[FlowRow]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for row in run if row.line and row.source for pair in rubies(row.line, row.source))


def _items(run: Sequence[FlowRow], stands: Sequence[LineStand], where: tuple[LegFrame, Block], grid: Grid, kit: Kit) -> Iterator[DrawnItem]:
    """What is drawn of a run of lines: first what stands under and beside the copy, then the copy, then 注音."""
    strip, block = where
    placed = [(row, row.line, row.source, stand) for row, stand in zip(run, stands, strict=True) if row.line and row.source]
    for row, line, source, stand in placed:
        yield from underlines(line, source, stand, kit)
        if source.block.kind == "list" and row.number == 0:
            yield _marker(stand, kit)
    for i, row in enumerate(run):
        yield from _table_rules(row, Rect(strip.x, grid.slot(block.row + i), strip.x + strip.width, grid.slot(block.row + i + 1)), kit)
    for row, line, source, stand in placed:
        if source.initial and row.number == 0:
            yield from _initial(source.initial, stand, grid, kit)
        yield from set_copy(kit, line, stand.at, stand.size)
    for _, line, source, stand in placed:
        yield from ruby_runs(line, source, stand, kit)


def _marker(stand: LineStand, kit: Kit) -> DrawnItem:
    """The square of a list entry, in the middle of the last 字 of its indent."""
    style = kit.house.look.blocks
    return square(Point(stand.x(style.list_indent - 0.5), stand.y(-MIDDLE)), style.marker * stand.size, kit)


def _table_rules(row: FlowRow, slot: Rect, kit: Kit) -> Iterator[DrawnItem]:
    """The rules of a table at the top and foot of a row's cell."""
    if row.kind != "table" or row.source is None:
        return
    fixed = row.source.rows[row.number]
    for y, weight in ((slot.y0, fixed.above), (slot.y1, fixed.below)):
        if weight:
            yield Rule(Point(slot.x0, y), Point(slot.x1, y), weight, ink_of(kit, "black"))


def _initial(initial: Initial, stand: LineStand, grid: Grid, kit: Kit) -> tuple[DrawnItem, ...]:
    """The initial from the top of the first line's character frames to the foot of the last one's."""
    voice = replace(kit.house.look.voices.initial, size=initial_size(initial.depth, grid.leading, kit))
    baseline = stand.y(-ROMAN_BASELINE) + ROMAN_BASELINE * voice.size
    return set_display(kit, (StyledText(initial.text, voice),), Point(stand.at.x, baseline))


def copy_of_lines(lines: Sequence[SetLine]) -> str:
    """The copy of a run of lines, a line break after each paragraph that ends in it."""
    return "".join(line.text + ("\n" if line.ends_paragraph else "") for line in lines).removesuffix("\n")


def first_origin(run: Sequence[FlowRow]):  # type: ignore[no-untyped-def]
    """Where the first line's paragraph was written."""
    source = run[0].source
    block: CopyBlock | None = source.block if source else None
    return block.origin if block else None


def _subhead_frame(name: str, story: MeasuredStory, run: Sequence[FlowRow], where: tuple[LegFrame, Block], grid: Grid, kit: Kit) -> Frame:
    strip, block = where
    source = run[0].source
    assert source is not None
    style = kit.house.look.subheads
    white = run[0].of - subhead_rows(len(source.subhead), style)
    top = grid.slot(block.row - run[0].number + white)
    scale = grid.leading * kit.house.look.grid.rows / kit.house.look.grid.height
    middle = strip.x + strip.width / 2
    items = tuple(item for line in source.subhead for item in set_display(kit, line.parts, Point(middle, top + line.baseline * scale), 0.5))
    lines = ["".join(p.text for p in line.parts) for line in source.subhead]
    frame = Frame(
        id=name, kind="subhead", rect=_box(strip, block, grid), cells=cells_of(block), items=items, story=story.id, rank=story.rank, copy=True,
        leg=strip.leg, origin=source.block.origin,
    )  # fmt: skip
    voice = source.subhead[-1].parts[0].type
    return with_paragraph(frame, lines, voice.face, voice.size)
