"""An edit of so many characters in one paragraph, its make-up kept as 版样.json keeps it: is the page the same page afterwards, and how soon."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from bench.corpus import SUBHEAD
from bench.issues import Given, GivenIssue
from bench.making import Clock, Late, bounded, topology, written
from paperlayout.diag import IssueError
from paperlayout.edition import Edition, layout
from paperlayout.pipeline import load, make_up, open_kit
from paperlayout.plan.kept_layout import NOTHING_KEPT, KeptLayout, kept_layout_of, kept_page
from paperlayout.plan.kept_layout import kept_layout_text as as_written

CHANGES = (20, -20, 60, -60, 150, -150)
LEAST = 20
"""Characters a paragraph keeps at least."""


@dataclass(frozen=True)
class Edited:
    """What an edit did: whether it still fits, whether the stories stand in the same blocks, and the seconds of planning."""

    name: str
    by: int
    fits: bool
    same: bool
    seconds: float


def edited(given: GivenIssue, folder: Path, limit: float) -> list[Edited]:
    """The issue made up, and after each edit made up again with what was kept of it; nothing when it does not fit in the first place or is late."""
    try:
        with bounded(limit * (len(CHANGES) + 1)):
            return list(_edits(given, folder / "edits"))
    except (IssueError, Late):
        return []


def _edits(given: GivenIssue, folder: Path) -> Iterator[Edited]:
    before = _made(given, folder, NOTHING_KEPT)
    if before.errors:
        return
    for by in CHANGES:
        if changed := change(given, by):
            after = _made(changed, folder, before.kept)
            yield Edited(given.name, by, not after.errors, after.topology == before.topology, after.seconds)


@dataclass(frozen=True)
class _Run:
    kept: KeptLayout
    topology: list[list[Any]]
    errors: int
    seconds: float


def _made(given: GivenIssue, folder: Path, before: KeptLayout) -> _Run:
    timed = Clock()
    with timed.whole():
        issue, _ = load(written(given, folder), timed)
        edition = make_up(issue, open_kit(issue), timed, kept=before)
    json = layout(edition)
    return _Run(_kept(edition), topology(json), sum(d["severity"] == "error" for d in json["diagnostics"]), timed.planning)


def _kept(edition: Edition) -> KeptLayout:
    """The make-up as it comes back from the file it is kept in."""
    pages = [kept_page(number, f.grid.rows, f.copy, f.plan) for number, f in enumerate(edition.fitted, 1)]
    return kept_layout_of(as_written(KeptLayout(tuple(page for page in pages if page))))


def change(given: GivenIssue, by: int) -> GivenIssue | None:
    """The issue with so many characters more, or fewer, in one paragraph of one story, by lot; None when it has none so long."""
    lot = Random(f"{given.name}/{by}")
    places = [(p, s, b) for p, page in enumerate(given.pages) for s, g in enumerate(page.stories) for b, text in enumerate(g.story.body)
              if not text.startswith(SUBHEAD) and len(text) + by >= LEAST and len(text) >= 60]  # fmt: skip
    if not places:
        return None
    page, story, paragraph = lot.choice(places)
    old = given.pages[page]
    stories = (*old.stories[:story], _changed(old.stories[story], paragraph, by), *old.stories[story + 1 :])
    return replace(given, pages=(*given.pages[:page], replace(old, stories=stories), *given.pages[page + 1 :]))


def _changed(given: Given, paragraph: int, by: int) -> Given:
    text = given.story.body[paragraph]
    words = "".join(p for p in given.story.body if not p.startswith(SUBHEAD)) * 3
    new = text[:20] + words[40 : 40 + by] + text[20:] if by > 0 else text[:20] + text[20 - by :]
    body = (*given.story.body[:paragraph], new, *given.story.body[paragraph + 1 :])
    return replace(given, story=replace(given.story, body=body))


def stability_told(found: Sequence[Edited]) -> str:
    """By size of the edit: how many still fit, how many kept their make-up, and the time."""
    rows = [f"== {len(found)} edits of {len({e.name for e in found})} issues: still fit, same make-up, seconds (median / worst)"]
    for size in sorted({abs(e.by) for e in found}):
        own = [e for e in found if abs(e.by) == size]
        times = [e.seconds for e in own]
        same = sum(e.same for e in own)
        rows.append(f"  ±{size:>3}: {sum(e.fits for e in own)}/{len(own)} fit, {same}/{len(own)} the same, {statistics.median(times):.2f} / {max(times):.2f}")
    return "\n".join(rows)
