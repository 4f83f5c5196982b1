"""info: what is installed and where, and what holds for an issue; the first thing a maintainer asks for."""

import json
import locale
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from paperlayout import __version__

if TYPE_CHECKING:
    from paperlayout.issue.house import House

PROGRAMS = (("LibreOffice", ("soffice", "libreoffice"), "import 读 .doc、.wps 要用"), ("lp", ("lp",), "proof --print 打印要用"))


@click.command("info", help="版本、字体、配置和本机环境；ISSUE 是稿单或文件夹，不写就看当前文件夹。")
@click.argument("issue", default=".", type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def info(issue: Path, style: str) -> None:
    sections = {"program": dict(_program()), "packages": dict(_packages()), "programs": dict(_programs()), "paper": dict(_paper(issue))}
    if style == "json":
        click.echo(json.dumps(sections, ensure_ascii=False, indent=2))
        return
    for title, name in (("程序", "program"), ("依赖", "packages"), ("外部程序", "programs"), ("报纸", "paper")):
        click.echo(title)
        for key, value in sections[name].items():
            click.echo(f"  {key}　{value}")


def _program() -> Iterator[tuple[str, str]]:
    from paperlayout import resources

    yield "paperlayout", __version__
    yield "Python", f"{platform.python_version()}（{sys.executable}）"
    yield "系统", platform.platform()
    yield "语言与编码", f"{locale.getlocale()[0] or 'C'}，控制台 {getattr(sys.stdout, 'encoding', None) or '未知'}"
    yield "安装在", str(resources.PACKAGE)
    for name in ("fonts", "assets"):
        try:
            yield {"fonts": "字体", "assets": "色彩文件"}[name], str(resources.folder(name))
        except FileNotFoundError:
            yield {"fonts": "字体", "assets": "色彩文件"}[name], "没有找到，请重新安装"


def _packages() -> Iterator[tuple[str, str]]:
    """What the installed program says it needs, with the versions that are there."""
    try:
        needed = metadata.requires("paperlayout") or []
    except metadata.PackageNotFoundError:
        needed = []  # run from a bare checkout
    for requirement in needed:
        if "extra ==" not in requirement:
            name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
            yield name, _version(name)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "没有安装"


def _programs() -> Iterator[tuple[str, str]]:
    for name, commands, use in PROGRAMS:
        found = next((path for command in commands if (path := shutil.which(command))), None)
        yield name, found or f"没有（{use}）"


def _paper(issue: Path) -> Iterator[tuple[str, str]]:
    """Where paper.yaml was found, and every value in which the house style differs from the built-in one."""
    from paperlayout.diag import IssueError
    from paperlayout.issue.paper import find_house, find_paper
    from paperlayout.loading.load import find_issue

    folder = issue if issue.is_dir() else issue.parent
    try:
        yield "稿单", str(find_issue(issue))
    except (IssueError, OSError):
        yield "稿单", "没有找到"
    paper = find_paper(folder)
    yield "paper.yaml", str(paper) if paper else "没有找到，用内置的对开报样"
    try:
        house = find_house(folder)
    except IssueError as fault:
        yield "错误", fault.diagnostics[0].message
        return
    yield from _house(house)


def _house(house: "House") -> Iterator[tuple[str, str]]:
    from paperlayout.issue.house import BROADSHEET
    from paperlayout.issue.look import leaves
    from paperlayout.units import mm

    grid = house.look.grid
    yield "报名", house.imprint.name or "（没有写）"
    yield "开本", f"{house.trim.width / mm(1):.0f}×{house.trim.height / mm(1):.0f} 毫米"
    yield "版心格", f"{grid.columns} 栏，每栏 {grid.chars} 字，{grid.size} 点，{grid.fewest_rows}–{grid.most_rows} 行"
    built_in: dict[str, Any] = dict(leaves(BROADSHEET.look))
    for name, value in leaves(house.look):
        if built_in.get(name) != value:
            yield name, f"{value}（内置 {built_in.get(name)}）"
