"""The pictures of a digital edition: pages and photos as files, by the names the pages refer to."""

from collections.abc import Mapping
from dataclasses import dataclass

from paperlayout.export.paper import DigitalPaper


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's file name inside the edition, its data and its size in pixels."""

    name: str
    data: bytes
    size: tuple[int, int]

    @property
    def media_type(self) -> str:
        return "image/png" if self.name.endswith(".png") else "image/jpeg"


@dataclass(frozen=True, slots=True)
class ExportPictures:
    """Page pictures by page number, photos by the file they were made of."""

    pages: Mapping[int, PictureFile]
    photos: Mapping[str, PictureFile]

    @property
    def all(self) -> tuple[PictureFile, ...]:
        return (*self.pages.values(), *self.photos.values())


def photo_files(paper: DigitalPaper) -> dict[str, str]:
    """The name each photo's file gets in the edition, by the file it is made of."""
    files = dict.fromkeys(photo.file for story in paper.stories for photo in story.photos)
    return {file: f"photo-{i:02d}.jpg" for i, file in enumerate(files, 1)}
