"""分稿: the lines of a manuscript parted into stories, and in each the head, the byline, the source, subheads and captions told from the text.

Whatever is decided here is told; nothing is left out but the labels, brackets and marks that are named.
"""

from collections.abc import Sequence
from dataclasses import replace

from paperlayout.diag import Diagnostic
from paperlayout.importing import looks
from paperlayout.importing.draft import ImportDraft, note, unbracketed
from paperlayout.importing.found import FoundStory
from paperlayout.importing.head import take_head
from paperlayout.importing.story_starts import stories_of
from paperlayout.importing.text import take_text
from paperlayout.manuscripts.arrival import ManuscriptLine


def split_stories(lines: Sequence[ManuscriptLine]) -> tuple[tuple[FoundStory, ...], tuple[Diagnostic, ...]]:
    """The stories of a manuscript, and what was decided about its lines."""
    parts = list(stories_of(lines))
    told = [note("story", part[0]) for part in parts[1:]]
    trays = [ImportDraft() for _ in parts]
    for i, (draft, part) in enumerate(zip(trays, parts, strict=True)):
        rest = take_head(draft, list(part))
        take_text(draft, _without_end(draft, rest, followed=i + 1 < len(parts)))
    stories = tuple(draft.story(part[0].origin) for draft, part in zip(trays, parts, strict=True))
    return stories, (*told, *(one for draft in trays for one in draft.told))


def _without_end(draft: ImportDraft, lines: list[ManuscriptLine], followed: bool) -> list[ManuscriptLine]:
    """Takes captions, source, byline and notes to colleagues from the end. Returns the rest, loose captions marked as such."""
    lines, kept = list(lines), list[ManuscriptLine]()
    while lines:
        line = lines[-1]
        label = looks.labelled(line)
        if looks.is_source(line) and "source" not in draft.given:
            draft.give("source", line, *unbracketed(line.bare))
        elif looks.is_byline(line) and "author" not in draft.given:
            draft.give("author", line, *unbracketed(line.bare))
        elif label and label[0] in ("author", "source") and label[0] not in draft.given:
            draft.give(label[0], line, label[1], "label")
        elif looks.is_aside(line):
            draft.aside(line)
        elif line.shape == "picture" or looks.is_caption(line):
            kept.insert(0, line)
        else:
            break
        lines.pop()
    loose = _loose_captions(lines) if followed else 0
    return [*lines[: len(lines) - loose], *(replace(line, shape="caption") for line in lines[len(lines) - loose :]), *kept]


def _loose_captions(lines: list[ManuscriptLine]) -> int:
    """How many short lines stand after the last paragraph, right before the next story: captions that came without their pictures."""
    last = max((i for i, line in enumerate(lines) if looks.is_paragraph(line)), default=-1)
    loose = lines[last + 1 :]
    short = all(looks.is_verse(line) and not looks.is_ending(line) and not line.strong for line in loose)
    return len(loose) if last >= 0 and short else 0
