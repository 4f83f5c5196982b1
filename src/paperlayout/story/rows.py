"""Blocks whose lines are fixed: verse, name lists, tables, each row on a row of the grid."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paperlayout.issue.content import CopyBlock
from paperlayout.issue.house import Blocks
from paperlayout.issue.prices import TextPrices
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.story.measured import Choice, FixedRow, FlowItem, SetBlock, Unbroken
from paperlayout.story.spans import spans_of, ties_of
from paperlayout.text.classes import RIGHT_BLANK, char_class
from paperlayout.text.composition import Align, Paragraph, Span
from paperlayout.text.fit import LineFit
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import compose, natural_width, set_lines
from paperlayout.units import Em

NUMERIC = re.compile(r"[-+±]?[¥$€£]?[\d０-９][\d.,:，．／/～~-]*\s*[%‰％]?\D{0,2}")
ROOM = 1e-6
LEAST_PART, LEAST_TABLE = 2, 4
"""Rows of verse and names, and of a table, that stay together at a leg's foot or top: a small table is never parted."""


def set_rows(block: CopyBlock, measure: float, kit: Kit) -> SetBlock:
    """A fenced block as rows at a measure in 字."""
    if block.kind == "verse":
        return SetBlock(block, rows=tuple(verse_rows(block, measure, kit)), marks=block.marks)
    if block.kind == "names":
        return SetBlock(block, rows=tuple(name_rows(block, measure, kit)))
    return table(block, measure, kit)


def rows_item(block: SetBlock, prices: TextPrices) -> FlowItem:
    """Rows in the flow, with white above and below where there is room for it."""
    n = len(block.rows)
    white = (((1, 1), 0.0), ((1, 0), prices.one_white), ((0, 1), prices.one_white), ((0, 0), prices.no_white))
    choices = tuple(Choice(n + above + below, cost, Unbroken.ROWS, above=above, below=below) for (above, below), cost in white)
    return FlowItem("block", choices, frozenset(_cuts(block)))


def _cuts(block: SetBlock) -> Iterator[int]:
    """The rows after which a leg may end: between two entries with enough on both sides in their stanza or under the name of their group, or after
    the white between two stanzas.
    """
    rows, least = block.rows, LEAST_TABLE if block.block.kind == "table" else LEAST_PART
    for at in range(least, len(rows) - least + 1):
        before, after = rows[at - 1], rows[at]
        whole = all(row.line for row in rows[at - LEAST_PART : at + LEAST_PART])
        begun = not any(row.heads for row in rows[at - LEAST_PART : at]) or (after.heads and not before.heads)
        if before.entry != after.entry and begun and (whole or not before.line):
            yield at


def verse_rows(block: CopyBlock, measure: float, kit: Kit) -> Iterator[FixedRow]:
    """Verse: each line one line, centred as a block on its longest; what turns over is indented; a blank row between stanzas."""
    lines: list[list[SetLine]] = []
    at = 0
    for text in block.text.split("\n"):
        lines.append([line.moved(0, at) for line in _verse_line(block.part(at, at + len(text)), measure, kit)] if text else [])
        at += len(text) + 1
    left = max(0.0, (measure - max(extent(line) for verse in lines for line in verse)) / 2)
    for entry, verse in enumerate(lines):
        yield from (FixedRow(line.moved(left), entry) for line in verse)
        if not verse:
            yield FixedRow(None, entry)


def _verse_line(line: CopyBlock, measure: float, kit: Kit) -> tuple[SetLine, ...]:
    paragraph = Paragraph(spans_of(line, "verse"), 0.0, None, "left", ties_of(line, 0, kit))
    return _turned(paragraph, measure, kit.house.look.blocks.turn, kit)


def _turned(paragraph: Paragraph, measure: float, turn: float, kit: Kit) -> tuple[SetLine, ...]:
    """A line of copy; when it is too long what turns over stands further in."""
    metrics, rules = VoiceMetrics(kit), kit.composition
    whole = compose(paragraph, measure, metrics, rules, 0)
    if len(whole.best.ends) > 1:
        whole = compose(replace(paragraph, indent=-turn), measure - turn, metrics, rules, 0)
        return tuple(line.moved(turn) for line in set_lines(whole, whole.best))
    return set_lines(whole, whole.best)


def extent(line: SetLine) -> float:
    """The width of a line in em to the end of its ink."""
    last = line.pieces[-1]
    blank = 0.5 if last.form == "full" and char_class(last.text) in RIGHT_BLANK else 0.0
    return last.x + last.width - blank


def name_rows(block: CopyBlock, measure: float, kit: Kit) -> Iterator[FixedRow]:
    """A name list: names in aligned columns row by row; a line that ends with a colon is a row of its own."""
    style = kit.house.look.blocks
    groups = list(_name_groups(block.text))
    widest = max((_name_width(name, style, kit) for _, names in groups for name in names), default=0.0)
    columns, entry = _name_columns(widest, measure, style), 0
    for heading, names in groups:
        if heading:
            yield FixedRow(_cell((Span(heading, "strong"),), measure, "left", kit)[0], entry, heads=True)
            entry += 1
        for first in range(0, len(names), len(columns)):
            for line in _name_row(names[first : first + len(columns)], columns, measure, kit):
                yield FixedRow(line, entry)
            entry += 1


def _name_groups(text: str) -> Iterator[tuple[str, list[str]]]:
    heading, names = "", list[str]()
    for line in text.split("\n"):
        if line.endswith(("：", ":")):
            if heading or names:
                yield heading, names
            heading, names = line, []
        else:
            names += line.split()
    yield heading, names


def _spread(name: str, style: Blocks) -> tuple[Span, ...]:
    """A name of two 字 takes as much room as one of three."""
    if len(name) == 2 and all(char_class(char) == "ID" for char in name):
        return (Span(name[0], "body", style.name_width - 2), Span(name[1], "body"))
    return (Span(name, "body"),)


def _name_width(name: str, style: Blocks, kit: Kit) -> float:
    return max(style.name_width, natural_width(Paragraph(_spread(name, style), 0.0), VoiceMetrics(kit), kit.composition))


def _name_columns(width: float, measure: float, style: Blocks) -> list[float]:
    """The left edges of the columns; what is left over stands between them."""
    count = max(1, int((measure + style.name_gap + ROOM) // (width + style.name_gap)))
    step = (measure - width) / (count - 1) if count > 1 else measure
    return [step * i for i in range(count)]


def _name_row(names: Sequence[str], columns: Sequence[float], measure: float, kit: Kit) -> Iterator[SetLine]:
    style = kit.house.look.blocks
    if len(columns) == 1:
        yield from (_closed(line) for line in _turned(Paragraph(_spread(names[0], style), 0.0, None, "left"), measure, 1.0, kit))
        return
    cells = [_cell(_spread(name, style), measure, "left", kit)[0] for name in names]
    yield _merged([cell.moved(x) for cell, x in zip(cells, columns, strict=False)], " ")


def _cell(spans: tuple[Span, ...], measure: float, align: Align, kit: Kit) -> tuple[SetLine, ...]:
    """The lines of a cell."""
    broken = compose(Paragraph(spans, 0.0, None, align), measure + ROOM, VoiceMetrics(kit), kit.composition, 0)
    return set_lines(broken, broken.best)


def _closed(line: SetLine) -> SetLine:
    return replace(line, ends_paragraph=True)


def _merged(lines: Sequence[SetLine], separator: str) -> SetLine:
    """Cells side by side as one line."""
    return SetLine(tuple(p for line in lines for p in line.pieces), separator.join(line.text for line in lines), True, LineFit())


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: where it begins, how wide it is, and whether it holds numbers, which stand at its right."""

    x: float
    width: float
    numeric: bool

    @property
    def align(self) -> Align:
        return "right" if self.numeric else "left"


def table(block: CopyBlock, measure: float, kit: Kit) -> SetBlock:
    """A small table: columns as wide as their content, numbers at the right, rules over and under the head and at the foot."""
    style = kit.house.look.blocks
    cells = [line.split("\t") for line in block.text.split("\n") if line]
    count = max(len(row) for row in cells)
    cells = [[*row, *[""] * (count - len(row))] for row in cells]
    numeric = [any(row[c] for row in cells[1:]) and all(NUMERIC.fullmatch(row[c]) for row in cells[1:] if row[c]) for c in range(count)]
    natural = [max(_cell_width(row[c], n == 0, kit) for n, row in enumerate(cells)) for c in range(count)]
    room = measure - style.cell_gap * (count - 1)
    columns = _columns(natural, numeric, room, style)
    rows = tuple(_ruled([list(_table_row(row, n, columns, kit)) for n, row in enumerate(cells)], style))
    return SetBlock(block, rows=rows, over=Em(max(0.0, sum(natural) - room)))


def _voice(head: bool) -> str:
    return "strong" if head else "body"


def _cell_width(text: str, head: bool, kit: Kit) -> float:
    return natural_width(Paragraph((Span(text, _voice(head)),), 0.0), VoiceMetrics(kit), kit.composition) if text else 0.0


def _columns(natural: Sequence[float], numeric: Sequence[bool], room: float, style: Blocks) -> list[Column]:
    """The columns side by side; what is left over stands between them, and what lacks is taken from the widest columns of words."""
    widths = list(natural)
    while (excess := sum(widths) - room) > ROOM:
        words = [c for c in range(len(widths)) if not numeric[c] and widths[c] > style.cell_least]
        widest = max(words or range(len(widths)), key=lambda c: widths[c])
        if not words:
            widths[widest] = max(1.0, widths[widest] - excess)
            break
        widths[widest] = max(style.cell_least, widths[widest] - min(excess, 1.0))
    gap = style.cell_gap + max(0.0, room - sum(widths)) / max(1, len(widths) - 1)
    return [Column(sum(widths[:c]) + gap * c, width, numeric[c]) for c, width in enumerate(widths)]


def _table_row(cells: Sequence[str], number: int, columns: Sequence[Column], kit: Kit) -> Iterator[SetLine]:
    """One row of cells as lines; a cell too wide for its column runs over several."""
    voice = _voice(number == 0)
    set_cells = [
        [line.moved(column.x) for line in _cell((Span(text, voice),), column.width, column.align, kit)] if text else []
        for text, column in zip(cells, columns, strict=True)
    ]
    for at in range(max(1, *(len(cell) for cell in set_cells))):
        lines = [cell[at] if at < len(cell) else None for cell in set_cells]
        text = "\t".join(line.text if line else "" for line in lines).rstrip("\t")
        yield replace(_merged([line for line in lines if line], "\t"), text=text)


def _ruled(rows: Sequence[Sequence[SetLine]], style: Blocks) -> Iterator[FixedRow]:
    for entry, lines in enumerate(rows):
        for at, line in enumerate(lines):
            last = at == len(lines) - 1
            above = style.table_rule if entry == 0 and at == 0 else 0.0
            foot = style.table_rule if entry == len(rows) - 1 else style.head_rule if entry == 0 else 0.0
            yield FixedRow(line, entry, above, foot if last else 0.0)
