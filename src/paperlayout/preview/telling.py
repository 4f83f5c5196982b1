"""What the browser is told beside the drawings: title, problems, story table, and the layout with the places it was written at."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from paperlayout.diag import Diagnostic
from paperlayout.edition import Edition, diagnostic_json, layout
from paperlayout.page import Page
from paperlayout.preview.model import Json, Told
from paperlayout.preview.places import articles, origins, short_name


def tell(edition: Edition, found: Iterable[Diagnostic], texts: "PageTexts") -> Told:
    """What the browser is told of an edition."""
    issue = edition.issue
    title = " ".join(part for part in (issue.house.imprint.name, issue.date.isoformat(), f"第{issue.number}期" if issue.number else "") if part)
    pages = tuple(texts.of(edition, at) for at in range(len(edition.pages)))
    stories = tuple(story for page in pages for story in page.stories)
    layouts, places = (",".join(page.layout for page in pages), ",".join(page.places for page in pages))
    return Told(title, problems(found, issue.file), stories, f'{{"pages":[{layouts}],"places":[{places}]}}')


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as JSON text, where its lines were written, and its rows of the story table."""

    layout: str
    places: str
    stories: tuple[Json, ...]


class PageTexts:
    """The pages as text, kept as long as a page is the very same."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Page, PageText]] = {}

    def of(self, edition: Edition, at: int) -> PageText:
        """The text of the page at that index."""
        page = edition.pages[at]
        kept = self._kept.get(at)
        if kept is None or kept[0] is not page:
            kept = self._kept[at] = (page, page_text(edition, at))
        return kept[1]


def page_text(edition: Edition, at: int) -> PageText:
    """One page of an edition as text."""
    page, folder = edition.pages[at], edition.issue.file.parent
    (form,) = layout(replace(edition, pages=(page,), fitted=(edition.fitted[at],), diagnostics=()))["pages"]
    lines = origins(page, articles(edition.issue))
    places = {frame: [_place(o.file, o.line, o.column, folder) for o in found] for frame, found in lines.items()}
    return PageText(_json(form), _json(places), tuple({**story, "page": page.number} for story in form["stories"]))


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _place(file: str, line: int, column: int, folder: Path) -> Json:
    return {"file": short_name(file, folder), "line": line, "column": column}


def problems(found: Iterable[Diagnostic], issue: Path) -> tuple[Json, ...]:
    """Findings as the contract's JSON, files named from the issue's folder."""
    folder = issue if issue.is_dir() else issue.parent
    return tuple({**diagnostic_json(one), "file": short_name(one.origin.file, folder) if one.origin else None} for one in found)
