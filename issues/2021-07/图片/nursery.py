"""The children's room in the industrial park: volunteers and children build a paper bridge, the mother looks in."""

from __future__ import annotations

from dataclasses import replace

from canvas import Board, arc, sheet, smooth
from cast import ARMS_UP, BOY, CLAPPING, FRONT, GIRL, KNEELING, VOLUNTEER
from garden import plant
from heads import Head
from palette import BLUSH, COAL, CORAL, FOG, GRAY, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL
from people import Wear, ground_shadow, side, upright
from props import SHADE, bookcase, clock, pennants, planks, room, window
from town import tower

SIZE = (1600.0, 1000.0)


def draw_nursery() -> Board:
    """The whole picture 托管班."""
    board = sheet(*SIZE, PALE, 1.25)
    room(board, SIZE, 600, (244, 234, 230))
    planks(board, SIZE, 600)
    _wall(board)
    _mat(board)
    _door(board.at(1426, 640))
    _children(board)
    _bridge(board.at(800, 800))
    _front(board)
    return board


def _wall(board: Board) -> None:
    window(board.at(700, 250), 420, 280, (228, 231, 234))
    for x, w, h in ((560, 60, 130), (640, 70, 190), (740, 60, 110), (830, 76, 160)):
        tower(board.at(x, 390), w, h, (206, 205, 206))
    board.box(486, 246, 914, 254, PAPER)
    board.box(696, 110, 704, 390, PAPER)
    bookcase(board.at(60, 640), 320, 260, 2)
    pennants(board, [(0, 40), (400, 110), (800, 60), (1200, 110), (1600, 40)], 44)
    clock(board.at(1060, 190), 62, 17.67)
    for x, y, draw in ((120, 200, _house), (250, 230, _sunny), (1060, 390, _house), (1190, 370, _sunny)):
        sheet_ = board.at(x, y)
        sheet_.box(-54, -68, 54, 68, PAPER)
        sheet_.box(-14, -74, 14, -62, SALMON)
        draw(sheet_)


def _house(board: Board) -> None:
    board.box(-26, 0, 26, 40, ROSE)
    board.poly([(-36, 0), (36, 0), (0, -34)], RED)
    board.box(-8, 16, 8, 40, COAL)


def _sunny(board: Board) -> None:
    board.disc(0, -20, 20, CORAL)
    for x in (-26, 0, 26):
        board.line([(x, 46), (x, 18)], 4, STEEL)
        board.disc(x, 14, 9, SALMON if x else RED)


def _mat(board: Board) -> None:
    board.oval(800, 838, 640, 130, ROSE)
    board.oval(800, 832, 600, 116, BLUSH)


def _door(board: Board) -> None:
    """The door with a mother in it; the origin is the middle of its foot."""
    board.box(-120, -500, 130, 0, SILVER)
    board.box(-104, -484, 114, 0, (228, 224, 223))
    mother = Wear(head=Head(hairdo="tail", features=True), top=GRAY, bottom=COAL, stripes=ROSE)
    ground_shadow(board.at(6, 40, 4), 15, SHADE)
    upright(board.at(6, 36, 4.3), mother, replace(FRONT, right=((18.5, -78), (17.0, -96))))
    board.box(-150, -560, 160, -508, RED, 8)
    board.word("职工亲子工作室", 5, -535, 34, PAPER)


def _children(board: Board) -> None:
    upright(board.at(640, 770, 2.7), replace(BOY, top=STEEL), ARMS_UP)
    upright(board.at(930, 764, 2.6), replace(GIRL, top=PALE, head=Head(hairdo="bob", features=True)), CLAPPING)
    upright(board.at(1080, 790, 2.8), replace(BOY, top=SALMON), CLAPPING)
    helper = board.at(380, 880, 4.3)
    ground_shadow(helper, 20, (236, 170, 158))
    side(helper, VOLUNTEER, KNEELING)
    girl = board.at(540, 900, 3.1)
    side(girl, GIRL, replace(KNEELING, near_arm=(70, 96), far_arm=(60, 84)))
    boy = board.at(1150, 900, 3.1, flip=True)
    side(boy, replace(BOY, top=COAL, bottom=SLATE), replace(KNEELING, near_arm=(62, 88), far_arm=(56, 80)))
    second = board.at(1290, 890, 4.3, flip=True)
    ground_shadow(second, 20, (236, 170, 158))
    side(second, replace(VOLUNTEER, head=Head(features=True), top=FOG), replace(KNEELING, near_arm=(40, 70), far_arm=(60, 92)))


def _bridge(board: Board) -> None:
    """The paper bridge on two piles of blocks, with its coins."""
    for x in (-150, 150):
        for i, ink in enumerate((SLATE, RED, GRAY)):
            board.box(x - 44, -34 - i * 34 + 34, x + 44, -i * 34 + 32, ink, 4)
    deck = smooth([(-190, -72), (-80, -86), (0, -90), (80, -86), (190, -72)], closed=False)
    board.line(deck, 13, PAPER)
    board.line([(x, y + 8) for x, y in deck], 4, SILVER)
    for i in range(9):
        x = -96 + i * 24
        board.oval(x, -98 + abs(i - 4) * 1.4, 11, 5, (CORAL, SALMON)[i % 2])


def _front(board: Board) -> None:
    for x, y, word, ink in ((260, 946, "天", RED), (330, 960, "工", SLATE), (296, 896, "开", SALMON), (1210, 956, "小", STEEL), (1270, 950, "桥", CORAL)):
        board.box(x - 28, y - 28, x + 28, y + 28, ink, 6)
        board.word(word, x, y - 2, 34, PAPER)
    plant(board.at(1540, 960), 250)
    ball = board.at(90, 930)
    ball.oval(6, 66, 70, 12, SHADE)
    ball.disc(0, 0, 66, RED)
    ball.poly(arc(0, 0, (66, 66), (-30, 60)) + [(0, 0)], PALE)
    ball.poly(arc(0, 0, (66, 66), (150, 240)) + [(0, 0)], PALE)
    ball.disc(0, 0, 14, CORAL)
