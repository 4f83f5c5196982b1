"""Cold build of the sample issue against Typst and ReportLab Platypus setting the same text, all in one run.

python tests/bench/bench_build.py [runs]

Prints medians, ratios and peak memory. Each program starts in a fresh process; Typst and Platypus only set the text in six columns: neither makes up
a page, fills it, or places pictures.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ISSUE = ROOT / "issues" / "2021-06"

TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""

PLATYPUS = """
import sys
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
pdfmetrics.registerFont(TTFont("song", sys.argv[3] + "/song-400.ttf"))
style = ParagraphStyle("body", fontName="song", fontSize=10.5, leading=15.75, wordWrap="CJK", firstLineIndent=21)
doc = BaseDocTemplate(sys.argv[2], pagesize=(1105.51, 1544.88))
frames = [Frame(40.88 + i * 173.25, 48, 157.5, 1449, 0, 0, 0, 0) for i in range(6)]
doc.addPageTemplates([PageTemplate("page", frames)])
doc.build([Paragraph(p, style) for p in open(sys.argv[1], encoding="utf-8").read().split("\\n") if p])
"""


def copy_of_sample(folder: Path) -> list[str]:
    """The sample's copy as our own layout JSON has it."""
    target = folder / "layout.json"
    subprocess.run(
        [sys.executable, "-m", "paperlayout", "build", str(ISSUE), "-o", str(folder / "ours.pdf"), "--layout", str(target)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    frames = json.loads(target.read_text(encoding="utf-8"))["pages"][0]["frames"]
    return [p for f in frames if f.get("copy") for p in f["text"].split("\n") if p]


def typst_source(paragraphs: list[str]) -> str:
    escaped = ["".join("\\" + c if c in "\\#*_`$<>@=-+/[]~" else c for c in p) for p in paragraphs]
    head = '#set page(width: 390mm, height: 545mm, margin: 14.4mm, columns: 6)\n#set columns(gutter: 15.75pt)\n#set text(font: "Paperlayout Song", size: 10.5pt, lang: "zh")\n'
    return head + "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 5.25pt, spacing: 5.25pt)\n" + "\n\n".join(escaped) + "\n"


def measure(command: list[str], runs: int) -> tuple[float, float]:
    """Median wall seconds and peak MiB of fresh processes."""
    walls, peaks = [], []
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        walls.append(time.perf_counter() - start)
        peaks.append(usage.ru_maxrss / 1024)
        if status:
            raise SystemExit(f"{command[:4]} failed")
    return statistics.median(walls), max(peaks)


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paragraphs = copy_of_sample(folder)
        (folder / "text.txt").write_text("\n".join(paragraphs), encoding="utf-8")
        (folder / "text.typ").write_text(typst_source(paragraphs), encoding="utf-8")
        fonts = str(ROOT / "fonts")
        rows = {
            "paperlayout build": [sys.executable, "-m", "paperlayout", "build", str(ISSUE), "-o", str(folder / "a.pdf")],
            "typst (text only)": [sys.executable, "-c", TYPST, str(folder / "text.typ"), str(folder / "b.pdf"), fonts],
            "platypus (text only)": [sys.executable, "-c", PLATYPUS, str(folder / "text.txt"), str(folder / "c.pdf"), fonts],
        }
        found = {label: measure(command, runs) for label, command in rows.items()}
        ours = found["paperlayout build"][0]
        for label, (wall, peak) in found.items():
            print(f"{label:22} {wall:6.3f} s   {peak:6.1f} MiB   paperlayout is {ours / wall:5.2f} x this")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
