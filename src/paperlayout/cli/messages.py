"""How findings are said: text for people, short for editors' problem lists, JSON and GitHub for machines. Pure functions to str."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from paperlayout.catalogue.book import in_language
from paperlayout.diag import Diagnostic, Findings, IssueError, Origin, as_json
from paperlayout.issue.source import LINE_BREAK, read_text

Sources = Callable[[str], str | None]

WORDS: dict[str, dict[str, str]] = {
    "zh": {"error": "错误", "warning": "警告", "note": "提示", "cure": "办法：", "page": "第 {} 版", "colon": "："},
    "en": {"error": "error", "warning": "warning", "note": "note", "cure": "cure: ", "page": "page {}", "colon": ": "},
}
GITHUB_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
LEFT, RIGHT, ELLIPSIS = 28, 44, "…"  # characters of a long line shown before and after the place
WIDE = "WF"
CONTROLS = dict.fromkeys((*range(32), 127, *range(128, 160), 8232, 8233, *range(8234, 8239), *range(8294, 8298)), " ")


def format_diagnostics(
    found: Iterable[Diagnostic], style: str, sources: Sources | None = None, base: Path | None = None, lang: str = "zh", *, colour: bool = False
) -> str:
    """Findings as text, short, json or github, in a language.

    `sources` gives a file's text (default: the disk); names are relative to `base` (the working directory); `colour` is for terminals.
    """
    here = base or Path.cwd()
    found = [in_language(one, lang) for one in found]
    if style == "json":
        return json.dumps([as_json(one, lambda file: relative(file, here)) for one in found], ensure_ascii=False, indent=2) + "\n"
    if style == "text":
        reader = cache(sources or read_source)
        return "\n".join(as_text(one, here, reader, WORDS[lang], PAINTS[one.severity] if colour else PLAIN) for one in found)
    line = {"short": as_short, "github": as_github}[style]
    return "".join(line(one, here, WORDS[lang]) for one in found)


def read_source(file: str) -> str | None:
    """A file's text from the disk, or None."""
    try:
        return read_text(Path(file), file, Findings()).text
    except IssueError:
        return None


def relative(file: str, base: Path) -> str:
    """A file's name as seen from the folder `base`, with forward slashes; absolute when it lies outside."""
    path = Path(file)
    if not path.is_absolute():
        return path.as_posix()
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()


def place(origin: Origin | None, base: Path) -> str:
    """FILE:L:C, or nothing."""
    return f"{relative(origin.file, base)}:{origin.line}:{origin.column}" if origin else ""


def as_short(one: Diagnostic, base: Path, words: Mapping[str, str]) -> str:
    """One line: FILE:L:C: 级别 代码 说明."""
    where = place(one.origin, base)
    return f"{where + ': ' if where else ''}{words[one.severity]} {one.code}{_of_page(one, words)}{_one_line(one.message)}\n"


def _of_page(one: Diagnostic, words: Mapping[str, str]) -> str:
    """The page of a finding that has no place in a file."""
    return f" {words['page'].format(one.page)}{words['colon']}" if one.page and not one.origin else " "


def as_github(one: Diagnostic, base: Path, words: Mapping[str, str]) -> str:
    """A workflow command, so that findings show beside the file's lines."""
    at = ""
    if one.origin:
        file = relative(one.origin.file, base).translate(ESCAPES | str.maketrans({",": "%2C", ":": "%3A"}))
        at = f"file={file},line={one.origin.line},col={one.origin.column},"
    hint = f"\n{words['cure']}{one.hint}" if one.hint else ""
    return f"::{GITHUB_LEVELS[one.severity]} {at}title={one.code}::{(one.message + hint).translate(ESCAPES)}\n"


@dataclass(frozen=True, slots=True)
class TerminalColours:
    """The terminal's colours for a finding: what switches them on for the level and its mark, for the place, for the cure, and off again."""

    level: str = ""
    place: str = ""
    cure: str = ""
    off: str = ""

    def over(self, on: str, text: str) -> str:
        return f"{on}{text}{self.off}" if on and text else text


PLAIN = TerminalColours()
PAINTS = {level: TerminalColours(f"\x1b[1;{number}m", "\x1b[1m", "\x1b[32m", "\x1b[0m") for level, number in (("error", 31), ("warning", 33), ("note", 36))}


def as_text(one: Diagnostic, base: Path, sources: Sources, words: Mapping[str, str], paint: TerminalColours = PLAIN) -> str:
    """The finding for people: the place and what is wrong, the lines with a mark under the place, the cure."""
    where = place(one.origin, base)
    level = paint.over(paint.level, f"{words[one.severity]} {one.code}")
    lines = [f"{paint.over(paint.place, where) + ' ' if where else ''}{level}{_of_page(one, words)}{_one_line(one.message)}"]
    shown = excerpt(one.origin, sources) if one.origin else []
    lines += [*shown[:-1], paint.over(paint.level, shown[-1])] if shown else []
    lines += [f"  {paint.over(paint.cure, words['cure'])}{_one_line(one.hint)}"] if one.hint else []
    return "\n".join(lines) + "\n"


def excerpt(origin: Origin, sources: Sources) -> list[str]:
    """The line of the place with the line before it, numbered, and ~~~~ under what is meant."""
    text = sources(origin.file)
    lines = LINE_BREAK.split(text) if text else []
    if not 1 <= origin.line <= len(lines) or not lines[origin.line - 1].strip():
        return []
    number_width = len(str(origin.line))
    before = lines[origin.line - 2] if origin.line > 1 else ""
    shown, lead, marked = _window(lines[origin.line - 1], origin)
    found = [f"  {origin.line - 1:>{number_width}} │ {_window(before, Origin('', 1, 1))[0]}"] if before.strip() else []
    found.append(f"  {origin.line:>{number_width}} │ {shown}")
    return [*found, f"  {' ' * number_width} │ {' ' * width(lead)}{'~' * max(width(marked), 1)}"]


def _window(line: str, origin: Origin) -> tuple[str, str, str]:
    """The part of a line round the place, what stands before the place in it, and the place itself."""
    line = line.translate(CONTROLS)
    start = min(origin.column - 1, len(line))
    end = origin.end_column - 1 if origin.end_column and origin.end_line in (None, origin.line) else len(line.rstrip())
    first, last = max(start - LEFT, 0), min(start + RIGHT, len(line))
    head = ELLIPSIS if first else ""
    tail = ELLIPSIS if last < len(line) else ""
    return head + line[first:last].rstrip() + tail, head + line[first:start], line[start : min(max(end, start), last)]


def width(text: str) -> int:
    """The columns a text takes on a terminal: two for wide characters, none for combining marks."""
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in WIDE else 1 for char in text)


def _one_line(text: str) -> str:
    return text.translate(CONTROLS)
