"""Pages for press tests: a small one with type, a ground and a photo, and an edition of four broadsheet pages made of the sample."""

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path

from PIL import Image

from paperlayout.draw.pdf import DocumentInfo
from paperlayout.edition import Edition
from paperlayout.fonts.book import FontBook
from paperlayout.geometry import Point, Rect, Size
from paperlayout.grid import Grid
from paperlayout.issue.house import House, PressProfile
from paperlayout.kit import Kit
from paperlayout.page import BLACK, DrawnItem, Frame, Glyph, GlyphRun, Ink, Outline, Page, Picture, PlacedStory, Rule, Tint
from paperlayout.photo.pixels import Darkroom
from paperlayout.press.finish import Pressed, press_file

RED = Ink("red", 0, 100, 100, 0)
PAPER = Ink("paper", 0, 0, 0, 0)
SPOT = Ink("house red", 0, 95, 90, 0, spot="专色 185")
SIZE = Size(300, 400)
GRID = Grid(columns=1, rows=20, column=180, column_gap=0, leading=15.75, body_size=10.5)
INFO = DocumentInfo("工人报 2021-06-01 第1期", "工人报社", "工人报", "zh-CN", datetime.date(2021, 6, 1))


@cache
def kit() -> Kit:
    """The built-in house with the program's own faces."""
    return Kit(House(), FontBook(), {})


def line(text: str, at: Point, ink: Ink = BLACK, face: str = "song-400", size: float = 10.5) -> GlyphRun:
    """A line of type, each character on its advance."""
    opened, pen, glyphs = kit().book.face(face), 0.0, []
    for char in text:
        glyph = opened.glyph(char)
        glyphs.append(Glyph(glyph, pen, char))
        pen += opened.advance(glyph) * size
    return GlyphRun(face, size, at, tuple(glyphs), ink=ink)


def frame(name: str, kind, *items: DrawnItem, story: str | None = "a", **more) -> Frame:
    box = more.pop("rect", Rect(20, 20, 280, 380))
    return Frame(id=name, kind=kind, rect=box, items=items, story=story, **more)


def page(*frames: Frame, number: int = 1) -> Page:
    story = PlacedStory(id="a", rank=1, title="工会送清凉", chars=20, lines=2, part=(0, 2))
    return Page(number=number, label=f"{number:02d}", name="要闻", size=SIZE, type_area=Rect(20, 20, 280, 380), grid=GRID, frames=frames, stories=(story,))


def small_page(photo: Path) -> Page:
    """A page as plain as can be that has everything: head, copy on a ground, reversed type, rule, photo with its caption."""
    ground = Tint(Rect(20, 100, 280, 140).corners(), Ink("light", 30, 0, 0, 0), 1.0)
    tab = Tint(Rect(20, 24, 90, 46).corners(), RED)
    return page(
        frame("a.standing_head", "standing_head", tab, line("一线传真", Point(24, 40), PAPER, "hei-700", 14), copy=True),
        frame("a.headline", "headline", line("工会送清凉", Point(20, 80), face="hei-900", size=28), copy=True),
        frame("ground", "tint", ground, story=None),
        frame(
            "a.body", "body", line("　　五月的风吹进车间，", Point(24, 116)), line("工友说：好！", Point(24, 132)),
            rect=Rect(24, 104, 276, 136), set=("　　五月的风吹进车间，", "工友说：好！"), ends=(1,), size=10.5, copy=True,
        ),
        frame("rules", "rule", Rule(Point(20, 150), Point(280, 150), 0.5), story=None),
        frame("a.p1", "figure", Picture(Rect(20, 160, 280, 340), str(photo), Rect(0, 0, 1, 1), "工会干部慰问工友"), Outline(Rect(20, 160, 280, 340), 0.25)),
        frame("a.p1.caption", "caption", line("送上清凉", Point(24, 356), face="hei-700", size=9), copy=True),
    )  # fmt: skip


def photo(folder: Path, colour: str | tuple[int, ...] = "#8899AA", mode: str = "RGB", size: tuple[int, int] = (1000, 700)) -> Path:
    """A photo of many colours about one."""
    image = Image.linear_gradient("L").resize(size)
    flat = Image.new(mode, size, colour)
    path = folder / f"{mode}.{'jpg' if mode == 'CMYK' else 'png'}"
    Image.blend(flat, Image.merge(mode, [image] * len(flat.getbands())), 0.3).save(path)
    return path


PLAIN = PressProfile()


def pressed(*pages: Page, press: PressProfile = PLAIN) -> Pressed:
    """Pages as the plant's file."""
    return press_file(pages, INFO, kit(), Darkroom(Path()).develop, press)


def four_pages(edition: Edition) -> tuple[Page, ...]:
    """The sample's page four times: the lead runs on from the first page to the second, all other stories are others on each page."""
    (first,) = edition.pages
    return tuple(_numbered(first, number, first.stories[0].id) for number in range(1, 5))


def _numbered(page: Page, number: int, lead: str) -> Page:
    def named(story: str | None) -> str | None:
        return story if story is None or number == 1 or (story == lead and number == 2) else f"{number}.{story}"

    frames = tuple(replace(f, story=named(f.story)) for f in page.frames if number == 1 or f.kind != "nameplate")
    stories = tuple(replace(s, id=named(s.id) or "") for s in page.stories)
    return replace(page, number=number, label=f"{number:02d}", frames=frames, stories=stories)
