"""`paperlayout press` as it is called: what it writes, what it refuses, what it says; `check --press`."""

import hashlib
import json
import re
import subprocess
import sys
from contextlib import chdir
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, SAMPLE, copied, program

from paperlayout.cli.main import cli


def run(verb: str, *arguments: str | Path, cwd: Path = ROOT) -> Result:
    with chdir(cwd):
        return CliRunner().invoke(cli, [verb, *map(str, arguments)])


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample elsewhere, pressed once."""
    folder = copied(tmp_path_factory.mktemp("issue")).parent
    done = run("press", cwd=folder)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines() == ["build/2021-06-付印.pdf", "build/2021-06-付印清单.json"] and done.stderr == ""
    return folder


def test_press_writes_the_file_and_its_manifest(issue: Path) -> None:
    data = (issue / "build" / "2021-06-付印.pdf").read_bytes()
    listing = json.loads((issue / "build" / "2021-06-付印清单.json").read_text(encoding="utf-8"))
    assert listing["file"] == "2021-06-付印.pdf" and listing["sha256"] == hashlib.sha256(data).hexdigest() and listing["bytes"] == len(data)
    assert listing["standard"] == ["PDF/X-4", "PDF/UA-1", "PDF/A-2a"] and listing["date"] == "2021-06-15"
    assert listing["findings"] == []


def manifest(issue: Path) -> dict:
    return json.loads((issue / "build" / "2021-06-付印清单.json").read_text(encoding="utf-8"))


def told(issue: Path, tool: str, *options: str) -> str:
    return subprocess.run([program(tool), *options, issue / "build" / "2021-06-付印.pdf"], capture_output=True, text=True, check=True).stdout


def test_the_manifest_has_the_fonts_poppler_finds(issue: Path) -> None:
    rows = [line.split() for line in told(issue, "pdffonts").splitlines()[2:]]
    assert [row[0].partition("+")[2] for row in rows] and all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows), "embedded, subset, with text"
    assert sorted(f["name"] for f in manifest(issue)["fonts"]) == sorted(row[0].partition("+")[2] for row in rows)


def test_the_manifest_has_the_photos_poppler_finds(issue: Path) -> None:
    rows = [line.split() for line in told(issue, "pdfimages", "-list").splitlines()[2:]]
    assert all(row[5] in ("cmyk", "gray") for row in rows)
    photos = [photo for page in manifest(issue)["pages"] for photo in page["photos"]]
    assert [(photo["colour"], photo["ppi"]) for photo in photos] == [(row[5], pytest.approx(int(row[12]), abs=1)) for row in rows]
    assert [photo["file"] for photo in photos] == ["工匠风采展.jpg", "党史定向赛.jpg", "健康服务点.jpg"]


def test_the_manifest_has_the_sizes_poppler_finds(issue: Path) -> None:
    boxes = dict(re.findall(r"^(\w+Box):\s+(.*)$", told(issue, "pdfinfo", "-box"), re.MULTILINE))
    trim = [float(v) * 25.4 / 72 for v in boxes["TrimBox"].split()]
    (page,) = manifest(issue)["pages"]
    assert page["trim"] == page["sheet"] == pytest.approx([trim[2] - trim[0], trim[3] - trim[1]], abs=0.06)
    assert page["plates"] == ["青", "品红", "黄", "黑"] and 100 < page["ink_max"]["percent"] <= 240


def test_an_issue_with_errors_gives_no_file(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda text: text.replace("党史定向赛.jpg", "没有这张.jpg")).parent
    done = run("press", cwd=folder)
    assert done.exit_code == 1 and "F301" in done.stderr and not (folder / "build").exists()


def test_copy_that_does_not_fit_gives_no_file(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda text: text.replace("强化学习效果，", "强化学习效果，" * 400)).parent
    done = run("press", cwd=folder)
    assert done.exit_code == 1 and "L201" in done.stderr and not list(folder.glob("build/*.pdf"))


def test_preflight_errors_give_no_file(tmp_path: Path) -> None:
    """The limit is the plant's: where a legal page is over it, nothing is delivered."""
    folder = copied(tmp_path).parent
    paper = folder.parent / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "付印: {墨量上限: 160}\n", encoding="utf-8")
    done = run("press", cwd=folder)
    assert done.exit_code == 1 and not list(folder.glob("build/*.pdf"))
    assert re.search(r"错误 P303 第 1 版：颜色的总墨量 200%，超过 160%：距左边 \d+ 毫米、上边 \d+ 毫米，共 \d+ 处\n  办法：", done.stderr), done.stderr


def test_warnings_stop_it_only_when_strict(tmp_path: Path) -> None:
    folder = copied(tmp_path).parent
    paper = folder.parent / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "样式: {rules.column: 0.1}\n", encoding="utf-8")
    strict, usual, again = run("press", "--strict", cwd=folder), run("press", cwd=folder), run("press", "--strict", cwd=folder)
    assert "还是上一次的" in again.stderr and "还是上一次的" not in strict.stderr
    assert strict.exit_code == 1 and strict.stdout == "" and "P209" in strict.stderr
    assert usual.exit_code == 0 and "警告 P209" in usual.stderr and len(usual.stdout.splitlines()) == 2
    assert [found["code"] for found in manifest(folder)["findings"]] == ["P209"]


PROFILES = """付印:
  墨量上限: 230
  城区印务: {标准: X-1a}
  自印: {标记: 全, 墨量上限: 220%}
"""


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copied(tmp_path_factory.mktemp("several")).parent
    paper = folder.parent / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + PROFILES, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("options", "version", "marks", "limit", "profile"),
    [
        ((), "1.4", False, 230, "城区印务"),
        (("--profile", "自印"), "1.6", True, 220, "自印"),
        (("--profile", "自印", "--standard", "x1a", "--marks", "none"), "1.4", False, 220, "自印"),
        (("--marks", "full", "--standard", "x4"), "1.6", True, 230, "城区印务"),
    ],
)
def test_profiles_by_name_and_what_the_command_says_over_them(several: Path, tmp_path: Path, options, version: str, marks: bool, limit: int, profile: str) -> None:
    done = run("press", *options, "-o", tmp_path, cwd=several)
    assert done.exit_code == 0, done.stderr
    listing = json.loads((tmp_path / "2021-06-付印清单.json").read_text(encoding="utf-8"))
    assert (listing["ink_limit"], listing["profile"], listing["marks"]) == (limit, profile, "full" if marks else "none")
    with pikepdf.open(BytesIO((tmp_path / "2021-06-付印.pdf").read_bytes())) as file:
        assert file.pdf_version == version
        assert (float(file.pages[0].MediaBox[2]) > float(file.pages[0].TrimBox[2])) == marks


def test_a_profile_that_is_not_there_is_wrong_use(several: Path) -> None:
    done = run("press", "--profile", "南方印务", cwd=several)
    assert done.exit_code == 2 and "没有“南方印务”，有：城区印务、自印" in done.stderr


def test_the_plants_profile_is_found_beside_paper_yaml(tmp_path: Path) -> None:
    folder = copied(tmp_path).parent
    paper, icc = folder.parent / "paper.yaml", folder.parent / "印厂.icc"
    icc.write_bytes((ROOT / "assets" / "icc" / "newsprint_tr002_220.icc").read_bytes())
    paper.write_text(paper.read_text(encoding="utf-8") + "付印:\n  色彩文件: 印厂.icc\n", encoding="utf-8")
    assert run("press", cwd=folder).exit_code == 0
    listing = manifest(folder)
    assert listing["condition"]["identifier"] == "Custom" and listing["condition"]["icc_sha256"] == hashlib.sha256(icc.read_bytes()).hexdigest()
    icc.write_bytes(b"not a profile")
    bad = run("press", cwd=folder)
    assert bad.exit_code == 1 and re.search(r"paper\.yaml:\d+:\d+ 错误 P130 色彩文件 印厂.icc 不是完整的 ICC 文件", bad.stderr), bad.stderr
    icc.unlink()
    lost = run("press", cwd=folder)
    assert lost.exit_code == 1 and "印厂.icc" in lost.stderr and isinstance(lost.exception, SystemExit)


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        ("标准: X-5", "S216", "没有“X-5”这个写法"),
        ("墨量上限: 多一点", "S217", "160 到 400"),
        ("墨量上限: 900", "S217", "160 到 400"),
        ("图片精度: 10", "S217", "100 到 600"),
        ("墨水上限: 240", "S203", "是不是“墨量上限”"),
        ("黑色叠印: 也许", "S215", "黑色叠印"),
        ("甲厂: {标准: X-5}", "S216", "没有“X-5”这个写法"),
    ],
)
def test_slips_in_the_press_profile_are_told(tmp_path: Path, written: str, code: str, words: str) -> None:
    folder = copied(tmp_path).parent
    paper = folder.parent / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + f"付印:\n  {written}\n", encoding="utf-8")
    done = run("check", cwd=folder)
    assert done.exit_code == 1 and f"错误 {code} " in done.stdout and words in done.stdout, done.stdout


def test_check_press_looks_at_the_plants_file_and_writes_nothing(tmp_path: Path) -> None:
    folder = copied(tmp_path).parent
    paper = folder.parent / "paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8") + "付印: {墨量上限: 160}\n", encoding="utf-8")
    plain, pressed = run("check", cwd=folder), run("check", "--press", "--format", "json", cwd=folder)
    assert plain.exit_code == 0 and pressed.exit_code == 1 and not list(folder.glob("build/*.pdf"))
    found, *_ = json.loads(pressed.stdout)
    assert found["code"] == "P303" and found["page"] == 1 and found["file"] is None


def test_check_press_of_the_sample_finds_nothing() -> None:
    done = run("check", "--press", SAMPLE)
    assert (done.exit_code, done.stdout) == (0, "")


def test_rules_explain_the_press_codes() -> None:
    assert "P303" in run("rules", "P303").stdout and "15 平方毫米" in run("rules", "P303").stdout


def test_nothing_of_the_press_is_loaded_to_build() -> None:
    script = "import sys, runpy\nsys.argv = ['paperlayout', 'build', sys.argv[1], '-o', sys.argv[2]]\ntry:\n runpy.run_module('paperlayout', run_name='__main__')\n"
    script += "except SystemExit:\n pass\nprint([m for m in sys.modules if m.startswith('pikepdf')])"
    done = subprocess.run([sys.executable, "-c", script, str(SAMPLE), "-"], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.rstrip().endswith(b"[]")


def drawing(file: Path) -> list[bytes]:
    """Every page's drawing without the marks that say what is read."""
    marks = re.compile(rb"^(/\w+ <</MCID \d+.*>> BDC|/Artifact BMC|EMC)\n", re.MULTILINE)
    with pikepdf.open(file) as opened:
        return [marks.sub(b"", page.Contents.read_bytes()) for page in opened.pages]


def joined(drawn: bytes) -> bytes:
    """Type that follows type in one text object, however the marks had parted it."""
    return drawn.replace(b"ET\nBT\n", b"")


def test_what_is_pressed_is_what_was_built_and_chosen(tmp_path: Path) -> None:
    """The editor chose another make-up than the program's first: the plant gets the one that was chosen."""
    folder = copied(tmp_path).parent
    first = run("build", "-o", tmp_path / "first.pdf", cwd=folder)
    chosen = run("build", "--choose", "2", cwd=folder)
    assert first.exit_code == chosen.exit_code == 0, chosen.stderr
    assert run("press", cwd=folder).exit_code == 0
    built, pressed = drawing(folder / "build" / "2021-06.pdf"), drawing(folder / "build" / "2021-06-付印.pdf")
    assert [joined(page) for page in built] == [joined(page) for page in pressed]
    assert built != drawing(tmp_path / "first.pdf"), "the second make-up is another"
