"""报眼 and 本期导读: copy that does not fit beside the nameplate."""

from collections.abc import Iterator

from paperlayout.compose.nameplate import ear_entries
from paperlayout.diag import Diagnostic
from paperlayout.issue.model import Issue
from paperlayout.kit import Kit


def crowded_ear(issue: Issue, kit: Kit) -> Iterator[Diagnostic]:
    """L212 for each entry with more lines than its place holds."""
    leading = kit.house.look.nameplate.info_leading
    for entry in ear_entries(issue, kit):
        if entry.crowded(leading):
            what = "导读" if entry.number or issue.guide else "报眼"
            yield Diagnostic(
                "L212", f"{what}太长：排成 {len(entry.lines)} 行，放不下", "删短一些" + ("，或少写几条导读" if issue.guide else ""), entry.text.origin
            )
