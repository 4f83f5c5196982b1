"""--print: through a real CUPS server with a queue that makes PDF, and what is said when something is missing."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import copied, missing, program

from paperlayout.cli.main import cli
from paperlayout.press import printing
from paperlayout.press.printing import CannotPrint, PrintJob, options, printers, send
from proof.printserver import AS_ROOT, BACKEND, PPD, QUEUE, Server, outputs, server


def root_needed() -> None:
    """The server runs as root, or through sudo without a password."""
    if AS_ROOT and subprocess.run([*AS_ROOT, "true"], capture_output=True).returncode:
        missing("cups-pdf prints only for a server run by root, and sudo wants a password")


@pytest.fixture(scope="module")
def cups() -> Iterator[Server]:
    """The running server; without CUPS or the right to run its PDF queue the test skips, and under CI it fails."""
    for name in ("/usr/sbin/cupsd", "/usr/sbin/lpadmin", "lp", "lpstat", "gs"):
        program(name)
    root_needed()
    if not (BACKEND.exists() and PPD.exists()):
        missing("printer-driver-cups-pdf is not installed")
    with server() as made:
        yield made


@pytest.fixture
def here(cups: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setenv("CUPS_SERVER", cups.address)
    return cups


def run(*words: object, server: Server | None = None, path: str | None = None) -> Result:
    environment = ({"CUPS_SERVER": server.address} if server else {}) | ({"PATH": path} if path is not None else {})
    return CliRunner().invoke(cli, ["proof", *map(str, words)], env=environment)


def test_the_proof_comes_out_of_the_printer(here: Server, tmp_path: Path) -> None:
    issue = copied(tmp_path)
    title = f"proof-{os.getpid()}"
    done = run(issue, "--paper", "A4", "--print", QUEUE, "-o", tmp_path / f"{title}.pdf", server=here)
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path / f'{title}.pdf'}\n"), done.stderr
    assert QUEUE in done.stderr
    printed = here.printed(title)
    try:
        size = subprocess.run(["pdfinfo", printed], capture_output=True, text=True).stdout
        assert "Pages:           1" in size
        assert "595" in size and "842" in size
        whole = subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=inkcov", "-o", "-", printed], capture_output=True, text=True).stdout
        assert float(whole.split()[3]) > 0.02
    finally:
        printed.unlink()


def test_the_only_printer_is_used_when_none_is_named(here: Server, tmp_path: Path, press_of: Callable) -> None:
    file = tmp_path / f"usual-{os.getpid()}.pdf"
    file.write_bytes(press_of(1).proof(paper="A4"))
    assert send(PrintJob(file, "A4", False, file.stem)) == QUEUE
    here.printed(file.stem).unlink()


def test_printers_are_listed(here: Server) -> None:
    assert printers().names == (QUEUE,)
    done = run("--printers", server=here)
    assert (done.exit_code, done.stdout) == (0, f"{QUEUE}\n")


def test_a_misspelt_printer_is_named_with_the_one_that_is_meant(here: Server, tmp_path: Path) -> None:
    issue = copied(tmp_path)
    done = run(issue, "--print", "proof", "--format", "short", server=here)
    assert done.exit_code == 1
    assert "P142" in done.stderr and QUEUE in done.stderr
    assert (issue.parent / "build" / "2021-06-校样.pdf").exists()


def test_a_word_after_print_may_be_the_issue(here: Server, tmp_path: Path) -> None:
    issue = copied(tmp_path)
    title = f"word-{os.getpid()}"
    done = run("--print", issue, "-o", tmp_path / f"{title}.pdf", server=here)
    assert done.exit_code == 0, done.stderr
    here.printed(title).unlink()


def test_no_printer_at_all_is_said() -> None:
    program("/usr/sbin/cupsd")
    root_needed()
    with server(queues=False) as made:
        done = run("--printers", "--format", "short", server=made)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "P141" in done.stderr


def test_a_server_that_does_not_answer_is_said(tmp_path: Path) -> None:
    program("lpstat")
    environment = Server("127.0.0.1:1", tmp_path)
    done = run("--printers", "--format", "short", server=environment)
    assert done.exit_code == 1
    assert "P141" in done.stderr and isinstance(done.exception, SystemExit)


def test_without_the_programs_the_proof_is_made_and_what_is_missing_is_said(tmp_path: Path) -> None:
    issue = copied(tmp_path)
    done = run(issue, "--print", "--format", "short", path=str(tmp_path))
    assert done.exit_code == 1
    assert "P140" in done.stderr
    assert (issue.parent / "build" / "2021-06-校样.pdf").exists()


def test_what_is_asked_of_the_printer() -> None:
    assert options(PrintJob(Path("a.pdf"), "A3", True, "a")) == ["-o", "media=A3", "-o", "print-scaling=none", "-o", "print-color-mode=monochrome"]
    assert options(PrintJob(Path("a.pdf"), "原大", False, "a")) == ["-o", "print-scaling=none"]


def test_several_printers_and_no_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printers", lambda: printing.Printers(("a", "b")))
    with pytest.raises(CannotPrint) as fault:
        send(PrintJob(Path("a.pdf"), "A4", False, "a"))
    assert fault.value.finding.code == "P142"


def test_what_was_printed_is_looked_for_where_the_queue_puts_it() -> None:
    assert outputs()[0] == Path.home() / "PDF"
