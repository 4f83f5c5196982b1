"""The kinds of item: every home is whole, every kind is read by its own field, and pins are written alike for all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from paperlayout.issue import fields
from paperlayout.issue.content import Article, Item, Photo, Text
from paperlayout.issue.placing import PINS, Placing
from paperlayout.kinds.advert.item import Advert
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.kinds.notice.item import Notice
from paperlayout.kinds.table import KINDS, kind_of
from paperlayout.loading.load import Loaded

Load = Callable[..., Loaded]
LEAD = """日期: 2021-06-15
头条:
  标题: 一
  正文: 第一段。
"""


def test_every_kind_has_a_field_on_pages_and_issues() -> None:
    for kind in KINDS:
        for table in (fields.ISSUE, fields.PAGE):
            assert table.named(kind.field).chinese == kind.chinese
    given = {field.name for field in (*fields.COPY_FIELDS, *fields.FURNITURE_FIELDS)} - {"lead", "articles", "photos"}
    assert given == {kind.field for kind in KINDS}


def test_what_may_stand_in_a_kinds_field_is_known_to_hints_and_schema() -> None:
    for kind in KINDS:
        assert set(kind.tables.values()) <= set(fields.OWNERS) and set(kind.forms) <= {*kind.tables, "article"}


def test_an_items_kind_is_known_by_its_type() -> None:
    for kind in KINDS:
        assert issubclass(kind.item, Item) and not issubclass(kind.item, Article | Photo)
    with pytest.raises(StopIteration):
        kind_of(Item(id="x"))


ITEMS = (
    Article(id="a", title=Text("题")), Photo(id="p", file=Path("p.jpg")), Photo(id="n", file=Path("n.jpg"), title=Text("图片新闻")),
    Photo(id="w", file=Path("w.jpg"), title=Text("题"), placing=Placing(beside="a")), Briefs(id="b", items=()), Advert(id="g", file=Path("g.pdf"), rows=3),
    Notice(id="s", text=Text("更正")),
)  # fmt: skip


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_pins_that_act_and_may_be_let_go_are_pins(item: Item) -> None:
    assert set(item.releasable) <= set(item.pins) <= set(PINS)
    assert {kind.item for kind in KINDS} <= {type(one) for one in ITEMS}


def test_a_photo_with_a_title_is_news_unless_it_goes_with_a_story() -> None:
    plain, news, beside = (item for item in ITEMS if isinstance(item, Photo))
    assert "position" in news.pins and "position" not in plain.pins and beside.pins == plain.pins


def test_a_notice_may_be_words_alone(load: Load) -> None:
    (notice,) = load(LEAD + "启事: |\n  更正\n  上期有误。\n").issue.pages[0].of(Notice)
    assert (notice.id, notice.text.value) == ("notice1", "更正\n上期有误。")


def test_a_notice_takes_pins_like_any_item(load: Load) -> None:
    text = LEAD + "启事:\n  - {编号: 搬家, 正文: 本报搬家了。, 位置: 右下, 栏数: 2}\n  - {正文: 另有一则。, 位置: 左下}\n"
    first, second = load(text).issue.pages[0].of(Notice)
    assert (first.id, first.placing.position, first.placing.columns) == ("搬家", "bottom-right", 2)
    assert (second.text.value, second.placing.position) == ("另有一则。", "bottom-left")


def test_notices_are_a_list_of_words_and_of_words_with_pins(load: Load) -> None:
    found = load(LEAD + "启事:\n  - 甲。\n  - {正文: 乙。, 位置: 左下}\n  - |\n    更正\n    丙。\n").issue.pages[0].of(Notice)
    assert [(notice.id, notice.text.value) for notice in found] == [("notice1", "甲。"), ("notice2", "乙。"), ("notice3", "更正\n丙。")]


def test_notices_are_numbered_on_their_page_as_they_were_in_old_files(load: Load) -> None:
    page = "  - 头条: {标题: 一, 正文: 段。}\n    启事: 文字。\n"
    pages = load(f"日期: 2021-06-15\n版面:\n{page}{page}").issue.pages
    assert [[notice.id for notice in page.of(Notice)] for page in pages] == [["notice1"], ["notice1"]]


def test_made_names_keep_clear_of_given_ones(load: Load) -> None:
    text = LEAD + "文章:\n  - {标题: 二, 编号: notice1, 正文: 段。}\n  - {标题: 三, 编号: briefs1, 正文: 段。}\n简讯:\n  - {标题: 四, 正文: 段。}\n启事: 文字。\n"
    page = load(text).issue.pages[0]
    assert len({item.id for item in page.items()}) == len(page.items()) and page.of(Notice)[0].id == "notice2"


def test_a_notice_without_words_is_told(faults: Callable[..., tuple[object, ...]]) -> None:
    found = faults(LEAD + "启事: {位置: 左下}\n")
    assert "S208" in {finding.code for finding in found}  # type: ignore[attr-defined]
