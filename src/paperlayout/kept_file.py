"""版样.json: the make-up kept beside an issue, for every verb that makes pages up."""

from dataclasses import dataclass
from pathlib import Path

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import Issue
from paperlayout.plan.kept_layout import NOTHING_KEPT, BadKept, KeptLayout, read

NAME = "版样.json"


def kept_file(issue: Issue) -> Path:
    """版样.json beside the issue; with the issue's name before it where that is not issue.yaml."""
    folder = issue.file.resolve().parent
    return folder / (NAME if issue.file.stem == "issue" else f"{issue.file.stem}-{NAME}")


@dataclass(frozen=True, slots=True)
class Before:
    """What was kept, and what is to be said of the file it is in."""

    kept: KeptLayout
    said: tuple[Diagnostic, ...] = ()


def kept_before(issue: Issue) -> Before:
    """The make-up kept beside the issue; nothing where there is none or it cannot be read."""
    file = kept_file(issue)
    try:
        return Before(read(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Before(NOTHING_KEPT)
    except (BadKept, OSError, UnicodeDecodeError):
        return Before(NOTHING_KEPT, (tell("L346", Origin(str(file)), name=file.name),))
