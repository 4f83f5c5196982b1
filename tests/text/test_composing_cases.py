"""Case files: one rule each. The first line gives the measure and indent, then the copy; under `# output` the lines as set."""

from pathlib import Path

import pytest
from fake import FakeMetrics

from paperlayout.text.composition import Paragraph, Span
from paperlayout.text.paragraph import compose, set_lines

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_case(case: Path) -> None:
    given, wanted = case.read_text("utf-8").split("# output\n")
    head, copy = given.split("\n", 1)
    measure, indent = map(float, head.removeprefix("# measure ").split(" indent "))
    copy, _, signature = copy.strip().partition("\n署名：")
    dateline, _, rest = copy.rpartition("|")
    spans = (Span(dateline, "dateline", gap_after=0.75), Span(rest)) if dateline else (Span(rest),)
    paragraph = Paragraph(spans, indent=indent, signature=Span(signature) if signature else None)
    broken = compose(paragraph, measure, FakeMetrics())
    assert [_shown(line) for line in set_lines(broken, broken.best)] == wanted.splitlines()


def _shown(line) -> str:  # type: ignore[no-untyped-def]
    """A line with its first and last ink in em, and what it used."""
    first, last = line.pieces[0], line.pieces[-1]
    used = "".join(f" {stage} {amount:.2f}" for stage, amount in line.adjust.used)
    return f"{line.text} [{first.x:.2f}–{last.x + last.width:.2f}]{used}"
