"""Internal papers (准印证, no CN number): what they may not call themselves, and what they have to state."""

import re
from collections.abc import Iterable, Iterator

from paperlayout.catalogue.book import tell
from paperlayout.check.passages import CopyPassage
from paperlayout.diag import Diagnostic, Origin
from paperlayout.issue.content import Issue
from paperlayout.issue.house import House

WHO = r"讯|记者|通讯员|评论员|编辑|社|读者|[，。、：；！？”》）\s]|$"
DOES = r"特约|综合|今|将|自|从|曾|电|已|于"
SELF = re.compile(rf"(?<![\u4e00-\u9fff])本[报刊](?={WHO}|{DOES})|(?<=[据由是在向与和给])本[报刊](?={WHO})")
REPORTER = re.compile(r"(?:本报|特约|实习)?记者(?=[ 　：:]|[\u4e00-\u9fff]{2,4}(?:[）)]|$|[ 　、，]))")
SIGNED = re.compile(r"[（(](?P<who>(?:本报|本刊)?(?:特约|实习)?记者)")
STATED = (("permit", "准印证"), ("publisher", "主办"), ("audience", "发送对象"), ("printer", "印刷"), ("print_run", "印数"))
FREE = re.compile(r"内部(?:资料|交流)|免费")


def internal(found: Iterable[CopyPassage], issue: Issue) -> Iterator[Diagnostic]:
    """P120 and P121, for a paper that is internal material."""
    house = issue.house
    if not house.imprint.permit or house.imprint.cn:
        return
    yield from _house(house)
    for one in found:
        for match in SELF.finditer(one.text):
            yield tell("P120", one.at(*match.span()), page=one.page, story=one.story, typed=match[0])
        pattern = REPORTER if one.role == "line" else SIGNED
        for match in pattern.finditer(one.text):
            who = match["who"] if pattern is SIGNED else match[0]
            yield tell("P120.reporter", one.at(match.end() - len(who), match.end()), page=one.page, story=one.story, typed=who)
    missing = [label for name, label in STATED if not getattr(house.imprint, name)]
    missing += [] if FREE.search(house.imprint.audience) else ["“内部资料，免费交流”（写进“发送对象”）"]
    missing += [] if issue.number or issue.total else ["期号"]
    if missing:
        yield tell("P121", house.origin, missing="、".join(missing))


def _house(house: House) -> Iterator[Diagnostic]:
    place: Origin | None = house.origin
    for text in (house.dateline, house.imprint.name):
        if text.startswith(("本报", "本刊")):
            yield tell("P120", place, typed=text)
