"""schema: printed, and installed into a folder for VS Code."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from paperlayout.cli.main import cli
from paperlayout.loading.schema import issue_schema, paper_schema


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["schema", *(str(a) for a in arguments)])


def test_it_is_printed() -> None:
    assert json.loads(run().stdout) == issue_schema() and json.loads(run("--paper").stdout) == paper_schema()


def test_install_writes_only_into_dot_vscode(tmp_path: Path) -> None:
    done = run(tmp_path, "--install")
    assert done.exit_code == 0 and {p.parent.name for p in tmp_path.rglob("*.json")} == {".vscode"}
    assert sorted(Path(line).name for line in done.stdout.splitlines()) == ["extensions.json", "issue.schema.json", "paper.schema.json", "settings.json", "tasks.json"]
    assert json.loads((tmp_path / ".vscode" / "extensions.json").read_text(encoding="utf-8")) == {"recommendations": ["redhat.vscode-yaml"]}


def test_install_twice_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path, "--install")
    before = {p.name: p.read_bytes() for p in (tmp_path / ".vscode").iterdir()}
    run(tmp_path, "--install")
    assert {p.name: p.read_bytes() for p in (tmp_path / ".vscode").iterdir()} == before


def test_own_settings_are_kept_and_backed_up(tmp_path: Path) -> None:
    home = tmp_path / ".vscode"
    home.mkdir()
    (home / "settings.json").write_text('{"editor.fontSize": 18}', encoding="utf-8")
    (home / "tasks.json").write_text("{ // 我的\n}", encoding="utf-8")
    done = run(tmp_path, "--install")
    assert json.loads((home / "settings.json").read_text(encoding="utf-8"))["editor.fontSize"] == 18
    assert (home / "settings.json.bak").read_text(encoding="utf-8") == '{"editor.fontSize": 18}'
    assert (home / "tasks.json").read_text(encoding="utf-8") == "{ // 我的\n}" and (home / "tasks.paperlayout.json").exists()
    assert "tasks.paperlayout.json" in done.stderr


def test_a_new_issue_names_the_installed_schema(tmp_path: Path) -> None:
    run(tmp_path, "--install")
    CliRunner().invoke(cli, ["new", str(tmp_path / "2021" / "2021-07")])
    first = (tmp_path / "2021" / "2021-07" / "issue.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../.vscode/issue.schema.json"
