"""Places in the editor's files by names that an edit elsewhere does not change.

What was measured is kept by what the copy says, not by where it stands; so what is kept must not remember a line number either. The issue goes through
make-up with each place replaced by an entry (item and number), and what comes out is told with the places as they are now.
"""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import Issue, Item
from paperlayout.page import Page

STRIDE = 1_000_000
"""Between two entries of an item, so that a place some lines further on (a line of a table, say) is still of its entry."""


class Origins:
    """The places of one issue as it now stands."""

    def __init__(self, issue: Issue) -> None:
        self._file = str(issue.file)
        self._places: dict[str, list[Origin]] = {}
        self.issue = replace(issue, pages=self._entered(issue.pages, self._open("issue")))

    def place(self, entry: Origin | None) -> Origin | None:
        """Where an entry stands now; a place that never was an entry stands where it says."""
        if entry is None or entry.file not in self._places:
            return entry
        number, down = divmod(entry.line - 1, STRIDE)
        found = self._places[entry.file]
        if number >= len(found):
            return Origin(self._file)
        live, right = found[number], entry.column - 1
        return live if not (down or right) else Origin(live.file, live.line + down, live.column + right)

    def same_places(self, other: "Origins") -> bool:
        """Whether everything stands where it stood."""
        return self._places == other._places

    def told(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Findings with their places as they are now."""
        return tuple(replace(one, origin=self.place(one.origin)) for one in found)

    def page(self, page: Page) -> Page:
        """A page with its places as they are now."""
        frames = tuple(replace(frame, origin=self.place(frame.origin)) if frame.origin else frame for frame in page.frames)
        return replace(page, frames=frames, diagnostics=self.told(page.diagnostics))

    def _open(self, name: str) -> str:
        """A new account; the second of a name, which the loader should not let through, gets one of its own."""
        while name in self._places:
            name += "+"
        self._places[name] = []
        return name

    def _entered(self, value: Any, account: str) -> Any:
        """A value with every place in it replaced by an entry; stories, photos and every other item keep accounts of their own."""
        if isinstance(value, Origin):
            self._places[account].append(value)
            return Origin(account, (len(self._places[account]) - 1) * STRIDE + 1)
        if isinstance(value, tuple):
            return tuple(self._entered(one, account) for one in value) if any(map(_may_hold, value)) else value
        if not is_dataclass(value) or isinstance(value, type):
            return value
        if isinstance(value, Item):
            account = self._open(f"{type(value).__name__} {value.id}")
        held = {name: getattr(value, name) for name in _names(type(value))}
        entered = {name: self._entered(one, account) for name, one in held.items() if _may_hold(one)}
        return replace(value, **{name: one for name, one in entered.items() if one is not held[name]})


def _may_hold(value: Any) -> bool:
    return isinstance(value, tuple) or is_dataclass(value)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))
