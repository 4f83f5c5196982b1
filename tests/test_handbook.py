"""The handbook tells what is so: the commands of its ten steps work as they are written, and its pages are built without a warning."""

import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, missing

sys.path.insert(0, str(ROOT / "docs"))

import pictures

from paperlayout.cli.main import cli

STEPS = (ROOT / "docs" / "ten-steps.md").read_text(encoding="utf-8")
WAITS = "preview"
"""The one command that does not end by itself."""
COPY = "江湾镇职工书屋开放夜读\n本报讯 9月1日起，江湾镇总工会把三家职工书屋的开放时间延长到晚上十点。\n（江湾镇总工会）\n"


def commands() -> list[list[str]]:
    """The commands of the ten steps in order."""
    lines = (line for block in re.findall(r"^```sh\n(.*?)^```$", STEPS, re.MULTILINE | re.DOTALL) for line in block.splitlines())
    return [words[1:] for line in lines if (words := shlex.split(line))[0] == "paperlayout"]


def test_there_are_ten_steps() -> None:
    assert re.findall(r"^## (\d+) ", STEPS, re.MULTILINE) == [str(n) for n in range(1, 11)]
    assert {words[0] for words in commands()} >= {"new", "import", "check", "rules", "build", "preview", "proof", "press", "export"}


@pytest.mark.slow
def test_the_ten_steps_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "issues", tmp_path / "issues", ignore=shutil.ignore_patterns("build", "__pycache__"))
    (tmp_path / "来稿").mkdir()
    (tmp_path / "来稿" / "书屋.txt").write_text(COPY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for words in commands():
        if words[0] != WAITS:
            done = CliRunner().invoke(cli, words)
            assert done.exit_code == 0, (words, done.output)
    assert "职工书屋" in (tmp_path / "issues" / "2021-08" / "issue.yaml").read_text(encoding="utf-8")
    build = tmp_path / "issues" / "2021-06" / "build"
    assert all((build / name).is_file() for name in ("2021-06.pdf", "2021-06-校样.pdf", "2021-06-付印.pdf", "export/2021-06.epub"))


def test_chinese_lines_are_joined_but_not_in_code() -> None:
    code = "```\n头条\n正文\n```"
    assert pictures.on_page_markdown(f"一行，\n又一行。\n\n- 一条\n- 又一条\n\n{code}") == f"一行，又一行。\n\n- 一条\n- 又一条\n\n{code}"


@pytest.mark.slow
def test_the_handbook_is_built(tmp_path: Path) -> None:
    if not find_spec("material"):
        missing("mkdocs-material is not installed")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "rules" / "pictures" / "tombstone-bad.png").is_file()
