"""The printing condition a file is made for: the plant's own ICC profile, or the built-in one for coldset on newsprint."""

import struct
from dataclasses import dataclass

from paperlayout.diag import Diagnostic, IssueError
from paperlayout.issue.house import PressProfile
from paperlayout.resources import folder

LEAN_INK = 220.0
"""Up to this ink limit the leaner of the two built-in profiles holds."""
HEADER = 128
NEWEST = {"x4": 4, "x1a": 2}
"""The newest ICC version each standard takes: PDF 1.4 knows only version 2."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition: its identifier, the registry that has it (or none), what it is called, and its profile."""

    identifier: str
    registry: str
    description: str
    profile: bytes


def condition(press: PressProfile) -> Condition:
    """The printing condition of a press profile. Raises IssueError when the plant's file cannot be used."""
    if press.icc is None:
        name = "newsprint_tr002_220.icc" if press.ink_limit <= LEAN_INK else "newsprint_tr002_240.icc"
        data = (folder("assets") / "icc" / name).read_bytes()
        return Condition("CGATS TR 002", "http://www.color.org", "Coldset offset on newsprint, SNAP TR 002", data)
    try:
        data = press.icc.read_bytes()
    except OSError as fault:
        raise _refused(press, f"读不出来（{fault.strerror or fault}）") from fault
    told = fault_of(data, NEWEST[press.standard])
    if told:
        raise _refused(press, told)
    return Condition("Custom", "", description(data) or press.icc.stem, data)


def _refused(press: PressProfile, told: str) -> IssueError:
    name = press.icc.name if press.icc else ""
    cure = "向印厂要报纸印刷用的 CMYK 输出 ICC 文件；或删去“色彩文件”，用内置的新闻纸特性"
    return IssueError([Diagnostic("P121", f"色彩文件 {name} {told}", cure, press.origin)])


def fault_of(data: bytes, newest: int) -> str | None:
    """Why a file is no profile of a CMYK press, or None (ICC.1, 7.2)."""
    if len(data) < HEADER or data[36:40] != b"acsp" or struct.unpack(">I", data[:4])[0] > len(data):
        return "不是完整的 ICC 文件"
    if data[12:16] != b"prtr":
        return "不是印刷设备的 ICC 文件（是显示器或扫描仪的）"
    if data[16:20] != b"CMYK":
        return f"不是四色的 ICC 文件（是 {data[16:20].decode('ascii', 'replace').strip()}）"
    if data[8] > newest:
        return f"是 ICC 第 {data[8]} 版，这种 PDF 只收到第 {newest} 版"
    return None


def description(data: bytes) -> str:
    """What a profile calls itself: its desc tag, of version 2 or 4; empty when it has none."""
    (count,) = struct.unpack(">I", data[HEADER : HEADER + 4])
    for at in range(HEADER + 4, min(HEADER + 4 + 12 * count, len(data) - 11), 12):
        name, start, size = struct.unpack(">4sII", data[at : at + 12])
        if name == b"desc":
            return _text(data[start : start + size])
    return ""


def _text(tag: bytes) -> str:
    """The words of a textDescription (version 2) or of the first record of a multiLocalizedUnicode (version 4)."""
    if tag[:4] == b"desc" and len(tag) >= 12:
        (length,) = struct.unpack(">I", tag[8:12])
        return tag[12 : 12 + length].split(b"\0")[0].decode("ascii", "replace").strip()
    if tag[:4] == b"mluc" and len(tag) >= 28:
        length, start = struct.unpack(">II", tag[20:28])
        return tag[start : start + length].decode("utf-16-be", "replace").strip()
    return ""
