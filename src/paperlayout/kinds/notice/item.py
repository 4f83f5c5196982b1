"""What an editor gives: the words of a correction or announcement."""

from dataclasses import dataclass

from paperlayout.issue.content import Item, Text
from paperlayout.issue.placing import PinName


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Item):
    """更正、启事: its words; the first line is its title where it is short and no sentence."""

    text: Text

    @property
    def name(self) -> str:
        """It may have no title."""
        return "启事"

    @property
    def texts(self) -> tuple[Text, ...]:
        """Its words."""
        return (self.text,)

    @property
    def pins(self) -> tuple[PinName, ...]:
        """The pins that act on a notice; that it may not jump is told elsewhere (S414)."""
        return ("page", "position", "columns", "jump", "fit")
