"""A preview for each test that changes the issue, one for all others of a file, and its page in the browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import copied
from playwright.sync_api import Browser, Page

from .served import Served, served


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Served]:
    """The sample issue under preview."""
    with served(copied(tmp_path)) as running:
        yield running


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample issue under a preview that is only looked at."""
    with served(copied(tmp_path_factory.mktemp("standing"))) as running:
        yield running


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The preview of the test in a browser, its first page on the screen. A script error fails the test."""
    preview: Served = request.getfixturevalue("preview" if "preview" in request.fixturenames else "standing")
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    opened.goto(preview.url, wait_until="load")
    built(opened, 1)
    yield opened
    opened.close()
    assert not faults


def built(page: Page, number: int) -> None:
    """Waits until that build's pixels are on the screen."""
    page.locator(f'body[data-build="{number}"]').wait_for(state="attached", timeout=60_000)
