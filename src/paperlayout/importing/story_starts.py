"""Where in a manuscript another story begins."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from paperlayout.importing import looks
from paperlayout.manuscripts.arrival import ManuscriptLine


def stories_of(lines: Sequence[ManuscriptLine]) -> Iterator[tuple[ManuscriptLine, ...]]:
    """The manuscript's stories, each with all its lines."""
    style = _title_style(lines)
    cuts = [i for i in range(1, len(lines)) if _begins(lines, i) or (style == _style(lines[i]) and _has_text(lines[:i]))]
    yield from (tuple(lines[a:b]) for a, b in pairwise((0, *cuts, len(lines))))


def _begins(lines: Sequence[ManuscriptLine], at: int) -> bool:
    """An editor's own mark, or a head that is known by what stands before or after it."""
    line = lines[at]
    if looks.is_marker(line):
        return True
    if looks.is_marker(lines[at - 1]) or not looks.is_short(line) or looks.is_byline(line) or looks.is_caption(line):
        return False
    follows = [other for other in lines[at + 1 : at + 3] if not looks.is_byline(other)]
    if not follows or not _has_text(lines[:at]):
        return False
    if looks.is_dated(follows[0]):
        return True
    text = looks.is_paragraph(follows[0])
    signed = line.gap and text and looks.ends_signed(follows[0])
    return signed or (looks.is_source(lines[at - 1]) and any(looks.is_paragraph(other) for other in follows))


def _has_text(lines: Iterable[ManuscriptLine]) -> bool:
    return any(looks.is_paragraph(line) for line in lines)


def _style(line: ManuscriptLine) -> tuple[str, int]:
    return line.shape, line.level


def _title_style(lines: Sequence[ManuscriptLine]) -> tuple[str, int] | None:
    """The style every story's title has, when the file's own styles tell several stories apart."""
    titles = [line for line in lines if line.shape == "title"]
    if len(titles) > 1:
        return _style(titles[0])
    levels = [line.level for line in lines if line.shape == "heading"]
    if titles or not levels or lines[0].shape != "heading":
        return None
    highest = min(levels)
    several = levels.count(highest) > 1 and len(set(levels)) > 1 and lines[0].level == highest
    return ("heading", highest) if several else None
