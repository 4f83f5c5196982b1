"""Developing a photo for its box: upright, cropped, no finer than the screen needs, in newsprint inks."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageOps

from paperlayout.geometry import Rect, Size
from paperlayout.page import Picture
from paperlayout.photo.apart import developed_apart
from paperlayout.photo.crop import LARGE, POINTS_PER_INCH, CroppedPhoto, cropped
from paperlayout.photo.document import is_document
from paperlayout.photo.faults import closed
from paperlayout.photo.image_cache import ImageCache
from paperlayout.photo.inks import most_ink, on_black, reseparated, through, to_srgb, within_limit
from paperlayout.photo.open import PhotoFacts, look
from paperlayout.photo.recipe import USUAL, Pixels, Recipe, built_in
from paperlayout.photo.separate import separate

COARSE = frozenset({"JPEG", "MPO"})  # formats that can be read at a part of their size
NEUTRAL = 4  # levels the three channels may lie apart in a grey photo: what JPEG does to one
PHOTO_QUALITY = 88
DRAWING_QUALITY = 92
# A drawing has few colours: so many make up this much of it, counted on a sample of so many pixels a side.
# Measured: the most frequent 24 make up 81 to 86 % of flat illustrations and 15 to 20 % of camera photos.
DRAWING_COLOURS, DRAWING_SHARE, SAMPLE = 24, 0.7, 256
POSTERISE = 5  # bits a channel when colours are counted, so that JPEG noise does not make new ones
RIM = -0.055  # of each of the eight neighbours: what the coarse dots of newsprint take from an edge, given back beforehand
SHARPEN = ImageFilter.Kernel((3, 3), (RIM,) * 4 + (1 - 8 * RIM,) + (RIM,) * 4, scale=1)
RESERVES = (10.0, 20.0, 35.0, 60.0)  # per cent of ink kept back for the ripples of the JPEG, more until it is within the limit; 7 were measured at 230


@dataclass(frozen=True, slots=True)
class Darkroom:
    """Where pictures' files lie and how they are developed: the plant's profile (the built-in one where it gave none), the finest resolution wanted, the ink
    the plant takes in per cent, all on the black plate or not; and the shelf where prints are kept from run to run."""

    folder: Path
    profile: Path | None = None
    ppi: float = USUAL.ppi
    ink_limit: float = USUAL.ink_limit
    gray: bool = False
    image_cache: ImageCache | None = None

    def develop(self, picture: Picture) -> Pixels:
        """The pixels of a picture in its box. Raises PhotoFault."""
        recipe = Recipe(self.profile or built_in(self.ink_limit), self.ppi, self.ink_limit, self.gray)
        file, how = self.folder / picture.file, (picture.crop, Size(picture.rect.width, picture.rect.height), recipe)
        return self.image_cache.kept(file, how, lambda: _carefully(file, *how)) if self.image_cache else _carefully(file, *how)


def _carefully(file: Path, crop: Rect, size: Size, recipe: Recipe) -> Pixels:
    """Developed here, or in a process of its own where a hostile file could do harm.

    TIFF, whose reader has faults of its own; PDF, whose reader does one file at a time; and what is very large.
    """
    try:
        apart = is_document(file) or _is_risky(look(file))
    except OSError as fault:
        raise closed(file, fault) from fault
    return (developed_apart if apart else pixels)(file, crop, size, recipe)


def _is_risky(facts: PhotoFacts) -> bool:
    return facts.format == "TIFF" or (facts.format not in COARSE and facts.width * facts.height > LARGE)


def pixels(file: Path, crop: Rect, size: Size, recipe: Recipe = USUAL) -> Pixels:
    """The part of a photo that shows, developed for a box of that size in points. The same file gives the same bytes.

    Photos go through the press profile; drawings are separated by `separate`, so that their flat colours print pure.
    Raises PhotoFault.
    """
    taken = cropped(file, crop, size, recipe.ppi)
    drawing = taken.image.mode != "CMYK" and _is_drawing(taken.image)
    image = _plates(taken, drawing, recipe)
    fineness = min(image.width / size.width, image.height / size.height) * POINTS_PER_INCH
    data = _within_reach(image, recipe.ink_limit, DRAWING_QUALITY if drawing else PHOTO_QUALITY)
    return Pixels(data, image.width, image.height, "gray" if image.mode == "L" else "cmyk", fineness)


def _plates(taken: CroppedPhoto, drawing: bool, recipe: Recipe) -> Image.Image:
    """The image on the plates it prints on: four, or black alone."""
    image, profile = taken.image, taken.profile
    if taken.reduced and not drawing and image.mode != "CMYK":
        image = image.filter(SHARPEN)
    if image.mode == "L" or recipe.gray or (image.mode == "RGB" and _is_grey(image)):
        grey = image if image.mode == "L" and not profile else to_srgb(image, profile, recipe.profile).convert("L")
        return on_black(grey, recipe.profile)
    if image.mode == "CMYK":
        return reseparated(image, profile, recipe.profile)
    return separate(to_srgb(image, profile, recipe.profile)) if drawing else through(image, profile, recipe.profile)


def _is_grey(image: Image.Image) -> bool:
    return _is_neutral(_sample(image)) and _is_neutral(image)


def _is_neutral(image: Image.Image) -> bool:
    red, green, blue = image.split()
    return all(sum(ImageChops.difference(red, other).histogram()[NEUTRAL + 1 :]) == 0 for other in (green, blue))


def _is_drawing(image: Image.Image) -> bool:
    """Whether a few flat colours make up the image, as in an illustration or a chart."""
    colours = ImageOps.posterize(_sample(image), POSTERISE).getcolors(SAMPLE * SAMPLE) or []
    counts = sorted((count for count, _ in colours), reverse=True)
    return sum(counts[:DRAWING_COLOURS]) >= DRAWING_SHARE * sum(counts)


def _sample(image: Image.Image) -> Image.Image:
    return image.resize((min(SAMPLE, image.width), min(SAMPLE, image.height)), Image.Resampling.NEAREST)


def _within_reach(image: Image.Image, ink_limit: float, quality: int) -> bytes:
    """The image as JPEG data that nowhere lays down more ink than the plant takes, once the press has unpacked it."""
    if image.mode == "L":
        return _jpeg(image, quality)
    data = b""
    for reserve in RESERVES:
        data = _jpeg(within_limit(image, ink_limit - reserve), quality)
        with Image.open(io.BytesIO(data)) as printed:
            if most_ink(printed) <= ink_limit:
                break
    return data


def _jpeg(image: Image.Image, quality: int) -> bytes:
    """JPEG data with full colour resolution and nothing else in it."""
    stream = io.BytesIO()
    image.info.clear()
    image.save(stream, "JPEG", quality=quality, subsampling=0)
    return stream.getvalue()
