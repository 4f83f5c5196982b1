"""Mutants: the program with one small thing changed, and whether a test notices. For the night: `pip install -e .[test,mutants]`, then

    python tests/mutate.py --modules plan,compose --most 40 --seed 1

mutmut makes the mutants and runs each against the tests that reach its function, in a fork of one warm pytest; a process for each would take seconds
for its imports alone. What is ours is a sample drawn by lot, a copy of the checkout to work in, the tests of each package, the
score, and the survivors as file:line with what was changed. mutmut leaves alone what stands outside functions (tables) and functions with decorators
(properties, caches): about a quarter of the lines. cosmic-ray changes those too, but starts the tests anew for each mutant and has no tests by function.
Measured with two cores shared by many: `--modules importing.split,importing.story_starts --most 40 --seed 1` kills 33 of 40 in two and a half
minutes; the seven that lived are an impossible length (two), a label at a story's end, and what begins a story after a signed one (four).
With --folder a night that was broken off goes on, and --json says everything to other programs. It needs a system that forks (not Windows).
"""

import argparse
import ast
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src") / "paperlayout"
COPIED = ("src", "tests", "issues", "fonts", "assets", "docs", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")
TESTS = {
    "check": ("tests/check",), "compose": ("tests/makeup", "tests/blocks"), "draw": ("tests/test_draw.py", "tests/press/test_tags.py"),
    "edition": ("tests/makeup/test_layout_json.py",), "export": ("tests/export/test_paper.py", "tests/export/test_epub.py", "tests/makeup/test_notes.py"),
    "heads": ("tests/makeup", "tests/vertical"), "kinds": ("tests/makeup", "tests/issue/test_kinds.py"), "loading": ("tests/issue", "tests/blocks"),
    "importing": ("tests/importing",), "issue": ("tests/issue", "tests/blocks"), "manuscripts": ("tests/importing", "tests/issue"),
    "photo": ("tests/photo",), "plan": ("tests/makeup",), "press": ("tests/press", "tests/proof"), "setting": ("tests/makeup", "tests/vertical"),
    "story": ("tests/makeup", "tests/blocks"), "text": ("tests/text", "tests/blocks"),
}  # fmt: skip
"""The tests that hold each package; a package that is not named here is held by all that make pages up."""
OTHERS = ("tests/makeup", "tests/cli")
PROCESSES = ("sys.executable", "playwright", "verapdf", "opendataloader")
"""What tests name that start the program anew, a browser or a Java program: no mutant is in the first, and the others take too long."""
SEEN = ("killed", "timeout", "segfault", "suspicious", "caught by type check")
"""What mutmut says of mutants that did not get past the tests."""
SECONDS_A_MUTANT = 20.0
NONE = "no-such-mutant"
SPINNER = tuple("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")


@dataclass(frozen=True)
class Mutant:
    """A change that was tried: mutmut's name for it, what became of it; of survivors where it stands and what was changed."""

    name: str
    end: str
    place: str = ""
    diff: str = ""


def main() -> int:
    asked = arguments()
    folder = Path(asked.folder or tempfile.mkdtemp(prefix="mutants-")).resolve()
    files = sorted(modules(asked.modules.split(",")))
    prepare(folder, files, tests_of(files))
    mutmut(folder, ["run", NONE], asked.seconds)  # makes the mutants; the process that made them may still believe their modules missing
    learned = mutmut(folder, ["run", NONE], asked.seconds)  # learns which tests reach them
    if "nothing matches" not in learned:
        sys.exit(f"the tests do not pass without a mutant, or took too long:\n{learned[-3000:]}")
    names = sorted(drawn(folder, files, asked.most, asked.seed))
    mutmut(folder, ["run", "--max-children", str(asked.jobs), *names], asked.seconds)
    ends = dict(told(mutmut(folder, ["results", "--all", "true"], asked.seconds)))
    found = [survivor(folder, name) if ends[name] == "survived" else Mutant(name, ends[name]) for name in names if name in ends]
    report(found, files)
    if asked.json:
        Path(asked.json).write_text(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if not asked.folder:
        shutil.rmtree(folder)
    return 0 if any(one.end in SEEN for one in found) else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Changes the program in small places and tells which changes no test sees.")
    parser.add_argument("--modules", required=True, help="packages and modules, parted by commas: plan,compose.body")
    parser.add_argument("--most", type=int, default=40, help="mutants drawn from all there are (40)")
    parser.add_argument("--seed", type=int, default=1, help="the draw (1)")
    parser.add_argument("--jobs", type=int, default=2, help="tests at once (2)")
    parser.add_argument("--seconds", type=float, default=3600.0, help="the longest that making and running them may take, each (3600)")
    parser.add_argument("--folder", help="work here and keep it; what was tried there is not tried again")
    parser.add_argument("--json", help="write every mutant and what became of it to this file")
    return parser.parse_args()


def modules(names: Sequence[str]) -> Iterator[Path]:
    """The files of packages and modules by their dotted names."""
    for name in names:
        path = PACKAGE.joinpath(*name.split("."))
        found = [path.with_suffix(".py")] if (ROOT / path).with_suffix(".py").exists() else [p.relative_to(ROOT) for p in (ROOT / path).rglob("*.py")]
        if not found:
            sys.exit(f"no module {name}")
        yield from found


def tests_of(files: Sequence[Path]) -> list[str]:
    """The files of tests that hold some modules, but for those that start more than a small tool."""
    packages = {file.relative_to(PACKAGE).parts[0].removesuffix(".py") for file in files}
    named = {ROOT / test for package in packages for test in TESTS.get(package, OTHERS)}
    found = {file for path in named for file in ([path] if path.is_file() else path.rglob("test_*.py"))}
    return sorted(str(file.relative_to(ROOT)) for file in found if not any(word in file.read_text(encoding="utf-8") for word in PROCESSES))


def prepare(folder: Path, files: Sequence[Path], tests: Sequence[str]) -> None:
    """A copy of the checkout that mutmut may change, told what to mutate and which tests to run."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "build"), dirs_exist_ok=True)
        elif source.exists():
            shutil.copy2(source, folder / name)
    settings = {
        "source_paths": ["src"], "only_mutate": [str(file) for file in files], "pytest_add_cli_args_test_selection": list(tests),
        "pytest_add_cli_args": ["-n0", "-p", "no:cacheprovider"], "also_copy": [name for name in COPIED if name not in ("src", "tests", "pyproject.toml")],
        "timeout_constant": SECONDS_A_MUTANT, "use_git_change_detection": False,
    }  # fmt: skip
    table = "".join(f"{name} = {json.dumps(value)}\n" for name, value in settings.items())
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write(f"\n[tool.mutmut]\n{table}")


def mutmut(folder: Path, arguments: Sequence[str], seconds: float) -> str:
    """What mutmut says; what takes longer is ended with all it started, and what was found by then counts."""
    environment = os.environ | {"PYTHONPATH": str(folder / "mutants" / "src")}
    command = [sys.executable, "-m", "mutmut", *arguments]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            said, _ = process.communicate()
    if process.returncode and NONE not in arguments:
        print(said[-2000:], file=sys.stderr)
    return "\n".join(line for line in said.splitlines() if line[:1] not in SPINNER)


def drawn(folder: Path, files: Sequence[Path], most: int, seed: int) -> list[str]:
    """Mutants by lot, out of all that there are."""
    metas = [folder / "mutants" / f"{file}.meta" for file in files]
    names = sorted(name for meta in metas if meta.exists() for name in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"])
    if not names:
        sys.exit(f"mutmut made no mutants: see {folder}")
    return random.Random(seed).sample(names, min(most, len(names)))


def told(said: str) -> Iterator[tuple[str, str]]:
    """Each mutant that was tried and what became of it."""
    for line in said.splitlines():
        name, colon, end = line.strip().partition(": ")
        if colon and "__mutmut_" in name and end != "not checked":
            yield name, end


def survivor(folder: Path, name: str) -> Mutant:
    diff = mutmut(folder, ["show", name], SECONDS_A_MUTANT)
    module, _, function = name.rpartition("__mutmut_")[0].rpartition(".")
    file = Path("src", *module.split(".")).with_suffix(".py")
    if not (ROOT / file).exists():
        file = file.with_suffix("") / "__init__.py"
    return Mutant(name, "survived", f"{file}:{first_line(file, function) + changed(diff)}", "\n".join(diff.splitlines()[3:]))


def first_line(file: Path, function: str) -> int:
    """Where a function begins that mutmut calls x_name, or xǁClassǁname."""
    *owner, name = function.removeprefix("x").split("ǁ")[1:] if "ǁ" in function else [function.removeprefix("x_")]
    tree: ast.AST = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    for one in (*owner, name):
        tree = next((node for node in ast.walk(tree) if getattr(node, "name", None) == one), tree)
    return getattr(tree, "lineno", 1)


def changed(diff: str) -> int:
    """Lines from the function's first to the first that was changed."""
    lines = diff.splitlines()
    hunk = next((i for i, line in enumerate(lines) if line.startswith("@@")), None)
    if hunk is None:
        return 0
    before = int(lines[hunk].split()[1].lstrip("-").partition(",")[0])
    return before - 1 + next((i for i, line in enumerate(lines[hunk + 1 :]) if line.startswith(("-", "+"))), 0)


def report(found: Sequence[Mutant], files: Sequence[Path]) -> None:
    for one in found:
        if one.end == "survived":
            print(f"{one.place}\n{one.diff}\n")
    ends = Counter(one.end for one in found)
    print(f"{sum(ends[end] for end in SEEN)} of {len(found)} killed in {len(files)} modules: " + ", ".join(f"{n} {end}" for end, n in ends.most_common()))


if __name__ == "__main__":
    sys.exit(main())
