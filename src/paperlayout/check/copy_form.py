"""Form of the copy: torn and repeated paragraphs, spaces, per cent signs, stops after heads, doubled words, points out of order."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from paperlayout.catalogue.book import finding, tell
from paperlayout.check.passages import CopyPassage
from paperlayout.diag import Diagnostic, Fix, Origin, Said

HAN = "\u3400-\u9fff\U00020000-\U000323af"
LEAST_TORN = 20  # a paragraph shorter than this without a mark may be a line of a list
LEAST_REPEATED = 25
SHOWN = 8
TORN = re.compile(rf"[{HAN}A-Za-z0-9，、]$")
GOES_ON = re.compile(rf"^[{HAN}A-Za-z0-9“《‘]")
NUMERALS = "一二三四五六七八九十"
BEGINS_ANEW = re.compile(
    rf"^(?:本[报刊]|新华社|据|（|[（(]?[{NUMERALS}0-9]{{1,3}}[）)、.．]|第[{NUMERALS}0-9]+[、，]|[{NUMERALS}]是|[●■◆▲★·•—-])"
)
STOPPED = re.compile(r"[。！？…”’）》」』】；：.!?]$")
SPACED = re.compile(rf"(?<=[{HAN}]) +(?=\d)|(?<=\d) +(?=[{HAN}])")
TIGHT = re.compile(rf"\d+(?P<word>[{HAN}])")
LOOSE = re.compile(rf"\d+(?P<gap> +)(?P<word>[{HAN}])")
PER_CENT = re.compile(r"(?P<number>\d) *(?:％| %)")
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
DOUBLED = re.compile(r"(?<!目)的的(?!确)|，，|与与|(?P<long>(?!一)[\u4e00-\u9fff]{4,10})(?P=long)")
POINT = re.compile(
    rf"(?:^|[。；！？：，、\n])(?P<number>[{NUMERALS}])(?P<kind>[是要])(?!(?P=number)|否)|(?:^|[。；！？：\n])第(?P<ordinal>[{NUMERALS}])(?=[，、])"
)


def form(found: tuple[CopyPassage, ...]) -> Iterator[Diagnostic]:
    """C301 to C313, C370, C376, C377, over the passages of an issue."""
    for _, story in groupby(found, key=lambda one: (one.page, one.story)):
        told = tuple(story)
        yield from torn(told)
        yield from spaces(told)
        yield from points(told)
    yield from repeated(found)
    for one in found:
        yield from _small(one)


def torn(story: Iterable[CopyPassage]) -> Iterator[Diagnostic]:
    """C301: a paragraph without a mark at its end, whose next goes on."""
    for one, after in pairwise(one for one in story if one.role in ("body", "subhead", "set")):
        if one.block.kind != "paragraph" or after.block.kind != "paragraph" or not TORN.search(one.text):
            continue
        if (len(one.text) < LEAST_TORN and one.text[-1] not in "，、") or BEGINS_ANEW.match(after.text) or not GOES_ON.match(after.text):
            continue
        if STOPPED.search(after.text) or len(after.text) >= LEAST_TORN:
            place = one.at(max(0, len(one.text) - SHOWN), len(one.text))
            yield tell("C301", place, fix=_join(one, after), page=one.page, story=one.story, tail=one.text[-SHOWN:], head=after.text[:SHOWN])


def _join(one: CopyPassage, after: CopyPassage) -> Fix | None:
    end, start = one.at(len(one.text) - 1, len(one.text)), after.at(0, 1)
    if not end or not start or end.file != start.file or end.end_line is None or start.line <= end.end_line:
        return None
    return Fix(Origin(end.file, end.end_line, end.end_column or 1, start.line, start.column), "")


def repeated(found: Iterable[CopyPassage]) -> Iterator[Diagnostic]:
    """C302: a paragraph that stood before."""
    first: dict[str, CopyPassage] = {}
    for one in found:
        bare = re.sub(r"\W", "", one.text)
        if one.role not in ("body", "set") or len(bare) < LEAST_REPEATED:
            continue
        before = first.setdefault(bare, one)
        if before is not one:
            place = before.at(0, 1)
            line = "" if not place else place.line if one.block.origin and place.file == one.block.origin.file else f"{place.file}:{place.line}"
            yield tell("C302", one.at(0, len(one.text)), page=one.page, story=one.story, line=line, head=one.text[:12])


def spaces(story: tuple[CopyPassage, ...]) -> Iterator[Diagnostic]:
    """C310: a story with 5 月 and 6月: a space between digits and a word that stands without one elsewhere. The first place is told."""
    bodies = [one for one in story if one.role == "body"]
    tight = {match["word"]: match[0] for one in bodies for match in TIGHT.finditer(one.text)}
    for one in bodies:
        typed = next((match for match in LOOSE.finditer(one.text) if match["word"] in tight), None)
        if typed:
            every = list(SPACED.finditer(one.text))
            start, end = every[0].start(), every[-1].end()
            fix = one.fix(start, end, SPACED.sub("", one.text[start - 1 : end + 1])[1:-1]) or one.fix(*typed.span("gap"), "")
            yield tell("C310", one.at(*typed.span("gap")), fix=fix, page=one.page, story=one.story, here=typed[0], there=tight[typed["word"]])
            return


def _small(one: CopyPassage) -> Iterator[Diagnostic]:
    where = (one.page, one.story)
    for match in PER_CENT.finditer(one.text):
        put = f"{match['number']}%"
        yield _told("C312", one, match.span(), put, here=match[0], put=put)
    if one.role in ("body", "caption"):
        for match in GAP.finditer(one.text):
            around = one.text[max(0, match.start() - 3) : match.end() + 3]
            between = re.match(rf"[{HAN}]", one.text[match.end()]) and re.match(rf"[{HAN}]", one.text[match.start() - 1])
            yield _told("C313", one, match.span(), "" if between else " ", here=around, count=len(match[0]))
    for match in DOUBLED.finditer(one.text) if one.role in ("body", "caption", "head") else ():
        half = match[0][: len(match[0]) // 2]
        around = one.text[max(0, match.start() - 3) : match.end() + 3]
        yield tell("C376", one.at(*match.span()), page=where[0], story=where[1], around=around, typed=half)
    if one.role in ("head", "subhead") and one.text.endswith("。") and one.text.count("。") == 1:
        yield _told("C370", one, (len(one.text) - 1, len(one.text)), "", mark="。")


def _told(code: str, one: CopyPassage, span: tuple[int, int], put_there: str, **values: str | int) -> Diagnostic:
    return finding(Said(code, tuple(values.items())), one.at(*span), fix=one.fix(*span, put_there), page=one.page, story=one.story)


def points(story: tuple[CopyPassage, ...]) -> Iterator[Diagnostic]:
    """C377: 一是, 二是, 四是."""
    last: dict[str, int] = {}
    for one in story:
        if one.role != "body":
            continue
        for match in POINT.finditer(one.text):
            kind = match["kind"] or "第"
            number = NUMERALS.index(match["number"] or match["ordinal"]) + 1
            before = last.get(kind, 0)
            if before and number > before + 1:
                names = [_point(kind, n) for n in (before, number)]
                yield tell("C377", one.at(match.end() - 2, match.end()), page=one.page, story=one.story, before=names[0], typed=names[1])
            last[kind] = number if number == 1 or before else 0


def _point(kind: str, number: int) -> str:
    return f"第{NUMERALS[number - 1]}" if kind == "第" else NUMERALS[number - 1] + kind
