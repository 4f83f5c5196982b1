"""--fix: the safe changes put into the editor's own file, character by character, so that comments and everything else stay as they were."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from paperlayout.diag import Diagnostic, Fix, Origin, Severity
from paperlayout.issue.source import LINE_BREAK, decode

NEVER = frozenset({"S202", "S203"})
"""Codes whose cure is a guess that only an editor can confirm: an editor's program may offer it, --fix does not make it."""


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file with its changes made, and the findings that were put right."""

    data: bytes
    done: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _FileEdit:
    start: int
    end: int
    text: str
    finding: Diagnostic


def mendable(found: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    """What can be put right, by file: findings with a fix, and files to be saved as UTF-8."""
    files: dict[str, list[Diagnostic]] = {}
    for one in found:
        file = one.fix.range.file if one.fix else one.origin.file if one.origin and one.code == "Y120" else None
        if file and one.code not in NEVER:
            files.setdefault(file, []).append(one)
    return {file: tuple(ones) for file, ones in files.items()}


def mended(data: bytes, found: Iterable[Diagnostic]) -> MendedFile:
    """A file's bytes with the fixes made, as UTF-8. Of two that touch the same characters the first is made; the other has to wait for the next reading."""
    text, _ = decode(data)
    if text is None:
        return MendedFile(data, ())
    found = tuple(found)
    edits = list(_apart(sorted(_edits(text, found), key=lambda edit: (edit.start, edit.end))))
    saved = tuple(one for one in found if one.fix is None)
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return MendedFile(bom + _edited(text, edits).encode(), (*saved, *(edit.finding for edit in edits)))


def _edits(text: str, found: Iterable[Diagnostic]) -> Iterator[_FileEdit]:
    starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]
    newline = next((match[0] for match in LINE_BREAK.finditer(text)), "\n")
    for one in found:
        if one.fix and one.fix.range.line <= len(starts):
            start, end = _span(one.fix, starts)
            yield _FileEdit(start, max(end, start), one.fix.text.replace("\n", newline), one)


def _span(fix: Fix, starts: list[int]) -> tuple[int, int]:
    place: Origin = fix.range
    line, column = place.end_line or place.line, place.end_column or place.column
    return starts[place.line - 1] + place.column - 1, starts[min(line, len(starts)) - 1] + column - 1


def _apart(edits: Iterable[_FileEdit]) -> Iterator[_FileEdit]:
    reached = -1
    for edit in edits:
        if edit.start > reached or (edit.start == reached and edit.start < edit.end):
            reached = max(edit.end, edit.start)
            yield edit


def _edited(text: str, edits: Iterable[_FileEdit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join(parts) + text[at:]


def spoils(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> bool:
    """Whether a change made the YAML worse: more faults in it, or one that nobody can explain."""
    return any(new > old for old, new in zip(_faults(before), _faults(after), strict=True))


def _faults(found: Iterable[Diagnostic]) -> tuple[int, int]:
    codes = [one.code for one in found if one.code.startswith("Y") and one.severity is Severity.ERROR]
    return len(codes), codes.count("Y100")
