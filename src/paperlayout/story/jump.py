"""转版: a story cut in two at the end of a paragraph, and the lines that lead a reader from one part to the other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from paperlayout.issue.content import NO_TEXT, Article, CopyBlock, Jump, Text
from paperlayout.issue.placing import Placing
from paperlayout.kit import Kit, VoiceMetrics
from paperlayout.story.measured import Flow, SetBlock
from paperlayout.text.composition import Paragraph, Span
from paperlayout.text.paragraph import compose

LEAST_LINES = 8
"""Lines of a story on either page."""
HEAD_LINES = 2
"""Lines the repeated head takes at most."""
NEVER_LAST = frozenset({"subhead", "break"})
"""Blocks that go with what follows."""
NEVER_FIRST = frozenset({"break"})
ANNOUNCES = ("：", ":")
"""A paragraph that ends so goes with what it introduces."""


def jump_from(article: Article) -> Iterator[CopyBlock]:
    """（上接第1版）, before the rest of a story."""
    if article.jump and article.jump.from_page:
        yield CopyBlock("jump_line", f"（上接第{article.jump.from_page}版）", article.origin)


def jump_to(article: Article) -> Iterator[CopyBlock]:
    """（下转第2版）, after the part of a story that goes on elsewhere."""
    if article.jump and article.jump.to:
        yield CopyBlock("jump_line", f"（下转第{article.jump.to}版）", article.origin)


def set_jump_line(block: CopyBlock, measure: float, kit: Kit) -> SetBlock:
    """A jump line: the one that leads on at the right, the one that leads in at the left (make-up §1.4)."""
    on = block.text.startswith("（下转")
    paragraph = Paragraph((Span(block.text, "jump_line"),), 0.0, None, "right" if on else "left")
    return SetBlock(block, compose(paragraph, measure, VoiceMetrics(kit), kit.composition, 0))


@dataclass(frozen=True, slots=True)
class JumpPoint:
    """A place where a body may be cut: the blocks before it, and the fewest lines on either side."""

    blocks: int
    before: int
    after: int


def cuts(article: Article, flow: Flow) -> Iterator[JumpPoint]:
    """Every place between two blocks of the body where it may be cut with enough lines on both sides, however tightly it is set."""
    blocks = tuple(b.block for b in flow.blocks)
    start = next((n for n in range(len(blocks)) if blocks[n : n + len(article.body)] == article.body), 0)
    least = [min(c.set_lines for c in item.choices) for item in flow.items[start : start + len(article.body)]]
    for at in range(1, len(article.body)):
        before, after = article.body[at - 1], article.body[at]
        if before.kind in NEVER_LAST or after.kind in NEVER_FIRST or before.text.endswith(ANNOUNCES) or flow.items[start + at - 1].introduces:
            continue
        cut = JumpPoint(at, sum(least[:at]), sum(least[at:]))
        if cut.before >= LEAST_LINES and cut.after >= LEAST_LINES:
            yield cut


@dataclass(frozen=True, slots=True)
class Parts:
    """A story in two: the part that begins it, and the rest."""

    first: Article
    rest: Article


def cut_in_two(article: Article, blocks: int, here: int, there: int) -> Parts:
    """The story on page `here` cut after so many blocks of its body, its rest for page `there` with the photos the editor put there."""
    jump = Jump(subheads=tuple(b.text for b in article.body if b.kind == "subhead"), standing_head=article.standing_head.value)
    moved = tuple(p for p in article.photos if p.placing.page == there)
    first = replace(
        article, body=article.body[:blocks], photos=tuple(p for p in article.photos if p not in moved), source=NO_TEXT, end_note=NO_TEXT,
        jump=replace(jump, to=there),
    )  # fmt: skip
    rest = Article(
        id=article.id, title=_repeated(article.title), source=article.source, body=article.body[blocks:], photos=moved, end_note=article.end_note,
        placing=Placing(priority="normal", fit=article.placing.fit), jump=replace(jump, from_page=here), origin=article.origin,
    )  # fmt: skip
    return Parts(first, rest)


def _repeated(title: Text) -> Text:
    """The head as it is repeated: in one line or as the editor broke it, in two at most."""
    lines = title.value.replace("//", "\0").split("/")
    kept = title.value if len(lines) <= HEAD_LINES else "".join(lines).replace("\0", "//")
    return replace(title, value=kept)
