"""The code itself: style, types, and who may import whom."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT
from packaging.requirements import Requirement

PACKAGE = ROOT / "src" / "paperlayout"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {contract["name"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}
IMPORTED_AS = {"pi-heif": "pi_heif", "pillow": "PIL", "pyyaml": "yaml"}
"""Distributions whose package has another name."""

CHECKS = {
    "ruff": [sys.executable, "-m", "ruff", "check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "imports": [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as lint; lint()"],
}


@pytest.mark.parametrize("name", ["ruff", pytest.param("mypy", marks=pytest.mark.slow), "imports"])
def test_code(name: str) -> None:
    done = subprocess.run(CHECKS[name], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def modules_of(package: Path) -> dict[str, Path]:
    """The modules and packages right in a package, by their dotted names."""
    found = [path for path in package.iterdir() if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").exists()]
    return {".".join(path.relative_to(ROOT / "src").with_suffix("").parts): path for path in found}


def test_every_module_has_its_layer() -> None:
    layers = [name.strip() for layer in CONTRACTS["Imports point one way"]["layers"] for name in layer.split("|")]
    modules = modules_of(PACKAGE)
    split = {name for name in modules if name not in layers and any(layer.startswith(f"{name}.") for layer in layers)}
    expected = (modules.keys() - split) | {name for package in split for name in modules_of(modules[package])}
    assert sorted(layers) == sorted(expected)


def test_every_dependency_has_an_owner() -> None:
    project, contract = PROJECT["project"], CONTRACTS["Each third-party package has one owner"]
    needed = [Requirement(line).name for line in (*project["dependencies"], *project["optional-dependencies"]["heic"])]
    imported = {IMPORTED_AS.get(name, name) for name in needed}
    assert contract["source_modules"] == ["paperlayout"], "whatever is added is held to it"
    assert {entry.split(" -> ")[1] for entry in contract["ignore_imports"]} == imported
    assert set(contract["forbidden_modules"]) == imported | {"fontTools"}, "fontTools builds faces and tests them, the program never imports it"


def test_help_imports_nothing_heavy() -> None:
    script = "import sys, contextlib\nfrom paperlayout.cli.main import cli\nwith contextlib.suppress(SystemExit):\n    cli(['--help'])\n"
    script += "print([m for m in ('reportlab', 'PIL', 'numpy', 'fontTools', 'uharfbuzz', 'yaml', 'rjieba', 'mammoth', 'pikepdf', 'starlette', 'uvicorn', 'watchfiles', 'pypdfium2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
