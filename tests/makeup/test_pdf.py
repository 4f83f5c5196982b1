"""The sample's PDF as other programs read it: fonts, inks, text, pictures, bookmarks; the same bytes wherever it is made."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from conftest import ROOT, SAMPLE, copied, program
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer

from makeup.pages import copies
from paperlayout.page import GlyphRun, Page, Picture
from paperlayout.pipeline import Timings, pdf

BLACK = (0, 0, 0, 1)
WHITE = (0, 0, 0, 0)


@pytest.fixture
def document(sample_pdf: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(sample_pdf) as opened:
        yield opened


def bare(text: str) -> str:
    return "".join(text.split())


def drawn(page: Page) -> str:
    """Every character on the page, furniture included."""
    return "".join(g.text for frame in page.frames for run in frame.items if isinstance(run, GlyphRun) for g in run.glyphs)


def test_the_trim_is_390_by_545_mm(document: pikepdf.Pdf) -> None:
    assert len(document.pages) == 1
    assert [float(v) * 25.4 / 72 for v in document.pages[0].MediaBox] == pytest.approx([0, 0, 390, 545], abs=0.01)


def fonts(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font" and "/DescendantFonts" in o]


def test_every_font_is_embedded_as_a_subset(document: pikepdf.Pdf, sample) -> None:
    found = fonts(document)
    every = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
    assert len(every) == 2 * len(found), "a font that is not Type0"
    faces = {run.face for frame in sample[0].pages[0].frames for run in frame.items if isinstance(run, GlyphRun)}
    assert len(found) == len(faces)
    for font in found:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert re.fullmatch(r"/[A-Z]{6}\+.+", str(font.BaseFont)) and "/ToUnicode" in font
        program_ = next(descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor)
        assert 1000 < len(program_.read_bytes()) < 700_000, font.BaseFont


def characters(path: Path) -> Iterator[LTChar]:
    stack: list[object] = list(extract_pages(path, laparams=LAParams(all_texts=True)))
    while stack:
        item = stack.pop()
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            stack.extend(item)


def test_type_is_black_red_or_white_and_body_is_black_alone(sample_pdf: Path, layout) -> None:
    """Type is K 100, the house's red or paper white; red only bold from 9.5 pt on, white only on its grounds (house-style §2)."""
    red = (0, 1, 1, 0)
    inks = Counter((c.graphicstate.ncolor, c.fontname.partition("-")[2], round(c.size, 1)) for c in characters(sample_pdf))
    assert {ink for ink, _, _ in inks} == {BLACK, red, WHITE}
    body = sum(len(bare(f["text"])) for f in layout["pages"][0]["frames"] if f["kind"] == "body")
    standing = {ink: sum(n for (other, _, size), n in inks.items() if other == ink and size == 10.5) for ink in (BLACK, red, WHITE)}
    assert standing[BLACK] >= body and standing[red] == standing[WHITE] == 0
    assert all((size >= 9.5 and face in ("Bold", "Black")) or size > 100 for ink, face, size in inks if ink == red)
    assert {size for ink, _, size in inks if ink == WHITE} == {7.5, 12.5}, "the mark on illustrations and the tab"


def test_each_paragraph_is_found_whole(sample_pdf: Path, sample) -> None:
    raw = subprocess.run([program("pdftotext"), "-raw", "-enc", "UTF-8", sample_pdf, "-"], capture_output=True, check=True).stdout.decode()
    page = sample[0].issue.pages[0]
    articles = [*page.lead, *(a for item in page.others for a in item.articles)]
    paragraphs = [bare(block.text) for article in articles for block in article.body]
    assert len(paragraphs) == 23
    assert [p[:20] for p in paragraphs if p not in bare(raw)] == []


def test_its_stories_come_in_reading_order(sample_pdf: Path, sample) -> None:
    """Each story whole and in the editor's order; captions after the body."""
    raw = bare(subprocess.run([program("pdftotext"), "-raw", sample_pdf, "-"], capture_output=True, check=True).stdout.decode())
    places = [raw.find(bare(text)[-400:-60]) for _, text in copies(sample[0])]
    assert -1 not in places and places == sorted(places)


def test_no_character_is_missing_or_extra(sample_pdf: Path, sample) -> None:
    with pypdfium2.PdfDocument(sample_pdf) as opened:
        found = Counter(bare(opened[0].get_textpage().get_text_bounded()))
    wanted = Counter(bare(drawn(sample[0].pages[0])))
    assert (wanted - found, found - wanted) == (Counter(), Counter())


def test_qpdf_finds_nothing(sample_pdf: Path) -> None:
    done = subprocess.run([program("qpdf"), "--check", sample_pdf], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No syntax or stream encoding errors found" in done.stdout


def test_it_is_named_and_in_chinese(document: pikepdf.Pdf) -> None:
    assert str(document.Root.Lang) == "zh-CN"
    assert str(document.docinfo.Title) == "嘉定工会 2021-06-15 第6期"
    assert str(document.docinfo.CreationDate).startswith("D:20210615000000")


def test_each_story_has_a_bookmark(document: pikepdf.Pdf, sample) -> None:
    with document.open_outline() as outline:
        titles = [entry.title for root in outline.root for entry in (root, *root.children)]
    stories = [story.title for story in sample[0].pages[0].stories]
    assert [title for title in titles if title in stories] == stories
    assert len(titles) - len(stories) <= 1, "more than one entry beside the stories: the page's"


def test_pictures_are_separated_and_stand_once(document: pikepdf.Pdf, sample) -> None:
    images = [o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    placed = [i for frame in sample[0].pages[0].frames for i in frame.items if isinstance(i, Picture)]
    assert len(images) == len(placed) == 3
    for image in images:
        assert str(image.ColorSpace) in ("/DeviceCMYK", "/DeviceGray")
        assert "/DCTDecode" in str(image.Filter)
    content = document.pages[0].Contents.read_bytes().decode("latin-1")
    names = list(document.pages[0].Resources.XObject.keys())
    assert [len(re.findall(rf"{name}\s+Do\b", content)) for name in names] == [1, 1, 1]


def test_no_colour_is_rgb(document: pikepdf.Pdf) -> None:
    content = document.pages[0].Contents.read_bytes().decode("latin-1")
    operators = {str(o.operator) for o in pikepdf.parse_content_stream(document.pages[0])}
    assert content and not operators & {"rg", "RG", "g", "G", "sh"}


def test_drawing_twice_gives_the_same_bytes(sample, sample_pdf: Path) -> None:
    assert pdf(*sample, Timings()) == sample_pdf.read_bytes()


def test_another_process_folder_and_hash_seed_give_the_same_bytes(sample_pdf: Path, tmp_path: Path) -> None:
    elsewhere = copied(tmp_path).parent
    for seed, folder, issue in (("1", ROOT, SAMPLE), ("2", tmp_path, SAMPLE), ("3", elsewhere, Path())):
        out = tmp_path / f"{seed}.pdf"
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati" if seed == "2" else "UTC", "LC_ALL": "C"}
        subprocess.run([sys.executable, "-m", "paperlayout", "build", issue, "-o", out], cwd=folder, env=environment, check=True, capture_output=True)
        assert out.read_bytes() == sample_pdf.read_bytes(), seed
