import datetime

import pytest

from paperlayout.issue.calendar import FIRST_DAY, Lunar, lunar, weekday


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-06-15", "辛丑年 五月 初六"), ("2024-02-10", "甲辰年 正月 初一"), ("2024-02-09", "癸卯年 十二月 三十"), ("2020-05-23", "庚子年 闰四月 初一"),
        ("2033-12-22", "癸丑年 闰十一月 初一"), ("1901-02-19", "辛丑年 正月 初一"), ("1949-10-01", "己丑年 八月 初十"), ("2000-02-05", "庚辰年 正月 初一"),
        ("1984-10-01", "甲子年 九月 初七"), ("2023-03-22", "癸卯年 闰二月 初一"), ("2025-07-25", "乙巳年 闰六月 初一"), ("2100-12-31", "庚申年 十二月 初一"),
        ("1976-09-24", "丙辰年 闰八月 初一"), ("2012-06-10", "壬辰年 闰四月 廿一"),
    ],
)  # fmt: skip
def test_lunar_dates(day: str, expected: str) -> None:
    assert lunar(datetime.date.fromisoformat(day)) == Lunar(*expected.split())


def test_every_day_follows_the_day_before() -> None:
    date, before = FIRST_DAY, lunar(FIRST_DAY)
    while date < datetime.date(2101, 1, 28):
        date += datetime.timedelta(1)
        today = lunar(date)
        assert (today.month == before.month) == (today.day != "初一")
        assert today.day != "初一" or before.day in ("廿九", "三十")
        before = today


def test_outside_the_table() -> None:
    for day in (datetime.date(1901, 2, 18), datetime.date(2101, 1, 29)):
        with pytest.raises(ValueError, match="lunar"):
            lunar(day)


def test_weekdays() -> None:
    assert [weekday(datetime.date(2021, 6, day)) for day in (15, 20)] == ["星期二", "星期日"]
