"""What the hall shows: framed portraits of craftsmen, and the pieces on the plinths."""

from __future__ import annotations

import math
from dataclasses import dataclass

from canvas import Board, Point, sheet, smooth
from heads import Head, front_head
from palette import ASH, BLUSH, COAL, DEEP_RED, FOG, GRAY, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, TAN, TAN_SHADE, Ink, dim


@dataclass(frozen=True, slots=True)
class Sitter:
    """A craftsman whose portrait hangs on the wall."""

    head: Head
    coat: Ink
    ground: Ink
    shirt: Ink = PAPER


SITTERS = (
    Sitter(Head(hat="helmet", features=True), SLATE, ROSE),
    Sitter(Head(hairdo="bob", features=True), RED, ASH, PALE),
    Sitter(Head(hairdo="short", hair=STEEL, features=True, glasses=True, skin=TAN, shade=TAN_SHADE), COAL, SILVER),
    Sitter(Head(hat="cap", hat_ink=SLATE, features=True), STEEL, BLUSH, ROSE),
    Sitter(Head(hairdo="bun", features=True), SALMON, FOG),
    Sitter(Head(hat="helmet", hat_ink=SALMON, features=True, skin=TAN, shade=TAN_SHADE), GRAY, PALE, RED),
    Sitter(Head(hairdo="short", features=True), COAL, ROSE),
)


def portrait(sitter: Sitter) -> Board:
    """A framed portrait with its caption strip, as a flat sheet."""
    board = sheet(240, 330, COAL)
    board.box(9, 9, 231, 321, PAPER)
    board.box(20, 20, 220, 238, sitter.ground)
    board.disc(120, 150, 92, dim(sitter.ground, 104))
    bust = board.at(120, 128, 52)
    bust.limb([(0, 0.7, 0.4), (0, 1.3, 0.44)], sitter.head.shade)
    shoulders = [(-1.78, 2.13), (-1.72, 1.75), (-1.3, 1.42), (-0.5, 1.16), (0, 1.26), (0.5, 1.16), (1.3, 1.42), (1.72, 1.75), (1.78, 2.13)]
    bust.poly(smooth(shoulders, closed=False), sitter.coat)
    bust.poly([(-0.46, 1.12), (0.46, 1.12), (0, 1.85)], sitter.shirt)
    bust.poly([(-0.5, 1.1), (-0.72, 1.34), (-0.24, 1.72), (0, 1.9)], dim(sitter.coat, 85))
    bust.poly([(0.5, 1.1), (0.72, 1.34), (0.24, 1.72), (0, 1.9)], dim(sitter.coat, 85))
    front_head(bust, sitter.head)
    board.box(9, 238, 231, 321, PAPER)
    board.box(20, 252, 34, 309, RED)
    board.box(46, 254, 150, 274, COAL)
    board.box(46, 288, 214, 297, SILVER)
    board.box(46, 302, 186, 311, SILVER)
    return board


def gear(board: Board, radius: float, teeth: int, ink: Ink, hole: Ink | None) -> None:
    """A cog wheel around the origin."""
    rim: list[Point] = []
    for tooth in range(teeth):
        base = 360 / teeth * tooth
        for turn, reach in ((-0.30, 0.82), (-0.19, 1.0), (0.19, 1.0), (0.30, 0.82)):
            a = math.radians(base + 360 / teeth * turn)
            rim.append((radius * reach * math.cos(a), radius * reach * math.sin(a)))
    board.poly(rim, ink)
    if hole:
        board.disc(0, 0, radius * 0.42, hole)


def vase(top: Board) -> None:
    """A red-glazed vase on a plinth."""
    top.oval(0, 0, 15, 3, GRAY)
    body: list[Point] = [(-8, 0), (-12, -6), (-19, -22), (-17, -36), (-8, -45), (-6.5, -52), (-10, -57), (10, -57), (6.5, -52), (8, -45), (17, -36),
        (19, -22), (12, -6), (8, 0)]
    top.poly(smooth(body, closed=False), RED)
    top.poly(smooth([(9, -3), (14, -14), (14, -30), (5, -45), (9, -44), (17, -36), (19, -22), (13, -6)]), DEEP_RED)
    for y, w in ((-24, 18.6), (-31, 18.2)):
        top.line(smooth([(-w, y), (0, y + 3.5), (w, y)], closed=False), 1.8, BLUSH)
    top.oval(0, -57, 10, 2.4, DEEP_RED)


def gear_piece(top: Board) -> None:
    """A machined gear on its foot."""
    top.poly([(-18, 0), (18, 0), (11, -9), (-11, -9)], COAL)
    gear(top.at(0, -33), 28, 12, STEEL, None)
    gear(top.at(-2.5, -34), 28, 12, SILVER, None)
    top.disc(-2.5, -34, 16, GRAY)
    top.disc(-2.5, -34, 9, PAPER)
    top.disc(-2.5, -34, 5.5, COAL)


def tools(top: Board) -> None:
    """A wrench and a hammer, crossed."""
    top.poly([(-19, 0), (19, 0), (13, -6), (-13, -6)], COAL)
    hammer = top.at(-1, -4, turn=24)
    hammer.box(-2.3, -52, 2.3, 0, SALMON, 2)
    hammer.box(-13, -60, 11, -48, COAL, 2)
    wrench = top.at(2, -4, turn=-26)
    wrench.box(-2.8, -46, 2.8, 0, STEEL, 2.5)
    wrench.disc(0, -50, 9.5, STEEL)
    wrench.poly([(-4, -62), (4, -62), (4.6, -50), (-4.6, -50)], (228, 226, 226))


def glass(top: Board, half: float, height: float) -> None:
    """The glass case over a piece."""
    top.poly([(-half, 0), (half, 0), (half, -height), (-half, -height)], (244, 240, 240), 0.2)
    for x in (-half, half):
        top.box(x - 1.1, -height, x + 1.1, 0, STEEL)
    top.box(-half - 1.1, -height - 2.2, half + 1.1, -height, STEEL)
    top.poly([(-half + 6, -height + 5), (-half + 14, -height + 5), (-half + 4, -height * 0.45), (-half + 4, -height * 0.62)], PAPER, 0.8)
