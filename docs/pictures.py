"""The pictures of the handbook, drawn when it is built: the miniatures of the rule book and the pages of the samples. `mkdocs.yml` calls this as a hook.

python docs/pictures.py FOLDER     the same pictures as files
"""

import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

import rule_lines
from draw_rules import Miniature, drawn
from rule_pages import CASES

from paperlayout.draw.png import png
from paperlayout.fonts.book import FontBook
from paperlayout.issue.house import BROADSHEET
from paperlayout.kit import Kit
from paperlayout.pipeline import Timings, load, make_up, open_kit, pdf

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ISSUES = Path(__file__).resolve().parents[1] / "issues"
SAMPLES = ("2021-06", "2021-07")
PPI = 44
"""A broadsheet 680 pixels wide."""
FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
CHINESE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef”])\n(?=[\u4e00-\u9fff“（《])")


@cache
def kit() -> Kit:
    """The built-in house style and its faces, without photos."""
    return Kit(BROADSHEET, FontBook(), {})


@cache
def of_rules() -> Mapping[str, bytes]:
    """The miniatures by the name of their file: for each rule a page that keeps it and one that breaks it."""
    lines = rule_lines.cases(kit())
    pages = [Miniature(plan, kit()).page(1, marks, case.numbered) for case in CASES for plan, marks in ((case.good, ()), (case.bad, case.marks))]
    pages += [page for case in lines for page in (case.good, case.bad)]
    rules = (*(case.rule for case in CASES), *(case.rule for case in lines))
    names = [f"{rule}-{side}.png" for rule in rules for side in ("good", "bad")]
    return dict(zip(names, drawn(tuple(pages), kit()), strict=True))


@cache
def of_samples() -> Mapping[str, bytes]:
    """Every page of the sample issues by the name of its file, such as 2021-07-2.png."""
    return {f"{name}-{number}.png": picture for name in SAMPLES for number, picture in enumerate(_pages(ISSUES / name), 1)}


def _pages(folder: Path) -> tuple[bytes, ...]:
    """The pages of an issue, made up and drawn."""
    timed = Timings()
    issue, _ = load(folder, timed)
    opened = open_kit(issue)
    edition = make_up(issue, opened, timed)
    file = pdf(edition, opened, timed)
    return tuple(png(file, index, PPI) for index in range(len(edition.pages)))


def all_pictures() -> Mapping[str, bytes]:
    """Every picture by its path in the handbook."""
    return {f"rules/pictures/{name}": data for name, data in of_rules().items()} | {f"pictures/{name}": data for name, data in of_samples().items()}


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """What mkdocs calls once it knows its pages: the pictures are given to it beside them."""
    from mkdocs.structure.files import File  # only where the handbook is built

    for path, data in all_pictures().items():
        files.append(File.generated(config, path, content=data))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """What mkdocs calls for each page: Chinese lines are joined without the space that a browser makes of a new line."""
    return "".join(part if FENCED.fullmatch(part) else CHINESE_BREAK.sub("", part) for part in FENCED.split(markdown))


def main() -> None:
    folder = Path(sys.argv[1])
    for path, data in all_pictures().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


if __name__ == "__main__":
    main()
