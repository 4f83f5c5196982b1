"""A preview for each test, and its page in the browser."""

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


@pytest.fixture
def page(browser: Browser, preview: Served) -> Iterator[Page]:
    """The preview in a browser, its first page on the screen. A script error fails the test."""
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
