"""new: an issue that waits to be filled in."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, copied

from paperlayout.cli.main import cli
from paperlayout.diag import IssueError
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.loading.load import load_issue


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["new", *(str(a) for a in arguments)])


def test_it_goes_on_from_the_last_issue(tmp_path: Path) -> None:
    copied(tmp_path, lambda t: t.replace("# 总期号:", "总期号: 128").replace("# 责任编辑:", "责任编辑: 张晓明"))
    done = run(tmp_path / "2021-07")
    assert done.exit_code == 0 and "2021年7月15日 第7期" in done.stderr
    text = (tmp_path / "2021-07" / "issue.yaml").read_text(encoding="utf-8")
    for line in ("# 嘉定工会 2021年7月15日 第7期", "日期: 2021-07-15", "期号: 7", "总期号: 129", "责任编辑: 张晓明", "# 校对:"):
        assert line in text.splitlines()
    assert (tmp_path / "2021-07" / "稿件").is_dir() and (tmp_path / "2021-07" / "图片").is_dir()


def test_an_empty_issue_says_what_to_fill_in(tmp_path: Path) -> None:
    run(tmp_path / "2021-07")
    with pytest.raises(IssueError) as told:
        load_issue(tmp_path / "2021-07")
    assert {d.code for d in told.value.diagnostics} == {"S208", "S209"}


def test_filled_in_it_can_be_read(tmp_path: Path) -> None:
    run(tmp_path / "2021-07")
    file = tmp_path / "2021-07" / "issue.yaml"
    text = file.read_text(encoding="utf-8").replace("  标题:\n", "  标题: 夜校开课\n", 1).replace("正文: |\n", "正文: |\n    开课了。\n", 1)
    for commented in ("#  - 标题:\n#    来源:\n#    正文:\n",):
        text = text.replace(commented, "  - 标题: 短讯\n    来源: 某镇总工会\n    正文: 一句。\n")
    file.write_text(text.replace("  # 引题:", "  引题: 一学期四十课"), encoding="utf-8")
    page = load_issue(file).issue.pages[0]
    assert page.lead[0].kicker.value == "一学期四十课" and page.of(Briefs)[0].items[0].source.value == "某镇总工会"


def test_pages_are_taken_over_by_name(tmp_path: Path) -> None:
    past = tmp_path / "2024-06"
    past.mkdir()
    (past / "issue.yaml").write_text((ROOT / "tests/pages/four-pages/issue.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert run(tmp_path / "七月").exit_code == 0
    text = (tmp_path / "七月" / "issue.yaml").read_text(encoding="utf-8")
    assert [line.partition(": ")[2] for line in text.splitlines() if line.startswith("  - 版名")] == ["要闻", "基层·服务", "民生", "副刊"]
    with pytest.raises(IssueError) as told:
        load_issue(tmp_path / "七月")
    assert {d.code for d in told.value.diagnostics} == {"S208", "S209"}, "the pages themselves are well-formed"


def test_an_issue_that_is_there_is_never_touched(tmp_path: Path) -> None:
    issue = copied(tmp_path)
    before = issue.read_bytes()
    assert run(issue.parent).exit_code == 2 and issue.read_bytes() == before


def test_the_first_issue_of_a_paper_gets_a_paper_yaml(tmp_path: Path) -> None:
    done = run(tmp_path / "报" / "创刊号", "--date", "2021年7月1日", "--number", "1")
    assert done.exit_code == 0 and [Path(line).name for line in done.stdout.splitlines()] == ["issue.yaml", "paper.yaml"]
    assert "日期: 2021-07-01" in (tmp_path / "报" / "创刊号" / "issue.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("创刊号",), ("创刊号", "--date", "6月15日"), ("创刊号", "--date", "2021-06-31")])
def test_no_day_or_a_wrong_one_is_wrong_use(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == 2 and not (tmp_path / "创刊号").exists()


def test_import_fills_the_new_issue(tmp_path: Path) -> None:
    run(tmp_path / "2021-07")
    seed = ROOT / "tests" / "issue" / "seed.txt"
    assert CliRunner().invoke(cli, ["import", str(seed), "--to", str(tmp_path / "2021-07")]).exit_code == 0
    page = load_issue(tmp_path / "2021-07").issue.pages[0]
    assert len(page.lead) == 1 and len(page.of(Briefs)[0].items) == 3
