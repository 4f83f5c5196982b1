"""Names of photos and manuscripts that are nearly right."""

import unicodedata
from pathlib import Path

import pytest

from paperlayout.diag import Diagnostic
from paperlayout.issue import files


def found(load_or_faults, names: list[str], typed: str, tmp_path: Path) -> Diagnostic:
    folder = tmp_path / "图片"
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"x")
    (one,) = load_or_faults(f"日期: 2021-06-15\n照片:\n  - 文件: {typed}\n")
    return one


@pytest.mark.parametrize(
    ("names", "typed", "hint"),
    [
        (["gongjiang.jpg", "other.jpg"], "图片/gongjang.jpg", "文件夹里有 gongjiang.jpg（只差一个字），是不是它？"),
        (["IMG_1.JPG"], "图片/IMG_1.jpg", "文件夹里有 IMG_1.JPG（只有大小写不同），是不是它？"),
        (["揭牌甲.jpg", "揭牌乙.jpg"], "图片/揭牌丙.jpg", "文件夹里有 揭牌乙.jpg（只差一个字）；或揭牌甲.jpg（只差一个字），是不是它？"),
        (["揭牌仪式现场.jpg"], "图片/揭牌现场.jpg", "文件夹里有 揭牌仪式现场.jpg，是不是它？"),
        ([], "图片/没有.jpg", "查一查文件名，文件要放在 图片 里"),
        (["a.jpg"], "图　片/a.jpg", "没有文件夹 图　片，是不是 图片？"),
        (["a.jpg"], "a.jpg", "图片/a.jpg 在别的文件夹里，是不是它？"),
    ],
)
def test_the_cure_names_what_was_meant(faults, names: list[str], typed: str, hint: str, tmp_path: Path) -> None:
    one = found(faults, names, typed, tmp_path)
    assert (one.code, one.hint) == ("F301", hint)
    assert (one.fix is not None) == ("大小写" in hint)  # another photo is never put in its place


def test_a_fix_keeps_the_folder_and_the_quotes(faults, tmp_path: Path) -> None:
    one = found(faults, ["揭牌.JPG"], '"图片\\\\揭牌.jpg"', tmp_path)
    assert one.fix and one.fix.text == '"图片\\\\揭牌.JPG"'


def test_a_name_in_another_case_is_told_where_the_disk_does_not_mind(load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "is_file", lambda path: path.name.lower() in ("揭牌.jpg", "issue.yaml", "paper.yaml"))
    (tmp_path / "图片").mkdir()
    (tmp_path / "图片" / "揭牌.JPG").write_bytes(b"x")
    (one,) = load("日期: 2021-06-15\n头条: {标题: 甲, 正文: 乙。}\n照片: {文件: 图片/揭牌.jpg}\n").diagnostics
    assert (one.code, one.message) == ("F307", "文件其实叫 揭牌.JPG，大小写不同")
    assert one.fix and one.fix.text == "图片/揭牌.JPG"


def test_a_mac_name_is_found_under_the_letters_a_keyboard_gives(load, tmp_path: Path) -> None:
    name = "café.jpg"
    (tmp_path / unicodedata.normalize("NFD", name)).write_bytes(b"x")
    loaded = load(f"日期: 2021-06-15\n头条: {{标题: 甲, 正文: 乙。}}\n照片: {{文件: {unicodedata.normalize('NFC', name)}}}\n")
    assert loaded.issue.pages[0].photos[0].file.is_file() and loaded.diagnostics == ()
