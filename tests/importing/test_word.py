"""Word manuscripts: written by LibreOffice (word/), and by python-docx here, as editors make them."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from paperlayout.diag import IssueError
from paperlayout.importing import office
from paperlayout.importing.read import read_manuscript
from paperlayout.loading.load import load_issue
from paperlayout.manuscripts.arrival import Arrival
from paperlayout.manuscripts.word import read_word
from paperlayout.manuscripts.word_numbers import han, numeral, with_numbers

from .conftest import HERE, sorted_out, written_down

WORD = HERE / "word"


def saved(document, folder: Path, name: str = "来稿.docx") -> Path:
    path = folder / name
    document.save(str(path))
    return path


def picture() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (180, 40, 30)).save(out, "PNG")
    out.seek(0)
    return out


def texts(arrival: Arrival) -> list[str]:
    return [line.text for line in arrival.lines]


# -- a manuscript out of LibreOffice


def test_a_manuscript_out_of_libreoffice(pytestconfig: pytest.Config) -> None:
    made = written_down(*sorted_out(WORD / "services.docx"))
    expected = WORD / "services.txt"
    if pytestconfig.getoption("--accept"):
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8")


def test_text_boxes_nested_tables_links_and_hidden_text_come_along() -> None:
    (story,), said = sorted_out(WORD / "odd.docx")
    assert story.value("title") == "职工夜校/开课了"
    assert [line.text for line in story.body] == [
        "夜校开课那天，教室里坐满了人，连走廊上也站着听课的职工。（隐藏的话）", "课表是职工自己点的。", "文本框里的链接资料：夜校已办三年。",
        ":::表", "课程表", "周一 晚上 | 剪辑", ":::", "全部课程免费。",
    ]  # fmt: skip
    assert any(d.code == "C364" and "隐藏" in d.message for d in said)


def test_its_picture_comes_whole() -> None:
    (photo,) = sorted_out(WORD / "services.docx")[0][0].photos
    assert photo.picture and Image.open(io.BytesIO(photo.picture.data)).size == (64, 48)
    assert photo.picture.alt == "医生在量血压" and photo.credit == "王强"


def test_automatic_numbers_are_copy() -> None:
    assert [t for t in texts(read_word(WORD / "services.docx", "x")) if t[:2] in ("一、", "二、")] == ["一、每个服务点每周请医生坐诊一次。", "二、每季度为一线职工体检一次。"]


# -- manuscripts as they come: no styles, everything by hand


def test_the_largest_line_at_the_top_is_the_title(tmp_path: Path) -> None:
    document = docx.Document()
    for text, size in (("庆祝中国共产党成立100周年", 16), ("嘉定工会走访慰问", 22), ("百名劳模工匠", 22)):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).font.size = Pt(size)
    document.add_paragraph("七月一日前夕，区总工会走访慰问百名劳模工匠，送去党的关怀。")
    (story,), said = sorted_out(saved(document, tmp_path))
    assert story.given == (("kicker", "庆祝中国共产党成立100周年"), ("title", "嘉定工会走访慰问/百名劳模工匠"))
    assert any("接作“标题”的下一行" in d.message for d in said)


def test_a_bold_line_is_a_subhead_and_bold_words_stay_bold(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("职工夜校开课")
    document.add_paragraph("夜校开课那天，教室里坐满了人。")
    document.add_paragraph().add_run("一张课表排到年底").bold = True
    paragraph = document.add_paragraph("课表由")
    paragraph.add_run("职工自己").bold = True
    paragraph.add_run("点").bold = True
    paragraph.add_run("，点得最多的是短视频。")
    (story,), _ = sorted_out(saved(document, tmp_path))
    assert [line.text for line in story.body][1:] == ["## 一张课表排到年底", "课表由**职工自己点**，点得最多的是短视频。"]


def test_line_breaks_inside_a_paragraph_part_it(tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("第一段从公众号粘来。")
    run.add_break(WD_BREAK.LINE)
    run.add_text("第二段也是。")
    assert texts(read_word(saved(document, tmp_path), "x")) == ["第一段从公众号粘来。", "第二段也是。"]


def test_several_titles_are_several_stories(tmp_path: Path) -> None:
    document = docx.Document()
    for name in ("外冈镇", "徐行镇"):
        document.add_heading(f"{name}总工会办起夜校", 1)
        document.add_heading("课表自己点", 2)
        document.add_paragraph("夜校开课那天，教室里坐满了人。")
    stories, _ = sorted_out(saved(document, tmp_path))
    assert [s.value("title") for s in stories] == ["外冈镇总工会办起夜校", "徐行镇总工会办起夜校"]
    assert all(s.body[0].text == "## 课表自己点" for s in stories)


def test_pictures_tables_and_struck_words(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("职工夜校开课", 0)
    document.add_paragraph("夜校开课那天，教室里坐满了人。").add_run("连走廊也站满了。").font.strike = True
    document.add_paragraph().add_run().add_picture(picture())
    document.add_paragraph("教室里坐满了人")
    table = document.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("课", "人数", "剪辑", "40"), strict=True):
        cell.text = text
    (story,), said = sorted_out(saved(document, tmp_path))
    assert [p.caption for p in story.photos] == ["教室里坐满了人"] and story.photos[0].picture
    assert [line.text for line in story.body][1:] == [":::表", "课 | 人数", "剪辑 | 40", ":::"]
    assert any(d.code == "C364" and "连走廊也站满了" in d.message for d in said)


@pytest.mark.parametrize("how", ["linked", "missing"])
def test_a_picture_that_is_not_in_the_file_is_told(how: str, tmp_path: Path) -> None:
    """Nothing is fetched from anywhere."""
    document = docx.Document()
    document.add_paragraph("教室里坐满了人。").add_run().add_picture(picture())
    path = saved(document, tmp_path)
    with zipfile.ZipFile(path) as parts:
        body, links = parts.read("word/document.xml"), parts.read("word/_rels/document.xml.rels")
    if how == "linked":
        body = body.replace(b"r:embed=", b"r:link=")
        links = re.sub(rb'Target="media/[^"]*"', b'Target="http://127.0.0.1:9/a.png" TargetMode="External"', links)
    else:
        links = links.replace(b"media/", b"gone/")
    read = read_word(repacked(path, {"word/document.xml": body, "word/_rels/document.xml.rels": links}), "x")
    assert texts(read) == ["教室里坐满了人。"] and [d.code for d in read.findings] == ["F315"]


def test_a_frame_of_one_cell_is_no_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).rows[0].cells[0].text = "编者按：夜校办了一年。"
    assert texts(read_word(saved(document, tmp_path), "x")) == ["编者按：夜校办了一年。"]


def numbered(document, text: str, list_id: int, level: int = 0) -> None:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = list_id
    properties.get_or_add_ilvl().val = level


def test_numbers_of_two_levels_count_as_word_shows_them(tmp_path: Path) -> None:
    document = docx.Document()
    for text, level in (("学", 0), ("读", 1), ("写", 1), ("做", 0), ("说", 1)):
        numbered(document, text, 1, level)
    path = saved(document, tmp_path)
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="{shown}"/></w:lvl>' for i, shown in ((0, "%1、"), (1, "（%2）"))
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<w:numbering {space}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    assert texts(read_word(repacked(path, {"word/numbering.xml": xml.encode()}), "x")) == ["一、学", "（一）读", "（二）写", "二、做", "（一）说"]


def repacked(path: Path, changed: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path) as parts:
        kept = {n: parts.read(n) for n in parts.namelist()}
    with zipfile.ZipFile(path, "w") as parts:
        for name, data in (kept | changed).items():
            parts.writestr(name, data)
    return path


@pytest.mark.parametrize(("number", "said"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")])
def test_han_numbers(number: int, said: str) -> None:
    assert han(number) == said


@pytest.mark.parametrize(("form", "said"), [("decimal", "4"), ("upperRoman", "IV"), ("lowerLetter", "d"), ("decimalEnclosedCircle", "④"), ("ideographTraditional", "丁"), ("decimalZero", "04")])
def test_numerals(form: str, said: str) -> None:
    assert numeral(4, form) == said


def test_a_file_without_numbers_is_left_as_it_is(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("没有编号。")
    data = saved(document, tmp_path).read_bytes()
    assert with_numbers(data) == data


def test_hidden_styles_do_not_matter(tmp_path: Path) -> None:
    """WPS writes its own Chinese names for its styles."""
    document = docx.Document()
    style = document.styles.add_style("标题 1", 1)
    style.element.find(qn("w:name")).set(qn("w:val"), "标题 1")
    document.add_paragraph("职工夜校开课", style=style)
    assert read_word(saved(document, tmp_path), "x").lines[0].shape == "heading"


RUNS = st.tuples(st.text(alphabet="职工夜校开课，。“”（） 　SHOW2021\u3000", max_size=12), st.booleans())
PARAGRAPHS = st.lists(st.lists(RUNS, max_size=4), max_size=6)


def no_character_is_lost(folder: Path, paragraphs: list[list[tuple[str, bool]]]) -> None:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
    typed = ["".join(text for text, _ in runs).strip(" \u3000") for runs in paragraphs]
    read = read_word(saved(document, folder), "x")
    assert [line.text.replace("**", "") for line in read.lines] == [text for text in typed if text]
    assert [line.origin.line for line in read.lines] == list(range(1, len(read.lines) + 1))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARAGRAPHS)
def test_no_character_is_lost_between_word_and_us(tmp_path: Path, paragraphs: list[list[tuple[str, bool]]]) -> None:
    no_character_is_lost(tmp_path, paragraphs)


@pytest.mark.slow
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARAGRAPHS)
def test_no_character_is_lost_in_many_manuscripts(tmp_path: Path, paragraphs: list[list[tuple[str, bool]]]) -> None:
    no_character_is_lost(tmp_path, paragraphs)


# -- what cannot be read


def refused(path: Path) -> str:
    with pytest.raises(IssueError) as fault:
        read_manuscript(path, path.name)
    (one,) = fault.value.diagnostics
    assert one.hint
    return one.code


@pytest.mark.parametrize(("name", "data", "code"), [
    ("坏.docx", b"PK\x03\x04 torn", "F316"), ("空.docx", b"", "F316"), ("密码.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "F316"),
    ("~$来稿.docx", b"\x08", "F310"), ("照片.jpg", b"\xff\xd8", "F312"), ("表.xlsx", b"PK", "F312"),
])  # fmt: skip
def test_what_cannot_be_read_is_named_with_a_cure(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(path) == code


def test_a_zip_that_is_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "包.docx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("x.txt", "x")
    assert refused(path) == "F316"


def test_broken_xml_inside(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("字")
    assert refused(repacked(saved(document, tmp_path), {"word/document.xml": b"<w:document"})) == "F316"


def test_old_word_needs_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office", lambda: None)
    with pytest.raises(IssueError) as fault:
        read_manuscript(WORD / "services.doc", "services.doc")
    (one,) = fault.value.diagnostics
    assert one.code == "F320" and ".docx" in one.hint and "LibreOffice" in one.hint


@pytest.mark.parametrize("real", [False, True] if office.office() else [False], ids=lambda real: "LibreOffice" if real else "stand-in")
def test_old_word_through_libreoffice(real: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the machine has it, LibreOffice itself; everywhere a stand-in that answers its call with what it made of the file (word/README.md)."""
    if not real:
        stand_in = tmp_path / "soffice"
        stand_in.write_text(f'#!/bin/sh\ncp "{WORD / "services.docx"}" "$6/manuscript.docx"\n', encoding="utf-8")
        stand_in.chmod(0o755)
        monkeypatch.setattr(office, "office", lambda: str(stand_in))
    stories, said = sorted_out(WORD / "services.doc")
    assert stories[0].value("title") == "职工健康服务点增至12个" and len(stories[0].body) == 12
    assert any(d.code == "F317" for d in said) and all(d.origin and d.origin.file == "services.doc" for d in said)


# -- Word files named in an issue


def issue(folder: Path, title: str) -> Path:
    (folder / "稿件").mkdir()
    (folder / "稿件" / "夜校 一.docx").write_bytes((WORD / "services.docx").read_bytes())
    (folder / "issue.yaml").write_text(f"日期: 2021-06-15\n头条:\n  标题: {title}\n  副题: 就近就便服务产业工人\n  文件: 稿件\\夜校 一.docx\n", encoding="utf-8")
    return folder / "issue.yaml"


def test_an_issue_may_name_a_word_file(tmp_path: Path) -> None:
    loaded = load_issue(issue(tmp_path, "职工健康服务点/增至12个"))
    story = loaded.issue.pages[0].lead[0]
    kinds = [block.kind for block in story.body]
    assert kinds.count("subhead") == 2 and kinds.count("table") == 1 and kinds.count("list") == 1
    assert story.source.value == "区总工会权益保障部"
    told = {d.code: d for d in loaded.diagnostics}
    assert "职工健康服务点增至12个" not in "".join(block.text for block in story.body), "the title is not printed twice"
    assert "F319" in told and "import" in told["F319"].hint and told["C368"].origin


def test_a_title_that_differs_is_told(tmp_path: Path) -> None:
    loaded = load_issue(issue(tmp_path, "服务点又多了"))
    assert [d.message for d in loaded.diagnostics if d.code == "C367"] and loaded.issue.pages[0].lead[0].body[0].text == "职工健康服务点增至12个"
