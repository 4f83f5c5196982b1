"""Text in its legs and lines (R1, R10, R11, R17–R19, R23)."""

import re
from collections.abc import Iterator
from itertools import pairwise

import rjieba

from rubric.faults import Fault
from rubric.reading import Json, Leg, PageRead, Story, block_of

MOST_WHITE, MOST_SUBHEAD = 2, 6
SHORT_LEG, LONG_LEG, LONGEST_LEG, UNBROKEN = 5, 45, 60, 25
NARROW, WIDE, MEASURES = 10, 28, 2
LEAST_FILL, MOST_FILL = 0.60, 1.06
SPACED = 4
"""Heads of so few 字 are set apart to fill their place; how far the layout JSON does not say."""
CLOSING = frozenset("，。、；：？！）》〉”’」』】〕·%℃…")
OPENING = frozenset("（《〈“‘「『【〔")
NEAR = 0.3
FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ％]")


def holes(page: PageRead) -> int:
    """Rows of columns that are blank beyond what is declared: cells of no frame, white deeper than two rows, a subhead's beyond three a line."""
    bare = sum(page.kinds.get((c, r)) is None for c in range(page.columns) for r in range(page.json["grid"]["rows"]))
    white = [block_of(f) for f in page.frames if f["kind"] == "gap" and f.get("cells")]
    deep = sum(max(0, b.rows - MOST_WHITE) * b.columns for b in white)
    loose = sum(max(0, f["cells"][3] - MOST_SUBHEAD) for f in page.frames if f["kind"] == "subhead")
    return int(bare + deep + loose)


def hole(page: PageRead) -> Iterator[Fault]:
    """R1 满版: every cell filled."""
    if blank := holes(page):
        yield Fault("R1", f"{blank} blank rows")


def uneven_feet(page: PageRead) -> Iterator[Fault]:
    """R1: every column ends on the page's last row; what ends inside a box ends with the box."""
    for column in range(page.columns):
        own = [f for f in page.frames if f.get("cells") and f["kind"] not in ("gap", "rule") and block_of(f).column <= column < block_of(f).right]
        inside = [f for f in own if block_of(f).row >= page.area.row and block_of(f).foot <= page.area.foot]
        lowest = max(inside, key=lambda f: block_of(f).foot, default=None)
        if lowest is None or (block_of(lowest).foot != page.area.foot and not _box_ends(lowest, page)):
            yield Fault("foot", f"column {column} does not end on the last row")


def _box_ends(frame: Json, page: PageRead) -> bool:
    """Whether the frame's box reaches the page's last row in another column, or by its own foot."""
    box = page.box_of(frame)
    others = [block_of(f).foot for f in page.frames if box and f.get("cells") and page.box_of(f) == box]
    return bool(box) and (
        max(others) == page.area.foot or page.boxes[box][3] >= page.json["type_area"][1] + page.area.foot * page.json["grid"]["leading"] - NEAR
    )


def off_the_grid(page: PageRead) -> Iterator[Fault]:
    """R23: body stands on the rows of one grid, to 0.3 pt."""
    top, leading = page.json["type_area"][1], page.json["grid"]["leading"]
    for frame in page.frames:
        if frame["kind"] == "body":
            rows = (frame["rect"][1] - top) / leading
            if abs(rows - round(rows)) * leading > NEAR or abs((frame["rect"][3] - frame["rect"][1]) - frame["lines"] * leading) > NEAR:
                yield Fault("R23", f"{frame['id']} is off the grid")


def leg_ends(page: PageRead) -> Iterator[Fault]:
    """R10 背题: a subhead has two lines under it in its leg; no last line of a paragraph stands alone at a leg's top, no first one at its foot."""
    for story in page.stories:
        yield from _subheads(story)
        yield from _lonely(story)


def _subheads(story: Story) -> Iterator[Fault]:
    for leg in story.legs:
        for at, frame in enumerate(leg.frames):
            if frame["kind"] == "subhead":
                below = leg.frames[at + 1] if at + 1 < len(leg.frames) else None
                if below is None or below["kind"] == "subhead" or (below["kind"] == "body" and below["lines"] < 2):
                    yield Fault("R10", f"subhead at the foot of {story.id} leg {leg.number}")


def _lonely(story: Story) -> Iterator[Fault]:
    for before, after in pairwise(story.legs):
        last, first = before.frames[-1], after.frames[0]
        if last["kind"] != "body" or first["kind"] != "body" or last["lines"] - 1 in last["ends"]:
            continue
        if 0 in first["ends"] and len(first["set"][0]) < 12:
            yield Fault("R10", f"last line alone at the top of {story.id} leg {after.number}")
        if last["lines"] == 1 or last["lines"] - 2 in last["ends"]:
            yield Fault("R10", f"first line alone at the foot of {story.id} leg {before.number}", True)


def leg_length(page: PageRead) -> Iterator[Fault]:
    """R11: 5 to 45 rows in a leg; the lead's may have 60 when subheads or photos break it every 25. Briefs in a box may be shorter."""
    for story in page.stories:
        for leg in story.legs:
            rows = leg.block.rows
            if rows < SHORT_LEG and not story.brief:
                yield Fault("R11", f"{story.id} leg {leg.number} has {rows} rows")
            if max(leg.runs, default=0) > LONG_LEG or (rows > LONG_LEG and not _broken(leg, story)):
                yield Fault("R11", f"{story.id} leg {leg.number} has {rows} rows, {max(leg.runs, default=0)} of them without a break")


def _broken(leg: Leg, story: Story) -> bool:
    return story.rank == 1 and leg.block.rows <= LONGEST_LEG and max(leg.runs) <= UNBROKEN


def measures(page: PageRead) -> Iterator[Fault]:
    """R17 破栏: broken measures between 10 and 28 字, at most two kinds a page; the padding of a box breaks no measure."""
    grid = page.json["grid"]
    kinds = set()
    for frame in page.frames:
        if frame["kind"] == "body" and frame.get("cells"):
            width = frame["rect"][2] - frame["rect"][0]
            columns = round((width + grid["column_gap"]) / (grid["column"] + grid["column_gap"]))
            whole = abs(columns * grid["column"] + (columns - 1) * grid["column_gap"] - width) < 1
            chars = width / grid["body_size"]
            if not whole and not page.box_of(frame):
                kinds.add(round(chars))
            if not whole and not NARROW - 0.1 <= chars <= WIDE + 0.1:
                yield Fault("R17", f"{frame['id']} is {chars:.1f} 字 wide")
    if len(kinds) > MEASURES:
        yield Fault("R17", f"{len(kinds)} broken measures")


def line_ends(page: PageRead) -> Iterator[Fault]:
    """R18: no mark where it may not stand, no last line of one character, digits and Latin letters half-width."""
    for frame in page.frames:
        if not frame["copy"] or frame["kind"] in ("verse", "table"):
            continue
        for at, line in enumerate(frame.get("set", ())):
            bare = line.strip()
            if bare and (bare[0] in CLOSING - {"…"} or bare[-1] in OPENING):
                yield Fault("R18", f"{frame['id']}: {bare}")
            if FULL_WIDTH.search(bare):
                yield Fault("R18", f"{frame['id']} full-width: {bare}")
            if (
                frame["kind"] == "body"
                and at
                and at in frame["ends"]
                and at - 1 not in frame["ends"]
                and len("".join(c for c in bare if c not in CLOSING)) == 1
            ):
                yield Fault("R18", f"{frame['id']}: one character in the last line, {bare}")


def head_fill(page: PageRead) -> Iterator[Fault]:
    """R19: the longest main line fills 60 to 100 % of its width (tracking may add 6 %), and lines break between words."""
    for head in page.heads:
        share = head.longest / head.width
        spaced = max(map(len, head.lines), default=0) <= SPACED
        if not (head.box or head.vertical or spaced or LEAST_FILL <= share <= MOST_FILL):
            yield Fault("R19", f"the head of {head.story} fills {share:.2f}")
        if not head.vertical and _splits_a_word(head.lines):
            yield Fault("R19", f"the head of {head.story} breaks a word: {'/'.join(head.lines)}")


def _splits_a_word(lines: tuple[str, ...]) -> bool:
    text = "".join(lines)
    breaks = {sum(map(len, lines[:i])) for i in range(1, len(lines))}
    at, ends = 0, set()
    for word in rjieba.cut(text):
        at += len(word)
        ends.add(at)
    return not breaks <= ends
