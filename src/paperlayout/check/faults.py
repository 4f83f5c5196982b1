"""Page rules that a finished page breaks, told to the editor with what to try (make-up §2). The planner knows the same rules as prices."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.edition import FAULT_CODES
from paperlayout.plan.page import FittedPage
from paperlayout.story.box import MeasuredBox
from paperlayout.story.measured import MeasuredStory


def page_faults(number: int, fitted: FittedPage) -> Iterator[Diagnostic]:
    """One note for each kind of fault; slight ones are left unsaid, and all of them on a page that does not fit yet."""
    said = {f.rule for f in fitted.plan.faults if fitted.plan.over_rows or fitted.plan.short_rows}
    for fault in fitted.plan.faults:
        if fault.slight or fault.rule in said:
            continue
        said.add(fault.rule)
        stories = [fitted.named(owner) for owner in fault.owners]
        yield tell(FAULT_CODES[fault.rule], stories[0].origin if stories else None, page=number, stories=_named(stories))


def better_way(number: int, fitted: FittedPage) -> Iterator[Diagnostic]:
    """L345: the kept make-up still fits, but another would be much better now."""
    if fitted.better:
        yield tell("L345", None, page=number, number=number, saved=round(fitted.better))


def _named(stories: list[MeasuredStory | MeasuredBox]) -> str:
    return "".join(f"《{s.article.name if isinstance(s, MeasuredStory) else s.title}》" for s in stories)
