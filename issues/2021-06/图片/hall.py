"""The exhibition hall of the craftsmen: portraits on the walls, the red panel, plinths and visitors."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from canvas import Board, Point, arc, sheet, smooth
from exhibits import SITTERS, gear, gear_piece, glass, portrait, tools, vase
from heads import Head
from palette import ASH, BLUSH, COAL, CORAL, DEEP_RED, FOG, GRAY, INK, MIST, PALE, PAPER, RED, SALMON, SILVER, SLATE, STEEL, Ink, dim
from people import BEHIND_BACK, RELAXED, WIDE, Bearing, Stance, Wear, ground_shadow, side, upright

SIZE = (2400, 1500)
VANISH: Point = (1300.0, 640.0)
FOCAL = 1500.0  # pixels per metre at one metre
EYE = 1.9  # metres above the floor
BACK, LEFT, RIGHT, CEILING = 8.9, -3.7, 4.4, 4.5


def spot(x: float, h: float, z: float) -> Point:
    """Where a point of the room (metres right, up and away) falls on the picture."""
    s = FOCAL / z
    return VANISH[0] + x * s, VANISH[1] - (h - EYE) * s


def draw_hall() -> Board:
    """The whole picture 工匠风采展."""
    board = sheet(*SIZE, MIST)
    _room(board)
    _floor(board)
    _ceiling(board)
    _lamps(board)
    _wall_pictures(board)
    _red_panel(board)
    _rope(board)
    _exhibits_and_visitors(board)
    return board


def _room(board: Board) -> None:
    near = 1.2
    board.poly([spot(LEFT, 0, near), spot(LEFT, 0, BACK), spot(LEFT, CEILING, BACK), spot(LEFT, CEILING, near)], FOG)
    board.poly([spot(RIGHT, 0, near), spot(RIGHT, 0, BACK), spot(RIGHT, CEILING, BACK), spot(RIGHT, CEILING, near)], (224, 222, 222))
    board.poly([spot(LEFT, 0, BACK), spot(RIGHT, 0, BACK), spot(RIGHT, CEILING, BACK), spot(LEFT, CEILING, BACK)], (235, 233, 232))


def _floor(board: Board) -> None:
    board.poly([spot(LEFT, 0, 0.9), spot(LEFT, 0, BACK), spot(RIGHT, 0, BACK), spot(RIGHT, 0, 0.9)], (214, 209, 207))
    rows = [BACK - 0.62 * i for i in range(13)]
    width = 0.9
    for i, (far, near) in enumerate(itertools.pairwise(rows)):
        start = LEFT - (0.45 if i % 2 else 0.0)
        for k in range(11):
            x0, x1 = max(LEFT, start + k * width), min(RIGHT, start + (k + 1) * width)
            shade = (0, 7, 3, 10)[(i * 7 + k * 5 + (i * k) % 3) % 4]
            if x1 > x0:
                board.poly([spot(x0, 0, far), spot(x1, 0, far), spot(x1, 0, near), spot(x0, 0, near)], (219 - shade, 213 - shade, 210 - shade))
    for i, z in enumerate(rows[1:]):
        board.line([spot(LEFT, 0, z), spot(RIGHT, 0, z)], 4 + i * 0.3, (199, 193, 190))
    for k in range(10):
        x = LEFT + k * width
        board.poly([spot(x - 0.008, 0, BACK), spot(x + 0.008, 0, BACK), spot(x + 0.008, 0, 1.2), spot(x - 0.008, 0, 1.2)], (199, 193, 190))
    board.poly([spot(-1.32, 0, BACK), spot(1.32, 0, BACK), spot(1.32, 0, 1.2), spot(-1.32, 0, 1.2)], BLUSH)
    for x in (-1.24, 1.16):
        board.poly([spot(x, 0, BACK), spot(x + 0.08, 0, BACK), spot(x + 0.08, 0, 1.2), spot(x, 0, 1.2)], SALMON)
    for wall, ends in ((LEFT, (1.2, BACK)), (RIGHT, (1.2, BACK))):
        board.poly([spot(wall, 0, ends[0]), spot(wall, 0, ends[1]), spot(wall, 0.14, ends[1]), spot(wall, 0.14, ends[0])], GRAY)
    board.poly([spot(LEFT, 0, BACK), spot(RIGHT, 0, BACK), spot(RIGHT, 0.14, BACK), spot(LEFT, 0.14, BACK)], GRAY)


def _ceiling(board: Board) -> None:
    board.poly([spot(LEFT, CEILING, 1.0), spot(LEFT, CEILING, BACK), spot(RIGHT, CEILING, BACK), spot(RIGHT, CEILING, 1.0)], COAL)
    for z in (8.2, 7.2, 6.2, 5.2):
        board.poly([spot(LEFT, CEILING, z), spot(RIGHT, CEILING, z), spot(RIGHT, CEILING, z - 0.22), spot(LEFT, CEILING, z - 0.22)], (74, 73, 75))
    for x in (-2.5, 0.1, 3.0):
        board.poly([spot(x - 0.06, CEILING, BACK), spot(x + 0.06, CEILING, BACK), spot(x + 0.06, CEILING, 2.0), spot(x - 0.06, CEILING, 2.0)], INK)


def _wall_pictures(board: Board) -> None:
    low, high = 1.3, 3.05
    for index, (far, near) in enumerate(((8.55, 7.35), (6.95, 5.8), (5.4, 4.25))):
        quad = [spot(LEFT, high, near), spot(LEFT, high, far), spot(LEFT, low, far), spot(LEFT, low, near)]
        _shadowed(board, portrait(SITTERS[index]), quad)
    for index, (far, near) in enumerate(((8.5, 7.3), (6.9, 5.85))):
        quad = [spot(RIGHT, high, far), spot(RIGHT, high, near), spot(RIGHT, low, near), spot(RIGHT, low, far)]
        _shadowed(board, portrait(SITTERS[5 + index]), quad)
    for index, x in ((3, -2.75), (4, 2.62)):
        quad = [spot(x - 0.56, 3.0, BACK), spot(x + 0.56, 3.0, BACK), spot(x + 0.56, 1.42, BACK), spot(x - 0.56, 1.42, BACK)]
        _shadowed(board, portrait(SITTERS[index]), quad)


def _shadowed(board: Board, picture: Board, quad: Sequence[Point]) -> None:
    board.poly([(x + 5, y + 12) for x, y in quad], SILVER)
    board.hang(picture.image, quad)


def _red_panel(board: Board) -> None:
    x0, x1, low, high = -1.8, 1.8, 0.35, 4.12
    z = BACK - 0.25
    board.poly([spot(x0 + 0.12, high - 0.15, BACK), spot(x1 + 0.18, high - 0.15, BACK), spot(x1 + 0.18, low - 0.1, BACK),
        spot(x0 + 0.12, low - 0.1, BACK)], ASH)
    left, top = spot(x0, high, z)
    right, bottom = spot(x1, low, z)
    board.box(left, top, right, bottom, RED)
    board.box(left, bottom, right, spot(0, 0.0, z)[1], DEEP_RED)
    middle = (left + right) / 2
    _panel_gear(board.at(middle, top + 194))
    for i, text in enumerate("匠心"):
        board.word(text, middle + (-116, 118)[i], top + (186, 204)[i], 276, PAPER, "brush-400")
    board.word("嘉定工匠风采展", middle, top + 366, 52, PAPER)
    for x in (left + 40, right - 40):
        board.box(x - 5, top + 346, x + 5, top + 388, SALMON)


def _panel_gear(board: Board) -> None:
    board.poly(arc(0, 0, (184, 184), (0, 360)), (216, 2, 18))
    gear(board, 168, 14, (246, 80, 72), RED)
    board.disc(0, 0, 102, (246, 80, 72))
    board.disc(0, 0, 84, RED)


def _lamps(board: Board) -> None:
    for x in (-2.75, -0.9, 0.95, 2.62):
        head = spot(x, CEILING - 0.28, 8.0)
        foot = [spot(x - 0.92, 0.14, BACK), spot(x + 0.92, 0.14, BACK)]
        board.poly([(head[0] - 14, head[1]), (head[0] + 14, head[1]), foot[1], foot[0]], (250, 240, 232), 0.20)
        _lamp(board.at(*head), 0.0)
    for z in (7.95, 6.35, 4.85):
        for wall, turn in ((LEFT, 32.0), (RIGHT, -32.0)):
            if wall == RIGHT and z < 6:
                continue
            head = spot(wall * 0.80, CEILING - 0.25, z)
            reach = [spot(wall, 0.14, z + 0.95), spot(wall, 0.14, z - 0.95)]
            board.poly([head, reach[0], reach[1]], (250, 240, 232), 0.22)
            _lamp(board.at(*head, zoom=8.0 / z), turn)


def _lamp(board: Board, turn: float) -> None:
    board.box(-4, -44, 4, -14, INK)
    shade = board.at(0, 0, turn=turn)
    shade.poly([(-13, -26), (13, -26), (20, 12), (-20, 12)], INK)
    shade.oval(0, 12, 20, 6, BLUSH)


def _rope(board: Board) -> None:
    posts = [spot(x, 0, 7.7) for x in (-1.9, -0.65, 0.65, 1.9)]
    for (xa, ya), (xb, yb) in itertools.pairwise(posts):
        board.line(smooth([(xa, ya - 168), ((xa + xb) / 2, ya - 118), (xb, yb - 168)], closed=False), 11, CORAL)
    for x, y in posts:
        board.oval(x, y, 26, 8, SLATE)
        board.box(x - 6, y - 172, x + 6, y, SLATE)
        board.disc(x, y - 176, 11, SLATE)


def _plinth(board: Board, x: float, z: float, size: tuple[float, float], ink: Ink) -> Board:
    """A plinth standing on the floor; gives back the board at the middle of its top, one unit a centimetre."""
    half, height = size[0] / 2, size[1]
    nearer, farther = z - half, z + half
    board.poly([spot(x - half, 0, nearer), spot(x + half, 0, nearer), spot(x + half + 0.16, 0, farther), spot(x - half + 0.1, 0, farther)], (186, 180, 178))
    edge = x + half if x < 0 else x - half
    board.poly([spot(edge, 0, nearer), spot(edge, 0, farther), spot(edge, height, farther), spot(edge, height, nearer)], dim(ink, 80))
    board.poly([spot(x - half, 0, nearer), spot(x + half, 0, nearer), spot(x + half, height, nearer), spot(x - half, height, nearer)], ink)
    cx, top = spot(x, height, nearer)
    s = FOCAL / nearer
    board.box(cx - half * s - 8, top - 4, cx + half * s + 8, top + 12, COAL)
    board.box(cx - half * s * 0.62, top + 0.22 * s, cx + half * s * 0.62, top + 0.36 * s, RED)
    board.box(cx - half * s * 0.62, top + 0.43 * s, cx + half * s * 0.4, top + 0.47 * s, SILVER)
    return board.at(cx, top - 4, s / 100)


def _stand(board: Board, x: float, z: float, height: float = 1.7) -> Board:
    """The place of a visitor on the floor, with the visitor's shadow."""
    place = board.at(*spot(x, 0, z), zoom=FOCAL / z * height / 100)
    ground_shadow(place, 17, (186, 180, 178))
    return place


def _exhibits_and_visitors(board: Board) -> None:
    _guide_and_listeners(board)
    top = _plinth(board, -3.0, 7.0, (0.72, 0.82), PAPER)
    tools(top)
    glass(top, 29, 68)
    gear_piece(_plinth(board, 2.08, 5.5, (0.8, 0.98), PAPER))
    vase(_plinth(board, -1.78, 5.0, (0.68, 0.92), PAPER))
    _foreground(board)


def _guide_and_listeners(board: Board) -> None:
    guide = Wear(head=Head(hairdo="bun"), top=COAL, bottom=COAL, skirt=True, collar=PAPER, shoes=INK)
    side(_stand(board, -1.15, 7.2, 1.64), guide, Stance(near_arm=(112, 128), far_arm=(10, 70), near_leg=(-2, -3), far_leg=(4, 0), lean=0))
    upright(_stand(board, -0.3, 6.75, 1.72), Wear(head=Head(), top=STEEL, bottom=COAL, stripes=SALMON), RELAXED)
    upright(_stand(board, 0.2, 6.6, 1.62), Wear(head=Head(hairdo="long"), top=PALE, bottom=SLATE, skirt=True, shoes=COAL), RELAXED)
    upright(_stand(board, -2.05, 7.4, 1.72), Wear(head=Head(hat="helmet", hat_ink=SALMON), top=SLATE, bottom=INK, vest=GRAY), BEHIND_BACK)


def _foreground(board: Board) -> None:
    worker = Wear(head=Head(hat="helmet"), top=SLATE, bottom=COAL, stripes=FOG, shoes=INK)
    colleague = Wear(head=Head(hairdo="tail"), top=SALMON, bottom=SLATE, collar=PAPER)
    upright(_stand(board, -3.0, 4.28, 1.76), worker, POINTING_UP)
    upright(_stand(board, -2.4, 4.18, 1.64), colleague, HAND_ON_HIP)
    father = Wear(head=Head(hat="cap", hat_ink=COAL), top=FOG, bottom=SLATE, pack=RED, shoes=INK)
    child = Wear(head=Head(hairdo="short"), top=RED, bottom=COAL, bare=True, shoes=PAPER)
    upright(_stand(board, 0.72, 4.75, 1.74), father, replace(RELAXED, right=((14.6, -64.0), (19.0, -51.0))))
    upright(_stand(board, 1.19, 4.7, 1.18), child, replace(RELAXED, left=((-15, -76), (-20.0, -92.0))))
    elder = Wear(head=Head(hairdo="short", hair=GRAY, glasses=True), top=COAL, bottom=STEEL, shoes=INK)
    place = board.at(*spot(2.72, 0, 4.3), zoom=FOCAL / 4.3 * 0.0169, flip=True)
    ground_shadow(place, 17, (186, 180, 178))
    side(place, elder, Stance(near_arm=(-20, 14), far_arm=(74, 112), lean=5, nod=4, near_leg=(-5, -8), far_leg=(9, 3)))


HAND_ON_HIP = replace(WIDE, right=((16.6, -66.0), (9.5, -52.5)))
POINTING_UP = Bearing(left=((-21.5, -79.0), (-31.0, -92.0)), feet=(-6.6, 6.8))
