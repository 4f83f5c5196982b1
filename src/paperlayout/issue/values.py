"""What an editor may write for numbers, dates, choices and lengths. Each reader takes typed text and raises BadValue with the cure."""

import datetime
import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass

from paperlayout.catalogue.book import finding, spoken
from paperlayout.diag import Diagnostic, Filling, Origin, Said
from paperlayout.geometry import Size
from paperlayout.issue.calendar import FIRST_DAY
from paperlayout.issue.fields import Field, nearest
from paperlayout.units import HAO, Pt, mm


class BadValue(ValueError):
    """A value that cannot be read: a sentence of the catalogue with its values, or message and hint as they stand."""

    def __init__(self, key: str, message: str = "", hint: str = "", **values: Filling):
        self.code = key.partition(".")[0]
        self.said = None if message else Said(key, tuple(values.items()))
        self.message, self.hint = (message, hint) if message else self._words()
        super().__init__(self.message)

    def _words(self) -> tuple[str, str]:
        message, hint = spoken(self._labelled(""), "zh")
        return message.removeprefix("“”"), hint

    def _labelled(self, label: str) -> Said:
        return Said(self.said.key, (*self.said.values, ("label", label))) if self.said else Said(self.code)

    def alone(self, origin: Origin | None) -> Diagnostic:
        """The finding, where what is wrong is no single field."""
        return finding(self.said, origin) if self.said else Diagnostic(self.code, self.message, self.hint, origin)

    def told(self, label: str, origin: Origin | None) -> Diagnostic:
        """The finding about the field of that name."""
        if self.said is None:
            return Diagnostic(self.code, f"“{label}”{self.message}", self.hint, origin)
        return finding(self._labelled(label), origin)


@dataclass(frozen=True, slots=True)
class Length:
    """A number and its unit: mm, pt, row or column."""

    number: float
    unit: str

    @property
    def points(self) -> Pt | None:
        """The length on paper, or None for rows and columns, which depend on the grid."""
        return {"mm": mm(self.number), "pt": self.number}.get(self.unit)


@dataclass(frozen=True, slots=True)
class Width:
    """How many columns an item takes; `full` is 通栏, `legs` how many legs stand in them (破栏)."""

    columns: int | None
    full: bool = False
    legs: int | None = None


DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMBER = re.compile(r"第?\s*(?P<number>\d{1,6}|[零〇一二两三四五六七八九十百]{1,5})\s*[期版栏行字号年页张篇]?")
DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
BROKEN = re.compile(r"(\d{1,2}|[一二两三四五六七八九十]{1,3})栏?破(\d{1,2}|[一二两三四五六七八九十]{1,3})栏?")
DAY_ONLY = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
RATIO = re.compile(r"(\d+(?:\.\d+)?)\s*[:/x×]\s*(\d+(?:\.\d+)?)")
POINT = re.compile(r"(\d+(?:\.\d+)?)\s*%[\s,、]*(\d+(?:\.\d+)?)\s*%")
LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|毫米|cm|厘米|pt|点|磅|行|栏)?")
YES, NO = frozenset(("是", "要", "true", "yes")), frozenset(("否", "不要", "false", "no"))
UNITS = {"毫米": "mm", "mm": "mm", "点": "pt", "磅": "pt", "pt": "pt", "行": "row", "栏": "column", "": "pt"}
TRIMS = {
    "对开": (390, 545), "broadsheet": (390, 545), "四开": (273, 393), "tabloid": (273, 393), "a3": (297, 420),
}  # fmt: skip
CENTRE = ("中心", "正中", "centre", "center")


def plain(text: str) -> str:
    """Half-width digits, letters and colons, no spaces at the ends."""
    return unicodedata.normalize("NFKC", text).strip()


def _chinese_number(text: str) -> int | None:
    if "十" not in text and "百" not in text:
        return int("".join(str(DIGITS[char]) for char in text))
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    if any(len(part) > 1 for part in (hundreds, tens.lstrip("零〇"), ones.lstrip("零〇"))):
        return None
    total = DIGITS.get(hundreds, 1) * 100 if "百" in text else 0
    total += DIGITS.get(tens.lstrip("零〇"), 1) * 10 if ten else 0
    return total + DIGITS.get(ones.lstrip("零〇"), 0)


def number(text: str) -> int:
    """A whole number: 3, ３, 三, 3栏, 第6期."""
    match = NUMBER.fullmatch(plain(text))
    digits = match["number"] if match else ""
    value = int(digits) if digits.isdecimal() else _chinese_number(digits) if digits else None
    if value is None:
        raise BadValue("S214.number", typed=text)
    return value


def counting(text: str) -> int:
    """A whole number from 1."""
    value = number(text)
    if value < 1:
        raise BadValue("S214.counting")
    return value


PAGES = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")


def page_numbers(text: str, most: int) -> tuple[int, ...]:
    """Pages of an issue of so many, each once and in order: 1,3-4."""
    parts = [PAGES.fullmatch(part.strip()) for part in re.split(r"[,、;]", re.sub(r"[–—~至到]+", "-", plain(text)))]
    spans = [range(int(part[1]), int(part[2] or part[1]) + 1) for part in parts if part]
    numbers = sorted({number for span in spans for number in span})
    if not all(parts) or not all(spans):
        raise BadValue("S217.pages", typed=text)
    if numbers[0] < 1 or numbers[-1] > most:
        raise BadValue("S217.few", typed=text, most=most)
    return tuple(numbers)


def flag(text: str) -> bool:
    """是 or 否."""
    word = plain(text).lower()
    if word not in YES | NO:
        raise BadValue("S215", typed=text)
    return word in YES


def initial(text: str) -> int:
    """首字下沉: 是 (two lines), 否, or its depth in lines."""
    word = plain(text).lower()
    if word in YES | NO:
        return 2 if word in YES else 0
    lines = number(text)
    if lines not in (2, 3):
        raise BadValue("S214.initial", typed=text)
    return lines


def date(text: str, year: int | None = None) -> datetime.date:
    """A day: 2021-06-15, 2021/6/15, 2021年6月15日. `year` is the likely one where none is written: it is offered, not taken."""
    typed = plain(text)
    match = DATE.fullmatch(typed)
    day_only = DAY_ONLY.fullmatch(typed)
    if not match and day_only and year:
        raise BadValue("S202.guess", guess=f"{year}-{int(day_only[1]):02}-{int(day_only[2]):02}")
    if not match:
        raise BadValue("S202.yearless") if day_only else BadValue("S202.unread", typed=text)
    year, month, day = (int(part) for part in match.groups())
    if not 1901 <= year <= 2100:
        raise BadValue("S201.year", year=year)
    if not 1 <= month <= 12:
        raise BadValue("S201.month", month=month)
    if not 1 <= day <= monthrange(year, month)[1]:
        raise BadValue("S201.day", year=year, month=month, day=day, days=monthrange(year, month)[1])
    found = datetime.date(year, month, day)
    if found < FIRST_DAY:
        raise BadValue("S201.lunar", first=str(FIRST_DAY), typed=text)
    return found


def columns(text: str) -> Width:
    """A number of columns, 通栏, or 破栏 as 三破二: so many columns set in fewer legs."""
    if plain(text).lower() in ("通栏", "full"):
        return Width(None, True)
    if broken := BROKEN.fullmatch(plain(text)):
        columns, legs = number(broken[1]), number(broken[2])
        if not 0 < legs < columns:
            raise BadValue("S214.broken", typed=text)
        return Width(columns, legs=legs)
    try:
        return Width(counting(text))
    except BadValue:
        raise BadValue("S214.columns", typed=text) from None


def jump(text: str) -> int | bool:
    """The page a story may be continued on; 否 forbids it."""
    word = plain(text).lower()
    if word in NO:
        return False
    try:
        return counting(text)
    except BadValue:
        raise BadValue("S214.jump", typed=text) from None


def choice(field: Field, text: str) -> str:
    """One of the words of a field's list, as its English value."""
    values = dict(field.choices) | {english: english for _, english in field.choices}
    word = plain(text)
    if word in values:
        return values[word]
    near = nearest(word, tuple(values))
    offered = " ".join(chinese for chinese, _ in field.choices)
    raise BadValue("S216.near", typed=text, near=near, offered=offered) if near else BadValue("S216", typed=text, offered=offered)


def ratio(text: str) -> tuple[float, float]:
    """Width to height: 3:2."""
    match = RATIO.fullmatch(plain(text))
    sides = (float(match[1]), float(match[2])) if match else (0.0, 0.0)
    if not all(0 < side <= 10000 for side in sides):
        raise BadValue("S217.ratio", typed=text)
    return sides


def point(text: str) -> tuple[float, float]:
    """A point of a photo as shares of its width and height: 60% 30%."""
    typed = plain(text)
    if typed.lower() in CENTRE:
        return (0.5, 0.5)
    match = POINT.fullmatch(typed)
    shares = (float(match[1]) / 100, float(match[2]) / 100) if match else (2.0, 2.0)
    if not all(0 <= share <= 1 for share in shares):
        raise BadValue("S217.point", typed=text)
    return shares


def length(text: str) -> Length:
    """A length: 12mm, 9pt, 3行, 2栏; a bare number is points, a 号 size is its points."""
    typed = plain(text)
    if typed in HAO:
        return Length(HAO[typed], "pt")
    match = LENGTH.fullmatch(typed)
    if not match:
        raise BadValue("S217.length", typed=text)
    amount, unit = float(match[1]), match[2] or ""
    return Length(amount * 10, "mm") if unit in ("cm", "厘米") else Length(amount, UNITS[unit])


def points(text: str) -> Pt:
    """A length on paper in points: 10.5, 五号, 3.7mm."""
    found = length(text).points
    if found is None or found <= 0:
        raise BadValue("S217.points", typed=text)
    return found


def trim(text: str) -> Size:
    """开本: 对开, 四开, A3, or 280mm 400mm."""
    typed = plain(text).lower()
    sides = TRIMS.get(typed) or _sides(typed)
    if not sides or not all(100 <= side <= 1200 for side in sides):
        raise BadValue("S226.trim", typed=text)
    return Size(mm(sides[0]), mm(sides[1]))


def _sides(typed: str) -> tuple[float, float] | None:
    parts = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(?:mm|毫米)?[\s×x*]+(\d+(?:\.\d+)?)\s*(?:mm|毫米)?", typed)
    return (float(parts[1]), float(parts[2])) if parts else None
