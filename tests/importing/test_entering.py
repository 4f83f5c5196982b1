"""Entries added to an issue: nothing the editor wrote is touched."""

from pathlib import Path

import pytest

from paperlayout.diag import IssueError, Origin
from paperlayout.importing.entries import FiledPhoto, FiledStory, Kind, fields_of, sheet
from paperlayout.importing.found import FoundStory
from paperlayout.importing.register import NoPlace, has_lead, registered
from paperlayout.issue.yaml_text import quoted
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.loading.load import load_issue
from paperlayout.manuscripts.arrival import ManuscriptLine

HERE = Origin("来稿.txt")


def story(title: str, kind: Kind = "articles", body: str = "正文一段。", **given: str) -> FiledStory:
    fields = (("title", title), *((name.replace("_", "-"), value) for name, value in given.items()))
    return FiledStory(kind, FoundStory(HERE, fields, (ManuscriptLine(body, HERE),)))


def titles(text: str, folder: Path) -> list[str]:
    """The titles of an issue, lead first, as the program reads them."""
    (folder / "issue.yaml").write_text(text, encoding="utf-8", newline="")
    page = load_issue(folder).issue.pages[0]
    return [a.title.value for a in page.every_article]


HEAD = "日期: 2021-06-15\n"


@pytest.mark.parametrize(("before", "kind", "after"), [
    ("", "articles", ["新"]),
    ("文章:\n", "articles", ["新"]),
    ("文章:   # 二条以下\n\n照片:\n", "articles", ["新"]),
    ("文章:\n  - 标题: 旧\n    正文: 段\n", "articles", ["旧", "新"]),
    ("文章:\n- 标题: 旧\n  正文: |\n    段一\n\n    段二\n\n# 尾注\n责任编辑: 张\n", "articles", ["旧", "新"]),
    ("articles:\n    - title: 旧\n      body: 段\n\n简讯:\n  - 标题: 讯\n    正文: 段\n", "articles", ["旧", "新", "讯"]),
    ("简讯:\n  栏题: 动态\n  条目:\n    - {标题: 讯, 正文: 段}\n", "briefs", ["讯", "新"]),
    ("简讯:\n  - 标题: 讯\n    正文: 段", "briefs", ["讯", "新"]),
    ("头条:\n  标题:\n  正文: |\n\n文章:\n  - 标题: 旧\n    正文: 段\n", "lead", ["新", "旧"]),
    ("文章:\n  - 标题: 旧\n    正文: 段\n", "lead", ["新", "旧"]),
])  # fmt: skip
def test_an_entry_goes_after_the_last(before: str, kind: Kind, after: list[str], tmp_path: Path) -> None:
    text = HEAD + before
    made = registered(text, [story("新", kind)])
    assert titles(made, tmp_path) == after
    kept = [line for line in text.splitlines() if line.strip() and not (kind == "lead" and line.strip() in ("标题:", "正文: |"))]
    rest = iter(made.splitlines())
    assert all(line in rest for line in kept), "what the editor wrote stays, in its order"


PAGES = "日期: 2021-06-15\n版面:\n  - 版名: 要闻\n    头条:\n      标题: 旧\n      正文: 段\n    # 一版完\n\n  - 版名: 副刊\n    责编: 张\n    文章:\n    - 标题: 读书\n      正文: |\n        段\n\n标语: 休刊\n"


@pytest.mark.parametrize(("page", "kind", "after"), [
    ("1", "articles", [["旧", "新"], ["读书"]]), ("要闻", "briefs", [["旧", "新"], ["读书"]]), ("2", "articles", [["旧"], ["读书", "新"]]),
    ("副刊", "lead", [["旧"], ["新", "读书"]]), ("副刊", "briefs", [["旧"], ["读书", "新"]]),
])  # fmt: skip
def test_an_entry_goes_on_its_page(page: str, kind: Kind, after: list[list[str]], tmp_path: Path) -> None:
    made = registered(PAGES, [story("新", kind)], page)
    (tmp_path / "issue.yaml").write_text(made, encoding="utf-8")
    issue = load_issue(tmp_path).issue
    assert [[a.title.value for a in p.every_article] for p in issue.pages] == after
    assert issue.slogan.value == "休刊"
    rest = iter(made.splitlines())
    assert all(line in rest for line in PAGES.splitlines() if line.strip())


@pytest.mark.parametrize("page", ["", "3", "体育"])
def test_a_page_that_is_not_there(page: str) -> None:
    with pytest.raises(NoPlace):
        registered(PAGES, [story("新")], page)


def test_lines_end_as_they_did(tmp_path: Path) -> None:
    made = registered((HEAD + "文章:\n  - 标题: 旧\n    正文: 段\n").replace("\n", "\r\n"), [story("新")])
    assert made.count("\r\n") == made.count("\n") and titles(made, tmp_path) == ["旧", "新"]


@pytest.mark.parametrize("text", ["版面:\n  - 版名: 要闻\n", "文章: [{标题: 旧, 正文: 段}]\n", "文章:\n  标题: 旧\n  正文: 段\n", "头条:\n  标题: 旧\n  正文: 段\n"])
def test_where_there_is_no_safe_place_nothing_is_changed(text: str) -> None:
    kind: Kind = "lead" if text.startswith("头条") else "articles"
    with pytest.raises(NoPlace):
        registered(HEAD + text, [story("新", kind)])


def test_an_issue_that_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(IssueError):
        registered("标题：旧\n  正文: 段\n", [story("新")])


@pytest.mark.parametrize(("text", "has"), [("", False), ("头条:\n", False), ("头条:\n  标题:\n  正文: |\n", False), ("头条: {标题: 旧}\n", True), ("lead:\n  title: 旧\n", True)])
def test_an_empty_lead_is_no_lead(text: str, has: bool) -> None:
    assert has_lead(HEAD + text) is has


@pytest.mark.parametrize("value", ["夜校", "通知: 明天上课", "工会 #1 号", "[图片新闻] 工匠", "“速、新”四字诀", '"速"字', "- 一", "*星", "末尾:", "C:\\图片", "@所有人", "50%", "5：3", "是", " 前后 ", "？", "!", "a: b # c"])
def test_every_value_comes_back_as_it_was(value: str, tmp_path: Path) -> None:
    made = registered(HEAD, [story("新", deck=value, author=value)])
    (tmp_path / "issue.yaml").write_text(made, encoding="utf-8")
    article = load_issue(tmp_path).issue.pages[0].articles[0]
    assert (article.deck.value, article.author.value) == (value.strip(), value.strip())


def test_plain_values_are_not_quoted() -> None:
    assert quoted("区总工会推动“速”字诀：走深走实") == "区总工会推动“速”字诀：走深走实"


def test_a_brief_without_dateline_gets_none_from_the_house(tmp_path: Path) -> None:
    made = registered(HEAD, [story("甲", "briefs"), story("乙", "briefs", dateline="本报讯"), story("丙", "briefs", dateline="本报讯（记者 王一）")])
    titles(made, tmp_path)
    items = load_issue(tmp_path).issue.pages[0].of(Briefs)[0].items
    assert [None if i.dateline is None else i.dateline.value for i in items] == ["", None, "本报讯（记者 王一）"]


def test_a_picture_that_did_not_come_is_a_comment(tmp_path: Path) -> None:
    one = FiledStory("articles", FoundStory(HERE, (("title", "新"),), (ManuscriptLine("段。", HERE),)), photos=(FiledPhoto("工匠风采展", "王强"),))
    lines = list(fields_of(one))
    assert [line for line in lines if line.startswith("#")][1:] == ["# 照片:", "#   - 文件: 图片/还没有.jpg", "#     图注: 工匠风采展", "#     摄影: 王强"]
    assert titles(registered(HEAD, [one]), tmp_path) == ["新"]


def test_a_sheet_is_an_issue_without_its_head(tmp_path: Path) -> None:
    assert titles(HEAD + sheet([story("讯", "briefs"), story("头", "lead"), story("文")]), tmp_path) == ["头", "文", "讯"]
