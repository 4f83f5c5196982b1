"""What newsprint can hold, rule by rule: each looks at one mark of a finished page and says what is wrong with it.

The numbers are those plants state for coldset; where they differ, the one that most of them accept.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pikepdf import Array, Object

from paperlayout.diag import Severity
from paperlayout.issue.house import PressProfile
from paperlayout.press.inkmap import InkMap
from paperlayout.press.paint import PRINTABLE, REGISTRATION
from paperlayout.press.scan import Mark
from paperlayout.units import Pt

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a mark: code, how bad, what in the editor's words, and the cure."""

    code: str
    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Limits:
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


LIMITS = Limits()
SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Sight:
    """A mark as a rule sees it: the mark, the ink of the page below it, and what the plant wants."""

    mark: Mark
    below: InkMap
    press: PressProfile


def faults(sight: Sight) -> Iterator[Fault]:
    """All that is wrong with one mark."""
    for rule in RULES[sight.mark.kind]:
        yield from rule(sight)


def unprintable_colour(sight: Sight) -> Iterator[Fault]:
    """P201: only the four process inks and named inks can be printed."""
    space = sight.mark.paint.space
    if space not in PRINTABLE:
        yield Fault("P201", ERROR, f"用了 {space.lstrip('/')} 颜色，不是印刷的四色", "改成 CMYK 颜色；外来的广告请供稿方转成 CMYK")


def registration_colour(sight: Sight) -> Iterator[Fault]:
    """P212: the colour of marks prints on every plate and has no place on the page."""
    if sight.mark.paint.spot == REGISTRATION:
        yield Fault("P212", ERROR, "版面里用了套准色（印在每一块版上）", "改成单黑")


def gray_black(sight: Sight) -> Iterator[Fault]:
    """P202: black in DeviceGray is not held back by overprint mode 1, so it knocks out."""
    if sight.mark.paint.space == "/DeviceGray" and not sight.mark.paint.is_white:
        yield Fault("P202", ERROR, "黑字用的是灰度颜色，不会叠印", "改成 CMYK 的单黑 0/0/0/100")


def black_knocks_out(sight: Sight) -> Iterator[Fault]:
    """P203: black type and rules that knock out show white rims when plates shift. Large type on a dark ground must."""
    mark, limit = sight.mark, LIMITS
    if not sight.press.overprint_black or mark.overprint or not mark.paint.is_black or mark.paint.space == "/DeviceGray":
        return
    size = mark.size if mark.kind == "type" else mark.size * 10
    if size <= limit.large or sight.below.ink_under(mark.box).total <= limit.black_over:
        yield Fault("P203", WARNING, "黑色没有叠印，套印稍有不准就会露白边", "黑字、黑线设为叠印（overprint）")


def white_overprints(sight: Sight) -> Iterator[Fault]:
    """P204: white that overprints disappears."""
    if sight.mark.paint.is_white and sight.mark.overprint:
        yield Fault("P204", ERROR, "白色设成了叠印，印出来会消失", "白字、白块要挖空（knockout），取消叠印")


def several_plates_in_type(sight: Sight) -> Iterator[Fault]:
    """P205: small type on several plates blurs."""
    mark = sight.mark
    if mark.paint.plates > 1 and mark.size < LIMITS.plates_type - SLACK:
        told = f"{mark.size:.1f} 点的小字要套印 {mark.paint.plates} 色，容易印虚"
        yield Fault("P205", WARNING, told, f"改成单黑或单色，或放大到 {LIMITS.plates_type:g} 点以上")


def reversed_type(sight: Sight) -> Iterator[Fault]:
    """P206: small reversed type fills in; P213: white type on bare paper cannot be seen."""
    mark = sight.mark
    if not mark.paint.is_white or mark.overprint:
        return
    ground = sight.below.ink_under(mark.box)
    if ground.total < 10:
        yield Fault("P213", WARNING, "白字下面没有底色，印出来看不见", "加上底色，或改字的颜色")
        return
    least = LIMITS.reversed_plates if ground.plates > 1 else LIMITS.reversed_bold if _is_bold(mark.font) else LIMITS.reversed
    if mark.size < least - SLACK:
        yield Fault("P206", WARNING, f"反白字只有 {mark.size:.1f} 点，印在新闻纸上容易糊掉", f"放大到 {least:g} 点以上，用黑体")


def _is_bold(font: str) -> bool:
    return any(word in font for word in ("Bold", "Black", "Heavy"))


def tiny_type(sight: Sight) -> Iterator[Fault]:
    """P207: type too small to be read on newsprint."""
    if sight.mark.size < LIMITS.type - SLACK:
        yield Fault("P207", WARNING, f"字只有 {sight.mark.size:.1f} 点，新闻纸上看不清", f"放大到 {LIMITS.type:g} 点以上")


def rich_black(sight: Sight) -> Iterator[Fault]:
    """P208: type in black with other inks below it."""
    inks = sight.mark.paint.inks
    if inks[3] > 0.99 and max(inks[:3]) > 0.01:
        yield Fault("P208", WARNING, "黑字里掺了别的颜色（复色黑）", "改成单黑 0/0/0/100")


def too_much_ink(sight: Sight) -> Iterator[Fault]:
    """P303 for a colour that is too much by itself."""
    total, most = sight.mark.paint.total, sight.press.ink_limit
    if total > most + 0.5:
        yield Fault("P303", ERROR, f"颜色的总墨量 {total:.0f}%，超过 {most:.0f}%", "减去青、品红、黄，用黑色代替")


def hairline(sight: Sight) -> Iterator[Fault]:
    """P209: a line too fine to hold on the plate; P210: one that takes several plates or a screen."""
    mark = sight.mark
    width = mark.size if mark.kind == "line" else min(mark.box.width, mark.box.height)
    if mark.kind == "area" and width > LIMITS.line:
        return
    if width < LIMITS.line - SLACK:
        yield Fault("P209", WARNING, f"线只有 {width:.2f} 点粗，印版上留不住", f"加粗到 {LIMITS.line:g} 点（0.1 毫米）以上")
    elif mark.kind == "line" and width < LIMITS.plates_line - SLACK and (mark.paint.plates > 1 or 0.01 < max(mark.paint.planes) < 0.99):
        yield Fault("P210", WARNING, f"{width:.2f} 点的细线要套色或加网，会断成点", f"改成单色实线，或加粗到 {LIMITS.plates_line:g} 点")


def image_colour(sight: Sight) -> Iterator[Fault]:
    """P201 for pictures."""
    space = image_space(sight.mark.image)
    if space not in PRINTABLE:
        yield Fault("P201", ERROR, f"图片是 {space.lstrip('/')} 颜色，不是印刷的四色", "由程序排版时转成四色；外来的广告请供稿方转成 CMYK")


def image_space(image: Object | None) -> str:
    """The colour space of a picture; of an indexed one, that of its colours. A mask prints in the colour that is set."""
    if image is None or image.get("/ImageMask", False):
        return "/DeviceGray"
    space = image.get("/ColorSpace", "/none")
    while isinstance(space, Array) and str(space[0]) == "/Indexed":
        space = space[1]
    return str(space[0]) if isinstance(space, Array) else str(space)


def fineness(mark: Mark) -> float:
    """Pixels an inch of a picture as it stands."""
    assert mark.image is not None
    return 72 * min(int(mark.image.get("/Width", 0)) / mark.box.width, int(mark.image.get("/Height", 0)) / mark.box.height)


def coarse_image(sight: Sight) -> Iterator[Fault]:
    """P301: too few pixels; P302: more than can be seen."""
    if sight.mark.image is None:
        return
    ppi, bits = fineness(sight.mark), int(sight.mark.image.get("/BitsPerComponent", 1))
    least = LIMITS.line_art if bits == 1 else LIMITS.coarse
    if ppi < least:
        bad = bits > 1 and ppi < LIMITS.coarsest
        yield Fault("P301", ERROR if bad else WARNING, f"图片只有 {ppi:.0f} 像素/英寸，印出来会模糊", f"换大一些的原图或排小一些，到 {least:.0f} 以上")
    elif bits > 1 and ppi > LIMITS.fine:
        yield Fault("P302", WARNING, f"图片有 {ppi:.0f} 像素/英寸，新闻纸上看不出来，文件白白变大", "付印“图片精度”写 220")


def see_through(sight: Sight) -> Iterator[Fault]:
    """P107: what lets the ground show through must be flattened for PDF/X-1a, and is best avoided in PDF/X-4."""
    masked = sight.mark.image is not None and ("/SMask" in sight.mark.image)
    if sight.mark.see_through or masked:
        bad = sight.press.standard == "x1a"
        yield Fault("P107", ERROR if bad else WARNING, "有透明效果" + ("，PDF/X-1a 不许有" if bad else "，老的制版机可能印错"), "请供稿方把透明拼合后再给")


Rule = Callable[[Sight], Iterator[Fault]]
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
