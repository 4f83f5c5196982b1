"""The command `paperlayout` and its verbs; nothing heavy is imported before a verb is known."""

import gc
import io
import sys
from difflib import get_close_matches
from importlib import import_module

import click

from paperlayout import __version__
from paperlayout.cli.chinese import name_parts, speak_chinese
from paperlayout.cli.voice import add_voice

VERBS = {
    "build": ("paperlayout.cli.build", "build", "排版并生成 PDF（默认写到稿单旁的 build/）"),
    "check": ("paperlayout.cli.check", "check", "只检查，不出版面"),
    "preview": ("paperlayout.cli.preview", "preview", "在浏览器里边改边看"),
    "new": ("paperlayout.cli.new", "new", "建一期新稿单，日期期号接着上一期"),
    "import": ("paperlayout.cli.import_", "import_", "把来稿（Word、文本）理成文章文件，登记到稿单"),
    "export": ("paperlayout.cli.export", "export", "导出数字报（网页、EPUB）、版面图和纯文本"),
    "proof": ("paperlayout.cli.proof", "proof", "校样：核红、行号、三审三校签字栏，可直接打印"),
    "press": ("paperlayout.cli.press", "press", "付印：检查通过后生成给印厂的 PDF 和清单"),
    "fit": ("paperlayout.cli.fit", "fit", "看一段文字排多少行"),
    "fonts": ("paperlayout.cli.fonts", "fonts", "字体和缺字"),
    "schema": ("paperlayout.cli.schema", "schema", "给 VS Code 的补全、提示和任务"),
    "rules": ("paperlayout.cli.rules", "rules", "说明某条检查，例如 paperlayout rules L201"),
    "info": ("paperlayout.cli.info", "info", "版本、配置和本机环境"),
    "completion": ("paperlayout.cli.completion", "completion", "命令补全（bash、zsh、fish、PowerShell）"),
}


ALSO = {
    "render": "build", "compile": "build", "make": "build", "排版": "build", "serve": "preview", "watch": "preview", "预览": "preview", "lint": "check",
    "validate": "check", "校验": "check", "检查": "check", "print": "press", "publish": "press", "付印": "press", "校样": "proof", "rule": "rules",
}  # fmt: skip
"""What people call a verb elsewhere."""


class Verbs(click.Group):
    """A group whose verbs are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module, name, _ = VERBS[cmd_name]
        return name_parts(add_voice(getattr(import_module(module), name)))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in VERBS:
            meant = ALSO.get(args[0]) or next(iter(get_close_matches(args[0], VERBS, 1, 0.5)), None)
            ctx.fail(f"没有 {args[0]} 这个命令" + (f"，是不是 {meant}？" if meant else "。") + f"命令有：{' '.join(VERBS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("命令"):
            formatter.write_dl([(verb, doc) for verb, (_, _, doc) in VERBS.items()])


speak_chinese()


@click.group(cls=Verbs, options_metavar="[选项]", subcommand_metavar="命令 …", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="paperlayout")
def cli() -> None:
    """嘉定工会报排版：一份 YAML 稿单，排成可付印的报纸版面。"""


def main() -> None:
    """Entry point: exit status 3 and a report file for a fault of ours, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a GBK console lacks many characters; none of them may end the run
    gc.disable()  # one issue and out: collecting its many small values took a tenth of the run (measured)
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as fault:
        fault.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except SystemExit:
        raise
    except Exception as fault:
        from paperlayout.cli.report import write_report

        click.echo(f"程序出错：{type(fault).__name__}。经过写在 {write_report(fault)}，请把它发给维护人员", err=True)
        sys.exit(3)
