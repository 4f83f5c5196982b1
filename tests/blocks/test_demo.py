"""The demo page, which uses every mark and block: full, nothing lost or twice, each mark where its copy stands, each row on the grid."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pdfminer.high_level import extract_text

from paperlayout.diag import Severity
from paperlayout.edition import Edition, layout
from paperlayout.issue.content import Article, InlineMark
from paperlayout.kit import Kit
from paperlayout.page import Frame, GlyphRun, Page, Rule, Tint
from paperlayout.pipeline import Timings, load, make_up, open_kit, pdf

DEMO = Path(__file__).parent / "demo"
EM = 10.5


@pytest.fixture(scope="module")
def made() -> tuple[Edition, Kit]:
    issue, _ = load(DEMO, Timings())
    kit = open_kit(issue)
    return make_up(issue, kit), kit


@pytest.fixture(scope="module")
def page(made: tuple[Edition, Kit]) -> Page:
    return made[0].pages[0]


@pytest.fixture(scope="module")
def articles(made: tuple[Edition, Kit]) -> tuple[Article, ...]:
    copy = made[0].issue.pages[0]
    return (*copy.lead, *copy.articles)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def marks(articles: tuple[Article, ...], kind: str) -> Iterator[tuple[str, InlineMark]]:
    """The marked copy of a kind."""
    for article in articles:
        for block in article.body:
            yield from ((block.text[m.start : m.end], m) for m in block.marks if m.kind == kind)


def text_frames(page: Page, story: str) -> list[Frame]:
    return [f for f in page.frames if f.story == story and f.kind in ("body", "subhead", "quote", "verse", "table")]


def glyphs(frame: Frame) -> Iterator[tuple[str, float, float, GlyphRun]]:
    """Each glyph's copy, its pen, its baseline, and its run."""
    for run in frame.items:
        if isinstance(run, GlyphRun):
            yield from ((g.text, run.at.x + g.x, run.at.y, run) for g in run.glyphs)


def test_it_fits(made: tuple[Edition, Kit]) -> None:
    edition = made[0]
    assert [d.message for d in edition.diagnostics if d.severity is Severity.ERROR] == []
    assert layout(edition)["pages"][0]["fill"]["blank_cells"] == 0


def test_it_uses_everything(articles: tuple[Article, ...]) -> None:
    blocks = [block for article in articles for block in article.body]
    assert {b.kind for b in blocks} == {"paragraph", "subhead", "quote", "list", "break", "verse", "names", "table"}
    assert {m.kind for b in blocks for m in b.marks} == {"strong", "emphasis", "name", "title", "ruby"}
    assert articles[0].initial == 3


def test_every_character_stands_on_the_page_once(page: Page, articles: tuple[Article, ...]) -> None:
    for article in articles:
        typed = bare("".join(block.text for block in article.body))
        placed = bare("".join(f.text or "" for f in text_frames(page, article.id)))
        assert placed.startswith(typed) or Counter(placed) == Counter(typed), article.id


def test_the_glyphs_are_the_text(page: Page, articles: tuple[Article, ...]) -> None:
    """What is drawn is the frame's text once, and the 注音 once besides."""
    for article in articles:
        for frame in text_frames(page, article.id):
            drawn = Counter(bare("".join(text for text, *_ in glyphs(frame))))
            said = Counter(bare((frame.text or "") + "".join(note for _, note in frame.ruby)))
            assert drawn == said, frame.id


def test_dots_stand_under_the_middle_of_their_characters(page: Page, articles: tuple[Article, ...], made: tuple[Edition, Kit]) -> None:
    expected = sum(len(re.findall(r"[\u4e00-\u9fff]", text)) for text, _ in marks(articles, "emphasis"))
    found = 0
    for article in articles:
        for frame in text_frames(page, article.id):
            for dot in (i for i in frame.items if isinstance(i, Tint) and len(i.points) > 10 and len(i.points) == 20):
                xs, ys = [p.x for p in dot.points], [p.y for p in dot.points]
                middle, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
                assert max(xs) - min(xs) == pytest.approx(0.2 * EM, abs=0.05)
                over = [(text, x) for text, x, base, run in glyphs(frame) if 0 < y - base < 0.62 * EM and abs(x + EM / 2 - middle) < EM / 2 and run.size == EM]
                assert len(over) == 1 and re.fullmatch(r"[\u4e00-\u9fff]", over[0][0])
                assert over[0][1] + EM / 2 == pytest.approx(middle, abs=0.05 * EM)
                found += 1
    assert found == expected > 0


def test_lines_under_names_do_not_touch(page: Page) -> None:
    rules = sorted((i.start.y, i.start.x, i.end.x) for f in page.frames if f.kind == "body" for i in f.items if isinstance(i, Rule))
    assert len(rules) >= 4
    for (y, _, end), (other, start, _) in pairwise(rules):
        assert other > y or start - end >= 0.2 * EM - 0.01


def test_ruby_stands_over_its_base_and_nothing_else(page: Page, articles: tuple[Article, ...], made: tuple[Edition, Kit]) -> None:
    pairs = [pair for f in page.frames for pair in f.ruby]
    assert sorted(pairs) == sorted((text, m.value) for text, m in marks(articles, "ruby"))
    book = made[1].book
    for frame in (f for f in page.frames if f.ruby):
        runs = [i for i in frame.items if isinstance(i, GlyphRun) and i.size == EM / 2]
        for (base, note), run in zip(frame.ruby, runs, strict=True):
            width = book.measure(run.face, note) * run.size
            middle = run.at.x + width / 2
            under = [(text, x) for text, x, y, r in glyphs(frame) if r.size == EM and 0 < y - run.at.y < EM * 1.2]
            own = [x for text, x in under if text == base and abs(x + EM / 2 - middle) < 0.05 * EM]
            assert len(own) == 1, note
            assert all(x >= run.at.x + width - 0.01 or x + EM <= run.at.x + 0.01 for text, x in under if x != own[0] and re.match(r"[\u4e00-\u9fff]", text))


def test_marks_stay_in_the_line_gap(page: Page) -> None:
    gap = page.grid.leading - EM
    for frame in (f for f in page.frames if f.kind in ("body", "quote", "verse")):
        for item in frame.items:
            if isinstance(item, Tint | Rule):
                ys = [p.y for p in item.points] if isinstance(item, Tint) else [item.start.y]
                baselines = [page.grid.first_baseline + r * page.grid.leading for r in range(page.grid.rows)]
                base = max(b for b in baselines if b - EM <= min(ys))
                assert max(ys) <= base + 0.12 * EM + gap


def test_every_line_stands_on_the_grid(page: Page) -> None:
    grid = page.grid
    for frame in (f for f in page.frames if f.kind in ("body", "quote", "verse", "table")):
        for text, _, y, run in glyphs(frame):
            if run.size == EM:
                row = (y - grid.first_baseline) / grid.leading
                assert row == pytest.approx(round(row), abs=0.001), text


def test_table_rules_stand_between_rows(page: Page) -> None:
    table = next(f for f in page.frames if f.kind == "table" and any(isinstance(i, Rule) for i in f.items))
    rules = [i for i in table.items if isinstance(i, Rule)]
    assert [r.weight for r in rules] == [0.5, 0.25, 0.5]
    assert all((r.start.x, r.end.x) == (table.rect.x0, table.rect.x1) for r in rules)
    tops = [(r.start.y - page.type_area.y0) / page.grid.leading for r in rules]
    assert tops == pytest.approx([round(t) for t in tops], abs=0.001)


def test_numbers_of_a_column_end_at_one_edge(page: Page) -> None:
    table = next(f for f in page.frames if f.kind == "table" and any(isinstance(i, Rule) for i in f.items))
    last = [run for run in table.items if isinstance(run, GlyphRun) and run.glyphs[-1].text[-1:].isdigit()]
    assert len(last) == len(table.set) - 1


def test_the_initial_is_as_deep_as_its_lines(page: Page) -> None:
    lead = next(f for f in page.frames if f.kind == "body")
    first = next(i for i in lead.items if isinstance(i, GlyphRun))
    lines = sorted({y for _, _, y, run in glyphs(lead) if run.size == EM})
    assert first.size == pytest.approx(2 * page.grid.leading + EM)
    assert first.at.y - 0.88 * first.size == pytest.approx(lines[0] - 0.88 * EM)
    assert first.at.y + 0.12 * first.size == pytest.approx(lines[2] + 0.12 * EM)
    assert len(set(lead.set[0]) & set(first.glyphs[0].text)) == 1


def test_the_layout_json_has_the_ruby(made: tuple[Edition, Kit]) -> None:
    frames: list[dict[str, Any]] = layout(made[0])["pages"][0]["frames"]
    assert [pair for f in frames for pair in f.get("ruby", [])] == [["覃", "qín"], ["蕤", "ruí"], ["翀", "chōng"]]


def test_marks_and_ruby_can_be_taken_from_the_pdf(made: tuple[Edition, Kit]) -> None:
    text = bare(extract_text(BytesIO(pdf(*made, Timings()))))
    assert all(note in text for note in ("qín", "ruí", "chōng"))
    assert "潮水把灯影推到我脚边" in text and "{" not in text and "**" not in text
