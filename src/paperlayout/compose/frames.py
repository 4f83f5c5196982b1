"""Frames of the kinds that many parts of a page are made of: white, rules, the ground of a box, furniture."""

from collections.abc import Sequence

from paperlayout.geometry import Rect
from paperlayout.grid import Block, Grid
from paperlayout.issue.content import Article
from paperlayout.page import DrawnItem, Frame, FrameKind, GlyphRun, Rule, cells_of
from paperlayout.story.box import BoxText, MeasuredBox
from paperlayout.story.measured import MeasuredStory


def owner_of(box: MeasuredBox, article: Article, text: BoxText) -> MeasuredStory:
    """The story in a box, as frames name it."""
    return MeasuredStory(id=article.id, rank=box.rank, article=article, flow=text.flow, origin=article.origin)


def gap_frame(name: str, block: Block, grid: Grid, items: Sequence[DrawnItem] = ()) -> Frame:
    """White that is meant, with an ornament or a rule in it or without."""
    return Frame(id=name, kind="gap", rect=grid.cells(block), cells=cells_of(block), items=tuple(items))


def rules_frame(rules: Sequence[Rule], story: str | None = None) -> Frame:
    """The rules of a box, or of the page, as one frame."""
    ends = [end for rule in rules for end in (rule.start, rule.end)]
    xs, ys = [end.x for end in ends], [end.y for end in ends]
    name = f"{story}.rules" if story else "rules"
    return Frame(id=name, kind="rule", rect=Rect(min(xs), min(ys), max(xs), max(ys)), items=tuple(rules), story=story)


def box_frame(owner: MeasuredStory | MeasuredBox, ground: Rect, items: Sequence[DrawnItem]) -> Frame:
    """The ground of a box, under all that stands in it."""
    return Frame(id=f"{owner.id}.box", kind="box", rect=ground, items=tuple(items), story=owner.id, rank=owner.rank)


def furniture_frame(name: str, kind: FrameKind, rect: Rect, rows: Block, items: Sequence[DrawnItem]) -> Frame:
    """Furniture of the page; its text is what is set in it, one run a line."""
    runs = ("".join(glyph.text for glyph in item.glyphs) for item in items if isinstance(item, GlyphRun))
    return Frame(id=name, kind=kind, rect=rect, cells=cells_of(rows), items=tuple(items), text="\n".join(filter(None, runs)))
