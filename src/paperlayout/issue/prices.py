"""The prices of make-up, one tree: what a page editor would give to avoid each thing. paper.yaml names them `prices.rules.tombstone` and so on.

A price of 1 is a row of white too many round a subhead; 10 is seen by any reader; 60 and more is never done where there is another way. `per` in a name
is a rate; where a docstring says nothing else, each thing costs its price as often as it is there. The prices of breaking lines, on a scale of their own,
stand in `text/`. Tuned on pages looked at, with tests/bench/tune_weights.py.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RulePrices:
    """The page rules (make-up §2), in the order of plan/judge/rules.py. A share is one of the page."""

    tombstone: float = 25.0
    tombstone_unlike: float = 8.0
    tombstone_across: float = 2.0
    stacked_heads: float = 12.0
    seam: float = 1.0
    seam_per_share: float = 60.0
    through_cut: float = 8.0
    cross: float = 400.0
    """Also of text that is not read under its head or in its order, and what no page may cost that is taken without a look at others."""
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


@dataclass(frozen=True, slots=True)
class PlannerPrices:
    """The search for the page: its cuts and corners, the width of a story, and what decides which pages are looked at."""

    side_tombstone: float = 24.0
    full_cut: float = 3.0
    cut: float = 0.5
    interlock: float = 3.0
    """A corner that is locked costs so much less than nothing."""
    interlock_left: float = 2.0
    seam_per_row: float = 0.35
    seam_free_share: float = 0.5
    """Share of the page's rows a gutter may run for nothing."""
    width_per_column: float = 2.5
    lead_width_per_column: float = 5.0
    """Each column off what an editor would give a story, or the lead."""
    filler_per_row: float = 0.1
    """A row off the hole that a photo, lines or a brief would fill, when cures are tried."""
    good_page: float = 20.0
    good_story: float = 8.0
    """A page that costs no more than this, and this for each story, is taken without a look at another leading."""
    other_rows: float = 3.0
    """What a page must gain before another leading than the nominal is taken."""
    offered: float = 12.0
    """What another make-up must save before it is offered in place of a kept one, and what a kept one may grow dearer before one is looked for."""
    worn: float = 6.0
    """What an edit may add to the cost of a kept page before other heights of its cuts are looked at."""
    surprise: float = 3.0
    """What a story must cost more in its legs than its area promised before the search hears of it."""
    regret: float = 8.0
    """A page that costs so much more than its draft promised is searched for again."""
    hopeless: float = 12.0
    """A draft so much dearer than the best page is not made real."""
    near: float = 24.0
    """Trees of a set dearer than its best by more than this are not looked at."""
    far: float = 40.0
    """The same of first cuts of the page, each of its kind and width."""


@dataclass(frozen=True, slots=True)
class TextPrices:
    """A story's text: white and misfit, what stands at the edges of its legs, paragraphs a line longer or shorter."""

    blank_row: float = 10.0
    misfit_per_row: float = 2.0
    short_leg: float = 5.0
    widow: float = 40.0
    """A paragraph's last line alone at a leg's top."""
    orphan: float = 25.0
    """A first line alone at its foot."""
    stranded: float = 60.0
    """A subhead at a leg's top, a question at its foot."""
    parted: float = 8.0
    """A block of rows in two parts."""
    shorter_leg: float = 0.6
    """Of legs meant to be even, each that ends a row above the others."""
    loosened: float = 1.2
    """A paragraph set a line longer or shorter (prototype: 0.5–0.6 a line, doubled since it shows)."""
    loosest_per_em: float = 10.0
    tightest_per_em: float = 20.0
    """To which its widest gap and its most squeezed one are added."""
    subhead_white: float = 6.0
    """A row of white over a subhead more than its sisters have."""
    one_white: float = 0.6
    no_white: float = 1.6
    """Verse, names or a table with white on one side only, and on none."""
    lost_white: float = 4.0
    """A note whose white falls away because a leg ends there."""


@dataclass(frozen=True, slots=True)
class HeadPrices:
    """One way to set a head against another; a share is one of its span, in `uneven` one of its longest line."""

    step: float = 2.0
    """Each step down in size of an equal-measure pair."""
    even_step: float = 1.4
    """Each step down in size of lines of one size, and of vertical ones."""
    line: float = 1.0
    """Each line more."""
    fill_per_share: float = 45.0
    """A head that leaves its span empty, by the share that is missing."""
    off_ideal_per_share: float = 6.0
    """A head wider or narrower than its span's ideal share."""
    condensed: float = 2.0
    uneven_per_share: float = 30.0
    uneven_vertical_per_share: float = 12.0
    """Lines of very different length in one size."""
    unbroken: float = 20.0
    """A head the editor gave a break to, in one line."""
    off_ladder: float = 12.0
    """A head smaller than its rung, to which each point is added."""
    row: float = 2.0
    """The first row of white that a head takes more than it needs, growing by the square."""
    slack_per_point: float = 0.08
    """White beyond what the house allows below a head."""
    length_per_row: float = 3.0
    """A vertical head longer or shorter than the house allows."""
    longer_deck: float = 2.0
    """A deck that reaches further down than the vertical main lines."""
    white: float = 0.8
    """The first row of white under a vertical head as high as its text, growing by the square."""
    beside: float = 4.0
    """旁题: a head with text at its side up to the block's top."""


@dataclass(frozen=True, slots=True)
class PhotoPrices:
    """Photos in their sizes, and where they stand in their story's block (house-style §7)."""

    crop: float = 25.0
    """The share cropped away, by the square over the most the house allows."""
    stamp_per_row: float = 3.5
    flat_group: float = 2.5
    tall_group: float = 20.0
    """A group of photos flatter or taller than is usual on a page, by its ratio of width to height."""
    tall_width: float = 2.2
    """A tall photo off the columns an editor would give it, by the square."""
    wider_per_column: float = 1.8
    narrower_per_column: float = 2.4
    """Any other, off half its block for the first of a story, a third for the rest."""
    one_column: float = 4.0
    """A wide photo in one column of three or more."""
    over_text_per_column: float = 3.0
    """Wider than goes with so little text."""
    top_whole: float = 1.0
    top_inside: float = 1.5
    """Under the head over all columns, and with text on both sides."""
    foot_inside: float = 0.8
    foot_first: float = 2.5
    """At the foot but not at the left, and the first photo there."""
    middle: float = 0.6
    middle_wide: float = 2.4
    middle_first: float = 3.0
    """In mid-leg; there over two columns, and the first photo."""
    beside_head: float = 0.5
    beside_lead: float = 6.0
    beside_narrow: float = 10.0
    """Beside the head; beside the lead's; leaving it fewer columns than the photo has."""
    full_height: float = 1.0
    tower_left: float = 0.5
    """As high as the text, and at the left of head and text."""
    alike: float = 2.0
    level: float = 3.0
    same_columns: float = 2.5
    stepped: float = 1.5
    outgrown: float = 2.5
    """Two photos of one story: of one width, at one height, one over the other, mid-leg and foot side by side, one wider than the first."""
    most: float = 11.0
    """Arrangements dearer than this are looked at only when there is no other; photos must stand somewhere."""


@dataclass(frozen=True, slots=True)
class BoxPrices:
    """A story as one block of its own measure: 加框, 底纹, 破栏, notices."""

    white: float = 4.0
    """A row more of white between head and text."""
    width_per_column: float = 2.0
    long_leg_per_row: float = 0.2
    short_leg_per_row: float = 1.0
    photo_width_per_leg: float = 2.5
    photo_stamp: float = 5.0
    """Each leg by which a photo is off the ideal width, and a wide one in a single leg."""


@dataclass(frozen=True, slots=True)
class BriefsPrices:
    """The 简讯 box."""

    gap: float = 2.0
    """A row of white more between two briefs."""
    bad_cut: float = 8.0
    """A leg that ends where it should not."""
    short_leg: float = 2.0
    ragged_per_row: float = 0.5
    """Rows by which the legs of a brief differ, where a block would not be parted evenly."""


@dataclass(frozen=True, slots=True)
class PictureNewsPrices:
    """图片新闻."""

    width_per_column: float = 2.5
    fewer_legs: float = 3.0
    """Each leg of text fewer than the picture has columns."""


@dataclass(frozen=True, slots=True)
class AssignPrices:
    """分版, 转版: which page a story goes to, on a scale of its own. `over` and `under` by the square of the share a page is off."""

    over: float = 400.0
    under: float = 150.0
    stray_per_page: float = 1.5
    stray_filler_share: float = 0.3
    """A page off the editor's order; a filler costs only this share of it."""
    parted: float = 6.0
    """A 栏目 on two pages."""
    leaderless: float = 10.0
    """A page without a lead."""
    crowded: float = 1.5
    """A photo off the average of all pages."""
    clash: float = 200.0
    """Two items pinned to one place of one page."""
    stay: float = 1.0
    """What the place where a story was cut before may cost more than the best: some two or three paragraphs."""


@dataclass(frozen=True, slots=True)
class Prices:
    """All prices of a house."""

    rules: RulePrices = RulePrices()
    planner: PlannerPrices = PlannerPrices()
    text: TextPrices = TextPrices()
    heads: HeadPrices = HeadPrices()
    photos: PhotoPrices = PhotoPrices()
    boxes: BoxPrices = BoxPrices()
    briefs: BriefsPrices = BriefsPrices()
    picture_news: PictureNewsPrices = PictureNewsPrices()
    assign: AssignPrices = AssignPrices()
