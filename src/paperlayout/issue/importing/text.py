"""The text of a story: paragraphs, subheads, verse, name lists, tables, and the pictures and captions among them."""

from dataclasses import replace

from paperlayout.issue.arrival import Line
from paperlayout.issue.importing import looks
from paperlayout.issue.importing.head import FEWEST_VERSES
from paperlayout.issue.importing.heal import FINAL, NUMBERED
from paperlayout.issue.importing.patterns import SIGNED
from paperlayout.issue.importing.tray import Tray
from paperlayout.issue.manuscript import DATELINE

TAIL = 8
PREFIX = {"quote": "> ", "list": "- "}


def take_text(tray: Tray, lines: list[Line]) -> None:
    """Sorts the rest of a story into its text and photos."""
    rest = list(lines)
    if _is_poem(rest):
        _take_poem(tray, rest)
    while rest:
        line = rest.pop(0)
        if line.shape == "picture":
            tray.picture(line, rest, bool(rest) and (looks.is_caption(rest[0]) or _may_be_caption(rest[0])))
        elif looks.is_caption(line):
            tray.loose_caption(line)
        elif looks.is_aside(line):
            tray.aside(line)
        elif line.shape == "fence":
            _table(tray, line)
        elif looks.are_names(line):
            _names(tray, line, rest)
        elif _is_subhead(line, rest):
            tray.body.append(replace(line, shape="heading").said(f"## {line.bare}"))
            tray.say("subhead", line)
        else:
            _paragraph(tray, line, last=not any(other.shape == "plain" for other in rest))


def _may_be_caption(line: Line) -> bool:
    plain = line.shape == "plain" and not line.strong and not NUMBERED.match(line.bare) and not looks.is_ending(line)
    return plain and looks.is_short(line)


def _is_poem(lines: list[Line]) -> bool:
    verses = [line for line in lines if line.shape not in ("picture", "caption")]
    short = all(looks.is_verse(line) and not NUMBERED.match(line.bare) for line in verses)
    return len(verses) >= FEWEST_VERSES and short and not all(looks.are_names(line) for line in verses)


def _take_poem(tray: Tray, rest: list[Line]) -> None:
    verses: list[Line] = []
    while rest and rest[0].shape not in ("picture", "caption"):
        verses.append(rest.pop(0))
    if not verses:
        return
    tray.say("verse", verses[0], lines=len(verses))
    _fence(tray, "诗", verses[0], [line.said(("\n" if line.gap and i else "") + line.text) for i, line in enumerate(verses)])


def _fence(tray: Tray, name: str, first: Line, lines: list[Line]) -> None:
    edge = replace(first, shape="fence")
    tray.body += [edge.said(f":::{name}"), *lines, edge.said(":::")]


def _names(tray: Tray, first: Line, rest: list[Line]) -> None:
    """Lines of people's names, one after another, are a name list."""
    lines = [first]
    while rest and looks.are_names(rest[0]):
        lines.append(rest.pop(0))
    tray.say("names", first, lines=len(lines))
    _fence(tray, "名单", first, lines)


def _table(tray: Tray, line: Line) -> None:
    rows = line.text.split("\n")
    tray.say("table", line, rows=len(rows))
    _fence(tray, "表", line, [line.said(row.replace("\t", " | ") or "|") for row in rows])


def _is_subhead(line: Line, after: list[Line]) -> bool:
    if line.shape in ("heading", "title"):
        return True
    text = line.bare
    if not looks.is_short(line) or len(text) > looks.LONGEST_SUBHEAD or looks.is_ending(line) or looks.is_source(line) or looks.is_clause(line):
        return False
    following = next((other for other in after if other.shape != "picture" and not looks.is_caption(other)), None)
    if following is None:
        return False
    return looks.is_paragraph(following) or line.strong or (looks.is_short(following) and bool(NUMBERED.match(text)))


def _paragraph(tray: Tray, line: Line, last: bool) -> None:
    text = line.bare if line.strong else line.text
    if line.strong and len(text) > 1:
        tray.say("bold", line)
    text = _undated(tray, line, text)
    signed = SIGNED.search(text) if last and line.shape == "plain" and "source" not in tray.given else None
    if signed:
        tray.give("source", line.said(signed[0].strip()), signed["source"], "bracket")
        text = text[: signed.start()].rstrip()
    tray.body.append(line.said(PREFIX.get(line.shape, "") + text))
    if line.shape != "plain" or text.startswith(looks.MARKED):
        return
    if looks.is_short(line.said(text)):
        tray.say("short", line)
    elif text[-1] not in FINAL:
        tray.say("C361.unjoined", line, tail=text[-TAIL:])


def _undated(tray: Tray, line: Line, text: str) -> str:
    """The first paragraph without the dateline that opens it."""
    dated = DATELINE.match(text)
    if not dated or tray.body or "dateline" in tray.given or dated.end() == len(text):
        return text
    tray.given["dateline"] = dated["line"]
    tray.say("field", line.said(dated["line"]), field="电头")
    return text[dated.end() :]
