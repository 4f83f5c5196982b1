"""The web pages: whole, self-contained, readable with keyboard, reader and printer, in a real browser too."""

import itertools
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from paperlayout.cli.export import ExportOrder
from paperlayout.export.markup import article, body, figure
from paperlayout.export.paper import DigitalPaper, DigitalPhoto, DigitalStory
from paperlayout.issue.content import Text
from paperlayout.issue.manuscript import read_body
from paperlayout.pipeline import Timings

VOID = {"meta", "link", "img", "input", "br", "hr", "wbr"}


class Tree(HTMLParser):
    """Elements in order with their attributes; unbalanced tags fail."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


@pytest.fixture(scope="session")
def site(exported: Path) -> dict[str, Tree]:
    return {f.name: Tree(f.read_text(encoding="utf-8")) for f in sorted((exported / "html").glob("*.html"))}


def test_every_link_and_picture_is_in_the_folder(site: dict[str, Tree], exported: Path) -> None:
    there = {f.name for f in (exported / "html").iterdir()}
    used = set()
    for tree in site.values():
        for tag, attrs in tree.found:
            for target in (attrs.get("href"), attrs.get("src")):
                if target and not target.startswith("#"):
                    assert target in there, (tag, target)
                    used.add(target)
    assert there - used <= {"paper.json"}, "and nothing lies about"


def test_pages_say_what_they_are(site: dict[str, Tree]) -> None:
    for name, tree in site.items():
        assert tree.all("html") == [{"lang": "zh-CN"}]
        assert len(tree.all("h1")) == 1 and len(tree.all("main")) == 1, name
        assert all("alt" in image and image.get("width") and image.get("height") for image in tree.all("img"))
        levels = [int(tag[1]) for tag, _ in tree.found if re.fullmatch("h[1-6]", tag)]
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), (name, levels)
        ids = [attrs["id"] for _, attrs in tree.found if attrs.get("id")]
        assert len(ids) == len(set(ids))


def test_the_list_comes_before_the_picture(exported: Path) -> None:
    text = (exported / "html" / "index.html").read_text(encoding="utf-8")
    assert text.index('class="list"') < text.index('class="picture"')


def test_every_area_is_a_link_with_a_name(site: dict[str, Tree], paper: DigitalPaper) -> None:
    for page, name in zip(paper.pages, ["index.html", "page-02.html", "page-03.html", "page-04.html"], strict=True):
        areas = [a for a in site[name].all("a") if a.get("aria-label")]
        assert [a["aria-label"] for a in areas] == [next(s.title for s in page.stories if s.id == area.story) for area in page.areas]
        assert len(site[name].all("polygon")) == len(areas)


def test_the_manifest_is_the_edition_as_data(exported: Path, paper: DigitalPaper) -> None:
    data = json.loads((exported / "html" / "paper.json").read_text(encoding="utf-8"))
    assert [s["title"] for s in data["stories"]] == [s.title for s in paper.stories]
    assert data["files"] == sorted(f.name for f in (exported / "html").iterdir() if f.suffix != ".pdf")
    points = [p for page in data["pages"] for area in page["areas"] for polygon in area["polygons"] for p in polygon]
    assert points and all(0 <= x <= 100 and 0 <= y <= 100 for x, y in points)


def test_the_same_edition_gives_the_same_bytes(edition, exported: Path, tmp_path: Path) -> None:
    order = ExportOrder(*edition, Timings(), tmp_path, "四版")
    list(order.html())
    list(order.epub())
    for file in sorted(tmp_path.rglob("*")):
        if file.is_file():
            assert file.read_bytes() == (exported / file.relative_to(tmp_path)).read_bytes(), file.name


def test_what_an_earlier_export_left_is_taken_away(edition, tmp_path: Path) -> None:
    order = ExportOrder(*edition, Timings(), tmp_path, "四版")
    list(order.html())
    html = tmp_path / "html"
    manifest = json.loads((html / "paper.json").read_text(encoding="utf-8"))
    manifest["files"] += ["09-09.html", "../outside.html"]
    (html / "paper.json").write_text(json.dumps(manifest), encoding="utf-8")
    for name in ("09-09.html", "mine.html", "../outside.html"):
        (html / name).write_text("x", encoding="utf-8")
    list(order.html())
    assert not (html / "09-09.html").exists()
    assert (html / "mine.html").exists() and (tmp_path / "outside.html").exists(), "only what export wrote itself"


# -- how blocks are marked up


def typed(text: str, **given: str) -> DigitalStory:
    copy = read_body([Text(line) for line in text.split("\n")])
    return DigitalStory("01-01", "a1", (1,), given.pop("title", "题"), body=copy.blocks, **given)


@pytest.mark.parametrize(("copy", "made"), [
    ("一段。", "<p>一段。</p>"),
    ("a < b & “c”。", "<p>a &lt; b &amp; “c”。</p>"),
    ("**粗**字", "<p><strong>粗</strong>字</p>"),
    ("[字]{着重}", '<p><em class="dots">字</em></p>'),
    ("[翀]{注音:chōng}鸟", "<p><ruby>翀<rp>（</rp><rt>chōng</rt><rp>）</rp></ruby>鸟</p>"),
    ("- 一\n- 二", "<ul><li>一</li><li>二</li></ul>"),
    ("> 提要", "<blockquote><p>提要</p></blockquote>"),
    ("前\n---\n后", "<p>前</p>\n<hr/>\n<p>后</p>"),
    (":::诗\n一行\n二行\n\n三行\n:::", '<p class="stanza">一行<br/>二行</p><p class="stanza">三行</p>'),
    (":::名单\n一等奖：\n张三 李四\n:::", '<p class="names-label">一等奖：</p><ul class="names"><li>张三</li><li>李四</li></ul>'),
    (":::表\n镇 | 数\n甲 | 3\n:::", '<div class="table"><table><thead><tr><th scope="col">镇</th><th scope="col">数</th></tr></thead><tbody><tr><td>甲</td><td>3</td></tr></tbody></table></div>'),
])  # fmt: skip
def test_markup(copy: str, made: str) -> None:
    assert body(typed(copy)) == made


def test_dateline_and_source_stand_in_the_text_even_without_a_paragraph() -> None:
    assert body(typed("一段。", dateline="本报讯", source="某镇总工会")) == '<p><span class="dateline">本报讯</span>　一段。<span class="source">（某镇总工会）</span></p>'
    alone = body(typed(":::诗\n一行\n:::", dateline="本报讯", source="某镇总工会"))
    assert alone.startswith('<p><span class="dateline">本报讯</span></p>') and alone.endswith('<p><span class="source">（某镇总工会）</span></p>')


def test_subheads_follow_the_title() -> None:
    assert "<h2>" in article(typed("前。\n## 小题\n后。"), ()) and "<h1>" in article(typed("前。"), ())


def test_a_drawing_is_said_to_be_one() -> None:
    made = figure(DigitalPhoto("x.jpg", "一台机床", "车间", "王强　摄", True), "photo-01.jpg", (4, 3))
    assert 'alt="示意图：一台机床"' in made and "（示意图）" in made


# -- contrast


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_all_text_is_aa_in_light_and_dark(exported: Path) -> None:
    style = (exported / "html" / "style.css").read_text(encoding="utf-8")
    palettes = [p for line in style.splitlines() if (p := dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", line)))]
    assert len(palettes) == 4
    for colours in palettes:
        for ink in ("ink", "soft", "red", "link"):
            assert min(contrast(colours[ink], colours["paper"]), contrast(colours[ink], colours["field"])) >= 4.5, (ink, colours)


# -- in a real browser


@pytest.fixture
def visit(browser, exported: Path):
    opened = []

    def go(name: str, width: int, **options: object):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        opened.append(context)
        page = context.new_page()
        page.goto((exported / "html" / name).as_uri())
        return page

    yield go
    for context in opened:
        context.close()


@pytest.mark.parametrize("name", ["index.html", "01-01.html", "page-03.html"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(name: str, width: int, visit) -> None:
    assert visit(name, width).evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_all_is_readable_and_the_size_changes(visit) -> None:
    page = visit("01-01.html", 390, java_script_enabled=False)
    paragraph = page.locator("article > p").first
    before = paragraph.bounding_box()["height"]
    page.locator("summary").click()
    page.get_by_label("特大").check()
    assert paragraph.bounding_box()["height"] > before * 1.3


def test_dark_follows_the_system_or_the_reader(visit) -> None:
    page = visit("01-01.html", 800, color_scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) == "rgb(25, 23, 20)"
    page.locator("summary").click()
    page.get_by_label("亮", exact=True).check()
    assert page.evaluate(colour) == "rgb(255, 253, 248)"
    page.reload()
    assert page.evaluate(colour) == "rgb(255, 253, 248)", "the reader's choice is kept"


def test_the_keyboard_reaches_every_story_on_the_page_picture(visit, paper: DigitalPaper) -> None:
    page = visit("index.html", 1280)
    reached: list[str] = []
    for _ in range(60):
        if len(reached) == len(paper.pages[0].areas):
            break
        page.keyboard.press("Tab")
        named = page.evaluate("document.activeElement.closest('svg') && document.activeElement.getAttribute('aria-label')")
        if named:
            reached.append(named)
            assert page.evaluate("getComputedStyle(document.activeElement.querySelector('polygon')).stroke") == "rgb(179, 18, 29)", "and shows where it is"
    titles = {story.id: story.title for story in paper.pages[0].stories}
    assert reached == [titles[area.story] for area in paper.pages[0].areas]


def test_a_click_on_the_picture_opens_the_story_there(visit, paper: DigitalPaper) -> None:
    page = visit("page-03.html", 1280)
    sheet, area = paper.pages[2], paper.pages[2].areas[0]
    points = area.polygons[0]
    box = page.locator(".map img").bounding_box()
    x = box["x"] + box["width"] * (points[0].x + 40) / sheet.size.width
    y = box["y"] + box["height"] * (points[0].y + 60) / sheet.size.height
    page.mouse.click(x, y)
    page.wait_for_url("**/03-01.html")
    assert page.locator("h1").inner_text() == next(s.title for s in sheet.stories if s.id == area.story)
