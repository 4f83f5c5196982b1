"""核红: what of the copy changed since the last proof, character by character, and the lines it stands in now.

Copy that only moved or breaks its lines elsewhere has not changed.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePath
from typing import Any

from paperlayout.geometry import Rect
from paperlayout.page import TEXT_KINDS, Frame, Page, Picture

FORMAT = 1
LABELS = {
    "body": "正文", "headline": "主题", "kicker": "引题", "deck": "副题", "summary": "提要", "standing_head": "栏目", "byline": "署名", "caption": "图注",
    "photo_credit": "摄影", "figure": "照片", "editor_note": "编者按", "end_note": "编后", "credits": "版权", "imprint": "版权", "nameplate": "报头",
    "ear": "报眼", "folio_line": "报眉", "jump_line": "转版",
}  # fmt: skip
SENTENCE = re.compile(r"[^。！？；]*[。！？；]?")
ALIKE = 0.5
"""A story whose copy is so much the same is the same story under a new head."""
NEAR = 3
"""Changes with no more characters between them are one."""
MOST_COMPARED = 2_000_000
"""Characters of old times new copy; a stretch all of which was written anew is marked as a whole."""
AROUND = 8
"""Characters shown before and after a change."""


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A line as it stands: page number, box, and first and last character of its part's copy."""

    page: int
    rect: Rect
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A part of a story that is read as one: its body, a head, a caption, a photo or group by the names of its files."""

    label: str
    text: str
    lines: tuple[ProofLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ProofStory:
    """A story as a proof has it."""

    id: str
    title: str
    parts: tuple[StoryPart, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class CopyChange:
    """One change: its number, story, part, what stood there and what stands there now (with a little round it), the lines it stands in."""

    number: int
    title: str
    label: str
    before: str
    after: str
    lines: tuple[ProofLine, ...]


@dataclass(frozen=True, slots=True)
class ProofRecord:
    """What is kept of a proof: its revision, its copy, and the copy of the proof before it."""

    revision: int
    now: tuple[ProofStory, ...]
    before: tuple[ProofStory, ...] | None


def told(pages: tuple[Page, ...]) -> tuple[ProofStory, ...]:
    """The copy of an edition, story by story; what belongs to no story goes by its frame."""
    titles = {story.id: story.title for page in pages for story in page.stories}
    frames: dict[str, list[tuple[Page, Frame]]] = {}
    for page in pages:
        for frame in page.frames:
            if frame.kind == "headline" and not frame.copy and frame.story in frames:
                continue  # the head of a story that jumped stands again over the rest
            if frame.kind == "figure" or frame.text:
                frames.setdefault(frame.story or f"{page.label}.{frame.id}", []).append((page, frame))
    return tuple(ProofStory(id_, titles.get(id_, ""), tuple(_parts(own))) for id_, own in frames.items())


def _parts(frames: list[tuple[Page, Frame]]) -> Iterator[StoryPart]:
    """Heads, captions and photos one by one; all of the body as one part."""
    body = [(page, frame) for page, frame in frames if frame.kind in TEXT_KINDS]
    for page, frame in frames:
        if frame.kind in TEXT_KINDS:
            continue
        if frame.kind == "figure":
            names = "、".join(PurePath(item.file).name for item in frame.items if isinstance(item, Picture))
            yield StoryPart(LABELS["figure"], names, (ProofLine(page.number, frame.rect, 0, len(names)),))
        else:
            text = "".join(frame.set) or (frame.text or "").replace("\n", "")
            yield StoryPart(LABELS.get(frame.kind, frame.kind), text, (ProofLine(page.number, frame.rect, 0, len(text)),))
    if body:
        lines = tuple(_lines(body))
        yield StoryPart(LABELS["body"], "".join("".join(frame.set) for _, frame in body), lines)


def _lines(frames: list[tuple[Page, Frame]]) -> Iterator[ProofLine]:
    at = 0
    for page, frame in frames:
        row = frame.rect.height / max(1, len(frame.set))
        for nth, text in enumerate(frame.set):
            rect = Rect(frame.rect.x0, frame.rect.y0 + nth * row, frame.rect.x1, frame.rect.y0 + (nth + 1) * row)
            yield ProofLine(page.number, rect, at, at + len(text))
            at += len(text)


def copy_changes(before: tuple[ProofStory, ...], now: tuple[ProofStory, ...]) -> tuple[CopyChange, ...]:
    """All changes in the order of the copy, numbered from 1."""
    pairs = _pairs(before, now)
    found = [change for new in now for change in _of_story(pairs.get(new.id), new)]
    matched = {old.id for old in pairs.values()}
    found += [CopyChange(0, old.title or old.id, "撤稿", _short(old.text), "", ()) for old in before if old.id not in matched and old.title]
    return tuple(CopyChange(n, c.title, c.label, c.before, c.after, c.lines) for n, c in enumerate(found, 1))


def _pairs(before: tuple[ProofStory, ...], now: tuple[ProofStory, ...]) -> dict[str, ProofStory]:
    """The old story of each new one: by its title, by its copy under a new title, what is no story by its id."""
    free = {old.id: old for old in before}
    pairs: dict[str, ProofStory] = {}
    for same in (_same_title, _same_id, _same_copy):
        for new in now:
            match = next((old for old in free.values() if same(old, new)), None) if new.id not in pairs else None
            if match:
                pairs[new.id] = free.pop(match.id)
    return pairs


def _same_title(old: ProofStory, new: ProofStory) -> bool:
    return bool(new.title) and old.title == new.title


def _same_id(old: ProofStory, new: ProofStory) -> bool:
    return old.id == new.id and (not new.title or _same_copy(old, new))


def _same_copy(old: ProofStory, new: ProofStory) -> bool:
    return bool(new.title and old.title) and SequenceMatcher(None, _sentences(old.text), _sentences(new.text), autojunk=False).ratio() > ALIKE


def _of_story(old: ProofStory | None, new: ProofStory) -> Iterator[CopyChange]:
    title = new.title
    if old is None:
        lines = tuple(line for part in new.parts for line in part.lines)
        yield CopyChange(0, title, "新稿", "", _short(new.text), lines)
        return
    left = list(old.parts)
    for part in new.parts:
        match = next((one for one in left if one.label == part.label), None)
        if match is None:
            yield CopyChange(0, title, f"新加{part.label}", "", _short(part.text), part.lines)
            continue
        left.remove(match)
        yield from _of_part(match.text, part, title)
    for lost in left:
        yield CopyChange(0, title, f"删去{lost.label}", _short(lost.text), "", ())


def _of_part(old: str, part: StoryPart, title: str) -> Iterator[CopyChange]:
    if old == part.text:
        return
    if part.label == LABELS["figure"]:
        yield CopyChange(0, title, "换照片", old, part.text, part.lines)
        return
    for edit in _joined(list(_edits(old, part.text))):
        lines = tuple(line for line in part.lines if line.start < max(edit.end, edit.start + 1) and edit.start < line.end) or part.lines[-1:]
        yield CopyChange(0, title, part.label, _quoted(old, edit.old_start, edit.old_end), _quoted(part.text, edit.start, edit.end), lines)


@dataclass(frozen=True, slots=True)
class _CopyEdit:
    """A stretch of the old copy and what stands there in the new."""

    old_start: int
    old_end: int
    start: int
    end: int


def _edits(old: str, new: str) -> Iterator[_CopyEdit]:
    """By sentences first, then by characters inside those that changed: a whole story by characters would take long."""
    a, b = _sentences(old), _sentences(new)
    at, to = _offsets(a), _offsets(b)
    for tag, i0, i1, j0, j1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _by_character(old, new, _CopyEdit(at[i0], at[i1], to[j0], to[j1]))


def _by_character(old: str, new: str, within: _CopyEdit) -> Iterator[_CopyEdit]:
    a, b = old[within.old_start : within.old_end], new[within.start : within.end]
    if not a or not b or len(a) * len(b) > MOST_COMPARED:
        yield within
        return
    for tag, i0, i1, j0, j1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _CopyEdit(within.old_start + i0, within.old_start + i1, within.start + j0, within.start + j1)


def _joined(edits: list[_CopyEdit]) -> Iterator[_CopyEdit]:
    """Edits that nearly touch as one."""
    for at, edit in enumerate(edits):
        if at and edit.start - edits[at - 1].end <= NEAR and edit.old_start - edits[at - 1].old_end <= NEAR:
            continue
        last = edit
        for after in edits[at + 1 :]:
            if after.start - last.end > NEAR or after.old_start - last.old_end > NEAR:
                break
            last = after
        yield _CopyEdit(edit.old_start, last.old_end, edit.start, last.end)


def _sentences(text: str) -> list[str]:
    return [one for one in SENTENCE.findall(text) if one]


def _offsets(parts: list[str]) -> list[int]:
    found = [0]
    for part in parts:
        found.append(found[-1] + len(part))
    return found


def _quoted(text: str, start: int, end: int) -> str:
    """A stretch in 【】 with what stands round it."""
    head, tail = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{'…' if start > AROUND else ''}{head}【{_short(text[start:end])}】{tail}{'…' if end + AROUND < len(text) else ''}"


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most // 2]}……{text[-most // 3 :]}（共 {len(text)} 字）"


def dumped(record: ProofRecord) -> bytes:
    """The record as it is kept."""
    kept = {"format": FORMAT, "revision": record.revision, "now": _plain(record.now), "before": _plain(record.before)}
    return (json.dumps(kept, ensure_ascii=False) + "\n").encode()


def _plain(stories: tuple[ProofStory, ...] | None) -> list[Any] | None:
    return None if stories is None else [{"id": s.id, "title": s.title, "parts": [[p.label, p.text] for p in s.parts]} for s in stories]


def loaded(data: bytes) -> ProofRecord | None:
    """The record that was kept; None when it is not one of ours."""
    try:
        kept = json.loads(data)
        if kept["format"] != FORMAT:
            return None
        now, before = _stories(kept["now"]), _stories(kept["before"])
        return ProofRecord(int(kept["revision"]), now, before) if now is not None else None
    except (ValueError, KeyError, TypeError):
        return None


def _stories(kept: list[Any] | None) -> tuple[ProofStory, ...] | None:
    if kept is None:
        return None
    return tuple(ProofStory(str(s["id"]), str(s["title"]), tuple(StoryPart(str(label), str(text)) for label, text in s["parts"])) for s in kept)


def followed(last: ProofRecord | None, now: tuple[ProofStory, ...], revision: int | None = None) -> ProofRecord:
    """The record of a new proof after the last: the next revision where copy changed, the same proof again where it did not. A revision that is given holds."""
    if last is None:
        return ProofRecord(revision or 1, now, None)
    if _plain(last.now) == _plain(now):
        return ProofRecord(revision or last.revision, now, last.before)
    return ProofRecord(revision or last.revision + 1, now, last.now)
