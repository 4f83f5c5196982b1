"""A cool station in the street: tea for the sweeper and the courier on a day of great heat."""

from __future__ import annotations

from dataclasses import replace

from canvas import Board, sheet
from cast import COURIER, ELDER, HANDS_ON_TABLE, OFFERING, SITTING, SWEEPER, VOLUNTEER, WALKING
from garden import bush, round_tree
from palette import ASH, BLUSH, COAL, CORAL, FOG, GRAY, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, Ink, dim
from people import ground_shadow, side, upright
from props import SHADE, awning, counter, cup, stool, sun
from town import tower

SIZE = (1600.0, 1067.0)
PAVEMENT: Ink = (222, 216, 213)


def draw_street() -> Board:
    """The whole picture 送清凉."""
    board = sheet(*SIZE, PALE)
    _background(board)
    _station(board.at(560, 880))
    _helpers(board)
    _scooter(board.at(1390, 960))
    _thirsty(board)
    return board


def _background(board: Board) -> None:
    sun(board.at(1330, 156), 92, 14)
    for x, w, h in ((60, 130, 520), (220, 100, 400), (900, 120, 470), (1060, 150, 360), (1240, 110, 430), (1430, 140, 330), (1560, 120, 460)):
        tower(board.at(x, 700), w, h, (240, 219, 211))
    for x, z in ((980, 330), (1180, 280), (1500, 350), (30, 330)):
        round_tree(board.at(x, 760), z, (196, 192, 192), STEEL)
    for x, w in ((1090, 150), (1330, 170), (1260, 120), (930, 120)):
        bush(board.at(x, 762), w, GRAY)
    board.box(-5, 756, 1605, 1072, PAVEMENT)
    board.box(-5, 756, 1605, 768, SHADE)
    board.poly([(-5, 1000), (1605, 984), (1605, 1072), (-5, 1072)], GRAY)
    board.poly([(-5, 994), (1605, 978), (1605, 990), (-5, 1006)], FOG)
    for x in range(40, 1600, 220):
        board.box(x, 1032, x + 110, 1042, PAPER)


def _station(board: Board) -> None:
    """The station, the origin at the middle of its foot."""
    board.oval(0, 8, 470, 44, SHADE)
    board.box(-400, -560, 400, -10, FOG)
    board.box(-400, -240, 400, -10, ASH)
    board.box(-330, -470, -110, -290, BLUSH)
    board.poly([(-330, -290), (-330, -380), (-220, -470), (-150, -470)], PALE, 0.8)
    board.box(110, -480, 350, -420, PAPER, 8)
    board.word("26℃", 230, -450, 42, RED)
    board.box(120, -412, 340, -404, SILVER)
    for x in (150, 210, 270):
        board.line([(x, -392), (x + 22, -366)], 5, SILVER)
    for x in (-420, 396):
        board.box(x, -560, x + 26, 0, SLATE)
    board.box(-440, -700, 446, -556, RED, 12)
    board.box(-440, -586, 446, -556, dim(RED, 82))
    board.word("清凉驿站", 0, -636, 104, PAPER)
    awning(board.at(0, -556), 880, 54, 11)


def _helpers(board: Board) -> None:
    for x, zoom, wear in ((330, 4.5, replace(ELDER, vest=RED)), (560, 4.3, VOLUNTEER)):
        upright(board.at(x, 880, zoom), wear, HANDS_ON_TABLE)
    counter(board.at(450, 890), 560, 220, "歇脚·喝水·充电·热饭", 42)
    top = board.at(450, 648)
    top.box(-250, -110, -150, 0, STEEL, 10)
    top.box(-238, -96, -162, -60, PAPER, 4)
    top.box(-206, -30, -190, -12, RED)
    for i, x in enumerate((-110, -60, -10, 190, 236)):
        cup(top.at(x, 0), 52, (PAPER, BLUSH, PAPER, SALMON, PAPER)[i])
    top.box(60, -30, 160, 0, ROSE, 8)
    for x in (76, 100, 124, 146):
        top.disc(x, -32, 16, (PAPER, BLUSH)[x % 4 // 2])


def _thirsty(board: Board) -> None:
    sweeper = board.at(860, 968, 4.7, flip=True)
    ground_shadow(sweeper, 17, SHADE)
    board.line([(930, 640), (986, 952)], 12, STEEL)
    board.poly([(966, 940), (1002, 932), (1046, 984), (956, 994)], SALMON)
    side(sweeper, SWEEPER, replace(OFFERING, near_arm=(30, 128), far_arm=(-12, 4), nod=-6))
    cup(board.at(748, 636, turn=-6), 46, PAPER)
    courier = board.at(1130, 976, 4.8, flip=True)
    ground_shadow(courier, 17, SHADE)
    side(courier, COURIER, WALKING)
    seat = board.at(96, 966)
    stool(seat, 118)
    sitter = board.at(96, 970, 4.6)
    side(sitter, replace(SWEEPER, top=GRAY, stripes=ROSE), replace(SITTING, near_arm=(36, 110), far_arm=(40, 84)))
    cup(board.at(226, 742), 46, PAPER)


def _scooter(board: Board) -> None:
    board.oval(0, 4, 200, 20, SHADE)
    for x in (-128, 128):
        board.disc(x, -44, 46, INK)
        board.disc(x, -44, 20, SILVER)
    board.poly([(-150, -120), (20, -120), (60, -60), (-100, -60)], RED)
    board.line([(10, -66), (96, -66), (132, -190)], 22, RED)
    board.line([(128, -46), (120, -200), (80, -232)], 13, COAL)
    board.box(-150, -146, 0, -118, COAL, 10)
    board.box(-196, -300, -44, -146, CORAL, 8)
    board.box(-196, -300, -44, -276, dim(CORAL, 84))
    board.word("餐", -120, -212, 76, PAPER)
    board.disc(128, -176, 15, PALE)
