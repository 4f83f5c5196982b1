"""启事 as an editor writes them: words alone, words with pins, or a list of either."""

from paperlayout.catalogue.book import sentence
from paperlayout.issue import fields
from paperlayout.issue.items import ReadContext, placing
from paperlayout.issue.reading import FieldReader, list_of, mapping_of
from paperlayout.issue.source import MappingNode, ScalarNode
from paperlayout.kinds.notice.item import Notice


def read_notices(record: FieldReader, context: ReadContext) -> tuple[Notice, ...]:
    """The notices given at one place. Those without a name are numbered on their page, as old 版样.json call them."""
    found: list[Notice] = []
    for node in list_of(record.node("notice")):
        name = context.names.free("notice", {notice.id for notice in found})
        if isinstance(node, ScalarNode):
            words = record.words("notice", node)
            found += [Notice(id=name, text=words, origin=words.origin)] if words else []
        elif mapping := mapping_of(node, "启事", context.report):
            found.append(_notice(mapping, name, context))
    return tuple(found)


def _notice(node: MappingNode, name: str, context: ReadContext) -> Notice:
    record = FieldReader(node, fields.NOTICE, context.report)
    words = record.text("body")
    if not words:
        context.report.tell("S208", record.where("body"), what=sentence("S208.this"))
    given = context.names.of(record, "notice") if "id" in record else name
    return Notice(id=given, text=words, placing=placing(record, context), origin=record.origin)
