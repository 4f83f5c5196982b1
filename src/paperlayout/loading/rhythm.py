"""The paper's rhythm: when the next issue comes out and what number it has, read off the issues there are."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from paperlayout.diag import Findings, IssueError
from paperlayout.issue import fields, values
from paperlayout.issue.reading import FieldReader, FileReport
from paperlayout.issue.source import MappingNode, ScalarNode, SequenceNode, parse, read_text
from paperlayout.loading.load import YAML, find_issue

MOST_PAST = 400
"""Folders looked at: more than a weekly has in seven years."""
WEEK = 7
MONTH = (27, 32)
MONTH_NAMED = re.compile(r"(?P<year>\d{4})[-_.年]?(?P<month>0?[1-9]|1[0-2])(?:[-_.月](?P<day>\d{1,2}))?(?!\d)")


@dataclass(frozen=True, slots=True)
class PagePlanned:
    """A page of an earlier issue: its name and its people, which rarely change."""

    name: str
    staff: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierIssue:
    """What an earlier issue says of itself. `staff` pairs Chinese field names with names; `paper` is its 报纸, as typed."""

    file: Path
    date: datetime.date
    number: int | None = None
    total: int | None = None
    staff: tuple[tuple[str, str], ...] = ()
    pages: tuple[PagePlanned, ...] = ()
    paper: str = ""


def past_issues(folder: Path) -> tuple[EarlierIssue, ...]:
    """The issues beside a folder that is to be a new one, by date; broken ones are left out."""
    home = folder.resolve().parent
    beside = [place for place in sorted(home.iterdir())[:MOST_PAST] if place.resolve() != folder.resolve()] if home.is_dir() else []
    files = dict.fromkeys(file for place in beside for file in _issue_files(place))
    return tuple(sorted((past for file in files if (past := _past(file))), key=lambda past: past.date))


def _issue_files(place: Path) -> Iterator[Path]:
    if place.is_dir() and not place.name.startswith((".", "build")):
        try:
            yield find_issue(place)
        except (IssueError, OSError):
            return
    elif place.suffix in YAML and not place.name.startswith(("paper.", ".")):
        yield place


def _past(file: Path) -> EarlierIssue | None:
    try:
        report = FileReport(read_text(file, str(file), Findings()))
        root = parse(report.source, report)
    except IssueError:
        return None
    if not isinstance(root, MappingNode):
        return None
    record = FieldReader(root, fields.ISSUE, report)
    date = record.read("date", values.date) if isinstance(record.node("date"), ScalarNode) else None
    if date is None:
        return None
    number, total = record.read("number", values.counting), record.read("total", values.counting)
    return EarlierIssue(file, date, number, total, _staff(record), tuple(_pages(record, report)), record.text("paper").value)


def _staff(record: FieldReader) -> tuple[tuple[str, str], ...]:
    return tuple((field.chinese, text) for field in fields.STAFF_FIELDS if (text := record.text(field.name).value))


def _pages(record: FieldReader, report: FileReport) -> Iterator[PagePlanned]:
    node = record.node("pages")
    for page in node.items if isinstance(node, SequenceNode) else ():
        if isinstance(page, MappingNode):
            own = FieldReader(page, fields.PAGE, report)
            yield PagePlanned(own.text("name").value, _staff(own))


def next_date(past: Sequence[EarlierIssue], name: str = "") -> datetime.date | None:
    """The next issue's day: what the folder's name says, else the last day and the step between the last two; None without either."""
    named = _named(name, past[-1].date.day if past else 1)
    if named or not past:
        return named
    last = past[-1].date
    steps = [(b.date - a.date).days for a, b in pairwise(past) if a.date < b.date]
    if steps and not MONTH[0] <= steps[-1] < MONTH[1]:
        return _half_month(past) or last + datetime.timedelta(days=steps[-1])
    return month_later(last)


def _named(name: str, day: int) -> datetime.date | None:
    """2021-07 or 2021-07-15 as a day."""
    found = MONTH_NAMED.search(name)
    if not found:
        return None
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"] or day)
    return datetime.date(year, month, min(day, monthrange(year, month)[1])) if 1901 < year <= 2100 and day else None


def _half_month(past: Sequence[EarlierIssue]) -> datetime.date | None:
    """Twice a month on the same two days: 1 and 15, 10 and 25."""
    days = [issue.date.day for issue in past[-4:]]
    step = (past[-1].date - past[-2].date).days
    if len(days) < 3 or not 13 <= step <= 18 or (step % WEEK == 0 and len(set(days)) > 2) or days[-1] != days[-3]:
        return None
    first, last = past[-2].date, past[-1].date
    return month_later(first) if month_later(first) > last else None


def month_later(day: datetime.date) -> datetime.date:
    """The same day a month on; the month's last where there is none."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return datetime.date(year, month, min(day.day, monthrange(year, month)[1]))


def next_number(past: Sequence[EarlierIssue], date: datetime.date) -> int | None:
    """The issue's number in its year: one more than the last, 1 in a new year unless the paper has always counted on."""
    numbered = [issue for issue in past if issue.number is not None and issue.date < date]
    if not numbered:
        return 1 if not past else None
    last = numbered[-1]
    counts_on = any(a.date.year < b.date.year and (b.number or 0) > (a.number or 0) for a, b in pairwise(numbered))
    return 1 if date.year > last.date.year and not counts_on else (last.number or 0) + 1


def next_total(past: Sequence[EarlierIssue]) -> int | None:
    """One more than the last total there is."""
    return next((issue.total + 1 for issue in reversed(past) if issue.total is not None), None)
