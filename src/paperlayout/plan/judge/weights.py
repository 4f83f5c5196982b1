"""The prices of make-up in one table: what a page editor would give to avoid each thing. Tuned on pages looked at, with tests/bench/tune_weights.py.

A price of 1 is a row of white too many round a subhead; 10 is seen by any reader; 60 and more is never done where there is another way.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Prices by what they are asked for; `per` in a name is a rate."""

    # the search: cuts and corners
    side_tombstone: float = 24.0
    full_cut: float = 3.0
    cut: float = 0.5
    interlock: float = 3.0
    interlock_left: float = 2.0
    seam_per_row: float = 0.35
    seam_free_share: float = 0.5

    # a story in its block
    blank_row: float = 10.0
    misfit_per_row: float = 2.0
    head_beside: float = 4.0
    photo_full_height: float = 1.0
    photo_over_text: float = 3.0
    short_leg: float = 5.0

    # page rules (make-up §2), in the order of plan/judge/rules.py
    tombstone: float = 25.0
    tombstone_unlike: float = 8.0
    tombstone_across: float = 2.0
    stacked_heads: float = 12.0
    seam: float = 1.0
    seam_per_share: float = 60.0
    through_cut: float = 8.0
    cross: float = 400.0
    rail: float = 6.0
    rail_per_story: float = 3.0
    size_inversion: float = 3.0
    size_inversion_per_point: float = 0.2
    weak_lead: float = 1.0
    weak_lead_per_share: float = 4.0
    rank_place: float = 6.0
    lead_down: float = 60.0
    balance_across_per_share: float = 25.0
    balance_down_per_share: float = 15.0
    balance_up_per_share: float = 10.0
    lost_thread: float = 5.0
    lost_thread_per_row: float = 0.3
    empty_quadrant: float = 4.0
    gray_field: float = 3.0
    gray_field_per_share: float = 40.0
    photo_share_per_share: float = 90.0
    no_dominant_photo: float = 1.0
    no_dominant_photo_per_share: float = 8.0
    lead_photo_small: float = 6.0
    photos_in_a_row: float = 4.0
    photos_in_a_stack: float = 4.0
    photo_astray: float = 4.0
    subheads_in_a_row: float = 2.0
    beside_the_lead: float = 28.0
    box_beside_the_lead: float = 40.0
    gray_run_per_row: float = 0.2
    gray_run_long_per_row: float = 0.6
    no_interlock: float = 3.0
    too_many_boxes: float = 8.0
    same_head_face: float = 1.5
    broken_measures: float = 4.0
    head_density_per_share: float = 40.0


WEIGHTS = Weights()
