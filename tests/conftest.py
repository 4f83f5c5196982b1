"""Fixtures all tests share: the sample issue made up once, and programs that must be there under CI."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "issues" / "2021-06"


def program(name: str) -> str:
    """The path of a system program; without it the test skips, and under CI it fails."""
    found = shutil.which(name)
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")


@pytest.fixture(scope="session")
def sample():
    """The sample issue as an edition, with its kit."""
    from paperlayout.pipeline import Timings, load, make_up, open_kit

    issue, _ = load(SAMPLE, Timings())
    kit = open_kit(issue)
    return make_up(issue, kit), kit


@pytest.fixture(scope="session")
def sample_pdf(sample, tmp_path_factory) -> Path:
    """The sample's PDF in a file."""
    from paperlayout.pipeline import Timings, pdf

    path = tmp_path_factory.mktemp("sample") / "2021-06.pdf"
    path.write_bytes(pdf(*sample, Timings()))
    return path
