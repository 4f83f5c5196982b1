"""付印: what the plants want, from paper.yaml: one profile, or several by name that share what is written above them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from paperlayout.issue import fields, values
from paperlayout.issue.files import Folder
from paperlayout.issue.house import PressProfile
from paperlayout.issue.reading import FieldReader, mapping_of
from paperlayout.issue.source import MappingNode

INK_RANGE = (160.0, 400.0)
PPI_RANGE = (100, 600)


def press_profiles(record: FieldReader, path: Path) -> tuple[PressProfile, ...]:
    """The profiles of 付印, the default first; the built-in one when nothing is written."""
    node = record.node("press")
    mapping = mapping_of(node, "付印", record.report) if node else None
    if mapping is None:
        return (PressProfile(),)
    shared = MappingNode(tuple(entry for entry in mapping.entries if not isinstance(entry.value, MappingNode)), mapping.origin)
    common = _profile(PressProfile(), FieldReader(shared, fields.PRESS, record.report), path)
    named = [(entry.key.value.strip(), entry.value) for entry in mapping.entries if isinstance(entry.value, MappingNode)]
    own = (_profile(replace(common, name=name), FieldReader(inner, fields.PRESS, record.report), path) for name, inner in named)
    return tuple(own) or (common,)


def _profile(base: PressProfile, record: FieldReader, path: Path) -> PressProfile:
    """A profile with what is written over it."""
    flags = {name: record.read(name, values.flag) for name in ("overprint-black", "trapped")}
    icc = record.scalar("icc")
    written: dict[str, Any] = {
        "standard": record.choice("standard"), "marks": record.choice("marks"),
        "ink_limit": record.read("ink-limit", ink_limit), "image_ppi": record.read("image-ppi", image_ppi),
        "overprint_black": flags["overprint-black"], "trapped": flags["trapped"],
        "icc": Folder(path.parent, path.parent).find(icc, "色彩文件", record.report) if icc and icc.value.strip() else None,
    }  # fmt: skip
    origin = icc.origin if icc else record.origin
    return replace(base, origin=origin, **{name: value for name, value in written.items() if value is not None})


def ink_limit(text: str) -> float:
    """The most ink anywhere, all plates together, in per cent: 240, 240%."""
    least, most = INK_RANGE
    word = values.plain(text).removesuffix("%").strip()
    if not word.isdecimal() or not least <= int(word) <= most:
        raise values.BadValue("S217.ink", least=f"{least:g}", most=f"{most:g}", typed=text)
    return float(word)


def image_ppi(text: str) -> int:
    """Pixels an inch that photos are brought down to."""
    least, most = PPI_RANGE
    word = values.plain(text).lower().removesuffix("ppi").removesuffix("dpi").strip()
    if not word.isdecimal() or not least <= int(word) <= most:
        raise values.BadValue("S217.ppi", least=least, most=most, typed=text)
    return int(word)
