"""What copy will take of a page before it is measured: rows of a column, by plain sums."""

from collections.abc import Sequence

from paperlayout.issue.content import CopyBlock


def text_rows(body: Sequence[CopyBlock], chars: int) -> float:
    """Rows of a column that copy takes; half a row is lost at the end of each paragraph."""
    return sum(2.5 if b.kind == "subhead" else max(1.0, (len(b.text) + 2) / chars + 0.5) for b in body)
