"""Developed photos kept on disk from run to run, by what they were made from; the folder may be deleted at any time."""

import hashlib
import os
import struct
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import features

from paperlayout.geometry import Rect, Size
from paperlayout.photo.recipe import Pixels, Recipe

MOST_KEPT = 512_000_000  # bytes; beyond it the prints longest unused go
EDITION = 2  # of what developing does; goes up with every change of it
FACTS, DIGEST = struct.Struct(">II4sd"), 32  # width, height, space, ppi, after a digest of them and the data
READERS = ("littlecms2", "jpg", "libjpeg_turbo", "webp", "avif", "libtiff", "zlib")


@dataclass(frozen=True, slots=True)
class ImageCache:
    """The folder where prints are kept."""

    folder: Path
    most: int = MOST_KEPT

    def kept(self, file: Path, how: tuple[Rect, Size, Recipe], develop: Callable[[], Pixels]) -> Pixels:
        """The print of a file made so; developed when it is not on the shelf. Raises what developing raises."""
        place = self._place(file, how)
        found = _read(place) if place else None
        if found or place is None:
            return found or develop()
        new = develop()
        with suppress(OSError):  # a disk that is full or closed keeps nothing, and nothing else is wrong with that
            _write(place, new)
            self._make_room()
        return new

    def _place(self, file: Path, how: tuple[Rect, Size, Recipe]) -> Path | None:
        crop, size, recipe = how
        readers = (features.version("pil"), *map(features.version, READERS))
        said = (EDITION, readers, crop, round(size.width, 3), round(size.height, 3), recipe.ppi, recipe.ink_limit, recipe.gray)
        key = hashlib.sha256(repr(said).encode())
        try:
            for source in (file, recipe.profile):
                with source.open("rb") as stream:
                    key.update(hashlib.file_digest(stream, "sha256").digest())
        except OSError:
            return None
        return self.folder / f"{key.hexdigest()[:40]}.print"

    def _make_room(self) -> None:
        """Throws away the prints longest unused, down to the most that is kept."""
        with os.scandir(self.folder) as entries:
            ages = sorted((age for entry in entries if (age := _age(entry))), reverse=True)
        total = 0
        for _, size, path in ages:
            total += size
            if total > self.most:
                Path(path).unlink(missing_ok=True)


def _age(entry: os.DirEntry[str]) -> tuple[float, int, str] | None:
    """When a print was last used, its size and its file; None when it went since the folder was read, since photos are developed several at once."""
    try:
        known = entry.stat()
    except FileNotFoundError:
        return None
    return known.st_mtime, known.st_size, entry.path


def packed(print_: Pixels) -> bytes:
    """A print with its facts and a digest of the whole, to be written down."""
    rest = FACTS.pack(print_.width, print_.height, print_.space.encode(), print_.ppi) + print_.data
    return hashlib.sha256(rest).digest() + rest


def unpacked(written: bytes) -> Pixels | None:
    """The print written down; None when it is damaged."""
    digest, rest = written[:DIGEST], written[DIGEST:]
    if len(rest) < FACTS.size or hashlib.sha256(rest).digest() != digest:
        return None
    width, height, space, ppi = FACTS.unpack_from(rest)
    return Pixels(rest[FACTS.size :], width, height, "gray" if space == b"gray" else "cmyk", ppi)


def _read(place: Path) -> Pixels | None:
    """The print at a place; None when there is none or it is damaged."""
    try:
        kept = unpacked(place.read_bytes())
    except OSError:
        return None
    with suppress(OSError):
        os.utime(place)  # it was of use just now
    return kept


def _write(place: Path, new: Pixels) -> None:
    """Puts a print on the shelf whole, so that no other run ever reads half of it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(packed(new))
        os.replace(name, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
