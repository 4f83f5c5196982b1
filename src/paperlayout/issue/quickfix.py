"""What mends a slip of the pen: the very characters to put, and where. Each is safe: it makes YAML read what the editor wrote, and changes no word."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paperlayout.diag import Fix, Origin


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a file (1-based) among its lines."""

    file: str
    lines: Sequence[str]
    number: int

    def fix(self, start: int, end: int, text: str) -> Fix:
        """Characters `start` to `end` (0-based) of the line, replaced."""
        return Fix(Origin(self.file, self.number, start + 1, self.number, end + 1), text)


Mender = Callable[[re.Match[str], FileLine], Fix | None]


def put(text: str) -> Mender:
    """The text, in place of what hurts."""
    return lambda match, place: place.fix(match.start("at"), match.end("at"), text)


def slashes(match: re.Match[str], place: FileLine) -> Fix:
    """A file name with the slashes that mean nothing else to YAML."""
    return place.fix(match.start("at"), match.end("at"), match["at"].replace("\\", "/"))


def colon(match: re.Match[str], place: FileLine) -> Fix:
    """A half-width colon and a space, unless the line ends there."""
    after = match.end("at")
    end = after + len(match.string[after:]) - len(match.string[after:].lstrip(" 　"))
    return place.fix(match.start("at"), end, ": " if match.string[end:] else ":")


def tabs(match: re.Match[str], place: FileLine) -> Fix:
    """Two spaces a tab."""
    return place.fix(match.start("at"), match.end("at"), match["at"].replace("\t", "  "))


def full_width_indent(match: re.Match[str], place: FileLine) -> Fix:
    """The indent of the fields beside it; else two spaces for each full-width one, which is how wide it looks."""
    beside = (_indent(line) for line in (*place.lines[place.number :][:1], *reversed(place.lines[: place.number - 1][-1:])))
    wide = match.start("at") + len(match["at"].replace("　", "  "))
    return place.fix(0, match.end("at"), " " * next((indent for indent in beside if 0 < indent <= wide), wide))


def _indent(line: str) -> int:
    """Spaces before a field; 0 where it begins a list entry or is no field."""
    return len(line) - len(line.lstrip(" ")) if ":" in line and not line.lstrip(" ").startswith(("-", "#", "　")) else 0


def dash(match: re.Match[str], place: FileLine) -> Fix:
    """A half-width dash and a space; the fields below it move along when they stood under the name."""
    start, name = match.start("at"), match.start("key")
    shift = start + 2 - name
    below = _below(place, start, name) if shift else ()
    if not below:
        return place.fix(start, name, "- ")
    moved = (match.string[:start] + "- " + place.lines[place.number - 1][name:], *(_moved(line, shift) for line in below))
    last = place.number + len(below)
    return Fix(Origin(place.file, place.number, 1, last, len(place.lines[last - 1]) + 1), "\n".join(moved))


def _below(place: FileLine, start: int, name: int) -> tuple[str, ...]:
    """The lines of the entry below its first, when its other fields stand under the first one's name."""
    found = []
    for line in place.lines[place.number :]:
        if line.strip() and len(line) - len(line.lstrip(" ")) <= start:
            break
        found.append(line)
    while found and not found[-1].strip():
        found.pop()
    written = [line for line in found if line.strip()]
    return tuple(found) if written and len(written[0]) - len(written[0].lstrip(" ")) == name else ()


def _moved(line: str, shift: int) -> str:
    return " " * shift + line if shift > 0 and line.strip() else line


def in_quotes(text: str) -> str:
    """The text in YAML's double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quoted(match: re.Match[str], place: FileLine) -> Fix:
    """Quotes round the whole text."""
    line = place.lines[place.number - 1]
    whole = line[match.start("at") :].rstrip()
    return place.fix(match.start("at"), match.start("at") + len(whole), in_quotes(whole))


def chinese_quotes(text: str) -> str:
    """Straight quotes at both ends as Chinese ones."""
    return f"“{text[1:-1]}”" if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def quotes(match: re.Match[str], place: FileLine) -> Fix:
    """Chinese quotation marks for straight ones."""
    return place.fix(match.start("at"), match.end("at"), chinese_quotes(match["at"]))
