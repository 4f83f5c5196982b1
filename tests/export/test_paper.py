"""What the digital edition holds: all that is printed, where it is printed."""

import pytest

from paperlayout.edition import Edition
from paperlayout.export.paper import DigitalPaper
from paperlayout.export.text import text_files
from paperlayout.issue.content import Article, CopyBlock, Text
from paperlayout.issue.house import House
from paperlayout.kinds.briefs.export import exported_briefs
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.page import TEXT_KINDS, Picture

NOTES = ("summary", "editor_note", "end_note")


def plain(text: str) -> str:
    return "".join(text.split()).replace("\u2060", "")


def test_every_story_of_every_page_is_there_once(paper: DigitalPaper, edition: tuple[Edition, object]) -> None:
    placed = [story.id for page in edition[0].pages for story in page.stories]
    assert [s.id for s in paper.stories if s.id in placed] == list(dict.fromkeys(placed))
    assert len({s.name for s in paper.stories}) == len(paper.stories)


def test_the_words_are_those_of_the_page(paper: DigitalPaper, edition: tuple[Edition, object]) -> None:
    """A story's text, dateline and source and all, is what its frames on the pages hold."""
    frames = [f for page in edition[0].pages for f in page.frames]
    for story in paper.stories:
        printed = plain("".join(f.text or "" for f in frames if f.story == story.id and f.kind in TEXT_KINDS and f.kind not in NOTES))
        source = f"（{story.source}）" if story.source else ""
        assert plain(story.dateline + "".join(block.text for block in story.body) + source) == printed, story.title
        notes = plain("".join(f.text or "" for f in frames if f.story == story.id and f.kind in NOTES))
        assert all(plain(note) in notes for note in (story.summary, story.editor_note, story.end_note)) and bool(notes) == bool(story.summary or story.editor_note or story.end_note)
        heads = plain("".join(f.text or "" for f in frames if f.story == story.id and f.kind == "headline"))
        assert plain(story.title) == heads


def test_every_photo_stands_with_its_story(paper: DigitalPaper, edition: tuple[Edition, object]) -> None:
    captions = {plain(f.text) for page in edition[0].pages for f in page.frames if f.kind == "caption" and f.text}
    photos = [photo for story in paper.stories for photo in story.photos]
    pictures = [i for page in edition[0].pages for f in page.frames if f.kind == "figure" for i in f.items if isinstance(i, Picture)]
    assert len(photos) == len(pictures) > 4 and all(photo.alt for photo in photos)
    assert {plain(photo.caption) for photo in photos if photo.caption} == captions


def test_areas_lie_on_their_page_and_do_not_hide_each_other(paper: DigitalPaper) -> None:
    for page in paper.pages:
        boxes = {}
        for area in page.areas:
            points = [p for polygon in area.polygons for p in polygon]
            assert points and all(0 <= p.x <= page.size.width and 0 <= p.y <= page.size.height for p in points)
            boxes[area.story] = (min(p.x for p in points), min(p.y for p in points), max(p.x for p in points), max(p.y for p in points))
        assert {area.story for area in page.areas} == {story.id for story in page.stories}
        assert len(set(boxes.values())) == len(boxes), "no two stories share an area"


def test_plain_text_has_every_character(paper: DigitalPaper) -> None:
    files = text_files(paper, "四版")
    whole = files["四版.txt"].decode("utf-8-sig")
    assert "\r\n" in whole and "\n" not in whole.replace("\r\n", "") and whole.startswith(paper.title)
    assert len(files) == len(paper.stories) + 1
    bare = plain(whole)
    for story in paper.stories:
        assert all(plain(block.text) in bare for block in story.body)
        assert plain(story.title) in bare and plain(story.source) in bare


def test_file_names_are_safe_for_every_system(paper: DigitalPaper) -> None:
    for name in text_files(paper, "四版"):
        assert not set(name) & set('\\/:*?"<>|') and len(name.encode()) < 200


@pytest.mark.parametrize(
    ("copy", "own", "told"),
    [("区总工会举行座谈会。", None, "本报讯"), ("新华社北京1月20日电 座谈会举行。", None, None), ("区总工会举行座谈会。", "", ""), ("新华社北京电 会议举行。", "综合讯", "综合讯")],
)
def test_a_brief_has_the_dateline_it_has_on_the_page(copy: str, own: str | None, told: str | None) -> None:
    """Agency copy that begins with one of its own gets no second."""
    brief = Article(id="a1", title=Text("座谈会"), dateline=Text(own) if own is not None else None, body=(CopyBlock("paragraph", copy),))
    ((found, _),) = exported_briefs(Briefs(id="b1", items=(brief,)), House(dateline="本报讯"))
    assert found.dateline == (Text(told) if told is not None else None)
