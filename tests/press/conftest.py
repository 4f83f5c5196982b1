"""Fixtures of the press tests: files made once, and the real validators."""

from pathlib import Path

import pytest
from conftest import missing
from java import Missing

from paperlayout.issue.house import PressProfile
from paperlayout.pipeline import document_info
from paperlayout.press.finish import Pressed, press_file
from press.pages import four_pages, photo, pressed, small_page
from press.verapdf import VeraPDF


@pytest.fixture(scope="session")
def verapdf() -> VeraPDF:
    """The reference validator of PDF/A and PDF/UA; without it the test skips, and under CI it fails."""
    try:
        return VeraPDF()
    except Missing as why:
        missing(f"veraPDF cannot run: {why}")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Pressed:
    """The small page pressed to PDF/X-4."""
    return pressed(small_page(photo(tmp_path_factory.mktemp("photo"))))


@pytest.fixture(scope="session")
def four(sample) -> Pressed:
    """Four broadsheet pages pressed to PDF/X-4."""
    edition, kit = sample
    from paperlayout.photo.pixels import Darkroom

    return press_file(four_pages(edition), document_info(edition.issue), kit, Darkroom(Path()).develop, PressProfile())


@pytest.fixture(scope="session")
def issue_of_pages() -> Pressed:
    """A made-up issue of four pages with marks round them."""
    from makeup.pages import edition

    from paperlayout.pipeline import darkroom

    whole, kit = edition("four-pages")
    press = PressProfile(marks="full")
    return press_file(whole.pages, document_info(whole.issue), kit, darkroom(whole.issue, kit, press).develop, press)


@pytest.fixture(scope="session")
def four_file(four: Pressed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("four") / "four.pdf"
    path.write_bytes(four.data)
    return path
