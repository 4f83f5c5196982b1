"""数字报 as static pages: one folder, no server, no script needed. Every page of the paper is a picture whose areas lead to its stories."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from paperlayout.export.areas import StoryOutline
from paperlayout.export.markup import article, figure, heading, text
from paperlayout.export.paper import DigitalPage, DigitalPaper, DigitalStory
from paperlayout.export.pictures import ExportPictures

MANIFEST = "paper.json"
EXCERPT = 60


@dataclass(frozen=True, slots=True)
class WebEdition:
    """What every page of the edition needs: the paper, its pictures, and the PDF's file name, if it goes along."""

    paper: DigitalPaper
    pictures: ExportPictures
    pdf: str = ""


def site_files(site: WebEdition) -> dict[str, bytes]:
    """The edition's files by name; the same edition gives the same bytes."""
    out: dict[str, bytes] = {page_file(page): _page(site, page).encode() for page in site.paper.pages}
    stories = site.paper.stories
    for i, story in enumerate(stories):
        around = (stories[i - 1] if i else None, stories[i + 1] if i + 1 < len(stories) else None)
        out[f"{story.name}.html"] = _story(site, story, around).encode()
    for name in ("style.css", "settings.js"):
        out[name] = files("paperlayout.export").joinpath("static", name).read_bytes()
    out |= {picture.name: picture.data for picture in site.pictures.all}
    out[MANIFEST] = (json.dumps(_manifest(site, sorted((*out, MANIFEST))), ensure_ascii=False, indent=1) + "\n").encode()
    return out


def page_file(page: DigitalPage) -> str:
    """The first page opens the edition."""
    return "index.html" if page.number == 1 else f"page-{page.number:02d}.html"


def _entry(paper: DigitalPaper, page: DigitalPage) -> str:
    return "index.html" if page is paper.pages[0] else page_file(page)


# -- the frame of every page


def _document(site: WebEdition, title: str, main: str, description: str, picture: str) -> str:
    paper = site.paper
    numbers = (f"　第{paper.number}期" if paper.number else "") + (f"　总第{paper.total}期" if paper.total else "")
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
{_metadata(paper, title, description, picture)}
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="top">
<p class="paper"><a href="index.html">{text(paper.name or "报纸")}</a></p>
<p class="date"><time datetime="{paper.date.isoformat()}">{paper.day}</time>{numbers}</p>
{_settings()}
</header>
{main}
<footer class="bottom"><p>{text(paper.publisher)}{" 主办" if paper.publisher else ""}</p>{_download(site)}</footer>
</body>
</html>
"""


def _metadata(paper: DigitalPaper, title: str, description: str, picture: str) -> str:
    return f"""<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{text(title)}</title>
<meta name="description" content="{text(description)}">
<meta property="og:type" content="article">
<meta property="og:title" content="{text(title)}">
<meta property="og:description" content="{text(description)}">
<meta property="og:site_name" content="{text(paper.name)}">
<meta property="og:image" content="{text(picture)}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="style.css">
<script src="settings.js" defer></script>
</head>"""


def _settings() -> str:
    """Size and brightness as plain radio buttons that the style sheet reads."""
    sizes = (("small", "小"), ("normal", "中"), ("large", "大"), ("huge", "特大"))
    lights = (("system", "随系统"), ("light", "亮"), ("dark", "暗"))
    groups = [_choice("size", "字号", sizes, "normal"), _choice("light", "底色", lights, "system")]
    return '<details class="settings"><summary>字号与底色</summary>' + "".join(groups) + "</details>"


def _choice(name: str, label: str, values: tuple[tuple[str, str], ...], chosen: str) -> str:
    buttons = (
        f'<label><input type="radio" name="{name}" id="{name}-{value}"{" checked" if value == chosen else ""}> {said}</label>' for value, said in values
    )
    return f"<fieldset><legend>{label}</legend>{''.join(buttons)}</fieldset>"


def _download(site: WebEdition) -> str:
    return f'<p><a href="{text(site.pdf)}">下载版面 PDF</a></p>' if site.pdf else ""


def _pages_nav(site: WebEdition, here: int) -> str:
    pages = site.paper.pages
    if len(pages) < 2:
        return ""
    links = (
        f'<li><a href="{_entry(site.paper, page)}"{" aria-current=page" if page.number == here else ""}>{text(page.title)}</a></li>' for page in pages
    )
    return f'<nav class="pages" aria-label="各版"><ul>{"".join(links)}</ul></nav>'


# -- a page of the paper


def _page(site: WebEdition, page: DigitalPage) -> str:
    title = f"{site.paper.title} {page.title}"
    picture = site.pictures.pages[page.number]
    main = f"""{_pages_nav(site, page.number)}
<main id="main" class="page">
<section class="list" aria-label="{text(page.title)}的文章">
<h1>{text(page.title)}</h1>
{_list(site, page)}
</section>
<section class="picture" aria-label="版面图">
{_map(site, page)}
<p class="hint">点版面上的文章看全文　<a href="{text(picture.name)}">看大图</a></p>
</section>
</main>"""
    return _document(site, title, main, "、".join(story.title for story in page.stories)[:200], picture.name)


def _list(site: WebEdition, page: DigitalPage) -> str:
    out: list[str] = []
    group = ""
    for story in page.stories:
        if story.group != group:
            out.append(f'<h2 class="group">{text(story.group)}</h2>' if story.group else "")
            group = story.group
        level = 3 if group else 2
        out.append(_teaser(site, story, level, page.number))
    return "\n".join(out)


def _teaser(site: WebEdition, story: DigitalStory, level: int, here: int) -> str:
    above = story.kicker or story.standing_head if here == story.pages[0] else f"上接第{story.pages[0]}版"
    kicker = f'<p class="kicker">{text(above)}</p>' if above else ""
    photo = next((site.pictures.photos[p.file] for p in story.photos), None)
    image = f'<img src="{photo.name}" alt="" width="{photo.size[0]}" height="{photo.size[1]}" loading="lazy">' if photo else ""
    return (
        f'<article class="teaser">{kicker}<h{level}><a href="{story.name}.html">{heading(story.title)}</a></h{level}>'
        f'<p class="excerpt">{image}{text(_excerpt(story))}</p></article>'
    )


def _excerpt(story: DigitalStory) -> str:
    first = next((block.text for block in story.body if block.kind == "paragraph" and block.text), "")
    return first if len(first) <= EXCERPT else first[:EXCERPT] + "……"


def _map(site: WebEdition, page: DigitalPage) -> str:
    """The page picture with a polygon, a link, over every story; the keyboard reaches them in reading order."""
    picture = site.pictures.pages[page.number]
    names = {story.id: story for story in page.stories}
    areas = "\n".join(_area(area, names[area.story]) for area in page.areas if area.story in names)
    width, height = page.size.width, page.size.height
    return f"""<div class="map">
<img src="{text(picture.name)}" alt="{text(page.title)}的版面" width="{picture.size[0]}" height="{picture.size[1]}">
<svg viewBox="0 0 {width:.2f} {height:.2f}" preserveAspectRatio="none" role="group" aria-label="版面上的文章">
{areas}
</svg>
</div>"""


def _area(area: StoryOutline, story: DigitalStory) -> str:
    polygons = "".join(f'<polygon points="{" ".join(f"{p.x:.2f},{p.y:.2f}" for p in polygon)}"/>' for polygon in area.polygons)
    return f'<a href="{story.name}.html" aria-label="{text(story.title)}"><title>{text(story.title)}</title>{polygons}</a>'


# -- a story


def _story(site: WebEdition, story: DigitalStory, around: tuple[DigitalStory | None, DigitalStory | None]) -> str:
    figures = (figure(photo, site.pictures.photos[photo.file].name, site.pictures.photos[photo.file].size) for photo in story.photos)
    places = "　".join(f'<a href="{_entry(site.paper, page)}">{text(page.title)}</a>' for page in site.paper.pages if page.number in story.pages)
    main = f"""<main id="main" class="story">
<p class="place">{places}</p>
{article(story, figures)}
{_around(*around)}
</main>"""
    photo = next((site.pictures.photos[p.file].name for p in story.photos), site.pictures.pages[story.pages[0]].name)
    return _document(site, f"{story.title}_{site.paper.name or '报纸'}", main, _excerpt(story), photo)


def _around(before: DigitalStory | None, after: DigitalStory | None) -> str:
    links = "".join(
        f'<li><span>{said}</span> <a rel="{rel}" href="{story.name}.html">{text(story.title)}</a></li>'
        for said, rel, story in (("上一篇", "prev", before), ("下一篇", "next", after))
        if story
    )
    return f'<nav class="around" aria-label="前后文章"><ul>{links}</ul></nav>' if links else ""


# -- the manifest


def _manifest(site: WebEdition, names: list[str]) -> Mapping[str, object]:
    """The edition as data: pages, areas in per cent of the page, stories, files."""
    paper = site.paper
    return {
        "format": 1, "name": paper.name, "date": paper.date.isoformat(), "number": paper.number, "total": paper.total, "pdf": site.pdf or None,
        "pages": [_page_data(site, page) for page in paper.pages],
        "stories": [_story_data(site, story) for story in paper.stories], "files": names,
    }  # fmt: skip


def _page_data(site: WebEdition, page: DigitalPage) -> Mapping[str, object]:
    return {
        "number": page.number, "name": page.name, "file": _entry(site.paper, page), "picture": site.pictures.pages[page.number].name,
        "areas": [{"story": area.story, "polygons": list(_shares(area, page))} for area in page.areas],
    }  # fmt: skip


def _shares(area: StoryOutline, page: DigitalPage) -> Iterator[list[list[float]]]:
    for polygon in area.polygons:
        yield [[round(100 * p.x / page.size.width, 3), round(100 * p.y / page.size.height, 3)] for p in polygon]


def _story_data(site: WebEdition, story: DigitalStory) -> Mapping[str, object]:
    given = {
        "id": story.id, "file": f"{story.name}.html", "pages": list(story.pages), "group": story.group, "kicker": story.kicker, "title": story.title,
        "deck": story.deck, "standing_head": story.standing_head, "author": story.author, "dateline": story.dateline, "source": story.source,
        "text": [block.text for block in story.body],
        "photos": [{"file": site.pictures.photos[p.file].name, "caption": p.caption, "credit": p.credit, "alt": p.alt} for p in story.photos],
    }  # fmt: skip
    return {name: value for name, value in given.items() if value}
