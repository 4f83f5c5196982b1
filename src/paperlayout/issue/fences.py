"""Fenced blocks of a manuscript: ::: 诗, 名单, 表 … :::. A fence that is not understood is said, and its lines stay copy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import BlockKind, CopyBlock, InlineMark, Text
from paperlayout.issue.inline import InlineLine, read_marks

EDGES = " \t　"
FENCE = re.compile(r"[:：]{3,}[ \t　]*(?P<name>[^:：]*?)[ \t　]*")
KINDS: dict[str, BlockKind] = {"诗": "verse", "verse": "verse", "名单": "names", "names": "names", "表": "table", "table": "table"}
DIVIDER = re.compile(r"[-:| \t　—]*-{3,}[-:| \t　—]*")
CELL = re.compile(r"[^|｜\t]+|(?<=[|｜\t])(?=[|｜\t])")
NAME = re.compile(r"[^ \t　、，,；;]+")


@dataclass(frozen=True, slots=True)
class Fenced:
    """The lines between a fence and its end."""

    kind: BlockKind
    lines: tuple[Text, ...]


@dataclass(slots=True)
class Cutter:
    """A body cut into its ordinary lines and fenced blocks, with what there is to say about the fences."""

    findings: list[Diagnostic] = field(default_factory=list)

    def cut(self, lines: Iterable[Text]) -> Iterator[Text | Fenced]:
        kind: BlockKind | None = None
        opened: Text | None = None
        held: list[Text] = []
        for line in (*lines, None):
            fence = FENCE.fullmatch(line.value.strip(EDGES)) if line is not None else None
            if line is not None and not fence:  # a blank line is false
                if kind:
                    held.append(line)
                else:
                    yield line
                continue
            if kind:
                yield Fenced(kind, tuple(held))
            if line is None or (fence and fence["name"]):
                self._unclosed(opened)
            elif opened is None:
                self.findings.append(tell("C331.unopened", line.origin))
            opened = line if fence and fence["name"] else None
            kind, held = self._kind(line, fence["name"]) if line and fence and fence["name"] else None, []

    def _kind(self, line: Text, name: str) -> BlockKind | None:
        kind = KINDS.get(name)
        if kind is None:
            self.findings.append(tell("C331.unknown", line.origin, name=name))
        return kind

    def _unclosed(self, opened: Text | None) -> None:
        if opened:
            self.findings.append(tell("C331.unclosed", opened.origin, typed=opened.value.strip(EDGES)))


def bare(line: Text, start: int = 0) -> Text:
    """A line without the white at its ends and its first characters, in its place."""
    lead = len(line.value) - len(line.value.lstrip(EDGES))
    text = line.value.strip(EDGES)[start:]
    lead += start + len(text) - len(text.lstrip(EDGES))
    return Text(text.strip(EDGES), replace(line.origin, column=line.origin.column + lead) if line.origin else None)


def fenced_block(fenced: Fenced, findings: list[Diagnostic]) -> CopyBlock | None:
    """The block of a fence, its lines parted by line breaks; None when nothing stands in it."""
    lines = [bare(line) for line in fenced.lines]
    while lines and not lines[0].value:
        lines.pop(0)
    while lines and not lines[-1].value:
        lines.pop()
    if not lines:
        return None
    read = [_read(fenced.kind, line, findings) for line in lines]
    if fenced.kind == "table":
        findings += _uneven(read)
    block = _joined(fenced.kind, lines[0].origin, read)
    return block if block.text.strip() else None


def _read(kind: BlockKind, typed: Text, findings: list[Diagnostic]) -> InlineLine:
    line = read_marks(typed.value, typed.origin)
    findings += line.findings
    if kind == "verse":
        return line
    if line.marks:
        findings.append(tell("C334.set", typed.origin))
    if kind == "names":
        return _parted(line, list(_names(line.text)), " ")
    cells = [] if DIVIDER.fullmatch(line.text) else [_trimmed(line.text, m.span()) for m in CELL.finditer(line.text.strip("|｜\t"), 0)]
    return _parted(_unbarred(line), cells, "\t")


def _unbarred(line: InlineLine) -> InlineLine:
    """A table row without bars at its ends."""
    start = len(line.text) - len(line.text.lstrip("|｜\t"))
    text = line.text.strip("|｜\t")
    return InlineLine(line.origin, text, line.columns[start : start + len(text)])


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A cell without the white at its ends."""
    row = text.strip("|｜\t")
    cell = row[slice(*span)]
    start = span[0] + len(cell) - len(cell.lstrip(EDGES))
    return start, max(start, start + len(cell.strip(EDGES)))


def _names(text: str) -> Iterator[tuple[int, int]]:
    """The names of a line; 张　三 typed with a space is one name."""
    waiting: tuple[int, int] | None = None
    for found in NAME.finditer(text):
        single = found.end() - found.start() == 1
        if waiting and single:
            yield waiting[0], found.end()
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = found.span() if single else None
        if not single:
            yield found.span()
    if waiting:
        yield waiting


def _parted(line: InlineLine, spans: list[tuple[int, int]], separator: str) -> InlineLine:
    """Parts of a line with one separator between them."""
    out = InlineLine(line.origin)
    for start, end in spans:
        if out.text:
            out.text += separator
            out.columns.append(line.columns[start] if start < len(line.columns) else 0)
        kept = [at for at in range(start, end) if separator == "\t" or line.text[at] not in EDGES]
        out.text += "".join(line.text[at] for at in kept)
        out.columns += [line.columns[at] for at in kept]
    return out


def _uneven(rows: list[InlineLine]) -> Iterator[Diagnostic]:
    """Rows of a table with more or fewer cells than its first."""
    cells = rows[0].text.count("\t") + 1
    for row in rows[1:]:
        found = row.text.count("\t") + 1
        if row.text and found != cells:
            yield tell("C335", row.origin, found=found, cells=cells)


def _joined(kind: BlockKind, origin: Origin | None, lines: list[InlineLine]) -> CopyBlock:
    text, columns, marks = "", list[int](), list[InlineMark]()
    first = origin.column if origin else 0
    for i, line in enumerate(lines):
        if i:
            text += "\n"
            columns.append(0)
        shift = line.origin.column - first if line.origin else 0
        marks += [replace(m, start=m.start + len(text), end=m.end + len(text)) for m in line.marks if kind == "verse"]
        text += line.text
        columns += [column + shift for column in line.columns]
    return CopyBlock(kind, text, origin, tuple(marks), tuple(columns))
