"""What really comes onto the plates, as Ghostscript separates them: overprint, knock-out, ink limits, marks."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from conftest import program
from PIL import Image

from paperlayout.geometry import Point, Rect
from paperlayout.issue.house import PressProfile
from paperlayout.page import Ink, Outline, Picture, Rule, Tint
from paperlayout.press.finish import Pressed
from paperlayout.press.inkmap import CELL
from press.pages import PAPER, RED, SPOT, frame, line, page, photo, pressed, small_page

DPI = 144
PLATES = ("Cyan", "Magenta", "Yellow", "Black")


@dataclass(frozen=True)
class Plates:
    """The plates of a page by name, ink from 0 to 1."""

    by_name: dict[str, np.ndarray]

    def at(self, plate: str, box: Rect) -> np.ndarray:
        scale = DPI / 72
        return self.by_name[plate][round(box.y0 * scale) : round(box.y1 * scale), round(box.x0 * scale) : round(box.x1 * scale)]

    @property
    def total(self) -> np.ndarray:
        return 100 * np.sum([self.by_name[name] for name in PLATES], axis=0)


def separated(data: bytes, folder: Path, overprint: bool = True, trim: bool = True, smooth: int = 1) -> Plates:
    """The first page through Ghostscript's tiffsep."""
    (folder / "in.pdf").write_bytes(data)
    subprocess.run(
        [program("gs"), "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}", "-dLastPage=1", *(["-dUseTrimBox"] if trim else []),
         f"-dGraphicsAlphaBits={smooth}", f"-dTextAlphaBits={smooth}", f"-dOverprint=/{'enable' if overprint else 'disable'}", f"-sOutputFile={folder}/s.tif", folder / "in.pdf"],
        check=True, capture_output=True,
    )  # fmt: skip
    found = {path.stem[2:-1]: 1 - np.asarray(Image.open(path).convert("L"), dtype=float) / 255 for path in folder.glob("s(*).tif")}
    return Plates(found)


GROUND = Rect(20, 100, 280, 200)


LIGHT = Ink("light", 30, 0, 20, 0)


def over(item, ground: Ink = LIGHT):
    return page(frame("g", "tint", Tint(GROUND.corners(), ground), story=None), frame("t", "body", item, copy=True))


@pytest.mark.parametrize("item", [line("国国国国国国", Point(40, 160), face="hei-900", size=24), Rule(Point(40, 150), Point(260, 150), 2), Outline(Rect(40, 120, 260, 180), 2)])
def test_black_type_and_rules_print_over_the_ground(item, tmp_path: Path) -> None:
    data = pressed(over(item)).data
    plates, knocked = separated(data, tmp_path), separated(data, tmp_path, overprint=False)
    black = plates.at("Black", GROUND) > 0.95
    assert black.sum() > 200
    assert np.allclose(plates.at("Cyan", GROUND)[black], 0.3, atol=0.01)
    assert knocked.at("Cyan", GROUND)[black].mean() < 0.01, "the test itself sees a knock-out"


@pytest.mark.parametrize("item", [line("国国国国国国", Point(40, 160), PAPER, "hei-900", 24), line("国国国国国国", Point(40, 160), RED, "hei-900", 24)])
def test_white_and_red_knock_out(item, tmp_path: Path) -> None:
    plates = separated(pressed(over(item, Ink("dark", 30, 0, 0, 80))).data, tmp_path)
    out = plates.at("Black", GROUND) < 0.05
    assert out.sum() > 1000 and plates.at("Cyan", GROUND)[out].max() < 0.01


def test_a_plant_may_have_black_knock_out(tmp_path: Path) -> None:
    made = pressed(over(line("国国国国国国", Point(40, 160), face="hei-900", size=24)), press=PressProfile(overprint_black=False))
    plates = separated(made.data, tmp_path)
    assert plates.at("Cyan", GROUND)[plates.at("Black", GROUND) > 0.95].max() < 0.01
    assert "P203" not in {found.code for found in made.report.diagnostics}


def dark_photo(folder: Path) -> Path:
    path = folder / "dark.jpg"
    Image.new("CMYK", (900, 600), (130, 110, 110, 210)).save(path, quality=95)
    return path


@pytest.mark.parametrize(("size", "prints_over"), [(12.0, True), (60.0, False)])
def test_on_a_dark_photo_small_black_type_prints_over_and_large_knocks_out(size: float, prints_over: bool, tmp_path: Path) -> None:
    shown = frame("p", "figure", Picture(Rect(20, 60, 280, 240), str(dark_photo(tmp_path)), Rect(0, 0, 1, 1), "夜"))
    made = pressed(page(shown, frame("t", "byline", line("国国国国", Point(30, 200), face="hei-900", size=size), copy=True)))
    plates = separated(made.data, tmp_path)
    type_ = plates.at("Black", Rect(30, 200 - size, 270, 200)) > 0.95
    cyan = plates.at("Cyan", Rect(30, 200 - size, 270, 200))[type_]
    assert type_.sum() > 50 and (cyan.min() > 0.4 if prints_over else cyan.max() < 0.05)
    if not prints_over:
        assert plates.total.max() <= 241


def test_a_named_ink_has_its_own_plate(tmp_path: Path) -> None:
    made = pressed(over(line("国国国国国国", Point(40, 160), SPOT, "hei-900", 24)))
    plates = separated(made.data, tmp_path)
    names = [name for name in plates.by_name if name not in PLATES]
    assert len(names) == 1 and plates.at(names[0], GROUND).max() > 0.95 and plates.by_name["Magenta"].max() < 0.01
    assert made.manifest["pages"][0]["plates"] == ["青", "黄", "专色 185"]


def window_max(total: np.ndarray) -> float:
    """The heaviest 15 mm² window of a page, on the same raster of cells as preflight's."""
    side = round(2 * CELL * DPI / 72)
    sums = np.cumsum(np.cumsum(np.pad(total, ((1, 0), (1, 0))), 0), 1)
    boxes = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    return float(boxes.max() / side**2)


def test_ink_on_photos_is_measured_as_ghostscript_has_it(tmp_path: Path) -> None:
    made = pressed(small_page(photo(tmp_path, (120, 100, 90, 60), "CMYK")))
    measured = made.report.pages[0].heaviest.ink
    assert measured == pytest.approx(window_max(separated(made.data, tmp_path).total[:, : 300 * DPI // 72]), abs=2)


@pytest.mark.parametrize("face", ["song-400", "hei-900"])
@pytest.mark.parametrize("size", [9.0, 16.0, 23.0, 40.0])
@pytest.mark.parametrize("levels", [(60, 50, 50, 20), (130, 110, 110, 100)])
def test_ink_of_type_on_a_photo_is_never_told_too_low(face: str, size: float, levels: tuple[int, ...], tmp_path: Path) -> None:
    """The share of its em box that small type is counted with errs on the safe side, and not by more than type has itself."""
    Image.new("CMYK", (900, 600), levels).save(tmp_path / "a.jpg", quality=95)
    shown = frame("p", "figure", Picture(Rect(20, 60, 280, 240), str(tmp_path / "a.jpg"), Rect(0, 0, 1, 1), "夜"))
    text = "国鑫囊疆" * 4
    lines = [line(text[: int(240 / size)], Point(30, 80 + (i + 1) * size * 1.2), face=face, size=size) for i in range(int(140 / size / 1.2))]
    made = pressed(page(shown, frame("t", "byline", *lines, copy=True)), press=PressProfile(ink_limit=400))
    measured, real = made.report.pages[0].heaviest.ink, window_max(separated(made.data, tmp_path, smooth=4).total[:, : 300 * DPI // 72])
    assert real - 3 <= measured <= real + 60, (measured, real)


def test_ink_of_the_sample_is_measured_as_ghostscript_has_it(sample, tmp_path: Path) -> None:
    from paperlayout.pipeline import Timings, press

    made = press(*sample, sample[0].issue.house.press[0], Timings())
    measured, real = made.report.pages[0].heaviest.ink, window_max(separated(made.data, tmp_path).total)
    assert abs(measured - real) <= 3, (measured, real)
    assert real <= 240


def test_marks_stand_on_every_plate_and_outside_the_trim(tmp_path: Path) -> None:
    bare, marked = pressed(small_page(photo(tmp_path))), pressed(small_page(photo(tmp_path)), press=PressProfile(marks="full"))
    inside = separated(bare.data, tmp_path), separated(marked.data, tmp_path)
    for plate in PLATES:
        assert np.abs(inside[0].by_name[plate] - inside[1].by_name[plate]).max() < 0.02, "the trimmed page is the same"
    whole = separated(marked.data, tmp_path, trim=False)
    for plate in PLATES:
        ink = whole.by_name[plate]
        corner = ink[: (34 * 2), : (34 * 2)]
        assert corner.max() > 0.9, f"no crop mark on {plate}"
        middle = ink.shape[1] // 2
        assert ink[: (30 * 2), middle - 30 : middle + 30].max() > 0.9, f"no registration mark on {plate}"


def test_a_press_file_of_the_whole_edition_renders(four: Pressed, four_file: Path, tmp_path: Path) -> None:
    done = subprocess.run([program("gs"), "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", four_file], capture_output=True, text=True)
    assert done.returncode == 0 and not done.stdout + done.stderr
