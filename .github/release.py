"""What a release needs to know: `python .github/release.py v0.1.0` prints that version's section of the CHANGELOG, or says why the tag is no release."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
SECTION = re.compile(r"^## (?P<version>\d\S*) — (?P<day>\S+)\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def notes(tag: str, program: str, changes: str) -> str:
    """The newest section of `changes`; ValueError where tag, program and section do not agree or the section has no day."""
    version, newest = VERSION.search(program), SECTION.search(changes)
    if not version or not newest:
        raise ValueError("no __version__, or no section “## VERSION — DAY”")
    if not tag.removeprefix("v") == version[1] == newest["version"] or not tag.startswith("v"):
        raise ValueError(f"the tag is {tag}, the program {version[1]}, the newest section {newest['version']}")
    if not DAY.fullmatch(newest["day"]):
        raise ValueError(f"the section of {version[1]} has no day yet but “{newest['day']}”")
    return newest["text"].strip()


def main() -> None:
    program = (ROOT / "src" / "paperlayout" / "__init__.py").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    try:
        sys.stdout.buffer.write(notes(sys.argv[1], program, changes).encode() + b"\n")
    except ValueError as fault:
        sys.exit(f"not released: {fault}")


if __name__ == "__main__":
    main()
