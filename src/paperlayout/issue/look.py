"""样式: any number, face or ink of the look changed by its dotted name, found by looking at the dataclasses themselves."""

import math
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from paperlayout.issue.fields import nearest
from paperlayout.issue.house import CompositionStyle, HeadSize, Look
from paperlayout.issue.values import BadValue, counting, flag, length, plain

FACE_NAMES = ("face", "name_face")
INKS = ("black", "red", "paper")
WORDED = frozenset(f"composition.{part.name}" for part in fields(CompositionStyle) if not isinstance(part.default, float) or isinstance(part.default, bool))
"""Values that are words of a fixed list or a yes or no; 排字 sets them."""
MAY_BE_NEGATIVE = ("tracking", "caption_rise")
NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
NEVER_ZERO = ("size", "name_size", "ppi")
MOST = 10_000


def _parts(node: Any) -> dict[str, Any]:
    """The named parts of a dataclass or of a tuple of them; entries count from 1, head sizes are named 1x6 by rank and columns."""
    if is_dataclass(node):
        return {part.name: getattr(node, part.name) for part in fields(node)}
    if isinstance(node, tuple) and node and is_dataclass(node[0]):
        return {f"{part.rank}x{part.columns}" if isinstance(part, HeadSize) else str(number): part for number, part in enumerate(node, 1)}
    return {}


def leaves(node: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that may be changed, by dotted name."""
    for name, part in _parts(node).items():
        if _parts(part):
            yield from leaves(part, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", part


@cache
def names() -> dict[str, Any]:
    """The dotted names of the built-in look with their values."""
    return {name: value for name, value in leaves(Look()) if name not in WORDED}


@cache
def faces() -> tuple[str, ...]:
    """The face ids the built-in look uses."""
    return tuple(sorted({value for name, value in names().items() if name.rpartition(".")[2] in FACE_NAMES}))


def change(look: Look, name: str, typed: str) -> Look:
    """The look with one value changed. Raises BadValue."""
    path = plain(name).replace("-", "_")
    if path not in names():
        raise _unknown(name, typed, nearest(path, tuple(names())))
    changed: Look = _changed(look, path.split("."), typed)
    return changed


def _unknown(name: str, typed: str, near: str | None) -> BadValue:
    if near:
        return BadValue("S222.near", name=name, near=near, typed=typed)
    return BadValue("S222", name=name)


def _changed(node: Any, path: list[str], typed: str) -> Any:
    name, rest = path[0], path[1:]
    part = _parts(node)[name]
    new = _changed(part, rest, typed) if rest else _value(name, part, typed, name in _whole(node))
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{name: new})
    return tuple(new if each is part else each for each in node)


def _whole(node: Any) -> frozenset[str]:
    """The fields of a dataclass that are counts."""
    return frozenset(part.name for part in fields(node) if part.type is int)


def _value(name: str, old: Any, typed: str, whole: bool) -> Any:
    if name in FACE_NAMES:
        return face(typed)
    if name == "ink":
        return _one_of(typed, INKS, "油墨")
    if isinstance(old, bool):
        return flag(typed)
    if isinstance(old, tuple):
        return _numbers(name, old, typed)
    if isinstance(old, float | int):
        return _count(old, typed) if whole else _number(name, old, typed)
    return typed


def face(typed: str) -> str:
    """A face id, such as song-400."""
    return _one_of(plain(typed), faces(), "字体")


def _one_of(typed: str, known: tuple[str, ...], what: str) -> str:
    if typed in known:
        return typed
    near = nearest(typed, known)
    names = " ".join(known)
    raise BadValue("S225.near", typed=typed, what=what, near=near, known=names) if near else BadValue("S225", typed=typed, what=what, known=names)


def _numbers(name: str, old: tuple[float, ...], typed: str) -> tuple[float, ...]:
    parts = [part for part in re.split(r"[\s,、~—–]+|至", plain(typed)) if part]
    if len(parts) != len(old):
        raise BadValue("S223.count", count=len(old), typed=typed, example=" ".join(map(_shown, old)))
    return tuple(_number(name, first, part) for first, part in zip(old, parts, strict=True))


def _count(old: float, typed: str) -> int:
    value = counting(typed) if plain(typed) != "0" else 0
    if value > MOST:
        raise BadValue("S223.large", typed=typed, example=_shown(old))
    return value


def _number(name: str, old: float, typed: str) -> float:
    word = plain(typed)
    value = float(word) if NUMBER.fullmatch(word) else length(word).points
    if value is None or not math.isfinite(value) or abs(value) > MOST:
        raise BadValue("S223.number", typed=typed, example=_shown(old))
    if value < 0 and name not in MAY_BE_NEGATIVE:
        raise BadValue("S223.negative", typed=typed, example=_shown(old))
    if value == 0 and name in NEVER_ZERO:
        raise BadValue("S223.zero", example=_shown(old))
    return value


def _shown(number: float) -> str:
    return f"{number:g}"
