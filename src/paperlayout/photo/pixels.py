"""Developing a photo for its box: upright, cropped, no finer than the screen needs, in newsprint inks."""

import io
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageChops, ImageCms, ImageOps

from paperlayout.geometry import Rect, Size
from paperlayout.page import Picture
from paperlayout.photo.document import is_document, page_image
from paperlayout.photo.open import opened, truncated
from paperlayout.photo.separate import separate

POINTS_PER_INCH = 72
DOCUMENT_PPI = 300  # type in an advert must stay sharp
NEUTRAL = 4  # levels the three channels may lie apart in a grey photo: what JPEG does to one
PHOTO_QUALITY = 88
DRAWING_QUALITY = 92
# A drawing has few colours: so many make up this much of it, counted on a sample of so many pixels a side.
# Measured: the most frequent 24 make up 81 to 86 % of flat illustrations and 15 to 20 % of camera photos.
DRAWING_COLOURS, DRAWING_SHARE, SAMPLE = 24, 0.7, 256
GAP = 2.0  # how much finer than wanted a coarse first reduction must stay, so that the Lanczos filter decides what is seen
POSTERISE = 5  # bits a channel when colours are counted, so that JPEG noise does not make new ones


@dataclass(frozen=True, slots=True)
class Pixels:
    """A developed photo: JPEG data, its size, the plates it prints on, and its fineness in the box."""

    data: bytes
    width: int
    height: int
    space: Literal["cmyk", "gray"]
    ppi: float


@dataclass(frozen=True, slots=True)
class Darkroom:
    """Where pictures' files lie and how they are developed: the press profile, if the plant gave one, and the finest resolution wanted."""

    folder: Path
    profile: Path | None = None
    ppi: float = 220

    def develop(self, picture: Picture) -> Pixels:
        """The pixels of a picture in its box. Raises PhotoFault."""
        size = Size(picture.rect.width, picture.rect.height)
        return pixels(self.folder / picture.file, picture.crop, size, self.ppi, self.profile)


def pixels(file: Path, crop: Rect, size: Size, ppi: float = 220, profile: Path | None = None) -> Pixels:
    """The part of a photo that shows, developed for a box of that size in points. The same file gives the same bytes.

    Photos go through the press profile when there is one; drawings and everything without a profile are separated by `separate`.
    Raises PhotoFault.
    """
    image = _cut(file, crop, size, ppi)
    if image.mode == "RGB" and _is_grey(image):
        image = image.convert("L")
    drawing = image.mode != "CMYK" and _is_drawing(image)
    if image.mode == "RGB":
        image = separate(image) if drawing or profile is None else _through(image, profile)
    fineness = min(image.width / size.width, image.height / size.height) * POINTS_PER_INCH
    data = _jpeg(image, DRAWING_QUALITY if drawing else PHOTO_QUALITY)
    return Pixels(data, image.width, image.height, "gray" if image.mode == "L" else "cmyk", fineness)


def _cut(file: Path, crop: Rect, size: Size, ppi: float) -> Image.Image:
    """The cropped photo in its final size, in sRGB, grey, or the CMYK it came in."""
    if is_document(file):
        return _shrunk(page_image(file, size.width / crop.width, DOCUMENT_PPI), crop, size, DOCUMENT_PPI)
    try:
        with opened(file) as image:
            source_profile = image.info.get("icc_profile")
            _read_coarsely(image, crop, size, ppi)
            ImageOps.exif_transpose(image, in_place=True)
            upright = _plain(image)
    except (OSError, SyntaxError, ValueError):
        if not file.exists():
            raise
        raise truncated(file) from None
    return _to_srgb(_shrunk(upright, crop, size, ppi), source_profile)


def _read_coarsely(image: Image.Image, crop: Rect, size: Size, ppi: float) -> None:
    """Have a large JPEG decoded at a half, quarter or eighth of its size, as long as that leaves `GAP` times the pixels wanted."""
    needed = max(size.width / crop.width, size.height / crop.height) / POINTS_PER_INCH * ppi  # along either edge of the whole photo
    share = GAP * needed / min(image.size)
    if share < 1:
        image.draft(None, (math.ceil(image.width * share), math.ceil(image.height * share)))


def _plain(image: Image.Image) -> Image.Image:
    """Without palette, alpha or 16-bit channels: L, RGB or CMYK; what is see-through shows white paper."""
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda level: level / 256).convert("L")  # a plain convert would clip 16 bits to white
    if image.mode in ("1", "F"):
        return image.convert("L")
    if image.mode in ("YCbCr", "LAB", "HSV"):
        return image.convert("RGB")
    return _on_white(image)


def _on_white(image: Image.Image) -> Image.Image:
    grey = image.mode in ("LA", "La")
    see_through = image.convert("LA" if grey else "RGBA")
    paper = Image.new("L" if grey else "RGB", image.size, "white")
    paper.paste(see_through.convert(paper.mode), mask=see_through.getchannel("A"))
    return paper


def _shrunk(image: Image.Image, crop: Rect, size: Size, ppi: float) -> Image.Image:
    """The crop of an image at no more than `ppi`; never enlarged."""
    width = _pixel_count(crop.width * image.width, size.width, ppi)
    height = _pixel_count(crop.height * image.height, size.height, ppi)
    box = (crop.x0 * image.width, crop.y0 * image.height, min(1, crop.x1) * image.width, min(1, crop.y1) * image.height)
    return image.resize((width, height), Image.Resampling.LANCZOS, box=box, reducing_gap=GAP)


def _pixel_count(there: float, length: float, ppi: float) -> int:
    return max(1, min(round(there), int(length / POINTS_PER_INCH * ppi)))


def _to_srgb(image: Image.Image, source_profile: bytes | None) -> Image.Image:
    """From the colours the photo came in to sRGB. CMYK stays: somebody separated it on purpose, and its black type must stay black."""
    if not source_profile or image.mode != "RGB":
        return image
    transform = _from_source(source_profile)
    return ImageCms.applyTransform(image, transform) or image if transform else image


@lru_cache(maxsize=8)
def _from_source(source_profile: bytes) -> ImageCms.ImageCmsTransform | None:
    """The way from an embedded profile to sRGB; None when it is sRGB already or is broken."""
    try:
        source = ImageCms.getOpenProfile(io.BytesIO(source_profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), "RGB", "RGB", ImageCms.Intent.PERCEPTUAL)
    except (ImageCms.PyCMSError, OSError):
        return None


@lru_cache(maxsize=4)
def _to_press(profile: Path) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), str(profile), "RGB", "CMYK", ImageCms.Intent.PERCEPTUAL, ImageCms.Flags.BLACKPOINTCOMPENSATION
    )


def _through(image: Image.Image, profile: Path) -> Image.Image:
    """The plates of an image as the press profile has them."""
    return ImageCms.applyTransform(image, _to_press(profile)) or image


def _is_grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    return all(sum(ImageChops.difference(red, other).histogram()[NEUTRAL + 1 :]) == 0 for other in (green, blue))


def _is_drawing(image: Image.Image) -> bool:
    """Whether a few flat colours make up the image, as in an illustration or a chart."""
    sample = image.resize((min(SAMPLE, image.width), min(SAMPLE, image.height)), Image.Resampling.NEAREST)
    colours = ImageOps.posterize(sample, POSTERISE).getcolors(SAMPLE * SAMPLE) or []
    counts = sorted((count for count, _ in colours), reverse=True)
    return sum(counts[:DRAWING_COLOURS]) >= DRAWING_SHARE * sum(counts)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    """JPEG data with full colour resolution and nothing else in it."""
    stream = io.BytesIO()
    image.info.clear()
    image.save(stream, "JPEG", quality=quality, subsampling=0)
    return stream.getvalue()
