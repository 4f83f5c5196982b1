"""How long a 24-megapixel camera photo takes to develop at each width, fresh and from the shelf: python tests/bench/bench_photo.py"""

import random
import tempfile
import time
from pathlib import Path

from PIL import Image

from paperlayout.geometry import Rect
from paperlayout.issue.house import BROADSHEET
from paperlayout.page import Picture
from paperlayout.photo.image_cache import ImageCache
from paperlayout.photo.pixels import Darkroom

WIDE, HIGH = 6000, 4000
GRAINS = ((6, 1.0), (24, 0.5), (96, 0.3), (400, 0.2), (2000, 0.15))  # cells across the photo, and how much they show: shapes, texture, sensor noise
BOUNDS = {1: 0.5, 2: 0.5, 3: 0.5, 6: 1.2}
TIMES = 3


def camera_photo(file: Path) -> None:
    """As busy as a real one: its JPEG has 6 megabytes."""
    image = Image.new("RGB", (WIDE, HIGH))
    for seed, (cells, share) in enumerate(GRAINS):
        rows = cells * HIGH // WIDE
        grain = Image.frombytes("RGB", (cells, rows), random.Random(seed).randbytes(cells * rows * 3)).resize((WIDE, HIGH), Image.Resampling.BICUBIC)
        image = Image.blend(image, grain, share)
    image.save(file, quality=92)


def main() -> None:
    grid = BROADSHEET.look.grid
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        camera_photo(folder / "camera.jpg")
        print(f"{WIDE * HIGH / 1e6:.0f} megapixels, {(folder / 'camera.jpg').stat().st_size / 1e6:.1f} MB")
        print("columns  pixels       ppi   MB    fresh s  bound s  share  shelf s")
        for columns, bound in BOUNDS.items():
            width = columns * 157.5 + (columns - 1) * grid.column_gap
            picture = Picture(Rect(0, 0, width, width * HIGH / WIDE), "camera.jpg", Rect(0, 0, 1, 1), "")
            fresh = min(timed(Darkroom(folder), picture) for _ in range(TIMES))
            kept = Darkroom(folder, image_cache=ImageCache(folder / "kept"))
            made = kept.develop(picture)
            again = min(timed(kept, picture) for _ in range(TIMES))
            size = f"{made.width}x{made.height}"
            print(f"{columns:7}  {size:11}  {made.ppi:4.0f}  {len(made.data) / 1e6:4.1f}  {fresh:7.2f}  {bound:7.1f}  {fresh / bound:4.0%}  {again:7.3f}")


def timed(darkroom: Darkroom, picture: Picture) -> float:
    start = time.perf_counter()
    darkroom.develop(picture)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
