"""The issue of June 2021 holds its manuscript character for character."""

from pathlib import Path

from paperlayout.issue.content import Article, Issue
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.loading.load import load_issue

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "issues" / "2021-06" / "issue.yaml"


def body(article: Article) -> str:
    return "".join(block.text for block in article.body)


def copy(issue: Issue) -> str:
    """All copy in the order of the manuscript; the mark of the headline's break is no copy."""
    page = issue.pages[0]
    lead = page.lead[0]
    briefs = (
        f"{item.title.value}{item.dateline.value if item.dateline else issue.house.dateline} {body(item)}（{item.source.value}）"
        for box in page.of(Briefs)
        for item in box.items
    )
    captions = (photo.caption.value for photo in page.photos)
    return "".join((lead.title.value.replace("/", ""), lead.standing_head.value, body(lead), *captions, *briefs))


def test_the_copy_is_the_manuscript() -> None:
    manuscript = (HERE / "seed.txt").read_text(encoding="utf-8")
    assert copy(load_issue(SAMPLE).issue) == manuscript.replace("\n", "")


def test_nothing_needs_saying() -> None:
    assert load_issue(SAMPLE).diagnostics == ()


def test_its_parts() -> None:
    issue = load_issue(SAMPLE.parent).issue
    page = issue.pages[0]
    assert (str(issue.date), issue.number, issue.house.imprint.name, issue.house.imprint.pinyin) == ("2021-06-15", 6, "嘉定工会", "JIADING GONGHUI")
    assert [block.kind for block in page.lead[0].body].count("subhead") == 4
    assert len(page.lead[0].body) == 20 and all(block.text[-1] in "。字" for block in page.lead[0].body)
    assert [photo.illustration for photo in page.photos] == [True, True, True]
    assert [len(item.body) for item in page.of(Briefs)[0].items] == [1, 1, 1]
