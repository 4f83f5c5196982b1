"""Other programs can call paperlayout: importing it is light, what it gives is what `build` writes, and the examples of the handbook run."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT

import paperlayout
from paperlayout.cli.main import cli

API, LAYOUT = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("api.md", "layout-json.md"))
ISSUES = ("issues/2021-06", pytest.param("tests/pages/four-pages", marks=pytest.mark.slow), pytest.param("issues/2021-07", marks=pytest.mark.slow))


def examples(page: str) -> str:
    """The examples of a page of the handbook, as one program."""
    return "\n".join(re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))


def copy_of(name: str, folder: Path) -> Path:
    """An issue with its paper and pictures in a folder elsewhere, without the make-up kept beside it."""
    home = folder / "paper"
    shutil.copytree((ROOT / name).parent, home, ignore=shutil.ignore_patterns("build", "__pycache__", "*版样.json"))
    return home / Path(name).name


def test_importing_it_loads_nothing() -> None:
    script = "import sys; before = set(sys.modules); import paperlayout; print(*(m for m in set(sys.modules) - before if m.split('.')[0] not in sys.stdlib_module_names))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["paperlayout"]


def test_every_name_it_offers_is_there_and_told() -> None:
    told = set(re.findall(r"`(\w+)", API))
    assert all(getattr(paperlayout, name) for name in paperlayout.__all__) and set(paperlayout.__all__) - {"__version__"} <= told
    with pytest.raises(AttributeError, match="no attribute 'make'"):
        paperlayout.make  # noqa: B018


def test_what_it_offers_is_typed(tmp_path: Path) -> None:
    assert (Path(paperlayout.__file__).parent / "py.typed").is_file()
    program = tmp_path / "program.py"
    program.write_text("import paperlayout\nreveal_type(paperlayout.render_pdf(paperlayout.make_up(paperlayout.load_issue('.'))))\npaperlayout.nothing\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", program], cwd=ROOT, capture_output=True, text=True)
    assert re.findall(r'program.py:(\d): (?:note: Revealed type is "(?:builtins\.)?(\w+)|error: Module has no (attribute))', done.stdout) == [
        ("2", "bytes", ""), ("3", "", "attribute")
    ], done.stdout  # fmt: skip


@pytest.mark.parametrize("name", ISSUES)
def test_the_pdf_is_the_one_that_build_writes(name: str, tmp_path: Path) -> None:
    folder = copy_of(name, tmp_path)
    drawn = [paperlayout.render_pdf(paperlayout.make_up(paperlayout.load_issue(str(folder))))]
    done = CliRunner().invoke(cli, ["build", str(folder), "-o", str(tmp_path / "built.pdf"), "--layout", str(tmp_path / "built.json")])
    assert done.exit_code == 0, done.output
    issue = paperlayout.load_issue(folder / "issue.yaml")
    kit = paperlayout.open_kit(issue)
    edition = paperlayout.make_up(issue, kit)
    assert issue.kept.pages and json.loads((tmp_path / "built.json").read_text(encoding="utf-8")) == paperlayout.layout(edition)
    assert {*drawn, paperlayout.render_pdf(edition, kit)} == {(tmp_path / "built.pdf").read_bytes()}


def test_the_copy_is_corrected_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    folder = copy_of("tests/pages/one-story", tmp_path)
    text = (folder / "issue.yaml").read_text(encoding="utf-8")
    (folder / "issue.yaml").write_text(text.replace("，", ",", 1), encoding="utf-8")
    (folder / "版样.json").write_text("{", encoding="utf-8")
    issue = paperlayout.load_issue(folder)
    assert "L346" in {one.code for one in issue.diagnostics} and issue.kept == paperlayout.KeptLayout()
    assert "," not in "".join(block.text for article in issue.issue.pages[0].every_article for block in article.body)
    with pytest.raises(paperlayout.IssueError) as fault:
        paperlayout.load_issue(tmp_path / "没有.yaml")
    assert [one.code for one in fault.value.diagnostics] == ["F100"]


def test_findings_name_the_lines_of_the_issue_read_last(tmp_path: Path) -> None:
    """An edit that only moves copy down the file moves what is said of it, whatever was remembered of the issue before."""
    folder = copy_of("tests/pages/one-story", tmp_path)
    before = paperlayout.make_up(paperlayout.load_issue(folder))
    (folder / "issue.yaml").write_text("# 一行\n# 两行\n" + (folder / "issue.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    after = paperlayout.make_up(paperlayout.load_issue(folder))
    lines = [[one.origin and one.origin.line for one in (*edition.diagnostics, *edition.pages[0].frames)] for edition in (before, after)]
    assert any(one.origin for one in before.diagnostics)
    assert lines[1] == [line and line + 2 for line in lines[0]]


def test_what_was_kept_is_kept_and_may_be_put_aside(tmp_path: Path) -> None:
    folder = copy_of("tests/pages/three-stories", tmp_path)
    CliRunner().invoke(cli, ["build", str(folder), "--alternatives", "2", "--choose", "2"])
    CliRunner().invoke(cli, ["build", str(folder), "--choose", "2"])
    issue = paperlayout.load_issue(folder)
    as_kept, anew = paperlayout.make_up(issue), paperlayout.make_up(issue, kept=paperlayout.KeptLayout())
    assert as_kept.pages != anew.pages and anew.pages == paperlayout.make_up(paperlayout.LoadedIssue(issue.issue)).pages


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    copy_of("issues/2021-06", tmp_path).parent.rename(tmp_path / "issues")
    monkeypatch.chdir(tmp_path)
    exec(examples(API), names := {})
    assert names["fits"] and Path("2021-06.pdf").read_bytes().startswith(b"%PDF") and "区总工会" in capsys.readouterr().out
    assert names["anew"].pages == names["first"].pages != names["renamed"].pages
    Path("2021-06.json").rename("版面.json")
    exec(examples(LAYOUT), {})
    assert "党史学习教育是牢记党的初心使命的重要途径" in capsys.readouterr().out
