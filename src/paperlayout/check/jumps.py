"""Jumps: what the program sent on by itself, and what it could not send on."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import Issue
from paperlayout.issue.placing import Placing
from paperlayout.kinds.table import kind_of
from paperlayout.plan.assign.jump import Jumped, Jumps, Refused
from paperlayout.story.jump import LEAST_LINES


def told_jumps(jumps: Jumps) -> Iterator[Diagnostic]:
    """S413 for a story the program sent on, S414 for a jump that cannot be."""
    yield from (_sent(one) for one in jumps.jumped if one.automatic)
    yield from (_refused(one, len(jumps.issue.pages)) for one in jumps.refused)
    yield from _never(jumps.issue)


def _sent(one: Jumped) -> Diagnostic:
    story = one.article
    return tell(
        "S413", story.origin, page=one.page, story=story.id, title=story.name, begun=one.page, goes_on=one.to, chars=one.chars, left=one.rest
    )  # fmt: skip


def _refused(one: Refused, pages: int) -> Diagnostic:
    story = one.article
    return tell(
        f"S414.{one.reason}", story.placing.origin or story.origin, page=one.page, story=story.id, title=story.name, begun=one.page,
        goes_on=story.placing.jump_page or 0, count=pages, lines=one.lines, least=LEAST_LINES,
    )  # fmt: skip


def _never(issue: Issue) -> Iterator[Diagnostic]:
    """What has a page to jump to and is no story."""
    for page in issue.pages:
        for item in page.others:
            for one in (item, *item.articles):
                yield from _kind(kind_of(item).chinese, one.placing, one.origin)
        for photo in (*page.photos, *(p for a in page.stories for p in a.photos)):
            yield from _kind("照片", photo.placing, photo.origin)


def _kind(what: str, placing: Placing, origin: Origin | None) -> Iterator[Diagnostic]:
    if placing.jump_page is not None:
        yield tell("S414.kind", placing.origin or origin, what=what)
