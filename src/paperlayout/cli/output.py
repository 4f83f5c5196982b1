"""What verbs have in common: saying findings, writing files whole, exit status."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import click

from paperlayout.atomic import put
from paperlayout.cli.messages import format_diagnostics
from paperlayout.cli.voice import voice as speaking
from paperlayout.diag import Diagnostic, Severity


def say(found: Sequence[Diagnostic], style: str, *, to_stdout: bool = False) -> None:
    """Prints findings in one of the contract's formats; silence when there are none, but for JSON."""
    if found or style == "json":
        voice, colour = speaking(), False
        if style == "text":
            colour = voice.coloured(sys.stdout if to_stdout else sys.stderr)
        text = format_diagnostics(found, style, lang=voice.lang, colour=colour)
        click.echo(text, err=not to_stdout, nl=not text.endswith("\n"), color=colour or None)


def failed(found: Sequence[Diagnostic], strict: bool) -> bool:
    """Whether findings make the exit status 1."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(d.severity in bad for d in found)


KEPT = frozenset({".yaml", ".yml", ".md", ".txt", ".docx", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"})
"""Files that editors make."""


class Unwritable(click.ClickException):
    """A file that cannot be written where it was asked for: wrong use, not a fault of ours."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=True)


def write_whole(path: Path, data: bytes) -> Path:
    """Writes a file so that no reader ever sees half of it, never over copy or photos. Returns the path written. Raises Unwritable.

    A file that another program holds open, as Acrobat and WPS do on Windows, is left to it: ours gets the next free name, and that is said.
    """
    try:
        if path.suffix.lower() in KEPT and path.exists():
            raise Unwritable(f"{path} 是稿单、稿件或图片，没有盖掉它；-o 后面写 .pdf 文件名")
        return _written(path, data)
    except OSError as fault:
        raise Unwritable(f"{path} 写不进去（{fault.strerror or fault}）；查一查文件夹、权限和磁盘空间，或用 -o 换一个地方") from fault


def rewrite(path: Path, data: bytes) -> None:
    """Writes an editor's own file anew, where he asked for it. Raises Unwritable."""
    try:
        file = path.resolve()  # a link stays a link
        put(file, data, stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o644)
    except OSError as fault:
        raise Unwritable(f"{path} 写不进去（{fault.strerror or fault}）；关掉正打开它的程序再试") from fault


MOST_NAMES = 9
"""Names tried beside one that is held open: 清样.pdf, 清样-2.pdf … 清样-9.pdf."""


def _written(path: Path, data: bytes) -> Path:
    for number in range(1, MOST_NAMES + 1):
        name = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        try:
            put(name, data)
        except PermissionError:
            if not name.is_file() or number == MOST_NAMES:  # the folder itself is closed: another name is no help
                raise
            continue
        if name != path:
            click.echo(f"{path.name} 正被别的程序打开（多半是 PDF 阅读器），这次写成 {name.name}；关掉它再排就写回原名", err=True)
        return name
    raise AssertionError("the last name either is written or raises")


def write_export(path: Path, data: bytes) -> None:
    """Writes a file that only export makes, over the one it made before. Raises Unwritable."""
    try:
        put(path, data)
    except OSError as fault:
        raise Unwritable(f"{path} 写不进去（{fault.strerror or fault}）；关掉正打开它的程序，或用 -o 换一个文件夹") from fault


def write_beside(path: Path, data: bytes) -> None:
    """Writes an editor's own file anew, with what it held before kept beside it as .bak. Raises Unwritable."""
    rewrite(path.with_name(path.name + ".bak"), path.read_bytes())
    rewrite(path, data)


def deliver(target: str | None, default: Path, data: bytes) -> Path | None:
    """Writes to the file, folder or stdout (-) that was asked for, else to the default place. Returns the path written."""
    if target == "-":
        sys.stdout.buffer.write(data)
        return None
    path = Path(target) if target else default
    if target and (path.is_dir() or target.endswith(("/", os.sep))):
        path = path / default.name
    return write_whole(path, data)


def shown(path: Path) -> str:
    """A path as the editor would type it: relative to the working directory where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
