"""Photos for the web and EPUB: the colours a reader's screen shows are those the camera or the retoucher meant."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from samples import ADOBE_RGB, DISPLAY_P3, photo, rgb_profile, saved

from paperlayout import resources
from paperlayout.photo.screen import for_screen

PLACES = [(x / 10, y / 10) for x in range(1, 10) for y in range(1, 10)]
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def shown(file: Path, most: int = 1600) -> Image.Image:
    """A photo as a browser that knows no profiles shows it."""
    return Image.open(io.BytesIO(for_screen(file, most).data)).convert("RGB")


def off(image: Image.Image, other: Image.Image) -> int:
    """The widest difference between two pictures in levels of 255."""
    dots = ((image.getpixel((int(x * image.width), int(y * image.height))), other.getpixel((int(x * other.width), int(y * other.height)))) for x, y in PLACES)
    return max(abs(a - b) for one, two in dots for a, b in zip(one, two, strict=True))


def wide(profile: bytes) -> tuple[Image.Image, Image.Image]:
    """A picture in sRGB, and the same colours in the numbers of another space."""
    plain = photo().point(lambda level: 40 + level * 6 // 10)
    other = ImageCms.profileToProfile(plain, SRGB, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.Intent.RELATIVE_COLORIMETRIC)
    other.info.clear()
    return plain, other


@pytest.mark.parametrize(("primaries", "gamma"), [(ADOBE_RGB, 2.2), (DISPLAY_P3, 1.8)])
@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_a_photo_in_a_wider_space_is_shown_in_the_colours_it_was_taken_in(tmp_path: Path, primaries: tuple[tuple[float, ...], ...], gamma: float, suffix: str) -> None:
    profile = rgb_profile(primaries, gamma)
    plain, other = wide(profile)
    quality = {"quality": 97, "subsampling": 0} if suffix == "jpg" else {}
    told = shown(saved(other, tmp_path / f"told.{suffix}", icc_profile=profile, **quality))
    untold = shown(saved(other, tmp_path / f"untold.{suffix}", **quality))
    assert off(told, plain) <= 8
    assert off(untold, plain) > 16, "or the profile made no difference here"


def test_a_photo_in_press_inks_is_shown_as_its_own_profile_prints_it(tmp_path: Path) -> None:
    file = resources.folder("assets") / "icc" / "newsprint_tr002_240.icc"
    press = ImageCms.ImageCmsProfile(str(file))
    inks = Image.new("CMYK", (64, 64), (20, 180, 160, 30))
    told = shown(saved(inks, tmp_path / "told.tif", icc_profile=file.read_bytes()))
    printed = ImageCms.profileToProfile(inks, press, SRGB, outputMode="RGB")
    assert off(told, printed) <= 4
    assert off(told, inks.convert("RGB")) > 16, "or the profile made no difference here"


def test_a_broken_profile_counts_as_none(tmp_path: Path) -> None:
    plain = for_screen(saved(photo(), tmp_path / "plain.png"))
    for bad in (b"this is no profile", rgb_profile(ADOBE_RGB, 2.2)[:200]):
        assert for_screen(saved(photo(), tmp_path / "bad.png", icc_profile=bad)) == plain


@pytest.mark.parametrize("profile", [{}, {"icc_profile": SRGB.tobytes()}])
def test_nothing_of_the_camera_goes_out_with_a_photo(tmp_path: Path, profile: dict[str, bytes]) -> None:
    exif = Image.Exif()
    exif[0x010F] = "a camera"
    made = Image.open(io.BytesIO(for_screen(saved(photo(), tmp_path / "a.jpg", exif=exif, comment=b"a camera", **profile)).data))
    assert not made.getexif() and not {"icc_profile", "comment"} & set(made.info)
    assert made.format == "JPEG"


@pytest.mark.parametrize(("turn", "size"), [(1, (300, 200)), (6, (200, 300))])
def test_a_photo_is_upright_and_no_larger_than_a_screen(tmp_path: Path, turn: int, size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    taken = for_screen(saved(photo(1200, 800), tmp_path / "a.jpg", exif=exif), 300)
    assert (taken.width, taken.height) == size == Image.open(io.BytesIO(taken.data)).size


def test_what_is_see_through_is_white_and_deep_greys_keep_their_tones(tmp_path: Path) -> None:
    assert shown(saved(Image.new("RGBA", (64, 64), (0, 0, 0, 0)), tmp_path / "a.png")).getpixel((32, 32)) == (255, 255, 255)
    deep = Image.new("I;16", (64, 64), 128 * 256)
    assert off(shown(saved(deep, tmp_path / "b.png")), Image.new("RGB", (64, 64), (128, 128, 128))) <= 2
