"""Draws the three illustrations of the issue next to this script."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "图画"))  # the drawing board and the figures, shared by the issues

from booth import draw_booth
from canvas import Board, save
from hall import draw_hall
from race import draw_race

PICTURES: dict[str, Callable[[], Board]] = {
    "工匠风采展.jpg": draw_hall,
    "党史定向赛.jpg": draw_race,
    "健康服务点.jpg": draw_booth,
}


def main() -> None:
    """Write every picture beside this script."""
    for name, draw in PICTURES.items():
        save(draw(), Path(__file__).resolve().parent / name)


if __name__ == "__main__":
    main()
