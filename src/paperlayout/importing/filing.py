"""归档: what each story is called on disk: article files under 稿件/, pictures under 图片/, never over a file that is there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from paperlayout.catalogue.book import tell
from paperlayout.diag import Diagnostic, Severity
from paperlayout.importing.entries import FiledPhoto, FiledStory, Kind
from paperlayout.importing.found import FoundPhoto, FoundStory
from paperlayout.manuscripts.arrival import ManuscriptPicture

COPY, PHOTOS = "稿件", "图片"
LONGEST_NAME = 20
LONGEST_BRIEF = 450
"""字 of a body that stands in the issue itself; longer ones get a file."""
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f.]+')
NUMBERED = re.compile(r"(\d{1,3})-")
USABLE = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".gif")


@dataclass(slots=True)
class Cabinet:
    """An issue's folder while stories are filed in it: what is to be written, and what there is to say."""

    folder: Path
    files: dict[str, bytes] = field(default_factory=dict)
    told: list[Diagnostic] = field(default_factory=list)

    def file(self, story: FoundStory, manuscript: Path, kind: Kind, own_dateline: str) -> FiledStory:
        """A story with its files named; its title is the manuscript's name where it has none."""
        title = story.value("title") or manuscript.stem
        if not story.value("title"):
            story = replace(story, given=(("title", title), *story.given))
            self.told.append(tell("C361.untitled", story.origin, title=title))
        photos = tuple(self._photo(photo, manuscript) for photo in story.photos)
        name = "" if kind == "briefs" and story.chars <= LONGEST_BRIEF else self._article(title, story)
        return FiledStory(kind, story, name, photos, own_dateline)

    def _article(self, title: str, story: FoundStory) -> str:
        data = ("\n".join(line.text for line in story.body) + "\n").encode()
        stem = clean_name(title.replace("//", "").replace("/", ""))
        same = next((f"{COPY}/{name}" for name in self._names(COPY) if name.endswith(f"-{stem}.md") and self._holds(f"{COPY}/{name}", data)), None)
        if same:
            self.told.append(tell("C369", story.origin, name=same))
            return same
        numbers = [int(match[1]) for name in self._names(COPY) if (match := NUMBERED.match(name))]
        return self._put(f"{COPY}/{max(numbers, default=0) + 1:02d}-{stem}.md", data)

    def _photo(self, photo: FoundPhoto, manuscript: Path) -> FiledPhoto:
        alt = photo.picture.alt if photo.picture and photo.picture.alt != photo.caption else ""
        return FiledPhoto(photo.caption, photo.credit, self._picture(photo, manuscript), alt)

    def _picture(self, photo: FoundPhoto, manuscript: Path) -> str:
        """The name of a photo's file in the issue, or nothing when it did not come."""
        picture = photo.picture
        if picture is None:
            return self._waiting(photo)
        data = picture.data or self._beside(photo, picture, manuscript)
        if not data:
            return ""
        name = self._put(f"{PHOTOS}/{clean_name(photo.caption or manuscript.stem)}{picture.suffix}", data)
        if picture.suffix not in USABLE:
            self.told.append(tell("F318", photo.origin, name=name, suffix=picture.suffix))
            return ""
        return name

    def _waiting(self, photo: FoundPhoto) -> str:
        """A picture that lies in the issue already under its caption's name."""
        found = next((name for name in self._names(PHOTOS) if Path(name).stem == photo.caption and Path(name).suffix.lower() in USABLE), None)
        if found:
            self.told.append(tell("C360.paired", photo.origin, piece=photo.caption, name=f"{PHOTOS}/{found}"))
        return f"{PHOTOS}/{found}" if found else ""

    def _beside(self, photo: FoundPhoto, picture: ManuscriptPicture, manuscript: Path) -> bytes:
        """The picture that a Markdown manuscript names."""
        try:
            return (manuscript.parent / picture.name.replace("\\", "/")).read_bytes()
        except (OSError, ValueError):
            self.told.append(Diagnostic("F301", f"找不到图片 {picture.name}", "把图片和稿子放在一起再导入", photo.origin, Severity.WARNING))
            return b""

    def _put(self, name: str, data: bytes) -> str:
        """Plans a file under that name, or the next free one like it; the same bytes are not kept twice."""
        for candidate in _like(name):
            if self.files.get(candidate) == data or (candidate not in self.files and self._holds(candidate, data)):
                return candidate
            if candidate not in self.files and not (self.folder / candidate).exists():
                self.files[candidate] = data
                return candidate
        raise AssertionError("names never run out")

    def _holds(self, name: str, data: bytes) -> bool:
        try:
            return (self.folder / name).read_bytes() == data
        except OSError:
            return False

    def _names(self, folder: str) -> list[str]:
        """The files of a folder, those there and those planned."""
        planned = {Path(name).name for name in self.files if name.startswith(f"{folder}/")}
        place = self.folder / folder
        return sorted(planned | ({path.name for path in place.iterdir()} if place.is_dir() else set()))


def clean_name(text: str) -> str:
    """A file name every system takes."""
    return FORBIDDEN.sub("", text).strip(" .")[:LONGEST_NAME].strip() or "无题"


def _like(name: str) -> Iterator[str]:
    yield name
    stem, suffix = name.rsplit(".", 1)
    number = 2
    while True:
        yield f"{stem}-{number}.{suffix}"
        number += 1


def kind_of(story: FoundStory) -> Kind:
    """What a story is by itself: a brief when it opens with 本报讯, is short and has no subheads or pictures."""
    heads = any(line.shape == "heading" for line in story.body)
    brief = story.value("dateline").startswith(("本报讯", "本刊讯")) and story.chars <= LONGEST_BRIEF and not heads
    return "briefs" if brief and not any(photo.picture for photo in story.photos) else "articles"


def free_name(folder: Path, name: str) -> Path:
    """The first path of that name, or one like it, where no file is yet."""
    return next(folder / candidate for candidate in _like(name) if not (folder / candidate).exists())
