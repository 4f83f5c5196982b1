"""An hour after work: the weaving class, the readers' circle, the choir."""

from __future__ import annotations

import math
from dataclasses import replace

from canvas import Board, arc, sheet, smooth
from cast import DARK, ELDER, FACE, FOREWOMAN, HANDS_ON_TABLE, HOLDING_BOOK, LADY, MAN, MATE, SITTING, WOMAN, WORKER
from garden import plant
from heads import Head
from palette import BLUSH, COAL, CORAL, FOG, GRAY, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, Ink, dim
from people import BEHIND_BACK, Wear, side, upright
from props import bookcase, cup, lamp, planks, room, stool, table, window

SIZE = (1200.0, 900.0)
ZOOM = 4 / 3  # 1600 pixels: enough for three columns


def draw_weaving() -> Board:
    """The whole picture 手作."""
    board = sheet(*SIZE, PALE, ZOOM)
    room(board, SIZE, 560, (240, 231, 227))
    board.box(60, 70, 420, 420, FOG)
    for row in range(2):
        board.box(60, 228 + row * 176, 420, 244 + row * 176, SLATE)
        for i in range(3):
            _basket(board.at(124 + i * 116, 228 + row * 176), 66 + 12 * ((i + row) % 2), (ROSE, SILVER, SALMON)[(i + row) % 3])
    board.box(520, 90, 1130, 196, RED, 8)
    board.word("竹编·手作课", 825, 141, 74, PAPER)
    for x in (640, 1010):
        board.box(x - 90, 236, x + 90, 380, PAPER)
        _basket(board.at(x, 362), 82, (SALMON, GRAY)[x > 800])
    for x, zoom, wear, tilt in (
        (170, 4.9, WOMAN, 5),
        (450, 5.0, ELDER, -4),
        (740, 4.9, replace(FOREWOMAN, head=replace(FACE, hairdo="tail")), 6),
        (1010, 5.0, MAN, -5),
    ):
        upright(board.at(x, 880, zoom), wear, replace(HANDS_ON_TABLE, tilt=tilt))
    table(board.at(600, 900), 1160, 250, SLATE)
    for x, size, ink in ((170, 118, SALMON), (450, 140, ROSE), (740, 112, SILVER), (1010, 126, SALMON)):
        _basket(board.at(x, 640), size, ink)
        for k in range(4):
            a = -0.5 + k * 0.33
            board.line(
                smooth([(x + a * size, 640 - size * 0.72), (x + a * size * 1.5, 640 - size), (x + a * size * 2.1, 640 - size * 1.02)], closed=False), 5, ink
            )
    for x in (310, 600, 880):
        for k in range(5):
            board.line([(x - 60, 646 - k * 5), (x + 60, 640 - k * 6)], 4, (ROSE, SALMON)[k % 2])
    return board


def _basket(board: Board, size: float, ink: Ink) -> None:
    """A woven basket, its foot at the origin."""
    w, h = size * 0.62, size * 0.66
    board.poly([(-w, -h), (w, -h), (w * 0.78, 0), (-w * 0.78, 0)], ink)
    rows = 5
    for row in range(rows):
        y = -h + h * row / rows
        for k in range(6):
            if (row + k) % 2 == 0:
                x = -w * 0.86 + k * w * 1.72 / 6
                board.box(x, y + 2, x + w * 0.26, y + h / rows - 2, dim(ink, 84), 2)
    board.line([(-w, -h), (w, -h)], size * 0.07, dim(ink, 74))
    board.line(arc(0, -h, (w * 0.8, size * 0.46), (180, 360)), size * 0.05, dim(ink, 74))


def draw_reading() -> Board:
    """The whole picture 读书会."""
    board = sheet(*SIZE, PALE, ZOOM)
    room(board, SIZE, 590, (232, 226, 223))
    planks(board, SIZE, 590)
    bookcase(board.at(60, 600), 330, 480, 4)
    bookcase(board.at(830, 600), 310, 480, 4)
    window(board.at(610, 220), 290, 260, (120, 118, 122))
    board.disc(680, 160, 30, PALE)
    lamp(board.at(610, 0), 330, 70)
    board.oval(600, 800, 520, 90, (236, 214, 207))
    for x, zoom, wear in ((470, 4.1, LADY), (740, 4.2, replace(WORKER, head=DARK))):
        upright(board.at(x, 760, zoom), wear, HOLDING_BOOK)
        _book(board.at(x, 760 - 64 * zoom), 66)
    for x, flip, wear in ((250, False, WOMAN), (960, True, ELDER)):
        stool(board.at(x, 850), 136, SALMON)
        side(board.at(x + (-8 if flip else 8), 856, 4.7, flip=flip), wear, replace(SITTING, near_arm=(34, 96), far_arm=(42, 100), nod=6))
        _book(board.at(x + (-112 if flip else 112), 596), 60)
    board.box(550, 740, 660, 752, COAL, 5)
    board.box(598, 752, 612, 850, STEEL)
    board.box(560, 848, 650, 860, STEEL, 5)
    cup(board.at(580, 740), 40)
    cup(board.at(632, 740), 40, SALMON)
    plant(board.at(1130, 860), 210)
    return board


def _book(board: Board, width: float) -> None:
    """An open book held up, its spine at the origin."""
    w, h = width / 2, width * 0.36
    board.poly([(-w - 5, -h - 3), (0, -h + 7), (w + 5, -h - 3), (w + 5, h - 3), (0, h + 9), (-w - 5, h - 3)], RED)
    board.poly([(-w, -h - 8), (0, -h + 2), (0, h + 2), (-w, h - 8)], PAPER)
    board.poly([(w, -h - 8), (0, -h + 2), (0, h + 2), (w, h - 8)], BLUSH)


def draw_choir() -> Board:
    """The whole picture 合唱."""
    board = sheet(*SIZE, PALE, ZOOM)
    room(board, SIZE, 640, BLUSH)
    for i in range(9):
        x = 66 + i * 133
        board.poly([(x - 66, -5), (x + 66, -5), (x + 66, 640), (x - 66, 640)], dim(RED, 78 + 6 * (i % 2)))
        board.poly([(x - 66, -5), (x - 40, -5), (x - 50, 640), (x - 66, 640)], dim(RED, 66))
    board.box(250, 40, 950, 130, PAPER, 10)
    board.word("工余合唱·第二声部", 600, 84, 58, RED)
    _singers(board)
    _conductor(board.at(600, 890))
    _stands(board)
    return board


ROWS = (
    (560.0, 3.2, (MAN, WORKER, LADY, MATE, ELDER, FOREWOMAN, MAN)),
    (650.0, 3.5, (WOMAN, FOREWOMAN, LADY, WOMAN, LADY, WOMAN)),
)


def _singers(board: Board) -> None:
    for row, (y, zoom, singers) in enumerate(ROWS):
        board.box(120 - row * 40, y - 4, 1080 + row * 40, y + 96, dim(SLATE, 90 - row * 18))
        board.box(120 - row * 40, y - 4, 1080 + row * 40, y + 8, GRAY)
        for i, wear in enumerate(singers):
            x = 600 + (i - (len(singers) - 1) / 2) * 146
            bare = replace(wear, head=replace(wear.head, hat="" if wear.head.hat and i % 2 else wear.head.hat), vest=None)
            place = board.at(x, y, zoom)
            upright(place, bare, replace(HOLDING_BOOK, tilt=(i % 3 - 1) * 5))
            place.oval(0, -87.4, 1.2, 1.5, (150, 40, 44))
            place.box(-9, -70, 9, -58, COAL, 1)
            place.box(-8, -69, 8, -59, PAPER, 1)


def _conductor(board: Board) -> None:
    board.box(-120, -70, 120, 0, COAL, 5)
    board.box(-120, -70, 120, -56, SLATE, 5)
    figure = board.at(0, -70, 4.6)
    upright(
        figure, Wear(head=Head(hairdo="tail"), top=PAPER, bottom=INK), replace(BEHIND_BACK, left=((-19.5, -82), (-26, -98)), right=((19.5, -80), (29, -90)))
    )
    figure.line([(29, -91), (38, -104)], 0.9, SALMON)


def _stands(board: Board) -> None:
    for x, ink in ((190, SLATE), (1010, SLATE)):
        board.line([(x, 700), (x, 880)], 8, ink)
        board.poly([(x - 70, 700), (x + 70, 700), (x + 58, 620), (x - 58, 620)], COAL)
        board.poly([(x - 52, 692), (x + 52, 692), (x + 44, 634), (x - 44, 634)], PAPER)
        board.line([(x - 46, 884), (x, 850), (x + 46, 884)], 8, ink)
    for i in range(5):
        x = 1056 + 26 * i
        y = 250 + 30 * math.sin(i * 1.7)
        board.oval(x, y, 9, 7, PALE)
        board.line([(x + 8, y), (x + 8, y - 38)], 3, PALE)
    for x, ink in ((80, CORAL), (330, SALMON)):
        stool(board.at(x, 880), 90, ink)
