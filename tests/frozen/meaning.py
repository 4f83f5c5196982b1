"""What a file means to the program, told in the words of the files themselves: fields as an editor writes them, cuts as 版样.json names them.

The tables below are the only place that knows where the program holds what a name means. A field that moves inside the program changes its row here and no snapshot; what holds nothing is
left out, so that fields to come change no snapshot either.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from rubric.reading import Block as Area
from rubric.reading import Head, Leg, PageRead, Picture, read_pages

from paperlayout.diag import Diagnostic, Findings, IssueError, Severity
from paperlayout.issue import fields, look
from paperlayout.issue.content import CopyBlock
from paperlayout.issue.house import BROADSHEET, House
from paperlayout.issue.paper import load_house
from paperlayout.issue.placing import Placing
from paperlayout.kinds.advert.item import Advert
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.kinds.notice.item import Notice
from paperlayout.loading.load import load_issue
from paperlayout.plan.kept_layout import KeptPage, kept_layout_of
from paperlayout.plan.tree import ItemTree, Lock, Side, Stack, Tree

Json = dict[str, Any]
Read = str | Callable[[Any], Any]
"""Where a value holds what a name means: its attribute by dotted name, or a function of it."""

LONGEST = 60
EMPTY: tuple[object, ...] = (None, "", [], {}, [{}], False)


@dataclass(frozen=True)
class Each:
    """Several things of one table."""

    read: Read
    table: Mapping[str, "Read | Each"]


Table = Mapping[str, Read | Each]


# -- what names mean


def width(placing: Placing) -> str | int | None:
    """栏数, as it may be written."""
    if placing.full_width:
        return "通栏"
    return f"{placing.columns}破{placing.legs}" if placing.legs else placing.columns


def answered(name: str) -> Callable[[Any], Any]:
    """A yes or no where neither is usual, or a number."""

    def answer(of: Any) -> Any:
        value = attrgetter(name)(of)
        return {True: "是", False: "否"}[value] if isinstance(value, bool) else value

    return answer


def unless(name: str, usual: object) -> Callable[[Any], Any]:
    """A value that need not be told where it is the usual one."""
    return lambda of: None if (value := attrgetter(name)(of)) == usual else value


def emptied(of: Any) -> str | None:
    """电头, which an editor may have emptied."""
    return None if of.dateline is None else of.dateline.value or "（空）"


BLOCKS = {
    "paragraph": "段", "subhead": "小标题", "quote": "引文", "list": "列表", "break": "间隔", "verse": "诗", "names": "名单", "table": "表",
    "summary": "提要", "editor_note": "编者按", "end_note": "编后",
}  # fmt: skip
MARKS = {"strong": "粗", "emphasis": "着重", "name": "专名", "title": "书名", "ruby": "注音"}


def body(name: str) -> Callable[[Any], list[str]]:
    return lambda of: [block(one) for one in attrgetter(name)(of)]


def block(one: CopyBlock) -> str:
    """A block in a line: its kind, its text, and the marks on it with where they begin and end."""
    marks = "".join(f" {{{MARKS[m.kind]} {m.start}-{m.end}{f' {m.value}' if m.value else ''}}}" for m in one.marks)
    return f"{BLOCKS[one.kind]} {short(one.text)}{marks}"


PINS: Table = {
    "版": "placing.page", "位置": "placing.position", "栏数": lambda of: width(of.placing), "重要性": "placing.priority", "样式": "placing.style",
    "转版": answered("placing.jump"), "随文": "placing.beside", "伸缩": "placing.fit", "同版": answered("placing.together"),
}  # fmt: skip
PHOTO: Table = {
    "编号": "id", "文件": "file", "文件组": "group", "标题": "title", "图注": "caption", "正文": body("body"), "摄影": "credit",
    "焦点": unless("focus", (0.5, 0.5)), "裁切": "crop", "替代文字": "alt", "示意图": "illustration", **PINS,
}  # fmt: skip
DATUM: Table = {"数": "number", "名": "name", "单位": "unit"}
ARTICLE: Table = {
    "编号": "id", "标题": "title", "引题": "kicker", "副题": "deck", "提要": "summary", "栏目": "standing_head", "作者": "author", "来源": "source", "电头": emptied,
    "正文": body("body"), "首字": "initial", "照片": Each("photos", PHOTO), "数据": Each("data", DATUM), "编者按": "editor_note", "编后": "end_note", **PINS,
}  # fmt: skip
BRIEFS: Table = {"编号": "id", "栏题": "title", "电头": emptied, "条目": Each("items", ARTICLE), **PINS}
ADVERT: Table = {"编号": "id", "文件": "file", "行数": "rows", "图注": "caption", "替代文字": "alt", **PINS}
NOTICE: Table = {"编号": "id", "正文": "text", **PINS}
PAGE: Table = {
    "版名": "name", "头条": Each("lead", ARTICLE), "文章": Each("articles", ARTICLE), "照片": Each("photos", PHOTO), "简讯": Each(lambda page: page.of(Briefs), BRIEFS),
    "广告": Each(lambda page: page.of(Advert), ADVERT), "启事": Each(lambda page: page.of(Notice), NOTICE),
    "责任编辑": "staff.editor", "版式": "staff.designer", "校对": "staff.proofreader",
    "没有分版": "loose",
}  # fmt: skip
ISSUE: Table = {
    "报纸": "house.file", "日期": lambda issue: issue.date.isoformat(), "期号": "number", "总期号": "total", "版数": "page_count",
    "版面": Each("pages", PAGE), "责任编辑": "staff.editor", "版式": "staff.designer", "校对": "staff.proofreader", "报眼": "ear",
    "导读": Each("guide", {"文章": "target", "题": "text"}), "标语": "slogan",
}  # fmt: skip
PRESS: Table = {
    "名": "name", "标准": unless("standard", "x4"), "标记": unless("marks", "none"), "色彩文件": "icc", "墨量上限": unless("ink_limit", 240.0),
    "图片精度": "image_ppi", "黑色叠印": lambda of: None if of.overprint_black else "否", "已陷印": "trapped",
}  # fmt: skip
PAPER: Table = {
    "报名": "imprint.name", "报名题字": "imprint.name_image", "拼音": "imprint.pinyin", "主办": "imprint.publisher", "主管": "imprint.supervisor",
    "国内统一刊号": "imprint.cn", "准印证": "imprint.permit", "地址": "imprint.address", "电话": "imprint.phone", "投稿邮箱": "imprint.email",
    "印刷": "imprint.printer", "发送对象": "imprint.audience", "印数": "imprint.print_run", "定价": "imprint.price", "网址": "imprint.website",
    "开本": lambda house: [round(house.trim.width, 2), round(house.trim.height, 2)], "电头": "dateline", "词表": "words",
    "检查": lambda house: {one.code: str(one.severity or "关") for one in house.graded},
    "人名职务": lambda house: {one.name: list(one.titles) for one in house.people},
    "付印": Each("press", PRESS),
}  # fmt: skip


def told(of: Any, table: Table, folder: Path) -> Json:
    """A thing by the names of its table; what is empty is left out."""
    found = {name: _value(of, read, folder) for name, read in table.items()}
    return {name: value for name, value in found.items() if value not in EMPTY}


def _value(of: Any, read: Read | Each, folder: Path) -> Any:
    if isinstance(read, Each):
        return [told(one, read.table, folder) for one in (read.read(of) if callable(read.read) else attrgetter(read.read)(of))]
    return plain(read(of) if callable(read) else attrgetter(read)(of), folder)


def plain(value: Any, folder: Path) -> Any:
    """A value as JSON has it: paths as seen from the file, long copy by its ends."""
    if isinstance(value, Path):
        return Path(os.path.relpath(value, folder)).as_posix()
    if isinstance(value, tuple | list):
        return [plain(one, folder) for one in value]
    if isinstance(value, dict):
        return {name: plain(one, folder) for name, one in value.items()}
    if isinstance(value, float):
        return round(value, 4)
    return short(value) if isinstance(value, str) else value if isinstance(value, int) or value is None else short(value.value)


def short(text: str) -> str:
    """Copy by its ends, its length and a digest, where it is long."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:18]}……{text[-8:]}（{len(text)} 字，{hashlib.sha256(text.encode()).hexdigest()[:10]}）"


# -- what files mean


def meaning(path: Path) -> Json:
    """What a file means, by what it is called."""
    return next(tell for end, tell in KINDS.items() if path.name.endswith(end))(path)


def issue_meaning(path: Path) -> Json:
    """The issue, or the faults it is refused for."""
    try:
        return told(load_issue(path).issue, ISSUE, path.parent)
    except IssueError as error:
        return refusal(error.diagnostics)


def paper_meaning(path: Path) -> Json:
    """The house style, its look where it is not the built-in one; or the faults it is refused for."""
    findings = Findings()
    house = load_house(path, path.name, findings)
    return refusal(tuple(findings)) if findings.failed else told(house, PAPER, path.parent) | {"样式": other_look(house, path.parent)}


def refusal(found: tuple[Diagnostic, ...]) -> Json:
    return {"拒绝": [f"{d.code} {Path(d.origin.file).name}:{d.origin.line}:{d.origin.column}" for d in found if d.severity is Severity.ERROR and d.origin]}


def other_look(house: House, folder: Path) -> Json:
    """What differs from the built-in look, by dotted name."""
    usual = builtin_look()
    return {name: value for name, value in _look(house) if value != usual[name]}


def builtin_look() -> Json:
    """Every value of the built-in look by the dotted name that 样式 calls it."""
    return dict(_look(BROADSHEET))


def _look(house: House) -> Iterator[tuple[str, Any]]:
    return ((name, plain(value, Path())) for name, value in look.leaves(house.look))


def spellings() -> Json:
    """Every name an editor may write, and every word of those that choose, with the canonical one."""
    return {table.name: {spelling: table.named(spelling).name for spelling in table.spellings()} for table in fields.TABLES} | {
        f"{table.name} {field.name}": dict(field.choices) for table in fields.TABLES for field in table.fields if field.choices
    }


def kept_meaning(path: Path) -> Json:
    """How each page was cut, its items by name."""
    return {f"第{page.number}版": kept_page(page) for page in kept_layout_of(path.read_text(encoding="utf-8")).pages}


def kept_page(page: KeptPage) -> Json:
    found: Json = {"rows": page.rows, "cost": page.cost, "chosen": page.chosen, "prices": page.prices, "cuts": dict(page.cuts), "tree": list(cuts(page.tree, page.items))}
    return {name: value for name, value in found.items() if value not in ({}, "")}


def cuts(tree: Tree, items: tuple[str, ...], depth: int = 0) -> Iterator[str]:
    """A line for every cut and item, parts further in than their cut."""
    indent, size = "  " * depth, f"{tree.columns}×{tree.rows}"
    match tree:
        case ItemTree():
            yield f"{indent}{size} {items[tree.item]}"
        case Stack():
            yield f"{indent}{size} stack gap {tree.gap}"
            yield from (*cuts(tree.above, items, depth + 1), *cuts(tree.below, items, depth + 1))
        case Side():
            yield f"{indent}{size} side gap 0"
            yield from (*cuts(tree.left, items, depth + 1), *cuts(tree.right, items, depth + 1))
        case Lock():
            yield f"{indent}{size} lock gap {tree.gap}{' left' if tree.at_left else ''}"
            yield from (f"{indent}  {size} {items[tree.item]}", *cuts(tree.inner, items, depth + 1))


def layout_meaning(path: Path) -> Json:
    """The pages as those who judge them by their layout JSON see them; what was kept for judging alone has no findings."""
    written = {"diagnostics": []} | json.loads(path.read_text(encoding="utf-8"))
    return {f"第{page.number}版": page_meaning(page) for page in read_pages(written)}


def page_meaning(page: PageRead) -> Json:
    return {
        "area": area(page.area), "full": page.full, "boxes": sorted(page.boxes), "heads": [head(one) for one in page.heads],
        "pictures": [picture(one) for one in page.pictures],
        "stories": {story.id: [f"rank {story.rank}", *(leg(one) for one in story.legs)] for story in page.stories},
        "cells": hashlib.sha256(repr(sorted(page.owners.items())).encode()).hexdigest()[:10],
    }  # fmt: skip


def area(one: Area) -> str:
    return f"{one.columns}×{one.rows} at {one.column},{one.row}"


def head(one: Head) -> str:
    return f"{one.story} rank {one.rank} {area(one.block)} {one.size:g}pt {one.font} {'/'.join(one.lines)}{f' in {one.box}' if one.box else ''}"


def picture(one: Picture) -> str:
    return f"{one.story} {area(one.block)} whole {area(one.whole)}"


def leg(one: Leg) -> str:
    return f"leg {one.number} {area(one.block)} runs {' '.join(map(str, one.runs))}{f' in {one.box}' if one.box else ''}"


KINDS: Mapping[str, Callable[[Path], Json]] = {
    "版样.json": kept_meaning, "layout.json": layout_meaning, "paper.yaml": paper_meaning, ".yaml": issue_meaning,
}  # fmt: skip
"""By the end of a file's name: what tells its meaning."""
