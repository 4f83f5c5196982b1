"""Photos and profiles the tests make for themselves, and what came out on the plates."""

import io
import struct
from pathlib import Path

from PIL import Image

from paperlayout.geometry import Rect, Size
from paperlayout.photo.recipe import Pixels

WHOLE = Rect(0, 0, 1, 1)
INCH = Size(72, 72)

# Primaries as the profiles of these spaces hold them, adapted to D50.
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
D50 = (0.96420, 1.0, 0.82491)


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


def rgb_profile(primaries: tuple[tuple[float, ...], ...], gamma: float) -> bytes:
    """An ICC profile of a screen with these primaries."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    colours = dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), map(_xyz, primaries), strict=True))
    return _profile(b"RGB ", {b"wtpt": _xyz(D50), **colours, **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)})


def grey_profile(gamma: float) -> bytes:
    """An ICC profile of greys with a gamma."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    return _profile(b"GRAY", {b"wtpt": _xyz(D50), b"kTRC": curve})


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))


def _profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    tags = {b"desc": b"desc" + bytes(4) + struct.pack(">I", 2) + b"x\0" + bytes(80), b"cprt": b"text" + bytes(8), **tags}
    at, table, body = 132 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    dated = struct.pack(">6H", 2020, 1, 1, 0, 0, 0)
    head = struct.pack(">I4s4s4s4s4s12s4s", at + len(body), bytes(4), b"\x02\x40\0\0", b"mntr", space, b"XYZ ", dated, b"acsp")
    head += bytes(28) + struct.pack(">3i", *(round(value * 65536) for value in D50))
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + table + body
