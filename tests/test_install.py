"""The packages people install: a wheel, and the wheel built from the sdist, each in an environment of its own, far from the checkout."""

import importlib.util
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, copied
from fresh import BIN, run

from paperlayout import __version__


def environment(folder: Path) -> Path:
    """The Python of a fresh environment that borrows our dependencies, but not our paperlayout."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=ROOT)
    python = folder / BIN / Path(sys.executable).name
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    Path(site, "borrowed.pth").write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}), encoding="utf-8")
    return python


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has hatchling: ours, or a fresh one that fetches it."""
    if importlib.util.find_spec("hatchling"):
        return Path(sys.executable)
    python = environment(tmp_path_factory.mktemp("builder"))
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "hatchling>=1.27", cwd=ROOT)
    return python


@pytest.fixture(scope="module")
def sdist(builder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sdist")
    run(builder, "-m", "hatchling", "build", "-t", "sdist", "-d", out, cwd=ROOT)
    (found,) = out.glob("*.tar.gz")
    return found


@pytest.fixture(scope="module")
def wheel(builder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(builder, ROOT, tmp_path_factory.mktemp("wheel"))


def built(builder: Path, source: Path, out: Path) -> Path:
    run(builder, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=source)
    (found,) = out.glob("*.whl")
    return found


def contents(wheel: Path) -> dict[str, int]:
    """Files of a wheel and the sums of their bytes, but for its own list of them."""
    with zipfile.ZipFile(wheel) as opened:
        return {i.filename: i.CRC for i in opened.infolist() if not i.filename.endswith("RECORD")}


def test_the_wheel_holds_the_program_its_fonts_and_its_assets(wheel: Path) -> None:
    names = set(contents(wheel))
    fonts = {f"paperlayout/_data/fonts/{f.name}" for f in (ROOT / "fonts").glob("*.ttf")}
    profiles = {f"paperlayout/_data/assets/icc/{f.name}" for f in (ROOT / "assets" / "icc").iterdir()}
    files = (f for f in (ROOT / "src" / "paperlayout").rglob("*") if f.is_file() and "__pycache__" not in f.parts)
    modules = {f.relative_to(ROOT / "src").as_posix() for f in files}
    assert {"paperlayout/export/static/style.css", "paperlayout/export/static/epub.css", "paperlayout/export/static/settings.js"} <= modules
    assert fonts and profiles and modules
    assert fonts | profiles | modules <= names
    assert not [n for n in names if ".sources" in n or "__pycache__" in n or n.startswith(("tests", "issues"))]


@pytest.mark.slow
def test_the_packages_have_the_version_of_the_program(wheel: Path, sdist: Path) -> None:
    assert wheel.name.startswith(f"paperlayout-{__version__}-") and sdist.name == f"paperlayout-{__version__}.tar.gz"


def test_the_wheel_carries_the_licences(wheel: Path) -> None:
    names = {Path(n).name for n in contents(wheel) if ".dist-info/licenses" in n}
    assert {"LICENSE", "NOTICE"} <= names and {f.name for f in (ROOT / "fonts").glob("OFL-*.txt")} <= names


def test_the_wheel_is_no_larger_than_need_be(wheel: Path) -> None:
    assert wheel.stat().st_size < 60 * 2**20


@pytest.mark.slow
def test_the_wheel_of_the_sdist_is_the_same(builder: Path, sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as opened:
        opened.extractall(tmp_path, filter="data")
    (source,) = (f for f in tmp_path.iterdir() if f.is_dir())
    assert (source / "issues" / "2021-06" / "issue.yaml").exists() and (source / "tests" / "conftest.py").exists()
    assert not list(source.rglob(".sources")) and not list((source / "issues").rglob("*.pdf"))
    assert contents(built(builder, source, tmp_path / "out")) == contents(wheel)


def test_installed_elsewhere_it_builds_the_same_page(wheel: Path, sample_pdf: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv")
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    issue = copied(tmp_path)
    where = run(python, "-c", "from paperlayout.resources import folder; print(folder('fonts'), folder('assets'), sep='\\n')", cwd=tmp_path).splitlines()
    assert all((tmp_path / "venv").resolve() in Path(line).resolve().parents for line in where), where
    said = run(python.parent / "paperlayout", "build", issue.parent, "-o", "page.pdf", cwd=tmp_path)
    assert said == "page.pdf\n"
    assert (tmp_path / "page.pdf").read_bytes() == sample_pdf.read_bytes()
    assert "职工之家" in run(python, "-m", "paperlayout", "fit", "职工之家", cwd=tmp_path)
