"""import: manuscripts from Word, WPS or text become article files and entries of an issue; all that is done is said."""

import glob
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paperlayout.cli.output import failed, say, shown, write_beside, write_whole
from paperlayout.diag import Diagnostic, IssueError, Origin, Severity

if TYPE_CHECKING:
    from paperlayout.importing.entries import FiledStory, Kind
    from paperlayout.importing.found import FoundStory

KINDS: dict[str, "Kind"] = {"头条": "lead", "文章": "articles", "简讯": "briefs"}


@click.command("import", help="把来稿（.docx .txt .md；有 LibreOffice 时也收 .doc .wps）理成文章文件，登记到稿单。FILES 是来稿，或放来稿的文件夹。")
@click.argument("files", nargs=-1, required=True)
@click.option("--to", "folder", default=".", type=click.Path(path_type=Path, file_okay=False), help="放到哪一期的文件夹；不写就是当前文件夹")
@click.option("--as", "kind", type=click.Choice(list(KINDS)), help="都当作头条、文章或简讯；不写就自己判断")
@click.option("--page", default="", help="稿单分了版时，放在哪一版：版号或版名，如 2 或 副刊")
@click.option("--no-join", is_flag=True, help="拆断的段落只指出，不合并")
@click.option("--no-enter", is_flag=True, help="不改稿单，要登记的内容另写在 稿件/登记.yaml")
@click.option("--dry-run", is_flag=True, help="只说要做什么，什么也不写")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="short", help="提示的格式")
def import_(files: tuple[str, ...], folder: Path, kind: str | None, page: str, no_join: bool, no_enter: bool, dry_run: bool, style: str) -> None:
    from paperlayout.importing.filing import Cabinet
    from paperlayout.issue.paper import find_house

    found: list[Diagnostic] = []
    stories = [(story, path) for path in manuscripts(files) for story in read(path, not no_join, found)]
    cabinet = Cabinet(folder)
    house = find_house(folder)
    dateline = house.dateline
    filed = tuple(cabinet.file(story, path, k, dateline) for (story, path), k in zip(stories, kinds(stories, kind, folder, page), strict=True))
    told = [one for one in (*found, *cabinet.told) if one.code not in house.silenced]
    say(told, style)
    for one, (_, path) in zip(filed, stories, strict=True):
        click.echo(summary(one, path), err=True)
    if not dry_run:
        for name, data in cabinet.files.items():
            write_whole(folder / name, data)
            click.echo(shown(folder / name))
        if filed:
            enter(folder, filed, page, no_enter)
    sys.exit(1 if failed(found, False) else 0)


def manuscripts(files: Sequence[str]) -> Iterator[Path]:
    """The files meant: patterns are matched here, since Windows' own command line does not, and a folder stands for the manuscripts in it."""
    from paperlayout.importing.read import LOCK, MARKDOWN, OFFICE, TEXT

    for name in files:
        path = Path(name)
        if path.is_dir():
            kinds = {".docx", *OFFICE, *TEXT, *MARKDOWN} - {""}
            yield from (f for f in sorted(path.iterdir()) if f.suffix.lower() in kinds and not f.name.startswith((LOCK, ".")))
        elif not path.exists() and glob.has_magic(name):
            yield from (Path(match) for match in sorted(glob.glob(name)) if not Path(match).name.startswith(LOCK))
        else:
            yield path


def read(path: Path, join: bool, found: list[Diagnostic]) -> "tuple[FoundStory, ...]":
    """The stories of a manuscript; what there is to say goes to `found`."""
    from paperlayout.catalogue.book import tell
    from paperlayout.importing.join import join_torn
    from paperlayout.importing.read import read_manuscript
    from paperlayout.importing.split import split_stories

    try:
        arrival = read_manuscript(path, str(path))
    except IssueError as fault:
        found.extend(fault.diagnostics)
        return ()
    lines, joins = join_torn(arrival.lines, join=join)
    stories, decided = split_stories(lines) if lines else ((), ())
    found.extend(sorted((*arrival.findings, *joins, *decided), key=lambda d: d.origin.line if d.origin else 0))
    if not lines:
        found.append(tell("C361.empty", Origin(str(path)), name=path.name))
    return stories


def kinds(stories: "Sequence[tuple[FoundStory, Path]]", given: str | None, folder: Path, page: str) -> "list[Kind]":
    """What each story is entered as; where the issue has no lead yet, the longest becomes it."""
    from paperlayout.importing.filing import kind_of

    if given:
        rest: Kind = "articles" if given == "头条" else KINDS[given]
        return [KINDS[given] if i == 0 else rest for i in range(len(stories))]
    found = [kind_of(story) for story, _ in stories]
    longest = max((i for i, k in enumerate(found) if k == "articles"), key=lambda i: stories[i][0].chars, default=None)
    if longest is not None and not _has_lead(folder, page):
        found[longest] = "lead"
    return found


def _has_lead(folder: Path, page: str) -> bool:
    from paperlayout.importing.register import NoPlace, has_lead

    issue = issue_of(folder)
    try:
        return issue is not None and has_lead(issue[1], page)
    except (NoPlace, IssueError):
        return True


def issue_of(folder: Path) -> tuple[Path, str, str] | None:
    """The issue file of a folder with its text and the name of its encoding, if there is one that can be read."""
    from paperlayout.issue.source import decode
    from paperlayout.loading.load import find_issue

    try:
        path = find_issue(folder)
        text, encoding = decode(path.read_bytes())
    except (IssueError, OSError):
        return None
    return (path, text, encoding) if text is not None else None


def summary(filed: "FiledStory", path: Path) -> str:
    """One line for one story: where it came from, what became of it."""
    name = next(chinese for chinese, kind in KINDS.items() if kind == filed.kind)
    heads = sum(line.shape == "heading" for line in filed.story.body)
    parts = [f"{filed.story.chars} 字", *([f"{heads} 个小标题"] if heads else []), *([f"{len(filed.photos)} 张照片"] if filed.photos else [])]
    return f"{path.name} → {name}《{filed.story.value('title').replace('/', '')}》{'，'.join(parts)}"


def enter(folder: Path, filed: "tuple[FiledStory, ...]", page: str, aside: bool) -> None:
    """Adds the entries to the issue, its old text kept as .bak; on a sheet of their own when there is no issue or no safe place in it."""
    from paperlayout.importing.entries import sheet
    from paperlayout.importing.filing import COPY, free_name
    from paperlayout.importing.register import NoPlace, registered

    issue = None if aside else issue_of(folder)
    why = "" if aside else f"{shown(folder)} 里没有稿单"
    if issue:
        path, text, encoding = issue
        try:
            write_beside(path, encoded(registered(text, filed, page), encoding, path))
            click.echo(shown(path))
            click.echo(f"已登记到 {shown(path)}，原来的存为 {path.name}.bak", err=True)
            return
        except NoPlace as reason:
            why = f"没有改稿单：{reason}"
        except IssueError as fault:
            say([replace(d, origin=replace(d.origin, file=str(path)) if d.origin else None, severity=Severity.WARNING) for d in fault.diagnostics], "short")
            why = "没有改稿单：它现在读不通"
    place = free_name(folder, f"{COPY}/登记.yaml")
    write_whole(place, sheet(filed).encode())
    click.echo(shown(place))
    click.echo(f"{why + '；' if why else ''}要登记的内容在 {shown(place)}，贴进稿单即可", err=True)


def encoded(text: str, encoding: str, path: Path) -> bytes:
    """An issue's text in the encoding it was saved in."""
    head = path.read_bytes()[:3]
    if encoding == "UTF-16":
        big = head[:2] == b"\xfe\xff" or head[:1] == b"\0"
        return (b"\xfe\xff" if big else b"\xff\xfe") + text.encode("utf-16-be" if big else "utf-16-le")
    if encoding != "UTF-8":
        return text.encode("gb18030")
    return (b"\xef\xbb\xbf" if head == b"\xef\xbb\xbf" else b"") + text.encode()
