"""Goldens of the sample page: its geometry as text, and a small grey render. `pytest --accept` writes them anew and still fails, so that nobody takes a new golden unseen."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

HERE = Path(__file__).parent
DPI = 14
LEVELS = 16
MEAN, WORST = 1.0, 24.0
"""Grey levels of 255: mean over the page, and over the worst square of 8 × 8 points. A renderer of another version moves edges by less."""
SQUARE = 8


def geometry(layout: dict[str, Any], _: Path) -> bytes:
    """A line for each frame: what it is, where it stands, and how its first and last line read."""
    kept = ("id", "kind", "rect", "cells", "size")
    lines = [
        {k: f[k] for k in kept if k in f} | {"first": f["set"][0], "last": f["set"][-1]} if f.get("set") else {k: f[k] for k in kept if k in f}
        for f in layout["pages"][0]["frames"]
    ]
    return ("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n").encode()


def render(_: dict[str, Any], pdf: Path) -> bytes:
    """The page in sixteen greys, as small as its blocks can still be told apart."""
    with pypdfium2.PdfDocument(pdf) as document:
        grey = document[0].render(scale=DPI / 72, grayscale=True).to_pil()
    step = 255 // (LEVELS - 1)
    file = io.BytesIO()
    grey.point([round(v / step) * step for v in range(256)]).quantize(LEVELS).save(file, "PNG", optimize=True)
    return file.getvalue()


def same_text(found: bytes, golden: bytes) -> None:
    assert found.decode().splitlines() == golden.decode().splitlines()


def same_picture(found: bytes, golden: bytes) -> None:
    mean, worst = difference(pixels(found), pixels(golden))
    assert mean <= MEAN and worst <= WORST, f"mean {mean:.2f}, worst square {worst:.1f} grey levels"


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("L"), dtype=float)


def difference(found: np.ndarray, golden: np.ndarray) -> tuple[float, float]:
    """Mean difference of two renders, and that of the worst square."""
    assert found.shape == golden.shape
    off = np.abs(found - golden)
    rows, columns = (n // SQUARE * SQUARE for n in off.shape)
    squares = off[:rows, :columns].reshape(rows // SQUARE, SQUARE, columns // SQUARE, SQUARE).mean(axis=(1, 3))
    return float(off.mean()), float(squares.max())


GOLDENS: dict[str, tuple[Callable[[dict[str, Any], Path], bytes], Callable[[bytes, bytes], None]]] = {
    "sample.jsonl": (geometry, same_text),
    "sample.png": (render, same_picture),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_golden(name: str, layout: dict[str, Any], sample_pdf: Path, request: pytest.FixtureRequest) -> None:
    make, same = GOLDENS[name]
    found, file = make(layout, sample_pdf), HERE / name
    try:
        same(found, file.read_bytes() if file.exists() else make_nothing(name))
    except AssertionError:
        if request.config.getoption("--accept"):
            file.write_bytes(found)
            pytest.fail(f"{name} written anew: look at what changed, then run again without --accept")
        raise


def make_nothing(name: str) -> bytes:
    raise AssertionError(f"{name} does not exist; pytest --accept writes it")


def test_every_golden_is_read_by_a_test() -> None:
    files = {file.name for file in HERE.iterdir() if file.is_file() and file.suffix != ".py"}
    assert files == set(GOLDENS)


def test_goldens_are_small() -> None:
    assert (HERE / "sample.png").stat().st_size <= 20 * 1024
    assert len((HERE / "sample.jsonl").read_bytes()) <= 20 * 1024


def test_a_moved_block_is_seen() -> None:
    """The render's tolerance lets no picture or head slip by a few points."""
    page = pixels((HERE / "sample.png").read_bytes())
    moved = page.copy()
    height = page.shape[0]
    moved[height // 2 :, :] = np.roll(page[height // 2 :, :], 2, axis=0)
    mean, worst = difference(page, moved)
    assert mean > MEAN or worst > WORST
    with pytest.raises(AssertionError):
        same_text(b'{"id": "a"}\n', b'{"id": "b"}\n')
