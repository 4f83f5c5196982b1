"""分稿: the lines of a manuscript parted into stories, and in each the head, the byline, the source, subheads and captions told from the text.

Whatever is decided here is told; nothing is left out but the labels and brackets that are named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from paperlayout.catalogue.book import finding, sentence, tell
from paperlayout.diag import Diagnostic, Filling, Origin
from paperlayout.issue.arrival import Line
from paperlayout.issue.fields import ARTICLE
from paperlayout.issue.importing import looks
from paperlayout.issue.importing.heal import FINAL, NUMBERED
from paperlayout.issue.importing.model import FIELDS, FoundPhoto, FoundStory
from paperlayout.issue.importing.patterns import CAPTION_MARK, CREDIT
from paperlayout.issue.manuscript import BRACKETED, DATELINE

SHOWN = 16
LONGEST_STANDING_HEAD = 10
DASHES = "—－-"
FEWEST_VERSES = 4


def sort(lines: Sequence[Line]) -> tuple[tuple[FoundStory, ...], tuple[Diagnostic, ...]]:
    """The stories of a manuscript, and what was decided about its lines."""
    parts = list(_parted(lines))
    told = [_note("story", part[0]) for part in parts[1:]]
    sorters = [_Sorter(part, followed=i + 1 < len(parts)) for i, part in enumerate(parts)]
    stories = tuple(sorter.story() for sorter in sorters)
    return stories, (*told, *(note for sorter in sorters for note in sorter.told))


def _note(way: str, line: Line, **values: Filling) -> Diagnostic:
    """What was decided about a line, by the catalogue's ways of C360 or, with its code, of another rule."""
    text = line.bare
    piece = text if len(text) <= SHOWN else text[:SHOWN] + "…"
    return finding(sentence(way if "." in way else f"C360.{way}", piece=piece, **values), line.origin)


def _parted(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The manuscript cut where another story begins."""
    cuts = [0, *(i for i in range(1, len(lines)) if _begins(lines, i)), len(lines)]
    heads = _title_levels(lines)
    cuts = sorted({*cuts, *(i for i, line in enumerate(lines) if i and heads and line.shape == heads[0] and line.level == heads[1] and _has_text(lines[:i]))})
    yield from (tuple(lines[a:b]) for a, b in pairwise(cuts))


def _begins(lines: Sequence[Line], at: int) -> bool:
    """A head right before 本报讯, or right after another story's source."""
    if not looks.is_short(lines[at]) or looks.is_byline(lines[at]):
        return False
    follows = lines[at + 1 : at + 3]
    dated = bool(follows) and (looks.is_dated(follows[0]) or (len(follows) == 2 and looks.is_byline(follows[0]) and looks.is_dated(follows[1])))
    if dated and _has_text(lines[:at]):
        return True
    ended = looks.is_source(lines[at - 1]) and not looks.is_caption(lines[at]) and any(looks.is_paragraph(line) for line in follows)
    return ended and _has_text(lines[: at - 1])


def _has_text(lines: Iterable[Line]) -> bool:
    return any(looks.is_paragraph(line) for line in lines)


def _title_levels(lines: Sequence[Line]) -> tuple[str, int] | None:
    """The style every story's title has, when the file's own styles tell several stories apart."""
    titles = [line for line in lines if line.shape == "title"]
    if len(titles) > 1:
        return ("title", titles[0].level)
    levels = [line.level for line in lines if line.shape == "heading"]
    if not titles and levels and lines[0].shape == "heading" and levels.count(min(levels)) > 1 and len(set(levels)) > 1 and lines[0].level == min(levels):
        return ("heading", min(levels))
    return None


@dataclass(slots=True)
class _Sorter:
    """One story being sorted. `followed`: another one comes after it in the same file."""

    lines: tuple[Line, ...]
    followed: bool = False
    given: dict[str, str] = field(default_factory=dict)
    body: list[Line] = field(default_factory=list)
    photos: list[FoundPhoto] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)

    def story(self) -> FoundStory:
        rest = self._head(list(self.lines))
        rest = self._tail(rest)
        if self._is_poem(rest):
            self._poem(rest)
        else:
            self._text(rest)
        given = tuple((name, self.given[name]) for name in FIELDS if name in self.given)
        return FoundStory(self.lines[0].origin, given, tuple(self.body), tuple(self.photos))

    def _give(self, name: str, line: Line, copy: str, way: str = "field") -> None:
        """A line's copy goes into a field; a second one for the same field stays text."""
        if name in self.given:
            self.told.append(_note("C361.second", line, field=ARTICLE.named(name).chinese))
            self.body.append(line)
            return
        self.given[name] = copy.replace("/", "//") if ARTICLE.named(name).kind == "head" else copy  # a single slash breaks a head
        self.told.append(_note(way, line, field=ARTICLE.named(name).chinese))

    # -- the head

    def _head(self, lines: list[Line]) -> list[Line]:
        """Takes the lines before the text: title, kicker, deck, standing head, byline, labels. Returns the rest."""
        head: list[Line] = []
        while lines and self._is_of_head(lines, bool(head)):
            line = lines.pop(0)
            label = looks.labelled(line)
            if line.shape == "picture":
                self._picture(line, lines)
            elif label and label[0] not in self.given:
                self._give(label[0], line, label[1], "label")
            elif looks.is_byline(line) or (head and looks.is_name(line) and "author" not in self.given):
                self._give("author", line, *_unbracketed(line.bare))
            else:
                head.append(line)
        self._title(head)
        return lines

    def _is_of_head(self, lines: list[Line], has_title: bool) -> bool:
        line = lines[0]
        if line.shape == "picture" or looks.labelled(line) or looks.is_byline(line):
            return True
        if has_title and (line.shape == "heading" or NUMBERED.match(line.bare)):
            return False
        if looks.is_dated(line) or looks.is_caption(line) or looks.is_source(line):
            return False
        return looks.is_short(line) or (not has_title and _is_title(line))

    def _title(self, head: list[Line]) -> None:
        if not head or "title" in self.given:
            self._others(head, 0 if head else -1)
            return
        if len(head) >= FEWEST_VERSES and all(looks.is_verse(line) for line in head):  # a poem has no paragraph to end its head
            self.body.extend(head[1:])
            head = head[:1]
        at = max(range(len(head)), key=lambda i: (head[i].shape == "title", head[i].size, -i))
        joined = self._broken_title(head, at)
        self._give("title", head[at], head[at].bare)
        for line in head[at + 1 : joined]:
            self.given["title"] += "/" + line.bare.replace("/", "//")
            self.told.append(_note("title", line))
        self._others([*head[:at], *head[joined:]], at)

    def _broken_title(self, head: list[Line], at: int) -> int:
        """Where a title ends that Word shows on several lines: centred, and set in the same large size."""
        first, end = head[at], at + 1
        while end < len(head) and first.centred and first.size and (head[end].centred, head[end].size, head[end].strong) == (True, first.size, first.strong):
            end += 1
        return end

    def _others(self, lines: list[Line], before: int) -> None:
        """The short lines beside the title: those before it are kickers, a dash or a style makes a deck, the shortest a standing head."""
        for i, line in enumerate(lines):
            text = line.bare
            if i < before:
                self._give("kicker", line, text)
            elif line.shape == "subtitle" or text[:1] in DASHES or len(text) > LONGEST_STANDING_HEAD:
                bare = text.lstrip(DASHES + " 　")
                self._give("deck", line, bare, "dash" if bare != text else "field")
            else:
                self._give("standing-head", line, text, "guess")

    # -- the end

    def _tail(self, lines: list[Line]) -> list[Line]:
        """Takes captions, source and byline from the end. Returns the rest."""
        kept: list[Line] = []
        while lines:
            line = lines[-1]
            if looks.is_source(line) and "source" not in self.given:
                self._give("source", line, *_unbracketed(line.bare))
            elif looks.is_byline(line) and "author" not in self.given:
                self._give("author", line, *_unbracketed(line.bare))
            elif line.shape == "picture" or looks.is_caption(line):
                kept.insert(0, line)
            else:
                break
            lines.pop()
        loose = self._loose_captions(lines)
        return [*lines[: len(lines) - len(loose)], *(replace(line, shape="caption") for line in loose), *kept]

    def _loose_captions(self, lines: list[Line]) -> list[Line]:
        """Short lines after the last paragraph, right before the next story: captions that came without their pictures."""
        last = max((i for i, line in enumerate(lines) if looks.is_paragraph(line)), default=-1)
        loose = lines[last + 1 :]
        short = all(looks.is_verse(line) and not looks.is_ending(line) and not line.strong for line in loose)
        return loose if last >= 0 and loose and self.followed and short else []

    # -- the text

    def _is_poem(self, lines: list[Line]) -> bool:
        verses = [line for line in (*self.body, *lines) if line.shape not in ("picture", "caption")]
        return len(verses) >= FEWEST_VERSES and all(looks.is_verse(line) for line in verses) and not any(NUMBERED.match(line.bare) for line in verses)

    def _poem(self, lines: list[Line]) -> None:
        verses, rest = [*self.body], list(lines)
        while rest and rest[0].shape not in ("picture", "caption"):
            verses.append(rest.pop(0))
        self.told.append(_note("verse", verses[0], lines=len(verses)))
        fence = replace(verses[0], shape="fence")
        stanzas = [line.said(("\n" if line.gap and i else "") + line.text) for i, line in enumerate(verses)]
        self.body = [fence.said(":::诗"), *stanzas, fence.said(":::")]
        self._text(rest)

    def _text(self, lines: list[Line]) -> None:
        while lines:
            line = lines.pop(0)
            if line.shape == "picture":
                self._picture(line, lines)
            elif looks.is_caption(line):
                self._caption(line)
            elif line.shape == "fence":
                self._table(line)
            elif self._is_subhead(line, lines):
                self._subhead(line)
            else:
                self._paragraph(line)

    def _is_subhead(self, line: Line, after: list[Line]) -> bool:
        if line.shape in ("heading", "title"):
            return True
        text = line.bare
        head = looks.is_short(line) and len(text) <= looks.LONGEST_SUBHEAD and not looks.is_ending(line) and not looks.is_source(line)
        following = next((other for other in after if other.shape != "picture" and not looks.is_caption(other)), None)
        return head and following is not None and (looks.is_paragraph(following) or (looks.is_short(following) and bool(NUMBERED.match(text))) or line.strong)

    def _subhead(self, line: Line) -> None:
        self.body.append(replace(line, shape="heading").said(f"## {line.bare}"))
        self.told.append(_note("subhead", line))

    def _paragraph(self, line: Line) -> None:
        text = line.bare if line.strong else line.text
        if line.strong and len(text) > 1:
            self.told.append(_note("bold", line))
        dated = DATELINE.match(text)
        if dated and not any(b.shape != "picture" for b in self.body) and "dateline" not in self.given and dated.end() < len(text):
            self.given["dateline"] = dated["line"]
            self.told.append(_note("field", line.said(dated["line"]), field="电头"))
            text = text[dated.end() :]
        prefix = {"quote": "> ", "list": "- "}.get(line.shape, "")
        if not prefix and looks.is_short(line):
            self.told.append(_note("short", line))
        elif not prefix and line.shape == "plain" and text[-1] not in FINAL and not text.startswith(looks.MARKED):
            self.told.append(_note("C361.unjoined", line, tail=text[-8:]))
        self.body.append(line.said(prefix + text))

    def _table(self, line: Line) -> None:
        rows = line.text.split("\n")
        self.told.append(_note("table", line, rows=len(rows)))
        fence = replace(line, shape="fence")
        self.body += [fence.said(":::表"), *(line.said(row.replace("\t", " | ") or "|") for row in rows), fence.said(":::")]

    # -- pictures and captions

    def _picture(self, line: Line, after: list[Line]) -> None:
        """A picture takes the caption that it brings, or the caption or short line right after it."""
        caption = line.text
        if not caption and after and (looks.is_caption(after[0]) or self._may_be_caption(after)):
            taken = after.pop(0)
            caption = taken.bare
            self.told.append(_note("caption", taken))
        self._photo(line.origin, caption, line)

    def _may_be_caption(self, after: list[Line]) -> bool:
        line = after[0]
        plain = line.shape == "plain" and not line.strong and not NUMBERED.match(line.bare) and not looks.is_ending(line)
        return plain and looks.is_short(line) and ("title" in self.given or bool(self.body))

    def _caption(self, line: Line) -> None:
        self.told.append(_note("nopicture", line))
        self._photo(line.origin, line.bare, None)

    def _photo(self, origin: Origin, typed: str, picture: Line | None) -> None:
        caption = CAPTION_MARK.sub("", typed)
        if caption != typed:
            self.told.append(tell("C360.mark", origin, piece=typed[: len(typed) - len(caption)].strip()))
        shot = CREDIT.search(caption)
        credit = (shot["credit"] or shot["shot"] or "").strip() if shot and shot.start() else ""
        if credit and shot:
            self.told.append(tell("C360.credit", origin, piece=shot[0].strip()))
            caption = caption[: shot.start()].rstrip()
        self.photos.append(FoundPhoto(origin, caption, credit, picture.picture if picture else None))


def _is_title(line: Line) -> bool:
    """A title may end with ？ or ！ or have several clauses, which no subhead is believed to."""
    text = line.bare
    return line.shape == "plain" and len(text) <= looks.LONGEST_HEAD and not looks.SENTENCE.search(text[:-1]) and text[-1] not in "。，、；：…—"


def _unbracketed(text: str) -> tuple[str, str]:
    """A byline or source without its brackets, and the way to say so."""
    match = BRACKETED.fullmatch(text)
    return (match["source"], "bracket") if match else (text, "field")
