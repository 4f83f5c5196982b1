"""Pins: every item stands where it was asked to, and what cannot be is refused with the reason, before or after planning."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import ROOT

from paperlayout.check.contradictions import contradictions
from paperlayout.check.fit import misfits
from paperlayout.check.pins import odd_boxes, unused_fields
from paperlayout.cli.main import cli
from paperlayout.compose.nameplate import guide_words
from paperlayout.diag import Diagnostic, IssueError, Severity
from paperlayout.edition import Edition, layout
from paperlayout.issue.content import Issue, PageCopy
from paperlayout.pipeline import Timings, arranged, kept_of, load, make_up, open_kit
from paperlayout.plan.pin_conflicts import find_conflicts, pin_refs

PAGES = ROOT / "tests" / "pages"
TITLES = {
    "a2": "六百职工奔跑打卡一路读懂江湾", "a3": "老厂房里的“三点半课堂”", "a4": "集体协商“面对面”/工资多了一条线", "a5": "一把电动剃刀剪出邻里情",
    "a6": "东埠码头引入首批女桥吊司机",
}  # fmt: skip


def pinned(folder: Path, pins: dict[str, str], more: str = "", drop: tuple[str, ...] = ()) -> Issue:
    """The page of six stories elsewhere, with lines added to items by name (`briefs`: the box), and more at its end."""
    text = (PAGES / "six-stories" / "issue.yaml").read_text(encoding="utf-8")
    for name in drop:
        text = re.sub(rf"\n  - 标题: {re.escape(TITLES[name])}\n(?:    .*\n|\n)*", "\n", text)
    for name, lines in pins.items():
        if name == "briefs":
            text, items = text.split("简讯:\n")
            text += "简讯:\n  - 栏题: 一线传真\n" + indented(lines, 4) + "    条目:\n" + "".join(f"    {line}\n" for line in items.splitlines())
        else:
            text = text.replace(f"  - 标题: {TITLES[name]}\n", f"  - 标题: {TITLES[name]}\n{indented(lines, 4)}")
    shutil.copytree(PAGES / "图片", folder / "图片", dirs_exist_ok=True)
    shutil.copy(PAGES / "paper.yaml", folder)
    (folder / "x").mkdir(exist_ok=True)
    (folder / "x" / "issue.yaml").write_text(text + more, encoding="utf-8")
    return load(folder / "x", Timings())[0]


def indented(lines: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in lines.split("; "))


def built(issue: Issue) -> Edition:
    return make_up(issue, open_kit(issue))


def errors(found: Any) -> list[Diagnostic]:
    return [d for d in found if d.severity is Severity.ERROR]


Point = tuple[int, int]


def outlines(edition: Edition) -> dict[str, list[Point]]:
    """The outline of every item of the front page by name, from the layout JSON alone."""
    page = layout(edition)["pages"][0]
    found = {s["id"]: s["polygons"][0] for s in page["stories"]}
    for advert in (f for f in page["frames"] if f["kind"] == "advert"):
        (x0, _, x1, _), (_, row, _, rows) = advert["rect"], advert["cells"]
        y0, y1 = (page["type_area"][1] + at * page["grid"]["leading"] for at in (row, row + rows))
        found[advert["id"].split(".")[0]] = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    return {name: [(round(x), round(y)) for x, y in points] for name, points in found.items()}


def places(edition: Edition, item: str) -> set[str]:
    """The places an item holds: the corners of the copy's area that are its own, the foot, the centre."""
    page, all_outlines = layout(edition)["pages"][0], outlines(edition)
    every = [point for points in all_outlines.values() for point in points]
    left, right = round(page["type_area"][0]), round(page["type_area"][2])
    top, foot = min(y for _, y in every), max(y for _, y in every)
    own = all_outlines[item]
    corners = {(left, top): "top-left", (right, top): "top-right", (left, foot): "bottom-left", (right, foot): "bottom-right"}
    found = {corners[point] for point in own if point in corners}
    low, high = max(y for _, y in own), min(y for _, y in own)
    found |= {"foot", "anchor"} if low == foot else set()
    found |= {"lead"} if "top-left" in found else set()
    across = ((min(x for x, _ in own) + max(x for x, _ in own)) / 2 - left) / (right - left)
    down = ((low + high) / 2 - top) / (foot - top)
    return found | ({"centre"} if high > top and low < foot and 0.24 <= across <= 0.76 and 0.24 <= down <= 0.76 else set())


def columns(edition: Edition, item: str) -> int:
    page, own = layout(edition)["pages"][0], outlines(edition)[item]
    step = page["grid"]["column"] + page["grid"]["column_gap"]
    return round((max(x for x, _ in own) - min(x for x, _ in own) + page["grid"]["column_gap"]) / step)


ADVERT = "\n广告:\n  - {文件: ../图片/公益广告.pdf, 编号: 公益, 栏数: 2, 行数: 12, 位置: POSITION}\n"
NEWS = "\n照片:\n  - {文件: ../图片/定向赛.jpg, 编号: 大图, 标题: 跑遍老街, 图注: 参赛职工跑向古塔公园。, 位置: POSITION}\n"
NOTICE = "\n启事: {编号: 搬家, 正文: 本报编辑部本月起迁至江湾路十二号办公，来稿请寄新址，电话不变。, 栏数: 2, 位置: POSITION}\n"
ASKED: dict[str, Any] = {
    "five-at-once": ({"a2": "位置: 右上; 栏数: 2", "a3": "位置: 左下", "a4": "位置: 中部", "a5": "位置: 右下", "a6": "位置: 底部"}, "", ()),
    "lead-and-anchor": ({"a3": "位置: 左上", "a2": "位置: 倒头条", "a4": "位置: 右上"}, "", ()),
    "boxes": ({"briefs": "位置: 左下", "a3": "位置: 中部; 样式: 加框"}, ADVERT.replace("POSITION", "右下"), ("a6",)),
    "picture-news": ({"briefs": "位置: 右上"}, NEWS.replace("POSITION", "中部"), ("a4", "a5")),
    "centre-brief": ({"briefs": "位置: 中部", "a3": "位置: 右下; 样式: 底纹"}, ADVERT.replace("POSITION", "左下"), ("a6",)),
    "notice": ({"a2": "位置: 右上"}, NOTICE.replace("POSITION", "左下"), ("a6",)),
}
"""Pages of five items and more with the pins that are asked for, what is added and what is left out."""
WORDS = {
    "左上": "top-left", "右上": "top-right", "中部": "centre", "左下": "bottom-left", "右下": "bottom-right", "底部": "foot", "倒头条": "anchor", "头条": "lead",
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_every_item_stands_where_it_was_asked_to(name: str, tmp_path: Path) -> None:
    pins, more, drop = ASKED[name]
    made = built(pinned(tmp_path, pins, more, drop))
    assert errors(made.diagnostics) == []
    named = {"公益": ADVERT, "大图": NEWS, "搬家": NOTICE}
    asked = {("b1" if item == "briefs" else item): WORDS[re.findall("位置: (\\w+)", lines)[0]] for item, lines in pins.items()}
    asked |= {item: WORDS[re.findall("位置: (\\w+)", more)[0]] for item, line in named.items() if more and line[:5] == more[:5]}
    assert {item: place for item, place in asked.items() if place not in places(made, item)} == {}
    if name == "five-at-once":
        assert columns(made, "a2") == 2


def test_a_kept_make_up_gives_way_to_a_pin(tmp_path: Path) -> None:
    """The page is kept as it was cut; a place asked for since then is honoured all the same."""
    before = built(pinned(tmp_path, {}))
    assert "top-right" not in places(before, "a3")
    issue = pinned(tmp_path, {"a3": "位置: 右上"})
    after = make_up(issue, open_kit(issue), kept=kept_of(before))
    assert "top-right" in places(after, "a3") and errors(after.diagnostics) == []


def test_the_kept_make_up_of_a_pinned_page_is_kept(tmp_path: Path) -> None:
    issue = pinned(tmp_path, {"a3": "位置: 右上"})
    kit = open_kit(issue)
    before = make_up(issue, kit)
    again = make_up(issue, kit, kept=kept_of(before))
    assert outlines(again) == outlines(before)


# -- told before planning


QUARRELS = {
    "two at the top left": ({"a2": "位置: 左上", "a3": "位置: 左上"}, "已经占了“左上”"),
    "top left and lead are one place": ({"a2": "位置: 左上", "a3": "位置: 头条"}, "左上"),
    "a second lead": ({"a2": "位置: 头条"}, "可是这一版的头条是"),
    "two anchors": ({"a2": "位置: 倒头条", "a3": "位置: 倒头条"}, "已经占了“倒头条”"),
    "wider than the page": ({"a2": "位置: 左上; 栏数: 4", "a3": "位置: 右上; 栏数: 3"}, "合起来 7 栏"),
    "two full feet": ({"a2": "位置: 倒头条; 栏数: 通栏", "a3": "位置: 底部; 栏数: 通栏"}, "合起来 12 栏"),
    "a page that is not there": ({"a2": "随文: a3; 版: 2", "a3": "版: 1"}, "要随 a3"),
}


@pytest.mark.parametrize("name", QUARRELS)
def test_a_contradiction_is_told_before_planning(name: str, tmp_path: Path) -> None:
    pins, words = QUARRELS[name]
    issue = pinned(tmp_path, pins)
    sent = arranged(issue, open_kit(issue)).issue
    found = [d for d in contradictions(sent) if words in d.message]
    assert found and all(d.code == "S408" and d.severity is Severity.ERROR and d.hint for d in found)
    lines = (tmp_path / "x" / "issue.yaml").read_text(encoding="utf-8").splitlines()
    assert all(d.origin and re.match(" *(位置|随文):", lines[d.origin.line - 1]) for d in found)


def test_a_contradiction_stops_make_up(tmp_path: Path) -> None:
    issue = pinned(tmp_path, {"a2": "位置: 左上", "a3": "位置: 左上"})
    with pytest.raises(IssueError) as fault:
        built(issue)
    assert [d.code for d in errors(fault.value.diagnostics)] == ["S408"]


def test_the_centre_wants_three_items(tmp_path: Path) -> None:
    issue = pinned(tmp_path, {"a2": "位置: 中部"})
    page = issue.pages[0]
    two = replace(issue, pages=(replace(page, articles=page.articles[:1], others=()),))
    assert [d.code for d in contradictions(two)] == ["S408"]
    assert not list(contradictions(issue))


def test_a_story_may_wrap_another_at_the_foot(tmp_path: Path) -> None:
    issue = pinned(tmp_path, {"a2": "位置: 左下; 栏数: 6", "a5": "位置: 右下; 栏数: 2"})
    assert not list(contradictions(issue))


def test_pins_that_act_are_not_called_idle_and_idle_ones_are(tmp_path: Path) -> None:
    acting = {"a2": "位置: 右上; 伸缩: 微调; 同版: 是; 重要性: 要闻; 样式: 普通; 栏数: 2", "a3": "随文: a2; 转版: 否", "briefs": "位置: 底部; 栏数: 2; 同版: 是"}
    assert not [d for d in unused_fields(pinned(tmp_path, acting)) if d.code == "S401"]
    idle = pinned(tmp_path, {}, "\n照片:\n  - {文件: ../图片/定向赛.jpg, 图注: 跑。, 位置: 左上, 版: 2, 重要性: 要闻, 同版: 是}\n" + ADVERT.replace("位置: POSITION", "样式: 加框"))
    assert re.findall("“(.+?)”", "".join(d.message for d in unused_fields(idle) if d.code == "S401")) == ["版", "位置", "重要性", "同版", "样式"]


# -- found out by planning


def test_a_pin_that_makes_the_page_impossible_is_named(tmp_path: Path) -> None:
    """A short story in full width leaves no room for its head; its place is not to blame. The draft is made up without the columns."""
    issue = pinned(tmp_path, {"a6": "栏数: 通栏; 位置: 右下"})
    made = built(issue)
    (told,) = errors(made.diagnostics)
    assert told.code == "L203" and "《东埠码头引入首批女桥吊司机》要求“栏数: 通栏”" in told.message and "栏数" in told.hint
    line = (tmp_path / "x" / "issue.yaml").read_text(encoding="utf-8").splitlines()[told.origin.line - 1] if told.origin else ""
    assert line.strip() == "栏数: 通栏"
    assert "bottom-right" in places(made, "a6") and made.pages[0].elastic is not None
    plan = made.fitted[0].plan
    assert (plan.over_rows, plan.short_rows) == (0, 0)


def test_a_place_that_cannot_be_is_named_with_one_that_can(tmp_path: Path) -> None:
    """An advert as high as the page stands at a side of it, never in its middle."""
    tall = ADVERT.replace("栏数: 2, 行数: 12", "栏数: 1, 行数: 80").replace("POSITION", "中部")
    made = built(pinned(tmp_path, {}, tall, ("a4",)))
    (told,) = errors(made.diagnostics)
    assert told.code == "L203" and "要求“位置: 中部”" in told.message
    (offered,) = re.findall("改成“位置: (.+?)”", told.hint)
    assert WORDS[offered] in places(made, "公益")


def widths(page: PageCopy) -> dict[str, int | None]:
    return {article.id: article.placing.columns for article in page.articles}


def test_of_many_pins_those_to_blame_are_found(tmp_path: Path) -> None:
    """A page that stands for one that is full when two stories are free of their columns, one of them, or none of all."""
    page = pinned(tmp_path, {"a5": "位置: 左上; 栏数: 6; 伸缩: 不许", "a6": "位置: 右上; 栏数: 5; 样式: 加框", "a4": "栏数: 4"}).pages[0]
    assert [bond.pin.name for bond in pin_refs(page)] == ["position"] * 2 + ["columns"] * 3 + ["fit"]
    both = find_conflicts(page, lambda p: p if not widths(p)["a5"] and not widths(p)["a6"] else None)
    assert both and [(b.item, b.pin.name) for b in both.pin_refs] == [("a5", "columns"), ("a6", "columns")]
    assert widths(both.made) == {"a2": None, "a3": None, "a4": 4, "a5": None, "a6": None}
    one = find_conflicts(page, lambda p: p if not widths(p)["a4"] else None)
    assert one and [(b.item, b.pin.words) for b in one.pin_refs] == [("a4", "4")]
    assert find_conflicts(page, lambda p: None) is None
    assert find_conflicts(pinned(tmp_path, {}).pages[0], lambda p: p) is None


def test_pins_that_are_too_much_together_are_all_named(tmp_path: Path) -> None:
    issue = pinned(tmp_path, {"a5": "栏数: 2", "a6": "栏数: 2"})
    made = built(issue)
    refused = replace(made.fitted[0], refused=pin_refs(issue.pages[0]))
    (told,) = errors(misfits(made.pages[0], refused))
    assert told.code == "L203" and told.message.count("栏数: 2") == 2 and "《一把电动剃刀剪出邻里情》" in told.message and told.hint


def test_the_page_of_a_refused_pin_is_no_pdf_but_a_draft(tmp_path: Path) -> None:
    pinned(tmp_path, {"a6": "栏数: 通栏"})
    run = CliRunner().invoke(cli, ["build", str(tmp_path / "x")])
    assert run.exit_code == 1 and not list((tmp_path / "x").rglob("*.pdf"))
    assert not (tmp_path / "x" / "版样.json").exists()
    assert CliRunner().invoke(cli, ["build", "--draft", str(tmp_path / "x")]).exit_code == 1
    assert list((tmp_path / "x" / "build").glob("*.pdf"))


def test_a_notice_need_not_share_a_page(tmp_path: Path) -> None:
    """同版 does not act on a notice: it is told, and nothing is refused for it."""
    issue = pinned(tmp_path, {"a2": "同版: 是"}, "\n启事: {正文: 本报搬家了。, 同版: 是, 转版: 2, 位置: 报眼}\n版面:\n  - 版名: 二\n    头条: {标题: 二版头条, 正文: 段。}\n")
    shared = arranged(issue, open_kit(issue)).issue
    assert not [d for d in contradictions(shared) if d.code == "S408" and "启事" in d.message]
    assert re.findall("“(.+?)”", "".join(d.message for d in unused_fields(shared) if d.code == "S401")) == ["位置", "同版"]


def test_a_notice_in_a_measure_that_does_not_read_is_told(tmp_path: Path) -> None:
    issue = pinned(tmp_path, {}, "\n启事: {正文: 本报搬家了。, 栏数: 六破一}\n")
    assert [d.code for d in odd_boxes(issue, issue.house.grid(), open_kit(issue))] == ["S406"]


def test_the_guide_names_what_is_no_story_too(tmp_path: Path) -> None:
    issue = pinned(tmp_path, {}, NOTICE.replace("位置: POSITION", "版: 1") + "导读:\n  - 见 搬家\n")
    assert guide_words(issue.guide[0], issue) == ("1", "启事")
