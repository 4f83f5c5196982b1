"""The page rules in one table (make-up §2): each is one function that finds faults on a dummy; the planner adds their price, `check` prints them."""

from collections.abc import Callable, Iterator

from paperlayout.plan.judge import rules_heads, rules_photos, rules_structure, rules_text
from paperlayout.plan.judge.plan_view import PlanView
from paperlayout.plan.page_plan import Fault

Rule = Callable[[PlanView], Iterator[Fault]]

STRUCTURE: tuple[Rule, ...] = (
    rules_structure.cross,
    rules_structure.seam,
    rules_structure.rail,
    rules_structure.through_cut,
    rules_structure.no_interlock,
    rules_structure.too_many_boxes,
    rules_structure.broken_measures,
)
"""Rules that ask only where the blocks stand."""

HEADS: tuple[Rule, ...] = (
    rules_heads.tombstone,
    rules_heads.stacked_heads,
    rules_heads.size_inversion,
    rules_heads.weak_lead,
    rules_heads.beside_the_lead,
    rules_heads.rank_place,
    rules_heads.head_density,
    rules_heads.same_head_face,
    rules_heads.head_fill,
)
"""Rules that ask where heads stand and how large they are, but nothing of text and photos."""

REFINEMENT: tuple[Rule, ...] = (
    *HEADS,
    rules_heads.head_over_text,
    rules_heads.out_from_under,
    rules_text.reading_order,
    rules_text.lost_thread,
    rules_structure.balance,
    rules_structure.empty_quadrant,
    rules_structure.gray_field,
    rules_photos.photo_share,
    rules_photos.dominant,
    rules_photos.lead_photo,
    rules_photos.same_row,
    rules_photos.photo_astray,
    rules_text.short_leg,
    rules_text.gray_run,
    rules_text.subheads_in_a_row,
    rules_text.stranded_subhead,
    rules_text.lonely_line,
)
"""Rules that ask how the blocks are dressed: heads, photos and legs."""

RULES = (*STRUCTURE, *REFINEMENT)


def faults_of(view: PlanView, rules: tuple[Rule, ...] = RULES) -> tuple[Fault, ...]:
    """Every fault of a dummy under some rules."""
    return tuple(fault for rule in rules for fault in rule(view))
