"""Items set as one block of their own measure: what is measured, how they stand on the page, what is said when they cannot."""

import shutil
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from makeup.pages import Made, edition, made
from paperlayout.check.ear import crowded_ear
from paperlayout.check.pins import odd_boxes, unused_fields
from paperlayout.compose.figure import parts_of
from paperlayout.compose.rules import rule_frames
from paperlayout.diag import Diagnostic, IssueError
from paperlayout.fonts.book import FontBook
from paperlayout.geometry import Rect
from paperlayout.grid import Block, Grid
from paperlayout.issue.content import Issue, Text
from paperlayout.issue.house import BROADSHEET
from paperlayout.issue.values import BadValue, columns
from paperlayout.kinds.advert.item import Advert
from paperlayout.kinds.notice.item import Notice
from paperlayout.kinds.notice.measure import notice_article
from paperlayout.kinds.picture_news.compose import SetPicture
from paperlayout.kinds.story.boxed import FOOT
from paperlayout.kinds.story.compose import SetStory
from paperlayout.kinds.story.data_strip import strip_lines
from paperlayout.kit import Kit
from paperlayout.measure import measure
from paperlayout.page import Frame, GlyphRun, Outline, Picture, Rule, Tint
from paperlayout.photo.pixels import pixels
from paperlayout.photo.recipe import Pixels
from paperlayout.pipeline import Timings, load, make_up, open_kit
from paperlayout.plan.page_plan import BoxSlot, PagePlan
from paperlayout.story.box import BoxVariant, MeasuredBox
from paperlayout.story.evenly import even_legs
from paperlayout.story.measured import Choice, FlowItem, Unbroken
from paperlayout.story.room import broken_room, padded_room

BODY = 10.5
KIT = Kit(BROADSHEET, FontBook(), {})


@cache
def grid() -> Grid:
    return edition("four-pages")[1].house.grid(92)


@cache
def boxes(label: str) -> tuple[MeasuredBox, ...]:
    """Every box of a kind, by its label, in the four-page issue, measured."""
    whole, kit = edition("four-pages")
    copies = (measure(page, grid(), kit, number == 1) for number, page in enumerate(whole.issue.pages, 1))
    return tuple(box for copy in copies for box in copy.boxes if box.label == label)


def variants(*labels: str) -> list[BoxVariant]:
    return [variant for label in labels for box in boxes(label) for variant in box.variants]


def stories(*labels: str) -> list[tuple[BoxVariant, SetStory]]:
    return [(v, v.content) for v in variants(*labels) if isinstance(v.content, SetStory)]


# -- measured


def test_the_issue_has_every_kind() -> None:
    assert all(boxes(label) for label in ("加框稿", "破栏稿", "图片新闻", "广告", "启事", "简讯框"))
    assert {box.framed for label in ("加框稿", "启事", "广告", "简讯框") for box in boxes(label)} == {True}
    assert {box.framed for label in ("破栏稿", "图片新闻") for box in boxes(label)} == {False}


def test_a_size_is_measured_once_and_cheapest() -> None:
    for label in ("加框稿", "破栏稿", "图片新闻", "启事"):
        for box in boxes(label):
            sizes = [(v.columns, v.rows) for v in box.variants]
            assert len(sizes) == len(set(sizes)) and all(v.cost < 1e6 for v in box.variants)


def test_a_boxed_story_is_offered_in_many_sizes() -> None:
    for box in boxes("加框稿"):
        assert {v.columns for v in box.variants} >= {2, 3, 4, 5, 6}
        for width in (2, 3, 4):
            assert len([v for v in box.variants if v.columns == width]) >= 5, (box.id, width)


def test_legs_are_even_and_end_together() -> None:
    """The left ones are a row longer at most; all text stands in them."""
    for variant, content in stories("加框稿", "破栏稿", "启事"):
        feet = [leg.row + leg.rows + sum(f.variant.rows + f.variant.caption_rows + 1 for f in content.figures if f.white_above and f.leg <= leg.leg < f.leg + f.legs) for leg in content.legs]
        assert max(feet) == content.foot and max(feet) - min(feet) <= 1 and feet == sorted(feet, reverse=True)
        assert sum(leg.rows for leg in content.legs) == sum(pick.lines for pick in content.text.picks)
        assert variant.rows == content.foot + (FOOT if content.ground != "none" else 0)


def test_photos_in_a_box_stand_clear_of_its_text() -> None:
    for variant, content in stories("加框稿"):
        taken = {(leg.leg, row) for leg in content.legs for row in range(leg.row, leg.row + leg.rows)}
        for figure in content.figures:
            own = {(leg, row) for leg in range(figure.leg, figure.leg + figure.legs) for row in range(figure.row, figure.foot)}
            assert not own & taken and content.top <= figure.row and figure.foot <= content.foot
            assert figure.variant.crop <= 0.16
        assert len(variant.pictures) == len(content.figures)


def test_a_padded_room_holds_whole_characters_between_equal_paddings() -> None:
    kit = edition("four-pages")[1]
    for width in range(1, 7):
        room = padded_room(width, 15.75, grid(), kit)
        assert room.padding >= 15.75 - 1e-6 and room.legs == width
        assert room.width(BODY) + 2 * room.padding == pytest.approx(grid().width(width))
    assert padded_room(3, 15.75, grid(), kit).measure == 14


@pytest.mark.parametrize(("wide", "legs", "measure_"), [(3, 2, 23), (4, 3, 20), (5, 3, 26), (6, 4, 23), (5, 2, None), (2, 2, None), (3, 0, None), (6, 2, None)])
def test_broken_measures_are_whole_and_read_well(wide: int, legs: int, measure_: int | None) -> None:
    room = broken_room(wide, legs, grid(), edition("four-pages")[1])
    assert (room.measure if room else None) == measure_
    if room:
        assert room.gap >= grid().column_gap and room.width(BODY) == pytest.approx(grid().width(wide))
        edges = [room.first_column(n) for n in range(room.legs + 1)]
        assert edges[0] == 0 and edges[-1] == wide and all(a < b for a, b in pairwise(edges))


@pytest.mark.parametrize(("typed", "wide", "legs"), [("三破二", 3, 2), ("3破2", 3, 2), ("4栏破3栏", 4, 3), ("六破四", 6, 4), ("五破 3", None, None)])
def test_broken_columns_as_typed(typed: str, wide: int | None, legs: int | None) -> None:
    if wide is None:
        with pytest.raises(BadValue):
            columns(typed)
    else:
        assert (columns(typed).columns, columns(typed).legs) == (wide, legs)


@pytest.mark.parametrize("typed", ["二破三", "3破3", "3破0", "破2"])
def test_columns_are_broken_into_fewer(typed: str) -> None:
    with pytest.raises(BadValue):
        columns(typed)


def test_even_legs_avoid_what_a_loosened_paragraph_can_avoid() -> None:
    """Ten and eleven lines in two legs: the nominal 10 would leave one line of the second paragraph alone."""
    first = FlowItem("paragraph", (Choice(4, 0.0, 0), Choice(5, 1.5, 1)))
    second = FlowItem("paragraph", (Choice(6, 0.0, 0),))
    found = {e.height: e for e in even_legs((first, second), (0, 0), KIT)}
    assert found[5].legs == (5, 5) and [c.lines for c in found[5].picks] == [4, 6] and found[5].cost >= 25
    assert found[6].legs == (6, 5) and [c.lines for c in found[6].picks] == [5, 6] and found[6].cost >= 25
    third = (FlowItem("paragraph", (Choice(5, 0.0, 0),)), FlowItem("paragraph", (Choice(5, 0.0, 0),)))
    assert {e.height: e.cost for e in even_legs(third, (0, 0), KIT)} == {5: 0.0}


def test_numbers_are_shared_over_lines() -> None:
    assert strip_lines(3, 3, 1.34) == (3,) and strip_lines(5, 3, 1.34) == (3, 2) and strip_lines(1, 1, 1.34) == (1,) and strip_lines(4, 2, 1.34) == (2, 2)


def test_picture_news_is_picture_head_and_text() -> None:
    for box in boxes("图片新闻"):
        for variant in box.variants:
            content = variant.content
            assert isinstance(content, SetPicture)
            assert variant.rows == content.variant.rows + content.variant.caption_rows + content.head.rows + content.height
            assert variant.pictures[0].columns == variant.columns and variant.pictures[0].rows == content.variant.rows


def test_a_notice_is_small() -> None:
    assert {v.columns for v in variants("启事")} == {1, 2}


def test_a_short_first_line_is_the_notices_title() -> None:
    assert notice_article(Notice(id="n", text=Text("更正\n本报有误。"))).title.value == "更正"
    assert notice_article(Notice(id="n", text=Text("本报编辑部搬家了。\n新址另告。"))).title.value == "启事"
    assert [b.text for b in notice_article(Notice(id="n", text=Text("本报搬家。"))).body] == ["本报搬家。"]


# -- on the page


def page(number: int) -> Made:
    return made(f"four-pages/{number}" if number > 1 else "four-pages")


def frames(number: int, kind: str) -> list[Frame]:
    return [f for f in page(number).page.frames if f.kind == kind]


def test_the_first_box_of_a_page_has_a_red_frame_and_ground() -> None:
    box = next(f for f in frames(1, "box") if f.story and f.story.startswith("a"))
    ground, frame = box.items
    assert isinstance(ground, Tint) and ground.ink.name == "red" and 0.05 <= ground.share <= 0.08
    assert isinstance(frame, Outline) and frame.weight == 1 and frame.ink.name == "red"
    assert frame.rect.x0 - frame.weight / 2 == pytest.approx(box.rect.x0)


def test_numbers_stand_large_and_red_under_the_head() -> None:
    strip, head = frames(1, "data")[0], next(f for f in frames(1, "headline") if f.story == frames(1, "data")[0].story)
    assert strip.text == "600参赛职工名150支队伍8打卡点个" and strip.copy
    numerals = [i for i in strip.items if isinstance(i, GlyphRun) and i.ink.name == "red"]
    assert [i.size for i in numerals] == [46.0] * 3 and strip.rect.y0 >= head.rect.y1 - 0.01


def test_the_tab_hangs_from_the_frame() -> None:
    box = next(f for f in frames(1, "box") if f.story == frames(1, "data")[0].story)
    tab = next(f for f in frames(1, "standing_head") if f.story == box.story)
    assert tab.rect.y0 == box.rect.y0 and tab.copy and tab.text == "匠心榜"


def test_a_group_stands_side_by_side_or_stacked_as_one_picture() -> None:
    group = next(f for f in frames(3, "figure") if len([i for i in f.items if isinstance(i, Picture)]) == 2)
    first, second = (i for i in group.items if isinstance(i, Picture))
    gap = page(3).kit.house.look.figures.group_gap
    if first.rect.y0 == second.rect.y0:
        assert first.rect.height == pytest.approx(second.rect.height) and second.rect.x0 - first.rect.x1 == pytest.approx(gap)
    else:
        assert first.rect.width == pytest.approx(second.rect.width) and second.rect.y0 - first.rect.y1 == pytest.approx(gap)
    assert first.crop.width * first.crop.height == pytest.approx(second.crop.width * second.crop.height)
    assert len([f for f in frames(3, "caption") if f.story == group.story]) == 1


@pytest.mark.parametrize("stacked", [False, True])
def test_a_groups_parts_fill_its_box(stacked: bool) -> None:
    box, shapes = Rect(10, 20, 310, 220), (1.5, 0.75, 1.0)
    parts = parts_of(box, shapes, stacked, page(1).kit)
    assert (parts[0].x0, parts[0].y0, parts[-1].x1, parts[-1].y1) == pytest.approx((10, 20, 310, 220))
    ratios = [p.width / p.height / s for p, s in zip(parts, shapes, strict=True)]
    assert ratios == pytest.approx([ratios[0]] * 3)


def test_an_advert_is_shown_whole_and_never_stretched() -> None:
    advert = frames(3, "advert")[0]
    picture = next(i for i in advert.items if isinstance(i, Picture))
    facts = page(3).kit.photos[Path(picture.file)]
    assert (picture.crop.width, picture.crop.height) == (1, 1)
    assert picture.rect.width / picture.rect.height == pytest.approx(facts.width / facts.height, rel=1e-3)
    assert advert.rect.x0 <= picture.rect.x0 and picture.rect.x1 <= advert.rect.x1 and advert.rect.y0 <= picture.rect.y0 and picture.rect.y1 <= advert.rect.y1
    assert advert.cells and (advert.cells.columns, advert.cells.rows) == (2, 14) and advert.text == "公益广告"


def test_a_pdf_advert_is_developed_at_300_dots() -> None:
    picture = next(i for i in frames(3, "advert")[0].items if isinstance(i, Picture))
    shown: Pixels = pixels(Path(picture.file), picture.crop, rect_size(picture.rect))
    assert shown.ppi == pytest.approx(300, abs=2) and shown.width > shown.height > 500


def rect_size(rect: Rect) -> Any:
    from paperlayout.geometry import Size

    return Size(rect.width, rect.height)


def test_the_picture_tab_is_no_copy() -> None:
    tab = next(f for f in frames(2, "standing_head") if f.text == "图片新闻")
    assert not tab.copy and tab.story == "健康小屋"


def test_notes_stand_before_and_after_the_body() -> None:
    for number, kinds in ((4, ["summary", "editor_note", "body"]),):
        lead = [f.kind for f in page(number).page.frames if f.story == frames(number, "summary")[0].story and f.kind in ("summary", "editor_note", "body")]
        assert list(dict.fromkeys(lead)) == kinds
    note = frames(4, "editor_note")[0]
    assert (note.text or "").startswith("编者按：") and note.copy and frames(4, "end_note")[0].text == "编后：职工的心里有一杆秤。"


# -- the nameplate, and what is said


def written(folder: Path, change: Any) -> tuple[Issue, Kit]:
    """The four-page issue elsewhere with its text changed, read and opened."""
    source = ROOT / "tests" / "pages"
    shutil.copytree(source / "图片", folder / "图片")
    (folder / "paper.yaml").write_text((source / "paper.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "x").mkdir()
    text = (source / "four-pages" / "issue.yaml").read_text(encoding="utf-8")
    (folder / "x" / "issue.yaml").write_text(change(text), encoding="utf-8")
    issue, _ = load(folder / "x", Timings())
    return issue, open_kit(issue)


def put(after: str, more: str) -> Any:
    return lambda text: text.replace(after, after + more, 1)


def said(issue: Issue, kit: Kit) -> list[Diagnostic]:
    return [*unused_fields(issue), *odd_boxes(issue, grid(), kit), *crowded_ear(issue, kit)]


def codes(issue: Issue, kit: Kit) -> list[str]:
    return [d.code for d in said(issue, kit)]


def test_the_issue_itself_is_without_remark() -> None:
    whole, kit = edition("four-pages")
    assert said(whole.issue, kit) == []


def test_guide_entries_are_filled_in(tmp_path: Path) -> None:
    guide = "导读:\n  - 见 健康小屋\n  - {文章: a9, 题: 问题本}\n  - 4 职工有杆秤\n  - a11：图纸与故事\n  - a9: 三百条\n"
    issue, kit = written(tmp_path, put("期号: 11\n", guide))
    nameplate = next(f for f in make_up(issue, kit, chosen=(1,)).pages[0].frames if f.kind == "nameplate")
    lines = (nameplate.text or "").split("\n")
    at = lines.index("本期导读")
    assert lines[at + 1 : at + 7] == ["2", "健康小屋开进中控楼", "2", "问题本", "4", "职工有杆秤"]
    assert lines[at + 7 : at + 11] == ["3", "图纸与故事", "2", "三百条"]


def test_a_guide_to_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(IssueError) as fault:
        written(tmp_path, put("期号: 11\n", "导读:\n  - 见 a99\n  - {题: \"\"}\n"))
    assert {d.code for d in fault.value.diagnostics} == {"S219", "S228"}


EAR = "      - 标题: 高考期间工地夜间停工\n        位置: 报眼\n        来源: 区总工会\n        正文: {}\n"


def test_a_short_story_stands_in_the_ear(tmp_path: Path) -> None:
    issue, kit = written(tmp_path, put("    文章:\n", EAR.format("6月7日至9日，考点周边的工地夜间一律停工，工会设送水点。")))
    assert codes(issue, kit) == []
    front = make_up(issue, kit, chosen=(1,)).pages[0]
    ear = next(f for f in front.frames if f.kind == "ear")
    assert "".join((ear.text or "").split()) == "高考期间工地夜间停工6月7日至9日，考点周边的工地夜间一律停工，工会设送水点。（区总工会）"
    story = front.stories[0]
    assert story.id == ear.story and not any(f.kind == "body" and f.story == story.id for f in front.frames)
    assert max(run.at.y for run in ear.items if isinstance(run, GlyphRun)) <= ear.rect.y1 + 0.01


def test_a_story_too_long_for_the_ear_is_told_with_the_amount(tmp_path: Path) -> None:
    issue, kit = written(tmp_path, put("    文章:\n", EAR.format("工地夜间停工。" * 40)))
    found = said(issue, kit)
    assert [d.code for d in found] == ["L212"] and "行" in found[0].message and "字" in found[0].message


def test_the_ear_takes_one_item_of_the_front_page_and_no_parts(tmp_path: Path) -> None:
    more = EAR.format("停工。") + EAR.format("停工。").replace("        来源", "        副题: 副\n        来源").replace("高考", "中考")
    issue, kit = written(tmp_path, put("    文章:\n", more.replace("        正文", "        作者: 甲\n        正文", 1)))
    assert sorted(codes(issue, kit)) == ["S402", "S407"]


def test_the_ear_is_taken_by_the_guide(tmp_path: Path) -> None:
    issue, kit = written(tmp_path, lambda text: put("    文章:\n", EAR.format("停工。"))(put("期号: 11\n", "导读: [见 a3]\n")(text)))
    assert codes(issue, kit) == ["S402"]


def test_numbers_outside_a_box_are_told(tmp_path: Path) -> None:
    issue, kit = written(tmp_path, lambda text: text.replace("        样式: 加框\n", "", 1))
    assert codes(issue, kit) == ["S402"]


def test_text_of_a_photo_that_is_no_news_is_told(tmp_path: Path) -> None:
    issue, kit = written(tmp_path, lambda text: text.replace("        标题: 健康小屋开进中控楼\n", "", 1))
    assert codes(issue, kit) == ["S402"]


def test_numbers_of_a_brief_are_told(tmp_path: Path) -> None:
    issue, kit = written(tmp_path, put("      - 标题: 区总工会开通夏季法律咨询夜间热线\n", "        数据: [{数: 3}]\n"))
    assert codes(issue, kit) == ["S402"]


def test_a_boxed_lead_is_set_plain_and_told(tmp_path: Path) -> None:
    issue, kit = written(tmp_path, put("    头条:\n", "      样式: 加框\n"))
    assert codes(issue, kit) == ["S405"]
    assert measure(issue.pages[0], grid(), kit).stories[0].rank == 1


def test_a_measure_that_does_not_read_is_told_and_not_taken(tmp_path: Path) -> None:
    issue, kit = written(tmp_path, lambda text: text.replace("栏数: 三破二", "栏数: 6破2"))
    assert codes(issue, kit) == ["S406"]
    assert not [b for b in measure(issue.pages[1], grid(), kit, False).boxes if b.label == "破栏稿"]


@pytest.mark.parametrize(("cut", "code"), [(", 栏数: 2", "S228"), (", 行数: 14", "S228"), ("文件: ../图片/公益广告.pdf, ", "F301")])
def test_an_advert_needs_its_file_and_size(tmp_path: Path, cut: str, code: str) -> None:
    with pytest.raises(IssueError) as fault:
        written(tmp_path, lambda text: text.replace(cut, "", 1))
    assert [d.code for d in fault.value.diagnostics] == [code]


def test_a_broken_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    with pytest.raises(IssueError) as fault:
        written(tmp_path, lambda text: text.replace("../图片/公益广告.pdf", "../坏.pdf"))
    assert [d.code for d in fault.value.diagnostics] == ["F333"]


def test_adverts_of_the_issue_go_to_the_page_they_name(tmp_path: Path) -> None:
    more = "广告:\n  - {文件: ../图片/公益广告.pdf, 栏数: 2, 行数: 10, 版: 2}\n  - {文件: ../图片/公益广告.pdf, 栏数: 2, 行数: 9}\n启事: 本报搬家。\n"
    issue, kit = written(tmp_path, put("期号: 11\n", more))
    from paperlayout.plan.assign.allot import allotted

    pages = allotted(issue, kit.photos).pages
    assert [[a.rows for a in page.of(Advert)] for page in pages] == [[], [10], [14], [9]] and [len(page.of(Notice)) for page in pages] == [0, 0, 1, 1]


ITEMS = st.lists(
    st.one_of(
        st.integers(1, 9).map(lambda n: FlowItem("paragraph", (Choice(n, 0.0, 0), Choice(n + 1, 1.5, 1)))),
        st.just(FlowItem("subhead", (Choice(2, 0.0, Unbroken.SUBHEAD), Choice(3, 3.5, Unbroken.SUBHEAD)))),
    ),
    min_size=1,
    max_size=8,
)


@given(ITEMS, st.lists(st.integers(0, 6), min_size=1, max_size=5))
def test_any_text_stands_in_even_legs(items: list[FlowItem], taken: list[int]) -> None:
    """Every height once, ascending; all rows in the legs, whose feet are level but for the right ones a row above."""
    found = even_legs(tuple(items), tuple(taken), KIT)
    assert [e.height for e in found] == sorted({e.height for e in found})
    for even in found:
        feet = [own + covered for own, covered in zip(even.legs, taken, strict=True)]
        assert feet[0] == even.height and feet[-1] >= even.height - 1 and feet == sorted(feet, reverse=True)
        assert sum(even.legs) == sum(pick.lines for pick in even.picks) and len(even.picks) == len(items)
        assert all(pick in item.choices for pick, item in zip(even.picks, items, strict=True))


def test_the_frame_of_a_box_is_rule_enough_for_what_stands_under_it() -> None:
    _, kit = edition("four-pages")
    page_grid = kit.house.grid(92)
    box = boxes("简讯框")[0]
    places = [(Block(0, 0, 2, 10), True), (Block(2, 0, 1, 10), False), (Block(0, 12, 3, 10), False)]
    slots = tuple(BoxSlot(box=i, rank=1, block=block, variant=box.variants[0], cost=0.0, framed=framed) for i, (block, framed) in enumerate(places))
    plan = PagePlan(rows=92, area=Block(0, 0, 3, 22), slots=(), boxes=slots, cost=0.0)
    measured = [replace(box, framed=framed) for _, framed in places]
    rules = [item for frame in rule_frames(plan, measured, page_grid, kit) for item in frame.items if isinstance(item, Rule)]
    level = [(rule.start.x, rule.end.x) for rule in rules if rule.start.y == rule.end.y]
    assert level == [(page_grid.x(2), page_grid.x(2) + page_grid.column)]
