"""Reading the part of a photo that shows: upright, cropped, no finer than the screen needs, in one of three plain kinds of pixels."""

import math
import threading
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PIL.Image import Transpose

from paperlayout.geometry import Rect, Size
from paperlayout.photo.camera import unsaid_profile
from paperlayout.photo.document import is_document, page_image
from paperlayout.photo.open import opened, orientation

POINTS_PER_INCH = 72
LEAST_PPI = 200  # a JPEG decoded at half its size is fine enough when this remains; its reduction is as good as ours
GAP = 2.0  # how much finer than wanted a coarse first reduction must stay, so that the Lanczos filter decides what is seen
LARGE = 40_000_000  # pixels; pictures above it are decoded one at a time, for the memory

DOCUMENT_PPI = 300  # type in an advert must stay sharp
WITH_EXIF = frozenset({"JPEG", "MPO", "TIFF"})  # what cameras write
DEEP = 65_535  # the white of 16-bit pixels


@dataclass(frozen=True, slots=True)
class UprightTurn:
    """What turns a photo upright, and how its place in the file follows from that in the upright photo: edges swapped first, then counted from the far side."""

    method: Transpose
    swapped: bool
    from_right: bool
    from_foot: bool


TURNS = {
    2: UprightTurn(Transpose.FLIP_LEFT_RIGHT, False, True, False),
    3: UprightTurn(Transpose.ROTATE_180, False, True, True),
    4: UprightTurn(Transpose.FLIP_TOP_BOTTOM, False, False, True),
    5: UprightTurn(Transpose.TRANSPOSE, True, False, False),
    6: UprightTurn(Transpose.ROTATE_270, True, False, True),
    7: UprightTurn(Transpose.TRANSVERSE, True, True, True),
    8: UprightTurn(Transpose.ROTATE_90, True, True, False),
}
"""By the orientation in a photo's EXIF."""

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class CroppedPhoto:
    """The part of a photo that shows, in its final size: L, RGB or CMYK, the profile these colours are in, and whether it was made smaller."""

    image: Image.Image
    profile: bytes | None
    reduced: bool


def cropped(file: Path, crop: Rect, size: Size, ppi: float) -> CroppedPhoto:
    """The crop (shares of width and height of the upright photo) for a box of that size in points; of an advert in PDF its first page. Raises PhotoFault."""
    if is_document(file):
        page = page_image(file, size.width / crop.width, DOCUMENT_PPI)
        return CroppedPhoto(_shrunk(page, crop, size, DOCUMENT_PPI), None, False)
    with opened(file) as image, _room_for(image):
        profile = image.info.get("icc_profile") or (unsaid_profile(image) if image.format in WITH_EXIF and image.mode == "RGB" else None)
        turn = None if image.format == "TIFF" else TURNS.get(orientation(image))  # Pillow itself turns a TIFF when it reads it
        lying, box = (_lying(crop, turn), Size(size.height, size.width)) if turn and turn.swapped else (_lying(crop, turn), size)
        there = lying.width * image.width
        _read_coarsely(image, lying, box)
        image.load()
        plain = _plain(image)
        shrunk = _on_paper(_shrunk(plain, lying, box, ppi))
        known = isinstance(profile, bytes) and (plain.mode == image.mode or image.mode not in ("LAB", "YCbCr", "HSV"))
    upright = shrunk.transpose(turn.method) if turn else shrunk
    return CroppedPhoto(upright, profile if known else None, shrunk.width < round(there))


def _room_for(image: Image.Image) -> AbstractContextManager[object]:
    return _one_at_a_time if image.width * image.height > LARGE else nullcontext()


def _lying(crop: Rect, turn: UprightTurn | None) -> Rect:
    """The crop as it lies in the file."""
    if turn is None:
        return crop
    x0, y0, x1, y1 = (crop.y0, crop.x0, crop.y1, crop.x1) if turn.swapped else (crop.x0, crop.y0, crop.x1, crop.y1)
    x0, x1 = (1 - x1, 1 - x0) if turn.from_right else (x0, x1)
    y0, y1 = (1 - y1, 1 - y0) if turn.from_foot else (y0, y1)
    return Rect(x0, y0, x1, y1)


def _read_coarsely(image: Image.Image, crop: Rect, size: Size) -> None:
    """Have a large JPEG decoded at a half, quarter or eighth of its size, as long as that leaves enough."""
    width, height = (edge / POINTS_PER_INCH * LEAST_PPI for edge in (size.width / crop.width, size.height / crop.height))
    if width < image.width and height < image.height:
        image.draft(None, (math.ceil(width), math.ceil(height)))


def _plain(image: Image.Image) -> Image.Image:
    """Without palette or deep channels: L, RGB or CMYK, or L and RGB with alpha."""
    grey = image.mode in ("L", "LA", "La", "1", "F") or image.mode.startswith("I")
    if image.mode == "F" or image.mode.startswith("I"):
        return _shallow(image)
    if image.has_transparency_data:
        return image.convert("LA" if grey else "RGBA")
    if grey:
        return image.convert("L")
    return image if image.mode == "CMYK" else image.convert("RGB")


def _shallow(image: Image.Image) -> Image.Image:
    """Deep grey in 8 bits, which a plain convert would clip to white: 16 bits by their share of white, others so that the lightest is white."""
    deep = image if image.mode == "F" else image.convert("I")
    lightest = deep.getextrema()[1]
    assert isinstance(lightest, int | float)
    if deep.mode == "I" and lightest <= DEEP:
        lightest = DEEP
    return deep.point(lambda level: level * (255.99 / max(lightest, 1e-9)) + 0).convert("L")


def _on_paper(image: Image.Image) -> Image.Image:
    """What is see-through shows white paper."""
    if image.mode not in ("LA", "RGBA"):
        return image
    paper = Image.new("L" if image.mode == "LA" else "RGB", image.size, "white")
    paper.paste(image.convert(paper.mode), mask=image.getchannel("A"))
    return paper


def _shrunk(image: Image.Image, crop: Rect, size: Size, ppi: float) -> Image.Image:
    """The crop of an image at no more than `ppi`; never enlarged."""
    width = _pixel_count(crop.width * image.width, size.width, ppi)
    height = _pixel_count(crop.height * image.height, size.height, ppi)
    box = (max(0, crop.x0) * image.width, max(0, crop.y0) * image.height, min(1, crop.x1) * image.width, min(1, crop.y1) * image.height)
    return image.resize((width, height), Image.Resampling.LANCZOS, box=box, reducing_gap=GAP)


def _pixel_count(there: float, length: float, ppi: float) -> int:
    return max(1, min(round(there), int(length / POINTS_PER_INCH * ppi)))
