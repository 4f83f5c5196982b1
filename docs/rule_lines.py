"""Miniatures of set type for the rules that look at finished pages: holes, marks at the edges of lines, the baseline grid."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from draw_rules import GRAY, MARK

from paperlayout.geometry import Point, Rect, Size
from paperlayout.grid import Block, Grid
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.page import DrawnItem, Frame, GlyphRun, Outline, Page, Rule
from paperlayout.setting.horizontal import set_copy
from paperlayout.text.composition import Composition, Paragraph, Penalties, Span
from paperlayout.text.justify import SetLine
from paperlayout.text.paragraph import compose, set_lines

SIZE, MEASURE, ROWS, LEGS, MARGIN = 14.0, 11, 7, 2, 14.0
GRID = Grid(columns=LEGS, rows=ROWS, column=MEASURE * SIZE, column_gap=22.0, leading=22.0, body_size=SIZE, left=MARGIN, top=MARGIN - 4)
PARAGRAPHS = (
    "6月10日，端午前夕，华亭镇总工会在一宅上茶馆举办劳模座谈会，请来三代劳模讲一讲当年，也谈一谈今天。",
    "老劳模说：“党的话，要听一辈子；厂里的事，要管一辈子。”年轻的工匠听了，当场写下两条：学好本事，带好徒弟。",
    "座谈会后，大家一起包粽子，送给还在岗位上的职工，再道一声端午安康。",
)
NAIVE = Composition(level="none", style="plain", rescue=0.0, penalties=Penalties(runt=0.0, lone_mark=0.0))
"""How a typewriter breaks lines."""
DROPPED = 6.0


@dataclass(frozen=True)
class Judged:
    """A rule, the code it tells, a page that keeps it and one that breaks it."""

    rule: str
    code: str
    good: Page
    bad: Page


def cases(kit: Kit) -> tuple[Judged, ...]:
    """The rules of finished pages."""
    whole, part, naive = (_legs(_composed(kit, *how), kit) for how in ((PARAGRAPHS, kit.composition), (PARAGRAPHS[:2], kit.composition), (PARAGRAPHS, NAIVE)))
    empty = ROWS - len(part[-1].set)
    holed = replace(_page(part, Outline(GRID.cells(Block(LEGS - 1, ROWS - empty, 1, empty)), 2.0, MARK)), blank_cells=empty)
    rows = tuple(_baselines())
    return (
        Judged("hole", "L349", _page(whole), holed),
        Judged("bad_edges", "L347", _page(whole), _page(naive, *_bad_starts(naive))),
        Judged("off_grid", "L348", _page(whole, *rows), _page((*whole[:-1], _dropped(whole[-1])), *rows)),
    )


def _composed(kit: Kit, paragraphs: tuple[str, ...], rules: Composition) -> list[SetLine]:
    broken = [compose(Paragraph((Span(text),)), MEASURE, VoiceMetrics(kit), rules) for text in paragraphs]
    return [line for one in broken for line in set_lines(one, one.best)]


def _legs(lines: list[SetLine], kit: Kit) -> tuple[Frame, ...]:
    """The lines in two legs."""
    return tuple(_leg(leg, lines[leg * ROWS : (leg + 1) * ROWS], kit) for leg in range(LEGS))


def _leg(leg: int, lines: list[SetLine], kit: Kit) -> Frame:
    items = [run for row, line in enumerate(lines) for run in set_copy(kit, line, Point(GRID.x(leg), GRID.baseline(row)), SIZE)]
    ends = tuple(number for number, line in enumerate(lines) if line.ends_paragraph)
    return Frame(
        id=f"leg{leg}", kind="body", rect=GRID.cells(Block(leg, 0, 1, ROWS)), items=tuple(items), set=tuple(line.text for line in lines), ends=ends
    )


def _bad_starts(legs: tuple[Frame, ...]) -> Iterator[DrawnItem]:
    """Red round what may not begin a line, or stand alone in one."""
    for leg, frame in enumerate(legs):
        for row, line in enumerate(frame.set):
            if line[0] in "，：。" or len(line.strip("，。")) == 1:
                rect, cells = GRID.cells(Block(leg, row, 1, 1)), 1 if line[0] in "，：。" else len(line)
                yield Outline(Rect(rect.x0 - 2, rect.y0, rect.x0 + SIZE * cells + 2, rect.y1 - 3), 1.5, MARK)


def _dropped(frame: Frame) -> Frame:
    """The leg with its lines off the page's rows."""
    runs = (item for item in frame.items if isinstance(item, GlyphRun))
    return replace(frame, items=tuple(replace(run, at=Point(run.at.x, run.at.y + DROPPED)) for run in runs))


def _baselines() -> Iterator[DrawnItem]:
    for row in range(ROWS):
        y = GRID.baseline(row) + 2
        yield Rule(Point(GRID.left, y), Point(GRID.right, y), 0.5, MARK)


def _page(legs: tuple[Frame, ...], *marks: DrawnItem) -> Page:
    size = Size(GRID.right + MARGIN, GRID.slot(ROWS) + MARGIN - 4)
    whole = Rect(0, 0, size.width, size.height)
    outline = Outline(Rect(0.25, 0.25, size.width - 0.25, size.height - 0.25), 0.5, GRAY)
    edge = Frame(id="edge", kind="rule", rect=whole, items=(outline, *marks))
    return Page(number=1, label="01", name="", size=size, type_area=GRID.type_area(), grid=GRID, frames=(*legs, edge))
