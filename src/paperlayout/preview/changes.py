"""Where a page differs from what it was before: the places to draw anew."""

from collections.abc import Iterable, Iterator

from paperlayout.geometry import Point, Rect
from paperlayout.page import DrawnItem, Frame, GlyphRun, Outline, Page, Picture, Rule, Tint

OVERHANG = 1.5
"""em of ink a glyph may have round its pen, at the very most."""
MOST_PLACES = 6
"""From so many places on one that holds them all is drawn faster."""


def changed_ink(old: Page, new: Page) -> tuple[Rect, ...] | None:
    """The places whose ink is not the same; None when the page has to be drawn whole."""
    if old.size != new.size:
        return None
    before, after = {f.id: f for f in old.frames}, {f.id: f for f in new.frames}
    if [name for name in before if name in after] != [name for name in after if name in before]:
        return None  # what lies over what may have changed
    places = [_both(before.get(name), after.get(name)) for name in {**before, **after} if before.get(name) != after.get(name)]
    found = tuple(place for place in places if place)
    return found if len(found) < MOST_PLACES else (smallest_round(found),)


def same_ink(old: Page, new: Page) -> bool:
    """Whether two pages look the same; where things were written does not matter."""
    return old.size == new.size and [f.items for f in old.frames] == [f.items for f in new.frames]


def smallest_round(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle round others."""
    edges = [(r.x0, r.y0, r.x1, r.y1) for r in rects]
    x0, y0, x1, y1 = zip(*edges, strict=True)
    return Rect(min(x0), min(y0), max(x1), max(y1))


def _both(old: Frame | None, new: Frame | None) -> Rect | None:
    """The ink a frame has lost or won, old and new together."""
    was, now = (frame.items if frame else () for frame in (old, new))
    kept = set(was) & set(now)
    if [item for item in was if item in kept] != [item for item in now if item in kept]:
        kept = set()
    ink = [_ink(item) for items in (was, now) for item in items if item not in kept]
    return smallest_round(ink) if ink else None


def _ink(item: DrawnItem) -> Rect:
    """A rectangle that holds all ink of an item, rather too large."""
    match item:
        case GlyphRun():
            return _points((Point(item.at.x + x, item.at.y + y) for x, y in _pens(item)), OVERHANG * item.size)
        case Rule():
            return _points((item.start, item.end), item.weight)
        case Outline():
            return _points(item.rect.corners(), item.weight)
        case Tint():
            return _points(item.points, 1.0)
        case Picture():
            return _points(item.rect.corners(), 1.0)


def _pens(run: GlyphRun) -> Iterator[tuple[float, float]]:
    yield 0.0, 0.0
    for glyph in run.glyphs:
        yield (glyph.y, glyph.x) if run.turned else (glyph.x, glyph.y)


def _points(points: Iterable[Point], margin: float) -> Rect:
    inside = smallest_round(Rect(p.x, p.y, p.x, p.y) for p in points)
    return Rect(inside.x0 - margin, inside.y0 - margin, inside.x1 + margin, inside.y1 + margin)
