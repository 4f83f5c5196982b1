"""Lines that cannot be brought to the measure are told, with the place they were written at."""

from pathlib import Path

import pytest
from conftest import copied

from paperlayout.diag import Diagnostic
from paperlayout.pipeline import Timings, load, make_up, open_kit

TIED = "\u2060".join("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未")


def told(folder: Path, old: str, new: str) -> tuple[list[Diagnostic], Path]:
    file = copied(folder, lambda text: text.replace(old, new, 1))
    issue, _ = load(file, Timings())
    return [d for d in make_up(issue, open_kit(issue)).diagnostics if d.code == "L210"], file


def test_a_line_that_sticks_out_is_told(tmp_path: Path) -> None:
    found, file = told(tmp_path, "为防止党史学习教育停在表面", f"为防止{TIED}党史学习教育停在表面")
    (one,) = found
    assert one.message == "“甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未”在一行里排不下，伸出栏外 2.1 字" and one.hint
    line = file.read_text(encoding="utf-8").splitlines()[one.origin.line - 1]
    assert line[one.origin.column - 1 :].startswith("甲")


@pytest.mark.parametrize("copy", ["https://www.example.org/" + "a" * 60, "Donaudampfschiffahrtsgesellschaft", "12345678901234567890123456789012345"])
def test_what_can_be_cut_does_not_stick_out(tmp_path: Path, copy: str) -> None:
    assert told(tmp_path, "为防止党史学习教育停在表面", f"为防止{copy}停在表面")[0] == []
