"""What click says by itself, in Chinese: it asks gettext, and these are the answers. With --lang en or PAPERLAYOUT_LANG=en its own words stand."""

import os
import sys
from importlib import import_module
from itertools import pairwise

import click

from paperlayout.cli.voice import voice

SAID = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示这段说明",
    "Show the version and exit.": "显示版本",
    "Error: {message}": "用法不对：{message}",
    "Try '{command} {option}' for help.": "用法见 {command} {option}",
    "No such option {name!r}.": "没有 {name} 这个选项。",
    "No such option: {name}": "没有 {name} 这个选项",
    "No such command {name!r}.": "没有 {name} 这个命令。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是其中之一：{possibilities}？",
    "(Possible options: {possibilities})": "（可用：{possibilities}）",
    "Missing command.": "没有写命令。",
    "Missing argument": "没有写",
    "Missing option": "没有写选项",
    "Missing parameter": "没有写",
    "Missing parameter: {param_name}": "没有写：{param_name}",
    "Invalid value: {message}": "写的不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 写的不对：{message}",
    "Got unexpected extra argument ({args})": "多写了：{args}",
    "Got unexpected extra arguments ({args})": "多写了：{args}",
    "Option {name!r} requires an argument.": "选项 {name} 后面要写值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name} 后面要写 {nargs} 个值。",
    "Option {name!r} does not take a value.": "选项 {name} 后面不写值。",
    "{value!r} is not {choice}.": "“{value}”不是 {choice}。",
    "{value!r} is not one of {choices}.": "没有“{value}”，可用：{choices}。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数（{number_type}）。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 之内。",
    "{name} {filename!r} does not exist.": "找不到{name} {filename}。",
    "{name} {filename!r} is a file.": "{filename} 是文件，不是文件夹。",
    "{name} {filename!r} is a directory.": "{filename} 是文件夹，不是文件。",
    "{name} {filename!r} is not readable.": "{filename} 没有权限读。",
    "{name} {filename!r} is not writable.": "{filename} 没有权限写。",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "default: {default}": "不写就是 {default}",
    "env var: {var}": "环境变量 {var}",
    "Aborted!": "已停止",
    "Could not open file {filename!r}: {message}": "打不开 {filename}：{message}",
}
ARGUMENTS = {"issue": "稿单", "text": "文字或文件", "code": "代码", "files": "文件", "folder": "文件夹", "issues": "稿单"}
ASKING = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def speak_chinese() -> None:
    """Lets click's modules ask here instead of the system's catalogues, which know neither this program nor its default language."""
    for name in ASKING:
        module = import_module(f"click.{name}")
        for asker, answer in (("_", _one), ("ngettext", _one_or_more)):
            if hasattr(module, asker):
                setattr(module, asker, answer)


def name_parts(command: click.Command) -> click.Command:
    """The verb with its arguments named in Chinese, as its usage line shows them."""
    command.options_metavar = "[选项]"
    for argument in command.params:
        if isinstance(argument, click.Argument) and argument.metavar is None and argument.name in ARGUMENTS:
            argument.metavar = ARGUMENTS[argument.name] if argument.required else f"[{ARGUMENTS[argument.name]}]"
    return command


def _english() -> bool:
    """Wrong use is told after the context that knew the language is gone, so the command line itself is asked."""
    asked = "--lang=en" in sys.argv or ("--lang", "en") in pairwise(sys.argv)
    return asked or voice().lang == "en" or os.environ.get("PAPERLAYOUT_LANG") == "en"


def _one(message: str) -> str:
    return message if _english() else SAID.get(message, message)


def _one_or_more(one: str, more: str, number: int) -> str:
    return _one(one if number == 1 else more)
