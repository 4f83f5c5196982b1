"""Slips of the pen in YAML, in the editor's words. Read from the lines themselves: every parser words its errors in its own way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paperlayout.diag import Diagnostic, Fix, Origin, Severity
from paperlayout.issue.fields import all_spellings

MOST_SLIPS = 20
LONGEST_LOOK = 1000  # a slip stands near the start of its line; the patterns are quadratic on hostile ones
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
BLOCK_START = re.compile(r"^(?P<indent> *(?:- +)*)[^#'\"\s][^#]*?[:：]\s*[|>][-+\d]*\s*(?:#.*)?$")
OPEN_QUOTE = re.compile(r"""[^#:]{1,20}: +(?P<at>"[^"]*|'[^']*)$""")
KEY_LIKE = re.compile(r"^\s*(?:[-－—–]\s*)?(?:[\"']?[^\s:：]{1,12}[\"']?\s*[:：]|[#\[{]|- )")
HASH = re.compile(r"\s+#(?=\S)(?!#)")


@dataclass(frozen=True, slots=True)
class Slip:
    """What a mistyped field line looks like: a pattern whose group `at` is where it hurts, what to say, the cure, and what to put in place of `at`."""

    code: str
    source: str
    message: str
    hint: str
    text: str | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a line first has to be explained: well-formed issues never need it."""
        return re.compile(self.source)

    def diagnosed(self, match: re.Match[str], file: str, number: int) -> Diagnostic:
        words = match.groupdict("")
        place = Origin(file, number, match.start("at") + 1, number, match.end("at") + 1)
        fix = None if self.text is None else Fix(place, self.text)
        return Diagnostic(self.code, self.message.format_map(words), self.hint.format_map(words), place, fix=fix)


KEY = rf"(?P<key>{'|'.join(sorted(map(re.escape, all_spellings()), key=lambda name: (-len(name), name)))})"
FIELD = rf"^\s*(?:- +)?{KEY}: +"
# In the order of trying: the first slip of a line is the one that explains it.
SLIPS = (
    Slip("Y103", (r"^ *(?P<at>\t+)"), "行首用了 Tab。YAML 只认空格", "把 Tab 改成两个空格"),
    Slip("Y106", (rf"^\s*(?P<at>[－—–]+)\s*{KEY}\s*[:：]"), "横线是“{at}”，要用半角“-”", "改成 - {key}:", "-"),
    Slip("Y101", (rf"^\s*(?:-\s*)?{KEY}\s*(?P<at>：)"), "冒号是全角“：”", "字段名后用半角冒号加一个空格：{key}: …", ": "),
    Slip("Y104", (rf"^ *(?P<at>　+)\s*(?:-\s*)?{KEY}\s*:"), "行首是全角空格，“{key}”没有缩进到上一层里", "改成半角空格"),
    Slip("Y105", (rf"^\s*(?P<at>-){KEY}\s*:"), "“-”后面要空一格", "改成 - {key}:", "- "),
    Slip("Y102", (rf"^\s*(?:- *)?{KEY}(?P<at>:)(?=\S)"), "“{key}:”后面缺一个空格", "改成 {key}: …", ": "),
    Slip("Y116", (rf"[{{,].*(?P<at>，)\s*{KEY}\s*[:：]"), "大括号里的逗号是全角“，”", "改成半角“,”加一个空格", ", "),
    Slip(
        "Y110",
        (FIELD + r"(?P<at>[@%`&*!](?=\S)|[|>](?=[^\s\d+-])|\[(?=[^\]]*(?:\]\s*[^\s,#]|$))|\{(?=[^}]*(?:\}\s*[^\s,#]|$)))(?P<rest>.*)"),
        "“{key}”不能以“{at}”开头，它在 YAML 里有特殊用处",
        '给整句加英文引号："{at}{rest}"，或改用【 】',
    ),
    Slip(
        "Y108",
        (FIELD + r"(?P<at>\"[^\"]*\"|'[^']*')(?=\s*[^\s#,])"),
        "引号没有包住整句",
        "中文引号“ ”不必再加英文引号；要用英文引号就包住整句",
    ),
    Slip(
        "Y107",
        (FIELD + r"(?P<rest>[^\s\"'\[{|>#](?:(?!: ).)*?)(?P<at>: )"),
        "“{key}”里又有一个半角“: ”",
        '文字里的冒号改成全角“：”，或给整句加英文引号："{rest}: …"',
        "：",
    ),
)


def in_line(file: str, line: str, number: int) -> Diagnostic | None:
    """The first slip in a line that is meant to be a field."""
    found = ((slip, slip.pattern.search(line[:LONGEST_LOOK])) for slip in SLIPS)
    return next((slip.diagnosed(match, file, number) for slip, match in found if match), None)


def in_lines(file: str, lines: Sequence[str], first: int, last: int) -> list[Diagnostic]:
    """The slips in lines `first` to `last` (1-based)."""
    found = (in_line(file, lines[number - 1], number) for number in range(first, min(last, len(lines)) + 1))
    return [slip for slip in found if slip]


def _outside_bodies(lines: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """Number and text of the lines that are no body, and whether the line follows right on a body."""
    key_indent = body_indent = -1
    for number, line in enumerate(lines, 1):
        if not line.strip(" "):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if key_indent >= 0 and (indent >= body_indent if body_indent >= 0 else indent > key_indent):
            body_indent = indent if body_indent < 0 else body_indent
            continue
        after_body = body_indent >= 0
        start = BLOCK_START.match(line[:LONGEST_LOOK])
        key_indent, body_indent = (len(start["indent"]) if start else -1), -1
        yield number, line, after_body


def explain(file: str, lines: Sequence[str], line: int, column: int) -> list[Diagnostic]:
    """Why the YAML cannot be read: every slip found, or the place where reading stopped. `line` and `column` are the parser's."""
    found: list[Diagnostic] = []
    for number, text, after_body in _outside_bodies(lines):
        slip = _torn_body(file, text, number) if after_body else None
        slip = slip or in_line(file, text, number)
        if slip:
            found.append(slip)
    if not any(slip.origin and slip.origin.line <= line for slip in found):
        found.append(_stopped(file, lines, line, column))
    if len(found) > MOST_SLIPS:
        rest = Diagnostic("Y100", f"这样的毛病共 {len(found)} 处，只列前 {MOST_SLIPS} 处", "改好这些再看", Origin(file, line), Severity.NOTE)
        found = [*found[:MOST_SLIPS], rest]
    return found


def _torn_body(file: str, text: str, number: int) -> Diagnostic | None:
    if KEY_LIKE.match(text) or text.startswith(("\t", "---", "...")):
        return None
    indent = len(text) - len(text.lstrip(" 　"))
    place = Origin(file, number, indent + 1, number, len(text) + 1)
    return Diagnostic("Y112", "这一行缩进少了，正文从这里断开", "用半角空格与上一段对齐", place)


def _stopped(file: str, lines: Sequence[str], line: int, column: int) -> Diagnostic:
    line = min(line, len(lines))
    text = lines[line - 1]
    if not text.strip():  # the parser stops at the end of the file when a quote or bracket stays open
        line = max((number for number in range(1, line) if lines[number - 1].strip()), default=1)
        text, column = lines[line - 1], 1
    opened = _open_quote(file, lines, line)
    if opened:
        return opened
    column = min(column, len(text) + 1)
    cure = "查一查这一行和上一行：冒号是不是半角并空一格，缩进是不是对齐，英文引号和括号是不是成对；有特殊符号的整句加英文引号"
    return Diagnostic("Y100", "YAML 读到这里读不下去", cure, Origin(file, line, column, line, max(column + 1, len(text) + 1)))


def _open_quote(file: str, lines: Sequence[str], line: int) -> Diagnostic | None:
    for number in range(line, 0, -1):
        match = OPEN_QUOTE.match(lines[number - 1])
        if match:
            place = Origin(file, number, match.start("at") + 1, number, len(lines[number - 1]) + 1)
            return Diagnostic("Y108", "英文引号只有开头，没有收尾", "在句末补上同样的引号，或两个都不用", place)
    return None


def control_characters(file: str, lines: Sequence[str]) -> list[Diagnostic]:
    """Invisible characters that YAML refuses, such as Word's line break inside a paragraph."""
    found = []
    for number, line in enumerate(lines, 1):
        match = CONTROL.search(line)
        if match:
            place = Origin(file, number, match.start() + 1, number, match.end() + 1)
            found.append(Diagnostic("Y115", f"这里有一个看不见的控制字符 U+{ord(match[0]):04X}", "删去它；多半是从 Word 或网页粘贴时带来的", place))
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
        yield Diagnostic("Y109", f"“{lost}”会被当成注释丢掉", f'给整句加英文引号："{whole}"；真要写注释，在 # 后空一格', place)


def _under_body(file: str, lines: Sequence[str], origin: Origin) -> Iterator[Diagnostic]:
    number = (origin.end_line or origin.line) if (origin.end_column or 1) == 1 else len(lines) + 1
    line = lines[number - 1] if number <= len(lines) else ""
    indent = len(line) - len(line.lstrip(" "))
    if re.match(r" *##", line) and indent > 0:
        place = Origin(file, number, indent + 1, number, len(line) + 1)
        yield Diagnostic("Y109", "这一行缩进少了，会被当成注释丢掉", "小标题“## ”要与上下段对齐", place)
