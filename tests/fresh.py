"""Commands run far from the checkout, with environments of their own."""

import os
import subprocess
from pathlib import Path

BIN = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path, **more: object) -> str:
    """What a command says; its whole output when it fails."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run([str(c) for c in command], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", **more)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout)
