"""The tug of war: two teams of women at the rope, the referee at the mark, the stand behind."""

from __future__ import annotations

from dataclasses import replace

from canvas import Board, sheet, smooth
from cast import DARK, REFEREE
from garden import grass, poplar, round_tree
from heads import Head
from palette import ASH, COAL, CORAL, GRAY, INK, PALE, PAPER, RED, SALMON, SILVER, SLATE, STEEL, Ink, dim
from people import Bearing, Stance, Wear, ground_shadow, side, upright
from props import cloud, crowd, pennants
from town import tower

SIZE = (1800.0, 900.0)
FIELD: Ink = (226, 220, 217)
PULL = Stance(near_arm=(62, 88), far_arm=(74, 94), near_leg=(46, 24), far_leg=(28, -8), lean=-26, nod=-8)
BRACE = Stance(near_arm=(70, 90), far_arm=(80, 96), near_leg=(52, 30), far_leg=(22, -14), lean=-30, nod=-12)
HAIR = ("tail", "bob", "bun", "short", "tail", "bob")


def draw_tug() -> Board:
    """The whole picture 拔河."""
    board = sheet(*SIZE, PALE)
    _ground(board)
    _stand(board)
    _teams(board)
    referee = board.at(900, 742, 3.7)
    upright(referee, REFEREE, Bearing(front=True, left=((-22.5, -80), (-35.0, -86)), right=((15.5, -66), (8.0, -72))))
    _rope(board)
    _foreground(board)
    return board


def _ground(board: Board) -> None:
    for x, y, w in ((260, 96, 300), (1480, 74, 340), (960, 130, 220)):
        cloud(board.at(x, y), w, (245, 241, 239))
    for x, w, h in ((60, 110, 260), (190, 90, 200), (1610, 120, 280), (1740, 100, 210)):
        tower(board.at(x, 430), w, h, (242, 221, 213))
    for x, z in ((20, 210), (140, 170), (300, 190), (1520, 190), (1660, 170), (1790, 220)):
        round_tree(board.at(x, 470), z, (200, 196, 196), STEEL)
    for x in (232, 1580):
        poplar(board.at(x, 470), 250, GRAY, COAL)
    board.box(-5, 460, 1805, 905, FIELD)
    board.poly([(-5, 620), (1805, 620), (1805, 905), (-5, 905)], (240, 196, 186))
    for y, w in ((620, 7), (700, 9), (812, 11)):
        board.box(-5, y, 1805, y + w, PALE)


def _stand(board: Board) -> None:
    board.box(380, 250, 1420, 520, SILVER)
    for row in range(3):
        y = 290 + row * 76
        board.box(380, y + 50, 1420, y + 80, (GRAY, STEEL, GRAY)[row])
        crowd(board.at(392, y), 1016, 17 - row, 25 + row * 2)
        board.box(380, y + 62 + row * 3, 1420, y + 80, (ASH, SILVER, ASH)[row])
    for x in (380, 1420):
        board.box(x - 8, 170, x + 8, 540, SLATE)
    board.poly([(340, 190), (1460, 190), (1410, 132), (390, 132)], RED)
    board.poly([(340, 190), (1460, 190), (1460, 206), (340, 206)], dim(RED, 80))
    board.word("第四届园区职工运动会", 900, 162, 54, PAPER)
    pennants(board, [(8, 240), (200, 300), (384, 214)], 30)
    pennants(board, [(1416, 214), (1600, 300), (1792, 240)], 30)


def _teams(board: Board) -> None:
    shirts = ((RED, COAL), (SLATE, INK))
    for team, (start, step, flip) in enumerate(((690, -152, False), (1110, 152, True))):
        for i in range(4):
            place = board.at(start + step * i, 800, 3.75 + 0.05 * i, flip=flip)
            ground_shadow(place, 26, (222, 172, 162))
            top, bottom = shirts[team]
            head = replace(DARK if i % 2 else Head(features=True), hairdo=HAIR[(i + team) % 6], hat="band", hat_ink=SALMON if team else CORAL, features=True)
            side(place, Wear(head=head, top=top, bottom=bottom, bare=True, shoes=PAPER, bib=str(i + 1 + 4 * team)), BRACE if i == 3 else PULL)


def _rope(board: Board) -> None:
    line = smooth([(70, 700), (160, 560), (420, 545), (900, 548), (1380, 545), (1640, 560), (1730, 700)], closed=False)
    board.line(line, 15, STEEL)
    board.line([(x, y - 3) for x, y in line], 5, SILVER)
    board.poly([(884, 550), (916, 550), (934, 642), (900, 622), (866, 642)], RED)
    board.box(878, 536, 922, 562, RED, 4)


def _foreground(board: Board) -> None:
    board.box(894, 804, 906, 905, PAPER)
    for x, size in ((60, 1.6), (380, 1.4), (1400, 1.5), (1730, 1.7)):
        grass(board.at(x, 896), size, GRAY)
