"""A photo for reading on a screen: upright, whole, in sRGB, no larger than a screen shows."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from paperlayout.photo.open import opened

QUALITY = 86


@dataclass(frozen=True, slots=True)
class ScreenPhoto:
    """JPEG data and its size in pixels."""

    data: bytes
    width: int
    height: int


def for_screen(file: Path, most: int = 1600) -> ScreenPhoto:
    """A photo with no edge longer than `most` pixels; the same file gives the same bytes. Raises PhotoFault."""
    with opened(file) as image:
        image.draft("RGB", (most * 2, most * 2))
        profile = image.info.get("icc_profile")
        upright = ImageOps.exif_transpose(image)
        picture = _in_srgb(_flat(upright), profile)
    picture.thumbnail((most, most), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.info.clear()
    picture.save(stream, "JPEG", quality=QUALITY, optimize=True)
    return ScreenPhoto(stream.getvalue(), picture.width, picture.height)


def _flat(image: Image.Image) -> Image.Image:
    """Without transparency, palette or deep channels: what is see-through is white."""
    if image.mode in ("RGB", "L", "CMYK"):
        return image
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda level: level / 256).convert("L")  # a plain convert would clip 16 bits to white
    if "A" in image.getbands() or "transparency" in image.info:
        paper = Image.new("RGB", image.size, "white")
        see_through = image.convert("RGBA")
        paper.paste(see_through.convert("RGB"), mask=see_through.getchannel("A"))
        return paper
    return image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.getOpenProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            return converted or image.convert("RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile: the plain conversion is all there is
    return image if image.mode == "L" else image.convert("RGB")
