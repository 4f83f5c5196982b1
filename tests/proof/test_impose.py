"""Imposition: which pages meet on a sheet, and that they are there whole, at full size, in the right halves."""

import io
import subprocess
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from conftest import program
from PIL import Image, ImageChops, ImageFilter

from paperlayout.press.impose import imposed, joined, printed_sheets


def named(count: int) -> list[str]:
    return [f"{pair.left or '-'}|{pair.right or '-'}" for pair in printed_sheets(count)]


@pytest.mark.parametrize(
    ("count", "sheets"),
    [
        (4, "4|1 2|3"), (8, "8|1 2|7 6|3 4|5"), (12, "12|1 2|11 10|3 4|9 8|5 6|7"), (16, "16|1 2|15 14|3 4|13 12|5 6|11 10|7 8|9"),
        (1, "-|1"), (2, "-|1 2|-"), (3, "-|1 2|3"), (6, "-|1 2|- 6|3 4|5"),
    ],
)  # fmt: skip
def test_pages_that_meet_on_a_sheet(count: int, sheets: str) -> None:
    assert named(count) == sheets.split()


@pytest.mark.parametrize("count", range(1, 33))
def test_folded_sheets_put_into_one_another_read_in_order(count: int) -> None:
    """Sheets folded and laid into each other: fronts and backs give each page once, and neighbours in the paper face each other."""
    found = [n for pair in printed_sheets(count) for n in (pair.left, pair.right) if n]
    assert sorted(found) == list(range(1, count + 1))
    for pair in printed_sheets(count):
        if pair.left and pair.right:
            assert pair.left + pair.right == -(-count // 4) * 4 + 1
            assert (pair.left % 2, pair.right % 2) == (0, 1)


def picture(data: bytes, page: int) -> Image.Image:
    file = pypdfium2.PdfDocument(data)
    try:
        return file[page].render(scale=0.6).to_pil().convert("RGB")
    finally:
        file.close()


def alike(a: Image.Image, b: Image.Image) -> bool:
    size = (min(a.width, b.width), min(a.height, b.height))
    assert abs(a.width - b.width) <= 2 and abs(a.height - b.height) <= 2
    far = ImageChops.difference(*(one.crop((0, 0, *size)).filter(ImageFilter.BoxBlur(2)) for one in (a, b))).convert("L").histogram()
    return sum(far[60:]) < 0.002 * size[0] * size[1]


def numbers(page: pikepdf.Page) -> list[str]:
    return [str(operands[0]) for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "Do"]


@pytest.mark.parametrize("count", [4, 8, 16])
def test_imposed_sheets_hold_the_pages_at_full_size(press_of: Callable, count: int) -> None:
    made = press_of(count)
    data = imposed(made.data)
    width, height = made.pages[0].size.width, made.pages[0].size.height
    with pikepdf.open(io.BytesIO(data)) as file:
        assert [numbers(page) for page in file.pages] == [[f"/P{pair.left}", f"/P{pair.right}"] for pair in printed_sheets(count)]
        for page in file.pages:
            assert [float(edge) for edge in page.trimbox] == pytest.approx([0, 0, 2 * width, height], abs=0.01)
    assert imposed(made.data) == data


def test_both_halves_are_the_pages_themselves(press_of: Callable) -> None:
    made = press_of(4)
    sheet, page = picture(imposed(made.data), 0), picture(made.data, 0)
    half = sheet.width // 2
    assert alike(sheet.crop((0, 0, half, sheet.height)), page)
    assert alike(sheet.crop((sheet.width - half, 0, sheet.width, sheet.height)), page)


def test_a_double_page_is_its_two_single_ones_side_by_side(press_of: Callable) -> None:
    """通版: pages 2 and 3 joined are, left and right of the middle, the single pages of the press file."""
    made = press_of(4)
    double = joined(made.data, 1, 2)
    with pikepdf.open(io.BytesIO(double)) as file:
        assert [numbers(page) for page in file.pages] == [["/P2", "/P3"]]
        assert [float(edge) for edge in file.pages[0].trimbox] == pytest.approx([0, 0, 2 * made.pages[0].size.width, made.pages[0].size.height], abs=0.01)
    sheet = picture(double, 0)
    half = sheet.width // 2
    assert alike(sheet.crop((0, 0, half, sheet.height)), picture(made.data, 1))
    assert alike(sheet.crop((sheet.width - half, 0, sheet.width, sheet.height)), picture(made.data, 2))


def test_marks_outside_the_trim_stay_outside(press_of: Callable) -> None:
    """A page with slug and crop marks is placed by its trim."""
    from dataclasses import replace

    from conftest import SAMPLE

    from paperlayout.photo.pixels import Darkroom
    from paperlayout.press.finish import press_file

    made = press_of(1)
    marked = press_file(made.pages * 2, made.info, made.kit, Darkroom(SAMPLE).develop, replace(made.kit.house.press[0], marks="full")).data
    sheet, page = picture(joined(marked, 0, 1), 0), picture(made.data, 0)
    assert alike(sheet.crop((0, 0, sheet.width // 2, sheet.height)), page)


def test_the_printing_condition_and_information_come_along(press_of: Callable, tmp_path) -> None:
    made = press_of(4)
    file = tmp_path / "imposed.pdf"
    file.write_bytes(imposed(made.data))
    with pikepdf.open(file) as imposed_file, pikepdf.open(io.BytesIO(made.data)) as source:
        (intent,) = imposed_file.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert intent.DestOutputProfile.read_bytes() == source.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        assert str(imposed_file.docinfo["/Title"]) == str(source.docinfo["/Title"])
        assert "/StructTreeRoot" not in imposed_file.Root
    assert subprocess.run([program("qpdf"), "--check", file], capture_output=True).returncode == 0
    fonts = subprocess.run([program("pdffonts"), file], capture_output=True, text=True).stdout.splitlines()[2:]
    assert fonts and all(line.split()[-5] == "yes" for line in fonts)


def test_the_imposed_file_stays_a_press_file(press_of: Callable) -> None:
    """Held to the same preflight as the file it is made of."""
    from paperlayout.geometry import Size
    from paperlayout.press.preflight import Expected, preflight

    made = press_of(4)
    size = Size(2 * made.pages[0].size.width, made.pages[0].size.height)
    report = preflight(imposed(made.data), (Expected(1, size), Expected(2, size)), made.kit.house.press[0])
    assert [found.code for found in report.diagnostics] == []
    with pikepdf.open(io.BytesIO(imposed(made.data))) as file:
        said = file.Root.Metadata.read_bytes()
    assert b"PDF/X-4" in said
    assert b"<pdfuaid:part>" not in said


@pytest.mark.parametrize(("typed", "word"), [("3-4", "相对"), ("2-3", "共 1 版"), ("a", "2-3"), ("2-4", "相对")])
def test_what_is_no_double_page_is_refused(tmp_path, typed: str, word: str) -> None:
    from click.testing import CliRunner
    from conftest import copied

    from paperlayout.cli.press import press

    done = CliRunner().invoke(press, [str(copied(tmp_path)), "--spread", typed])
    assert done.exit_code == 2
    assert word in done.output


def test_press_writes_the_imposed_file_beside_its_own(tmp_path) -> None:
    from click.testing import CliRunner
    from conftest import copied

    from paperlayout.cli.press import press

    issue = copied(tmp_path)
    done = CliRunner().invoke(press, [str(issue), "--impose"])
    assert done.exit_code == 0, done.output
    assert [line.rpartition("/")[2] for line in done.stdout.splitlines()] == ["2021-06-付印.pdf", "2021-06-付印清单.json", "2021-06-付印-拼版.pdf"]
    with pikepdf.open(issue.parent / "build" / "2021-06-付印-拼版.pdf") as file:
        assert len(file.pages) == 1
