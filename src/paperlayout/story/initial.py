"""首字下沉: the first 字 of a story as deep as two or three lines (typesetting §6.6)."""

import math
from dataclasses import replace

from paperlayout.issue.content import CopyBlock
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.story.measured import Initial, SetBlock
from paperlayout.story.spans import moved_marks, spans_of
from paperlayout.text.classes import HAN, char_class
from paperlayout.text.composition import Paragraph
from paperlayout.text.paragraph import Notch, compose_beside

OPENING = "“‘《〈「『（"


def initial_of(text: str) -> str:
    """What of a paragraph is dropped: its first 字, with the opening mark before it; nothing when it does not begin with one."""
    at = 1 if text[:1] and text[0] in OPENING else 0
    return text[: at + 1] if len(text) > at + 1 and char_class(text[at]) in HAN else ""


def initial_size(depth: int, leading: float, kit: Kit) -> float:
    """From the top of the first line's character frames to the foot of the last one's, in points."""
    return (depth - 1) * leading + kit.house.look.voices.body.size


def with_initial(block: CopyBlock, paragraph: Paragraph, measure: float, depth: int, kit: Kit) -> SetBlock | None:
    """The paragraph beside and below its initial; None when it has none or is too short for it."""
    text = initial_of(block.text)
    if not text or any(m.start < len(text) for m in block.marks):
        return None
    grid, body = kit.house.look.grid, kit.house.look.voices.body
    voice = replace(kit.house.look.voices.initial, size=initial_size(depth, grid.height / grid.rows, kit))
    wide = display_width(kit.book, (StyledText(text, voice),)) / body.size + kit.house.look.blocks.initial_gap
    rest = block.part(len(text), len(block.text))
    ties = tuple(replace(t, start=t.start - len(text), end=t.end - len(text)) for t in paragraph.ties)
    beside = replace(paragraph, spans=spans_of(rest, paragraph.spans[0].voice), ties=ties)
    notch = Notch(depth, measure - math.floor(measure - wide))
    found = compose_beside(beside, measure, notch, VoiceMetrics(kit), kit.composition)
    if found is None:
        return None
    return SetBlock(block, found[1], initial=Initial(text, depth, found[0]), marks=moved_marks(block.marks, -len(text)))
