"""Chinese calendar dates for the nameplate, 1901 to 2100."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

FIRST_DAY = datetime.date(1901, 2, 19)  # 辛丑年正月初一, where the table begins
LAST_DAY = datetime.date(2101, 1, 28)
FIRST_YEAR = 1901
# A word a year: bit 16 the leap month is long, bits 15 to 4 months 1 to 12 are long, bits 3 to 0 the leap month's number (0 for none).
CODES = """
    04ae0 0a570 054d5 0d260 0d950 16554 056a0 09ad0 055d2 04ae0
    0a5b6 0a4d0 0d250 1d255 0b540 0d6a0 0ada2 095b0 14977 04970
    0a4b0 0b4b5 06a50 06d40 1ab54 02b60 09570 052f2 04970 06566
    0d4a0 0ea50 16a95 05ad0 02b60 186e3 092e0 1c8d7 0c950 0d4a0
    1d8a6 0b550 056a0 1a5b4 025d0 092d0 0d2b2 0a950 0b557 06ca0
    0b550 15355 04da0 0a5b0 14573 052b0 0a9a8 0e950 06aa0 0aea6
    0ab50 04b60 0aae4 0a570 05260 0f263 0d950 05b57 056a0 096d0
    04dd5 04ad0 0a4d0 0d4d4 0d250 0d558 0b540 0b6a0 195a6 095b0
    049b0 0a974 0a4b0 0b27a 06a50 06d40 0af46 0ab60 09570 04af5
    04970 064b0 074a3 0ea50 06b58 05ac0 0ab60 096d5 092e0 0c960
    0d954 0d4a0 0da50 07552 056a0 0abb7 025d0 092d0 0cab5 0a950
    0b4a0 0baa4 0ad50 055d9 04ba0 0a5b0 15176 052b0 0a930 07954
    06aa0 0ad50 05b52 04b60 0a6e6 0a4e0 0d260 0ea65 0d530 05aa0
    076a3 096d0 04afb 04ad0 0a4d0 1d0b6 0d250 0d520 0dd45 0b5a0
    056d0 055b2 049b0 0a577 0a4b0 0aa50 1b255 06d20 0ada0 14b63
    09370 049f8 04970 064b0 168a6 0ea50 06aa0 1a6c4 0aae0 092e0
    0d2e3 0c960 0d557 0d4a0 0da50 05d55 056a0 0a6d0 055d4 052d0
    0a9b8 0a950 0b4a0 0b6a6 0ad50 055a0 0aba4 0a5b0 052b0 0b273
    06930 07337 06aa0 0ad50 14b55 04b60 0a570 054e4 0d160 0e968
    0d520 0daa0 16aa6 056d0 04ae0 0a9d4 0a2d0 0d150 0f252 0d520
"""
YEARS = tuple(int(word, 16) for word in CODES.split())

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
DIGITS = "一二三四五六七八九十"
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Lunar:
    """A date of the 农历: 辛丑年 五月 初六."""

    year_name: str
    month: str
    day: str


@dataclass(frozen=True, slots=True)
class _Month:
    number: int
    leap: bool
    days: int


def _months(code: int) -> Iterator[_Month]:
    leap = code & 0xF
    for number in range(1, 13):
        yield _Month(number, False, 30 if code >> (16 - number) & 1 else 29)
        if number == leap:
            yield _Month(number, True, 30 if code >> 16 else 29)


@cache
def _year_starts() -> tuple[int, ...]:
    """Days from FIRST_DAY to each new year's day, and to the end of the table."""
    starts = [0]
    for code in YEARS:
        starts.append(starts[-1] + sum(month.days for month in _months(code)))
    return tuple(starts)


def _year_name(year: int) -> str:
    return f"{STEMS[(year - 4) % 10]}{BRANCHES[(year - 4) % 12]}年"


def _day_name(day: int) -> str:
    if day in (10, 20, 30):
        return ("初十", "二十", "三十")[day // 10 - 1]
    return "初十廿"[day // 10] + DIGITS[day % 10 - 1]


def lunar(date: datetime.date) -> Lunar:
    """The 农历 of a day. Raises ValueError before 1901-02-19 and after 2101-01-28."""
    gone, starts = (date - FIRST_DAY).days, _year_starts()
    if not 0 <= gone < starts[-1]:
        raise ValueError(f"{date} is outside the lunar table")
    index = next(i for i, start in enumerate(starts[1:]) if gone < start)
    gone -= starts[index]
    for month in _months(YEARS[index]):
        if gone < month.days:
            break
        gone -= month.days
    name = ("闰" if month.leap else "") + MONTHS[month.number - 1] + "月"
    return Lunar(_year_name(FIRST_YEAR + index), name, _day_name(gone + 1))


def weekday(date: datetime.date) -> str:
    """星期一 to 星期日."""
    return "星期" + WEEKDAYS[date.weekday()]
