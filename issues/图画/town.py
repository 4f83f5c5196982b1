"""Buildings of the water town: the brick pagoda, white-walled houses, the arched bridge and towers beyond."""

from __future__ import annotations

from canvas import Board, arc, smooth
from palette import ASH, COAL, CORAL, DEEP_RED, FOG, GRAY, INK, PAPER, SALMON, SILVER, SLATE, STEEL, Ink, dim

STOREYS = 7


def pagoda(board: Board, height: float) -> None:
    """A seven-storey brick pagoda with upturned eaves, its foot at the origin."""
    unit = board.at(0, 0, height / 100)
    unit.box(-17, -2.2, 17, 0, GRAY)
    unit.box(-14.5, -4.4, 14.5, -2, SILVER)
    y = -4.4
    for storey in range(STOREYS):
        half = 10.2 - storey * 0.82
        rise = 9.4 - storey * 0.42
        _storey(unit.at(0, y), half, rise)
        y -= rise + 1.9
    _spire(unit.at(0, y + 0.8))


def _storey(floor: Board, half: float, rise: float) -> None:
    floor.box(-half, -rise, half, 0, CORAL)
    floor.box(half * 0.36, -rise, half, 0, dim(CORAL, 82))
    for x in (-half + 0.5, half - 0.5):
        floor.box(x - 0.5, -rise, x + 0.5, 0, DEEP_RED)
    for x, w in ((-half * 0.62, 0.9), (0.0, 1.5), (half * 0.62, 0.9)):
        top = -rise * 0.62
        floor.poly([(x - w, 0), *arc(x, top + w * 0.2, (w, w), (180, 360)), (x + w, 0)], INK if w > 1 else COAL)
    floor.box(-half - 1.6, -1.5, half + 1.6, -0.4, SALMON)
    floor.box(-half - 1.6, -0.5, half + 1.6, 0.2, DEEP_RED)
    reach, top = half + 5.4, -rise
    left = smooth([(-reach, top - 2.9), (-half - 1.6, top - 0.5), (0, top + 0.2), (half + 1.6, top - 0.5), (reach, top - 2.9)], closed=False)
    ridge = smooth([(half - 0.9, top - 3.2), (0, top - 3.2), (-half + 0.9, top - 3.2)], closed=False)
    floor.poly([*left, (half + 1.0, top - 2.2), *ridge, (-half - 1.0, top - 2.2)], COAL)
    floor.line([(-half - 0.6, top + 0.3), (half + 0.6, top + 0.3)], 0.9, SLATE)


def _spire(top: Board) -> None:
    top.poly([(-4.6, 0), (4.6, 0), (1.2, -3.4), (-1.2, -3.4)], COAL)
    top.limb([(0, -3, 0.75), (0, -15.5, 0.35)], COAL)
    for i in range(5):
        top.oval(0, -4.8 - i * 1.75, 1.9 - i * 0.22, 0.62, COAL)
    top.disc(0, -14.2, 1.0, DEEP_RED)


def house(board: Board, width: float, height: float, gable: bool = True) -> None:
    """A white-walled, dark-roofed house of the water towns, its foot at the middle of the origin."""
    half = width / 2
    board.box(-half, -height, half, 0, PAPER)
    board.box(half * 0.55, -height, half, 0, (229, 226, 225))
    for x in (-half * 0.5, half * 0.12):
        board.box(x - width * 0.07, -height * 0.66, x + width * 0.07, -height * 0.34, STEEL)
    board.box(half * 0.6, -height * 0.5, half * 0.88, 0, SLATE)
    if gable:
        for step, (a, b, rise) in enumerate(((-1.0, 1.0, 0.0), (-0.66, 0.66, 0.16), (-0.32, 0.32, 0.32))):
            level = -height * (1 + rise)
            board.box(half * a, level, half * b, level + height * 0.2, PAPER if step else (229, 226, 225))
            board.poly([(half * a - 9, level - 12), (half * a + 4, level - 7), (half * b - 4, level - 7), (half * b + 9, level - 12),
                (half * b + 6, level + 5), (half * a - 6, level + 5)], COAL)
    else:
        eave = [(-half - 16, -height + 5), (-half * 0.8, -height - height * 0.3), (half * 0.8, -height - height * 0.3), (half + 16, -height + 5)]
        board.poly(eave, SLATE)
        board.box(-half * 0.84, -height * 1.34, half * 0.84, -height * 1.27, COAL)


def tower(board: Board, width: float, height: float, ink: Ink) -> None:
    """A plain modern tower far away, its foot at the middle of the origin."""
    half = width / 2
    board.box(-half, -height, half, 0, ink)
    board.box(half * 0.3, -height, half, 0, dim(ink, 96))
    rows = int(height / 34)
    for row in range(rows):
        for x in (-0.62, -0.16):
            board.box(half * x - 5, -height + 18 + row * 32, half * x + 6, -height + 32 + row * 32, dim(ink, 104))


def bridge(board: Board, width: float, height: float) -> None:
    """An arched stone bridge; the origin is the middle of its water line."""
    half = width / 2
    deck = smooth([(-half, -height * 0.28), (-half * 0.5, -height * 0.78), (0, -height), (half * 0.5, -height * 0.78), (half, -height * 0.28)], closed=False)
    board.poly([*deck, (half * 0.84, 12), (-half * 0.84, 12)], ASH)
    board.poly(arc(0, 6, (half * 0.46, height * 0.70), (180, 360)), STEEL)
    board.poly(arc(0, 6, (half * 0.40, height * 0.62), (180, 360)), (168, 169, 173))
    board.line(deck, 12, STEEL)
    rail = [(x, y - 34) for x, y in deck]
    board.line(rail, 8, FOG)
    for x, y in deck[:: max(1, len(deck) // 10)]:
        board.box(x - 6, y - 44, x + 6, y, FOG)
