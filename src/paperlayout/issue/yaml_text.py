"""YAML as an editor would have typed it: quoted only where YAML asks for it, two spaces a level."""

import re
from collections.abc import Iterable, Iterator

PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\t\n]*")
MEANT = re.compile(r": |:$| #|\s$")


def quoted(value: str) -> str:
    """A value as YAML reads it back unchanged."""
    if PLAIN.fullmatch(value) and not MEANT.search(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def indented(lines: Iterable[str], by: int) -> Iterator[str]:
    """Lines moved to the right."""
    return (" " * by + line if line else line for line in lines)


def listed(lines: Iterable[str]) -> Iterator[str]:
    """An entry as an item of a list."""
    for i, line in enumerate(lines):
        yield f"{'- ' if i == 0 else '  '}{line}" if line else line
