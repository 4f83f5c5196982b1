"""Draws the illustrations of the issue next to this script; with names as arguments, only those."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "图画"))  # the drawing board and the figures, shared by the issues

from canvas import Board, save

QUALITY = 82  # flat colours: no picture over 250 KB, and no ringing to be seen at arm's length
PICTURES = {
    "竞赛车间.jpg": "workshop:draw_workshop",
    "练功房.jpg": "bench:draw_welding",
    "送清凉.jpg": "street:draw_street",
    "托管班.jpg": "nursery:draw_nursery",
    "锉刀.jpg": "bench:draw_file",
    "拔河.jpg": "sports:draw_tug",
    "法援柜台.jpg": "law:draw_counter",
    "调解桌.jpg": "law:draw_table",
    "普法工地.jpg": "law:draw_site",
    "老桥.jpg": "landscape:draw_landscape",
    "手作.jpg": "culture:draw_weaving",
    "读书会.jpg": "culture:draw_reading",
    "合唱.jpg": "culture:draw_choir",
    "公益广告.png": "poster:draw_poster",
}


def scene(name: str) -> Callable[[], Board]:
    """The drawing of a picture."""
    module, function = PICTURES[name].split(":")
    draw: Callable[[], Board] = getattr(import_module(module), function)
    return draw


def main() -> None:
    """Write every picture, or those named, beside this script."""
    for name in sys.argv[1:] or PICTURES:
        save(scene(name)(), Path(__file__).resolve().parent / name, QUALITY)


if __name__ == "__main__":
    main()
