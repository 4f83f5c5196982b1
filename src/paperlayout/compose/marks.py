"""Marks in the line: 着重号, 专名号, 书名号甲式 and 注音 where their copy stands, line by line (typesetting §6.7). They move nothing."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paperlayout.geometry import Point
from paperlayout.issue.content import InlineMark
from paperlayout.kit import Kit
from paperlayout.page import GlyphRun, Rule, Tint
from paperlayout.setting.horizontal import StyledText, ink_of, set_display
from paperlayout.story.measured import SetBlock
from paperlayout.text.classes import HAN, char_class
from paperlayout.text.justify import LinePiece, SetLine
from paperlayout.units import Pt

CORNERS = 20
"""A dot is a polygon of so many corners: round at any size it is set in."""
WAVE_STEPS = 8
MIDDLE = 0.38
"""The middle of a 字 above its baseline, in em."""


@dataclass(frozen=True, slots=True)
class LineStand:
    """Where a line stands: the left end of its measure on the baseline, and the size it is set in."""

    at: Point
    size: Pt

    def x(self, em: float) -> Pt:
        return self.at.x + em * self.size

    def y(self, em: float) -> Pt:
        """So many em below the baseline."""
        return self.at.y + em * self.size


def marked(line: SetLine, source: SetBlock) -> Iterator[tuple[InlineMark, Sequence[LinePiece]]]:
    """The marks that have copy in a line, with its pieces."""
    for mark in source.marks:
        pieces = [p for p in line.pieces if mark.start <= p.start < mark.end]
        if pieces:
            yield mark, pieces


def underlines(line: SetLine, source: SetBlock, stand: LineStand, kit: Kit) -> Iterator[Tint | Rule]:
    """The dots, straight and wavy lines under a line of copy."""
    style, ink = kit.house.look.marks, ink_of(kit, "black")
    for mark, pieces in marked(line, source):
        x0, x1 = stand.x(pieces[0].x + style.line_inset), stand.x(pieces[-1].x + pieces[-1].width - style.line_inset)
        y = stand.y(style.line_drop)
        if mark.kind == "emphasis":
            dotted = (p for p in pieces if p.form == "full" and char_class(p.text[0]) in HAN)
            yield from (dot(Point(stand.x(p.x + p.width / 2), stand.y(style.dot_drop)), style.dot * stand.size, kit) for p in dotted)
        elif mark.kind == "name":
            yield Rule(Point(x0, y), Point(x1, y), style.line, ink)
        elif mark.kind == "title":
            yield Tint(tuple(_wave(x0, x1, y, stand.size, kit)), ink)


def dot(centre: Point, across: Pt, kit: Kit) -> Tint:
    """A round dot."""
    angles = (2 * math.pi * (i + 0.5) / CORNERS for i in range(CORNERS))
    return Tint(tuple(Point(centre.x + across / 2 * math.cos(a), centre.y + across / 2 * math.sin(a)) for a in angles), ink_of(kit, "black"))


def square(centre: Point, across: Pt, kit: Kit) -> Tint:
    """A square, as a list's marker and in ornamental breaks."""
    half = across / 2
    corners = ((-half, -half), (half, -half), (half, half), (-half, half))
    return Tint(tuple(Point(centre.x + x, centre.y + y) for x, y in corners), ink_of(kit, "black"))


def _wave(x0: Pt, x1: Pt, y: Pt, size: Pt, kit: Kit) -> Iterator[Point]:
    """A wavy line as a band: its upper edge there, its lower edge back, in whole half waves."""
    style = kit.house.look.marks
    halves = max(1, round((x1 - x0) / (style.wave_length * size / 2)))
    steps = halves * WAVE_STEPS
    edge = [(x0 + (x1 - x0) * i / steps, y - style.wave * size * math.sin(math.pi * i / WAVE_STEPS)) for i in range(steps + 1)]
    yield from (Point(x, at - style.line / 2) for x, at in edge)
    yield from (Point(x, at + style.line / 2) for x, at in reversed(edge))


def rubies(line: SetLine, source: SetBlock) -> tuple[tuple[str, str], ...]:
    """The bases with their 注音 in a line."""
    return tuple(("".join(p.text for p in pieces), mark.value) for mark, pieces in marked(line, source) if mark.kind == "ruby")


def ruby_runs(line: SetLine, source: SetBlock, stand: LineStand, kit: Kit) -> Iterator[GlyphRun]:
    """The 注音 over a line, each centred on its base."""
    style = kit.house.look.marks
    voice = replace(kit.house.look.voices.ruby, size=style.ruby * stand.size)
    for mark, pieces in marked(line, source):
        if mark.kind == "ruby":
            middle = (pieces[0].x + pieces[-1].x + pieces[-1].width) / 2
            yield from set_display(kit, (StyledText(mark.value, voice),), Point(stand.x(middle), stand.y(-style.ruby_rise)), 0.5)
