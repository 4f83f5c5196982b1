"""Step 1: copy as typed becomes copy fit to set (typesetting §6.9). Safe fixes are made, the rest is said; the meaning never changes silently."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from paperlayout.diag import Severity

Mode = Literal["auto", "suggest", "error"]

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af〇"
_OPENING, _CLOSING = "“‘（《〈「『【〔", "”’）》〉」』】〕"
_PAUSES = "，。、；：！？"
_CHINESE = f"{_HAN}{_OPENING}{_CLOSING}{_PAUSES}…"
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?&=%#~:+-]*[\w/]|[\w.+-]+@[\w.-]+\w", re.ASCII)
_IS_HAN = re.compile(f"[{_HAN}]")


@dataclass(frozen=True, slots=True)
class CopyFinding:
    """One thing about the copy: where in the text as typed, what stands there, what should; `applied` when the text was changed."""

    code: str
    offset: int
    found: str
    put: str | None
    message: str
    severity: Severity
    applied: bool


@dataclass(frozen=True, slots=True)
class FixedCopy:
    """Copy after normalising, all that was found, and where in the text as typed each character and the end stood."""

    text: str
    lints: tuple[CopyFinding, ...]
    places: tuple[int, ...] = ()


Put = str | Callable[[re.Match[str]], str | None] | None


@dataclass(frozen=True, slots=True)
class CopyRule:
    """One rule of copy: what is looked for, and what to put (None: nothing can be put safely; a function's None: no fault here).

    `marks`: the rule can only match where one of these stands, so that its pattern is compiled when a text first has one.
    """

    code: str
    source: str
    put: Put
    mode: Mode
    message: str
    marks: tuple[str, ...] = ()

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Where the rule may find fault."""
        if self.marks and not any(mark in text for mark in self.marks):
            return iter(())
        return _compiled(self.source).finditer(text)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def normalise(text: str, *, auto: bool = True, suggestions: bool = False, silenced: frozenset[str] = frozenset()) -> FixedCopy:
    """The copy with the safe fixes made (`auto`), and on request the suggested ones as well; `silenced` rules are left out."""
    places = list(range(len(text) + 1))
    lints: list[CopyFinding] = []
    for rule in RULES:
        if rule.code in silenced:
            continue
        apply = (auto and rule.mode == "auto") or (suggestions and rule.mode == "suggest")
        edits = list(_edits(rule, text))
        lints.extend(_lint(rule, places[match.start()], match.group(), put, applied=apply and put is not None) for match, put in edits)
        if apply and edits:
            text, places = _rewrite(text, places, edits)
    lints.extend(lint for lint in _unbalanced(text, places) if lint.code not in silenced)
    return FixedCopy(text, tuple(sorted(lints, key=lambda lint: (lint.offset, lint.code))), tuple(places))


def _lint(rule: CopyRule, offset: int, found: str, put: str | None, *, applied: bool) -> CopyFinding:
    severity = {"auto": Severity.NOTE, "suggest": Severity.WARNING, "error": Severity.ERROR}[rule.mode]
    return CopyFinding(rule.code, offset, found, put, rule.message, severity, applied)


def _edits(rule: CopyRule, text: str) -> Iterator[tuple[re.Match[str], str | None]]:
    """The places where a rule finds fault, with what to put; addresses are left alone."""
    kept = [match.span() for match in _ADDRESS.finditer(text)]
    for match in rule.matches(text):
        if any(first < match.end() and match.start() < after for first, after in kept):
            continue
        if not callable(rule.put):
            yield match, rule.put
            continue
        put = rule.put(match)
        if put is not None:
            yield match, put


def _rewrite(text: str, places: list[int], edits: list[tuple[re.Match[str], str | None]]) -> tuple[str, list[int]]:
    """The text with the edits made, and where each character came from."""
    parts: list[str] = []
    origins: list[int] = []
    at = 0
    for match, put in edits:
        new = match.group() if put is None else put
        parts += [text[at : match.start()], new]
        origins += places[at : match.start()]
        origins += [places[min(match.start() + step, match.end() - 1)] for step in range(len(new))]
        at = match.end()
    return "".join(parts) + text[at:], origins + places[at:]


def _unbalanced(text: str, places: list[int]) -> Iterator[CopyFinding]:
    """Brackets and quotation marks without their partner."""
    waiting: list[int] = []
    for at, char in enumerate(text):
        if char in _OPENING:
            waiting.append(at)
        elif char in _CLOSING:
            if waiting and _OPENING.index(text[waiting[-1]]) == _CLOSING.index(char):
                waiting.pop()
            elif char != "’":  # an apostrophe may stand alone
                yield CopyFinding("C190", places[at], char, None, f"“{char}”没有配对的前半", Severity.ERROR, False)
    for at in waiting:
        yield CopyFinding("C190", places[at], text[at], None, f"“{text[at]}”没有配对的后半", Severity.ERROR, False)


def _full_width(match: re.Match[str]) -> str:
    return _FULL[match.group().strip()]


def _brackets(match: re.Match[str]) -> str | None:
    """（） when there is Chinese inside or beside; brackets of Latin text stay."""
    text, inside = match.string, match.group(1)
    beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return f"（{inside}）" if _IS_HAN.search(inside) or re.search(f"[{_CHINESE}]", beside) else None


def _quotes(opening: str, closing: str) -> Callable[[re.Match[str]], str | None]:
    """Straight quotes by pairs round or beside Chinese."""

    def put(match: re.Match[str]) -> str | None:
        text, inside = match.string, match.group(1)
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        return f"{opening}{inside}{closing}" if re.search(f"[{_CHINESE}]", inside + beside) else None

    return put


def _ascii(match: re.Match[str]) -> str:
    return chr(ord(match.group()) - 0xFEE0)


def _unified(match: re.Match[str]) -> str | None:
    """The unified ideograph for a radical or compatibility form; None when Unicode knows none."""
    plain = unicodedata.normalize("NFKC", match.group())
    return plain if plain != match.group() else None


def _stray_space(match: re.Match[str]) -> str | None:
    """Spaces beside marks go, but for the one that parts a slogan inside a quotation or title."""
    text, before, after = match.string, match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    if (before and before in _OPENING + _PAUSES) or (after and after in _CLOSING + _PAUSES):
        return ""
    head = text[: match.start()]
    quoted = any(head.count(opening) > head.count(closing) for opening, closing in ("“”", "《》"))
    return None if quoted else ""


_EXCLAMATIONS = {"‼": "！！", "⁇": "？？", "⁈": "？！", "⁉": "！？"}
_SMALL = {"﹐": "，", "﹑": "、", "﹔": "；", "﹕": "：", "｡": "。"}
_C, _H = f"[{_CHINESE}]", f"[{_HAN}]"

RULES: tuple[CopyRule, ...] = (
    CopyRule("C101", "(?<![A-Za-z])\u00ad|\u00ad(?![A-Za-z])|[\ufeff\u200e\u200f\u202a-\u202e\x00-\x08\x0b\x0c\x0e-\x1f]", "", "auto", "删去看不见的控制字符"),
    CopyRule("C102", "[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]", _unified, "auto", "部首或兼容字形改为通用汉字"),
    CopyRule("C103", "[‼⁇⁈⁉]", lambda match: _EXCLAMATIONS[match.group()], "auto", "合体叹问号改为两个标点", tuple("‼⁇⁈⁉")),
    CopyRule("C104", "[﹐﹑﹔﹕｡]", lambda match: _SMALL[match.group()], "auto", "小型标点改为通用标点", tuple("﹐﹑﹔﹕｡")),
    CopyRule("C105", rf"(?<={_C})\.{{2,6}}|\.{{3,6}}(?={_C})|。{{2,6}}|·{{3,6}}", "……", "auto", "省略号用两个三连点", ("..", "。。", "··")),
    CopyRule(
        "C106",
        rf"(?<={_C})(?:-{{2,}}|—\s+—|—{{3,}})|(?:-{{2,}}|—\s+—|—{{3,}})(?={_C})",
        "——",
        "auto",
        "破折号占两字",
        ("--", "— ", "—\t", "—\u3000", "—\xa0", "———"),
    ),
    CopyRule("C107", rf"(?<=[{_HAN}\d])\s*~\s*(?=[{_HAN}\d])", "～", "auto", "数值起止用浪纹线", ("~",)),
    CopyRule("C108", r'"([^"\n]*)"', _quotes("“", "”"), "auto", "直引号改为中文引号", ('"',)),
    CopyRule("C109", r"\(([^()\n]*)\)", _brackets, "auto", "中文里的括号用全角", ("(",)),
    CopyRule("C110", rf"(?<={_C})[ \t]*[,;:!?]|(?<=[\w%)])[,;:!?][ \t]*(?={_C})", _full_width, "auto", "汉字旁的标点用全角", tuple(",;:!?")),
    CopyRule("C111", rf"(?<=[{_HAN}{_CLOSING}])\.(?=[{_HAN}{_CLOSING}]|\s*$)", "。", "auto", "汉字后的句点改为句号", (".",)),
    CopyRule(
        "C112",
        rf"(?<=[{_OPENING}{_CLOSING}{_PAUSES}])[ \t]+|[ \t]+(?=[{_OPENING}{_CLOSING}{_PAUSES}])",
        _stray_space,
        "auto",
        "标点旁不留空格",
        (" ", "\t"),
    ),
    CopyRule("C121", r"(?<![A-Za-z])'([^'\n]*)'", _quotes("‘", "’"), "suggest", "单引号用于双引号之内", ("'",)),
    CopyRule("C122", rf"(?<=[年月日时])-(?=\d)|(?<={_H})-(?={_H})", "—", "suggest", "时间、地点的起止用一字线", ("-",)),
    CopyRule("C123", rf"(?<=[\w{_HAN}])[•・‧･](?=[\w{_HAN}])", "·", "suggest", "外国人名用间隔号", tuple("•・‧･")),
    CopyRule("C124", "[Ａ-Ｚａ-ｚ０-９]", _ascii, "suggest", "字母、数字用半角"),
    CopyRule("C125", "(?<=》)、(?=《)|(?<=”)、(?=“)", "", "suggest", "并列的书名号、引号之间不用顿号", ("》、《", "”、“")),
    CopyRule("C126", r"(?<=\d)(?:, |，[ ]?)(?=\d{3}(?!\d))", ",", "suggest", "数字分节用半角逗号，不留空格"),
    CopyRule("C127", "(?<=[一二三四五六七八九〇])○|○(?=[一二三四五六七八九])", "〇", "suggest", "汉字数字用〇", ("○",)),
    CopyRule("C128", rf"(?<={_C})(?<!…)…(?!…)", "……", "suggest", "省略号占两字", ("…",)),
    CopyRule("C129", rf"(?<={_H})\u3000(?={_H})", None, "suggest", "字间有全角空格", ("\u3000",)),
    CopyRule("C130", "。”。", None, "suggest", "引号内外都有句号", ("。”。",)),
    CopyRule("C191", "[，、；：]{2,}|[，、；：]。|。[，、；：]", None, "error", "标点连用"),
    CopyRule("C192", "[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]", None, "error", "乱码或自造字"),
    CopyRule("C193", rf"(?:(?<={_C})\"|\"(?={_C}))", None, "error", "直引号不成对", ('"',)),
)
