"""--fix: what is safe is mended in the editor's own files, reading by reading."""

from pathlib import Path

import click

from paperlayout.cli.output import rewrite, say, shown
from paperlayout.cli.voice import voice
from paperlayout.diag import Diagnostic, IssueError

MOST_ROUNDS = 40
"""Readings: a slip mended lets the next be seen, and one space after another."""
MENDED = {"zh": "改好 {count} 处：{file}（原样存为 {kept}）", "en": "{count} mended: {file} (as it was: {kept})"}


def mend(path: Path) -> None:
    """Mends what is safe, file by file and reading by reading, and says what was done. The files as they were are kept as .bak."""
    done: dict[str, list[Diagnostic]] = {}
    was: dict[str, bytes] = {}
    for _ in range(MOST_ROUNDS):
        ones = _round(path, was)
        if not ones:
            break
        for one in ones:
            done.setdefault(_file(one), []).append(one)
    for file, mended in done.items():
        kept = Path(f"{file}.bak")
        rewrite(kept, was[file])
        say(mended, "short")
        click.echo(MENDED[voice().lang].format(count=len(mended), file=shown(Path(file)), kept=kept.name), err=True)


def _file(one: Diagnostic) -> str:
    place = one.fix.range if one.fix else one.origin
    return place.file if place else ""


def _round(path: Path, was: dict[str, bytes]) -> tuple[Diagnostic, ...]:
    """One reading and mending; nothing is kept that adds a fault to the YAML. `was` takes each file's bytes before its first change."""
    from paperlayout.loading.fix import mendable, mended, spoils

    found = _read(path)
    done: list[Diagnostic] = []
    for file, ones in mendable(found).items():
        data = Path(file).read_bytes()
        changed = mended(data, ones)
        if changed.data == data:
            continue
        rewrite(Path(file), changed.data)
        if spoils(found, _read(path)):
            rewrite(Path(file), data)
            continue
        was.setdefault(file, data)
        done += changed.done
        break  # one file a reading: places in the others may have moved
    return tuple(done)


def _read(path: Path) -> tuple[Diagnostic, ...]:
    """What is found without making up, the corrections of copy with the changes that make them in the file."""
    from paperlayout.check.retyped import retyped
    from paperlayout.loading.load import load_issue
    from paperlayout.pipeline import Timings, load, proofread

    try:
        read = load_issue(path)
        issue, _ = load(path, Timings())
    except IssueError as fault:
        return fault.diagnostics
    return (*read.diagnostics, *retyped(read.issue), *proofread(issue))
