"""A manuscript file as lines: Word, plain text in any encoding, Markdown."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Findings, IssueError, Origin
from paperlayout.importing.office import through_office
from paperlayout.issue.source import COPY_CODES, read_text
from paperlayout.manuscripts.arrival import EDGES, Arrival, ManuscriptLine, ManuscriptPicture, renumbered
from paperlayout.manuscripts.word import read_word

OFFICE = (".doc", ".wps", ".rtf", ".odt")
TEXT = (".txt", ".text", "")
MARKDOWN = (".md", ".markdown")
PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic", ".bmp", ".gif")
HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*")
IMAGE = re.compile(r"!\[(?P<caption>[^\]]*)\]\((?P<file>[^)\s]+)(?:\s+\"[^\"]*\")?\)")
STRONG = re.compile(r"\*\*(?P<text>[^*]+)\*\*|__(?P<other>[^_]+)__")
FRONT = re.compile(r"(?P<name>[^\s:：]{1,16})\s*[:：]\s*(?P<value>.*)")
LOCK = "~$"


def read_manuscript(path: Path, shown: str) -> Arrival:
    """The lines of a manuscript.

    Raises IssueError with one finding when it is of a kind that cannot be read, and the cure.
    """
    kind = path.suffix.lower()
    if path.name.startswith(LOCK):
        raise IssueError([tell("F310.lock", Origin(shown), name=path.name, meant=path.name.removeprefix(LOCK))])
    if kind == ".docx":
        return read_word(path, shown)
    if kind in OFFICE:
        return _from_office(path, shown)
    if kind in TEXT or kind in MARKDOWN:
        return _from_text(path, shown, kind in MARKDOWN)
    hint = "图片放进 图片 文件夹，在稿单里写 照片:" if kind in PICTURES else "稿件用 .docx、.txt 或 .md"
    raise IssueError([Diagnostic("F312", f"不认识 {kind} 这种稿件", hint, Origin(shown))])


def _from_office(path: Path, shown: str) -> Arrival:
    with through_office(path, shown) as converted:
        read = read_word(converted, shown)
    told = tell("F317", Origin(shown), name=path.name)
    return Arrival(shown, renumbered(read.lines, shown), (told, *read.findings))


def _from_text(path: Path, shown: str, markdown: bool) -> Arrival:
    findings = Findings()
    source = read_text(path, shown, findings, COPY_CODES)
    lines = tuple(_lines(source.lines, shown, markdown))
    return Arrival(shown, lines, tuple(findings))


def _lines(typed: tuple[str, ...], file: str, markdown: bool) -> Iterator[ManuscriptLine]:
    gap = False
    front = _front_end(typed) if markdown else 0
    for number, text in enumerate(typed, 1):
        copy = text.strip(EDGES)
        if number <= front or not copy:
            gap = True
            match = FRONT.fullmatch(copy) if 1 < number < front else None
            if match:
                yield ManuscriptLine(f"{match['name']}：{match['value'].strip(chr(34) + chr(39))}", Origin(file, number))
            continue
        column = len(text) - len(text.lstrip(EDGES)) + 1
        line = ManuscriptLine(copy, Origin(file, number, column, number, column + len(copy)), indented=text.startswith(("　", "  ")), gap=gap)
        yield from _marked(line) if markdown else (line,)
        gap = False


def _front_end(typed: tuple[str, ...]) -> int:
    """The line that ends a Markdown file's front matter; 0 when it has none."""
    if not typed or typed[0].strip() != "---":
        return 0
    return next((number for number, text in enumerate(typed[1:40], 2) if text.strip() in ("---", "...")), 0)


def _marked(line: ManuscriptLine) -> Iterator[ManuscriptLine]:
    """A line of Markdown with what its marks say; bold in the house's one spelling."""
    heading = HEADING.fullmatch(line.text)
    if heading:
        level = len(heading["marks"])
        yield replace(line, text=heading["text"], shape="title" if level == 1 else "heading", level=level)
        return
    text = line.text
    for image in IMAGE.finditer(text):
        yield replace(line, text=image["caption"], shape="picture", picture=ManuscriptPicture(Path(image["file"]).suffix.lower(), name=image["file"]))
    text = IMAGE.sub("", text).strip(EDGES)
    text = STRONG.sub(lambda m: f"**{m['text'] or m['other']}**", text)
    alone = STRONG.fullmatch(text)
    if alone:
        yield replace(line, text=alone["text"], strong=True)
    elif text:
        yield replace(line, text=text)
