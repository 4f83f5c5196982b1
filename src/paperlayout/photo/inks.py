"""Colours into newsprint inks through the press profile, within the ink limit."""

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageMath

PERCEPTUAL = ImageCms.Intent.PERCEPTUAL
RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
KEEP_BLACK = 10  # lcms's own intent: perceptual, and what is printed with black only stays so
COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION
LEVELS = range(256)
LINEAR, TOE, KNEE = 12.92, 0.055, 0.04045  # IEC 61966-2-1
LAB_LINEAR, LAB_KNEE = 903.3, 8.0  # CIE 15


def through(image: Image.Image, profile: bytes | None, press: Path) -> Image.Image:
    """The plates of an RGB image as the press profile has them, from the colours it came in (sRGB where it says nothing)."""
    transform = _rgb_to_press(profile, press) or _rgb_to_press(None, press)
    assert transform is not None
    return ImageCms.applyTransform(image, transform) or image


def reseparated(image: Image.Image, profile: bytes | None, press: Path) -> Image.Image:
    """The plates of a CMYK image for our press; those separated for it, or for nobody knows what, stay as they are."""
    transform = _cmyk_to_press(profile, press) if profile else None
    return (ImageCms.applyTransform(image, transform) or image) if transform else image


def to_srgb(image: Image.Image, profile: bytes | None, press: Path) -> Image.Image:
    """An image as a screen shows it: RGB from RGB and grey, from CMYK by its own profile or the press's."""
    transform = _to_screen(profile, image.mode, press)
    return (ImageCms.applyTransform(image, transform) or image) if transform else image.convert("RGB")


def on_black(image: Image.Image, press: Path) -> Image.Image:
    """A grey image (levels of sRGB) for the black plate alone, as light on newsprint as the screen's greys are between its black and white."""
    return image.point(_black_curve(press))


def within_limit(image: Image.Image, limit: float) -> Image.Image:
    """The plates with no more ink than `limit` per cent anywhere: where there is more, colours give way and black stays."""
    if most_ink(image) <= limit:
        return image
    c, m, y, k = image.split()
    colours = ImageMath.lambda_eval(lambda args: args["c"] + args["m"] + args["y"], c=c, m=m, y=y)
    room = ImageMath.lambda_eval(lambda args: args["most"] - args["k"], most=Image.new("I", image.size, int(limit * 2.55)), k=k)
    return Image.merge("CMYK", [*(_given_way(plate, colours, room) for plate in (c, m, y)), k])


def most_ink(image: Image.Image) -> float:
    """The heaviest ink of a CMYK image in per cent, to one point upward."""
    c, m, y, k = image.split()
    quarter = ImageChops.add(ImageChops.add(c, m, 2), ImageChops.add(y, k, 2), 2).getextrema()[1]
    assert isinstance(quarter, int | float)
    return (quarter * 4 + 4) / 2.55  # each halving may have rounded down


def _given_way(plate: Image.Image, colours: Image.Image, room: Image.Image) -> Image.Image:
    def give_way(args):  # type: ignore[no-untyped-def]  # ImageMath's operands have no public type
        return args["min"](args["plate"], args["plate"] * args["room"] / args["max"](args["colours"], 1))

    given: Image.Image = ImageMath.lambda_eval(give_way, plate=plate, colours=colours, room=room).convert("L")
    return given


@lru_cache(maxsize=8)
def _rgb_to_press(profile: bytes | None, press: Path) -> ImageCms.ImageCmsTransform | None:
    """The way from a profile to the press; None when the profile is broken or not one of RGB colours."""
    return _transform(_source(profile), str(press), "RGB", "CMYK", PERCEPTUAL)


@lru_cache(maxsize=8)
def _cmyk_to_press(profile: bytes, press: Path) -> ImageCms.ImageCmsTransform | None:
    if profile == press.read_bytes():
        return None
    return _transform(_source(profile), str(press), "CMYK", "CMYK", KEEP_BLACK)


@lru_cache(maxsize=8)
def _to_screen(profile: bytes | None, mode: str, press: Path) -> ImageCms.ImageCmsTransform | None:
    if profile is None and mode != "CMYK":
        return None
    source = ImageCms.getOpenProfile(str(press)) if profile is None else _source(profile)
    return _transform(source, ImageCms.createProfile("sRGB"), mode, "RGB", PERCEPTUAL)


def _source(profile: bytes | None) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.getOpenProfile(io.BytesIO(profile)) if profile else ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return None


def _transform(source: ImageCms.ImageCmsProfile | None, target: object, mode: str, into: str, intent: int) -> ImageCms.ImageCmsTransform | None:
    if source is None:
        return None
    try:
        goal = target if isinstance(target, ImageCms.ImageCmsProfile) else ImageCms.ImageCmsProfile(target)  # type: ignore[arg-type]
        return ImageCms.ImageCmsTransform(source, goal, mode, into, intent, flags=COMPENSATED)  # type: ignore[arg-type]
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None


@lru_cache(maxsize=4)
def _black_curve(press: Path) -> list[int]:
    """The level (255 is paper) on the black plate for each level of an sRGB grey."""
    ramp = Image.merge("CMYK", [*[Image.new("L", (256, 1))] * 3, Image.frombytes("L", (256, 1), bytes(LEVELS))])
    to_lab = ImageCms.buildTransform(str(press), ImageCms.createProfile("LAB"), "CMYK", "LAB", RELATIVE)
    lab = ImageCms.applyTransform(ramp, to_lab)
    assert lab is not None
    light = [_luminance(level / 2.55) for level in lab.getchannel("L").tobytes()]
    paper, black = light[0], light[-1]
    wanted = [black + (paper - black) * _linear(level / 255) for level in LEVELS]
    return [255 - min(LEVELS, key=lambda dot: abs(light[dot] - one)) for one in wanted]


def _linear(value: float) -> float:
    return value / LINEAR if value <= KNEE else ((value + TOE) / (1 + TOE)) ** 2.4


def _luminance(lightness: float) -> float:
    return lightness / LAB_LINEAR if lightness <= LAB_KNEE else ((lightness + 16) / 116) ** 3
