"""How a photo is developed, and what comes of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from paperlayout import resources

NEWSPRINT, LEAN = (resources.folder("assets") / "icc" / f"newsprint_tr002_{limit}.icc" for limit in (240, 220))
LEAN_LIMIT = 220.0
"""Up to this ink limit in per cent the leaner of the two built-in profiles holds."""


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
    """How photos are developed: press profile, finest resolution wanted, most ink in per cent, and whether all go on the black plate only."""

    profile: Path = NEWSPRINT
    ppi: float = 220
    ink_limit: float = 240
    gray: bool = False


USUAL = Recipe()


def built_in(ink_limit: float) -> Path:
    """The profile for a plant that gave none."""
    return LEAN if ink_limit <= LEAN_LIMIT else NEWSPRINT
