"""completion: the script that lets a shell complete verbs and options by Tab."""

import os
import sys
from pathlib import PurePath

import click

SHELLS = ("bash", "zsh", "fish", "powershell")
HOW = {
    "bash": """# 写进 ~/.bashrc：  eval "$(paperlayout completion bash)\"""",
    "zsh": """# 写进 ~/.zshrc：  eval "$(paperlayout completion zsh)\"""",
    "fish": "# 存成 ~/.config/fish/completions/paperlayout.fish：  paperlayout completion fish > …",
    "powershell": "# 写进 $PROFILE：  paperlayout completion powershell | Out-String | Invoke-Expression",
}


@click.command("completion", help="打印命令补全的脚本。SHELL 是 bash、zsh、fish 或 powershell；不写就看当前用的是哪个。")
@click.argument("shell", type=click.Choice(SHELLS), required=False)
@click.pass_context
def completion(context: click.Context, shell: str | None) -> None:
    from click.shell_completion import get_completion_class

    name = shell or _current()
    found = get_completion_class(name) if name else None
    if name is None or found is None:
        raise click.UsageError(f"看不出用的是哪个 shell，写明 {'、'.join(SHELLS)}")
    script = found(context.find_root().command, {}, "paperlayout", "_PAPERLAYOUT_COMPLETE").source()
    click.echo(f"{HOW[name]}\n{script}")
    sys.exit(0)


def _current() -> str | None:
    """The shell that runs us, as far as its environment says."""
    name = PurePath(os.environ.get("SHELL", "")).stem
    return name if name in SHELLS else "powershell" if os.environ.get("PSModulePath") else None  # noqa: SIM112 (its very name on Linux)
