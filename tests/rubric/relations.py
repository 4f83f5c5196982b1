"""Heads, texts and photos beside one another (R2, R3, R6–R9, R21)."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from rubric.faults import Fault
from rubric.reading import Block, Head, Leg, PageRead, Picture, Story

OVERLAP = 0.3
RATIO = 1.6
STACKED = 3
NEAR_ROWS = 8


def _pairs(page: PageRead) -> Iterator[tuple[Head, Head]]:
    """Heads of different stories that no box parts: two of one box are the box's own matter."""
    return ((a, b) for a, b in combinations(page.heads, 2) if not (a.box and a.box == b.box))


def tombstone(page: PageRead) -> Iterator[Fault]:
    """R2 碰题: two heads side by side across one gutter read as one; less so when one is far larger or runs down the page."""
    for a, b in _pairs(page):
        beside = a.block.right == b.block.column or b.block.right == a.block.column
        if beside and a.box == b.box and a.block.common_rows(b.block) > OVERLAP * min(a.block.rows, b.block.rows):
            sizes = sorted((a.size, b.size))
            yield Fault("R2", f"{a.story} and {b.story}", sizes[1] >= RATIO * sizes[0] or a.vertical != b.vertical)


def stacked_heads(page: PageRead) -> Iterator[Fault]:
    """R3 叠题: one head right on another, with fewer than three rows between."""
    for a, b in _pairs(page):
        between = -a.block.common_rows(b.block)
        if a.block.common_columns(b.block) > 0 and 0 <= between < STACKED:
            yield Fault("R3", f"{a.story} and {b.story}")


def text_under_its_head(page: PageRead) -> Iterator[Fault]:
    """R6 题文对应: the first leg begins in the head's columns, right under it or under a photo as wide; at the right of a head beside its text."""
    for story in page.stories:
        if story.head and story.legs and not _under(story.head, story.legs[0], story):
            yield Fault("R6", f"the text of {story.id} does not begin under its head")


def _under(head: Head, leg: Leg, story: Story) -> bool:
    if _beside(head, story):
        return leg.block.column == head.block.right and abs(leg.block.row - head.block.row) <= 2
    inside = head.block.column <= leg.block.column < head.block.right
    foot = max([head.block.foot, *(p.whole.foot for p in story.pictures if _hangs(p, head))])
    return inside and head.block.foot <= leg.block.row <= foot + 1


def _beside(head: Head, story: Story) -> bool:
    """竖题 or 旁题: none of the story's text stands in the columns of its head."""
    return all(leg.block.common_columns(head.block) <= 0 for leg in story.legs)


def _hangs(picture: Picture, head: Head) -> bool:
    """A photo right under a head and as wide."""
    return picture.whole.column <= head.block.column and picture.whole.right >= head.block.right and 0 <= picture.whole.row - head.block.foot <= 1


def reading_order(page: PageRead) -> Iterator[Fault]:
    """R7 串文: each leg goes on in the same column below a photo of its own, or in the next column under its own head or photo."""
    for story in page.stories:
        for before, after in pairwise(story.legs):
            if why := _break(before, after, story, page):
                yield Fault("R7", f"{story.id} leg {after.number} {why}")


def _break(before: Leg, after: Leg, story: Story, page: PageRead) -> str:
    """Why a leg cannot be found from the one before; empty when it can."""
    a, b = before.block, after.block
    if b.column < a.column or (b.column < a.right and b.row < a.foot and a.columns == 1):
        return "stands before the one it follows"
    own = {story.id, story.box or story.id, ""}
    if b.column < a.right:
        between = Block(b.column, a.foot, b.columns, max(0, b.row - a.foot))
        return "" if all(page.at(*cell) in own for cell in between.cells()) else "lies below another story"
    top = story.head.block.foot if story.head and not _beside(story.head, story) else min(leg.block.row for leg in story.legs)
    skipped = Block(a.right, max(top, min(a.row, b.row)), b.column - a.right, max(1, min(a.foot, b.foot) - max(a.row, b.row)))
    if not all(page.at(*cell) in own for cell in skipped.cells()):
        return "jumps over another story"
    above = Block(b.column, top, b.columns, max(0, b.row - top))
    strangers = [cell for cell in above.cells() if page.at(*cell) not in own]
    return "begins below another story" if strangers and page.at(b.column, b.row - 1) not in own - {""} else ""


def out_from_under(page: PageRead) -> Iterator[Fault]:
    """R8: text above its head, or left of it: stories turn right only."""
    for story in page.stories:
        if story.head and not story.brief:
            for leg in story.legs:
                if leg.block.row < story.head.block.row or leg.block.column < story.head.block.column:
                    yield Fault("R8", f"{story.id} leg {leg.number} runs out from under its head")


def photo_with_its_story(page: PageRead) -> Iterator[Fault]:
    """R9: half of one side of a photo touches its own text or head, foreign stories do not stand on both its long sides, its caption does not read as a lead."""
    for story in page.stories:
        for picture in story.pictures:
            if story.legs and max(_touch(side, story, page) for side in _sides(picture.whole)) < 0.5:
                yield Fault("R9", f"a photo of {story.id} touches nothing of its own")
            elif _sandwiched(picture, page):
                yield Fault("R9", f"a photo of {story.id} stands between other stories")
            elif _caption_leads(picture, story):
                yield Fault("R9", f"a caption stands between the head of {story.id} and its text")


def _sides(block: Block) -> list[list[tuple[int, int]]]:
    """Cells along the top, foot, left and right of a block; up and down a row of white more."""
    columns, rows = range(block.column, block.right), range(block.row, block.foot)
    top, foot = [(c, block.row - 1) for c in columns], [(c, block.foot) for c in columns]
    return [top, foot, [(block.column - 1, r) for r in rows], [(block.right, r) for r in rows]]


def _touch(side: list[tuple[int, int]], story: Story, page: PageRead) -> float:
    """Share of a side along which the story's own text or head stands."""
    own = {story.id, story.box or story.id}
    return sum(page.at(*cell) in own and page.kinds.get(cell) not in ("gap", "figure", "caption") for cell in side) / len(side)


def _foreign(side: list[tuple[int, int]], picture: Picture, page: PageRead) -> bool:
    others = [page.at(*cell) for cell in side]
    return sum(o is not None and o not in ("", picture.story, page.at(picture.block.column, picture.block.row)) for o in others) > 0.5 * len(others)


def _sandwiched(picture: Picture, page: PageRead) -> bool:
    top, foot, left, right = _sides(picture.whole)
    tall = picture.block.rows * page.json["grid"]["leading"] > picture.width
    return _foreign(left, picture, page) and _foreign(right, picture, page) if tall else _foreign(top, picture, page) and _foreign(foot, picture, page)


def _caption_leads(picture: Picture, story: Story) -> bool:
    """A caption right under a head, the picture not between: only when the picture stands elsewhere."""
    if not (picture.caption and story.head):
        return False
    column, row = picture.caption["cells"][:2]
    return bool(row == story.head.block.foot and column == story.head.block.column and picture.block.row > row)


def alike(page: PageRead) -> Iterator[Fault]:
    """R21: heads near one another differ in face, size or direction."""
    for a, b in _pairs(page):
        apart = max(-a.block.common_columns(b.block), 0), max(-a.block.common_rows(b.block), 0)
        near = (apart[0] == 0 and apart[1] <= NEAR_ROWS) if a.block.common_rows(b.block) > 0 or a.block.common_columns(b.block) > 0 else False
        if near and a.font == b.font and abs(a.size - b.size) < 0.5 and a.vertical == b.vertical:
            yield Fault("R21", f"{a.story} and {b.story} look alike")
