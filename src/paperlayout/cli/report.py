"""The report of a fault of ours: the traceback goes to a file, not to the editor."""

import platform
import tempfile
import traceback
from pathlib import Path

from paperlayout import __version__


def write_report(fault: BaseException) -> Path:
    """Writes what happened to a file in the folder for temporary files, or beside the editor's work where that folder is closed, and names it."""
    text = "".join(traceback.format_exception(fault))
    try:
        return _written(text, None)
    except OSError:
        return _written(text, Path.cwd())


def _written(text: str, folder: Path | None) -> Path:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="paperlayout-", suffix=".txt", dir=folder, delete=False) as handle:
        handle.write(f"paperlayout {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{text}")
    return Path(handle.name)
