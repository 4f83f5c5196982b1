"""A manuscript's body: one line is one paragraph. What belongs in a field of its own is lifted out, and the editor is told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import BlockKind, CopyBlock, Text
from paperlayout.issue.fences import EDGES, Cutter, Fenced, bare, fenced_block
from paperlayout.issue.inline import read_marks

MARKS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("subhead", re.compile(r"## *(?=[^#\s])")),
    ("quote", re.compile(r">[ 　]+")),
    ("list", re.compile(r"- +")),
)
BREAK = re.compile(r"-{3,}")
TABLE = "| 表格 |"
UNSET: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("# 大标题", re.compile(r"^(?:#|#{3,})(?!#)|^##$")),
    ("__粗体__", re.compile(r"__[^_]+__")),
    ("图片 ![图注](文件)", re.compile(r"!\[[^\]]{0,200}\]\([^)]{0,200}\)")),
    ("链接 [文字](网址)", re.compile(r"(?<!!)\[[^\]]{1,200}\]\([^)]{0,200}\)")),
    ("``` 段", re.compile(r"^```")),
    (TABLE, re.compile(r"^\|.*\|$")),
)
DATELINE = re.compile(r"(?:本[报刊]讯[ 　]*)*?(?P<line>本[报刊]讯(?:[（(](?:记者|通讯员|特约)[^（）()]{1,30}[）)])?)(?![ 　]*本[报刊]讯)[ 　]*")
BRACKETED = re.compile(r"[（(](?P<source>[^（）()。！？；]{2,30})[）)]")
SIGNED = r"(?:记者|通讯员|作者|供稿|文[/／])[^（）()。！？；]{1,30}|[^（）()。！？；，]{2,20}(?:工会|供稿|报道|整理)"
TAIL = re.compile(rf"(?<=[。！？”’…」』])[ 　]*[（(](?P<source>{SIGNED})[）)]$")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A body as blocks, with the dateline and source that were typed into it and what there is to say about it."""

    blocks: tuple[CopyBlock, ...] = ()
    dateline: Text | None = None
    source: Text | None = None
    findings: tuple[Diagnostic, ...] = ()


def read_body(lines: Iterable[Text], dateline: Text | None = None, source: Text | None = None) -> Manuscript:
    """The body of a story. `dateline` and `source` are the story's own fields: None when not given."""
    cutter, found = Cutter(), list[Diagnostic]()
    pieces = (fenced_block(part, found) if isinstance(part, Fenced) else _block(part, found) for part in cutter.cut(lines))
    blocks = tuple(block for block in pieces if block)
    told = (*cutter.findings, *found, *(_unset(block) for block in blocks if _unset_mark(block)))
    return _lift_source(_lift_dateline(Manuscript(blocks, dateline, source, tuple(sorted(told, key=_line_number)))))


def _line_number(finding: Diagnostic) -> int:
    return finding.origin.line if finding.origin else 0


def _block(typed: Text, findings: list[Diagnostic]) -> CopyBlock | None:
    line = bare(typed)
    if not line.value:
        return None
    if BREAK.fullmatch(line.value):
        return CopyBlock("break", "", line.origin)
    kind, start = next(((kind, found.end()) for kind, mark in MARKS if (found := mark.match(line.value))), ("paragraph", 0))
    rest = bare(line, start)
    read = read_marks(rest.value, rest.origin)
    findings += read.findings
    if kind == "subhead" and read.marks:
        findings.append(tell("C334.subhead", rest.origin))
        read.marks.clear()
    plain = read.text == rest.value
    return CopyBlock(kind, read.text, rest.origin, tuple(read.marks), () if plain else tuple(read.columns))


def _unset_mark(block: CopyBlock) -> str | None:
    return next((name for name, pattern in UNSET if pattern.search(block.text)), None)


def _unset(block: CopyBlock) -> Diagnostic:
    name = _unset_mark(block)
    return tell("C330.table" if name == TABLE else "C330", block.origin, name=name or "")


def _note(manuscript: Manuscript, block: CopyBlock, key: str, typed: str, given: Text | None = None) -> tuple[Diagnostic, ...]:
    return (*manuscript.findings, tell(key, block.origin, typed=typed, given=given.value if given else ""))


def _lift_dateline(manuscript: Manuscript) -> Manuscript:
    if not manuscript.blocks or manuscript.blocks[0].kind != "paragraph":
        return manuscript
    first, given = manuscript.blocks[0], manuscript.dateline
    match = DATELINE.match(first.text)
    if not match or match.end() == len(first.text) or (given is not None and not given):
        return manuscript
    if given and given.value != match["line"]:
        return replace(manuscript, findings=_note(manuscript, first, "C321.dateline", match["line"], given))
    rest = first.part(match.end(), len(first.text))
    findings = _note(manuscript, first, "C320.dateline", match["line"])
    dateline = given or Text(match["line"], _place(first, match.start("line"), match.end("line")))
    return replace(manuscript, blocks=(rest, *manuscript.blocks[1:]), dateline=dateline, findings=findings)


def _lift_source(manuscript: Manuscript) -> Manuscript:
    if not manuscript.blocks or manuscript.blocks[-1].kind != "paragraph":
        return manuscript
    last, given = manuscript.blocks[-1], manuscript.source
    alone = BRACKETED.fullmatch(last.text) if len(manuscript.blocks) > 1 else None
    match = alone or TAIL.search(last.text)
    if not match or (given is not None and not given):
        return manuscript
    if given and given.value != match["source"]:
        return replace(manuscript, findings=_note(manuscript, last, "C321.source", match["source"], given))
    rest = () if alone else (last.part(0, len(last.text[: match.start()].rstrip(EDGES))),)
    findings = _note(manuscript, last, "C320.source", match["source"])
    source = given or Text(match["source"], _place(last, match.start("source"), match.end("source")))
    return replace(manuscript, blocks=(*manuscript.blocks[:-1], *rest), source=source, findings=findings)


def _place(block: CopyBlock, start: int, end: int) -> Origin | None:
    """Where some of a block's characters stand."""
    first, last = block.at(start), block.at(end - 1)
    return Origin(first.file, first.line, first.column, last.line, last.column + 1) if first and last else None


def bare_source(text: Text | None) -> Text | None:
    """来源 without the brackets an editor may have typed round it; the page puts them there."""
    match = BRACKETED.fullmatch(text.value) if text else None
    return Text(match["source"], text.origin) if match and text else text
