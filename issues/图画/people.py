"""Flat people, one hundred units tall, feet at the origin, y growing downwards."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from canvas import Board, Point, smooth
from heads import Head, back_head, front_head, side_head
from palette import COAL, GRAY, INK, PAPER, RED, SLATE, Ink, dim

HEAD = 8.0
THIGH, SHIN, TRUNK, UPPER_ARM, FOREARM = 23.5, 22.5, 31.0, 16.0, 15.5


@dataclass(frozen=True, slots=True)
class Wear:
    """What somebody wears."""

    head: Head = field(default_factory=Head)
    top: Ink = GRAY
    sleeve: Ink | None = None
    bottom: Ink = COAL
    shoes: Ink = INK
    vest: Ink | None = None
    pack: Ink | None = None
    bib: str = ""
    skirt: bool = False
    bare: bool = False  # shorts and short sleeves
    stripes: Ink | None = None
    collar: Ink | None = None


Arm = tuple[float, float]  # swing of upper arm and forearm, degrees forward from hanging


@dataclass(frozen=True, slots=True)
class Stance:
    """A pose in profile: every angle is in degrees forward from hanging straight down."""

    near_arm: Arm = (-4.0, 8.0)
    far_arm: Arm = (8.0, 20.0)
    near_leg: Arm = (-3.0, -5.0)
    far_leg: Arm = (5.0, 1.0)
    lean: float = 2.0
    nod: float = 0.0
    lift: float = 0.0


def swing(start: Point, angle: float, length: float) -> Point:
    """The far end of a bone hung at start and swung forward by angle."""
    a = math.radians(angle)
    return start[0] + length * math.sin(a), start[1] + length * math.cos(a)


def side(board: Board, wear: Wear, stance: Stance) -> None:
    """A person in profile, facing right."""
    reach = max(_drop(stance.near_leg), _drop(stance.far_leg))
    hip = (0.0, -reach - 3.2 - stance.lift)
    chest = swing(hip, 180 - stance.lean, TRUNK)
    shoulder = swing(hip, 180 - stance.lean, TRUNK - 3.5)
    far = _darker(wear)
    _side_arm(board, far, (shoulder[0] + 1, shoulder[1]), stance.far_arm)
    _side_leg(board, far, hip, stance.far_leg)
    _side_leg(board, wear, hip, stance.near_leg)
    if wear.pack:
        spine = board.at(*hip, turn=stance.lean)
        spine.blob([(-5, -29), (-12.5, -28), (-14, -18), (-12.5, -8), (-5, -7)], wear.pack)
    _side_trunk(board.at(*hip, turn=stance.lean), wear)
    neck = swing(hip, 180 - stance.lean, TRUNK + 4)
    board.limb([(*chest, 3.0), (neck[0] + 0.6, neck[1], 2.8)], wear.head.shade)
    skull = swing(chest, 180 - stance.lean - 3, 10.4)
    side_head(board.at(skull[0] + 0.6, skull[1], HEAD, turn=stance.lean * 0.5 + stance.nod), wear.head)
    _side_arm(board, wear, shoulder, stance.near_arm)


def _drop(leg: Arm) -> float:
    return swing(swing((0, 0), leg[0], THIGH), leg[1], SHIN)[1]


def _darker(wear: Wear) -> Wear:
    head = replace(wear.head, skin=wear.head.shade)
    return replace(wear, head=head, bottom=dim(wear.bottom, 80), sleeve=dim(wear.sleeve or wear.top, 84))


def _side_trunk(spine: Board, wear: Wear) -> None:
    spine.limb([(0, -6, 6.6), (0.3, -13, 6.4), (0.6, -22.5, 7.3), (-0.4, -27.6, 4.8)], wear.top)
    spine.box(-6.7, -7, 6.7, 2.5, wear.top, 1.5)
    if wear.skirt:
        spine.poly([(-6.6, -6), (6.8, -6), (9.5, 13), (-9.5, 13)], wear.bottom)
    if wear.stripes:
        spine.poly([(-6.4, -14), (6.7, -14), (6.5, -11), (-6.3, -11)], wear.stripes)
    if wear.vest:
        spine.limb([(0, -6, 6.9), (0.3, -13, 6.7), (0.6, -22, 7.5), (-0.2, -26, 5.2)], wear.vest)
        spine.box(-6.9, -7, 6.9, 1.5, wear.vest, 1.5)
        spine.poly([(-6.7, -13.5), (7.0, -13.5), (7.0, -10.8), (-6.7, -10.8)], PAPER)
    if wear.bib:
        spine.poly([(0.2, -24), (7.9, -24), (7.3, -12), (0.4, -12)], PAPER)
        spine.word(wear.bib, 4.0, -18, 6.6, INK)


def _side_arm(board: Board, wear: Wear, shoulder: Point, arm: Arm) -> None:
    sleeve = wear.sleeve or dim(wear.top, 93)
    elbow = swing(shoulder, arm[0], UPPER_ARM)
    hand = swing(elbow, arm[1], FOREARM)
    if wear.bare:
        mid = swing(shoulder, arm[0], UPPER_ARM * 0.62)
        board.limb([(*shoulder, 3.2), (*elbow, 2.6), (*hand, 2.1)], wear.head.skin)
        board.limb([(*shoulder, 4.1), (*mid, 3.7)], sleeve)
    else:
        cuff = swing(elbow, arm[1], FOREARM * 0.86)
        board.disc(*hand, 2.7, wear.head.skin)
        board.limb([(*shoulder, 4.1), (*elbow, 3.3), (*cuff, 2.7)], sleeve)
    board.limb([(*hand, 2.5), (*swing(hand, arm[1] + 12, 2.2), 1.9)], wear.head.skin)


def _side_leg(board: Board, wear: Wear, hip: Point, leg: Arm) -> None:
    knee = swing(hip, leg[0], THIGH)
    ankle = swing(knee, leg[1], SHIN)
    skin = wear.head.skin
    if wear.bare or wear.skirt:
        board.limb([(*hip, 5.2), (*knee, 3.8), (*swing(knee, leg[1] - 6, SHIN * 0.35), 3.7), (*ankle, 2.2)], skin)
        if not wear.skirt:
            board.limb([(*hip, 6.5), (*swing(hip, leg[0], THIGH * 0.66), 5.4)], wear.bottom)
        else:
            board.limb([(*hip, 6.0), (*swing(hip, leg[0], THIGH * 0.4), 5.2)], wear.bottom)
    else:
        board.limb([(*hip, 6.5), (*knee, 4.5), (*ankle, 3.2)], wear.bottom)
    foot = board.at(*ankle, turn=-max(min(leg[1], 55), -75) * 0.85)
    foot.limb([(-0.8, 1.4, 2.3), (2.8, 1.9, 1.9), (6.6, 2.3, 1.5)], wear.shoes)
    foot.poly([(-2.9, 2.2), (7.6, 2.2), (7.9, 3.8), (-2.9, 3.8)], wear.shoes if wear.shoes != RED else PAPER)


@dataclass(frozen=True, slots=True)
class Bearing:
    """A pose seen from the front or behind: elbows and hands, left and right, and the spread of the feet."""

    left: tuple[Point, Point] = ((-14.4, -64.0), (-13.6, -49.0))
    right: tuple[Point, Point] = ((14.4, -64.0), (13.6, -49.0))
    feet: tuple[float, float] = (-5.4, 5.4)
    tilt: float = 0.0
    front: bool = False
    arms_over: bool = True


BEHIND_BACK = Bearing(left=((-15.0, -65.0), (-2.5, -54.0)), right=((15.0, -65.0), (2.5, -55.5)))
RELAXED = Bearing()
WIDE = Bearing(feet=(-7.0, 7.4))
FOLDED = Bearing(left=((-15.2, -66.0), (-5.0, -66.0)), right=((15.2, -66.0), (5.0, -66.0)), arms_over=False)
POINTING = Bearing(right=((20.5, -82.0), (33.0, -92.0)))
PHOTO = Bearing(left=((-14.5, -68.0), (-5.0, -78.0)), right=((14.5, -68.0), (5.0, -78.0)), arms_over=False)

UPRIGHT_TRUNK: list[Point] = [
    (-3.2, -85.2), (-6.0, -83.6), (-11.2, -80.8), (-12.8, -77.0), (-11.0, -66.0), (-9.8, -58.0), (-10.6, -47.5),
    (10.6, -47.5), (9.8, -58.0), (11.0, -66.0), (12.8, -77.0), (11.2, -80.8), (6.0, -83.6), (3.2, -85.2),
]  # fmt: skip


def upright(board: Board, wear: Wear, bearing: Bearing) -> None:
    """A person standing, seen from behind or, if so posed, from the front."""
    if not bearing.arms_over:
        _upright_arms(board, wear, bearing)
    for sign, foot in zip((-1, 1), bearing.feet, strict=True):
        _upright_leg(board, wear, sign, foot, bearing.front)
    board.limb([(0, -80, 3.6), (0, -88, 3.4)], wear.head.shade)
    _upright_trunk(board, wear, bearing.front)
    if bearing.arms_over:
        _upright_arms(board, wear, bearing)
    draw_head = front_head if bearing.front else back_head
    draw_head(board.at(0, -92.0, HEAD, turn=bearing.tilt), wear.head)


def _upright_leg(board: Board, wear: Wear, sign: int, foot: float, front: bool) -> None:
    hip, knee = (sign * 5.0, -49.0), ((sign * 5.0 + foot) / 2, -26.5)
    length = 6.4 if front else 5.2
    board.limb([(foot, -2.6, 2.5), (foot + sign * 1.0, -2.2 + (0.8 if front else 0), 2.6)], wear.shoes)
    board.box(foot - 3.2 + sign * 0.5, -3.0, foot + 3.2 + sign * 0.8, length - 5.2, wear.shoes, 1.2)
    if wear.skirt or wear.bare:
        board.limb([(*hip, 5.2), (*knee, 3.7), (knee[0] * 0.4 + foot * 0.6, -18, 3.6), (foot, -4, 2.2)], wear.head.skin)
        if wear.bare:
            board.limb([(*hip, 5.8), (knee[0], -31.0, 5.2)], wear.bottom)
    else:
        board.limb([(*hip, 5.7), (*knee, 4.5), (foot, -4.6, 3.6)], wear.bottom)


def _upright_trunk(board: Board, wear: Wear, front: bool) -> None:
    if wear.skirt:
        board.poly([(-9.8, -55), (9.8, -55), (13.2, -29), (-13.2, -29)], wear.bottom)
    else:
        board.poly([(-10.4, -52), (10.4, -52), (10.8, -46), (-10.8, -46)], wear.bottom)
    board.poly(smooth(UPRIGHT_TRUNK, closed=False), wear.top)
    if wear.stripes:
        board.poly([(-11.4, -65.5), (11.4, -65.5), (10.6, -61.5), (-10.6, -61.5)], wear.stripes)
    if wear.vest:
        board.blob([(-4, -84), (-8.6, -81), (-9.4, -70), (-10.8, -60), (-10.6, -49), (0, -48), (10.6, -49), (10.8, -60), (9.4, -70), (8.6, -81), (4, -84),
            (0, -80)], wear.vest)
        board.poly([(-10.6, -62.5), (10.6, -62.5), (10.7, -58.5), (-10.7, -58.5)], PAPER)
    if wear.collar:
        peak = -76.5 if front else -82
        board.poly([(-4.6, -85.2), (4.6, -85.2), (5.2, -82.5), (0, peak), (-5.2, -82.5)], wear.collar)
    if wear.pack and not front:
        board.box(-8.6, -80, 8.6, -54, wear.pack, 4.5)
        board.box(-6.2, -66, 6.2, -57, SLATE, 2)
        board.box(-2.5, -83, 2.5, -79, wear.pack, 1.5)
    if wear.bib:
        board.box(-7.5, -76, 7.5, -61, PAPER)
        board.word(wear.bib, 0, -68.5, 8.5, INK)


def _upright_arms(board: Board, wear: Wear, bearing: Bearing) -> None:
    sleeve = wear.sleeve or dim(wear.top, 93)
    for sign, (elbow, hand) in ((-1, bearing.left), (1, bearing.right)):
        shoulder = (sign * 10.3, -76.9)
        cuff = (hand[0] * 0.86 + elbow[0] * 0.14, hand[1] * 0.86 + elbow[1] * 0.14)
        board.limb([(*hand, 2.7), (hand[0] * 1.08 - elbow[0] * 0.08, hand[1] * 1.12 - elbow[1] * 0.12, 2.3)], wear.head.skin)
        if wear.bare:
            mid = ((shoulder[0] + elbow[0]) / 2, (shoulder[1] + elbow[1]) / 2)
            board.limb([(*shoulder, 3.2), (*elbow, 2.7), (*hand, 2.2)], wear.head.skin)
            board.limb([(*shoulder, 4.0), (*mid, 3.8)], sleeve)
        else:
            board.limb([(*shoulder, 4.0), (*elbow, 3.4), (*cuff, 2.9)], sleeve)


def ground_shadow(board: Board, width: float, ink: Ink) -> None:
    """The soft oval a person stands on."""
    board.oval(2.0, 0.2, width, width * 0.17, ink)
