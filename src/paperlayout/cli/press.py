"""press: the strict check, then the file the plant prints from, looked over, with its manifest."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paperlayout.cli.output import failed, say, shown, write_whole
from paperlayout.diag import Diagnostic, IssueError
from paperlayout.issue.house import PressProfile
from paperlayout.issue.model import Issue

if TYPE_CHECKING:
    from paperlayout.pipeline import Timings
    from paperlayout.press.plant import Pressed


@click.command(help="付印：先全面检查，有错误不出文件；再生成给印厂的 PDF/X 和清单。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("-o", "--output", help="输出文件或文件夹")
@click.option("--standard", type=click.Choice(["x4", "x1a"]), help="文件标准；不写就照 paper.yaml，平常是 x4")
@click.option("--profile", "name", help="paper.yaml“付印”里的哪一家印厂；不写就用第一家")
@click.option("--marks", type=click.Choice(["none", "full"]), help="裁切线、套准线和测控条")
@click.option("--strict", is_flag=True, help="有警告也算不通过")
@click.option("--timings", is_flag=True, help="报告各道工序用时")
@click.option("--format", "style", type=click.Choice(["text", "short", "json", "github"]), default="text", help="提示的格式")
def press(issue: Path, output: str | None, standard: str | None, name: str | None, marks: str | None, strict: bool, timings: bool, style: str) -> None:
    from paperlayout.cli.build import report, status_of
    from paperlayout.pipeline import Timings

    timed = Timings()
    try:
        read, found, pressed = checked(issue, (name, standard, marks), strict, timed)
    except IssueError as fault:
        say(fault.diagnostics, style)
        sys.exit(status_of(fault.diagnostics))
    say(found, style)
    place = target(output, press_pdf(read))
    if pressed:
        for file in delivered(place, pressed):
            click.echo(shown(file))
    elif place.exists():
        click.echo(f"没有出新的付印文件；{shown(place)} 还是上一次的，不要发给印厂", err=True)
    if timings:
        report(timed.stages)
    sys.exit(0 if pressed else 1)


def checked(
    issue: Path, wanted: tuple[str | None, str | None, str | None], strict: bool, timed: "Timings"
) -> tuple[Issue, tuple[Diagnostic, ...], "Pressed | None"]:  # fmt: skip
    """An issue checked, and pressed if nothing stands against it: what was read, all findings, the file.

    Raises IssueError when it cannot be made up.
    """
    from paperlayout import pipeline

    read, notes = pipeline.load(issue, timed)
    profile = chosen(read, *wanted)
    with timed("open"):
        kit = pipeline.open_kit(read)
    edition = pipeline.make_up(read, kit, timed)
    found = (*notes, *edition.diagnostics)
    if failed(found, strict):
        return read, found, None
    pressed = pipeline.press(edition, kit, profile, timed)
    found = (*found, *pressed.report.diagnostics)
    return read, found, None if failed(found, strict) else pressed


def chosen(issue: Issue, name: str | None, standard: str | None, marks: str | None) -> PressProfile:
    """The press profile that was asked for, with what the command line says over it. Raises BadParameter when there is none of that name."""
    profiles = issue.house.press
    found = next((profile for profile in profiles if profile.name == name), None) if name else profiles[0]
    if found is None:
        known = "、".join(profile.name for profile in profiles if profile.name)
        raise click.BadParameter(f"paper.yaml 的“付印”里没有“{name}”" + (f"，有：{known}" if known else ""), param_hint="--profile")
    return replace(found, standard=standard or found.standard, marks=marks or found.marks)


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
    write_whole(path, pressed.data)
    write_whole(listing, (json.dumps({"file": path.name, **pressed.manifest}, ensure_ascii=False, indent=1) + "\n").encode())
    return [path, listing]
