"""编者按 and 编后 of several paragraphs stay several: on the page, on the web and as plain text."""

import shutil

import pytest
from conftest import ROOT

from paperlayout.edition import Edition
from paperlayout.export.markup import article
from paperlayout.export.paper import digital_paper
from paperlayout.export.text import text_files
from paperlayout.page import GlyphRun
from paperlayout.pipeline import Timings, load, make_up, open_kit

NOTE = ("驿站的灯亮了三年，职工的脚步就是答案。", "本报今日刊出这组报道，请读者评说。")
AFTERWORD = ("灯亮着，门开着。", "人心就暖了。")
WRITTEN = "".join(f"  {name}: |\n" + "".join(f"    {line}\n" for line in lines) for name, lines in (("编者按", NOTE), ("编后", AFTERWORD)))
STOOD = {"editor_note": [f"编者按：{NOTE[0]}", NOTE[1]], "end_note": [f"编后：{AFTERWORD[0]}", AFTERWORD[1]]}


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A page of one story, with notes of two paragraphs before and after it."""
    folder, pages = tmp_path_factory.mktemp("notes"), ROOT / "tests" / "pages"
    shutil.copytree(pages / "图片", folder / "图片")
    shutil.copy(pages / "paper.yaml", folder)
    (folder / "x").mkdir()
    text = (pages / "one-story" / "issue.yaml").read_text(encoding="utf-8")
    (folder / "x" / "issue.yaml").write_text(text.replace("  正文: |\n", f"{WRITTEN}  正文: |\n"), encoding="utf-8")
    issue, _ = load(folder / "x", Timings())
    return make_up(issue, open_kit(issue))


@pytest.mark.parametrize("kind", STOOD)
def test_each_paragraph_of_a_note_is_one_on_the_page(noted: Edition, kind: str) -> None:
    frames = [frame for frame in noted.pages[0].frames if frame.kind == kind]
    assert [line for frame in frames for line in (frame.text or "").split("\n")] == STOOD[kind]


def test_each_paragraph_of_a_note_begins_set_in_by_two_characters(noted: Edition) -> None:
    """Of two lines each: the first is set in from the second."""
    runs = [item for frame in noted.pages[0].frames if frame.kind == "editor_note" for item in frame.items if isinstance(item, GlyphRun)]
    left = {y: min(run.at.x for run in runs if run.at.y == y) for y in sorted({run.at.y for run in runs})}
    first, second, third, fourth = left.values()
    assert (first - second, third - fourth) == (pytest.approx(2 * runs[0].size, abs=0.01),) * 2


def test_each_paragraph_of_a_note_is_one_on_the_web_and_in_plain_text(noted: Edition) -> None:
    paper = digital_paper(noted)
    made = article(paper.stories[0], ())
    assert f"<h2>编者按</h2><p>{NOTE[0]}</p><p>{NOTE[1]}</p></aside>" in made
    assert f"<h2>编后</h2><p>{AFTERWORD[0]}</p><p>{AFTERWORD[1]}</p></aside>" in made
    lines = text_files(paper, "一版")["一版.txt"].decode("utf-8-sig").split("\r\n")
    assert [line for line in lines if any(line.endswith(told) for told in (*NOTE, *AFTERWORD))] == [line for lines in STOOD.values() for line in lines]
