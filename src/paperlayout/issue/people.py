"""人名职务 and 检查 of paper.yaml: who holds which post, and which rules the paper wants."""

import re
from collections.abc import Iterator

from paperlayout.catalogue.book import rule_of
from paperlayout.diag import Severity
from paperlayout.issue.house import Graded, Person
from paperlayout.issue.reading import FieldReader, FileReport, list_of, mapping_of
from paperlayout.issue.source import MappingNode, Node, ScalarNode

NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af·•]{2,12}")
PARTED = re.compile(r"[\s　:：]+")
SEVERAL = re.compile(r"\s*[；;/]\s*")
OFF = frozenset({"关", "否", "不要", "off", "no", "false"})
LEVELS = {
    "开": None, "是": None, "要": None, "on": None, "yes": None, "true": None,
    "提示": Severity.NOTE, "note": Severity.NOTE, "警告": Severity.WARNING, "warning": Severity.WARNING, "错误": Severity.ERROR, "error": Severity.ERROR,
}  # fmt: skip


def people(record: FieldReader) -> tuple[Person, ...]:
    """人名职务: a mapping from name to title or titles, or a list of lines “name title”."""
    found: dict[str, list[str]] = {}
    for node in list_of(record.node("people")):
        for name, titles in _written(node, record.report):
            found.setdefault(name, []).extend(titles)
    return tuple(Person(name, tuple(titles)) for name, titles in found.items())


def _written(node: Node, report: FileReport) -> Iterator[tuple[str, list[str]]]:
    if isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _person(entry.key, entry.value, report)
    elif isinstance(node, ScalarNode):
        for line in node.lines or ():
            name, *rest = PARTED.split(line.value.strip(), maxsplit=1)
            typed = ScalarNode(name, line.origin or node.origin)
            yield from _person(typed, ScalarNode("".join(rest), typed.origin), report)


def _person(name: ScalarNode, value: Node, report: FileReport) -> Iterator[tuple[str, list[str]]]:
    typed = name.value.strip()
    titles = [title for one in list_of(value) if isinstance(one, ScalarNode) for title in SEVERAL.split(one.value.strip()) if title]
    if not NAME.fullmatch(typed):
        report.tell("S230", name.origin, name=typed)
    elif not titles:
        report.tell("S230.title", name.origin, name=typed)
    else:
        yield typed, titles


def graded(record: FieldReader) -> tuple[Graded, ...]:
    """检查: the rules that are turned off or made more or less severe. A key may name the rule behind its code: C310 数字间空格."""
    node = record.node("rules")
    mapping = mapping_of(node, record.keys["rules"].value.strip(), record.report) if node else None
    return tuple(one for entry in (mapping.entries if mapping else ()) for one in _graded(entry.key, entry.value, record.report))


def _graded(key: ScalarNode, value: Node, report: FileReport) -> Iterator[Graded]:
    code = (key.value.split() or [""])[0].upper()
    rule = rule_of(code)
    word = value.value.strip().lower() if isinstance(value, ScalarNode) else ""
    if rule is None:
        report.tell("S227", key.origin, code=code or "“”")
    elif word not in OFF and word not in LEVELS:
        report.tell("S227.value", value.origin, code=code, typed=word)
    elif rule.severity is Severity.ERROR and (word in OFF or LEVELS[word] in (Severity.NOTE, Severity.WARNING)):
        report.tell("S227.error", key.origin, code=code)
    elif word in OFF:
        yield Graded(code, None)
    elif (level := LEVELS[word]) is not None:
        yield Graded(code, level)
