"""Articles, briefs, photos and pages: from mappings of the issue file to the model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from paperlayout.catalogue.book import sentence
from paperlayout.diag import IssueError, Origin
from paperlayout.issue import fields, manuscript, values
from paperlayout.issue.content import NO_TEXT, Advert, Article, Briefs, Datum, GuideEntry, PageCopy, Photo, Pin, PinName, Placing, Staff, Text
from paperlayout.issue.fields import nearest
from paperlayout.issue.files import Folder, refused_manuscript
from paperlayout.issue.house import House
from paperlayout.issue.reading import FieldReader, FileReport, list_of, mapping_of
from paperlayout.issue.source import COPY_CODES, Mapping, Node, Scalar, Sequence, read_text

WORD = ".docx"
TEXT_FILES = (".txt", ".md", ".markdown", "")
BLANK = "/ \u3000\u00a0\u200b\u2060\ufeff\u00ad"  # a title of these alone prints nothing


@dataclass(slots=True)
class Names:
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

    def box(self) -> str:
        """The name of a 简讯 box, which editors do not name."""
        self.counts["briefs"] = self.counts.get("briefs", 0) + 1
        return f"briefs{self.counts['briefs']}"

    def _made(self, record: FieldReader, letter: str) -> str:
        while True:
            self.counts[letter] = self.counts.get(letter, 0) + 1
            name = f"{letter}{self.counts[letter]}"
            if name not in self.given:
                self.taken[name] = record.origin
                return name


@dataclass(slots=True)
class ReadContext:
    """What reading an item needs: the desk, the folder, the house style and the names."""

    report: FileReport
    folder: Folder
    house: House
    names: Names
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
        if isinstance(node, Sequence):
            waiting += node.items
        elif isinstance(node, Mapping):
            for entry in node.entries:
                waiting.append(entry.value)
                if entry.key.value in ("编号", "id") and isinstance(entry.value, Scalar):
                    yield entry.value.value.strip()


def staff(record: FieldReader) -> Staff:
    """Who made the page."""
    return Staff(record.text("editor"), record.text("designer"), record.text("proofreader"))


def page(record: FieldReader, context: ReadContext) -> PageCopy:
    """The copy of one page, read in the order it was written so that made names follow the document."""
    found: dict[str, Any] = {}
    for name in record.nodes:
        if name in ("lead", "articles"):
            found[name] = tuple(article(node, "文章", context, "a") for node in record.mappings(name))
        elif name == "photos":
            found[name] = tuple(photo(node, context) for node in record.mappings(name))
        elif name == "briefs":
            found[name] = tuple(briefs(record.node(name), context))
        elif name == "adverts":
            found[name] = adverts(record, context)
        elif name == "notice":
            found["notices"] = notices(record)
    named = record.table is fields.PAGE  # else the copy stands at the top of the issue, whose staff is the issue's
    return PageCopy(name=record.text("name") if named else NO_TEXT, staff=staff(record) if named else Staff(), origin=record.origin, **found)


def adverts(record: FieldReader, context: ReadContext) -> tuple[Advert, ...]:
    """The adverts given at one place."""
    return tuple(advert(node, context) for node in record.mappings("adverts"))


def notices(record: FieldReader) -> tuple[Text, ...]:
    """The notice given at one place, if any."""
    notice = record.text("notice")
    return (notice,) if notice else ()


def advert(node: Mapping, context: ReadContext) -> Advert:
    """An advert with the size it was sold in."""
    record = FieldReader(node, fields.ADVERT, context.report)
    name = context.names.of(record, "g")
    files = _named_files(record, context, "广告")
    place, rows = placing(record, context), record.read("rows", values.counting)
    if not (place.columns or place.full_width) and record.lacks("columns"):
        context.report.tell("S228.columns", record.origin)
    if rows is None and record.lacks("rows"):
        context.report.tell("S228.rows", record.origin)
    return Advert(name, files[0] if files else Path(), rows or 1, record.text("caption"), record.text("alt").value, place, record.origin)


SEE = re.compile(r"见[ 　:：]*(?P<name>\S+)")
NAMED = re.compile(r"(?P<name>[^:：]+)[:：][ 　]*(?P<words>.+)")


def guide(record: FieldReader, context: ReadContext) -> tuple[GuideEntry, ...]:
    """本期导读: words as they stand, or what points to an article: its id with words behind a colon, its id alone, or 见 and its id."""
    found: list[GuideEntry] = []
    for node in list_of(record.node("guide")):
        if isinstance(node, Scalar):
            found += [_guide_line(Text(line.value.strip(), line.origin), context) for line in node.lines if line.value.strip()]
        elif mapping := mapping_of(node, "导读", context.report):
            found += _guide_mapping(mapping, context)
    return tuple(found)


def _guide_mapping(mapping: Mapping, context: ReadContext) -> Iterator[GuideEntry]:
    """{文章: 编号, 题: …}, or the id of an article with the words as its value."""
    for entry in mapping.entries:
        name = entry.key.value.strip()
        if name in context.names.taken and isinstance(entry.value, Scalar):
            yield GuideEntry(Text(entry.value.value.strip(), entry.value.origin), name)
    if any(entry.key.value.strip() in context.names.taken for entry in mapping.entries):
        return
    record = FieldReader(mapping, fields.GUIDE, context.report)
    target, words = record.text("article"), record.text("title")
    context.beside += [target] if target else []
    if not target and not words and not record.mistyped:
        context.report.tell("S228.guide", record.origin)
    yield GuideEntry(words or Text("", record.origin), target.value)


def _guide_line(line: Text, context: ReadContext) -> GuideEntry:
    see, named = SEE.fullmatch(line.value), NAMED.fullmatch(line.value)
    if see:
        context.beside.append(replace(line, value=see["name"]))
        return GuideEntry(replace(line, value=""), see["name"])
    if named and named["name"].strip() in context.names.taken:
        return GuideEntry(replace(line, value=named["words"]), named["name"].strip())
    return GuideEntry(replace(line, value=""), line.value) if line.value in context.names.taken else GuideEntry(line)


def data(record: FieldReader, context: ReadContext) -> tuple[Datum, ...]:
    """The numbers of a data strip."""
    found = []
    for node in record.mappings("data"):
        entry = FieldReader(node, fields.DATUM, context.report)
        if entry.lacks("number"):
            context.report.tell("S228.datum", entry.origin)
        found.append(Datum(entry.text("number"), entry.text("name"), entry.text("unit")))
    return tuple(found)


def article(node: Mapping, label: str, context: ReadContext, letter: str) -> Article:
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
    copy = manuscript.read(lines, record.given_text("dateline"), manuscript.bare_source(record.given_text("source")))
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


def _from_file(named: Scalar, record: FieldReader, context: ReadContext) -> tuple[Text, ...]:
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


def _readable(path: Path, named: Scalar, report: FileReport) -> bool:
    kind = path.suffix.lower()
    if refused_manuscript(path, named, report):
        return False
    if kind not in (*TEXT_FILES, WORD):
        report.fault("F312", f"不认识 {path.suffix} 这种稿件", "稿件用 .docx、.md 或 .txt", named.origin)
    return kind in (*TEXT_FILES, WORD)


def photo(node: Mapping, context: ReadContext) -> Photo:
    """A photo with its caption; several files under one caption are a group."""
    record = FieldReader(node, fields.PHOTO, context.report)
    name = context.names.of(record, "p")
    files = _named_files(record, context, "照片")
    body = record.scalar("body")
    copy = manuscript.read(body.lines if body else (), NO_TEXT, NO_TEXT)
    for finding in copy.findings:
        context.report.add(finding)
    return Photo(
        id=name, file=files[0] if files else Path(), title=record.text("title"), caption=record.text("caption"), credit=record.text("credit"),
        focus=record.read("focus", values.point) or (0.5, 0.5), crop=record.read("crop", values.ratio), alt=record.text("alt").value,
        illustration=record.read("illustration", values.flag) or False, group=files[1:], body=copy.blocks, placing=placing(record, context),
        origin=record.origin,
    )  # fmt: skip


def _named_files(record: FieldReader, context: ReadContext, what: str) -> tuple[Path, ...]:
    named = (*list_of(record.node("file")), *list_of(record.node("files")))
    if record.lacks("file") and record.lacks("files"):
        context.report.tell("F301.missing" if what == "照片" else "F301.advert", record.where("file"))
    if "file" in record and "files" in record:
        context.report.tell("S207", record.where("files"), one="文件", other="文件组")
    scalars = [node for node in named if isinstance(node, Scalar)]
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
        if isinstance(node := record.node(row.name), Scalar) and node.value.strip():
            yield Pin(cast(PinName, "beside" if row.name == "with" else row.name), node.value.strip(), record.where(row.name))


def _pinned(record: FieldReader) -> bool:
    return any(row.name in record for row in fields.PLACING_FIELDS)


def briefs(node: Node | None, context: ReadContext) -> Iterator[Briefs]:
    """简讯: a list of articles, a box with its own head and items, or both mixed; articles that follow each other share a box."""
    loose: list[Article] = []
    for entry in list_of(node):
        mapping = mapping_of(entry, "简讯", context.report)
        if mapping is None:
            continue
        if not _is_box(mapping):
            loose.append(article(mapping, "简讯", context, "b"))
            continue
        if loose:
            yield Briefs(tuple(loose), id=context.names.box(), origin=loose[0].origin)
            loose = []
        yield _box(mapping, context)
    if loose:
        whole = node is not None and isinstance(node, Sequence) and len(loose) == len(node.items)
        yield Briefs(tuple(loose), id=context.names.box(), origin=node.origin if node and whole else loose[0].origin)


def _is_box(mapping: Mapping) -> bool:
    names = {row.name for entry in mapping.entries if (row := fields.BRIEFS.find(entry.key.value.strip()))}
    article_names = {row.name for entry in mapping.entries if (row := fields.ARTICLE.find(entry.key.value.strip()))}
    return "items" in names or (any(entry.key.value.strip() == "栏题" for entry in mapping.entries) and not article_names & {"body", "file"})


def _box(mapping: Mapping, context: ReadContext) -> Briefs:
    record = FieldReader(mapping, fields.BRIEFS, context.report)
    items = tuple(article(entry, "简讯", context, "b") for entry in record.mappings("items"))
    if not items and record.lacks("items"):
        context.report.tell("S211.briefs", record.where("items"))
    return Briefs(items, record.text("title"), record.given_text("dateline"), placing(record, context), context.names.box(), record.origin)
