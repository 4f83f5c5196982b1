"""校对, before anything is measured: the safe fixes of copy are made and told, doubtful places only told (typesetting §6.9)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from paperlayout.diag import Diagnostic, Origin, Severity
from paperlayout.issue.content import CopyBlock, Issue, Text
from paperlayout.text.copyfix import CopyFinding, normalise


def corrected(issue: Issue) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with its copy fixed, and what was done; checks that paper.yaml turns off neither fix nor speak."""
    found: list[Diagnostic] = []
    copy = {name: _walk(getattr(issue, name), issue.house.silenced, found) for name in ("pages", "staff", "ear", "guide", "slogan")}
    return replace(issue, **copy), tuple(found)


SPACED = frozenset({"C129"})
"""A full-width space between names or halves of a head is meant; only in running text is it a slip."""


def _walk(value: Any, silenced: frozenset[str], found: list[Diagnostic]) -> Any:
    """The same value with every piece of copy in it corrected."""
    if isinstance(value, Text):
        return _text(value, silenced | SPACED, found)
    if isinstance(value, CopyBlock):
        return _block(value, silenced, found)
    if isinstance(value, tuple):
        return tuple(_walk(part, silenced, found) for part in value)
    if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Origin):
        changes = {f.name: new for f in fields(value) if (new := _walk(old := getattr(value, f.name), silenced, found)) is not old}
        return replace(value, **changes) if changes else value
    return value


def _text(text: Text, silenced: frozenset[str], found: list[Diagnostic]) -> Text:
    fixed = normalise(text.value, silenced=silenced)
    found.extend(_said(fixed.lints, CopyBlock("paragraph", text.value, text.origin)))
    return replace(text, value=fixed.text) if fixed.text != text.value else text


def _block(block: CopyBlock, silenced: frozenset[str], found: list[Diagnostic]) -> CopyBlock:
    """A block with its copy corrected cell by cell; its marks stay on their characters."""
    parts = [(m.start(), m.end()) for m in CELLS[block.kind].finditer(block.text)] if block.kind in CELLS else [(0, len(block.text))]
    text, places, at = "", list[int](), 0
    for start, end in parts:
        fixed = normalise(block.text[start:end], silenced=silenced)
        found.extend(_said((replace(lint, offset=lint.offset + start) for lint in fixed.lints), block))
        text += block.text[at:start] + fixed.text
        places += [*range(at, start), *(start + place for place in fixed.places[:-1])]
        at = end
    text, places = text + block.text[at:], [*places, *range(at, len(block.text))]
    return _moved(block, text, places) if text != block.text else block


CELLS = {"table": re.compile(r"[^\t\n]+"), "names": re.compile(r"[^ \n]+")}
"""Blocks whose entries are corrected one by one: the tabs and spaces between them are no copy."""


def _moved(block: CopyBlock, text: str, places: list[int]) -> CopyBlock:
    """The block with its corrected text; `places` tells where each of its characters stood."""
    marks = tuple(replace(m, start=bisect_left(places, m.start), end=bisect_left(places, m.end)) for m in block.marks)
    columns = tuple(block.columns[place] if block.columns else place for place in places)
    return replace(block, text=text, marks=marks, columns=columns)


def _said(lints: Iterable[CopyFinding], block: CopyBlock) -> Iterator[Diagnostic]:
    typed = block.text
    for lint in lints:
        around = typed[max(0, lint.offset - 4) : lint.offset + len(lint.found) + 4]
        done = f"“{around}”：{lint.message}" + ("（已改）" if lint.applied else "")
        hint = "" if lint.applied else f"改成“{lint.put}”" if lint.put else "请核对原稿"
        start = block.at(lint.offset)
        place = Origin(start.file, start.line, start.column, start.line, start.column + len(lint.found)) if start else None
        yield Diagnostic(lint.code, done, hint, place, Severity.NOTE if lint.applied else Severity.WARNING)
