"""The kinds of item: every home is whole, every kind is read by its own field, and pins are written alike for all."""

from collections.abc import Callable

import pytest

from paperlayout.issue import fields
from paperlayout.issue.content import Article, Item, Photo
from paperlayout.issue.placing import PINS
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


@pytest.mark.parametrize("kind", [Article, Photo, *(kind.item for kind in KINDS)])
def test_pins_that_act_and_may_be_let_go_are_pins(kind: type[Item]) -> None:
    item = object.__new__(kind)
    for name in ("title", "placing"):
        object.__setattr__(item, name, Item(id="x").placing if name == "placing" else "") if hasattr(kind, name) else None
    assert set(item.releasable) <= set(item.pins) <= set(PINS)


def test_a_notice_may_be_words_alone(load: Load) -> None:
    (notice,) = load(LEAD + "启事: |\n  更正\n  上期有误。\n").issue.pages[0].of(Notice)
    assert (notice.id, notice.text.value) == ("notice1", "更正\n上期有误。")


def test_a_notice_takes_pins_like_any_item(load: Load) -> None:
    text = LEAD + "启事:\n  - {编号: 搬家, 正文: 本报搬家了。, 位置: 右下, 栏数: 2}\n  - {正文: 另有一则。, 位置: 左下}\n"
    first, second = load(text).issue.pages[0].of(Notice)
    assert (first.id, first.placing.position, first.placing.columns) == ("搬家", "bottom-right", 2)
    assert (second.text.value, second.placing.position) == ("另有一则。", "bottom-left")


def test_a_notice_without_words_is_told(faults: Callable[..., tuple[object, ...]]) -> None:
    found = faults(LEAD + "启事: {位置: 左下}\n")
    assert "S208" in {finding.code for finding in found}  # type: ignore[attr-defined]
