"""A page drawn: the same bytes twice, its text found again, its inks on the right plates."""

import datetime
import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from paperlayout.draw.content import Manner
from paperlayout.draw.objects import number
from paperlayout.draw.pdf import DocumentInfo, draw_pdf
from paperlayout.fonts.book import FontBook
from paperlayout.geometry import Point, Rect, Size
from paperlayout.grid import Grid
from paperlayout.page import BLACK, DrawnItem, Frame, FrameKind, Glyph, GlyphRun, Ink, Outline, Page, Picture, PlacedStory, Rule, Tint
from paperlayout.photo.pixels import Darkroom

RED = Ink("red", 0, 100, 100, 0)
SPOT = Ink("house red", 0, 95, 90, 0, spot="专色 185")
GRID = Grid(columns=1, rows=20, column=180, column_gap=0, leading=15.75, body_size=10.5)
INFO = DocumentInfo("工人报 2021年6月1日", "工人报社", "第1期", "zh-CN", datetime.date(2021, 6, 1))
SIZE = Size(200, 300)


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook()


def line(book: FontBook, text: str, at: Point, ink: Ink = BLACK, face: str = "song-400", size: float = 10.5, stretch: float = 1.0) -> GlyphRun:
    opened, pen, glyphs = book.face(face), 0.0, []
    for char in text:
        glyph = opened.glyph(char)
        glyphs.append(Glyph(glyph, pen, char))
        pen += opened.advance(glyph) * size * stretch
    return GlyphRun(face, size, at, tuple(glyphs), ink=ink, stretch=stretch)


def frame(*items: DrawnItem, kind: FrameKind = "body", story: str | None = None) -> Frame:
    return Frame(id="f", kind=kind, rect=Rect(10, 10, 190, 290), items=items, story=story)


def page(*frames: Frame, stories: tuple[PlacedStory, ...] = (), label: str = "01") -> Page:
    return Page(number=1, label=label, name="要闻", size=SIZE, type_area=Rect(10, 10, 190, 290), grid=GRID, frames=frames, stories=stories)


def drawn(book: FontBook, *pages: Page, folder: Path = Path()) -> bytes:
    return draw_pdf(pages, INFO, book, Darkroom(folder).develop)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def content(pdf: bytes, index: int = 0) -> str:
    with opened(pdf) as document:
        return document.pages[index].Contents.read_bytes().decode("ascii")


def rendered(pdf: bytes) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")


def text_of(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded())


def near(colour: tuple[int, ...], wanted: tuple[int, int, int], by: int = 24) -> bool:
    return all(abs(a - b) <= by for a, b in zip(colour, wanted, strict=True))


def test_two_runs_give_the_same_bytes(book: FontBook, tmp_path: Path) -> None:
    Image.new("RGB", (400, 300), "#E60012").save(tmp_path / "a.png")
    whole = page(
        frame(Tint(Rect(0, 0, 100, 50).corners(), RED, 0.2), Rule(Point(0, 0), Point(10, 0), 0.5), Outline(Rect(1, 1, 9, 9), 0.5)),
        frame(line(book, "工会在身边", Point(20, 100)), line(book, "专色", Point(20, 120), SPOT)),
        frame(Picture(Rect(20, 150, 120, 225), "a.png", Rect(0, 0, 1, 1))),
    )
    assert drawn(book, whole, folder=tmp_path) == drawn(FontBook(), whole, folder=tmp_path)


def test_text_is_found_again_in_reading_order(book: FontBook) -> None:
    text = text_of(drawn(book, page(frame(line(book, "五月的风吹进车间，", Point(20, 40)), line(book, "工友说：“好！”𬭊", Point(20, 56))))))
    assert text.replace("\r\n", "\n").strip() == "五月的风吹进车间，\n工友说：“好！”𬭊"


def test_a_ligature_stands_for_all_its_characters(book: FontBook) -> None:
    (dash,) = book.face("song-400").shape("——")
    run = GlyphRun("song-400", 10.5, Point(20, 40), (Glyph(dash.glyph, 0, "——"),))
    assert text_of(drawn(book, page(frame(run)))).strip() == "——"


def test_every_font_is_embedded_and_nothing_else_is_named(book: FontBook) -> None:
    faces = ("song-400", "hei-700", "kai-400")
    pdf = opened(drawn(book, page(frame(*(line(book, "工会报", Point(20, 40 + 20 * at), face=face) for at, face in enumerate(faces))))))
    fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
    assert sorted(str(font.Subtype) for font in fonts) == ["/CIDFontType2"] * 3 + ["/Type0"] * 3
    for font in fonts:
        if font.Subtype == "/CIDFontType2":
            assert re.fullmatch(r"/[A-Z]{6}\+\S+", str(font.BaseFont))
            assert font.FontDescriptor.FontFile2.read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_rounding_never_adds_up_along_a_line(book: FontBook) -> None:
    em = book.face("song-400").glyph("工")
    run = GlyphRun("song-400", 10.5, Point(0, 40), tuple(Glyph(em, at * 10.53, "工") for at in range(18)))
    moves = [int(move) for move in re.findall(r">(-?\d+)", content(drawn(book, page(frame(run)))))]
    assert abs(sum(-move for move in moves) - 17 * 0.03 / 10.5 * 1000) <= 0.5


def test_stretched_type_is_set_by_the_squeezed_width(book: FontBook) -> None:
    pdf = drawn(book, page(frame(line(book, "压缩八成", Point(20, 40), stretch=0.8), line(book, "正常", Point(20, 60)))))
    assert re.findall(r"([\d.]+) Tz", content(pdf)) == ["80", "100"]
    assert not re.findall(r">-?\d", content(pdf))


def test_black_type_and_rules_print_black_only_and_overprint(book: FontBook) -> None:
    pdf = drawn(book, page(frame(Tint(Rect(0, 0, 200, 100).corners(), RED)), frame(line(book, "黑", Point(20, 40)), Rule(Point(0, 50), Point(99, 50), 0.5))))
    operators = content(pdf)
    assert re.search(r"/Over gs\n0 0 0 1 k\n", operators)
    assert re.search(r"0 0 0 1 K\n0.5 w\n0 250 m 99 250 l S", operators)
    document = opened(pdf)
    state = document.pages[0].Resources.ExtGState.Over
    assert (bool(state.OP), bool(state.op), int(state.OPM)) == (True, True, 1)


@pytest.mark.parametrize("ink", [Ink("paper", 0, 0, 0, 0), RED, SPOT, Ink("grey", 0, 0, 0, 60)])
def test_everything_but_solid_black_knocks_out(book: FontBook, ink: Ink) -> None:
    operators = content(drawn(book, page(frame(line(book, "黑", Point(20, 40)), line(book, "反", Point(20, 60), ink)))))
    assert operators.rfind("/Knock gs") > operators.rfind("/Over gs") > 0


def test_a_black_panel_knocks_out(book: FontBook) -> None:
    assert "/Over gs" not in content(drawn(book, page(frame(Tint(Rect(0, 0, 200, 100).corners(), BLACK)))))


def test_a_spot_ink_gets_a_plate_of_its_own(book: FontBook) -> None:
    pdf = drawn(book, page(frame(line(book, "专色", Point(20, 40), SPOT), Tint(Rect(0, 100, 50, 150).corners(), SPOT, 0.5))))
    document = opened(pdf)
    (space,) = document.pages[0].Resources.ColorSpace.values()
    kind, plate, alternate, tint = space
    assert (str(kind), str(plate), str(alternate)) == ("/Separation", "/专色 185", "/DeviceCMYK")
    assert [float(share) for share in tint.C1] == [0, 0.95, 0.9, 0]
    assert re.findall(r"([\d.]+) scn", content(pdf)) == ["1", "0.5"]


def test_a_picture_stands_in_its_box_in_its_colours(book: FontBook, tmp_path: Path) -> None:
    halves = Image.new("RGB", (400, 300), "#E60012")
    halves.paste("#0068B7", (0, 150, 400, 300))
    halves.save(tmp_path / "halves.png")
    shot = rendered(drawn(book, page(frame(Picture(Rect(20, 150, 120, 225), "halves.png", Rect(0, 0, 1, 1)))), folder=tmp_path))
    assert near(shot.getpixel((70, 165)), (237, 28, 36))  # 0/100/100/0 as viewers show it
    assert near(shot.getpixel((70, 210)), (0, 104, 167))
    assert shot.getpixel((70, 147)) == shot.getpixel((15, 180)) == (255, 255, 255)


def test_a_picture_placed_twice_goes_in_once(book: FontBook, tmp_path: Path) -> None:
    Image.new("RGB", (400, 300), "#E60012").save(tmp_path / "a.png")
    places = [Rect(20, 20, 120, 95), Rect(20, 100, 120, 175), Rect(20, 180, 60, 210)]
    pdf = drawn(book, page(frame(*(Picture(place, "a.png", Rect(0, 0, 1, 1)) for place in places))), folder=tmp_path)
    assert content(pdf).count(" Do ") == 3
    with opened(pdf) as document:
        assert len(document.pages[0].Resources.XObject) == 2


def test_bookmarks_lead_to_the_headlines(book: FontBook) -> None:
    head = Frame(id="h", kind="headline", rect=Rect(20, 60, 120, 90), items=(line(book, "头条", Point(20, 85), size=24),), story="a")
    story = PlacedStory(id="a", rank=1, title="头条（上）", chars=100, lines=10, part=(1, 1))
    document = pypdfium2.PdfDocument(drawn(book, page(head, stories=(story,)), page(label="02")))
    marks = [(mark.level, mark.get_title(), mark.get_dest().get_index(), mark.get_dest().get_view()[1]) for mark in document.get_toc()]
    assert [mark[:3] for mark in marks] == [(0, "01 要闻", 0), (1, "头条（上）", 0), (0, "02 要闻", 1)]
    assert marks[1][3][:2] == [20, 240]


def test_the_document_says_what_it_is(book: FontBook) -> None:
    pdf = opened(drawn(book, page()))
    assert pdf.pdf_version == "1.6"
    assert str(pdf.docinfo.Title) == INFO.title
    assert str(pdf.docinfo.CreationDate) == "D:20210601000000+08'00'"
    assert str(pdf.Root.Lang) == "zh-CN"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_bleed_lies_round_the_trimmed_page(book: FontBook) -> None:
    pdf = opened(draw_pdf((page(frame(Rule(Point(0, 0), Point(9, 0), 1))),), INFO, book, Darkroom(Path()).develop, Manner(bleed=9)))
    (only,) = pdf.pages
    assert [float(edge) for edge in only.MediaBox] == [float(edge) for edge in only.BleedBox] == [0, 0, 218, 318]
    assert [float(edge) for edge in only.TrimBox] == [9, 9, 209, 309]
    assert b"9 309 m 18 309 l S" in only.Contents.read_bytes()


@pytest.mark.parametrize(("value", "written"), [(-0.0001, "0"), (12.0, "12"), (10.50, "10.5"), (1 / 3, "0.333"), (100, "100"), (-2.25, "-2.25")])
def test_lengths_are_written_short(value: float, written: str) -> None:
    assert number(value) == written
