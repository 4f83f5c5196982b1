"""The composition vectors: every record of the kinds this package answers for, with made-up metrics."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from fake import FakeMetrics

from paperlayout.text.composition import Composition, Paragraph, Span
from paperlayout.text.copyfix import normalise
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import compose, set_lines
from paperlayout.text.prefix_sums import PrefixSums, lay_out
from paperlayout.text.resolve import resolve
from paperlayout.text.vertical import vertical_cells
from paperlayout.text.words import break_by_sense

Record = dict[str, Any]
RECORDS: list[Record] = json.loads((Path(__file__).parent / "composition.json").read_text("utf-8"))
OPTIONS = {"style": "style", "autospace": "latin_gap", "autospace_min": "latin_gap_min", "autospace_max": "latin_gap_max", "rescue": "rescue"}
LATIN_MARKS = ("APOSTROPHE", "LATIN_QUOTE", "LATIN_ELLIPSIS", "SOL_LATIN")
FORBIDDEN_STARTS = frozenset("，。、；：？！．”’）》〉」』】〕〗］｝·～–/")
FORBIDDEN_ENDS = frozenset("“‘（《〈「『【〔〖［｛/")


def of(kind: str) -> Any:
    records = [record for record in RECORDS if record["expect"]["type"] == kind]
    return pytest.mark.parametrize("record", records, ids=[record["id"] for record in records])


def rules(record: Record) -> Composition:
    options = {OPTIONS[name]: value for name, value in record.get("opts", {}).items() if name != "indent"}
    return Composition(level=record.get("level", "gb"), **options)


def strip(record: Record, text: str) -> PrefixSums:
    return lay_out((Span(text),), FakeMetrics(), rules(record))


def lines(record: Record) -> tuple[float, tuple[SetLine, ...]]:
    paragraph = Paragraph((Span(record["text"]),), indent=record.get("opts", {}).get("indent", 0))
    broken = compose(paragraph, record["measure_em"], FakeMetrics(), rules(record))
    return broken.best.cost, set_lines(broken, broken.best)


def assert_sound(record: Record, found: tuple[SetLine, ...]) -> None:
    assert "".join(line.text for line in found) == record["text"].replace(" ", "")
    for line in found[1:]:
        assert line.text[0] not in FORBIDDEN_STARTS
    for line in found[:-1]:
        assert line.text[-1] not in FORBIDDEN_ENDS
        assert line.pieces[-1].x + line.pieces[-1].width == pytest.approx(record["measure_em"], abs=0.01)


def test_every_kind_is_run() -> None:
    kinds = Counter(record["expect"]["type"] for record in RECORDS)
    assert kinds == {"break_at": 150, "advance": 43, "lines": 36, "property": 6, "normalize": 16, "class": 8, "headline": 7, "vertical": 11}


@of("break_at")
def test_break_is_allowed(record: Record) -> None:
    found = strip(record, record["text"])
    offset, wanted = record["expect"]["offset"], record.get("paperlayout_default_allows", record["expect"]["allowed"])
    starts = [token.start for token, cost in zip(found.tokens, found.break_cost, strict=True) if cost is not None]
    assert (offset in starts) == wanted


PROFILED = [record for record in RECORDS if "profile" in record]


@pytest.mark.parametrize("record", PROFILED, ids=[record["id"] for record in PROFILED])
def test_browsers_break_as_their_profile_says(record: Record) -> None:
    found = lay_out((Span(record["text"]),), FakeMetrics(), Composition(level=record["profile"]))
    starts = [token.start for token, cost in zip(found.tokens, found.break_cost, strict=True) if cost is not None]
    assert (record["expect"]["offset"] in starts) == record["expect"]["allowed"]


@of("advance")
def test_advance(record: Record) -> None:
    flanked = "flanked" in record["expect"]["context"]
    found = strip(record, f"字{record['text']}字" if flanked else record["text"])
    width = sum(token.width + token.space for token in found.tokens) - (2 if flanked else 0)
    assert width == pytest.approx(record["expect"]["em"])


@of("lines")
def test_lines(record: Record) -> None:
    cost, found = lines(record)
    if record["robust"]:
        assert [line.text for line in found] == record["expect"]["lines"]
    assert cost == pytest.approx(record["oracle"]["demerits"], abs=0.01)
    assert_sound(record, found)


@of("property")
def test_property(record: Record) -> None:
    _, found = lines(record)
    assert_sound(record, found)
    assert sum(piece.form == "full" for piece in found[-1].pieces) >= 2


@of("class")
def test_class(record: Record) -> None:
    index, wanted = record["expect"]["index"], record["expect"]["class"]
    resolved = resolve(record["text"])[index]
    token = next(token for token in reversed(strip(record, record["text"]).tokens) if token.start <= index)
    assert (resolved if resolved in LATIN_MARKS else token.cls) == wanted
    if record["expect"]["advance_em"] is not None:
        assert token.width == record["expect"]["advance_em"]


@of("normalize")
def test_normalise(record: Record) -> None:
    suggested = record["expect"]["mode"] == "suggest"
    assert normalise(record["text"], suggestions=suggested).text == record["expect"]["to"]
    if suggested:
        assert normalise(record["text"]).text == record["text"]


def unbalanced(broken: tuple[str, ...]) -> float:
    widths = [FakeMetrics().width(line, "") for line in broken]
    return (max(widths) - min(widths)) / max(widths)


@of("headline")
def test_headline(record: Record) -> None:
    """Heads break by sense: no word parted, no 的 first, and even lines where the words allow any."""
    text, expect = record["text"], record["expect"]

    def sound(broken: tuple[str, ...]) -> bool:
        return all(word in "/".join(broken) for word in expect["must_not_break_inside"]) and broken[1][0] not in expect["line_start_forbidden"]

    broken = break_by_sense(text, expect["max_lines"])
    assert "".join(broken) == text and len(broken) == expect["max_lines"]
    assert sound(broken)
    others = [ways for at in range(1, len(text)) if sound(ways := (text[:at], text[at:]))]
    assert unbalanced(broken) <= max(0.35, min(unbalanced(ways) for ways in others))


@of("vertical")
def test_vertical(record: Record) -> None:
    expect = record["expect"]
    cells = vertical_cells(record["text"], FakeMetrics(), Composition())
    forms = {form: [cell.text for cell in cells if cell.form == form] for form in ("upright", "mark", "turned", "rotated", "side")}
    if "glyph" in expect:
        assert cells[0].form == ("turned" if expect["rotated"] else "mark")
    elif "rotated" in expect:
        assert forms["rotated"] == expect["rotated"]
    if "replace" in expect:
        assert "".join(cell.printed for cell in cells) == expect["replace"]
    if "upright" in expect:
        assert [text for text in forms["upright"] if text.isascii()] == expect["upright"]
    assert forms["side"] == expect.get("tate_chu_yoko", [])
    if "advance_em" in expect:
        assert sum(cell.length for cell in cells) == expect["advance_em"]
    if "adjustable" in expect:
        assert (cells[0].top, cells[0].bottom) == ((0.0, 0.5) if expect["adjustable"] == "bottom" else (0.0, 0.0))
    if "min_em" in expect:
        assert cells[0].length - cells[0].bottom == expect["min_em"]
