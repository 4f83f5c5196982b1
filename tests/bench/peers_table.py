"""What an art editor counts in set copy, ours and Typst's, over the same paragraphs of the sample's lead at four measures.

python tests/bench/peers_table.py

Ours is read from the composed lines, Typst's from its PDF, both as pens in em from the column's left edge and counted by the same rules.
"""

import re
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import typst
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar

from paperlayout.fonts.book import FontBook
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.loading.load import load_issue
from paperlayout.text.composition import Paragraph, Span
from paperlayout.text.copyfix import normalise
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import compose, set_lines

ROOT = Path(__file__).resolve().parents[2]
MEASURES = (12, 13, 15, 18)
SIZE, MARGIN = 10.5, 30.0
OPENING, CLOSING = "“‘（《〈「『【", "，。、；：！？”’）》〉」』】"
NEVER_FIRST, NEVER_LAST = CLOSING + "·～–%℃", OPENING


@dataclass(frozen=True)
class Sign:
    """One character as set: where its full cell or its advance begins, and how wide that is."""

    char: str
    pen: float
    width: float

    @property
    def han(self) -> bool:
        return "\u4e00" <= self.char <= "\u9fff"

    @property
    def latin(self) -> bool:
        return self.char.isascii() and self.char.isalnum()


Lines = list[list[Sign]]  # of one paragraph


def ours(text: str, measure: int, kit: Kit) -> Lines:
    """The paragraph as we set it."""
    metrics = VoiceMetrics(kit)
    broken = compose(Paragraph((Span(text),)), measure, metrics, kit.composition)
    return [list(_signs(line, metrics)) for line in set_lines(broken, broken.best)]


def _signs(line: SetLine, metrics: VoiceMetrics) -> Iterator[Sign]:
    at = 0
    for piece in line.pieces:
        if line.text[at] == " ":
            yield Sign(" ", piece.x, 0.0)
            at += 1
        at += len(piece.text)
        if piece.form == "latin":
            for index, char in enumerate(piece.text):
                yield Sign(char, piece.x + metrics.width(piece.text[:index], piece.voice), metrics.width(char, piece.voice))
        elif piece.form == "dash":
            yield from (Sign(char, piece.x + index, 1.0) for index, char in enumerate(piece.text))
        else:
            yield Sign(piece.text, piece.x - (0.5 if piece.form == "half" and piece.text in OPENING else 0.0), 1.0)


def typsts(texts: list[str], measure: int) -> list[Lines]:
    """The paragraphs as Typst sets them, each on a page of its own."""
    page = f'#set page(width: {measure * SIZE + 2 * MARGIN}pt, height: 2000pt, margin: {MARGIN}pt)\n#set text(font: "Paperlayout Song", size: {SIZE}pt, lang: "zh", region: "cn")\n'
    style = "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 5.25pt)\n"
    escaped = ["".join("\\" + c if c in "\\#*_`$<>@=-+/[]~" else c for c in text) for text in texts]
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name) / "a.typ", Path(name) / "a.pdf"
        source.write_text(page + style + "\n\n#pagebreak()\n\n".join(escaped), encoding="utf-8")
        typst.compile(str(source), output=str(target), font_paths=[str(ROOT / "fonts")], ignore_system_fonts=True)
        return [_lines_of(page) for page in extract_pages(str(target), laparams=None)]


def _lines_of(page: object) -> Lines:
    rows: dict[int, list[Sign]] = {}
    for char in _chars(page):
        text = char.get_text()
        for index, one in enumerate(text):  # a ligature stands for several characters
            width = char.adv / SIZE / len(text)
            rows.setdefault(round(-char.matrix[5]), []).append(Sign(one, (char.matrix[4] - MARGIN) / SIZE + index * width, width))
    return [sorted(signs, key=lambda sign: sign.pen) for _, signs in sorted(rows.items())]


def _chars(item: object) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    elif hasattr(item, "__iter__"):
        for part in item:
            yield from _chars(part)


def counted(paragraphs: list[Lines], measure: int) -> dict[str, str]:
    """All counts of a setting."""
    count: Counter[str] = Counter()
    han_gaps: list[float] = [0.0]
    latin_gaps: list[float] = []
    for lines in paragraphs:
        inner = [[sign for sign in line if sign.char.strip()] for line in lines]
        count["lines"] += len(lines)
        count["one"] += len(lines) > 1 and sum(sign.char not in CLOSING for sign in inner[-1]) == 1
        for line in inner[1:]:
            count["starts"] += line[0].char in NEVER_FIRST
        for number, line in enumerate(inner[:-1]):
            _count_edges(line, measure, count)
            count["split"] += line[-1].char.isdigit() and inner[number + 1][0].char.isdigit()
        for number, line in enumerate(lines):
            if inner[number][0].char in OPENING:
                count["openings"] += 1
                count["trimmed"] += inner[number][0].pen < (2.0 if number == 0 else 0.0) - 0.25
            gaps = [b.pen - a.pen - 1.0 for a, b in pairwise(line) if a.han and b.han]
            han_gaps += gaps
            count["tracked"] += bool(gaps) and statistics.median(gaps) > 0.1
            latin_gaps += [b.pen - a.pen - a.width for a, b in pairwise(inner[number]) if (a.han and b.latin) or (a.latin and b.han)]
            _count_pairs(line, count)
    return {
        "body lines": str(count["lines"]),
        "forbidden start + end": f"{count['starts']} + {count['ends']}",
        "ragged": str(count["ragged"]),
        "max Han–Han gap, em": f"{max(han_gaps):.3f}",
        "lines tracked > .1 em": str(count["tracked"]),
        "adjacent marks compressed": f"{count['closed']} / {count['pairs']}",
        "line-start openings trimmed": f"{count['trimmed']} / {count['openings']}",
        "line-end marks half": f"{count['half']} / {count['end marks']}",
        "Latin gap median, em": f"{statistics.median(latin_gaps):.3f}",
        "1-char last lines": str(count["one"]),
        "split numbers": str(count["split"]),
    }


def _count_edges(line: list[Sign], measure: int, count: Counter[str]) -> None:
    last = line[-1]
    mark = last.char in CLOSING
    edges = (last.pen + 0.5, last.pen + 1.0) if mark else (last.pen + last.width,)
    count["ragged"] += all(abs(edge - measure) > 0.1 for edge in edges)
    count["ends"] += last.char in NEVER_LAST
    count["end marks"] += mark
    count["half"] += mark and measure - last.pen < 0.75


def _count_pairs(line: list[Sign], count: Counter[str]) -> None:
    for a, b in pairwise(line):
        if re.fullmatch(f"[{CLOSING}][{CLOSING}{OPENING}]|[{OPENING}][{OPENING}]", a.char + b.char):
            count["pairs"] += 1
            count["closed"] += b.pen - a.pen < 0.75


def main() -> None:
    issue = load_issue(ROOT / "issues" / "2021-06" / "issue.yaml").issue
    kit = Kit(issue.house, FontBook(), {})
    texts = [normalise(block.text).text for block in issue.pages[0].lead[0].body if block.kind != "subhead"]
    table = {}
    for measure in MEASURES:
        table[f"ours {measure}"] = counted([ours(text, measure, kit) for text in texts], measure)
        table[f"typst {measure}"] = counted(typsts(texts, measure), measure)
    names = list(table)
    print(f"Sample lead, {len(texts)} paragraphs, {sum(map(len, texts))} characters; Typst {typst.__version__}\n")
    print("| count | " + " | ".join(f"{name} 字" for name in names) + " |")
    print("|---|" + "---|" * len(names))
    for row in table[names[0]]:
        print(f"| {row} | " + " | ".join(table[name][row] for name in names) + " |")


if __name__ == "__main__":
    sys.exit(main())
