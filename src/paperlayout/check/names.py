"""Names and posts in the copy against the paper's own list (人名职务 in paper.yaml)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from paperlayout.catalogue.book import tell
from paperlayout.check.passages import CopyPassage
from paperlayout.diag import Diagnostic
from paperlayout.issue.house import Person

RANK = r"(?:常务副|第一副|副|总|首席|执行|代|代理)"
OFFICES = (
    "主席|书记|主任|部长|局长|处长|科长|会长|秘书长|市长|区长|县长|镇长|乡长|村长|院长|校长|行长|厂长|站长|所长|队长|组长|班长|社长|台长|馆长|董事长|经理|总裁|"
    "委员|常委|党委书记|党组书记|巡视员|调研员|主编|总编辑|编辑|教授|工程师|干事"
)  # fmt: skip
POST = re.compile(rf"(?P<rank>{RANK}?)(?P<office>{OFFICES})(?:兼|、|，|\s)*$")
FORMER = re.compile(r"(?:原|前|时任|曾任|老|首任)[\u4e00-\u9fff、]{0,16}$")
PART = re.compile(r"[、，兼]|(?<=书记)(?=[\u4e00-\u9fff])")
LEAST_TITLE = 5
"""Characters a title must have before a name behind it can be said to be misspelt."""
FAR = 24


def names(found: Iterable[CopyPassage], people: tuple[Person, ...]) -> Iterator[Diagnostic]:
    """C350 for a post the person does not hold, C351 for a name that differs by one character behind a post of the list."""
    if not people:
        return
    for one in found:
        for person in people:
            yield from _post(one, person)
            yield from _misspelt(one, person, people)


@cache
def _posts(person: Person) -> frozenset[str]:
    """The posts of somebody without the body that gave them: 常务副主席, 党组书记 as 书记."""
    parts = (part for title in person.titles for part in PART.split(title))
    return frozenset(match["rank"] + match["office"] for part in parts if (match := POST.search(part)))


def _post(one: CopyPassage, person: Person) -> Iterator[Diagnostic]:
    posts = _posts(person)
    for match in re.finditer(re.escape(person.name), one.text):
        before = one.text[max(0, match.start() - FAR) : match.start()]
        written = POST.search(before)
        if not written or not posts or FORMER.search(before[: written.start()]):
            continue
        typed = written["rank"] + written["office"]
        if not any(typed == post or (post.endswith(typed) and not written["rank"] and not _ranked(post, typed)) for post in posts):
            start = match.start() - len(before) + written.start()
            yield tell("C350", one.at(start, match.end()), page=one.page, story=one.story, name=person.name, titles="、".join(person.titles), typed=typed)


def _ranked(post: str, typed: str) -> bool:
    """Whether a post is the typed one with a rank before it: 副主席 is no 主席."""
    return bool(re.fullmatch(RANK, post.removesuffix(typed)))


def _misspelt(one: CopyPassage, person: Person, people: tuple[Person, ...]) -> Iterator[Diagnostic]:
    for title in person.titles:
        if len(title) < LEAST_TITLE or sum(title in other.titles for other in people) > 1:
            continue
        for match in re.finditer(re.escape(title), one.text):
            typed = one.text[match.end() : match.end() + len(person.name)]
            if _alike(typed, person.name) and not any(one.text.startswith(other.name, match.end()) for other in people):
                span = (match.end(), match.end() + len(typed))
                yield tell("C351", one.at(*span), page=one.page, story=one.story, title=title, typed=typed, name=person.name)


def _alike(typed: str, name: str) -> bool:
    """As long, the same family name, and one character different; a name of two is too short to tell."""
    if len(typed) != len(name) or typed == name or not re.fullmatch(r"[\u3400-\u9fff]+", typed):
        return False
    different = sum(a != b for a, b in zip(typed, name, strict=True))
    return different == 1 and (len(name) > 2 or (typed[0] == name[0] and typed[1] not in "说在和与介出表指作等为就参到强代"))
