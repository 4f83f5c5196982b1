"""Copy read over as `check` does, written on the spot."""

from pathlib import Path

from paperlayout.check.copy import read_over
from paperlayout.diag import Diagnostic
from paperlayout.loading.load import load_issue
from paperlayout.story.copydesk import corrected


def written(folder: Path, body: str, paper: str = "报名: 试报\n", head: str = "标题: 甲乙丙") -> Path:
    """An issue of 15 June 2021 with one story, its body one line a paragraph."""
    (folder / "paper.yaml").write_text(paper, encoding="utf-8")
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    file = folder / "issue.yaml"
    file.write_text(f"日期: 2021-06-15\n期号: 6\n头条:\n  {head}\n  正文: |\n{lines}", encoding="utf-8")
    return file


def asked(folder: Path, body: str, paper: str = "报名: 试报\n", head: str = "标题: 甲乙丙") -> list[Diagnostic]:
    """What a proofreader asks about it."""
    loaded = load_issue(written(folder, body, paper, head))
    issue, _ = corrected(loaded.issue)
    return list(read_over(issue, iter(())))


def pointed(found: list[Diagnostic], file: Path) -> list[str]:
    """Code and the very characters each finding points at."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [f"{one.code} {lines[one.origin.line - 1][one.origin.column - 1 : one.origin.end_column - 1]}" for one in found if one.origin and one.origin.end_column]
