"""The body of a story as flow: paragraphs in legal line counts, subheads in whole rows."""

import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from paperlayout.issue.content import Article, CopyBlock
from paperlayout.issue.house import Subheads, Type
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.memo import remembered
from paperlayout.setting.horizontal import StyledText, display_width
from paperlayout.story.initial import with_initial
from paperlayout.story.jump import jump_from, jump_to, set_jump_line
from paperlayout.story.measured import Choice, Flow, FlowItem, LayoutNumber, SetBlock, SubheadLine, Unbroken
from paperlayout.story.notes import NOTES, VOICES, after, before, note_item, with_white
from paperlayout.story.rows import rows_item, set_rows
from paperlayout.story.spans import moved_marks, spans_of, ties_of
from paperlayout.text.composition import Paragraph, Span
from paperlayout.text.paragraph import compose
from paperlayout.text.words import break_by_sense, display_length, words
from paperlayout.units import Em, Pt

WORST_GAP = 0.10
"""A loosened paragraph may not open gaps beyond this share of an em (typesetting §3.5: comfortable to 0.10)."""


@remembered(1024, owner=2)
def measure_body(article: Article, measure: float, kit: Kit, lede: bool = False) -> Flow:
    """The article's body at a measure in 字. `lede`: the first paragraph before the first subhead takes the lede voice."""
    lead_in, own = (*jump_from(article), *before(article)), with_ends(article)
    body = (*lead_in, *own, *after(article), *jump_to(article))
    subheads = article.jump.subheads if article.jump else [b.text for b in body if b.kind == "subhead"]
    standing_head = article.jump.standing_head if article.jump else article.standing_head.value
    prefix = common_prefix(subheads, standing_head, kit.house.look.subheads)
    first = len(lead_in)
    last = max((first + i for i, b in enumerate(own) if b.kind != "subhead"), default=-1)
    voice = subhead_voice(subheads, measure, kit)
    blocks = []
    for i, block in enumerate(body):
        if block.kind == "subhead":
            blocks.append(SetBlock(block, subhead=set_subhead(block.text.replace(WORD_JOINER, ""), prefix, measure, kit, voice)))
        elif block.kind == "break":
            blocks.append(SetBlock(block))
        elif block.kind == "jump_line":
            blocks.append(set_jump_line(block, measure, kit))
        elif block.kind in RUNNING:
            blocks.append(set_running(article, block, (i == first, i == last), measure, lede and i == 0, kit))
        elif block.kind in NOTES:
            blocks.append(set_note(block, measure, kit))
        else:
            blocks.append(set_rows(block, measure, kit))
    parted = with_white(tuple(blocks))
    return Flow(parted, tuple(replace(flow_item(b, kit), introduces=asks) for b, asks in zip(parted, introducing(parted), strict=True)))


LONGEST_QUESTION, MOST_QUESTIONS = 3, 2
"""Lines of a paragraph in bold that still reads as a question and not as a text; and how many may stand under one another before they are a list."""


def introducing(blocks: Sequence[SetBlock]) -> list[bool]:
    """Which paragraphs, short and all in bold, ask what the next one answers or name what follows: they read as small subheads."""
    bold = [_question(block) for block in blocks]
    found = [False] * len(blocks)
    for asks, group in groupby(range(len(blocks)), key=bold.__getitem__):
        run = list(group)
        after = blocks[run[-1] + 1].block.kind if run[-1] + 1 < len(blocks) else "break"
        if asks and len(run) <= MOST_QUESTIONS and after not in ("subhead", "break", "jump_line"):
            found[run[0] : run[-1] + 1] = [True] * len(run)
    return found


def _question(block: SetBlock) -> bool:
    bold = any(m.kind == "strong" and m.start == 0 and m.end == len(block.block.text) for m in block.block.marks)
    return bold and block.block.kind == "paragraph" and block.broken is not None and len(block.broken.best.ends) <= LONGEST_QUESTION


RUNNING = ("paragraph", "quote", "list")
"""Blocks that are broken into lines by the composer."""
WORD_JOINER = "\u2060"


def with_ends(article: Article) -> tuple[CopyBlock, ...]:
    """The body, with an empty paragraph for a dateline or source that has no running text to stand in."""
    body = article.body
    if body and article.dateline and body[0].kind not in RUNNING:
        body = (CopyBlock("paragraph", "", body[0].origin), *body)
    if body and article.source and body[-1].kind not in RUNNING:
        body = (*body, CopyBlock("paragraph", "", article.source.origin))
    return body


def set_running(article: Article, block: CopyBlock, ends: tuple[bool, bool], measure: float, lede: bool, kit: Kit) -> SetBlock:
    """A paragraph, quote or list entry at a measure; the first carries the dateline, the last the source."""
    first, last = ends
    voice = "lede" if lede else "quote" if block.kind == "quote" else "body"
    dateline = article.dateline if first and article.dateline else None
    before = len(dateline.value) if dateline else 0
    signature = Span(f"（{article.source.value}）", "signature") if last and article.source else None
    left, right, indent = _indents(block, measure, kit)
    spans = spans_of(block, voice)
    if dateline:
        spans = (Span(dateline.value, "dateline", DATELINE_GAP if spans else 0.0), *spans)
    paragraph = Paragraph(spans, indent, signature, "justify", ties_of(block, before, kit))
    if first and article.initial and not dateline:
        initial = with_initial(block, paragraph, measure, article.initial, kit)
        if initial:
            return initial
    broken = compose(paragraph, measure - left - right, VoiceMetrics(kit), kit.composition)
    return SetBlock(block, broken, inset=Em(left), marks=moved_marks(block.marks, before))


def set_note(block: CopyBlock, measure: float, kit: Kit) -> SetBlock:
    """A paragraph of a summary or note, one 字 narrower on both sides."""
    left, right = kit.house.look.blocks.note if measure >= NARROW else (0.0, 0.0)
    paragraph = Paragraph(spans_of(block, VOICES[block.kind]), 2.0)
    return SetBlock(block, compose(paragraph, measure - left - right, VoiceMetrics(kit), kit.composition, 0), inset=Em(left), marks=block.marks)


DATELINE_GAP = 0.75


def _indents(block: CopyBlock, measure: float, kit: Kit) -> tuple[float, float, float]:
    """What a block is set in on the left and on the right, and its first line more."""
    style = kit.house.look.blocks
    if block.kind == "quote":
        left, right = style.quote if measure >= style.narrow else style.quote_narrow
        return left, right, 0.0
    if block.kind == "list":
        return style.list_indent, 0.0, 0.0
    return 0.0, 0.0, 2.0 if measure >= NARROW else 1.0


NARROW = 10
"""字 from which on a paragraph's first line is indented by two."""


def flow_item(block: SetBlock, kit: Kit) -> FlowItem:
    """The row counts a set block can take, with their costs."""
    prices = kit.prices.text
    if block.rows:
        return rows_item(block, prices)
    if block.block.kind in NOTES:
        return note_item(block, prices)
    if block.block.kind == "break":
        return FlowItem("break", (Choice(1, 0.0, Unbroken.BREAK),))
    if block.broken is None:
        style = kit.house.look.subheads
        rows = subhead_rows(len(block.subhead), style)
        return FlowItem("subhead", (Choice(rows, 0.0, Unbroken.SUBHEAD), Choice(rows + 1, prices.subhead_white, Unbroken.SUBHEAD)))
    if block.block.kind == "jump_line":
        return FlowItem("jump_line", (Choice(len(block.broken.best.ends), 0.0),))
    best, deep = block.broken.best, block.initial.depth if block.initial else 0
    choices = []
    for i, layout in enumerate(block.broken.layouts):
        lines = len(layout.ends) + deep
        if layout is best:
            choices.append(Choice(lines, 0.0, LayoutNumber(i)))
        elif layout.loosest <= WORST_GAP:
            spread = prices.loosest_per_em * layout.loosest
            choices.append(Choice(lines, prices.loosened + spread + prices.tightest_per_em * layout.tightest, LayoutNumber(i)))
    return FlowItem("paragraph", tuple(choices), whole=deep)


def subhead_rows(lines: int, style: Subheads) -> int:
    """Rows a subhead of so many lines takes."""
    return style.rows_one_line if lines == 1 else style.rows + max(0, lines - 2)


LEAST_REST = 5
"""字 the large line of a subhead must keep, so that it reads as a phrase and not as a stump."""


def common_prefix(subheads: Sequence[str], standing_head: str, style: Subheads) -> str:
    """What all subheads of a story begin with, cut where a word ends, if long enough for a small line (house-style §6); else nothing."""
    if len(subheads) < 2:
        return ""
    shared = os.path.commonprefix(list(subheads))  # noqa: RUF071 (characters are meant)
    longest = min(display_length(s) for s in subheads)
    ends = [standing_head] if standing_head and shared.startswith(standing_head) else accumulate(words(min(subheads, key=len)))
    fitting = [p for p in ends if shared.startswith(p) and style.prefix <= len(p) and longest - display_length(p) >= LEAST_REST]
    return max(fitting, key=len, default="") if len(shared) >= style.prefix else ""


def subhead_voice(subheads: Sequence[str], measure: float, kit: Kit) -> Type:
    """One size for all subheads of a story: smaller, within the house's limit, where that keeps the longest on one line."""
    voice, least = kit.house.look.voices.subhead, kit.house.look.subheads.least_size
    natural = max((display_width(kit.book, (StyledText(s, replace(voice, size=1.0)),)) for s in subheads), default=0.0)
    fitting = math.floor(measure * kit.house.look.voices.body.size / natural * 4) / 4 if natural else voice.size
    return replace(voice, size=min(voice.size, fitting)) if fitting >= least else voice


def set_subhead(text: str, prefix: str, measure: float, kit: Kit, voice: Type | None = None) -> tuple[SubheadLine, ...]:
    """A subhead as centred lines: small prefix over large rest, one large line, or two lines broken by sense."""
    style, voices = kit.house.look.subheads, kit.house.look.voices
    if prefix:
        rest = text[len(prefix) :].lstrip(" ，：:、")
        small = text[: len(text) - len(rest)].strip()
        return (SubheadLine((StyledText(small, voices.subhead_prefix),), style.prefix_baseline), SubheadLine(key_word(rest, kit), style.baseline))
    one_line = (StyledText(text, voice or voices.subhead),)
    if display_width(kit.book, one_line) <= measure * voices.body.size:
        return (SubheadLine(one_line, style.baseline_one_line),)
    return tuple(_long_subhead(text, measure * voices.body.size, kit))


def _long_subhead(text: str, width: Pt, kit: Kit) -> Iterator[SubheadLine]:
    """A subhead in as many lines as it needs, broken by sense; smaller when even single words are too wide."""
    voice, (first, second) = kit.house.look.voices.subhead_long, kit.house.look.subheads.baselines_two_lines
    for n in range(2, len(text) + 2):
        parts = break_by_sense(text, n, kit.house.words)
        widest = max(display_width(kit.book, (StyledText(p, voice),)) for p in parts)
        if widest <= width or len(parts) < n:
            break
    size = voice.size * min(1.0, width / widest)
    for i, part in enumerate(parts):
        yield SubheadLine((StyledText(part, replace(voice, size=size)),), first + i * (second - first))


def key_word(text: str, kit: Kit) -> tuple[StyledText, ...]:
    """A subhead's large line; one or two 字 in quotes are red (house-style §6)."""
    voice = kit.house.look.voices.subhead
    start, end = text.find("“"), text.find("”")
    if start < 0 or not 1 <= end - start - 1 <= kit.house.look.subheads.key_word:
        return (StyledText(text, voice),)
    red = replace(voice, ink="red")
    cut = (StyledText(text[: start + 1], voice), StyledText(text[start + 1 : end], red), StyledText(text[end:], voice))
    return tuple(v for v in cut if v.text)
