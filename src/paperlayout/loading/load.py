"""An issue file as the editor wrote it, to the Issue of the model. Every fault is found before anything is refused."""

import os
import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Findings, IssueError, Origin
from paperlayout.issue import fields, values
from paperlayout.issue.content import Issue, PageCopy
from paperlayout.issue.files import Folder, is_file
from paperlayout.issue.house import BROADSHEET, House
from paperlayout.issue.items import ItemNames, ReadContext, given_ids
from paperlayout.issue.paper import find_paper, load_house
from paperlayout.issue.reading import MOST_FINDINGS, FieldReader, FileReport, mapping_of
from paperlayout.issue.source import MappingNode, Node, parse, read_text
from paperlayout.loading.page import guide, page, staff

YAML = (".yaml", ".yml")
UNREADABLE = frozenset({"F100", "F101", "F103"})  # no issue file, or none that can be decoded: wrong use, not a fault in the copy
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
FURNITURE = tuple(row.name for row in fields.FURNITURE_FIELDS)
COPY = tuple(row.name for row in fields.COPY_FIELDS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """An issue with the warnings and notes met while reading it."""

    issue: Issue
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueRead:
    """An issue file as far as it could be read, with all that was found; faults may have left holes in the issue."""

    issue: Issue | None
    diagnostics: tuple[Diagnostic, ...]
    failed: bool


def load_issue(path: Path) -> Loaded:
    """The issue of a file, or of a folder that holds one.

    Raises IssueError with all faults found.
    """
    read = read_issue(path)
    if read.issue is None or read.failed:
        raise IssueError(read.diagnostics)
    return Loaded(read.issue, read.diagnostics)


def read_issue(path: Path) -> IssueRead:
    """The issue of a file or folder, faults and all. Raises IssueError when there is no file, or no YAML in it."""
    file = find_issue(path)
    shown = str(file)
    findings = Findings()
    source = read_text(file, shown, findings)
    report = FileReport(source)
    root = _root(parse(source, report), shown, report)
    issue = _issue(FieldReader(root, fields.ISSUE, report), file, findings) if root else None
    for finding in report:
        findings.add(finding)
    return IssueRead(issue, (*sorted(findings, key=_place), *_more(report)), findings.failed)


def find_issue(path: Path) -> Path:
    """The issue file a path means: itself, or the one in the folder. Raises IssueError."""
    place = Origin(str(path))
    if is_file(path):
        return path
    if not os.path.isdir(path):
        raise IssueError([tell("F100", place, file=str(path))])
    for name in ("issue.yaml", "issue.yml"):
        if is_file(path / name):
            return path / name
    dated = [file for file in sorted(path.iterdir()) if file.suffix in YAML and _has_date(file)]
    if len(dated) == 1:
        return dated[0]
    if dated:
        raise IssueError([tell("F103.several", place, count=len(dated), names="、".join(file.name for file in dated[:5]))])
    raise IssueError([tell("F103", place)])


def _has_date(file: Path) -> bool:
    try:
        text = read_text(file, str(file), Findings()).text
    except IssueError:
        return False
    return any(line.startswith(("日期", "date")) for line in text.splitlines())


def _root(node: Node | None, shown: str, report: FileReport) -> MappingNode | None:
    if node is None:
        report.tell("S224", Origin(shown))
        return None
    return mapping_of(node, "稿单", report)


def _more(report: FileReport) -> tuple[Diagnostic, ...]:
    if not report.full:
        return ()
    return (tell("S200", Origin(report.source.file), most=MOST_FINDINGS),)


def _place(finding: Diagnostic) -> tuple[str, int, int]:
    origin = finding.origin
    return (origin.file, origin.line, origin.column) if origin else ("", 0, 0)


def _issue(record: FieldReader, file: Path, findings: Findings) -> Issue:
    paper = _paper_file(record, file)
    house = _house(paper, findings)
    fence = paper.parent if paper else file.parent
    names = ItemNames(frozenset(given_ids(record.written)))
    context = ReadContext(record.report, Folder(file.parent, fence if file.resolve().is_relative_to(fence.resolve()) else file.parent), house, names)
    date = record.read("date", partial(values.date, year=_year_of(file)))
    if record.lacks("date"):
        record.report.tell("S206", record.where("date"))
    pages = _pages(record, context)
    issue = Issue(
        file=file, house=house, date=date or values.date("2000-01-01"), number=record.read("number", values.counting),
        total=record.read("total", values.counting), page_count=record.read("page-count", values.counting), pages=pages, staff=staff(record),
        ear=record.text("ear"),
        guide=guide(record, context), slogan=record.text("slogan"), origin=record.origin,
    )  # fmt: skip
    context.check_beside()
    return issue


def _year_of(file: Path) -> int | None:
    """The year in the names of an issue's file and folder, such as 2021-06/issue.yaml."""
    match = YEAR.search(file.stem) or YEAR.search(file.resolve().parent.name)
    return int(match[0]) if match else None


def _paper_file(record: FieldReader, file: Path) -> Path | None:
    named = record.scalar("paper")
    if named is None or not named.value.strip():
        return find_paper(file.parent)
    path = file.parent / named.value.strip().replace("\\", "/")
    path = path / "paper.yaml" if path.is_dir() else path
    if path.is_file() and path.suffix in YAML:
        return path
    record.report.tell("F305.paper", named.origin, name=named.value.strip())
    return None


def _house(paper: Path | None, findings: Findings) -> House:
    if paper is None:
        return BROADSHEET
    try:
        return load_house(paper, str(paper), findings)
    except IssueError as error:
        for finding in error.diagnostics:
            findings.add(finding)
        return replace(BROADSHEET, file=paper)


def _pages(record: FieldReader, context: ReadContext) -> tuple[PageCopy, ...]:
    """The copy at the top of the file, then the pages an editor named."""
    loose = (replace(page(record, context), loose=True),) if any(name in record for name in (*COPY, *FURNITURE)) else ()
    if "pages" not in record:
        if not record.mistyped and not loose:
            record.report.tell("S224.copy", record.origin)
        return loose
    pages = tuple(page(FieldReader(node, fields.PAGE, context.report), context) for node in record.mappings("pages"))
    if not pages:
        record.report.tell("S211.pages", record.where("pages"))
    return (*loose, *pages)
