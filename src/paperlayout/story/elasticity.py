"""伸缩: how far a story may give way to fill its page, as its editor allows: 不许, 微调, or 自动, all that the house allows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from paperlayout.heads.variant import HeadVariant
from paperlayout.issue.placing import Fit
from paperlayout.story.measured import FigureVariant, Flow, FlowItem, MeasuredFigure


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a story may do: rows a piece of its text gains or loses, paragraphs that do so, share of a photo cropped away, steps its head goes down."""

    rows: int
    paragraphs: int
    crop: float
    steps: int


LEAVES: dict[Fit, Allowance] = {"none": Allowance(0, 0, 0.0, 0), "slight": Allowance(1, 2, 0.08, 1)}
"""自动 is not in the table: nothing is held back."""


def held_flow(flow: Flow, fit: Fit | None) -> Flow:
    """The flow in the settings its editor allows."""
    leave = LEAVES.get(fit or "auto")
    return replace(flow, items=tuple(_held(item, leave.rows) for item in flow.items), movable=leave.paragraphs) if leave else flow


def _held(item: FlowItem, rows: int) -> FlowItem:
    nominal = item.nominal
    return replace(item, choices=tuple(c for c in item.choices if c == nominal or (rows and abs(c.lines - nominal.lines) <= rows)))


def held_figure(figure: MeasuredFigure, fit: Fit | None) -> MeasuredFigure:
    """The photo in the heights its editor allows."""
    return replace(figure, variants=held_sizes(figure.variants, fit))


def held_sizes(variants: Iterable[FigureVariant], fit: Fit | None) -> tuple[FigureVariant, ...]:
    """Sizes of a photo in the crops its editor allows: of each width the least crop there is, which whole rows may ask for, and those within the limit."""
    leave = LEAVES.get(fit or "auto")
    if leave is None:
        return tuple(variants)
    found = []
    for _, group in groupby(sorted(variants, key=_shape), key=_shape):
        same = list(group)
        least = min(same, key=lambda v: v.crop)
        found += [v for v in same if v is least or v.crop <= leave.crop]
    return tuple(found)


def _shape(variant: FigureVariant) -> tuple[int, bool]:
    return variant.columns, variant.stacked


def held_heads(heads: tuple[HeadVariant, ...], fit: Fit | None, widths: Sequence[int] = ()) -> tuple[HeadVariant, ...]:
    """The heads as near to the ladder's own size as its editor asks, where its widths let them; else the nearest there is."""
    leave = LEAVES.get(fit or "auto")
    if leave is None or not heads:
        return heads
    least = min((h.steps for h in heads if h.columns in widths), default=min(h.steps for h in heads))
    return tuple(h for h in heads if h.steps <= least + leave.steps)

