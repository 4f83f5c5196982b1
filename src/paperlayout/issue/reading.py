"""A mapping of the issue read against its field table: unknown, doubled and misplaced fields are found here, values are read here."""

from collections.abc import Callable
from typing import TypeVar

from paperlayout.catalogue.book import finding, sentence, tell
from paperlayout.diag import Diagnostic, Filling, Findings, Fix, Origin, Said, Severity
from paperlayout.issue import fields, values, yaml_mistakes
from paperlayout.issue.content import NO_TEXT, Text
from paperlayout.issue.fields import Field, Table
from paperlayout.issue.source import MappingEntry, MappingNode, Node, ScalarNode, SequenceNode, SourceText

Value = TypeVar("Value")
MOST_FINDINGS = 200
KEY_EDGES = " \t"
PARAGRAPHS = ("text", "items")
"""Kinds of fields whose lines are paragraphs."""
JOINS_WORDS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


class FileReport(Findings):
    """The report on one file: its text and what was found in it. After MOST_FINDINGS errors reading stops."""

    def __init__(self, source: SourceText) -> None:
        super().__init__()
        self.source = source
        self._said: set[Diagnostic] = set()
        self._errors = 0

    def add(self, diagnostic: Diagnostic) -> None:
        """Take a finding down, once; none after the most."""
        if diagnostic not in self._said and not self.full:
            self._said.add(diagnostic)
            self._errors += diagnostic.severity is Severity.ERROR
            super().add(diagnostic)

    @property
    def full(self) -> bool:
        """So much is wrong that reading on helps nobody."""
        return self._errors >= MOST_FINDINGS

    def tell(self, key: str, origin: Origin | None, /, *, fix: Fix | None = None, **values: Filling) -> None:
        """Take down a finding as the catalogue says it."""
        self.add(finding(Said(key, tuple(values.items())), origin, fix=fix))

    def fault(self, code: str, message: str, hint: str, origin: Origin) -> None:
        self.add(Diagnostic(code, message, hint, origin))


class FieldReader:
    """What stands in one mapping: canonical field name → value, in the order written."""

    def __init__(self, node: MappingNode, table: Table, report: FileReport) -> None:
        self.table, self.report, self.origin, self.written = table, report, node.origin, node
        self.nodes: dict[str, Node] = {}
        self.keys: dict[str, ScalarNode] = {}
        self.mistyped = False
        for entry in node.entries:
            if report.full:
                break
            self._enter(entry)

    def _enter(self, entry: MappingEntry) -> None:
        key = entry.key.value.strip(KEY_EDGES)
        if fields.is_note(key):
            return
        field = self.table.find(key)
        if field is None:
            self.mistyped = True
            self.report.add(_unknown(entry.key, key, self.table, self.report.source))
        elif field.name in self.keys:
            self.report.add(_twice(entry.key, self.keys[field.name]))
        else:
            self.keys[field.name], self.nodes[field.name] = entry.key, entry.value

    def __contains__(self, name: str) -> bool:
        return name in self.nodes

    def where(self, name: str) -> Origin:
        """Where a field's name was written; the mapping's own place when it was not."""
        return self.keys[name].origin if name in self.keys else self.origin

    def written_at(self, name: str) -> Origin:
        """Where a field's value was written."""
        return self.nodes[name].origin if name in self.nodes else self.origin

    def lacks(self, name: str) -> bool:
        """A field was left out or left empty, and not just mistyped: then the mistyped name is the better thing to say."""
        return self.node(name) is None and not self.mistyped

    def node(self, name: str) -> Node | None:
        """A field's value when it is not empty."""
        node = self.nodes.get(name)
        return None if node is None or is_empty(node) else node

    def scalar(self, name: str) -> ScalarNode | None:
        """A field's typed words; a list or mapping there is a fault."""
        node = self.nodes.get(name)
        if node is None or isinstance(node, ScalarNode):
            return node
        bracketed = yaml_mistakes.bracketed(self.report.source.file, self.report.source.lines, self._label(name), node.origin)
        self.report.add(bracketed or tell("S213", node.origin, label=self._label(name), what=_shape(node)))
        return None

    def read(self, name: str, reader: Callable[[str], Value]) -> Value | None:
        """A field's value as its reader gives it; None when not given, empty or wrong (then the desk knows)."""
        scalar = self.scalar(name)
        if scalar is None or not scalar.value.strip():
            return None
        try:
            return reader(scalar.value.strip())
        except values.BadValue as bad:
            self.report.add(bad.told(self._label(name), scalar.origin))
            return None

    def choice(self, name: str) -> str | None:
        """One of the words of the field's list, in English."""
        field = self.table.named(name)
        return self.read(name, lambda text: values.choice(field, text))

    def text(self, name: str) -> Text:
        """A field's words, on one line, or by paragraphs where the field may hold several."""
        return self.given_text(name) or NO_TEXT

    def given_text(self, name: str) -> Text | None:
        """A field's words: None when the field was not written, empty when it was emptied."""
        scalar = self.scalar(name)
        return None if scalar is None else self.words(name, scalar)

    def words(self, name: str, scalar: ScalarNode) -> Text:
        """Typed words as the field takes them; the field's own value, or one of its list."""
        place = scalar.lines[0].origin if len(scalar.lines) == 1 else scalar.origin
        return Text(self._joined(self.table.named(name), scalar), place)

    def _joined(self, field: Field, scalar: ScalarNode) -> str:
        lines = [line.value.strip(" \t　") for line in scalar.lines]
        lines = [line for line in lines if line]
        if len(scalar.lines) <= 1:
            return scalar.value.strip(" \t\n　")
        if field.kind not in PARAGRAPHS:
            self.check_folded(scalar, field.chinese, "Y111.joined")
        elif scalar.style != "|":
            self.check_folded(scalar, field.chinese, "Y111.unsure")
        if field.kind == "head" and scalar.style == "|":
            return "/".join(lines)
        return "\n".join(lines) if field.kind in PARAGRAPHS else _run_on(lines)

    def check_folded(self, scalar: ScalarNode, name: str, key: str) -> None:
        """Warn of a value that runs over lines without `|`, or find the field that was mistyped inside it."""
        if scalar.style == "|" and self.table.named(name).kind == "head":
            return
        source, place = self.report.source, scalar.origin
        lost = yaml_mistakes.in_lines(source.file, source.lines, place.line + 1, place.end_line or 0) if not scalar.style else []
        for slip in lost:
            self.report.add(slip)
        if not lost:
            paragraphs = key != "Y111.joined"  # lines of one sentence are no paragraphs, and in a head “|” would make them breaks
            self.report.tell(key, scalar.origin, fix=_barred(scalar, self.report.source) if paragraphs else None, key=name)

    def texts(self, name: str) -> tuple[Text, ...]:
        """A list of words; several lines of one value count as a list."""
        found: list[Text] = []
        for node in list_of(self.node(name)):
            if isinstance(node, ScalarNode):
                found += [Text(line.value.strip(), line.origin) for line in node.lines if line.value.strip()]
            else:
                self.report.tell("S213.lines", node.origin, label=self._label(name), what=_shape(node))
        return tuple(found)

    def mappings(self, name: str) -> tuple[MappingNode, ...]:
        """The mappings in a list; one alone is a list of one. Anything else is a fault."""
        found = []
        for node in list_of(self.node(name)):
            mapping = mapping_of(node, self._label(name), self.report)
            if mapping:
                found.append(mapping)
        return tuple(found)

    def _label(self, name: str) -> str:
        return self.keys[name].value.strip(KEY_EDGES) if name in self.keys else self.table.named(name).chinese


def mapping_of(node: Node, label: str, report: FileReport) -> MappingNode | None:
    """The node when it is a mapping; otherwise a fault that names the slip."""
    if isinstance(node, MappingNode):
        return node
    source, place = report.source, node.origin
    found = yaml_mistakes.in_lines(source.file, source.lines, place.line, place.end_line or place.line) if isinstance(node, ScalarNode) else []
    if not found:
        report.tell("S212", node.origin, label=label, what=sentence("S212.empty") if is_empty(node) else _shape(node))
    for slip in found:
        report.add(slip)
    return None


def list_of(node: Node | None) -> tuple[Node, ...]:
    """The entries of a list; a single value is a list of one, nothing an empty list."""
    if node is None:
        return ()
    return node.items if isinstance(node, SequenceNode) else (node,)


def is_empty(node: Node) -> bool:
    """Nothing was written."""
    return isinstance(node, ScalarNode) and not node.value.strip()


def _shape(node: Node) -> Said:
    return sentence({ScalarNode: "S212.text", MappingNode: "S212.mapping", SequenceNode: "S212.list"}[type(node)])


def _barred(scalar: ScalarNode, source: SourceText) -> Fix | None:
    """“|” after the field's name, and the lines as they are below it."""
    first, lines = scalar.origin.line, source.lines
    if scalar.style:
        return None
    before = lines[first - 1][: scalar.origin.column - 1]
    if not before.strip():  # the text begins on a line of its own, under the name
        at = len(lines[first - 2].rstrip()) + 1
        return Fix(Origin(source.file, first - 1, at, first - 1, at), " |") if lines[first - 2].rstrip().endswith(":") else None
    indent = len(lines[first]) - len(lines[first].lstrip(" ")) if first < len(lines) else 0
    return Fix(Origin(source.file, first, scalar.origin.column, first, scalar.origin.column), "|\n" + " " * indent) if indent else None


def _run_on(lines: list[str]) -> str:
    """Lines as one: a space only between Latin words."""
    whole = ""
    for line in lines:
        gap = " " if whole and whole[-1] in JOINS_WORDS and line[:1] in JOINS_WORDS else ""
        whole += gap + line
    return whole


def _twice(key: ScalarNode, first: ScalarNode) -> Diagnostic:
    name, other = key.value.strip(KEY_EDGES), first.value.strip(KEY_EDGES)
    if name == other:
        return tell("Y113", key.origin, name=name, first=first.origin.line, second=key.origin.line)
    return tell("Y114", key.origin, name=name, line=first.origin.line, other=other)


def _unknown(key: ScalarNode, name: str, table: Table, source: SourceText) -> Diagnostic:
    slip = yaml_mistakes.in_line(source.file, source.lines, key.origin.line)
    if slip and slip.origin and key.origin.column <= slip.origin.column < key.origin.column + max(len(key.value), 1):
        return slip
    in_braces = yaml_mistakes.in_name(source.file, key.value, key.origin)
    if in_braces:
        return in_braces
    near, owner = table.nearest(name), fields.owner(name)
    if near and not owner:
        return tell("S203.near", key.origin, fix=Fix(key.origin, near), name=name, near=near)
    shown = name if len(name) <= 20 else name[:20] + "…"
    if owner:
        return tell("S205", key.origin, name=shown, table=table.name, owner=owner.name)
    return tell("S203", key.origin, name=shown, table=table.name, offered=" ".join(field.chinese for field in table.fields))
