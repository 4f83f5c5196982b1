"""What an editor gives: briefs, the head of their box, their dateline."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from paperlayout.issue.content import NO_TEXT, Article, Item, Text, spoken
from paperlayout.issue.placing import PinName


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefs(Item):
    """Short items under one box head (简讯集纳). `title` empty: the house style's."""

    items: tuple[Article, ...]
    title: Text = NO_TEXT
    dateline: Text | None = None

    @property
    def name(self) -> str:
        """The box head as it is spoken of."""
        return spoken(self.title) or "简讯"

    @property
    def articles(self) -> tuple[Article, ...]:
        """The briefs."""
        return self.items

    @property
    def heads(self) -> tuple[Text, ...]:
        """The box head."""
        return (self.title,)

    @property
    def prefixes(self) -> tuple[Text, ...]:
        """Their dateline."""
        return (self.dateline,) if self.dateline else ()

    @property
    def pins(self) -> tuple[PinName, ...]:
        """The pins that act on a box; whether it may jump is told elsewhere (S414)."""
        return ("page", "position", "columns", "jump", "beside", "fit", "together")

    def with_articles(self, change: Callable[[Article], Article]) -> Self:
        """The same box with each brief changed."""
        return replace(self, items=tuple(map(change, self.items)))
