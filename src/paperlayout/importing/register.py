"""登记: entries put into an issue's text. Only lines are added; what the editor wrote, comments and all, stays as it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from paperlayout.diag import Findings, IssueError
from paperlayout.importing.entries import CHINESE, FiledStory, Kind, fields_of
from paperlayout.issue import fields
from paperlayout.issue.fields import Table
from paperlayout.issue.source import LINE_BREAK, MappingEntry, MappingNode, Node, ScalarNode, SequenceNode, SourceText, parse
from paperlayout.issue.yaml_text import indented, listed


class NoPlace(Exception):
    """The issue is written in a way that entries cannot be added to safely; the reason in the editor's words."""


@dataclass(frozen=True, slots=True)
class LineEdit:
    """Lines to be put in at a line (0-based) in place of so many."""

    at: int
    lines: tuple[str, ...]
    instead_of: int = 0


@dataclass(frozen=True, slots=True)
class EntryTarget:
    """A mapping that takes entries: the issue itself, or one of its pages. `end` is the line (0-based) after its last, `indent` that of its fields."""

    entries: dict[str, MappingEntry]
    end: int
    indent: int


def has_lead(text: str, page: str = "") -> bool:
    """Whether an issue, or the page asked for, has a lead already. Raises NoPlace; IssueError when it cannot be read."""
    found = _place(text, page).entries.get("lead")
    return found is not None and not _is_blank(found.value)


def registered(text: str, filed: Sequence[FiledStory], page: str = "") -> str:
    """The issue's text with the entries added, on the page of that number or name where the issue names its pages.

    Raises NoPlace; IssueError when the text is no YAML.
    """
    lines = text.splitlines(keepends=True)
    newline = "\r\n" if "\r\n" in text else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    place = _place(text, page)
    edits = [edit for kind in CHINESE for edit in _edits(kind, [f for f in filed if f.kind == kind], place, lines)]
    for edit in sorted(edits, key=lambda e: -e.at):
        lines[edit.at : edit.at + edit.instead_of] = [line + newline for line in edit.lines]
    result = "".join(lines)
    _verify(result, page, place.entries, filed)
    return result


def _place(text: str, page: str) -> EntryTarget:
    lines = text.splitlines(keepends=True)
    root = parse(SourceText("", text, tuple(LINE_BREAK.split(text))), Findings())
    if root is None:
        return EntryTarget({}, len(lines), 0)
    if not isinstance(root, MappingNode):
        raise NoPlace("稿单最外层不是 字段: 内容")
    known = _known(root, fields.ISSUE)
    if "pages" in known:
        return _page_place(known["pages"].value, page, lines)
    if page:
        raise NoPlace("稿单没有分版（版面:），不用写 --page")
    return EntryTarget(known, len(lines), 0)


def _known(mapping: MappingNode, table: Table) -> dict[str, MappingEntry]:
    """The fields of a mapping by their canonical names."""
    found = ((table.find(entry.key.value.strip()), entry) for entry in mapping.entries)
    return {field.name: entry for field, entry in found if field}


def _page_place(pages: Node, wanted: str, lines: list[str]) -> EntryTarget:
    """The page of that number or name."""
    found = [page for page in pages.items if isinstance(page, MappingNode) and page.entries] if isinstance(pages, SequenceNode) else []
    names = [_page_name(page) for page in found]
    if not wanted:
        raise NoPlace(f"稿单分了版，用 --page 写明放在哪一版（{'、'.join(f'{i} {name}' for i, name in enumerate(names, 1))}）")
    at = int(wanted) - 1 if wanted.isdecimal() else names.index(wanted) if wanted in names else -1
    if not 0 <= at < len(found):
        raise NoPlace(f"稿单里没有第 {wanted} 版" if wanted.isdecimal() else f"稿单里没有“{wanted}”版")
    page = found[at]
    if lines[page.origin.line - 1].lstrip(" -").startswith("{"):
        raise NoPlace("这一版写成了大括号的样子")
    last = max(page.entries, key=lambda entry: entry.key.origin.line)
    return EntryTarget(_known(page, fields.PAGE), _block_end(lines, last.key), page.entries[0].key.origin.column - 1)


def _page_name(page: MappingNode) -> str:
    name = _known(page, fields.PAGE).get("name")
    return name.value.value.strip() if name and isinstance(name.value, ScalarNode) else ""


def _is_blank(node: Node) -> bool:
    """Nothing was filled in."""
    if isinstance(node, ScalarNode):
        return not node.value.strip()
    return all(_is_blank(e.value) for e in node.entries) if isinstance(node, MappingNode) else all(_is_blank(n) for n in node.items)


def _edits(kind: Kind, filed: list[FiledStory], place: EntryTarget, lines: list[str]) -> Iterator[LineEdit]:
    if not filed:
        return
    entry = place.entries.get(kind)
    if entry is None:
        body = [line for one in filed for line in _one(one, kind, place.indent + 2)]
        yield LineEdit(place.end, (*([] if place.indent else [""]), f"{' ' * place.indent}{CHINESE[kind]}:", *body))
    elif _is_blank(entry.value):
        start, end = entry.key.origin.line, _block_end(lines, entry.key)
        body = [line for one in filed for line in _one(one, kind, entry.key.origin.column + 1)]
        yield LineEdit(start, tuple(body), end - start)
    elif kind == "lead":
        raise NoPlace("已经有头条了")
    else:
        yield _appended(entry, filed, lines)


def _one(filed: FiledStory, kind: Kind, indent: int) -> Iterator[str]:
    return indented(fields_of(filed) if kind == "lead" else listed(fields_of(filed)), indent)


def _appended(entry: MappingEntry, filed: Iterable[FiledStory], lines: list[str]) -> LineEdit:
    """The entries after the last one of a list."""
    key, node = entry.key, entry.value
    if isinstance(node, MappingNode):
        inner = next((e for e in node.entries if (f := fields.BRIEFS.find(e.key.value.strip())) and f.name == "items"), None)
        if inner is None:
            raise NoPlace(f"“{key.value.strip()}”下面不是一条一个“- ”")
        key, node = inner.key, inner.value
    if not isinstance(node, SequenceNode) or lines[node.origin.line - 1][node.origin.column - 1] != "-":
        raise NoPlace(f"“{key.value.strip()}”写成了方括号的样子")
    end, indent = _block_end(lines, key), node.origin.column - 1
    return LineEdit(end, tuple(line for one in filed for line in indented(listed(fields_of(one)), indent)))


def _block_end(lines: list[str], key: ScalarNode) -> int:
    """The line after the last one of a field's value; blank lines and comments after it are left to what follows."""
    column, end = key.origin.column - 1, key.origin.line
    for number in range(key.origin.line, len(lines)):
        line = lines[number].rstrip("\r\n")
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip():
            continue
        if indent > column or (indent == column and line[indent:].startswith("- ")):
            end = number + 1 if not line.lstrip().startswith("#") else end
        elif not line.lstrip().startswith("#"):
            break
    return end


def _verify(text: str, page: str, before: dict[str, MappingEntry], filed: Sequence[FiledStory]) -> None:
    """All that was there is there, and as many entries more as there should be."""
    try:
        after = _place(text, page).entries
    except IssueError as fault:
        raise NoPlace("加进去以后稿单读不通") from fault
    same = all(_plain(after[name].value) == _plain(entry.value) for name, entry in before.items() if name not in CHINESE)
    counts = [(_count(before, kind) + sum(f.kind == kind for f in filed), _count(after, kind)) for kind in ("articles", "briefs")]
    if not same or any(wanted != found for wanted, found in counts):
        raise NoPlace("加进去以后稿单变了样")


def _plain(node: Node) -> object:
    """A value without its places."""
    if isinstance(node, ScalarNode):
        return node.value
    return [(e.key.value, _plain(e.value)) for e in node.entries] if isinstance(node, MappingNode) else [_plain(n) for n in node.items]


def _count(known: dict[str, MappingEntry], kind: str) -> int:
    node = known[kind].value if kind in known else None
    if isinstance(node, MappingNode):
        node = next((e.value for e in node.entries if (f := fields.BRIEFS.find(e.key.value.strip())) and f.name == "items"), node)
    return 0 if node is None or _is_blank(node) else len(node.items) if isinstance(node, SequenceNode) else 1

