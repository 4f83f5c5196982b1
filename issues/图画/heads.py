"""Heads seen from the side (facing right), from behind and from the front; one unit is half a head."""

from __future__ import annotations

from dataclasses import dataclass

from canvas import Board, Point, arc, smooth
from palette import COAL, CORAL, INK, PAPER, RED, SILVER, SKIN, SKIN_SHADE, SLATE, Ink


@dataclass(frozen=True, slots=True)
class Head:
    """What a head looks like: hairdo, hat and complexion."""

    hairdo: str = "short"  # short, long, bob, bun, tail, bald
    hair: Ink = COAL
    hat: str = ""  # helmet, cap, nurse, band
    hat_ink: Ink = RED
    skin: Ink = SKIN
    shade: Ink = SKIN_SHADE
    features: bool = False
    mask: bool = False
    glasses: bool = False


SIDE_FACE: list[Point] = [
    (0.1, -1.0), (0.55, -0.84), (0.78, -0.45), (0.8, -0.1), (0.97, 0.2), (0.83, 0.33), (0.85, 0.5), (0.78, 0.62),
    (0.72, 0.88), (0.4, 1.0), (0.0, 0.86), (-0.35, 0.75), (-0.8, 0.35), (-0.86, -0.25), (-0.55, -0.82),
]  # fmt: skip
SIDE_HAIR: dict[str, list[Point]] = {
    "short": [
        (0.74, -0.66), (0.55, -1.0), (0.0, -1.18), (-0.62, -1.02), (-0.98, -0.4), (-0.92, 0.2), (-0.62, 0.62), (-0.5, 0.4),
        (-0.34, 0.05), (-0.02, -0.1), (0.1, 0.16), (0.18, -0.2), (0.34, -0.48),
    ],
    "bob": [
        (0.76, -0.6), (0.55, -1.0), (0.0, -1.2), (-0.66, -1.05), (-1.04, -0.4), (-1.08, 0.4), (-0.9, 0.98), (-0.3, 1.0),
        (0.08, 0.8), (0.16, 0.2), (0.3, -0.3), (0.5, -0.5),
    ],
    "long": [
        (0.76, -0.6), (0.55, -1.0), (0.0, -1.2), (-0.66, -1.05), (-1.04, -0.4), (-1.08, 0.6), (-1.15, 1.5), (-0.9, 2.15),
        (-0.35, 1.95), (-0.12, 1.1), (0.12, 0.3), (0.28, -0.3), (0.5, -0.5),
    ],
    "bun": [
        (0.76, -0.62), (0.5, -1.02), (0.0, -1.16), (-0.62, -1.02), (-0.96, -0.4), (-0.86, 0.15), (-0.55, 0.4), (-0.3, 0.05),
        (-0.02, -0.1), (0.1, 0.1), (0.2, -0.25), (0.4, -0.48),
    ],
}  # fmt: skip
SIDE_TAIL: list[Point] = [(-0.75, -0.75), (-1.25, -0.8), (-1.75, -0.35), (-2.0, 0.45), (-1.6, 0.2), (-1.3, -0.1), (-0.85, -0.2)]
BACK_HAIR: dict[str, list[Point]] = {
    "short": [(0.0, -1.12), (0.62, -0.95), (0.93, -0.4), (0.86, 0.2), (0.6, 0.62), (0.0, 0.72), (-0.6, 0.62), (-0.86, 0.2), (-0.93, -0.4), (-0.62, -0.95)],
    "bob": [(0.0, -1.14), (0.7, -0.95), (1.04, -0.3), (1.08, 0.6), (0.85, 1.02), (0.0, 1.1), (-0.85, 1.02), (-1.08, 0.6), (-1.04, -0.3), (-0.7, -0.95)],
    "long": [(0.0, -1.14), (0.7, -0.95), (1.02, -0.3), (1.08, 0.8), (1.12, 1.9), (0.6, 2.35), (0.0, 2.25), (-0.6, 2.35), (-1.12, 1.9), (-1.08, 0.8),
        (-1.02, -0.3), (-0.7, -0.95)],
}  # fmt: skip
FRONT_FRINGE: dict[str, list[Point]] = {
    "short": [(-0.88, 0.05), (-0.98, -0.5), (-0.6, -1.1), (0.1, -1.2), (0.75, -1.0), (0.98, -0.45), (0.88, 0.05), (0.76, -0.3), (0.6, -0.52), (0.0, -0.5),
        (-0.5, -0.66), (-0.74, -0.35)],
    "parted": [(-0.9, 0.35), (-1.0, -0.45), (-0.6, -1.1), (0.0, -1.18), (0.6, -1.1), (1.0, -0.45), (0.9, 0.35), (0.82, -0.12), (0.58, -0.5), (-0.1, -0.8),
        (-0.6, -0.46), (-0.82, -0.1)],
}  # fmt: skip


def side_head(board: Board, head: Head) -> None:
    """A head in profile, facing right."""
    if head.hairdo == "tail":
        board.blob(SIDE_TAIL, head.hair)
    if head.hairdo == "bun":
        board.disc(-1.0, -0.55, 0.42, head.hair)
    board.blob(SIDE_FACE, head.skin)
    if head.features:
        _side_features(board, head)
    if head.mask:
        board.poly([*smooth([(0.98, 0.12), (1.0, 0.55), (0.74, 0.95), (0.3, 0.85), (0.22, 0.42)], closed=False)], PAPER)
        board.line([(0.3, 0.5), (-0.1, 0.1)], 0.08, PAPER)
    if head.hairdo != "bald":
        board.blob(SIDE_HAIR.get(head.hairdo, SIDE_HAIR["bun"]), head.hair)
    if head.hairdo not in ("bob", "long"):
        board.oval(-0.12, 0.12, 0.16, 0.24, head.shade)
    _side_hat(board, head)


def _side_features(board: Board, head: Head) -> None:
    board.oval(0.5, 0.0, 0.075, 0.12, INK)
    board.line([(0.38, -0.27), (0.66, -0.27)], 0.08, head.hair)
    if not head.mask:
        board.line(smooth([(0.78, 0.56), (0.64, 0.6), (0.54, 0.5)], closed=False), 0.07, head.shade)
    if head.glasses:
        board.line([(0.3, 0.02), (-0.1, 0.0)], 0.07, INK)


def _side_hat(board: Board, head: Head) -> None:
    ink = head.hat_ink
    if head.hat == "helmet":
        board.poly(arc(-0.06, -0.38, (1.06, 0.98), (180, 360)), ink)
        board.limb([(-1.08, -0.36, 0.1), (0.95, -0.36, 0.11), (1.34, -0.3, 0.07)], ink)
        board.poly([*arc(-0.06, -0.38, (0.3, 1.08), (180, 360))], ink)
        board.line([(-0.95, -0.2), (0.8, -0.2)], 0.1, COAL)
    elif head.hat == "cap":
        board.poly([*arc(-0.06, -0.42, (0.98, 0.8), (180, 360))], ink)
        board.limb([(0.6, -0.46, 0.1), (1.42, -0.34, 0.07)], ink)
    elif head.hat == "band":
        board.poly([(0.8, -0.62), (0.8, -0.4), (-0.94, -0.2), (-0.98, -0.44)], ink)
    elif head.hat == "nurse":
        board.poly([(-0.66, -0.84), (-0.85, -1.35), (0.5, -1.5), (0.5, -0.98)], PAPER)


def back_head(board: Board, head: Head) -> None:
    """A head seen from behind."""
    for x in (-0.88, 0.88):
        board.oval(x, 0.12, 0.16, 0.25, head.shade)
    board.oval(0, 0, 0.86, 1.0, head.skin)
    board.blob(BACK_HAIR.get(head.hairdo, BACK_HAIR["short"]), head.hair)
    if head.hairdo == "tail":
        board.blob([(-0.22, -0.5), (0.22, -0.5), (0.36, 0.6), (0.12, 1.75), (-0.16, 1.75), (-0.36, 0.6)], head.hair)
        board.box(-0.24, -0.5, 0.24, -0.3, RED, 0.08)
    if head.hairdo == "bun":
        board.disc(0, -1.1, 0.45, head.hair)
    if head.hat == "helmet":
        board.poly(arc(0, -0.32, (1.06, 1.02), (180, 360)), head.hat_ink)
        board.limb([(-1.06, -0.3, 0.1), (1.06, -0.3, 0.1)], head.hat_ink)
        board.poly(arc(0, -0.32, (0.28, 1.12), (180, 360)), head.hat_ink)
        board.line([(-0.92, -0.14), (0.92, -0.14)], 0.1, COAL)
    elif head.hat == "cap":
        board.poly(arc(0, -0.3, (0.97, 0.88), (180, 360)), head.hat_ink)
        board.poly(arc(0, -0.3, (0.34, 0.3), (180, 360)), head.hair)


def front_head(board: Board, head: Head) -> None:
    """A head seen from the front."""
    if head.hairdo in ("bob", "long"):
        board.blob(BACK_HAIR[head.hairdo], head.hair)
        board.limb([(0, 0.8, 0.42), (0, 1.35, 0.46)], head.shade)
    if head.hairdo == "bun":
        board.disc(0, -1.15, 0.45, head.hair)
    for x in (-0.86, 0.86):
        board.oval(x, 0.08, 0.15, 0.24, head.shade)
    board.blob([(0, -1.0), (0.62, -0.8), (0.84, -0.1), (0.74, 0.5), (0.38, 0.92), (0, 1.02), (-0.38, 0.92), (-0.74, 0.5), (-0.84, -0.1),
        (-0.62, -0.8)], head.skin)
    if head.features:
        _front_features(board, head)
    if head.mask:
        board.blob([(-0.76, 0.2), (0, 0.12), (0.76, 0.2), (0.7, 0.62), (0.4, 0.94), (0, 1.04), (-0.4, 0.94), (-0.7, 0.62)], PAPER)
        for y in (0.42, 0.62):
            board.line([(-0.42, y), (0.42, y)], 0.05, SILVER)
    if head.hairdo != "bald":
        fringe = "parted" if head.hairdo in ("bob", "long", "bun", "tail") else "short"
        board.blob(FRONT_FRINGE[fringe], head.hair)
    _front_hat(board, head)


def _front_features(board: Board, head: Head) -> None:
    for x in (-0.34, 0.34):
        board.oval(x, 0.0, 0.085, 0.115, INK)
        outer = 1 if x > 0 else -1
        board.line(smooth([(x - 0.13 * outer, -0.3), (x + 0.03 * outer, -0.33), (x + 0.17 * outer, -0.23)], closed=False), 0.08, head.hair)
        if head.glasses:
            ring = arc(x, 0.02, (0.25, 0.22), (0, 360))
            board.line(ring, 0.08, SLATE)
    if head.glasses:
        board.line([(-0.1, 0.0), (0.1, 0.0)], 0.08, SLATE)
    if not head.mask:
        board.line(smooth([(0.0, 0.1), (0.09, 0.3), (-0.04, 0.34)], closed=False), 0.08, head.shade)
        board.line(smooth([(-0.24, 0.55), (0.0, 0.65), (0.24, 0.55)], closed=False), 0.095, head.shade if head.skin != SKIN else (196, 96, 86))


def _front_hat(board: Board, head: Head) -> None:
    if head.hat == "helmet":
        board.poly(arc(0, -0.38, (1.04, 0.98), (180, 360)), head.hat_ink)
        board.blob([(-1.12, -0.36), (-0.6, -0.52), (0.6, -0.52), (1.12, -0.36), (0.6, -0.26), (0, -0.22), (-0.6, -0.26)], head.hat_ink)
        board.poly(arc(0, -0.38, (0.26, 1.08), (180, 360)), head.hat_ink)
        board.line(smooth([(-0.98, -0.3), (-0.5, -0.22), (0, -0.18), (0.5, -0.22), (0.98, -0.3)], closed=False), 0.09, COAL)
    elif head.hat == "cap":
        board.poly(arc(0, -0.4, (0.94, 0.82), (180, 360)), head.hat_ink)
        board.blob([(-0.8, -0.42), (0, -0.54), (0.8, -0.42), (0.5, -0.24), (-0.5, -0.24)], head.hat_ink)
    elif head.hat == "nurse":
        board.poly([(-0.62, -0.86), (-0.74, -1.42), (0.0, -1.55), (0.74, -1.42), (0.62, -0.86), (0, -0.98)], PAPER)
        board.poly([(-0.71, -1.28), (0, -1.4), (0.71, -1.28), (0.67, -1.08), (0, -1.2), (-0.67, -1.08)], CORAL)
