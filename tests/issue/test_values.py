import datetime

import pytest

from paperlayout.issue import fields, values
from paperlayout.issue.values import BadValue, Length, Width


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3),
        ("３", 3),
        ("三", 3),
        ("3栏", 3),
        ("第6期", 6),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("一百零五", 105),
        ("一二八", 128),
        ("010", 10),
    ],
)
def test_numbers(typed: str, number: int) -> None:
    assert values.number(typed) == number


@pytest.mark.parametrize("typed", ["很多", "3.5", "-1", "", "三三十", "1 2", "9999999"])
def test_no_numbers(typed: str) -> None:
    with pytest.raises(BadValue) as bad:
        values.number(typed)
    assert bad.value.hint


@pytest.mark.parametrize("typed", ["2021-06-15", "2021/6/15", "2021年6月15日", "２０２１-０６-１５", "2021.6.15"])
def test_dates(typed: str) -> None:
    assert values.date(typed) == datetime.date(2021, 6, 15)


@pytest.mark.parametrize(("typed", "code"), [("2021-06-31", "S201"), ("2021-13-01", "S201"), ("1021-01-01", "S201"), ("6月15日", "S202"), ("昨天", "S202")])
def test_no_dates(typed: str, code: str) -> None:
    with pytest.raises(BadValue) as bad:
        values.date(typed)
    assert bad.value.code == code


@pytest.mark.parametrize(("typed", "yes"), [("是", True), ("要", True), ("YES", True), ("true", True), ("否", False), ("不要", False), ("No", False)])
def test_flags(typed: str, yes: bool) -> None:
    assert values.flag(typed) is yes


def test_other_values() -> None:
    assert values.ratio("3：2") == values.ratio("3:2") == (3, 2)
    assert values.point("60% 30%") == values.point("60％，30％") == (0.6, 0.3)
    assert values.length("12mm") == Length(12, "mm") and values.length("1.2厘米") == Length(12, "mm")
    assert values.length("3行") == Length(3, "row") and values.length("五号") == Length(10.5, "pt")
    assert values.columns("通栏") == values.columns("full") == Width(None, True) and values.columns("2栏") == Width(2)
    assert values.jump("否") is False and values.jump("2版") == 2


@pytest.mark.parametrize(
    ("reader", "typed"), [(values.point, "120% 0%"), (values.ratio, "3:0"), (values.points, "3行"), (values.counting, "0"), (values.trim, "5mm 5mm")]
)
def test_values_out_of_bounds(reader: object, typed: str) -> None:
    with pytest.raises(BadValue):
        reader(typed)  # type: ignore[operator]


def test_every_name_means_one_field() -> None:
    for table in fields.TABLES:
        names = [name for field in table.fields for name in field.spellings]
        assert len(names) == len(set(names)), table.name
        assert all(field.doc for field in table.fields)


@pytest.mark.parametrize(("typed", "meant"), [("标提", "标题"), ("titel", "title"), ("责任编缉", "责任编辑"), ("作着", "作者"), ("zzzz", None)])
def test_the_nearest_name(typed: str, meant: str | None) -> None:
    assert fields.nearest(typed, [*fields.ARTICLE.spellings(), *fields.ISSUE.spellings()]) == meant
