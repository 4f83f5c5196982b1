"""A block's copy with its marks as the composer takes it: strong text in a voice of its own, bases of 注音 tied and wide enough."""

import re
from collections.abc import Iterator
from dataclasses import replace

from paperlayout.issue.content import CopyBlock, InlineMark
from paperlayout.kit import Kit
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.text.composition import KeptTogether, Span


def spans_of(block: CopyBlock, voice: str) -> tuple[Span, ...]:
    """The copy in its voices."""
    return tuple(Span(text, name) for text, name in _voices(block, voice) if text)


def _voices(block: CopyBlock, voice: str) -> Iterator[tuple[str, str]]:
    at = 0
    for mark in block.marks:
        if mark.kind == "strong":
            yield block.text[at : mark.start], voice
            yield block.text[mark.start : mark.end], "strong"
            at = mark.end
    yield block.text[at:], voice


SIGNED = re.compile(r"（[\u4e00-\u9fff]{2,6}）$")
"""The name of the writer at the end of agency copy, which is not parted."""


def ties_of(block: CopyBlock, before: int, kit: Kit) -> tuple[KeptTogether, ...]:
    """The bases of 注音 and a name the copy is signed with, counted from `before` characters ahead of the block's copy."""
    bases = [KeptTogether(m.start + before, m.end + before, ruby_width(m.value, kit)) for m in block.marks if m.kind == "ruby"]
    signed = SIGNED.search(block.text)
    apart = signed and all(tie.end <= signed.start() + before for tie in bases)
    return (*bases, KeptTogether(signed.start() + before, signed.end() + before)) if signed and apart else tuple(bases)


def ruby_width(annotation: str, kit: Kit) -> float:
    """What an annotation asks of its base in em, with a little air at either end so that neighbours stay apart."""
    body, style = kit.house.look.voices.body, kit.house.look.marks
    voice = replace(kit.house.look.voices.ruby, size=body.size * style.ruby)
    return display_width(kit.book, (StyledText(annotation, voice),)) / body.size + style.ruby_air


def moved_marks(marks: tuple[InlineMark, ...], by: int) -> tuple[InlineMark, ...]:
    """The same marks so many characters further on."""
    return tuple(replace(m, start=m.start + by, end=m.end + by) for m in marks)
