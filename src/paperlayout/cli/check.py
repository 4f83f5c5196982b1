"""check: everything that is wrong, no PDF; with --fix what is safe to mend is mended in the editor's files."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paperlayout.cli.alternatives import as_kept
from paperlayout.cli.mending import mend
from paperlayout.cli.output import failed, say, shown
from paperlayout.cli.voice import voice
from paperlayout.diag import Diagnostic, IssueError, Severity

if TYPE_CHECKING:
    from paperlayout.issue.content import Issue
    from paperlayout.loading.load import IssueRead

DATELESS = frozenset({"S201", "S202", "S206"})
OF_THE_DATE = frozenset({"C340", "C341", "C342"})
TALLY = {
    "zh": ("错误 {error} 处，警告 {warning} 处，提示 {note} 处", "没有发现问题", "；其中 {count} 处可以自动改：paperlayout check --fix", "。"),
    "en": ("errors: {error}, warnings: {warning}, notes: {note}", "nothing found", "; {count} can be mended: paperlayout check --fix", ". "),
}


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found, the exit status it calls for, and the issue when it could be read."""

    found: tuple[Diagnostic, ...]
    status: int
    issue: "Issue | None" = None


@click.command(help="检查稿单、照片、字形、版面和文字，不出 PDF。每条检查的说明见 paperlayout rules。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("--fix", is_flag=True, help="可以放心改的，直接改在稿单里（注释保留，原样另存 .bak）")
@click.option("--list", "kinds", help="列出要逐个核对的：标题、人名、日期、数字，用逗号隔开；“全部”是都要")
@click.option("--strict", is_flag=True, help="有警告也算不通过")
@click.option("--exit-zero", is_flag=True, help="总是以 0 退出，供脚本用")
@click.option("--press", "for_press", is_flag=True, help="连同给印厂的文件一起检查（照“付印”的第一家）")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="text", help="提示的格式")
def check(issue: Path, fix: bool, kinds: str | None, strict: bool, exit_zero: bool, for_press: bool, style: str) -> None:
    if kinds:
        sys.exit(enumerate_copy(issue, wanted(kinds)))
    if fix:
        mend(issue)
    seen = inspected(issue, strict, for_press)
    say(seen.found, style, to_stdout=True)
    if style == "text" and seen.status != 2:
        click.echo(summary(seen, voice().lang), err=True)
    sys.exit(0 if exit_zero else seen.status)


def inspected(path: Path, strict: bool = False, for_press: bool = False) -> Inspection:
    """Everything there is to be said of an issue: read, proofread, made up, and of the plant's file where nothing stands against making it."""
    from paperlayout.cli.build import status_of
    from paperlayout.loading.load import read_issue

    try:
        read = read_issue(path)
    except IssueError as fault:
        return Inspection(fault.diagnostics, status_of(fault.diagnostics))
    if read.issue is None:
        return Inspection(read.diagnostics, status_of(read.diagnostics))
    from paperlayout import pipeline  # what is no issue was refused before anything heavy is imported

    if read.failed:
        return Inspection((*read.diagnostics, *_asked(read)), status_of(read.diagnostics))
    timed = pipeline.Timings()
    issue, found = pipeline.load(path, timed)
    found += pipeline.proofread(issue)
    try:
        kit = pipeline.open_kit(issue)
        edition, said = as_kept(issue, kit, timed)
        found += (*said, *edition.diagnostics)
        if for_press and not failed(found, strict=False):
            found += pipeline.press(edition, kit, issue.house.press[0], timed).report.diagnostics
    except IssueError as fault:
        found += fault.diagnostics
    found = tuple(sorted(_with_fixes(found, read.issue), key=_place))
    return Inspection(found, int(failed(found, strict)), issue)


def _with_fixes(found: tuple[Diagnostic, ...], read: "Issue") -> Iterator[Diagnostic]:
    """The findings, those of copy that the page corrects by itself with the change that corrects the file."""
    from paperlayout.check.retyped import retyped

    fixes = {(one.code, one.origin.file, one.origin.line, one.origin.column): one.fix for one in retyped(read) if one.origin}
    for one in found:
        place = one.origin
        fix = fixes.get((one.code, place.file, place.line, place.column)) if place and not one.fix else None
        yield replace(one, fix=fix) if fix else one


def _asked(read: "IssueRead") -> tuple[Diagnostic, ...]:
    """What a proofreader asks about an issue with faults; dates are left alone when the issue's own is not known."""
    from paperlayout.pipeline import proofread
    from paperlayout.story.copydesk import corrected

    if read.issue is None:
        return ()
    issue, said = corrected(read.issue)
    undated = any(one.code in DATELESS for one in read.diagnostics)
    return tuple(one for one in (*said, *proofread(issue)) if not (undated and one.code in OF_THE_DATE))


def _place(one: Diagnostic) -> tuple[str, int, int]:
    return (one.origin.file, one.origin.line, one.origin.column) if one.origin else ("", 0, 0)


def wanted(kinds: str) -> tuple[str, ...]:
    """The kinds of --list."""
    from paperlayout.check.listed import KINDS

    asked = tuple(re.split(r"[,，、\s]+", kinds.strip()))
    if "全部" in asked or "all" in asked:
        return tuple(KINDS)
    unknown = [kind for kind in asked if kind not in KINDS]
    if unknown:
        raise click.BadParameter(f"没有“{unknown[0]}”，可写：{'、'.join(KINDS)}、全部", param_hint="--list")
    return asked


def enumerate_copy(path: Path, kinds: tuple[str, ...]) -> int:
    """Prints what is to be checked one by one, a line each: kind, page, words, place. Returns the exit status."""
    from paperlayout.check.listed import listed
    from paperlayout.cli.build import status_of
    from paperlayout.loading.load import read_issue

    try:
        read = read_issue(path)
    except IssueError as fault:
        say(fault.diagnostics, "text")
        return status_of(fault.diagnostics)
    for one in listed(read.issue, kinds) if read.issue else ():
        page = f"第{one.page}版" if one.page else "　　　"
        place = f"{shown(Path(one.origin.file))}:{one.origin.line}:{one.origin.column}" if one.origin else ""
        click.echo(f"{one.kind}  {page}  {one.text}  {place}")
    return 0


def summary(seen: Inspection, lang: str) -> str:
    """One line: how many of each level, how many can be mended, and the errors so many characters allow."""
    from paperlayout.catalogue.book import spoken
    from paperlayout.loading.fix import mendable

    counts, nothing, mending, stop = TALLY[lang]
    levels = {str(level): sum(one.severity is level for one in seen.found) for level in Severity}
    text = counts.format_map(levels) if seen.found else nothing
    count = sum(len(ones) for ones in mendable(seen.found).values())
    text += mending.format(count=count) if count else ""
    if seen.issue is None:
        return text
    from paperlayout.check.copy import allowance

    return f"{text}{stop}{spoken(allowance(seen.issue), lang)[0]}"
