"""A print server of its own on loopback, with one queue that makes PDF, started for the tests and stopped after them."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conftest import program

QUEUE = "proofs"
SECONDS = 30
SERVER = """Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
DefaultAuthType None
JobRetryLimit 1
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES = """ServerRoot {root}/etc
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/run
TempDir {root}/tmp
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
SystemGroup root lpadmin
LogFilePerm 0644
"""
FOLDERS = ("etc", "etc/ppd", "spool", "spool/tmp", "cache", "run", "run/certs", "tmp")
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
AS_ROOT = () if os.geteuid() == 0 else ("sudo", "-n")
"""The server and its PDF queue run as root."""
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")


@dataclass(frozen=True)
class Server:
    """A running server: its address for CUPS_SERVER, and where its queue leaves what was printed."""

    address: str
    root: Path

    def printed(self, title: str) -> Path:
        """The PDF of a job by its title, waited for."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            for folder in outputs():
                for file in folder.glob(f"{title}*.pdf") if folder.is_dir() else ():
                    if file.stat().st_size and not self.busy():
                        return file
            time.sleep(0.1)
        raise AssertionError(f"{title} was not printed; {(self.root / 'error.log').read_text()[-2000:]}")

    def busy(self) -> bool:
        return bool(self.run("lpstat", "-o").stdout.strip())

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, env={**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"}, capture_output=True, text=True, timeout=SECONDS)


def outputs() -> tuple[Path, ...]:
    """Where cups-pdf puts files: the user's folder, or one for nobody in particular."""
    return (Path.home() / "PDF", Path("/var/spool/cups-pdf/ANONYMOUS"), Path("/var/spool/cups-pdf/root"))


@contextmanager
def server(queues: bool = True) -> Iterator[Server]:
    """A server with its queue; it is stopped at the end."""
    with tempfile.TemporaryDirectory(prefix="cups-", ignore_cleanup_errors=True) as name:
        yield from _served(Path(name), queues)


def _served(root: Path, queues: bool) -> Iterator[Server]:
    cupsd, lpadmin = (program(name) for name in ("/usr/sbin/cupsd", "/usr/sbin/lpadmin"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    root.chmod(0o755)  # filters run as lp and must get here
    os.chmod(root / "tmp", 0o1777)
    subprocess.run([*AS_ROOT, "chgrp", "lp", root / "spool"], check=True)
    (root / "cupsd.conf").write_text(SERVER.format(port=port))
    (root / "cups-files.conf").write_text(FILES.format(root=root))
    made = Server(f"127.0.0.1:{port}", root)
    with subprocess.Popen([*AS_ROOT, cupsd, "-f", "-c", root / "cupsd.conf", "-s", root / "cups-files.conf"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(made)
            if queues:
                added = made.run(lpadmin, "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(PPD))
                assert added.returncode == 0, added.stderr
            yield made
        finally:
            subprocess.run([*AS_ROOT, "kill", str(process.pid)], check=True)
            process.wait(SECONDS)


def wait_for(made: Server) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if "is running" in made.run("lpstat", "-r").stdout:
            return
        time.sleep(0.05)
    raise AssertionError("cupsd does not start")
