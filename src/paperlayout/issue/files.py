"""Photos and manuscripts that an issue names: found, kept inside the paper's folder, and helped along when the name is nearly right."""

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from paperlayout.issue.fields import nearest
from paperlayout.issue.reading import Desk
from paperlayout.issue.source import Scalar

MOST_NAMES = 2000


@dataclass(frozen=True, slots=True)
class Folder:
    """Where file names start from, and the fence they may not leave."""

    here: Path
    fence: Path

    def find(self, named: Scalar, what: str, desk: Desk) -> Path | None:
        """The file of that name; None with a fault on the desk when there is none, or it lies outside."""
        name = named.value.strip()
        if not name or "\0" in name:
            desk.fault("F301", f"没有写{what}的文件名", "写成 图片/名字.jpg 这样", named.origin)
            return None
        path = self.here / Path(name.replace("\\", "/"))
        if PureWindowsPath(name).drive or not path.resolve().is_relative_to(self.fence.resolve()):
            desk.fault("F306", f"{what} {name} 在报纸的文件夹外面", f"把文件放到 {self.fence.resolve().name} 文件夹里，用里面的路径引用", named.origin)
            return None
        if not is_file(path):
            desk.fault("F301" if what == "图片" else "F305", f"找不到{what} {name}", self._cure(path), named.origin)
            return None
        return path

    def _cure(self, path: Path) -> str:
        folder = path.parent
        if not _is_dir(folder):
            near = nearest(folder.name, _names(folder.parent))
            return f"没有文件夹 {folder.name}" + (f"，是不是 {near}？" if near else "")
        near = nearest(path.name, _names(folder)) or self._elsewhere(path.name)
        return f"文件夹里有 {near}，是不是它？" if near else f"查一查文件名，文件要放在 {_shown(folder, self.here)} 里"

    def _elsewhere(self, name: str) -> str | None:
        places = (path for path in sorted(self.here.glob("*/*"))[:MOST_NAMES] if path.name == name)
        return next((_shown(path, self.here) for path in places), None)


def is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _names(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(path.name for path in folder.iterdir())[:MOST_NAMES])
    except OSError:
        return ()


def _shown(path: Path, start: Path) -> str:
    return path.relative_to(start).as_posix() if path.is_relative_to(start) else path.name
