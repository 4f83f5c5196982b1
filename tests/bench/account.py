"""Nothing lost: the copy an editor gave against the copy that stands in the layout JSON, character by character."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bench.corpus import SUBHEAD
from bench.issues import Given, GivenIssue

Json = dict[str, Any]
HAN = re.compile("[\u3400-\u9fff]")
OWN_DATELINE = re.compile("(本报|本刊|据|新华社|中新社|人民网)[^，。：]{0,24}?[讯电](?![话视脑子影台动力])")
"""How copy begins that says itself whose it is."""


def lost_and_found(given: GivenIssue, layout: Json) -> Iterator[str]:
    """What is lost, stands twice or was never given: per story by the program's own account in order, and over all by the Han of the copy we drew.

    Copy that a page cannot take is not lost when the page says how many characters are over.
    """
    over = sum(story["over_chars"] for page in layout["pages"] for story in page["stories"])
    wanted, standing = Counter(HAN.findall("".join(_given(given)))), Counter(HAN.findall(_standing(layout)))
    missing, extra = wanted - standing, standing - wanted
    if missing.total() > over:
        yield f"{missing.total() - over} characters of the copy stand nowhere: {''.join(sorted(missing.elements()))[:30]}"
    if extra:
        yield f"{extra.total()} characters stand that were not given: {''.join(sorted(extra.elements()))[:30]}"
    yield from _out_of_order(given, layout, over)


def _given(issue: GivenIssue) -> Iterator[str]:
    for page in issue.pages:
        for given in page.stories:
            yield from _copy(given)
        for brief in page.briefs:
            own = OWN_DATELINE.match(brief.body[0])
            yield from (brief.title, *brief.body, "" if own else "本报讯")


def _copy(given: Given) -> Iterator[str]:
    story = given.story
    yield from (given.standing_head, given.kicker, story.title, given.deck, story.byline, *(p.removeprefix(SUBHEAD) for p in story.body))
    yield from (text for shot in given.shots for text in (shot.caption, shot.credit))


def _standing(layout: Json) -> str:
    return "".join(f.get("text", "") for page in layout["pages"] for f in page["frames"] if f["copy"])


def _out_of_order(issue: GivenIssue, layout: Json, over: int) -> Iterator[str]:
    """Each body reads as it was given, from its first character to its last."""
    bodies = Counter[str]()
    standing: dict[str, str] = {}
    for page in layout["pages"]:
        for f in page["frames"]:
            if f["kind"] in ("body", "subhead", "quote") and f["copy"]:
                standing[f["story"]] = standing.get(f["story"], "") + f["text"]
    bodies.update("".join(HAN.findall(text)).removeprefix("本报讯") for text in standing.values())
    for page in issue.pages:
        for story in (*(g.story for g in page.stories), *page.briefs):
            text = "".join(HAN.findall("".join(p.removeprefix(SUBHEAD) for p in story.body))).removeprefix("本报讯")
            if not bodies[text] and not over:
                yield f"the body of {story.title} does not stand as it was given"
