"""The issue and paper.yaml as JSON Schema (draft-07), made from the one field table: completion and help in Chinese for editors that know YAML."""

from collections.abc import Iterator
from typing import Any

from paperlayout.issue import fields
from paperlayout.issue.fields import Field, FieldKind, Table
from paperlayout.kinds.kind import Kind
from paperlayout.kinds.table import KINDS

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
NOTES = "^(x-|备注)"

DIGIT = "[0-9０-９]"
HAN_NUMBER = "[零〇一二两三四五六七八九十百]{1,5}"
NUMBER = rf"\s*第?\s*({DIGIT}{{1,6}}|{HAN_NUMBER})\s*[期版栏行字号年页张篇]?\s*"
DATE = rf"\s*{DIGIT}{{4}}\s*[-－/／.．年]\s*{DIGIT}{{1,2}}\s*[-－/／.．月]\s*{DIGIT}{{1,2}}\s*日?\s*"
REAL = rf"{DIGIT}+([.．]{DIGIT}+)?"
BROKEN = rf"\s*({DIGIT}{{1,2}}|{HAN_NUMBER})栏?破({DIGIT}{{1,2}}|{HAN_NUMBER})栏?\s*"
LENGTH = rf"{REAL}\s*(mm|毫米|cm|厘米|pt|点|磅|行|栏)?"
HAO = "(初|小初|[一二三四五六七八]|小[一二三四五六七])号?"

TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Text is text: YAML may take 2021 or 是 for something else, the program never does."""


def _pattern(pattern: str, said: str, *types: str) -> Schema:
    """A typed word: its pattern, and what an editor is told when it does not match."""
    return {"type": ["string", *types, "null"], "pattern": rf"^({pattern})?$", "patternErrorMessage": said}


VALUES: dict[FieldKind, Schema] = {
    "line": TEXT, "head": TEXT, "text": TEXT, "body": TEXT, "id": TEXT, "file": TEXT, "any": {},
    "texts": {"type": ["string", "number", "array", "null"], "items": TEXT},
    "files": {"type": ["string", "array", "null"], "items": TEXT},
    "number": _pattern(NUMBER, "写成 3、三 或 3栏 这样的数", "integer"),
    "date": _pattern(DATE, "日期写成 2021-06-15 或 2021年6月15日"),
    "flag": {"enum": ["是", "否", True, False, "要", "不要", "yes", "no", None], "enumDescriptions": ["是", "否", "是", "否", "是", "否", "是", "否", ""]},
    "columns": _pattern(rf"{NUMBER}|\s*(通栏|full)\s*|{BROKEN}", "写成 2、2栏、通栏 或 三破二", "integer"),
    "jump": _pattern(rf"{NUMBER}|\s*(否|不要|false|no)\s*", "写成 2、2版，或写 否", "integer", "boolean"),
    "ratio": _pattern(rf"\s*{REAL}\s*[:：/／x×]\s*{REAL}\s*", "写成 3:2 这样的比"),
    "point": _pattern(rf"\s*(中心|正中|centre|center|{REAL}\s*[%％][\s,，、]*{REAL}\s*[%％])\s*", "写成 60% 30%：离左边 60%，离上边 30%"),
    "lengths": _pattern(rf"\s*({LENGTH}|{HAO})(\s+({LENGTH}|{HAO}))*\s*", "写成 12mm、9pt、五号、3行 或 2栏", "number"),
    "size": _pattern(r"\s*([^\s]+|.+[\s×xX*]+.+)\s*", "写成 对开、四开、A3，或宽高如 280mm 400mm"),
    "mapping": {"type": ["object", "null"]},
}  # fmt: skip
TABLES: dict[str, Table] = {
    "article": fields.ARTICLE, "photo": fields.PHOTO, "page": fields.PAGE, "datum": fields.DATUM, "guide": fields.GUIDE,
    **{name: table for kind in KINDS for name, table in kind.tables.items()},
}  # fmt: skip
INNER: dict[str, Table] = {"grid": fields.GRID, "fonts": fields.FONT_ROLES, "colours": fields.COLOURS, "composition": fields.COMPOSITION}
"""Mappings of paper.yaml that have a field table of their own."""
OPEN = ("initial",)
"""Fields whose kind says less than their reader takes."""


def issue_schema() -> Schema:
    """The schema of an issue."""
    return _whole(fields.ISSUE, "paperlayout 稿单", {name: _object(table) for name, table in TABLES.items()})


def paper_schema() -> Schema:
    """The schema of paper.yaml."""
    press = _object(fields.PRESS)
    named = {**press, "additionalProperties": {"allOf": [{"$ref": "#/definitions/plant"}]}}  # one plant's wishes, or several plants by name
    inner = {name: _object(table) for name, table in INNER.items()}
    return _whole(fields.PAPER, "paperlayout 报纸资料 paper.yaml", {**inner, "press": named, "plant": press})


def _whole(table: Table, title: str, definitions: dict[str, Schema]) -> Schema:
    return {"$schema": DRAFT, "title": title, **_object(table), "definitions": definitions}


def _object(table: Table) -> Schema:
    """A mapping of the table's fields; notes to colleagues are let alone, anything else is refused."""
    properties = {spelling: schema for field in table.fields for spelling, schema in _spellings(field, table)}
    return {"type": "object", "title": table.name, "properties": properties, "patternProperties": {NOTES: {}}, "additionalProperties": False}


def _spellings(field: Field, table: Table) -> Iterator[tuple[str, Schema]]:
    """The Chinese name, which is offered, and its other spellings, which are taken without being offered."""
    doc = f"{field.doc}\n\n也可写 `{'` `'.join(field.spellings[1:])}`"
    shown = {"title": field.chinese, "description": field.doc, "markdownDescription": doc}
    yield field.chinese, {**shown, **_value(field, table)}
    for spelling in field.spellings[1:]:
        yield spelling, {**shown, **_value(field, table), "doNotSuggest": True}


def _value(field: Field, table: Table) -> Schema:
    if field.choices:
        chinese, english = [c for c, _ in field.choices], [e for _, e in field.choices]
        return {"enum": [*chinese, *english, None], "enumDescriptions": [*english, *chinese, ""]}
    if field.name in OPEN:
        return {"type": ["string", "integer", "boolean", "null"]}
    if table is fields.PAPER and field.name in (*INNER, "press"):
        return {"allOf": [{"$ref": f"#/definitions/{field.name}"}]}  # draft-07 ignores what stands beside a bare $ref
    if table is fields.PHOTO and field.name == "file":
        return VALUES["files"]  # several under one caption may stand here too
    if table is fields.ISSUE and field.name == "guide":
        return GUIDE
    return ITEMS.get(field.name) or LISTS.get(field.kind) or VALUES.get(field.kind, {})


def _items(kind: Kind[Any]) -> Schema:
    return _list_of(*kind.forms, words=kind.words_alone)


def _list_of(*names: str, words: bool = False) -> Schema:
    """One thing or a list of them; `words`: or words alone."""
    refs = [*([TEXT] if words else []), *({"$ref": f"#/definitions/{name}"} for name in names)]
    one = refs[0] if len(refs) == 1 else {"anyOf": refs}
    return {"anyOf": [{"type": "array", "items": one}, *refs, {"type": "null"}]}


LISTS: dict[FieldKind, Schema] = {"articles": _list_of("article"), "photos": _list_of("photo"), "pages": _list_of("page"), "data": _list_of("datum")}
ITEMS: dict[str, Schema] = {kind.field: _items(kind) for kind in KINDS}
"""What may stand in the field of each kind of item."""
GUIDE: Schema = {"anyOf": [{"type": "array", "items": {"anyOf": [TEXT, {"$ref": "#/definitions/guide"}]}}, TEXT]}
"""导读: words, or which story is meant."""
