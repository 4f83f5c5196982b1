"""The party-history orienteering race: pagoda, water town, winding path, runners and the checkpoint."""

from __future__ import annotations

from dataclasses import dataclass, replace

from canvas import Board, arc, sheet, smooth
from garden import bush, grass, pine, round_tree, willow
from heads import Head
from palette import ASH, BLUSH, COAL, CORAL, GRAY, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, TAN, TAN_SHADE, Ink, dim
from people import Bearing, Stance, Wear, ground_shadow, side, upright
from props import bird, cloud
from town import bridge, house, pagoda, tower

SIZE = (2400, 1350)
MEADOW: Ink = (228, 224, 222)
WATER: Ink = (206, 208, 212)
PATH: Ink = (248, 222, 212)


def draw_race() -> Board:
    """The whole picture 党史定向赛."""
    board = sheet(*SIZE, PALE)
    _sky(board)
    _town(board)
    _meadow(board)
    _far_runners(board)
    _checkpoint(board)
    _near_runners(board)
    _foreground(board)
    return board


def _sky(board: Board) -> None:
    board.disc(1500, 372, 316, (250, 222, 213))
    board.disc(1500, 372, 232, SALMON)
    for x, y, w in ((330, 262, 300), (820, 176, 220), (2010, 226, 330), (1180, 330, 180)):
        cloud(board.at(x, y), w, (244, 241, 239))
    for points, ink in (
        ([(-60, 700), (-60, 470), (180, 400), (420, 462), (640, 372), (900, 470), (1180, 430), (1500, 500), (1800, 420), (2080, 372), (2300, 440),
            (2480, 400), (2480, 700)], (243, 219, 211)),
        ([(-60, 720), (-60, 540), (220, 500), (560, 560), (860, 500), (1200, 566), (1560, 520), (1900, 556), (2200, 486), (2480, 540),
            (2480, 720)], (232, 218, 214)),
    ):
        board.poly(smooth(points, closed=False), ink)
    for x, y, z in ((700, 300, 1.0), (780, 268, 0.8), (626, 262, 0.7)):
        bird(board.at(x, y), 60 * z)


def _town(board: Board) -> None:
    for x, w, h in ((90, 90, 200), (190, 70, 262), (300, 110, 176), (1040, 80, 190), (1130, 96, 240), (1900, 84, 220), (2000, 110, 176), (2290, 80, 240),
        (2370, 110, 190)):
        tower(board.at(x, 690), w, h, (224, 214, 212))
    for x, z in ((60, 190), (430, 210), (760, 170), (1010, 190), (1230, 180), (1740, 200), (1900, 170), (2140, 210), (2350, 190)):
        round_tree(board.at(x, 690), z, (196, 192, 192), STEEL)
    for x, w, h, gable in ((120, 170, 92, True), (290, 150, 78, False), (470, 190, 100, True), (660, 150, 76, False), (850, 170, 94, True),
        (1880, 170, 88, False), (2080, 190, 104, True), (2290, 170, 86, False)):
        house(board.at(x, 700), w, h, gable)
    board.poly(smooth([(1230, 712), (1330, 668), (1500, 650), (1670, 668), (1790, 712)], closed=False), (214, 208, 206))
    pagoda(board.at(1500, 664), 520)
    pine(board.at(1350, 690), 190, SLATE, COAL)
    pine(board.at(1662, 694).at(0, 0, flip=True), 160, STEEL, COAL)
    for x, w, ink in ((1270, 110, GRAY), (1420, 100, STEEL), (1584, 110, STEEL), (1740, 130, GRAY), (980, 110, GRAY), (570, 90, GRAY), (210, 90, GRAY),
        (2190, 110, GRAY)):
        bush(board.at(x, 704), w, ink)


def _meadow(board: Board) -> None:
    board.box(-10, 698, 2410, 1360, (219, 214, 212))
    board.poly(smooth([(-40, 950), (400, 915), (800, 880), (1120, 820), (1300, 792), (1500, 800), (2000, 812), (2440, 796), (2440, 1400), (-40, 1400)]), MEADOW)
    left_bank = [(1180, 722), (1040, 760), (930, 806), (700, 836), (360, 850), (-60, 868)]
    near_bank = [(-60, 962), (360, 930), (760, 890), (1080, 836), (1230, 802), (1420, 782), (1800, 800), (2460, 796)]
    board.poly([*smooth(left_bank, closed=False), *smooth(near_bank, closed=False), (2460, 724), (1800, 718)], WATER)
    for x, y, w in ((120, 892, 90), (330, 876, 120), (560, 880, 90), (760, 852, 110), (1500, 752, 110), (1760, 774, 90), (2050, 750, 120), (2300, 774, 70)):
        board.line([(x - w / 2, y), (x + w / 2, y)], 6, (226, 228, 231))
    board.poly(smooth([(-40, 1010), (300, 930), (760, 980), (900, 1120), (500, 1390), (-60, 1400)]), (220, 215, 213))
    board.poly(smooth([(2440, 900), (2060, 930), (1700, 1040), (1900, 1400), (2480, 1420)]), (221, 217, 215))
    _path(board)
    bridge(board.at(1080, 800), 400, 128)
    for x, y, z in ((96, 812, 330), (2330, 880, 330)):
        ground_shadow(board.at(x, y, 5), 16, ASH)
        willow(board.at(x, y).at(0, 0, flip=x > 1000), z, GRAY, COAL)


def _path(board: Board) -> None:
    left = smooth([(1235, 782), (1380, 812), (1500, 870), (1440, 940), (1120, 1010), (700, 1090), (300, 1190), (-60, 1290)], closed=False)
    right = smooth([(1275, 770), (1470, 800), (1680, 872), (1700, 968), (1480, 1060), (1340, 1180), (1420, 1290), (1640, 1420)], closed=False)
    board.poly([*left, (-60, 1420), *reversed(right)], PATH)
    for edge in (left, right):
        board.line(edge, 9, ROSE)


@dataclass(frozen=True, slots=True)
class Runner:
    """One runner on the course: place, height, direction, dress and pose."""

    at: tuple[float, float]
    height: float
    wear: Wear
    stance: Stance
    leftwards: bool = False


STRIDE = Stance(near_arm=(-48, 42), far_arm=(38, 128), near_leg=(52, -18), far_leg=(-24, -72), lean=13, nod=-4, lift=4)
DRIVE = Stance(near_arm=(36, 124), far_arm=(-46, 44), near_leg=(-26, -70), far_leg=(54, -8), lean=14, nod=-4, lift=3)
READING = Stance(near_arm=(-44, 38), far_arm=(44, 104), near_leg=(34, -12), far_leg=(-20, -50), lean=8, nod=8, lift=1)
CHEER = Stance(near_arm=(-42, 50), far_arm=(138, 160), near_leg=(50, -30), far_leg=(-28, -58), lean=9, nod=-5, lift=5)

WOMAN = Wear(head=Head(hairdo="tail", hat="band", hat_ink=RED, features=True), top=RED, bottom=COAL, bare=True, bib="07", shoes=SLATE)
MAN = Wear(head=Head(hairdo="short", features=True, skin=TAN, shade=TAN_SHADE), top=SLATE, bottom=COAL, bare=True, bib="21", shoes=RED)
YOUTH = Wear(head=Head(hat="cap", hat_ink=RED, features=True), top=SALMON, bottom=SLATE, bare=True, bib="15", shoes=INK)
BOB = Wear(head=Head(hairdo="bob", features=True), top=PAPER, bottom=SLATE, bare=True, bib="5", shoes=COAL)
OLDER = Wear(head=Head(hairdo="short", hair=GRAY), top=GRAY, bottom=COAL, bare=True, bib="9", shoes=INK)

FAR = (
    Runner((1030, 688), 98, YOUTH, STRIDE, True),
    Runner((1130, 690), 98, WOMAN, DRIVE, True),
    Runner((1592, 880), 190, OLDER, STRIDE, True),
    Runner((1508, 968), 236, BOB, DRIVE, True),
)
NEAR = (
    Runner((1130, 1150), 450, YOUTH, CHEER),
    Runner((330, 1230), 520, WOMAN, STRIDE),
    Runner((730, 1240), 560, MAN, READING),
)


def _run(board: Board, runner: Runner) -> None:
    place = board.at(*runner.at, zoom=runner.height / 100, flip=runner.leftwards)
    ground_shadow(place, 21, (206, 196, 192))
    wear = runner.wear if runner.height > 300 else replace(runner.wear, bib="", head=replace(runner.wear.head, features=False))
    side(place, wear, runner.stance)
    if runner.stance is READING:
        _map(place.at(31, -61, turn=-14))
    if runner.stance is CHEER:
        _hand_flag(place.at(25.2, -103.5, turn=10))


def _map(hand: Board) -> None:
    hand.poly([(-6, -9), (9, -10), (10, 5), (-5, 6)], PAPER)
    hand.poly([(-6, -9), (1.5, -9.5), (2.5, 5.5), (-5, 6)], BLUSH)
    hand.line([(-3, 2), (0, -4), (5, -2), (7, -7)], 1.3, RED)
    hand.disc(7, -7, 1.3, RED)


def _hand_flag(hand: Board) -> None:
    hand.box(-0.7, -20, 0.7, 6, COAL)
    hand.poly(smooth([(0.7, -20), (9, -21.5), (18, -18.5), (18, -8), (9, -11), (0.7, -9)], closed=False), RED)


def _far_runners(board: Board) -> None:
    for runner in FAR:
        _run(board, runner)
    control_flag(board.at(560, 1010), 150)


def control_flag(board: Board, height: float) -> None:
    """An orienteering control: the two-coloured square hung on a post, foot at the origin."""
    unit = board.at(0, 0, height / 100)
    unit.oval(2, 0, 14, 2.6, (206, 196, 192))
    unit.box(-1.4, -104, 1.4, 0, COAL)
    unit.box(-1.4, -102, 26, -99.2, COAL)
    side_ = 38.0
    unit.poly([(3, -97), (3 + side_, -97), (3 + side_, -97 + side_), (3, -97 + side_)], PAPER)
    unit.poly([(3 + side_, -97), (3 + side_, -97 + side_), (3, -97 + side_)], RED)
    unit.poly([(3, -97), (-7, -92), (-7, -92 + side_), (3, -97 + side_)], dim(PAPER, 86))
    unit.poly([(3, -97), (3, -97 + side_), (-7, -92 + side_)], dim(RED, 84))


def _checkpoint(board: Board) -> None:
    board.poly(smooth([(1740, 1160), (2060, 1130), (2380, 1160), (2400, 1210), (2060, 1236), (1720, 1210)]), (204, 198, 196))
    for x in (1806, 2326):
        board.box(x - 9, 640, x + 9, 1170, STEEL)
    host = Wear(head=Head(hat="cap", features=True), top=STEEL, bottom=COAL, vest=RED, collar=PAPER)
    aide = Wear(head=Head(hairdo="bob", features=True), top=SILVER, bottom=COAL, vest=RED, collar=PAPER)
    upright(board.at(1958, 1164, 4.3), host, Bearing(front=True, left=((-19.5, -82), (-21, -100)), right=((15.2, -65), (9.0, -55))))
    upright(board.at(2178, 1164, 4.1), aide, Bearing(front=True, left=((-15.0, -65), (-6.0, -58)), right=((15.0, -65), (6.0, -57))))
    _tent_roof(board)
    _table(board)


def _tent_roof(board: Board) -> None:
    eave, peak = 672.0, 536.0
    for i in range(6):
        x0, x1 = 1772 + i * 98, 1772 + (i + 1) * 98
        p0, p1 = 1926 + i * 46.7, 1926 + (i + 1) * 46.7
        ink = RED if i % 2 == 0 else PALE
        board.poly([(x0, eave), (p0, peak + 20), (p1, peak + 20), (x1, eave)], ink)
        board.poly([(x0, eave), (x1, eave), *arc((x0 + x1) / 2, eave + 16, (49, 34), (0, 180))], dim(ink, 92))
    board.box(1918, peak + 8, 2214, peak + 30, COAL, 8)


def _table(board: Board) -> None:
    board.box(1830, 1012, 2306, 1176, RED)
    board.box(1830, 1012, 2306, 1044, (198, 2, 16))
    board.box(1812, 992, 2324, 1018, COAL, 6)
    board.word("打卡点", 2068, 1110, 88, PAPER)
    board.box(2170, 966, 2262, 992, PAPER)
    board.box(2178, 950, 2254, 968, ROSE)
    board.box(1860, 930, 1900, 992, SLATE, 8)
    board.box(1866, 940, 1894, 960, BLUSH)
    for x in (2060, 2098):
        board.box(x - 13, 944, x + 13, 992, (235, 236, 238), 6)
        board.box(x - 7, 934, x + 7, 946, CORAL, 2)


def _near_runners(board: Board) -> None:
    control_flag(board.at(1640, 1212), 330)
    for runner in NEAR:
        _run(board, runner)


def _foreground(board: Board) -> None:
    for x, y, w, ink in ((60, 1372, 330, STEEL), (240, 1390, 240, SLATE), (2330, 1380, 380, STEEL), (2130, 1392, 240, SLATE)):
        bush(board.at(x, y), w, ink)
    for x, y, size in ((470, 1330, 1.8), (1500, 1330, 2.0), (1740, 1290, 1.7), (1920, 1330, 2.0), (60, 1110, 1.6), (640, 1076, 1.4), (1290, 940, 1.3),
        (180, 1000, 1.3)):
        grass(board.at(x, y), size, SILVER if y < 1000 else GRAY)
