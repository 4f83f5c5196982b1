"""Adverts: the picture or PDF page whole in the cells that were sold, on paper white, with a hairline round them (house-style §7)."""

from collections.abc import Iterator
from dataclasses import dataclass

from paperlayout.geometry import Point, Rect
from paperlayout.grid import Block, Grid
from paperlayout.kinds.advert.item import Advert
from paperlayout.kit import Kit
from paperlayout.page import DrawnItem, Frame, Outline, Picture, cells_of
from paperlayout.setting.horizontal import StyledText, ink_of, set_display
from paperlayout.story.box import MeasuredBox

WHOLE = Rect(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class SetAdvert:
    """An advert with its shape, and the rows its label takes at its foot."""

    advert: Advert
    ratio: float
    label_rows: int

    def frames(self, box: MeasuredBox, block: Block, grid: Grid, kit: Kit) -> Iterator[Frame]:
        """The advert as one frame."""
        advert, area = self.advert, grid.picture(block)
        room = Rect(area.x0, area.y0, area.x1, grid.ink_foot(block.foot - 1 - self.label_rows))
        picture = contained(room, self.ratio)
        items: list[DrawnItem] = [Picture(picture, str(advert.file), WHOLE, advert.alt or advert.caption.value or UNTOLD, origin=advert.origin)]
        if self.label_rows:
            at = Point(area.x1 - LABEL_INSET, grid.baseline(block.foot - 1))
            items += set_display(kit, (StyledText(advert.caption.value, kit.house.look.voices.advert_label),), at, 1.0)
        items.append(Outline(area, kit.house.look.figures.border, ink_of(kit, "black")))
        facts = kit.photos[advert.file]
        ppi = None if facts.format == "PDF" else round(facts.width / (picture.width / 72))
        text = advert.caption.value or None
        yield Frame(id=box.id, kind="advert", rect=area, cells=cells_of(block), items=tuple(items), text=text, ppi=ppi, origin=advert.origin)


LABEL_INSET = 6.0
UNTOLD = "广告"
"""What is said of an advert to those who cannot see it when the editor says nothing."""


def contained(room: Rect, ratio: float) -> Rect:
    """The largest box of a shape that stands in the middle of a room."""
    width = min(room.width, room.height * ratio)
    height = width / ratio
    x, y = (room.x0 + room.x1 - width) / 2, (room.y0 + room.y1 - height) / 2
    return Rect(x, y, x + width, y + height)
