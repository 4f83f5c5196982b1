"""What is said to the editor: where, what, and the cure. One shape from the first key of the YAML to the finished page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written: file and 1-based line and column, counted in code points."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe change of the editor's file: the range and the text to put there."""

    range: Origin
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the catalogue and what fills its holes, to be said in the reader's language. `key` is CODE or CODE.variant.

    A value may be a sentence itself, or several to choose from.
    """

    key: str
    values: tuple[tuple[str, "Filling"], ...] = ()


Filling = str | int | float | Said | tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is stable; its letter names the family: Y YAML, S structure, F files and photos, T type, L layout, C copy, P press.

    Message and hint are Chinese; `said` says the same again in another language (`catalogue.entry.tell` makes such a finding).
    """

    code: str
    message: str
    hint: str = ""
    origin: Origin | None = None
    severity: Severity = Severity.ERROR
    page: int | None = None
    story: str | None = None
    fix: Fix | None = field(default=None, compare=False)
    said: Said | None = field(default=None, compare=False, repr=False)


def as_json(one: Diagnostic, named: Callable[[str], str]) -> dict[str, Any]:
    """The finding as the contract's JSON object; `named` gives a file's name as the reader knows it."""
    fix = one.fix
    return {
        "code": one.code, "severity": str(one.severity), "message": one.message, "hint": one.hint,
        "file": named(one.origin.file) if one.origin else None, **_range(one.origin), "page": one.page, "story": one.story,
        "fix": {"file": named(fix.range.file), "range": _range(fix.range), "text": fix.text} if fix else None,
    }  # fmt: skip


def _range(place: Origin | None) -> dict[str, int | None]:
    return {name: getattr(place, name) if place else None for name in ("line", "column", "end_line", "end_column")}


class IssueError(Exception):
    """The issue cannot be read: holds every finding, so that the editor sees all faults at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]):
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.origin}: {d.code} {d.message}" for d in self.diagnostics))

    def __reduce__(self) -> tuple[type["IssueError"], tuple[tuple[Diagnostic, ...]]]:
        """What pickle makes it of again: it comes back from the processes that plan pages."""
        return IssueError, (self.diagnostics,)


class Findings:
    """A collector of diagnostics for one stage; stages hand on `tuple(findings)`."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def add(self, diagnostic: Diagnostic) -> None:
        self._found.append(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    @property
    def failed(self) -> bool:
        return any(d.severity is Severity.ERROR for d in self._found)
