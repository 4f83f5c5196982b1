"""A chosen head drawn: tab, kicker, headline, deck and byline as frames at their place on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block
from paperlayout.heads.variant import Divider, HeadLine, HeadVariant, LineKind, VerticalLine
from paperlayout.issue.content import Article
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Rule, Tint, cells_of, with_paragraph
from paperlayout.setting.horizontal import ink_of, set_display
from paperlayout.setting.vertical import set_vertical
from paperlayout.units import Pt

BAR_WIDTH = 2.6
"""Of the red bar before a kicker, in points."""


def head_frames(head: HeadVariant, article: Article, rank: int, block: Block, area: Rect, kit: Kit) -> Iterator[Frame]:
    """The frames of an article's head, from the tab down, in an area of the page that stands for a block of its grid."""
    for kind, group in groupby(head.lines, key=lambda line: line.kind):
        lines, main = tuple(group), kind == "headline"
        frame = Frame(
            id=f"{article.id}.{kind}",
            kind=kind,
            rect=area if main else band(lines, area),
            cells=cells_of(block) if main else None,
            items=(*_ornaments(kind, lines, head, area, kit), *(item for line in lines for item in line_items(line, area, head.centred, kit))),
            story=article.id,
            rank=rank,
            copy=not article.continued,
            origin=article.origin,
        )
        yield with_paragraph(frame, [line.text for line in lines], lines[0].type.face, lines[0].type.size)


def _ornaments(kind: LineKind, lines: Sequence[HeadLine | VerticalLine], head: HeadVariant, area: Rect, kit: Kit) -> Iterator[DrawnItem]:
    """What is drawn under all lines of a kind: the bar before a kicker, the rule between a vertical head and its deck."""
    if kind == "kicker" and not head.centred and (bar := kicker_bar(lines, area, kit)):
        yield bar
    if kind == "headline" and head.divider:
        yield divider_rule(head.divider, area, kit)


def band(lines: Sequence[HeadLine | VerticalLine], area: Rect) -> Rect:
    """The box of lines that are not the headline, by their em boxes."""
    boxes = [line.box for line in lines]
    return Rect(area.x0 + min(b.x0 for b in boxes), area.y0 + min(b.y0 for b in boxes), area.x0 + max(b.x1 for b in boxes), area.y0 + max(b.y1 for b in boxes))


def divider_rule(divider: Divider, area: Rect, kit: Kit) -> Rule:
    """The red rule between a vertical head and its deck."""
    x = area.x0 + divider.left
    return Rule(Point(x, area.y0 + divider.top), Point(x, area.y0 + divider.foot), divider.weight, ink_of(kit, "red"))


def line_items(line: HeadLine | VerticalLine, area: Rect, centred: bool, kit: Kit) -> tuple[DrawnItem, ...]:
    """A head line's glyphs, with the tab or the bar that belongs to it."""
    if isinstance(line, VerticalLine):
        return set_vertical(kit, line.cells, line.type, Point(area.x0 + line.middle, area.y0 + line.top))
    at = Point(area.x0 + line.left, area.y0 + line.baseline)
    if line.kind == "standing_head":
        return (tab(at, line.width, kit), *set_display(kit, line.parts, at))
    if line.kind == "kicker" and not centred:
        return set_display(kit, tuple(replace(p, type=replace(p.type, ink="red")) for p in line.parts), at)
    return set_display(kit, line.parts, at)


def kicker_bar(lines: Sequence[HeadLine | VerticalLine], area: Rect, kit: Kit) -> Tint | None:
    """The red bar before a kicker, as high as all its lines."""
    level = [line for line in lines if isinstance(line, HeadLine)]
    if not level:
        return None
    first, last, size = level[0].baseline, level[-1].baseline, level[0].type.size
    return Tint(Rect(area.x0, area.y0 + first - 0.86 * size, area.x0 + BAR_WIDTH, area.y0 + last + 0.1 * size).corners(), ink_of(kit, "red"))


def tab(at: Point, width: Pt, kit: Kit) -> Tint:
    """栏目: the red tab under a standing head whose type starts at a point."""
    heads = kit.house.look.heads
    top = at.y - heads.tab_baseline
    return Tint(Rect(at.x - heads.tab_padding, top, at.x + width + heads.tab_padding, top + heads.tab_height).corners(), ink_of(kit, "red"))
