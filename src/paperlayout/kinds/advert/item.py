"""What an editor gives: a picture or PDF in the size that was sold."""

from dataclasses import dataclass
from pathlib import Path

from paperlayout.issue.content import NO_TEXT, Item, Text
from paperlayout.issue.placing import PinName


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert(Item):
    """An advert of a fixed size: a picture or PDF over so many columns and rows; `caption` is a label such as 公益广告."""

    file: Path
    rows: int
    caption: Text = NO_TEXT
    alt: str = ""

    @property
    def name(self) -> str:
        """Its label, or its file."""
        return self.caption.value or self.file.name

    @property
    def files(self) -> tuple[Path, ...]:
        """The picture or PDF."""
        return (self.file,)

    @property
    def texts(self) -> tuple[Text, ...]:
        """Its label."""
        return (self.caption,)

    @property
    def pins(self) -> tuple[PinName, ...]:
        """The pins that act on an advert."""
        return ("page", "position", "columns", "jump")

    @property
    def releasable(self) -> tuple[PinName, ...]:
        """Its place; its size was sold and stays."""
        return ("position",)
