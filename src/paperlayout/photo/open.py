"""A first look at a photo: its size, colours and faults, from the header alone."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit warns at 89 megapixels, which a panorama has; MOST_PIXELS stands in for it

MOST_PIXELS = 200_000_000
ORIENTATION = 0x0112  # EXIF tag
SIDEWAYS = frozenset({5, 6, 7, 8})  # orientations that swap width and height
FORMATS = frozenset({"JPEG", "MPO", "PNG", "TIFF", "WEBP", "BMP", "GIF"})  # MPO is a JPEG with a second view behind it

OWN_MARKS = (b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"RIFF", b"GIF8")  # how files of our formats begin

# What editors try to place and we cannot read, by where the mark stands in the file.
FOREIGN: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyphei", "苹果手机的 HEIC"),
    (4, b"ftypmif1", "苹果手机的 HEIC"),
    (4, b"ftypavif", "AVIF"),
    (0, b"%PDF", "PDF"),
    (0, b"%!PS", "EPS"),
    (0, b"8BPS", "Photoshop 的 PSD"),
    (0, b"<svg", "SVG"),
    (0, b"<?xml", "SVG"),
    (0, b"PK\x03\x04", "压缩包或 Office 文档"),
)


class PhotoFault(Exception):
    """A file that cannot be used as a photo: stable code, what is wrong, and the cure, for the editor."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(f"{code} {message} {hint}")


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a photo is, before it is developed. Width and height are those of the upright photo."""

    width: int
    height: int
    mode: str
    has_profile: bool
    format: str


def look(file: Path) -> PhotoFacts:
    """The facts of a photo, without reading its pixels.

    Raises PhotoFault; OSError when the file is not there.
    """
    with opened(file) as image:
        facts = _facts(image)
    if not _is_whole(file, facts.format):
        raise truncated(file)
    return facts


def opened(file: Path) -> Image.Image:
    """The photo's header, its pixels still in the file. Raises PhotoFault."""
    try:
        image = Image.open(file)
    except UnidentifiedImageError:
        raise _unreadable(file) from None
    except (OSError, SyntaxError, ValueError) as fault:
        if isinstance(fault, FileNotFoundError | PermissionError | IsADirectoryError):
            raise
        raise truncated(file) from None
    if image.format not in FORMATS:
        image.close()
        raise _unsupported(file, image.format or "这种")
    if image.width * image.height > MOST_PIXELS:
        image.close()
        raise PhotoFault("F334", f"图片 {file.name} 太大：{image.width}×{image.height} 像素，超过 2 亿像素", "先在看图软件里缩小，再放进来")
    return image


def orientation(image: Image.Image) -> int:
    """How the camera was held, as EXIF says it; 1 is upright."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1  # Pillow would decode the whole file to look for EXIF behind the pixels
    return int(image.getexif().get(ORIENTATION, 1))


def truncated(file: Path) -> PhotoFault:
    """The fault of a file whose end is missing."""
    return PhotoFault("F333", f"图片 {file.name} 不完整，后半部分读不出来", "多半是没有传完，请重新复制或重新下载原图")


def _facts(image: Image.Image) -> PhotoFacts:
    width, height = image.size
    if orientation(image) in SIDEWAYS:
        width, height = height, width
    return PhotoFacts(width, height, image.mode, bool(image.info.get("icc_profile")), image.format or "")


def _unreadable(file: Path) -> PhotoFault:
    with file.open("rb") as stream:
        head = stream.read(64).removeprefix(b"\xef\xbb\xbf")
    for at, mark, what in FOREIGN:
        if head[at:].startswith(mark):
            return _unsupported(file, what)
    if not head or head.startswith(OWN_MARKS):
        return truncated(file)
    return PhotoFault("F332", f"{file.name} 不是图片", "请换成 JPG、PNG 或 TIFF 图片")


def _unsupported(file: Path, what: str) -> PhotoFault:
    return PhotoFault("F331", f"{file.name} 是{what}格式，不能直接排进版面", "请另存为 JPG、PNG 或 TIFF")


def _is_whole(file: Path, image_format: str) -> bool:
    """Whether a file goes on to its end mark. Formats without one show their faults when developed."""
    match image_format:
        case "JPEG" | "MPO":
            return _jpeg_ends(file.read_bytes())
        case "PNG":
            return b"IEND" in file.read_bytes()
    return True


def _jpeg_ends(data: bytes) -> bool:
    """An end mark behind the first scan. The thumbnail in the header has one too, so the header's segments are stepped over."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        if data[at + 1] == 0xDA:
            return data.find(b"\xff\xd9", at) > 0
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False
