"""import: from files to article files and entries, and what is said about it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from paperlayout.cli.main import cli
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.loading.load import load_issue

SEED = ROOT / "tests" / "issue" / "seed.txt"
WORD = ROOT / "tests" / "importing" / "word" / "services.docx"
HEAD = "日期: 2021-06-15\n期号: 6\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["import", *(str(a) for a in arguments)])


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    folder = tmp_path / "第 6 期"
    folder.mkdir()
    (folder / "issue.yaml").write_text(HEAD, encoding="utf-8")
    return folder


def test_the_seed_becomes_an_issue(issue: Path) -> None:
    done = run(SEED, "--to", issue)
    assert done.exit_code == 0
    assert [Path(line).name for line in done.stdout.splitlines()] == ["01-区总工会推动党史学习教育走深走实见成效.md", "issue.yaml"]
    assert "seed.txt → 头条《区总工会推动党史学习教育走深走实见成效》3147 字，4 个小标题，3 张照片" in done.stderr
    assert (issue / "issue.yaml.bak").read_text(encoding="utf-8") == HEAD
    page = load_issue(issue).issue.pages[0]
    assert len(page.lead) == 1 and len(page.of(Briefs)[0].items) == 3 and not page.articles


def test_a_word_file_brings_its_picture(issue: Path) -> None:
    assert run(WORD, "--to", issue, "--as", "文章").exit_code == 0
    (article,) = load_issue(issue).issue.pages[0].articles
    (photo,) = article.photos
    assert photo.caption.value == "图为医生在服务点为职工量血压。" and photo.credit.value == "王强" and photo.alt == "医生在量血压"
    assert photo.file.read_bytes()[:4] == b"\x89PNG"


def test_importing_twice_keeps_files_once(issue: Path) -> None:
    run(WORD, "--to", issue)
    before = sorted(p.name for p in issue.rglob("*") if p.suffix in (".md", ".png"))
    done = run(WORD, "--to", issue)
    assert sorted(p.name for p in issue.rglob("*") if p.suffix in (".md", ".png")) == before
    assert "C369" in done.stderr


def test_nothing_there_is_overwritten(issue: Path, tmp_path: Path) -> None:
    (issue / "稿件").mkdir()
    (issue / "稿件" / "07-夜校.md").write_text("旧稿。", encoding="utf-8")
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(f"夜校\n{name}里写的是夜校的事，学员来自各个街镇。\n", encoding="utf-8")
    run(tmp_path / "甲.txt", tmp_path / "乙.txt", "--to", issue, "--as", "文章")
    assert (issue / "稿件" / "07-夜校.md").read_text(encoding="utf-8") == "旧稿。"
    assert sorted(p.name for p in (issue / "稿件").iterdir()) == ["07-夜校.md", "08-夜校.md", "09-夜校.md"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_any_encoding_of_manuscript_and_issue(encoding: str, issue: Path, tmp_path: Path) -> None:
    text = SEED.read_text(encoding="utf-8").replace("\n", "\r\n")
    (tmp_path / "来稿.txt").write_bytes(text.encode(encoding))
    (issue / "issue.yaml").write_bytes((HEAD + "# 甲\n").replace("\n", "\r\n").encode(encoding))
    assert run(tmp_path / "来稿.txt", "--to", issue).exit_code == 0
    assert "# 甲\r\n" in (issue / "issue.yaml").read_bytes().decode(encoding)
    assert load_issue(issue).issue.pages[0].lead[0].title.value == "区总工会推动党史学习教育走深走实见成效"


def test_a_folder_and_a_pattern_stand_for_their_files(issue: Path, tmp_path: Path) -> None:
    sent = tmp_path / "来稿"
    sent.mkdir()
    for name in ("一.txt", "二.md", "~$三.docx", "图.jpg"):
        (sent / name).write_text("夜校\n夜校开课那天，教室里坐满了人。\n", encoding="utf-8")
    assert run(sent, "--to", issue, "--dry-run").stderr.count(" → ") == 2
    assert run(sent / "*.txt", "--to", issue, "--dry-run").stderr.count(" → ") == 1


def test_dry_run_writes_nothing(issue: Path) -> None:
    before = {p: p.read_bytes() for p in issue.rglob("*")}
    done = run(SEED, "--to", issue, "--dry-run")
    assert done.stdout == "" and "→ 头条" in done.stderr
    assert {p: p.read_bytes() for p in issue.rglob("*")} == before


def test_without_an_issue_the_entries_stand_on_a_sheet(tmp_path: Path) -> None:
    done = run(SEED, "--to", tmp_path)
    assert done.exit_code == 0 and "贴进稿单" in done.stderr
    (tmp_path / "issue.yaml").write_text(HEAD + (tmp_path / "稿件" / "登记.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert len(load_issue(tmp_path).issue.pages[0].of(Briefs)[0].items) == 3


@pytest.mark.parametrize("text", [HEAD + "版面:\n  - 版名: 要闻\n    头条: {标题: 一, 正文: 二。}\n", "日期：2021\n  期号: 6\n"])
def test_an_issue_with_no_safe_place_is_left_alone(text: str, issue: Path) -> None:
    (issue / "issue.yaml").write_text(text, encoding="utf-8")
    done = run(SEED, "--to", issue)
    assert (issue / "issue.yaml").read_text(encoding="utf-8") == text and not (issue / "issue.yaml.bak").exists()
    assert "没有改稿单" in done.stderr and (issue / "稿件" / "登记.yaml").exists()


def test_onto_a_page_by_name(issue: Path) -> None:
    (issue / "issue.yaml").write_text(HEAD + "版面:\n  - 版名: 要闻\n    头条: {标题: 一, 正文: 二。}\n  - 版名: 基层\n    简讯:\n", encoding="utf-8")
    assert run(SEED, "--to", issue, "--page", "基层").exit_code == 0
    front, inside = load_issue(issue).issue.pages
    assert len(front.lead) == 1 and len(inside.lead) == 1 and len(inside.of(Briefs)[0].items) == 3


def test_what_is_imported_is_what_an_editor_typed(issue: Path) -> None:
    """The sample issue was typed by hand from the same manuscript: the same blocks, fields and briefs."""
    run(SEED, "--to", issue)
    typed, made = load_issue(ROOT / "issues" / "2021-06").issue.pages[0], load_issue(issue).issue.pages[0]
    for one, other in zip((*typed.lead, *typed.of(Briefs)[0].items), (*made.lead, *made.of(Briefs)[0].items), strict=True):
        assert [(b.kind, b.text) for b in one.body] == [(b.kind, b.text) for b in other.body]
        assert (one.name, one.source, one.standing_head) == (other.name, other.source, other.standing_head)


def test_no_join_only_tells(issue: Path) -> None:
    done = run(SEED, "--to", issue, "--no-join", "--format", "json")
    found = [d for d in json.loads(done.stderr[: done.stderr.rindex("]") + 1]) if d["code"] == "C301"]
    assert len(found) == 4 and {d["severity"] for d in found} == {"warning"}
    assert "提供择业与\n就业指导" in next((issue / "稿件").glob("*.md")).read_text(encoding="utf-8")


def test_what_the_paper_turns_off_is_not_said(issue: Path) -> None:
    (issue / "paper.yaml").write_text("检查: {C360: 关}\n", encoding="utf-8")
    done = run(SEED, "--to", issue)
    assert "C362" in done.stderr and "C360" not in done.stderr


def test_one_bad_file_does_not_stop_the_others(issue: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK")
    done = run(tmp_path / "坏.docx", tmp_path / "没有.txt", SEED, "--to", issue)
    assert done.exit_code == 1 and "F316" in done.stderr and "F305" in done.stderr
    assert load_issue(issue).issue.pages[0].lead


def test_no_manuscript_named_is_wrong_use() -> None:
    assert run().exit_code == 2
