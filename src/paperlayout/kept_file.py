"""版样.json: the make-up kept beside an issue, for every verb that makes pages up."""

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import Issue
from paperlayout.plan.kept_layout import NOTHING_KEPT, BadKept, KeptLayout, NewerKept, kept_layout_of

NAME = "版样.json"


def kept_file(issue: Issue) -> Path:
    """版样.json beside the issue; with the issue's name before it where that is not issue.yaml."""
    folder = issue.file.resolve().parent
    return folder / (NAME if issue.file.stem == "issue" else f"{issue.file.stem}-{NAME}")


@dataclass(frozen=True, slots=True)
class KeptBefore:
    """What was kept, and what is to be said of the file it is in."""

    kept: KeptLayout
    said: tuple[Diagnostic, ...] = ()


def kept_before(issue: Issue) -> KeptBefore:
    """The make-up kept beside the issue; nothing where there is none or it cannot be read."""
    file = kept_file(issue)
    try:
        return KeptBefore(kept_layout_of(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return KeptBefore(NOTHING_KEPT)
    except NewerKept:
        return KeptBefore(NOTHING_KEPT, (tell("L346.newer", Origin(str(file)), name=file.name),))
    except (BadKept, OSError, UnicodeDecodeError):
        return KeptBefore(NOTHING_KEPT, (tell("L346", Origin(str(file)), name=file.name),))


def set_aside(issue: Issue) -> Path | None:
    """Renames a 版样.json that cannot be read, so that another can be written and nothing is lost. Returns its new name. Raises OSError."""
    if not kept_before(issue).said:
        return None
    file = kept_file(issue)
    return file.rename(_free(file))


def _free(file: Path) -> Path:
    """版样.json.bak, and where that is taken 版样.json.2.bak and so on."""
    names = (file.with_name(f"{file.name}{f'.{number}' if number > 1 else ''}.bak") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))
