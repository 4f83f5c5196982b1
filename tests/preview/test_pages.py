"""What the warm build keeps, and what it draws anew: always the very page a cold build would give."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import copied

from paperlayout.draw.png import PixelBox, RasterPage, png
from paperlayout.geometry import Point
from paperlayout.page import Frame, GlyphRun
from paperlayout.pipeline import Timings, load, make_up, open_kit, pdf
from paperlayout.plan.kept_layout import kept_layout_of
from paperlayout.preview.builder import Builder
from paperlayout.preview.changes import changed_ink, same_ink
from paperlayout.preview.places import articles, origins
from paperlayout.preview.protocol import Built, RasterOrder
from paperlayout.preview.raster import Rasteriser

from .served import two_pages

STONE = "奠基石"
SCALES = (0.5, 0.75, 1.5)

EDITS: dict[str, Callable[[str], str]] = {
    "a character more": lambda text: text.replace(STONE, STONE + "好", 1),
    "a sentence more": lambda text: text.replace(STONE + "。", STONE + "。职工群众把学习教育同岗位工作结合起来。", 1),
    "a headline": lambda text: text.replace("走深走实见成效", "走深走实走心", 1),
    "a red word": lambda text: text.replace("“速”字", "“快”字", 1),
    "a caption": lambda text: text.replace("图注: 工匠风采展", "图注: 工匠的风采", 1),
    "a brief": lambda text: text.replace("华亭镇总工会举行", "华亭镇总工会召开", 1),
    "a photo less": lambda text: re.sub(r"  - 文件: 图片/党史定向赛\.jpg\n(    .*\n)*", "", text),
    "much too long": lambda text: text.replace(STONE + "。", STONE + "。" + "职工群众把学习教育同岗位工作结合起来。" * 60, 1),
    "a date": lambda text: text.replace("2021-06-15", "2021-06-16", 1),
}
OFTEN = ("a character more", "a headline", "a caption", "much too long")
"""Edits tried in every run; the others are slow."""
EACH = pytest.mark.parametrize("name", [pytest.param(name, marks=[] if name in OFTEN else [pytest.mark.slow]) for name in EDITS])


def built(builder: Builder, issue: Path) -> Built:
    found = builder.build(str(issue))
    assert found.pages, found.told.problems
    return found


def order(built: Built, scale: float, fresh: bool = False) -> RasterOrder:
    (page,) = built.pages
    return RasterOrder(page.digest, scale, page.pdf, None, None if fresh else page.base, page.changed)


@EACH
def test_a_patched_picture_is_that_of_the_whole_page(name: str, tmp_path: Path) -> None:
    issue = copied(tmp_path)
    builder, rasteriser = Builder(), Rasteriser()
    first = built(builder, issue)
    for scale in SCALES:
        rasteriser.raster(order(first, scale))
    text = issue.read_text(encoding="utf-8")
    assert EDITS[name](text) != text
    issue.write_text(EDITS[name](text), encoding="utf-8")
    second = built(builder, issue)
    assert second.pages[0].digest != first.pages[0].digest
    for scale in SCALES:
        assert rasteriser.raster(order(second, scale)).data == Rasteriser().raster(order(second, scale, fresh=True)).data


def test_a_small_edit_is_a_small_patch(tmp_path: Path) -> None:
    issue = copied(tmp_path)
    builder = Builder()
    built(builder, issue)
    issue.write_text(EDITS["a character more"](issue.read_text(encoding="utf-8")), encoding="utf-8")
    (page,) = built(builder, issue).pages
    assert page.base and page.changed
    area = sum(rect.width * rect.height for rect in page.changed)
    assert area < 0.05 * page.size.width * page.size.height


@EACH
def test_a_warm_build_is_a_cold_one(name: str, tmp_path: Path) -> None:
    """The same problems, stories and layout, places included, and the same pixels."""
    issue = copied(tmp_path)
    warm = Builder()
    built(warm, issue)
    issue.write_text("# 一行\n" + EDITS[name](issue.read_text(encoding="utf-8")), encoding="utf-8")
    after, cold = built(warm, issue), built(Builder(), issue)
    assert after.told == cold.told
    assert png(after.pages[0].pdf or b"", ppi=36) == png(cold.pages[0].pdf or b"", ppi=36)


def test_a_page_alone_looks_as_in_the_whole(tmp_path: Path) -> None:
    issue = copied(tmp_path, two_pages)
    builder = Builder()
    pages = built(builder, issue).pages
    assert len(pages) == 2
    whole = builder.pdf()
    for index, page in enumerate(pages):
        assert png(page.pdf or b"", ppi=72) == png(whole, index, 72)


def test_a_page_nobody_touched_is_kept(tmp_path: Path) -> None:
    issue = copied(tmp_path, two_pages)
    warm = Builder()
    first = built(warm, issue)
    text = issue.read_text(encoding="utf-8")
    for edit in (lambda text: "# 一行\n" + text, lambda text: text.replace("甲文", "甲稿", 1), lambda text: text.replace("版名: 综合", "版名: 生活")):
        text = edit(text)
        issue.write_text(text, encoding="utf-8")
        after, cold = built(warm, issue), built(Builder(), issue)
        assert after.told == cold.told
    drawn = [page.pdf is not None for page in after.pages]
    assert drawn == [False, True] and after.pages[0].digest != first.pages[0].digest


@pytest.mark.parametrize("other", ["启事: [{编号: 乙, 正文: 服务台停用三天。}]", "广告: [{编号: 乙, 文件: 图片/健康服务点.jpg, 栏数: 2, 行数: 10}]"])
def test_what_stands_beside_stories_is_traced_to_where_it_is_now(other: str, tmp_path: Path) -> None:
    """A dateline given to the briefs of the first page moves what stands on the second down the file; the page is kept, its places are not."""
    issue = copied(tmp_path, two_pages)
    briefs = "    简讯:\n      条目: [{标题: 座谈会召开, 正文: 区总工会举行座谈会。}]\n"
    text = issue.read_text(encoding="utf-8").replace("  - 版名: 综合", briefs + "  - 版名: 综合") + f"    {other}\n"
    issue.write_text(text, encoding="utf-8")
    warm = Builder()
    built(warm, issue)
    issue.write_text(text.replace("      条目:", "      电头: 综合讯\n      条目:"), encoding="utf-8")
    after, cold = built(warm, issue), built(Builder(), issue)
    assert after.pages[1].pdf is None and after.told == cold.told


def test_every_line_is_traced_to_where_it_was_written(sample) -> None:
    edition, _ = sample
    issue = edition.issue
    lines = issue.file.read_text(encoding="utf-8").splitlines()
    for page in edition.pages:
        places = origins(page, articles(issue))
        checked = 0
        for frame in page.frames:
            for text, place in zip(frame.set, places.get(frame.id, ()), strict=False):
                start = plain(text.partition("（")[0])[:5]
                if frame.kind == "body" and start and not start.startswith("本报讯"):
                    assert start in plain(lines[place.line - 1][place.column - 1 :])[:30], (frame.id, text, place)
                    checked += 1
        assert checked > 150


def plain(text: str) -> str:
    return re.sub(r"[\s　“”‘’\"'（）()]", "", text)


def test_what_moved_is_seen_wherever_it_lies(sample) -> None:
    """Every glyph run of the page in turn: shifted, the change covers its old and its new ink."""
    edition, _ = sample
    page = edition.pages[0]
    frame = next(f for f in page.frames if f.kind == "body")
    for at, item in enumerate(frame.items):
        if not isinstance(item, GlyphRun):
            continue
        shifted = replace(item, at=Point(item.at.x + 30, item.at.y + 200))
        moved = replace(frame, items=(*frame.items[:at], shifted, *frame.items[at + 1 :]))
        other = replace(page, frames=tuple(moved if f is frame else f for f in page.frames))
        assert not same_ink(page, other)
        (rect,) = changed_ink(page, other) or ()
        assert rect.x0 < item.at.x and rect.y0 < item.at.y - item.size / 2 and rect.y1 > shifted.at.y and rect.x1 > shifted.at.x


def test_another_order_of_frames_draws_the_page_whole(sample) -> None:
    page = sample[0].pages[0]
    assert changed_ink(page, replace(page, frames=page.frames[::-1])) is None
    assert changed_ink(page, replace(page, frames=(*page.frames, Frame(id="more", kind="rule", rect=page.type_area)))) == ()


def test_a_tile_is_cut_from_the_page(sample_pdf: Path) -> None:
    sheet = RasterPage(sample_pdf.read_bytes())
    box = PixelBox(300, 900, 700, 1200)
    whole, tile = sheet.whole(2.0), sheet.window(2.0, box)
    assert tile.size == (400, 300)
    from PIL import ImageChops, ImageStat

    difference = ImageChops.difference(tile, whole.crop((300, 900, 700, 1200)))
    assert max(ImageStat.Stat(difference).mean) < 1.0  # pdfium rounds a few places otherwise
    sheet.close()


def test_the_whole_edition_is_what_build_writes(tmp_path: Path) -> None:
    issue = copied(tmp_path)
    builder = Builder()
    built(builder, issue)
    read, _ = load(issue, Timings())
    kit = open_kit(read)
    assert builder.pdf() == pdf(make_up(read, kit), kit, Timings())


def test_a_make_up_that_cannot_be_read_is_kept_as_bak(tmp_path: Path) -> None:
    issue = copied(tmp_path)
    kept = issue.with_name("版样.json")
    kept.write_text("<<<<<<< 甲\n", encoding="utf-8")
    assert any(problem["code"] == "L346" for problem in built(Builder(), issue).told.problems)
    assert kept.with_name("版样.json.bak").read_text(encoding="utf-8") == "<<<<<<< 甲\n"
    assert '"format": 1' in kept.read_text(encoding="utf-8")


def test_other_prices_are_kept_with_the_cost_of_the_page(tmp_path: Path) -> None:
    """The cut is the same, so nothing else would have the make-up written anew."""
    issue, warm = copied(tmp_path), Builder()
    built(warm, issue)
    kept = issue.with_name("版样.json")
    (before,) = kept_layout_of(kept.read_text(encoding="utf-8")).pages
    paper = tmp_path / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "样式: {prices.rules.tombstone: 26}\n", encoding="utf-8")
    built(warm, issue)
    (after,) = kept_layout_of(kept.read_text(encoding="utf-8")).pages
    assert after.tree == before.tree and (bool(before.prices), bool(after.prices)) == (False, True)
