"""Old Word and WPS files (.doc, .wps, .rtf, .odt), turned into .docx by LibreOffice where the machine has it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from paperlayout.catalogue.book import tell
from paperlayout.diag import IssueError, Origin

PROGRAMS = ("soffice", "libreoffice")
PLACES = ("C:/Program Files/LibreOffice/program/soffice.exe", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
PATIENCE = 120
KINDS = {".doc": "旧版 Word（.doc）", ".wps": "WPS 文字（.wps）", ".rtf": "RTF", ".odt": "ODT"}


def office() -> str | None:
    """LibreOffice's program, if the machine has one."""
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


@contextmanager
def through_office(path: Path, shown: str) -> Iterator[Path]:
    """The manuscript as a .docx, which is gone afterwards.

    Raises IssueError with the cure when there is no LibreOffice or it cannot read the file.
    """
    program = office()
    what = KINDS.get(path.suffix.lower(), path.suffix)
    if program is None:
        raise IssueError([tell("F320", Origin(shown), name=path.name, what=what)])
    with tempfile.TemporaryDirectory(prefix="paperlayout-") as folder:
        copy = Path(folder, "manuscript" + path.suffix.lower())
        shutil.copyfile(path, copy)
        profile = Path(folder, "profile").as_uri()  # one of its own: the editor's LibreOffice may be open
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir", folder, str(copy)]
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False, env=os.environ | {"HOME": folder})
        made = copy.with_suffix(".docx")
        if not made.is_file():
            raise IssueError([tell("F320.failed", Origin(shown), name=path.name, what=what)])
        yield made
