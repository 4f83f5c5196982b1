"""What stands about in rooms and streets: walls and floors, windows, banners, tables, lamps, clocks, shelves, cups, balls."""

from __future__ import annotations

import math
from collections.abc import Sequence

from canvas import Board, Point, arc, smooth
from heads import Head, front_head
from palette import ASH, BLUSH, COAL, CORAL, FOG, GRAY, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, TAN, TAN_SHADE, Ink, dim

WALL: Ink = (234, 232, 231)
FLOOR: Ink = (216, 210, 208)
SHADE: Ink = (200, 194, 191)
FACES = (
    Head(features=True), Head(hairdo="bob", features=True), Head(hat="cap", features=True), Head(features=True, skin=TAN, shade=TAN_SHADE),
    Head(hairdo="tail", features=True), Head(hair=GRAY, features=True), Head(hat="helmet", hat_ink=SALMON, features=True, skin=TAN, shade=TAN_SHADE),
)  # fmt: skip
BOOKS = (RED, SLATE, SALMON, COAL, GRAY, CORAL, STEEL, ROSE, SILVER)


def room(board: Board, size: Point, horizon: float, wall: Ink = WALL) -> None:
    """A wall over a floor that meet at the horizon, with a skirting."""
    width, height = size
    board.box(-5, -5, width + 5, horizon, wall)
    board.box(-5, horizon, width + 5, height + 5, FLOOR)
    board.box(-5, horizon - 16, width + 5, horizon, GRAY)
    board.box(-5, horizon, width + 5, horizon + 10, SHADE)


def planks(board: Board, size: Point, horizon: float) -> None:
    """Floor boards running away to a point above the horizon."""
    width, height = size
    for i in range(-8, 9):
        x = width / 2 + i * width * 0.09
        foot = width / 2 + i * width * 0.2
        board.line([(x, horizon + 12), (foot, height + 4)], 3, SHADE)


def window(board: Board, width: float, height: float, sky: Ink = BLUSH) -> None:
    """A window of four panes around its middle, on the origin."""
    w, h = width / 2, height / 2
    board.box(-w - 9, -h - 9, w + 9, h + 9, PAPER)
    board.box(-w, -h, w, h, sky)
    board.poly([(-w, h), (-w, h * 0.2), (w * 0.2, -h), (w * 0.75, -h)], dim(sky, 104), 0.8)
    board.box(-4, -h, 4, h, PAPER)
    board.box(-w, -4, w, 4, PAPER)
    board.box(-w - 20, h + 9, w + 20, h + 22, SILVER)


def banner(board: Board, width: float, text: str, size: float) -> None:
    """A red banner with lettering, hung round the origin."""
    w, h = width / 2, size * 0.86
    for x in (-w + 14, w - 14):
        board.line([(x, -h - 40), (x, -h)], 4, SLATE)
    board.box(-w, -h, w, h, RED)
    board.box(-w, h - 9, w, h, dim(RED, 82))
    board.word(text, 0, -3, size, PAPER)


def clock(board: Board, radius: float, hour: float) -> None:
    """A wall clock that shows the hour (10.33 is twenty past ten)."""
    board.disc(0, 0, radius, COAL)
    board.disc(0, 0, radius * 0.86, PAPER)
    for i in range(12):
        a = math.radians(30 * i)
        board.disc(radius * 0.7 * math.sin(a), -radius * 0.7 * math.cos(a), radius * (0.07 if i % 3 == 0 else 0.04), SLATE)
    for turn, reach, width in ((30 * hour, 0.44, 0.12), (360 * (hour % 1), 0.64, 0.08)):
        a = math.radians(turn)
        board.line([(0, 0), (radius * reach * math.sin(a), -radius * reach * math.cos(a))], radius * width, INK)
    board.disc(0, 0, radius * 0.09, RED)


def table(board: Board, width: float, height: float, ink: Ink = SLATE) -> None:
    """A table seen from the front; the origin is the middle of its foot."""
    w = width / 2
    board.oval(0, 4, w * 1.04, height * 0.11, SHADE)
    for x in (-w * 0.9, w * 0.9):
        board.box(x - 9, -height, x + 9, 0, dim(ink, 78))
    board.box(-w, -height - 16, w, -height + 8, ink, 7)
    board.box(-w * 0.94, -height + 8, w * 0.94, -height + 24, dim(ink, 82))


def counter(board: Board, width: float, height: float, text: str = "", size: float = 0.0) -> None:
    """A counter with a dark top and a red foot; the origin is the middle of its foot."""
    w = width / 2
    board.oval(0, 6, w * 1.05, height * 0.1, SHADE)
    board.box(-w, -height, w, 0, PAPER)
    board.box(-w, -height, w, -height * 0.84, FOG)
    board.box(-w, -height * 0.14, w, 0, RED)
    board.box(-w - 24, -height - 24, w + 24, -height + 6, COAL, 9)
    if text:
        board.word(text, 0, -height * 0.48, size, COAL)


def stool(board: Board, height: float, ink: Ink = RED) -> None:
    """A round stool, its foot at the origin."""
    board.box(-height * 0.09, -height, height * 0.09, 0, STEEL)
    board.box(-height * 0.5, -height * 0.08, height * 0.5, 0, STEEL, height * 0.04)
    board.box(-height * 0.6, -height * 1.08, height * 0.6, -height * 0.92, ink, height * 0.07)


def lamp(board: Board, drop: float, radius: float) -> None:
    """A hanging lamp with its pool of light; the origin is where its wire meets the ceiling."""
    board.poly([(-radius * 0.9, drop), (radius * 0.9, drop), (radius * 4.2, drop + radius * 9), (-radius * 4.2, drop + radius * 9)], PALE, 0.45)
    board.line([(0, 0), (0, drop - radius * 0.7)], 5, COAL)
    board.poly(arc(0, drop, (radius, radius * 0.86), (180, 360)), RED)
    board.oval(0, drop, radius, radius * 0.18, PALE)


def books(board: Board, width: float, height: float, start: int = 0) -> None:
    """Books standing on a shelf: from the origin to the right, upwards."""
    x, i = 0.0, start
    while x < width - height * 0.12:
        thick = height * (0.13 + 0.05 * ((i * 7) % 4))
        tall = height * (0.72 + 0.07 * ((i * 5) % 4))
        board.box(x, -tall, min(x + thick, width), 0, BOOKS[i % len(BOOKS)])
        board.box(x + thick * 0.25, -tall * 0.84, min(x + thick * 0.75, width), -tall * 0.7, PALE)
        x += thick + height * 0.015
        i += 1


def bookcase(board: Board, width: float, height: float, rows: int) -> None:
    """A bookcase full of books; the origin is the left end of its foot."""
    board.box(-10, -height - 10, width + 10, 0, COAL)
    step = height / rows
    for row in range(rows):
        floor = -row * step
        board.box(4, floor - step + 8, width - 4, floor - 6, SILVER)
        books(board.at(10, floor - 6), (width - 20) * (1.0 if row % 2 else 0.82), step * 0.86, row * 3)


def cup(board: Board, height: float, ink: Ink = PAPER) -> None:
    """A drinking cup with tea, its foot at the origin."""
    w = height * 0.36
    board.poly([(-w, -height), (w, -height), (w * 0.74, 0), (-w * 0.74, 0)], ink)
    board.box(-w, -height, w, -height * 0.82, dim(ink, 88))


def sheaf(board: Board, width: float, lines: int = 4) -> None:
    """A written sheet of paper lying round the origin."""
    w, h = width / 2, width * 0.62
    board.box(-w, -h, w, h, PAPER)
    for i in range(lines):
        y = -h * 0.6 + i * h * 1.2 / max(1, lines - 1)
        board.box(-w * 0.72, y - 2, w * (0.72 if i % 2 else 0.4), y + 2, GRAY)


def sun(board: Board, radius: float, rays: int = 12) -> None:
    """A hot sun with rays round the origin."""
    for i in range(rays):
        a = 2 * math.pi * i / rays
        inner, outer = radius * 1.22, radius * (1.52 if i % 2 else 1.4)
        board.line([(inner * math.cos(a), inner * math.sin(a)), (outer * math.cos(a), outer * math.sin(a))], radius * 0.13, SALMON)
    board.disc(0, 0, radius, RED)
    board.disc(0, 0, radius * 0.8, CORAL)


def cloud(board: Board, width: float, ink: Ink = PAPER) -> None:
    """A flat cloud round the origin."""
    unit = width / 300
    for x0, x1, y in ((-150, 60, 0), (-90, 150, 26), (-40, 90, -26)):
        board.limb([(x0 * unit, y * unit, 13 * unit), (x1 * unit, y * unit, 13 * unit)], ink)


def bird(board: Board, span: float = 60.0) -> None:
    """A gull far off, round the origin."""
    unit = board.at(0, 0, span / 60)
    unit.line(smooth([(-30, -10), (-14, -16), (0, 0), (14, -16), (30, -10)], closed=False), 6, STEEL)


def awning(board: Board, width: float, depth: float, stripes: int) -> None:
    """A striped awning with a scalloped edge; the origin is the middle of its upper edge."""
    left, part = -width / 2, width / stripes
    for i in range(stripes):
        x, ink = left + i * part, RED if i % 2 == 0 else PALE
        board.box(x, 0, x + part, depth, ink)
        board.poly(arc(x + part / 2, depth, (part / 2, depth * 0.42), (0, 180)), dim(ink, 92))
    board.box(left - 8, -12, -left + 8, 6, COAL, 5)


def pennants(board: Board, points: Sequence[Point], size: float) -> None:
    """A line of little flags along a sagging string."""
    string = smooth(points, closed=False)
    board.line(string, 4, STEEL)
    for i, (x, y) in enumerate(string[6::8]):
        board.poly([(x - size * 0.4, y), (x + size * 0.4, y), (x, y + size)], (RED, PAPER, SALMON, STEEL)[i % 4])


def crowd(board: Board, width: float, heads: int, radius: float) -> None:
    """The faces of onlookers in a row from the origin to the right."""
    for i in range(heads):
        x = width * (i + 0.5) / heads
        y = radius * 0.4 * math.sin(i * 2.4)
        dress = (ASH, ROSE, GRAY, SALMON, SLATE)[i % 5]
        board.limb([(x - radius * 0.8, y + radius * 2.3, radius * 0.7), (x + radius * 0.8, y + radius * 2.3, radius * 0.7)], dress)
        front_head(board.at(x, y, radius * 0.92, turn=(i % 3 - 1) * 6), FACES[i % len(FACES)])
