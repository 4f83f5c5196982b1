"""A text set at a measure for `paperlayout fit`: the same steps as a story's body."""

from collections.abc import Iterator

from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.text.copyfix import normalise
from paperlayout.text.paragraph import Paragraph, SetLine, Span, compose, set_lines


def fit_lines(copy: str, measure: float, indent: float, raw: bool, kit: Kit) -> list[SetLine]:
    """The lines of a text, each input line a paragraph."""
    return [line for paragraph in copy.splitlines() if paragraph.strip() for line in _lines(paragraph, measure, indent, raw, kit)]


def _lines(paragraph: str, measure: float, indent: float, raw: bool, kit: Kit) -> Iterator[SetLine]:
    text = paragraph.strip(" \u3000") if raw else normalise(paragraph).text
    broken = compose(Paragraph((Span(text),), indent), measure, VoiceMetrics(kit), kit.composition, 0)
    yield from set_lines(broken, broken.best)
