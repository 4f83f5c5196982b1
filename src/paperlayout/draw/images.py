"""Photos inside the PDF: each file, crop and size goes in once, however often it is placed."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from paperlayout.diag import Diagnostic, IssueError
from paperlayout.draw.objects import PdfFile, Reference, dictionary, numbers
from paperlayout.geometry import Rect
from paperlayout.page import Picture
from paperlayout.photo.faults import PhotoFault
from paperlayout.photo.recipe import Pixels

Develop = Callable[[Picture], Pixels]
"""Gives the pixels of a picture in its box."""

HANDS = 4  # photos developed side by side; each holds its full-size pixels in memory
SPACES = {"cmyk": "/DeviceCMYK", "gray": "/DeviceGray"}
INVERTED = numbers(1, 0, 1, 0, 1, 0, 1, 0)  # CMYK JPEGs with an Adobe marker hold paper as 255


@dataclass(frozen=True, slots=True)
class _Print:
    """What makes two pictures the same image: file, crop, and size to a thousandth of a point."""

    file: str
    crop: Rect
    width: float
    height: float


def _print(picture: Picture) -> _Print:
    return _Print(picture.file, picture.crop, round(picture.rect.width, 3), round(picture.rect.height, 3))


class Images:
    """The images of a document, in the order of their first use. They are developed side by side while the rest is drawn."""

    def __init__(self, pictures: Iterable[Picture], develop: Develop) -> None:
        wanted = {_print(picture): picture for picture in pictures}
        self._keys = {one: f"Im{at}" for at, one in enumerate(wanted, 1)}
        self._pictures = tuple(wanted.values())
        self._pixels = _begun(self._pictures, develop)

    def use(self, picture: Picture) -> str:
        """The resource name of a picture's image."""
        return self._keys[_print(picture)]

    def add_to(self, file: PdfFile) -> dict[str, Reference]:
        """All images put into the file, by resource name. Raises IssueError with one finding for each photo that cannot be developed."""
        faults = tuple(self._faults())
        if faults:
            raise IssueError(faults)
        return {key: _add(file, key, pixels.result()) for key, pixels in zip(self._keys.values(), self._pixels, strict=True)}

    def _faults(self) -> Iterator[Diagnostic]:
        for picture, pixels in zip(self._pictures, self._pixels, strict=True):
            fault = pixels.exception()
            if isinstance(fault, PhotoFault):
                yield fault.told(picture.origin)


def _begun(pictures: tuple[Picture, ...], develop: Develop) -> tuple[Future[Pixels], ...]:
    """The pixels of all pictures, in their order, as they become ready. Pillow works outside the interpreter's lock, so threads do shorten this."""
    pool = ThreadPoolExecutor(HANDS)
    begun = tuple(pool.submit(develop, picture) for picture in pictures)
    pool.shutdown(wait=False)
    return begun


def _add(file: PdfFile, key: str, pixels: Pixels) -> Reference:
    entries = dictionary(
        Type="/XObject", Subtype="/Image", Width=pixels.width, Height=pixels.height, BitsPerComponent=8,
        ColorSpace=SPACES[pixels.space], Filter="/DCTDecode",
    )  # fmt: skip
    if pixels.space == "cmyk":
        entries["Decode"] = INVERTED
    return file.add_stream(key, pixels.data, entries)
