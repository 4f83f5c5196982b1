"""Torn paragraphs: a sentence that a page or column end cut in two is made whole again. Not a character is added or lost."""

import re
from dataclasses import replace

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.issue.manuscript import BRACKETED, DATELINE
from paperlayout.manuscripts.arrival import ManuscriptLine

FINAL = "。！？…；：”’』」）)】》—.!?;:~～"
INNER = re.compile("[，、。；：,！？]")
LEAST = 20
"""A paragraph, not a head: captions and heads are shorter, or have no mark inside."""
NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[、，章节条]|\d{1,2}[.．、])")
SHOWN = 8


def join_torn(lines: tuple[ManuscriptLine, ...], *, join: bool = True) -> tuple[tuple[ManuscriptLine, ...], tuple[Diagnostic, ...]]:
    """The lines with torn paragraphs joined, and each join named. `join=False` only names them."""
    healed: list[ManuscriptLine] = []
    told: list[Diagnostic] = []
    for line in lines:
        if not (healed and is_torn(healed[-1], line)):
            healed.append(line)
            continue
        told.append(_told(healed[-1], line, join))
        if join:
            healed[-1] = replace(healed[-1], text=_joined(healed[-1].text, line.text))
        else:
            healed.append(line)
    return tuple(healed), tuple(told)


def is_torn(first: ManuscriptLine, second: ManuscriptLine) -> bool:
    """Two paragraphs that were one: the first stops inside a sentence and the second goes on with it."""
    return _stops_short(first) and _goes_on(second)


def _is_text(line: ManuscriptLine) -> bool:
    return line.shape == "plain" and not line.centred


def _stops_short(line: ManuscriptLine) -> bool:
    text = line.bare
    return _is_text(line) and len(text) >= LEAST and text[-1] not in FINAL and bool(INNER.search(text))


def _goes_on(line: ManuscriptLine) -> bool:
    text = line.bare
    if not _is_text(line) or line.indented or line.strong or DATELINE.match(text) or BRACKETED.fullmatch(text) or NUMBERED.match(text):
        return False
    return text[-1] in FINAL or _stops_short(line)


def _joined(first: str, second: str) -> str:
    """Both halves as one; bold that was parted with them is one again, and Latin words keep their space."""
    if first.endswith("**") and second.startswith("**"):
        return first[:-2] + second[2:]
    gap = " " if first[-1].isascii() and first[-1].isalnum() and second[0].isascii() and second[0].isalnum() else ""
    return first + gap + second


def _told(first: ManuscriptLine, second: ManuscriptLine, join: bool) -> Diagnostic:
    ends, begins = first.bare[-SHOWN:], second.bare[:SHOWN]
    return tell("C362" if join else "C301", first.origin, tail=ends, head=begins)
