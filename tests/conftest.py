"""Fixtures all tests share: the sample issue made up once, programs that must be there under CI, goldens."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "issues" / "2021-06"

settings.register_profile("paperlayout", deadline=None, derandomize=True)  # no clock and no chance in the suite
settings.load_profile("paperlayout")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write goldens that differ anew; the run still fails")


def missing(told: str) -> NoReturn:
    """Ends a test that lacks something outside the project: it skips, and under CI it fails."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(told)


def program(name: str) -> str:
    """The path of a system program; without it the test ends."""
    return shutil.which(name) or missing(f"{name} is not installed")


def copied(folder: Path, change=lambda text: text) -> Path:
    """The sample issue in a folder elsewhere, with its paper.yaml, its text changed."""
    issue = folder / "2021-06"
    shutil.copytree(SAMPLE, issue, ignore=shutil.ignore_patterns("build", "*.py", "__pycache__"))
    shutil.copy(SAMPLE.parent / "paper.yaml", folder)
    text = (SAMPLE / "issue.yaml").read_text(encoding="utf-8")
    (issue / "issue.yaml").write_text(change(text), encoding="utf-8")
    return issue / "issue.yaml"


@pytest.fixture(scope="session")
def sample():
    """The sample issue as an edition, with its kit."""
    from paperlayout.pipeline import Timings, load, make_up, open_kit

    issue, _ = load(SAMPLE, Timings())
    kit = open_kit(issue)
    return make_up(issue, kit), kit


@pytest.fixture(scope="session")
def layout(sample):
    """The sample's layout JSON."""
    from paperlayout.edition import layout

    return layout(sample[0])


@pytest.fixture(scope="session")
def sample_pdf(sample, tmp_path_factory) -> Path:
    """The sample's PDF in a file."""
    from paperlayout.pipeline import Timings, pdf

    path = tmp_path_factory.mktemp("sample") / "2021-06.pdf"
    path.write_bytes(pdf(*sample, Timings()))
    return path
