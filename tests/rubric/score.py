"""The rubric of make-up §6: points by group, 0 to 100, and the faults that took them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rubric.faults import Fault
from rubric.furniture import datelines, furniture, jump_lines
from rubric.gates import gates
from rubric.reading import PageRead
from rubric.relations import alike, out_from_under, photo_with_its_story, reading_order, stacked_heads, text_under_its_head, tombstone
from rubric.structure import HARD_SEAM, SOFT_SEAM, cross, longest_seam, no_interlock, seam, through_cuts
from rubric.text import head_fill, hole, holes, leg_ends, leg_length, line_ends, measures, off_the_grid, uneven_feet
from rubric.weight import (
    boxes,
    cropped,
    densities,
    empty_quarters,
    gray_windows,
    lead_owns_the_top,
    no_dominant,
    off_centre,
    rank_and_place,
    size_inversion,
    weak_lead,
)  # fmt: skip

GATED = 40.0
Rule = Callable[[PageRead], Iterator[Fault]]
RULES: tuple[Rule, ...] = (
    hole, uneven_feet, off_the_grid, tombstone, stacked_heads, text_under_its_head, alike, seam, through_cuts, cross, no_interlock, weak_lead, size_inversion,
    rank_and_place, reading_order, out_from_under, leg_length, leg_ends, jump_lines, photo_with_its_story, no_dominant, densities, cropped, off_centre,
    empty_quarters, gray_windows, line_ends, datelines, head_fill, measures, boxes, furniture,
)  # fmt: skip
NAMES = {
    "A": "Fill", "B": "Head relations", "C": "Structure", "D": "Hierarchy", "E": "Text flow", "F": "Photos", "G": "Balance", "H": "Chinese micro", "I": "Furniture",
}  # fmt: skip
MOST = {"A": 20, "B": 14, "C": 14, "D": 10, "E": 14, "F": 10, "G": 8, "H": 6, "I": 4}


@dataclass(frozen=True)
class Score:
    """A page's points by group, the faults found, and the gates it ran into."""

    groups: dict[str, float]
    faults: tuple[Fault, ...]
    gates: tuple[Fault, ...]

    @property
    def total(self) -> float:
        points = round(sum(self.groups.values()), 1)
        return min(points, GATED) if self.gates else points


def score_page(page: PageRead) -> Score:
    """The page by the rubric."""
    faults = tuple(fault for rule in RULES for fault in rule(page))
    points = {
        "A": _left(10, 2, holes(page)) + _all(5, page, uneven_feet) + _all(5, page, off_the_grid),
        "B": _left(6, 3, _weight(tombstone, page)) + _all(2, page, stacked_heads) + _left(4, 2, _weight(text_under_its_head, page)) + _all(2, page, alike),
        "C": _seam_points(page) + _left(4, 2, _weight(through_cuts, page)) + _all(2, page, cross) + _all(3, page, no_interlock),
        "D": 4.0 * lead_owns_the_top(page) + _left(3, 1, _weight(size_inversion, page)) + _all(3, page, rank_and_place),
        "E": _left(5, 2.5, _weight(reading_order, page) + _weight(out_from_under, page)) + _left(3, 1, _weight(leg_length, page))
        + _left(4, 1, _weight(leg_ends, page)) + _all(2, page, jump_lines),
        "F": _left(3, 1, _weight(photo_with_its_story, page)) + _all(2, page, no_dominant) + 3.0 * _photos_take_their_share(page) + _all(2, page, cropped),
        "G": _all(3, page, off_centre) + _left(3, 1, _weight(empty_quarters, page)) + _all(2, page, gray_windows),
        "H": _left(6, 1, (_weight(line_ends, page) + _weight(datelines, page)) / max(1.0, _chars(page) / 1000)),
        "I": _left(4, 1, _weight(furniture, page)),
    }  # fmt: skip
    return Score(points, faults, gates(page))


def _left(points: float, each: float, times: float) -> float:
    return max(0.0, points - each * times)


def _all(points: float, page: PageRead, rule: Rule) -> float:
    """All points or none."""
    return 0.0 if any(rule(page)) else points


def _weight(rule: Rule, page: PageRead) -> float:
    return sum(fault.weight for fault in rule(page))


def _seam_points(page: PageRead) -> float:
    longest = longest_seam(page)
    return 5.0 if longest <= SOFT_SEAM else 2.0 if longest <= HARD_SEAM else 0.0


def _photos_take_their_share(page: PageRead) -> bool:
    return not any(fault.rule == "R16" and not fault.soft for fault in densities(page))


def _chars(page: PageRead) -> int:
    return sum(len(f.get("text") or "") for f in page.frames if f["copy"])


def table(scored: Sequence[tuple[str, Score]]) -> str:
    """Points by group, one page a row, and under it what each page lost them for."""
    rows = ["page            " + "".join(f"{g:>6}" for g in MOST) + "   total", " of             " + "".join(f"{m:>6}" for m in MOST.values()) + "     100"]
    for name, score in scored:
        rows.append(f"{name:<16}" + "".join(f"{score.groups[g]:>6.1f}" for g in MOST) + f"{score.total:>8.1f}")
        rows += [f"    gate {fault}" for fault in score.gates]
        rows += [f"    {fault}" for fault in score.faults]
    return "\n".join([*rows, "", ", ".join(f"{g} {n}" for g, n in NAMES.items())])
