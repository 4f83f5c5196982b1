"""Stories as plain text: for proof-reading programs, archives and pasting elsewhere."""

from collections.abc import Iterator

from paperlayout.export.paper import DigitalPaper, DigitalStory
from paperlayout.issue.content import CopyBlock

INVISIBLE = dict.fromkeys(map(ord, "\u2060\u200b\ufeff\u00ad"))
INDENT = "　　"
BOM = "\ufeff"
"""Older Windows programs take a text for GBK without it."""


def text_files(paper: DigitalPaper, name: str) -> dict[str, bytes]:
    """The whole issue in one file, and every story in one of its own."""
    out = {f"{name}.txt": _encoded("\n".join(_whole(paper)))}
    for story in paper.stories:
        out[f"{story.name}-{_clean(story.title)}.txt"] = _encoded("\n".join(_lines(story)))
    return out


def _encoded(text: str) -> bytes:
    return (BOM + text.translate(INVISIBLE).replace("\n", "\r\n") + "\r\n").encode()


def _clean(title: str) -> str:
    return "".join(char for char in title if char not in '\\/:*?"<>|' and char.isprintable()).strip(" .")[:24] or "无题"


def _whole(paper: DigitalPaper) -> Iterator[str]:
    yield paper.title
    for page in paper.pages:
        yield from ("", f"【{page.title}】")
        for story in page.stories:
            if story.pages[0] == page.number:
                yield ""
                yield from _lines(story)


def _lines(story: DigitalStory) -> Iterator[str]:
    """Heads flush, paragraphs indented by two characters, captions at the end."""
    yield from (line for line in (story.standing_head or story.group, story.kicker, story.title, story.deck, story.author) if line)
    yield from ("提要：" + story.summary,) if story.summary else ()
    yield from ("编者按：" + story.editor_note,) if story.editor_note else ()
    yield from (f"{figure}　{name}" for figure, name in story.data)
    paragraphs = [line for block in story.body for line in _block(block)]
    first = next((i for i, line in enumerate(paragraphs) if line.startswith(INDENT)), None)
    if story.dateline:
        if first is None:
            paragraphs.insert(0, INDENT + story.dateline)
        else:
            paragraphs[first] = f"{INDENT}{story.dateline} {paragraphs[first].removeprefix(INDENT)}"
    yield from paragraphs
    yield from (f"（{story.source}）",) if story.source else ()
    yield from ("编后：" + story.end_note,) if story.end_note else ()
    for photo in story.photos:
        if photo.caption or photo.credit:
            yield f"图：{photo.caption}" + (f"（{photo.credit}）" if photo.credit else "")


def _block(block: CopyBlock) -> Iterator[str]:
    if block.kind in ("paragraph", "quote"):
        yield INDENT + block.text
    elif block.kind == "list":
        yield f"{INDENT}· {block.text}"
    elif block.kind == "break":
        yield f"{INDENT}＊　＊　＊"
    else:
        yield from block.text.split("\n")
