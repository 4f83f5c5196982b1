"""What stands beside what: photos level with the text and off the nameplate, no rule between a head and its photo, one bar for a kicker."""

from dataclasses import replace

import pytest
from blocks.bench import kit as bare_kit
from blocks.bench import rows

from makeup.pages import edition
from makeup.test_rules import figure, page, slot
from makeup.test_search import copy_of
from paperlayout.compose.rules import rule_frames
from paperlayout.geometry import Rect
from paperlayout.grid import Block
from paperlayout.heads.frames import BAR_WIDTH, kicker_bar
from paperlayout.heads.place import HeadPlace
from paperlayout.heads.variant import HeadLine
from paperlayout.heads.variants import head_variants
from paperlayout.issue.content import Article, Text
from paperlayout.issue.prices import Prices
from paperlayout.kinds.picture_news.measure import MOST_CAPTION, measure_picture_news
from paperlayout.measure import measure
from paperlayout.page import Rule
from paperlayout.plan.block.block_area import BlockArea
from paperlayout.plan.block.block_cost import Candidate
from paperlayout.plan.block.block_fill import BlockFill
from paperlayout.plan.block.figures import Corner, arrangements
from paperlayout.plan.block.sizes import Sized
from paperlayout.plan.page_plan import Leg
from paperlayout.plan.search.block_tables import BlockTables
from paperlayout.setting.horizontal import StyledText


@pytest.mark.parametrize("left", [False, True])
def test_no_rule_parts_a_head_from_the_photo_beside_it(left: bool) -> None:
    kit = bare_kit()
    photo, head = (Block(0, 0, 2, 20), Block(2, 0, 4, 6)) if left else (Block(4, 0, 2, 20), Block(0, 0, 4, 6))
    legs = tuple(Leg(c, 6, 74) for c in range(head.column, head.right))
    story = slot(0, Block(0, 0, 6, 80), head_block=head, figures=(replace(figure(photo), anchor="tower"),), legs=legs)
    grid = kit.house.grid(92)
    rules = [item for frame in rule_frames(page(story), (), grid, kit) for item in frame.items if isinstance(item, Rule)]
    gutter = grid.x(2 if left else 4) - grid.column_gap / 2
    assert [rule.start.y for rule in rules if rule.start.x == pytest.approx(gutter)] == [pytest.approx(grid.ink_top(head.rows))]


def test_a_kicker_of_two_lines_has_one_bar_as_high_as_both() -> None:
    kit = bare_kit()
    voice = kit.house.look.voices.kicker
    first, second = (HeadLine("kicker", (StyledText("引题" * 6, voice),), baseline, 8.0, 100.0) for baseline in (20.0, 40.0))
    one, both = (kicker_bar(lines, Rect(0, 0, 200, 100), kit) for lines in ((first,), (first, second)))
    assert one is not None and both is not None
    ys = [point.y for point in both.points]
    assert (min(ys), max(ys)) == (min(p.y for p in one.points), max(p.y for p in one.points) + 20.0)
    assert max(point.x for point in both.points) == BAR_WIDTH


def test_a_photo_beside_the_leads_head_keeps_off_the_nameplate() -> None:
    story = copy_of([60]).stories[0]
    for air in (0, 1):
        found = arrangements(replace(story, air=air), 6, Corner(), Prices())
        beside = [s for a in found for s in a.spots if s.anchor == "beside"]
        assert beside and {s.above for s in beside} == {air}
    made, kit = edition("three-stories")
    grid = kit.house.grid()
    for front in (True, False):
        copy = measure(made.issue.pages[0], grid, kit, front)
        assert [s.air for s in copy.stories if s.rank == 1] == [int(front)] and not any(s.air for s in copy.stories if s.rank > 1)


@pytest.mark.parametrize("length", range(30, 60))
def test_the_name_copy_is_signed_with_is_not_parted(length: int) -> None:
    lines = [row.line.text for row in rows("今年以来区总工会走访企业慰问职工" * 4 + "办" * (length - 30) + "（许玉宣）") if row.line]
    assert any("（许玉宣）" in line for line in lines)


def test_the_head_an_editor_broke_is_seldom_set_in_one_line() -> None:
    kit = bare_kit()
    found = head_variants(Article(id="a", title=Text("下班不赶路/托管班开进园区")), (HeadPlace(1, 6, 960.0, 15.75, 3.0, False, front=False),), kit)
    assert sum(line.kind == "headline" for line in found[0].lines) == 2


@pytest.mark.parametrize(("long", "texts"), [(False, 0), (True, 1)])
def test_a_long_caption_of_picture_news_is_text_under_its_head(long: bool, texts: int) -> None:
    made, kit = edition("three-stories")
    given = next(p for pg in made.issue.pages for p in (*pg.photos, *(p for a in (*pg.lead, *pg.articles) for p in a.photos)))
    photo = replace(given, title=Text("工余一小时"), caption=Text("灯" * (MOST_CAPTION if long else 20)), body=())
    grid = kit.house.grid()
    box = measure_picture_news(photo, 3, grid, kit, False)
    assert {len(v.texts) for v in box.variants} == {texts}


@pytest.mark.parametrize("over", [0, 5])
def test_a_photo_at_the_foot_without_text_over_it_is_level_with_the_text_beside_it(over: int) -> None:
    story = copy_of([60]).stories[0]
    fill = BlockFill(BlockTables(copy_of([60]), 4, 36).block(0, 4))
    arrangement = next(a for a in arrangements(story, 4, Corner(), Prices()) if a.spots[0].anchor == "foot")
    head, spot = story.heads_over(4)[0], arrangement.spots[0]
    variant = story.figures[0].of_width(spot.columns)[0]
    ground = BlockArea(4, head.rows + over + variant.rows + spot.extra_rows, Block(0, 0, 4, head.rows), None)
    spots, variants = fill.flush(Candidate(0.0, 0.0, arrangement, Sized(head, (variant,))), ground)
    ((placed,),) = ground.figures(spots, variants)
    assert placed.block.foot == ground.rows
    assert placed.picture.row == head.rows + (over + 1 if over else 0)
