"""What stands round the pages on a proof: head line, stage stamp, sign-off boxes of 三审三校, rulers with columns by letter and rows by number, 核红 marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.geometry import Point, Rect, Size
from paperlayout.page import DrawnItem, Page
from paperlayout.press.proof.changes import CopyChange
from paperlayout.press.proof.pen import LABEL, NOTE, SMALL, STAMP, TITLE, ProofPen
from paperlayout.press.proof.sheet import PlacedPage, ProofSlip
from paperlayout.units import Pt, mm

SIDE, HEAD, FOOT = mm(11), mm(17), mm(29)
"""White round the pages for what is written there."""
EDGE = mm(6)
"""What no printer prints on."""
BOXES = ("一校", "二校", "三校", "责任编辑（初审）", "版面主任（复审）", "总编辑（终审）", "付印签字、时间")
BOX_FOOT, BOX_HEAD = mm(6), mm(21)
STAMP_BOX = Size(mm(24), mm(11))
EVERY = 5
"""Every so many rows one has its number."""
BAR, BAR_GAP = 1.4, 1.6
DIGEST_SHOWN = 16


@dataclass(frozen=True, slots=True)
class OuterSides:
    """Which sides of a page have no other page beside them."""

    left: bool
    right: bool


ALONE = OuterSides(True, True)


def head_line(pen: ProofPen, slip: ProofSlip, what: str, size: Size, scale: float) -> Iterator[DrawnItem]:
    """The line over the pages, and the stamp at its end."""
    stamp = Rect(size.width - EDGE - STAMP_BOX.width, EDGE - mm(2), size.width - EDGE, EDGE - mm(2) + STAMP_BOX.height)
    yield pen.box(stamp, 1.5, pen.red)
    yield from pen.line(slip.stage, STAMP, Point((stamp.x0 + stamp.x1) / 2, stamp.y1 - mm(1.8)), 0.5, pen.red)
    room = stamp.x0 - mm(4) - SIDE
    said = f"{slip.paper}　{slip.date}　{what}"
    yield from pen.line(said, pen.fitted(said, TITLE, room), Point(SIDE, EDGE + 4))
    yield from pen.line(_facts(slip, scale), pen.fitted(_facts(slip, scale), NOTE, room), Point(SIDE, EDGE + 16))


def _facts(slip: ProofSlip, scale: float) -> str:
    time = slip.time or "＿＿月＿＿日＿＿时＿＿分"
    return f"第 {slip.revision} 次　{time}　缩放 {scale * 100:.0f}%　付印文件 {spaced(slip.digest[:DIGEST_SHOWN])}"


def spaced(digest: str) -> str:
    """A digest in fours, to be read out."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def sign_off(pen: ProofPen, slip: ProofSlip, size: Size, note: str) -> Iterator[DrawnItem]:
    """The boxes to be signed, three readings and three proofs, and a note over them; the 付印 proof has the whole digest for the plant to compare."""
    top, foot = size.height - BOX_HEAD, size.height - BOX_FOOT
    whole = f"　SHA-256 {spaced(slip.digest)}" if slip.stage == "付印" else ""
    said = note + whole
    room = size.width - 2 * SIDE
    yield from pen.line(said, pen.fitted(said, NOTE, room), Point(SIDE, top - 5))
    width = room / len(BOXES)
    for at, label in enumerate(BOXES):
        box = Rect(SIDE + at * width, top, SIDE + (at + 1) * width, foot)
        yield pen.box(box)
        yield from pen.line(label, pen.fitted(label, LABEL, width - 6), Point(box.x0 + 3, box.y0 + 9))


def rulers(pen: ProofPen, page: Page, placed: PlacedPage, outer: OuterSides = ALONE) -> Iterator[DrawnItem]:
    """Columns by letter over the page and rows by number at its sides, along what of it shows, so that a place is called B37."""
    grid, area, scale = page.grid, page.type_area, placed.scale
    top = max(placed.window.y0, placed.at.y)
    left, right = max(placed.window.x0, placed.at.x), min(placed.window.x1, placed.at.x + page.size.width * scale)
    for column in range(grid.columns):
        x = placed.at.x + scale * (area.x0 + column * (grid.column + grid.column_gap) + grid.column / 2)
        if left <= x <= right:
            yield from pen.line(letter(column), LABEL, Point(x, top - 2), 0.5)
    for row in range(1, grid.rows + 1):
        y = placed.at.y + scale * (area.y0 + row * grid.leading)
        if not placed.window.y0 <= y <= placed.window.y1:
            continue
        length = 4.0 if row % EVERY == 0 else 2.0
        label = str(row) if row % EVERY == 0 else ""
        if outer.left:
            yield pen.rule(left - 1 - length, y, left - 1, y)
            yield from pen.line(label, SMALL, Point(left - 6.5, y + 1.8), 1.0)
        if outer.right:
            yield pen.rule(right + 1, y, right + 1 + length, y)
            yield from pen.line(label, SMALL, Point(right + 6.5, y + 1.8))


def letter(column: int) -> str:
    """A column's letter."""
    return chr(ord("A") + column)


def change_marks(pen: ProofPen, changes: tuple[CopyChange, ...], page: Page, placed: PlacedPage) -> Iterator[DrawnItem]:
    """核红: a red bar beside every line that changed, its number at the first."""
    for change in changes:
        for nth, line in enumerate(change.lines):
            if line.page != page.number:
                continue
            start, foot = placed.point(Point(line.rect.x0, line.rect.y0)), placed.point(Point(line.rect.x0, line.rect.y1))
            if not placed.shows(Point(start.x, (start.y + foot.y) / 2)):
                continue
            x1: Pt = start.x - BAR_GAP
            yield pen.bar(Rect(x1 - BAR, start.y + 0.3, x1, foot.y - 0.3))
            if nth == 0:
                yield from pen.line(str(change.number), SMALL, Point(x1 - BAR - 1, start.y + 5), 1.0, pen.red)
