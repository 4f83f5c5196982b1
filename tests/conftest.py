"""Fixtures all tests share: the sample issue made up once, programs that must be there under CI, goldens."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "issues" / "2021-06"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

settings.register_profile("paperlayout", deadline=None, derandomize=True)  # no clock and no chance in the suite
settings.load_profile("paperlayout")


TOGETHER = {"tests/export/test_epub.py": "java", "tests/press/test_standard.py": "java"}
"""Files whose tests share something costly, and its name."""
FIRST = ("tests/preview/test_session.py", "java", "tests/preview/test_browser.py", "tests/test_install.py", "tests/makeup/test_random_pages.py", "tests/test_code.py")
"""The longest groups of tests are begun first, so that no process is left alone with one at the end."""


def group(nodeid: str) -> str:
    """Tests that run in one process, one after another: those of a file, since what it makes once is made once, and of files that belong together."""
    file = nodeid.partition("::")[0]
    return TOGETHER.get(file, file)


class ByGroup(LoadScopeScheduling):
    """Hands whole groups to the processes. (xdist's own groups are marks written into the ids of tests, which pytest 9.2 no longer shows.)"""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByGroup:
    return ByGroup(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: FIRST.index(group(item.nodeid)) if group(item.nodeid) in FIRST else len(FIRST))


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
def browser() -> Iterator["Browser"]:
    """Chromium, one a process: a second would want an event loop of its own in the same thread."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program("chromium"), args=CHROMIUM)
        yield found
        found.close()


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
