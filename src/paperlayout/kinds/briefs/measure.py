"""简讯集纳: briefs under one box head as one block with a measure of its own (house-style §11)."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from paperlayout.grid import Grid
from paperlayout.heads.small import flush_left, small_head
from paperlayout.heads.variant import HeadLine
from paperlayout.issue.content import Article
from paperlayout.issue.house import House
from paperlayout.kinds.briefs.compose import BriefPart, SetBriefs
from paperlayout.kinds.briefs.dateline import dated
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.kit import Kit
from paperlayout.story.body import measure_body
from paperlayout.story.box import BoxText, BoxVariant, MeasuredBox
from paperlayout.story.elasticity import held_flow
from paperlayout.story.load import text_rows
from paperlayout.story.measured import Choice, Flow, FlowItem
from paperlayout.story.room import BoxRoom, padded_room
from paperlayout.units import Pt

SHORT_LEG = 4
"""Three legs of fewer rows than this leave the last one nearly bare."""
LEAST_HEAD = 14.0
WIDEST = 3
NARROW_PAGE = 4
"""On pages of more columns than this a box takes two columns at least: in one, its head would stand over a ribbon of 13 字."""


def measure_briefs(briefs: Briefs, grid: Grid, kit: Kit) -> MeasuredBox:
    """The box at every width up to three columns."""
    briefs, columns = dated(briefs, kit.house), grid.columns
    narrowest = 1 if columns <= NARROW_PAGE else 2
    pinned = briefs.placing.width(columns)
    widths = [pinned] if pinned else range(narrowest, min(WIDEST, columns) + 1)
    variants = [v for w in widths for v in _of_width(briefs, w, grid, kit)]
    title = briefs.title.value or kit.house.look.boxes.title
    chars = sum(len(b.text) for a in briefs.items for b in a.body)
    return MeasuredBox(
        id=briefs.id, label="简讯框", rank=4, title=title, variants=tuple(variants), chars=chars, placing=briefs.placing,
        origin=briefs.items[0].origin,
    )  # fmt: skip


def _of_width(briefs: Briefs, columns: int, grid: Grid, kit: Kit) -> list[BoxVariant[SetBriefs]]:
    room = padded_room(columns, kit.house.look.boxes.padding, grid, kit)
    style, prices = kit.house.look.boxes, kit.prices.briefs
    fit = briefs.placing.fit
    items = [item if item.placing.fit or not fit else replace(item, placing=replace(item.placing, fit=fit)) for item in briefs.items]
    ways = [list(_brief_ways(item, i, room, grid, kit)) for i, item in enumerate(items)]
    best: dict[int, BoxVariant[SetBriefs]] = {}
    for inside, (cost, parts) in _stacked(ways, prices.short_leg).items():
        for extra in (0, 1):
            rows = style.head_rows + inside + (len(parts) - 1) * (1 + extra)
            total = cost + extra * prices.gap * (len(parts) - 1)
            if rows not in best or total < best[rows].cost:
                best[rows] = BoxVariant(columns, rows, total, SetBriefs(parts, room.padding, room.measure), texts=tuple(p.text for p in parts))
    return sorted(best.values(), key=lambda v: v.rows)


def _stacked(ways: Sequence[Sequence[tuple[BriefPart, float]]], short_leg: float) -> dict[int, tuple[float, tuple[BriefPart, ...]]]:
    """The cheapest setting of the briefs for every sum of their rows, without the white between; of equal ones that with the first ways."""
    best: dict[int, tuple[float, tuple[BriefPart, ...]]] = {0: (0.0, ())}
    for way in reversed(ways):
        above: dict[int, tuple[float, tuple[BriefPart, ...]]] = {}
        for part, price in way:
            short = short_leg if len(part.legs) > 2 and max(part.legs) < SHORT_LEG else 0.0
            for rows, (cost, parts) in best.items():
                at, total = rows + part.head_rows + max(part.legs), price + short + cost
                if at not in above or total < above[at][0]:
                    above[at] = (total, (part, *parts))
        best = above
    return best


def _brief_ways(article: Article, index: int, room: BoxRoom, grid: Grid, kit: Kit) -> Iterator[tuple[BriefPart, float]]:
    """One brief in the row counts it can take: at most three, cheapest first."""
    flow = held_flow(measure_body(article, room.measure, kit), article.placing.fit)
    head, head_rows = brief_head(article.title.value, index, room.width(kit.house.look.grid.size), grid.leading, kit)
    prices, best = kit.prices.briefs, dict[int, tuple[BriefPart, float]]()
    for picks, cost in _line_picks(flow):
        legs = block_legs(flow, picks, room.legs)
        ragged = max(legs) - min(legs)
        total = cost + (prices.ragged_per_row * ragged if ragged > 1 else 0.0) + sum(prices.bad_cut for cut in _cuts(legs) if bad_cut(flow, picks, cut))
        if max(legs) not in best or total < best[max(legs)][1]:
            best[max(legs)] = (BriefPart(BoxText(article, flow, picks), head, head_rows, legs), total)
    yield from sorted(best.values(), key=lambda way: way[1])[:3]


def _line_picks(flow: Flow) -> Iterator[tuple[tuple[Choice, ...], float]]:
    """The nominal setting, and every setting with one block a line longer or shorter."""
    nominal = tuple(i.nominal for i in flow.items)
    yield nominal, 0.0
    for k, item in enumerate(flow.items):
        for choice in item.choices:
            if choice is not nominal[k]:
                yield (*nominal[:k], choice, *nominal[k + 1 :]), choice.cost


def even_lines(lines: int, legs: int) -> tuple[int, ...]:
    """Lines shared over legs, the left ones longer by at most one."""
    return tuple(math.ceil((lines - i) / legs) for i in range(legs))


def block_legs(flow: Flow, picks: tuple[Choice, ...], legs: int) -> tuple[int, ...]:
    """Even legs; where they would break a table or verse in the wrong place, longer ones with white below the last."""
    lines = sum(p.lines for p in picks)
    if not any(item.kind == "block" for item in flow.items):
        return even_lines(lines, legs)
    for longest in range(math.ceil(lines / legs), lines + 1):
        shares = even_lines(lines, legs) if longest == math.ceil(lines / legs) else tuple(max(0, min(longest, lines - longest * i)) for i in range(legs))
        if not any(_breaks_block(flow, picks, cut) for cut in _cuts(shares)):
            return shares
    return even_lines(lines, legs)


def _breaks_block(flow: Flow, picks: tuple[Choice, ...], at: int) -> bool:
    """Whether a leg break parts the rows of a block where it may not be parted."""
    start = 0
    for item, pick in zip(flow.items, picks, strict=True):
        inside = at - start - pick.above
        if item.kind == "block" and 0 < inside < pick.lines - pick.above - pick.below and inside not in item.cuts:
            return True
        start += pick.lines
    return False


def _cuts(legs: Iterable[int]) -> Iterator[int]:
    at = 0
    for rows in tuple(legs)[:-1]:
        at += rows
        yield at


def bad_cut(flow: Flow, picks: tuple[Choice, ...], at: int) -> bool:
    """Whether a leg break leaves one line of a paragraph alone, or parts a subhead from its text."""
    start = 0
    for item, pick in zip(flow.items, picks, strict=True):
        if _bad_inside(item, pick, at - start):
            return True
        start += pick.lines
    return False


def _bad_inside(item: FlowItem, pick: Choice, inside: int) -> bool:
    """Whether a leg may not end so many rows below the top of an item."""
    if item.kind == "block":
        white = (pick.above and inside == 0) or (pick.below and inside == pick.lines)
        return bool(white) or (0 < inside < pick.lines and inside - pick.above not in item.cuts)
    if item.kind == "paragraph":
        return 0 < inside < item.whole or (pick.lines > 1 and inside in (1, pick.lines - 1))
    return 0 <= inside <= pick.lines


def brief_head(title: str, index: int, width: Pt, leading: Pt, kit: Kit) -> tuple[tuple[HeadLine, ...], int]:
    """The head of one brief: flush left on one line in its turn of faces, smaller if it must be, then on two lines."""
    voices, style = kit.house.look.voices.brief_heads, kit.house.look.boxes
    lines = small_head(title, voices[index % len(voices)], width, LEAST_HEAD, kit)
    size, baseline = lines[0].type.size, style.brief_head_baseline
    step = size * 1.25
    one_line = len(lines) == 1 and size >= LEAST_HEAD
    rows = style.brief_head_rows if one_line else math.ceil((baseline + step * (len(lines) - 1) + 9) / leading)
    return tuple(flush_left(line, baseline + i * step, kit) for i, line in enumerate(lines)), rows


def briefs_load(briefs: Briefs, house: House) -> float:
    """The cells the box takes of a page, its head and those of the briefs included."""
    return 6 + sum(text_rows(article.body, house.look.grid.chars - 1) + 6 for article in briefs.items)
