"""check: everything that is wrong, no PDF."""

import sys
from pathlib import Path

import click

from paperlayout.cli.dummies import as_kept
from paperlayout.cli.output import failed, say
from paperlayout.diag import Diagnostic, IssueError


@click.command(help="检查稿单、照片、字形和版面，不出 PDF。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="有警告也算不通过")
@click.option("--exit-zero", is_flag=True, help="总是以 0 退出，供脚本用")
@click.option("--press", "for_press", is_flag=True, help="连同给印厂的文件一起检查（照“付印”的第一家）")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="text", help="提示的格式")
def check(issue: Path, strict: bool, exit_zero: bool, for_press: bool, style: str) -> None:
    from paperlayout.cli.build import status_of

    try:
        found = findings(issue, for_press)
        status = int(failed(found, strict))
    except IssueError as fault:
        found, status = fault.diagnostics, status_of(fault.diagnostics)
    say(found, style, to_stdout=True)
    sys.exit(0 if exit_zero else status)


def findings(issue: Path, for_press: bool) -> tuple[Diagnostic, ...]:
    """All that is to be said of an issue, and of the plant's file where nothing stands against making it. Raises IssueError."""
    from paperlayout import pipeline

    timed = pipeline.Timings()
    read, notes = pipeline.load(issue, timed)
    kit = pipeline.open_kit(read)
    edition, said = as_kept(read, kit, timed)
    found = (*notes, *said, *edition.diagnostics)
    if for_press and not failed(found, strict=False):
        found = (*found, *pipeline.press(edition, kit, read.house.press[0], timed).report.diagnostics)
    return found
