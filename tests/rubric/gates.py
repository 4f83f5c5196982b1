"""Hard gates (make-up §6): any of them and the page cannot have more than 40 points."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations

from rubric.faults import Fault
from rubric.reading import FURNITURE, TEXT, Json, PageRead, block_of
from rubric.structure import cross

NEAR = 0.5
COPY = (*TEXT, "subhead", "headline", "caption")


def overset(page: PageRead) -> Iterator[Fault]:
    """Text that has no place on the page."""
    yield from (Fault("overset", f"{s['id']} by {s['over_chars']} characters") for s in page.json["stories"] if s["over_chars"])


def overlap(page: PageRead) -> Iterator[Fault]:
    """Two frames on one cell, or the rects of text and picture on one another."""
    owners: dict[tuple[int, int], str] = {}
    told = set()
    for frame in page.frames:
        for cell in block_of(frame).cells() if frame.get("cells") else ():
            other = owners.setdefault(cell, frame["id"])
            if other != frame["id"] and (other, frame["id"]) not in told and not _parts_of_a_column(frame, page):
                told.add((other, frame["id"]))
                yield Fault("overlap", f"{other} and {frame['id']} at column {cell[0]} row {cell[1]}")
    solid = [f for f in page.frames if f["kind"] in (*COPY, "figure")]
    yield from (Fault("overlap", f"{a['id']} and {b['id']}") for a, b in combinations(solid, 2) if (a["id"], b["id"]) not in told and _cross(a, b))


def _parts_of_a_column(frame: Json, page: PageRead) -> bool:
    """In a box two legs of a broken measure may share a column of the grid; their rects tell."""
    return bool(page.box_of(frame)) and frame["kind"] in COPY


def _cross(a: Json, b: Json) -> bool:
    (a0, b0, a1, b1), (c0, d0, c1, d1) = a["rect"], b["rect"]
    return min(a1, c1) - max(a0, c0) > NEAR and min(b1, d1) - max(b0, d0) > NEAR


def missing_or_twice(page: PageRead) -> Iterator[Fault]:
    """A story without head or text, or two of one name."""
    for name, times in Counter(s["id"] for s in page.json["stories"]).items():
        if times > 1:
            yield Fault("twice", name)
    for story in page.stories:
        if story.json["chars"] and not story.legs:
            yield Fault("missing", f"{story.id} has no text")
        if not story.head and not story.json.get("jump_from"):
            yield Fault("missing", f"{story.id} has no head")


def interleaved(page: PageRead) -> Iterator[Fault]:
    """In one column a story, another, and the first again without its head."""
    for column in range(page.columns):
        seen: list[str] = []
        for row in range(page.area.row, page.area.foot):
            owner = page.at(column, row)
            if owner and (not seen or seen[-1] != owner):
                if owner in seen:
                    yield Fault("interleaved", f"{owner} goes on below {seen[-1]} in column {column}")
                seen.append(owner)


def tofu(page: PageRead) -> Iterator[Fault]:
    """Characters no face has."""
    yield from (Fault("tofu", d["message"]) for d in page.diagnostics if d["code"].startswith("T") and d["severity"] == "error")
    yield from (Fault("tofu", f["id"]) for f in page.frames if re.search("[\ufffd\u25a1]", f.get("text") or ""))


def out_of_area(page: PageRead) -> Iterator[Fault]:
    """Copy or picture outside the type area; a hanging mark may stand half a 字 out."""
    x0, y0, x1, y1 = page.json["type_area"]
    hang = page.json["grid"]["body_size"] / 2 + NEAR
    for frame in page.frames:
        a0, b0, a1, b1 = frame["rect"]
        if frame["kind"] in (*COPY, "figure") and frame["kind"] not in FURNITURE and (a0 < x0 - hang or a1 > x1 + hang or b0 < y0 - NEAR or b1 > y1 + NEAR):
            yield Fault("out_of_area", frame["id"])


GATES: tuple[Callable[[PageRead], Iterator[Fault]], ...] = (overset, overlap, missing_or_twice, interleaved, tofu, out_of_area)


def gates(page: PageRead) -> tuple[Fault, ...]:
    """Every hard gate the page runs into."""
    return tuple(fault for gate in GATES for fault in gate(page))


def head_below_text(page: PageRead) -> Iterator[Fault]:
    """A story's text above its head."""
    for story in page.stories:
        if story.head and any(leg.block.row < story.head.block.row for leg in story.legs):
            yield Fault("head_below_text", story.id)


def subhead_at_foot(page: PageRead) -> Iterator[Fault]:
    """A subhead with nothing under it in its leg."""
    for story in page.stories:
        for leg in story.legs:
            if leg.frames[-1]["kind"] == "subhead":
                yield Fault("subhead_at_foot", f"{story.id} leg {leg.number}")


def hard_faults(page: PageRead) -> tuple[Fault, ...]:
    """What must never happen: the gates, a head below its text, a subhead at a leg's foot, a 田字 cross."""
    return (*gates(page), *head_below_text(page), *subhead_at_foot(page), *cross(page))
