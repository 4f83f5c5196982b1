"""What the browser is told beside the drawings: title, problems, story table, and the layout with the places it was written at."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from paperlayout.catalogue.book import rule_of, spoken
from paperlayout.diag import Diagnostic
from paperlayout.edition import Edition, diagnostic_json, layout
from paperlayout.issue.content import Issue
from paperlayout.page import Page
from paperlayout.preview.origins import Origins
from paperlayout.preview.places import articles, origins, short_name
from paperlayout.preview.protocol import EditionReport, Json


@dataclass(frozen=True, slots=True)
class Source:
    """What is told: an edition made up from the issue that `Origins` numbered, and the issue as it was read, with its notes."""

    edition: Edition
    origins: Origins
    issue: Issue
    notes: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as JSON text, where its lines were written, its rows of the story table, and the codes of its faults."""

    layout: str
    places: str
    stories: tuple[Json, ...]
    faults: tuple[str, ...]


class Payload:
    """Tells browsers of editions; a page's text is kept as long as the page and all places are the same."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Page, Origins, PageText]] = {}

    def tell(self, source: Source) -> EditionReport:
        """What the browser is told."""
        issue = source.issue
        title = " ".join(part for part in (issue.house.imprint.name, issue.date.isoformat(), f"第{issue.number}期" if issue.number else "") if part)
        pages = tuple(self._page(source, at) for at in range(len(source.edition.pages)))
        found = problems((*source.notes, *source.origins.told(source.edition.diagnostics)), issue.file)
        layouts, places = ",".join(page.layout for page in pages), ",".join(page.places for page in pages)
        rules = _json({code: _rule(code) for page in pages for code in page.faults})
        stories = tuple(story for page in pages for story in page.stories)
        return EditionReport(title, found, stories, f'{{"pages":[{layouts}],"places":[{places}],"rules":{rules}}}')

    def _page(self, source: Source, at: int) -> PageText:
        page, origins = source.edition.pages[at], source.origins
        kept = self._kept.get(at)
        if kept is None or kept[0] is not page or not kept[1].same_places(origins):
            kept = self._kept[at] = (page, origins, page_text(source, at))
        return kept[2]


def page_text(source: Source, at: int) -> PageText:
    """One page of an edition as text."""
    page, folder = source.origins.page(source.edition.pages[at]), source.issue.file.parent
    (form,) = layout(replace(source.edition, pages=(page,), fitted=(source.edition.fitted[at],), diagnostics=()))["pages"]
    lines = origins(page, articles(source.issue))
    places = {frame: [_place(o.file, o.line, o.column, folder) for o in found] for frame, found in lines.items()}
    stories = tuple({**story, "page": page.number} for story in form["stories"])
    return PageText(_json(form), _json(places), stories, tuple(fault["code"] for fault in form["faults"]))


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def problems(found: Iterable[Diagnostic], issue: Path) -> tuple[Json, ...]:
    """Findings as the contract's JSON, files named from the issue's folder, with the rule's name and reason, and all of it in English too."""
    folder = issue if issue.is_dir() else issue.parent
    return tuple(_problem(one, folder) for one in found)


def _problem(one: Diagnostic, folder: Path) -> Json:
    message, hint = spoken(one.said, "en") if one.said else (one.message, one.hint)
    shown = {"file": short_name(one.origin.file, folder) if one.origin else None, "en": {"message": message, "hint": hint}}
    return {**diagnostic_json(one), **shown, "rule": _rule(one.code)}


def _rule(code: str) -> Json | None:
    """A rule's name and reason in both languages."""
    rule = rule_of(code)
    return {lang: {"name": rule.title.words(lang), "why": rule.why.words(lang)} for lang in ("zh", "en")} if rule else None


def _place(file: str, line: int, column: int, folder: Path) -> Json:
    return {"file": short_name(file, folder), "line": line, "column": column}
