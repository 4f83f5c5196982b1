"""The table of kinds. A new kind: a folder of its own beside the others, a row here, its field in `issue.fields`, and its look in the house style."""

from typing import Any

from paperlayout.issue import fields
from paperlayout.issue.content import Item
from paperlayout.kinds.advert.check import odd_adverts
from paperlayout.kinds.advert.item import Advert
from paperlayout.kinds.advert.measure import advert_load, measure_advert
from paperlayout.kinds.advert.read import read_adverts
from paperlayout.kinds.briefs.check import unused_copy
from paperlayout.kinds.briefs.export import exported_briefs
from paperlayout.kinds.briefs.item import Briefs
from paperlayout.kinds.briefs.measure import briefs_load, measure_briefs
from paperlayout.kinds.briefs.read import read_briefs
from paperlayout.kinds.kind import Kind
from paperlayout.kinds.notice.item import Notice
from paperlayout.kinds.notice.measure import measure_notice, notice_load
from paperlayout.kinds.notice.read import read_notices

KINDS: tuple[Kind[Any], ...] = (
    Kind(
        field="briefs",
        chinese="简讯",
        item=Briefs,
        tables={"box": fields.BRIEFS},
        forms=("article", "box"),
        read=read_briefs,
        measure=measure_briefs,
        load=briefs_load,
        exported=exported_briefs,
        unused=unused_copy,
    ),
    Kind(
        field="notice",
        chinese="启事",
        item=Notice,
        tables={"notice": fields.NOTICE},
        forms=("notice",),
        words_alone=True,
        read=read_notices,
        measure=measure_notice,
        load=notice_load,
    ),
    Kind(
        field="adverts",
        chinese="广告",
        item=Advert,
        tables={"advert": fields.ADVERT},
        forms=("advert",),
        read=read_adverts,
        measure=measure_advert,
        load=advert_load,
        check=odd_adverts,
    ),
)
"""In the order their blocks are measured in."""


def kind_of(item: Item) -> Kind[Any]:
    """The kind of an item that is neither story nor photo."""
    return next(kind for kind in KINDS if isinstance(item, kind.item))
