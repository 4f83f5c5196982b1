"""For each page rule a miniature page that keeps it and one that breaks it: dummies of a few blocks, which draw_rules.py draws and the rule itself judges."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle

from paperlayout.grid import Block
from paperlayout.heads.variant import HeadLine, HeadVariant
from paperlayout.issue.house import Type
from paperlayout.plan.page_plan import BoxSlot, Leg, PagePlan, PlacedFigure, Slot
from paperlayout.setting.horizontal import StyledText
from paperlayout.story.box import BoxVariant
from paperlayout.story.measured import Choice, FigureVariant, Unbroken

AREA = Block(0, 0, 6, 80)
"""The columns and rows of every miniature: a front page under its nameplate."""
SONG, HEI = "song-900", "hei-900"
UNDER_PHOTO = 2
"""Rows of a photo's caption and the white below it."""
PARAGRAPHS = (7, 5, 9, 6, 8)
SUBHEAD_ROWS, BOX_HEAD_ROWS = 2, 3
RUN = 26
"""Rows from one subhead to the next."""


@dataclass(frozen=True)
class Case:
    """A rule by the name of its fault, a page that keeps it, one that breaks it, and what to look at on that one.

    A mark of no columns or no rows is a line in the gutter before its column, or before its row. The legs of one story may be numbered.
    """

    rule: str
    good: PagePlan
    bad: PagePlan
    marks: tuple[Block, ...] = ()
    numbered: int | None = None


@dataclass(frozen=True)
class Shot:
    """A photo in its story's block: first column and row, columns and rows of the picture."""

    column: int
    row: int
    columns: int
    rows: int


def story(
    number: int, block: Block, size: float, head_rows: int, *shots: Shot, head: Block | None = None, corner: Block | None = None,
    legs: tuple[Leg, ...] = (), picks: tuple[Choice, ...] = (), rank: int = 0, face: str = "", fill: float = 0.8, subheads: bool | None = None,
) -> Slot:  # fmt: skip
    """A story with its head over all its columns unless `head` says other ones, its photos, and text in all that is left but the `corner`.

    The story's number is its rank and gives the face of its head; the lead alone has subheads, unless something else is said.
    """
    over = head or Block(0, 0, block.columns, head_rows)
    figures = tuple(_figure(index, shot) for index, shot in enumerate(shots))
    legs = legs or tuple(_legs(block, over, [f.block for f in figures], corner))
    line = HeadLine("headline", (StyledText("", Type(face or (HEI if number % 2 else SONG), size)),), 0.0, 0.0, 0.0)
    variant = HeadVariant(over.columns, over.rows, 0.0, size, 0, (line,), fill=fill)
    flowing = picks or _flow(legs, number == 0 if subheads is None else subheads)
    return Slot(
        story=number, rank=rank or min(number + 1, 3), block=block, corner=corner, head=variant, head_block=over, figures=figures, legs=legs, picks=flowing,
        cost=0.0,
    )  # fmt: skip


def _figure(index: int, shot: Shot) -> PlacedFigure:
    picture = Block(shot.column, shot.row, shot.columns, shot.rows)
    variant = FigureVariant(shot.columns, shot.rows, 1, 0.0, 0.0)
    return PlacedFigure(index=index, block=picture._replace(rows=shot.rows + UNDER_PHOTO), picture=picture, anchor="top", variant=variant)


def _legs(block: Block, head: Block, photos: list[Block], corner: Block | None) -> Iterator[Leg]:
    """What head, photos and corner leave free, column by column; a photo in mid-leg has a row of white above it."""
    for column in range(block.columns):
        taken = [head, *(p._replace(row=p.row - 1, rows=p.rows + 1) for p in photos), *([corner] if corner else [])]
        free = [r for r in range(block.rows) if not any(t.column <= column < t.right and t.row <= r < t.foot for t in taken)]
        while free:
            run = next((n for n, row in enumerate(free) if row != free[0] + n), len(free))
            if run > 1:
                yield Leg(column, free[0], run)
            free = free[run:]


def _flow(legs: tuple[Leg, ...], subheads: bool) -> tuple[Choice, ...]:
    """Paragraphs that end where their legs do, and subheads at other heights in each of three neighbouring legs."""
    parts: list[int] = []
    for number, leg in enumerate(legs):
        start = 0
        for row in range((12, 5, 19)[number % 3], leg.rows - 5, RUN) if subheads else ():
            parts += [row - start, 0]
            start = row + SUBHEAD_ROWS
        parts.append(leg.rows - start)
    return tuple(choice for rows in parts for choice in (_paragraphs(rows) if rows else (Choice(SUBHEAD_ROWS, 0.0, Unbroken.SUBHEAD),)))


def _paragraphs(rows: int) -> Iterator[Choice]:
    lengths = cycle(PARAGRAPHS)
    while rows:
        taken = next(lengths)
        taken = rows if rows - taken < 3 else taken
        rows -= taken
        yield Choice(taken, 0.0)


def flow(*parts: int) -> tuple[Choice, ...]:
    """Paragraphs of so many rows; 0 is a subhead."""
    return tuple(Choice(rows, 0.0) if rows else Choice(SUBHEAD_ROWS, 0.0, Unbroken.SUBHEAD) for rows in parts)


def box(number: int, block: Block, *, framed: bool = True) -> BoxSlot:
    """A box of briefs, or where it has no frame a story in a measure of its own: a head, and text under it."""
    rank, size = (4, 23.0) if framed else (3, 24.0)
    head = HeadVariant(block.columns, BOX_HEAD_ROWS, 0.0, size, 0, ())
    variant = BoxVariant(block.columns, block.rows, 0.0, None, head=head, head_rows=BOX_HEAD_ROWS)
    return BoxSlot(box=number, rank=rank, block=block, variant=variant, cost=0.0, framed=framed)


def page(*slots: Slot, boxes: tuple[BoxSlot, ...] = (), front: bool = True) -> PagePlan:
    return PagePlan(rows=AREA.rows, area=AREA, slots=slots, boxes=boxes, cost=0.0, front=front)


def heads(*slots: Slot) -> tuple[Block, ...]:
    return tuple(slot.head_block.at(slot.block) for slot in slots)


def pictures(*slots: Slot) -> tuple[Block, ...]:
    return tuple(figure.picture.at(slot.block) for slot in slots for figure in slot.figures)


LEAD = story(0, Block(0, 0, 6, 34), 72, 7, Shot(2, 8, 3, 19))
SECOND = story(1, Block(0, 36, 4, 44), 36, 5, Shot(0, 6, 2, 12), corner=Block(2, 20, 2, 24))
THIRD = story(2, Block(2, 58, 2, 22), 26, 4, Shot(0, 14, 1, 6))
BRIEFS = box(0, Block(4, 36, 2, 44))
GOOD = page(LEAD, SECOND, THIRD, boxes=(BRIEFS,))
"""A page that keeps every rule: the lead over all columns, a story that wraps another, a box of briefs."""


def _cases() -> Iterator[Case]:
    yield from _of_heads()
    yield from _of_head_sizes()
    yield from _of_structure()
    yield from _of_balance()
    yield from _of_text()
    yield from _of_photos()


def under_lead(*slots: Slot, boxes: tuple[BoxSlot, ...] = (BRIEFS,)) -> PagePlan:
    """The lead of the good page over other stories."""
    return page(LEAD, *slots, boxes=boxes)


def second(*shots: Shot, size: float = 36.0, fill: float = 0.8) -> Slot:
    """The second story of the good page, set otherwise: it wraps the third."""
    return story(1, SECOND.block, size, 5, *(shots or (Shot(0, 6, 2, 12),)), corner=SECOND.corner, fill=fill)


def wide(*shots: Shot, head: Block | None = None) -> Slot:
    """The second story without a third: it fills its block."""
    return story(1, SECOND.block, 34, 5, *(shots or (Shot(0, 6, 2, 15),)), head=head, subheads=True)


def _of_heads() -> Iterator[Case]:
    beside = (story(1, Block(0, 36, 3, 44), 36, 5, Shot(0, 20, 2, 12)), story(2, Block(3, 36, 3, 44), 32, 5, Shot(1, 30, 2, 9)))
    yield Case("tombstone", GOOD, under_lead(*beside, boxes=()), heads(*beside))
    bare = story(1, Block(0, 36, 4, 6), 36, 5, legs=(Leg(0, 5, 1),), picks=flow(1))
    below = story(2, Block(0, 43, 4, 37), 28, 5, Shot(0, 6, 2, 12))
    yield Case("stacked_heads", GOOD, under_lead(bare, below), heads(bare, below))
    away = wide(Shot(0, 6, 2, 36), head=Block(0, 0, 2, 5))
    yield Case("head_off_text", under_lead(wide()), under_lead(away), heads(away))
    outside = wide(Shot(1, 6, 2, 15), head=Block(1, 0, 3, 5))
    yield Case("text_outside_head", under_lead(wide()), under_lead(outside), (Block(0, 0, 1, 5).at(outside.block),))
    narrow, rival = story(0, Block(0, 0, 4, 34), 56, 7, Shot(2, 8, 2, 17)), story(3, Block(4, 0, 2, 44), 30, 6, Shot(0, 26, 1, 8))
    yield Case("beside_the_lead", GOOD, page(narrow, SECOND, THIRD, rival, boxes=(box(0, Block(4, 46, 2, 34)),)), heads(rival))
    low, first = story(0, Block(0, 46, 6, 34), 72, 7, Shot(3, 8, 3, 19)), replace(SECOND, block=Block(0, 0, 4, 44))
    third = replace(THIRD, block=Block(2, 22, 2, 22))
    yield Case("rank_place", GOOD, page(low, first, third, boxes=(box(0, Block(4, 0, 2, 44)),)), heads(low))


def _of_head_sizes() -> Iterator[Case]:
    loud = story(2, THIRD.block, 46, 6, Shot(0, 16, 1, 4), fill=0.95)
    yield Case("size_inversion", GOOD, under_lead(second(size=30.0), loud), heads(SECOND, loud))
    weak = story(0, LEAD.block, 40, 7, Shot(3, 8, 3, 19), fill=0.56)
    yield Case("weak_lead", GOOD, page(weak, SECOND, THIRD, boxes=(BRIEFS,)), heads(weak, SECOND))
    crowd = (
        story(0, LEAD.block, 108, 11, Shot(3, 12, 3, 17)), story(1, SECOND.block, 64, 10, Shot(0, 11, 2, 10), corner=SECOND.corner, fill=0.9),
        story(2, THIRD.block, 44, 9, fill=0.9),
    )  # fmt: skip
    yield Case("head_density", GOOD, page(*crowd, boxes=(BRIEFS,)), heads(*crowd))
    yield Case("head_fill", GOOD, under_lead(second(fill=0.3), THIRD), heads(SECOND))
    near = story(1, SECOND.block, 34, 5, Shot(0, 6, 2, 12), corner=Block(2, 12, 2, 32))
    alike, unlike = (story(2, Block(2, 50, 2, 30), size, 4, Shot(0, 14, 1, 8), face=face) for size, face in ((32, HEI), (26, SONG)))
    yield Case("same_head_face", under_lead(near, unlike), under_lead(near, alike), heads(near, alike))


def _of_structure() -> Iterator[Case]:
    top = story(0, Block(0, 0, 6, 20), 72, 7, Shot(4, 8, 2, 8))
    parted = story(1, Block(0, 22, 3, 58), 36, 5, Shot(0, 6, 2, 14), subheads=True)
    yield Case("seam", GOOD, page(top, parted, boxes=(box(0, Block(3, 22, 3, 58)),)), (Block(3, 22, 0, 58),))
    items = tuple(story(3 + n, Block(4, row, 2, rows), 22, 4, rank=3) for n, (row, rows) in enumerate(((50, 9), (61, 8), (71, 9))))
    yield Case("rail", GOOD, under_lead(SECOND, THIRD, *items, boxes=(box(0, Block(4, 36, 2, 12)),)), (Block(4, 36, 2, 44),))
    upper = story(0, Block(0, 0, 6, 26), 72, 7, Shot(3, 8, 3, 13))
    middle, foot = story(1, Block(0, 28, 4, 26), 36, 5, Shot(2, 6, 2, 12)), story(2, Block(0, 56, 3, 24), 28, 5, Shot(0, 6, 1, 9))
    lower = (box(0, Block(4, 28, 2, 26)), box(1, Block(3, 56, 3, 24)))
    yield Case("through_cut", GOOD, page(upper, middle, foot, boxes=lower), (Block(0, 55, 6, 0),))
    fields = (story(1, Block(0, 36, 3, 21), 34, 5, Shot(0, 6, 1, 8)), story(2, Block(3, 36, 3, 21), 26, 5, Shot(1, 6, 2, 9)))
    others = (story(3, Block(0, 59, 3, 21), 26, 5, Shot(0, 6, 2, 8)), story(4, Block(3, 59, 3, 21), 24, 5))
    yield Case("cross", GOOD, under_lead(*fields, *others, boxes=()), (Block(3, 36, 0, 44), Block(0, 58, 6, 0)))
    strips = ((72, 6, 0.7), (36, 4, 0.7), (28, 4, 0.6), (26, 4, 0.6))
    piled = [story(n, Block(0, 20 * n, 6, 20 if n == 3 else 18), size, rows, Shot(n + 1, 7, 2, 7), fill=fill) for n, (size, rows, fill) in enumerate(strips)]
    yield Case("no_interlock", GOOD, page(*piled), tuple(Block(0, 20 * n - 1, 6, 0) for n in (1, 2, 3)))
    boxes = (box(0, Block(0, 58, 2, 22)), box(1, Block(2, 58, 2, 22)), box(2, Block(4, 36, 2, 44)))
    over = story(1, Block(0, 36, 4, 20), 36, 5, Shot(2, 6, 2, 11))
    yield Case("too_many_boxes", GOOD, under_lead(over, boxes=boxes), tuple(b.block for b in boxes))
    measures = tuple(box(n, b.block, framed=False) for n, b in enumerate(boxes))
    yield Case("broken_measures", GOOD, under_lead(over, boxes=measures), tuple(b.block for b in boxes))


def _of_balance() -> Iterator[Case]:
    left = (story(0, LEAD.block, 66, 7, Shot(0, 8, 3, 20)), story(1, Block(0, 36, 4, 44), 36, 5, Shot(0, 6, 2, 22)))
    light = story(2, Block(4, 36, 2, 44), 20, 3)
    yield Case("balance", GOOD, page(*left, light), pictures(*left))
    plain = story(1, Block(0, 36, 6, 44), 34, 5, Shot(0, 6, 2, 12), head=Block(0, 0, 3, 5))
    yield Case("empty_quadrant", GOOD, under_lead(plain, boxes=()), (Block(3, 36, 3, 44),))
    gray = story(1, Block(0, 36, 6, 44), 36, 5, Shot(0, 28, 1, 8))
    yield Case("gray_field", GOOD, under_lead(gray, boxes=()), (Block(1, 41, 5, 39),))


def _of_text() -> Iterator[Case]:
    mixed = replace(SECOND, legs=tuple(SECOND.legs[n] for n in (2, 3, 0, 1)))
    yield Case("reading_order", GOOD, under_lead(mixed, THIRD), numbered=1)
    corner = Block(0, 14, 2, 30)
    lost = story(1, SECOND.block, 36, 5, Shot(2, 6, 2, 12), corner=corner)
    under = story(2, Block(0, 52, 2, 28), 26, 4, Shot(0, 18, 1, 6))
    yield Case("lost_thread", GOOD, under_lead(lost, under), numbered=1)
    stub = story(1, SECOND.block, 36, 5, Shot(0, 6, 2, 12), Shot(0, 25, 1, 8), corner=SECOND.corner)
    yield Case("short_leg", GOOD, under_lead(stub, THIRD), tuple(Block(leg.column, leg.row, 1, leg.rows).at(stub.block) for leg in stub.legs if leg.rows < 5))
    top = story(0, Block(0, 0, 6, 20), 72, 7, Shot(4, 8, 2, 8))
    gray = story(1, Block(0, 22, 4, 58), 36, 5, Shot(1, 6, 3, 20))
    yield Case("gray_run", GOOD, page(top, gray, boxes=(box(0, Block(4, 22, 2, 58)),)), (Block(0, 27, 1, 53),))
    level = replace(LEAD, picks=flow(12, 0, 13, 12, 0, 13, 5, 5, 5, 6, 0, 19))
    yield Case("subheads_in_a_row", GOOD, page(level, SECOND, THIRD, boxes=(BRIEFS,)), tuple(Block(c, 19, 1, 2) for c in range(2)))
    stranded = replace(LEAD, picks=flow(9, 8, 10, 0, 14, 11, 5, 5, 5, 12, 0, 13))
    yield Case("stranded_subhead", GOOD, page(stranded, SECOND, THIRD, boxes=(BRIEFS,)), (Block(1, 7, 1, 2),))
    lonely = replace(LEAD, picks=flow(9, 8, 11, 13, 12, 6, 5, 5, 12, 0, 13))
    yield Case("lonely_line", GOOD, page(lonely, SECOND, THIRD, boxes=(BRIEFS,)), (Block(1, 7, 1, 1), Block(1, 33, 1, 1)))


def _of_photos() -> Iterator[Case]:
    bloated = story(0, LEAD.block, 72, 7, Shot(1, 8, 5, 20)), second(Shot(0, 6, 2, 24))
    yield Case("photo_share", GOOD, page(*bloated, THIRD, boxes=(BRIEFS,)), pictures(*bloated))
    twins = story(0, LEAD.block, 72, 7, Shot(4, 8, 2, 15)), second(Shot(0, 6, 2, 14))
    yield Case("no_dominant_photo", GOOD, page(*twins, THIRD, boxes=(BRIEFS,)), pictures(*twins))
    modest = story(0, LEAD.block, 72, 7, Shot(5, 8, 1, 10)), wide(Shot(0, 6, 3, 20))
    yield Case("lead_photo_small", GOOD, page(*modest, boxes=(BRIEFS,)), pictures(*modest))
    row = story(0, LEAD.block, 72, 7, Shot(0, 10, 2, 12), Shot(3, 8, 3, 16))
    yield Case("photos_in_a_row", GOOD, page(row, SECOND, THIRD, boxes=(BRIEFS,)), pictures(row))
    stack = story(0, LEAD.block, 72, 7, Shot(0, 14, 3, 18)), wide(Shot(0, 6, 3, 9))
    yield Case("photos_in_a_stack", GOOD, page(*stack, boxes=(BRIEFS,)), pictures(*stack))
    strayed = replace(second(Shot(0, 60, 1, 1)), figures=(_figure(0, Shot(4, 26, 2, 12)),))
    yield Case("photo_astray", GOOD, under_lead(strayed, THIRD), pictures(strayed))


CASES = tuple(_cases())
