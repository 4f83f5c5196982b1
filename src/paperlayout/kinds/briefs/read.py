"""简讯 as an editor writes them: a list of articles, boxes with a head of their own, or both."""

from collections.abc import Iterator

from paperlayout.issue import fields
from paperlayout.issue.content import Article
from paperlayout.issue.items import ReadContext, article, placing
from paperlayout.issue.reading import FieldReader, list_of, mapping_of
from paperlayout.issue.source import MappingNode, SequenceNode
from paperlayout.kinds.briefs.item import Briefs


def read_briefs(record: FieldReader, context: ReadContext) -> tuple[Briefs, ...]:
    """The boxes given at one place."""
    return tuple(_boxes(record, context))


def _boxes(record: FieldReader, context: ReadContext) -> Iterator[Briefs]:
    """Articles that follow each other share a box."""
    node, loose = record.node("briefs"), list[Article]()
    for entry in list_of(node):
        mapping = mapping_of(entry, "简讯", context.report)
        if mapping is None:
            continue
        if not _is_box(mapping):
            loose.append(article(mapping, "简讯", context, "b"))
            continue
        if loose:
            yield Briefs(items=tuple(loose), id=context.names.numbered("briefs"), origin=loose[0].origin)
            loose = []
        yield _box(mapping, context)
    if loose:
        whole = node is not None and isinstance(node, SequenceNode) and len(loose) == len(node.items)
        yield Briefs(items=tuple(loose), id=context.names.numbered("briefs"), origin=node.origin if node and whole else loose[0].origin)


def _is_box(mapping: MappingNode) -> bool:
    names = {row.name for entry in mapping.entries if (row := fields.BRIEFS.find(entry.key.value.strip()))}
    article_names = {row.name for entry in mapping.entries if (row := fields.ARTICLE.find(entry.key.value.strip()))}
    return "items" in names or (any(entry.key.value.strip() == "栏题" for entry in mapping.entries) and not article_names & {"body", "file"})


def _box(mapping: MappingNode, context: ReadContext) -> Briefs:
    record = FieldReader(mapping, fields.BRIEFS, context.report)
    items = tuple(article(entry, "简讯", context, "b") for entry in record.mappings("items"))
    if not items and record.lacks("items"):
        context.report.tell("S211.briefs", record.where("items"))
    return Briefs(
        items=items, title=record.text("title"), dateline=record.given_text("dateline"), placing=placing(record, context), id=context.names.numbered("briefs"),
        origin=record.origin,
    )  # fmt: skip

