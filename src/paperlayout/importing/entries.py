"""Stories as an editor would have typed them in an issue: Chinese fields, two spaces a level, quoted only where YAML asks for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from paperlayout.importing.found import FoundStory
from paperlayout.issue.fields import ARTICLE, PHOTO
from paperlayout.issue.yaml_text import indented, listed, quoted

Kind = Literal["lead", "articles", "briefs"]
CHINESE: dict[Kind, str] = {"lead": "头条", "articles": "文章", "briefs": "简讯"}
MISSING = "图片/还没有.jpg"


@dataclass(frozen=True, slots=True)
class FiledPhoto:
    """A caption with its picture's file name as the issue writes it; no name: the picture is still to come."""

    caption: str = ""
    credit: str = ""
    file: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class FiledStory:
    """A story ready to be entered: what kind of entry, its article file (none: the body stands in the issue), its photos, its place in the manuscript."""

    kind: Kind
    story: FoundStory
    file: str = ""
    photos: tuple[FiledPhoto, ...] = ()
    own_dateline: str = "本报讯"


def fields_of(filed: FiledStory) -> Iterator[str]:
    """The lines of an entry, not yet indented."""
    for name, value in filed.story.given:
        if not (name == "dateline" and filed.kind == "briefs" and value == filed.own_dateline):
            yield f"{ARTICLE.named(name).chinese}: {quoted(value)}"
    if filed.kind == "briefs" and not filed.story.value("dateline"):
        yield '电头: ""'  # else the house's would be printed, which the author did not write
    for number, aside in enumerate(filed.story.asides, 1):
        yield f"备注{number if number > 1 else ''}: {quoted(aside)}"
    if filed.file:
        yield f"文件: {quoted(filed.file)}"
    elif filed.story.body:
        yield "正文: |"
        yield from (f"  {part}" if part else "" for line in filed.story.body for part in line.text.split("\n"))
    yield from _photos(filed.photos)


def _photos(photos: tuple[FiledPhoto, ...]) -> Iterator[str]:
    present, missing = [p for p in photos if p.file], [p for p in photos if not p.file]
    if present:
        yield "照片:"
        yield from (f"  {line}" for photo in present for line in listed(_photo(photo)))
    if missing:
        yield "# 图片没有随稿来：放进 图片 文件夹，写上文件名，再去掉行首的“# ”"
        yield from () if present else ("# 照片:",)
        yield from (f"#   {line}" for photo in missing for line in listed(_photo(photo)))


def _photo(photo: FiledPhoto) -> Iterator[str]:
    named = (("file", photo.file or MISSING), ("caption", photo.caption), ("credit", photo.credit), ("alt", photo.alt))
    return (f"{PHOTO.named(name).chinese}: {quoted(value)}" for name, value in named if value)


def sheet(filed: Iterable[FiledStory]) -> str:
    """The entries on a sheet of their own, ready to be pasted into an issue."""
    groups: dict[Kind, list[FiledStory]] = {"lead": [], "articles": [], "briefs": []}
    for one in filed:
        groups[one.kind].append(one)
    out = ["# 下面是理好的稿子，贴进稿单即可。"]
    for kind, stories in groups.items():
        if stories:
            out.append(f"{CHINESE[kind]}:")
            out += [line for one in stories for line in indented(fields_of(one) if kind == "lead" else listed(fields_of(one)), 2)]
    return "\n".join(out) + "\n"
