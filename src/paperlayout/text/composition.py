"""What goes into the composing stick: copy in voices, the house's rules of composition, and who knows the widths of Latin."""

from dataclasses import dataclass, replace
from typing import Literal, Protocol

from paperlayout.memo import Memo

Level = Literal["none", "basic", "gb", "strict", "css-loose", "css-normal", "css-strict"]
StyleName = Literal["quanjiao", "kaiming", "banjiao", "hangmobanjiao", "plain"]
HalfOrFull = Literal["half", "full"]
LineEnd = Literal["half", "full", "allow"]
Align = Literal["justify", "left", "centre", "right"]


class Metrics(Protocol):
    """Widths in em of what is not set on the Han body: Latin words, numbers, word spaces."""

    def width(self, text: str, voice: str) -> float:
        """The natural width of a Latin word, a number or a proportional sign."""
        ...

    def word_space(self, voice: str) -> float:
        """The width of the face's word space."""
        ...


class HouseMetrics(Metrics, Protocol):
    """The metrics of a paper's faces, which remember what was composed with them."""

    @property
    def memo(self) -> Memo:
        """What was composed."""
        ...


@dataclass(frozen=True, slots=True)
class Span:
    """A run of copy in one voice, which the caller maps to a face; `gap_after` is a fixed blank in em with no break beside it."""

    text: str
    voice: str = "body"
    gap_after: float = 0.0


@dataclass(frozen=True, slots=True)
class KeptTogether:
    """A stretch of a paragraph's copy that stays on one line and is `least` em wide at least: the base of a 注音."""

    start: int
    end: int
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of copy with its indent in em and the signature (署名) that closes it flush right."""

    spans: tuple[Span, ...]
    indent: float = 2.0
    signature: Span | None = None
    align: Align = "justify"
    ties: tuple[KeptTogether, ...] = ()


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
    hyphens_running: float = 50.0  # two soft hyphens one below the other
    hang: float = 20.0
    date: float = 0.0
    contrast: float = 0.0  # a line much looser than the one above


@dataclass(frozen=True, slots=True)
class Composition:
    """The house's rules of composition; lengths in em. The defaults are those of typesetting §2 to §5."""

    level: Level = "gb"
    style: StyleName = "quanjiao"
    latin_gap: float = 0.25
    latin_gap_min: float = 0.125
    latin_gap_max: float = 1 / 3
    digit_gap: float | None = None  # Han beside a number; None: as wide as the Latin gap
    word_space_min: float = 0.25
    word_space_max: float = 0.5
    slogan_space: float = 0.5  # a typed space inside “…” or 《…》; 0 drops it like any other space between Han
    rescue: float = 0.05  # S7: how far a Han–Han gap may close; 0 forbids it
    squeeze_stops: bool = True  # S6: 。？！ may give up their blank inside a line
    soft_floor: float = 0.0  # S3, S4: what a mark keeps of its blank as long as milder means are left
    tight: bool = False  # ”“ and 》《 in one em
    line_start: HalfOrFull = "half"
    line_end: LineEnd = "half"  # allow: a whole cell where the line has room for it
    paragraph_start: HalfOrFull = "half"
    ellipsis_start: bool = True  # a line may start with ……
    hang: bool = False
    grid: bool = False  # 稿纸式: every Han in its cell
    signature_gap: float = 1.0
    penalties: Penalties = Penalties()

    @property
    def in_force(self) -> "Composition":
        """The same rules with all that goes with 稿纸式: marks in whole cells, which hang or close up only at the line's end (typesetting §5.1)."""
        if not self.grid:
            return self
        return replace(self, style="hangmobanjiao", line_start="full", paragraph_start="full", line_end="allow", hang=True)
