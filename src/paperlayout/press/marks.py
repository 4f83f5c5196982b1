"""Marks round the trimmed page, for small plants and proofs: crop and registration marks, the control strip, and the slug line."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from paperlayout.geometry import Point, Rect, Size
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Ink, Page, Rule, Tint
from paperlayout.setting.horizontal import StyledText, display_width, set_display
from paperlayout.units import Pt, mm

SLUG = mm(12)
"""Room for marks on each side of the page."""
REGISTRATION = Ink("registration", 100, 100, 100, 100, spot="All")
HAIRLINE = 0.25
CROP_GAP, CROP_LENGTH = mm(3), mm(8)
TARGET_RADIUS = mm(2.2)
SIDES = 24
"""A registration mark's circle is drawn with so many straight sides."""
PATCH = mm(5)
STRIP_START, STRIP_DROP = mm(20), mm(3.5)
LINE = Type("hei-400", 7)
LINE_SHARE = 0.54
"""The slug line begins at this share of the page's width, right of the middle registration mark."""


@dataclass(frozen=True, slots=True)
class ControlPatch:
    """A field of the control strip: cyan, magenta, yellow, black in per cent."""

    cyan: float = 0
    magenta: float = 0
    yellow: float = 0
    black: float = 0


PATCHES = (
    ControlPatch(100), ControlPatch(magenta=100), ControlPatch(yellow=100), ControlPatch(black=100),
    ControlPatch(40), ControlPatch(magenta=40), ControlPatch(yellow=40), ControlPatch(black=40), ControlPatch(black=10),
    ControlPatch(100, 100), ControlPatch(100, 0, 100), ControlPatch(0, 100, 100), ControlPatch(40, 31, 31), ControlPatch(44, 38, 38, 100),
)  # fmt: skip
"""Solids, 40 % tints, a light tint, overprints, grey balance, and the blackest black of newsprint, 220 % (ISO 12647-3, CY/T 197 annex B)."""


PLATES = (("青", Ink("cyan", 100, 0, 0, 0)), ("品红", Ink("magenta", 0, 100, 0, 0)), ("黄", Ink("yellow", 0, 0, 100, 0)), ("黑", Ink("black", 0, 0, 0, 100)))


def with_marks(page: Page, line: str, kit: Kit) -> Page:
    """The page with its marks as one more frame, which lies outside the trim."""
    size = page.size
    items = (*_crops(size), *_targets(size), *_strip(size), *_line(size, line, kit))
    frame = Frame(id="marks", kind="rule", rect=Rect(-SLUG, -SLUG, size.width + SLUG, size.height + SLUG), items=items)
    return replace(page, frames=(*page.frames, frame))


def _crops(size: Size) -> Iterator[DrawnItem]:
    """Two marks at each corner, in line with the edges that are cut."""
    for x in (0.0, size.width):
        for y, way in ((0.0, -1), (size.height, 1)):
            yield Rule(Point(x, y + way * CROP_GAP), Point(x, y + way * (CROP_GAP + CROP_LENGTH)), HAIRLINE, REGISTRATION)
    for y in (0.0, size.height):
        for x, way in ((0.0, -1), (size.width, 1)):
            yield Rule(Point(x + way * CROP_GAP, y), Point(x + way * (CROP_GAP + CROP_LENGTH), y), HAIRLINE, REGISTRATION)


def _targets(size: Size) -> Iterator[DrawnItem]:
    """A registration mark in the middle of each side."""
    middle, half = Point(size.width / 2, size.height / 2), SLUG / 2
    for centre in (Point(middle.x, -half), Point(middle.x, size.height + half), Point(-half, middle.y), Point(size.width + half, middle.y)):
        yield from _target(centre)


def _target(centre: Point) -> Iterator[DrawnItem]:
    arm = 2 * TARGET_RADIUS
    yield Rule(Point(centre.x - arm, centre.y), Point(centre.x + arm, centre.y), HAIRLINE, REGISTRATION)
    yield Rule(Point(centre.x, centre.y - arm), Point(centre.x, centre.y + arm), HAIRLINE, REGISTRATION)
    angles = [2 * math.pi * i / SIDES for i in range(SIDES + 1)]
    corners = [Point(centre.x + TARGET_RADIUS * math.cos(a), centre.y + TARGET_RADIUS * math.sin(a)) for a in angles]
    for start, end in pairwise(corners):
        yield Rule(start, end, HAIRLINE, REGISTRATION)


def _strip(size: Size) -> Iterator[DrawnItem]:
    """The control strip above the head, from the left."""
    for number, patch in enumerate(PATCHES):
        box = Rect(STRIP_START + number * PATCH, -STRIP_DROP - PATCH, STRIP_START + (number + 1) * PATCH, -STRIP_DROP)
        if box.x1 < size.width / 2 - 2 * SLUG:
            yield Tint(box.corners(), Ink("patch", patch.cyan, patch.magenta, patch.yellow, patch.black))


def _line(size: Size, line: str, kit: Kit) -> Iterator[DrawnItem]:
    """The slug line above the head, right of the middle, smaller where it would not fit; after it each plate's name, on that plate alone."""
    parts = (line, *(f"　{name}" for name, _ in PLATES))
    room = size.width * (1 - LINE_SHARE) - SLUG
    natural = display_width(kit.book, (StyledText("".join(parts), LINE),))
    voice = LINE if natural <= room else replace(LINE, size=LINE.size * room / natural)
    pen: Pt = size.width * LINE_SHARE
    for text, ink in zip(parts, (None, *(ink for _, ink in PLATES)), strict=True):
        for run in set_display(kit, (StyledText(text, voice),), Point(pen, -mm(5))):
            yield replace(run, ink=ink or run.ink)
        pen += display_width(kit.book, (StyledText(text, voice),))
