"""build: make up the pages and write the PDF."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paperlayout.cli.alternatives import asked_for, chosen, keep, thumbnails
from paperlayout.cli.output import deliver, failed, say, shown, write_whole
from paperlayout.diag import Diagnostic, IssueError
from paperlayout.issue.content import Issue

if TYPE_CHECKING:
    from paperlayout.edition import Edition
    from paperlayout.kit import Kit
    from paperlayout.pipeline import Timings


@click.command(help="排版并生成 PDF。ISSUE 是稿单文件，或放稿单的文件夹；不写就用当前文件夹。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("-o", "--output", help="输出文件或文件夹；- 写到标准输出")
@click.option("--layout", "layout_file", type=click.Path(path_type=Path, dir_okay=False), help="另存版面 JSON")
@click.option("--draft", is_flag=True, help="超版或排不满也出 PDF（草样）")
@click.option("--pages", help="只排这几版，如 1,3-4")
@click.option("--strict", is_flag=True, help="有警告也算不通过")
@click.option("--timings", is_flag=True, help="报告各道工序用时")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="text", help="提示的格式")
@click.option("--explain", is_flag=True, help="说明每篇稿件为什么排在那里")
@click.option("--alternatives", type=click.IntRange(1, 12), help="不出 PDF，给每一版画出几种好排法的小样")
@click.option("--choose", help="选定排法：3 是各版都取第 3 种，2:3 是第 2 版取第 3 种")
@click.option("--fresh", is_flag=True, help="不用留下的版样，重新画版")
@click.option("--open", "open_after", is_flag=True, help="完成后打开 PDF")
def build(
    issue: Path, output: str | None, layout_file: Path | None, draft: bool, pages: str | None, strict: bool, timings: bool, style: str, explain: bool,
    alternatives: int | None, choose: str | None, fresh: bool, open_after: bool,
) -> None:  # fmt: skip
    from paperlayout.pipeline import Timings

    timed = Timings()
    wanted = BuildRequest(output, layout_file, draft, strict, pages, MakeupRequest(explain, alternatives, choose, fresh))
    try:
        bad, files = made(issue, wanted, style, timed)
    except IssueError as fault:
        say(fault.diagnostics, style)
        sys.exit(status_of(fault.diagnostics))
    for file in files:
        click.echo(shown(file))
        if open_after and file.suffix == ".pdf":
            click.launch(str(file))
    if timings:
        report(timed.stages)
    sys.exit(1 if bad else 0)


@dataclass(frozen=True, slots=True)
class MakeupRequest:
    """What was asked for of the make-up: reasons, so many alternatives, one of them, or a fresh one."""

    explain: bool = False
    alternatives: int | None = None
    choose: str | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What was asked for: where the PDF and the layout JSON go, whether a draft will do, whether warnings count, which pages, and how they are made up."""

    output: str | None
    layout: Path | None
    draft: bool
    strict: bool
    pages: str | None
    way: MakeupRequest = MakeupRequest()


def made(issue: Path, wanted: BuildRequest, style: str, timed: "Timings") -> tuple[bool, list[Path]]:
    """Makes up an issue and writes what was asked for: whether there are findings that count, and the files written.

    Raises IssueError when there is nothing to write.
    """
    from paperlayout.kept_file import kept_before
    from paperlayout.parallel import planned
    from paperlayout.pipeline import alternatives, arranged, kept_of, load, make_up, open_kit

    read, notes = load(issue, timed)
    with timed("open"):
        kit = open_kit(read)
    before = kept_before(read)
    before_edit = arranged(read, kit, before.kept).issue
    numbers = chosen_pages(wanted.pages, before_edit) or tuple(range(1, len(before_edit.pages) + 1))
    kept = before.kept.without(numbers) if wanted.way.fresh else before.kept
    shared = arranged(read, kit, kept).issue if wanted.way.fresh else before_edit
    if wanted.way.alternatives:
        return False, thumbnails(shared, kit, alternatives(shared, kit, numbers, timed), wanted.way.alternatives, timed)
    if wanted.way.choose:
        kept = chosen(wanted.way.choose, alternatives(shared, kit, asked_for(wanted.way.choose, numbers), timed), kept)
    with timed("plan"):
        kept = planned(shared, numbers, kept)
    edition = make_up(read, kit, timed, numbers, kept=kept)
    found = (*notes, *(() if wanted.way.fresh else before.said), *edition.diagnostics)
    bad = told(edition, found, wanted, style)
    keep(read, kept_of(edition, kept), before.kept)
    return bad, delivered(edition, kit, wanted, bad, timed)


def told(edition: "Edition", found: tuple[Diagnostic, ...], wanted: BuildRequest, style: str) -> bool:
    """Says what was found, and the reasons of the make-up where they were asked for: whether there are findings that count."""
    from paperlayout.check.explain import explained

    say(found, style)
    if wanted.way.explain:
        click.echo("\n".join(explained(edition)), err=True)
    return failed(found, wanted.strict)


def delivered(edition: "Edition", kit: "Kit", wanted: BuildRequest, bad: bool, timed: "Timings") -> list[Path]:
    """The layout JSON where it was asked for, and the PDF unless the pages do not fit and no draft will do. Returns the files written."""
    from paperlayout.edition import layout
    from paperlayout.pipeline import pdf

    files = []
    if wanted.layout:
        files.append(write_whole(wanted.layout, (json.dumps(layout(edition), ensure_ascii=False, indent=1) + "\n").encode()))
    if not bad or wanted.draft:
        path = deliver(wanted.output, default_pdf(edition.issue), pdf(edition, kit, timed))
        files += [path] if path else []
    return files


def chosen_pages(typed: str | None, issue: Issue) -> tuple[int, ...]:
    """The pages asked for; none means all. Raises click's wrong use."""
    from paperlayout.issue.values import BadValue, page_numbers

    try:
        return page_numbers(typed, len(issue.pages)) if typed else ()
    except BadValue as bad:
        raise click.BadParameter(f"--pages {bad.message}；{bad.hint}") from None


def status_of(found: tuple[Diagnostic, ...]) -> int:
    """2 when the issue file is missing or cannot be decoded, else 1."""
    from paperlayout.loading.load import UNREADABLE

    return 2 if any(d.code in UNREADABLE for d in found) else 1


def default_pdf(issue: Issue) -> Path:
    """build/<name>.pdf beside the issue; the name is the file's stem, or the folder's where the stem is `issue`."""
    folder = issue.file.resolve().parent
    name = folder.name if issue.file.stem == "issue" else issue.file.stem
    return folder / "build" / f"{name}.pdf"


def report(stages: dict[str, float]) -> None:
    """The time of each stage, `plan` without the measuring done inside it."""
    own = dict(stages)
    if "plan" in own:
        own["plan"] -= own.get("measure", 0.0)
    for stage, seconds in own.items():
        click.echo(f"{stage:8} {seconds * 1000:7.0f} ms", err=True)
    click.echo(f"{'total':8} {sum(own.values()) * 1000:7.0f} ms", err=True)
