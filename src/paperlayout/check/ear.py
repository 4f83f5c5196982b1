"""报眼 and 本期导读: copy that does not fit beside the nameplate."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.compose.nameplate import ear_entries
from paperlayout.diag import Diagnostic
from paperlayout.issue.model import Issue
from paperlayout.kit import Kit


def crowded_ear(issue: Issue, kit: Kit) -> Iterator[Diagnostic]:
    """L212 for each entry with more lines than its place holds."""
    leading = kit.house.look.nameplate.info_leading
    for entry in ear_entries(issue, kit):
        if entry.crowded(leading):
            key = "L212.guide" if entry.number or issue.guide else "L212.ear"
            yield tell(key, entry.text.origin, lines=len(entry.lines))
