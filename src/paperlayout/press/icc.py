"""The printing condition a file is made for: the plant's own ICC profile, or the built-in one for coldset on newsprint."""

import struct
from dataclasses import dataclass
from pathlib import Path

from paperlayout.catalogue.book import sentence, tell
from paperlayout.diag import IssueError, Said
from paperlayout.issue.house import PressProfile
from paperlayout.photo.recipe import built_in

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


def profile_path(press: PressProfile) -> Path:
    """The file of a plant's profile: its own, or the built-in one for its ink limit."""
    return press.icc or built_in(press.ink_limit)


def printing_condition(press: PressProfile) -> Condition:
    """The printing condition of a press profile. Raises IssueError when the plant's file cannot be used."""
    if press.icc is None:
        data = profile_path(press).read_bytes()
        return Condition("CGATS TR 002", "http://www.color.org", "Coldset offset on newsprint, SNAP TR 002", data)
    try:
        data = press.icc.read_bytes()
    except OSError as fault:
        raise _refused(press, sentence("P130.unread", reason=fault.strerror or str(fault))) from fault
    told = profile_fault(data, NEWEST[press.standard])
    if told:
        raise _refused(press, told)
    return Condition("Custom", "", description(data) or press.icc.stem, data)


def _refused(press: PressProfile, told: Said) -> IssueError:
    return IssueError([tell("P130", press.origin, name=press.icc.name if press.icc else "", fault=told)])


def profile_fault(data: bytes, newest: int) -> Said | None:
    """Why a file is no profile of a CMYK press, or None (ICC.1, 7.2)."""
    if len(data) < HEADER or data[36:40] != b"acsp" or struct.unpack(">I", data[:4])[0] > len(data):
        return sentence("P130.broken")
    if data[12:16] != b"prtr":
        return sentence("P130.class")
    if data[16:20] != b"CMYK":
        return sentence("P130.space", space=data[16:20].decode("ascii", "replace").strip())
    return sentence("P130.version", found=data[8], newest=newest) if data[8] > newest else None


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
