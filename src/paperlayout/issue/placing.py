"""Pins: where the editor wants an item, and how; which pins act on what, and what a place on the page allows. One grammar for every kind of item."""

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from paperlayout.diag import Origin

Position = Literal["lead", "anchor", "ear", "top-left", "top-right", "centre", "bottom-left", "bottom-right", "foot"]
Priority = Literal["lead", "major", "normal", "filler"]
Style = Literal["plain", "boxed", "tinted", "vertical-head"]
Fit = Literal["none", "slight", "auto"]

PinName = Literal["page", "position", "columns", "priority", "style", "jump", "beside", "fit", "together"]
"""The pins by the fields of a placing; `columns` stands for full_width and legs too."""
PINS: tuple[PinName, ...] = get_args(PinName)


@dataclass(frozen=True, slots=True)
class Pin:
    """One pin as it was written: which, the words behind it, and where its name stands."""

    name: PinName
    words: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Placing:
    """Pins: where the editor wants an item, and how. None means the program chooses. `legs`: 破栏, its columns set in so many legs.

    `written` are the pins in the editor's words.
    """

    page: int | None = None
    position: Position | None = None
    columns: int | None = None
    full_width: bool = False
    legs: int | None = None
    priority: Priority | None = None
    style: Style | None = None
    jump: int | bool | None = None
    beside: str | None = None
    fit: Fit | None = None
    together: bool | None = None
    origin: Origin | None = field(default=None, compare=False)
    written: tuple[Pin, ...] = field(default=(), compare=False)

    def at(self, name: PinName) -> Origin | None:
        """Where a pin was written; the item's place when that is not known."""
        return next((pin.origin for pin in self.written if pin.name == name), self.origin)

    @property
    def jump_page(self) -> int | None:
        """The page the editor sends the rest of the story to."""
        return None if isinstance(self.jump, bool) else self.jump

    def width(self, columns: int) -> int | None:
        """The columns asked for on a page of so many; None when the program chooses."""
        return columns if self.full_width else self.columns

    def without(self, name: PinName) -> "Placing":
        """The same with one pin let go that may be (RELEASABLE)."""
        left = tuple(pin for pin in self.written if pin.name != name)
        match name:
            case "position":
                return replace(self, position=None, written=left)
            case "columns":
                return replace(self, columns=None, full_width=False, legs=None, written=left)
            case "fit":
                return replace(self, fit=None, written=left)
            case _:
                raise ValueError(name)


LABELS: dict[PinName, str] = {
    "page": "版", "position": "位置", "columns": "栏数", "priority": "重要性", "style": "样式", "jump": "转版", "beside": "随文", "fit": "伸缩",
    "together": "同版",
}  # fmt: skip
"""The pins as editors name them."""

WITH_A_STORY: tuple[PinName, ...] = ("columns", "jump", "beside", "fit")
"""The pins that act on a photo that goes with a story; whether it may jump is told elsewhere (S414)."""

RELEASABLE: tuple[PinName, ...] = ("position", "columns", "fit")
"""Pins a page may be tried without, those that bind it most first.

Not 样式 and 重要性, which change how much copy there is (a box takes more room than its story): a page that is over for them is over.
"""

POSITIONS: dict[Position, str] = {
    "lead": "头条", "anchor": "倒头条", "top-left": "左上", "top-right": "右上", "centre": "中部", "bottom-left": "左下", "bottom-right": "右下",
    "foot": "底部",
}  # fmt: skip
"""The places of a page as editors name them; the ear, outside the copy's area, is not among them."""
TOP: tuple[Position, ...] = ("lead", "top-left", "top-right")
"""Places at the head of a page, right under the nameplate."""
FOOT: tuple[Position, ...] = ("anchor", "bottom-left", "bottom-right", "foot")
"""Places at the foot of a page. No story leads a page from them unless the editor says so."""
SHARED: tuple[Position, ...] = ("centre", "foot")
"""Places that hold several items."""
SAME: dict[Position, Position] = {"lead": "top-left"}
"""Positions that are one place under two names."""
RANKS: dict[Priority, int] = {"lead": 1, "major": 2, "normal": 3, "filler": 4}
"""The rank that a 重要性 gives."""
RANK_OF: dict[Position, int] = {"lead": 1, "anchor": 2}
"""A story pinned to the lead's or the anchor's place has that rank, if it is given no other."""


def one_place(position: Position | None) -> Position | None:
    """The place that an item pinned so holds alone on its page; None when it may be shared, or is outside the copy's area."""
    return None if position in (None, "ear", *SHARED) else SAME.get(position, position)  # type: ignore[arg-type]
