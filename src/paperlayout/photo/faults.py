"""What can be wrong with a photo's file, in the editor's words."""

from pathlib import Path

from paperlayout.diag import Diagnostic, Origin

HEIC = "苹果手机的 HEIC 照片"
HEIC_CURE = (
    "另存为 JPG 再放进来；手机里可在“设置 › 相机 › 格式”改成“兼容性最佳”。要直接用 HEIC，请装机的同事执行 pip install \"paperlayout[heic]\""
)
OTHER_CURE = "请另存为 JPG、PNG 或 TIFF"

OWN_MARKS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8")  # how files of our formats begin
TIFF_MARKS = (b"II*\0", b"MM\0*")

# What editors try to place and we cannot read, by where the mark stands in the file.
FOREIGN: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyphe", HEIC),
    (4, b"ftypmif1", HEIC),
    (4, b"ftypmsf1", HEIC),
    (4, b"ftypavif", "AVIF 图片"),
    (0, b"%PDF", "PDF 文件"),
    (0, b"%!PS", "EPS 文件"),
    (0, b"\xc5\xd0\xd3\xc6", "EPS 文件"),
    (0, b"8BPS", "Photoshop 的 PSD 文件"),
    (0, b"<svg", "SVG 文件"),
    (0, b"<?xml", "SVG 文件"),
    (0, b"II*\0\x10\0\0\0CR", "佳能相机的 RAW 原片"),
    (4, b"ftypcrx", "佳能相机的 RAW 原片"),
    (0, b"FUJIFILMCCD-RAW", "富士相机的 RAW 原片"),
    (0, b"PK\x03\x04", "压缩包或 Office 文档"),
)


def is_heic(head: bytes) -> bool:
    """Whether a file that begins so is HEIC."""
    return any(head[at:].startswith(mark) for at, mark, what in FOREIGN if what == HEIC)


class PhotoFault(Exception):
    """A file that cannot be used as a photo: stable code, what is wrong, and the cure, for the editor."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(f"{code} {message} {hint}")

    def told(self, origin: Origin | None) -> Diagnostic:
        """The finding at the place where the photo was given."""
        return Diagnostic(self.code, self.message, self.hint, origin)


def truncated(file: Path) -> PhotoFault:
    """The fault of a file whose end is missing."""
    return PhotoFault("F333", f"图片 {file.name} 不完整，后半部分读不出来", "多半是没有传完，请重新复制或重新下载原图")


def unsupported(file: Path, what: str) -> PhotoFault:
    """The fault of a picture in a format we do not read."""
    heic = what == HEIC
    return PhotoFault("F304" if heic else "F331", f"{file.name} 是{what}，不能直接排进版面", HEIC_CURE if heic else OTHER_CURE)


def too_large(file: Path, amount: str) -> PhotoFault:
    """The fault of a picture that would take more memory or time than a photo has a right to."""
    return PhotoFault("F334", f"图片 {file.name} 太大：{amount}", "先在看图软件里缩小，另存为 JPG，再放进来")


def closed(file: Path, why: OSError) -> PhotoFault:
    """The fault of a file that is there and may not be read, or has gone since the issue was read."""
    return PhotoFault("F335", f"图片 {file.name} 打不开（{why.strerror or why}）", "查一查文件还在不在、有没有权限、是不是正被别的程序占用")


def broken(file: Path) -> PhotoFault:
    """The fault of a file that begins well and cannot be developed."""
    return PhotoFault("F336", f"图片 {file.name} 的内容有错，解不开", "用看图软件打开，另存为新的 JPG，换上新文件")


def unreadable(file: Path, head: bytes) -> PhotoFault:
    """The fault of a file that no reader of ours knows, by how it begins."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    for at, mark, what in FOREIGN:
        if head[at:].startswith(mark):
            return unsupported(file, what)
    if head.startswith(TIFF_MARKS):
        return PhotoFault("F333", f"图片 {file.name} 读不出来：文件不完整，或是少见的 TIFF", "重新复制原图；还不行就在看图软件里另存为 JPG")
    if not head or head.startswith(OWN_MARKS):
        return truncated(file)
    return PhotoFault("F332", f"{file.name} 不是图片", "请换成 JPG、PNG 或 TIFF 图片")
