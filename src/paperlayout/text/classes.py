"""The character classes of Chinese composition (typesetting §1.1) as tables, and the class of one code point."""

import unicodedata
from functools import cache
from typing import Literal

Class = Literal[
    "ID", "NS", "OP", "CL", "PI", "ST", "EX", "DASH", "ELL", "CONN", "INTER", "SOL", "PFX", "SFX", "LAT", "CONT", "NUM", "LOP", "LCL",
    "LATIN", "DIGIT", "SIGN", "APOSTROPHE", "LATIN_QUOTE", "LATIN_ELLIPSIS", "SOL_LATIN", "SP", "NBSP", "IDSP", "WJ", "ZWSP", "SHY", "COMB",
]  # fmt: skip

_LISTED: tuple[tuple[Class, str], ...] = (
    ("OP", "“‘（《〈「『【〖〔［｛〘〚〝｟"),
    ("CL", "”’）》〉」』】〗〕］｝〙〛〞〟｠"),
    ("PI", "，、；：﹐﹑﹔﹕"),
    ("ST", "。．｡"),
    ("EX", "！？‼⁇⁈⁉"),
    ("DASH", "—―⸺"),
    ("ELL", "…⋯‥․︙𐫶"),
    ("CONN", "–～〜‐゠"),
    ("INTER", "·・‧•･"),
    ("SOL", "／"),
    ("PFX", "￥＄￡№"),
    ("SFX", "％℃℉′″‵￠﹪"),
    ("SIGN", "¥$€£#@%‰°"),
    ("NS", "々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"),
    ("LOP", "([{<"),
    ("LCL", ",.;:!?)]}>\"'"),
    ("SP", " \t\n\r\u2002\u2003\u2009"),
    ("NBSP", "\u00a0\u202f"),
    ("IDSP", "\u3000"),
    ("WJ", "\u2060\ufeff"),
    ("ZWSP", "\u200b"),
    ("SHY", "\u00ad"),
    ("COMB", "\u200d\u3099\u309a"),
)
_BY_CHAR: dict[str, Class] = {char: name for name, chars in _LISTED for char in chars}
_COMB_RANGES = ((0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x1F3FB, 0x1F3FF))

EXCLAMATIONS = {"‼": "！！", "⁇": "？？", "⁈": "？！", "⁉": "！？"}  # proportional in Song faces, so set as two half-width marks
OPENERS = {"“": "”", "‘": "’", "《": "》"}
WORD: frozenset[str] = frozenset(("LATIN", "DIGIT", "SIGN", "LOP", "LCL", "APOSTROPHE", "LATIN_QUOTE", "LATIN_ELLIPSIS", "SOL_LATIN"))
LATIN_TOKEN: frozenset[str] = frozenset(("LAT", "CONT", "NUM", "PFX", "SFX", "LOP", "LCL"))
HAN: frozenset[str] = frozenset(("ID", "NS"))
PAUSES: frozenset[str] = frozenset(("PI", "ST", "EX"))
RIGHT_BLANK: frozenset[str] = PAUSES | {"CL"}
HALF_CELL: frozenset[str] = frozenset(("INTER", "SOL"))
WIDE_SIGNS = frozenset("￥＄￡№％℃℉′″‵￠﹪")
HALF_CONNECTORS = frozenset("–‐-~")
FLAG_LETTERS = ("🇦", "🇿")
MEASURE_WORDS = frozenset(
    "年月日时分秒点元角人名个户家次届万亿千百岁天周种项件份期批场位条支套台辆所座栋间层组对双只头张片篇本部册卷章节页号路级度倍成折吨克斤米里亩公平立瓦伏桌队班站村镇街区县市省国国字余多几"
)
RATIO = "∶"
"""U+2236 stands inside a number, as in 5∶3∶2."""
QUALIFIERS = frozenset("第约达逾近超")


@cache
def char_class(char: str) -> Class:
    """The class of one code point before its neighbours are looked at."""
    listed = _BY_CHAR.get(char)
    if listed is not None:
        return listed
    code = ord(char)
    if any(first <= code <= last for first, last in _COMB_RANGES):
        return "COMB"
    if code < 0x2E80:
        return _low_class(char)
    return "ID"


def _low_class(char: str) -> Class:
    """Below the CJK blocks: digits, letters of any alphabet, ASCII signs; all else is set on the Han body."""
    if "0" <= char <= "9":
        return "DIGIT"
    if char == RATIO or char < "\x7f" or unicodedata.category(char)[0] == "L":
        return "LATIN"
    return "ID"
