"""The text of a story: paragraphs, subheads, verse, name lists, tables, and the pictures and captions among them."""

from dataclasses import replace

from paperlayout.importing import looks
from paperlayout.importing.draft import ImportDraft
from paperlayout.importing.head import FEWEST_VERSES
from paperlayout.importing.join import FINAL, NUMBERED
from paperlayout.importing.patterns import SIGNED
from paperlayout.issue.manuscript import DATELINE
from paperlayout.manuscripts.arrival import ManuscriptLine

TAIL = 8
PREFIX = {"quote": "> ", "list": "- "}


def take_text(draft: ImportDraft, lines: list[ManuscriptLine]) -> None:
    """Sorts the rest of a story into its text and photos."""
    rest = list(lines)
    if _is_poem(rest):
        _take_poem(draft, rest)
    while rest:
        line = rest.pop(0)
        if line.shape == "picture":
            draft.picture(line, rest, bool(rest) and (looks.is_caption(rest[0]) or _may_be_caption(rest[0])))
        elif looks.is_caption(line):
            draft.loose_caption(line)
        elif looks.is_aside(line):
            draft.aside(line)
        elif line.shape == "fence":
            _table(draft, line)
        elif looks.are_names(line):
            _names(draft, line, rest)
        elif _is_subhead(line, rest):
            draft.body.append(replace(line, shape="heading").said(f"## {line.bare}"))
            draft.say("subhead", line)
        else:
            _paragraph(draft, line, last=not any(other.shape == "plain" for other in rest))


def _may_be_caption(line: ManuscriptLine) -> bool:
    plain = line.shape == "plain" and not line.strong and not NUMBERED.match(line.bare) and not looks.is_ending(line)
    return plain and looks.is_short(line)


def _is_poem(lines: list[ManuscriptLine]) -> bool:
    verses = [line for line in lines if line.shape not in ("picture", "caption")]
    short = all(looks.is_verse(line) and not NUMBERED.match(line.bare) for line in verses)
    return len(verses) >= FEWEST_VERSES and short and not all(looks.are_names(line) for line in verses)


def _take_poem(draft: ImportDraft, rest: list[ManuscriptLine]) -> None:
    verses: list[ManuscriptLine] = []
    while rest and rest[0].shape not in ("picture", "caption"):
        verses.append(rest.pop(0))
    if not verses:
        return
    draft.say("verse", verses[0], lines=len(verses))
    _fence(draft, "诗", verses[0], [line.said(("\n" if line.gap and i else "") + line.text) for i, line in enumerate(verses)])


def _fence(draft: ImportDraft, name: str, first: ManuscriptLine, lines: list[ManuscriptLine]) -> None:
    edge = replace(first, shape="fence")
    draft.body += [edge.said(f":::{name}"), *lines, edge.said(":::")]


def _names(draft: ImportDraft, first: ManuscriptLine, rest: list[ManuscriptLine]) -> None:
    """Lines of people's names, one after another, are a name list."""
    lines = [first]
    while rest and looks.are_names(rest[0]):
        lines.append(rest.pop(0))
    draft.say("names", first, lines=len(lines))
    _fence(draft, "名单", first, lines)


def _table(draft: ImportDraft, line: ManuscriptLine) -> None:
    rows = line.text.split("\n")
    draft.say("table", line, rows=len(rows))
    _fence(draft, "表", line, [line.said(row.replace("\t", " | ") or "|") for row in rows])


def _is_subhead(line: ManuscriptLine, after: list[ManuscriptLine]) -> bool:
    if line.shape in ("heading", "title"):
        return True
    text = line.bare
    if not looks.is_short(line) or len(text) > looks.LONGEST_SUBHEAD or looks.is_ending(line) or looks.is_source(line) or looks.is_clause(line):
        return False
    following = next((other for other in after if other.shape != "picture" and not looks.is_caption(other)), None)
    if following is None:
        return False
    return looks.is_paragraph(following) or line.strong or (looks.is_short(following) and bool(NUMBERED.match(text)))


def _paragraph(draft: ImportDraft, line: ManuscriptLine, last: bool) -> None:
    text = line.bare if line.strong else line.text
    if line.strong and len(text) > 1:
        draft.say("bold", line)
    text = _undated(draft, line, text)
    signed = SIGNED.search(text) if last and line.shape == "plain" and "source" not in draft.given else None
    if signed:
        draft.give("source", line.said(signed[0].strip()), signed["source"], "bracket")
        text = text[: signed.start()].rstrip()
    draft.body.append(line.said(PREFIX.get(line.shape, "") + text))
    if line.shape != "plain" or text.startswith(looks.MARKED):
        return
    if looks.is_short(line.said(text)):
        draft.say("short", line)
    elif text[-1] not in FINAL:
        draft.say("C361.unjoined", line, tail=text[-TAIL:])


def _undated(draft: ImportDraft, line: ManuscriptLine, text: str) -> str:
    """The first paragraph without the dateline that opens it."""
    dated = DATELINE.match(text)
    if not dated or draft.body or "dateline" in draft.given or dated.end() == len(text):
        return text
    draft.given["dateline"] = dated["line"]
    draft.say("field" if dated.start("line") == 0 else "doubled", line.said(dated["line"]), field="电头")
    return text[dated.end() :]
