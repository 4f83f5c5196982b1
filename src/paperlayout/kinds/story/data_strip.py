"""数据: the strip of large numerals under the head of a boxed story (house-style §11)."""

from collections.abc import Iterator
from dataclasses import replace

from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block
from paperlayout.issue.content import Datum
from paperlayout.issue.house import Type
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, GlyphRun, Rule, cells_of
from paperlayout.setting.horizontal import StyledText, display_width, ink_of, set_display
from paperlayout.story.measured import MeasuredStory
from paperlayout.units import Pt


def strip_frame(story: MeasuredStory, columns: int, block: Block, area: Rect, kit: Kit) -> Frame:
    """The strip in its rows: numerals side by side with red dividers between, a red rule below."""
    data, style = story.article.data, kit.house.look.story_boxes
    items: list[DrawnItem] = []
    at, lines = 0, strip_lines(len(data), columns, style.numbers_a_column)
    height = area.height / len(lines)
    for n, count in enumerate(lines):
        line = Rect(area.x0, area.y0 + n * height, area.x1, area.y0 + (n + 1) * height)
        items += _line(data[at : at + count], line, kit)
        at += count
    y = area.y0 + (len(lines) - 1) * height + style.strip_rule
    items.append(Rule(Point(area.x0, y), Point(area.x1, y), style.strip_divider, ink_of(kit, "red")))
    text = "".join("".join(g.text for g in item.glyphs) for item in items if isinstance(item, GlyphRun))
    voice = kit.house.look.voices.data_number
    return Frame(
        id=f"{story.id}.data", kind="data", rect=area, cells=cells_of(block), items=tuple(items), story=story.id, rank=story.rank, text=text, copy=True,
        size=voice.size, face=voice.face, origin=data[0].number.origin,
    )  # fmt: skip


def _line(data: tuple[Datum, ...], area: Rect, kit: Kit) -> Iterator[DrawnItem]:
    """The numbers of one line, each in the middle of its share."""
    style, share = kit.house.look.story_boxes, area.width / len(data)
    scale = min(1.0, min((share - 2 * style.number_gap) / _width(datum, 1.0, kit) for datum in data))
    y = area.y0 + style.strip_baseline
    for n, datum in enumerate(data):
        left = area.x0 + n * share
        if n:
            yield Rule(Point(left, area.y0 + style.strip_top), Point(left, y), style.strip_divider, ink_of(kit, "red"))
        yield from _number(datum, Point(left + (share - _width(datum, scale, kit)) / 2, y), scale, kit)


def _voice(voice: Type, scale: float) -> Type:
    return replace(voice, size=voice.size * scale)


def _width(datum: Datum, scale: float, kit: Kit) -> Pt:
    """A number with its name and unit beside it."""
    voices = kit.house.look.voices
    said = ((datum.number.value, voices.data_number), (datum.name.value, voices.data_name), (datum.unit.value, voices.data_unit))
    numeral, name, unit = (display_width(kit.book, (StyledText(text, _voice(voice, scale)),)) if text else 0.0 for text, voice in said)
    return numeral + (kit.house.look.story_boxes.number_gap + max(name, unit) if name or unit else 0.0)


def _number(datum: Datum, at: Point, scale: float, kit: Kit) -> Iterator[GlyphRun]:
    style, voices = kit.house.look.story_boxes, kit.house.look.voices
    numeral = StyledText(datum.number.value, _voice(voices.data_number, scale))
    yield from set_display(kit, (numeral,), at)
    x = at.x + display_width(kit.book, (numeral,)) + style.number_gap
    if datum.name:
        rise = style.name_rise if datum.unit else (style.name_rise + style.unit_rise) / 2
        yield from set_display(kit, (StyledText(datum.name.value, _voice(voices.data_name, scale)),), Point(x, at.y - rise))
    if datum.unit:
        rise = style.unit_rise if datum.name else (style.name_rise + style.unit_rise) / 2
        yield from set_display(kit, (StyledText(datum.unit.value, _voice(voices.data_unit, scale)),), Point(x, at.y - rise))


def strip_lines(count: int, columns: int, a_column: float) -> tuple[int, ...]:
    """How many numbers stand on each line of the strip, as even as can be."""
    most = max(1, int(columns * a_column))
    lines = -(-count // most)
    return tuple(count // lines + (i < count % lines) for i in range(lines))
