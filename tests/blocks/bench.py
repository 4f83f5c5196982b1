"""A manuscript set at a measure without a page: what the tests of marks and blocks look at."""

from functools import cache

from paperlayout.compose.body import FlowRow, rows_of
from paperlayout.fonts.book import FontBook
from paperlayout.issue.content import Article, Text
from paperlayout.issue.house import BROADSHEET
from paperlayout.issue.manuscript import Manuscript, read_body
from paperlayout.kit import Kit
from paperlayout.story.body import measure_body
from paperlayout.story.measured import Flow


@cache
def kit() -> Kit:
    return Kit(BROADSHEET, FontBook(), {})


def manuscript(typed: str) -> Manuscript:
    return read_body(Text(line) for line in typed.split("\n"))


def flow(typed: str, measure: float = 15, initial: int = 0) -> Flow:
    copy = manuscript(typed)
    article = Article(id="a", title=Text("题"), body=copy.blocks, source=copy.source or Text(""), dateline=copy.dateline, initial=initial)
    return measure_body(article, measure, kit())


def rows(typed: str, measure: float = 15, initial: int = 0) -> list[FlowRow]:
    """The rows of a manuscript as they stand when nothing is tightened or loosened."""
    found = flow(typed, measure, initial)
    return rows_of(found, [item.nominal for item in found.items])


def shown(row: FlowRow) -> str:
    """A row as a line of a case: what it is, where its ink begins and ends in em, its copy; 强 for each piece of strong text, the marks in it."""
    if row.line is None or not row.line.pieces:
        return f"{row.kind} –"
    pieces = row.line.pieces
    parts = [row.kind, f"{pieces[0].x:.2f}–{pieces[-1].x + pieces[-1].width:.2f}", row.line.text.replace("\t", " | ")]
    strong = "".join(p.text for p in pieces if p.voice == "strong")
    parts += [f"粗:{strong}"] if strong else []
    for mark in row.source.marks if row.source else ():
        if mark.kind != "strong" and (under := "".join(p.text for p in pieces if mark.start <= p.start < mark.end)):
            parts.append(f"{mark.kind}:{under}{'=' + mark.value if mark.value else ''}")
    return " ".join(parts)
