"""The issue as a reflowable EPUB 3: stories in page order, page pictures only as a way to find them. The same edition gives the same bytes."""

import datetime
import io
import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from paperlayout.export.areas import StoryOutline
from paperlayout.export.markup import article, figure, text
from paperlayout.export.paper import DigitalPage, DigitalPaper, DigitalStory
from paperlayout.export.pictures import ExportPictures, PictureFile

NAMESPACE = uuid.UUID("6f0a1a7e-3d4c-5f5e-9d55-0a2f4b1f7c11")
"""Under which issues get their identifiers."""
FOLDER = "EPUB"
MEDIA = "application/epub+zip"
CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
ACCESSIBILITY = (
    ("schema:accessMode", "textual"), ("schema:accessMode", "visual"), ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "structuralNavigation"), ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "tableOfContents"), ("schema:accessibilityFeature", "alternativeText"),
    ("schema:accessibilityFeature", "displayTransformability"), ("schema:accessibilityHazard", "none"),
    ("schema:accessibilitySummary", "正文可重排、可朗读；图片有替代文字；版面图只作导航。"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BookFile:
    """A file of the book: its name, media type and data; `properties` as the package lists them."""

    name: str
    media_type: str
    data: bytes
    properties: str = ""

    @property
    def id(self) -> str:
        return "x-" + self.name.replace(".", "-")


def epub(paper: DigitalPaper, pictures: ExportPictures) -> bytes:
    """The book as one file."""
    texts = [*(_page(page, pictures) for page in paper.pages), *(_story(story, pictures) for story in paper.stories)]
    order = [part for page in paper.pages for part in _of_page(page, texts)]
    images = [_image(picture, picture is pictures.pages[paper.pages[0].number]) for picture in pictures.all]
    style = BookFile("style.css", "text/css", files("paperlayout.export").joinpath("static/epub.css").read_bytes())
    nav = BookFile("nav.xhtml", "application/xhtml+xml", _nav(paper).encode(), "nav")
    parts = [nav, style, *order, *images]
    package = BookFile("package.opf", "", _package(paper, parts, [nav, *order]).encode())
    return _bound([package, *parts], paper.date)


def _of_page(page: DigitalPage, texts: list[BookFile]) -> Iterator[BookFile]:
    """A page and the stories that begin on it."""
    names = {_page_name(page), *(f"{story.name}.xhtml" for story in page.stories if story.pages[0] == page.number)}
    yield from (part for part in texts if part.name in names)


def _page_name(page: DigitalPage) -> str:
    return f"page-{page.number:02d}.xhtml"


def _image(picture: PictureFile, cover: bool) -> BookFile:
    return BookFile(picture.name, picture.media_type, picture.data, "cover-image" if cover else "")


# -- documents


def _document(title: str, main: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh-CN" xml:lang="zh-CN">
<head><title>{text(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
{main}
</body>
</html>
"""


def _story(story: DigitalStory, pictures: ExportPictures) -> BookFile:
    figures = (figure(photo, pictures.photos[photo.file].name, pictures.photos[photo.file].size) for photo in story.photos)
    return BookFile(f"{story.name}.xhtml", "application/xhtml+xml", _document(story.title, article(story, figures)).encode())


def _page(page: DigitalPage, pictures: ExportPictures) -> BookFile:
    """A page as it was printed, its areas leading to the stories, and their list."""
    picture, known = pictures.pages[page.number], {story.id: story for story in page.stories}
    width, height = page.size.width, page.size.height
    areas = "\n".join(_area(area, known[area.story]) for area in page.areas if area.story in known)
    links = "".join(f'<li><a href="{story.name}.xhtml">{text(story.title)}</a></li>' for story in page.stories)
    main = f"""<section epub:type="chapter" aria-label="{text(page.title)}">
<h1>{text(page.title)}</h1>
<ol class="stories">{links}</ol>
<div class="map"><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 {width:.2f} {height:.2f}" role="group">
<title>{text(page.title)}的版面</title>
<image width="{width:.2f}" height="{height:.2f}" xlink:href="{text(picture.name)}"/>
{areas}
</svg></div>
</section>"""
    return BookFile(_page_name(page), "application/xhtml+xml", _document(page.title, main).encode(), "svg")


def _area(area: StoryOutline, story: DigitalStory) -> str:
    polygons = "".join(
        f'<polygon points="{" ".join(f"{p.x:.2f},{p.y:.2f}" for p in polygon)}" fill="#fff" fill-opacity="0"/>' for polygon in area.polygons
    )
    return f'<a xlink:href="{story.name}.xhtml"><title>{text(story.title)}</title>{polygons}</a>'


def _nav(paper: DigitalPaper) -> str:
    toc = "\n".join(_chapter(page) for page in paper.pages)
    pages = "".join(f'<li><a href="{_page_name(page)}">{page.number}</a></li>' for page in paper.pages)
    main = f"""<nav epub:type="toc" id="toc"><h1>{text(paper.title)}</h1><ol>
{toc}
</ol></nav>
<nav epub:type="page-list" hidden="hidden"><h2>各版</h2><ol>{pages}</ol></nav>
<nav epub:type="landmarks" hidden="hidden"><h2>导航</h2><ol>
<li><a epub:type="toc" href="#toc">目录</a></li><li><a epub:type="bodymatter" href="{_page_name(paper.pages[0])}">正文</a></li>
</ol></nav>"""
    return _document(paper.title, main)


def _chapter(page: DigitalPage) -> str:
    """A page's line in the table of contents, with the stories that begin on it; those in a box stand under its head."""
    begins = [story for story in page.stories if story.pages[0] == page.number]
    items = ""
    for group, stories in groupby(begins, key=lambda story: story.group):
        lines = "".join(f'<li><a href="{story.name}.xhtml">{text(story.title)}</a></li>' for story in stories)
        items += f"<li><span>{text(group)}</span><ol>{lines}</ol></li>" if group else lines
    return f'<li><a href="{_page_name(page)}">{text(page.title)}</a>' + (f"<ol>{items}</ol>" if items else "") + "</li>"


# -- the package


def _package(paper: DigitalPaper, parts: list[BookFile], order: list[BookFile]) -> str:
    identifier = uuid.uuid5(NAMESPACE, f"{paper.name}/{paper.date.isoformat()}/{paper.number}")
    modified = datetime.datetime.combine(paper.date, datetime.time()) - datetime.timedelta(hours=8)  # midnight in Beijing
    publisher = f"<dc:publisher>{text(paper.publisher)}</dc:publisher>" if paper.publisher else ""
    facts = "\n".join(f'<meta property="{name}">{text(value)}</meta>' for name, value in ACCESSIBILITY)
    manifest = "\n".join(_item(part) for part in parts)
    spine = "\n".join(f'<itemref idref="{part.id}"/>' for part in order)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-CN">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>
<dc:title>{text(paper.title)}</dc:title>
<dc:language>zh-CN</dc:language>
<dc:creator>{text(paper.name or "报纸")}</dc:creator>
{publisher}
<dc:date>{paper.date.isoformat()}</dc:date>
<meta property="dcterms:modified">{modified:%Y-%m-%dT%H:%M:%SZ}</meta>
<meta property="rendition:layout">reflowable</meta>
{facts}
</metadata>
<manifest>
{manifest}
</manifest>
<spine page-progression-direction="ltr">
{spine}
</spine>
</package>
"""


def _item(part: BookFile) -> str:
    properties = f' properties="{part.properties}"' if part.properties else ""
    return f'<item id="{part.id}" href="{part.name}" media-type="{part.media_type}"{properties}/>'


def _bound(parts: list[BookFile], date: datetime.date) -> bytes:
    """The parts in a zip whose dates are the issue's; its first file says what it is."""
    out = io.BytesIO()
    when = (date.year, date.month, date.day, 0, 0, 0) if date.year >= 1980 else (1980, 1, 1, 0, 0, 0)  # zip knows no earlier day
    with zipfile.ZipFile(out, "w") as book:
        _add(book, "mimetype", MEDIA.encode(), when, zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", CONTAINER.encode(), when, zipfile.ZIP_DEFLATED)
        for part in parts:
            packed = zipfile.ZIP_STORED if part.media_type.startswith("image/") else zipfile.ZIP_DEFLATED
            _add(book, f"{FOLDER}/{part.name}", part.data, when, packed)
    return out.getvalue()


def _add(book: zipfile.ZipFile, name: str, data: bytes, when: tuple[int, int, int, int, int, int], packed: int) -> None:
    entry = zipfile.ZipInfo(name, when)
    entry.compress_type, entry.create_system, entry.external_attr = packed, 3, 0o644 << 16
    book.writestr(entry, data, compresslevel=9)
