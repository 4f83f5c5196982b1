"""What holds on every page: each function reads a page of the layout JSON and names what breaks its rule. Nothing said means it holds."""

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from typing import Any

Json = dict[str, Any]
Breaches = Iterator[str]
Rule = Callable[[Json], Breaches]

CLOSING = frozenset("，。、；：？！）》〉”’」』】〕％％·")
OPENING = frozenset("（《〈“‘「『【〔")
ASCENT, DESCENT = 0.84, 0.08
"""Ink of the body above and below its baseline, in em (house-style §1)."""
NEAR = 0.02
"""Two roundings to 0.01 pt."""


def cells(frame: Json) -> list[tuple[int, int]]:
    """Column and row of each cell of a frame."""
    column, row, columns, rows = frame.get("cells") or (0, 0, 0, 0)
    return [(c, r) for c in range(column, column + columns) for r in range(row, row + rows)]


def own_measure(page: Json) -> set[str]:
    """Stories set as blocks of their own measure: in a box, or 破栏."""
    boxes = [f["rect"] for f in of_kind(page, "box")]
    boxed = {f["story"] for f in of_kind(page, "body") if any(within(f["rect"], box) for box in boxes)}
    return boxed | {f["story"] for f in of_kind(page, "body") if f["rect"][2] - f["rect"][0] > page["grid"]["column"] + NEAR}


def foot(frame: Json) -> int:
    """The row after a frame's last."""
    return frame["cells"][1] + frame["cells"][3]


def of_kind(page: Json, *kinds: str) -> list[Json]:
    return [f for f in page["frames"] if f["kind"] in kinds]


def legs(page: Json) -> Iterator[tuple[str, list[Json]]]:
    """Each leg of each story: runs of lines and subheads from top to foot."""
    running = [f for f in page["frames"] if f["kind"] in ("body", "subhead")]
    for (story, leg), frames in groupby(running, key=lambda f: (f["story"], f["leg"])):
        yield f"{story} leg {leg}", list(frames)


def every_cell_has_one_frame(page: Json) -> Breaches:
    owners: dict[tuple[int, int], str] = {}
    for frame in page["frames"]:
        for cell in cells(frame):
            if cell in owners:
                yield f"{cell} belongs to {owners[cell]} and {frame['id']}"
            owners[cell] = frame["id"]
    grid = page["grid"]
    whole = {(c, r) for c in range(grid["columns"]) for r in range(grid["rows"])}
    yield from (f"{cell} belongs to no frame" for cell in sorted(whole - set(owners)))
    yield from (f"{cell} lies off the grid" for cell in sorted(set(owners) - whole))
    if page["fill"]["blank_cells"]:
        yield f"{page['fill']['blank_cells']} blank cells"


def no_hole(page: Json) -> Breaches:
    """White that is meant is a row or two."""
    yield from (f"{f['id']} is {f['cells'][3]} rows of white" for f in of_kind(page, "gap") if f["cells"][3] > 2)


def ids_are_unique(page: Json) -> Breaches:
    seen: set[str] = set()
    for frame in page["frames"]:
        if frame["id"] in seen:
            yield f"two frames are called {frame['id']}"
        seen.add(frame["id"])


def frames_stand_on_the_grid(page: Json) -> Breaches:
    """Body and subheads run from the top of their first row to the foot of their last, inside their columns."""
    grid, left, top = page["grid"], page["type_area"][0], page["type_area"][1]
    for frame in of_kind(page, "body", "subhead"):
        column, row, _, rows = frame["cells"]
        x0, y0, x1, y1 = frame["rect"]
        edge = left + column * (grid["column"] + grid["column_gap"])
        if abs(y0 - top - row * grid["leading"]) > NEAR or abs(y1 - top - (row + rows) * grid["leading"]) > NEAR:
            yield f"{frame['id']} is off its rows"
        if frame["story"] not in own_measure(page) and (abs(x0 - edge) > NEAR or abs(x1 - edge - grid["column"]) > NEAR):
            yield f"{frame['id']} is off its column"
        if frame["kind"] == "body" and frame["lines"] != rows:
            yield f"{frame['id']} has {frame['lines']} lines on {rows} rows"


def columns_end_on_the_last_row(page: Json) -> Breaches:
    """The lowest copy, picture or box of each column ends on the last row above the credits."""
    last = page["grid"]["rows"] - 1
    boxes = [f["rect"] for f in of_kind(page, "box")]
    standing = of_kind(page, "body", "subhead", "quote", "verse", "table", "end_note", "jump_line", "figure", "caption", "headline", "advert")
    for column in range(page["grid"]["columns"]):
        own = [f for f in standing if f["cells"][0] <= column < f["cells"][0] + f["cells"][2]]
        lowest = max(own, key=foot, default=None)
        if lowest is None:
            yield f"column {column} is empty"
            continue
        box = next((b for b in boxes if within(lowest["rect"], b)), None)
        end = int((box[3] - page["type_area"][1]) / page["grid"]["leading"]) if box else foot(lowest)
        if end != last:
            yield f"column {column} ends at row {end} with {lowest['id']}, not at {last}"


def within(rect: list[float], other: list[float]) -> bool:
    """Whether a rect lies in another, in its rows at least by its middle."""
    return other[0] - NEAR <= rect[0] and rect[2] <= other[2] + NEAR and other[1] <= (rect[1] + rect[3]) / 2 <= other[3]


def subheads_have_text_about_them(page: Json) -> Breaches:
    """Two lines above and below a subhead in its leg; only one that opens its story has none above."""
    opened: set[str] = set()
    for name, frames in legs(page):
        for i, frame in enumerate(frames):
            if frame["kind"] == "subhead":
                above, below = frames[i - 1] if i else None, frames[i + 1] if i + 1 < len(frames) else None
                if not below or below["kind"] != "body" or below["lines"] < 2:
                    yield f"{name}: {frame['text']} stands at the foot"
                if frame["story"] in opened and (not above or above["kind"] != "body" or above["lines"] < 2):
                    yield f"{name}: {frame['text']} stands at the top"
            opened.add(frame["story"])


def lonely_lines(page: Json) -> Breaches:
    """A paragraph's last line alone at a leg's top, its first alone at a leg's foot. A source in a line of its own belongs to the paragraph."""
    for _, frames in groupby((f for f in page["frames"] if f["kind"] == "body"), key=lambda f: f["story"]):
        lines = [(f, text, i in f["ends"]) for f in frames for i, text in enumerate(f["set"])]
        sourced = [ends and after[1][0] == "（" and after[1][-1] == "）" and after[2] for (_, _, ends), after in pairwise(lines)]
        ends = [line[2] and not source for line, source in zip(lines, [*sourced, False], strict=True)]
        for at, ((before, last, _), (this, first, _)) in enumerate(pairwise(lines)):
            if before["leg"] == this["leg"] or ends[at]:
                continue
            if ends[at + 1]:
                yield f"{this['id']} begins with a last line: {first}"
            if at == 0 or ends[at - 1]:
                yield f"{before['id']} ends with a first line: {last}"


def no_mark_where_it_may_not_stand(page: Json) -> Breaches:
    for frame in of_kind(page, "body", "subhead", "headline", "caption", "deck", "kicker"):
        for line in frame.get("set", []):
            if line[0] in CLOSING or line[-1] in OPENING:
                yield f"{frame['id']}: {line}"


def text_begins_under_its_head(page: Json) -> Breaches:
    """The first run of text stands right under its head, or under a picture that does."""
    for head in of_kind(page, "headline"):
        column, row, _, rows = head["cells"]
        first = next((f for f in of_kind(page, "body", "subhead", "summary", "editor_note") if f["story"] == head["story"]), None)
        if first is None:
            yield f"{head['id']} has no text"
            continue
        between = [f for f in page["frames"] if f["kind"] in ("figure", "caption", "gap", "data", "jump_line") and f.get("cells") and first["cells"][0] == f["cells"][0]]
        at = row + rows
        while at != first["cells"][1] and (over := next((f for f in between if f["cells"][1] == at), None)):
            at = foot(over)
        if first["cells"][0] != column or at != first["cells"][1]:
            yield f"{first['id']} does not stand under {head['id']}"


def pictures_align_with_ink(page: Json) -> Breaches:
    """A picture reaches from the ink top of its first row to the ink foot of its last, over whole columns (house-style §7)."""
    grid = page["grid"]
    for frame in of_kind(page, "figure"):
        column, row, columns, rows = frame["cells"]
        left = page["type_area"][0] + column * (grid["column"] + grid["column_gap"])
        width = columns * grid["column"] + (columns - 1) * grid["column_gap"]
        baseline = grid["first_baseline"] + row * grid["leading"]
        top = baseline - ASCENT * grid["body_size"]
        end = baseline + (rows - 1) * grid["leading"] + DESCENT * grid["body_size"]
        off = [abs(a - b) for a, b in zip(frame["rect"], (left, top, left + width, end), strict=True)]
        off = off[1::2] if frame["story"] in own_measure(page) else off
        if max(off) > NEAR:
            yield f"{frame['id']} is off by {max(off):.2f} pt"


def pictures_carry_captions(page: Json) -> Breaches:
    """A caption stands in the row after its picture, as wide."""
    pictures = {f["id"]: f["cells"] for f in of_kind(page, "figure")}
    for frame in of_kind(page, "caption"):
        column, row, columns, rows = pictures[frame["id"].removesuffix(".caption")]
        if frame["cells"][:3] != [column, row + rows, columns]:
            yield f"{frame['id']} does not stand under its picture"


def photos_are_hardly_cropped(page: Json) -> Breaches:
    if page["fill"]["elastic"]["photo_crop_max"] > 0.16:
        yield f"a photo loses {page['fill']['elastic']['photo_crop_max']}"


def legs_read_down_and_right(page: Json) -> Breaches:
    """Each leg begins below the one before in its column, or in a column further right."""
    last: dict[str, list[int]] = {}
    for frame in of_kind(page, "body", "subhead"):
        here, before = frame["cells"], last.get(frame["story"])
        if before and (here[0], here[1]) < (before[0], before[1] + before[3]):
            yield f"{frame['id']} stands before what it follows"
        last[frame["story"]] = here


def stories_stay_in_their_outline(page: Json) -> Breaches:
    """Every frame of a story lies in the bounds of its outline."""
    bounds = {s["id"]: [f(p[i] for poly in s["polygons"] for p in poly) for f in (min, max) for i in (0, 1)] for s in page["stories"]}
    for frame in page["frames"]:
        if frame.get("story") in bounds and frame["kind"] in ("body", "subhead", "headline", "figure", "caption"):
            x0, y0, x1, y1 = bounds[frame["story"]]
            a0, b0, a1, b1 = frame["rect"]
            if a0 < x0 - NEAR or b0 < y0 - NEAR or a1 > x1 + NEAR or b1 > y1 + NEAR:
                yield f"{frame['id']} leaves its story's outline"


RULES: tuple[Rule, ...] = (
    every_cell_has_one_frame, no_hole, ids_are_unique, frames_stand_on_the_grid, columns_end_on_the_last_row, subheads_have_text_about_them, lonely_lines,
    no_mark_where_it_may_not_stand, text_begins_under_its_head, pictures_align_with_ink, pictures_carry_captions, photos_are_hardly_cropped,
    legs_read_down_and_right, stories_stay_in_their_outline,
)  # fmt: skip
