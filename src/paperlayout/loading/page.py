"""One page of the issue file: stories and photos, the items of every kind in the table, its staff; and the 导读."""

import re
from collections.abc import Iterator
from dataclasses import replace

from paperlayout.issue import fields
from paperlayout.issue.content import GuideEntry, Item, PageCopy, Staff, Text
from paperlayout.issue.items import ReadContext, article, photo
from paperlayout.issue.reading import FieldReader, list_of, mapping_of
from paperlayout.issue.source import MappingNode, ScalarNode
from paperlayout.kinds.table import KINDS


def staff(record: FieldReader) -> Staff:
    """Who made the page."""
    return Staff(record.text("editor"), record.text("designer"), record.text("proofreader"))


def page(record: FieldReader, context: ReadContext) -> PageCopy:
    """The copy of one page, read in the order it was written so that made names follow the document."""
    found = PageCopy(origin=record.origin)
    others: dict[str, tuple[Item, ...]] = {}
    kinds = {kind.field: kind for kind in KINDS}
    for name in record.nodes:
        match name:
            case "lead":
                found = replace(found, lead=tuple(article(node, "文章", context, "a") for node in record.mappings(name)))
            case "articles":
                found = replace(found, articles=tuple(article(node, "文章", context, "a") for node in record.mappings(name)))
            case "photos":
                found = replace(found, photos=tuple(photo(node, context) for node in record.mappings(name)))
            case _ if name in kinds:
                others[name] = kinds[name].read(record, context)
    found = replace(found, others=tuple(item for kind in KINDS for item in others.get(kind.field, ())))
    named = record.table is fields.PAGE  # else the copy stands at the top of the issue, whose staff is the issue's
    return replace(found, name=record.text("name"), staff=staff(record)) if named else found


SEE = re.compile(r"见[ 　:：]*(?P<name>\S+)")
NAMED = re.compile(r"(?P<name>[^:：]+)[:：][ 　]*(?P<words>.+)")


def guide(record: FieldReader, context: ReadContext) -> tuple[GuideEntry, ...]:
    """本期导读: words as they stand, or what points to an article: its id with words behind a colon, its id alone, or 见 and its id."""
    found: list[GuideEntry] = []
    for node in list_of(record.node("guide")):
        if isinstance(node, ScalarNode):
            found += [_guide_line(Text(line.value.strip(), line.origin), context) for line in node.lines if line.value.strip()]
        elif mapping := mapping_of(node, "导读", context.report):
            found += _guide_mapping(mapping, context)
    return tuple(found)


def _guide_mapping(mapping: MappingNode, context: ReadContext) -> Iterator[GuideEntry]:
    """{文章: 编号, 题: …}, or the id of an article with the words as its value."""
    for entry in mapping.entries:
        name = entry.key.value.strip()
        if name in context.names.taken and isinstance(entry.value, ScalarNode):
            yield GuideEntry(Text(entry.value.value.strip(), entry.value.origin), name)
    if any(entry.key.value.strip() in context.names.taken for entry in mapping.entries):
        return
    record = FieldReader(mapping, fields.GUIDE, context.report)
    target, words = record.text("article"), record.text("title")
    context.beside += [target] if target else []
    if not target and not words and not record.mistyped:
        context.report.tell("S228.guide", record.origin)
    yield GuideEntry(words or Text("", record.origin), target.value)


def _guide_line(line: Text, context: ReadContext) -> GuideEntry:
    see, named = SEE.fullmatch(line.value), NAMED.fullmatch(line.value)
    if see:
        context.beside.append(replace(line, value=see["name"]))
        return GuideEntry(replace(line, value=""), see["name"])
    if named and named["name"].strip() in context.names.taken:
        return GuideEntry(replace(line, value=named["words"]), named["name"].strip())
    return GuideEntry(replace(line, value=""), line.value) if line.value in context.names.taken else GuideEntry(line)
