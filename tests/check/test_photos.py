"""Photos as an editor is told of them: pixels for the size they stand at, and what to look at."""

from pathlib import Path

import pytest
from PIL import Image

from paperlayout.check.photos import GOOD_PPI, coarse_photos, looked_over
from paperlayout.geometry import Rect
from paperlayout.grid import Grid
from paperlayout.issue.content import Photo
from paperlayout.page import Cells, Frame, Page

GRID = Grid(columns=6, rows=92, column=157.5, column_gap=15.75, leading=15.75, body_size=10.5)


def page(pixels: int, columns: int) -> Page:
    """A page with one photo so many pixels wide over so many columns."""
    from paperlayout.geometry import Size

    width = columns * GRID.column + (columns - 1) * GRID.column_gap
    figure = Frame(id="f", kind="figure", rect=Rect(0, 0, width, 300), cells=Cells(0, 0, columns, 20), ppi=round(pixels / width * 72))
    return Page(number=1, label="01", name="", size=Size(1105, 1545), type_area=Rect(0, 0, 1000, 1400), grid=GRID, frames=(figure,))


def test_the_cure_names_pixels_and_a_width_that_will_do() -> None:
    (one,) = coarse_photos(page(720, 3))
    assert one.code == "F302" and "只有 103 像素/英寸，印出来会模糊" in one.message
    assert one.hint == "换一张至少 1260 像素宽的原图（现 721）；或写“栏数: 1”，可达 330 像素/英寸"


def test_the_widest_that_is_good_is_offered() -> None:
    (one,) = coarse_photos(page(1000, 4))
    assert "略低于" not in one.message and "写“栏数: 2”，可达 217 像素/英寸" in one.hint
    (slight,) = coarse_photos(page(900, 2 + 1))
    assert "略低于印刷要求" in slight.message


def test_one_column_can_only_have_a_better_picture() -> None:
    (one,) = coarse_photos(page(300, 1))
    assert one.hint == "换一张至少 400 像素宽的原图（现 300）"
    assert list(coarse_photos(page(round(157.5 / 72 * GOOD_PPI) + 1, 1))) == []


def photo(folder: Path, name: str, mode: str, **saved: object) -> Photo:
    file = folder / name
    Image.new(mode, (60, 40), 0).save(file, **saved)
    return Photo(id="p1", file=file)


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize(
    ("name", "mode", "saved", "code", "words"),
    [
        ("a.jpg", "RGB", {"exif": turned(6)}, "F303", "顺时针转 90 度"),
        ("a.jpg", "RGB", {"exif": turned(8)}, "F303", "逆时针转 90 度"),
        ("a.jpg", "RGB", {"exif": turned(3)}, "F303", "转 180 度"),
        ("a.jpg", "CMYK", {}, "F308", "CMYK"),
        ("a.png", "RGBA", {}, "F309", "透明"),
        ("a.jpg", "RGB", {"exif": turned(1)}, None, ""),
        ("a.jpg", "L", {}, None, ""),
        ("a.jpg", "CMYK", {"icc_profile": b"profile"}, None, ""),
    ],
)
def test_what_an_editor_should_look_at(name: str, mode: str, saved: dict[str, object], code: str | None, words: str, tmp_path: Path) -> None:
    one = photo(tmp_path, name, mode, **saved)
    found = list(looked_over([one, one]))
    assert [each.code for each in found] == ([code] if code else [])
    assert all(words in each.message and name in each.message for each in found)


def test_a_file_that_cannot_be_opened_was_told_elsewhere(tmp_path: Path) -> None:
    assert list(looked_over([Photo(id="p", file=tmp_path / "none.jpg"), Photo(id="q", file=Path())])) == []
