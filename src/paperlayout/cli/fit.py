"""fit: how many lines a text takes at a measure, and why each line ends where it does."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from paperlayout.story.sample import Sample
    from paperlayout.text.justify import SetLine


@click.command(help="看一段文字按给定字数排成多少行。TEXT 是文字，或文本文件；每一行是一段。排字的规矩照最近的 paper.yaml。")
@click.argument("text")
@click.option("--measure", type=float, default=15.0, help="每行字数")
@click.option("--indent", type=float, default=2.0, help="段首缩进字数")
@click.option("--text", "literal", is_flag=True, help="当作文字，即使有同名文件")
@click.option("--raw", is_flag=True, help="不做文字规范化")
@click.option("--explain", is_flag=True, help="说明每行怎样挤压或拉开")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def fit(text: str, measure: float, indent: float, literal: bool, raw: bool, explain: bool, style: str) -> None:
    from paperlayout.fonts.book import FontBook
    from paperlayout.issue.paper import find_house
    from paperlayout.kit import Kit
    from paperlayout.story.sample import fit_lines

    copy = text if literal else _file_or_text(text)
    if not 4 <= measure <= 200:
        raise click.BadParameter("至少 4 字，至多 200 字", param_hint="--measure")
    if not 0 <= indent <= measure - 2:
        raise click.BadParameter("不能小于 0，也要给第一行留下 2 字", param_hint="--indent")
    sample = fit_lines(copy, measure, indent, raw, Kit(find_house(Path.cwd()), FontBook(), {}))
    if style == "json":
        click.echo(json.dumps(_as_json(sample.lines, measure, indent, explain), ensure_ascii=False))
    else:
        for line in _explained(sample.lines) if explain else (line.text.rstrip() for line in sample.lines):
            click.echo(line)
    _tell_fixes(sample)
    if style == "text":
        click.echo(f"共 {len(sample.lines)} 行，{sum(len(x.text) for x in sample.lines)} 字", err=True)


def _file_or_text(text: str) -> str:
    """The copy in the file of that name, or the text itself."""
    path = Path(text)
    from paperlayout.issue.source import decode

    try:
        if not path.is_file():
            return text
        copy, _ = decode(path.read_bytes())
    except (OSError, ValueError):  # a paragraph is no file name: too long, or with a null character
        return text
    if copy is None:
        click.echo(f"{path}: 不是文本文件，请另存为 UTF-8 文本后再试", err=True)
        sys.exit(2)
    return copy


def _as_json(lines: Sequence["SetLine"], measure: float, indent: float, explain: bool) -> dict[str, Any]:
    """The lines as data; with `explain` what was done to each."""
    result = {
        "measure": int(measure) if measure.is_integer() else measure,
        "indent": int(indent) if indent.is_integer() else indent,
        "lines": [x.text for x in lines],
        "ends": [i for i, x in enumerate(lines) if x.ends_paragraph],
        "chars": sum(len(x.text) for x in lines),
    }
    return result | {"adjust": [_adjusted(x) for x in lines]} if explain else result


def _adjusted(line: "SetLine") -> dict[str, Any]:
    from paperlayout.text.explain import account

    fit = line.adjust
    amounts = {"stretch": fit.stretch, "tracking": fit.tracking, "hung": fit.hung, "overfull": fit.overfull}
    return {"account": account(line), "stages": {stage: round(amount, 4) for stage, amount in fit.used}} | {k: round(v, 4) for k, v in amounts.items()}


def _explained(lines: Sequence["SetLine"]) -> Iterator[str]:
    """A table: line number, the line, its characters, what was done; the legend below."""
    from paperlayout.text.explain import LEGEND, account, padded, terminal_columns

    texts = [line.text.rstrip() for line in lines]
    widest, digits = max(map(terminal_columns, texts), default=0), len(str(len(lines)))
    for number, (line, text) in enumerate(zip(lines, texts, strict=True), 1):
        yield f"{number:>{digits}}  {padded(text, widest)}  {len(text):>2} 字  {account(line)}"
    yield LEGEND


def _tell_fixes(sample: "Sample") -> None:
    """Each safe fix of the copy on stderr."""
    for paragraph, lint in sample.fixes:
        put = f"改为“{lint.put}”" if lint.put else "删去"
        click.echo(f"第 {paragraph} 段第 {lint.offset + 1} 字“{lint.found}”{put}：{lint.message}（{lint.code}）", err=True)
