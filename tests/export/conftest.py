"""A paper of four pages, made up once, exported once."""

from pathlib import Path

import pytest
from conftest import ROOT

from paperlayout.cli.export import ExportOrder
from paperlayout.export.paper import DigitalPaper, digital_paper
from paperlayout.pipeline import Timings, load, make_up, open_kit

FOUR_PAGES = ROOT / "tests" / "pages" / "four-pages"


@pytest.fixture(scope="session")
def edition():
    issue, _ = load(FOUR_PAGES, Timings())
    kit = open_kit(issue)
    return make_up(issue, kit), kit


@pytest.fixture(scope="session")
def paper(edition) -> DigitalPaper:
    return digital_paper(edition[0])


@pytest.fixture(scope="session")
def exported(edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with html/ and 四版.epub in it."""
    folder = tmp_path_factory.mktemp("导出 一")
    order = ExportOrder(*edition, Timings(), folder, "四版")
    list(order.html())
    list(order.epub())
    return folder
