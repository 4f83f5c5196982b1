"""The editor changes the copy: the page stays full to the last row, or the program says by how much it does not fit."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import copied

from makeup.invariants import RULES
from makeup.pages import Made, article_copy, made
from paperlayout.cli.main import cli
from paperlayout.diag import Diagnostic
from paperlayout.edition import story_copy
from paperlayout.issue.content import CopyBlock, Issue
from paperlayout.pipeline import make_up

MORE = "区总工会组织职工代表走进车间班组，听取一线职工的意见和建议，逐条登记、逐件办理，并在一周之内当面答复。"


def lengthened(issue: Issue, by: int) -> Issue:
    """The issue with so many characters more, or fewer, in the lead's longest paragraph and those after it."""
    page = issue.pages[0]
    lead = page.lead[0]
    body, left = list(lead.body), by
    for at in [i for i, b in enumerate(body) if len(b.text) > 180][1:]:
        text = body[at].text
        change = left if left > 0 else max(left, 100 - len(text))
        body[at] = replace(
            body[at], text=text[:60] + (MORE * (change // len(MORE) + 1))[:change] + text[60:] if change > 0 else text[:60] + text[60 - change :]
        )
        left -= change
        if not left:
            break
    assert sum(len(b.text) for b in body) - sum(len(b.text) for b in lead.body) == by
    return replace(issue, pages=(replace(page, lead=(replace(lead, body=tuple(body)),)),))


@cache
def edited(by: int) -> Made:
    start = made("sample")
    return Made(make_up(lengthened(start.edition.issue, by), start.kit), start.kit)


@pytest.mark.parametrize("by", [20, -20, 60, -60, 150, -150, 300, -300])
def test_a_changed_lead_still_fills_the_page(by: int) -> None:
    page = edited(by)
    assert page.errors == []
    assert {rule.__name__: list(rule(page.json)) for rule in RULES} == {rule.__name__: [] for rule in RULES}
    lead = page.edition.issue.pages[0].lead[0]
    assert bare(story_copy(page.page.frames, lead.id)).startswith(bare(article_copy(lead, "")))


def bare(text: str) -> str:
    return "".join(text.split())


def test_one_more_character_changes_little() -> None:
    """The page of before, but for the paragraph itself: a word more is no reason to make up the page anew."""
    before, after = made("sample").edition.plans[0], edited(1).edition.plans[0]
    assert [(s.block, s.corner, [f.block for f in s.figures]) for s in before.slots] == [(s.block, s.corner, [f.block for f in s.figures]) for s in after.slots]


# -- far too long


def over() -> tuple[Made, Diagnostic]:
    page = edited(3000)
    (found,) = page.edition.diagnostics
    return page, found


def test_far_too_long_is_one_finding_that_names_the_story() -> None:
    page, found = over()
    lead = page.edition.issue.pages[0].lead[0]
    assert (found.code, found.severity, found.story, found.page, found.origin) == ("L201", "error", lead.id, 1, lead.origin)
    assert lead.title.value.replace("/", "") in found.message


def test_what_is_over_and_what_stands_is_all_there_is() -> None:
    page, found = over()
    lead = page.edition.issue.pages[0].lead[0]
    whole = bare("".join(block.text for block in lead.body))
    standing = bare("".join(f.text or "" for f in page.page.frames if f.story == lead.id and f.kind in ("body", "subhead")))
    chars = page.json["stories"][0]["over_chars"]
    assert chars == len(whole) - len(standing) > 1000
    assert whole.startswith(standing), "what stands is the beginning"
    assert re.search(rf"超版 {chars} 字（(\d+) 行）", found.message) and f"删去 {chars} 字" in found.hint
    assert standing.endswith(re.search("从“……(.+)”以后", found.message)[1])  # type: ignore[index]


def test_cutting_what_is_over_is_a_cure() -> None:
    """After the amount named is deleted, the page fits; half of it is not enough."""
    chars = edited(3000).json["stories"][0]["over_chars"]
    assert edited(3000 - chars).errors == []
    assert edited(3000 - chars // 2).errors != []


@pytest.fixture(scope="module")
def long_issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("long"), lambda text: text.replace("    为防止党史", f"    {MORE * 60}\n    为防止党史"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments])


def test_no_pdf_of_a_page_that_does_not_fit(long_issue: Path) -> None:
    done = run("build", long_issue, "--format", "short")
    assert done.exit_code == 1 and done.stdout == ""
    assert re.findall(r"错误 (\w+)", done.stderr) == ["L201"]
    assert not (long_issue.parent / "build").exists()


def test_a_draft_is_written_all_the_same(long_issue: Path, tmp_path: Path) -> None:
    done = run("build", long_issue, "--draft", "-o", tmp_path / "draft.pdf")
    assert done.exit_code == 1 and "L201" in done.stderr
    assert (tmp_path / "draft.pdf").read_bytes().startswith(b"%PDF")


# -- far too short


def short_issue() -> Issue:
    """A lead of 300 characters without a photo."""
    issue = made("sample").edition.issue
    page = issue.pages[0]
    lead = replace(page.lead[0], body=(CopyBlock("paragraph", (MORE * 6)[:300]),), photos=())
    return replace(issue, pages=(replace(page, lead=(lead,), photos=(), others=()),))


def test_far_too_short_says_how_much_is_missing() -> None:
    page = Made(make_up(short_issue(), made("sample").kit), made("sample").kit)
    (found,) = page.edition.diagnostics
    assert (found.code, found.severity, found.page) == ("L202", "error", 1)
    rows, chars = (int(n) for n in re.search(r"还空 (\d+) 行（约 (\d+) 字）", found.message).groups())  # type: ignore[union-attr]
    assert page.json["stories"][0]["short_lines"] == rows
    assert chars == 15 * rows and 250 < rows < 6 * 66
    assert f"{chars} 字" in found.hint


def test_filling_what_is_missing_is_a_cure() -> None:
    """With the copy asked for the page is full."""
    issue = short_issue()
    page = issue.pages[0]
    short = Made(make_up(issue, made("sample").kit), made("sample").kit).json["stories"][0]["short_lines"]
    body = [page.lead[0].body[0], *(CopyBlock("paragraph", (MORE * 6)[: 15 * 8 - 10]) for _ in range(round(short / 8)))]
    issue = replace(issue, pages=(replace(page, lead=(replace(page.lead[0], body=tuple(body)),)),))
    assert Made(make_up(issue, made("sample").kit), made("sample").kit).errors == []
