"""版样 on the command line: kept beside the issue, refitted, chosen among alternatives, explained."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from paperlayout.cli.main import cli


def copied_pages(name: str, folder: Path) -> Path:
    """One of the issues under tests/pages in a folder of its own."""
    import shutil

    pages = ROOT / "tests" / "pages"
    shutil.copytree(pages / name, folder / name, ignore=shutil.ignore_patterns("build", "版样.json"))
    shutil.copytree(pages / "图片", folder / "图片")
    shutil.copy(pages / "paper.yaml", folder)
    return folder / name


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words))


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return copied_pages("six-stories", tmp_path)


def test_a_build_keeps_its_make_up_and_a_second_one_is_the_same(issue: Path) -> None:
    assert run("build", str(issue)).exit_code == 0
    kept, first = (issue / "版样.json").read_bytes(), (issue / "build" / "six-stories.pdf").read_bytes()
    assert [page["number"] for page in json.loads(kept)["pages"]] == [1]
    assert run("build", str(issue)).exit_code == 0
    assert ((issue / "版样.json").read_bytes(), (issue / "build" / "six-stories.pdf").read_bytes()) == (kept, first)


def test_an_alternative_is_drawn_chosen_and_kept(issue: Path) -> None:
    drawn = run("build", str(issue), "--alternatives", "3")
    assert drawn.exit_code == 0
    files = drawn.stdout.split()
    assert [Path(f).name for f in files] == ["第1版-1.png", "第1版-2.png", "第1版-3.png"][: len(files)] and len(files) >= 2
    assert not (issue / "build" / "six-stories.pdf").exists()
    run("build", str(issue))
    first = (issue / "build" / "six-stories.pdf").read_bytes()
    assert run("build", str(issue), "--choose", "1:2").exit_code == 0
    second = (issue / "build" / "six-stories.pdf").read_bytes()
    assert second != first
    assert json.loads((issue / "版样.json").read_text(encoding="utf-8"))["pages"][0]["chosen"] is True
    run("build", str(issue))
    assert (issue / "build" / "six-stories.pdf").read_bytes() == second
    run("build", str(issue), "--fresh")
    assert (issue / "build" / "six-stories.pdf").read_bytes() == first


@pytest.mark.parametrize("typed", ["x", "9:1", "1:99", "0", "1:0"])
def test_a_choice_there_is_not_is_wrong_use(issue: Path, typed: str) -> None:
    result = run("build", str(issue), "--choose", typed)
    assert result.exit_code == 2
    assert "--choose" in result.output


def test_a_spoilt_file_is_told_and_not_used(issue: Path) -> None:
    run("build", str(issue))
    first = (issue / "build" / "six-stories.pdf").read_bytes()
    (issue / "版样.json").write_text("{坏", encoding="utf-8")
    result = run("build", str(issue))
    assert result.exit_code == 0 and "L346" in result.stderr
    assert (issue / "build" / "six-stories.pdf").read_bytes() == first
    assert json.loads((issue / "版样.json").read_text(encoding="utf-8"))["format"] == 1


def test_explain_names_every_story_and_the_cost(issue: Path) -> None:
    said = run("build", str(issue), "--explain").stderr
    layout = run("build", str(issue), "--layout", str(issue / "build" / "layout.json"))
    assert layout.exit_code == 0
    page = json.loads((issue / "build" / "layout.json").read_text(encoding="utf-8"))["pages"][0]
    for story in page["stories"]:
        assert story["title"] in said or story["rank"] == 4
    assert "第 1 版" in said and "扣分" in said


def test_only_build_and_the_make_up_are_written(issue: Path) -> None:
    before = {p.name for p in issue.iterdir()}
    run("build", str(issue))
    assert {p.name for p in issue.iterdir()} - before == {"build", "版样.json"}
