"""An issue file as the editor wrote it, to the Issue of the model. Every fault is found before anything is refused."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from paperlayout.diag import Diagnostic, Findings, IssueError, Origin, Severity
from paperlayout.issue import fields, items, values
from paperlayout.issue.files import Folder, is_file
from paperlayout.issue.house import BROADSHEET, House
from paperlayout.issue.model import Advert, Issue, PageCopy, Text
from paperlayout.issue.paper import find_paper, load_house
from paperlayout.issue.reading import MOST_FINDINGS, Desk, Record, mapping_of
from paperlayout.issue.source import Mapping, Node, parse, read_text

YAML = (".yaml", ".yml")
UNREADABLE = frozenset({"F100", "F101", "F103"})  # no issue file, or none that can be decoded: wrong use, not a fault in the copy
COPY = tuple(row.name for row in fields.COPY_FIELDS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """An issue with the warnings and notes met while reading it."""

    issue: Issue
    diagnostics: tuple[Diagnostic, ...] = ()


def load_issue(path: Path) -> Loaded:
    """The issue of a file, or of a folder that holds one.

    Raises IssueError with all faults found.
    """
    file = find_issue(path)
    shown = str(file)
    findings = Findings()
    source = read_text(file, shown, findings)
    desk = Desk(source)
    root = _root(parse(source, desk), shown, desk)
    issue = _issue(Record(root, fields.ISSUE, desk), file, findings) if root else None
    for finding in desk:
        findings.add(finding)
    found = tuple(sorted(findings, key=_place))
    if issue is None or findings.failed:
        raise IssueError([*found, *_more(desk)])
    return Loaded(issue, found)


def find_issue(path: Path) -> Path:
    """The issue file a path means: itself, or the one in the folder. Raises IssueError."""
    place = Origin(str(path))
    if is_file(path):
        return path
    if not os.path.isdir(path):
        raise IssueError([Diagnostic("F100", f"找不到 {path}", "查一查路径；稿单是 .yaml 文件，或放着 issue.yaml 的文件夹", place)])
    for name in ("issue.yaml", "issue.yml"):
        if is_file(path / name):
            return path / name
    dated = [file for file in sorted(path.iterdir()) if file.suffix in YAML and _has_date(file)]
    if len(dated) == 1:
        return dated[0]
    if dated:
        raise IssueError([Diagnostic("F103", f"文件夹里有 {len(dated)} 份稿单：{'、'.join(file.name for file in dated[:5])}", "写明用哪一份", place)])
    raise IssueError([Diagnostic("F103", "文件夹里没有稿单", "稿单叫 issue.yaml，里面有 日期:", place)])


def _has_date(file: Path) -> bool:
    try:
        text = read_text(file, str(file), Findings()).text
    except IssueError:
        return False
    return any(line.startswith(("日期", "date")) for line in text.splitlines())


def _root(node: Node | None, shown: str, desk: Desk) -> Mapping | None:
    if node is None:
        desk.fault("S224", "稿单是空的", "至少写 日期: 和 头条:", Origin(shown))
        return None
    return mapping_of(node, "稿单", desk)


def _more(desk: Desk) -> tuple[Diagnostic, ...]:
    if not desk.full:
        return ()
    return (Diagnostic("S200", f"毛病太多，只列出前 {MOST_FINDINGS} 处左右", "改好这些再看", Origin(desk.source.file), Severity.NOTE),)


def _place(finding: Diagnostic) -> tuple[str, int, int]:
    origin = finding.origin
    return (origin.file, origin.line, origin.column) if origin else ("", 0, 0)


def _issue(record: Record, file: Path, findings: Findings) -> Issue:
    paper = _paper_file(record, file)
    house = _house(paper, findings)
    fence = paper.parent if paper else file.parent
    names = items.Names(frozenset(items.given_ids(record.written)))
    bench = items.Bench(record.desk, Folder(file.parent, fence if file.resolve().is_relative_to(fence.resolve()) else file.parent), house, names)
    date = record.read("date", values.date)
    if record.lacks("date"):
        record.desk.fault("S206", "稿单没有日期", "加一行 日期: 2021-06-15", record.where("date"))
    pages = _pages(record, bench)
    bench.check_beside()
    return Issue(
        file=file, house=house, date=date or values.date("2000-01-01"), number=record.read("number", values.counting),
        total=record.read("total", values.counting), pages=pages, staff=items.staff(record), ear=record.text("ear"),
        guide=record.texts("guide"), slogan=record.text("slogan"), origin=record.origin,
    )  # fmt: skip


def _paper_file(record: Record, file: Path) -> Path | None:
    named = record.scalar("paper")
    if named is None or not named.value.strip():
        return find_paper(file.parent)
    path = file.parent / named.value.strip()
    path = path / "paper.yaml" if path.is_dir() else path
    if path.is_file() and path.suffix in YAML:
        return path
    record.desk.fault("F305", f"找不到 {named.value.strip()}", "写 paper.yaml 的路径；不写就从稿单的文件夹往上找", named.origin)
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


def _pages(record: Record, bench: items.Bench) -> tuple[PageCopy, ...]:
    """The pages an editor named, or one page of everything at the top of the file."""
    if "pages" not in record:
        if not record.mistyped and not any(name in record for name in COPY):
            record.desk.fault("S224", "稿单里没有稿子", "写 头条:、文章:、照片: 或 简讯:", record.origin)
        return (items.page(record, bench),)
    for name in COPY:
        if name in record:
            record.desk.fault("S210", f"写了“版面”，“{record.keys[name].value.strip()}”要放进某一版里", "挪到 版面: 下的某一版", record.where(name))
    pages = tuple(items.page(Record(node, fields.PAGE, bench.desk), bench) for node in record.mappings("pages"))
    if not pages:
        record.desk.fault("S211", "“版面”下面是空的", "一版写一个 - 版名: …", record.where("pages"))
        return pages
    return _with_furniture(pages, items.adverts(record, bench), items.notices(record), record.desk)


def _with_furniture(pages: tuple[PageCopy, ...], adverts: tuple[Advert, ...], notices: tuple[Text, ...], desk: Desk) -> tuple[PageCopy, ...]:
    """The pages with the adverts and the notice of the issue: each on the page it names, else on the last."""
    for advert in adverts:
        if (advert.placing.page or 1) > len(pages) and advert.origin:
            desk.fault("S204", f"“版”最多 {len(pages)}（这一期 {len(pages)} 个版），写了 {advert.placing.page}", "改成有的版次", advert.origin)
    last = len(pages)
    own = [tuple(a for a in adverts if (a.placing.page or last) == number) for number in range(1, last + 1)]
    return tuple(
        replace(page, adverts=(*page.adverts, *more), notices=(*page.notices, *(notices if number == last else ())))
        for number, (page, more) in enumerate(zip(pages, own, strict=True), 1)
    )
