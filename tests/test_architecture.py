"""The architecture page is true: every path and name it tells is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:\.py|/))`", PAGE)))
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
INSIDE = ("item.py",)
"""Files that every home of a kind has."""
ELSEWHERE = ("src", "docs", "tests", "fonts")
"""Folders beside `src/paperlayout/`."""


@pytest.mark.parametrize("path", PATHS)
def test_every_path_is_there(path: str) -> None:
    assert path in INSIDE or (ROOT / "src" / "paperlayout" / path).exists() or (path.split("/")[0] in ELSEWHERE and (ROOT / path).exists())


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([A-Z][A-Za-z]+)[`(\[]", PAGE))))
def test_every_type_is_there(name: str) -> None:
    assert re.search(rf"^class {name}\b", SOURCE, re.MULTILINE)


def test_it_is_one_page() -> None:
    assert len(PATHS) > 40 and len(PAGE) < 11_000
