"""Hears of saves: in the issue's folder with all below it, and beside every other file the issue is made from."""

import asyncio
import ctypes
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from watchfiles import awatch

QUIET = 10
"""Milliseconds without a further change before a save is told of."""
LONGEST = 100
"""Milliseconds after which it is told of however busy the folder is."""
POLL = 250
SUFFIXES = frozenset({".yaml", ".yml", ".md", ".txt", ".docx", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".gif", ".svg", ".csv", ".json"})
"""Files an issue can be made from. Anything else beside it, such as what editors and Office leave behind while saving, starts no build."""
OUTPUT = "build"
REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.rclone", "davfs", "afs", "vboxsf", "prl_fs", "drvfs"})
"""File systems whose changes made elsewhere reach no one by themselves."""
DRIVE_REMOTE = 4  # GetDriveTypeW


@dataclass(frozen=True, slots=True)
class WatchedFolders:
    """The folders to listen to: one with all below it, others for themselves."""

    tree: Path
    flat: tuple[Path, ...]

    @staticmethod
    def of(issue: Path, files: Iterable[str]) -> "WatchedFolders":
        """What has to be watched for an issue file and the files it was made from."""
        tree = issue.resolve().parent
        folders = {Path(file).resolve().parent for file in files}
        return WatchedFolders(tree, tuple(sorted(f for f in folders if not f.is_relative_to(tree) and f.is_dir())))


async def listen(watched: WatchedFolders, heard: asyncio.Event, poll: bool) -> None:
    """Sets `heard` after every save, until cancelled."""
    async with asyncio.TaskGroup() as group:
        group.create_task(_listen((watched.tree,), True, heard, poll))
        if watched.flat:
            group.create_task(_listen(watched.flat, False, heard, poll))


async def _listen(folders: tuple[Path, ...], below: bool, heard: asyncio.Event, poll: bool) -> None:
    tree = folders[0] if below else None
    while True:
        try:
            async for _ in awatch(
                *folders, watch_filter=lambda _, path: matters(Path(path), tree), step=QUIET, debounce=LONGEST, recursive=below,
                force_polling=poll, poll_delay_ms=POLL,
            ):  # fmt: skip
                heard.set()
        except (OSError, RuntimeError):  # the folder went away, or the drive did
            pass
        await asyncio.sleep(1)
        heard.set()


def matters(path: Path, tree: Path | None) -> bool:
    """Whether a change of this file can change the page."""
    if path.name.startswith((".", "~")) or path.suffix.lower() not in SUFFIXES:
        return False
    return tree is None or not path.is_relative_to(tree / OUTPUT)


def remote(folder: Path) -> bool:
    """Whether a folder lies on a network drive, where changes have to be looked for."""
    if sys.platform == "win32":
        return str(folder).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == DRIVE_REMOTE
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return False
    here = [(point, kind) for _, point, kind, *_ in mounts if folder.is_relative_to(point.replace("\\040", " "))]
    return bool(here) and max(here, key=lambda mount: len(mount[0]))[1] in REMOTE
