"""paper.yaml: what never changes from issue to issue, laid over the built-in broadsheet."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from paperlayout.diag import Findings, IssueError
from paperlayout.geometry import Size
from paperlayout.issue import fields, look, values
from paperlayout.issue.files import Folder
from paperlayout.issue.grid import GridWish, derive, grid_fault
from paperlayout.issue.house import BROADSHEET, CompositionStyle, GridStyle, House, Imprint, Look
from paperlayout.issue.people import graded, people
from paperlayout.issue.press import press_profiles
from paperlayout.issue.reading import FieldReader, FileReport, mapping_of
from paperlayout.issue.source import COPY_CODES, MappingNode, Node, ScalarNode, parse, read_text
from paperlayout.page import Ink
from paperlayout.units import Pt

FILE_NAMES = ("paper.yaml", "paper.yml")
MOST_LEVELS_UP = 6
NOT_YET = ("name-image", "qr", "byline-position")
LINES = (
    "name", "pinyin", "publisher", "supervisor", "cn", "permit", "address", "phone", "email", "printer", "audience", "print-run", "price", "website",
)  # fmt: skip
BODY_VOICES = ("body", "lede", "dateline", "strong", "signature", "byline", "quote", "summary", "note")  # set on the body's lines, so they have the body's size
VOICES_OF_ROLE: dict[str, tuple[str, ...]] = {
    "body": ("body",), "lede": ("lede",), "dateline": ("dateline",), "strong": ("strong",), "signature": ("signature",), "byline": ("byline",),
    "quote": ("quote",), "subhead": ("subhead", "subhead_long"), "caption": ("caption",), "credit": ("photo_credit",), "kicker": ("kicker",),
    "deck": ("deck",), "head": ("head_heavy",), "head-second": ("head_second",), "head-third": ("head_third",), "box-head": ("box_head",), "tab": ("tab",),
}  # fmt: skip
MOST_NAMEPLATE = 0.6
"""Share of the type area that a nameplate may take."""
RECIPE = re.compile(r"[CcMmYyKk]?\s*(\d+(?:\.\d+)?)\s*%?")
RECIPE_GAPS = re.compile(r"[\s/,、+]+")


def find_paper(start: Path) -> Path | None:
    """The paper.yaml nearest above an issue's folder."""
    folder = start.resolve()
    for place in (folder, *folder.parents)[: MOST_LEVELS_UP + 1]:
        for name in FILE_NAMES:
            if (place / name).is_file():
                return place / name
    return None


def find_house(folder: Path) -> House:
    """The house style that holds in a folder: of the nearest paper.yaml, or the built-in broadsheet; faults of the file are for `check` to tell."""
    path = find_paper(folder)
    try:
        return load_house(path, path.name, Findings()) if path else BROADSHEET
    except IssueError:
        return BROADSHEET


def load_house(path: Path, file: str, findings: Findings) -> House:
    """The house style of a paper. Faults are added to `findings`; raises IssueError when the file cannot be read at all."""
    source = read_text(path, file, findings, COPY_CODES)
    report = FileReport(source)
    root = parse(source, report)
    mapping = mapping_of(root, file, report) if root else None
    house = _house(FieldReader(mapping, fields.PAPER, report), path) if mapping else replace(BROADSHEET, file=path)
    for finding in report:
        findings.add(finding)
    return house


def _house(record: FieldReader, path: Path) -> House:
    _tell_not_yet(record)
    trim = record.read("size", values.trim) or BROADSHEET.trim
    grid = _grid(record, trim)
    style = _colours(record, _fonts(record, _with_grid(Look(), grid)))
    style = _changes(record, _composition(record, style))
    fault = grid_fault(style.grid, trim) if style.grid != grid else None
    if fault:
        record.report.fault("S221", fault, "改 样式 里的 grid 各数", record.where("look"))
    if style.nameplate.height > MOST_NAMEPLATE * style.grid.height:
        record.report.tell("S221.nameplate", record.where("look"), height=f"{style.nameplate.height:g}", grid=f"{style.grid.height:g}")
    dateline = record.given_text("dateline")
    return House(
        imprint=_imprint(record, path), trim=trim, look=style, dateline=BROADSHEET.dateline if dateline is None else dateline.value,
        words=_words(record), graded=graded(record), people=people(record), press=press_profiles(record, path), file=path, origin=record.origin,
    )  # fmt: skip


def _tell_not_yet(record: FieldReader) -> None:
    for name in NOT_YET:
        if record.node(name):
            record.report.tell("S220", record.where(name), name=record.keys[name].value.strip())


def _imprint(record: FieldReader, path: Path) -> Imprint:
    image = record.scalar("name-image")
    here = Folder(path.parent, path.parent)
    lines = {name.replace("-", "_"): record.text(name).value for name in LINES}
    return Imprint(name_image=here.find(image, "图片", record.report) if image and image.value.strip() else None, **lines)


def _words(record: FieldReader) -> tuple[str, ...]:
    lines = (line.value for line in record.texts("words"))
    return tuple(word for line in lines for word in re.split(r"[\s,，、;；]+", line) if word)


SOFT_UNIT = 60.0
"""Price of parting a number from its measure word where the house does not mind (typesetting §2.2)."""


def _composition(record: FieldReader, style: Look) -> Look:
    """排字 over the built-in way of composing."""
    node = record.node("composition")
    mapping = mapping_of(node, "排字", record.report) if node else None
    if mapping is None:
        return style
    inner = FieldReader(mapping, fields.COMPOSITION, record.report)
    written: dict[str, Any] = {field: inner.choice(name) for name, field in CHOSEN.items()}
    written |= {field: inner.read(name, partial(share, most, example)) for name, (field, most, example) in SHARES.items()}
    flags = {name: inner.read(name, values.flag) for name in (*YES_OR_NO, *PRICED)}
    written |= {field: flags[name] for name, field in YES_OR_NO.items()}
    written |= {field: price[flags[name] is True] for name, (field, price) in PRICED.items() if flags[name] is not None}
    return replace(style, composition=replace(style.composition, **{field: value for field, value in written.items() if value is not None}))


CHOSEN = {"punctuation": "punctuation", "kinsoku": "kinsoku", "line-start": "line_start", "line-end": "line_end", "paragraph-start": "paragraph_start"}
SHARES = {
    "latin-gap": ("latin_gap", 0.5, "例如 0.25，窄一点写 0.125"),
    "digit-gap": ("digit_gap", 0.5, "例如 0.125"),
    "soft-floor": ("soft_floor", 0.5, "例如 0.25"),
    "rescue": ("rescue", 0.1, "例如 0.05；0 是不许"),
    "slogan-space": ("slogan_space", 1.0, "例如 0.5；0 是不空"),
}  # fmt: skip
"""Field of 排字: name in the look, the most 字 it may be, an example."""
YES_OR_NO = {"hang": "hang", "tight": "tight", "squeeze-stops": "squeeze_stops", "ellipsis-start": "ellipsis_start", "grid": "cells"}
PRICED = {
    "number-unit": ("number_unit", (SOFT_UNIT, CompositionStyle().number_unit)),
    "date": ("date", (0.0, 10.0)),  # typesetting §5.3
    "contrast": ("contrast", (0.0, 40.0)),
}  # fmt: skip
"""Field of 排字: name in the look, and its penalty for no and for yes."""


def share(most: float, example: str, text: str) -> float:
    """A part of a 字: 0 to `most`."""
    word = values.plain(text).removesuffix("字").strip()
    try:
        part = float(word)
    except ValueError:
        part = -1.0
    if not 0 <= part <= most:
        raise values.BadValue("S217.share", most=f"{most:g}", typed=text, example=example)
    return part


def _pairs(record: FieldReader, name: str) -> list[tuple[ScalarNode, Node]]:
    node = record.node(name)
    mapping = mapping_of(node, record.keys[name].value.strip(), record.report) if node else None
    return [(entry.key, entry.value) for entry in mapping.entries] if mapping else []


def _grid(record: FieldReader, trim: Size) -> GridStyle:
    """版心格 for the trim; the built-in one where the wishes cannot be met."""
    node = record.node("grid")
    mapping = mapping_of(node, "版心格", record.report) if node else None
    inner = FieldReader(mapping, fields.GRID, record.report) if mapping else None
    wish = GridWish(
        columns=record.read("columns", values.counting),
        chars=inner.read("chars", values.counting) if inner else None,
        size=inner.read("size", values.points) if inner else None,
        rows=inner.read("rows", row_range) if inner else None,
        margins=record.read("margins", margins),
    )
    try:
        return derive(trim, wish)
    except values.BadValue as bad:
        name = next((name for name in ("grid", "columns", "margins", "size") if name in record), "size")
        record.report.add(bad.alone(record.where(name)))
        return GridStyle()


def row_range(text: str) -> tuple[int, int, int]:
    """Fewest, nominal and most rows: 92, or 90-94."""
    ends = [values.counting(part) for part in re.split(r"\s*(?:[-~–—]+|至|到)\s*", values.plain(text)) if part]
    if len(ends) == 1:
        return (max(ends[0] - 2, 1), ends[0], ends[0] + 2)
    if len(ends) != 2 or ends[0] > ends[1]:
        raise values.BadValue("S217.rows", typed=text)
    return (ends[0], (ends[0] + ends[1]) // 2, ends[1])


def margins(text: str) -> tuple[Pt, Pt]:
    """White above and below, and at the sides: 14mm, or 16mm 14mm."""
    parts = [values.points(part) for part in values.plain(text).split()]
    if not 1 <= len(parts) <= 2:
        raise values.BadValue("S217.margins", typed=text)
    return (parts[0], parts[-1])


def _with_grid(style: Look, grid: GridStyle) -> Look:
    """The look on that grid, with the voices of the body in its size."""
    return replace(_recast(style, BODY_VOICES, size=grid.size), grid=grid)


def _recast(style: Look, voices: tuple[str, ...], **changes: Any) -> Look:
    """The look with the same change made to several voices."""
    changed: dict[str, Any] = {name: replace(getattr(style.voices, name), **changes) for name in voices}
    return replace(style, voices=replace(style.voices, **changed))


def _fonts(record: FieldReader, style: Look) -> Look:
    node = record.node("fonts")
    mapping = mapping_of(node, "字体", record.report) if node else None
    inner = FieldReader(mapping, fields.FONT_ROLES, record.report) if mapping else None
    for role in inner.nodes if inner else ():
        face = inner.read(role, look.face) if inner else None
        if face and role == "nameplate":
            small = replace(style.folio.name, face=face)
            style = replace(style, nameplate=replace(style.nameplate, name_face=face), folio=replace(style.folio, name=small))
        elif face:
            style = _recast(style, VOICES_OF_ROLE[role], face=face)
    return style


def _colours(record: FieldReader, style: Look) -> Look:
    node = record.node("colours")
    mapping = mapping_of(node, "颜色", record.report) if node else None
    inner = FieldReader(mapping, fields.COLOURS, record.report) if mapping else None
    red = inner.node("red") if inner else None
    if inner is None or red is None:
        return style
    if isinstance(red, MappingNode):
        both = FieldReader(red, fields.INK, record.report)
        ink = both.read("recipe", ink_by_recipe) or style.inks.red
        ink = replace(ink, spot=both.text("spot").value or None)
    else:
        ink = inner.read("red", red_ink) or style.inks.red
    return replace(style, inks=replace(style.inks, red=ink))


def ink_by_recipe(text: str) -> Ink:
    """The paper's red by its recipe: 0/100/100/0."""
    parts = [part for part in RECIPE_GAPS.split(values.plain(text)) if part]
    shares = [float(match[1]) for part in parts if (match := RECIPE.fullmatch(part))]
    if len(shares) != 4 or len(parts) != 4 or max(shares) > 100:
        raise values.BadValue("S226.ink", typed=text)
    return Ink("red", shares[0], shares[1], shares[2], shares[3])


def red_ink(text: str) -> Ink:
    """The paper's red: a recipe, or the name of a spot ink."""
    if values.plain(text)[:1].isdecimal() or RECIPE.fullmatch(RECIPE_GAPS.split(values.plain(text))[0]):
        return ink_by_recipe(text)
    return replace(BROADSHEET.look.inks.red, spot=re.sub(r"^专色\s*", "", text.strip()) or None)


def _changes(record: FieldReader, style: Look) -> Look:
    """样式: numbers by dotted name, nested mappings allowed."""
    waiting = [(key, key.value.strip(), value) for key, value in reversed(_pairs(record, "look"))]
    while waiting and not record.report.full:
        key, name, value = waiting.pop()
        if isinstance(value, MappingNode):
            waiting += [(entry.key, f"{name}.{entry.key.value.strip()}", entry.value) for entry in reversed(value.entries)]
        elif isinstance(value, ScalarNode):
            style = _change(style, key, name, value, record.report)
        else:
            record.report.tell("S213.value", value.origin, label=name)
    return style


def _change(style: Look, key: ScalarNode, name: str, value: ScalarNode, report: FileReport) -> Look:
    try:
        return look.change(style, name, value.value.strip())
    except values.BadValue as bad:
        unknown = bad.code == "S222"
        report.add(bad.told("样式" if unknown else name, key.origin if unknown else value.origin))
        return style
