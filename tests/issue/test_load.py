"""From YAML to the model."""

from pathlib import Path

import pytest

from paperlayout.diag import IssueError
from paperlayout.issue import fields
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.loading.load import load_issue

HEAD = "日期: 2021-06-15\n"
CHINESE = """日期: 2021年6月15日
期号: 第6期
总期号: 一百二十八
责编: 甲
导读:
  - 首批健康服务点 2版
头条:
  编号: lead
  标题: 题/目
  眉题: 引
  副题: 副
  栏目: 党史
  作者: 乙
  来源: （丙镇总工会）
  栏数: 通栏
  位置: 头条
  重要性: 要闻
  样式: 加框
  转版: 否
  伸缩: 微调
  同版: 是
  正文: |
    甲段。
    > 引文
    - 条
    ---
照片: {文件: a.jpg, 说明: 图, 摄影: 丁, 焦点: 60% 30%, 裁切: 3：2, 示意图: 是, 随文: lead, 栏数: 2栏}
简讯:
  - {标题: 一, 正文: 甲。}
  - 栏题: 集纳
    电头:
    条目:
      - {标题: 二, 正文: 乙。}
"""
ENGLISH = """date: 2021/6/15
number: 6
total: 128
editor: 甲
guide: [首批健康服务点 2版]
lead:
  - id: lead
    headline: 题/目
    kicker: 引
    subtitle: 副
    standing-head: 党史
    author: 乙
    source: 丙镇总工会
    columns: full
    position: lead
    priority: major
    style: boxed
    jump: no
    fit: slight
    together: true
    body: |
      　　甲段。
      > 引文
      - 条
      ---
photos:
  - {file: a.jpg, caption: 图, credit: 丁, focus: "60% 30%", crop: 3:2, illustration: yes, with: lead, columns: 2}
briefs:
  - {title: 一, body: 甲。}
  - {title: 集纳, dateline: "", items: [{title: 二, body: 乙。}]}
"""


@pytest.fixture
def photo(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8")


@pytest.mark.usefixtures("photo")
def test_two_spellings_mean_one_issue(load) -> None:
    assert load(CHINESE).issue == load(ENGLISH).issue


@pytest.mark.usefixtures("photo")
def test_everything_reaches_the_model(load) -> None:
    issue = load(CHINESE).issue
    page = issue.pages[0]
    lead, photo = page.lead[0], page.photos[0]
    assert (issue.number, issue.total, issue.staff.editor.value, issue.guide[0].text.value) == (6, 128, "甲", "首批健康服务点 2版")
    assert (lead.title.value, lead.kicker.value, lead.deck.value, lead.source.value, lead.dateline) == ("题/目", "引", "副", "丙镇总工会", None)
    pins = lead.placing
    assert (pins.full_width, pins.columns, pins.position, pins.priority, pins.style, pins.jump, pins.fit, pins.together) == (
        True, None, "lead", "major", "boxed", False, "slight", True,
    )  # fmt: skip
    assert [block.kind for block in lead.body] == ["paragraph", "quote", "list", "break"]
    assert (photo.focus, photo.crop, photo.illustration, photo.placing.beside, photo.placing.columns) == ((0.6, 0.3), (3, 2), True, "lead", 2)
    loose, box = page.of(Briefs)
    assert (loose.title.value, loose.dateline, box.title.value, box.dateline.value) == ("", None, "集纳", "")
    assert [item.id for item in (*loose.items, *box.items)] == ["b1", "b2"]


def test_names_follow_the_document(load) -> None:
    text = HEAD + "文章:\n  - {标题: 甲, 正文: 甲。}\n  - {编号: a2, 标题: 乙, 正文: 乙。}\n头条: {标题: 丙, 正文: 丙。}\n"
    page = load(text).issue.pages[0]
    assert [article.id for article in (*page.articles, *page.lead)] == ["a1", "a2", "a3"]


def test_pages(load) -> None:
    issue = load(HEAD + "版面:\n  - {版名: 要闻, 责编: 甲, 头条: {标题: 甲, 正文: 甲。}}\n  - 版名: 副刊\n    文章: [{标题: 乙, 正文: 乙。}]\n").issue
    assert [(page.name.value, page.staff.editor.value, len(page.lead), len(page.articles)) for page in issue.pages] == [
        ("要闻", "甲", 1, 0),
        ("副刊", "", 0, 1),
    ]


def test_a_manuscript_has_its_own_places(load, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_bytes("甲段。\r\n\r\n　　乙段。（记者 李明）\r\n".encode("gb18030"))
    loaded = load(HEAD + "头条: {标题: 甲, 文件: 稿.txt}\n")
    article = loaded.issue.pages[0].lead[0]
    assert [(block.text, block.origin.line, Path(block.origin.file).name) for block in article.body] == [("甲段。", 1, "稿.txt"), ("乙段。", 3, "稿.txt")]
    assert article.source.value == "记者 李明"
    assert [one.code for one in loaded.diagnostics] == ["Y120", "C320"]


@pytest.mark.parametrize(
    ("typed", "kept", "source"),
    [
        ("乙段（见图）", "乙段（见图）", ""), ("王刚（上汽大众）", "王刚（上汽大众）", ""), ("乙段。（华亭镇总工会）", "乙段。", "华亭镇总工会"),
        ("乙段。（完）", "乙段。（完）", ""), ("乙段。（见2版）", "乙段。（见2版）", ""),
    ],
)  # fmt: skip
def test_only_a_signature_is_lifted(load, typed: str, kept: str, source: str) -> None:
    article = load(HEAD + f"头条:\n  标题: 甲\n  正文: |\n    {typed}\n").issue.pages[0].lead[0]
    assert (article.body[0].text, article.source.value) == (kept, source)


def test_an_emptied_dateline_keeps_the_typed_one_in_the_copy(load) -> None:
    article = load(HEAD + "头条:\n  标题: 甲\n  电头:\n  正文: |\n    本报讯 6月。\n").issue.pages[0].lead[0]
    assert article.body[0].text == "本报讯 6月。" and article.dateline is not None and not article.dateline


def test_folded_body_keeps_its_paragraphs(load) -> None:
    for body in ("正文:\n    甲段。\n    乙段。\n", "正文: >\n    甲段。\n    乙段。\n", '正文: "甲段。\n    乙段。"\n'):
        loaded = load(HEAD + "头条:\n  标题: 甲\n  " + body)
        assert [block.text for block in loaded.issue.pages[0].lead[0].body] == ["甲段。", "乙段。"]
        assert [one.code for one in loaded.diagnostics] == ["Y111"]


def test_a_folder_is_searched_for_its_issue(write, tmp_path: Path) -> None:
    file = write(HEAD + "头条: {标题: 甲, 正文: 甲。}\n")
    assert load_issue(tmp_path).issue.file == file
    renamed = file.rename(tmp_path / "六月.yaml")
    assert load_issue(tmp_path).issue.file == renamed
    (tmp_path / "七月.yaml").write_bytes(renamed.read_bytes())
    with pytest.raises(IssueError) as caught:
        load_issue(tmp_path)
    assert caught.value.diagnostics[0].code == "F103"


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(IssueError) as caught:
        load_issue(tmp_path / "没有.yaml")
    assert caught.value.diagnostics[0].code == "F100"


def test_without_paper_yaml_the_issues_own_folder_is_the_fence(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8")
    inner = tmp_path / "期"
    inner.mkdir()
    (inner / "issue.yaml").write_text(HEAD + "照片: {文件: ../a.jpg}\n", encoding="utf-8")
    with pytest.raises(IssueError) as caught:
        load_issue(inner)
    assert [one.code for one in caught.value.diagnostics] == ["F306"]
    (tmp_path / "paper.yaml").write_text("报名: 试报\n", encoding="utf-8")
    assert load_issue(inner).issue.house.imprint.name == "试报"


def test_a_link_out_of_the_folder_is_refused(faults, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").symlink_to("/etc/hostname")
    assert [one.code for one in faults(HEAD + "照片: {文件: a.jpg}\n")] == ["F306"]


BAD = {"number": "很多", "flag": "大概", "date": "某日", "columns": "几栏", "jump": "某版", "choice": "某处", "ratio": "方", "point": "人脸"}


@pytest.mark.parametrize(
    "field", [field for field in (*fields.ISSUE.fields, *fields.PHOTO.fields, *fields.ARTICLE.fields) if field.kind in BAD], ids=lambda f: f.name
)
def test_every_typed_field_is_checked(faults, field: fields.Field) -> None:
    for table, text in ((fields.ISSUE, "{}"), (fields.ARTICLE, "头条:\n  标题: 甲\n  正文: 甲。\n  {}"), (fields.PHOTO, "照片:\n  文件: a.jpg\n  {}")):
        if field in table.fields:
            found = faults(("" if field.name == "date" else HEAD) + text.format(f"{field.chinese}: {BAD[field.kind]}\n"))
            assert any(one.code in {"S202", "S214", "S215", "S216", "S217"} for one in found), table.name
