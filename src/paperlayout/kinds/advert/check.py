"""Adverts as placed: of another shape than the place that was sold."""

from collections.abc import Iterator

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic
from paperlayout.kinds.advert.compose import SetAdvert
from paperlayout.page import Page, Picture
from paperlayout.plan.page_plan import PagePlan
from paperlayout.units import mm

MOST_WHITE = 0.08
"""Share of its place that an advert may leave white unsaid."""


def odd_adverts(page: Page, plan: PagePlan) -> Iterator[Diagnostic]:
    """L340 for an advert that leaves much of its place white."""
    frames = {frame.id: frame for frame in page.frames if frame.kind == "advert"}
    for slot in plan.boxes:
        content = slot.variant.content
        if not isinstance(content, SetAdvert):
            continue
        frame, advert = frames[content.advert.id], content.advert
        shown = next(item.rect for item in frame.items if isinstance(item, Picture))
        height = frame.rect.height * (1 - content.label_rows / advert.rows)
        white = 1 - shown.width * shown.height / (frame.rect.width * height)
        if white > MOST_WHITE:
            yield tell(
                "L340", advert.origin, page=page.number, name=advert.file.name, columns=slot.block.columns, rows=advert.rows, share=round(100 * white),
                width=f"{frame.rect.width / mm(1):.0f}", height=f"{height / mm(1):.0f}",
            )  # fmt: skip
