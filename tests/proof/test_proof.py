"""Proofs: the press file's own pages on sheets of paper, with stamp, rulers, boxes to sign, and what changed."""

import hashlib
import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from conftest import program

from paperlayout.geometry import Rect
from paperlayout.page import GlyphRun, Page, Picture
from paperlayout.press.proof.changes import ProofRecord, told
from paperlayout.press.proof.sheet import PAPERS, ProofSheet, ProofSlip
from paperlayout.units import mm

Make = Callable[[int], "Pressed"]  # noqa: F821


def texts(data: bytes) -> list[str]:
    """What stands on each sheet, in any order, without spaces."""
    file = pypdfium2.PdfDocument(data)
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in file]
    finally:
        file.close()


def sizes(data: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return [(round(float(page.mediabox[2]) / mm(1)), round(float(page.mediabox[3]) / mm(1))) for page in file.pages]


def rendered(data: bytes, page: int, scale: float, crop: tuple[float, float, float, float] = (0, 0, 0, 0)):
    file = pypdfium2.PdfDocument(data)
    try:
        return file[page].render(scale=scale, crop=crop).to_pil().convert("L")
    finally:
        file.close()


@pytest.mark.parametrize(
    ("form", "paper", "sheets"),
    [
        ("whole", "A3", [(297, 420)] * 4), ("whole", "A4", [(210, 297)] * 4), ("spreads", "A3", [(420, 297)] * 2), ("tiles", "A3", [(297, 420)] * 16),
        ("tiles", "A4", [(210, 297)] * 24), ("whole", "原大", [(412, 591)] * 4),
    ],
)  # fmt: skip
def test_each_form_has_its_sheets(press_of: Make, form: str, paper: str, sheets: list[tuple[int, int]]) -> None:
    assert sizes(press_of(4).proof(form=form, paper=paper)) == sheets


def test_two_runs_give_the_same_bytes(press_of: Make) -> None:
    for form in ("whole", "spreads", "tiles", "galley"):
        assert press_of(2).proof(form=form, gray=form == "whole") == press_of(2).proof(form=form, gray=form == "whole")


def test_everything_that_tells_one_proof_from_another_is_on_every_sheet(press_of: Make) -> None:
    made = press_of(4)
    digest = hashlib.sha256(made.data).hexdigest()
    for form in ("whole", "spreads", "galley"):
        for text in texts(made.proof(form=form, stage="清样", revision=7, time="6月14日 18:40")):
            assert all(word in text for word in ("清样", "第7次", "6月14日18:40", "2021年6月15日", "嘉定工会", digest[:16]))
            assert all(box in text for box in ("一校", "二校", "三校", "责任编辑", "版面主任", "总编辑", "付印签字"))
    for text in texts(made.proof(form="tiles", revision=7)):
        assert "第7次" in text and digest[:16] in text


def test_the_proof_that_is_signed_for_printing_has_the_whole_digest(press_of: Make) -> None:
    made = press_of(1)
    digest = hashlib.sha256(made.data).hexdigest()
    assert digest in texts(made.proof(stage="付印"))[0]
    assert digest not in texts(made.proof(stage="清样"))[0]


def test_without_a_time_there_is_room_to_write_one(press_of: Make) -> None:
    assert "日＿＿时" in texts(press_of(1).proof())[0]


def test_the_press_files_own_pages_are_shown(press_of: Make) -> None:
    """Pixel by pixel: a page on the proof at full size is the page of the press file."""
    made = press_of(1)
    page = rendered(made.data, 0, 1)
    size = made.pages[0].size
    side, head, foot = mm(11), mm(17), mm(29)
    shown = rendered(made.proof(paper="原大"), 0, 1, (side, foot, side, head))
    assert abs(shown.width - page.width) <= 2 and abs(shown.height - page.height) <= 2
    box = (20, 20, int(size.width) - 20, int(size.height) - 20)
    from PIL import ImageChops, ImageFilter

    blurred = [one.crop(box).filter(ImageFilter.BoxBlur(2)) for one in (page, shown)]
    assert sum(ImageChops.difference(*blurred).histogram()[60:]) < 0.002 * blurred[0].width * blurred[0].height


def test_pages_stand_in_the_window_and_are_told_apart_by_order(press_of: Make) -> None:
    """4|1 and 2|3: the form drawn on the left and the right of each sheet."""
    with pikepdf.open(io.BytesIO(press_of(4).proof(form="spreads"))) as file:
        drawn = []
        for page in file.pages:
            names = [str(operands[0]) for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "Do"]
            drawn.append(names[:2])
    assert drawn == [["/P4", "/P1"], ["/P2", "/P3"]]


def test_tiles_are_at_full_size_and_overlap(press_of: Make) -> None:
    made = press_of(1)
    with pikepdf.open(io.BytesIO(made.proof(form="tiles", paper="A3"))) as file:
        moves = []
        for page in file.pages:
            matrices = [[float(o) for o in operands] for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "cm"]
            moves.append(matrices[0])
    assert all(m[0] == m[3] == 1 for m in moves)
    across = moves[0][4] - moves[1][4]
    assert across == pytest.approx(PAPERS["A3"].width - 2 * mm(9) - mm(10), abs=0.01)


def words(data: bytes, folder: Path) -> list[tuple[float, float, float, str]]:
    """Left, right, top and text of every word on the first sheet, as poppler finds them."""
    file = folder / "words.pdf"
    file.write_bytes(data)
    said = subprocess.run([program("pdftotext"), "-bbox", "-l", "1", file, "-"], capture_output=True, text=True).stdout
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', said)
    return [(float(x0), float(x1), float(y0), text) for x0, y0, x1, text in found]


def test_rulers_name_every_column_and_every_fifth_row(press_of: Make, tmp_path: Path) -> None:
    page = press_of(1).pages[0]
    scale = min((PAPERS["A3"].width - 2 * mm(11)) / page.size.width, (PAPERS["A3"].height - mm(46)) / page.size.height)
    left = (PAPERS["A3"].width - page.size.width * scale) / 2
    found = words(press_of(1).proof(paper="A3"), tmp_path)
    rows = [text for _, x1, y0, text in sorted(found, key=lambda word: word[2]) if abs(x1 - (left - 6.5)) < 0.5 and y0 < PAPERS["A3"].height - mm(29)]
    letters = [((x0 + x1) / 2, text) for x0, x1, y0, text in found if mm(14) < y0 < mm(17) and len(text) == 1]
    assert rows == [str(n) for n in range(5, page.grid.rows + 1, 5)]
    assert [text for _, text in letters] == list("ABCDEF")
    middles = [left + scale * (page.type_area.x0 + n * (page.grid.column + page.grid.column_gap) + page.grid.column / 2) for n in range(6)]
    assert [x for x, _ in letters] == pytest.approx(middles, abs=1)


def test_a_gray_proof_has_no_colour_left_in_it(press_of: Make, tmp_path) -> None:
    program("gs")
    file = tmp_path / "gray.pdf"
    file.write_bytes(press_of(1).proof(gray=True))
    done = subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=inkcov", "-o", "-", file], capture_output=True, text=True)
    cyan, magenta, yellow, black = map(float, done.stdout.split()[:4])
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black > 0.03
    colour = rendered(press_of(1).proof(), 0, 0.5)
    from PIL import ImageChops, ImageFilter

    gray = rendered(file.read_bytes(), 0, 0.5)
    far = ImageChops.difference(*(one.filter(ImageFilter.BoxBlur(4)) for one in (colour, gray))).histogram()
    assert sum(far[80:]) < 0.01 * gray.width * gray.height


def test_the_galley_names_every_story(press_of: Make) -> None:
    made = press_of(1)
    said = "".join(texts(made.proof(form="galley")))
    assert made.pages[0].stories and all(f"《{story.title}》" in said for story in made.pages[0].stories)


READ = {"headline": "主题", "kicker": "引题", "deck": "副题", "standing_head": "栏目", "byline": "署名", "caption": "图注", "photo_credit": "摄影"}
"""What of a story stands above its text on a galley, and the label before it."""


@pytest.fixture(scope="module")
def galleys() -> tuple[tuple[Page, ...], tuple[ProofSheet, ...]]:
    """Four pages with every kind of head, byline and caption, and their galleys."""
    from makeup.pages import edition

    from paperlayout.press.proof.forms import ProofJob
    from paperlayout.press.proof.galley import galley
    from paperlayout.press.proof.pen import ProofPen

    made, kit = edition("four-pages")
    return made.pages, galley(ProofJob(made.pages, ProofSlip("报", "日", "小样", 1, "", "0" * 64), (), ProofPen(kit, False)))


def written(sheet: ProofSheet) -> str:
    """What stands on a sheet of its own, but for the pages shown in it."""
    return "".join("".join(glyph.text for item in sheet.items if isinstance(item, GlyphRun) for glyph in item.glyphs).split())


@pytest.mark.parametrize("kind", READ)
def test_a_storys_galley_begins_with_its_heads_byline_and_captions(galleys: tuple[tuple[Page, ...], tuple[ProofSheet, ...]], kind: str) -> None:
    pages, sheets = galleys
    titles = {story.id: story.title or story.id for page in pages for story in page.stories}
    frames = [frame for page in pages for frame in page.frames if frame.story and frame.copy and frame.kind == kind]
    assert frames, "none to be read"
    for frame in frames:
        first = next(sheet for sheet in sheets if sheet.name.startswith((f"《{titles[frame.story]}》 1/", f"{titles[frame.story]} 1/")))
        copy = "".join((frame.text or "").split())
        assert copy and f"〔{READ[kind]}〕{copy}" in written(first), frame.id


def test_the_text_of_a_galley_stands_under_its_heads(galleys: tuple[tuple[Page, ...], tuple[ProofSheet, ...]]) -> None:
    for sheet in galleys[1]:
        heads = [item.at.y for item in sheet.items if isinstance(item, GlyphRun) and "".join(glyph.text for glyph in item.glyphs).startswith("〔")]
        assert all(placed.window.y0 > head for placed in sheet.placed for head in heads), sheet.name


def test_the_galleys_windows_show_each_body_line_exactly_once(press_of: Make) -> None:
    from paperlayout.press.proof.forms import ProofJob
    from paperlayout.press.proof.galley import galley
    from paperlayout.press.proof.pen import ProofPen
    from paperlayout.press.proof.sheet import ProofSlip

    made = press_of(1)
    sheets = galley(ProofJob(made.pages, ProofSlip("报", "日", "小样", 1, "", "0" * 64), (), ProofPen(made.kit, False)))
    page = made.pages[0]
    shown = [(p.window.y0 - p.at.y, p.window.y1 - p.at.y, p.window.x0 - p.at.x) for sheet in sheets for p in sheet.placed]
    lines = [
        (frame.rect.y0 + (nth + 0.5) * frame.rect.height / len(frame.set), frame.rect.x0)
        for frame in page.frames if frame.story and frame.kind in ("body", "subhead") for nth in range(len(frame.set))
    ]  # fmt: skip
    for y, x in lines:
        assert sum(y0 <= y <= y1 and abs(x - 1 - x0) < 0.5 for y0, y1, x0 in shown) == 1
    assert all(p.scale == 1 for sheet in sheets for p in sheet.placed)
    assert all(p.window.y1 <= sheet.size.height - mm(26) and p.window.x1 < sheet.size.width for sheet in sheets for p in sheet.placed)


def test_what_changed_is_marked_beside_its_line_and_listed(press_of: Make) -> None:
    made = press_of(1)
    now = told(made.pages)
    before = tuple(
        replace(story, parts=tuple(replace(part, text=part.text.replace("端午前夕", "中秋前夕")) for part in story.parts)) for story in now
    )  # fmt: skip
    marked = made.proof(ProofRecord(2, now, before), revision=2)
    sheets = texts(marked)
    assert len(sheets) == 2
    assert "核红单" in sheets[1] and "【中秋】前夕" in sheets[1] and "【端午】前夕" in sheets[1] and "01版E" in sheets[1]
    assert "改动1处" in sheets[0]
    plain, red = rendered(made.proof(revision=2), 0, 2), rendered(marked, 0, 2)
    from PIL import ImageChops

    line = next(f for f in made.pages[0].frames if f.kind == "body" and "端午前夕" in (f.text or ""))
    changed = ImageChops.difference(plain, red).crop((0, 0, plain.width, plain.height - int(2 * mm(29)))).getbbox()
    assert changed is not None
    scale = min((PAPERS["A3"].width - 2 * mm(11)) / made.pages[0].size.width, (PAPERS["A3"].height - mm(46)) / made.pages[0].size.height)
    x0 = (PAPERS["A3"].width - made.pages[0].size.width * scale) / 2 + line.rect.x0 * scale
    assert changed[2] / 2 <= x0 + 1
    assert changed[0] / 2 >= x0 - 8
    assert (changed[3] - changed[1]) / 2 <= 2.5 * made.pages[0].grid.leading * scale


def test_a_character_no_face_has_is_set_as_a_geta(press_of: Make) -> None:
    made = press_of(1)
    now = told(made.pages)
    before = tuple(replace(story, parts=tuple(replace(part, text=part.text.replace("端午前夕", "\U0001f600前夕")) for part in story.parts)) for story in now)
    assert "【〓】" in texts(made.proof(ProofRecord(2, now, before)))[1]


def test_the_furniture_has_no_photos(press_of: Make) -> None:
    from paperlayout.press.proof.bound import _no_photos

    with pytest.raises(AssertionError):
        _no_photos(Picture(Rect(0, 0, 1, 1), "a.jpg", Rect(0, 0, 1, 1)))


def test_poppler_and_qpdf_read_it(press_of: Make, tmp_path) -> None:
    file = tmp_path / "proof.pdf"
    for form in ("whole", "tiles", "galley"):
        file.write_bytes(press_of(2).proof(form=form))
        assert subprocess.run([program("qpdf"), "--check", file], capture_output=True).returncode == 0
        fonts = subprocess.run([program("pdffonts"), file], capture_output=True, text=True).stdout.splitlines()[2:]
        assert fonts and all(line.split()[-5] == "yes" for line in fonts)
        assert subprocess.run([program("pdftotext"), file, "-"], capture_output=True, text=True).stderr == ""
