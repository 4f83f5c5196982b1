"""Marks inside a line of copy: **粗**, [字]{着重}, [字]{专名}, [字]{书名}, [字]{注音:zì}. What cannot be set is said, and stays copy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from paperlayout.catalogue.book import finding
from paperlayout.diag import Diagnostic, Origin, Said
from paperlayout.issue.content import InlineMark, MarkKind

BRACED = re.compile(r"\*\*(?P<strong>[^*\n]+)\*\*|(?<!!)\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]*\](?:\{[^{}\n]*\})?)+)\]\{(?P<mark>[^{}\n]*)\}")
NAMES: dict[str, MarkKind] = {
    "着重": "emphasis", "emphasis": "emphasis", "专名": "name", "name": "name", "书名": "title", "title": "title", "粗": "strong", "strong": "strong",
}  # fmt: skip
RUBY = re.compile(r"(?:注音|ruby)[ 　]*[:：][ 　]*(?P<value>\S.*?)[ 　]*")


@dataclass(slots=True)
class InlineLine:
    """A line of copy while its marks are read: plain text so far, the column of each character, marks and findings."""

    origin: Origin | None
    text: str = ""
    columns: list[int] = field(default_factory=list)
    marks: list[InlineMark] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def take(self, typed: str, start: int, end: int) -> None:
        """Some of the typed line as copy."""
        self.text += typed[start:end]
        self.columns += range(start, end)

    def warn(self, key: str, at: int, end: int, **values: str) -> None:
        """Something about the typed line from column `at` to `end`."""
        o = self.origin
        place = Origin(o.file, o.line, o.column + at, o.line, o.column + end) if o else None
        self.findings.append(finding(Said(key, tuple(values.items())), place))


def read_marks(typed: str, origin: Origin | None) -> InlineLine:
    """The plain text of a line with its marks."""
    line = InlineLine(origin)
    _read(line, typed, (0, len(typed)))
    if "**" in line.text:
        at = line.columns[line.text.index("**")]
        line.warn("C332.strong", at, at + 2)
    return line


def _read(line: InlineLine, typed: str, within: tuple[int, int], inside: str = "") -> None:
    """Part of a typed line; `inside` names the mark it stands in, in which there can be no other."""
    at = within[0]
    for found in BRACED.finditer(typed, *within):
        line.take(typed, at, found.start())
        at = _one(line, typed, found, inside)
    line.take(typed, at, within[1])


def _one(line: InlineLine, typed: str, found: re.Match[str], inside: str) -> int:
    """One mark: its copy goes into the line. Returns where to read on."""
    name = "粗" if found["strong"] else found["mark"].strip(" 　")
    inner = found.span("strong") if found["strong"] else found.span("text")
    kind, value = meaning(name)
    if kind is None:
        line.warn("C332.unknown", *found.span(), name=name)
        line.take(typed, found.start(), inner[0])
        _read(line, typed, inner, inside)
        line.take(typed, inner[1], found.end())
        return found.end()
    if inside:
        line.warn("C333", *found.span(), outer=inside)
        _read(line, typed, inner, inside)
        return found.end()
    first = len(line.text)
    _read(line, typed, inner, name)
    line.marks += _split(InlineMark(first, len(line.text), kind, value), line.text)
    return found.end()


def meaning(name: str) -> tuple[MarkKind | None, str]:
    """The mark that a name in braces stands for, with its annotation."""
    ruby = RUBY.fullmatch(name)
    return ("ruby", ruby["value"]) if ruby else (NAMES.get(name), "")


def _split(mark: InlineMark, text: str) -> Iterator[InlineMark]:
    """Pinyin of as many syllables as 字 goes over them one by one."""
    syllables = mark.value.split()
    if mark.kind == "ruby" and 1 < len(syllables) == len(text[mark.start : mark.end].replace(" ", "")) == mark.end - mark.start:
        yield from (replace(mark, start=mark.start + i, end=mark.start + i + 1, value=value) for i, value in enumerate(syllables))
    else:
        yield mark
