"""Slips of the pen in YAML, in the editor's words. Read from the lines themselves: every parser words its errors in its own way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from paperlayout.catalogue.book import finding, sentence, tell
from paperlayout.diag import Diagnostic, Filling, Fix, Origin, Said, Severity
from paperlayout.issue import quickfix
from paperlayout.issue.fields import all_spellings
from paperlayout.issue.quickfix import Mender

MOST_SLIPS = 20
MOST_LISTED = 200
LONGEST_LOOK = 1000  # a slip stands near the start of its line; the patterns are quadratic on hostile ones
LONGEST_SHOWN = 24  # characters of the editor's own text that a cure repeats
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
BLOCK_START = re.compile(r"^(?P<indent> *(?:- +)*)[^#'\"\s][^#]*?[:：]\s*[|>][-+\d]*\s*(?:#.*)?$")
OPEN_QUOTE = re.compile(r"""[^#:]{1,20}: +(?P<at>"[^"]*|'[^']*)$""")
KEY_LIKE = re.compile(r"^\s*(?:[-－—–]\s*)?(?:[\"']?[^\s:：]{1,12}[\"']?\s*[:：]|[#\[{]|- )")
ALIGNED = re.compile(r"^(?P<indent> *)(?P<dashes>(?:- +)*)(?P<key>[^\s:#\[{\"'\-][^:#]{0,20}):(?P<rest>(?: .*)?)$")
PARENT = re.compile(r"^(?P<indent>[ 　]*)(?:- +)?(?P<key>[^\s:：#]{1,12})\s*[:：]\s*(?:#.*)?$")
HASH = re.compile(r"\s+#(?=\S)(?!#)")


@dataclass(frozen=True, slots=True)
class FieldMistake:
    """What a mistyped field line looks like: a pattern whose group `at` is where it hurts, and what mends it."""

    code: str
    source: str
    mender: Mender

    def diagnosed(self, match: re.Match[str], file: str, lines: Sequence[str], number: int) -> Diagnostic:
        place = Origin(file, number, match.start("at") + 1, number, match.end("at") + 1)
        values: dict[str, Filling] = {name: shortened(text) for name, text in match.groupdict("").items()}
        values = {"rest": shortened(match.string[match.end("at") :]) or "…", "tail": "", "chinese": "", **values}
        values["chinese"] = quickfix.chinese_quotes(str(values["at"])) + shortened(match.string[match.end("at") :])
        if self.code == "Y104":
            values["parent"] = _parent(lines, number)
        return finding(Said(self.code, tuple(values.items())), place, fix=self.mender(match, quickfix.FileLine(file, lines, number)))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """A pattern, compiled when a line first has to be explained: well-formed issues never need it."""
    return re.compile(source)


KEY = rf"(?P<key>{'|'.join(sorted(map(re.escape, all_spellings()), key=lambda name: (-len(name), name)))})"
FIELD = rf"^\s*(?:- +)?{KEY}: +"
# In the order of trying: the first slip of a line is the one that explains it.
SLIPS = (
    FieldMistake("Y103", r"^ *(?P<at>\t[\t ]*)", quickfix.tabs),
    FieldMistake("Y106", rf"^\s*(?P<at>[－—–]+)\s*{KEY}\s*[:：]\s*(?P<rest>.*)", quickfix.dash),
    FieldMistake("Y101", rf"^\s*(?:-\s*)?{KEY}\s*(?P<at>：)", quickfix.colon),
    FieldMistake("Y104", rf"^ *(?P<at>　[　 ]*)(?:-\s*)?{KEY}\s*:", quickfix.full_width_indent),
    FieldMistake("Y105", rf"^\s*(?P<at>-){KEY}\s*:\s*(?P<rest>.*)", quickfix.dash),
    FieldMistake("Y105.brace", r"^\s*(?P<at>-)(?P<key>\{)", quickfix.dash),
    FieldMistake("Y102", rf"^\s*(?:- *)?{KEY}(?P<at>:)(?=\S)", quickfix.put(": ")),
    FieldMistake("Y116", rf"[{{,].*(?P<at>，)\s*{KEY}\s*[:：]", quickfix.put(", ")),
    FieldMistake("Y124", r'(?:文件|文件组|报纸|报名题字|files?|paper|name-image)\s*: +\[?(?P<at>"[^"]*\\[^"]*")', quickfix.slashes),
    FieldMistake(
        "Y110",
        FIELD + r"(?P<at>[@%`&*!](?=\S)|[|>](?=[^\s\d+-])|\[(?=[^\]]*(?:\]\s*[^\s,#]|$))|\{(?=[^}]*(?:\}\s*[^\s,#]|$)))(?P<rest>.*)",
        quickfix.quoted,
    ),
    FieldMistake("Y108", FIELD + r"(?P<at>\"[^\"]*\"|'[^']*')(?=\s*[^\s#,])", quickfix.quotes),
    FieldMistake("Y107", FIELD + r"(?P<rest>[^\s\"'\[{|>#](?:(?!: ).)*?)(?P<at>: )(?P<tail>.*)", quickfix.put("：")),
)


def shortened(text: str) -> str:
    """The editor's own words as a cure repeats them."""
    text = text.strip()
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"


def _parent(lines: Sequence[str], number: int) -> Filling:
    """The field under which a line was meant to stand."""
    own = len(lines[number - 1]) - len(lines[number - 1].lstrip(" 　"))
    for line in reversed(lines[: number - 1]):
        match = PARENT.match(line[:LONGEST_LOOK])
        if match and len(match["indent"]) < own:
            return sentence("Y104.parent", name=match["key"])
    return sentence("Y104.above")


def in_line(file: str, lines: Sequence[str], number: int) -> Diagnostic | None:
    """The first slip in a line (1-based) that is meant to be a field."""
    line = lines[number - 1][:LONGEST_LOOK]
    found = ((slip, _compiled(slip.source).search(line)) for slip in SLIPS)
    return next((slip.diagnosed(match, file, lines, number) for slip, match in found if match), None)


def in_name(file: str, name: str, origin: Origin) -> Diagnostic | None:
    """The full-width colon inside what was taken for a field's name, as it comes in braces."""
    colon = next(slip for slip in SLIPS if slip.code == "Y101")
    match = _compiled(colon.source).search(" " * (origin.column - 1) + name[:LONGEST_LOOK])
    return colon.diagnosed(match, file, (), origin.line) if match else None


def in_lines(file: str, lines: Sequence[str], first: int, last: int) -> list[Diagnostic]:
    """The slips in lines `first` to `last` (1-based)."""
    found = (in_line(file, lines, number) for number in range(first, min(last, len(lines)) + 1))
    return list(islice((slip for slip in found if slip), MOST_LISTED))


def bracketed(file: str, lines: Sequence[str], key: str, origin: Origin) -> Diagnostic | None:
    """A text in brackets or braces that was taken for a list or mapping."""
    match = re.compile(r"(?P<at>[\[{])(?P<rest>.*)").match(lines[origin.line - 1], origin.column - 1)
    if match is None:
        return None
    place = Origin(file, origin.line, origin.column, origin.line, origin.column + 1)
    return tell("Y110", place, fix=quickfix.quoted(match, quickfix.FileLine(file, lines, origin.line)), key=key, at=match["at"], rest=shortened(match["rest"]))


@dataclass(frozen=True, slots=True)
class _YamlLine:
    """A line that is no body: its number, its text, and the indent of the body it follows right on (-1: none)."""

    number: int
    text: str
    after_body: int


def _outside_bodies(lines: Sequence[str]) -> Iterator[_YamlLine]:
    key_indent = body_indent = -1
    for number, line in enumerate(lines, 1):
        if not line.strip(" "):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if key_indent >= 0 and (indent >= body_indent if body_indent >= 0 else indent > key_indent):
            body_indent = indent if body_indent < 0 else body_indent
            continue
        wanted = body_indent if body_indent >= 0 or key_indent < 0 else key_indent + 2
        yield _YamlLine(number, line, wanted)
        start = BLOCK_START.match(line[:LONGEST_LOOK])
        torn = wanted >= 0 and _is_torn(line)
        if not torn:  # a torn body goes on below its torn line
            key_indent, body_indent = (len(start["indent"]) if start else -1), -1


def explain(file: str, lines: Sequence[str], line: int, column: int) -> list[Diagnostic]:
    """Why the YAML cannot be read: every slip found, or the place where reading stopped. `line` and `column` are the parser's."""
    found: list[Diagnostic] = []
    for one in _outside_bodies(lines):
        slip = _torn_body(file, one) if one.after_body >= 0 else None
        slip = slip or in_line(file, lines, one.number)
        if slip:
            found.append(slip)
    if not any(slip.origin and slip.origin.line <= line for slip in found):
        found.append(_stopped(file, lines, line, column))
    return _counted(file, line, found)


def _counted(file: str, line: int, found: list[Diagnostic]) -> list[Diagnostic]:
    """The slips, the first of each kind that comes often with their number, and no more than an editor can use."""
    if len(found) <= MOST_SLIPS:
        return found
    rest = replace(tell("Y100.more", Origin(file, line), count=len(found), shown=MOST_SLIPS), severity=Severity.NOTE)
    return [*found[:MOST_SLIPS], rest]


def _is_torn(text: str) -> bool:
    return not (KEY_LIKE.match(text) or text.startswith(("\t", "---", "...")))


def _torn_body(file: str, line: _YamlLine) -> Diagnostic | None:
    if not _is_torn(line.text):
        return None
    indent = len(line.text) - len(line.text.lstrip(" 　"))
    place = Origin(file, line.number, indent + 1, line.number, len(line.text) + 1)
    fix = Fix(Origin(file, line.number, 1, line.number, indent + 1), " " * line.after_body)
    return tell("Y112", place, fix=fix, indent=line.after_body)


def _stopped(file: str, lines: Sequence[str], line: int, column: int) -> Diagnostic:
    line = min(line, len(lines))
    text = lines[line - 1]
    if not text.strip():  # the parser stops at the end of the file when a quote or bracket stays open
        line = max((number for number in range(1, line) if lines[number - 1].strip()), default=1)
        text, column = lines[line - 1], 1
    opened = _open_quote(file, lines, line) or _cut_short(file, lines, line) or _misaligned(file, lines, line)
    if opened:
        return opened
    column = min(column, len(text) + 1)
    return tell("Y100", Origin(file, line, column, line, max(column + 1, len(text) + 1)))


def _open_quote(file: str, lines: Sequence[str], line: int) -> Diagnostic | None:
    for number in range(line, 0, -1):
        match = OPEN_QUOTE.match(lines[number - 1])
        if match:
            return tell("Y108.open", Origin(file, number, match.start("at") + 1, number, len(lines[number - 1]) + 1))
    return None


def _cut_short(file: str, lines: Sequence[str], line: int) -> Diagnostic | None:
    """A body without “|” that a “ #” in the line above ended."""
    above = lines[line - 2] if line > 1 else ""
    match = re.search(r"\s#(?=\S)", above)
    own = len(above) - len(above.lstrip(" "))
    parents = ((n, parent) for n in range(line - 2, 0, -1) if (parent := PARENT.match(lines[n - 1])) and len(parent["indent"]) < own)
    number, parent = next(parents, (0, None))
    if match is None or parent is None:
        return None
    lost, at = above[match.end() - 1 :].rstrip(), parent.end("key") + 1
    fix = Fix(Origin(file, number, at + 1, number, at + 1), " |")
    return tell("Y109.body", Origin(file, line - 1, match.end(), line - 1, match.end() + len(lost)), fix=fix, lost=lost, key=parent["key"])


def _misaligned(file: str, lines: Sequence[str], last: int) -> Diagnostic | None:
    """The first field up to a line that stands in line with no other: where reading goes wrong, though no mark is wrong."""
    levels, opens = list[int](), True
    for one in _outside_bodies(lines[:last]):
        match = ALIGNED.match(one.text[:LONGEST_LOOK])
        if match is None:
            continue
        indent, column = len(match["indent"]), match.start("key")
        known = tuple(levels)
        while levels and levels[-1] > (indent if match["dashes"] else column):
            levels.pop()
        deeper = bool(match["dashes"]) or not levels or (opens and column > levels[-1])
        if (not deeper and levels[-1] != column) or (not levels and known and not match["dashes"]):
            return _out_of_line(file, one, match, known)
        levels += [column] if deeper else []
        opens = not match["rest"].strip() or match["rest"].lstrip().startswith("#")
    return None


def _out_of_line(file: str, line: _YamlLine, match: re.Match[str], known: tuple[int, ...]) -> Diagnostic:
    column, indent = match.start("key"), len(match["indent"])
    wanted = min(known, key=lambda level: (abs(level - column), -level))
    place = Origin(file, line.number, indent + 1, line.number, match.end("key") + 1)
    fix = Fix(Origin(file, line.number, 1, line.number, indent + 1), " " * wanted) if not match["dashes"] else None
    return tell("Y125", place, fix=fix, key=match["key"].strip(), indent=wanted)


def control_characters(file: str, lines: Sequence[str]) -> list[Diagnostic]:
    """Invisible characters that YAML refuses, such as Word's line break inside a paragraph."""
    found = []
    for number, line in enumerate(lines, 1):
        match = CONTROL.search(line)
        if match:
            place = Origin(file, number, match.start() + 1, number, match.end() + 1)
            found.append(tell("Y115", place, fix=Fix(place, ""), number=f"{ord(match[0]):04X}"))
        if len(found) >= MOST_SLIPS:
            break
    return found


def lost_to_comment(file: str, lines: Sequence[str], style: str, origin: Origin) -> Iterator[Diagnostic]:
    """Copy that YAML throws away as a comment: after a plain value on its line, or under a body with too little indent."""
    if style == "":
        yield from _after_value(file, lines, origin)
    elif style in ("|", ">"):
        yield from _under_body(file, lines, origin)


def _after_value(file: str, lines: Sequence[str], origin: Origin) -> Iterator[Diagnostic]:
    number, column = origin.end_line or origin.line, origin.end_column or origin.column
    line = lines[number - 1] if number <= len(lines) else ""
    match = HASH.match(line, column - 1)
    if match:
        lost = line[match.end() - 1 :].rstrip()
        place = Origin(file, number, match.end(), number, match.end() + len(lost))
        whole = line[origin.column - 1 :].rstrip() if origin.line == number else lost
        fix = Fix(Origin(file, number, origin.column, number, match.end() + len(lost)), quickfix.in_quotes(whole)) if origin.line == number else None
        yield tell("Y109", place, fix=fix, lost=lost, whole=shortened(whole))


def _under_body(file: str, lines: Sequence[str], origin: Origin) -> Iterator[Diagnostic]:
    number = (origin.end_line or origin.line) if (origin.end_column or 1) == 1 else len(lines) + 1
    line = lines[number - 1] if number <= len(lines) else ""
    indent = len(line) - len(line.lstrip(" "))
    if re.match(r" *##", line) and indent > 0:
        above = lines[number - 2]
        body = len(above) - len(above.lstrip(" ")) if above.strip() else indent
        place = Origin(file, number, indent + 1, number, len(line) + 1)
        yield tell("Y109.subhead", place, fix=Fix(Origin(file, number, 1, number, indent + 1), " " * body), indent=body)
