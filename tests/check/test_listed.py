"""check --list: what a proofreader checks one by one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from paperlayout.cli.main import cli

from .lint import written

BODY = "6月10日，区总工会主席陆陈明、李明走访企业，发放慰问品1,200份，同比增长12.5%。\n## 小标题\n2021年6月15日，一百二十名职工参加。"


def lines(tmp_path: Path, kinds: str) -> list[str]:
    file = written(tmp_path, BODY, "报名: 试报\n人名职务: {李明: 镇总工会主席}\n", "标题: 走访/慰问")
    done = CliRunner().invoke(cli, ["check", str(file), "--list", kinds])
    assert done.exit_code == 0
    return ["  ".join(line.split("  ")[:3]) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("标题", ["标题  第1版  走访/慰问", "标题  第1版  小标题"]),
        ("人名", ["人名  第1版  区总工会主席陆陈明", "人名  第1版  李明"]),
        ("日期", ["日期  第1版  6月10日", "日期  第1版  2021年6月15日"]),
        ("数字", ["数字  第1版  1,200份", "数字  第1版  12.5%", "数字  第1版  一百二十名"]),
    ],
)
def test_each_kind(kinds: str, expected: list[str], tmp_path: Path) -> None:
    assert lines(tmp_path, kinds) == expected


def test_several_and_all(tmp_path: Path) -> None:
    assert [line[:2] for line in lines(tmp_path, "标题，日期")] == ["标题"] * 2 + ["日期"] * 2
    assert len(lines(tmp_path, "全部")) == 9


def test_another_kind_is_wrong_use(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["check", str(written(tmp_path, BODY)), "--list", "地名"])
    assert done.exit_code == 2 and "标题、人名、日期、数字" in done.output
