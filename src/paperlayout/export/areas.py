"""Where each story stands on a page, as polygons in points: the hot areas of the page picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.geometry import Point, Rect
from paperlayout.page import Frame, Page

Polygon = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """The outline of one story on a page."""

    story: str
    polygons: tuple[Polygon, ...]


def areas_of(page: Page) -> tuple[Area, ...]:
    """The areas of a page's stories. Stories that share one outline (briefs in a box) get those of their own frames."""
    outlines = [story.polygons for story in page.stories]
    areas = [Area(s.id, s.polygons if outlines.count(s.polygons) == 1 else _of_frames(page, s.id)) for s in page.stories]
    placed = {story.id for story in page.stories}
    loose = dict.fromkeys(f.story for f in page.frames if f.story and f.story not in placed and (f.copy or f.kind == "figure"))
    return (*areas, *(Area(name, _of_frames(page, name)) for name in loose if name))


def _of_frames(page: Page, story: str) -> tuple[Polygon, ...]:
    frames = [frame for frame in page.frames if frame.story == story and frame.kind not in ("gap", "rule", "tint", "box")]
    return tuple(rect.corners() for rect in _merged(frames))


def _merged(frames: list[Frame]) -> Iterator[Rect]:
    """The frames' rectangles; those that stand on each other in one strip are one."""
    rects = sorted((frame.rect for frame in frames), key=lambda r: (r.x0, r.x1, r.y0))
    run: Rect | None = None
    for rect in rects:
        if run and (run.x0, run.x1) == (rect.x0, rect.x1) and rect.y0 - run.y1 < NEAR:
            run = Rect(run.x0, run.y0, run.x1, max(run.y1, rect.y1))
            continue
        if run:
            yield run
        run = rect
    if run:
        yield run


NEAR = 18.0
"""Points of white inside a strip that still belong to the story: about a line."""
