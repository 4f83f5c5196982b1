"""Yesterday's files mean today what they meant: issues, papers, kept make-ups and layout JSON under files/, each with its meaning as it was when it was put there.

The files are never changed; their pictures are stand-ins. `pytest --accept` writes the meaning of a new file, and one that differs anew, and still fails: an editor's old file is read
otherwise then, which CHANGELOG has to say.
"""

import json
from pathlib import Path

import pytest

from paperlayout.loading.load import load_issue
from paperlayout.pipeline import kept_of, make_up, open_kit
from paperlayout.plan.kept_layout import FORMAT, KeptLayout, kept_layout_of
from paperlayout.plan.tree import topology

from .meaning import KINDS, Json, builtin_look, meaning, spellings

HERE = Path(__file__).parent
FILES, MEANING = HERE / "files", HERE / "meaning"
NAMES = sorted(path.relative_to(FILES).as_posix() for path in FILES.rglob("*") if path.name.endswith(tuple(KINDS)))
GROWING = {"built-in-look": builtin_look, "spellings": spellings}
"""What may come to hold more than it did, but not otherwise."""


def as_meant(name: str, found: Json, request: pytest.FixtureRequest) -> None:
    """Fails unless a meaning is what it was."""
    file = MEANING / f"{name}.json"
    meant = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    if (now := common(found, meant) if name in GROWING else found) == meant and meant:
        return
    if request.config.getoption("--accept"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        pytest.fail(f"{file.name} written anew: what it says now is what old files mean from now on; run again without --accept")
    assert meant, f"{file.name} does not exist; pytest --accept writes it"
    assert now == meant


def common(found: Json, meant: Json) -> Json:
    """Of what there is now, that which was there already."""
    return {name: common(found[name], old) if isinstance(old, dict) and isinstance(found[name], dict) else found[name] for name, old in meant.items() if name in found}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_means_what_it_meant(name: str, request: pytest.FixtureRequest) -> None:
    as_meant(name, meaning(FILES / name), request)


@pytest.mark.parametrize("name", GROWING)
def test_what_files_rely_on_is_what_it_was(name: str, request: pytest.FixtureRequest) -> None:
    """The numbers that a paper.yaml does not change, and the names an editor could write; new ones may be there."""
    as_meant(name, GROWING[name](), request)


def test_no_meaning_is_left_over() -> None:
    assert {path.relative_to(MEANING).as_posix() for path in MEANING.rglob("*.json")} == {f"{name}.json" for name in (*NAMES, *GROWING)}


def test_every_version_of_the_kept_make_up_is_among_the_files() -> None:
    """A change of the version adds a file as it was before."""
    versions = {json.loads((FILES / name).read_text(encoding="utf-8"))["format"] for name in NAMES if name.endswith("版样.json")}
    assert versions == set(range(1, FORMAT + 1))


def test_an_old_make_up_makes_the_page_it_made() -> None:
    """The cut an editor chose over the program's own is the cut that is built, whatever the program would choose now."""
    folder = FILES / "pages" / "no-photo"
    (old,) = kept_layout_of((folder / "选定.版样.json").read_text(encoding="utf-8")).pages
    issue = load_issue(folder / "issue.yaml").issue
    kit = open_kit(issue)
    (new,) = kept_of(make_up(issue, kit, kept=KeptLayout((old,)))).pages
    assert (new.items, topology(new.tree)) == (old.items, topology(old.tree))


def test_a_name_not_yet_known_takes_nothing_from_what_was() -> None:
    """What comes to be known later changes no meaning; what is gone or otherwise does."""
    meant = {"a": 1, "b": {"c": 2}}
    assert common({"a": 1, "b": {"c": 2, "d": 3}, "e": 4}, meant) == meant
    assert common({"a": 1, "b": {"c": 3}}, meant) != meant
    assert common({"a": 1, "b": {}}, meant) != meant
