"""The file as it is read: one article a story, heads in order, figures described, everything else an artifact."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from conftest import ROOT, program
from makeup.pages import copies, edition

from paperlayout.draw.tags import FURNITURE, ROLES, Element, MarkedContent, reading
from paperlayout.geometry import Point, Rect
from paperlayout.page import FrameKind, Picture, Tint
from paperlayout.pipeline import Timings, load, make_up, open_kit, press
from paperlayout.press.finish import Pressed
from press.pages import four_pages, frame, line, page

PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh"}


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def told(four_file: Path) -> str:
    """The file as poppler reads it by its structure."""
    return subprocess.run([program("pdfinfo"), "-struct-text", four_file], capture_output=True, check=True).stdout.decode("utf-8", "replace")


def spoken(told: str) -> str:
    """Only what is said, without the names of elements."""
    return bare("".join(re.findall(r'^\s*"(.*)"$', told, re.MULTILINE)))


def test_every_story_is_read_whole_and_in_the_editors_order(told: str, sample) -> None:
    said = spoken(told)
    for name, text in copies(sample[0]):
        caption = re.compile("|".join(map(re.escape, ("示意图",))))
        assert bare(text) in caption.sub("", said), name


def test_every_story_of_an_issue_of_pages_is_read_whole(issue_of_pages: Pressed, tmp_path: Path) -> None:
    path = tmp_path / "issue.pdf"
    path.write_bytes(issue_of_pages.data)
    said = spoken(subprocess.run([program("pdfinfo"), "-struct-text", path], capture_output=True, check=True).stdout.decode("utf-8", "replace"))
    whole, _ = edition("four-pages")
    for number in range(1, 5):
        for name, text in copies(whole, number):
            assert bare(text) in said.replace("示意图", ""), name
    assert issue_of_pages.report.diagnostics == ()


def test_a_story_that_jumps_is_one_article_with_one_head(tmp_path: Path) -> None:
    """The lead of a real issue sent on to page 2: its head is read once, the jump lines not at all, and a thread leads on."""
    shutil.copytree(ROOT / "tests" / "pages", tmp_path / "pages", ignore=shutil.ignore_patterns("版样.json", "build"))
    file = tmp_path / "pages" / "four-pages" / "issue.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("    头条:\n", "    头条:\n      转版: 2\n", 1), encoding="utf-8")
    issue, _ = load(file, Timings())
    kit = open_kit(issue)
    edition = make_up(issue, kit, chosen=(1, 2))
    with pikepdf.open(BytesIO(press(edition, kit, issue.house.press[0], Timings()).data)) as opened:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        art = next(e for e in elements(opened.Root.StructTreeRoot.K[0]) if str(e.S) == "/Art")
        assert {pages[e.Pg.objgen] for e in elements(art) if "/Pg" in e} == {0, 1}
        assert [str(e.S) for e in elements(art)].count("/H2") == 1
        assert {pages[bead.P.objgen] for bead in beads(opened.Root.Threads[0])} == {0, 1}
    assert any(f.kind == "jump_line" for page in edition.pages for f in page.frames)


def beads(thread: pikepdf.Object) -> Iterator[pikepdf.Object]:
    bead = thread.F
    while True:
        yield bead
        bead = bead.N
        if bead.objgen == thread.F.objgen:
            return


def test_a_story_over_two_pages_is_one_article(four: Pressed, told: str) -> None:
    with pikepdf.open(BytesIO(four.data)) as file:
        document = file.Root.StructTreeRoot.K[0]
        arts = [e for e in elements(document) if str(e.S) == "/Art"]
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        assert {pages[leaf.Pg.objgen] for leaf in elements(arts[0]) if "/Pg" in leaf} == {0, 1}
        titles = [str(art.get("/T", "")) for art in arts]
        assert titles.count(titles[0]) == 3, "once for the first two pages, then once on each of the others"


def elements(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield parent
    for kid in parent.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


def test_heads_skip_no_level_and_begin_with_the_papers_name(four: Pressed, told: str) -> None:
    with pikepdf.open(BytesIO(four.data)) as file:
        levels = [int(str(e.S)[2:]) for e in elements(file.Root.StructTreeRoot.K[0]) if re.fullmatch(r"/H\d", str(e.S))]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1 and 3 in levels
    assert re.search(r'H1 \(block\)\s+"嘉定工会"', told)


def test_every_figure_is_described_and_boxed(four: Pressed) -> None:
    with pikepdf.open(BytesIO(four.data)) as file:
        figures = [e for e in elements(file.Root.StructTreeRoot.K[0]) if str(e.S) == "/Figure"]
        assert len(figures) == 12
        assert {str(f.Alt) for f in figures} == {"工匠风采展", "党史定向赛", "健康服务点"}
        for figure in figures:
            x0, y0, x1, y1 = (float(v) for v in figure.A.BBox)
            assert 0 < x0 < x1 < 1106 and 0 < y0 < y1 < 1545
            assert [str(kid.S) for kid in figure.K if isinstance(kid, pikepdf.Dictionary)] == ["/Caption"]


def test_every_mark_on_a_page_is_read_once_or_is_an_artifact(four: Pressed) -> None:
    with pikepdf.open(BytesIO(four.data)) as file:
        parents = list(file.Root.StructTreeRoot.ParentTree.Nums)
        for index, sheet in enumerate(file.pages):
            assert int(sheet.obj.StructParents) == parents[2 * index] == index
            marks, depth, unmarked = [], 0, 0
            for step in pikepdf.parse_content_stream(sheet):
                operator = str(step.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                if operator == "BDC" and "/MCID" in step.operands[1]:
                    marks.append(int(step.operands[1].MCID))
                unmarked += operator in PAINTS and depth == 0
            assert depth == unmarked == 0
            assert marks == list(range(len(parents[2 * index + 1]))), "each number once, in the order of drawing"


def test_every_kind_of_frame_is_read_or_said_to_be_furniture() -> None:
    assert set(ROLES) | FURNITURE | {"nameplate", "figure"} == set(get_args(FrameKind)) and not FURNITURE & set(ROLES)


def test_building_for_the_screen_marks_nothing(sample_pdf: Path) -> None:
    with pikepdf.open(sample_pdf) as file:
        assert "/StructTreeRoot" not in file.Root and b"BMC" not in file.pages[0].Contents.read_bytes()


def leaves(element: Element, *above: str) -> Iterator[tuple[tuple[str, ...], MarkedContent]]:
    for kid in element.kids:
        if isinstance(kid, MarkedContent):
            yield (*above, element.role), kid
        else:
            yield from leaves(kid, *above, element.role)


def body(name: str, texts: tuple[str, ...], ends: tuple[int, ...], top: float, kind="body"):
    runs = [line(text, Point(24, top + 12 + 16 * i)) for i, text in enumerate(texts)]
    return frame(name, kind, *runs, rect=Rect(24, top, 276, top + 16 * len(texts)), set=texts, ends=ends, size=10.5, copy=True)


def test_a_paragraph_goes_on_in_the_next_frame_and_on_the_next_page() -> None:
    first = page(
        frame("h", "headline", line("题", Point(20, 50)), copy=True),
        body("b1", ("甲一", "甲二", "乙一"), (1,), 60),
        frame("gap", "gap", story=None),
        body("b2", ("乙二", "乙三"), (), 150),
    )
    second = page(body("b3", ("乙四", "丙一"), (0, 1), 60), number=2)
    article = reading((first, second)).document.kids[0]
    assert isinstance(article, Element) and article.role == "Art"
    assert [(kid.role, kid.kids) for kid in article.kids] == [
        ("H1", (MarkedContent(0, 0),)),
        ("P", (MarkedContent(0, 1),)),
        ("P", (MarkedContent(0, 2), MarkedContent(0, 3), MarkedContent(1, 0))),
        ("P", (MarkedContent(1, 1),)),
    ]


def test_a_head_that_stands_again_over_the_rest_is_not_read_again() -> None:
    first = page(frame("h", "headline", line("题", Point(20, 50)), copy=True), body("b1", ("甲一",), (), 60))
    second = page(frame("h", "headline", line("题（续）", Point(20, 50))), frame("j", "jump_line", line("上接第1版", Point(20, 56))), body("b2", ("甲二",), (0,), 60), number=2)
    read = reading((first, second))
    assert [p.role for p in read.pages[1]] == [None, None, "P"]
    assert [path for path, _ in leaves(read.document)] == [("Document", "Art", "H1"), ("Document", "Art", "P"), ("Document", "Art", "P")]


def test_a_row_of_a_table_is_said_with_its_cells_apart() -> None:
    rows = frame(
        "t", "table", line("工种成绩", Point(24, 72), face="hei-700"), line("焊接96.5", Point(24, 88)),
        rect=Rect(24, 60, 276, 92), set=("工种\t成绩", "焊接\t96.5"), ends=(0, 1), size=10.5, copy=True,
    )  # fmt: skip
    (article,) = reading((page(rows),)).document.kids
    assert isinstance(article, Element) and [kid.said for kid in article.kids if isinstance(kid, Element)] == ["工种 成绩", "焊接 96.5"]


def test_tables_and_names_are_heard_by_cells() -> None:
    issue, _ = load(ROOT / "tests" / "blocks" / "demo", Timings())
    kit = open_kit(issue)
    with pikepdf.open(BytesIO(press(make_up(issue, kit), kit, issue.house.press[0], Timings()).data)) as file:
        said = {str(e.ActualText) for e in elements(file.Root.StructTreeRoot.K[0]) if "/ActualText" in e}
    assert {"电梯维修 季明 91", "陈曦 欧阳文婷 周玲"} <= said


def test_ruby_and_rules_are_not_read_out() -> None:
    ruby = line("chong", Point(30, 62), face="hei-400", size=5)
    marked = body("b", ("翀",), (0,), 60)
    both = page(frame("b", "body", *marked.items, ruby, rect=marked.rect, set=marked.set, ends=(0,), size=10.5, copy=True))
    (passages,) = reading((both,)).pages
    assert [p.role for p in passages] == ["P", None]


def test_quotes_stand_in_a_block_and_lone_captions_are_paragraphs() -> None:
    quoted = page(body("q", ("话一", "话二"), (0, 1), 60, "quote"), frame("c", "caption", line("无图", Point(24, 150)), copy=True))
    assert [path for path, _ in leaves(reading((quoted,)).document)] == [
        ("Document", "Art", "BlockQuote", "P"),
        ("Document", "Art", "BlockQuote", "P"),
        ("Document", "Art", "P"),
    ]


def test_subheads_without_a_headline_do_not_skip_a_level() -> None:
    only = page(frame("s", "subhead", line("小题", Point(24, 70)), copy=True))
    assert [path[-1] for path, _ in leaves(reading((only,)).document)] == ["H1"]


def test_what_is_in_a_box_is_read_under_its_head() -> None:
    box = frame("b.box", "box", Tint(Rect(20, 100, 280, 300).corners()), story="b", rect=Rect(20, 100, 280, 300))
    head = frame("b.head", "standing_head", line("工会简讯", Point(24, 124)), story="b", text="工会简讯", rect=Rect(24, 104, 276, 130))
    brief = frame("c", "headline", line("短讯", Point(24, 160)), story="c", copy=True, rect=Rect(24, 140, 276, 170))
    (only,) = reading((page(box, head, brief),)).document.kids
    assert isinstance(only, Element) and (only.role, only.title) == ("Art", "工会简讯")
    assert [path for path, _ in leaves(only)] == [("Art", "H1"), ("Art", "Art", "H2")]


def test_a_picture_nobody_described_takes_its_storys_title(tmp_path: Path) -> None:
    shown = page(frame("p", "figure", Picture(Rect(20, 20, 99, 99), "a.png", Rect(0, 0, 1, 1))))
    (article,) = reading((shown,)).document.kids
    assert isinstance(article, Element) and isinstance(article.kids[0], Element) and article.kids[0].alt == "工会送清凉"


def test_every_item_is_in_exactly_one_passage(sample) -> None:
    pages = four_pages(sample[0])
    for whole, passages in zip(pages, reading(pages).pages, strict=True):
        drawn = [item for f in whole.frames for item in f.items]
        assert [id(item) for p in passages for item in p.items] == [id(item) for item in drawn]
