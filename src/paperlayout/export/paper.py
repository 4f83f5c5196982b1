"""What a digital edition holds: the stories of every page in reading order with their photos, and the areas they cover on it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from paperlayout.diag import Origin
from paperlayout.edition import Edition
from paperlayout.export.areas import StoryOutline, areas_of
from paperlayout.geometry import Size
from paperlayout.issue.content import Article, CopyBlock, Issue, PageCopy, Photo, spoken
from paperlayout.kinds.table import kind_of
from paperlayout.page import TEXT_KINDS, Frame, Page, Picture
from paperlayout.story.figure import credit_text


@dataclass(frozen=True, slots=True)
class DigitalPhoto:
    """A photo of a story: its file, and what is said with it. `alt` is never empty unless nobody wrote a caption either."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""
    illustration: bool = False


@dataclass(frozen=True, slots=True)
class DigitalStory:
    """A story for reading. `name` is its file's stem, `pages` the pages it stands on, `group` the head of the box it stands in.

    `data` pairs the large figures of a boxed story, units and all, with what they are.
    """

    name: str
    id: str
    pages: tuple[int, ...]
    title: str
    kicker: str = ""
    deck: str = ""
    summary: str = ""
    standing_head: str = ""
    author: str = ""
    dateline: str = ""
    source: str = ""
    editor_note: str = ""
    end_note: str = ""
    body: tuple[CopyBlock, ...] = ()
    photos: tuple[DigitalPhoto, ...] = ()
    group: str = ""
    data: tuple[tuple[str, str], ...] = ()

    @property
    def chars(self) -> int:
        """字 of the body."""
        return sum(len("".join(block.text.split())) for block in self.body)


@dataclass(frozen=True, slots=True)
class DigitalPage:
    """A page: its picture is to be drawn in `size` points; `stories` in reading order."""

    number: int
    label: str
    name: str
    size: Size
    stories: tuple[DigitalStory, ...]
    areas: tuple[StoryOutline, ...]

    @property
    def title(self) -> str:
        """第1版 要闻."""
        return f"第{self.number}版" + (f" {self.name}" if self.name else "")


@dataclass(frozen=True, slots=True)
class DigitalPaper:
    """One issue as a digital edition."""

    name: str
    publisher: str
    date: datetime.date
    number: int | None
    total: int | None
    pages: tuple[DigitalPage, ...]

    @property
    def title(self) -> str:
        """嘉定工会 2021年6月15日 第6期."""
        number = f" 第{self.number}期" if self.number else ""
        return f"{self.name or '报纸'} {self.day}{number}"

    @property
    def day(self) -> str:
        return f"{self.date.year}年{self.date.month}月{self.date.day}日"

    @property
    def stories(self) -> tuple[DigitalStory, ...]:
        """Every story once, in page order."""
        return tuple({story.id: story for page in self.pages for story in page.stories}.values())


def digital_paper(edition: Edition) -> DigitalPaper:
    """The edition for readers."""
    issue, imprint = edition.issue, edition.issue.house.imprint
    stories = dict(_stories(edition))
    pages = []
    for page in edition.pages:
        here = tuple(stories[placed.id] for placed in page.stories if placed.id in stories)
        extra = tuple(stories[name] for name in _loose_names(page) if name in stories)
        pages.append(DigitalPage(page.number, page.label, page.name, page.size, (*here, *extra), areas_of(page)))
    return DigitalPaper(imprint.name, imprint.publisher, issue.date, issue.number, issue.total, tuple(pages))


def _stories(edition: Edition) -> Iterator[tuple[str, DigitalStory]]:
    """Every story by id; those that are no article (a picture with a head, a notice) are read off their frames."""
    articles = {article.id: (article, group) for page in edition.issue.pages for article, group in _articles(page, edition.issue)}
    photos = tuple(_photos(edition.issue))
    known = {(str(file), photo.origin): photo for photo in photos for file in photo.files}
    titled = {photo.id: photo for photo in photos if photo.title}
    standing: dict[str, list[int]] = {}
    order: dict[str, str] = {}
    for page in edition.pages:
        for i, name in enumerate((*(placed.id for placed in page.stories), *_loose_names(page)), 1):
            standing.setdefault(name, []).append(page.number)
            order.setdefault(name, f"{page.number:02d}-{i:02d}")
    frames = {name: [f for page in edition.pages for f in page.frames if f.story == name] for name in standing}
    for name, numbers in standing.items():
        pages = tuple(dict.fromkeys(numbers))
        article, group = articles.get(name, (None, ""))
        if article:
            story: DigitalStory | None = _of_article(article, group)
        else:
            story = _of_photo(titled[name]) if name in titled else _of_frames(frames[name])
        if story:
            yield name, replace(story, name=order[name], id=name, pages=pages, photos=tuple(_pictures(frames[name], known)))


def _loose_names(page: Page) -> tuple[str, ...]:
    """Names of what stands on a page as a story of its own without being counted among its stories."""
    placed = {story.id for story in page.stories}
    read = (f.story for f in page.frames if f.story and f.story not in placed and (f.copy or f.kind == "figure"))
    return tuple(dict.fromkeys(name for name in read if name))


def _articles(page: PageCopy, issue: Issue) -> Iterator[tuple[Article, str]]:
    """The articles of a page, each with the head of the block it stands in."""
    yield from ((article, "") for article in page.stories)
    for item in page.others:
        yield from kind_of(item).exported(item, issue.house)


def _photos(issue: Issue) -> Iterator[Photo]:
    for page in issue.pages:
        yield from page.every_photo


def _of_article(article: Article, group: str) -> DigitalStory:
    return DigitalStory(
        "", article.id, (), article.name, spoken(article.kicker), spoken(article.deck), article.summary.value, article.standing_head.value,
        article.author.value, article.dateline.value if article.dateline else "", article.source.value, article.editor_note.value, article.end_note.value,
        article.body, (), group, tuple((datum.number.value + datum.unit.value, datum.name.value) for datum in article.data),
    )  # fmt: skip


def _of_photo(photo: Photo) -> DigitalStory:
    """图片新闻."""
    return DigitalStory("", photo.id, (), spoken(photo.title), body=photo.body)


def _of_frames(frames: Iterable[Frame]) -> DigitalStory | None:
    """What a reader sees of something that is no article: its heads and its paragraphs, or None when it has no words."""
    frames = list(frames)
    heads = {kind: "".join(f.text or "" for f in frames if f.kind == kind) for kind in ("headline", "kicker", "deck", "standing_head")}
    body = tuple(CopyBlock("paragraph", paragraph) for paragraph in _paragraphs(f for f in frames if f.kind in TEXT_KINDS and f.text))
    caption = next((f.text for f in frames if f.kind == "caption" and f.text), "")
    title = heads["headline"] or heads["standing_head"] or caption
    return DigitalStory("", "", (), title, heads["kicker"], heads["deck"], body=body) if title else None


def _paragraphs(frames: Iterable[Frame]) -> Iterator[str]:
    """The paragraphs of frames that follow each other; one that goes on in the next frame is whole again."""
    waiting = ""
    for frame in frames:
        *whole, last = (waiting + (frame.text or "")).split("\n")
        yield from (paragraph for paragraph in whole if paragraph)
        ended = not frame.set or len(frame.set) - 1 in frame.ends
        waiting = "" if ended else last
        if ended and last:
            yield last
    if waiting:
        yield waiting


def _pictures(frames: Iterable[Frame], photos: Mapping[tuple[str, Origin | None], Photo]) -> Iterator[DigitalPhoto]:
    for picture in (item for frame in frames for item in frame.items if isinstance(item, Picture)):
        photo = photos.get((picture.file, picture.origin))
        said = photo is not None and picture.file == str(photo.file)  # the others of a group stand under the same caption
        caption, credit = (photo.caption.value, credit_text(photo)) if photo and said else ("", "")
        yield DigitalPhoto(picture.file, picture.alt or caption, caption, credit, photo.illustration if photo else False)
