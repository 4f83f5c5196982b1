"""The EPUB: passed by EPUBCheck itself, in order, the same bytes every time."""

import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import missing
from java import Jars, Missing, package

from paperlayout.export.paper import DigitalPaper

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def book(exported: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(exported / "四版.epub")


@pytest.fixture(scope="session")
def epubcheck() -> Jars:
    """The reference validator of EPUB; without it the test skips, and under CI it fails."""
    try:
        return Jars(sorted(package("epubcheck").rglob("*.jar")))
    except Missing as why:
        missing(f"EPUBCheck cannot run: {why}")


@pytest.mark.slow
def test_epubcheck_finds_nothing(epubcheck: Jars, exported: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    book = tmp_path / "book.epub"  # a plain name: Java's own locale may not know Chinese ones
    book.write_bytes((exported / "四版.epub").read_bytes())
    status = epubcheck("com.adobe.epubcheck.tool.EpubChecker")().run([str(book), "--json", str(report), "-q"])
    found = json.loads(report.read_text(encoding="utf-8"))["messages"]
    assert status == 0 and not found, json.dumps(found, ensure_ascii=False, indent=1)[:3000]


def test_epubcheck_does_find_faults(epubcheck: Jars, exported: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    with zipfile.ZipFile(exported / "四版.epub") as whole, zipfile.ZipFile(book, "w") as torn:
        for item in whole.infolist():
            torn.writestr(item, whole.read(item).replace(b"</h1>", b"</h2>"))
    assert epubcheck("com.adobe.epubcheck.tool.EpubChecker")().run([str(book), "--json", str(tmp_path / "report.json"), "-q"]) != 0


def test_its_first_file_says_what_it_is(book: zipfile.ZipFile) -> None:
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, book.read(first)) == ("mimetype", zipfile.ZIP_STORED, b"application/epub+zip")
    assert {i.date_time for i in book.infolist()} == {(2024, 6, 18, 0, 0, 0)}


def test_the_spine_is_pages_each_with_its_stories(book: zipfile.ZipFile, paper: DigitalPaper) -> None:
    package = ElementTree.fromstring(book.read("EPUB/package.opf"))
    files = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    spine = [files[ref.get("idref")] for ref in package.iter(f"{OPF}itemref")]
    wanted = ["nav.xhtml"]
    for page in paper.pages:
        wanted += [f"page-{page.number:02d}.xhtml", *(f"{s.name}.xhtml" for s in page.stories if s.pages[0] == page.number)]
    assert spine == wanted


def test_every_word_of_a_story_is_in_its_chapter(book: zipfile.ZipFile, paper: DigitalPaper) -> None:
    for story in paper.stories:
        chapter = ElementTree.fromstring(book.read(f"EPUB/{story.name}.xhtml"))
        text = "".join("".join(chapter.itertext()).split())
        assert all("".join(block.text.split()).replace("\u2060", "") in text for block in story.body if not block.marks and block.kind in ("paragraph", "subhead"))
        assert [h.tag for h in chapter.iter() if h.tag in (f"{XHTML}h1",)] == [f"{XHTML}h1"]


def test_the_contents_name_every_story(book: zipfile.ZipFile, paper: DigitalPaper) -> None:
    nav = "".join(ElementTree.fromstring(book.read("EPUB/nav.xhtml")).itertext())
    assert all(story.title in nav for story in paper.stories) and all(page.title in nav for page in paper.pages)
