"""A page drawn as a map of its cells becomes layout JSON: for trying the rubric's predicates on pages made by hand.

A line of the map is a number of rows and what stands in each of six columns in them: `aH` the head of story a, `aT` its text, `aS` a subhead, `a1` its first
photo, `a1c` that photo's caption, `--` white, `??` nothing at all. The rows come to 80; nameplate and credits are put round them.

Lines with `:` tell more: `a: size=60 font=song-900 rank=1 head=一/二 box=briefs1`, `a.2.0: 行` the first line of the leg of that number, `a.2: ends=0,4` the lines
of its first run that end paragraphs, `page: crop=0.2 over=a:30 plain=yes twice=a`, `shift: a.p1=0,-40,0,0` what is added to the rect of a frame.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Spot = tuple[int, int]
COLUMNS, ROWS, TOP = 6, 92, 11
COLUMN, GAP, LEADING, LEFT, HEAD = 157.5, 15.75, 15.75, 40.88, 47.94
LINE = "正文排在这里一行十五个字不多不"


@dataclass
class Map:
    """The map as read: what stands in every cell, and what is told besides."""

    cells: dict[Spot, str] = field(default_factory=dict)
    told: dict[str, dict[str, str]] = field(default_factory=dict)


def drawn(text: str) -> Json:
    """The layout JSON of a map: an issue of one page."""
    page = _read(text)
    frames = [*_furniture(page), *_boxes(page), *(f for story in _stories(page) for f in _story(story, page)), *_white(page)]
    for frame in frames:
        if shift := page.told.get("shift", {}).get(frame["id"]):
            frame["rect"] = [at + float(by) for at, by in zip(frame["rect"], shift.split(","), strict=True)]
    twice = page.told.get("page", {}).get("twice", "")
    stories = [_told(name, page, frames) for name in (*_stories(page), *twice)]
    crop = float(page.told.get("page", {}).get("crop", 0.1))
    elastic = {"leading": 0.0, "photo_crop_max": crop, "headline_steps": 0, "loose_paragraphs": 0, "blank_lines": 0}
    grid = {"columns": COLUMNS, "rows": ROWS, "column": COLUMN, "column_gap": GAP, "leading": LEADING, "body_size": 10.5, "first_baseline": 59.8}
    whole = {
        "number": 1, "label": "01", "name": "", "size": [1105.51, 1544.88], "type_area": [LEFT, HEAD, LEFT + 1023.75, HEAD + ROWS * LEADING], "grid": grid,
        "frames": frames, "stories": stories, "fill": {"blank_cells": 0, "elastic": elastic}, "faults": [],
    }  # fmt: skip
    return {"format": 1, "issue": "map", "date": "2024-06-18", "pages": [whole], "diagnostics": []}


def _read(text: str) -> Map:
    page, row = Map(), TOP
    for line in filter(None, (raw.split("//")[0].strip() for raw in text.splitlines())):
        name, colon, rest = line.partition(":")
        if colon and not name[0].isdigit():
            page.told.setdefault(name, {}).update({"line": rest.strip()} if name.count(".") == 2 else dict(pair.split("=", 1) for pair in rest.split()))
            continue
        count, *tokens = line.split()
        assert len(tokens) == COLUMNS, line
        page.cells |= {(c, r): token for r in range(row, row + int(count)) for c, token in enumerate(tokens)}
        row += int(count)
    assert row == ROWS - 1, f"the map has {row - TOP} rows"
    return page


def _stories(page: Map) -> list[str]:
    return sorted({token[0] for token in page.cells.values() if token[0].isalpha()})


def _rect(block: list[int]) -> list[float]:
    column, row, columns, rows = block
    left = LEFT + column * (COLUMN + GAP)
    return [round(v, 2) for v in (left, HEAD + row * LEADING, left + columns * COLUMN + (columns - 1) * GAP, HEAD + (row + rows) * LEADING)]


def _bounds(spots: list[Spot]) -> list[int]:
    columns, rows = [c for c, _ in spots], [r for _, r in spots]
    return [min(columns), min(rows), max(columns) - min(columns) + 1, max(rows) - min(rows) + 1]


def _frame(name: str, kind: str, block: list[int], **more: Any) -> Json:
    return {"id": name, "kind": kind, "rect": _rect(block), "cells": block, "copy": True, **more}


def _furniture(page: Map) -> Iterator[Json]:
    if "plain" not in page.told.get("page", {}):
        yield {**_frame("nameplate", "nameplate", [0, 0, COLUMNS, TOP], text="江湾工会\n2024年6月\n星期二\n18"), "copy": False}
        yield {"id": "rules", "kind": "rule", "rect": [50, 300, 60, 900], "copy": False}
    else:
        yield {**_frame("nameplate", "nameplate", [0, 0, COLUMNS, TOP]), "copy": False}
    yield {**_frame("credits", "credits", [0, ROWS - 1, COLUMNS, 1], text="江湾工会"), "copy": False}


def _boxes(page: Map) -> Iterator[Json]:
    names = sorted({told["box"] for told in page.told.values() if "box" in told})
    for name in names:
        spots = [spot for spot, token in page.cells.items() if page.told.get(token[0], {}).get("box") == name]
        own = {} if name.startswith("briefs") else {"story": name}
        yield {"id": f"{name}.box", "kind": "box", "rect": _rect(_bounds(spots)), "copy": False, "story": name, **own}


def _story(name: str, page: Map) -> Iterator[Json]:
    told = page.told.get(name, {})
    rank = int(told.get("rank", 1 if name == "a" else 3))
    own = {"story": name, "rank": rank}
    heads = [spot for spot, token in page.cells.items() if token == f"{name}H"]
    if heads:
        size = float(told.get("size", 60 if name == "a" else 30 - 0.6 * (ord(name) - ord("b"))))
        full = round(0.85 * (_rect(_bounds(heads))[2] - _rect(_bounds(heads))[0]) / size)
        lines = told.get("head", "字" * full).split("/")
        yield _frame(f"{name}.headline", "headline", _bounds(heads), **own, text="".join(lines), set=lines, ends=[len(lines) - 1], lines=len(lines), size=size,
                     font=told.get("font", "song-900" if ord(name) % 2 else "hei-900"))  # fmt: skip
    for number, leg in enumerate(_legs(name, page)):
        yield from _leg(name, number, leg, page, own)
    for token in sorted({t for t in page.cells.values() if t[0] == name and t[1:2].isdigit()}):
        spots = [spot for spot, t in page.cells.items() if t == token]
        photo = token[:2].replace(name, f"{name}.p", 1)
        yield _frame(f"{photo}.caption" if token.endswith("c") else photo, "caption" if token.endswith("c") else "figure", _bounds(spots), **own,
                     text="图注", set=["图注"], ends=[0], lines=1)  # fmt: skip


def _legs(name: str, page: Map) -> Iterator[list[Spot]]:
    """Runs of text in one column, column by column."""
    for column in range(COLUMNS):
        rows = [r for r in range(TOP, ROWS) if page.cells.get((column, r)) in (f"{name}T", f"{name}S")]
        for _, run in itertools.groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            yield [(column, row) for _, row in run]


def _leg(name: str, number: int, spots: list[Spot], page: Map, own: Json) -> Iterator[Json]:
    start = 0
    for run, (token, group) in enumerate(itertools.groupby(spots, key=lambda spot: page.cells[spot])):
        block = _bounds(list(group))
        if token.endswith("S"):
            yield _frame(f"{name}.subhead{number}-{run}", "subhead", block, **own, leg=number, text="小标题", set=["小标题"], ends=[0], lines=1)
        else:
            lines = [page.told.get(f"{name}.{number}.{start + i}", {}).get("line", LINE) for i in range(block[3])]
            ends = [int(e) for e in page.told.get(f"{name}.{number}", {}).get("ends", "").split(",") if e] if run == 0 else []
            yield _frame(f"{name}.body{number}-{run}", "body", block, **own, leg=number, text="".join(lines), set=lines, ends=ends, lines=block[3])
        start += block[3]


def _white(page: Map) -> Iterator[Json]:
    for column in range(COLUMNS):
        rows = [r for r in range(TOP, ROWS) if page.cells.get((column, r)) == "--"]
        for _, run in itertools.groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            block = _bounds([(column, row) for _, row in run])
            yield {**_frame(f"between{column}-{block[1]}", "gap", block), "copy": False}


def _told(name: str, page: Map, frames: list[Json]) -> Json:
    chars = sum(len(f["text"]) for f in frames if f.get("story") == name and f["kind"] == "body")
    over = dict(pair.split(":") for pair in page.told.get("page", {}).get("over", "").split(",") if pair)
    rank = int(page.told.get(name, {}).get("rank", 1 if name == "a" else 3))
    return {"id": name, "rank": rank, "title": name, "chars": chars, "part": [0, 1], "lines": 1, "over_chars": int(over.get(name, 0)), "short_lines": 0,
            "polygons": [], "jump_to": page.told.get(name, {}).get("jump_to"), "jump_from": None}  # fmt: skip
