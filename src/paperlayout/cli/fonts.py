"""fonts: the faces the paper owns, what each is used for, and whether they have every character of a copy."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from paperlayout.check.coverage import Coverage
    from paperlayout.issue.house import House

FAMILIES = {"song": "宋体", "hei": "黑体", "kai": "楷体", "brush": "书法体"}
SHOWN = 40
NAMEPLATE, OTHER = "报名", "其他"


@click.command("fonts", help="列出字体和用处；给出 COPY（稿单、文本文件或一段文字）就查缺字。")
@click.argument("copy", required=False)
@click.option("--path", "show_path", is_flag=True, help="只打印字体所在的文件夹")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def fonts(copy: str | None, show_path: bool, style: str) -> None:
    from paperlayout import resources
    from paperlayout.cli.output import failed, say
    from paperlayout.diag import IssueError
    from paperlayout.issue.paper import find_house

    if show_path:
        click.echo(str(resources.folder("fonts")))
        sys.exit(0)
    if copy is None:
        house = find_house(Path.cwd())
        _print(list(_listed(house)), style)
        sys.exit(0)
    try:
        text, house = _copy(copy)
    except IssueError as fault:
        say(fault.diagnostics, "text")
        sys.exit(1 if failed(fault.diagnostics, False) else 0)
    found = list(_covered(text, house))
    _print_coverage(text, found, style)
    sys.exit(1 if any(one.missing for one in found) else 0)


def _uses(house: "House") -> dict[str, list[str]]:
    """The roles of each face, in the order of the field table."""
    from paperlayout.issue.fields import FONT_ROLES
    from paperlayout.issue.look import leaves
    from paperlayout.issue.paper import VOICES_OF_ROLE

    used: dict[str, list[str]] = {}
    for role in FONT_ROLES.fields:
        voices = VOICES_OF_ROLE.get(role.name, ())
        faces = [getattr(house.look.voices, voice).face for voice in voices] or [house.look.nameplate.name_face]
        for face in dict.fromkeys(faces):
            used.setdefault(face, []).append(role.chinese)
    for name, value in leaves(house.look):
        if name.rpartition(".")[2] == "face" and value not in used:
            used[value] = [OTHER]
    return used


def _listed(house: "House") -> Iterator[dict[str, object]]:
    from paperlayout.fonts.book import FontBook

    book, used = FontBook(), _uses(house)
    for name in book.ids():
        face = book.face(name)
        family = FAMILIES.get(name.partition("-")[0], name)
        yield {"id": name, "family": family, "weight": face.weight, "characters": len(face.characters), "roles": used.get(name, []), "file": str(face.path)}


def _print(rows: list[dict[str, object]], style: str) -> None:
    if style == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        roles = " ".join(map(str, row["roles"])) if isinstance(row["roles"], list) and row["roles"] else "（没有用到）"
        click.echo(f"{row['id']:<10} {row['family']} {row['weight']}　{row['characters']:>6} 字　{roles}")


def _copy(named: str) -> tuple[str, "House"]:
    """The text of an issue, of a text file, or the words themselves; and the house style that holds there. Raises IssueError."""
    from paperlayout.check.glyphs import blocks_of
    from paperlayout.diag import Findings
    from paperlayout.issue.paper import find_house
    from paperlayout.issue.source import read_text
    from paperlayout.loading.load import YAML, load_issue

    path = Path(named)
    try:
        is_issue, is_file = path.is_dir() or path.suffix in YAML, path.is_file()
    except (OSError, ValueError):  # a paragraph is no file name
        is_issue = is_file = False
    if is_issue:
        issue = load_issue(path).issue
        return "".join(block.text for block in blocks_of(issue)), issue.house
    if is_file and path.suffix.lower() == ".docx":
        from paperlayout.manuscripts.word import read_word

        return "".join(line.text for line in read_word(path, named).lines), find_house(path.parent)
    return (read_text(path, named, Findings()).text, find_house(path.parent)) if is_file else (named, find_house(Path.cwd()))


def _covered(text: str, house: "House") -> "Iterator[Coverage]":
    from paperlayout.check.coverage import coverage
    from paperlayout.fonts.book import FontBook

    book = FontBook()
    for face, roles in _uses(house).items():
        if face in book.ids() and roles != [NAMEPLATE]:
            yield coverage(text, face, book)


def _print_coverage(text: str, found: "list[Coverage]", style: str) -> None:
    if style == "json":
        data = [{"id": c.face, "lent": dict(c.lent), "missing": [{"char": x, "code": f"U+{ord(x):04X}"} for x in c.missing]} for c in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    click.echo(f"共 {len(set(''.join(text.split())))} 种字符")
    for one in found:
        lent = "；".join(f"{len(chars)} 字由 {face} 代：{_short(chars)}" for face, chars in one.lent)
        missing = f"缺 {len(one.missing)} 字：" + " ".join(f"{c}（U+{ord(c):04X}）" for c in one.missing[:SHOWN]) if one.missing else ""
        click.echo(f"{one.face:<10} {'；'.join(part for part in (missing, lent) if part) or '全有'}")


def _short(chars: str) -> str:
    return chars if len(chars) <= SHOWN else chars[:SHOWN] + "…"
