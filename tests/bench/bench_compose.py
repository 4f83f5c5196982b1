"""Composing 20,000 characters: cold, with the layouts of one line fewer and more, and again from cache; beside Typst setting the same text in the same run.

python tests/bench/bench_compose.py [runs]

Prints the best CPU time of each. The text is the sample's, every paragraph once more in another order of its characters, so that nothing is composed twice.
Typst's time is that of compiling the text less that of compiling an empty page with the same fonts, in a fresh process; it includes writing the PDF.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from paperlayout.fonts.book import FontBook
from paperlayout.issue.content import Issue
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.loading.load import load_issue
from paperlayout.text.composition import Paragraph, Span
from paperlayout.text.copyfix import normalise
from paperlayout.text.paragraph import compose

ROOT = Path(__file__).resolve().parents[2]
CHARS, MEASURE = 20_000, 15.0
COLD, LOOSE, CACHED = 0.200, 0.400, 0.005
CALIBRATED = 0.100
"""CPU seconds the calibration loop takes on the machine the targets are meant for."""

TYPST = """
import sys, time, typst
def cpu(source):
    before = time.process_time()
    typst.compile(source, output=sys.argv[3], font_paths=[sys.argv[4]], ignore_system_fonts=True)
    return time.process_time() - before
cpu(sys.argv[1])
print(cpu(sys.argv[2]) - min(cpu(sys.argv[1]) for _ in range(3)))
"""


def copy_of(issue: Issue) -> list[str]:
    """Paragraphs of 20,000 characters, no two alike."""
    articles = [a for page in issue.pages for a in page.every_article]
    texts = [normalise(block.text).text for article in articles for block in article.body if len(block.text) > 60]
    chosen: list[str] = []
    turn = 0
    while sum(map(len, chosen)) < CHARS:
        chosen += [text[turn:] + text[:turn] for text in texts]
        turn += 7
    while sum(map(len, chosen[:-1])) >= CHARS:
        chosen.pop()
    return chosen


def composing(paragraphs: list[str], kit: Kit, looseness: int) -> float:
    """CPU seconds of composing all."""
    metrics, rules = VoiceMetrics(kit), kit.composition
    before = time.process_time()
    for text in paragraphs:
        compose(Paragraph((Span(text),)), MEASURE, metrics, rules, looseness)
    return time.process_time() - before


def calibration() -> float:
    """CPU seconds of a plain loop, to tell a slow or loaded machine."""
    before, total = time.process_time(), 0
    for number in range(2_000_000):
        total += number * number % 7
    return time.process_time() - before


def typst_seconds(paragraphs: list[str], runs: int) -> float:
    """Best CPU time of Typst setting the same text at the same measure."""
    escaped = ["".join("\\" + c if c in "\\#*_`$<>@=-+/[]~" else c for c in p) for p in paragraphs]
    page = f'#set page(width: {MEASURE * 10.5 + 60}pt, height: 1500pt, margin: 30pt)\n#set text(font: "Paperlayout Song", size: 10.5pt, lang: "zh")\n'
    style = "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 5.25pt, spacing: 5.25pt)\n"
    with tempfile.TemporaryDirectory() as name:
        empty, full, target = (Path(name) / file for file in ("empty.typ", "full.typ", "out.pdf"))
        empty.write_text(page + style + "工会", encoding="utf-8")
        full.write_text(page + style + "\n\n".join(escaped), encoding="utf-8")
        command = [sys.executable, "-c", TYPST, str(empty), str(full), str(target), str(ROOT / "fonts")]
        return min(float(subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ).stdout) for _ in range(runs))


def main(runs: int) -> None:
    issue = load_issue(ROOT / "issues" / "2021-06" / "issue.yaml").issue
    kit = Kit(issue.house, FontBook(), {})
    paragraphs = copy_of(issue)
    composing(paragraphs, kit, 1)
    best = {"cold": 9.0, "cold, ±1 line": 9.0, "from cache": 9.0}
    pace = 9.0
    for _ in range(runs):
        pace = min(pace, calibration())
        for label, looseness in (("cold", 0), ("cold, ±1 line", 1)):
            kit = replace(kit)  # with a memo of its own
            best[label] = min(best[label], composing(paragraphs, kit, looseness))
        best["from cache"] = min(best["from cache"], composing(paragraphs, kit, 1))
    typst = typst_seconds(paragraphs, min(runs, 3))
    print(
        f"{sum(map(len, paragraphs))} characters in {len(paragraphs)} paragraphs at {MEASURE:g} 字; calibration {pace:.3f} s, {pace / CALIBRATED:.2f} of the idle core"
    )
    for (label, seconds), target in zip(best.items(), (COLD, LOOSE, CACHED), strict=True):
        print(
            f"{label:15} {seconds * 1000:7.1f} ms   calibrated {seconds * CALIBRATED / pace * 1000:7.1f} ms (target {target * 1000:.0f})   {seconds / typst:5.2f} x Typst"
        )
    print(f"typst           {typst * 1000:7.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
