"""Dates in the copy against the calendar: weekdays, lunar dates, festivals, days and times there are none of."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from paperlayout.catalogue.book import tell
from paperlayout.check.passages import CopyPassage
from paperlayout.diag import Diagnostic
from paperlayout.issue.calendar import FIRST_DAY, LAST_DAY, lunar, weekday

DAY = r"(?:(?P<year>(?:19|20)\d\d) ?年 ?)?(?<![\d.])(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日"
DATE = re.compile(DAY)
WEEKDAY = re.compile(r" ?[，,（(]? ?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])(?![至到—~～、和及或])")
ONES = "一二三四五六七八九"
LUNAR = re.compile(
    r" ?[，,（(]? ?(?:即|也就是)?(?:农历|夏历|阴历)(?P<name>[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?"
    rf"(?P<month>闰?(?:正|[{ONES}十冬腊]|十[一二])月)(?P<day>初[{ONES}十]|十[{ONES}]?|廿[{ONES}]?|二十|三十)"
)
TIME = re.compile(r"(?<=[午晚晨日间上]) ?(?P<hour>\d{1,2})[:：](?P<minute>\d\d)(?![\d:：])(?=分|$|[—~～至到，。、；（）]|许|左右|开)")
CLOCK = re.compile(r"(?:上午|下午|凌晨|晚上|中午|早上|晚|早|日)(?P<hour>\d{1,2})[时点](?:(?P<minute>\d{1,2})分)?")
LUNAR_DAYS = {
    "端午节": ("五月", "初五"), "中秋节": ("八月", "十五"), "重阳节": ("九月", "初九"), "元宵节": ("正月", "十五"), "七夕节": ("七月", "初七"),
    "腊八节": ("十二月", "初八"),
}  # fmt: skip
SOLAR_DAYS = {
    "国庆节": (10, 1), "建党节": (7, 1), "建军节": (8, 1), "元旦": (1, 1), "劳动节": (5, 1), "五一国际劳动节": (5, 1), "国际劳动节": (5, 1), "青年节": (5, 4),
    "五四青年节": (5, 4), "教师节": (9, 10), "儿童节": (6, 1), "六一国际儿童节": (6, 1), "妇女节": (3, 8), "三八国际妇女节": (3, 8),
}  # fmt: skip
FESTIVAL = re.compile(
    r"(?:[（(]|，? ?(?:是|恰逢|正值|适逢|正逢|正是|恰是|为))(?:农历|传统|中国|一年一度的)*"
    rf"(?P<festival>{'|'.join(sorted((*LUNAR_DAYS, *SOLAR_DAYS), key=len, reverse=True))})(?=[）)，。；、！]|到来|当天|假期)"
)
LUNAR_MONTHS = {"冬月": "十一月", "腊月": "十二月", "一月": "正月"}
HALF_YEAR = 210


@dataclass(frozen=True, slots=True)
class CopyDate:
    """A date in the copy: what is typed and the days it can mean (one where the year stands, else those near the issue)."""

    typed: str
    days: tuple[datetime.date, ...]


def dates(found: Iterable[CopyPassage], issued: datetime.date) -> Iterator[Diagnostic]:
    """C340 to C342."""
    for one in found:
        for match in DATE.finditer(one.text):
            yield from _of_date(one, match, issued)
        yield from _times(one)


def _of_date(one: CopyPassage, match: re.Match[str], issued: datetime.date) -> Iterator[Diagnostic]:
    month, day = int(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else None
    if not _exists(year, month, day):
        yield tell("C342", one.at(*match.span()), page=one.page, story=one.story, typed=match[0])
        return
    dated = CopyDate(match[0], tuple(_days(year, month, day, issued)))
    if dated.days:
        yield from _weekday(one, match, dated)
        yield from _lunar(one, match, dated)
        yield from _festival(one, match, dated)


def _exists(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def _days(year: int | None, month: int, day: int, issued: datetime.date) -> Iterator[datetime.date]:
    for candidate in [year] if year else (issued.year, issued.year - 1, issued.year + 1):
        if _exists(candidate, month, day):
            found = datetime.date(candidate, month, day)
            if FIRST_DAY <= found <= LAST_DAY and (year or abs((found - issued).days) <= HALF_YEAR):
                yield found


def _weekday(one: CopyPassage, match: re.Match[str], dated: CopyDate) -> Iterator[Diagnostic]:
    follows = WEEKDAY.match(one.text, match.end())
    if follows:
        typed = "星期" + follows["weekday"].replace("天", "日")
        rights = [weekday(day) for day in dated.days]
        if typed not in rights:
            start = follows.start("weekday") - (2 if one.text[follows.start("weekday") - 2 : follows.start("weekday")] in ("星期", "礼拜") else 1)
            span = (start, follows.end("weekday"))
            yield tell("C340", one.at(*span), page=one.page, story=one.story, date=dated.typed, right=rights[0], typed=one.text[slice(*span)])


def _lunar(one: CopyPassage, match: re.Match[str], dated: CopyDate) -> Iterator[Diagnostic]:
    follows = LUNAR.match(one.text, match.end())
    if follows:
        typed = (LUNAR_MONTHS.get(follows["month"], follows["month"]), follows["day"])
        rights = [lunar(day) for day in dated.days]
        if not any((right.month, right.day) == typed and follows["name"] in (None, right.year_name) for right in rights):
            right = rights[0].month + rights[0].day if follows["name"] is None else rights[0].year_name + rights[0].month + rights[0].day
            span = (follows.start("name") if follows["name"] else follows.start("month"), follows.end("day"))
            yield tell("C341.lunar", one.at(*span), page=one.page, story=one.story, date=dated.typed, right=right, typed=one.text[slice(*span)])


def _festival(one: CopyPassage, match: re.Match[str], dated: CopyDate) -> Iterator[Diagnostic]:
    follows = FESTIVAL.match(one.text, match.end())
    if not follows:
        return
    name = follows["festival"]
    if name in SOLAR_DAYS:
        wrong, right = (dated.days[0].month, dated.days[0].day) != SOLAR_DAYS[name], "{}月{}日".format(*SOLAR_DAYS[name])
    else:
        wrong, right = all((lunar(day).month, lunar(day).day) != LUNAR_DAYS[name] for day in dated.days), "农历" + "".join(LUNAR_DAYS[name])
    if wrong:
        yield tell("C341.festival", one.at(*follows.span("festival")), page=one.page, story=one.story, date=dated.typed, typed=name, right=right)


def _times(one: CopyPassage) -> Iterator[Diagnostic]:
    for match in (*TIME.finditer(one.text), *CLOCK.finditer(one.text)):
        if int(match["hour"]) > 24 or int(match["minute"] or 0) > 59:
            yield tell("C342.time", one.at(match.start("hour"), match.end()), page=one.page, story=one.story, typed=one.text[match.start("hour") : match.end()])
