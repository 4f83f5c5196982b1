"""The workers' health service booth: the nurse takes a worker's blood pressure, others wait their turn."""

from __future__ import annotations

import math

from canvas import Board, arc, sheet, smooth
from garden import plant
from heads import Head, front_head, side_head
from palette import BLUSH, COAL, CORAL, FOG, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SKIN, SKIN_SHADE, SLATE, STEEL, TAN, TAN_SHADE, Ink, dim
from people import Stance, Wear, side

SIZE = (1600, 2000)
FLOOR: Ink = (222, 214, 211)


def draw_booth() -> Board:
    """The whole picture 健康服务点."""
    board = sheet(*SIZE, PALE)
    _ground(board)
    _back_wall(board)
    _pulse_sign(board.at(744, 716))
    _poster(board.at(176, 690))
    _nurse(board.at(470, 900))
    _waiting(board)
    _counter(board)
    _patient(board)
    _nurse_arm(board)
    _things(board)
    _awning(board)
    plant(board.at(214, 1812), 390)
    return board


def _ground(board: Board) -> None:
    for x, w, h in ((60, 190, 1000), (1500, 260, 1180), (1330, 150, 900)):
        board.box(x - w / 2, 1500 - h, x + w / 2, 1500, (244, 221, 213))
    board.box(0, 1490, 1600, 2000, FLOOR)
    board.poly([(0, 1490), (1600, 1490), (1600, 1508), (0, 1508)], (206, 197, 194))
    board.oval(800, 1770, 860, 120, (208, 199, 196))
    board.oval(1370, 1768, 200, 26, (190, 181, 178))
    board.oval(1060, 1780, 260, 26, (190, 181, 178))


def _back_wall(board: Board) -> None:
    board.box(110, 420, 1490, 1640, (233, 231, 231))
    board.box(110, 1010, 1490, 1640, (206, 204, 205))
    for x in (110, 1490):
        board.box(x - 22, 300, x + 22, 1770, SLATE)
        board.box(x - 44, 1752, x + 44, 1782, COAL, 8)


def heart(board: Board, size: float, ink: Ink) -> None:
    """A heart of the given half width around the origin."""
    outline = []
    for step in range(120):
        t = 2 * math.pi * step / 120
        outline.append((size * math.sin(t) ** 3, -size / 16 * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t))))
    board.poly(outline, ink)


def _pulse_sign(board: Board) -> None:
    board.disc(0, 6, 178, BLUSH)
    heart(board, 142, RED)
    board.line([(-160, 4), (-68, 4), (-42, -38), (-10, 60), (30, -72), (56, 4), (160, 4)], 17, PAPER)


def _poster(board: Board) -> None:
    board.box(-6, 12, 142, 276, SILVER)
    board.box(-14, 0, 132, 264, PAPER)
    board.box(-14, 0, 132, 58, CORAL)
    board.disc(59, 128, 46, ROSE)
    heart(board.at(59, 126), 28, RED)
    for y, x1 in ((192, 112), (222, 84)):
        board.box(8, y, x1, y + 14, SILVER)


def _nurse(board: Board) -> None:
    coat: Ink = (243, 243, 244)
    board.limb([(0, 60, 44), (0, 150, 48)], SKIN_SHADE)
    body = [(-212, 420), (-208, 300), (-190, 200), (-110, 152), (-44, 132), (0, 150), (44, 132), (110, 152), (190, 200), (208, 300), (212, 420)]
    board.poly(smooth(body, closed=False), coat)
    board.poly([(-46, 128), (46, 128), (0, 236)], SALMON)
    for sign in (-1, 1):
        board.poly([(sign * 44, 124), (sign * 84, 168), (sign * 34, 216), (0, 252), (0, 234)], FOG)
    board.line([(0, 252), (0, 420)], 8, FOG)
    for y in (300, 356):
        board.disc(18, y, 8, SILVER)
    board.line(smooth([(-62, 146), (-70, 240), (-36, 300)], closed=False), 11, SLATE)
    board.line(smooth([(62, 146), (76, 220), (70, 268)], closed=False), 11, SLATE)
    board.disc(-32, 306, 17, STEEL)
    head = Head(hairdo="tail", features=True, mask=True, hat="nurse")
    front_head(board.at(0, 0, 116, turn=3), head)
    board.limb([(-160, 216, 50), (-206, 330, 46), (-170, 400, 42)], dim(coat, 94))


def _nurse_arm(board: Board) -> None:
    sleeve = (236, 235, 235)
    board.limb([(872, 1196, 26), (916, 1180, 17)], SKIN)
    board.limb([(872, 1196, 24), (902, 1206, 15)], SKIN)
    board.limb([(632, 1112, 50), (700, 1206, 44), (838, 1198, 34)], sleeve)


def _waiting(board: Board) -> None:
    second = Wear(head=Head(hairdo="bob", features=True, mask=True), top=ROSE, bottom=COAL, shoes=INK)
    first = Wear(head=Head(hat="helmet", hat_ink=SALMON, features=True, mask=True, skin=TAN, shade=TAN_SHADE), top=STEEL, bottom=SLATE, stripes=ROSE, shoes=INK)
    side(board.at(1424, 1738, 10.6, flip=True), second, Stance(near_arm=(4, 60), far_arm=(10, 70), lean=1))
    side(board.at(1300, 1760, 11.2, flip=True), first, Stance(near_arm=(-6, 6), far_arm=(6, 16), lean=1))


def _counter(board: Board) -> None:
    board.box(170, 1300, 880, 1770, (243, 241, 240))
    board.box(170, 1300, 880, 1352, FOG)
    board.box(170, 1690, 880, 1770, RED)
    board.box(140, 1262, 1010, 1308, COAL, 14)
    board.box(930, 1300, 976, 1770, SLATE)
    board.word("自检·咨询·指导", 566, 1432, 61, COAL)


def _patient(board: Board) -> None:
    jacket, trousers = SLATE, COAL
    seat = board.at(1090, 1370)
    seat.box(-110, 60, 130, 100, RED, 18)
    seat.box(-12, 100, 28, 390, STEEL)
    seat.box(-100, 384, 120, 410, STEEL, 10)
    seat.limb([(20, 10, 78), (-196, 20, 56), (-206, 330, 40)], dim(trousers, 80))
    seat.limb([(30, 10, 80), (-150, 24, 58), (-150, 344, 42)], trousers)
    for x in (-206, -150):
        seat.limb([(x + 6, 366, 30), (x - 60, 382, 20)], INK)
        seat.poly([(x + 36, 372), (x - 82, 386), (x - 82, 404), (x + 36, 404)], INK)
    seat.limb([(26, -64, 96), (20, -190, 92), (2, -320, 104), (10, -390, 66)], jacket)
    seat.box(-72, -60, 124, 18, jacket, 16)
    seat.poly([(-83, -150), (109, -150), (114, -104), (-80, -104)], FOG)
    seat.limb([(0, -420, 44), (-6, -490, 42)], TAN_SHADE)
    side_head(seat.at(-18, -562, 112, flip=True), Head(hat="helmet", features=True, skin=TAN, shade=TAN_SHADE))
    seat.limb([(14, -366, 62), (-76, -196, 52)], dim(jacket, 116))
    seat.limb([(-76, -196, 46), (-300, -140, 34)], TAN)
    seat.limb([(-300, -140, 36), (-352, -132, 28)], TAN)
    seat.limb([(-14, -312, 62), (-56, -232, 58)], RED)


def _things(board: Board) -> None:
    board.line(smooth([(1030, 1164), (986, 1216), (930, 1240), (800, 1252), (640, 1240)], closed=False), 13, INK)
    monitor = board.at(586, 1262)
    monitor.poly([(-90, 0), (-72, -120), (72, -120), (90, 0)], STEEL)
    monitor.poly([(-62, -24), (-52, -106), (52, -106), (62, -24)], BLUSH)
    monitor.word("120", 0, -84, 46, INK)
    monitor.word("80", 0, -44, 46, RED)
    board.box(240, 1226, 372, 1262, ROSE, 4)
    board.box(252, 1200, 360, 1228, PAPER, 4)


def _awning(board: Board) -> None:
    board.box(70, 208, 1530, 440, RED, 16)
    board.box(70, 404, 1530, 440, dim(RED, 84))
    board.word("职工健康服务点", 800, 306, 176, PAPER)
    for i in range(10):
        x = 70 + i * 146.0
        ink = PALE if i % 2 else SALMON
        board.poly([(x, 440), (x + 146, 440), *arc(x + 73, 484, (73, 52), (0, 180))], ink)
        board.box(x, 440, x + 146, 486, ink)

