"""The code itself: style, types, and who may import whom."""

import subprocess
import sys

import pytest
from conftest import ROOT

CHECKS = {
    "ruff": [sys.executable, "-m", "ruff", "check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "imports": [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as lint; lint()"],
}


@pytest.mark.parametrize("name", CHECKS)
def test_code(name: str) -> None:
    done = subprocess.run(CHECKS[name], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_help_imports_nothing_heavy() -> None:
    script = "import sys, contextlib\nfrom paperlayout.cli.main import cli\nwith contextlib.suppress(SystemExit):\n    cli(['--help'])\n"
    script += "print([m for m in ('reportlab', 'PIL', 'numpy', 'fontTools', 'uharfbuzz', 'yaml', 'rjieba', 'mammoth', 'pikepdf', 'starlette', 'uvicorn', 'watchfiles', 'pypdfium2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
