"""Habits of Windows: byte-order marks, CRLF, backslashes, GBK, names with spaces and Chinese, files held open by a viewer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import copied

from paperlayout import atomic as whole
from paperlayout.cli import output
from paperlayout.cli.main import cli

ENCODINGS = {"bom": "utf-8-sig", "gbk": "gb18030", "utf-16": "utf-16"}


def run(*arguments: str | Path):
    return CliRunner().invoke(cli, [str(a) for a in arguments])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_issue_typed_on_windows_builds_the_same_page(encoding: str, sample_pdf: Path, tmp_path: Path) -> None:
    folder = tmp_path / "嘉定 工会报（6月）"
    folder.mkdir()
    issue = copied(folder)
    for file in (issue, folder / "paper.yaml"):
        text = file.read_text(encoding="utf-8").replace("图片/", "图片\\").replace("\n", "\r\n")
        file.write_bytes(text.encode(ENCODINGS[encoding]))
    done = run("build", issue.parent, "-o", tmp_path / "a.pdf")
    assert done.exit_code == 0 and (tmp_path / "a.pdf").read_bytes() == sample_pdf.read_bytes()


def test_the_paper_may_be_named_with_backslashes(tmp_path: Path) -> None:
    issue = copied(tmp_path, lambda t: "报纸: ..\\资料\\paper.yaml\n" + t)
    (tmp_path / "资料").mkdir()
    (tmp_path / "paper.yaml").rename(tmp_path / "资料" / "paper.yaml")
    done = run("check", issue)
    assert "F305" not in done.stdout and done.exit_code == 0


@pytest.mark.parametrize("written", ['"图片\\工匠风采展.jpg"', '"图片\\nanhu.jpg"'])
def test_a_backslash_in_english_quotes_has_a_message_with_a_cure(written: str, tmp_path: Path) -> None:
    """YAML takes a backslash in double quotes for an escape."""
    issue = copied(tmp_path, lambda t: t.replace("图片/工匠风采展.jpg", written))
    done = run("check", issue)
    assert done.exit_code == 1 and "Y124" in done.stdout and "改成“/”" in done.stdout


# -- a PDF held open


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch):
    """Files that cannot be replaced, as on Windows while a viewer shows them."""
    names: set[str] = set()
    replace = os.replace

    def guarded(source: str, target: str | Path) -> None:
        if Path(target).name in names:
            raise PermissionError(13, "Access is denied", str(target))
        replace(source, target)

    monkeypatch.setattr(whole.os, "replace", guarded)
    return names


def test_a_pdf_held_open_is_left_and_ours_gets_another_name(held: set[str], tmp_path: Path) -> None:
    (tmp_path / "清样.pdf").write_bytes(b"old")
    held.add("清样.pdf")
    issue = copied(tmp_path)
    done = run("build", issue, "-o", tmp_path / "清样.pdf")
    assert done.exit_code == 0 and (tmp_path / "清样.pdf").read_bytes() == b"old"
    assert Path(done.stdout.strip()).name == "清样-2.pdf" and (tmp_path / "清样-2.pdf").read_bytes().startswith(b"%PDF-")
    assert "清样.pdf 正被别的程序打开" in done.stderr
    assert not [f for f in tmp_path.iterdir() if f.suffix == ".part"]


def test_the_second_name_may_be_held_too(held: set[str], tmp_path: Path) -> None:
    for name in ("a.pdf", "a-2.pdf"):
        (tmp_path / name).write_bytes(b"old")
        held.add(name)
    assert output.write_whole(tmp_path / "a.pdf", b"new") == tmp_path / "a-3.pdf"


def test_when_all_names_are_held_it_is_said(held: set[str], tmp_path: Path) -> None:
    for name in ("a.pdf", *(f"a-{i}.pdf" for i in range(2, 10))):
        (tmp_path / name).write_bytes(b"old")
        held.add(name)
    with pytest.raises(output.Unwritable):
        output.write_whole(tmp_path / "a.pdf", b"new")


def test_a_closed_folder_is_no_file_held_open(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")

    def closed(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(whole.tempfile, "mkstemp", closed)
    with pytest.raises(output.Unwritable, match="写不进去"):
        output.write_whole(tmp_path / "a.pdf", b"new")


# -- consoles


def spoken(*arguments: str, encoding: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run([sys.executable, "-m", "paperlayout", *arguments], capture_output=True, cwd=cwd, env=environment)


@pytest.mark.parametrize("encoding", ["gbk", "cp437"])
def test_no_console_ends_the_run(encoding: str, tmp_path: Path) -> None:
    """Characters a console lacks are written as their code points."""
    done = spoken("fit", "职工𬭎之家 😀 学习", "--text", encoding=encoding, cwd=tmp_path)
    assert done.returncode == 0 and b"Traceback" not in done.stderr
    assert "\\U0002cb4e" in done.stdout.decode(encoding)


def test_messages_on_a_gbk_console(tmp_path: Path) -> None:
    (tmp_path / "稿单.yaml").write_bytes("日期：2021-06-15\n头条:\n  标题: 𬭎\n".encode())
    done = spoken("check", "稿单.yaml", encoding="gbk", cwd=tmp_path)
    assert done.returncode == 1 and "冒号是全角" in done.stdout.decode("gbk")
    assert spoken("--help", encoding="gbk", cwd=tmp_path).stdout.decode("gbk").count("排版")


def test_a_fault_of_ours_is_told_on_any_console(tmp_path: Path) -> None:
    done = spoken("build", "没有\U0002cb4e.yaml", encoding="gbk", cwd=tmp_path)
    assert done.returncode == 2 and b"Traceback" not in done.stderr


def test_fit_reads_a_gbk_file(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_bytes("职工之家\r\n".encode("gbk"))
    done = run("fit", tmp_path / "稿.txt")
    assert done.exit_code == 0 and "职工之家" in done.stdout
