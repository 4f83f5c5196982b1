"""One page as drawing operators: text line by line, rules, tints and pictures. Nothing is decided here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from paperlayout.draw.colour import KNOCKOUT, OVERPRINT, Plates, overprints, process_recipe
from paperlayout.draw.embed import EM, EmbeddedFace, Faces
from paperlayout.draw.images import Images
from paperlayout.draw.objects import number
from paperlayout.draw.tags import TaggedPassage
from paperlayout.geometry import Point, Rect
from paperlayout.page import DrawnItem, GlyphRun, Ink, Outline, Page, Picture, Rule, Tint
from paperlayout.units import Pt


@dataclass(frozen=True, slots=True)
class Supplies:
    """What all pages of a document draw from: faces, spot plates and images."""

    faces: Faces
    plates: Plates
    images: Images


@dataclass(frozen=True, slots=True)
class Manner:
    """How pages go on the sheet: white round the trimmed page that ink may reach, room for marks round that, and whether black overprints."""

    bleed: Pt = 0.0
    slug: Pt = 0.0
    overprint: bool = True

    @property
    def margin(self) -> Pt:
        """From the edge of the sheet to the trimmed page."""
        return self.bleed + self.slug


@dataclass(frozen=True, slots=True)
class Background:
    """What lies under black type: where, and how much ink there may be, in per cent."""

    rect: Rect
    ink: float


LARGE = 24.0
"""Type of more points, and rules of more than a tenth of it, are areas of ink and not lines: on a dark ground they would be too much."""
MOST_UNDER_BLACK = 140.0
"""Ink in per cent that a ground may have for large black type to print over it; 100 more is the limit of newsprint."""
PHOTO_INK = 240.0


class ContentStream:
    """The content of one page. Keeps the state of the viewer, so that only what changes is written."""

    def __init__(self, page: Page, supplies: Supplies, manner: Manner, passages: Iterable[TaggedPassage] | None = None) -> None:
        self._left, self._top = manner.margin, page.size.height + manner.margin
        self._supplies, self._black_overprints = supplies, manner.overprint
        self._out: list[str] = []
        self._grounds: list[Background] = []
        self._state: dict[str, str] = {"overprint": KNOCKOUT, "fill": "", "stroke": "", "weight": "", "font": "", "stretch": "100 Tz"}
        self.fonts: set[str] = set()
        self.images: set[str] = set()
        if passages is None:
            for frame in page.frames:
                self._items(frame.items)
        else:
            for passage in passages:
                self._passage(passage)

    def operators(self) -> bytes:
        """The content stream, not yet compressed."""
        return ("\n".join(self._out) + "\n").encode("ascii")

    def place(self, point: Point) -> str:
        """A place on the page as PDF has it: from the lower left, y up. The one flip there is."""
        return f"{number(self._left + point.x)} {number(self._top - point.y)}"

    def _passage(self, passage: TaggedPassage) -> None:
        """Items between the marks that say what they are."""
        self._out.append(f"/{passage.role} <</MCID {passage.mark}>> BDC" if passage.role else "/Artifact BMC")
        self._items(passage.items)
        self._out.append("EMC")

    def _items(self, items: Iterable[DrawnItem]) -> None:
        for is_text, group in groupby(items, key=lambda item: isinstance(item, GlyphRun)):
            if is_text:
                self._text(item for item in group if isinstance(item, GlyphRun))
            else:
                for item in group:
                    self._draw(item)

    def _draw(self, item: DrawnItem) -> None:
        match item:
            case Rule():
                self._stroke(item.ink, item.weight, _round((item.start, item.end)))
                self._out.append(f"{self.place(item.start)} m {self.place(item.end)} l S")
            case Outline():
                self._stroke(item.ink, item.weight, item.rect)
                self._out.append(f"{self._box(item.rect)} re S")
            case Tint():
                self._fill(item.ink, item.share, over=False)
                self._grounds.append(Background(_round(item.points), sum(process_recipe(item.ink, item.share)) * 100))
                start, *others = map(self.place, item.points)
                self._out.append(" ".join([f"{start} m", *(f"{corner} l" for corner in others), "h f"]))
            case Picture():
                self._picture(item)

    def _set(self, what: str, operator: str) -> None:
        if self._state[what] != operator:
            self._state[what] = operator
            self._out.append(operator)

    def _overprint(self, on: bool) -> None:
        wanted = OVERPRINT if on else KNOCKOUT
        if self._state["overprint"] != wanted:
            self._state["overprint"] = wanted
            self._out.append(f"/{wanted} gs")

    def _fill(self, ink: Ink, share: float, over: bool) -> None:
        self._overprint(over)
        self._set("fill", self._supplies.plates.fill(ink, share))

    def _prints_over(self, ink: Ink, size: Pt, where: Rect) -> bool:
        """Whether type or a rule prints over what lies below it. Large black type on a dark ground knocks out: both inks together would be too much."""
        if not (self._black_overprints and overprints(ink)):
            return False
        return size <= LARGE or not any(ground.ink > MOST_UNDER_BLACK and _meet(ground.rect, where) for ground in self._grounds)

    def _stroke(self, ink: Ink, weight: Pt, where: Rect) -> None:
        self._overprint(self._prints_over(ink, weight * 10, where))
        self._set("stroke", self._supplies.plates.stroke(ink))
        self._set("weight", f"{number(weight)} w")

    def _box(self, rect: Rect) -> str:
        return f"{self.place(Point(rect.x0, rect.y1))} {number(rect.width)} {number(rect.height)}"

    def _picture(self, picture: Picture) -> None:
        key = self._supplies.images.use(picture)
        self.images.add(key)
        self._overprint(False)
        rect = picture.rect
        self._grounds.append(Background(rect, PHOTO_INK))
        matrix = f"{number(rect.width)} 0 0 {number(rect.height)} {self.place(Point(rect.x0, rect.y1))} cm"
        self._out.append(f"q {self._box(rect)} re W n {matrix} /{key} Do Q")

    def _text(self, runs: Iterable[GlyphRun]) -> None:
        self._out.append("BT")
        for run in runs:
            if run.glyphs:
                self._run(run)
        self._out.append("ET")

    def _run(self, run: GlyphRun) -> None:
        face = self._supplies.faces.use(run.face)
        self.fonts.add(face.key)
        self._fill(run.ink, 1.0, over=self._prints_over(run.ink, run.size, _of_run(run)))
        self._set("font", f"/{face.key} {number(run.size)} Tf")
        self._set("stretch", f"{number(run.stretch * 100)} Tz")
        if any(glyph.y for glyph in run.glyphs):
            self._vertical(run, face)
        else:
            turn = "0 -1 1 0" if run.turned else "1 0 0 1"
            self._out.append(f"{turn} {self.place(run.at)} Tm [{''.join(_shown(run, face))}] TJ")

    def _vertical(self, run: GlyphRun, face: EmbeddedFace) -> None:
        """A vertical line, glyph by glyph. Its text is given as a whole: a reader of the file takes glyphs one below another for lines of their own."""
        text = "".join(glyph.text for glyph in run.glyphs)
        self._out.append(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC")
        for glyph in run.glyphs:
            face.note(glyph.id, glyph.text)
            at = Point(run.at.x + glyph.x, run.at.y + glyph.y)
            self._out.append(f"1 0 0 1 {self.place(at)} Tm <{glyph.id:04X}> Tj")
        self._out.append("EMC")


def _of_run(run: GlyphRun) -> Rect:
    """About where the type of a run stands."""
    right, foot = max(glyph.x for glyph in run.glyphs) + run.size, max(glyph.y for glyph in run.glyphs)
    return Rect(run.at.x, run.at.y - run.size, run.at.x + right, run.at.y + foot)


def _round(points: Iterable[Point]) -> Rect:
    xs, ys = zip(*((point.x, point.y) for point in points), strict=True)
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _meet(one: Rect, other: Rect) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _shown(run: GlyphRun, face: EmbeddedFace) -> Iterator[str]:
    """Codes and moves of one run. Moves are measured from where the viewer's pen really stands, so rounding never adds up."""
    thousandth = run.size * run.stretch / EM
    pen, codes = 0.0, ""
    for glyph in run.glyphs:
        face.note(glyph.id, glyph.text)
        move = round(glyph.x / thousandth - pen)
        if move:
            yield f"<{codes}>{-move}" if codes else f"{-move}"
            codes = ""
        codes += f"{glyph.id:04X}"
        pen += move + face.width(glyph.id)
    yield f"<{codes}>"
