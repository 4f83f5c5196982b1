"""Page rules of heads: which stand beside or over each other, how large, how alike (make-up §2, R2, R3, R6, R13, R14, R19, R21)."""

from collections.abc import Iterator
from itertools import combinations

from paperlayout.plan.judge.plan_view import PlacedHead, PlanView
from paperlayout.plan.page_plan import Fault

UNLIKE = 1.6
"""Two heads whose sizes differ by this ratio are not read as one."""
BETWEEN = 3
"""Rows of text between two heads one above the other."""
LEAD_OVER_OTHERS = 1.6
"""The lead's head to any other horizontal head of a front page (house-style §4); inside pages want the next rank's 1.15."""
INSIDE_LEAD = 1.15
TAU = 0.6
"""How far ranks and places must agree."""
LEAST_FILL = 0.55
DENSITY = (0.10, 0.24)
"""Share of a page its heads take (R16: 14 to 22 %, told from 10 and 24 on)."""


def tombstone(view: PlanView) -> Iterator[Fault]:
    """碰题 (R2): two headlines side by side at the same height read as one; hardly so when one of them runs down the page."""
    for a, b in combinations(view.bare_heads, 2):
        if a.block.right == b.block.column or b.block.right == a.block.column:
            overlap = min(a.block.foot, b.block.foot) - max(a.block.row, b.block.row)
            if overlap > 0.3 * min(a.block.rows, b.block.rows):
                ratio = max(a.size, b.size) / min(a.size, b.size)
                across = a.vertical != b.vertical
                price = view.prices.tombstone_across if across else view.prices.tombstone if ratio < UNLIKE else view.prices.tombstone_unlike
                yield Fault("tombstone", price, (a.owner, b.owner), across)


def stacked_heads(view: PlanView) -> Iterator[Fault]:
    """叠题 (R3): one headline right above another."""
    for a, b in combinations(view.heads, 2):
        share = a.block.column < b.block.right and b.block.column < a.block.right
        if share and 0 <= max(b.block.row - a.block.foot, a.block.row - b.block.foot) < BETWEEN:
            yield Fault("stacked_heads", view.prices.stacked_heads, (a.owner, b.owner))


def head_over_text(view: PlanView) -> Iterator[Fault]:
    """题文对应 (R6): a story's text begins right under its head, or beside a 竖题 as high as the text."""
    for slot in view.plan.slots:
        head, first = slot.head_block, slot.legs[0] if slot.legs else None
        under = first is not None and head.column <= first.column < head.right and first.row >= head.foot
        beside = first is not None and slot.head.vertical and first.column == head.right
        if first and not (under or beside):
            yield Fault("head_off_text", view.prices.cross, (slot.owner,))


def out_from_under(view: PlanView) -> Iterator[Fault]:
    """R8: text never stands above its head or left of it."""
    for slot in view.plan.slots:
        if any(leg.row < slot.head_block.row or leg.column < slot.head_block.column for leg in slot.legs):
            yield Fault("text_outside_head", view.prices.cross, (slot.owner,))


def size_inversion(view: PlanView) -> Iterator[Fault]:
    """R13: a story of lower rank with a larger head."""
    for a, b in combinations([h for h in view.heads if not h.vertical], 2):
        high, low = (a, b) if a.rank <= b.rank else (b, a)
        if high.rank < low.rank and low.size > high.size:
            yield Fault("size_inversion", view.prices.size_inversion + view.prices.size_inversion_per_point * (low.size - high.size), (high.owner, low.owner))


def weak_lead(view: PlanView) -> Iterator[Fault]:
    """R13: the lead's head outweighs every other; far so on a front page."""
    lead = next((h for h in view.heads if h.rank == 1), None)
    others = [h.size for h in view.heads if h is not lead and not h.vertical]
    least = LEAD_OVER_OTHERS if view.plan.front else INSIDE_LEAD
    if lead and others and lead.size < least * max(others):
        missing = least - lead.size / max(others)
        yield Fault("weak_lead", view.prices.weak_lead + view.prices.weak_lead_per_share * missing, (lead.owner,), lead.size >= INSIDE_LEAD * max(others))


def beside_the_lead(view: PlanView) -> Iterator[Fault]:
    """R14: the lead owns the top of a front page; another head or box up there competes with it and crowds the nameplate."""
    if not view.plan.front:
        return
    for head in view.bare_heads:
        if head.rank > 1 and head.block.row == view.area.row:
            yield Fault("beside_the_lead", view.prices.beside_the_lead, (head.owner,))
    for box in view.plan.boxes:
        if box.framed and box.block.row == view.area.row:
            yield Fault("beside_the_lead", view.prices.box_beside_the_lead, (box.owner,))


def rank_place(view: PlanView) -> Iterator[Fault]:
    """R14: stories of higher rank stand higher, and of two at one height to the left (区序); a front page begins with its lead."""
    lead = next((h for h in view.heads if h.rank == 1), None)
    if lead and view.plan.front and lead.block.row > view.area.row:
        yield Fault("rank_place", view.prices.lead_down, (lead.owner,))
    pairs = [(a, b) if a.rank < b.rank else (b, a) for a, b in combinations(view.heads, 2) if a.rank != b.rank]
    if not pairs:
        return
    wrong = [(a, b) for a, b in pairs if strength(view, b) > strength(view, a)]
    tau = 1 - 2 * len(wrong) / len(pairs)
    if tau < TAU:
        yield Fault("rank_place", view.prices.rank_place * (TAU - tau), tuple(dict.fromkeys(a.owner for a, _ in wrong)))


def strength(view: PlanView, head: PlacedHead) -> float:
    """How strong a head's place is: upper before lower, left before right."""
    top = (head.block.row - view.area.row) / view.area.rows
    left = (head.block.column - view.area.column) / view.area.columns
    return -top - 0.3 * left


def head_density(view: PlanView) -> Iterator[Fault]:
    """R16: heads take neither too little nor too much of the page."""
    share = sum(h.block.columns * h.block.rows for h in view.heads) / view.cells
    off = max(0.0, DENSITY[0] - share, share - DENSITY[1])
    if off and len(view.heads) > 2:
        yield Fault("head_density", view.prices.head_density_per_share * off)


def head_fill(view: PlanView) -> Iterator[Fault]:
    """R19: a head's main line fills 60 % of its columns at least. Priced where heads are measured; told here."""
    for slot in view.plan.slots:
        if not slot.head.vertical and slot.head.fill < LEAST_FILL:
            yield Fault("head_fill", 0.0, (slot.owner,), slight=slot.head.fill >= LEAST_FILL - 0.1)


def same_head_face(view: PlanView) -> Iterator[Fault]:
    """R21: neighbouring heads differ in face, size or direction."""
    for a, b in combinations(view.bare_heads, 2):
        alike = a.face == b.face and a.vertical == b.vertical and max(a.size, b.size) < 1.15 * min(a.size, b.size)
        if alike and a.face and _near(a, b):
            yield Fault("same_head_face", view.prices.same_head_face, (a.owner, b.owner), slight=True)


def _near(a: PlacedHead, b: PlacedHead) -> bool:
    """Whether two heads are seen together: side by side within a dozen rows, or one over the other."""
    beside = a.block.column <= b.block.right and b.block.column <= a.block.right
    return beside and max(b.block.row - a.block.foot, a.block.row - b.block.foot) < 12
