"""Pages of every kind of block (verse, tables, lists, names, ruby): full, and nothing lost. They are there to be looked at too."""

from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

from makeup import invariants
from makeup.pages import Made
from paperlayout.edition import story_copy
from paperlayout.pipeline import Timings, load, make_up, open_kit

LOOKING = {file.parent.name: file.parent for file in sorted((ROOT / "tests" / "pages" / "looking").glob("*/issue.yaml"))}
RULES = (
    invariants.every_cell_has_one_frame, invariants.no_hole, invariants.ids_are_unique, invariants.frames_stand_on_the_grid,
    invariants.no_mark_where_it_may_not_stand, invariants.pictures_align_with_ink, invariants.pictures_carry_captions,
    invariants.photos_are_hardly_cropped, invariants.legs_read_down_and_right, invariants.stories_stay_in_their_outline,
)  # fmt: skip


@cache
def made(folder: Path) -> Made:
    issue, _ = load(folder, Timings())
    kit = open_kit(issue)
    return Made(make_up(issue, kit), kit)


@pytest.fixture(params=LOOKING)
def done(request: pytest.FixtureRequest) -> Made:
    return made(LOOKING[request.param])


def test_it_fits(done: Made) -> None:
    assert done.errors == []


def test_nothing_is_lost_and_nothing_stands_twice(done: Made) -> None:
    standing = {s.id: "".join(story_copy(done.page.frames, s.id).split()) for s in done.page.stories}
    assert standing == {story: "".join(text.split()) for story, text in done.copies}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule(done: Made, rule: invariants.Rule) -> None:
    assert list(rule(done.json)) == []
