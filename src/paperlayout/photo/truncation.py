"""Whether a picture's file goes on to its end, and how much work it would make: told from its bytes, without decoding."""

import mmap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

START_OF_SCAN, END_OF_IMAGE = b"\xff\xda", b"\xff\xd9"
BARE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length


@dataclass(frozen=True, slots=True)
class Completeness:
    """Whether the file has its end mark, and how many times a reader goes over all its pixels."""

    ends: bool
    passes: int = 1


def completeness(file: Path, image_format: str) -> Completeness:
    """How far a picture's file goes. Formats without an end mark show their faults when developed. Raises OSError."""
    read = READERS.get(image_format)
    if read is None or file.stat().st_size == 0:
        return Completeness(True)
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return read(data)


def _jpeg(data: mmap.mmap) -> Completeness:
    """The scans of a JPEG and an end mark behind the first. The thumbnail in the header has both too, so the header's segments are stepped over."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        if data[at + 1] == START_OF_SCAN[1]:
            return Completeness(data.find(END_OF_IMAGE, at) > 0, _count(data, START_OF_SCAN, at))
        if data[at + 1] == 0xFF:  # a fill byte
            at += 1
        elif data[at + 1] in BARE:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return Completeness(False)


def _png(data: mmap.mmap) -> Completeness:
    return Completeness(data.find(b"IEND") > 0)


def _count(data: mmap.mmap, mark: bytes, at: int) -> int:
    found = 0
    while (at := data.find(mark, at)) >= 0:
        found, at = found + 1, at + len(mark)
    return found


READERS: dict[str, Callable[[mmap.mmap], Completeness]] = {"JPEG": _jpeg, "MPO": _jpeg, "PNG": _png}
