"""The bounds in pyproject.toml are true: with the lowest versions they allow, every verb does its work and the page is the same page."""

import json
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLE, missing, program
from fresh import BIN, run
from PIL import Image
from preview.served import served

from paperlayout.cli.main import VERBS

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
EXTRAS = PROJECT["optional-dependencies"]
BOUNDS = {"what it needs": PROJECT["dependencies"], "what builds it": PYPROJECT["build-system"]["requires"], **EXTRAS}
UNREACHED = ("Failed to establish a new connection", "Temporary failure in name resolution", "Read timed out")

WORK = {
    "build issues/2021-06 --layout layout.json": "issues/2021-06/build/2021-06.pdf",
    "build pages/four-pages": "pages/four-pages/build/four-pages.pdf",
    "check issues/2021-06 --press": "",
    "check issues/2021-06 --list 全部": "",
    "fit 职工之家 --explain": "",
    "fonts issues/2021-06": "",
    "schema --install .": ".vscode",
    "rules L201": "",
    "info issues/2021-06": "",
    "export issues/2021-06 --to html,epub,png,txt": "issues/2021-06/build/export",
    "press issues/2021-06": "issues/2021-06/build/2021-06-付印.pdf",
    "press issues/2021-06 --standard x1a --marks full -o x1a.pdf": "x1a.pdf",
    "press pages/four-pages --impose --spread 2-3": "pages/four-pages/build/four-pages-付印-拼版.pdf",
    "proof issues/2021-06": "issues/2021-06/build",
    "proof pages/four-pages --form 对版 --gray -o proof.pdf": "proof.pdf",
    "new issues/2021-08": "issues/2021-08/issue.yaml",
    "import services.docx --to issues/2021-08": "issues/2021-08/稿件",
    "completion bash": "",
}
"""What is run, in this order, and what must be there afterwards. The preview has a test of its own."""


def lowest(requirements: list[str]) -> list[str]:
    return [requirement.split(",")[0].replace(">=", "==") for requirement in requirements]


def fetched(python: Path, *arguments: str | Path) -> None:
    """Installs from the package index; where there is none the tests end."""
    try:
        run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *arguments, cwd=python.parent)
    except AssertionError as fault:
        if any(word in str(fault) for word in UNREACHED):
            missing("the package index cannot be reached")
        raise


def oldest_python() -> str:
    """The oldest Python that the project allows."""
    version = PROJECT["requires-python"].removeprefix(">=")
    return sys.executable if version == f"{sys.version_info.major}.{sys.version_info.minor}" else program(f"python{version}")


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds paperlayout, built and run with nothing newer than it asks for."""
    folder = tmp_path_factory.mktemp("lowest")
    run(oldest_python(), "-m", "venv", folder, cwd=ROOT)
    found = folder / BIN / "python"
    fetched(found, "--only-binary", ":all:", *lowest(BOUNDS["what it needs"] + BOUNDS["what builds it"] + EXTRAS["heic"]))
    fetched(found, "--no-deps", "--no-build-isolation", ROOT)
    return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with issues to work on and a manuscript."""
    folder = tmp_path_factory.mktemp("desk")
    for source in (SAMPLE.parent, ROOT / "tests" / "pages"):
        shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("build", "*.py", "版样.json"))
    shutil.copy(ROOT / "tests/importing/word/services.docx", folder)
    return folder


@pytest.mark.parametrize("name", BOUNDS)
def test_every_requirement_has_a_lower_bound(name: str) -> None:
    assert not [r for r in BOUNDS[name] if not re.fullmatch(r"[\w.-]+>=[\w.]+(,<\d+)?", r)]


def test_every_verb_is_run() -> None:
    assert {command.split()[0] for command in WORK} | {"preview"} == set(VERBS)


@pytest.mark.slow
def test_the_lowest_versions_are_what_is_installed(python: Path) -> None:
    run(python, "-m", "pip", "check", cwd=python.parent)
    found = json.loads(run(python, "-m", "pip", "list", "--format", "json", cwd=python.parent))
    versions = {canonical(one["name"]): one["version"] for one in found}
    for requirement in BOUNDS["what it needs"]:
        name, bound = requirement.split(",")[0].split(">=")
        assert re.fullmatch(re.escape(bound) + r"(\.0)*", versions[canonical(name)]), requirement


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def worked(python: Path, desk: Path, command: str) -> str:
    """What went wrong with a command."""
    try:
        run(python, "-m", "paperlayout", *command.split(), cwd=desk)
    except AssertionError as fault:
        return f"{command}: {fault}"
    return "" if (desk / WORK[command]).exists() else f"{command}: left no {WORK[command]}"


@pytest.mark.slow
def test_every_verb_does_its_work(python: Path, desk: Path) -> None:
    faults = [fault for command in WORK if (fault := worked(python, desk, command))]
    assert not faults, "\n\n".join(faults)


@pytest.mark.slow
def test_the_page_is_the_same_page(python: Path, desk: Path, layout: object) -> None:
    run(python, "-m", "paperlayout", "build", "issues/2021-06", "--fresh", "--layout", "fresh.json", cwd=desk)
    assert json.loads((desk / "fresh.json").read_text(encoding="utf-8")) == json.loads(json.dumps(layout))


@pytest.mark.slow
def test_photos_of_the_newest_formats_are_read(python: Path, desk: Path) -> None:
    """HEIC, and AVIF, which came late to Pillow."""
    issue = desk / "issues" / "2021-06"
    shutil.copy(ROOT / "tests/photo/phone.heic", issue / "图片")
    with Image.open(issue / "图片/党史定向赛.jpg") as photo:
        photo.save(issue / "图片/党史定向赛.avif")
    text = (issue / "issue.yaml").read_text(encoding="utf-8").replace("健康服务点.jpg", "phone.heic").replace("党史定向赛.jpg", "党史定向赛.avif")
    (issue / "newest.yaml").write_text(text, encoding="utf-8")
    run(python, "-m", "paperlayout", "build", issue / "newest.yaml", cwd=desk)


@pytest.mark.slow
def test_the_preview_shows_a_page(python: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.chdir(desk)
    with served(desk / "issues/2021-06/issue.yaml", python=python) as running:
        (page,) = running.wait(lambda state: bool(state["pages"]))["pages"]
        assert running.get(f"picture/{page['digest']}-75.jpg").body.startswith(b"\xff\xd8")
    assert running.process.returncode == 0
