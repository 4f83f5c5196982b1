"""Every page that is made up: full to the last row, nothing lost or twice, all on one grid. The rules are in invariants.py."""

import copy
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from makeup import invariants
from makeup.invariants import NEAR, RULES, Json, Rule, of_kind
from makeup.pages import ISSUES, Made, made
from paperlayout.edition import story_copy
from paperlayout.issue.content import PageCopy, Photo
from paperlayout.kinds.advert.item import Advert
from paperlayout.page import TEXT_KINDS, Frame, GlyphRun, Page, Picture
from paperlayout.page import Rule as Line
from paperlayout.plan.block.block_area import LEAST_LEG

BY_NAME = {rule.__name__: rule for rule in RULES}


@pytest.mark.parametrize("name", ISSUES)
def test_it_fits(name: str) -> None:
    assert made(name).errors == []


@pytest.fixture(params=ISSUES)
def done(request: pytest.FixtureRequest) -> Made:
    """Each issue in turn. One that does not fit fails above, not in every test."""
    found = made(request.param)
    if found.errors:
        pytest.skip("does not fit: see test_it_fits")
    return found


@pytest.mark.parametrize("rule", BY_NAME)
def test_rule(done: Made, rule: str) -> None:
    assert list(BY_NAME[rule](done.json)) == []


def bare(text: str) -> str:
    return "".join(text.split())


def test_nothing_is_lost_and_nothing_stands_twice(done: Made) -> None:
    standing = {s.id: bare(story_copy(done.page.frames, s.id)) for s in done.page.stories}
    assert standing == {story: bare(text) for story, text in done.copies}


HAN_LATIN = re.compile(r"(?<=[^\x00-\x7f]) (?=[!-~])|(?<=[!-~]) (?=[^\x00-\x7f])")


def test_typed_spaces_stand(done: Made) -> None:
    """All but those between Han and Latin, which the composer makes itself; those at the end of a line too."""
    standing = {story: blanks(story_copy(done.page.frames, story).replace("\n", "")) for story, _ in done.copies}
    assert standing == {story: blanks(HAN_LATIN.sub("", text)) for story, text in done.copies}


def blanks(text: str) -> list[str]:
    """Every typed space with its neighbours."""
    return re.findall(".?[ \u3000].?", text)


def test_what_is_drawn_is_what_is_said(done: Made) -> None:
    for frame in done.page.frames:
        if frame.copy:
            assert bare(drawn(frame)) == bare(frame.text or ""), frame.id
            assert bare("".join(frame.set) or drawn(frame)) == bare(frame.text or ""), frame.id


def drawn(frame: Frame) -> str:
    return "".join(glyph.text for run in runs(frame) for glyph in run.glyphs)


def runs(frame: Frame) -> list[GlyphRun]:
    return [item for item in frame.items if isinstance(item, GlyphRun)]


def off_the_grid(page: Page) -> list[str]:
    """Lines of body whose baseline is not on the page's grid."""
    grid = page.grid
    rows = [(f.id, (run.at.y - grid.first_baseline) / grid.leading) for f in page.frames if f.kind == "body" for run in runs(f)]
    return [f"{name} at row {row:.3f}" for name, row in rows if abs(row - round(row)) > 0.001]


def test_all_baselines_lie_on_one_grid(done: Made) -> None:
    assert off_the_grid(done.page) == []


def out_of_column(page: Page) -> list[str]:
    """Lines of body that reach beyond their strip: before its edge, or past it by more than a hanging mark."""
    body = [(f, run) for f in page.frames if f.kind == "body" for run in runs(f) if run.glyphs]
    left = [f"{f.id} begins at {run.at.x:.2f}" for f, run in body if run.at.x < f.rect.x0 - 0.5 * run.size]
    return left + [f"{f.id} goes on to {end(run):.2f}" for f, run in body if end(run) > f.rect.x1 + 0.55 * run.size]


def end(run: GlyphRun) -> float:
    return run.at.x + run.glyphs[-1].x + run.size * (0.5 if run.glyphs[-1].text.isascii() else 1.0)


def test_no_line_leaves_its_column(done: Made) -> None:
    assert out_of_column(done.page) == []


def test_pictures_are_not_squashed(done: Made) -> None:
    for item in pictures(done.page):
        facts = next(facts for file, facts in done.kit.photos.items() if str(file) == item.file)
        shown = facts.width * item.crop.width / (facts.height * item.crop.height)
        assert shown == pytest.approx(item.rect.width / item.rect.height, rel=1e-3), item.file


def pictures(page: Page) -> list[Picture]:
    return [item for frame in page.frames for item in frame.items if isinstance(item, Picture)]


def test_the_crop_reported_is_the_crop_drawn(done: Made) -> None:
    assert done.page.elastic.photo_crop_max == pytest.approx(max((1 - p.crop.width * p.crop.height for p in pictures(done.page)), default=0.0), abs=1e-3)


def test_every_photo_stands_once(done: Made) -> None:
    page = done.edition.issue.pages[done.number - 1]
    wanted = [str(file) for photo in photos_of(page) for file in photo.files] + [str(advert.file) for advert in page.of(Advert)]
    assert sorted(p.file for p in pictures(done.page)) == sorted(wanted)


def photos_of(page: PageCopy) -> list[Photo]:
    return [*page.photos, *(photo for article in (*page.lead, *page.articles) for photo in article.photos)]


def crossings(page: Page) -> list[str]:
    """Rules that run through type or pictures."""
    solid = [f for f in page.frames if f.kind in ("body", "subhead", "figure", "caption")]
    lines = [(frame, item) for frame in page.frames if frame.kind in ("rule", "gap") for item in frame.items if isinstance(item, Line)]
    return [f"{frame.id} through {f.id}" for frame, line in lines for f in solid if crosses(line, f)]


def crosses(line: Line, frame: Frame) -> bool:
    x0, x1, y0, y1 = line.start.x, line.end.x, line.start.y, line.end.y
    rect = frame.rect
    return min(x0, x1) < rect.x1 - NEAR and max(x0, x1) > rect.x0 + NEAR and min(y0, y1) < rect.y1 - NEAR and max(y0, y1) > rect.y0 + NEAR


def test_no_rule_crosses_type_or_picture(done: Made) -> None:
    assert crossings(done.page) == []


def test_rules_meet_the_ink_of_the_text(done: Made) -> None:
    """Upright rules begin at an ink top and end at an ink foot (house-style §8)."""
    grid = done.page.grid
    for frame in done.page.frames:
        for item in frame.items if frame.id == "rules" else ():
            if isinstance(item, Line) and item.start.x == item.end.x:
                top = (item.start.y + 0.84 * grid.body_size - grid.first_baseline) / grid.leading
                foot = (item.end.y - 0.08 * grid.body_size - grid.first_baseline) / grid.leading
                assert abs(top - round(top)) < 0.001 and abs(foot - round(foot)) < 0.001, item


def test_a_larger_head_of_lower_rank_is_told(done: Made) -> None:
    sizes = {f.story: (f.rank or 9, max(run.size for run in runs(f))) for f in done.page.frames if f.kind == "headline"}
    told = {tuple(fault["stories"]) for fault in done.json["faults"] if fault["rule"] == "size_inversion"}
    for high, (rank, size) in sizes.items():
        for low, (other, larger) in sizes.items():
            if rank < other and larger > size:
                assert (high, low) in told


def test_no_leg_is_a_stump(done: Made) -> None:
    """Five lines at least, but in the even legs of a brief."""
    in_stories = [s.id for s in done.page.stories if s.rank < 4]
    for name, frames in invariants.legs(done.json):
        if frames[0]["story"] in in_stories:
            assert sum(f["cells"][3] for f in frames) >= LEAST_LEG - 1, name


def test_its_lines_are_counted(done: Made) -> None:
    """The rows a story is said to take are those of its text; nothing is over or short."""
    frames = of_kind(done.json, *TEXT_KINDS)
    for story in done.json["stories"]:
        assert story["lines"] == sum(f["cells"][3] for f in frames if f["story"] == story["id"]), story["id"]
        assert (story["over_chars"], story["short_lines"]) == (0, 0)


def test_the_sample_is_set_without_fault_or_warning() -> None:
    found = made("sample")
    assert found.edition.diagnostics == ()
    assert {fault["rule"] for fault in found.json["faults"]} <= {"gray_run"}


# -- the rules themselves: each is tried on a page broken on purpose


def first(page: Json, kind: str) -> Json:
    return of_kind(page, kind)[0]


def shift(frame: Json, by: float) -> None:
    frame["rect"] = [v + by for v in frame["rect"]]


def drop(page: Json, *kinds: str) -> None:
    page["frames"] = [f for f in page["frames"] if f["kind"] not in kinds]


def subhead_first(page: Json) -> None:
    """The first leg's text above its subhead goes; the story is said to have begun."""
    at = page["frames"].index(first(page, "subhead"))
    page["frames"][at - 1]["leg"] = -1


def subhead_last(page: Json) -> None:
    page["frames"].pop(page["frames"].index(first(page, "subhead")) + 1)


def stretch_leg(page: Json) -> None:
    first(page, "body")["cells"][3] += 1


def lonely(page: Json) -> None:
    second = next(f for f in of_kind(page, "body") if f["leg"] == 1)
    second["ends"] = [0, *second["ends"]]


BROKEN: dict[str, Callable[[Json], Any]] = {
    "every_cell_has_one_frame": stretch_leg,
    "no_hole": lambda page: first(page, "gap")["cells"].__setitem__(3, 3),
    "ids_are_unique": lambda page: page["frames"].append(page["frames"][0]),
    "frames_stand_on_the_grid": lambda page: shift(first(page, "body"), 0.1),
    "columns_end_on_the_last_row": lambda page: drop(page, "caption"),
    "subheads_have_text_about_them": subhead_last,
    "lonely_lines": lonely,
    "no_mark_where_it_may_not_stand": lambda page: first(page, "body")["set"].append("，党史"),
    "text_begins_under_its_head": lambda page: first(page, "headline")["cells"].__setitem__(3, 13),
    "pictures_align_with_ink": lambda page: shift(first(page, "figure"), 0.1),
    "pictures_carry_captions": lambda page: first(page, "caption")["cells"].__setitem__(2, 1),
    "photos_are_hardly_cropped": lambda page: page["fill"]["elastic"].update(photo_crop_max=0.17),
    "legs_read_down_and_right": lambda page: page["frames"].reverse(),
    "stories_stay_in_their_outline": lambda page: shift(first(page, "caption"), 500),
}


def test_every_rule_is_tried() -> None:
    assert set(BROKEN) == set(BY_NAME)


@pytest.mark.parametrize("name", BROKEN)
def test_rule_can_fail(name: str, layout: Json) -> None:
    page = copy.deepcopy(layout["pages"][0])
    rule: Rule = BY_NAME[name]
    BROKEN[name](page)
    assert list(rule(page))


def test_subheads_at_a_top_are_found(layout: Json) -> None:
    page = copy.deepcopy(layout["pages"][0])
    subhead_first(page)
    assert any("at the top" in breach for breach in invariants.subheads_have_text_about_them(page))


def moved(page: Page, kind: str, dx: float, dy: float) -> Page:
    """The page with the first frame of a kind nudged."""
    at = next(i for i, f in enumerate(page.frames) if f.kind == kind)
    items = tuple(replace(i, at=replace(i.at, x=i.at.x + dx, y=i.at.y + dy)) if isinstance(i, GlyphRun) else i for i in page.frames[at].items)
    return replace(page, frames=(*page.frames[:at], replace(page.frames[at], items=items), *page.frames[at + 1 :]))


def test_a_nudged_line_is_found() -> None:
    page = made("sample").page
    assert off_the_grid(moved(page, "body", 0, 0.1))
    assert out_of_column(moved(page, "body", 12, 0)) and out_of_column(moved(page, "body", -8, 0))


def test_a_rule_in_the_text_is_found() -> None:
    page = made("sample").page
    rules = next(f for f in page.frames if f.id == "rules")
    nudged = replace(
        rules, items=tuple(replace(i, start=replace(i.start, x=i.start.x + 20), end=replace(i.end, x=i.end.x + 20)) for i in rules.items if isinstance(i, Line))
    )
    assert crossings(replace(page, frames=(nudged, *(f for f in page.frames if f.id != "rules"))))
