"""裁切: the shape an editor asks for is the shape that is printed, round the 焦点."""

import re
from pathlib import Path

import pytest
from conftest import copied

from paperlayout.edition import Edition
from paperlayout.page import Picture
from paperlayout.pipeline import Timings, load, make_up, open_kit

FIRST = "  - 文件: 图片/工匠风采展.jpg\n"


def made(tmp_path: Path, fields: str) -> tuple[Edition, float, Picture]:
    """The sample with fields added to its first photo, that photo's own shape, and its picture on the page."""
    issue, _ = load(copied(tmp_path, lambda text: text.replace(FIRST, FIRST + fields)), Timings())
    kit = open_kit(issue)
    edition = make_up(issue, kit)
    (picture,) = (i for f in edition.pages[0].frames for i in f.items if isinstance(i, Picture) and "工匠风采展" in i.file)
    facts = next(facts for file, facts in kit.photos.items() if "工匠风采展" in file.name)
    return edition, facts.width / facts.height, picture


@pytest.mark.parametrize(("asked", "shape"), [("3:2", 1.5), ("1：1", 1.0), ("16:9", 16 / 9), ("2:3", 2 / 3), ("2:1", 2.0)])
def test_the_picture_has_the_shape_asked_for_to_the_nearest_row(tmp_path: Path, asked: str, shape: float) -> None:
    edition, own, picture = made(tmp_path, f"    裁切: {asked}\n")
    row = edition.pages[0].grid.leading
    assert abs(picture.rect.height - picture.rect.width / shape) <= max(row / 2, picture.rect.height * 0.05)
    assert own * picture.crop.width / picture.crop.height == pytest.approx(picture.rect.width / picture.rect.height)
    assert max(picture.crop.width, picture.crop.height) == pytest.approx(1)
    assert not [d for d in edition.diagnostics if d.code == "S401"]


def test_what_the_editor_cuts_off_is_not_counted_as_cut_by_the_program(tmp_path: Path) -> None:
    edition, _, picture = made(tmp_path, "    裁切: 1:1\n")
    assert picture.crop.width * picture.crop.height < 0.75
    assert edition.pages[0].elastic.photo_crop_max <= 0.16


@pytest.mark.parametrize(("focus", "left"), [("0% 50%", 0.0), ("100% 50%", 1.0), ("50% 50%", 0.5)])
def test_the_focus_stays_in_the_picture(tmp_path: Path, focus: str, left: float) -> None:
    text = (Path(__file__).parents[2] / "issues" / "2021-06" / "issue.yaml").read_text(encoding="utf-8")
    own = re.search(re.escape(FIRST) + r"(?:    .*\n)*", text)
    assert own is not None
    assert "焦点" not in own[0]
    _, _, picture = made(tmp_path, f"    裁切: 1:1\n    焦点: {focus}\n")
    assert picture.crop.x0 == pytest.approx(left * (1 - picture.crop.width), abs=1e-6)


def test_a_shape_no_page_has_room_for_is_told_with_a_cure(tmp_path: Path) -> None:
    issue, _ = load(copied(tmp_path, lambda text: text.replace(FIRST, FIRST + "    裁切: 100:1\n")), Timings())
    (said,) = (d for d in make_up(issue, open_kit(issue)).diagnostics if d.code == "L201")
    assert "裁切" in said.hint
    assert said.origin is not None
    assert said.origin.line == 37
