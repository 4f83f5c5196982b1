"""A paragraph composed: the steps in their order, from copy in spans to set lines. The public face of `text`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from paperlayout.memo import remembered
from paperlayout.text.composition import Align, Composition, HouseMetrics, Metrics, Paragraph, Span
from paperlayout.text.fit import LineFit
from paperlayout.text.justify import OUTSIDE, Placement, SetLine, line_text, place
from paperlayout.text.linebreak import ATTEMPTS, LAST_RESORT, BreakTask, LastLineTail, Layout, break_lines, line_fit
from paperlayout.text.prefix_sums import PrefixSums, lay_out, prefix_sums
from paperlayout.text.tokens import Token

__all__ = [
    "Broken", "Composition", "Layout", "Metrics", "Paragraph", "PreparedParagraph", "SetLine", "Span", "break_prepared", "compose", "prepare", "set_lines",
]  # fmt: skip

HOUSE = Composition()
_LONG_WORD = 5  # Latin words from this length on may be cut when nothing else helps


@dataclass(frozen=True, slots=True)
class PreparedParagraph:
    """A paragraph ready to be broken at any measure."""

    paragraph: Paragraph
    metrics: Metrics
    strip: PrefixSums
    signature: PrefixSums | None


@dataclass(frozen=True, slots=True)
class Broken:
    """A paragraph broken at a measure: its best layouts by number of lines, ascending, and the best of all."""

    paragraph: Paragraph
    strip: PrefixSums
    signature: PrefixSums | None
    measure: float
    layouts: tuple[Layout, ...]
    best: Layout

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens that `Layout.ends` counts."""
        return self.strip.tokens


@remembered(1024, owner=2)
def compose(paragraph: Paragraph, measure: float, metrics: HouseMetrics, rules: Composition = HOUSE, looseness: int = 1) -> Broken:
    """The paragraph broken at `measure` em, with up to `looseness` lines fewer and more than the best."""
    return break_prepared(prepare(paragraph, metrics, rules), measure, looseness)


def prepare(paragraph: Paragraph, metrics: HouseMetrics, rules: Composition = HOUSE) -> PreparedParagraph:
    """All that does not depend on the measure: classes, tokens, squeeze and legal breaks."""
    return PreparedParagraph(paragraph, metrics, *_laid_out(paragraph, metrics, rules))


@remembered(256, owner=1)
def _laid_out(paragraph: Paragraph, metrics: HouseMetrics, rules: Composition) -> tuple[PrefixSums, PrefixSums | None]:
    strip = lay_out(paragraph.spans, metrics, rules, ties=paragraph.ties)
    signature = lay_out((paragraph.signature,), metrics, rules) if paragraph.signature else None
    return strip, signature if signature and signature.tokens else None


def break_prepared(prepared: PreparedParagraph, measure: float, looseness: int = 1) -> Broken:
    """The prepared paragraph broken at one measure."""
    task = BreakTask(prepared.strip, measure, prepared.paragraph.indent, looseness, _tail(prepared.signature, measure))
    task, layouts = _solve(task, prepared.metrics)
    best = min(layouts, key=lambda layout: (layout.cost, len(layout.ends)))
    return Broken(prepared.paragraph, task.strip, prepared.signature, measure, layouts, best)


def set_lines(broken: Broken, layout: Layout) -> tuple[SetLine, ...]:
    """The lines of one layout, set."""
    if not layout.ends:
        return ()
    firsts = (0, *layout.ends[:-1])
    lines = [_set_line(broken, first, after) for first, after in zip(firsts, layout.ends, strict=True) if first < after]
    own = len(layout.ends) - len(lines)
    closing = len(lines) - 1
    lines = _signed(broken, lines, own) if broken.signature else lines
    return tuple(replace(line, ends_paragraph=i >= closing) for i, line in enumerate(lines))


def natural_width(paragraph: Paragraph, metrics: HouseMetrics, rules: Composition = HOUSE) -> float:
    """What a paragraph measures in em when it stands on one line."""
    return _length(prepare(paragraph, metrics, rules).strip)


@dataclass(frozen=True, slots=True)
class Notch:
    """What stands in the upper left corner of a paragraph: so many lines deep, so many em wide."""

    lines: int
    width: float


def compose_beside(
    paragraph: Paragraph, measure: float, notch: Notch, metrics: HouseMetrics, rules: Composition = HOUSE
) -> tuple[tuple[SetLine, ...], Broken] | None:
    """The lines beside a notch, and the rest of the paragraph below it; None when it has no line below."""
    prepared = prepare(replace(paragraph, indent=0.0), metrics, rules)
    narrow = break_prepared(prepared, measure - notch.width, 0)
    ends = narrow.best.ends[: notch.lines]
    if len(ends) < notch.lines or ends[-1] == len(narrow.strip.tokens):
        return None
    beside = tuple(_set_line(narrow, first, after).moved(notch.width) for first, after in pairwise((0, *ends)))
    rest = replace(prepared, strip=prefix_sums(narrow.strip.tokens[ends[-1] :], narrow.strip.rules, paragraph_start=False))
    return beside, break_prepared(rest, measure)


def _solve(task: BreakTask, metrics: Metrics) -> tuple[BreakTask, tuple[Layout, ...]]:
    """Breaks the strip; without a legal way first long Latin words are cut, then gaps open without limit, and at last a line sticks out."""
    if not task.strip.tokens:
        return task, (Layout((0,) * task.tail.lines, 0.0),)
    strict, loose = ATTEMPTS[:-1], ATTEMPTS[-1:]
    layouts = break_lines(task, strict)
    if layouts:
        return task, layouts
    cut = replace(task, strip=_cut_words(task, metrics))
    for way, attempts in ((cut, strict), (task, loose), (cut, (*loose, LAST_RESORT))):
        layouts = break_lines(way, attempts)
        if layouts:
            return way, layouts
    raise AssertionError("the last resort reaches every break")


def _cut_words(task: BreakTask, metrics: Metrics) -> PrefixSums:
    """The strip with long Latin words in parts."""
    tokens = [part for token in task.strip.tokens for part in _parts(token, task.measure, metrics)]
    return prefix_sums(tokens, task.strip.rules)


def _parts(token: Token, measure: float, metrics: Metrics) -> Iterator[Token]:
    """A long word as its letters, two at least at either end; anything wider than the measure letter by letter."""
    word = token.cls in ("LAT", "CONT") and len(token.text) >= _LONG_WORD
    if not word and not (token.cls in ("LAT", "CONT", "NUM") and token.width > measure):
        yield token
        return
    ends = 2 if word else 1
    cuts = [0, *range(ends, len(token.text) - ends + 1), len(token.text)]
    for first, after in pairwise(cuts):
        part = token._replace(text=token.text[first:after], width=metrics.width(token.text[first:after], token.voice), start=token.start + first)
        yield part if first == 0 else part._replace(cls="CONT", before="", space=0.0)


def _tail(signature: PrefixSums | None, measure: float) -> LastLineTail:
    if signature is None:
        return LastLineTail()
    return LastLineTail(_length(signature), signature.rules.signature_gap, len(_signature_ends(signature, measure)))


def _length(strip: PrefixSums) -> float:
    return strip.width.between(0, len(strip.tokens))


def _signature_ends(signature: PrefixSums, measure: float) -> tuple[int, ...]:
    """A signature is one line; only one wider than the measure is broken."""
    if _length(signature) <= measure:
        return (len(signature.tokens),)
    for attempts in (ATTEMPTS, (LAST_RESORT,)):
        layouts = break_lines(BreakTask(signature, measure, 0.0, 0), attempts)
        if layouts:
            return layouts[0].ends
    raise AssertionError("the last resort reaches every break")


def _set_line(broken: Broken, first: int, after: int) -> SetLine:
    strip, paragraph = broken.strip, broken.paragraph
    task = BreakTask(strip, broken.measure, paragraph.indent, 0)
    last = after == len(strip.tokens)
    slack = task.slack(first, after)
    fit = line_fit(task, first, after, hang=_hangs(broken, task, first, after))
    ragged = paragraph.align != "justify"
    if ragged and slack > 0:
        fit = LineFit()
    x = (0.0 if first else paragraph.indent) + (_aligned(paragraph.align, slack) if slack > 0 else 0.0)
    full_end = last and paragraph.align in ("justify", "left") and slack >= strip.trail[after - 1]
    return SetLine(place(Placement(strip, first, after, x, fit, full_end)), line_text(strip, first, after), last, fit)


def _hangs(broken: Broken, task: BreakTask, first: int, after: int) -> bool:
    """A line hangs its mark when the house allows it, or when nothing else brought it to the measure."""
    return broken.strip.rules.hang or line_fit(task, first, after, hang=False).overfull > 0


def _aligned(align: Align, slack: float) -> float:
    return {"justify": 0.0, "left": 0.0, "centre": slack / 2, "right": slack}[align]


def _signed(broken: Broken, lines: list[SetLine], own: int) -> list[SetLine]:
    """The lines with the signature flush right: in the last line, or below it."""
    signature = broken.signature
    assert signature is not None
    if own == 0:
        closing = _flush_right(signature, broken.measure, 0, len(signature.tokens))
        last = lines[-1]
        return [*lines[:-1], replace(last, pieces=last.pieces + closing.pieces, text=last.text + closing.text)]
    ends = _signature_ends(signature, broken.measure)
    return [*lines, *(_flush_right(signature, broken.measure, first, after) for first, after in zip((0, *ends), ends, strict=False))]


def _flush_right(strip: PrefixSums, measure: float, first: int, after: int) -> SetLine:
    slack = measure - strip.width.between(first, after)
    fit = LineFit() if slack >= 0 else line_fit(BreakTask(strip, measure, 0.0, 0), first, after, hang=True)
    pieces = place(Placement(strip, first, after, max(0.0, slack), fit))
    return SetLine(tuple(replace(p, start=OUTSIDE) for p in pieces), line_text(strip, first, after), False, fit)
