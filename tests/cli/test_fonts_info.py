"""fonts, info and completion."""

import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, SAMPLE, program
from packaging.requirements import Requirement

from paperlayout import __version__
from paperlayout.cli.main import VERBS, cli


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments])


def test_every_face_is_listed_with_its_use() -> None:
    rows = json.loads(run("fonts", "--format", "json").stdout)
    assert [row["id"] for row in rows] == sorted(f.stem for f in (ROOT / "fonts").glob("*.ttf"))
    use = {row["id"]: row["roles"] for row in rows}
    assert use["song-400"] == ["正文"] and "小标题" in use["hei-900"] and use["brush-400"] == ["报名"] and use["kai-300"] == []
    assert all(row["characters"] > 6000 for row in rows)
    assert "宋体" in run("fonts").stdout


def test_the_sample_has_every_character() -> None:
    done = run("fonts", SAMPLE)
    assert done.exit_code == 0 and "缺" not in done.stdout and "song-400   全有" in done.stdout


def test_what_is_lent_and_what_is_missing() -> None:
    found = {one["id"]: one for one in json.loads(run("fonts", "龘字\ue123", "--format", "json").stdout)}
    assert found["hei-900"]["lent"] == {"song-400": "龘"} and found["song-400"]["lent"] == {}
    assert found["song-400"]["missing"] == [{"char": "\ue123", "code": "U+E123"}]
    done = run("fonts", "字\ue123")
    assert done.exit_code == 1 and "U+E123" in done.stdout


def test_coverage_of_files(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_bytes("龘".encode("gb18030"))
    assert "由 song-400 代：龘" in run("fonts", tmp_path / "稿.txt").stdout
    assert run("fonts", ROOT / "tests/importing/word/services.docx").exit_code == 0
    assert run("fonts", tmp_path / "没有.yaml").exit_code == 1


def test_the_folder_of_the_fonts() -> None:
    assert (Path(run("fonts", "--path").stdout.strip()) / "song-400.ttf").is_file()


def test_info_says_versions_paths_and_what_differs() -> None:
    data = json.loads(run("info", SAMPLE, "--format", "json").stdout)
    assert data["program"]["paperlayout"] == __version__ and data["packages"]["click"]
    assert data["paper"]["paper.yaml"] == str(SAMPLE.parent / "paper.yaml")
    assert data["paper"]["composition.latin_gap"] == "0.125（内置 0.25）"
    text = run("info", SAMPLE).stdout
    assert all(word in text for word in ("程序", "依赖", "LibreOffice", "嘉定工会"))


def test_info_lists_the_dependencies_and_nothing_else() -> None:
    needed = [Requirement(line) for line in metadata.requires("paperlayout") or ()]
    names = [one.name for one in needed if not one.marker or one.marker.evaluate({"extra": ""})]
    listed = json.loads(run("info", "--format", "json").stdout)["packages"]
    assert listed == {name: metadata.version(name) for name in names} and "pikepdf" in listed and "pytest" not in listed


def test_info_where_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> NoReturn:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    listed = json.loads(run("info", "--format", "json").stdout)["packages"]
    assert listed and set(listed.values()) == {"没有安装"}
    monkeypatch.setattr(metadata, "requires", missing)
    data = json.loads(run("info", "--format", "json").stdout)
    assert data["packages"] == {} and data["program"]["paperlayout"] == __version__


def test_info_in_an_empty_folder(tmp_path: Path) -> None:
    data = json.loads(run("info", tmp_path, "--format", "json").stdout)
    assert data["paper"]["稿单"] == "没有找到"


def test_a_broken_paper_stops_none_of_the_small_verbs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with it is for check to tell."""
    (tmp_path / "paper.yaml").write_text("报名：x\n  y: [", encoding="utf-8")
    (tmp_path / "稿.txt").write_text("夜校\n夜校开课那天，教室里坐满了人。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for arguments in (("info",), ("fonts",), ("fit", "字", "--text"), ("import", "稿.txt"), ("new", "2021-07")):
        assert run(*arguments).exit_code == 0, arguments


# -- completion


def completed(shell: str, words: str, at: int, **more: str) -> str:
    environment = os.environ | {"_PAPERLAYOUT_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": str(at), **more}
    command = [sys.executable, "-c", "import sys; sys.argv = ['paperlayout']; from paperlayout.cli.main import main; main()"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_a_script_and_how_to_install_it(shell: str) -> None:
    done = run("completion", shell)
    assert done.exit_code == 0 and "_PAPERLAYOUT_COMPLETE" in done.stdout and done.stdout.startswith("# 写进") | done.stdout.startswith("# 存成")


def test_bash_completes_verbs_options_and_values() -> None:
    script = (
        'eval "$(python -m paperlayout completion bash)"\n'
        'try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _paperlayout_completion paperlayout; echo "${COMPREPLY[*]}"; }\n'
        "try paperlayout ex\ntry paperlayout export --pp\ntry paperlayout export --to html,e\ntry paperlayout completion z\n"
    )
    here = str(Path(sys.executable).parent)
    done = subprocess.run([program("bash"), "-c", script], env=os.environ | {"PATH": here + os.pathsep + os.environ["PATH"]}, capture_output=True, text=True)
    assert done.stdout.split("\n")[:4] == ["export", "--ppi", "html,epub", "zsh"], done.stderr


def test_the_other_shells_are_answered() -> None:
    assert set(completed("bash", "paperlayout ", 1).split("\n")) >= {f"plain,{verb}" for verb in VERBS}
    assert "export" in completed("zsh", "paperlayout exp", 1)
    assert "export" in completed("fish", "paperlayout exp", 1, COMP_CWORD="exp")


def test_an_unknown_shell_is_wrong_use() -> None:
    assert CliRunner().invoke(cli, ["completion"], env={"SHELL": "/bin/tcsh", "PSModulePath": ""}).exit_code == 2
