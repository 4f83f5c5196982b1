"""广告: a picture or PDF in the cells it was sold, whole, never stretched."""


from paperlayout.grid import Grid
from paperlayout.issue.house import House
from paperlayout.kinds.advert.compose import SetAdvert
from paperlayout.kinds.advert.item import Advert
from paperlayout.kit import Kit
from paperlayout.story.box import BoxVariant, MeasuredBox, PictureArea


def measure_advert(advert: Advert, grid: Grid, kit: Kit) -> MeasuredBox:
    """The advert in its one size."""
    facts = kit.photos[advert.file]
    width = min(advert.placing.width(grid.columns) or grid.columns, grid.columns)
    label = 1 if advert.caption and advert.rows > 1 else 0
    content = SetAdvert(advert, facts.width / facts.height, label)
    variant = BoxVariant(width, advert.rows, 0.0, content, pictures=(PictureArea(0, 0, width, advert.rows),))
    return MeasuredBox(
        id=advert.id, label="广告", rank=4, title=advert.caption.value, variants=(variant,), placing=advert.placing, origin=advert.origin
    )


def advert_load(advert: Advert, house: House) -> float:
    """The cells it takes of a page, with a row of white."""
    columns = house.look.grid.columns
    return (advert.placing.width(columns) or columns) * (advert.rows + 1)
