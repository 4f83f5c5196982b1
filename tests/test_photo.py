"""Photos looked at and developed."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from paperlayout import resources
from paperlayout.geometry import Rect, Size
from paperlayout.photo.open import PhotoFault, look
from paperlayout.photo.pixels import Pixels, pixels
from paperlayout.photo.separate import separate

WHOLE = Rect(0, 0, 1, 1)
INCH = Size(72, 72)
NEWSPRINT = resources.folder("assets") / "icc" / "newsprint_tr002_240.icc"


def saved(image: Image.Image, file: Path, **how: object) -> Path:
    image.save(file, **how)
    return file


def photo(width: int = 640, height: int = 480) -> Image.Image:
    """Something with many colours, as a camera gives."""
    sweep = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (sweep, sweep.transpose(Image.Transpose.FLIP_TOP_BOTTOM), Image.radial_gradient("L").resize((width, height))))


def developed(result: Pixels) -> Image.Image:
    return Image.open(io.BytesIO(result.data))


def inks(result: Pixels, x: float, y: float) -> tuple[int, ...]:
    """The dot in per cent on each plate at a share of the width and height."""
    image = developed(result)
    dot = image.getpixel((int(x * image.width), int(y * image.height)))
    return tuple(round(level / 2.55) for level in dot) if isinstance(dot, tuple) else (100 - round(dot / 2.55),)


def off(dots: tuple[int, ...], wanted: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(dots, wanted, strict=True))


def sideways(tmp_path: Path) -> Path:
    """Red on top when upright, but stored lying on its side as phones do."""
    upright = Image.new("RGB", (300, 400), "#0068B7")
    upright.paste("#E60012", (0, 0, 300, 200))
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(upright.rotate(90, expand=True), tmp_path / "phone.jpg", exif=exif, quality=95)


def test_a_look_gives_the_upright_size(tmp_path: Path) -> None:
    facts = look(sideways(tmp_path))
    assert (facts.width, facts.height, facts.mode, facts.has_profile, facts.format) == (300, 400, "RGB", False, "JPEG")


def test_a_photo_taken_sideways_comes_out_upright(tmp_path: Path) -> None:
    result = pixels(sideways(tmp_path), WHOLE, Size(300, 400))
    assert (result.width, result.height) == (300, 400)
    assert off(inks(result, 0.5, 0.2), (0, 100, 100, 0)) <= 4
    assert inks(result, 0.5, 0.8)[0] > 90


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_a_file_whose_end_is_missing_is_a_fault(tmp_path: Path, name: str) -> None:
    file = saved(photo(), tmp_path / name)
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])
    with pytest.raises(PhotoFault) as fault:
        look(file)
        pixels(file, WHOLE, INCH)
    assert fault.value.code == "F333"


def test_a_thumbnails_end_mark_does_not_pass_for_the_photos(tmp_path: Path) -> None:
    file = saved(photo(), tmp_path / "a.jpg")
    thumbnail = b"Exif\0\0\xff\xd8\xff\xd9"
    data = file.read_bytes()
    file.write_bytes(data[:2] + b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail + data[2 : len(data) // 2])
    with pytest.raises(PhotoFault, match="F333"):
        look(file)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"hello, this is no picture at all", "F332"),
        (b"", "F333"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "F331"),
        (b"%PDF-1.4 not really", "F331"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "F333"),
    ],
)
def test_what_is_not_a_photo_is_named(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(data)
    with pytest.raises(PhotoFault) as fault:
        look(file)
    assert fault.value.code == code
    assert "a.jpg" in fault.value.message
    assert fault.value.hint


def test_a_picture_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    with pytest.raises(PhotoFault, match="F334"):
        look(saved(Image.new("1", (20_000, 10_001)), tmp_path / "bomb.png"))


def test_a_missing_file_is_not_a_photo_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        look(tmp_path / "none.jpg")


def test_a_photo_is_reduced_to_the_wanted_fineness_but_never_enlarged(tmp_path: Path) -> None:
    file = saved(photo(1000, 1000), tmp_path / "a.png")
    fine, coarse = pixels(file, WHOLE, INCH, ppi=220), pixels(file, WHOLE, Size(720, 720), ppi=220)
    assert (fine.width, fine.height, round(fine.ppi)) == (220, 220, 220)
    assert (coarse.width, coarse.height, round(coarse.ppi)) == (1000, 1000, 100)


def test_only_the_crop_shows(tmp_path: Path) -> None:
    image = Image.new("RGB", (400, 400), "white")
    image.paste("#E60012", (200, 100, 400, 300))
    result = pixels(saved(image, tmp_path / "a.png"), Rect(0.5, 0.25, 1, 0.75), INCH)
    assert (result.width, result.height) == (200, 200)
    assert all(off(inks(result, x, y), (0, 100, 100, 0)) <= 3 for x, y in ((0.01, 0.01), (0.99, 0.99), (0.5, 0.5)))


def test_a_very_large_jpeg_gives_the_size_wanted(tmp_path: Path) -> None:
    result = pixels(saved(photo(3001, 2003), tmp_path / "a.jpg"), Rect(0, 0, 0.5, 0.5), Size(72, 48))
    assert (result.width, result.height) == (220, 146)


def test_a_grey_photo_prints_on_the_black_plate_only(tmp_path: Path) -> None:
    grey = Image.linear_gradient("L").convert("RGB")
    result = pixels(saved(grey, tmp_path / "a.jpg"), WHOLE, INCH, profile=NEWSPRINT)
    assert (result.space, developed(result).mode) == ("gray", "L")


def test_sixteen_bit_grey_is_not_clipped_to_white(tmp_path: Path) -> None:
    image = Image.new("I;16", (300, 300), 0x8000)
    assert off(inks(pixels(saved(image, tmp_path / "a.png"), WHOLE, INCH), 0.5, 0.5), (50,)) <= 1


def test_what_is_see_through_shows_paper(tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    image.paste((230, 0, 18, 255), (0, 0, 150, 300))
    result = pixels(saved(image, tmp_path / "a.png"), WHOLE, INCH)
    assert inks(result, 0.9, 0.5) == (0, 0, 0, 0)


def test_an_embedded_profile_is_honoured(tmp_path: Path) -> None:
    """Red and blue change places in this profile, so a file that says it is in it is blue where its numbers are red."""
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    at = {tag: swapped.index(tag) for tag in (b"rXYZ", b"bXYZ")}
    profile = bytearray(swapped)
    profile[at[b"rXYZ"] : at[b"rXYZ"] + 4], profile[at[b"bXYZ"] : at[b"bXYZ"] + 4] = b"bXYZ", b"rXYZ"
    data = bytes(profile).replace("sRGB".encode("utf-16-be"), "BGR ".encode("utf-16-be"))
    file = saved(Image.new("RGB", (300, 300), (230, 0, 0)), tmp_path / "a.png", icc_profile=data)
    assert look(file).has_profile
    cyan, _, yellow, _ = inks(pixels(file, WHOLE, INCH), 0.5, 0.5)
    assert cyan > 90
    assert yellow < 10


def test_photos_go_through_the_press_profile_and_drawings_keep_pure_inks(tmp_path: Path) -> None:
    camera, drawing = saved(photo(), tmp_path / "camera.png"), saved(Image.new("RGB", (300, 300), "#E60012"), tmp_path / "drawing.png")
    assert pixels(camera, WHOLE, INCH).data != pixels(camera, WHOLE, INCH, profile=NEWSPRINT).data
    assert off(inks(pixels(drawing, WHOLE, INCH, profile=NEWSPRINT), 0.5, 0.5), (0, 100, 100, 0)) <= 1


def test_separations_given_by_hand_stay_as_they_are(tmp_path: Path) -> None:
    file = saved(Image.new("CMYK", (300, 300), (0, 0, 0, 255)), tmp_path / "advert.jpg", quality=95)
    assert inks(pixels(file, WHOLE, INCH, profile=NEWSPRINT), 0.5, 0.5) == (0, 0, 0, 100)


@pytest.mark.parametrize(
    ("screen", "plates"),
    [("#E60012", (0, 100, 100, 0)), ("#FFFFFF", (0, 0, 0, 0)), ("#000000", (0, 0, 0, 100)), ("#808080", (0, 0, 0, 50)), ("#FFFF00", (0, 0, 100, 0))],
)
def test_pure_colours_separate_pure(screen: str, plates: tuple[int, ...]) -> None:
    dot = separate(Image.new("RGB", (1, 1), screen)).getpixel((0, 0))
    assert isinstance(dot, tuple)
    assert tuple(round(level / 2.55) for level in dot) == plates


def test_no_colour_takes_more_ink_than_newsprint_bears() -> None:
    steps = bytes(level for red in range(0, 256, 15) for green in range(0, 256, 15) for blue in range(0, 256, 15) for level in (red, green, blue))
    plates = separate(Image.frombytes("RGB", (18, 324), steps)).tobytes()
    assert max(sum(plates[at : at + 4]) for at in range(0, len(plates), 4)) <= 2.2 * 255


def test_the_same_file_gives_the_same_bytes_and_nothing_rides_along(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "说明"
    file = saved(photo(), tmp_path / "a.jpg", exif=exif, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    first = pixels(file, WHOLE, INCH, profile=NEWSPRINT)
    assert first == pixels(file, WHOLE, INCH, profile=NEWSPRINT)
    assert not developed(first).getexif()
    assert "icc_profile" not in developed(first).info


def test_a_jpeg_illustration_counts_as_a_drawing_and_keeps_its_red(tmp_path: Path) -> None:
    image = Image.new("RGB", (600, 400), "#F9E7E1")
    for at, colour in enumerate(("#E60012", "#EE544C", "#58575A", "#BABABB", "#F3CDB7")):
        image.paste(colour, (at * 120, 40 + at * 30, at * 120 + 100, 380))
    result = pixels(saved(image, tmp_path / "a.jpg", quality=90), WHOLE, Size(300, 200), profile=NEWSPRINT)
    assert off(inks(result, 0.08, 0.5), (0, 100, 100, 0)) <= 2
