"""Where the program's own fonts and assets lie: inside the package when installed, at the checkout's top level when editable."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def folder(name: str) -> Path:
    """The folder `fonts` or `assets`.

    Raises FileNotFoundError when the installation lacks it.
    """
    for place in (PACKAGE / "_data" / name, PACKAGE.parents[1] / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"paperlayout is installed without its folder {name}")
