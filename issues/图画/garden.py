"""Trees, bushes and potted plants."""

from __future__ import annotations

import math

from canvas import Board, Point, smooth
from palette import COAL, RED, SILVER, SLATE, STEEL, Ink, dim


def plant(board: Board, height: float) -> None:
    """A broad-leaved plant in a red pot standing at the origin."""
    unit = board.at(0, 0, height / 100)
    unit.oval(3, 0, 24, 4.5, SILVER)
    leaves = ((-62, 62, SLATE), (58, 58, SLATE), (-38, 74, COAL), (34, 72, COAL), (-14, 82, STEEL), (12, 80, SLATE), (-80, 44, STEEL), (78, 40, STEEL))
    for turn, length, ink in leaves:
        leaf(unit.at(0, -26, turn=turn), length * 0.9, ink)
    unit.poly([(-17, -30), (17, -30), (12.5, 0), (-12.5, 0)], RED)
    unit.poly([(3, -30), (17, -30), (12.5, 0), (5, 0)], dim(RED, 82))
    unit.box(-19, -36, 19, -28, RED, 1.5)


def leaf(board: Board, length: float, ink: Ink) -> None:
    """One pointed leaf growing upwards from the origin, its shaded half to the right."""
    w = length * 0.17
    board.blob([(0, 0), (-w, -length * 0.45), (-w * 0.6, -length * 0.8), (0, -length), (w * 0.6, -length * 0.8), (w, -length * 0.45)], ink)
    board.blob([(0, 0), (w * 0.45, -length * 0.5), (0, -length), (w * 0.6, -length * 0.8), (w, -length * 0.45)], dim(ink, 84))


def round_tree(board: Board, height: float, ink: Ink, bark: Ink) -> None:
    """A broad-crowned tree standing at the origin."""
    unit = board.at(0, 0, height / 100)
    unit.limb([(0, 0, 3.4), (0, -55, 2.0)], bark)
    unit.limb([(0, -34, 1.8), (13, -52, 1.2)], bark)
    unit.limb([(0, -28, 1.8), (-12, -46, 1.2)], bark)
    for x, y, r in ((-17, -56, 17), (16, -58, 18), (0, -76, 23), (-9, -60, 18)):
        unit.disc(x, y, r, ink)
    for x, y, r in ((18, -54, 13), (10, -50, 12), (8, -66, 13)):
        unit.disc(x, y, r, dim(ink, 93))
    for x, y, r in ((-8, -82, 9), (-20, -60, 7)):
        unit.disc(x, y, r, dim(ink, 105))


def poplar(board: Board, height: float, ink: Ink, bark: Ink) -> None:
    """A tall slender tree standing at the origin."""
    unit = board.at(0, 0, height / 100)
    unit.limb([(0, 0, 2.0), (0, -40, 1.2)], bark)
    unit.blob([(0, -100), (9, -78), (13, -48), (9, -20), (0, -13), (-9, -20), (-13, -48), (-9, -78)], ink)
    unit.blob([(0, -98), (9, -78), (13, -48), (9, -20), (1, -13), (4, -50)], dim(ink, 92))


def pine(board: Board, height: float, ink: Ink, bark: Ink) -> None:
    """A layered old pine with a leaning trunk, as in a classical garden."""
    unit = board.at(0, 0, height / 100)
    unit.limb([(0, 0, 3.6), (4, -28, 2.8), (-2, -56, 2.2), (4, -84, 1.4)], bark)
    unit.limb([(3, -34, 1.7), (22, -44, 1.0)], bark)
    unit.limb([(-1, -50, 1.6), (-20, -58, 1.0)], bark)
    for x, y, w in ((22, -47, 20), (-20, -62, 21), (14, -70, 18), (-4, -84, 20), (6, -95, 13)):
        cloud = [(x - w, y), (x - w * 0.7, y - 6), (x - w * 0.25, y - 9), (x + w * 0.3, y - 8.5), (x + w * 0.8, y - 5), (x + w, y), (x + w * 0.4, y + 2.6),
            (x - w * 0.5, y + 2.6)]
        unit.blob(cloud, ink)
        unit.blob([(x - w * 0.8, y - 1), (x, y - 2), (x + w * 0.92, y - 1), (x + w * 0.4, y + 2.6), (x - w * 0.5, y + 2.6)], dim(ink, 86))


def bush(board: Board, width: float, ink: Ink) -> None:
    """A low rounded bush on the ground at the origin."""
    unit = board.at(0, 0, width / 100)
    lobes = ((-34, -12, 17), (-14, -20, 21), (10, -17, 19), (32, -11, 16))
    unit.box(-48, -9, 48, 0, ink, 4)
    for x, y, r in lobes:
        unit.disc(x, y, r, ink)
    for x, y, r in ((-20, -25, 8), (8, -22, 7)):
        unit.disc(x, y, r, dim(ink, 106))


def willow(board: Board, height: float, ink: Ink, bark: Ink) -> None:
    """A weeping willow standing at the origin: a fountain of hanging branches."""
    unit = board.at(0, 0, height / 100)
    unit.limb([(0, 0, 3.8), (-2, -30, 2.8), (2, -66, 1.8)], bark)
    _fountain(unit, (13, 37.0, -18.0), dim(ink, 88))
    unit.blob([(-27, -66), (-20, -84), (0, -95), (20, -84), (27, -66), (0, -58)], ink)
    _fountain(unit, (12, 33.0, -26.0), ink)
    _fountain(unit, (7, 20.0, -44.0), dim(ink, 107))


def _fountain(unit: Board, shape: tuple[int, float, float], ink: Ink) -> None:
    """Branches bending outwards and down: their number, half spread and where they end."""
    count, half, low = shape
    for i in range(count):
        x = -half + 2 * half * i / (count - 1)
        end = low + 7 * math.sin(i * 2.3) - 4 * abs(x) / half
        spine = smooth([(x * 0.1, -88), (x * 0.62, -92 + 10 * (x / half) ** 2), (x * 0.95, -68), (x * 1.06, end)], closed=False)
        last = len(spine) - 1
        unit.limb([(px, py, 3.6 - 2.9 * k / last) for k, (px, py) in enumerate(spine) if k % 4 == 0], ink)


def grass(board: Board, size: float, ink: Ink) -> None:
    """A tuft of grass blades."""
    tips: tuple[Point, ...] = ((-9, -12), (-4, -20), (1, -24), (6, -17), (11, -11))
    for i, tip in enumerate(tips):
        x = (i - 2) * 2.2
        board.poly([(x * size, 0), (tip[0] * size, tip[1] * size), ((x + 3) * size, 0)], ink)


