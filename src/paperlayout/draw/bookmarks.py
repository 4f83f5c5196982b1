"""The bookmarks of an edition: every page, and under it every story at its headline."""

from dataclasses import dataclass

from paperlayout.draw.objects import PdfFile, Reference, array, dictionary, number, reference, string
from paperlayout.geometry import Point
from paperlayout.page import Frame, Page, PlacedStory


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: where it leads (page index and place on the sheet, y up) and what stands under it."""

    title: str
    page: int
    at: Point
    under: tuple["Bookmark", ...] = ()


def bookmarks(pages: tuple[Page, ...], bleed: float) -> tuple[Bookmark, ...]:
    """One bookmark a page, with its stories nested."""
    return tuple(_of_page(index, page, bleed) for index, page in enumerate(pages))


def _of_page(index: int, page: Page, bleed: float) -> Bookmark:
    def lead_to(title: str, x: float, y: float, under: tuple[Bookmark, ...] = ()) -> Bookmark:
        return Bookmark(title, index, Point(bleed + x, bleed + page.size.height - y), under)

    heads = ((story, _head(page, story)) for story in page.stories)
    stories = tuple(lead_to(story.title, head.rect.x0, head.rect.y0) for story, head in heads if head and story.title)
    return lead_to(f"{page.label} {page.name}".strip() or str(page.number), 0, 0, stories)


def _head(page: Page, story: PlacedStory) -> Frame | None:
    """The frame a story's bookmark leads to: its headline, or what there is of it first."""
    own = [frame for frame in page.frames if frame.story == story.id]
    return next((frame for frame in own if frame.kind == "headline"), own[0] if own else None)


def add_bookmarks(file: PdfFile, marks: tuple[Bookmark, ...]) -> Reference:
    """The outline put into the file."""
    root = "outline"
    _add_level(file, root, marks)
    entries = dictionary(Type="/Outlines", First=_key(root, 0), Last=_key(root, len(marks) - 1), Count=sum(1 + len(mark.under) for mark in marks))
    return file.add(root, entries)


def _key(parent: str, at: int) -> Reference:
    return reference(f"{parent}.{at}")


def _add_level(file: PdfFile, parent: str, marks: tuple[Bookmark, ...]) -> None:
    for at, mark in enumerate(marks):
        place = array(file.page_reference(mark.page), "/XYZ", number(mark.at.x), number(mark.at.y), "null")
        entry = dictionary(Title=string(mark.title), Parent=reference(parent), Dest=place)
        if at > 0:
            entry["Prev"] = _key(parent, at - 1)
        if at < len(marks) - 1:
            entry["Next"] = _key(parent, at + 1)
        key = f"{parent}.{at}"
        if mark.under:
            entry["First"], entry["Last"], entry["Count"] = _key(key, 0), _key(key, len(mark.under) - 1), len(mark.under)
            _add_level(file, key, mark.under)
        file.add(key, entry)
