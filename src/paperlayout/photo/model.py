"""How a photo is developed, and what comes of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from paperlayout import resources

NEWSPRINT = resources.folder("assets") / "icc" / "newsprint_tr002_240.icc"


@dataclass(frozen=True, slots=True)
class Pixels:
    """A developed photo: JPEG data, its size, the plates it prints on, and its fineness in the box."""

    data: bytes
    width: int
    height: int
    space: Literal["cmyk", "gray"]
    ppi: float


@dataclass(frozen=True, slots=True)
class Recipe:
    """How photos are developed: the press profile, the finest resolution wanted, and whether all go on the black plate only."""

    profile: Path = NEWSPRINT
    ppi: float = 220
    gray: bool = False


USUAL = Recipe()
