"""What a line of a manuscript looks like by itself: a dateline, a source, a byline, a caption, a head, a paragraph."""

import re

from paperlayout.importing.join import FINAL, INNER, NUMBERED
from paperlayout.importing.patterns import ASIDE, AT_WORK, BYLINE, CAPTION, ENDING, LABEL, LABELS, MARKER, NAME, OF_PICTURES, SIGNED, SPACE
from paperlayout.issue.fields import ARTICLE
from paperlayout.issue.manuscript import BRACKETED, DATELINE
from paperlayout.manuscripts.arrival import ManuscriptLine

LONGEST_HEAD = 40
LONGEST_SUBHEAD = 30
LONGEST_CAPTION = 60
LONGEST_VERSE = 24
LONGEST_CLAUSE = 16
LONGEST_NAMES = 120
FEWEST_NAMES = 3
ONE_NAME = re.compile(r"(?<![^ 　])([一-龥])[ 　]+([一-龥])(?![^ 　])")
"""张　三 typed with a space."""


def is_dated(line: ManuscriptLine) -> bool:
    """It opens with 本报讯."""
    return line.shape == "plain" and bool(DATELINE.match(line.bare))


def is_source(line: ManuscriptLine) -> bool:
    """（××总工会） on a line of its own."""
    return line.shape == "plain" and bool(BRACKETED.fullmatch(line.bare)) and not BYLINE.fullmatch(line.bare) and not OF_PICTURES.search(line.bare)


def ends_signed(line: ManuscriptLine) -> bool:
    """A paragraph that ends with its source or author in brackets."""
    return bool(SIGNED.search(line.bare))


def is_aside(line: ManuscriptLine) -> bool:
    """编辑：某某 and the like, which a newspaper page prints elsewhere."""
    return line.shape == "plain" and bool(ASIDE.fullmatch(line.bare))


def is_marker(line: ManuscriptLine) -> bool:
    """An editor's mark of what comes next: 【头条】, 二版："""
    return line.shape != "fence" and bool(MARKER.fullmatch(line.bare))


def are_names(line: ManuscriptLine) -> bool:
    """Three people's names or more, and nothing else."""
    if line.shape != "plain" or len(line.bare) > LONGEST_NAMES:
        return False
    names = [re.sub(SPACE, "", name) for name in ONE_NAME.sub(r"\1\2", line.bare).split()]
    return len(names) >= FEWEST_NAMES and all(NAME.fullmatch(name) for name in names)


def is_byline(line: ManuscriptLine) -> bool:
    if line.shape not in ("plain", "subtitle") or len(line.bare) > LONGEST_SUBHEAD:
        return False
    return bool(BYLINE.fullmatch(line.bare) or AT_WORK.fullmatch(line.bare))


def is_name(line: ManuscriptLine) -> bool:
    """A person's name and nothing else, which under a title is the author's."""
    return line.shape in ("plain", "subtitle") and bool(NAME.fullmatch(line.bare))


def is_caption(line: ManuscriptLine) -> bool:
    return line.shape == "caption" or (line.shape == "plain" and len(line.bare) <= LONGEST_CAPTION * 2 and bool(CAPTION.match(line.bare)))


def is_short(line: ManuscriptLine) -> bool:
    """It could be a head: few characters, and it does not end like a sentence."""
    if line.shape in ("title", "subtitle", "heading"):
        return True
    text = line.bare
    if line.shape != "plain" or len(text) > LONGEST_HEAD or text.startswith(MARKED) or (len(text) >= CLAUSES and "，" in text and not line.strong):
        return False
    if text[-1] in CLOSING:
        return not SENTENCE.search(text)
    return text[-1] not in FINAL + "，、" or (line.strong and text[-1] in "？！?!")


CLAUSES = 22
"""字 from which on a line with a comma is a paragraph that lost its stop, not a head."""
MARKED = ("- ", "> ")
CLOSING = "”’」』）)》"
"""Marks a head may end with as well as a sentence."""
SENTENCE = re.compile("[。！？!?…]")


def is_paragraph(line: ManuscriptLine) -> bool:
    return line.shape in ("quote", "list", "fence") or (line.shape == "plain" and not is_short(line) and not is_caption(line))


def is_clause(line: ManuscriptLine) -> bool:
    """More likely a sentence that lost its stop than a subhead: it goes on after a comma, and nothing marks it as a head."""
    return not line.strong and "，" in line.bare and len(line.bare) >= LONGEST_CLAUSE and not NUMBERED.match(line.bare)


def is_title(line: ManuscriptLine) -> bool:
    """A title may end with ？ or ！ or have several clauses, which no subhead is believed to."""
    text = line.bare
    return line.shape == "plain" and len(text) <= LONGEST_HEAD and not SENTENCE.search(text[:-1]) and text[-1] not in "。，、；：…—"


def is_verse(line: ManuscriptLine) -> bool:
    """Short enough for a line of a poem."""
    return line.shape == "plain" and len(line.bare) <= LONGEST_VERSE


def is_ending(line: ManuscriptLine) -> bool:
    """Who signs a notice, or the day it is signed."""
    return line.shape == "plain" and bool(ENDING.fullmatch(line.bare)) and not INNER.search(line.bare)


def labelled(line: ManuscriptLine) -> tuple[str, str] | None:
    """The field and copy of a line such as 标题：……, or None."""
    match = LABEL.fullmatch(line.bare) if line.shape != "fence" and len(line.bare) <= LONGEST_HEAD * 2 else None
    if not match:
        return None
    name = match["name"].lower()
    field = ARTICLE.find(LABELS.get(name, name))
    return (field.name, match["value"].strip()) if field else None
