"""Pages planned beforehand, several at once on a machine that can. Only how each is cut comes back, so the result is that of one process."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from paperlayout.diag import IssueError
from paperlayout.issue.content import FRONT, Issue
from paperlayout.kit import Kit
from paperlayout.pipeline import Timings, arranged, load, measured, open_kit
from paperlayout.plan.kept_layout import KeptLayout, KeptPage, kept_page
from paperlayout.plan.page import choose_layout

WORTH_WORKERS = 3
"""Pages from which on a second process pays for its start."""
MOST_WORKERS = 16
"""Processes at most; Windows takes no more than 61."""


def planned(issue: Issue, numbers: Sequence[int], kept: KeptLayout) -> KeptLayout:
    """The kept make-up with the pages that have none made up beforehand. Whatever goes wrong here is left to the line of stages, which then finds it itself."""
    missing = [number for number in numbers if kept.page(number) is None]
    workers = min(os.cpu_count() or 1, len(missing), MOST_WORKERS)
    if len(missing) < WORTH_WORKERS or workers < 2:
        return kept
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(workers) as pool:
            found = list(pool.map(_page, [str(issue.file)] * len(missing), missing, [kept] * len(missing)))
    except (BrokenProcessPool, OSError, NotImplementedError, IssueError):
        return kept
    for page in found:
        kept = kept.with_page(page) if page else kept
    return kept


@lru_cache(maxsize=1)
def _opened(file: str, kept: KeptLayout) -> tuple[Issue, Kit]:
    issue, _ = load(Path(file), Timings())
    kit = open_kit(issue)
    return arranged(issue, kit, kept).issue, kit


def _page(file: str, number: int, kept: KeptLayout) -> KeptPage | None:
    """One page of an issue's file made up in a process of its own; None when it does not fit."""
    issue, kit = _opened(file, kept)
    fitted = choose_layout(measured(issue.pages[number - 1], number == FRONT, kit, Timings()))
    return kept_page(number, fitted.grid.rows, fitted.copy, fitted.plan)
