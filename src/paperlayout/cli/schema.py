"""schema: the issue's JSON Schema, and VS Code set up with it."""

import json
import sys
from pathlib import Path

import click

from paperlayout.cli.output import shown, write_beside, write_export


@click.command("schema", help="稿单的 JSON Schema，给 VS Code 等编辑器补全和提示用。FOLDER 是放各期稿单的文件夹（--install 时用），不写就是当前文件夹。")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--install", is_flag=True, help="写进 FOLDER/.vscode：补全、设置、任务（排版、检查），毛病列进“问题”")
@click.option("--paper", is_flag=True, help="打印 paper.yaml 的 Schema")
def schema(folder: Path, install: bool, paper: bool) -> None:
    if not install:
        from paperlayout.loading.schema import issue_schema, paper_schema

        click.echo(json.dumps(paper_schema() if paper else issue_schema(), ensure_ascii=False, indent=2))
        sys.exit(0)
    from paperlayout.loading.workbench import FOLDER, laid_over

    home = folder / FOLDER
    present = {file.name: file.read_text(encoding="utf-8-sig") for file in sorted(home.glob("*.json"))} if home.is_dir() else {}
    for laid in laid_over(present):
        path = home / laid.name
        if laid.kept is None:
            path = home / laid.name.replace(".json", ".paperlayout.json")
            click.echo(f"{shown(home / laid.name)} 里有注释，没有动它；请把 {path.name} 里的内容抄进去", err=True)
        if laid.kept and present.get(laid.name) != laid.text:
            write_beside(path, laid.text.encode())
        elif present.get(laid.name) != laid.text:
            write_export(path, laid.text.encode())
        click.echo(shown(path))
    click.echo("用 VS Code 打开这个文件夹，装上它推荐的 YAML 扩展；Ctrl+Shift+B 排版", err=True)
