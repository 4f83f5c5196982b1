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


@pytest.mark.slow
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


SPOILT = {
    "cut short": b'{"format": 1, "pages": [',
    "conflict": '{\n<<<<<<< 甲\n "format": 1,\n=======\n "format": 1,\n>>>>>>> 乙\n "pages": []\n}\n'.encode(),
    "other encoding": '{"format": 1, "备注": "版样"}'.encode("gb18030"),
    "newer": b'{"format": 99, "pages": []}',
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_file_that_cannot_be_read_is_told_not_used_and_kept_as_bak(issue: Path, name: str) -> None:
    run("build", str(issue))
    first, kept = (issue / "build" / "six-stories.pdf").read_bytes(), (issue / "版样.json").read_bytes()
    (issue / "版样.json").write_bytes(SPOILT[name])
    result = run("build", str(issue))
    assert result.exit_code == 0 and "L346" in result.stderr and "改名为 版样.json.bak" in result.stderr
    assert ("更新的 paperlayout" in result.stderr) == (name == "newer")
    assert (issue / "build" / "six-stories.pdf").read_bytes() == first
    assert (issue / "版样.json").read_bytes() == kept
    assert (issue / "版样.json.bak").read_bytes() == SPOILT[name]
    assert "L346" not in run("build", str(issue)).stderr


@pytest.mark.slow
def test_what_was_kept_as_bak_is_not_written_over(issue: Path) -> None:
    for number in (1, 2, 3):
        (issue / "版样.json").write_text(f"{{坏{number}", encoding="utf-8")
        run("build", str(issue))
    kept = {path.name: path.read_text(encoding="utf-8") for path in issue.glob("*.bak")}
    assert kept == {"版样.json.bak": "{坏1", "版样.json.2.bak": "{坏2", "版样.json.3.bak": "{坏3"}


def test_verbs_that_only_read_leave_a_spoilt_file_where_it_is(issue: Path) -> None:
    (issue / "版样.json").write_text("{坏", encoding="utf-8")
    assert "L346" in run("check", str(issue)).output
    assert {path.name for path in issue.iterdir() if "版样" in path.name} == {"版样.json"}


def test_a_spoilt_file_that_cannot_be_renamed_is_not_written_over(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "held open")

    (issue / "版样.json").write_text("{坏", encoding="utf-8")
    monkeypatch.setattr(Path, "rename", refused)
    result = run("build", str(issue))
    assert result.exit_code == 0 and "没有盖掉它" in result.stderr
    assert (issue / "版样.json").read_text(encoding="utf-8") == "{坏"


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
