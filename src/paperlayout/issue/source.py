"""YAML as an editor's text: a tree of typed words with their places. Nothing is given a type, and nothing clever is let through."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from paperlayout.catalogue.book import finding, tell
from paperlayout.diag import Diagnostic, Filling, Findings, IssueError, Origin, Said
from paperlayout.issue import yaml_mistakes
from paperlayout.issue.content import Text

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_BYTES = 2_000_000
MOST_LEVELS = 40
MOST_NODES = 20_000
MOST_REFUSALS = 50
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what YAML counts as the end of a line
BOMS = ((codecs.BOM_UTF8, "utf-8", "UTF-8"), (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"), (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"))


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """Typed words. `lines` are the lines as they stand in the file, `style` how they were written: plain, quoted, | or >."""

    value: str
    origin: Origin
    style: str = ""
    lines: tuple[Text, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class MappingEntry:
    """A field name with its value."""

    key: ScalarNode
    value: "Node"


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Fields in the order they were written."""

    entries: tuple[MappingEntry, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    items: tuple["Node", ...]
    origin: Origin


Node = ScalarNode | MappingNode | SequenceNode


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text by lines."""

    file: str
    text: str
    lines: tuple[str, ...] = field(compare=False)


ISSUE_CODES = ("F100", "F101", "F102")
COPY_CODES = ("F305", "F313", "F314")


def read_text(path: Path, file: str, findings: Findings, codes: tuple[str, str, str] = ISSUE_CODES) -> SourceText:
    """The text of an issue or manuscript, in whatever encoding it was saved.

    Raises IssueError when it is missing, no text or too large; `codes` are the codes of these three.
    """
    place = Origin(file)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise IssueError([tell(codes[2], place, most=MOST_BYTES // 1_000_000)])
        data = path.read_bytes()
    except OSError:
        raise IssueError([tell(f"{codes[0]}.open", place, file=file)]) from None
    text, encoding = decode(data)
    if text is None:
        raise IssueError([tell(codes[1], place)])
    if encoding != "UTF-8":
        findings.add(tell("Y120", place, encoding=encoding))
    return SourceText(file, text, tuple(LINE_BREAK.split(text)))


def decode(data: bytes) -> tuple[str | None, str]:
    """Text and the name of its encoding; None when it is no text."""
    for bom, codec, name in BOMS:
        if data.startswith(bom):
            return _decoded(data[len(bom) :], codec), name
    if data.count(0) > len(data) // 8:
        codec = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
        text = _decoded(data, codec)
        return (None if text is None or "\0" in text else text), "UTF-16"
    for codec, name in (("utf-8", "UTF-8"), ("gb18030", "GBK/GB18030")):
        text = _decoded(data, codec)
        if text is not None and "\0" not in text:
            return text, name
    return None, ""


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def parse(source: SourceText, findings: Findings) -> Node | None:
    """The tree of a file; None when it holds nothing.

    Raises IssueError with every fault of the YAML that could be found.
    """
    controls = yaml_mistakes.control_characters(source.file, source.lines)
    if controls:
        raise IssueError(controls)
    builder = _TreeBuilder(source, findings)
    try:
        for event in yaml.parse(source.text, Loader=LOADER):
            builder.feed(event)
            if builder.hopeless:
                break
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise IssueError([*builder.refused, *yaml_mistakes.explain(source.file, source.lines, line, column)]) from None
    if builder.refused:
        raise IssueError(builder.refused)
    return builder.root


class _Open:
    """A list or mapping whose end has not come yet."""

    def __init__(self, kind: type, origin: Origin) -> None:
        self.kind, self.origin, self.nodes = kind, origin, list[Node]()


class _TreeBuilder:
    """Makes the tree from the parser's events without recursion, and refuses what an issue has no use for."""

    def __init__(self, source: SourceText, findings: Findings) -> None:
        self.source, self.findings = source, findings
        self.refused: list[Diagnostic] = []
        self.hopeless = False
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def feed(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse("Y117", event, last=True)
        elif isinstance(event, yaml.NodeEvent):
            self._node(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close()

    def _node(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._refuse("Y118", event, last=True, most=MOST_NODES)
        elif len(self._open) >= MOST_LEVELS:
            self._refuse("Y119", event, last=True, most=MOST_LEVELS)
        else:
            self._refuse_clever(event)
            self._take(event)

    def _refuse_clever(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse("Y121.alias", event, last=True, name=event.anchor or "")
            return
        if event.anchor:
            self._refuse("Y121.anchor", event, last=True, name=event.anchor)
        if event.tag:
            self._refuse("Y122", event, name=_tag(event.tag))
        if getattr(event, "value", "") == "<<" and not event.style:
            self._refuse("Y121.merge", event)

    def _refuse(self, key: str, event: Any, *, last: bool = False, **values: Filling) -> None:
        self.refused.append(finding(Said(key, tuple(values.items())), self._origin(event)))
        self.hopeless = self.hopeless or last or len(self.refused) >= MOST_REFUSALS

    def _origin(self, event: Any) -> Origin:
        start, end = event.start_mark, event.end_mark
        return Origin(self.source.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.MappingStartEvent):
            self._open.append(_Open(MappingNode, self._origin(event)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open.append(_Open(SequenceNode, self._origin(event)))
        else:
            self._add(ScalarNode("", self._origin(event)) if isinstance(event, yaml.AliasEvent) else self._scalar(event))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _close(self) -> None:
        done = self._open.pop()
        if done.kind is SequenceNode:
            self._add(SequenceNode(tuple(done.nodes), done.origin))
            return
        entries = []
        for key, value in zip(done.nodes[::2], done.nodes[1::2], strict=True):
            if isinstance(key, ScalarNode):
                entries.append(MappingEntry(key, value))
            else:
                self.findings.add(tell("Y123", key.origin))
        self._add(MappingNode(tuple(entries), done.origin))

    def _scalar(self, event: Any) -> ScalarNode:
        origin = self._origin(event)
        style = event.style or ""
        node = ScalarNode(event.value, origin, style, tuple(_lines(event, style, self.source)))
        for lost in yaml_mistakes.lost_to_comment(self.source.file, self.source.lines, style, origin):
            self.findings.add(lost)
        return node


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _lines(event: Any, style: str, source: SourceText) -> Iterator[Text]:
    """The lines of a value with the place of each; folded lines are given as typed, so that no paragraph is lost."""
    start, end = event.start_mark, event.end_mark
    if start.line == end.line:
        inside = end.column - start.column == len(event.value) + 2  # the words of a quotation begin behind its mark
        yield Text(event.value, Origin(source.file, start.line + 1, start.column + 1 + inside, end.line + 1, end.column + 1 - inside))
    elif style == "|":
        values = LINE_BREAK.split(event.value.removesuffix("\n"))
        for number, value in enumerate(values, start.line + 1):
            yield _line(source, number, value)
    else:
        yield from _typed_lines(event, style, source)


def _typed_lines(event: Any, style: str, source: SourceText) -> Iterator[Text]:
    start, end = event.start_mark, event.end_mark
    first = start.line + 1 if style == ">" else start.line
    after = end.line + (1 if end.column > 0 else 0)
    for number in range(first, min(after, len(source.lines))):
        text = source.lines[number]
        text = text[: end.column] if number == end.line and style != ">" else text
        text = text[start.column :] if number == start.line else text
        if style in ("'", '"'):
            text = _unquoted(text, style, number == start.line, number == end.line)
        yield _line(source, number, text.strip(" \t"))


def _unquoted(text: str, mark: str, first: bool, last: bool) -> str:
    text = text[1:] if first else text
    text = text.removesuffix(mark) if last else text
    return text.replace("''", "'") if mark == "'" else text.replace('\\"', '"')


def _line(source: SourceText, number: int, value: str) -> Text:
    typed = source.lines[number] if number < len(source.lines) else ""
    column = max(typed.rfind(value), 0) if value else 0
    return Text(value, Origin(source.file, number + 1, column + 1, number + 1, column + 1 + len(value)))
