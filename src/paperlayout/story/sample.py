"""A text set at a measure for `paperlayout fit`: the same steps as a story's body."""

from dataclasses import dataclass

from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.text.composition import Paragraph, Span
from paperlayout.text.copyfix import CopyFinding, normalise
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import compose, set_lines


@dataclass(frozen=True, slots=True)
class Sample:
    """The lines of a text, and the safe fixes made before setting, each with the number of its paragraph."""

    lines: tuple[SetLine, ...]
    fixes: tuple[tuple[int, CopyFinding], ...] = ()


def fit_lines(copy: str, measure: float, indent: float, raw: bool, kit: Kit) -> Sample:
    """A text set line by line, each input line a paragraph; `raw` leaves the copy as typed."""
    lines: list[SetLine] = []
    fixes: list[tuple[int, CopyFinding]] = []
    for number, typed in enumerate((line for line in copy.splitlines() if line.strip()), 1):
        text = typed.strip(" \t\u3000")
        if not raw:
            fixed = normalise(text, silenced=kit.house.silenced)
            text = fixed.text
            fixes += [(number, lint) for lint in fixed.lints if lint.applied]
        broken = compose(Paragraph((Span(text),), indent), measure, VoiceMetrics(kit), kit.composition, 0)
        lines += set_lines(broken, broken.best)
    return Sample(tuple(lines), tuple(fixes))
