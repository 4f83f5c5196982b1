"""press: the strict check, then the file the plant prints from, looked over, with its manifest."""

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paperlayout.cli.alternatives import as_kept
from paperlayout.cli.output import failed, say, shown, write_whole
from paperlayout.diag import Diagnostic, IssueError
from paperlayout.issue.content import Issue
from paperlayout.issue.house import PressProfile

if TYPE_CHECKING:
    from paperlayout.pipeline import Timings
    from paperlayout.press.finish import Pressed


@click.command(help="付印：先全面检查，有错误不出文件；再生成给印厂的 PDF/X 和清单。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("-o", "--output", help="输出文件或文件夹")
@click.option("--standard", type=click.Choice(["x4", "x1a"]), help="文件标准；不写就照 paper.yaml，平常是 x4")
@click.option("--profile", "name", help="paper.yaml“付印”里的哪一家印厂；不写就用第一家")
@click.option("--marks", type=click.Choice(["none", "full"]), help="裁切线、套准线和测控条")
@click.option("--impose", is_flag=True, help="另出拼好大版的文件：4|1、2|3，8 版、16 版类推")
@click.option("--spread", metavar="2-3", help="通版：这两版另出一个双页的文件")
@click.option("--strict", is_flag=True, help="有警告也算不通过")
@click.option("--timings", is_flag=True, help="报告各道工序用时")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="text", help="提示的格式")
def press(
    issue: Path, output: str | None, standard: str | None, name: str | None, marks: str | None, impose: bool, spread: str | None,
    strict: bool, timings: bool, style: str,
) -> None:  # fmt: skip
    from paperlayout.cli.build import report, status_of
    from paperlayout.pipeline import Timings

    timed = Timings()
    try:
        looked = checked(issue, PressRequest(name, standard, marks), strict, timed)
    except IssueError as fault:
        say(fault.diagnostics, style)
        sys.exit(status_of(fault.diagnostics))
    say(looked.found, style)
    place = target(output, press_pdf(looked.issue))
    if looked.pressed:
        pair = spread_of(spread, len(looked.pressed.manifest["pages"])) if spread else None
        files = delivered(place, looked.pressed)
        for file in (*files, *side_by_side(files[0], looked.pressed.data, impose, pair)):
            click.echo(shown(file))
    elif place.exists():
        click.echo(f"没有出新的付印文件；{shown(place)} 还是上一次的，不要发给印厂", err=True)
    if timings:
        report(timed.stages)
    sys.exit(0 if looked.pressed else 1)


@dataclass(frozen=True, slots=True)
class PressRequest:
    """What was asked for on the command line: a press profile by name, and what goes over it."""

    profile: str | None = None
    standard: str | None = None
    marks: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedIssue:
    """An issue that was looked over: what was read, all that was found, and the plant's file if nothing stands against it."""

    issue: Issue
    found: tuple[Diagnostic, ...]
    pressed: "Pressed | None"


def checked(issue: Path, wanted: PressRequest, strict: bool, timed: "Timings") -> CheckedIssue:
    """An issue checked, and pressed if nothing stands against it. Raises IssueError when it cannot be made up."""
    from paperlayout import pipeline

    read, notes = pipeline.load(issue, timed)
    notes = (*notes, *pipeline.proofread(read))
    profile = chosen(read, wanted)
    with timed("open"):
        kit = pipeline.open_kit(read)
    edition, said = as_kept(read, kit, timed)
    found = (*notes, *said, *edition.diagnostics)
    if failed(found, strict):
        return CheckedIssue(read, found, None)
    pressed = pipeline.press(edition, kit, profile, timed)
    found = (*found, *pressed.report.diagnostics)
    return CheckedIssue(read, found, None if failed(found, strict) else pressed)


def chosen(issue: Issue, wanted: PressRequest) -> PressProfile:
    """The press profile that was asked for, with what the command line says over it. Raises BadParameter when there is none of that name."""
    profiles, name = issue.house.press, wanted.profile
    found = next((profile for profile in profiles if profile.name == name), None) if name else profiles[0]
    if found is None:
        known = "、".join(profile.name for profile in profiles if profile.name)
        raise click.BadParameter(f"paper.yaml 的“付印”里没有“{name}”" + (f"，有：{known}" if known else ""), param_hint="--profile")
    return replace(found, standard=wanted.standard or found.standard, marks=wanted.marks or found.marks)


def press_pdf(issue: Issue) -> Path:
    """build/<name>-付印.pdf beside the issue."""
    from paperlayout.cli.build import default_pdf

    place = default_pdf(issue)
    return place.with_name(f"{place.stem}-付印.pdf")


def target(asked: str | None, default: Path) -> Path:
    """The file or folder that was asked for, else the default place."""
    path = Path(asked) if asked else default
    return path / default.name if asked and (path.is_dir() or asked.endswith(("/", "\\"))) else path


def delivered(path: Path, pressed: "Pressed") -> list[Path]:
    """The file and its manifest written side by side."""
    listing = path.with_name(f"{path.stem}清单.json" if path.stem.endswith("付印") else f"{path.stem}-清单.json")
    path = write_whole(path, pressed.data)
    write_whole(listing, (json.dumps({"file": path.name, **pressed.manifest}, ensure_ascii=False, indent=1) + "\n").encode())
    return [path, listing]


def spread_of(typed: str, count: int) -> tuple[int, int]:
    """Two pages of a 通版 by their numbers. Raises BadParameter when they do not face each other or are not there."""
    parts = typed.replace("－", "-").replace("—", "-").split("-")
    if len(parts) != 2 or not all(part.strip().isdecimal() for part in parts):
        raise click.BadParameter(f"要写两个版次，写的是“{typed}”；例如 2-3", param_hint="--spread")
    left, right = map(int, parts)
    if right != left + 1 or left % 2 or not 1 <= left < right <= count:
        raise click.BadParameter(f"{typed} 不是一个通版：通版是相对的两版，如 2-3、4-5；这一期共 {count} 版", param_hint="--spread")
    return left, right


def side_by_side(file: Path, data: bytes, impose: bool, spread: tuple[int, int] | None) -> list[Path]:
    """The pages of the plant's file put side by side, as was asked for, in files beside it."""
    from paperlayout.press.impose import imposed, joined

    made = {f"{file.stem}-拼版.pdf": imposed(data)} if impose else {}
    if spread:
        made[f"{file.stem}-通版{spread[0]:02d}-{spread[1]:02d}.pdf"] = joined(data, spread[0] - 1, spread[1] - 1)
    return [write_whole(file.with_name(name), content) for name, content in made.items()]
