"""检查 of paper.yaml: rules a paper turned off are not told, others are told at the level it gave them."""

from collections.abc import Iterable
from dataclasses import replace

from paperlayout.diag import Diagnostic, Severity
from paperlayout.issue.house import House


def as_wanted(found: Iterable[Diagnostic], house: House) -> tuple[Diagnostic, ...]:
    """The findings as the house wants them. What is an error stays one and is always told."""
    levels = {one.code: one.severity for one in house.graded}
    if not levels:
        return tuple(found)
    kept = (one for one in found if one.severity is Severity.ERROR or levels.get(one.code, one.severity) is not None)
    return tuple(one if one.severity is Severity.ERROR else replace(one, severity=levels.get(one.code) or one.severity) for one in kept)
