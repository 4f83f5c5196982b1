"""Reading YAML: encodings, places, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperlayout.diag import Findings, IssueError
from paperlayout.issue import source
from paperlayout.issue.source import MappingNode, ScalarNode, SourceText, parse

HEAD = "日期: 2021-06-15\n"
BODY = HEAD + "头条:\n  标题: 嘉定工会\n  正文: |\n    甲段，职工。\n\n    　　乙段。\n    ## 小标题\n"


def tree(text: str) -> source.Node | None:
    return parse(SourceText("t.yaml", text, tuple(source.LINE_BREAK.split(text))), Findings())


@pytest.mark.parametrize(
    ("codec", "bom", "code"),
    [
        ("utf-8", b"", None), ("utf-8", b"\xef\xbb\xbf", None), ("gb18030", b"", "Y120"), ("gbk", b"", "Y120"),
        ("utf-16-le", b"\xff\xfe", "Y120"), ("utf-16-be", b"\xfe\xff", "Y120"), ("utf-16-le", b"", "Y120"),
    ],
)  # fmt: skip
def test_encodings(load, codec: str, bom: bytes, code: str | None) -> None:
    loaded = load(bom + BODY.encode(codec))
    assert loaded.issue.pages[0].lead[0].title.value == "嘉定工会"
    assert [one.code for one in loaded.diagnostics] == ([code] if code else [])


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03\xff\xfe\x80\x81" * 9, b"%PDF-1.4\x00\xff\xff", b"\xff\xfe\xff"])
def test_what_is_no_text(faults, data: bytes) -> None:
    assert [one.code for one in faults(data)] == ["F101"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_of_a_body_has_its_place(load, end: str) -> None:
    blocks = load(BODY.replace("\n", end)).issue.pages[0].lead[0].body
    assert [(block.kind, block.text, block.origin.line, block.origin.column) for block in blocks] == [
        ("paragraph", "甲段，职工。", 5, 5), ("paragraph", "乙段。", 7, 7), ("subhead", "小标题", 8, 8),
    ]  # fmt: skip


def test_columns_count_code_points() -> None:
    node = tree("甲: {乙𬭎: 丙}\n")
    assert isinstance(node, MappingNode) and isinstance(node.entries[0].value, MappingNode)
    inner = node.entries[0].value.entries[0]
    assert (inner.key.origin.column, inner.value.origin.column) == (5, 9)


def test_nothing_is_typed() -> None:
    node = tree("a: no\nb: 010\nc: 12:30\nd: 3:2\ne: 2021-06-15\nf: ~\ng: 1e3\n")
    assert isinstance(node, MappingNode)
    assert [entry.value.value for entry in node.entries if isinstance(entry.value, ScalarNode)] == ["no", "010", "12:30", "3:2", "2021-06-15", "~", "1e3"]


HOSTILE = (
    "[" * 100_000, "{a: " * 50_000, "- " * 100_000, "? " * 100_000, "a: &x [*x]\n", "- &a b\n" * 200_000, "- a\n" * 200_000, "[a," * 60 + "]" * 60,
    "头条: *a\n" * 1000, "标题: [" + "," * 1_000_000, "标题: {" + "，" * 300_000 + "\n  :", '"' * 100_001, "!" * 100_000, "甲: 乙\n" * 9_000,
    "文章:\n" + "- {标提: 甲}\n" * 6_000, "#" * 1_000_000 + "\n\t: [", "头条: " + ": " * 200_000,
)  # fmt: skip


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_files_are_refused_with_places(faults, number: int) -> None:
    found = faults(HOSTILE[number])
    assert 0 < len(found) <= 300
    assert all(one.origin and one.origin.line >= 1 for one in found)


def test_too_large(faults) -> None:
    assert [one.code for one in faults("日期: 2021-06-15\n" + "#" * source.MOST_BYTES)] == ["F102"]


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\x85\u2028\u2029"), max_size=20), min_size=1, max_size=8))
def test_a_literal_body_comes_back_line_by_line(lines: list[str]) -> None:
    lines = [line.strip() for line in lines]
    node = tree("正文: |2\n" + "".join(f"  {line}\n" for line in lines) + "期: 1\n")
    assert isinstance(node, MappingNode) and isinstance(node.entries[0].value, ScalarNode)
    typed = [line for line in node.entries[0].value.lines if line.value]
    assert [line.value for line in typed] == [line for line in lines if line]
    for line in typed:
        assert line.origin and line.origin.column == 3 and lines[line.origin.line - 2] == line.value


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        tree(text)
    except IssueError as error:
        assert all(one.message and one.hint and one.origin for one in error.diagnostics)
