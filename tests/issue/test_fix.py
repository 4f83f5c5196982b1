"""--fix: only what is wrong changes in the editor's file; comments, line ends and the rest stay as typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperlayout.diag import Diagnostic, Fix, Origin
from paperlayout.loading.fix import mendable, mended


def at(line: int, column: int, end: int, text: str, end_line: int | None = None) -> Diagnostic:
    place = Origin("a.yaml", line, column, end_line or line, end)
    return Diagnostic("Y101", "甲", origin=place, fix=Fix(place, text))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_rest_stays(newline: str, codec: str) -> None:
    text = "# 注释\n标题：工会   # 旁注\n\n正文：好\n".replace("\n", newline)
    done = mended(text.encode(codec), [at(2, 3, 4, ": "), at(4, 3, 4, ": ")])
    expected = text.replace("：", ": ").encode("utf-8-sig" if codec == "utf-8-sig" else "utf-8")
    assert done.data == expected and len(done.done) == 2


def test_fixes_that_touch_wait_for_the_next_reading() -> None:
    done = mended("甲乙丙丁".encode(), [at(1, 1, 3, "一"), at(1, 2, 4, "二"), at(1, 4, 5, "三")])
    assert done.data.decode() == "一丙三" and len(done.done) == 2


def test_a_fix_over_lines_and_an_insertion() -> None:
    done = mended("正文:\r\n甲与\r\n  乙。\r\n".encode(), [at(2, 3, 3, "", end_line=3), at(1, 4, 4, " |\n")])
    assert done.data.decode() == "正文: |\r\n\r\n甲与乙。\r\n"


def test_an_old_encoding_is_saved_anew_and_a_guess_is_not_made() -> None:
    place = Origin("a.yaml")
    found = [Diagnostic("Y120", "已按 GBK 读入", origin=place), Diagnostic("S203", "甲", origin=place, fix=Fix(place, "标题")), Diagnostic("S209", "乙", origin=place)]
    assert [one.code for one in mendable(found)["a.yaml"]] == ["Y120"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60), st.data())
def test_one_fix_changes_its_range_and_nothing_else(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if any(mark in text for mark in "\r\n\x85\u2028\u2029") or text.startswith("\ufeff"):
        return
    done = mended(text.encode(), [at(1, start + 1, end + 1, "＋")])
    assert done.data.decode() == text[:start] + "＋" + text[end:]


CASES = Path(__file__).parent / "cases"
"""What --fix makes of the cases: the ones that read without any fault of the YAML afterwards."""
MENDED = (
    "full_width_colon", "full_width_colons_everywhere", "no_space_after_colon", "tab_indent", "full_width_indent", "no_space_after_dash", "full_width_dash",
    "colon_inside_text", "quotes_round_a_part", "hash_swallows_copy", "hash_swallows_subhead", "at_starts_text", "bracket_starts_text", "anchor_before_text",
    "hash_cuts_a_body_short", "full_width_indent_of_a_body", "field_out_of_line", "no_space_before_braces", "body_without_bar", "body_less_indented", "control_character", "full_width_colon_in_braces", "slip_inside_folded_text",
)  # fmt: skip


@pytest.mark.parametrize("case", MENDED)
def test_the_slips_of_the_table_are_mended(case: str, tmp_path: Path) -> None:
    from paperlayout.cli.mending import mend
    from paperlayout.diag import IssueError
    from paperlayout.loading.load import load_issue

    file = tmp_path / "issue.yaml"
    typed = (CASES / f"{case}.yaml").read_bytes()
    file.write_bytes(typed)
    mend(file)
    try:
        found = load_issue(file).diagnostics
    except IssueError as fault:
        found = fault.diagnostics
    assert not [one for one in found if one.code.startswith("Y")], file.read_text(encoding="utf-8")
    assert (tmp_path / "issue.yaml.bak").read_bytes() == typed


def test_a_fix_that_would_spoil_the_file_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from paperlayout.cli.mending import mend

    monkeypatch.setattr("paperlayout.loading.fix.spoils", lambda before, after: True)
    file = tmp_path / "issue.yaml"
    typed = (CASES / "full_width_colon.yaml").read_bytes()
    file.write_bytes(typed)
    mend(file)
    assert file.read_bytes() == typed and not list(tmp_path.glob("*.bak"))


def test_a_change_that_nobody_can_explain_spoils() -> None:
    from paperlayout.loading.fix import spoils

    known, unknown = Diagnostic("Y101", "甲"), Diagnostic("Y100", "乙")
    assert spoils([known], [unknown]) and spoils([known], [known, known]) and not spoils([known, known], [known]) and not spoils([unknown], [known])
