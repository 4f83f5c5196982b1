"""Rank, size, photos and balance (R13–R16, R20, R22)."""

from collections.abc import Iterator
from itertools import combinations

from rubric.faults import Fault
from rubric.reading import Block, PageRead, Story

INVERSION = 1.2
LEAST_TAU = 0.6
CENTRE = ((0.38, 0.62), (0.28, 0.55))
LEAST_DISPLAY = 6
LARGEST_TEXT = 0.20
BILL = (500.0, 216.0)
"""The dollar-bill window in points: 4 columns x 16 lines of the 8 x 13 grid at 9 on 13.5 pt."""
PHOTOS, TEXTS, HEADS = (0.15, 0.30), (0.50, 0.62), (0.14, 0.22)
BOXES = 2
DOMINANT = 1.5
LARGEST_CROP = 0.16


def _headed(page: PageRead) -> list[Story]:
    return [s for s in page.stories if s.head and not s.brief]


def size_inversion(page: PageRead) -> Iterator[Fault]:
    """R13: a head more than 20 % larger than that of a story of higher rank, or than that of its like over the same columns further up."""
    for a, b in combinations(_headed(page), 2):
        first, second = sorted((a, b), key=lambda s: (s.rank, s.head.block.row if s.head else 0))
        assert first.head and second.head
        if second.head.size <= INVERSION * first.head.size or first.head.vertical != second.head.vertical:
            continue
        below = first.rank == second.rank and second.head.block.columns == first.head.block.columns and second.head.block.row > first.head.block.row
        if first.rank < second.rank or below:
            yield Fault("R13", f"{second.id} ({second.head.size:g}) over {first.id} ({first.head.size:g})")


def lead_owns_the_top(page: PageRead) -> bool:
    """R14: the story of first rank has the page's upper left cell, and no head is larger than its."""
    stories = _headed(page)
    lead = min(stories, key=lambda s: (s.rank, s.order), default=None)
    if lead is None or lead.head is None:
        return False
    corner = next((page.at(0, row) for row in range(page.area.row, page.area.row + 3) if page.at(0, row)), None)
    return corner in (lead.id, lead.box or lead.id) and all(s.head.size <= lead.head.size for s in stories if s.head)


def weak_lead(page: PageRead) -> Iterator[Fault]:
    """R14: the lead does not own the top left, or its head is not the largest."""
    if not lead_owns_the_top(page):
        yield Fault("R14", "the lead does not own the upper left with the largest head")


def tau(page: PageRead) -> float:
    """Kendall's tau of rank against 区序 (upper left, upper right, lower right, lower left) over pairs that differ in both; 1 where there are none."""
    agree = differ = 0
    for a, b in combinations(_headed(page), 2):
        order = (b.rank - a.rank) * (_strength(a, page) - _strength(b, page))
        agree, differ = agree + (order > 0), differ + (order < 0)
    return (agree - differ) / (agree + differ) if agree + differ else 1.0


def _strength(story: Story, page: PageRead) -> int:
    """4 to 1 by the quarter the middle of its head lies in; a head across both halves is left."""
    assert story.head
    x, y = story.head.block.middle
    left, upper = x <= page.columns / 2, y < page.area.row + page.area.rows / 2
    return (4 if left else 3) if upper else (1 if left else 2)


def rank_and_place(page: PageRead) -> Iterator[Fault]:
    """R14: higher ranks stand in stronger quarters."""
    if tau(page) < LEAST_TAU:
        yield Fault("R14", f"rank against place: tau {tau(page):.2f}", True)


def centre(page: PageRead) -> tuple[float, float] | None:
    """Where the mass of heads and photos lies, as shares of the area."""
    blocks = [h.block for h in page.heads] + [p.block for p in page.pictures]
    mass = sum(b.area for b in blocks)
    if not mass:
        return None
    x = sum(b.area * (b.middle[0] - page.area.column) for b in blocks) / mass / page.area.columns
    y = sum(b.area * (b.middle[1] - page.area.row) for b in blocks) / mass / page.area.rows
    return x, y


def off_centre(page: PageRead) -> Iterator[Fault]:
    """R15: heads and photos weigh about the middle."""
    where = centre(page)
    if where is None or not all(least <= at <= most for at, (least, most) in zip(where, CENTRE, strict=True)):
        yield Fault("R15", f"mass at {where[0]:.2f}, {where[1]:.2f}" if where else "no mass at all")


def empty_quarters(page: PageRead) -> Iterator[Fault]:
    """R15: every quarter of the page has a head or a photo."""
    area, half, middle = page.area, page.columns // 2, page.area.row + page.area.rows // 2
    quarters = [Block(c, r, half, area.rows // 2) for r in (area.row, middle) for c in (0, page.columns - half)]
    shown = [h.block for h in page.heads] + [p.block for p in page.pictures]
    for name, quarter in zip(("upper left", "upper right", "lower left", "lower right"), quarters, strict=True):
        cells = sum(max(0, b.common_columns(quarter)) * max(0, b.common_rows(quarter)) for b in shown)
        if cells < LEAST_DISPLAY:
            yield Fault("R15", f"no head or photo in the {name}")


def gray_windows(page: PageRead) -> Iterator[Fault]:
    """R15: no window as large as a banknote in one story with nothing but text, and no field of text over a fifth of the page."""
    grid = page.json["grid"]
    columns, rows = round(BILL[0] / (grid["column"] + grid["column_gap"])), round(BILL[1] / grid["leading"])
    depth = _depths(page, same_story=True)
    window = next(
        (cell for cell in depth if all(depth.get((cell[0] + i, cell[1]), 0) >= rows for i in range(columns)) and _one_story(cell, columns, page)), None
    )
    if window:
        yield Fault("R15", f"nothing but text in {columns} columns x {rows} rows up to column {window[0]} row {window[1]}")
    if (most := _largest_field(page)) > LARGEST_TEXT * page.area.area:
        yield Fault("R15", f"a field of {most} cells of text")


def _depths(page: PageRead, same_story: bool) -> dict[tuple[int, int], int]:
    """For every cell of text, how many rows of text end in it."""
    depth: dict[tuple[int, int], int] = {}
    for column in range(page.columns):
        for row in range(page.area.row, page.area.foot):
            if page.kinds.get((column, row)) == "body":
                above = depth.get((column, row - 1), 0)
                depth[column, row] = 1 + (above if not same_story or page.at(column, row) == page.at(column, row - 1) else 0)
    return depth


def _one_story(cell: tuple[int, int], columns: int, page: PageRead) -> bool:
    return len({page.at(cell[0] + i, cell[1]) for i in range(columns)}) == 1


def _largest_field(page: PageRead) -> int:
    depth = _depths(page, same_story=False)
    best = 0
    for (column, row), least in depth.items():
        for width in range(1, page.columns - column + 1):
            least = min(least, depth.get((column + width - 1, row), 0))
            best = max(best, width * least)
    return best


def photo_share(page: PageRead) -> float:
    """Photos with their captions as a share of the area."""
    return sum(p.block.area + (p.caption["cells"][2] * p.caption["cells"][3] if p.caption else 0) for p in page.pictures) / page.area.area


def densities(page: PageRead) -> Iterator[Fault]:
    """R16: photos, text and heads take their shares of the area. A page that was given no photo is not short of photos."""
    share = photo_share(page)
    if page.pictures and not PHOTOS[0] <= share <= PHOTOS[1]:
        yield Fault("R16", f"photos take {share:.2f}")
    text = sum(kind in ("body", "subhead") for cell, kind in page.kinds.items() if cell in page.owners) / page.area.area
    heads = sum(h.block.area for h in page.heads) / page.area.area
    for name, found, (least, most) in (("text", text, TEXTS), ("heads", heads, HEADS)):
        if not least <= found <= most:
            yield Fault("R16", f"{name} take {found:.2f}", True)


def boxes(page: PageRead) -> Iterator[Fault]:
    """R20: at most two boxes or tints."""
    if len(page.boxes) > BOXES:
        yield Fault("R20", f"{len(page.boxes)} boxes")


def no_dominant(page: PageRead) -> Iterator[Fault]:
    """R22: of two or more photos the largest is half as large again as the next."""
    areas = sorted((p.block.area for p in page.pictures), reverse=True)
    if len(areas) > 1 and areas[0] < DOMINANT * areas[1]:
        yield Fault("R22", f"{areas[0]} cells beside {areas[1]}")


def cropped(page: PageRead) -> Iterator[Fault]:
    """§6 F: no photo loses more than 16 %, no caption is wider than its photo."""
    crop = page.json["fill"]["elastic"]["photo_crop_max"]
    if crop > LARGEST_CROP + 0.0005:
        yield Fault("crop", f"a photo loses {crop:.2f}")
    for picture in page.pictures:
        if picture.caption and (picture.caption["rect"][0] < picture.rect[0] - 1 or picture.caption["rect"][2] > picture.rect[2] + 1):
            yield Fault("crop", f"a caption of {picture.story} is wider than its photo")
