"""proof: the pages as the desk reads and signs them, made from the press file, and sent to a printer."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from paperlayout.catalogue.book import tell
from paperlayout.cli.alternatives import as_kept
from paperlayout.cli.output import deliver, failed, say, shown, write_whole
from paperlayout.diag import Diagnostic, IssueError

if TYPE_CHECKING:
    from paperlayout.edition import Edition
    from paperlayout.issue.content import Issue
    from paperlayout.kit import Kit
    from paperlayout.pipeline import Timings
    from paperlayout.press.proof.changes import ProofRecord
    from paperlayout.press.proof.proof import Form
    from paperlayout.press.proof.sheet import Stage

STAGES = ("小样", "大样", "清样", "付印")
FORMS = {"整版": "whole", "对版": "spreads", "拼贴": "tiles", "小样": "galley"}
PAPERS = ("A2", "A3", "A4", "B4", "原大")
NOW = ("now", "现在")
USUAL = "\0"
"""--print without a name."""


@dataclass(frozen=True, slots=True)
class ProofRequest:
    """The proof asked for on the command line; empty and None: as is usual."""

    stage: str
    form: str
    paper: str
    gray: bool
    time: str
    revision: int | None
    profile: str | None


@click.command(help="校样：由付印文件的版面生成，带校样章、核红、行号和三审三校签字栏。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("-o", "--output", help="输出文件或文件夹；- 写到标准输出")
@click.option("--stage", type=click.Choice(STAGES), default="大样", help="哪一道校样；小样每篇一张，其余是整版")
@click.option("--form", type=click.Choice([*FORMS, *FORMS.values()]), help="整版 缩到一张纸；对版 4|1、2|3 并排；拼贴 100% 分张；小样 100% 每篇一张")
@click.option("--paper", type=click.Choice(PAPERS), default="A3", help="纸张；原大 不缩")
@click.option("--gray", is_flag=True, help="黑白")
@click.option("--time", "clock", default="", help="印在校样上的时间；“现在”用此刻，不写就留空手填")
@click.option("--revision", type=click.IntRange(1), help="第几次；不写就接着上一次数")
@click.option("--profile", help="paper.yaml“付印”里的哪一家印厂；不写就用第一家")
@click.option("--draft", is_flag=True, help="有错误也出")
@click.option("--strict", is_flag=True, help="有警告也算不通过")
@click.option("--print", "printer", is_flag=False, flag_value=USUAL, help="打印；可写打印机名字，不写用默认的")
@click.option("--printers", "listing", is_flag=True, help="列出打印机")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="text", help="提示的格式")
def proof(
    issue: Path, output: str | None, stage: str, form: str | None, paper: str, gray: bool, clock: str, revision: int | None, profile: str | None,
    draft: bool, strict: bool, printer: str | None, listing: bool, style: str,
) -> None:  # fmt: skip
    from paperlayout.cli.build import status_of

    if listing:
        sys.exit(list_printers(style))
    issue, printer = parted(issue, printer)
    if output == "-" and printer is not None:
        raise click.BadParameter("写到标准输出的校样不能同时打印，去掉 -o -", param_hint="--print")
    kind = FORMS.get(form or "", form) or ("galley" if stage == "小样" else "whole")
    if kind == "tiles" and paper == "原大":
        raise click.BadParameter("拼贴是分张打印，要写打印机的纸张，如 A3、A4", param_hint="--paper")
    wanted = ProofRequest(stage, kind, "A4" if kind == "galley" else paper, gray, said_time(clock), revision, profile)
    try:
        path, bad = made(issue, output, wanted, draft, strict, style)
    except IssueError as fault:
        say(fault.diagnostics, style)
        sys.exit(status_of(fault.diagnostics))
    if path:
        click.echo(shown(path))
    if path and printer is not None and not print_out(path, wanted, "" if printer == USUAL else printer, style):
        bad = True
    sys.exit(1 if bad else 0)


def parted(issue: Path, printer: str | None) -> tuple[Path, str | None]:
    """`--print 稿单` with nothing behind it: the word is the issue, not a printer."""
    if printer not in (None, USUAL) and issue == Path(".") and Path(str(printer)).exists():
        return Path(str(printer)), USUAL
    return issue, printer


def said_time(clock: str) -> str:
    """The time as it is printed; the clock is read only when it is asked for."""
    if clock not in NOW:
        return clock
    import datetime

    now = datetime.datetime.now()
    return f"{now.month}月{now.day}日 {now:%H:%M}"


def made(issue: Path, output: str | None, wanted: ProofRequest, draft: bool, strict: bool, style: str) -> tuple[Path | None, bool]:
    """The proof made and written: its file, and whether there are findings that count.

    Raises IssueError when the issue cannot be made up.
    """
    from paperlayout import pipeline

    timed = pipeline.Timings()
    read, notes = pipeline.load(issue, timed)
    kit = pipeline.open_kit(read)
    edition, said = as_kept(read, kit, timed)
    found = (*notes, *said, *edition.diagnostics)
    bad = failed(found, strict)
    refused = (tell("P144", None),) if bad and wanted.stage == "付印" else ()
    say((*found, *refused), style)
    if bad and (refused or not draft):
        last = default_proof(read)
        if not output and last.exists():
            click.echo(f"没有出新的校样；{shown(last)} 还是上一次的", err=True)
        return None, True
    return written(read, edition, kit, output, wanted, timed), bad


def written(read: "Issue", edition: "Edition", kit: "Kit", output: str | None, wanted: ProofRequest, timed: "Timings") -> Path | None:
    """Presses the edition, proves it, writes the proof and keeps its record for the next."""
    from paperlayout import pipeline
    from paperlayout.cli import press
    from paperlayout.press.proof.changes import dumped, followed, told
    from paperlayout.press.proof.proof import ProofOrder, proof

    pressed = pipeline.press(edition, kit, press.chosen(read, press.PressRequest(wanted.profile)), timed)
    place = default_proof(read)
    kept = place.with_name(f"{place.stem}记录.json")
    record = followed(last_record(kept), told(edition.pages), wanted.revision)
    order = ProofOrder(cast("Stage", wanted.stage), cast("Form", wanted.form), wanted.paper, wanted.gray, wanted.time, record.revision)
    data = proof(pressed.data, edition.pages, pipeline.document_info(read), kit, order, record)
    path = deliver(output, place, data)
    write_whole(kept, dumped(record))
    return path


def default_proof(issue: "Issue") -> Path:
    """build/<name>-校样.pdf beside the issue."""
    from paperlayout.cli.build import default_pdf

    place = default_pdf(issue)
    return place.with_name(f"{place.stem}-校样.pdf")


def last_record(kept: Path) -> "ProofRecord | None":
    """The record of the last proof; None when there is none or it cannot be read."""
    from paperlayout.press.proof.changes import loaded

    try:
        return loaded(kept.read_bytes())
    except OSError:
        return None


def print_out(path: Path, wanted: ProofRequest, printer: str, style: str) -> bool:
    """Sends the proof to a printer, or says why not."""
    from paperlayout.press.printing import CannotPrint, PrintJob, open_file, send

    if sys.platform == "win32":
        open_file(path)
        click.echo("已打开校样，请在打开的窗口里打印，缩放选“实际大小”", err=True)
        return True
    try:
        name = send(PrintJob(path, wanted.paper, wanted.gray, path.stem), printer)
    except CannotPrint as fault:
        say((fault.finding,), style)
        return False
    click.echo(f"已送到打印机 {name}", err=True)
    return True


def list_printers(style: str) -> int:
    """The printers, one a line, the usual one marked."""
    from paperlayout.press.printing import CannotPrint, printers

    try:
        known = printers()
    except CannotPrint as fault:
        say((fault.finding,), style)
        return 1
    if not known.names:
        say((no_printer(),), style)
        return 1
    for name in known.names:
        click.echo(name + ("（默认）" if name == known.usual else ""))
    return 0


def no_printer() -> Diagnostic:
    return tell("P141", None)
