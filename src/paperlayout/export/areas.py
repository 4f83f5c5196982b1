"""Where each story stands on a page, as polygons in points: the hot areas of the page picture."""

from dataclasses import dataclass

from paperlayout.geometry import Point, Rect
from paperlayout.page import Page

Polygon = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class StoryOutline:
    """The outline of one story on a page."""

    story: str
    polygons: tuple[Polygon, ...]


def areas_of(page: Page) -> tuple[StoryOutline, ...]:
    """The areas of a page's stories. Stories that share one outline (briefs in a box) get those of their own frames."""
    outlines = [story.polygons for story in page.stories]
    areas = [StoryOutline(s.id, s.polygons if outlines.count(s.polygons) == 1 else _of_frames(page, s.id)) for s in page.stories]
    placed = {story.id for story in page.stories}
    loose = dict.fromkeys(f.story for f in page.frames if f.story and f.story not in placed and (f.copy or f.kind == "figure"))
    return (*areas, *(StoryOutline(name, _of_frames(page, name)) for name in loose if name))


def _of_frames(page: Page, story: str) -> tuple[Polygon, ...]:
    """The box round all frames of a story."""
    rects = [frame.rect for frame in page.frames if frame.story == story and frame.kind not in ("gap", "rule", "tint", "box")]
    if not rects:
        return ()
    x0, y0 = min(r.x0 for r in rects), min(r.y0 for r in rects)
    return (Rect(x0, y0, max(r.x1 for r in rects), max(r.y1 for r in rects)).corners(),)
