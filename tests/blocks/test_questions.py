"""A question set in bold reads as a small subhead: it stays with its answer."""

import pytest

from blocks.bench import flow

ANSWER = "答：按照《防暑降温措施管理办法》，日最高气温达到四十度以上，应当停止当日室外露天作业。"
LONG = "**" + "这一段全是粗体，可是太长，不像一个问题，倒像一段要人看清楚的话。" * 3 + "**"


def test_a_group_of_names_begins_with_two_rows_under_its_name() -> None:
    (names,) = flow(":::名单\n制造组：\n张三 李四 王五 赵六 钱七 孙八 周九 吴十 郑一 王二\n服务组：\n郑一 王二 冯三\n:::").items
    assert [row for row in range(2, 7) if row in names.cuts] == [3, 4]


@pytest.mark.parametrize(
    "typed, introducing",
    [
        (f"**问：气温到多少度，室外就该停工？**\n{ANSWER}", [True, False]),
        (f"**问：**停工、少干的时间，工资扣不扣？\n{ANSWER}", [False, False]),
        (f"{ANSWER}\n**问：中暑了，算不算工伤？**", [False, False]),
        (f"**问：中暑了，算不算工伤？**\n## 小标题\n{ANSWER}", [False, False, False]),
        (f"**制造组：**\n**钳工**\n{ANSWER}", [True, True, False]),
        (f"{LONG}\n{ANSWER}", [False, False]),
        (f"**张三**\n**李四**\n**王五**\n{ANSWER}", [False] * 4),
        ("**制造组：**\n:::名单\n张三 李四 王五\n:::", [True, False]),
    ],
)
def test_a_short_paragraph_all_in_bold_introduces_the_text_under_it(typed: str, introducing: list[bool]) -> None:
    assert [item.introduces for item in flow(typed).items] == introducing
