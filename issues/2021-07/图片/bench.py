"""Two benches: the evening practice room with its welders, and the fitter with his files."""

from __future__ import annotations

import math
from dataclasses import replace

from canvas import Board, sheet, smooth
from cast import ELDER, FACE, HANDS_ON_TABLE, WORKER
from heads import Head, front_head
from palette import ASH, COAL, CORAL, FOG, GRAY, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, TAN, TAN_SHADE, Ink, dim
from people import Bearing, Wear, upright
from props import clock, room, window

WELDING = (1400.0, 1050.0)
FILING = (1000.0, 1250.0)
NIGHT: Ink = (96, 94, 98)


def draw_welding() -> Board:
    """The whole picture 练功房."""
    board = sheet(*WELDING, SLATE, 8 / 7)
    room(board, WELDING, 690, (112, 110, 113))
    board.box(-5, 690, 1405, 1055, (150, 147, 148))
    _night(board)
    for x in (360, 1040):
        _booth_wall(board.at(x, 690))
    _glow(board.at(470, 700))
    _welder(board.at(330, 1090, 6.2))
    _lesson(board)
    for x in (390, 1040):
        _workbench(board.at(x, 1090))
    _torch(board.at(470, 712))
    _piece(board.at(1010, 716))
    return board


def _night(board: Board) -> None:
    window(board.at(700, 230), 300, 250, NIGHT)
    board.disc(760, 180, 40, PALE)
    board.disc(742, 170, 36, NIGHT)
    for x, y in ((610, 150), (650, 300), (790, 300), (600, 250)):
        board.disc(x, y, 4, PALE)
    clock(board.at(1180, 170), 84, 10.33)
    board.box(120, 96, 420, 250, PAPER, 6)
    board.box(120, 96, 420, 140, RED, 6)
    board.word("晚间练功房", 270, 118, 32, PAPER)
    board.word("周二　周四", 270, 176, 30, COAL)
    board.word("18:00—21:00", 270, 220, 30, COAL)


def _welder(board: Board) -> None:
    bearing = Bearing(front=True, left=((-16, -66), (6.0, -65)), right=((17, -68), (12.0, -65)))
    upright(board, Wear(head=Head(), top=STEEL, bottom=COAL), bearing)
    board.line([(8, -66), (21, -62)], 2.0, INK)
    _mask(board.at(0, -92, 8.6))


def _lesson(board: Board) -> None:
    """The master shows the apprentice her seam."""
    master = replace(WORKER, head=replace(ELDER.head, hat="helmet", skin=TAN, shade=TAN_SHADE), top=GRAY, stripes=PALE)
    upright(board.at(1180, 1090, 6.3), master, Bearing(front=True, left=((-17, -70), (-22.0, -62)), right=((15.5, -66), (7.0, -60)), tilt=-5))
    pupil = Wear(head=replace(FACE, hairdo="tail"), top=SALMON, bottom=COAL)
    upright(board.at(930, 1090, 5.9), pupil, replace(HANDS_ON_TABLE, right=((16, -68), (9.0, -64)), tilt=6))


def _piece(board: Board) -> None:
    """A welded angle on the bench, its seam still warm."""
    board.box(-70, 8, 110, 28, SILVER)
    board.box(8, -52, 30, 8, SILVER)
    for i in range(5):
        board.disc(36 + i * 3, 2 + i * 2, 7, CORAL)


def _booth_wall(board: Board) -> None:
    """The curtain of a welding booth: red strips on a rail, the origin at the middle of its foot."""
    board.box(-312, -380, 312, -364, INK)
    for i in range(12):
        x = -304 + i * 51
        board.box(x, -366, x + 46, 40, dim(RED, 46 + 5 * (i % 3)))


def _glow(board: Board) -> None:
    for radius, alpha in ((330, 0.1), (230, 0.14), (150, 0.22), (86, 0.4)):
        board.oval(0, 0, radius, radius, PALE, alpha)


def _mask(board: Board) -> None:
    """A welding mask over a face, the origin at the middle of the head."""
    board.limb([(-0.94, -0.4, 0.12), (0, -1.1, 0.16), (0.94, -0.4, 0.12)], COAL)
    board.poly(smooth([(-0.98, -0.86), (0, -1.16), (0.98, -0.86), (1.02, 0.3), (0.6, 1.2), (0, 1.34), (-0.6, 1.2), (-1.02, 0.3)]), INK)
    board.poly(smooth([(0.2, -1.1), (0.98, -0.86), (1.02, 0.3), (0.6, 1.2), (0.3, 1.3)]), COAL)
    board.box(-0.66, -0.42, 0.66, 0.14, CORAL, 0.1)
    board.poly([(-0.5, 0.08), (-0.2, -0.36), (0.1, -0.36), (-0.2, 0.08)], PALE)


def _workbench(board: Board) -> None:
    board.box(-290, -346, 290, -308, COAL, 6)
    board.box(-270, -308, 270, 60, (70, 68, 71))
    board.box(-240, -268, 240, -244, SLATE)


def _torch(board: Board) -> None:
    """The arc and its sparks round the origin, over the work."""
    board.box(-90, 10, 110, 32, SILVER)
    for i in range(26):
        a = math.radians(-170 + i * 13.2)
        near, far = 26 + 10 * (i % 3), 64 + 24 * ((i * 5) % 4)
        board.line([(near * math.cos(a), near * math.sin(a)), (far * math.cos(a), far * math.sin(a))], 4, (PALE, SALMON, ROSE)[i % 3])
        board.disc((far + 20) * math.cos(a), (far + 20) * math.sin(a), 4, (SALMON, PALE)[i % 2])
    board.disc(0, 0, 22, PALE)


def draw_file() -> Board:
    """The whole picture 锉刀."""
    board = sheet(*FILING, PALE)
    _shop_wall(board)
    _fitter(board.at(520, 470))
    _bench_top(board)
    _vise(board.at(560, 900))
    _hands_and_file(board)
    return board


def _shop_wall(board: Board) -> None:
    board.box(-5, -5, 1005, 1255, (236, 231, 228))
    board.box(60, 70, 940, 400, FOG)
    board.box(60, 70, 940, 88, SILVER)
    for i, (length, width) in enumerate(((250, 34), (226, 30), (204, 28), (182, 26), (160, 24), (140, 22), (122, 20))):
        x = (110, 186, 258, 742, 806, 864, 914)[i]
        board.box(x - 5, 96, x + 5, 112, COAL)
        board.poly(
            [(x - width / 2, 112), (x + width / 2, 112), (x + width / 2, 112 + width * 2.2), (x - width / 2, 112 + width * 2.2)], RED if i % 2 else SALMON
        )
        board.poly(
            [(x - width * 0.32, 112 + width * 2.2), (x + width * 0.32, 112 + width * 2.2), (x + width * 0.22, 112 + length), (x - width * 0.22, 112 + length)],
            STEEL,
        )


def _fitter(board: Board) -> None:
    """The old fitter to the waist, bent over his work; the origin is the middle of his head."""
    board.limb([(0, 60, 50), (0, 160, 54)], TAN_SHADE)
    body = [(-330, 620), (-318, 380), (-280, 250), (-160, 190), (-56, 160), (0, 176), (56, 160), (160, 190), (280, 250), (318, 380), (330, 620)]
    board.poly(smooth(body, closed=False), SLATE)
    board.poly([(-56, 156), (56, 156), (0, 290)], PAPER)
    for sign in (-1, 1):
        board.poly([(sign * 54, 150), (sign * 104, 206), (sign * 46, 268), (0, 312), (0, 288)], dim(SLATE, 84))
    front_head(board.at(0, 0, 128, turn=-4), Head(hair=GRAY, features=True, glasses=True, skin=TAN, shade=TAN_SHADE))


def _bench_top(board: Board) -> None:
    board.box(-5, 1010, 1005, 1255, STEEL)
    board.box(-5, 990, 1005, 1036, COAL)
    board.box(40, 960, 300, 992, (238, 236, 235), 8)
    for i, x in enumerate((70, 112, 154, 196, 238)):
        board.box(x, 940, x + 24, 962, RED if i % 2 else SALMON, 4)
    board.box(866, 880, 990, 990, PAPER, 4)
    board.word("0.028", 930, 966, 38, RED)
    for x in (120, 420, 720):
        board.box(x, 1090, x + 220, 1180, dim(STEEL, 84), 6)
        board.box(x + 80, 1122, x + 140, 1136, SILVER, 5)


def _vise(board: Board) -> None:
    board.box(-130, -20, 130, 90, INK, 8)
    board.box(-104, -96, -26, 0, STEEL, 5)
    board.box(26, -96, 104, 0, STEEL, 5)
    board.box(-26, -124, 26, -20, SILVER)
    board.box(-26, -124, 26, -112, PAPER)
    board.box(100, 6, 190, 30, GRAY)
    board.line([(190, -40), (190, 78)], 15, GRAY)


def _hands_and_file(board: Board) -> None:
    sleeve = dim(SLATE, 116)
    board.poly([(430, 752), (790, 738), (790, 764), (430, 776)], GRAY)
    for i in range(16):
        x = 470 + i * 19
        board.line([(x, 752), (x + 12, 772)], 3, SILVER)
    board.limb([(330, 768, 26), (440, 764, 20)], RED)
    board.limb([(238, 760, 66), (204, 900, 58), (320, 800, 44)], sleeve)
    board.limb([(330, 794, 40), (366, 768, 34)], TAN)
    board.limb([(802, 760, 66), (872, 880, 58), (800, 790, 44)], sleeve)
    board.limb([(806, 776, 38), (776, 752, 30)], TAN)
    for x, y in ((600, 800), (630, 836), (660, 860), (520, 830), (700, 846)):
        board.disc(x, y, 4, ASH)
