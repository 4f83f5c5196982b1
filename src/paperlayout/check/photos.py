"""Photos: too coarse for print at the size they stand, turned by the camera's note, colours and transparency that print as something else."""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from paperlayout.catalogue.book import sentence, tell
from paperlayout.diag import Diagnostic, Origin, Said
from paperlayout.grid import Grid
from paperlayout.issue.content import Photo
from paperlayout.page import Frame, Page
from paperlayout.photo.faults import PhotoFault
from paperlayout.photo.open import opened, orientation
from paperlayout.units import Pt

LEAST_PPI, GOOD_PPI = 120, 180
POINTS_PER_INCH = 72
TURNS = {2: "mirror", 3: "over", 4: "mirror", 5: "mirror", 6: "right", 7: "mirror", 8: "left"}
"""What EXIF's orientation asks for."""
SEE_THROUGH = ("RGBA", "LA", "PA")


def coarse_photos(page: Page) -> Iterator[Diagnostic]:
    """F302: a photo whose pixels are too few for its size on the page, with the pixels it would take and the width at which it is good."""
    for frame in page.frames:
        if frame.ppi is not None and frame.ppi < GOOD_PPI and frame.kind != "ear":
            verdict = sentence("F302.soft" if frame.ppi < LEAST_PPI else "F302.slight")
            cure = tuple(_cures(frame, frame.ppi, page.grid))
            yield tell("F302", frame.origin, page=page.number, story=frame.story, ppi=frame.ppi, good=GOOD_PPI, verdict=verdict, cure=cure)


def _cures(frame: Frame, ppi: int, grid: Grid) -> Iterator[Said]:
    pixels = ppi * frame.rect.width / POINTS_PER_INCH
    needed = math.ceil(GOOD_PPI * frame.rect.width / POINTS_PER_INCH / 10) * 10
    yield sentence("F302.wider", pixels=needed, width=round(pixels))
    columns = frame.cells.columns if frame.cells else 1
    better = [(n, _ppi(pixels, n, grid)) for n in range(columns - 1, 0, -1)]
    chosen = next((one for one in better if one[1] >= GOOD_PPI), better[-1] if better else None)
    if chosen:
        yield sentence("F302.narrower", columns=chosen[0], ppi=round(chosen[1]))


def _ppi(pixels: float, columns: int, grid: Grid) -> float:
    width: Pt = columns * grid.column + (columns - 1) * grid.column_gap
    return pixels / width * POINTS_PER_INCH


def looked_over(photos: Iterable[Photo]) -> Iterator[Diagnostic]:
    """F303, F308, F309: what of each photo file an editor should see for himself."""
    seen: set[Path] = set()
    for photo in photos:
        for file in (photo.file, *photo.group):
            if file not in seen:
                seen.add(file)
                yield from _of_file(file, photo.origin)


def _of_file(file: Path, origin: Origin | None) -> Iterator[Diagnostic]:
    try:
        with opened(file) as image:
            turn, mode, profile = TURNS.get(orientation(image)), image.mode, image.info.get("icc_profile")
    except PhotoFault:
        return  # what cannot be opened was told when the kit was opened
    if turn:
        yield tell("F303", origin, name=file.name, how=sentence(f"F303.{turn}"))
    if mode == "CMYK" and not profile:
        yield tell("F308", origin, name=file.name)
    if mode in SEE_THROUGH:
        yield tell("F309", origin, name=file.name)
