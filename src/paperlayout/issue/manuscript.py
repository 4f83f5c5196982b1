"""A manuscript's body: one line is one paragraph. What belongs in a field of its own is lifted out, and the editor is told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from paperlayout.diag import Diagnostic, Origin, Severity
from paperlayout.issue.model import Block, BlockKind, Text

MARKS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("subhead", re.compile(r"## *(?=[^#\s])")),
    ("quote", re.compile(r">[ 　]+")),
    ("list", re.compile(r"- +")),
)
BREAK = re.compile(r"-{3,}")
UNSET: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("# 大标题", re.compile(r"^(?:#|#{3,})(?!#)|^##$")),
    ("**粗体**", re.compile(r"\*\*[^*]+\*\*|__[^_]+__")),
    ("图片 ![图注](文件)", re.compile(r"!\[[^\]]{0,200}\]\([^)]{0,200}\)")),
    ("链接 [文字](网址)", re.compile(r"(?<!!)\[[^\]]{1,200}\]\([^)]{0,200}\)")),
    ("[字]{着重}", re.compile(r"\[[^\]]{1,200}\]\{[^}]{0,200}\}")),
    ("::: 段", re.compile(r"^:::")),
    ("``` 段", re.compile(r"^```")),
    ("| 表格 |", re.compile(r"^\|.*\|$")),
)
DATELINE = re.compile(r"(?P<line>本[报刊]讯(?:[（(](?:记者|通讯员|特约)[^（）()]{1,30}[）)])?)[ 　]*")
BRACKETED = re.compile(r"[（(](?P<source>[^（）()。！？；]{2,30})[）)]")
SIGNED = r"(?:记者|通讯员|作者|供稿|文[/／])[^（）()。！？；]{1,30}|[^（）()。！？；，]{2,20}(?:工会|供稿|报道|整理)"
TAIL = re.compile(rf"(?<=[。！？”’…」』])[ 　]*[（(](?P<source>{SIGNED})[）)]$")
EDGES = " \t　"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A body as blocks, with the dateline and source that were typed into it and what there is to say about it."""

    blocks: tuple[Block, ...] = ()
    dateline: Text | None = None
    source: Text | None = None
    findings: tuple[Diagnostic, ...] = ()


def read(lines: Iterable[Text], dateline: Text | None = None, source: Text | None = None) -> Manuscript:
    """The body of a story. `dateline` and `source` are the story's own fields: None when not given."""
    blocks = tuple(_block(line) for line in lines if line.value.strip(EDGES))
    told = tuple(_unset(block) for block in blocks if _unset_mark(block))
    return _lift_source(_lift_dateline(Manuscript(blocks, dateline, source, told)))


def _block(line: Text) -> Block:
    text = line.value.strip(EDGES)
    if BREAK.fullmatch(text):
        return Block("break", "", line.origin)
    kind, start = next(((kind, found.end()) for kind, mark in MARKS if (found := mark.match(text))), ("paragraph", 0))
    return Block(kind, text[start:].strip(EDGES), _moved(line, start))


def _moved(line: Text, start: int) -> Origin | None:
    lead = len(line.value) - len(line.value.lstrip(EDGES))
    return replace(line.origin, column=line.origin.column + lead + start) if line.origin else None


def _unset_mark(block: Block) -> str | None:
    return next((name for name, pattern in UNSET if pattern.search(block.text)), None)


def _unset(block: Block) -> Diagnostic:
    return Diagnostic("C330", f"“{_unset_mark(block)}”这种写法现在还不会排，会照样印出来", "删去记号，只留文字", block.origin, Severity.WARNING)


def _note(manuscript: Manuscript, block: Block, message: str, severity: Severity = Severity.NOTE) -> tuple[Diagnostic, ...]:
    return (*manuscript.findings, Diagnostic("C320" if severity is Severity.NOTE else "C321", message, "", block.origin, severity))


def _lift_dateline(manuscript: Manuscript) -> Manuscript:
    if not manuscript.blocks or manuscript.blocks[0].kind != "paragraph":
        return manuscript
    first, given = manuscript.blocks[0], manuscript.dateline
    match = DATELINE.match(first.text)
    if not match or match.end() == len(first.text) or (given is not None and not given):
        return manuscript
    if given and given.value != match["line"]:
        told = f"正文开头有“{match['line']}”，“电头”写的是“{given.value}”，两个都会印"
        return replace(manuscript, findings=_note(manuscript, first, told, Severity.WARNING))
    rest = replace(first, text=first.text[match.end() :])
    findings = _note(manuscript, first, f"正文开头的“{match['line']}”已移到“电头”")
    return replace(manuscript, blocks=(rest, *manuscript.blocks[1:]), dateline=given or Text(match["line"], first.origin), findings=findings)


def _lift_source(manuscript: Manuscript) -> Manuscript:
    if not manuscript.blocks or manuscript.blocks[-1].kind != "paragraph":
        return manuscript
    last, given = manuscript.blocks[-1], manuscript.source
    alone = BRACKETED.fullmatch(last.text) if len(manuscript.blocks) > 1 else None
    match = alone or TAIL.search(last.text)
    if not match or (given is not None and not given):
        return manuscript
    if given and given.value != match["source"]:
        told = f"文末有“（{match['source']}）”，“来源”写的是“{given.value}”，两个都会印"
        return replace(manuscript, findings=_note(manuscript, last, told, Severity.WARNING))
    rest = () if alone else (replace(last, text=last.text[: match.start()].rstrip(EDGES)),)
    findings = _note(manuscript, last, f"文末的“（{match['source']}）”已移到“来源”")
    return replace(manuscript, blocks=(*manuscript.blocks[:-1], *rest), source=given or Text(match["source"], last.origin), findings=findings)


def bare_source(text: Text | None) -> Text | None:
    """来源 without the brackets an editor may have typed round it; the page puts them there."""
    match = BRACKETED.fullmatch(text.value) if text else None
    return Text(match["source"], text.origin) if match and text else text
