"""export: which files are written where, and what is said."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import copied
from PIL import Image

from paperlayout.cli.main import cli


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["export", *(str(a) for a in arguments)])


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("数字 报")).parent


def test_html_is_the_default_and_stands_under_build(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(issue)
    done = run()
    assert (done.exit_code, done.stdout) == (0, f"{Path('build/export/html/index.html')}\n")
    assert (issue / "build/export/html/2021-06.pdf").read_bytes()[:5] == b"%PDF-"


def test_several_formats_at_once(issue: Path, tmp_path: Path) -> None:
    done = run(issue, "--to", "txt，epub,png", "-o", tmp_path, "--ppi", "50")
    assert done.exit_code == 0
    written = [Path(line).relative_to(tmp_path).as_posix() for line in done.stdout.splitlines()]
    assert written[0] == "txt/2021-06.txt" and "2021-06.epub" in written and written[-1] == "png/2021-06-p1.png"
    picture = Image.open(io.BytesIO((tmp_path / "png/2021-06-p1.png").read_bytes()))
    assert picture.size == (768, 1073)


def test_an_unknown_format_is_wrong_use(issue: Path) -> None:
    done = run(issue, "--to", "docx")
    assert done.exit_code == 2 and "html, epub, png, txt" in done.stderr


def test_a_page_that_does_not_fit_is_exported_as_a_draft_only(tmp_path: Path) -> None:
    issue = copied(tmp_path, lambda t: t.replace("    党史学习教育是牢记", "    党史学习教育是牢记" + "工会的工作。" * 500, 1))
    assert run(issue, "--to", "txt").exit_code == 1 and not (issue.parent / "build").exists()
    assert run(issue, "--to", "txt", "--draft").exit_code == 1 and (issue.parent / "build/export/txt").is_dir()
