"""What a page says and in which order: its drawing as passages, and the tree of elements they are read in (tagged PDF).

The document holds the nameplate, then every story as one article, however many pages it runs over; what only decorates is an artifact.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from paperlayout.draw.pieces import by_paragraph, lines_of
from paperlayout.geometry import Rect
from paperlayout.page import TEXT_KINDS, DrawnItem, Frame, FrameKind, GlyphRun, Page, Picture

Role = Literal["Document", "Sect", "Art", "H1", "H2", "H3", "P", "BlockQuote", "Figure", "Caption"]

ROLES: dict[FrameKind, Role] = {
    "headline": "H2", "subhead": "H3", "kicker": "P", "deck": "P", "summary": "P", "standing_head": "P", "byline": "P", "body": "P", "quote": "BlockQuote",
    "verse": "P", "table": "P", "caption": "Caption", "photo_credit": "Caption", "editor_note": "P", "end_note": "P", "ear": "P", "imprint": "P",
    "credits": "P", "advert": "P", "data": "P",
}  # fmt: skip
"""How each kind of frame is read; the nameplate is read by its lines, a frame with a picture as a figure."""
FURNITURE: frozenset[FrameKind] = frozenset({"folio_line", "jump_line", "gap", "rule", "box", "tint"})
"""What only leads the eye."""
HEADS: dict[int, Role] = {1: "H1", 2: "H2", 3: "H3"}
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A passage of a page by the page's index and the passage's number there."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the document as it is read; `box` is where a figure stands on its page.

    `said` is read instead of what is drawn, where type alone says too little.
    """

    role: Role
    kids: tuple["Element | MarkedContent", ...]
    title: str = ""
    alt: str = ""
    said: str = ""
    box: Rect | None = None


@dataclass(frozen=True, slots=True)
class TaggedPassage:
    """Items drawn one after another that belong to one element; without a role they are an artifact."""

    items: tuple[DrawnItem, ...]
    role: Role | None = None
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """An edition as it is read: every page's passages in drawing order, and the document they make up."""

    pages: tuple[tuple[TaggedPassage, ...], ...]
    document: Element


def reading(pages: tuple[Page, ...]) -> Reading:
    """How an edition is read."""
    reader = _PageReader(named=any(frame.kind == "nameplate" for page in pages for frame in page.frames))
    passages = tuple(tuple(reader.page(index, page)) for index, page in enumerate(pages))
    return Reading(passages, reader.document.built())


@dataclass(slots=True)
class _Node:
    """An element while its passages are still coming in."""

    role: Role
    kids: list["_Node | MarkedContent"] = field(default_factory=list)
    title: str = ""
    alt: str = ""
    said: str = ""
    box: Rect | None = None

    def added(self, role: Role) -> "_Node":
        """A new element at the end of this one."""
        node = _Node(role)
        self.kids.append(node)
        return node

    def built(self) -> Element:
        """The element with all that came in; what nothing came into is left out."""
        kids = tuple(kid.built() if isinstance(kid, _Node) else kid for kid in self.kids if isinstance(kid, MarkedContent) or kid.kids)
        return Element(self.role, kids, self.title, self.alt, self.said, self.box)


@dataclass(frozen=True, slots=True)
class _Box:
    """A box on the page, and the article whose head stands over what is in it."""

    rect: Rect
    article: _Node

    def holds(self, rect: Rect) -> bool:
        x, y = (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2
        return self.rect.x0 < x < self.rect.x1 and self.rect.y0 < y < self.rect.y1


@dataclass(slots=True)
class _Story:
    """A story while it is read: its article, the level of its headline, its open paragraph, its last figure, whether its headline has come."""

    article: _Node
    level: int
    open: _Node | None = None
    figure: _Node | None = None
    headed: bool = False


class _PageReader:
    """Reads pages in order. Headlines stand below the paper's name where there is one; those in a box below the head of the box."""

    def __init__(self, named: bool) -> None:
        self.document = _Node("Document")
        self._level = 2 if named else 1
        self._stories: dict[str, _Story] = {}
        self._boxes: list[_Box] = []
        self._page = self._marks = 0

    def page(self, index: int, page: Page) -> Iterator[TaggedPassage]:
        """A page's passages; its elements go into the document."""
        self._page, self._marks, self._boxes = index, 0, []
        titles = {story.id: story.title for story in page.stories}
        for frame in page.frames:
            yield from self._frame(frame, titles)

    def _frame(self, frame: Frame, titles: dict[str, str]) -> Iterator[TaggedPassage]:
        if frame.kind == "nameplate":
            yield from self._nameplate(frame)
        elif frame.kind == "figure" or any(isinstance(item, Picture) for item in frame.items):
            yield from self._figure(frame, titles)
        elif frame.kind in TEXT_KINDS and frame.kind != "subhead" and frame.set:
            yield from self._paragraphs(frame, self._story(frame, titles))
        elif frame.kind in ROLES:
            yield from self._whole(frame, titles)
        elif frame.items:
            if frame.kind == "box" and frame.story:
                self._boxes.append(_Box(frame.rect, self._story(frame, titles).article))
            yield TaggedPassage(frame.items)

    def _story(self, frame: Frame, titles: dict[str, str]) -> _Story:
        """The story a frame belongs to; what belongs to none is read as an article without a title."""
        name = frame.story or f"{self._page}/{frame.id}"
        if name not in self._stories:
            box = next((box for box in self._boxes if box.holds(frame.rect)), None)
            article = (box.article if box else self.document).added("Art" if frame.story else "Sect")
            article.title = titles.get(name, "")
            self._stories[name] = _Story(article, self._level + 1 if box else self._level)
        return self._stories[name]

    def _passage(self, node: _Node, items: tuple[DrawnItem, ...]) -> TaggedPassage:
        place = MarkedContent(self._page, self._marks)
        self._marks += 1
        node.kids.append(place)
        return TaggedPassage(items, node.role, place.mark)

    def _whole(self, frame: Frame, titles: dict[str, str]) -> Iterator[TaggedPassage]:
        """A frame that is one element: a head, a caption, a byline."""
        story = self._story(frame, titles)
        if not any(isinstance(item, GlyphRun) for item in frame.items) or _repeated(frame, story):
            yield from (TaggedPassage(frame.items),) if frame.items else ()
            return
        node = self._element(frame, story)
        for is_type, group in groupby(frame.items, key=lambda item: isinstance(item, GlyphRun)):
            items = tuple(group)
            yield self._passage(node, items) if is_type else TaggedPassage(items)

    def _element(self, frame: Frame, story: _Story) -> _Node:
        """The element a frame becomes: captions go into the figure they stand under, all else to the end of the story."""
        role = self._role(frame, story)
        if role != "Caption":
            return story.article.added(role)
        if story.figure is None:
            return story.article.added("P")
        found = next((kid for kid in story.figure.kids if isinstance(kid, _Node)), None)
        return found or story.figure.added("Caption")

    def _role(self, frame: Frame, story: _Story) -> Role:
        role = ROLES[frame.kind]
        if frame.kind == "headline" or (frame.kind == "standing_head" and not frame.copy):  # the head of a box is furniture, and a head all the same
            story.headed, story.article.title = True, story.article.title or frame.text or ""
            return HEADS[story.level]
        return HEADS[min(story.level + 1, DEEPEST) if story.headed else story.level] if role == "H3" else role

    def _figure(self, frame: Frame, titles: dict[str, str]) -> Iterator[TaggedPassage]:
        story = self._story(frame, titles)
        said = next((item.alt for item in frame.items if isinstance(item, Picture) and item.alt), "")
        story.figure = story.article.added("Figure")
        story.figure.alt, story.figure.box = said or story.article.title or UNTOLD, frame.rect
        yield self._passage(story.figure, frame.items)

    def _paragraphs(self, frame: Frame, story: _Story) -> Iterator[TaggedPassage]:
        """Lines of copy by their paragraphs; the first goes on with the one that the story's last frame left open."""
        nodes: dict[int, _Node] = {0: story.open} if story.open else {}
        for piece in by_paragraph(frame):
            if piece.paragraph is None:
                yield TaggedPassage(piece.items)
                continue
            if piece.paragraph not in nodes:
                nodes[piece.paragraph] = self._opened(frame, story)
            nodes[piece.paragraph].said += piece.said
            yield self._passage(nodes[piece.paragraph], piece.items)
        story.open = nodes.get(len(frame.ends))

    def _opened(self, frame: Frame, story: _Story) -> _Node:
        return (story.article.added("BlockQuote") if frame.kind == "quote" else story.article).added("P")

    def _nameplate(self, frame: Frame) -> Iterator[TaggedPassage]:
        """The paper's name as the document's head, then the lines of date and imprint."""
        largest = max((item.size for item in frame.items if isinstance(item, GlyphRun)), default=0.0)
        section = self.document.added("Sect")
        name = section.added("H1") if largest else section
        for is_name, group in groupby(frame.items, key=lambda item: item.size == largest if isinstance(item, GlyphRun) else None):
            items = tuple(group)
            if is_name is None:
                yield TaggedPassage(items)
            elif is_name:
                yield self._passage(name, items)
            else:
                yield from (self._passage(section.added("P"), line) for line in lines_of(items))


def _repeated(frame: Frame, story: _Story) -> bool:
    """Whether a head stands again over a part that runs on; it has been read."""
    return story.headed and not frame.copy and frame.kind in ("headline", "standing_head")


UNTOLD = "图片"
"""What stands for a picture that nobody described."""
