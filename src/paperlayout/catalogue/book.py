"""The catalogue as a book: finding a rule by its code, making a finding from it, saying it in a language."""

from dataclasses import replace
from functools import cache
from importlib import import_module

from paperlayout.catalogue.entry import CatalogueRule, Wording
from paperlayout.diag import Diagnostic, Filling, Fix, Origin, Said

FAMILIES = {
    "Y": ("yaml",), "S": ("structure",), "F": ("files", "manuscripts"), "T": ("type",), "L": ("layout",), "C": ("copyfix", "copy", "sorting"),
    "P": ("press", "preflight"),
}  # fmt: skip
OR = {"zh": "；或", "en": "; or "}


@cache
def family(letter: str) -> dict[str, CatalogueRule]:
    """The rules of a family by code; families load one at a time, most runs need one or two."""
    tables = (import_module(f"paperlayout.catalogue.{name}").RULES for name in FAMILIES.get(letter, ()))
    return {rule.code: rule for table in tables for rule in table}


def rule_of(code: str) -> CatalogueRule | None:
    """The rule of a code."""
    return family(code[:1]).get(code)


def all_rules() -> tuple[CatalogueRule, ...]:
    """Every rule, by family and code."""
    return tuple(rule for letter in FAMILIES for _, rule in sorted(family(letter).items()))


def tell(key: str, origin: Origin | None, /, *, fix: Fix | None = None, page: int | None = None, story: str | None = None, **values: Filling) -> Diagnostic:
    """A finding said as the catalogue has it. Raises KeyError for a key or value the catalogue does not know: a fault of ours."""
    return finding(Said(key, tuple(values.items())), origin, fix=fix, page=page, story=story)


def finding(said: Said, origin: Origin | None, *, fix: Fix | None = None, page: int | None = None, story: str | None = None) -> Diagnostic:
    """A finding from its sentence; how bad it is the catalogue says."""
    rule = family(said.key[0])[said.key.partition(".")[0]]
    message, hint = spoken(said, "zh")
    return Diagnostic(rule.code, message, hint, origin, rule.severity, page, story, fix, said)


def sentence(key: str, /, **values: Filling) -> Said:
    """A sentence to be put into another."""
    return Said(key, tuple(values.items()))


def spoken(said: Said, lang: str) -> tuple[str, str]:
    """Message and cure of a sentence in a language."""
    way = _way(said)
    values = {name: _value(value, lang) for name, value in said.values}
    return way.message.words(lang).format_map(values), way.hint.words(lang).format_map(values)


def _way(said: Said) -> Wording:
    code, _, name = said.key.partition(".")
    return family(code[0])[code].way(name)


def _value(value: Filling, lang: str) -> str | int | float:
    if isinstance(value, Said):
        return spoken(value, lang)[0]
    if isinstance(value, tuple):
        return OR[lang].join(spoken(one, lang)[0] for one in value)
    return value


def in_language(one: Diagnostic, lang: str) -> Diagnostic:
    """The finding in a language: one that was made without the catalogue keeps its Chinese words behind its rule's name."""
    if lang == "zh":
        return one
    if one.said:
        message, hint = spoken(one.said, lang)
        return replace(one, message=message, hint=hint)
    rule = rule_of(one.code)
    return replace(one, message=f"{rule.title.en}: {one.message}") if rule else one
