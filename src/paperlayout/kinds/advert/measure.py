"""广告: a picture or PDF in the cells it was sold, whole, never stretched."""


from paperlayout.issue.content import Advert
from paperlayout.kinds.advert.compose import SetAdvert
from paperlayout.kit import Kit
from paperlayout.story.box import BoxVariant, MeasuredBox, PictureArea


def measure_advert(advert: Advert, columns: int, kit: Kit) -> MeasuredBox:
    """The advert in its one size."""
    facts = kit.photos[advert.file]
    width = columns if advert.placing.full_width else min(advert.placing.columns or columns, columns)
    label = 1 if advert.caption and advert.rows > 1 else 0
    content = SetAdvert(advert, facts.width / facts.height, label)
    variant = BoxVariant(width, advert.rows, 0.0, content, pictures=(PictureArea(0, 0, width, advert.rows),))
    return MeasuredBox(advert.id, "advert", 4, advert.caption.value, (variant,), 0, advert.placing, True, advert.origin)
