"""What a camera's EXIF says of its colours: photos in Adobe RGB mostly come without a profile, and say so in one word (DCF 2.0, 3.3)."""

import struct
from functools import cache

from PIL import Image

INTEROPERABILITY, INDEX = 0xA005, 0x0001
ADOBE_RGB_INDEX = "R03"
D50 = (0.96420, 1.0, 0.82491)
PRIMARIES = {b"rXYZ": (0.60974, 0.31111, 0.01947), b"gXYZ": (0.20528, 0.62567, 0.06087), b"bXYZ": (0.14919, 0.06322, 0.74457)}
"""Adobe RGB (1998), adapted to D50."""
GAMMA = 563 / 256
HEADER, ENTRY = 128, 12


def unsaid_profile(image: Image.Image) -> bytes | None:
    """The profile of a photo that has none but whose camera says Adobe RGB."""
    try:
        said = image.getexif().get_ifd(INTEROPERABILITY).get(INDEX, "")
    except Exception:  # EXIF that cannot be read says nothing
        return None
    word = said.decode("ascii", "replace") if isinstance(said, bytes) else str(said)
    return adobe_rgb() if word.strip("\0 ") == ADOBE_RGB_INDEX else None


@cache
def adobe_rgb() -> bytes:
    """A profile of Adobe RGB by its published numbers (ICC.1, version 2)."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(GAMMA * 256)) + bytes(2)
    said = {b"desc": b"desc" + bytes(4) + struct.pack(">I", 10) + b"Adobe RGB\0" + bytes(80), b"cprt": b"text" + bytes(8), b"wtpt": _xyz(D50)}
    tags = said | {tag: _xyz(place) for tag, place in PRIMARIES.items()} | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    at, table, body = HEADER + 4 + ENTRY * len(tags), b"", b""
    for tag, data in tags.items():
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I4s4s4s4s4s6H4s", at + len(body), bytes(4), b"\x02\x40\0\0", b"mntr", b"RGB ", b"XYZ ", 1998, 1, 1, 0, 0, 0, b"acsp")
    head += bytes(28) + struct.pack(">3i", *(round(value * 65536) for value in D50))
    return head.ljust(HEADER, b"\0") + struct.pack(">I", len(tags)) + table + body


def _xyz(place: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in place))
