"""fit: how many lines a text takes at a measure."""

import json
import sys
from pathlib import Path

import click


@click.command(help="看一段文字按给定字数排成多少行。TEXT 是文字，或文本文件；每一行是一段。")
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

    path = Path(text)
    try:
        copy = path.read_text(encoding="utf-8-sig") if not literal and path.is_file() else text
    except UnicodeDecodeError:
        click.echo(f"{path}: 不是 UTF-8 文本，请另存为 UTF-8 后再试", err=True)
        sys.exit(2)
    if measure < 4:
        raise click.BadParameter("至少 4 字", param_hint="--measure")
    lines = fit_lines(copy, measure, indent, raw, Kit(find_house(Path.cwd()), FontBook(), {}))
    if style == "json":
        result = {
            "measure": measure,
            "indent": indent,
            "lines": [x.text for x in lines],
            "ends": [i for i, x in enumerate(lines) if x.ends_paragraph],
            "chars": sum(len(x.text) for x in lines),
        }
        result = {k: int(v) if isinstance(v, float) and v.is_integer() else v for k, v in result.items()}
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    for line in lines:
        click.echo(line.text + (f"　　〔{line.adjust}〕" if explain else ""))
    click.echo(f"共 {len(lines)} 行，{sum(len(x.text) for x in lines)} 字", err=True)
