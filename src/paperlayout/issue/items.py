"""Articles and photos with their pins: from mappings of the issue file to what an editor gave."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, cast

from paperlayout.catalogue.book import sentence
from paperlayout.diag import IssueError, Origin
from paperlayout.issue import fields, manuscript, values
from paperlayout.issue.content import NO_TEXT, Article, Datum, Photo, Text
from paperlayout.issue.fields import nearest
from paperlayout.issue.files import Folder, refused_manuscript
from paperlayout.issue.house import House
from paperlayout.issue.placing import Pin, PinName, Placing
from paperlayout.issue.reading import FieldReader, FileReport, list_of
from paperlayout.issue.source import COPY_CODES, MappingNode, Node, ScalarNode, SequenceNode, read_text

WORD = ".docx"
TEXT_FILES = (".txt", ".md", ".markdown", "")
BLANK = "/ \u3000\u00a0\u200b\u2060\ufeff\u00ad"  # a title of these alone prints nothing


@dataclass(slots=True)
class ItemNames:
    """Names of items: those the editor gave, and made ones (a1, b1, p1 …) for the rest, in document order."""

    given: frozenset[str]
    taken: dict[str, Origin] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def of(self, record: FieldReader, letter: str) -> str:
        """The item's name. The same name twice is a fault."""
        name = record.text("id").value
        if not name:
            return self._made(record, letter)
        first = self.taken.setdefault(name, record.where("id"))
        if first != record.where("id"):
            record.report.tell("S218", record.where("id"), name=name, line=first.line)
        return name

    def numbered(self, kind: str) -> str:
        """The next name in the issue for an item of a kind that editors need not name, such as briefs1; none that an editor gave."""
        while True:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            name = f"{kind}{self.counts[kind]}"
            if name not in self.given:
                return name

    def free(self, kind: str, others: Container[str]) -> str:
        """The first name of a kind that neither the others have nor an editor gave."""
        return next(name for number in count(1) if (name := f"{kind}{number}") not in others and name not in self.given)

    def _made(self, record: FieldReader, letter: str) -> str:
        name = self.numbered(letter)
        self.taken[name] = record.origin
        return name


@dataclass(slots=True)
class ReadContext:
    """What reading an item needs: the report, the folder, the house style and the names."""

    report: FileReport
    folder: Folder
    house: House
    names: ItemNames
    beside: list[Text] = field(default_factory=list)

    def check_beside(self) -> None:
        """随文 must name an article that there is."""
        for name in self.beside:
            if name.value not in self.names.taken and name.origin:
                near = nearest(name.value, tuple(self.names.taken))
                cure = sentence("S219.near", near=near) if near else sentence("S219.give")
                self.report.tell("S219", name.origin, name=name.value, cure=cure)


def given_ids(node: Node | None) -> Iterator[str]:
    """All names editors gave, so that made ones keep clear of them."""
    waiting: list[Node] = [node] if node else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, SequenceNode):
            waiting += node.items
        elif isinstance(node, MappingNode):
            for entry in node.entries:
                waiting.append(entry.value)
                if entry.key.value in ("编号", "id") and isinstance(entry.value, ScalarNode):
                    yield entry.value.value.strip()


def data(record: FieldReader, context: ReadContext) -> tuple[Datum, ...]:
    """The numbers of a data strip."""
    found = []
    for node in record.mappings("data"):
        entry = FieldReader(node, fields.DATUM, context.report)
        if entry.lacks("number"):
            context.report.tell("S228.datum", entry.origin)
        found.append(Datum(entry.text("number"), entry.text("name"), entry.text("unit")))
    return tuple(found)


def article(node: MappingNode, label: str, context: ReadContext, letter: str) -> Article:
    """One story or brief."""
    record = FieldReader(node, fields.ARTICLE, context.report)
    name = context.names.of(record, letter)
    title = record.text("title")
    if record.lacks("title") or (title and not title.value.strip(BLANK)):
        context.report.tell("S209", record.where("title") if "title" in record else record.origin, label=label)
    copy = _body(record, context)
    return Article(
        id=name, title=title, kicker=record.text("kicker"), deck=record.text("deck"), summary=record.text("summary"),
        standing_head=record.text("standing-head"), author=record.text("author"), source=copy.source or NO_TEXT, dateline=copy.dateline,
        body=copy.blocks, photos=tuple(photo(picture, context) for picture in record.mappings("photos")), data=data(record, context),
        editor_note=record.text("editor-note"), end_note=record.text("end-note"), initial=record.read("initial", values.initial) or 0,
        placing=placing(record, context), origin=record.origin,
    )  # fmt: skip


MOST_CHARS = 10_000
"""Characters of one paragraph: five pages' worth, and more than breaking it into lines should have to bear."""


def _body(record: FieldReader, context: ReadContext) -> manuscript.Manuscript:
    lines = _body_lines(record, context)
    endless = next((line for line in lines if len(line.value) > MOST_CHARS), None)
    if endless:
        context.report.tell("S229", endless.origin, chars=len(endless.value), most=MOST_CHARS)
        lines = ()
    copy = manuscript.read_body(lines, record.given_text("dateline"), manuscript.bare_source(record.given_text("source")))
    for finding in copy.findings:
        context.report.add(finding)
    return copy


def _body_lines(record: FieldReader, context: ReadContext) -> tuple[Text, ...]:
    body, file = record.scalar("body"), record.scalar("file")
    if body and file and body.value.strip():
        context.report.tell("S207", record.where("file"), one="正文", other="文件")
    elif file and file.value.strip():
        return _from_file(file, record, context)
    elif "body" in record.nodes and body is None:
        return ()
    if body is None or not body.value.strip():
        if not record.lacks("body"):
            return ()
        title = record.text("title").value
        what = sentence("S208.named", title=title) if title else sentence("S208.this")
        context.report.tell("S208", record.where("body"), what=what)
        return ()
    if body.style != "|" and len(body.lines) > 1:
        record.check_folded(body, "正文", "Y111.body")
    return body.lines


def _from_file(named: ScalarNode, record: FieldReader, context: ReadContext) -> tuple[Text, ...]:
    path = context.folder.find(named, "稿件", context.report)
    if path is None or not _readable(path, named, context.report):
        return ()
    try:
        if path.suffix.lower() == WORD:
            from paperlayout.issue.word_body import word_body  # zip and XML readers load only for Word files

            return word_body(path, record, context.report)
        source = read_text(path, str(path), context.report, COPY_CODES)
    except IssueError as error:
        for finding in error.diagnostics:
            context.report.add(replace(finding, origin=named.origin))
        return ()
    if not source.text.strip():
        context.report.tell("S208.file", named.origin, name=named.value.strip())
    return tuple(Text(line, Origin(source.file, number, 1, number, len(line) + 1)) for number, line in enumerate(source.lines, 1))


def _readable(path: Path, named: ScalarNode, report: FileReport) -> bool:
    kind = path.suffix.lower()
    if refused_manuscript(path, named, report):
        return False
    if kind not in (*TEXT_FILES, WORD):
        report.fault("F312", f"不认识 {path.suffix} 这种稿件", "稿件用 .docx、.md 或 .txt", named.origin)
    return kind in (*TEXT_FILES, WORD)


def photo(node: MappingNode, context: ReadContext) -> Photo:
    """A photo with its caption; several files under one caption are a group."""
    record = FieldReader(node, fields.PHOTO, context.report)
    name = context.names.of(record, "p")
    files = named_files(record, context, "照片")
    body = record.scalar("body")
    copy = manuscript.read_body(body.lines if body else (), NO_TEXT, NO_TEXT)
    for finding in copy.findings:
        context.report.add(finding)
    return Photo(
        id=name, file=files[0] if files else Path(), title=record.text("title"), caption=record.text("caption"), credit=record.text("credit"),
        focus=record.read("focus", values.point) or (0.5, 0.5), crop=record.read("crop", values.ratio), alt=record.text("alt").value,
        illustration=record.read("illustration", values.flag) or False, group=files[1:], body=copy.blocks, placing=placing(record, context),
        origin=record.origin,
    )  # fmt: skip


def named_files(record: FieldReader, context: ReadContext, what: str) -> tuple[Path, ...]:
    named = (*list_of(record.node("file")), *list_of(record.node("files")))
    if record.lacks("file") and record.lacks("files"):
        context.report.tell("F301.missing" if what == "照片" else "F301.advert", record.where("file"))
    if "file" in record and "files" in record:
        context.report.tell("S207", record.where("files"), one="文件", other="文件组")
    scalars = [node for node in named if isinstance(node, ScalarNode)]
    if len(scalars) < len(named):
        context.report.tell("S213.file", record.where("files"), label="文件")
    found = (context.folder.find(node, "图片", context.report) for node in scalars)
    return tuple(path for path in found if path)


def placing(record: FieldReader, context: ReadContext) -> Placing:
    """The pins of an item."""
    width = record.read("columns", values.columns) or values.Width(None)
    most = context.house.look.grid.columns
    if width.columns and width.columns > most:
        context.report.tell("S204", record.written_at("columns"), label="栏数", most=most, typed=width.columns)
    beside = record.text("with")
    if beside:
        context.beside.append(beside)
    pins: dict[str, Any] = {name: record.choice(name) for name in ("position", "priority", "style", "fit")}
    return Placing(
        page=record.read("page", values.counting), columns=width.columns, full_width=width.full, legs=width.legs, jump=record.read("jump", values.jump),
        beside=beside.value or None, together=record.read("together", values.flag), origin=record.origin if _pinned(record) else None,
        written=tuple(_written(record)), **pins,
    )  # fmt: skip


def _written(record: FieldReader) -> Iterator[Pin]:
    """The item's pins in the editor's words."""
    for row in fields.PLACING_FIELDS:
        if isinstance(node := record.node(row.name), ScalarNode) and node.value.strip():
            yield Pin(cast(PinName, "beside" if row.name == "with" else row.name), node.value.strip(), record.where(row.name))


def _pinned(record: FieldReader) -> bool:
    return any(row.name in record for row in fields.PLACING_FIELDS)
