"""An advert as an editor writes it: its file and the size it was sold in."""

from pathlib import Path

from paperlayout.issue import fields, values
from paperlayout.issue.items import ReadContext, named_files, placing
from paperlayout.issue.reading import FieldReader
from paperlayout.issue.source import MappingNode
from paperlayout.kinds.advert.item import Advert


def read_adverts(record: FieldReader, context: ReadContext) -> tuple[Advert, ...]:
    """The adverts given at one place."""
    return tuple(_advert(node, context) for node in record.mappings("adverts"))


def _advert(node: MappingNode, context: ReadContext) -> Advert:
    """An advert with the size it was sold in."""
    record = FieldReader(node, fields.ADVERT, context.report)
    name = context.names.of(record, "g")
    files = named_files(record, context, "广告")
    place, rows = placing(record, context), record.read("rows", values.counting)
    if not (place.columns or place.full_width) and record.lacks("columns"):
        context.report.tell("S228.columns", record.origin)
    if rows is None and record.lacks("rows"):
        context.report.tell("S228.rows", record.origin)
    return Advert(
        id=name, file=files[0] if files else Path(), rows=rows or 1, caption=record.text("caption"), alt=record.text("alt").value, placing=place,
        origin=record.origin,
    )  # fmt: skip
