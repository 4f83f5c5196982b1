"""The finished edition, and the same as text: the layout JSON that goldens, previews and scripts read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from paperlayout.diag import Diagnostic, Origin, as_json
from paperlayout.geometry import Rect
from paperlayout.issue.content import Issue
from paperlayout.page import Cells, Frame, Page, PlacedStory
from paperlayout.plan.page import FittedPage
from paperlayout.plan.page_plan import Fault, PagePlan

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Edition:
    """An issue after make-up: its stories whole, each on the page it begins on, its pages, their dummies, and what was found."""

    issue: Issue
    pages: tuple[Page, ...]
    fitted: tuple[FittedPage, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def plans(self) -> tuple[PagePlan, ...]:
        """The dummies of the pages."""
        return tuple(f.plan for f in self.fitted)


def run_on(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages with the lines of stories that jump counted on from page to page."""
    so_far: dict[str, int] = {}
    return tuple(replace(page, stories=tuple(_run_on(story, so_far) for story in page.stories)) if _jumps(page) else page for page in pages)


def _jumps(page: Page) -> bool:
    return any(story.jump_to or story.jump_from for story in page.stories)


def _run_on(story: PlacedStory, so_far: dict[str, int]) -> PlacedStory:
    start = so_far.get(story.id, 0)
    so_far[story.id] = start + story.lines
    return replace(story, part=(start, start + story.lines))


def layout(edition: Edition) -> dict[str, Any]:
    """The layout JSON, format 1: lengths in points rounded to 0.01, y down from the page's top left."""
    issue = edition.issue
    return {
        "format": FORMAT,
        "issue": issue.file.parent.name if issue.file.stem == "issue" else issue.file.stem,
        "date": issue.date.isoformat(),
        "pages": [_page(page, fitted) for page, fitted in zip(edition.pages, edition.fitted, strict=True)],
        "diagnostics": [diagnostic_json(d) for d in edition.diagnostics],
    }


def _round(values: Iterable[float]) -> list[float]:
    return [round(v, 2) for v in values]


def _rect(rect: Rect) -> list[float]:
    return _round((rect.x0, rect.y0, rect.x1, rect.y1))


def _page(page: Page, fitted: FittedPage) -> dict[str, Any]:
    grid, elastic = page.grid, page.elastic
    return {
        "number": page.number,
        "label": page.label,
        "name": page.name,
        "size": _round((page.size.width, page.size.height)),
        "type_area": _rect(page.type_area),
        "grid": {
            "columns": grid.columns, "rows": grid.rows, "column": round(grid.column, 2), "column_gap": round(grid.column_gap, 2),
            "leading": round(grid.leading, 4),
            "body_size": grid.body_size, "first_baseline": round(grid.first_baseline, 2),
        },
        "frames": [_frame(f) for f in page.frames],
        "stories": [_story(s) for s in page.stories],
        "fill": {
            "blank_cells": page.blank_cells,
            "elastic": {
                "leading": round(elastic.leading, 3), "photo_crop_max": round(elastic.photo_crop_max, 3), "headline_steps": elastic.headline_steps,
                "loose_paragraphs": elastic.loose_paragraphs, "blank_lines": elastic.blank_lines,
            },
        },
        "faults": [_fault(f, fitted) for f in fitted.plan.faults if not f.slight],
    }  # fmt: skip


def _fault(fault: Fault, fitted: FittedPage) -> dict[str, Any]:
    return {
        "code": FAULT_CODES.get(fault.rule, "L300"),
        "rule": fault.rule,
        "cost": round(fault.cost, 2),
        "stories": [fitted.named(owner).id for owner in fault.owners],
    }


FAULT_CODES = {
    "tombstone": "L310", "stacked_heads": "L311", "seam": "L312", "through_cut": "L313", "size_inversion": "L314", "weak_lead": "L315", "balance": "L316",
    "photo_share": "L317", "no_dominant_photo": "L318", "photos_in_a_row": "L319", "photos_in_a_stack": "L320", "gray_run": "L321",
    "lead_photo_small": "L322", "subheads_in_a_row": "L323",
    "beside_the_lead": "L324",
    "rail": "L351", "lost_thread": "L352",
    "cross": "L325", "no_interlock": "L326", "too_many_boxes": "L327", "broken_measures": "L328", "rank_place": "L332", "head_density": "L333",
    "same_head_face": "L334", "empty_quadrant": "L335", "gray_field": "L336", "photo_astray": "L337", "short_leg": "L338", "stranded_subhead": "L339",
    "lonely_line": "L341", "head_off_text": "L342", "text_outside_head": "L343", "reading_order": "L344", "head_fill": "L350",
}  # fmt: skip


def _cells(cells: Cells | None) -> list[int] | None:
    return [cells.column, cells.row, cells.columns, cells.rows] if cells else None


def _frame(frame: Frame) -> dict[str, Any]:
    full = {
        "id": frame.id, "kind": frame.kind, "story": frame.story, "rank": frame.rank, "rect": _rect(frame.rect), "cells": _cells(frame.cells),
        "origin": origin_text(frame.origin), "text": frame.text, "copy": frame.copy, "leg": frame.leg, "lines": len(frame.set) or None,
        "set": list(frame.set) or None, "ends": list(frame.ends) if frame.set else None, "size": frame.size, "font": frame.face, "ppi": frame.ppi,
        "ruby": [list(pair) for pair in frame.ruby] or None,
    }  # fmt: skip
    return {k: v for k, v in full.items() if v is not None}


def _story(story: PlacedStory) -> dict[str, Any]:
    return {
        "id": story.id, "rank": story.rank, "title": story.title, "chars": story.chars, "part": list(story.part), "lines": story.lines,
        "over_chars": story.over_chars, "short_lines": story.short_lines, "polygons": [[_round((p.x, p.y)) for p in polygon] for polygon in story.polygons],
        "jump_to": story.jump_to, "jump_from": story.jump_from,
    }  # fmt: skip


def origin_text(origin: Origin | None) -> str | None:
    """A place as file:line:column, the file by its name alone so that the JSON does not depend on where the issue lies."""
    return f"{PurePath(origin.file).name}:{origin.line}:{origin.column}" if origin else None


def diagnostic_json(found: Diagnostic) -> dict[str, Any]:
    """A finding as the contract's JSON, files by their own name."""
    return as_json(found, lambda file: PurePath(file).name)


def story_copy(frames: Sequence[Frame], story: str) -> str:
    """A story's copy as it stands on a page, in order."""
    return "".join(f.text or "" for f in frames if f.story == story and f.copy)
