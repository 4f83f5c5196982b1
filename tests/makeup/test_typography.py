"""Rules that composing keeps by itself, on pages where they are broken on purpose."""

from dataclasses import replace

import pytest

from makeup.pages import ISSUES, made
from paperlayout.check.typography import finished_page
from paperlayout.geometry import Point
from paperlayout.page import Frame, GlyphRun, Page


def changed(page: Page, kind: str, change) -> Page:  # type: ignore[no-untyped-def]
    """The page with its first frame of a kind changed."""
    at = next(i for i, f in enumerate(page.frames) if f.kind == kind and len(f.set) > 2)
    return replace(page, frames=(*page.frames[:at], change(page.frames[at]), *page.frames[at + 1 :]))


def codes(page: Page) -> list[str]:
    return [d.code for d in finished_page(page, "gb")]


@pytest.mark.parametrize("name", sorted(ISSUES))
def test_a_made_up_page_breaks_none(name: str) -> None:
    assert [codes(page) for page in made(name).edition.pages] == [[] for _ in made(name).edition.pages]


@pytest.mark.parametrize("line", ["，开头的逗号", "结尾的左引号“"])
def test_a_mark_at_the_wrong_edge_is_told(line: str) -> None:
    assert codes(changed(made("sample").page, "body", lambda f: replace(f, set=(f.set[0], line, *f.set[2:]), ends=()))) == ["L347"]


def test_a_last_line_of_one_character_is_told() -> None:
    assert codes(changed(made("sample").page, "body", lambda f: replace(f, set=(*f.set[:2], "了。"), ends=(2,)))) == ["L347"]


def test_text_off_the_baseline_is_told() -> None:
    def dropped(frame: Frame) -> Frame:
        moved = tuple(replace(i, at=Point(i.at.x, i.at.y + 2)) if isinstance(i, GlyphRun) else i for i in frame.items)
        return replace(frame, items=moved)

    assert codes(changed(made("sample").page, "body", dropped)) == ["L348"]


def test_a_hole_is_told() -> None:
    assert codes(replace(made("sample").page, blank_cells=12)) == ["L349"]
