"""rules: what a code means, why it is a rule, and how to put it right."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from paperlayout.catalogue.book import FAMILIES, all_rules, rule_of
from paperlayout.catalogue.entry import CatalogueRule, Wording
from paperlayout.cli.messages import WORDS, width
from paperlayout.cli.voice import voice
from paperlayout.diag import Severity
from paperlayout.issue.fields import nearest

FAMILY_NAMES = {
    "zh": {"Y": "稿单格式", "S": "字段和内容", "F": "文件和图片", "T": "字体", "L": "版面", "C": "文字", "P": "付印"},
    "en": {"Y": "YAML", "S": "fields and values", "F": "files and photos", "T": "type", "L": "the page", "C": "copy", "P": "press"},
}
HEADINGS = {
    "zh": {"says": "程序这样说", "wrong": "写错", "right": "改成", "off": "不要这条：在 paper.yaml 里写  检查: {{{code}: 关}}", "cure": "办法："},
    "en": {"says": "it says", "wrong": "wrong", "right": "right", "off": "to turn it off, write in paper.yaml  检查: {{{code}: 关}}", "cure": "cure: "},
}


@click.command(help="说明一条检查：什么意思，为什么，怎样改。CODE 是代码，如 L201；只写字头（如 C3）就列出那一类；不写列出全部。")
@click.argument("code", required=False)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="文字，或给程序读的 JSON")
def rules(code: str | None, style: str) -> None:
    lang = voice().lang
    chosen = tuple(rule for rule in all_rules() if rule.code.startswith((code or "").strip().upper()))
    if not chosen:
        near = nearest((code or "").upper(), tuple(rule.code for rule in all_rules()))
        click.echo(f"没有 {code} 这条检查" + (f"，是不是 {near}？" if near else "。") + "全部代码：paperlayout rules", err=True)
        sys.exit(2)
    if style == "json":
        click.echo(json.dumps([_as_json(rule, lang) for rule in chosen], ensure_ascii=False, indent=2))
    elif code and rule_of(code.strip().upper()):
        click.echo("\n".join(page(chosen[0], lang)))
    else:
        click.echo("\n".join(listing(chosen, lang)))


def _as_json(rule: CatalogueRule, lang: str) -> dict[str, Any]:
    return {
        "code": rule.code, "severity": str(rule.severity), "title": rule.title.words(lang), "why": rule.why.words(lang),
        "wrong": rule.wrong, "right": rule.right,
        "says": [{"message": way.message.words(lang), "hint": way.hint.words(lang)} for way in _whole(rule)], "switchable": switchable(rule),
    }  # fmt: skip


def switchable(rule: CatalogueRule) -> bool:
    """Whether paper.yaml may turn the rule off: what is an error stays one."""
    return rule.severity is not Severity.ERROR


def listing(chosen: tuple[CatalogueRule, ...], lang: str) -> Iterator[str]:
    """The codes by family, a line each."""
    words, widest = WORDS[lang], max(width(WORDS[lang][level]) for level in Severity)
    for letter in FAMILIES:
        of_family = [rule for rule in chosen if rule.code[0] == letter]
        if of_family:
            yield f"{letter}  {FAMILY_NAMES[lang][letter]}"
            for rule in of_family:
                level = words[rule.severity]
                yield f"  {rule.code}  {level}{' ' * (widest - width(level))}  {rule.title.words(lang)}"


def page(rule: CatalogueRule, lang: str) -> Iterator[str]:
    """The page of one rule."""
    heads = HEADINGS[lang]
    yield f"{rule.code}  {WORDS[lang][rule.severity]}  {rule.title.words(lang)}"
    yield ""
    yield f"  {rule.why.words(lang)}"
    for way in _whole(rule):
        yield from ("", f"  {heads['says']}{WORDS[lang]['colon']}{_holed(way.message.words(lang))}")
        if way.hint.words(lang):
            yield f"    {heads['cure']}{_holed(way.hint.words(lang))}"
    for name in ("wrong", "right"):
        example = getattr(rule, name)
        if example:
            yield from ("", f"  {heads[name]}{WORDS[lang]['colon']}", *(f"    {line}" for line in example.expandtabs(8).split("\n")))
    if switchable(rule):
        yield from ("", f"  {heads['off'].format(code=rule.code)}")


def _whole(rule: CatalogueRule) -> tuple[Wording, ...]:
    """The ways that are sentences by themselves, not parts of others."""
    return tuple(way for way in rule.ways if way.hint.zh or not way.name)


class _Dots(dict[str, str]):
    """Whatever is asked for is three dots."""

    def __missing__(self, name: str) -> str:
        return "…"


def _holed(text: str) -> str:
    """A sentence with dots where the case at hand goes."""
    return text.format_map(_Dots())
