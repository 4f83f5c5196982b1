"""A page of a finished file read mark by mark: what is painted where, in which inks, and whether over or through what lies below."""

from collections.abc import Callable
from dataclasses import replace
from math import hypot, sqrt
from typing import Any

from pikepdf import Dictionary, Object, Page, Stream, parse_content_stream

from paperlayout.geometry import Rect
from paperlayout.press.affine import Matrix, area, bounding_box, enlarged, matrix, overlap
from paperlayout.press.graphics_state import GraphicsState, Kind, PaintedObject, transparency
from paperlayout.press.ink_colour import PAPER, InkColour, Spaces
from paperlayout.press.textwidth import UNKNOWN, Font, font_of
from paperlayout.units import ROMAN_BASELINE

TINY = 1e-6
DEPTH = 8
"""Forms inside forms are followed so deep."""


class Scanner:
    """Reads the drawing of one page. Fonts are kept from page to page."""

    def __init__(self, trim: Rect, fonts: dict[Any, Font]) -> None:
        self._trim, self._fonts = trim, fonts
        self._stack: list[GraphicsState] = []
        self._corners: list[tuple[float, float]] = []
        self._area = 0.0
        self._clipping = False
        self._text = self._line = Matrix()
        self._marks: list[PaintedObject] = []
        self._state = GraphicsState(Matrix(), Rect(-1e6, -1e6, 1e6, 1e6), PAPER.black(), PAPER.black())
        self._resources: Object = Dictionary()
        self._spaces = Spaces(self._resources)
        self._depth = 0

    def marks(self, page: Page) -> tuple[PaintedObject, ...]:
        """Everything painted on a page, in the order it is painted."""
        self._read(page, page.obj.get("/Resources", Dictionary()))
        return tuple(self._marks)

    def _read(self, content: Page | Stream, resources: Object) -> None:
        before = (self._resources, self._spaces)
        self._resources, self._spaces = resources, Spaces(resources)
        for instruction in parse_content_stream(content):
            act = ACTS.get(str(instruction.operator))
            if act:
                act(self, instruction.operands)
        self._resources, self._spaces = before

    # state

    def _save(self, _: Any) -> None:
        self._stack.append(replace(self._state))

    def _restore(self, _: Any) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _concatenate(self, values: Any) -> None:
        self._state.ctm = matrix(values).then(self._state.ctm)

    def _graphics(self, values: Any) -> None:
        wanted = self._named("/ExtGState", values[0])
        if wanted is None:
            return
        state = self._state
        stroke = wanted.get("/OP", state.over_stroke)
        state.over_fill = bool(wanted.get("/op", stroke if "/OP" in wanted else state.over_fill))
        state.over_stroke = bool(stroke)
        state.mode = int(wanted.get("/OPM", state.mode))
        state.weight = float(wanted.get("/LW", state.weight))
        state.see_through = transparency(wanted) if any(key in wanted for key in ("/ca", "/CA", "/BM", "/SMask")) else state.see_through

    def _named(self, kind: str, name: Any) -> Object | None:
        return self._resources.get(kind, Dictionary()).get(str(name))

    # paths

    def _point(self, values: Any) -> None:
        numbers = [float(v) for v in values]
        self._corners += [self._state.ctm.at(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]

    def _rectangle(self, values: Any) -> None:
        x, y, width, height = (float(v) for v in values)
        start = len(self._corners)
        self._point((x, y, x + width, y, x + width, y + height, x, y + height))
        self._area += area(self._corners[start:])

    def _clip(self, _: Any) -> None:
        self._clipping = True

    def _stroked(self, _: Any) -> None:
        self._paint_line()
        self._done(None)

    def _filled(self, _: Any) -> None:
        self._paint_area()
        self._done(None)

    def _both(self, _: Any) -> None:
        self._paint_area()
        self._paint_line()
        self._done(None)

    def _done(self, _: Any) -> None:
        if self._clipping and self._corners:
            self._state.clip = overlap(self._state.clip, bounding_box(self._corners)) or Rect(0, 0, 0, 0)
        self._corners, self._area, self._clipping = [], 0.0, False

    def _paint_line(self) -> None:
        state = self._state
        if not self._corners:
            return
        weight = state.weight * sqrt(abs(state.ctm.a * state.ctm.d - state.ctm.b * state.ctm.c))
        box = enlarged(bounding_box(self._corners), weight / 2)
        straight = len(self._corners) == 2
        cover = 1.0 if straight else min(1.0, 2 * (box.width + box.height) * weight / max(box.width * box.height, 1e-6))
        self._add("line", box, state.stroke, state.over_stroke, size=weight, cover=cover)

    def _paint_area(self) -> None:
        if not self._corners:
            return
        box = bounding_box(self._corners)
        painted = self._area or area(self._corners)
        self._add("area", box, self._state.fill, self._state.over_fill, cover=min(1.0, painted / max(box.width * box.height, 1e-6)))

    def _add(self, kind: Kind, box: Rect, paint: InkColour, over: bool, **more: Any) -> None:
        seen = overlap(box, self._state.clip)
        if seen:
            over = over and self._state.mode == 1
            self._marks.append(PaintedObject(kind, self._placed_on_trim(seen), paint, over, see_through=self._state.see_through, **more))

    def _placed_on_trim(self, box: Rect) -> Rect:
        trim = self._trim
        return Rect(box.x0 - trim.x0, trim.y1 - box.y1, box.x1 - trim.x0, trim.y1 - box.y0)

    # colour

    def _fill_colour(self, values: Any) -> None:
        self._state.fill = self._spaces.paint(self._state.fill, values)

    def _stroke_colour(self, values: Any) -> None:
        self._state.stroke = self._spaces.paint(self._state.stroke, values)

    # type

    def _begin(self, _: Any) -> None:
        self._text = self._line = Matrix()

    def _font(self, values: Any) -> None:
        self._state.font, self._state.size = str(values[0]), float(values[1])

    def _move(self, values: Any) -> None:
        self._line = Matrix(e=float(values[0]), f=float(values[1])).then(self._line)
        self._text = self._line

    def _move_leading(self, values: Any) -> None:
        self._state.leading = -float(values[1])
        self._move(values)

    def _next_line(self, _: Any) -> None:
        self._move((0, -self._state.leading))

    def _text_matrix(self, values: Any) -> None:
        self._text = self._line = matrix(values)

    def _shown(self, values: Any) -> None:
        self._show((values[-1],))

    def _shown_next(self, values: Any) -> None:
        self._next_line(None)
        self._shown(values)

    def _shown_spaced(self, values: Any) -> None:
        self._show(values[0])

    def _show(self, pieces: Any) -> None:
        state = self._state
        font = self._opened(state.font)
        length = 0.0
        for piece in pieces:
            if hasattr(piece, "__bytes__") and not isinstance(piece, int | float):
                length += self._advance(bytes(piece), font)
            else:
                length -= float(piece) / 1000 * state.size * state.stretch
        placed = self._text.then(state.ctm)
        self._text = Matrix(e=length).then(self._text)
        if state.render in (3, 7):
            return
        size = abs(state.size) * hypot(placed.c, placed.d)
        low, high = state.rise + (ROMAN_BASELINE - 1) * state.size, state.rise + ROMAN_BASELINE * state.size
        box = bounding_box([placed.at(x, y) for x in (0.0, length) for y in (low, high)])
        paint, over = (state.stroke, state.over_stroke) if state.render == 1 else (state.fill, state.over_fill)
        self._add("type", box, paint, over, size=size, font=font.name)

    def _advance(self, text: bytes, font: Font) -> float:
        state, codes = self._state, font.codes(text)
        spaces = 0 if font.two_bytes else codes.count(32)
        return (font.width(codes) / 1000 * state.size + len(codes) * state.spacing + spaces * state.word) * state.stretch

    def _opened(self, name: str) -> Font:
        wanted = self._named("/Font", name)
        if wanted is None:
            return UNKNOWN
        key = wanted.objgen if wanted.is_indirect else name
        if key not in self._fonts:
            self._fonts[key] = font_of(wanted)
        return self._fonts[key]

    # images and forms

    def _placed(self, values: Any) -> None:
        found = self._named("/XObject", values[0])
        if not isinstance(found, Stream):
            return
        if str(found.get("/Subtype")) == "/Image":
            self._image(found)
        elif str(found.get("/Subtype")) == "/Form" and self._depth < DEPTH:
            self._form(found)

    def _image(self, image: Object) -> None:
        ctm = self._state.ctm
        box = bounding_box([ctm.at(x, y) for x in (0, 1) for y in (0, 1)])
        wide, high = max(hypot(ctm.a, ctm.b), TINY), max(hypot(ctm.c, ctm.d), TINY)
        ppi = 72 * min(int(image.get("/Width", 0)) / wide, int(image.get("/Height", 0)) / high)
        self._add("image", box, self._state.fill, self._state.over_fill, image=image, whole=self._placed_on_trim(box), ppi=ppi)

    def _inline(self, values: Any) -> None:
        self._image(values[0].obj if hasattr(values[0], "obj") else Dictionary())

    def _form(self, form: Stream) -> None:
        self._save(None)
        self._depth += 1
        if "/Matrix" in form:
            self._concatenate(list(form.Matrix))
        if "/Group" in form and str(form.Group.get("/S")) == "/Transparency":
            self._state.see_through = self._state.see_through or "group"
        self._read(form, form.get("/Resources", self._resources))
        self._depth -= 1
        self._restore(None)


def _setter(name: str, scale: float = 1.0) -> Callable[[Scanner, Any], None]:
    def set_number(scanner: Scanner, values: Any) -> None:
        setattr(scanner._state, name, float(values[0]) * scale)

    return set_number


def _space(stroke: bool) -> Callable[[Scanner, Any], None]:
    def set_space(scanner: Scanner, values: Any) -> None:
        setattr(scanner._state, "stroke" if stroke else "fill", scanner._spaces.named(str(values[0])))

    return set_space


def _device(space: str, stroke: bool) -> Callable[[Scanner, Any], None]:
    def set_colour(scanner: Scanner, values: Any) -> None:
        setattr(scanner._state, "stroke" if stroke else "fill", scanner._spaces.paint(scanner._spaces.named(space), values))

    return set_colour


ACTS: dict[str, Callable[[Scanner, Any], None]] = {
    "q": Scanner._save, "Q": Scanner._restore, "cm": Scanner._concatenate, "gs": Scanner._graphics, "w": _setter("weight"),
    "m": Scanner._point, "l": Scanner._point, "c": Scanner._point, "v": Scanner._point, "y": Scanner._point, "re": Scanner._rectangle,
    "W": Scanner._clip, "W*": Scanner._clip, "n": Scanner._done, "S": Scanner._stroked, "s": Scanner._stroked,
    "f": Scanner._filled, "F": Scanner._filled, "f*": Scanner._filled, "B": Scanner._both, "B*": Scanner._both, "b": Scanner._both, "b*": Scanner._both,
    "cs": _space(False), "CS": _space(True), "sc": Scanner._fill_colour, "scn": Scanner._fill_colour,
    "SC": Scanner._stroke_colour, "SCN": Scanner._stroke_colour,
    "g": _device("/DeviceGray", False), "G": _device("/DeviceGray", True), "rg": _device("/DeviceRGB", False), "RG": _device("/DeviceRGB", True),
    "k": _device("/DeviceCMYK", False), "K": _device("/DeviceCMYK", True),
    "BT": Scanner._begin, "Tf": Scanner._font, "Td": Scanner._move, "TD": Scanner._move_leading, "T*": Scanner._next_line, "Tm": Scanner._text_matrix,
    "Tc": _setter("spacing"), "Tw": _setter("word"), "Tz": _setter("stretch", 0.01), "TL": _setter("leading"), "Ts": _setter("rise"),
    "Tr": lambda scanner, values: setattr(scanner._state, "render", int(values[0])),
    "Tj": Scanner._shown, "'": Scanner._shown_next, '"': Scanner._shown_next, "TJ": Scanner._shown_spaced,
    "Do": Scanner._placed, "INLINE IMAGE": Scanner._inline,
}  # fmt: skip
"""What each drawing operator does (ISO 32000-1, annex A); the others change nothing that print cares about."""
