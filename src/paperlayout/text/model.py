"""What goes into the composing stick: copy in voices, the house's rules of composition, and who knows the widths of Latin."""

from dataclasses import dataclass
from typing import Literal, Protocol

Level = Literal["none", "basic", "gb", "strict"]
StyleName = Literal["quanjiao", "kaiming", "banjiao", "hangmobanjiao", "plain"]
Align = Literal["justify", "left", "centre", "right"]


class Metrics(Protocol):
    """Widths in em of what is not set on the Han body: Latin words, numbers, word spaces."""

    def width(self, text: str, voice: str) -> float:
        """The natural width of a Latin word, a number or a proportional sign."""
        ...

    def word_space(self, voice: str) -> float:
        """The width of the face's word space."""
        ...


@dataclass(frozen=True, slots=True)
class Span:
    """A run of copy in one voice, which the caller maps to a face; `gap_after` is a fixed blank in em with no break beside it."""

    text: str
    voice: str = "body"
    gap_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of copy with its indent in em and the signature (署名) that closes it flush right."""

    spans: tuple[Span, ...]
    indent: float = 2.0
    signature: Span | None = None
    align: Align = "justify"


@dataclass(frozen=True, slots=True)
class Penalties:
    """What a break or a last line costs beside its badness (typesetting §5.3)."""

    runt: float = 2000.0  # 单字不成行
    lone_mark: float = 5000.0
    two_han: float = 0.0
    dash_start: float = 30.0
    ellipsis_start: float = 30.0
    number_unit: float = 60.0
    before_number: float = 20.0
    hyphen: float = 50.0
    hang: float = 20.0
    date: float = 0.0


@dataclass(frozen=True, slots=True)
class Composition:
    """The house's rules of composition; lengths in em. The defaults are those of typesetting §2 to §5."""

    level: Level = "gb"
    style: StyleName = "quanjiao"
    latin_gap: float = 0.25
    latin_gap_min: float = 0.125
    latin_gap_max: float = 1 / 3
    word_space_min: float = 0.25
    word_space_max: float = 0.5
    slogan_space: float = 0.5  # a typed space inside “…” or 《…》; 0 drops it like any other space between Han
    rescue: float = 0.05  # S7: how far a Han–Han gap may close; 0 forbids it
    squeeze_stops: bool = True  # S6: 。？！ may give up their blank inside a line
    line_start: Literal["half", "full"] = "half"
    line_end: Literal["half", "full"] = "half"
    paragraph_start: Literal["half", "full"] = "half"
    hang: bool = False
    signature_gap: float = 1.0
    penalties: Penalties = Penalties()
