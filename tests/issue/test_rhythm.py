"""When the next issue comes out, and its number."""

import datetime
from pathlib import Path

import pytest

from paperlayout.loading.rhythm import EarlierIssue, month_later, next_date, next_number, next_total, past_issues


def issues(*days: str, numbers: tuple[int | None, ...] = ()) -> list[EarlierIssue]:
    return [EarlierIssue(Path(day), datetime.date.fromisoformat(day), number) for day, number in zip(days, numbers or (None,) * len(days), strict=True)]


@pytest.mark.parametrize(("days", "name", "following"), [
    (("2021-06-15",), "", "2021-07-15"),
    (("2021-05-15", "2021-06-15"), "", "2021-07-15"),
    (("2021-12-31",), "", "2022-01-31"), (("2022-01-31",), "", "2022-02-28"),
    (("2021-06-01", "2021-06-08"), "", "2021-06-15"),
    (("2021-06-01", "2021-06-15"), "", "2021-06-29"),
    (("2021-05-15", "2021-06-01", "2021-06-15"), "", "2021-07-01"),
    (("2021-05-01", "2021-05-15", "2021-06-01"), "", "2021-06-15"),
    (("2021-05-10", "2021-05-25", "2021-06-10", "2021-06-25"), "", "2021-07-10"),
    (("2021-01-05", "2021-04-05"), "", "2021-07-04"),
    (("2021-06-14", "2021-06-15"), "", "2021-06-16"),
    (("2021-06-15",), "2021-09", "2021-09-15"), (("2021-06-15",), "2021-09-08", "2021-09-08"), (("2021-01-31",), "2021年2月", "2021-02-28"),
    ((), "2021-07", "2021-07-01"), ((), "202107", "2021-07-01"),
])  # fmt: skip
def test_the_next_day(days: tuple[str, ...], name: str, following: str) -> None:
    assert next_date(issues(*days), name) == datetime.date.fromisoformat(following)


def test_without_past_or_name_there_is_no_guess() -> None:
    assert next_date([], "新的一期") is None


@pytest.mark.parametrize(("day", "later"), [("2024-01-31", "2024-02-29"), ("2023-01-31", "2023-02-28"), ("2023-11-30", "2023-12-30")])
def test_a_month_later(day: str, later: str) -> None:
    assert month_later(datetime.date.fromisoformat(day)).isoformat() == later


@pytest.mark.parametrize(("days", "numbers", "on", "number"), [
    (("2021-06-15",), (6,), "2021-07-15", 7), (("2021-12-15",), (12,), "2022-01-15", 1),
    (("2020-12-15", "2021-01-15"), (40, 41), "2022-01-15", 42), (("2021-06-15",), (None,), "2021-07-15", None), ((), (), "2021-07-15", 1),
])  # fmt: skip
def test_the_next_number(days: tuple[str, ...], numbers: tuple[int | None, ...], on: str, number: int | None) -> None:
    assert next_number(issues(*days, numbers=numbers), datetime.date.fromisoformat(on)) == number


def test_the_total_goes_on() -> None:
    assert next_total([EarlierIssue(Path("a"), datetime.date(2021, 6, 15), 6, 128), EarlierIssue(Path("b"), datetime.date(2021, 7, 15), 7)]) == 129
    assert next_total(issues("2021-06-15")) is None


def test_past_issues_are_folders_and_files_beside_it(tmp_path: Path) -> None:
    for name, text in (("2021-05/issue.yaml", "日期: 2021-05-15\n期号: 5"), ("六月.yaml", "date: 2021/6/15\nnumber: 第6期"), ("坏/issue.yaml", "日期：？"), ("paper.yaml", "报名: 某报")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = past_issues(tmp_path / "2021-07")
    assert [(p.date.month, p.number) for p in found] == [(5, 5), (6, 6)]
