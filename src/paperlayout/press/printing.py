"""Printing through CUPS, as Linux and macOS do; on Windows a file is opened and printed by hand."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.issue.fields import nearest

SECONDS = 30
MEDIA = {"A4": "A4", "A3": "A3", "A2": "A2", "B4": "jis_b4_257x364mm"}
"""A paper as CUPS names it."""


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers of this machine, and the one that is used when none is named."""

    names: tuple[str, ...]
    usual: str = ""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A file to be printed: on which paper (empty: the printer's own), in grey or not, and its name in the queue."""

    file: Path
    paper: str
    gray: bool
    title: str


class CannotPrint(Exception):
    """Nothing is printed: holds the finding that says why."""

    def __init__(self, finding: Diagnostic):
        self.finding = finding
        super().__init__(finding.message)


def printers() -> Printers:
    """What printers there are. Raises CannotPrint."""
    if not shutil.which("lpstat"):
        raise CannotPrint(tell("P140", None))
    listed = _run(["lpstat", "-e"])
    usual = _run(["lpstat", "-d"]).stdout.rpartition(":")[2].strip() if listed.stdout else ""
    names = tuple(line.strip() for line in listed.stdout.splitlines() if line.strip())
    if listed.returncode and not names:
        raise CannotPrint(tell("P141.down", None, told=_said(listed)))
    return Printers(names, usual if usual in names else "")


def send(job: PrintJob, printer: str = "") -> str:
    """Sends a file to a printer, the usual one when none is named, and returns the printer's name. Raises CannotPrint."""
    known = printers()
    name = printer or known.usual or (known.names[0] if len(known.names) == 1 else "")
    if not known.names:
        raise CannotPrint(tell("P141", None))
    if not name:
        raise CannotPrint(tell("P142.which", None, known="、".join(known.names)))
    if name not in known.names:
        near = nearest(name, known.names)
        raise CannotPrint(tell("P142.near", None, typed=name, near=near) if near else tell("P142", None, typed=name, known="、".join(known.names)))
    sent = _run(["lp", "-d", name, "-t", job.title, *options(job), "--", str(job.file)])
    if sent.returncode:
        raise CannotPrint(tell("P143", None, printer=name, told=_said(sent)))
    return name


def options(job: PrintJob) -> list[str]:
    """What is asked of the printer: the paper, no scaling of its own, grey where wanted."""
    wanted = ["print-scaling=none"]
    if job.paper in MEDIA:
        wanted.insert(0, f"media={MEDIA[job.paper]}")
    if job.gray:
        wanted.append("print-color-mode=monochrome")
    return [word for option in wanted for word in ("-o", option)]


def open_file(file: Path) -> None:
    """Opens a file in the program the machine has for it: on Windows, where printing is done from there."""
    if sys.platform == "win32":
        os.startfile(file)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=SECONDS, env=environment)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"{SECONDS} s")
    except OSError as fault:
        return subprocess.CompletedProcess(command, 1, "", fault.strerror or str(fault))


def _said(done: subprocess.CompletedProcess[str]) -> str:
    lines = (done.stderr or done.stdout).strip().splitlines()
    return lines[0].removeprefix("lp: ").removeprefix("lpstat: ") if lines else ""
