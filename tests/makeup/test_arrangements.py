"""Where a story's photos may stand together in its block, and how high a block is whose photo is as high as the text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from makeup.test_search import copy_of
from paperlayout.issue.prices import Prices
from paperlayout.plan.block.block_area import LEAST_LEG
from paperlayout.plan.block.figures import Arrangement, Corner, FigureSpot, arrangements
from paperlayout.plan.search.block_tables import BlockTables
from paperlayout.story.measured import FigureVariant

SMALL, LARGE = FigureVariant(1, 9, 1, 0.0, 0.0), FigureVariant(2, 12, 1, 0.0, 0.0)


def of_two(columns: int, first: FigureVariant, second: FigureVariant, rank: int) -> tuple[Arrangement, ...]:
    """The ways to place two photos in the block of a story."""
    story = replace(copy_of([60]).stories[0], rank=rank)
    figures = tuple(replace(story.figures[0], ratio=0.8 if v is SMALL else 1.4, variants=(v,)) for v in (first, second))
    return arrangements(replace(story, figures=figures), columns, Corner(), Prices())


def pairs(columns: int, first: FigureVariant = SMALL, second: FigureVariant = SMALL, rank: int = 1) -> Iterator[tuple[FigureSpot, FigureSpot]]:
    return (pair for arrangement in of_two(columns, first, second, rank) for pair in combinations(arrangement.spots, 2))


@pytest.mark.parametrize("rank", [1, 2])
@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize(("first", "second"), [(SMALL, SMALL), (SMALL, LARGE), (LARGE, SMALL), (LARGE, LARGE)])
def test_no_two_photos_of_a_story_take_the_same_place(columns: int, first: FigureVariant, second: FigureVariant, rank: int) -> None:
    """Where they share a column one stands above the other: under the head, in mid-leg or at the foot; none does beside one as high as the text."""
    shared = [{a.anchor, b.anchor} for a, b in pairs(columns, first, second, rank) if a.column < b.right and b.column < a.right]
    assert shared
    assert all(len(anchors) == 2 and anchors != {"top", "beside"} and not anchors & {"full", "tower"} for anchors in shared)


@pytest.mark.parametrize("columns", [2, 3])
def test_two_photos_may_stand_side_by_side_at_one_height(columns: int) -> None:
    """Next to each other, either first, since no column is shared."""
    beside = {(a.column, b.column) for a, b in pairs(columns) if a.anchor == b.anchor == "foot"}
    assert {(0, 1), (1, 0)} <= beside


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_two_photos_may_stand_one_under_the_other(columns: int) -> None:
    assert any(a.column == b.column and {a.anchor, b.anchor} == {"top", "foot"} for a, b in pairs(columns))


HEAD, CAPTION = 3, 1
"""Rows of the head and of the caption below."""


def heights(lines: int, picture: int, most: int = 36) -> list[int]:
    """The rows of a block in which a story of so many lines has a photo of so many rows in its last column, as high as the text in the three others."""
    told = copy_of([lines])
    story = replace(told.stories[0], heads=tuple(h for h in told.stories[0].heads if h.rows == HEAD))
    photo = replace(story.figures[0], ratio=0.8, variants=(FigureVariant(1, picture, 1, 0.0, 0.0),))
    return [found.rows for found in BlockTables(replace(told, stories=(replace(story, figures=(photo,)),)), 4, 36).block(0, 4).full_heights(most)]


@pytest.mark.parametrize("picture", [2, 3, 8, 12])
def test_a_block_whose_photo_is_as_high_as_the_text_has_one_height(picture: int) -> None:
    legs = picture + CAPTION
    assert heights(3 * legs, picture) == [HEAD + legs]


def test_it_is_found_up_to_the_height_that_is_asked_for() -> None:
    rows = HEAD + 8 + CAPTION
    assert (heights(27, 8, rows), heights(27, 8, rows - 1)) == ([rows], [])


def test_legs_beside_a_photo_have_their_least_rows() -> None:
    """Legs of two rows are none, though the text would fill them."""
    assert heights(3 * LEAST_LEG, LEAST_LEG - CAPTION) == [HEAD + LEAST_LEG]
    assert heights(3 * (LEAST_LEG - 1), LEAST_LEG - 1 - CAPTION) == []
