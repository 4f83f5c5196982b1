"""What verbs have in common: saying findings, writing files whole, exit status."""

import os
import stat
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import click

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


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that no reader ever sees half of it, never over copy or photos. Raises Unwritable."""
    try:
        if path.suffix.lower() in KEPT and path.exists():
            raise Unwritable(f"{path} 是稿单、稿件或图片，没有盖掉它；-o 后面写 .pdf 文件名")
        _write(path, data)
    except OSError as fault:
        raise Unwritable(f"{path} 写不进去（{fault.strerror or fault}）；查一查文件夹、权限和磁盘空间，或用 -o 换一个地方") from fault


def rewrite(path: Path, data: bytes) -> None:
    """Writes an editor's own file anew, where he asked for it. Raises Unwritable."""
    try:
        file = path.resolve()  # a link stays a link
        _write(file, data, stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o644)
    except OSError as fault:
        raise Unwritable(f"{path} 写不进去（{fault.strerror or fault}）；是不是正被别的程序打开着") from fault


def _write(path: Path, data: bytes, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def deliver(target: str | None, default: Path, data: bytes) -> Path | None:
    """Writes to the file, folder or stdout (-) that was asked for, else to the default place. Returns the path written."""
    if target == "-":
        sys.stdout.buffer.write(data)
        return None
    path = Path(target) if target else default
    if target and (path.is_dir() or target.endswith(("/", os.sep))):
        path = path / default.name
    write_whole(path, data)
    return path


def shown(path: Path) -> str:
    """A path as the editor would type it: relative to the working directory where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
