"""校对, before anything is measured: the safe fixes of copy are made and told, doubtful places only told (typesetting §6.9)."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from paperlayout.diag import Diagnostic, Origin, Severity
from paperlayout.issue.model import Block, Issue, Text
from paperlayout.text.copyfix import Lint, normalise


def corrected(issue: Issue) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with its copy fixed, and what was done; checks that paper.yaml turns off neither fix nor speak."""
    found: list[Diagnostic] = []
    pages = _walk(issue.pages, issue.house.silenced, found)
    return replace(issue, pages=pages), tuple(found)


SPACED = frozenset({"C129"})
"""A full-width space between names or halves of a head is meant; only in running text is it a slip."""


def _walk(value: Any, silenced: frozenset[str], found: list[Diagnostic]) -> Any:
    """The same value with every piece of copy in it corrected."""
    if isinstance(value, Text):
        return _line(value, "value", silenced | SPACED, found)
    if isinstance(value, Block):
        return _line(value, "text", silenced, found)
    if isinstance(value, tuple):
        return tuple(_walk(part, silenced, found) for part in value)
    if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Origin):
        changes = {f.name: new for f in fields(value) if (new := _walk(old := getattr(value, f.name), silenced, found)) is not old}
        return replace(value, **changes) if changes else value
    return value


def _line(value: Any, name: str, silenced: frozenset[str], found: list[Diagnostic]) -> Any:
    typed = getattr(value, name)
    fixed = normalise(typed, silenced=silenced)
    found.extend(_said(fixed.lints, value.origin, typed))
    return replace(value, **{name: fixed.text}) if fixed.text != typed else value


def _said(lints: tuple[Lint, ...], origin: Origin | None, typed: str) -> Iterator[Diagnostic]:
    for lint in lints:
        around = typed[max(0, lint.offset - 4) : lint.offset + len(lint.found) + 4]
        done = f"“{around}”：{lint.message}" + ("（已改）" if lint.applied else "")
        hint = "" if lint.applied else f"改成“{lint.put}”" if lint.put else "请核对原稿"
        column = origin.column + lint.offset if origin else 0
        place = Origin(origin.file, origin.line, column, origin.line, column + len(lint.found)) if origin else None
        yield Diagnostic(lint.code, done, hint, place, Severity.NOTE if lint.applied else Severity.WARNING)
