"""版样: the kept make-up beside an issue, the alternatives to it, and the choice among them."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paperlayout.cli.output import Unwritable, write_whole
from paperlayout.diag import Diagnostic
from paperlayout.issue.content import Issue
from paperlayout.kit import Kit

if TYPE_CHECKING:
    from paperlayout.edition import Edition
    from paperlayout.pipeline import Timings
    from paperlayout.plan.kept_layout import KeptLayout, KeptPage

THUMBNAIL_PPI = 42.0
CHOICE = re.compile(r"(?:(\d{1,2})\s*[:：])?\s*(\d{1,2})")


def as_kept(issue: Issue, kit: Kit, timed: "Timings", pages: tuple[int, ...] = ()) -> tuple["Edition", tuple[Diagnostic, ...]]:
    """The issue, or some of its pages, made up as it was last built: what is checked, proved, pressed and exported is what the editor saw. Also what is to be
    said of that.

    Raises IssueError.
    """
    from paperlayout.kept_file import kept_before
    from paperlayout.parallel import planned
    from paperlayout.pipeline import arranged, make_up

    before = kept_before(issue)
    shared = arranged(issue, kit, before.kept).issue
    numbers = pages or tuple(range(1, len(shared.pages) + 1))
    return make_up(issue, kit, timed, numbers, kept=planned(shared, numbers, before.kept)), before.said


def keep(issue: Issue, kept: "KeptLayout", before: "KeptLayout") -> None:
    """Writes the make-up beside the issue when it has changed; one that cannot be read is renamed. A folder that cannot be written to keeps none."""
    from paperlayout.kept_file import kept_file
    from paperlayout.plan.kept_layout import kept_layout_text

    if kept != before:
        try:
            _set_aside(issue)
            write_whole(kept_file(issue), kept_layout_text(kept).encode())
        except click.ClickException as fault:
            click.echo(f"{fault.message}；这次的版样没有留下", err=True)


def _set_aside(issue: Issue) -> None:
    """Renames a kept make-up that cannot be read, and says so. Raises Unwritable."""
    from paperlayout.kept_file import kept_file, set_aside

    file = kept_file(issue)
    try:
        aside = set_aside(issue)
    except OSError as fault:
        raise Unwritable(f"{file} 读不懂，又改不了名（{fault.strerror or fault}），没有盖掉它") from fault
    if aside:
        click.echo(f"原来的 {file.name} 改名为 {aside.name} 留着", err=True)


def chosen(typed: str, alternatives: Mapping[int, Sequence["KeptPage"]], kept: "KeptLayout") -> "KeptLayout":
    """The kept make-up with the alternatives the editor chose: `3` for every page, `2:3` for page 2. Raises click's wrong use."""
    for one in re.split(r"[,，\s]+", typed.strip()):
        found = CHOICE.fullmatch(one)
        if not found:
            raise click.BadParameter(f"--choose 写成 3（各版都取第 3 种）或 2:3（第 2 版取第 3 种），写的是“{one}”")
        pages = [int(found[1])] if found[1] else list(alternatives)
        for number in pages:
            if number not in alternatives:
                raise click.BadParameter(f"--choose {one}：没有第 {number} 版")
            there, turn = len(alternatives[number]), int(found[2])
            if not there or turn < 1 or (turn > there and found[1]):
                raise click.BadParameter(f"--choose {one}：第 {number} 版只有 {there} 种排法")
            kept = kept.with_page(alternatives[number][min(turn, there) - 1])
    return kept


def asked_for(typed: str, numbers: Sequence[int]) -> tuple[int, ...]:
    """The pages a choice names; all of them where it names none."""
    named = [int(found[1]) for one in re.split(r"[,，\s]+", typed.strip()) if (found := CHOICE.fullmatch(one)) and found[1]]
    every = len(named) < len(re.split(r"[,，\s]+", typed.strip()))
    return tuple(number for number in numbers if every or number in named)


def thumbnails(issue: Issue, kit: Kit, alternatives: Mapping[int, Sequence["KeptPage"]], count: int, timed: "Timings") -> list[Path]:
    """A small picture of each page in each of its good make-ups, under build/版样. Returns the files written."""
    from paperlayout.draw.png import png
    from paperlayout.pipeline import make_up, pdf
    from paperlayout.plan.kept_layout import KeptLayout

    folder = issue.file.resolve().parent / "build" / "版样"
    files = []
    for number, pages in alternatives.items():
        for old in folder.glob(f"第{number}版-*.png"):
            old.unlink()
        for turn, page in enumerate(pages[:count], 1):
            edition = make_up(issue, kit, timed, (number,), kept=KeptLayout((page,)))
            file = folder / f"第{number}版-{turn}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, png(pdf(edition, kit, timed), 0, THUMBNAIL_PPI))
            files.append(file)
            faults = [f for f in edition.fitted[0].plan.faults if not f.slight]
            click.echo(f"第 {number} 版第 {turn} 种：{edition.fitted[0].plan.cost:.0f} 分，{len(faults)} 处毛病", err=True)
    return files
