"""The safe fixes of copy, to be put into the editor's own file: what the page corrects by itself, corrected where it was typed."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from paperlayout.check.passages import passages
from paperlayout.diag import Diagnostic, Findings, IssueError, Origin, Severity
from paperlayout.issue.content import Issue
from paperlayout.issue.source import read_text
from paperlayout.text.copyfix import normalise


def retyped(issue: Issue) -> Iterator[Diagnostic]:
    """The corrections of an issue as it was read, before any was made; only where the file has the very characters that are to change."""
    lines = cache(_lines)
    for one in passages(issue):
        if one.role == "set":  # entries of tables and lists of names are corrected one by one, with the white between them kept
            continue
        for lint in normalise(one.text, silenced=issue.house.silenced).lints:
            span = (lint.offset, lint.offset + len(lint.found))
            fix = one.fix(*span, lint.put) if lint.applied and lint.put is not None else None
            if fix and _typed(fix.range, lines) == lint.found:
                message = f"“{lint.found}”改为“{lint.put}”：{lint.message}" if lint.put else f"删去“{lint.found}”：{lint.message}"
                yield Diagnostic(lint.code, message, "", fix.range, Severity.NOTE, one.page, one.story, fix)


def _lines(file: str) -> tuple[str, ...]:
    try:
        return read_text(Path(file), file, Findings()).lines
    except IssueError:
        return ()


def _typed(place: Origin, lines: Callable[[str], tuple[str, ...]]) -> str:
    text = lines(place.file)
    return text[place.line - 1][place.column - 1 : (place.end_column or place.column) - 1] if place.line <= len(text) else ""
