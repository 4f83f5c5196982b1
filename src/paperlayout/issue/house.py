"""The house style: what never changes from issue to issue, with the built-in broadsheet as defaults.

Every number stands here once; paper.yaml may change any of them (`样式:` by its dotted name). Distances are from ink to ink unless a name says rows.
"""

import math
from dataclasses import dataclass, field
from pathlib import Path

from paperlayout.diag import Origin, Severity
from paperlayout.geometry import Size
from paperlayout.grid import Grid
from paperlayout.issue.prices import Prices
from paperlayout.page import Ink
from paperlayout.units import Pt, mm


@dataclass(frozen=True, slots=True)
class Type:
    """A voice: face, size in points, tracking in points added after each character, and how far it is condensed (1: not at all)."""

    face: str
    size: Pt
    tracking: Pt = 0.0
    ink: str = "black"
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class GridStyle:
    """版心格: base columns of whole characters on a baseline grid. `rows` is the nominal choice, fewest and most rows are what the house allows."""

    columns: int = 6
    chars: int = 15
    size: Pt = 10.5
    rows: int = 92
    fewest_rows: int = 90
    most_rows: int = 94
    height: Pt = 1449.0
    top: Pt = 47.94
    column_gap: Pt = 15.75
    ink_ascent: float = 0.84
    ink_descent: float = 0.08


@dataclass(frozen=True, slots=True)
class Voices:
    """Faces by role (house-style §3)."""

    body: Type = Type("song-400", 10.5)
    lede: Type = Type("kai-400", 10.5)
    dateline: Type = Type("hei-700", 10.5)
    strong: Type = Type("hei-700", 10.5)
    signature: Type = Type("kai-400", 10.5)
    jump_line: Type = Type("kai-400", 10.5)
    byline: Type = Type("kai-400", 10.5)
    quote: Type = Type("kai-400", 10.5)
    summary: Type = Type("kai-400", 10.5)
    note: Type = Type("kai-400", 10.5)
    verse: Type = Type("kai-400", 10.5)
    initial: Type = Type("song-900", 26.25)
    ruby: Type = Type("hei-400", 5.25)
    subhead_prefix: Type = Type("hei-400", 9, 2.2)
    subhead: Type = Type("hei-900", 14.5)
    subhead_long: Type = Type("hei-900", 12.5)
    caption: Type = Type("hei-700", 9)
    photo_credit: Type = Type("kai-400", 9)
    illustration: Type = Type("hei-700", 7.5, 0.0, "paper")
    tab: Type = Type("hei-700", 12.5, 2.2, "paper")
    box_head: Type = Type("song-900", 23, 3, "red")
    brief_heads: tuple[Type, ...] = (Type("hei-700", 18), Type("kai-400", 19), Type("song-900", 18))
    ear: Type = Type("song-600", 11.5)
    ear_head: Type = Type("hei-700", 16)
    kicker: Type = Type("kai-400", 17)
    deck: Type = Type("kai-400", 15)
    vertical_deck: Type = Type("kai-400", 16)
    head_light: Type = Type("song-600", 56)
    head_heavy: Type = Type("song-900", 91)
    head_inside: Type = Type("hei-900", 60)
    head_second: Type = Type("hei-900", 36)
    head_second_inside: Type = Type("song-900", 36)
    head_third: Type = Type("song-900", 28)
    head_third_other: Type = Type("hei-700", 28)
    head_box: Type = Type("song-900", 34)
    data_number: Type = Type("song-900", 46, 0.0, "red")
    data_name: Type = Type("hei-700", 11.5)
    data_unit: Type = Type("hei-400", 9)
    advert_label: Type = Type("hei-400", 8, 1)
    credits: Type = Type("hei-400", 8)
    credits_page: Type = Type("song-900", 11, 0.0, "red")


@dataclass(frozen=True, slots=True)
class HeadSize:
    """Sizes a head of one rank may take over so many columns, in points."""

    rank: int
    columns: int
    least: Pt
    most: Pt
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Heads:
    """The head ladder and the spacing inside heads (house-style §4, §5)."""

    ladder: tuple[HeadSize, ...] = (
        HeadSize(1, 6, 60, 72), HeadSize(1, 5, 54, 66), HeadSize(1, 4, 46, 60), HeadSize(1, 3, 40, 48, 3),
        HeadSize(2, 6, 36, 42), HeadSize(2, 5, 34, 42), HeadSize(2, 4, 34, 40), HeadSize(2, 3, 30, 36), HeadSize(2, 2, 26, 30), HeadSize(2, 1, 20, 22, 3),
        HeadSize(3, 6, 28, 32), HeadSize(3, 5, 28, 32), HeadSize(3, 4, 28, 32), HeadSize(3, 3, 24, 32), HeadSize(3, 2, 22, 26), HeadSize(3, 1, 18, 20, 3),
        HeadSize(4, 3, 20, 20), HeadSize(4, 2, 18, 18), HeadSize(4, 1, 15, 16),
    )  # fmt: skip
    inside: tuple[HeadSize, ...] = (HeadSize(1, 6, 54, 64), HeadSize(1, 5, 50, 60), HeadSize(1, 4, 44, 52), HeadSize(1, 3, 38, 44, 3))
    boxed: tuple[HeadSize, ...] = (
        HeadSize(3, 6, 30, 38), HeadSize(3, 5, 30, 38), HeadSize(3, 4, 28, 38), HeadSize(3, 3, 26, 36), HeadSize(3, 2, 22, 28), HeadSize(3, 1, 18, 20, 3),
    )  # fmt: skip
    continued: tuple[HeadSize, ...] = (HeadSize(3, 4, 22, 24), HeadSize(3, 3, 20, 24), HeadSize(3, 2, 18, 22), HeadSize(3, 1, 15, 17, 3))
    """Heads repeated over the rest of a story that jumped: smaller than any other."""
    pair_light: tuple[Pt, Pt] = (48, 60)
    pair_ratio: float = 1.65
    pair_from_columns: int = 5
    tracking: float = 0.06
    least_fill: float = 0.60
    condensed: float = 0.96
    short_chars: int = 4
    short_tracking: float = 0.5
    line_gap: float = 0.15
    tab_above: Pt = 11.25
    tab_height: Pt = 20
    tab_below: Pt = 13
    tab_padding: Pt = 12
    tab_baseline: Pt = 14.6
    kicker_below: Pt = 12
    deck_above: Pt = 11
    lead_above: Pt = 20
    lead_below: tuple[Pt, Pt] = (22, 34)
    below: tuple[Pt, Pt] = (14, 24)
    above: Pt = 0.0
    step: float = 1.75


@dataclass(frozen=True, slots=True)
class VerticalHeads:
    """竖题 in the first column of its story (house-style §4). Lengths in em of the main size unless they are points; `large` is for the lead."""

    sizes: tuple[Pt, Pt] = (38, 44)
    large: tuple[Pt, Pt] = (46, 52)
    step: Pt = 2
    pitch: float = 1.07
    gap: tuple[float, float] = (0.3, 0.5)
    drop: float = 0.55
    most_lines: int = 2
    rows: tuple[int, int] = (14, 26)
    large_rows: tuple[int, int] = (14, 32)
    least_white: float = 0.55
    deck_pitch: float = 19 / 16
    deck_gap: float = 0.4
    rule: Pt = 1
    rule_before: Pt = 18
    rule_after: Pt = 6


@dataclass(frozen=True, slots=True)
class Subheads:
    """小标题: rows taken and baselines below the top of the first row (house-style §6)."""

    rows: int = 3
    rows_one_line: int = 2
    prefix: int = 4
    prefix_baseline: Pt = 19.2
    baseline: Pt = 38.2
    baseline_one_line: Pt = 22.6
    baselines_two_lines: tuple[Pt, Pt] = (20.6, 37.4)
    least_size: Pt = 13
    key_word: int = 2


@dataclass(frozen=True, slots=True)
class Blocks:
    """Quotes, lists, verse, name lists, tables and ornaments in the text; in em of the body size, rules in points."""

    quote: tuple[float, float] = (2.0, 2.0)
    quote_narrow: tuple[float, float] = (1.0, 1.0)
    note: tuple[float, float] = (1.0, 1.0)
    narrow: float = 14.0
    list_indent: float = 2.0
    marker: float = 0.36
    turn: float = 2.0
    name_width: float = 3.0
    name_gap: float = 1.0
    cell_gap: float = 1.0
    cell_least: float = 2.0
    table_rule: Pt = 0.5
    head_rule: Pt = 0.25
    ornament: float = 0.3
    ornaments: int = 3
    ornament_step: float = 1.5
    initial_gap: float = 0.25


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks in the line (typesetting §6.7); in em of the body size below its baseline, rules in points."""

    dot: float = 0.2
    dot_drop: float = 0.34
    line_drop: float = 0.26
    line: Pt = 0.5
    line_inset: float = 0.1
    wave: float = 0.06
    wave_length: float = 0.4
    ruby: float = 0.5
    ruby_rise: float = 0.96
    ruby_air: float = 0.1


@dataclass(frozen=True, slots=True)
class Figures:
    """Pictures and captions (house-style §7); heights in whole rows. No photo is printed finer than `ppi`; `gray` puts all on the black plate."""

    border: Pt = 0.25
    caption_rise: Pt = 0.4
    caption_indent: Pt = 9
    caption_leading: Pt = 12
    marker_width: Pt = 5.2
    marker_height: Pt = 5.4
    crop: float = 0.16
    group_gap: Pt = 3
    mark_width: Pt = 27
    mark_height: Pt = 12.5
    ppi: float = 220
    gray: bool = False


@dataclass(frozen=True, slots=True)
class Boxes:
    """The 简讯 box (house-style §11)."""

    title: str = "工会简讯"
    padding: Pt = 10.5
    foot: Pt = 8
    head_rows: int = 3
    head_baseline: Pt = 29
    head_rule: Pt = 38
    top_rule: Pt = 2.4
    tint: float = 0.08
    brief_head_rows: int = 2
    brief_head_baseline: Pt = 22
    rule: Pt = 0.25
    top_gap: Pt = 3


@dataclass(frozen=True, slots=True)
class StoryBoxes:
    """Boxed and tinted stories (house-style §11): frame, ground, padding, and the strip of numbers under the head."""

    padding: Pt = 15.75
    frame: Pt = 1
    plain_frame: Pt = 0.5
    blush: float = 0.06
    tint: float = 0.08
    tab_below: Pt = 17
    head_above: Pt = 17
    strip_rows: int = 5
    strip_baseline: Pt = 44
    strip_rule: Pt = 57
    strip_divider: Pt = 1
    strip_top: Pt = 12
    name_rise: Pt = 19
    unit_rise: Pt = 4
    number_gap: Pt = 7
    numbers_a_column: float = 1.34


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules: weights in points (house-style §8)."""

    column: Pt = 0.25
    story: Pt = 0.5
    cutoff: Pt = 0.5
    box_head: Pt = 0.5
    credits: Pt = 0.5
    credits_drop: Pt = 12
    credits_baseline: Pt = 22.6


@dataclass(frozen=True, slots=True)
class Nameplate:
    """报头: rows on the front page and distances from the top of row 1 (house-style §9)."""

    height: Pt = 173.25
    name_face: str = "brush-400"
    name_size: Pt = 150
    name_end: Pt = 48
    name_margin: Pt = 12
    name_gap: Pt = 56
    name_height: Pt = 142
    name_top: Pt = 4
    slogan: Type = Type("kai-400", 12)
    slogan_pitch: Pt = 17.2
    slogan_inset: Pt = 20
    slogan_top: Pt = 16
    pinyin: Type = Type("hei-400", 9, 4.6)
    foot: Pt = 158
    month: Type = Type("hei-400", 10.5)
    month_baseline: Pt = 15
    day: Type = Type("song-900", 62, 0.0, "red")
    day_baseline: Pt = 69.5
    large_day: float = 1.22
    large_day_baseline: Pt = 99
    large_day_rule: Pt = 28
    lunar: Type = Type("kai-400", 10.5)
    lunar_baselines: tuple[Pt, Pt] = (50, 66)
    info_rule: Pt = 82
    label: Type = Type("hei-400", 8.5)
    value: Type = Type("song-400", 9)
    value_spread: Pt = 12
    value_indent: Pt = 46
    info_baseline: Pt = 96
    info_leading: Pt = 15.75
    audience: Type = Type("kai-400", 9.5)
    page_count: Type = Type("hei-700", 9.5, 0.0, "red")
    bar: Type = Type("hei-700", 11.5, 3, "paper")
    bar_height: Pt = 17.5
    guide: Type = Type("song-600", 11.5)
    guide_page: Type = Type("song-900", 27, 0.0, "red")
    guide_step: Pt = 44.5
    double_rule: Pt = 165.5
    thick: Pt = 3
    thin: Pt = 1
    between: Pt = 2


@dataclass(frozen=True, slots=True)
class FolioLine:
    """报眉 of inside pages: distances from the top of row 1, baselines above its rule (house-style §10)."""

    height: Pt = 26
    above: Pt = 6
    rule_drop: Pt = 20
    rule: Pt = 0.5
    accent: Pt = 2.6
    number: Type = Type("song-900", 27, 0.0, "red")
    number_rise: Pt = 5.5
    section: Type = Type("hei-700", 17, 1)
    section_indent: Pt = 22
    section_rise: Pt = 6.5
    date: Type = Type("hei-400", 9)
    date_rise: Pt = 7
    staff: Type = Type("hei-400", 8)
    staff_inset: Pt = 78
    name: Type = Type("brush-400", 18, 0.6, "red")
    name_rise: Pt = 6
    gap: Pt = 8


@dataclass(frozen=True, slots=True)
class Inks:
    """The paper's inks by name. A spot name makes the red a plate of its own."""

    black: Ink = Ink("black", 0, 0, 0, 100)
    red: Ink = Ink("red", 0, 100, 100, 0)
    paper: Ink = Ink("paper", 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class CompositionStyle:
    """排字: how lines are composed. Gaps in 字; the defaults are those of CLREQ and GB/T 15834, but that a number keeps its measure word (house-style §13)."""

    punctuation: str = "quanjiao"
    kinsoku: str = "gb"
    latin_gap: float = 0.25
    number_unit: float = 150.0
    digit_gap: float | None = None
    slogan_space: float = 0.5
    rescue: float = 0.05
    squeeze_stops: bool = True
    soft_floor: float = 0.0
    tight: bool = False
    line_start: str = "half"
    line_end: str = "half"
    paragraph_start: str = "half"
    ellipsis_start: bool = True
    date: float = 0.0
    contrast: float = 0.0
    hang: bool = False
    cells: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """All numbers of the look, and the prices of make-up; paper.yaml names them as voices.body.size, heads.tab_above, prices.rules.tombstone and so on."""

    grid: GridStyle = GridStyle()
    voices: Voices = Voices()
    heads: Heads = Heads()
    vertical_heads: VerticalHeads = VerticalHeads()
    subheads: Subheads = Subheads()
    blocks: Blocks = Blocks()
    marks: Marks = Marks()
    figures: Figures = Figures()
    boxes: Boxes = Boxes()
    story_boxes: StoryBoxes = StoryBoxes()
    rules: Rules = Rules()
    nameplate: Nameplate = Nameplate()
    folio: FolioLine = FolioLine()
    inks: Inks = Inks()
    composition: CompositionStyle = CompositionStyle()
    prices: Prices = Prices()


@dataclass(frozen=True, slots=True)
class Imprint:
    """报头资料: what the nameplate and credits say of the paper."""

    name: str = ""
    name_image: Path | None = None
    pinyin: str = ""
    publisher: str = ""
    supervisor: str = ""
    cn: str = ""
    permit: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    printer: str = ""
    audience: str = ""
    print_run: str = ""
    price: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of 人名职务, and the posts he holds."""

    name: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """A rule of 检查 that is turned off (None), or made a note, warning or error."""

    code: str
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class PressProfile:
    """付印: what one plant wants of the file; the ink limit is in per cent.

    Without the plant's own `icc` a built-in profile for newsprint holds, without `image_ppi` that of the look.
    """

    name: str = ""
    standard: str = "x4"
    marks: str = "none"
    icc: Path | None = None
    ink_limit: float = 240.0
    image_ppi: int | None = None
    overprint_black: bool = True
    trapped: bool = False
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class House:
    """paper.yaml over the built-in house style."""

    imprint: Imprint = Imprint()
    trim: Size = Size(mm(390), mm(545))
    look: Look = Look()
    dateline: str = "本报讯"
    words: tuple[str, ...] = ()
    graded: tuple[Graded, ...] = ()
    people: tuple[Person, ...] = ()
    press: tuple[PressProfile, ...] = (PressProfile(),)
    file: Path | None = None
    origin: Origin | None = field(default=None, compare=False)

    def grid(self, rows: int | None = None, furniture: Pt = 0.0) -> Grid:
        """The type area cut into so many rows (nominal when not given), centred between the side margins, under a 报头 or 报眉 so high."""
        style = self.look.grid
        column, leading = style.chars * style.size, style.height / (rows or style.rows)
        width = style.columns * column + (style.columns - 1) * style.column_gap
        return Grid(
            columns=style.columns, rows=rows or style.rows, column=column, column_gap=style.column_gap, leading=leading, body_size=style.size,
            left=(self.trim.width - width) / 2, top=style.top, ink_ascent=style.ink_ascent, ink_descent=style.ink_descent,
            furniture_rows=math.ceil(furniture / leading - 1e-6),
        )  # fmt: skip

    def furniture(self, front: bool) -> Pt:
        """How high the 报头 of the front page is, or the 报眉 of the others."""
        return self.look.nameplate.height if front else self.look.folio.height

    @property
    def silenced(self) -> frozenset[str]:
        """The codes that are turned off."""
        return frozenset(one.code for one in self.graded if one.severity is None)


BROADSHEET = House()
