"""check: everything that is wrong, no PDF."""

import sys
from pathlib import Path

import click

from paperlayout.cli.output import failed, say
from paperlayout.diag import IssueError


@click.command(help="检查稿单、照片、字形和版面，不出 PDF。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="有警告也算不通过")
@click.option("--exit-zero", is_flag=True, help="总是以 0 退出，供脚本用")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="text", help="提示的格式")
def check(issue: Path, strict: bool, exit_zero: bool, style: str) -> None:
    from paperlayout.cli.build import status_of
    from paperlayout.pipeline import Timings, load, make_up, open_kit

    timed = Timings()
    try:
        read, notes = load(issue, timed)
        found = (*notes, *make_up(read, open_kit(read), timed).diagnostics)
        status = int(failed(found, strict))
    except IssueError as fault:
        found, status = fault.diagnostics, status_of(fault.diagnostics)
    say(found, style, to_stdout=True)
    sys.exit(0 if exit_zero else status)
