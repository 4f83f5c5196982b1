"""启事 as an editor writes them: words alone, or words with pins."""

from paperlayout.catalogue.book import sentence
from paperlayout.issue import fields
from paperlayout.issue.items import ReadContext, placing
from paperlayout.issue.reading import FieldReader, list_of
from paperlayout.issue.source import MappingNode
from paperlayout.kinds.notice.item import Notice


def read_notices(record: FieldReader, context: ReadContext) -> tuple[Notice, ...]:
    """The notices given at one place."""
    if any(isinstance(node, MappingNode) for node in list_of(record.node("notice"))):
        return tuple(_notice(node, context) for node in record.mappings("notice"))
    words = record.text("notice")
    return (Notice(id=context.names.numbered("notice"), text=words, origin=words.origin),) if words else ()


def _notice(node: MappingNode, context: ReadContext) -> Notice:
    record = FieldReader(node, fields.NOTICE, context.report)
    words = record.text("body")
    if not words:
        context.report.tell("S208", record.where("body"), what=sentence("S208.this"))
    return Notice(id=context.names.of(record, "notice"), text=words, placing=placing(record, context), origin=record.origin)
