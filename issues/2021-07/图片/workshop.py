"""The contest in the press shop: four fitters change a die against the clock, judges and mates look on."""

from __future__ import annotations

from dataclasses import replace

from canvas import Board, sheet
from cast import CLAPPING, FOREWOMAN, FRONT, MATE, PUSHING, REACHING, REFEREE, SPEAKING, WORKER
from exhibits import gear
from palette import ASH, BLUSH, COAL, CORAL, FOG, GRAY, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, dim
from people import BEHIND_BACK, ground_shadow, side, upright
from props import SHADE, banner, room, window

SIZE = (1600.0, 1000.0)


def draw_workshop() -> Board:
    """The whole picture 竞赛车间."""
    board = sheet(*SIZE, FOG, 1.25)
    _hall(board)
    _press(board.at(1000, 872))
    _clock(board.at(1402, 304))
    _judges(board)
    _cart(board.at(480, 900))
    _fitters(board)
    return board


def _hall(board: Board) -> None:
    room(board, SIZE, 640)
    for x in range(110, 1600, 276):
        window(board.at(x, 152), 212, 128, BLUSH)
    board.box(-5, 0, 1605, 34, COAL)
    for x in range(-60, 1660, 120):
        board.line([(x, 34), (x + 60, 66), (x + 120, 34)], 6, SLATE)
    board.box(-5, 62, 1605, 74, SLATE)
    board.box(676, 74, 764, 104, RED, 6)
    board.line([(720, 104), (720, 226)], 5, INK)
    board.poly([(706, 226), (734, 226), (740, 250), (722, 266), (702, 254), (716, 250), (722, 244)], COAL)
    banner(board.at(384, 322), 640, "建功新城·职工技能竞赛", 54)
    board.poly([(0, 720), (1600, 690), (1600, 712), (0, 744)], SALMON)
    for x in range(0, 1600, 100):
        board.poly([(x, 744 - x * 0.02), (x + 46, 743 - x * 0.02), (x + 66, 719 - x * 0.019), (x + 20, 720 - x * 0.019)], PAPER)
    for x, w, h in ((28, 118, 210), (160, 118, 160)):
        board.box(x, 640 - h, x + w, 640, STEEL)
        board.box(x + 10, 652 - h, x + w - 10, 680 - h, SILVER)
        board.disc(x + w / 2, 640 - h * 0.5, 24, COAL)
        gear(board.at(x + w / 2, 640 - h * 0.5), 20, 9, SILVER, STEEL)


def _press(board: Board) -> None:
    """The press with its bed at table height; the origin is the middle of its foot."""
    board.oval(0, 4, 290, 34, SHADE)
    for x in (-220, 130):
        board.box(x, -560, x + 90, 0, SLATE)
        board.box(x + 62, -560, x + 90, 0, COAL)
    board.box(-250, -640, 250, -500, COAL, 10)
    board.box(-250, -560, 250, -536, RED)
    gear(board.at(-140, -600), 34, 11, STEEL, COAL)
    board.word("200 吨", 70, -600, 44, PAPER)
    board.box(-104, -500, -60, -400, GRAY)
    board.box(60, -500, 104, -400, GRAY)
    board.box(-128, -410, 128, -352, STEEL)
    board.box(-112, -352, 112, -318, ASH)
    board.box(-70, -318, 70, -300, SILVER)
    board.box(-240, -196, 240, -128, STEEL)
    board.box(-240, -128, 240, 0, dim(SLATE, 92))
    board.box(-210, -98, 210, -66, CORAL)
    board.box(-128, -232, 128, -196, ASH)
    board.box(-86, -256, 86, -232, SILVER)
    for x in (-100, 100):
        board.disc(x, -214, 8, COAL)


def _clock(board: Board) -> None:
    board.box(-130, -76, 130, 76, INK, 12)
    board.box(-116, -62, 116, 62, COAL, 6)
    board.word("26:00", 0, -6, 84, CORAL, "hei-900")
    board.word("限时换模", 0, 100, 30, SLATE)


def _judges(board: Board) -> None:
    for x, wear, bearing in (
        (62, MATE, CLAPPING),
        (152, FOREWOMAN, FRONT),
        (242, replace(WORKER, top=GRAY), CLAPPING),
        (332, replace(MATE, top=SILVER), FRONT),
    ):
        ground_shadow(board.at(x, 762, 3.0), 15, SHADE)
        upright(board.at(x, 762, 3.0), wear, bearing)
    for x in (20, 384):
        board.box(x - 5, 640, x + 5, 786, SLATE)
        board.disc(x, 638, 9, SLATE)
    board.line([(20, 656), (200, 690), (384, 656)], 9, RED)
    judge = board.at(1420, 822, 3.7)
    ground_shadow(judge, 15, SHADE)
    upright(judge, REFEREE, replace(SPEAKING, right=((15.5, -66), (5.0, -60)), left=((-15.5, -66), (-5.0, -60))))
    judge.box(-8, -68, 8, -55, COAL, 1)
    judge.box(-6.6, -66.5, 6.6, -56, PAPER)
    judge.box(-2.5, -69.5, 2.5, -67, RED)


def _cart(board: Board) -> None:
    """The tool cart of two tiers, its foot at the origin."""
    board.oval(0, 6, 170, 18, SHADE)
    for x in (-130, 118):
        board.box(x, -250, x + 14, -16, COAL)
    for y, ink in ((-188, RED), (-72, RED)):
        board.box(-146, y, 146, y + 44, ink, 5)
        board.box(-146, y + 32, 146, y + 44, dim(RED, 82))
    for i, h in enumerate((62, 54, 70, 48, 58, 44)):
        x = -104 + i * 40
        board.line([(x, -190), (x, -190 - h)], 9, SILVER)
        board.disc(x, -194 - h, 11, (STEEL, PAPER)[i % 2])
        board.disc(x, -194 - h, 5, FOG)
    for x in (-84, 10, 84):
        board.box(x - 32, -108, x + 26, -72, STEEL, 4)
        board.box(x - 32, -96, x + 26, -90, ROSE)
    for x in (-112, 112):
        board.disc(x, -8, 20, INK)
        board.disc(x, -8, 8, GRAY)
    board.line([(-138, -250), (-196, -262)], 12, COAL)


def _fitters(board: Board) -> None:
    for x, zoom, flip, wear, stance in (
        (224, 4.7, False, WORKER, PUSHING),
        (712, 4.5, False, replace(FOREWOMAN, bottom=COAL), REACHING),
        (1282, 4.6, True, MATE, REACHING),
    ):
        place = board.at(x, 902, zoom, flip=flip)
        ground_shadow(place, 17, SHADE)
        side(place, wear, stance)
    kneeler = board.at(972, 960, 4.3)
    ground_shadow(kneeler, 17, SHADE)
    upright(
        kneeler, replace(WORKER, top=COAL, bottom=INK, stripes=PALE), replace(BEHIND_BACK, left=((-17.5, -70), (-12.0, -56)), right=((19.0, -84), (23.0, -96)))
    )
