"""An issue of several pages: nameplate on the first, 报眉 and 地线 on the others, every page with its number, name and findings."""

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from makeup.pages import FOLDERS, Made, edition, made
from makeup.test_page import end
from paperlayout.cli.main import cli
from paperlayout.issue.values import BadValue, page_numbers
from paperlayout.page import Frame, GlyphRun, Rule
from paperlayout.parallel import planned
from paperlayout.pipeline import Timings, load, make_up, pdf
from paperlayout.plan.kept_layout import NOTHING_KEPT

INSIDE = [2, 3, 4]


def inside(number: int) -> Made:
    return made(f"four-pages/{number}")


def frame(page: Made, kind: str) -> Frame:
    return next(f for f in page.page.frames if f.kind == kind)


def words(runs: Frame) -> dict[str, GlyphRun]:
    return {"".join(g.text for g in item.glyphs): item for item in runs.items if isinstance(item, GlyphRun)}


def run(args: list[str]) -> Result:
    return CliRunner().invoke(cli, args)


def test_only_the_front_page_has_a_nameplate() -> None:
    kinds = [{f.kind for f in page.frames} for page in edition("four-pages")[0].pages]
    assert ["nameplate" in k for k in kinds] == ["credits" in k for k in kinds] == [True, False, False, False]
    assert ["folio_line" in k for k in kinds] == [False, True, True, True]


@pytest.mark.parametrize("number", INSIDE)
def test_numeral_and_accent_stand_at_the_outer_edge(number: int) -> None:
    page = inside(number)
    folio = frame(page, "folio_line")
    said = words(folio)
    edge = page.page.type_area.x0 if number % 2 == 0 else page.page.type_area.x1
    numeral, paper = said[str(number)].at.x, said["江湾工会"].at.x
    assert abs(numeral - edge) < 20 and abs(paper - edge) > 900
    accent = max((i for i in folio.items if isinstance(i, Rule)), key=lambda rule: rule.weight)
    assert accent.start.x == edge and abs(accent.end.x - edge) == pytest.approx(page.page.grid.column)
    assert not folio.copy and page.page.name in said and "责任编辑 何晓蔓　校对 解文汐" in said and "2024年6月18日　星期二" in said


@pytest.mark.parametrize("number", INSIDE)
def test_nothing_in_the_folio_line_touches(number: int) -> None:
    spans = sorted((run.at.x, end(run)) for run in words(frame(inside(number), "folio_line")).values())
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_a_long_section_name_keeps_clear_of_the_date() -> None:
    issue, kit = edition("four-pages")[0].issue, edition("four-pages")[1]
    name = replace(issue.pages[1].name, value="基层工会组织建设与职工技能素质提升工程专版特刊之一二三四五六")
    pages = (issue.pages[0], replace(issue.pages[1], name=name), *issue.pages[2:])
    found = Made(make_up(replace(issue, pages=pages), kit, chosen=(2,)), kit)
    said = words(frame(found, "folio_line"))
    run = said[name.value]
    assert run.size < kit.house.look.folio.section.size and run.at.x + run.glyphs[-1].x + run.size < said["2024年6月18日　星期二"].at.x


def test_body_of_inside_pages_begins_on_row_three() -> None:
    for number in INSIDE:
        assert min(f.cells.row for f in inside(number).page.frames if f.cells and f.kind in ("headline", "body", "figure")) <= 3


def test_the_number_of_pages_is_that_of_the_issue() -> None:
    whole, kit = edition("four-pages")
    assert "今日4版" in (frame(made("four-pages"), "nameplate").text or "")
    assert [(page.number, page.label, page.name) for page in make_up(whole.issue, kit, chosen=(1, 3)).pages] == [(1, "01", "要闻"), (3, "03", "民生")]


def test_chosen_pages_are_made_up_as_in_the_whole_issue() -> None:
    whole, kit = edition("four-pages")
    assert make_up(whole.issue, kit, chosen=(3,)).pages == (whole.pages[2],)


def test_findings_know_their_page() -> None:
    whole = edition("four-pages")[0]
    assert {d.page for d in whole.diagnostics} <= {1, 2, 3, 4} and whole.diagnostics
    for page in whole.pages:
        assert page.diagnostics == tuple(d for d in whole.diagnostics if d.page == page.number)


def test_labels_and_bookmarks_name_every_page(tmp_path: Path) -> None:
    path = tmp_path / "four.pdf"
    path.write_bytes(pdf(*edition("four-pages"), Timings()))
    with pikepdf.open(path) as document, document.open_outline() as outline:
        assert [str(entry["/P"]) for entry in list(document.Root.PageLabels.Nums)[1::2]] == ["01", "02", "03", "04"]
        assert [item.title for item in outline.root] == ["01 要闻", "02 基层·服务", "03 民生", "04 副刊"]
        stories = [[story.id for story in page.stories] for page in edition("four-pages")[0].pages]
        assert [len(item.children) for item in outline.root] == [len(ids) for ids in stories]


def test_ids_are_unique_in_the_issue() -> None:
    named = [f.story for page in edition("four-pages")[0].pages for f in page.frames if f.kind == "headline"]
    assert len(named) == len(set(named))


def test_build_of_some_pages(tmp_path: Path) -> None:
    for name in ("paper.yaml", "图片", "four-pages"):  # a build keeps its make-up beside the issue
        source, target = FOLDERS["four-pages"].parent / name, tmp_path / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    out = tmp_path / "some.pdf"
    done = run(["build", str(tmp_path / "four-pages"), "--pages", "2、4", "-o", str(out)])
    assert done.exit_code == 0, done.output
    with pikepdf.open(out) as document:
        assert [str(entry["/P"]) for entry in list(document.Root.PageLabels.Nums)[1::2]] == ["02", "04"]


@pytest.mark.parametrize(("typed", "numbers"), [("1", (1,)), ("1,3-4", (1, 3, 4)), ("３－４，1", (1, 3, 4)), ("2-2", (2,)), ("4,4", (4,))])
def test_pages_as_typed(typed: str, numbers: tuple[int, ...]) -> None:
    assert page_numbers(typed, 4) == numbers


@pytest.mark.parametrize("typed", ["5", "0", "1-9", "4-2", "all", "1,,2", ""])
def test_pages_that_are_not_there(typed: str) -> None:
    with pytest.raises(BadValue):
        page_numbers(typed, 4)
    if typed:
        done = run(["build", str(FOLDERS["four-pages"]), "--pages", typed])
        assert done.exit_code == 2 and "版" in done.output


def test_pages_made_up_in_processes_of_their_own_are_the_same_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    whole, kit = edition("four-pages")
    issue, _ = load(FOLDERS["four-pages"], Timings())
    kept = planned(issue, (1, 2, 3, 4), NOTHING_KEPT)
    assert [page.number for page in kept.pages] == [1, 2, 3, 4]
    assert make_up(issue, kit, kept=kept).pages == whole.pages


def test_an_issue_no_process_can_read_is_left_to_the_line_of_stages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    issue, _ = load(FOLDERS["four-pages"], Timings())
    assert planned(replace(issue, file=tmp_path / "gone.yaml"), (1, 2, 3, 4), NOTHING_KEPT) == NOTHING_KEPT
