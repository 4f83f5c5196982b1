"""清单: what the file holds, for the plant to check what it received and for the desk to keep."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from paperlayout.diag import Diagnostic
from paperlayout.draw.pdf import DocumentInfo
from paperlayout.geometry import Rect
from paperlayout.issue.house import PressProfile
from paperlayout.page import Page, Picture
from paperlayout.press.icc import Condition
from paperlayout.press.preflight import PageReport, PlacedImage, Report
from paperlayout.press.standard import STANDARDS
from paperlayout.units import POINTS_PER_MM

FORMAT = 1


def manifest(data: bytes, pages: tuple[Page, ...], info: DocumentInfo, press: PressProfile, condition: Condition, report: Report) -> dict[str, Any]:
    """The manifest as JSON; lengths in millimetres from the trimmed page's top left, ink in per cent."""
    standard = STANDARDS[press.standard]
    return {
        "format": FORMAT,
        "title": info.title,
        "date": info.date.isoformat(),
        "standard": [standard.name, "PDF/UA-1", "PDF/A-2a"] if standard.accessible else [standard.name],
        "profile": press.name or None,
        "condition": {"identifier": condition.identifier, "description": condition.description, "icc_sha256": hashlib.sha256(condition.profile).hexdigest()},
        "marks": press.marks,
        "ink_limit": press.ink_limit,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "pages": [_page(page, found) for page, found in zip(pages, report.pages, strict=True)],
        "fonts": [{"name": name.partition("+")[2] or name, "subset": "+" in name} for name in report.fonts],
        "findings": [_finding(found) for found in report.diagnostics],
    }


def _page(page: Page, found: PageReport) -> dict[str, Any]:
    heaviest = found.heaviest
    return {
        "number": page.number, "label": page.label, "name": page.name, "trim": _mm(found.trim.width, found.trim.height),
        "sheet": _mm(found.sheet.width, found.sheet.height), "plates": list(found.plates),
        "ink_max": {"percent": round(heaviest.ink, 1), "at": _mm(heaviest.middle.x, heaviest.middle.y)},
        "photos": [_photo(picture, placed) for picture, placed in zip(pictures(page), found.images, strict=False)],
    }  # fmt: skip


def pictures(page: Page) -> Iterator[Picture]:
    """A page's pictures in the order they are drawn."""
    return (item for frame in page.frames for item in frame.items if isinstance(item, Picture))


def _photo(picture: Picture, placed: PlacedImage) -> dict[str, Any]:
    return {
        "file": Path(picture.file).name, "box": _box(placed.box), "ppi": round(placed.ppi), "colour": "gray" if placed.space == "/DeviceGray" else "cmyk",
        "alt": picture.alt,
    }  # fmt: skip


def _finding(found: Diagnostic) -> dict[str, Any]:
    return {"code": found.code, "severity": str(found.severity), "message": found.message, "page": found.page}


def _mm(*lengths: float) -> list[float]:
    return [round(length / POINTS_PER_MM, 1) for length in lengths]


def _box(box: Rect) -> list[float]:
    return _mm(box.x0, box.y0, box.x1, box.y1)
