"""Stories as XHTML that is also good HTML: the same fragments serve web pages and EPUB."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from paperlayout.export.paper import DigitalPhoto, DigitalStory
from paperlayout.issue.content import CopyBlock, InlineMark
from paperlayout.text.words import words

INLINE = {
    "strong": ("<strong>", "</strong>"), "emphasis": ('<em class="dots">', "</em>"), "name": ('<span class="proper">', "</span>"),
    "title": ('<span class="work">', "</span>"),
}  # fmt: skip
INVISIBLE = dict.fromkeys(map(ord, "\u2060\u200b\ufeff"))
LABEL_END = "："


def text(value: str) -> str:
    """Copy as HTML text."""
    return escape(value.translate(INVISIBLE), quote=True)


def heading(value: str) -> str:
    """A title that may break between words only, where the reader's screen is narrow."""
    return "<wbr/>".join(text(word) for word in words(value))


def paragraphs(value: str, tag: str = "p") -> str:
    """A field of several lines, each a paragraph."""
    return "".join(f"<{tag}>{text(line)}</{tag}>" for line in value.split("\n") if line.strip())


def inline(block: CopyBlock) -> str:
    """A block's copy with its marks."""
    out, at = "", 0
    for mark in sorted(block.marks, key=lambda m: (m.start, -m.end)):
        if mark.start >= at:
            out += text(block.text[at : mark.start]) + _marked(mark, text(block.text[mark.start : mark.end]))
            at = mark.end
    return out + text(block.text[at:])


def _marked(mark: InlineMark, inner: str) -> str:
    if mark.kind == "ruby":
        return f"<ruby>{inner}<rp>（</rp><rt>{text(mark.value)}</rt><rp>）</rp></ruby>"
    start, end = INLINE[mark.kind]
    return f"{start}{inner}{end}"


def body(story: DigitalStory, level: int = 2) -> str:
    """The text of a story, subheads as headings of that level, the dateline before its first words and the source after its last."""
    blocks = list(story.body)
    out = []
    dateline = f'<span class="dateline">{text(story.dateline)}</span>　' if story.dateline else ""
    source = f'<span class="source">（{text(story.source)}）</span>' if story.source else ""
    last = len(blocks) - 1
    numbered = list(enumerate(blocks))
    for kind, group in groupby(numbered, key=lambda pair: pair[1].kind):
        pieces = []
        for i, block in group:
            before = dateline if i == 0 and kind in RUNNING else ""
            after = source if i == last and kind in RUNNING else ""
            pieces.append(before + inline(block) + after if kind in RUNNING else _standing(block, level))
        out.append(_wrapped(kind, pieces))
    if dateline and (not blocks or blocks[0].kind not in RUNNING):
        out.insert(0, f"<p>{dateline.rstrip('　')}</p>")
    if source and (not blocks or blocks[-1].kind not in RUNNING):
        out.append(f"<p>{source}</p>")
    return "\n".join(out)


RUNNING = ("paragraph", "quote", "list")


def _wrapped(kind: str, pieces: list[str]) -> str:
    if kind == "paragraph":
        return "\n".join(f"<p>{piece}</p>" for piece in pieces)
    if kind == "quote":
        return "<blockquote>" + "".join(f"<p>{piece}</p>" for piece in pieces) + "</blockquote>"
    if kind == "list":
        return "<ul>" + "".join(f"<li>{piece}</li>" for piece in pieces) + "</ul>"
    return "\n".join(pieces)


def _standing(block: CopyBlock, level: int) -> str:
    """A block that is no running text."""
    if block.kind == "subhead":
        return f"<h{level}>{heading(block.text)}</h{level}>"
    if block.kind == "break":
        return "<hr/>"
    if block.kind == "verse":
        return "".join(f'<p class="stanza">{"<br/>".join(lines)}</p>' for lines in _stanzas(block))
    if block.kind == "names":
        return "".join(_names(line) for line in block.text.split("\n") if line.strip())
    return _table(block.text)


def _stanzas(block: CopyBlock) -> Iterator[list[str]]:
    """The lines of each stanza; marks are kept line by line."""
    found = [m.span() for m in re.finditer(r"[^\n]+|(?<=\n)(?=\n)", block.text)]
    for blank, spans in groupby(found, key=lambda span: span[0] == span[1]):
        if not blank:
            yield [inline(block.part(start, end)) for start, end in spans]


def _names(line: str) -> str:
    if line.endswith(LABEL_END):
        return f'<p class="names-label">{text(line)}</p>'
    return '<ul class="names">' + "".join(f"<li>{text(name)}</li>" for name in line.split(" ") if name) + "</ul>"


def _table(typed: str) -> str:
    head, *rows = ([text(cell) for cell in row.split("\t")] for row in typed.split("\n"))
    top = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    rest = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="table"><table><thead><tr>{top}</tr></thead><tbody>{rest}</tbody></table></div>'


def head(story: DigitalStory, tag: str = "h1") -> str:
    """Standing head, kicker, title, deck and byline."""
    parts = (
        _line("standing-head", story.standing_head or story.group), _line("kicker", story.kicker), f"<{tag}>{heading(story.title)}</{tag}>",
        _line("deck", story.deck), _line("byline", story.author),
    )  # fmt: skip
    return "<header>" + "".join(parts) + "</header>"


def _line(name: str, value: str) -> str:
    return f'<p class="{name}">{text(value)}</p>' if value else ""


def figure(photo: DigitalPhoto, source: str, size: tuple[int, int]) -> str:
    """A photo with its caption and credit."""
    alt = f"示意图：{photo.alt}" if photo.illustration else photo.alt
    credit = f' <span class="credit">{text(photo.credit)}</span>' if photo.credit else ""
    mark = "（示意图）" if photo.illustration else ""
    caption = f"<figcaption>{text(photo.caption)}{mark}{credit}</figcaption>" if photo.caption or credit else ""
    return f'<figure><img src="{text(source)}" alt="{text(alt)}" width="{size[0]}" height="{size[1]}"/>{caption}</figure>'


def notes(story: DigitalStory) -> tuple[str, str]:
    """编者按 before the text, 编后 after it; the summary and the figures stand with the former."""
    before = f'<aside class="summary">{paragraphs(story.summary)}</aside>' if story.summary else ""
    before += f'<aside class="note"><h2>编者按</h2>{paragraphs(story.editor_note)}</aside>' if story.editor_note else ""
    if story.data:
        before += '<dl class="data">' + "".join(f"<div><dt>{text(name)}</dt><dd>{text(figure)}</dd></div>" for figure, name in story.data) + "</dl>"
    return before, f'<aside class="note"><h2>编后</h2>{paragraphs(story.end_note)}</aside>' if story.end_note else ""


def article(story: DigitalStory, figures: Iterable[str], level: int = 2) -> str:
    """A whole story: head, notes, photos, text. The first photo stands above the text, the others after it."""
    first, *others = [*figures] or [""]
    before, after = notes(story)
    title = f"h{level - 1}"
    return f"<article>\n{head(story, title)}\n{before}{first}\n{body(story, level)}\n{''.join(others)}{after}\n</article>"
