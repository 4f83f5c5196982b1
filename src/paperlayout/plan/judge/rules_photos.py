"""Page rules of photos: share, dominance, company (make-up §2, R9, R16, R22)."""

from collections.abc import Iterator
from itertools import combinations

from paperlayout.plan.judge.plan_view import Cell, PlacedPicture, PlanView
from paperlayout.plan.page_plan import Fault

DOMINANT = 1.8
MOST_SHARE = 0.27
OWN_SIDE = 0.5
"""Share of one of its sides on which a picture touches its own story."""


def photo_share(view: PlanView) -> Iterator[Fault]:
    """R16: pictures take 15 to 27 % of the area, a single one less."""
    if not view.pictures:
        return
    share = sum(p.cells for p in view.pictures) / view.cells
    least = 0.05 + 0.04 * min(3, len(view.pictures))
    off = max(0.0, least - share, share - MOST_SHARE)
    if off:
        yield Fault("photo_share", view.prices.photo_share_per_share * off, slight=off < 0.03)


def dominant(view: PlanView) -> Iterator[Fault]:
    """R22: one picture at least twice the next."""
    areas = sorted((p.cells for p in view.pictures), reverse=True)
    if len(areas) > 1 and areas[0] < DOMINANT * areas[1]:
        missing = DOMINANT - areas[0] / areas[1]
        yield Fault("no_dominant_photo", view.prices.no_dominant_photo + view.prices.no_dominant_photo_per_share * missing, slight=missing < 0.3)


def lead_photo(view: PlanView) -> Iterator[Fault]:
    """The largest photo is the lead's, if the lead has one; a 图片新闻 may be larger."""
    largest = {p.owner: max(q.cells for q in view.pictures if q.owner == p.owner) for p in view.pictures}
    lead = next((s.owner for s in view.plan.slots if s.rank == 1 and s.owner in largest), None)
    for owner, area in largest.items():
        if lead and owner != lead and owner.kind == "story" and area > largest[lead]:
            yield Fault("lead_photo_small", view.prices.lead_photo_small * (area / largest[lead]), (lead, owner))


def same_row(view: PlanView) -> Iterator[Fault]:
    """Pictures stand on a falling line: none beside or right under another (house-style §7)."""
    for a, b in combinations(view.pictures, 2):
        apart = abs((a.block.row + a.block.foot) - (b.block.row + b.block.foot)) / 2
        beside = abs((a.block.column + a.block.right) - (b.block.column + b.block.right)) / 2
        if apart < 8:
            yield Fault("photos_in_a_row", view.prices.photos_in_a_row, (a.owner, b.owner))
        if beside < 0.6 and max(b.block.row - a.block.foot, a.block.row - b.block.foot) < 12:
            yield Fault("photos_in_a_stack", view.prices.photos_in_a_stack, (a.owner, b.owner))


def photo_astray(view: PlanView) -> Iterator[Fault]:
    """R9: a picture touches its own story along half of one of its sides at least."""
    for picture in view.pictures:
        if picture.owner.kind == "story" and not any(share >= OWN_SIDE for share in _own_sides(view, picture)):
            yield Fault("photo_astray", view.prices.photo_astray, (picture.owner,))


def _own_sides(view: PlanView, picture: PlacedPicture) -> Iterator[float]:
    """The share of each side of a picture along which its own story stands, captions and white counted as its own."""
    block, area = picture.block, view.area
    sides = (
        [(c, block.row - 1) for c in range(block.column, block.right)],
        [(c, block.foot) for c in range(block.column, block.right)],
        [(block.column - 1, r) for r in range(block.row, block.foot)],
        [(block.right, r) for r in range(block.row, block.foot)],
    )
    for side in sides:
        own = sum(_owner(view, c - area.column, r - area.row) == picture.owner for c, r in side)
        yield own / len(side)


def _owner(view: PlanView, column: int, row: int) -> Cell:
    inside = 0 <= column < view.area.columns and 0 <= row < view.area.rows
    return view.owners[column][row] if inside else None
