"""A first look at a photo: its size, colours and faults, from the header alone."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from PIL.TiffImagePlugin import IMAGELENGTH, IMAGEWIDTH, TiffImageFile

from paperlayout.photo.faults import PhotoFault, broken, closed, is_heic, too_large, truncated, unreadable
from paperlayout.photo.truncation import completeness

Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit warns at 89 megapixels, which a panorama has; MOST_PIXELS stands in for it

MOST_PIXELS = 200_000_000
MOST_WORK = 2_000_000_000  # pixels × passes: 24 megapixels in 80 scans; cameras and programs write at most a dozen
MOST_BYTES = 1_000_000_000
ORIENTATION = 0x0112  # EXIF tag
SIDEWAYS = frozenset({5, 6, 7, 8})  # orientations that swap width and height
# MPO is a JPEG with a second view behind it. Only these readers are asked, so that no rare one is open to a hostile file.
FORMATS = ("JPEG", "MPO", "PNG", "TIFF", "WEBP", "BMP", "GIF", "AVIF")
PLUGINS = {"WEBP": "WebP"}


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a photo is, before it is developed. Width and height are those of the upright photo."""

    width: int
    height: int
    mode: str
    format: str


def look(file: Path) -> PhotoFacts:
    """The facts of a photo, without reading its pixels. Raises PhotoFault."""
    with opened(file) as image:
        return _facts(image)


@contextmanager
def opened(file: Path) -> Iterator[Image.Image]:
    """The photo's header, its pixels still in the file. Whatever is wrong with the file, here or while it is in use, is a PhotoFault."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of harmless slips in EXIF
            with _header(file) as image:
                yield image
    except PhotoFault:
        raise
    except (FileNotFoundError, PermissionError, IsADirectoryError) as fault:
        raise closed(file, fault) from fault
    except MemoryError as fault:
        raise too_large(file, "内存不够") from fault
    except OSError as fault:
        raise truncated(file) from fault  # Pillow's word for data that ends too soon
    except Exception as fault:  # a reader that trips over a hostile file may raise anything
        raise broken(file) from fault


def orientation(image: Image.Image) -> int:
    """How the camera was held, as EXIF says it; 1 is upright."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1  # Pillow would decode the whole file to look for EXIF behind the pixels
    try:
        held = image.getexif().get(ORIENTATION, 1)
    except Exception:  # EXIF that cannot be read says nothing
        return 1
    return held if isinstance(held, int) else 1


def _header(file: Path) -> Image.Image:
    if file.stat().st_size > MOST_BYTES:
        raise too_large(file, f"文件有 {file.stat().st_size / 1e6:.0f} 兆字节")
    with file.open("rb") as stream:
        head = stream.read(64)
    try:
        image = Image.open(file, formats=_readers() + (_heic_reader() if is_heic(head) else ()))
    except UnidentifiedImageError:
        raise unreadable(file, head) from None
    try:
        _check(file, image)
    except BaseException:
        image.close()
        raise
    return image


@cache
def _readers() -> tuple[str, ...]:
    """The formats that are read: those of ours this Pillow knows."""
    for name in FORMATS:
        with suppress(ImportError):
            import_module(f"PIL.{PLUGINS.get(name, name.title())}ImagePlugin")
    return tuple(name for name in FORMATS if name in Image.OPEN)


def _heic_reader() -> tuple[str, ...]:
    """HEIC too, where its reader is installed."""
    try:
        from pi_heif import register_heif_opener
    except ImportError:
        return ()
    register_heif_opener()
    return ("HEIF",)


def _check(file: Path, image: Image.Image) -> None:
    """Refuses what is too large or not all there."""
    pixels = image.width * image.height
    if pixels > MOST_PIXELS:
        raise too_large(file, f"{image.width}×{image.height} 像素，超过 2 亿像素")
    reach = completeness(file, image.format or "")
    if not reach.ends:
        raise truncated(file)
    if pixels * reach.passes > MOST_WORK:
        raise too_large(file, f"{image.width}×{image.height} 像素分 {reach.passes} 遍存放，要很久才解得开")


def _facts(image: Image.Image) -> PhotoFacts:
    width, height = upright_size(image)
    return PhotoFacts(width, height, image.mode, image.format or "")


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height of the photo held upright."""
    width, height = image.size
    if isinstance(image, TiffImageFile):  # some versions of Pillow turn a TIFF's size, others do not
        width, height = image.tag_v2[IMAGEWIDTH], image.tag_v2[IMAGELENGTH]
    return (height, width) if orientation(image) in SIDEWAYS else (width, height)
