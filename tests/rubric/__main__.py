"""python tests/rubric layout.json …: points and faults of every page."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rubric.reading import read_pages
from rubric.score import score_page, table


def main(files: list[str]) -> None:
    layouts = [json.loads(Path(file).read_text(encoding="utf-8")) for file in files]
    print(table([(f"{layout['issue']} {page.number}", score_page(page)) for layout in layouts for page in read_pages(layout)]))


if __name__ == "__main__":
    main(sys.argv[1:])
