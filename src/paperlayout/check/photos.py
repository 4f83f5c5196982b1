"""Photos as placed: too coarse for print at the size they stand."""

from collections.abc import Iterator

from paperlayout.diag import Diagnostic, Severity
from paperlayout.page import Page

LEAST_PPI, GOOD_PPI = 120, 180


def coarse_photos(page: Page) -> Iterator[Diagnostic]:
    """F330: a photo whose pixels are too few for its size on the page."""
    for frame in page.frames:
        if frame.kind == "figure" and frame.ppi is not None and frame.ppi < GOOD_PPI:
            bad = frame.ppi < LEAST_PPI
            yield Diagnostic(
                "F330",
                f"照片太小：照现在的尺寸只有 {frame.ppi} 像素/英寸，{'印出来会模糊' if bad else '略低于印刷要求'}（要求 {GOOD_PPI} 以上）",
                "换一张更大的原图，或在照片下写“栏数: 1”让它占小一点",
                frame.origin,
                Severity.WARNING,
                page=page.number,
                story=frame.story,
            )
