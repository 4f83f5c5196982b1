"""build and check: what is written and where, what is said and how, and the exit status."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import copied

from paperlayout.cli import output
from paperlayout.cli.main import cli

FIELDS = {"code", "severity", "message", "hint", "file", "line", "column", "end_line", "end_column", "page", "story", "fix"}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample elsewhere."""
    return copied(tmp_path_factory.mktemp("cli"))


@pytest.fixture(scope="module")
def tidy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, for a paper that does not mind where spaces are typed."""
    issue = copied(tmp_path_factory.mktemp("tidy"))
    paper = issue.parent.parent / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "检查: {C310 数字间空格: 关}\n", encoding="utf-8")
    return issue


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a field misspelt and a photo that is not there."""
    return copied(tmp_path_factory.mktemp("broken"), lambda t: t.replace("  - 标题: 菊园", "  - 标提: 菊园").replace("图片/健康服务点.jpg", "图片/没有.jpg"))


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with its lead in a box, which a lead never is: a warning."""
    return copied(tmp_path_factory.mktemp("warned"), lambda t: t.replace("头条:\n", "头条:\n  样式: 加框\n"))


def rest(folder: Path) -> list[str]:
    """Files that are left over from writing."""
    return [f.name for f in folder.rglob("*") if f.is_file() and (f.suffix == ".part" or f.name.startswith("."))]


# -- where the PDF goes


def test_the_pdf_stands_under_build_and_its_path_is_said(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(issue.parent.parent)
    done = run("build", issue.parent)
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"{Path('2021-06/build/2021-06.pdf')}\n", "")
    assert (issue.parent / "build" / "2021-06.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(f.name for f in (issue.parent / "build").iterdir()) == [".cache", "2021-06.pdf"]


def test_the_current_folder_is_the_issue_when_none_is_named(issue: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(issue.parent)
    assert run("build", "-o", tmp_path / "x.pdf").exit_code == 0 and (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    ("target", "written"), [("a.pdf", "a.pdf"), ("new/deep/b.pdf", "new/deep/b.pdf"), ("there", "there/2021-06.pdf"), ("made/", "made/2021-06.pdf")]
)
def test_o_names_a_file_or_a_folder(target: str, written: str, issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    done = run("build", issue, "-o", target)
    assert (done.exit_code, done.stdout) == (0, f"{Path(written)}\n")
    assert (tmp_path / written).read_bytes().startswith(b"%PDF-")
    assert rest(tmp_path) == []


def test_o_dash_writes_to_stdout_alone(issue: Path, sample_pdf: Path) -> None:
    done = run("build", issue, "-o", "-")
    assert done.exit_code == 0 and done.stdout_bytes == sample_pdf.read_bytes()


def test_an_issue_named_otherwise_names_its_pdf(issue: Path, tmp_path: Path) -> None:
    other = copied(tmp_path).rename(tmp_path / "2021-06" / "六月号.yaml")
    assert run("build", other).exit_code == 0
    assert (other.parent / "build" / "六月号.pdf").exists()


def test_the_layout_is_written_beside(issue: Path, layout, tmp_path: Path) -> None:
    done = run("build", issue, "-o", tmp_path / "x.pdf", "--layout", tmp_path / "x.json")
    assert done.exit_code == 0
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8")) == json.loads(json.dumps(layout))
    assert rest(tmp_path) == []


def test_timings_are_told_on_stderr(issue: Path, tmp_path: Path) -> None:
    done = run("build", issue, "-o", tmp_path / "x.pdf", "--timings")
    assert re.findall(r"^(\w+) +\d+ ms$", done.stderr, re.M)[-1] == "total"
    assert len(done.stdout.splitlines()) == 1


# -- whole or not at all


def test_an_old_pdf_is_left_alone_when_the_issue_is_broken(broken: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"yesterday's")
    assert run("build", broken, "-o", old).exit_code == 1
    assert old.read_bytes() == b"yesterday's" and rest(tmp_path) == []


def test_an_old_pdf_is_left_alone_when_writing_fails(issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"yesterday's")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.os, "replace", full)
    assert run("build", issue, "-o", old).exit_code != 0
    assert old.read_bytes() == b"yesterday's" and rest(tmp_path) == []


def test_a_new_pdf_replaces_the_old_and_may_be_read_by_all(issue: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"yesterday's")
    assert run("build", issue, "-o", old).exit_code == 0
    assert old.read_bytes().startswith(b"%PDF-")
    if os.name == "posix":
        assert old.stat().st_mode & 0o777 == 0o644


# -- what is said


def test_short_is_a_line_a_finding(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken.parent.parent)
    done = run("check", "2021-06", "--format", "short")
    lines = done.stdout.splitlines()
    assert done.exit_code == 1 and len(lines) >= 2
    for line in lines:
        assert re.fullmatch(r"2021-06/issue\.yaml:\d+:\d+: (错误|警告|提示) [A-Z]\d{3} \S.*", line), line
    assert any("标提" in line and "标题" in line for line in lines) and any("没有.jpg" in line for line in lines)


def test_json_holds_every_field_of_the_contract(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken.parent.parent)
    done = run("check", "2021-06", "--format", "json")
    found = json.loads(done.stdout)
    assert done.exit_code == 1 and found
    source = broken.read_text(encoding="utf-8").splitlines()
    for one in found:
        assert set(one) == FIELDS and one["severity"] in ("error", "warning", "note")
        assert one["file"] == "2021-06/issue.yaml"
    misspelt = next(one for one in found if "标提" in one["message"])
    assert source[misspelt["line"] - 1][misspelt["column"] - 1 :].startswith("标提")


def test_json_of_nothing_is_an_empty_list(tidy: Path) -> None:
    done = run("check", tidy, "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)) == (0, [])


def test_github_marks_the_lines(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken.parent.parent)
    done = run("check", "2021-06", "--format", "github")
    assert done.exit_code == 1
    assert all(re.match(r"::(error|warning|notice) file=2021-06/issue\.yaml,line=\d+,col=\d+,title=[A-Z]\d{3}::", line) for line in done.stdout.splitlines())


def test_text_shows_the_line_and_the_cure(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken.parent.parent)
    done = run("check", "2021-06")
    place, text = re.search(r"^2021-06/issue\.yaml:(\d+):\d+ 错误 \w+ .*标提.*$", done.stdout, re.M), done.stdout
    assert place and f"{place[1]} │   - 标提" in text and "~~~~" in text and "办法：" in text


def test_check_says_on_stdout_and_build_on_stderr(broken: Path) -> None:
    checked, built = run("check", broken, "--format", "short"), run("build", broken, "--format", "short")
    assert built.stderr and set(built.stderr.splitlines()) <= set(checked.stdout.splitlines())
    assert checked.stderr == built.stdout == ""


def test_check_of_a_good_issue_finds_nothing(tidy: Path) -> None:
    done = run("check", tidy)
    assert (done.exit_code, done.stdout) == (0, "")
    assert re.fullmatch(r"没有发现问题。全期 \d{4} 字，按万分之三最多 1 处差错（1\.\d\d）；标题里的一处算两处\n", done.stderr)
    assert not list(tidy.parent.glob("*.pdf"))


# -- exit status


def test_warnings_fail_only_when_strict(warned: Path, tmp_path: Path) -> None:
    assert run("check", warned).exit_code == 0
    assert run("check", warned, "--strict").exit_code == 1
    assert run("build", warned, "-o", tmp_path / "x.pdf").exit_code == 0
    assert run("build", warned, "-o", tmp_path / "y.pdf", "--strict").exit_code == 1
    assert (tmp_path / "x.pdf").exists() and not (tmp_path / "y.pdf").exists()


def test_exit_zero_is_for_scripts(broken: Path) -> None:
    done = run("check", broken, "--exit-zero", "--format", "short")
    assert done.exit_code == 0 and "错误" in done.stdout


@pytest.mark.parametrize("verb", ["build", "check"])
def test_an_issue_that_is_not_there_is_wrong_use(verb: str, tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path / "none", tmp_path):
        done = run(verb, path)
        assert done.exit_code == 2 and "Traceback" not in done.output and done.output


@pytest.mark.parametrize("verb", ["build", "check"])
@pytest.mark.parametrize("data", [b"\xff\xfe\xff\xff\xff", b"\x89PNG\r\n\x1a\n\x00\x00", "日期: 2021-06-15\n".encode() + b"\x81\x20\xff\xff"])
def test_an_issue_that_cannot_be_decoded_is_wrong_use(verb: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "issue.yaml").write_bytes(data)
    done = run(verb, tmp_path)
    assert done.exit_code == 2 and "issue.yaml" in done.output


def test_a_syntax_error_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "issue.yaml").write_text("日期: 2021-06-15\n头条: [\n", encoding="utf-8")
    done = run("build", tmp_path, "--format", "short")
    assert done.exit_code == 1 and re.search(r"错误 Y\d{3}", done.stderr)


@pytest.mark.parametrize("arguments", [("build", "--format", "xml"), ("build", "--nonsense"), ("check", "a", "b"), ("fit",), ("fit", "字", "--measure", "x")])
def test_wrong_use_is_said_so(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2
