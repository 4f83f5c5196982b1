"""How the words of a head are broken into lines: where the editor marked a break, else by sense."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from paperlayout.issue.content import Article
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.text.words import break_by_sense
from paperlayout.units import Pt


def title_lines(title: str) -> tuple[str, ...]:
    """The editor's own breaks: `/` parts lines, `//` is a literal slash."""
    return tuple(p.replace("\0", "/").strip() for p in title.replace("//", "\0").split("/") if p.strip())


def in_one_line(title: str) -> str:
    """A title without the editor's breaks."""
    return "".join(title_lines(title))


def head_lines(title: str, kit: Kit) -> tuple[str, ...]:
    """A title in the editor's lines, or in two by sense where nothing is marked."""
    lines = title_lines(title)
    return lines if len(lines) > 1 else break_by_sense("".join(lines), 2, kit.house.words)


def by_sense(text: str, most: int, kit: Kit) -> tuple[tuple[str, ...], ...]:
    """A text in one line and in up to so many, broken by sense; each wording once."""
    return tuple(dict.fromkeys(((text,), *(break_by_sense(text, n, kit.house.words) for n in range(2, most + 1)))))


def headline_wordings(parts: tuple[str, ...], most: int, kit: Kit) -> tuple[tuple[str, ...], ...]:
    """A headline in one line, and in the editor's lines or, where nothing is marked, by sense."""
    whole = "".join(parts)
    return ((whole,), parts) if len(parts) > 1 else by_sense(whole, most, kit)


@dataclass(frozen=True, slots=True)
class VerticalWording:
    """The lines of a vertical head: its headline, and what goes with it."""

    headline: tuple[str, ...]
    kicker: tuple[str, ...]
    deck: tuple[str, ...]


def vertical_wordings(article: Article, most: int, kit: Kit) -> Iterator[VerticalWording]:
    """A headline in the editor's lines, or in one and up to so many by sense; its kicker in one or two, its deck in up to three."""
    parts = title_lines(article.title.value)
    headings = (parts,) if len(parts) > 1 else by_sense("".join(parts), most, kit)
    kickers, decks = (by_sense(text.value, n, kit) if text else ((),) for text, n in ((article.kicker, 2), (article.deck, 3)))
    for headline, kicker, deck in product(headings, kickers, decks):
        yield VerticalWording(headline, kicker, deck)


def lines_within(text: str, voice: Type, width: Pt, kit: Kit) -> tuple[str, ...]:
    """A text in as many lines as a width asks for, broken by sense; as many as it has words for where even those are too wide."""
    lines: tuple[str, ...] = (text,)
    while max(display_width(kit.book, (StyledText(line, voice),)) for line in lines) > width:
        again = break_by_sense(text, len(lines) + 1, kit.house.words)
        if len(again) == len(lines):
            break
        lines = again
    return lines
