"""Whatever slips of the pen come together: --fix never changes, loses or moves a word."""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from paperlayout.cli.mending import mend

ISSUE = """日期: 2021-06-15
期号: 6
# 注释
头条:
  标题: 区总工会推动学习/走深走实
  栏目: "党史"
  正文: |
    第一段，工会5月25日举办活动，职工参加。
    ## 小标题
    第二段，永远跟党走，“很好”。
文章:
  - 标题: 甲文
    来源: 某单位
    正文: |
      另一段文字，内容不同。
  - {标题: 乙文, 正文: 短文一段。}
简讯:
  - 标题: 丙
    正文: 简讯一条。
"""
SLIPS = (
    lambda line: line.replace(": ", "：", 1), lambda line: line.replace(": ", ":", 1), lambda line: re.sub("^ +", lambda m: "\t" * (len(m[0]) // 2), line),
    lambda line: re.sub("^ +", lambda m: "　" * (len(m[0]) // 2), line), lambda line: line.replace("- ", "-", 1), lambda line: line.replace("- ", "－ ", 1),
    lambda line: line + " #号", lambda line: line.replace(": |", ":"), lambda line: line.removeprefix(" "), lambda line: re.sub(r"(: )(\S)", r"\1[\2] ", line, count=1),
    lambda line: re.sub(r"(: )(\S+)", r'\1"\2"甲', line, count=1), lambda line: line.replace(", ", "，", 1), lambda line: line.replace("。", "."), lambda line: " " + line,
    lambda line: line.replace("，", ",", 1), lambda line: line[:6] + "\x0b" + line[6:], lambda line: line.replace("工会", "工会: ", 1), lambda line: line + "  ",
)  # fmt: skip


def words(text: str) -> str:
    return re.sub(r"[^\u4e00-\u9fff0-9]", "", text)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, ISSUE.count("\n") - 1), st.sampled_from(SLIPS)), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_no_word_is_changed(made, newline: str) -> None:
    lines = ISSUE.split("\n")
    for number, slip in made:
        lines[number] = slip(lines[number])
    typed = newline.join(lines)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "issue.yaml"
        file.write_bytes(typed.encode())
        mend(file)
        mended, kept = file.read_bytes().decode(), Path(f"{file}.bak")
        assert words(mended) == words(typed)
        assert kept.read_bytes().decode() == typed if kept.exists() else mended == typed
        mend(file)
        assert file.read_bytes().decode() == mended, "mending again changes nothing"
