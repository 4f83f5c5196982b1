"""new: start an issue from the last one."""

import datetime
import os
import sys
from pathlib import Path

import click

from paperlayout.cli.output import shown, write_whole


@click.command("new", help="建一期新稿单：日期、期号照上一期往后推，字段都写好，等着填。FOLDER 是新一期的文件夹，如 issues/2021-07。")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--date", "day", help="出版日期，如 2021-07-15；不写就按出报的规律推算")
@click.option("--number", type=click.IntRange(1, 99999), help="期号；不写就接着上一期")
def new(folder: Path, day: str | None, number: int | None) -> None:
    from paperlayout.issue.paper import find_house, find_paper
    from paperlayout.loading.rhythm import next_date, next_number, next_total, past_issues
    from paperlayout.loading.skeleton import PAPER, NewIssue, skeleton

    file = folder / "issue.yaml"
    if file.exists():
        raise click.UsageError(f"{shown(file)} 已经有了，没有动它；换一个文件夹名")
    past = past_issues(folder)
    date = _given(day) if day else next_date(past, folder.resolve().name)
    if date is None:
        raise click.UsageError("旁边没有上一期，推不出日期；加上 --date 2021-07-15，或让文件夹名带年月，如 2021-07")
    before = tuple(issue for issue in past if issue.date < date)
    last = before[-1] if before else None
    made = number or next_number(before, date)
    paper = find_paper(folder.resolve())
    start = NewIssue(find_house(folder.resolve()).imprint.name, date, made, next_total(before), last, _schema(folder.resolve()))
    write_whole(file, skeleton(start).encode())
    for name in ("稿件", "图片"):
        (folder / name).mkdir(exist_ok=True)
    click.echo(shown(file))
    if paper is None:
        home = folder.resolve().parent / "paper.yaml"
        write_whole(home, PAPER.format(name="").encode())
        click.echo(shown(home))
        click.echo(f"还没有 paper.yaml，已在 {shown(home)} 放了一份，请填上报名", err=True)
    like = f"照 {shown(last.file)} 往后推" if last else "没有上一期可照"
    click.echo(f"{date.year}年{date.month}月{date.day}日{f' 第{made}期' if made else ''}（{like}），不对就改", err=True)
    sys.exit(0)


def _given(day: str) -> datetime.date:
    from paperlayout.issue import values

    try:
        return values.date(day)
    except values.BadValue as bad:
        raise click.BadParameter(f"{bad.message}；{bad.hint}", param_hint="--date") from None


def _schema(folder: Path) -> str:
    """The path of an installed schema as seen from an issue's folder, or nothing."""
    for place in (folder, *folder.parents):
        schema = place / ".vscode" / "issue.schema.json"
        if schema.is_file():
            return Path(os.path.relpath(schema, folder)).as_posix()
    return ""
