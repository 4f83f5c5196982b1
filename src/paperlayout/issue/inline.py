"""Marks inside a line of copy: **粗**, [字]{着重}, [字]{专名}, [字]{书名}, [字]{注音:zì}. What cannot be set is said, and stays copy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from paperlayout.diag import Diagnostic, Origin, Severity
from paperlayout.issue.model import Mark, MarkKind

BRACED = re.compile(r"\*\*(?P<strong>[^*\n]+)\*\*|(?<!!)\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]*\](?:\{[^{}\n]*\})?)+)\]\{(?P<mark>[^{}\n]*)\}")
NAMES: dict[str, MarkKind] = {
    "着重": "emphasis", "emphasis": "emphasis", "专名": "name", "name": "name", "书名": "title", "title": "title", "粗": "strong", "strong": "strong",
}  # fmt: skip
RUBY = re.compile(r"(?:注音|ruby)[ 　]*[:：][ 　]*(?P<value>\S.*?)[ 　]*")
KNOWN = "{着重} {专名} {书名} {粗} {注音:zì}"


@dataclass(slots=True)
class Line:
    """A line of copy while its marks are read: plain text so far, the column of each character, marks and findings."""

    origin: Origin | None
    text: str = ""
    columns: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def take(self, typed: str, start: int, end: int) -> None:
        """Some of the typed line as copy."""
        self.text += typed[start:end]
        self.columns += range(start, end)

    def warn(self, code: str, message: str, hint: str, at: int, end: int) -> None:
        """Something about the typed line from column `at` to `end`."""
        o = self.origin
        place = Origin(o.file, o.line, o.column + at, o.line, o.column + end) if o else None
        self.findings.append(Diagnostic(code, message, hint, place, Severity.WARNING))


def read_marks(typed: str, origin: Origin | None) -> Line:
    """The plain text of a line with its marks."""
    line = Line(origin)
    _read(line, typed, (0, len(typed)))
    if "**" in line.text:
        at = line.columns[line.text.index("**")]
        line.warn("C332", "“**”没有配对，会照样印出来", "粗体前后都写 **，如 **粗体**", at, at + 2)
    return line


def _read(line: Line, typed: str, within: tuple[int, int], inside: str = "") -> None:
    """Part of a typed line; `inside` names the mark it stands in, in which there can be no other."""
    at = within[0]
    for found in BRACED.finditer(typed, *within):
        line.take(typed, at, found.start())
        at = _one(line, typed, found, inside)
    line.take(typed, at, within[1])


def _one(line: Line, typed: str, found: re.Match[str], inside: str) -> int:
    """One mark: its copy goes into the line. Returns where to read on."""
    name = "粗" if found["strong"] else found["mark"].strip(" 　")
    inner = found.span("strong") if found["strong"] else found.span("text")
    kind, value = meaning(name)
    if kind is None:
        line.warn("C332", f"不认识“{{{name}}}”这个记号，会照样印出来", f"可用 {KNOWN}", *found.span())
        line.take(typed, found.start(), inner[0])
        _read(line, typed, inner, inside)
        line.take(typed, inner[1], found.end())
        return found.end()
    if inside:
        line.warn("C333", f"记号套在“{inside}”里面，里面的不排，文字照印", "两种记号不要套着写，分开标", *found.span())
        _read(line, typed, inner, inside)
        return found.end()
    first = len(line.text)
    _read(line, typed, inner, name)
    line.marks += _split(Mark(first, len(line.text), kind, value), line.text)
    return found.end()


def meaning(name: str) -> tuple[MarkKind | None, str]:
    """The mark that a name in braces stands for, with its annotation."""
    ruby = RUBY.fullmatch(name)
    return ("ruby", ruby["value"]) if ruby else (NAMES.get(name), "")


def _split(mark: Mark, text: str) -> Iterator[Mark]:
    """Pinyin of as many syllables as 字 goes over them one by one."""
    syllables = mark.value.split()
    if mark.kind == "ruby" and 1 < len(syllables) == len(text[mark.start : mark.end].replace(" ", "")) == mark.end - mark.start:
        yield from (replace(mark, start=mark.start + i, end=mark.start + i + 1, value=value) for i, value in enumerate(syllables))
    else:
        yield mark
