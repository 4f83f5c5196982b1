"""What sorting makes of a manuscript: stories with their fields, and the pictures that came with them."""

from dataclasses import dataclass

from paperlayout.diag import Origin
from paperlayout.manuscripts.arrival import ManuscriptLine, ManuscriptPicture

FIELDS = ("kicker", "title", "deck", "standing-head", "author", "dateline", "source")


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A caption, a picture, or both."""

    origin: Origin
    caption: str = ""
    credit: str = ""
    picture: ManuscriptPicture | None = None


@dataclass(frozen=True, slots=True)
class FoundStory:
    """One story of a manuscript. `given` pairs canonical field names with their copy in the order of FIELDS.

    `body` is ready to be written, line by line; `asides` are for colleagues.
    """

    origin: Origin
    given: tuple[tuple[str, str], ...] = ()
    body: tuple[ManuscriptLine, ...] = ()
    photos: tuple[FoundPhoto, ...] = ()
    asides: tuple[str, ...] = ()

    def value(self, name: str) -> str:
        """A field's copy, or nothing."""
        return dict(self.given).get(name, "")

    @property
    def chars(self) -> int:
        """字 of the body."""
        return sum(len("".join(line.bare.split())) for line in self.body)
