"""How the command speaks: in which language, and whether in colour. Every verb has these two options."""

import os
from dataclasses import dataclass
from typing import IO, Any

import click

LANGUAGES = ("zh", "en")
WHENS = ("auto", "always", "never")
KEPT = "paperlayout.voice"


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of findings, and when they are coloured."""

    lang: str = "zh"
    color: str = "auto"

    def coloured(self, stream: IO[Any]) -> bool:
        """Whether to colour what goes to a stream: never for files and pipes, and not where NO_COLOR is set."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return False
        return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def voice() -> Voice:
    """The voice asked for on the command line."""
    context = click.get_current_context(silent=True)
    kept = context.find_root().meta.get(KEPT, {}) if context else {}
    return Voice(**kept)


def _keep(context: click.Context, option: click.Parameter, value: str) -> None:
    context.find_root().meta.setdefault(KEPT, {})[option.name] = value


def add_voice(command: click.Command) -> click.Command:
    """The verb with --lang and --color."""
    if not any(option.name == "lang" for option in command.params):
        command.params += [
            click.Option(
                ["--lang"], type=click.Choice(LANGUAGES), default="zh", envvar="PAPERLAYOUT_LANG", expose_value=False, callback=_keep, is_eager=True,
                help="提示的语言：zh 中文，en 英文",
            ),
            click.Option(["--color"], type=click.Choice(WHENS), default="auto", expose_value=False, callback=_keep, is_eager=True, help="提示带不带颜色"),
        ]  # fmt: skip
    return command
