"""Pictures drawn for test issues: flat shapes in several ratios, each with its number, so that a wrong crop or a wrong place is seen at a glance."""

import random
from pathlib import Path

from PIL import Image, ImageDraw

RATIOS = {"横三比二": 1.5, "横四比三": 4 / 3, "宽幅": 1.9, "方": 1.0, "竖四比五": 0.8, "竖二比三": 2 / 3}
LONG_SIDE = 1500


def draw_pictures(folder: Path) -> None:
    """One picture of each ratio, drawn unless it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, ratio in RATIOS.items():
        if not (file := folder / f"{name}.jpg").is_file():
            _picture(name, ratio).save(file, quality=80)


def _picture(name: str, ratio: float) -> Image.Image:
    width, height = (LONG_SIDE, round(LONG_SIDE / ratio)) if ratio >= 1 else (round(LONG_SIDE * ratio), LONG_SIDE)
    chance = random.Random(name)
    image = Image.new("RGB", (width, height), (205, 214, 222))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, height * 0.62, width, height), fill=(150, 146, 132))
    for _ in range(9):
        x, size = chance.uniform(0, width), chance.uniform(0.1, 0.3) * height
        pen.rectangle((x, height * 0.66 - size, x + size * 0.7, height * 0.66), fill=tuple(chance.randrange(60, 190) for _ in range(3)))
    for x in range(0, width, 100):  # marks on the edges show what was cropped
        pen.rectangle((x, 0, x + 20, 12), fill=(190, 30, 30))
        pen.rectangle((x, height - 12, x + 20, height), fill=(190, 30, 30))
    return image
