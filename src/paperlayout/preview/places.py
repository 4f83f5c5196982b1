"""Where every line of a page was written: from the page back to the editor's file."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from paperlayout.diag import Origin
from paperlayout.issue.content import Article, CopyBlock, Issue
from paperlayout.page import TEXT_KINDS, Frame, Page

PROBE = 5
"""Characters of a line that are looked for in the manuscript."""


def articles(issue: Issue) -> dict[str, Article]:
    """The articles and briefs of an issue by id."""
    return {a.id: a for page in issue.pages for a in page.every_article}


def origins(page: Page, written: Mapping[str, Article]) -> dict[str, tuple[Origin, ...]]:
    """For each frame that was written somewhere the place of each of its lines; of the frame where it has none."""
    stories = _StoryLines()
    found = {}
    for frame in page.frames:
        if frame.origin:
            article = written.get(frame.story or "")
            lines = tuple(stories.lines(frame, article)) if article and frame.kind in TEXT_KINDS else ()
            found[frame.id] = lines or (frame.origin,)
    return found


class _StoryLines:
    """Reads a story's frames in order and remembers how far each paragraph has been set."""

    def __init__(self) -> None:
        self._read: dict[Origin, int] = {}

    def lines(self, frame: Frame, article: Article) -> Iterator[Origin]:
        at = next((i for i, block in enumerate(article.body) if block.origin == frame.origin), None)
        if at is None or frame.origin is None:
            return
        for i, text in enumerate(frame.set):
            if article.source and text == f"（{article.source.value}）":
                yield article.source.origin or frame.origin
                continue
            yield self._place(article.body[at], text) or frame.origin
            if i in frame.ends and at + 1 < len(article.body):
                at += 1

    def _place(self, block: CopyBlock, text: str) -> Origin | None:
        if block.origin is None:
            return None
        probe = text.strip()[:PROBE]
        start = self._read.get(block.origin, 0)
        found = block.text.find(probe, start) if probe else -1
        if found >= 0:
            self._read[block.origin] = found + 1
        return block.at(max(found, start if start else 0))


def files_of(issue: Issue) -> tuple[str, ...]:
    """Every file an issue was made from: the issue file, the paper's, manuscripts and photos."""
    found = {str(issue.file)}
    if issue.house.file:
        found.add(str(issue.house.file))
    _collect(issue.pages, found)
    return tuple(sorted(found))


def _collect(value: Any, found: set[str]) -> None:
    if isinstance(value, Origin):
        found.add(value.file)
    elif isinstance(value, Path):
        found.add(str(value))
    elif isinstance(value, tuple):
        for one in value:
            _collect(one, found)
    elif is_dataclass(value):
        for one in fields(value):
            _collect(getattr(value, one.name), found)


def short_name(file: str, folder: Path) -> str:
    """A file's name as the editor thinks of it: from the issue's folder."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive
        return Path(file).name
