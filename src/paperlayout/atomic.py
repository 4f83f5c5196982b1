"""Files written whole: no reader ever sees half of one."""

import os
import tempfile
from pathlib import Path


def put(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Writes beside the place and renames. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
