"""Photos looked at and developed."""

import itertools
import random
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageOps
from samples import ADOBE_RGB, DISPLAY_P3, INCH, WHOLE, developed, grey_profile, inks, off, photo, rgb_profile, saved

from paperlayout import resources
from paperlayout.geometry import Rect, Size
from paperlayout.photo.faults import PhotoFault
from paperlayout.photo.inks import most_ink, within_limit
from paperlayout.photo.open import look
from paperlayout.photo.pixels import pixels
from paperlayout.photo.recipe import NEWSPRINT, Recipe, built_in
from paperlayout.photo.separate import separate

ORIENTATIONS = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}  # fmt: skip
"""How an upright photo is laid into its file, by the orientation its EXIF then states."""
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def lying(tmp_path: Path, name: str, held: int, size: tuple[int, int] = (300, 400)) -> Path:
    """Red in the upper left when upright, blue elsewhere, but stored as a camera held otherwise stores it."""
    upright = Image.new("RGB", size, "#0068B7")
    upright.paste("#E60012", (0, 0, size[0] // 2, size[1] // 4))
    exif = Image.Exif()
    exif[0x0112] = held
    turn = ORIENTATIONS[held]
    return saved(upright.transpose(turn) if turn is not None else upright, tmp_path / name, exif=exif, quality=95)


@pytest.mark.parametrize(("name", "held"), list(itertools.product(("a.jpg", "a.png", "a.tif", "a.webp"), ORIENTATIONS)))
def test_however_the_camera_was_held_the_photo_comes_out_upright(tmp_path: Path, name: str, held: int) -> None:
    file = lying(tmp_path, name, held)
    facts = look(file)
    assert (facts.width, facts.height) == (300, 400)
    result = pixels(file, WHOLE, Size(300, 400))
    assert (result.width, result.height) == (300, 400)
    assert off(inks(result, 0.25, 0.1), (0, 100, 100, 0)) <= 4
    assert all(inks(result, x, y)[0] > 90 for x, y in ((0.75, 0.1), (0.25, 0.9), (0.75, 0.9)))


@pytest.mark.parametrize("held", ORIENTATIONS)
def test_the_crop_is_counted_on_the_upright_photo(tmp_path: Path, held: int) -> None:
    result = pixels(lying(tmp_path, "a.jpg", held, (1200, 1600)), Rect(0, 0, 0.5, 0.25), Size(40, 26.67))
    assert all(off(inks(result, x, y), (0, 100, 100, 0)) <= 4 for x, y in ((0.05, 0.05), (0.9, 0.9), (0.5, 0.5)))


def test_a_look_gives_the_facts_of_the_header(tmp_path: Path) -> None:
    facts = look(lying(tmp_path, "phone.jpg", 6))
    assert (facts.width, facts.height, facts.mode, facts.format) == (300, 400, "RGB", "JPEG")


def test_a_file_that_has_gone_is_a_fault_with_a_cure(tmp_path: Path) -> None:
    with pytest.raises(PhotoFault, match="F335"):
        look(tmp_path / "none.jpg")


def test_a_photo_is_reduced_to_the_wanted_fineness_but_never_enlarged(tmp_path: Path) -> None:
    file = saved(photo(1000, 1000), tmp_path / "a.png")
    fine, coarse = pixels(file, WHOLE, INCH, Recipe(ppi=220)), pixels(file, WHOLE, Size(720, 720), Recipe(ppi=220))
    assert (fine.width, fine.height, round(fine.ppi)) == (220, 220, 220)
    assert (coarse.width, coarse.height, round(coarse.ppi)) == (1000, 1000, 100)


@pytest.mark.parametrize("share", [0.2, 0.3, 0.45, 0.55, 0.8, 1.0])
def test_a_large_jpeg_is_never_read_too_coarsely(tmp_path: Path, share: float) -> None:
    file = saved(photo(2400, 1600), tmp_path / "a.jpg")
    size = Size(2400 * share / 220 * 72, 1600 * share / 220 * 72)
    assert 199 <= pixels(file, WHOLE, size).ppi <= 220.01


def test_only_the_crop_shows(tmp_path: Path) -> None:
    image = Image.new("RGB", (400, 400), "white")
    image.paste("#E60012", (200, 100, 400, 300))
    result = pixels(saved(image, tmp_path / "a.png"), Rect(0.5, 0.25, 1, 0.75), INCH)
    assert (result.width, result.height) == (200, 200)
    assert all(off(inks(result, x, y), (0, 100, 100, 0)) <= 3 for x, y in ((0.01, 0.01), (0.99, 0.99), (0.5, 0.5)))


def test_edges_come_out_a_little_harder_than_they_went_in(tmp_path: Path) -> None:
    soft = Image.linear_gradient("L").resize((64, 64)).resize((900, 900), Image.Resampling.BICUBIC).point(lambda level: 90 + level // 3)
    soft.paste(140, (300, 300, 600, 600))
    image = Image.merge("RGB", (soft, soft.rotate(90), soft.rotate(180)))
    hard = pixels(saved(image, tmp_path / "a.png"), WHOLE, INCH)
    plain = pixels(saved(image.resize((220, 220), Image.Resampling.LANCZOS), tmp_path / "b.png"), WHOLE, INCH)
    spread = [high - low for low, high in (developed(one).getchannel("K").crop((60, 60, 160, 160)).getextrema() for one in (plain, hard))]
    assert spread[0] < spread[1] < spread[0] * 1.5


def test_a_grey_photo_prints_on_the_black_plate_only(tmp_path: Path) -> None:
    result = pixels(saved(Image.linear_gradient("L").convert("RGB"), tmp_path / "a.jpg"), WHOLE, INCH)
    assert (result.space, developed(result).mode) == ("gray", "L")


def test_on_demand_every_photo_prints_on_the_black_plate_only(tmp_path: Path) -> None:
    for name, image in (("a.jpg", photo()), ("b.jpg", photo().convert("CMYK")), ("c.png", Image.new("RGB", (300, 300), "#E60012"))):
        assert pixels(saved(image, tmp_path / name), WHOLE, INCH, Recipe(gray=True)).space == "gray"


def test_greys_on_the_black_plate_are_as_light_as_the_profile_has_them(tmp_path: Path) -> None:
    steps = Image.new("L", (300, 300))
    for at in range(10):
        steps.paste(at * 28, (at * 30, 0, at * 30 + 30, 300))
    result = pixels(saved(steps, tmp_path / "a.png"), WHOLE, Size(300, 300))
    to_lab = ImageCms.buildTransform(str(NEWSPRINT), ImageCms.createProfile("LAB"), "CMYK", "LAB", 1, flags=ImageCms.Flags.BLACKPOINTCOMPENSATION)
    to_press = ImageCms.buildTransform(SRGB, str(NEWSPRINT), "RGB", "CMYK", 0, flags=ImageCms.Flags.BLACKPOINTCOMPENSATION)
    for at in range(4, 10):  # darker than that black alone is not as deep as black on three colours
        black = inks(result, at / 10 + 0.05, 0.5)[0]
        alone = Image.new("CMYK", (1, 1), (0, 0, 0, round(black * 2.55)))
        four = ImageCms.applyTransform(Image.new("RGB", (1, 1), (at * 28,) * 3), to_press)
        light = [ImageCms.applyTransform(one, to_lab).getpixel((0, 0))[0] / 2.55 for one in (alone, four)]
        assert abs(light[0] - light[1]) < 4


@pytest.mark.parametrize(("mode", "level", "name"), [("I;16", 0x8000, "a.png"), ("I;16", 0x8000, "a.tif"), ("I", 0x8000, "a.tif"), ("F", 0.5, "a.tif")])
def test_deep_grey_is_not_clipped_to_white(tmp_path: Path, mode: str, level: float, name: str) -> None:
    image = Image.new(mode, (300, 300), level)
    image.putpixel((0, 0), 1.0 if mode == "F" else 0xFFFF)
    assert off(inks(pixels(saved(image, tmp_path / name), WHOLE, INCH), 0.5, 0.5), (54,)) <= 1


def deep_png(file: Path, colour: tuple[int, int, int]) -> Path:
    """A PNG of 16 bits a channel, which Pillow cannot write."""
    import struct
    import zlib

    rows = (b"\0" + struct.pack(">3H", *colour) * 300) * 300
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 300, 300, 16, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks))
    return file


def test_deep_colour_is_not_clipped(tmp_path: Path) -> None:
    deep = pixels(deep_png(tmp_path / "a.png", (0xE600, 0x0000, 0x1200)), WHOLE, INCH)
    assert off(inks(deep, 0.5, 0.5), (0, 100, 100, 0)) <= 2


def test_what_is_see_through_shows_paper(tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    image.paste((230, 0, 18, 255), (0, 0, 150, 300))
    for name in ("a.png", "a.webp", "a.tif"):
        result = pixels(saved(image, tmp_path / name, **({"lossless": True} if name == "a.webp" else {})), WHOLE, INCH)
        assert inks(result, 0.9, 0.5) == (0, 0, 0, 0)
        assert off(inks(result, 0.2, 0.5), (0, 100, 100, 0)) <= 2


@pytest.mark.parametrize("how", [{}, {"transparency": 1}])
def test_a_palette_is_looked_up_and_its_see_through_entry_shows_paper(tmp_path: Path, how: dict[str, int]) -> None:
    image = Image.new("P", (300, 300), 0)
    image.putpalette([230, 0, 18, 0, 104, 183])
    image.paste(1, (150, 0, 300, 300))
    for name in ("a.png", "a.gif"):
        result = pixels(saved(image, tmp_path / name, **how), WHOLE, INCH)
        assert off(inks(result, 0.2, 0.5), (0, 100, 100, 0)) <= 2
        assert (inks(result, 0.9, 0.5) == (0, 0, 0, 0)) == bool(how)


def test_a_colour_named_as_see_through_shows_paper(tmp_path: Path) -> None:
    image = Image.new("RGB", (300, 300), (230, 0, 18))
    image.paste((1, 2, 3), (150, 0, 300, 300))
    result = pixels(saved(image, tmp_path / "a.png", transparency=(1, 2, 3)), WHOLE, INCH)
    assert inks(result, 0.9, 0.5) == (0, 0, 0, 0)


def test_the_first_view_of_a_double_photo_is_used(tmp_path: Path) -> None:
    red, blue = Image.new("RGB", (300, 300), "#E60012"), Image.new("RGB", (300, 300), "#0068B7")
    file = saved(red, tmp_path / "a.mpo", save_all=True, append_images=[blue])
    assert look(file).format == "MPO"
    assert off(inks(pixels(file, WHOLE, INCH), 0.5, 0.5), (0, 100, 100, 0)) <= 3


@pytest.mark.parametrize("name", ["a.webp", "a.tif", "a.bmp", "a.avif", "a.png"])
def test_all_our_formats_come_out_alike(tmp_path: Path, name: str) -> None:
    same = pixels(saved(photo(), tmp_path / "first.png"), WHOLE, INCH)
    other = pixels(saved(photo(), tmp_path / name, **({"quality": 95} if name[2:] in ("webp", "avif") else {})), WHOLE, INCH)
    assert all(off(inks(same, x / 10, y / 10), inks(other, x / 10, y / 10)) <= 4 for x in range(1, 10) for y in range(1, 10))


@pytest.mark.parametrize(("primaries", "gamma"), [(ADOBE_RGB, 2.2), (DISPLAY_P3, 1.8)])
def test_a_photo_in_a_wider_space_prints_as_the_same_colours_in_srgb(tmp_path: Path, primaries: tuple[tuple[float, ...], ...], gamma: float) -> None:
    profile = rgb_profile(primaries, gamma)
    plain = photo().point(lambda level: 10 + level * 9 // 10)
    wide = ImageCms.profileToProfile(plain, SRGB, ImageCms.ImageCmsProfile(profile_file(tmp_path, profile)), ImageCms.Intent.RELATIVE_COLORIMETRIC)
    wide.info.clear()
    told = pixels(saved(wide, tmp_path / "told.png", icc_profile=profile), WHOLE, INCH)
    untold = pixels(saved(wide, tmp_path / "untold.png"), WHOLE, INCH)
    same = pixels(saved(plain, tmp_path / "plain.png"), WHOLE, INCH)
    places = [(x / 10, y / 10) for x in range(1, 10) for y in range(1, 10)]
    assert max(off(inks(told, *at), inks(same, *at)) for at in places) <= 3
    assert max(off(inks(untold, *at), inks(same, *at)) for at in places) > 6


def profile_file(tmp_path: Path, profile: bytes) -> str:
    file = tmp_path / "of the camera.icc"
    file.write_bytes(profile)
    return str(file)


def test_a_grey_profile_is_honoured(tmp_path: Path) -> None:
    image = Image.linear_gradient("L").resize((300, 300))
    light, dark = (inks(pixels(saved(image, tmp_path / "a.png", icc_profile=grey_profile(g)), WHOLE, INCH), 0.5, 0.5)[0] for g in (1.2, 2.8))
    assert dark - light > 15


def test_a_broken_profile_counts_as_none(tmp_path: Path) -> None:
    plain = pixels(saved(photo(), tmp_path / "a.png"), WHOLE, INCH)
    for bad in (b"this is no profile", rgb_profile(ADOBE_RGB, 2.2)[:200], grey_profile(2.2)):
        assert pixels(saved(photo(), tmp_path / "b.png", icc_profile=bad), WHOLE, INCH) == plain


def test_photos_keep_within_the_profiles_greys_and_drawings_keep_pure_inks(tmp_path: Path) -> None:
    camera, drawing = saved(photo(), tmp_path / "camera.png"), saved(Image.new("RGB", (300, 300), "#E60012"), tmp_path / "drawing.png")
    press = ImageCms.buildTransform(SRGB, str(NEWSPRINT), "RGB", "CMYK", 0, flags=ImageCms.Flags.BLACKPOINTCOMPENSATION)
    red = ImageCms.applyTransform(Image.new("RGB", (1, 1), "#E60012"), press).getpixel((0, 0))
    assert max(abs(a / 2.55 - b) for a, b in zip(red, (0, 100, 100, 0), strict=True)) > 3
    assert off(inks(pixels(drawing, WHOLE, INCH), 0.5, 0.5), (0, 100, 100, 0)) <= 1
    wanted = ImageCms.applyTransform(photo().resize((220, 220)), press).getpixel((110, 110))
    assert off(inks(pixels(camera, WHOLE, INCH), 0.5, 0.5), tuple(round(level / 2.55) for level in wanted)) <= 3


def test_separations_given_by_hand_stay_as_they_are(tmp_path: Path) -> None:
    file = saved(Image.new("CMYK", (300, 300), (0, 0, 0, 255)), tmp_path / "advert.jpg", quality=95)
    assert inks(pixels(file, WHOLE, INCH), 0.5, 0.5) == (0, 0, 0, 100)


def advert(file: Path, profile: bytes | None) -> Path:
    """Separated for another press: a four-colour ground and black type."""
    image = Image.new("CMYK", (320, 320), (200, 120, 40, 60))
    image.paste((0, 0, 0, 255), (160, 0, 320, 320))
    return saved(image, file, quality=95, **({"icc_profile": profile} if profile else {}))


def test_separations_for_another_press_are_made_anew_but_black_type_stays_black(tmp_path: Path) -> None:
    other = (resources.folder("assets") / "icc" / "newsprint_tr002_220.icc").read_bytes()
    ours = NEWSPRINT.read_bytes()
    plain, own, foreign = (pixels(advert(tmp_path / f"{n}.jpg", p), WHOLE, INCH) for n, p in (("plain", None), ("own", ours), ("foreign", other)))
    assert own == plain
    assert 0 < off(inks(foreign, 0.2, 0.5), inks(plain, 0.2, 0.5)) < 25
    assert inks(foreign, 0.8, 0.5)[:3] == (0, 0, 0)
    assert inks(foreign, 0.8, 0.5)[3] >= 97


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_separations_with_too_much_ink_are_brought_within_the_limit(tmp_path: Path, name: str) -> None:
    file = saved(Image.new("CMYK", (300, 300), (255, 230, 200, 150)), tmp_path / name)
    result = pixels(file, WHOLE, INCH)
    assert sum(inks(result, 0.5, 0.5)) <= 231
    assert off(inks(result, 0.5, 0.5)[3:], (59,)) <= 1


def noise(mode: str, seed: int) -> Image.Image:
    """The worst a JPEG can be given: every pixel and plate on its own, most of them dark."""
    chance = random.Random(seed)
    return Image.frombytes(mode, (160, 160), bytes(chance.choice((0, 20, 255)) for _ in range(160 * 160 * len(mode))))


@pytest.mark.parametrize(("mode", "name"), [("RGB", "a.png"), ("CMYK", "a.tif")])
@pytest.mark.parametrize("limit", [240, 220])
def test_the_unpacked_jpeg_never_takes_more_ink_than_the_plant_allows(tmp_path: Path, mode: str, name: str, limit: float) -> None:
    for seed in range(3):
        result = pixels(saved(noise(mode, seed), tmp_path / name), WHOLE, Size(70, 70), Recipe(built_in(limit), ink_limit=limit))
        plates = developed(result).tobytes()
        assert max(sum(plates[at : at + 4]) for at in range(0, len(plates), 4)) / 2.55 <= limit


def test_the_limit_takes_from_the_colours_and_leaves_what_is_within_it() -> None:
    image = noise("CMYK", 9)
    before, after = image.tobytes(), within_limit(image, 230).tobytes()
    for at in range(0, len(before), 4):
        old, new = before[at : at + 4], after[at : at + 4]
        assert sum(new) <= 230 * 2.55
        assert new[3] == old[3]
        assert sum(old) > 230 * 2.55 - 3 or new == old
    assert most_ink(image) >= 400 > 234 >= most_ink(within_limit(image, 230))


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
    file = saved(photo(), tmp_path / "a.jpg", exif=exif, icc_profile=SRGB.tobytes())
    first = pixels(file, WHOLE, INCH)
    assert first == pixels(file, WHOLE, INCH)
    assert not developed(first).getexif()
    assert "icc_profile" not in developed(first).info


def test_a_jpeg_illustration_counts_as_a_drawing_and_keeps_its_red(tmp_path: Path) -> None:
    image = Image.new("RGB", (600, 400), "#F9E7E1")
    for at, colour in enumerate(("#E60012", "#EE544C", "#58575A", "#BABABB", "#F3CDB7")):
        image.paste(colour, (at * 120, 40 + at * 30, at * 120 + 100, 380))
    result = pixels(saved(image, tmp_path / "a.jpg", quality=90), WHOLE, Size(300, 200))
    assert off(inks(result, 0.08, 0.5), (0, 100, 100, 0)) <= 2


def test_a_lab_photo_prints_in_its_colours(tmp_path: Path) -> None:
    plain = photo()
    lab = ImageCms.profileToProfile(plain, SRGB, ImageCms.createProfile("LAB"), outputMode="LAB")
    same, other = (pixels(saved(one, tmp_path / f"{one.mode}.tif"), WHOLE, INCH) for one in (plain, lab))
    assert all(off(inks(same, x / 10, y / 10), inks(other, x / 10, y / 10)) <= 6 for x in range(1, 10) for y in range(1, 10))


def test_exif_is_upright_for_a_tall_crop_of_a_lying_large_jpeg(tmp_path: Path) -> None:
    result = pixels(lying(tmp_path, "a.jpg", 6, (1500, 2000)), Rect(0.1, 0, 0.9, 1), Size(144, 240))
    assert abs(result.width / result.height - 0.6) < 0.01
    assert ImageOps.exif_transpose(developed(result)).size == (result.width, result.height)


def test_a_phones_heic_is_developed_where_its_reader_is_installed() -> None:
    file = Path(__file__).with_name("phone.heic")
    facts = look(file)
    assert (facts.width, facts.height, facts.format) == (128, 192, "HEIF")
    result = pixels(file, WHOLE, Size(32, 48))
    assert off(inks(result, 0.25, 0.1), (0, 100, 100, 0)) <= 6
    assert inks(result, 0.75, 0.9)[0] > 90


def test_a_camera_that_says_adobe_rgb_in_one_word_is_understood(tmp_path: Path) -> None:
    """As cameras write it: no profile, colour space uncalibrated, interoperability R03."""
    profile = rgb_profile(ADOBE_RGB, 2.2)
    wide = ImageCms.profileToProfile(photo(), SRGB, ImageCms.ImageCmsProfile(profile_file(tmp_path, profile)), ImageCms.Intent.RELATIVE_COLORIMETRIC)
    wide.info.clear()
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 0xFFFF
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    told = pixels(saved(wide, tmp_path / "told.jpg", quality=98, icc_profile=profile), WHOLE, INCH)
    said = pixels(saved(wide, tmp_path / "said.jpg", quality=98, exif=exif), WHOLE, INCH)
    untold = pixels(saved(wide, tmp_path / "untold.jpg", quality=98), WHOLE, INCH)
    places = [(x / 10, y / 10) for x in range(1, 10) for y in range(1, 10)]
    assert max(off(inks(said, *at), inks(told, *at)) for at in places) <= 1
    assert max(off(inks(said, *at), inks(untold, *at)) for at in places) > 6
