"""The old bridge of one arch in the early morning: its reflection, a boat, willows and white walls."""

from __future__ import annotations

from dataclasses import replace

from canvas import Board, arc, sheet, smooth
from cast import MAN, SITTING, WALKING
from garden import bush, grass, pine, round_tree, willow
from heads import Head
from palette import ASH, BLUSH, COAL, FOG, GRAY, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, Ink, dim
from people import Wear, ground_shadow, side
from props import bird, cloud
from town import house, pagoda

SIZE = (1800.0, 1000.0)
WATER: Ink = (214, 217, 221)
DEEP: Ink = (196, 200, 206)
STONE: Ink = (190, 188, 188)
LEVEL = 700.0  # the water line under the bridge


def draw_landscape() -> Board:
    """The whole picture 老桥."""
    board = sheet(*SIZE, PALE, 4 / 3)
    _sky(board)
    _far_bank(board)
    _water(board)
    _bridge(board)
    _walkers(board)
    _boat(board.at(1290, 838))
    _near_bank(board)
    return board


def _sky(board: Board) -> None:
    board.disc(1210, 330, 250, (250, 222, 213))
    board.disc(1210, 330, 180, SALMON)
    for x, y, w in ((330, 150, 380), (860, 90, 300), (1540, 140, 360), (1340, 300, 260)):
        cloud(board.at(x, y), w, (245, 241, 239))
    far = [(-60, 560), (-60, 420), (240, 360), (520, 430), (900, 350), (1300, 440), (1600, 380), (1880, 430), (1880, 560)]
    board.poly(smooth(far, closed=False), (243, 219, 211))
    for x, y, span in ((620, 220, 60), (700, 186, 48), (560, 176, 42)):
        bird(board.at(x, y), span)


def _far_bank(board: Board) -> None:
    board.poly(smooth([(-60, 640), (-60, 560), (400, 540), (900, 556), (1400, 540), (1860, 560), (1860, 640)], closed=False), (222, 216, 213))
    pagoda(board.at(1480, 566), 330)
    for x, z in ((60, 190), (340, 170), (700, 180), (1330, 160), (1620, 190), (1760, 170)):
        round_tree(board.at(x, 580), z, (200, 196, 196), STEEL)
    for x, w, h, gable in ((190, 190, 96, True), (390, 160, 80, False), (580, 190, 104, True), (1180, 180, 92, False), (1640, 190, 100, True)):
        house(board.at(x, 600), w, h, gable)
    for x, w, ink in ((80, 120, GRAY), (480, 100, GRAY), (700, 130, STEEL), (1090, 110, GRAY), (1320, 120, STEEL), (1760, 130, GRAY)):
        bush(board.at(x, 604), w, ink)
    pine(board.at(1560, 606), 190, SLATE, COAL)


def _water(board: Board) -> None:
    board.box(-5, 600, 1805, 1005, WATER)
    board.box(-5, 600, 1805, 612, (203, 204, 207))
    board.oval(1210, 720, 150, 90, (232, 208, 202), 0.8)
    for x, y, w in ((140, 680, 160), (420, 740, 200), (1420, 680, 180), (1640, 740, 170), (760, 900, 240), (1120, 930, 260), (1560, 880, 200), (500, 860, 160)):
        board.line([(x - w / 2, y), (x + w / 2, y)], 6, (230, 232, 235))


def _bridge(board: Board) -> None:
    cx = 800.0
    deck = smooth([(190, 664), (420, 560), (640, 468), (cx, 440), (960, 468), (1180, 560), (1410, 664)], closed=False)
    opening = (196.0, 176.0)
    board.poly([*arc(cx, LEVEL, (opening[0] + 30, opening[1] * 0.9), (0, 180)), (cx, LEVEL)], DEEP)
    board.poly([*deck, (1410, LEVEL + 6), (190, LEVEL + 6)], STONE)
    for row in range(5):
        y = 520 + row * 38
        for k in range(24):
            x = 240 + k * 48 + (24 if row % 2 else 0)
            top = 664 - 224 * (1 - abs(x - cx) / 610) ** 0.9 if abs(x - cx) < 610 else 700
            if y > top + 34 and (x - cx) ** 2 / (opening[0] + 40) ** 2 + (LEVEL - y) ** 2 / (opening[1] + 44) ** 2 > 1 and y < LEVEL - 12:
                board.box(x - 21, y - 16, x + 21, y + 16, dim(STONE, 103 if (k + row) % 3 else 95), 3)
    board.poly(arc(cx, LEVEL + 6, (opening[0] + 26, opening[1] + 26), (180, 360)), STEEL)
    for i in range(19):
        a = arc(cx, LEVEL + 6, (opening[0] + 26, opening[1] + 26), (180 + i * 10, 180 + i * 10 + 1))[0]
        b = arc(cx, LEVEL + 6, opening, (180 + i * 10, 180 + i * 10 + 1))[0]
        board.line([a, b], 3, GRAY)
    board.poly(arc(cx, LEVEL + 6, opening, (180, 360)), (226, 214, 211))
    board.poly([(cx - 190, 640), (cx + 190, 640), (cx + 196, LEVEL + 6), (cx - 196, LEVEL + 6)], WATER)
    board.line([(cx - 150, 668), (cx + 60, 668)], 5, (230, 232, 235))
    board.line(deck, 16, STEEL)
    board.poly([*deck, *[(x, y - 40) for x, y in reversed(deck)]], FOG)
    board.line([(x, y - 44) for x, y in deck], 10, SILVER)
    for x, y in deck[::6]:
        board.box(x - 9, y - 66, x + 9, y + 4, SILVER)
        board.disc(x, y - 70, 11, SILVER)
        board.disc(x, y - 82, 5, SILVER)
    for end, sign in ((190.0, -1), (1410.0, 1)):
        board.poly([(end, 650), (end + sign * 70, 690), (end + sign * 70, LEVEL + 40), (end, LEVEL + 6)], STONE)
    board.word("老　桥", cx, 494, 34, RED, "kai-400")


def _walkers(board: Board) -> None:
    bearer = board.at(560, 492, 1.55)
    side(bearer, Wear(head=Head(hat="cap", hat_ink=GRAY), top=SLATE, bottom=COAL), replace(WALKING, near_arm=(120, 150)))
    bearer.line(smooth([(-42, -76), (0, -84), (42, -78)], closed=False), 3, COAL)
    for x in (-40, 40):
        bearer.line([(x, -76), (x, -36)], 1.2, STEEL)
        bearer.poly([(x - 13, -36), (x + 13, -36), (x + 10, -14), (x - 10, -14)], RED)
    for x, y, wear, flip in ((820, 432, replace(MAN, top=RED, head=Head()), False), (980, 462, Wear(head=Head(hairdo="tail"), top=SALMON, bottom=COAL), True)):
        side(board.at(x, y, 1.55, flip=flip), wear, WALKING)
    deck_rail = smooth([(420, 560), (640, 468), (800, 440), (960, 468), (1180, 560)], closed=False)
    board.poly([*[(x, y - 30) for x, y in deck_rail], *[(x, y) for x, y in reversed(deck_rail)]], FOG)
    board.line([(x, y - 34) for x, y in deck_rail], 9, SILVER)
    for x, y in deck_rail[::6]:
        board.box(x - 8, y - 46, x + 8, y + 4, SILVER)
    board.line(deck_rail, 14, STEEL)


def _boat(board: Board) -> None:
    board.oval(0, 42, 250, 26, DEEP)
    board.poly(smooth([(-250, -26), (-180, 20), (0, 36), (180, 20), (250, -26)], closed=False), COAL)
    board.poly([(-250, -26), (250, -26), (236, -10), (-236, -10)], SLATE)
    board.poly(arc(-10, -24, (110, 84), (180, 360)), ROSE)
    for x in (-80, -40, 0, 40, 80):
        board.line([(x - 10, -30), (x - 10, -84 + abs(x) * 0.3)], 4, BLUSH)
    rower = board.at(176, -4, 1.9, flip=True)
    side(rower, Wear(head=Head(hat="cap", hat_ink=RED), top=PAPER, bottom=SLATE), replace(SITTING, near_arm=(60, 80)))
    board.line([(120, -84), (262, 66)], 7, STEEL)


def _near_bank(board: Board) -> None:
    board.poly(smooth([(-40, 1040), (-40, 740), (120, 740), (250, 800), (380, 900), (520, 960), (640, 1040)], closed=False), (222, 217, 214))
    board.poly(smooth([(1840, 1040), (1840, 760), (1720, 770), (1600, 850), (1520, 940), (1400, 1040)], closed=False), (222, 217, 214))
    for x, y, z, flip in ((120, 840, 560, False), (1710, 860, 540, True)):
        ground_shadow(board.at(x, y, 7), 16, ASH)
        willow(board.at(x, y, flip=flip), z, GRAY, COAL)
    for x, y, w, ink in ((60, 1010, 300, STEEL), (260, 1016, 220, SLATE), (1760, 1012, 300, STEEL), (1570, 1018, 200, SLATE)):
        bush(board.at(x, y), w, ink)
    for x, y, size in ((250, 880, 1.5), (410, 960, 1.6), (1560, 930, 1.5), (330, 930, 1.2)):
        grass(board.at(x, y), size, GRAY)
