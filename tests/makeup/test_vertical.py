"""竖题: a head that runs down the first column of its story, on a page of its own and in every size."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from conftest import ROOT, program

from makeup.invariants import RULES
from makeup.pages import copies
from paperlayout.diag import Severity
from paperlayout.edition import Edition, layout, story_copy
from paperlayout.geometry import Point, Rect
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variant import HeadVariant, VerticalLine
from paperlayout.heads.variants import head_variants
from paperlayout.heads.vertical import vertical_variants
from paperlayout.issue.content import Article, Issue, Text
from paperlayout.issue.house import Type
from paperlayout.issue.placing import Placing
from paperlayout.kit import Kit
from paperlayout.page import Frame, GlyphRun, Rule
from paperlayout.pipeline import Timings, load, make_up, open_kit, pdf
from paperlayout.setting.vertical import display_cells, set_vertical

LEADING, DROP, WIDTH = 15.75, 3.0, 157.5
STORY = 1
"""The article of tests/vertical with a vertical head, among the articles by rank."""


@cache
def written() -> tuple[Issue, Kit]:
    issue, _ = load(ROOT / "tests" / "vertical", Timings())
    return issue, open_kit(issue)


@cache
def made() -> Edition:
    return make_up(*written())


def edited(**articles: Article) -> Issue:
    """The issue with its lead, its vertical or its last article changed."""
    issue, _ = written()
    page = issue.pages[0]
    vertical, last = page.articles
    lead = (articles.get("lead", page.lead[0]),)
    return replace(issue, pages=(replace(page, lead=lead, articles=(articles.get("vertical", vertical), articles.get("last", last))),))


def vertical() -> Article:
    return written()[0].pages[0].articles[0]


def head(edition: Edition) -> HeadVariant:
    return next(slot.head for slot in edition.plans[0].slots if slot.head.vertical)


def frame(edition: Edition, kind: str) -> Frame:
    return next(f for f in edition.pages[0].frames if f.story == vertical().id and f.kind == kind)


def ink(frame: Frame) -> Iterator[tuple[float, float, float, float]]:
    """The ink of each glyph that is not turned, as left, top, right, foot."""
    book = written()[1].book
    for run in frame.items:
        for glyph in run.glyphs if isinstance(run, GlyphRun) and not run.turned else ():
            box = book.face(run.face).extents(glyph.id)
            x, y = run.at.x + glyph.x, run.at.y + glyph.y
            yield x + box.x0 * run.size * run.stretch, y - box.y1 * run.size, x + box.x1 * run.size * run.stretch, y - box.y0 * run.size


# -- the page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_page_with_a_vertical_head_keeps_every_rule(rule) -> None:
    assert list(rule(layout(made())["pages"][0])) == []


def test_its_copy_is_complete_and_the_page_full() -> None:
    edition = made()
    assert [d.code for d in edition.diagnostics if d.severity is not Severity.NOTE] == []
    assert edition.plans[0].over_rows == edition.plans[0].short_rows == 0
    for story, copy in copies(edition):
        assert sorted("".join(story_copy(edition.pages[0].frames, story).split())) == sorted("".join(copy.split()))


def test_text_begins_below_it_and_goes_on_at_the_top_of_the_next_column() -> None:
    edition = made()
    cells = frame(edition, "headline").cells
    bodies = [f.cells for f in edition.pages[0].frames if f.story == vertical().id and f.kind == "body"]
    assert cells is not None and cells.columns == 1
    assert (bodies[0].column, bodies[0].row) == (cells.column, cells.row + cells.rows)
    beside = next(b for b in bodies if b.column == cells.column + 1)
    assert beside.row == cells.row


def test_lines_run_from_right_to_left_the_second_lower() -> None:
    lines = [line for line in head(made()).lines if isinstance(line, VerticalLine)]
    first, second, deck = lines
    assert [line.text for line in lines] == ["码头夜班调解室", "谈出一个“和”字", "开张百日化解纠纷12起，无一进入仲裁"]
    assert first.middle > second.middle > deck.middle
    assert 0.5 <= (second.top - first.top) / first.type.size <= 0.6
    assert 38 <= first.type.size == second.type.size <= 44 and deck.type.size == 16
    divider = head(made()).divider
    assert divider is not None and deck.box.x1 < divider.left < second.box.x0


def test_characters_stand_one_pitch_apart() -> None:
    run = frame(made(), "headline").items[1]
    assert isinstance(run, GlyphRun)
    assert [g.text for g in run.glyphs] == list("码头夜班调解室")
    steps = [b.y - a.y for a, b in pairwise(run.glyphs)]
    assert steps == pytest.approx([1.07 * run.size] * 6)
    assert {round(g.x, 6) for g in run.glyphs} == {0.0}


@pytest.mark.parametrize("kind", ["headline", "deck"])
def test_no_ink_leaves_the_head(kind: str) -> None:
    area = frame(made(), "headline").rect
    boxes = [box for box in ink(frame(made(), kind)) if box[3] > box[1]]
    assert len(boxes) >= 15
    for x0, y0, x1, y1 in boxes:
        assert area.x0 <= x0 < x1 <= area.x1 and area.y0 <= y0 < y1 <= area.y1 - 10
    for left, right in pairwise(boxes):
        assert right[1] >= left[3] - 0.5 or right[0] > left[2] or right[2] < left[0], "ink over ink"


def test_no_column_rule_stands_beside_it() -> None:
    area = frame(made(), "headline").rect
    rules = [item for f in made().pages[0].frames if f.kind == "rule" for item in f.items if isinstance(item, Rule) and item.start.x == item.end.x]
    assert not [r for r in rules if area.x1 < r.start.x < area.x1 + 20 and r.start.y < area.y1 - 1 and r.end.y > area.y0]


def test_the_pdf_reads_its_lines_in_order_once(tmp_path: Path) -> None:
    path = tmp_path / "vertical.pdf"
    path.write_bytes(pdf(made(), written()[1], Timings()))
    wanted = "码头夜班调解室谈出一个“和”字开张百日化解纠纷12起，无一进入仲裁在东埠码头，夜里十一点还亮"
    raw = subprocess.run([program("pdftotext"), "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True).stdout.decode()
    document = pypdfium2.PdfDocument(path)
    for text in (raw, document[0].get_textpage().get_text_bounded()):
        assert "".join(text.split()).count(wanted) == 1
        assert "谈出一个“和”字" in text, "a line of the head is a line of the text"
    document.close()


# -- pins


def test_it_may_be_the_leads_and_is_then_the_largest() -> None:
    lead = written()[0].pages[0].lead[0]
    edition = make_up(edited(lead=replace(lead, placing=Placing(style="vertical-head")), vertical=replace(vertical(), placing=Placing())), written()[1])
    sizes = {slot.story: slot.head.size for slot in edition.plans[0].slots}
    assert head(edition).size == sizes[0] == max(sizes.values())
    assert edition.plans[0].over_rows == edition.plans[0].short_rows == 0


def test_a_second_one_is_told() -> None:
    last = edited().pages[0].articles[1]
    codes = [d.code for d in make_up(edited(last=replace(last, placing=Placing(style="vertical-head"))), written()[1]).diagnostics]
    assert codes.count("S403") == 1


def test_in_one_column_it_becomes_a_plain_head_and_is_told() -> None:
    edition = make_up(edited(vertical=replace(vertical(), placing=Placing(style="vertical-head", columns=1))), written()[1])
    assert not any(slot.head.vertical for slot in edition.plans[0].slots)
    assert "S404" in [d.code for d in edition.diagnostics]


def test_long_figures_are_told() -> None:
    edition = make_up(edited(vertical=replace(vertical(), title=Text("2024年夜班调解室"))), written()[1])
    assert [d.message for d in edition.diagnostics if d.code == "C140"] == ["竖排标题里的“2024”横躺着"]
    assert any(run.turned for run in frame(edition, "headline").items if isinstance(run, GlyphRun))


def test_a_photo_of_its_story_leaves_the_head_alone() -> None:
    lead = written()[0].pages[0].lead[0]
    edition = make_up(edited(lead=replace(lead, photos=()), vertical=replace(vertical(), photos=lead.photos)), written()[1])
    assert "headline" in {f.kind for f in edition.pages[0].frames if f.story == vertical().id and f.cells and f.cells.columns == 1}
    page = layout(edition)["pages"][0]
    assert [breach for rule in RULES[:1] for breach in rule(page)] == []


@pytest.mark.parametrize(("style", "beside", "down"), [("vertical-head", 40, True), ("vertical-head", 10, False), (None, 40, False)])
def test_it_runs_down_where_the_article_asks_for_it_and_text_is_as_high(style: Literal["vertical-head"] | None, beside: int, down: bool) -> None:
    article = replace(vertical(), placing=Placing(style=style))
    places = tuple(HeadPlace(2, columns, WIDTH * columns, LEADING, DROP, False) for columns in (1, 2, 3))
    variants = head_variants(article, places, written()[1], beside)
    assert {(v.vertical, v.columns) for v in variants} == ({(True, 1)} if down else {(False, 1), (False, 2), (False, 3)})


# -- cells


@pytest.mark.parametrize("face", ["song-400", "song-600", "song-900", "hei-400", "hei-700", "hei-900", "kai-300", "kai-400", "brush-400"])
def test_every_mark_keeps_its_ink_in_its_cell(face: str) -> None:
    """In half a cell and in a whole one; 。 ， 、 in the upper right quarter (GB/T 15834 5.2.1)."""
    kit = written()[1]
    for text in "“”‘’（）《》〈〉【】，。、；：？！…—～·中3A":
        (cell,) = cells = display_cells(kit.book, face, f"{text}" if text not in "—…" else text * 2)
        runs = set_vertical(kit, cells, Type(face, 1.0), Point(0.0, 0.0))
        if runs[0].turned:
            continue
        x0, y0, x1, y1 = next(ink(Frame(id="cell", kind="headline", rect=Rect(0, 0, 1, 1), items=runs)))
        assert x0 >= -0.53 and x1 <= 0.53 and y0 >= -0.03 and y1 <= cell.length + 0.03, text
        if text in "。，、":
            assert cell.length == 0.5 and x0 >= 0 and y1 <= 0.5


def test_figures_side_by_side_take_one_cell() -> None:
    kit = written()[1]
    for text in ("12", "365", "50%"):
        cells = display_cells(kit.book, "song-900", text)
        (run,) = set_vertical(kit, cells, Type("song-900", 40.0), Point(100.0, 0.0))
        boxes = list(ink(Frame(id="cell", kind="headline", rect=Rect(0, 0, 1, 1), items=(run,))))
        assert [c.length for c in cells] == [1.0]
        assert boxes[0][0] >= 79.5 and boxes[-1][2] <= 120.5


# -- sizes


TITLES = ("调解", "码头夜班调解室/谈出一个“和”字", "区总工会推动党史学习教育走深走实见成效", "第31届工人运动会8日开幕", "A股涨了5%：GDP破万亿——怎么看？！")
ENDLESS = "区总工会联合区人力资源和社会保障局区工商业联合会区企业联合会开展新就业形态劳动者权益保障集中宣传服务月活动启动仪式"
DECK = "累计服务职工21.4万人次，办结诉求1.3万件，满意率98.6%，比去年同期提高12个百分点"


@pytest.mark.parametrize("title", [*TITLES, ENDLESS, "一/二/三/四", "WWW.ACFTU.ORG.CN"])
@pytest.mark.parametrize("extra", [{}, {"deck": DECK}, {"kicker": "身边实事", "deck": "开张百日"}, {"standing_head": "班组风采", "author": "通讯员　孟书言"}])
@pytest.mark.parametrize("rank", [1, 2, 3])
def test_a_vertical_head_never_leaves_its_column(title: str, extra: dict[str, str], rank: int) -> None:
    article = Article(id="a1", title=Text(title), **{name: Text(value) for name, value in extra.items()})
    variants = vertical_variants(article, HeadPlace(rank, 1, WIDTH, LEADING, DROP, rank == 1), written()[1])
    assert variants
    for variant in variants:
        assert variant.columns == 1 and variant.rows <= (32 if rank == 1 else 26)
        boxes = [line.box for line in variant.lines]
        assert all(b.x0 >= -0.01 and b.x1 <= WIDTH + 0.01 and b.y0 >= -4 and b.y1 < variant.rows * LEADING for b in boxes)
        assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.x0 < b.x1 - 0.01 and b.x0 < a.x1 - 0.01 and a.y0 < b.y1 - 2 and b.y0 < a.y1 - 2]
        for kind, text in {"headline": title.replace("/", ""), **extra}.items():
            kind = {"author": "byline"}.get(kind, kind)
            assert "".join(line.text for line in variant.lines if line.kind == kind) == text
