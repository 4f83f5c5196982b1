"""What other programs call: an issue read, made up and drawn, as `build` does it but for the files it writes."""

import os
from dataclasses import dataclass
from pathlib import Path

from paperlayout import pipeline
from paperlayout.diag import Diagnostic
from paperlayout.edition import Edition
from paperlayout.issue.content import Issue
from paperlayout.kept_file import kept_before
from paperlayout.kit import Kit
from paperlayout.plan.kept_layout import KeptLayout


@dataclass(frozen=True, slots=True)
class LoadedIssue:
    """An issue with its copy corrected, the make-up kept beside it, and what was found in both."""

    issue: Issue
    kept: KeptLayout = KeptLayout()
    diagnostics: tuple[Diagnostic, ...] = ()


def load_issue(path: str | os.PathLike[str]) -> LoadedIssue:
    """The issue of a file, or of a folder that holds one. Raises IssueError with all faults found when it cannot be read."""
    issue, found = pipeline.load(Path(path), pipeline.Timings())
    before = kept_before(issue)
    return LoadedIssue(issue, before.kept, (*found, *before.said))


def open_kit(issue: LoadedIssue) -> Kit:
    """Faces and photos of an issue, for making it up more than once; an issue read again from its file takes a kit of its own.

    Raises IssueError with one finding for each photo that cannot be used.
    """
    return pipeline.open_kit(issue.issue)


def make_up(issue: LoadedIssue, kit: Kit | None = None, kept: KeptLayout | None = None) -> Edition:
    """The issue made up in this process, cut as it was kept; `kept` stands in for what was kept beside it, an empty one has every page planned anew.

    What does not fit is an error among the edition's diagnostics. Raises IssueError when photos cannot be used, characters are missing or pins contradict.
    """
    return pipeline.make_up(issue.issue, kit or open_kit(issue), kept=issue.kept if kept is None else kept)


def render_pdf(edition: Edition, kit: Kit | None = None) -> bytes:
    """The edition as the PDF that `build` writes, a draft where pages do not fit; `kit` is the one it was made up with, where it is still at hand.

    Developed photos are kept under build/.cache beside the issue. Raises IssueError for photos whose pixels cannot be read.
    """
    return pipeline.pdf(edition, kit or pipeline.open_kit(edition.issue), pipeline.Timings())
