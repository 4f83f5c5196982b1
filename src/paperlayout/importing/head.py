"""The head of a story: title, kicker, deck, standing head, byline, and labels such as 作者：……"""

from paperlayout.importing import looks
from paperlayout.importing.draft import ImportDraft, unbracketed
from paperlayout.importing.join import NUMBERED
from paperlayout.manuscripts.arrival import ManuscriptLine

LONGEST_STANDING_HEAD = 10
DASHES = "—－-"
FEWEST_VERSES = 4


def take_head(draft: ImportDraft, lines: list[ManuscriptLine]) -> list[ManuscriptLine]:
    """Takes the lines before the text. Returns the rest."""
    rest, head = list(lines), list[ManuscriptLine]()
    while rest and _is_of_head(rest[0], bool(head)):
        line = rest.pop(0)
        label = looks.labelled(line)
        if line.shape == "picture":
            draft.picture(line, rest, bool(rest) and looks.is_caption(rest[0]))
        elif label and label[0] not in draft.given:
            draft.give(label[0], line, label[1], "label")
        elif looks.is_aside(line) or looks.is_marker(line):
            draft.aside(line)
        elif looks.is_byline(line) or (head and looks.is_name(line) and "author" not in draft.given):
            draft.give("author", line, *unbracketed(line.bare))
        else:
            head.append(line)
    return _without_title(draft, head, rest)


def _is_of_head(line: ManuscriptLine, has_title: bool) -> bool:
    if line.shape == "picture" or looks.labelled(line) or looks.is_byline(line) or looks.is_aside(line) or looks.is_marker(line):
        return True
    if has_title and (line.shape == "heading" or NUMBERED.match(line.bare)):
        return False
    if looks.is_dated(line) or looks.is_caption(line) or looks.is_source(line):
        return False
    return looks.is_short(line) or (not has_title and looks.is_title(line))


def _without_title(draft: ImportDraft, head: list[ManuscriptLine], rest: list[ManuscriptLine]) -> list[ManuscriptLine]:
    """Gives the head's lines their fields; a poem has no paragraph to end its head, so its lines go back to the text."""
    if not head or "title" in draft.given:
        _others(draft, head, 0)
        return rest
    if len(head) >= FEWEST_VERSES and all(looks.is_verse(line) for line in head):
        draft.give("title", head[0], head[0].bare)
        return [*head[1:], *rest]
    at = _title(head)
    end = _broken_title(head, at)
    draft.give("title", head[at], head[at].bare)
    for line in head[at + 1 : end]:
        draft.given["title"] += "/" + line.bare.replace("/", "//")
        draft.say("title", line)
    _others(draft, [*head[:at], *head[end:]], at)
    return rest


def _title(head: list[ManuscriptLine]) -> int:
    """Which line is the title: the one styled so, the largest, the one a dash follows, else the first."""
    dashed = next((i for i, line in enumerate(head) if i and line.bare[0] in DASHES), 0)
    return max(range(len(head)), key=lambda i: (head[i].shape == "title", head[i].size, dashed == i + 1, -i))


def _broken_title(head: list[ManuscriptLine], at: int) -> int:
    """Where a title ends that Word shows on several lines: centred, and set in the same large size."""
    first, end = head[at], at + 1
    while end < len(head) and first.centred and first.size and (head[end].centred, head[end].size, head[end].strong) == (True, first.size, first.strong):
        end += 1
    return end


def _others(draft: ImportDraft, lines: list[ManuscriptLine], before: int) -> None:
    """The short lines beside the title: those before it are kickers, a dash or a style makes a deck, the shortest a standing head."""
    for i, line in enumerate(lines):
        text = line.bare
        if i < before:
            draft.give("kicker", line, text)
        elif line.shape == "subtitle" or text[:1] in DASHES or len(text) > LONGEST_STANDING_HEAD:
            bare = text.lstrip(DASHES + " 　")
            draft.give("deck", line, bare, "dash" if bare != text else "field")
        else:
            draft.give("standing-head", line, text, "guess")
