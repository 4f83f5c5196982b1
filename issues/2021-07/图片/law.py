"""The law comes to the workers: at the counter, round the table, and on the building site."""

from __future__ import annotations

from dataclasses import replace

from canvas import Board, arc, sheet
from cast import DARK, ELDER, FACE, HANDS_ON_TABLE, LADY, MAN, MATE, OFFERING, REACHING, SITTING, SPEAKING, VOLUNTEER, WOMAN, WORKER, WRITING
from garden import plant
from heads import Head
from palette import ASH, BLUSH, COAL, CORAL, FOG, GRAY, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, Ink, dim
from people import BEHIND_BACK, RELAXED, ground_shadow, side, upright
from props import SHADE, bookcase, counter, cup, room, sheaf, stool, sun, window

SIZE = (1200.0, 900.0)
ZOOM = 4 / 3  # 1600 pixels: enough for three columns


def draw_counter() -> Board:
    """The whole picture 法援柜台."""
    board = sheet(*SIZE, PALE, ZOOM)
    room(board, SIZE, 620, (242, 234, 231))
    board.box(60, 60, 1140, 176, RED, 10)
    board.word("职工法律援助窗口", 600, 116, 84, PAPER)
    bookcase(board.at(70, 620), 260, 330, 3)
    _scales(board.at(962, 340, 0.62))
    upright(board.at(520, 846, 4.9), LADY, WRITING)
    upright(board.at(330, 850, 5.0), replace(MAN, top=SLATE), HANDS_ON_TABLE)
    counter(board.at(440, 850), 640, 250, "咨询·代书·援助", 52)
    top = board.at(440, 580)
    sheaf(top.at(70, -14), 92)
    top.box(-280, -96, -150, -2, COAL, 6)
    top.box(-270, -88, -160, -18, BLUSH)
    top.box(150, -52, 226, -2, RED, 4)
    top.word("请坐", 188, -28, 28, PAPER)
    for x, zoom, wear in ((850, 5.2, WORKER), (1060, 5.0, replace(WOMAN, top=ROSE))):
        place = board.at(x, 872, zoom, flip=True)
        ground_shadow(place, 17, SHADE)
        side(place, wear, replace(REACHING, near_arm=(56, 80), far_arm=(66, 88), lean=5) if x == 850 else OFFERING)
    return board


def _scales(board: Board) -> None:
    """The balance of justice on the wall, the origin at its foot."""
    board.disc(0, -120, 130, PALE)
    board.limb([(0, -10, 7), (0, -210, 5)], SLATE)
    board.box(-50, -12, 50, 2, SLATE, 5)
    board.line([(-96, -186), (96, -186)], 10, SLATE)
    board.disc(0, -212, 13, RED)
    for x in (-90, 90):
        board.line([(x, -184), (x - 34, -96)], 4, STEEL)
        board.line([(x, -184), (x + 34, -96)], 4, STEEL)
        board.poly(arc(x, -98, (42, 28), (0, 180)), RED)


def draw_table() -> Board:
    """The whole picture 调解桌."""
    board = sheet(*SIZE, PALE, ZOOM)
    room(board, SIZE, 560, (236, 232, 230))
    window(board.at(250, 230), 300, 240)
    board.box(560, 90, 1120, 330, PAPER, 6)
    board.box(560, 90, 1120, 150, SLATE, 6)
    board.word("大白话对照表", 840, 118, 42, PAPER)
    for i, (left, right) in enumerate((("时效", "多久之内能来"), ("举证", "拿什么来证明"), ("履行", "说好的要做到"))):
        y = 190 + i * 52
        board.word(left, 650, y, 34, RED)
        board.word(right, 900, y, 32, COAL)
        board.box(590, y + 24, 1090, y + 27, FOG)
    plant(board.at(80, 640), 230)
    upright(board.at(470, 790, 4.5), LADY, SPEAKING)
    upright(board.at(720, 790, 4.5), ELDER, HANDS_ON_TABLE)
    _round_table(board.at(600, 690))
    for x, flip, wear in ((190, False, replace(WORKER, head=DARK)), (1010, True, MAN)):
        stool(board.at(x, 868), 150, SALMON)
        place = board.at(x - (10 if flip else -10), 872, 5.0, flip=flip)
        side(place, wear, replace(SITTING, near_arm=(40, 84), far_arm=(50, 90)))
    return board


def _round_table(board: Board) -> None:
    board.oval(0, 150, 200, 30, SHADE)
    board.poly([(-46, 20), (46, 20), (90, 150), (-90, 150)], SLATE)
    board.oval(0, 14, 330, 66, dim(RED, 76))
    board.oval(0, 0, 330, 66, SALMON)
    board.oval(0, -3, 316, 60, ROSE)
    for x, y in ((-190, -6), (170, -14), (-40, 22)):
        board.poly([(x - 40, y + 12), (x - 22, y - 14), (x + 46, y - 14), (x + 32, y + 12)], PAPER)
        board.line([(x - 22, y), (x + 24, y)], 4, GRAY)
    for x, y in ((-110, -26), (90, 34), (240, 6)):
        cup(board.at(x, y), 46)


def draw_site() -> Board:
    """The whole picture 普法工地."""
    board = sheet(*SIZE, PALE, ZOOM)
    sun(board.at(1050, 250), 72, 12)
    _building(board)
    board.box(-5, 760, 1205, 905, (219, 212, 208))
    board.box(-5, 756, 1205, 770, SHADE)
    _van(board.at(862, 806))
    for x, zoom, wear, bearing in (
        (90, 4.2, WORKER, BEHIND_BACK), (230, 4.4, replace(MATE, head=Head(hat="helmet")), RELAXED), (370, 4.2, replace(WORKER, top=GRAY), RELAXED),
    ):  # fmt: skip
        place = board.at(x, 870, zoom)
        ground_shadow(place, 17, SHADE)
        upright(place, wear, bearing)
    lawyer = board.at(520, 846, 4.4)
    ground_shadow(lawyer, 17, SHADE)
    upright(
        lawyer,
        replace(VOLUNTEER, head=replace(FACE, glasses=True, hairdo="short")),
        replace(SPEAKING, left=((-15.5, -66), (-8, -56)), right=((15.5, -66), (6, -62))),
    )
    lawyer.box(1, -68, 15, -56, RED, 1)
    lawyer.word("法", 8, -62.4, 8, PAPER)
    return board


def _building(board: Board) -> None:
    frame: Ink = (214, 206, 203)
    for floor in range(5):
        y = 760 - floor * 128
        board.box(40, y - 18, 620, y, frame)
        for x in (40, 180, 330, 480, 604):
            board.box(x, y - 128, x + 16, y, frame)
    for x in (20, 640):
        board.box(x, 90, x + 6, 760, STEEL)
    for y in range(130, 760, 105):
        board.line([(20, y), (646, y)], 4, SILVER)
    board.box(891, 60, 909, 760, GRAY)
    board.box(560, 74, 1190, 90, GRAY)
    for x in (600, 1150):
        board.line([(900, 30), (x, 76)], 5, GRAY)
    board.box(880, 84, 926, 130, CORAL, 4)
    board.line([(700, 90), (700, 220)], 4, SLATE)
    board.box(660, 220, 740, 250, SALMON)
    board.box(1100, 90, 1180, 130, STEEL)


def _van(board: Board) -> None:
    """The van with its open side, the origin at the middle of its foot."""
    board.oval(0, 8, 330, 30, SHADE)
    board.poly([(-300, -20), (-300, -300), (-270, -336), (180, -336), (260, -210), (316, -180), (316, -20)], PAPER)
    board.poly([(190, -318), (250, -210), (120, -210), (120, -318)], (206, 208, 212))
    board.box(-300, -90, 316, -70, RED)
    board.box(-240, -310, 70, -120, COAL, 6)
    board.box(-230, -300, 60, -130, BLUSH)
    board.box(-200, -196, 40, -184, SLATE)
    board.box(-170, -240, -90, -196, STEEL, 4)
    sheaf(board.at(-30, -206), 56, 3)
    board.word("有事，上车说", -90, -268, 44, RED)
    board.box(-250, -350, 80, -318, RED, 5)
    for x in (-190, 206):
        board.disc(x, -18, 56, INK)
        board.disc(x, -18, 24, SILVER)
    board.box(296, -140, 320, -110, SALMON, 4)
    board.box(-306, -60, 322, -40, ASH, 4)
