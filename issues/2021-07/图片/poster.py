"""The public-service advert: a safety helmet is the roof over a family's lighted window."""

from __future__ import annotations

from dataclasses import replace

from canvas import Board, arc, sheet, smooth
from cast import BOY, ELDER, FRONT, GIRL, WOMAN
from garden import round_tree
from heads import Head
from palette import BLUSH, COAL, FOG, GRAY, INK, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, Ink, dim
from people import Wear, upright
from town import house

SIZE = (1900.0, 1164.0)  # three columns by twenty rows, 271 ppi
EVENING: Ink = (252, 226, 216)


def draw_poster() -> Board:
    """The whole picture 公益广告."""
    board = sheet(*SIZE, EVENING)
    _street(board)
    _home(board.at(1290, 1010))
    _helmet(board.at(1290, 560))
    _lettering(board)
    return board


def _street(board: Board) -> None:
    board.disc(1290, 560, 520, (253, 236, 228))
    for x, z in ((820, 260), (1740, 300), (1860, 240)):
        round_tree(board.at(x, 1016), z, (214, 196, 190), STEEL)
    for x, w, h, gable in ((90, 190, 96, True), (300, 170, 84, False), (500, 190, 100, True), (690, 150, 80, False)):
        house(board.at(x, 1016), w, h, gable)
    board.box(-5, 1010, 1905, 1170, RED)
    board.box(-5, 1010, 1905, 1022, dim(RED, 82))


def _home(board: Board) -> None:
    """The room under the helmet, the origin at the middle of its floor."""
    board.box(-350, -440, 350, 0, PAPER)
    board.box(200, -440, 350, 0, FOG)
    board.box(-350, -16, 350, 0, SILVER)
    board.box(-232, -372, 232, -40, COAL, 8)
    board.box(-216, -356, 216, -56, (253, 224, 150))
    board.box(-216, -120, 216, -56, dim((253, 224, 150), 92))
    family = (
        (-130, 2.5, ELDER),
        (-34, 2.62, Wear(head=Head(features=True), top=RED, bottom=COAL)),
        (58, 2.45, replace(WOMAN, top=SALMON)),
        (132, 1.7, replace(GIRL, top=SLATE)),
    )
    for x, zoom, wear in family:
        upright(board.at(x, -56, zoom), wear, FRONT)
    upright(board.at(12, -56, 1.45), replace(BOY, top=ROSE), FRONT)
    for x in (-216, 206):
        board.box(x, -356, x + 10, -56, COAL)
    board.box(-226, -62, 226, -44, COAL)
    board.box(-250, -40, 250, -18, SILVER)
    for x in (-170, -60, 60, 170):
        board.poly([(x - 34, -70), (x + 34, -70), (x + 26, -40), (x - 26, -40)], dim(RED, 88))
        for k in (-20, 0, 20):
            board.disc(x + k, -76, 13, (STEEL, GRAY, SLATE)[k // 20 + 1])


def _helmet(board: Board) -> None:
    """The helmet over the house; the origin is the middle of its brim."""
    board.poly(arc(0, 20, (410, 420), (180, 360)), RED)
    board.poly([*arc(0, 20, (410, 420), (290, 360)), (250, 20)], dim(RED, 86))
    ridge = smooth([(-96, 20), (-92, -230), (-52, -408), (0, -438), (52, -408), (92, -230), (96, 20)], closed=False)
    board.poly(ridge, (244, 48, 52))
    for x in (-92, 92):
        board.line(smooth([(x, 16), (x * 0.94, -230), (x * 0.5, -404)], closed=False), 9, dim(RED, 80))
    board.limb([(-470, 34, 26), (0, 6, 34), (470, 34, 26)], RED)
    board.line(smooth([(-456, 50), (0, 30), (456, 50)], closed=False), 12, dim(RED, 76))
    board.line(smooth([(-330, -120), (-270, -240), (-190, -320)], closed=False), 18, SALMON)
    board.disc(0, -150, 66, PAPER)
    board.word("安", 0, -154, 86, RED, "hei-900")


def _lettering(board: Board) -> None:
    board.box(96, 110, 304, 168, RED)
    board.word("公益广告", 200, 137, 42, PAPER)
    board.word("一顶安全帽", 430, 330, 132, INK, "song-900")
    board.word("一家人的屋顶", 436, 494, 112, RED, "song-900")
    board.box(100, 600, 108, 760, RED)
    board.word("进现场，先扣紧下颏带；", 424, 634, 52, COAL, "kai-400")
    board.word("下班时，平安带回家。", 398, 718, 52, COAL, "kai-400")
    board.word("安全生产　人人有责", 397, 1090, 66, PAPER)
    board.word("样报　内容虚构", 1640, 1092, 40, BLUSH)
