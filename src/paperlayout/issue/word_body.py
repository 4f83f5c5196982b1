"""A Word file as the body of an article in an issue: what the issue's own fields say already is not printed twice, and what cannot come along is told."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from paperlayout.diag import Origin
from paperlayout.issue.content import Text
from paperlayout.issue.reading import FieldReader, FileReport
from paperlayout.manuscripts.arrival import Arrival, ManuscriptLine, Shape
from paperlayout.manuscripts.word import read_word

HEAD_FIELDS = ("title", "kicker", "deck", "author", "standing-head")
NO_COPY = str.maketrans("", "", "/ 　\t—－-")
DEEPEST_HEAD = 6
"""Paragraphs at the top that may repeat the head; further down the same words are copy."""


def word_body(path: Path, record: FieldReader, report: FileReport) -> tuple[Text, ...]:
    """The paragraphs of a Word file as lines of a body. Raises IssueError."""
    arrival = read_word(path, str(path))
    for finding in arrival.findings:
        report.add(finding)
    pictures = embedded(arrival)
    if pictures:
        report.tell("F319", pictures[0].origin, name=path.name, count=len(pictures))
    lines = _without_head(tuple(as_typed(arrival)), record, report)
    return tuple(Text(line.text, _whole(line)) for line in lines)


def _without_head(lines: tuple[ManuscriptLine, ...], record: FieldReader, report: FileReport) -> Iterable[ManuscriptLine]:
    """The lines, but for those at the top that repeat the title and what else stands with it in the issue."""
    said = {record.text(name).value.translate(NO_COPY) for name in HEAD_FIELDS} - {""}
    for i, line in enumerate(lines):
        bare = line.bare.removeprefix("## ")
        if i < DEEPEST_HEAD and bare.translate(NO_COPY) in said:
            report.tell("C368", line.origin, piece=bare)
        elif line.shape == "title":
            report.tell("C367", line.origin, piece=bare)
            yield line
        else:
            yield line


def _whole(line: ManuscriptLine) -> Origin:
    return Origin(line.origin.file, line.origin.line, 1, line.origin.line, 1 + len(line.text))


def as_typed(arrival: Arrival) -> Iterator[ManuscriptLine]:
    """The lines as an editor would have typed them in an issue: `## ` before subheads, `:::表` round tables, pictures left out."""
    for line in arrival.lines:
        if line.shape == "fence":
            yield line.said(":::表")
            yield from (line.said(row or "|") for row in line.text.replace("\t", " | ").split("\n"))
            yield line.said(":::")
        elif line.shape != "picture":
            yield line.said(PREFIX.get(line.shape, "") + (line.bare if line.shape in PREFIX else line.text))


PREFIX: dict[Shape, str] = {"heading": "## ", "quote": "> ", "list": "- "}


def embedded(arrival: Arrival) -> tuple[ManuscriptLine, ...]:
    """The lines that are pictures."""
    return tuple(line for line in arrival.lines if line.shape == "picture")
