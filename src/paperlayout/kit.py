"""Kit: all that comes from outside, opened once: house style, faces, photos' sizes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from paperlayout.issue.house import House, Type
from paperlayout.issue.prices import Prices
from paperlayout.memo import Memo
from paperlayout.text.composition import Composition, HalfOrFull, Level, LineEnd, Penalties, StyleName
from paperlayout.units import Em

if TYPE_CHECKING:
    from paperlayout.fonts.book import FontBook
    from paperlayout.photo.open import PhotoFacts


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Kit:
    """House style, faces and the sizes of the photos by file; its memo holds all that was set and measured with them.

    What is remembered is found by what the copy says, and keeps the places (file and line) at which it stood the first time: an issue read
    anew takes a fresh kit, or has its places told by entries as the preview does.
    """

    house: House
    book: "FontBook"
    photos: Mapping[Path, "PhotoFacts"]
    memo: Memo = field(default_factory=Memo, init=False, repr=False)

    def voice(self, name: str) -> Type:
        """The type of a voice by its role name."""
        found: Type = getattr(self.house.look.voices, name)
        return found

    @property
    def prices(self) -> Prices:
        """The house's prices of make-up."""
        return self.house.look.prices

    @property
    def composition(self) -> Composition:
        """The house's rules of composition."""
        style = self.house.look.composition
        return Composition(
            level=cast(Level, style.kinsoku),
            style=cast(StyleName, style.punctuation),
            latin_gap=style.latin_gap,
            latin_gap_min=style.latin_gap / 2,
            latin_gap_max=max(style.latin_gap * 4 / 3, style.latin_gap),
            digit_gap=style.digit_gap,
            slogan_space=style.slogan_space,
            rescue=style.rescue,
            squeeze_stops=style.squeeze_stops,
            soft_floor=style.soft_floor,
            tight=style.tight,
            line_start=cast(HalfOrFull, style.line_start),
            line_end=cast(LineEnd, style.line_end),
            paragraph_start=cast(HalfOrFull, style.paragraph_start),
            ellipsis_start=style.ellipsis_start,
            hang=style.hang,
            grid=style.cells,
            penalties=Penalties(number_unit=style.number_unit, date=style.date, contrast=style.contrast),
        )


@dataclass(frozen=True, slots=True)
class VoiceMetrics:
    """What composing asks of the faces: widths of Latin words and numbers, in em of the body size."""

    kit: Kit

    @property
    def memo(self) -> Memo:
        """What was composed with this kit."""
        return self.kit.memo

    def width(self, text: str, voice: str) -> Em:
        return Em(self.kit.book.measure(self.kit.voice(voice).face, text))

    def word_space(self, voice: str) -> Em:
        return Em(self.kit.book.measure(self.kit.voice(voice).face, " "))
