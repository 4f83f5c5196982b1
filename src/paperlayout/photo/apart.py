"""Developing a photo in a process of its own, with bounded time and memory: whatever its file does to the reader, the page goes on."""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from paperlayout.geometry import Rect, Size
from paperlayout.photo.faults import PhotoFault, broken, too_large
from paperlayout.photo.image_cache import packed, unpacked
from paperlayout.photo.recipe import Pixels, Recipe

SECONDS = 60
MEMORY = 4 << 30
FAULT = 10  # exit status of a process that met a PhotoFault and wrote it down


def developed_apart(file: Path, crop: Rect, size: Size, recipe: Recipe) -> Pixels:
    """What `pixels` gives, from a process of its own. Raises PhotoFault."""
    order = [str(file), [crop.x0, crop.y0, crop.x1, crop.y1], [size.width, size.height], [str(recipe.profile), recipe.ppi, recipe.ink_limit, recipe.gray]]
    command = [sys.executable, "-P", "-m", __name__]  # -P: what lies in the working directory is not ours to import
    try:
        done = subprocess.run(command, input=json.dumps(order).encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS)
    except subprocess.TimeoutExpired as late:
        raise too_large(file, f"{SECONDS} 秒还没有解开") from late
    if done.returncode == FAULT:
        raise PhotoFault(*json.loads(done.stdout))
    made = unpacked(done.stdout) if done.returncode == 0 else None
    if made is None:
        raise broken(file)
    return made


def _work(order: list[Any]) -> bytes:
    from paperlayout.photo.pixels import pixels

    file, crop, size, (profile, *rest) = order
    return packed(pixels(Path(file), Rect(*crop), Size(*size), Recipe(Path(profile), *rest)))


def _bound_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # Windows has no such bound
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Takes an order from stdin; the print, or the fault, goes to stdout."""
    _bound_memory()
    try:
        sys.stdout.buffer.write(_work(json.load(sys.stdin)))
    except PhotoFault as fault:
        sys.stdout.buffer.write(json.dumps([fault.code, fault.message, fault.hint]).encode())
        sys.exit(FAULT)


if __name__ == "__main__":
    main()
