"""What newsprint can hold, rule by rule: each looks at one mark of a finished page and says what is wrong with it.

The numbers are those plants state for coldset; where they differ, the one that most of them accept.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pikepdf import Array, Object

from paperlayout.diag import Filling, Said
from paperlayout.issue.house import PressProfile
from paperlayout.press.graphics_state import PaintedObject
from paperlayout.press.ink_colour import PRINTABLE, REGISTRATION
from paperlayout.press.inkmap import InkMap
from paperlayout.units import Pt


def fault(key: str, **values: Filling) -> Said:
    """What is wrong, as a sentence of the catalogue."""
    return Said(key, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class PressLimits:
    """Least sizes of type and rules in points, and fineness of pictures in pixels an inch."""

    type: Pt = 5.0
    plates_type: Pt = 10.0
    reversed_bold: Pt = 7.0
    reversed: Pt = 9.5
    reversed_plates: Pt = 12.0
    line: Pt = 0.25
    plates_line: Pt = 1.0
    coarsest: float = 100.0
    coarse: float = 150.0
    fine: float = 450.0
    line_art: float = 600.0
    black_over: float = 140.0
    large: Pt = 24.0


LIMITS = PressLimits()
SLACK = 0.01


@dataclass(frozen=True, slots=True)
class SeenObject:
    """A mark as a rule sees it: the mark, the ink of the page below it, and what the plant wants."""

    mark: PaintedObject
    below: InkMap
    press: PressProfile


def faults(sight: SeenObject) -> Iterator[Said]:
    """All that is wrong with one mark."""
    for rule in RULES[sight.mark.kind]:
        yield from rule(sight)


def unprintable_colour(sight: SeenObject) -> Iterator[Said]:
    """P201: only the four process inks and named inks can be printed."""
    space = sight.mark.paint.space
    if space not in PRINTABLE:
        yield fault("P201", space=space.lstrip("/"))


def registration_colour(sight: SeenObject) -> Iterator[Said]:
    """P212: the colour of marks prints on every plate and has no place on the page."""
    if sight.mark.paint.spot == REGISTRATION:
        yield fault("P212")


def gray_black(sight: SeenObject) -> Iterator[Said]:
    """P202: black in DeviceGray is not held back by overprint mode 1, so it knocks out."""
    if sight.mark.paint.space == "/DeviceGray" and not sight.mark.paint.is_white:
        yield fault("P202")


def black_knocks_out(sight: SeenObject) -> Iterator[Said]:
    """P203: black type and rules that knock out show white rims when plates shift. Large type on a dark ground must."""
    mark, limit = sight.mark, LIMITS
    if not sight.press.overprint_black or mark.overprint or not mark.paint.is_black or mark.paint.space == "/DeviceGray":
        return
    size = mark.size if mark.kind == "type" else mark.size * 10
    if size <= limit.large or sight.below.ink_under(mark.box).total <= limit.black_over:
        yield fault("P203")


def white_overprints(sight: SeenObject) -> Iterator[Said]:
    """P204: white that overprints disappears."""
    if sight.mark.paint.is_white and sight.mark.overprint:
        yield fault("P204")


def several_plates_in_type(sight: SeenObject) -> Iterator[Said]:
    """P205: small type on several plates blurs."""
    mark = sight.mark
    if mark.paint.plates > 1 and mark.size < LIMITS.plates_type - SLACK:
        yield fault("P205", size=f"{mark.size:.1f}", plates=mark.paint.plates, least=f"{LIMITS.plates_type:g}")


def reversed_type(sight: SeenObject) -> Iterator[Said]:
    """P206: small reversed type fills in; P213: white type on bare paper cannot be seen."""
    mark = sight.mark
    if not mark.paint.is_white or mark.overprint:
        return
    ground = sight.below.ink_under(mark.box)
    if ground.total < 10:
        yield fault("P213")
        return
    least = LIMITS.reversed_plates if ground.plates > 1 else LIMITS.reversed_bold if _is_bold(mark.font) else LIMITS.reversed
    if mark.size < least - SLACK:
        yield fault("P206", size=f"{mark.size:.1f}", least=f"{least:g}")


def _is_bold(font: str) -> bool:
    return any(word in font for word in ("Bold", "Black", "Heavy"))


def tiny_type(sight: SeenObject) -> Iterator[Said]:
    """P207: type too small to be read on newsprint."""
    if sight.mark.size < LIMITS.type - SLACK:
        yield fault("P207", size=f"{sight.mark.size:.1f}", least=f"{LIMITS.type:g}")


def rich_black(sight: SeenObject) -> Iterator[Said]:
    """P208: type in black with other inks below it."""
    inks = sight.mark.paint.inks
    if inks[3] > 0.99 and max(inks[:3]) > 0.01:
        yield fault("P208")


def too_much_ink(sight: SeenObject) -> Iterator[Said]:
    """P303 for a colour that is too much by itself."""
    total, most = sight.mark.paint.total, sight.press.ink_limit
    if total > most + 0.5:
        yield fault("P303.colour", ink=f"{total:.0f}", most=f"{most:.0f}")


def hairline(sight: SeenObject) -> Iterator[Said]:
    """P209: a line too fine to hold on the plate; P210: one that takes several plates or a screen."""
    mark = sight.mark
    width = mark.size if mark.kind == "line" else min(mark.box.width, mark.box.height)
    if mark.kind == "area" and width > LIMITS.line:
        return
    if width < LIMITS.line - SLACK:
        yield fault("P209", width=f"{width:.2f}", least=f"{LIMITS.line:g}")
    elif mark.kind == "line" and width < LIMITS.plates_line - SLACK and (mark.paint.plates > 1 or 0.01 < max(mark.paint.planes) < 0.99):
        yield fault("P210", width=f"{width:.2f}", least=f"{LIMITS.plates_line:g}")


def image_colour(sight: SeenObject) -> Iterator[Said]:
    """P201 for pictures."""
    space = image_space(sight.mark.image)
    if space not in PRINTABLE:
        yield fault("P201.picture", space=space.lstrip("/"))


def image_space(image: Object | None) -> str:
    """The colour space of a picture; of an indexed one, that of its colours. A mask prints in the colour that is set."""
    if image is None or image.get("/ImageMask", False):
        return "/DeviceGray"
    space = image.get("/ColorSpace", "/none")
    while isinstance(space, Array) and str(space[0]) == "/Indexed":
        space = space[1]
    return str(space[0]) if isinstance(space, Array) else str(space)


def coarse_image(sight: SeenObject) -> Iterator[Said]:
    """P301, P305: too few pixels; P302: more than can be seen."""
    if sight.mark.image is None:
        return
    ppi, bits = sight.mark.ppi, int(sight.mark.image.get("/BitsPerComponent", 1))
    least = LIMITS.line_art if bits == 1 else LIMITS.coarse
    if ppi < least:
        yield fault("P301" if bits > 1 and ppi < LIMITS.coarsest else "P305", ppi=f"{ppi:.0f}", least=f"{least:.0f}")
    elif bits > 1 and ppi > LIMITS.fine:
        yield fault("P302", ppi=f"{ppi:.0f}")


def see_through(sight: SeenObject) -> Iterator[Said]:
    """P107, P111: what lets the ground show through must be flattened for PDF/X-1a, and is best avoided in PDF/X-4."""
    masked = sight.mark.image is not None and ("/SMask" in sight.mark.image)
    if sight.mark.see_through or masked:
        yield fault("P107" if sight.press.standard == "x1a" else "P111")


Rule = Callable[[SeenObject], Iterator[Said]]
RULES: dict[str, tuple[Rule, ...]] = {
    "type": (
        unprintable_colour, registration_colour, gray_black, black_knocks_out, white_overprints, several_plates_in_type, reversed_type, tiny_type, rich_black,
        too_much_ink, see_through,
    ),
    "line": (unprintable_colour, registration_colour, black_knocks_out, white_overprints, hairline, too_much_ink, see_through),
    "area": (unprintable_colour, registration_colour, white_overprints, hairline, too_much_ink, see_through),
    "image": (image_colour, coarse_image, see_through),
}  # fmt: skip
"""The rules for each kind of mark."""
