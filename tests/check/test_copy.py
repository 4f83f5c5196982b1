"""What a proofreader asks, and what he leaves alone. The first part of a case is the copy, the second what is pointed at."""

from pathlib import Path

import pytest

from .lint import asked, pointed

FOUND = [
    ("给求职者们提供择业与就业指导，帮助求职者明确\n职业方向，得到好评。", ["C301 ，帮助求职者明确"]),
    ("甲单位、乙单位、\n丙单位都派人参加。", ["C301 甲单位、乙单位、"]),
    ("6月15日（星期三）召开会议。", ["C340 星期三"]),
    ("2021年6月15日，周一，召开会议。", ["C340 周一"]),
    ("2020年2月30日召开会议。6月31日结束。13月1日。", ["C342 2020年2月30日", "C342 6月31日", "C342 13月1日"]),
    ("6月14日（农历五月初六）是好日子。", ["C341 五月初六"]),
    ("2021年6月14日，农历庚子年五月初五，赛龙舟。", ["C341 庚子年五月初五"]),
    ("6月15日是端午节，工会慰问职工。", ["C341 端午节"]),
    ("5月2日（国际劳动节）放假。", ["C341 国际劳动节"]),
    ("会议上午25时开始。", ["C342 25时"]),
    ("要求：一是学习；二是宣传；四是落实。", ["C377 四是"]),
    ("新馆座落于嘉定，美仑美奂。", ["C375 座落", "C375 美仑美奂"]),
    ("职工們都来了。", ["C372 們"]),
    ("工会的的活动很好。", ["C376 的的"]),
    ("占50 ％，另占30 %。", ["C312 0 ％", "C312 0 %"]),
    ("5 月 25 日与6月10日。", ["C310  "]),
    ("职工  之家。", ["C313   "]),
]

LEFT_ALONE = [
    "给求职者们提供择业与就业指导，帮助求职者明确。\n职业方向，得到好评。",
    "一、召开会议，听取汇报，讨论决定了今年的工作\n二、选举新一届领导班子并且宣布结果。",
    "参加会议的有各街镇总工会主席和直属工会负责人\n本报讯 另一条消息。",
    "6月15日（星期二）召开会议，2021年6月16日（周三）结束，1月4日（星期二）再开。",
    "12月31日（星期四）、12月31日（星期五）都说得通。",
    "6月14日（农历五月初五）是端午节，6月10日，端午前夕慰问。6月14日（端午节）。2021年6月14日，农历辛丑年五月初五。",
    "5月1日是国际劳动节，7月1日（建党节）座谈。10月1日国庆节。",
    "2020年2月29日，2月29日，比分13:75，1:2的比例，8时30分。",
    "一是一，二是二。一是学习；二是宣传；三是落实。其一是甲，其三是乙。",
    "目的的确达到了。一个单位一个单位地走，一步一步地干。",
    "占50%。", "共 50 名，计 30 人。",
    "“坐落”“即使”“青睐”。",
]


@pytest.mark.parametrize(("body", "expected"), FOUND, ids=[expected[0] for _, expected in FOUND])
def test_what_is_asked(body: str, expected: list[str], tmp_path: Path) -> None:
    assert pointed(asked(tmp_path, body), tmp_path / "issue.yaml") == expected


@pytest.mark.parametrize("body", LEFT_ALONE)
def test_what_is_left_alone(body: str, tmp_path: Path) -> None:
    assert [(one.code, one.message) for one in asked(tmp_path, body)] == []


def test_a_paragraph_twice_is_told_with_the_first_ones_line(tmp_path: Path) -> None:
    body = "第一段有足够多的字，才算得上是一段真正的正文，不是口号。\n另一段。\n第一段有足够多的字，才算得上是一段真正的正文，不是口号。"
    (one,) = asked(tmp_path, body)
    assert (one.code, one.origin and one.origin.line) == ("C302", 8) and "第 6 行" in one.message


def test_a_stop_after_a_head(tmp_path: Path) -> None:
    found = asked(tmp_path, "正文。\n## 小标题。", head="标题: 工会办实事。")
    assert pointed(found, tmp_path / "issue.yaml") == ["C370 。", "C370 。"]
    assert asked(tmp_path, "正文。", head="标题: 工会在哪里？") == []


def test_places_inside_quotes_and_behind_marks(tmp_path: Path) -> None:
    found = asked(tmp_path, "[工会]{着重}座落于此。", head='标题: "新馆座落于嘉定"')
    assert pointed(found, tmp_path / "issue.yaml") == ["C375 座落", "C375 座落"]


PEOPLE = "报名: 试报\n人名职务:\n  李明: 区总工会党组书记、常务副主席\n  王建国: [镇总工会主席, 上海工匠]\n  - 不该有\n".replace("  - 不该有\n", "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("区总工会主席李明出席。", ["C350 主席李明"]),
        ("区总工会常务副主席李明、党组书记李明出席。", []),
        ("区总工会副主席李明出席。", ["C350 副主席李明"]),
        ("原区总工会主席李明出席。时任副主席李明。", []),
        ("镇总工会主席王建华出席。", ["C351 王建华"]),
        ("镇总工会主席王建国、上海工匠王建国出席。", []),
        ("镇总工会主席王小红出席。职工王建国发言。", []),
    ],
)
def test_names_and_posts(body: str, expected: list[str], tmp_path: Path) -> None:
    assert pointed(asked(tmp_path, body, PEOPLE), tmp_path / "issue.yaml") == expected


INTERNAL = "报名: 试报\n准印证: 沪内刊第1号\n主办: 区总工会\n电头: 嘉定讯\n发送对象: 内部资料，免费交流\n印刷: 甲厂\n印数: 1000\n"


@pytest.mark.parametrize(
    ("body", "paper", "expected"),
    [
        ("本报从明天起改版。（记者 李明）", INTERNAL, ["P120 本报", "P120 记者"]),
        ("据本报记者报道，本报告认为，成本报表、基本报酬、日本报纸。", INTERNAL, ["P120 本报"]),
        ("本报从明天起改版。（记者 李明）", INTERNAL + "国内统一刊号: CN31-0001\n", []),
        ("本报从明天起改版。", "报名: 试报\n", []),
    ],
)
def test_internal_papers(body: str, paper: str, expected: list[str], tmp_path: Path) -> None:
    assert [one for one in pointed(asked(tmp_path, body, paper), tmp_path / "issue.yaml") if one.startswith("P")] == expected


def test_what_internal_papers_have_to_state(tmp_path: Path) -> None:
    found = {one.code: one.message for one in asked(tmp_path, "正文。", "报名: 试报\n准印证: 沪内刊第1号\n印刷: 甲厂\n")}
    assert found["P121"] == "内部资料还缺：主办、发送对象、印数、“内部资料，免费交流”（写进“发送对象”）"
    assert "本报讯" in found["P120"]
