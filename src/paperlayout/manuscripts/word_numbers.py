"""Numbers that Word makes up by itself (一、 （一） 1.) put into the paragraphs as text, so that they are copy like what was typed."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

LABEL_START, LABEL_END = "\ue0f0", "\ue0f1"
"""Stand round a made number, so that the reader can name it."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HAN = "零一二三四五六七八九"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
ROMAN_LETTERS = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
STEMS = "甲乙丙丁戊己庚辛壬癸"


def han(number: int) -> str:
    """A number from 1 to 99 in Chinese; larger ones in digits."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else HAN[tens]) + ("十" if tens else "") + (HAN[ones] if ones else "")


def roman(number: int) -> str:
    """A number in Roman numerals."""
    out = ""
    for value, letters in zip(ROMAN_VALUES, ROMAN_LETTERS, strict=True):
        count, number = divmod(number, value)
        out += letters * count
    return out


def letter(number: int) -> str:
    """a, b … z, aa, bb …"""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def numeral(number: int, form: str) -> str:
    """A number in one of Word's number formats; those nobody uses in a newspaper as plain digits."""
    if number < 1:
        return str(number)
    if form in ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital"):
        return han(number)
    if form.startswith("decimalEnclosedCircle") and number <= len(CIRCLED):
        return CIRCLED[number - 1]
    if form == "ideographTraditional" and number <= len(STEMS):
        return STEMS[number - 1]
    if form == "decimalZero":
        return f"{number:02d}"
    latin = roman(number) if form.endswith("Roman") else letter(number) if form.endswith("Letter") else str(number)
    return latin.lower() if form.startswith("lower") else latin.upper()


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: its number format, what stands round the number, and where it starts."""

    form: str
    text: str
    start: int
    style: str


@dataclass(slots=True)
class ListCounter:
    """The running numbers of one list."""

    levels: dict[int, ListLevel]
    counts: dict[int, int] = field(default_factory=dict)

    def label(self, depth: int) -> str:
        """The next number at a depth, as Word shows it; nothing for bullets."""
        level = self.levels.get(depth)
        if level is None:
            return ""
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in self.counts if d > depth]:
            del self.counts[deeper]
        if level.form in ("bullet", "none"):
            return ""
        text = level.text
        for at, shown in self.levels.items():
            text = text.replace(f"%{at + 1}", numeral(self.counts.get(at, shown.start), shown.form))
        return text


def with_numbers(data: bytes) -> bytes:
    """A Word file whose automatic numbers are text; the very bytes when it has none, or none that can be read."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        if "word/numbering.xml" not in names or "word/document.xml" not in names:
            return data
        try:
            counters = _counters(ElementTree.fromstring(parts.read("word/numbering.xml")))
            styles = _numbered_styles(ElementTree.fromstring(parts.read("word/styles.xml"))) if "word/styles.xml" in names else {}
            document = _numbered(parts.read("word/document.xml"), counters, styles)
        except (ElementTree.ParseError, ValueError):
            return data  # mammoth will say what is the matter
        return _replaced(parts, document) if document else data


def _replaced(parts: zipfile.ZipFile, document: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for part in parts.infolist():
            copy.writestr(part.filename, document if part.filename == "word/document.xml" else parts.read(part))
    return out.getvalue()


def _counters(numbering: ElementTree.Element) -> dict[str, ListCounter]:
    """By numId; lists that share an abstract definition go on counting together, as in Word, unless they override its start."""
    abstract = {a.get(f"{W}abstractNumId", ""): {_depth(lvl): _level(lvl) for lvl in a.iter(f"{W}lvl")} for a in numbering.iter(f"{W}abstractNum")}
    shared: dict[str, ListCounter] = {}
    found: dict[str, ListCounter] = {}
    for num in numbering.iter(f"{W}num"):
        base = _value(num.find(f"{W}abstractNumId"))
        levels = abstract.get(base, {})
        overridden = num.find(f"{W}lvlOverride") is not None
        counter = ListCounter(levels) if overridden else shared.setdefault(base, ListCounter(levels))
        found[num.get(f"{W}numId", "")] = counter
    return found


def _depth(level: ElementTree.Element) -> int:
    return int(level.get(f"{W}ilvl", "0"))


def _level(level: ElementTree.Element) -> ListLevel:
    start = _value(level.find(f"{W}start"))
    return ListLevel(_value(level.find(f"{W}numFmt")) or "decimal", _value(level.find(f"{W}lvlText")), int(start or 1), _value(level.find(f"{W}pStyle")))


def _value(element: ElementTree.Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _numbered_styles(styles: ElementTree.Element) -> dict[str, tuple[str, int]]:
    """Paragraph styles that number their paragraphs: numId and depth."""
    found = {}
    for style in styles.iter(f"{W}style"):
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None:
            found[style.get(f"{W}styleId", "")] = (_value(numbered.find(f"{W}numId")), int(_value(numbered.find(f"{W}ilvl")) or 0))
    return found


def _numbered(document: bytes, counters: dict[str, ListCounter], styles: dict[str, tuple[str, int]]) -> bytes:
    """The document with its labels; nothing when it has no numbered paragraph."""
    for prefix, uri in _namespaces(document):
        ElementTree.register_namespace(prefix, uri)  # so that prefixes named in attribute values (mc:Ignorable) stay true
    root = ElementTree.fromstring(document)
    labels = 0
    for paragraph in root.iter(f"{W}p"):
        label = _label(paragraph, counters, styles)
        if label:
            labels += 1
            _write(paragraph, label)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) if labels else b""


def _namespaces(document: bytes) -> Iterator[tuple[str, str]]:
    for _, (prefix, uri) in ElementTree.iterparse(io.BytesIO(document), events=["start-ns"]):
        if not prefix.startswith("ns"):
            yield prefix, uri


def _label(paragraph: ElementTree.Element, counters: dict[str, ListCounter], styles: dict[str, tuple[str, int]]) -> str:
    own = paragraph.find(f"{W}pPr/{W}numPr")
    style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
    list_id, depth = styles.get(style, ("", 0))
    if own is not None:
        list_id = _value(own.find(f"{W}numId")) or list_id
        depth = int(_value(own.find(f"{W}ilvl")) or depth)
    counter = counters.get(list_id)
    label = counter.label(depth) if counter else ""
    return label if any((t.text or "").strip() for t in paragraph.iter(f"{W}t")) else ""


def _write(paragraph: ElementTree.Element, label: str) -> None:
    run = ElementTree.Element(f"{W}r")
    voice = paragraph.find(f"{W}r/{W}rPr")
    if voice is not None:
        run.append(voice)
    text = ElementTree.SubElement(run, f"{W}t")
    text.text = f"{LABEL_START}{label}{LABEL_END}"
    first = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
    paragraph.insert(first, run)
