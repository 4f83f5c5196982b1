"""Photos and manuscripts that an issue names: found, kept inside the paper's folder, and helped along when the name is nearly right."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from paperlayout.catalogue.book import sentence
from paperlayout.diag import Filling, Fix, Said
from paperlayout.issue.fields import nearest
from paperlayout.issue.quickfix import in_quotes
from paperlayout.issue.reading import FileReport
from paperlayout.issue.source import ScalarNode

MOST_NAMES = 2000
ESCAPED = re.compile("[\x07-\x0d\x1b\x85\xa0\u2028\u2029]")
"""What YAML makes of 图片\\a.jpg, 图片\\new.jpg and the like in English quotes."""
MOST_OFFERED = 3
LOCK = "~$"
"""How Word and WPS begin the name of the file that marks a manuscript as open."""
OLD_WORD = {".doc": "F310.doc", ".wps": "F310.wps", ".rtf": "F310", ".odt": "F310", ".pages": "F310", ".pdf": "F310", ".et": "F310", ".uof": "F310"}


@dataclass(frozen=True, slots=True)
class Folder:
    """Where file names start from, and the fence they may not leave."""

    here: Path
    fence: Path

    def find(self, named: ScalarNode, what: str, report: FileReport) -> Path | None:
        """The file of that name; None with a fault on the desk when there is none, or it lies outside."""
        name = named.value.strip()
        thing = sentence("F301.photo" if what == "图片" else "F301.manuscript")
        if not name or "\0" in name:
            report.tell("F301.empty", named.origin, what=thing)
            return None
        if named.style == '"' and ESCAPED.search(name):
            report.tell("Y124", named.origin)
            return None
        path = self.here / Path(name.replace("\\", "/"))
        if PureWindowsPath(name).drive or not path.resolve().is_relative_to(self.fence.resolve()):
            report.tell("F306", named.origin, what=thing, name=name, folder=self.fence.resolve().name)
            return None
        found = as_stored(path)
        if found is None:
            near = self._near(path)
            report.tell("F301" if what == "图片" else "F305", named.origin, fix=_renamed(named, near), what=thing, name=name, cure=self._cure(path, near))
        elif found.name != path.name and found.name.lower() == path.name.lower():
            report.tell("F307", named.origin, fix=_renamed(named, ((found.name, "case"),)), name=found.name)
        return found

    def _near(self, path: Path) -> tuple[tuple[str, str], ...]:
        """The names that may have been meant, likeliest first, each with how it differs: in case, in one character, or more."""
        names = _names(path.parent)
        alike = [(name, "case") for name in names if name.lower() == path.name.lower()]
        alike += [(name, "one") for name in names if _one_apart(name, path.name)]
        if not alike and (near := nearest(path.name, names)):
            alike = [(near, "")]
        return tuple(alike[:MOST_OFFERED])

    def _cure(self, path: Path, near: tuple[tuple[str, str], ...]) -> Filling:
        folder = path.parent
        if not _is_dir(folder):
            other = nearest(folder.name, _names(folder.parent))
            return sentence("F301.folder", folder=folder.name, near=other) if other else sentence("F301.nofolder", folder=folder.name)
        if near:
            return sentence("F301.near", names=tuple(_offered(name, how) for name, how in near))
        elsewhere = self._elsewhere(path.name)
        return sentence("F301.elsewhere", name=elsewhere) if elsewhere else sentence("F301.look", folder=_shown(folder, self.here))

    def _elsewhere(self, name: str) -> str | None:
        places = (path for path in sorted(self.here.glob("*/*"))[:MOST_NAMES] if path.name == name)
        return next((_shown(path, self.here) for path in places), None)


def _offered(name: str, how: str) -> Said:
    return sentence(f"F301.{how or 'named'}", name=name)


def _one_apart(one: str, other: str) -> bool:
    """Whether two names differ by one character: another, one more or one fewer."""
    short, long = sorted((one, other), key=len)
    if one.lower() == other.lower() or len(long) - len(short) > 1 or len(long) < 5:
        return False
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return long[same + 1 :] == short[same + (len(long) == len(short)) :]


def _renamed(named: ScalarNode, near: tuple[tuple[str, str], ...]) -> Fix | None:
    """The name as the file is called, when only the case differs: 图1 for 图2 would be another photo."""
    if len(near) != 1 or near[0][1] != "case":
        return None
    typed = named.value.strip()
    start = max(typed.rfind("/"), typed.rfind("\\")) + 1
    name = typed[:start] + near[0][0]
    written = {'"': in_quotes(name), "'": "'" + name.replace("'", "''") + "'"}.get(named.style, name)
    return Fix(named.origin, written)


def refused_manuscript(path: Path, named: ScalarNode, report: FileReport) -> bool:
    """Whether a manuscript is of a kind that cannot be read, and the desk told: old Word, WPS, or the lock file of an open one."""
    if path.name.startswith(LOCK):
        folder = path.parent
        meant = next((name for name in _names(folder) if name != path.name and name.endswith(path.name.removeprefix(LOCK))), path.name.removeprefix(LOCK))
        report.tell("F310.lock", named.origin, name=path.name, meant=meant)
        return True
    key = OLD_WORD.get(path.suffix.lower())
    if key:
        report.tell(key, named.origin, name=path.name)
    return key is not None


def as_stored(path: Path) -> Path | None:
    """The file under the very name the disk has for it; None when there is none. Macs keep accents apart, and Windows any case."""
    for name in (path.name, unicodedata.normalize("NFC", path.name), unicodedata.normalize("NFD", path.name)):
        if is_file(path.with_name(name)):
            names = _names(path.parent)
            return path.with_name(name if name in names else next((n for n in names if n.lower() == name.lower()), name))
    return None


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
