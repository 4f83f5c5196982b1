"""校对: the copy read over once it is all in, rule by rule. The rules keep quiet where they are not sure: a false alarm costs more than a miss."""

import math
from collections.abc import Iterator

from paperlayout.catalogue.book import sentence
from paperlayout.check.copy_form import form
from paperlayout.check.copy_words import words
from paperlayout.check.dates import dates
from paperlayout.check.internal import internal
from paperlayout.check.names import names
from paperlayout.check.passages import passages
from paperlayout.check.photos import looked_over
from paperlayout.diag import Diagnostic, Said
from paperlayout.issue.content import Issue, Photo

ERROR_SHARE = 3 / 10_000
"""Errors a newspaper may have for each character (《报纸编校差错率计算方法》)."""


def read_over(issue: Issue, photos: Iterator[Photo]) -> Iterator[Diagnostic]:
    """Everything a proofreader asks about the copy and the photos of an issue."""
    found = tuple(passages(issue))
    yield from form(found)
    yield from words(found)
    yield from dates(found, issue.date)
    yield from names(found, issue.house.people)
    yield from internal(found, issue)
    yield from looked_over(photos)


def allowance(issue: Issue) -> Said:
    """How many characters the issue has, and how many errors that allows."""
    chars = sum(len("".join(one.text.split())) for one in passages(issue))
    return sentence("C380", chars=chars, allowed=math.floor(chars * ERROR_SHARE), exact=f"{chars * ERROR_SHARE:.2f}")
