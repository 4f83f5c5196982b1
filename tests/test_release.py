"""One version, told in one place, and a CHANGELOG that is at it."""

import runpy
import subprocess
import sys
import tomllib

import pytest
from conftest import ROOT

from paperlayout import __version__

RELEASE = ROOT / ".github" / "release.py"
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
DATED = "# Changes\n\n## 1.2.0 — 2027-01-31\n\n### Added\n\n- One.\n\n## 1.1.0 — 2026-12-01\n\n- Two.\n"


def notes(tag: str, program: str, changes: str) -> str:
    return str(runpy.run_path(str(RELEASE))["notes"](tag, program, changes))


def test_the_version_stands_in_the_package_alone() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"] and "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/paperlayout/__init__.py"


def test_the_newest_section_of_the_changelog_is_this_version() -> None:
    newest = runpy.run_path(str(RELEASE))["SECTION"].search(CHANGES)
    assert newest and newest["version"] == __version__
    assert newest["day"] == "unreleased" or runpy.run_path(str(RELEASE))["DAY"].fullmatch(newest["day"])
    assert newest["text"].strip()


def test_the_notes_of_a_release_are_its_section() -> None:
    assert notes("v1.2.0", '"""Doc."""\n\n__version__ = "1.2.0"\n', DATED) == "### Added\n\n- One."


@pytest.mark.parametrize(
    ("tag", "version", "changes", "why"),
    [
        ("v1.3.0", "1.2.0", DATED, "the tag is v1.3.0"),
        ("1.2.0", "1.2.0", DATED, "the tag is 1.2.0"),
        ("v1.1.0", "1.1.0", DATED, "the newest section 1.2.0"),
        ("v1.2.0", "1.2.0", DATED.replace("2027-01-31", "unreleased"), "no day yet"),
        ("v1.2.0", "1.2.0", "# Changes\n", "no section"),
    ],
)
def test_a_tag_that_does_not_agree_is_no_release(tag: str, version: str, changes: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        notes(tag, f'__version__ = "{version}"\n', changes)


def test_a_wrong_tag_ends_the_workflow() -> None:
    done = subprocess.run([sys.executable, RELEASE, "v0.0.0"], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1 and done.stdout == "" and "v0.0.0" in done.stderr
