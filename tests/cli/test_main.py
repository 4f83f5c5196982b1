"""The command itself: its verbs, and what becomes of a fault of ours."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from paperlayout import __version__
from paperlayout.cli import main as main_module
from paperlayout.cli.main import VERBS, cli, main


def called(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    """The exit status of the command as the shell would see it."""
    monkeypatch.setattr(sys, "argv", ["paperlayout", *(str(a) for a in arguments)])
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_help_lists_the_verbs_in_chinese() -> None:
    done = CliRunner().invoke(cli, ["--help"])
    assert done.exit_code == 0 and "命令" in done.stdout
    for verb, (_, _, doc) in VERBS.items():
        assert f"  {verb}" in done.stdout and doc[:6] in done.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help_in_chinese(verb: str) -> None:
    done = CliRunner().invoke(cli, [verb, "--help"])
    assert done.exit_code == 0 and any("\u4e00" <= char <= "\u9fff" for char in done.stdout)


def test_the_version_is_said() -> None:
    assert __version__ in CliRunner().invoke(cli, ["--version"]).stdout


@pytest.mark.parametrize("arguments", [("bulid",), ("build", "--nonsense")])
def test_an_unknown_verb_or_option_is_wrong_use(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(monkeypatch, *arguments) == 2
    told = capsys.readouterr()
    assert told.out == "" and arguments[-1] in told.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("bulid",), "没有 bulid 这个命令，是不是 build？"), (("lint",), "是不是 check？"), (("呜呜",), "没有 呜呜 这个命令。命令有：build"),
        (("build", "--nonsense"), "没有 --nonsense 这个选项"), (("build", "a", "b"), "多写了：b"), (("fit",), "没有写 '文字或文件'"), (("check", "--format", "xml"), "没有“xml”"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_chinese(arguments: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(monkeypatch, *arguments) == 2
    told = capsys.readouterr().err
    assert words in told and "用法：" in told and not re.search(r"Usage|Error|Try|No such", told)


def test_wrong_use_is_told_in_english_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(monkeypatch, "check", "--lang", "en", "--nonsense") == 2
    assert "No such option" in capsys.readouterr().err


def test_a_fault_of_ours_is_one_line_and_a_report(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("the planner fell over")

    monkeypatch.setattr("paperlayout.pipeline.load", fails)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert called(monkeypatch, "build", tmp_path) == 3
    told = capsys.readouterr()
    (report,) = tmp_path.glob("paperlayout-*.txt")
    assert told.out == "" and len(told.err.splitlines()) == 1
    assert str(report) in told.err and "Traceback" not in told.err
    text = report.read_text(encoding="utf-8")
    assert "the planner fell over" in text and "Traceback" in text and __version__ in text


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("paperlayout.pipeline.load", stopped)
    assert called(monkeypatch, "build", tmp_path) == 130


@pytest.mark.parametrize("status", [0, 1, 2])
def test_the_verbs_exit_status_is_the_commands(status: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(main_module.cli, "main", lambda **_: sys.exit(status))
    assert called(monkeypatch) == status


def test_it_runs_as_a_module_in_any_locale(tmp_path: Path) -> None:
    """Chinese comes out as UTF-8 even where the locale knows only ASCII."""
    done = subprocess.run(
        [sys.executable, "-m", "paperlayout", "--help"], capture_output=True, cwd=tmp_path, env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": ""}
    )
    assert done.returncode == 0 and "命令" in done.stdout.decode()
