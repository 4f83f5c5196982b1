"""Furniture and jumps (§6 I, and the jump lines of E)."""

import re
from collections.abc import Iterator

from rubric.faults import Fault
from rubric.reading import PageRead

DATED = re.compile("星期[一二三四五六日天]|\\d+月\\d+日|\\d+年\\d+月")
DOUBLED = re.compile("本报讯[\\s　]*(本报讯|(本报|据?新华社).{1,12}[讯电])")
JUMP = {"jump_to": "下转", "jump_from": "上接"}


def _text(page: PageRead, *kinds: str) -> str:
    return "".join(f.get("text") or "" for f in page.frames if f["kind"] in kinds)


def furniture(page: PageRead) -> Iterator[Fault]:
    """The front page has its nameplate with date and weekday, others a folio line with date and page; credits; rules between stories."""
    head = _text(page, "nameplate") if page.number == 1 else _text(page, "folio_line")
    if not head:
        yield Fault("furniture", "no nameplate" if page.number == 1 else "no folio line")
    if not DATED.search(head):
        yield Fault("furniture", "no date at the head of the page")
    if not _text(page, "credits", "imprint", "folio_line"):
        yield Fault("furniture", "no credits")
    if len({page.owner(f) for f in page.frames if f["kind"] == "headline"}) > 1 and not any(f["kind"] == "rule" for f in page.frames):
        yield Fault("furniture", "no rule between the stories")


def jump_lines(page: PageRead) -> Iterator[Fault]:
    """A story that goes on says where, and one that comes from elsewhere says whence."""
    for story in page.json["stories"]:
        for field, words in JUMP.items():
            told = "".join(f.get("text") or "" for f in page.frames if f["kind"] == "jump_line" and f.get("story") == story["id"])
            if story[field] and not (words in told and str(story[field]) in told):
                yield Fault("jump", f"{story['id']} does not say {words}第{story[field]}版")


def datelines(page: PageRead) -> Iterator[Fault]:
    """A dateline stands once."""
    for frame in page.frames:
        if frame["kind"] == "body" and DOUBLED.match(frame.get("text") or ""):
            yield Fault("dateline", frame["id"])
