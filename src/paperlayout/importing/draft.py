"""One story on the sorter's desk: its fields, text and photos as they are told apart, and all that is said about it."""

from dataclasses import dataclass, field

from paperlayout.catalogue.book import finding, sentence, tell
from paperlayout.diag import Diagnostic, Filling, Origin
from paperlayout.importing.found import FIELDS, FoundPhoto, FoundStory
from paperlayout.importing.patterns import CAPTION_MARK, CREDIT
from paperlayout.issue.fields import ARTICLE
from paperlayout.issue.manuscript import BRACKETED
from paperlayout.manuscripts.arrival import ManuscriptLine, ManuscriptPicture

SHOWN = 16


def note(way: str, line: ManuscriptLine, **values: Filling) -> Diagnostic:
    """What was decided about a line, by the catalogue's ways of C360 or, with its code, of another rule."""
    text = line.bare
    piece = text if len(text) <= SHOWN else text[:SHOWN] + "…"
    return finding(sentence(way if "." in way else f"C360.{way}", piece=piece, **values), line.origin)


def unbracketed(text: str) -> tuple[str, str]:
    """A byline or source without its brackets, and the way to say so."""
    match = BRACKETED.fullmatch(text)
    return (match["source"], "bracket") if match else (text, "field")


@dataclass(slots=True)
class ImportDraft:
    """What has been told apart so far."""

    given: dict[str, str] = field(default_factory=dict)
    body: list[ManuscriptLine] = field(default_factory=list)
    photos: list[FoundPhoto] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)

    def story(self, origin: Origin) -> FoundStory:
        """The story, its fields in their usual order."""
        given = tuple((name, self.given[name]) for name in FIELDS if name in self.given)
        return FoundStory(origin, given, tuple(self.body), tuple(self.photos), tuple(self.asides))

    def say(self, way: str, line: ManuscriptLine, **values: Filling) -> None:
        self.told.append(note(way, line, **values))

    def give(self, name: str, line: ManuscriptLine, copy: str, way: str = "field") -> None:
        """A line's copy goes into a field; a second one for the same field stays text."""
        if name in self.given:
            self.say("C361.second", line, field=ARTICLE.named(name).chinese)
            self.body.append(line)
            return
        self.given[name] = copy.replace("/", "//") if ARTICLE.named(name).kind == "head" else copy  # a single slash breaks a head
        self.say(way, line, field=ARTICLE.named(name).chinese)

    def aside(self, line: ManuscriptLine) -> None:
        """A line for colleagues goes into a note."""
        self.asides.append(line.bare)
        self.say("aside", line)

    def photo(self, origin: Origin, typed: str, picture: ManuscriptPicture | None) -> None:
        """A picture, a caption, or both; the mark before a caption goes, the name after it becomes the credit."""
        caption = CAPTION_MARK.sub("", typed)
        if caption != typed:
            self.told.append(tell("C360.mark", origin, piece=typed[: len(typed) - len(caption)].strip()))
        shot = CREDIT.search(caption)
        credit = (shot["credit"] or shot["shot"] or "").strip() if shot and shot.start() else ""
        if credit and shot:
            self.told.append(tell("C360.credit", origin, piece=shot[0].strip()))
            caption = caption[: shot.start()].rstrip()
        self.photos.append(FoundPhoto(origin, caption, credit, picture))

    def loose_caption(self, line: ManuscriptLine) -> None:
        """A caption whose picture did not come."""
        self.say("nopicture", line)
        self.photo(line.origin, line.bare, None)

    def picture(self, line: ManuscriptLine, after: list[ManuscriptLine], may_take: bool) -> None:
        """A picture with the caption it brings, or the line right after it, which is then taken."""
        caption = line.text
        if not caption and after and may_take:
            taken = after.pop(0)
            caption = taken.bare
            self.say("caption", taken)
        self.photo(line.origin, caption, line.picture)
